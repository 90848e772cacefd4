"""Words of a sentence for the search of places, elided words and possessives taken off."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from sayso.stages.placing.index import Phrases
from sayso.stages.recut import Stretch
from sayso.stages.segment import Sentence

_TOKEN = re.compile(r"[^\W\d_]+(?:[-‐‑'’ʼ][^\W\d_]+)*[-'’]?|\d+(?:[.,]\d+)*|\S")
#: Marks that end a clause.
STOPS = frozenset(',;:.!?…—–()[]«»“”„"‹›')


class Token(NamedTuple):
    """One word: as written, in small letters with plain apostrophes, and where it stands."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """True for a word that begins with a capital, or is of a script without small letters."""
        first = self.text[0]
        return first.isupper() or (first.isalpha() and first.lower() == first.upper())

    @property
    def stop(self) -> bool:
        """True for a mark that ends a clause."""
        return self.low in STOPS


def split_words(text: str, start: int, end: int, elisions: Sequence[str]) -> list[Token]:
    """The words of `text[start:end]`; "d'Odessa" is "de" and "Odessa", "Mali's" is "Mali", "'s".

    >>> [t.low for t in split_words("près d'Odessa", 0, 13, ("d'",))]
    ['près', 'de', 'odessa']
    >>> [t.low for t in split_words("in Mali's north", 0, 15, ())]
    ['in', 'mali', "'s", 'north']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        low = match.group().lower().replace("’", "'").replace("ʼ", "'").replace("‑", "-")
        cut = next((e for e in elisions if low.startswith(e) and len(low) > len(e)), "")
        if cut:
            found.append(Token(text[at : at + len(cut)], _whole(cut), at, at + len(cut)))
            at, low = at + len(cut), low[len(cut) :]
        if low.endswith("'s") and len(low) > 3:
            found.append(Token(text[at : stop - 2], low[:-2], at, stop - 2))
            found.append(Token(text[stop - 2 : stop], "'s", stop - 2, stop))
        elif low.endswith(("'", "-")) and len(low) > 2:
            found.append(Token(text[at : stop - 1], low[:-1], at, stop - 1))
        else:
            found.append(Token(text[at:stop], _whole(low), at, stop))
    return found


def take_over(
    text: str, sentence: Sentence, stretches: Sequence[Stretch], elisions: Sequence[str]
) -> list[Token]:
    """The words of a sentence that is cut into words already; the same as `split_words` gives."""
    columns = (sentence.words, sentence.low, sentence.starts, sentence.ends)
    tokens = list(map(Token._make, zip(*columns, strict=True)))
    for first, last in reversed(stretches):
        start, end = sentence.starts[first], sentence.ends[last - 1]
        tokens[first:last] = split_words(text, start, end, elisions)
    return tokens


def split_particles(
    tokens: Sequence[Token], particles: Sequence[str], known: Callable[[str], bool]
) -> list[Token]:
    """Korean: "쿠르스크주에서" is "쿠르스크주" and "에서" where what is left is `known`.

    >>> words = split_words("쿠르스크에서는", 0, 8, ())
    >>> [t.text for t in split_particles(words, ("에서는", "는"), {"쿠르스크"}.__contains__)]
    ['쿠르스크', '에서는']
    """
    found: list[Token] = []
    for token in tokens:
        cut = 0
        if token.text[0].isalpha() and not known(token.text):
            fit = (p for p in particles if token.text.endswith(p) and len(token.text) > len(p) + 1)
            cut = next((len(p) for p in fit if known(token.text[: -len(p)])), 0)
        middle = token.end - cut
        if cut:
            found.append(Token(token.text[:-cut], token.low[:-cut], token.start, middle))
            found.append(Token(token.text[-cut:], token.low[-cut:], middle, token.end))
        else:
            found.append(token)
    return found


def _whole(low: str) -> str:
    """ "d'" is read as "de": one phrase then stands for both."""
    return low[:-1] + "e" if low == "d'" else low


def find_before(
    tokens: Sequence[Token], index: int, known: Phrases
) -> tuple[tuple[str, ...], str] | None:
    """The first of the known phrases whose last word is `tokens[index]`, with what it means."""
    if not 0 <= index < len(tokens):
        return None
    for words, meaning in known.get(tokens[index].low, ()):
        first = index - len(words) + 1
        if first >= 0 and all(tokens[first + k].low == word for k, word in enumerate(words)):
            return words, meaning
    return None


def clauses(tokens: Sequence[Token], that: tuple[str, ...]) -> list[int]:
    """For each word the number of its clause: marks and words that open a clause divide.

    >>> words = split_words("He said that it fell, too", 0, 25, ())
    >>> clauses(words, ("that",))
    [0, 0, 1, 1, 1, 2, 2]
    """
    numbers, number, opening = [], 0, frozenset(that)
    for token in tokens:
        number += token.stop or token.low in opening
        numbers.append(number)
    return numbers
