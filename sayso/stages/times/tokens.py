"""Cut a passage into words, numbers and signs, for the date grammar only."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Words keep inner apostrophes (п'ятниця, year's); with elisions the apostrophe ends a word (l').
PLAIN = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[^\w\s]")
ELIDED = re.compile(r"\d+|[^\W\d_]+['’]?|[^\w\s]")
#: Signs that are one sign to the grammar.
SAME = str.maketrans(dict.fromkeys("–—‑−~〜∼", "-") | {"’": "'", "ʼ": "'"})


class Token(NamedTuple):
    """A word, number or sign: `key` in small letters, `written` as it stands in the text."""

    key: str
    written: str
    start: int
    end: int


def tokenise(text: str, start: int, end: int, *, elisions: bool) -> list[Token]:
    """The tokens of `text[start:end]`, with their offsets in `text`.

    >>> [t.key for t in tokenise("L’été 2024–25", 0, 13, elisions=True)]
    ["l'", 'été', '2024', '-', '25']
    """
    pattern = ELIDED if elisions else PLAIN
    found = []
    for match in pattern.finditer(text, start, end):
        written = match.group()
        key = written.lower().translate(SAME)
        found.append(Token(key, written, match.start(), match.end()))
    return found


def split_glued(
    tokens: list[Token], known: frozenset[str], particles: frozenset[str], longest: int
) -> list[Token]:
    """Tokens of words that stand together taken apart: known words first, then a particle.

    A word that does not come out whole stays as it is: only "월요일에" is "월요일" and "에".
    """
    found = []
    for token in tokens:
        pieces = _split(token.key, known, particles, longest)
        at = token.start
        for piece in pieces:
            written = token.written[at - token.start : at - token.start + len(piece)]
            found.append(Token(piece, written, at, at + len(piece)))
            at += len(piece)
    return found


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
