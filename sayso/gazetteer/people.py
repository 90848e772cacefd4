"""What names tell about people: given names with their genders, particles, words of firms."""

from __future__ import annotations

import functools

from sayso.gazetteer.fold import fold
from sayso.gazetteer.tables import read_rows


@functools.cache
def load_names() -> dict[str, frozenset[str]]:
    """names.tsv: `m`, `f` → folded given names; `particle`; `organisation`."""
    return {kind: frozenset(map(fold, words.split("|"))) for kind, words in read_rows("names.tsv")}


def find_genders(given_name: str) -> str:
    """Genders that a given name tells: "m", "f", "mf" where it may be either, "" if unknown.

    >>> find_genders("Wolodymyr"), find_genders("Ségolène"), find_genders("Andrea")
    ('m', 'f', 'f')
    >>> find_genders("Zqx")
    ''
    """
    plain = fold(given_name)
    return "".join(kind for kind in "mf" if plain in load_names()[kind])


def is_particle(word: str) -> bool:
    """True for a small word inside a name: "von", "de", "bin".

    >>> is_particle("von"), is_particle("Von"), is_particle("wegen")
    (True, False, False)
    """
    return word.islower() and word in load_names()["particle"]


def is_suffix(word: str) -> bool:
    """True for what stands after a name and is none: "Jr", "III".

    >>> is_suffix("Jr."), is_suffix("Weller")
    (True, False)
    """
    return fold(word) in load_names()["suffix"]


def is_organisation_word(word: str) -> bool:
    """True for a word that makes a name that of a firm, a club or a paper.

    >>> is_organisation_word("Ltd"), is_organisation_word("Gazette"), is_organisation_word("Ann")
    (True, True, False)
    """
    return word[:1].isupper() and fold(word) in load_names()["organisation"]
