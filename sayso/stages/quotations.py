"""Quotations: where quoted speech begins and ends in a text, over sentences and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Marks that open in one language and close in another, or are typed for both.
_EITHER_WAY = frozenset(('"', "“", "”", "''"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: `start` and `end` include its marks; `closed` is False where the closing mark
    is missing and the paragraph's end was taken instead."""

    start: int
    end: int
    closed: bool = True


def find_quotations(text: str, pairs: tuple[tuple[str, str], ...]) -> list[Quotation]:
    """The outermost quotations of a text, in order.

    Args:
        text: the whole text, so that a quotation over several paragraphs is one.
        pairs: opening and closing marks; a mark that opens and closes (") is told by its place.

    A quotation that is not closed when its paragraph ends goes on if the next paragraph begins
    with an opening mark again, as newspapers print long quotations.

    >>> [(q.start, q.end) for q in find_quotations('He said: «No.» Then «Yes.»', (("«", "»"),))]
    [(9, 14), (20, 26)]
    """
    closing: dict[str, set[str]] = {}
    for opening, close in pairs:
        closing.setdefault(opening, set()).add(close)
    marks = {mark for pair in pairs for mark in pair}
    if not marks:
        return []
    longest_first = sorted(marks, key=lambda mark: (-len(mark), mark))
    scan = re.compile("|".join([*map(re.escape, longest_first), "\n+"]))
    found: list[Quotation] = []
    start, wanted, depth, inner = -1, set[str](), 0, ""
    for match in scan.finditer(text):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":
            if start >= 0 and not (_goes_on(text, match.end(), closing) and at - start < 4000):
                found.append(Quotation(start, at, closed=False))
                start = -1
            continue
        if start < 0:
            if mark in closing and _opens(text, at, mark):
                start, wanted, depth, inner = at, closing[mark], 0, mark
        elif mark in wanted and _closes(text, at, mark, inner):
            if depth:
                depth -= 1
            else:
                found.append(Quotation(start, match.end()))
                start = -1
        elif mark == inner and mark not in wanted and _opens(text, at, mark):
            if not _at_paragraph_start(text, at):
                depth += 1
    if start >= 0:
        end = text.find("\n", start)
        found.append(Quotation(start, len(text) if end < 0 else end, closed=False))
    return found


def _opens(text: str, at: int, mark: str) -> bool:
    """A mark opens a quotation when words follow it and none stands right before it."""
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if mark in ("'", "’"):
        return (before.isspace() or before in "([—–-") and after.isalpha()
    if mark in _EITHER_WAY:
        return not after.isspace() and not before.isalnum()
    return not (before.isalnum() and after.isspace())


def _closes(text: str, at: int, mark: str, opened_by: str) -> bool:
    """A mark closes a quotation; an apostrophe inside or after a word does not."""
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if mark in ("'", "’"):
        return not after.isalnum() and not before.isspace() and opened_by in "‘'‚‹›"
    if mark == opened_by:
        return not before.isspace() or not after.isalnum()
    return True


def _at_paragraph_start(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _goes_on(text: str, at: int, closing: dict[str, set[str]]) -> bool:
    return at < len(text) and text[at] in closing and _opens(text, at, text[at])
