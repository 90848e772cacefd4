"""The headline: found once, kept once, as the first line of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.intake.words import fold

MAX_HEADLINE, MAX_OUTLET = 250, 60
#: What parts a headline from the outlet's name behind it.
SUFFIX = re.compile(r"\s+[|–—·»:]{1,2}\s+|\s+-\s+")
CLOSED = re.compile(r"[.:;,][\"'»”’)]*$")


def find_headline(lines: Sequence[str]) -> str | None:
    """The headline of a text dump: its first line, where that looks like one.

    It is short and stands above other lines; a line that ends like a sentence is a headline
    only where it stands twice.

    >>> find_headline(["Quay stays shut", "Quay stays shut", "The quay stays shut."])
    'Quay stays shut'
    >>> find_headline(["The quay stays shut."]) is None
    True
    """
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2 or len(filled[0]) > MAX_HEADLINE:
        return None
    first = filled[0]
    if any(same_headline(first, line) for line in filled[1:4]):
        shorter = [line for line in filled[1:4] if same_headline(first, line)]
        return min([first, *shorter], key=len)
    return None if CLOSED.search(first) else first


def put_headline_once(lines: Sequence[str], headline: str | None) -> list[str]:
    """The lines with the headline as the first of them, and nowhere else.

    >>> put_headline_once(["Home", "Quay stays shut | Delta Post", "It rained."], "Quay stays shut")
    ['Quay stays shut', 'Home', 'It rained.']
    """
    if not headline:
        return list(lines)
    return [headline, *(line for line in lines if not same_headline(line, headline))]


def same_headline(one: str, other: str) -> bool:
    """True where two lines are one headline, capitals and the outlet's name behind it apart.

    >>> same_headline("Quay stays shut - Delta Post", "QUAY STAYS SHUT")
    True
    """
    # Most lines are paragraphs: with an outlet's name behind it a headline is little longer.
    if abs(len(one) - len(other)) > MAX_OUTLET:
        return False
    a, b = fold(one), fold(other)
    return bool(a) and (a == b or _bare(one) == b or a == _bare(other))


def _bare(line: str) -> str:
    """The line without its last part, where that may be an outlet's name."""
    parts = list(SUFFIX.finditer(line))
    if not parts or len(line[parts[-1].end() :].split()) > 4:
        return ""
    return fold(line[: parts[-1].start()])


def without_outlet(title: str, outlet: str | None, domain: str | None) -> str:
    """A page's title without the outlet's name at its end or start.

    >>> without_outlet("Quay stays shut – Delta Post", "Delta Post", None)
    'Quay stays shut'
    """
    names = {fold(name) for name in (outlet, domain, (domain or "").split(".")[0]) if name}
    parts = list(SUFFIX.finditer(title))
    if parts and fold(title[parts[-1].end() :]) in names:
        return title[: parts[-1].start()].strip()
    if parts and fold(title[: parts[0].start()]) in names:
        return title[parts[0].end() :].strip()
    return title
