"""Names of well-known places in many languages, for comparing two names of places.

The keys are written by scripts/build_exonyms.py. Where events happen is looked up elsewhere
(`sayso.gazetteer.places`); here it only matters that "Rakousko" and "Австрия" are one country.
"""

from __future__ import annotations

import functools
import re
from itertools import product

from sayso.gazetteer.names.endings import list_stems
from sayso.gazetteer.names.romanise import is_cyrillic
from sayso.gazetteer.names.sound import fold_spelling, unmix
from sayso.gazetteer.tables import read_rows

_WORD = re.compile(r"[^\s\-–,()\"«»„“”]+")
_MOST = 48


@functools.cache
def load_exonyms() -> dict[str, str]:
    """names/exonyms.tsv: folded name → keys of places, joined by "|"."""
    return dict(read_rows("names/exonyms.tsv"))


def list_words(name: str) -> list[str]:
    """The words of a place's name; hyphens part them.

    >>> list_words("Нью-Йорк"), list_words("Washington D.C.")
    (['Нью', 'Йорк'], ['Washington', 'DC'])
    """
    return [unmix(word.replace(".", "")) for word in _WORD.findall(name) if word.strip(".'’")]


def list_keys(name: str, language: str) -> set[str]:
    """Keys under which a name is filed: the folded words, with the last letters off and without.

    >>> sorted(list_keys("Wien", "de")), sorted(list_keys("Italia", "it"))
    (['vin'], ['ital', 'itali', 'italia'])
    """
    words = [fold_spelling(word, language) for word in list_words(name)]
    forms = [_forms(word) for word in words][:4]
    return {" ".join(way) for way in product(*forms) if all(way)}


def _forms(word: str) -> tuple[str, ...]:
    """A folded word, and its stem without its last vowels."""
    short = word
    out = [word]
    while len(short) > 4 and short[-1] in "aeiou":
        short = short[:-1]
        out.append(short)
    return tuple(out)


@functools.lru_cache(maxsize=8192)
def find_places(name: str, language: str = "") -> frozenset[str]:
    """Keys of the well-known places that the name, in any case form, may mean.

    Args:
        language: of the text, where known.

    >>> find_places("Rakousku", "cs") & find_places("Австрии", "ru")
    frozenset({'aut'})
    >>> find_places("Nordstadt")
    frozenset()
    """
    words = list_words(name)[:4]
    if not words:
        return frozenset()
    table = load_exonyms()
    forms = [_query(word, language) for word in words]
    found: set[str] = set()
    for number, way in enumerate(product(*forms)):
        if number >= _MOST * 8:
            break
        places = table.get(" ".join(way))
        if places:
            found.update(places.split("|"))
            if number == 0:
                break
    if not found and len(words) == 1:
        found |= _find_people(words[0], language)
    return frozenset(found)


def _query(word: str, language: str) -> tuple[str, ...]:
    """The folded word as it stands first, then the folds of its base forms."""
    low = word.lower()
    languages = dict.fromkeys((language, "uk", "bg") if is_cyrillic(word) else (language,))
    stems = (low,) if word.isupper() and len(word) < 5 else list_stems(word, "")
    folds = [fold_spelling(low, language)]
    for stem in stems:
        for one in languages:
            folds += _forms(fold_spelling(stem, one))
    return tuple(dict.fromkeys(folds))[:_MOST]


def _find_people(word: str, language: str) -> set[str]:
    """The place whose people, or whose adjective, the word is."""
    table = load_exonyms()
    for stem in list_stems(word, "") + tuple(word.lower()[:-n] for n in (1, 2, 3, 4)):
        if len(stem) >= 3:
            places = table.get("~" + fold_spelling(stem, language))
            if places:
                return set(places.split("|"))
    return set()
