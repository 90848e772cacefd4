"""Marks of Markdown, taken out of a text that was saved as Markdown."""

from __future__ import annotations

import re

LOOKS_SO = re.compile(r"!?\[[^\]\n]*\]\(|^#{1,6} |^\*\*[^*\n]+\*\*$", re.MULTILINE)
#: Where a link leads; the address may itself hold brackets once.
TO = r"\((?:[^()\n]|\([^()\n]*\))*\)"
IMAGE = re.compile(rf"!\[[^\]\n]*\]{TO}")
LINK = re.compile(rf"\[([^\]\n]*)\]{TO}")
#: A line of nothing but links is a menu or a list of related pages.
LINK_LINE = re.compile(rf"^[\s>*•+-]*(?:\[[^\]\n]*\]{TO}[\s|·•,]*)+$", re.MULTILINE)
TOP_HEADING = re.compile(r"^# +(.+?)(?: +#+)?$", re.MULTILINE)
LINE_START = re.compile(r"^(?:#{1,6} +|> ?|[*+-] +)+", re.MULTILINE)
STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")
RULE = re.compile(r"^ *(?:[-*_] *){3,}$", re.MULTILINE)
#: A single address in angle brackets.
ADDRESS = re.compile(r"<https?://[^>\s]+>")


def plain(text: str) -> str:
    """The text without Markdown's marks; unchanged where it does not look like Markdown.

    >>> plain("# Quay shut\\n\\nThe **master** [said](https://delta.example) no.")
    'Quay shut\\n\\nThe master said no.'
    """
    if not LOOKS_SO.search(text):
        return text
    for pattern in (IMAGE, LINK_LINE, RULE, ADDRESS):
        text = pattern.sub("", text)
    text = LINK.sub(r"\1", text)
    text = STRONG.sub(r"\2", LINE_START.sub("", text))
    return EMPHASIS.sub(r"\2", text)


def find_top_heading(text: str) -> str | None:
    """The first heading of the first level, without its marks, or None.

    >>> find_top_heading("A note.\\n\\n# Quay *shut*\\n\\nIt rained.")
    'Quay shut'
    """
    match = TOP_HEADING.search(text)
    return plain(match[0]).strip() or None if match else None
