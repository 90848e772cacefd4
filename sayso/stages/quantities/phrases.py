"""Phrases: words and phrases of a table, ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from sayso.stages.quantities.shape import Words

#: First word → phrases that begin with it, longest first, each with what it stands for.
Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def word_numbers(given: Words) -> dict[str, float]:
    """Word → number, from "number → words".

    >>> word_numbers({"1/4": ("quarter",), "1000": ("thousand",)})
    {'quarter': 0.25, 'thousand': 1000.0}
    """
    return {word: float(Fraction(key)) for key, words in given.items() for word in words}


def index_phrases(given: Iterable[tuple[str, str]], *, backward: bool = False) -> Phrases:
    """Phrases by first word, longest first; `backward` turns each round, to be matched leftwards.

    >>> index_phrases([("at least", ">")], backward=True)
    {'least': ((('least', 'at'), '>'),)}
    """
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in given:
        words = tuple(phrase.replace("-", " ").replace("'", "' ").split())
        words = words[::-1] if backward else words
        index.setdefault(words[0], []).append((words, meaning))
    return {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in index.items()}


def by_meaning(given: dict[str, tuple[str, ...]]) -> Iterable[tuple[str, str]]:
    """(phrase, id) pairs of a table "id → phrases"."""
    return ((phrase, name) for name, phrases in given.items() for phrase in phrases)


def alternatives(words: Iterable[str]) -> str:
    """A pattern that finds any of the words, the longest that fits.

    >>> alternatives(["m", "mm", "m²"])
    'mm|m²|m'
    """
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"


def match_phrase(index: Phrases, words: list[str], at: int, step: int = 1) -> tuple[int, str]:
    """The longest phrase at a word: how many words it has, and its meaning; 0 and "" if none.

    >>> match_phrase(index_phrases([("at least", ">")]), ["at", "least", "ten"], 0)
    (2, '>')
    """
    for phrase, meaning in index.get(words[at], ()) if 0 <= at < len(words) else ():
        end = at + step * len(phrase)
        found = words[at:end] if step > 0 else words[at : end if end >= 0 else None : -1]
        if tuple(found) == phrase:
            return len(phrase), meaning
    return 0, ""
