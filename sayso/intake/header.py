"""The header block of a text file: `url:`, `publisher:`, `published:`, `language:`, `title:`."""

from __future__ import annotations

from sayso.intake.parts import Given

KEYS = ("url", "publisher", "published", "language", "title")


def take_header(text: str) -> tuple[Given, str]:
    """What the header block gives, and the text below it.

    The block is the first lines of the text, any of the five keys in any order, ended by an
    empty line (or the end of the text). Text that begins otherwise has no header.

    >>> take_header("language: fr\\npublished: 2025-04-28\\n\\nLe quai reste fermé.")[1]
    'Le quai reste fermé.'
    >>> take_header("title: the word that he used was wrong.\\nNobody noticed.")[0]
    Given(url=None, publisher=None, published=None, language=None, title=None)
    """
    block, _, rest = text.partition("\n\n")
    values: dict[str, str] = {}
    for line in block.split("\n"):
        key, colon, value = line.partition(":")
        key = key.strip().lower()
        if not colon or key not in KEYS or key in values:
            return Given(), text
        values[key] = value.strip()
    return Given(**{key: value or None for key, value in values.items()}), rest.lstrip("\n")
