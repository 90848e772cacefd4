"""Tokens of a text, and which of them a span covers once its edges are trimmed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

Offsets = tuple[int, int]

WORD = re.compile(r"\w+|[^\w\s]")


def trim(text: str, start: int, end: int) -> Offsets:
    """The span without punctuation and spaces at its edges; whole where nothing else is in it.

    >>> trim("(she left).", 0, 11), trim(" –", 1, 2)
    ((1, 9), (1, 2))
    """
    left, right = start, end
    while left < right and not text[left].isalnum():
        left += 1
    while right > left and not text[right - 1].isalnum():
        right -= 1
    return (left, right) if left < right else (start, end)


class Tokens:
    """A text cut into words and single marks.

    >>> tokens = Tokens("“We left,” she said.")
    >>> sorted(tokens.cover([(0, 10)])), tokens.words([(11, 20)])
    ([1, 2], ['she', 'said'])
    """

    def __init__(self, text: str) -> None:
        self.text = text
        found = [m.span() for m in WORD.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]

    def cover(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """Numbers of the tokens that the trimmed spans touch."""
        covered: set[int] = set()
        for given in spans:
            start, end = trim(self.text, given[0], given[1])
            covered.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(covered)

    def words(self, spans: Iterable[Sequence[int]]) -> list[str]:
        """The tokens that the trimmed spans touch, in small letters."""
        return [self.text[self.starts[i] : self.ends[i]].lower() for i in sorted(self.cover(spans))]


def iou(a: frozenset[int], b: frozenset[int]) -> float:
    """Intersection over union; two empty sets are the same.

    >>> iou(frozenset({1, 2, 3}), frozenset({2, 3, 4})), iou(frozenset(), frozenset())
    (0.5, 1.0)
    """
    return len(a & b) / len(a | b) if a or b else 1.0


def quoted(text: str) -> list[Offsets]:
    """Passages between quotation marks; a mark left open ends with its paragraph.

    >>> quoted("He “left”. „So“ »ja« « oui »")
    [(3, 9), (11, 15), (16, 20), (21, 28)]
    """
    closers = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"'}
    passages: list[Offsets] = []
    start, closing = -1, ""
    for at, char in enumerate(text):
        if start >= 0 and (char in closing or char == "\n"):
            passages.append((start, at + (char != "\n")))
            start = -1
        elif start < 0 and char in closers:
            start, closing = at, closers[char]
    if start >= 0:
        passages.append((start, len(text)))
    return passages
