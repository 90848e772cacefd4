"""Recut: a sentence's words as a finder wants them, taken over where both cut alike.

The finders of dates, quantities and places each have their own idea of a word ("mid-April",
"10 000", "l'Ukraine"). Nearly all words are letters alone, which all of them cut alike: only
stretches without a blank that hold anything else are cut again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.stages.segment import Sentence

#: Signs that are a word of their own for every finder.
SIGNS = frozenset(',.:;!?…()[]{}«»“”„"‹›')
#: Blanks that may stand inside a number: a space, no-break, narrow no-break, thin.
GAPS = frozenset(" \u00a0\u202f\u2009")
#: A piece of a stretch: the word, its key in small letters, and where it begins.
Piece = tuple[str, str, int]
Stretch = tuple[int, int]


def find_stretches(text: str, sentence: Sentence) -> list[Stretch]:
    """The stretches (words `first` to `last`, the latter not included) that are to be cut again.

    A number goes on over a blank where digits follow: "10 000".
    """
    odd = [n for n, w in enumerate(sentence.low) if not (w.isalpha() or w in SIGNS)]
    found: list[Stretch] = []
    starts, ends, count = sentence.starts, sentence.ends, len(sentence.low)
    after = 0
    for at in odd:
        if at < after:
            continue
        first, after = at, at + 1
        while first and ends[first - 1] == starts[first]:
            first -= 1
        while after < count and (
            ends[after - 1] == starts[after] or _goes_on(text, ends[after - 1], starts[after])
        ):
            after += 1
        found.append((first, after))
    return found


def _goes_on(text: str, end: int, start: int) -> bool:
    """True where only a blank divides two digits."""
    blank = start == end + 1 and text[end] in GAPS
    return blank and text[end - 1].isdecimal() and text[start].isdecimal()


def cut_again(
    sentence: Sentence,
    stretches: Sequence[Stretch],
    cut: Callable[[int, int], list[Piece]],
) -> tuple[list[str], list[str], list[int], list[int]]:
    """Words, the same in small letters, starts and ends, the stretches cut by a finder's rule.

    Args:
        sentence: as the segmenter cut it.
        stretches: what `find_stretches` gave for it.
        cut: pieces of the text between two offsets.
    """
    words, low = sentence.words[:], sentence.low[:]
    starts, ends = sentence.starts[:], sentence.ends[:]
    for first, last in reversed(stretches):
        pieces = cut(starts[first], ends[last - 1])
        words[first:last] = [word for word, _, _ in pieces]
        low[first:last] = [key for _, key, _ in pieces]
        starts[first:last] = [start for _, _, start in pieces]
        ends[first:last] = [start + len(word) for word, _, start in pieces]
    return words, low, starts, ends
