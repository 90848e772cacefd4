"""Cut a passage into words, numbers and signs, for the date grammar only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.stages.recut import Piece, Stretch, cut_again
from sayso.stages.segment import Sentence

#: Words keep inner apostrophes (п'ятниця, year's); with elisions the apostrophe ends a word (l').
PLAIN = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[^\w\s]")
ELIDED = re.compile(r"\d+|[^\W\d_]+['’]?|[^\w\s]")
#: Signs that are one sign to the grammar.
SAME = str.maketrans(dict.fromkeys("–—‑−~〜∼", "-") | {"’": "'", "ʼ": "'"})


@dataclass(slots=True)
class Tokens:
    """Words, numbers and signs as parallel lists: `keys` in small letters, `written` as they
    stand in the text, and their offsets."""

    keys: list[str]
    written: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.keys)


def find_pieces(text: str, start: int, end: int, elisions: bool) -> list[Piece]:
    """The words, numbers and signs of `text[start:end]`, each with its key and offset."""
    pattern = ELIDED if elisions else PLAIN
    found = [(match.group(), match.start()) for match in pattern.finditer(text, start, end)]
    return [(word, word.lower().translate(SAME), at) for word, at in found]


def tokenise(text: str, start: int, end: int, *, elisions: bool) -> Tokens:
    """The tokens of `text[start:end]`, with their offsets in `text`.

    >>> tokenise("L’été 2024–25", 0, 13, elisions=True).keys
    ["l'", 'été', '2024', '-', '25']
    """
    pieces = find_pieces(text, start, end, elisions)
    words, keys = [word for word, _, _ in pieces], [key for _, key, _ in pieces]
    starts = [at for _, _, at in pieces]
    return Tokens(keys, words, starts, [at + len(word) for word, _, at in pieces])


def take_over(
    text: str, sentence: Sentence, stretches: Sequence[Stretch], *, elisions: bool
) -> Tokens:
    """The tokens of a sentence that is cut into words already; the same as `tokenise` gives."""
    if not stretches:
        return Tokens(sentence.low, sentence.words, sentence.starts, sentence.ends)
    words, keys, starts, ends = cut_again(
        sentence, stretches, lambda a, b: find_pieces(text, a, b, elisions)
    )
    return Tokens(keys, words, starts, ends)


def split_glued(
    tokens: Tokens, known: frozenset[str], particles: frozenset[str], longest: int
) -> Tokens:
    """Tokens of words that stand together taken apart: known words first, then a particle.

    A word that does not come out whole stays as it is: only "월요일에" is "월요일" and "에".
    """
    made = Tokens([], [], [], [])
    for key, written, start in zip(tokens.keys, tokens.written, tokens.starts, strict=True):
        at = 0
        for piece in _split(key, known, particles, longest):
            made.keys.append(piece)
            made.written.append(written[at : at + len(piece)])
            made.starts.append(start + at)
            at += len(piece)
            made.ends.append(start + at)
    return made


def _split(
    word: str, known: frozenset[str], particles: frozenset[str], longest: int
) -> tuple[str, ...]:
    """The pieces of a word, itself alone where it cannot be taken apart."""
    if word in known or len(word) < 2:
        return (word,)
    for length in range(min(longest, len(word) - 1), 0, -1):
        head, rest = word[:length], word[length:]
        if head not in known:
            continue
        if rest in known or rest in particles:
            return (head, rest)
        further = _split(rest, known, particles, longest)
        if len(further) > 1:
            return (head, *further)
    return (word,)
