"""What a name may mean: every country, region, city of that name, before anything is weighed."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import find_country
from sayso.gazetteer.places.forms import spellings
from sayso.gazetteer.places.store import Row, find_keys, get_row, load_countries
from sayso.gazetteer.places.words import load_place_words

#: Weights are in orders of magnitude of population. A country outranks any town of its name
#: (Mexico: 20 million) unless something on the page speaks for the town.
COUNTRY, REGION_LESS, OTHER_NAME, UNLIKE_NAME = 7.7, 1.2, 0.6, 1.2
#: Another name is like the main one (Odessa, Odesa) or unlike it (Islamabad for Chattogram).
LIKE = 0.6
#: A town with this share of its region's people comes before it by so much.
SHARE, CHIEF_TOWN = 0.2, 1.0
#: No more than this many are weighed: places with more people come first.
MOST = 24
_LANGUAGES = ("en", "fr", "de", "es", "ru", "uk", "it", "ko")


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a name may mean, and how likely that is when nothing else is known.

    Attributes:
        row: the place; of a country, its name, alpha-3 and GeoNames id.
        weight: log10 of the population, less for regions and for names that are not the main one.
        main: the name is its main one.
    """

    row: Row
    weight: float
    main: bool


@functools.lru_cache(maxsize=16384)
def find_meanings(
    name: str, language: str, kind: str | None = None, foreign: bool = False
) -> tuple[Meaning, ...]:
    """Everything that a name in a language may mean; the likeliest first.

    Args:
        name: as written, in any case form.
        language: of the page.
        kind: where a noun said so: one of the meanings is then of that kind, and adjectives of
            regions are understood.
        foreign: also try the names that other languages have for countries.

    >>> [(m.row.name, m.row.kind) for m in find_meanings("Kursk", "en")][:2]
    [('Kursk', 'city'), ('Kursk Oblast', 'region')]
    >>> find_meanings("Luxembourg", "fr")[0].row.kind
    'country'
    """
    words = load_place_words(language)
    for spelling in spellings(name, words, kind):
        found = _exact(spelling, language, foreign)
        if found and (kind is None or any(m.row.kind == kind for m in found)):
            return found
    return ()


@functools.lru_cache(maxsize=16384)
def _exact(name: str, language: str, foreign: bool) -> tuple[Meaning, ...]:
    found = _countries(name, language, foreign)
    key = fold(name)
    latin = key[:1] < "ɐ"  # GeoNames' main names are Latin: in other scripts none is the main one
    for number in find_keys(key)[:MOST]:
        row, main = get_row(number >> 1), bool(number & 1) or not latin
        weight = math.log10(row.population + 1) if row.population else 4.0
        weight -= (REGION_LESS if row.kind == "region" else 0) + (0 if main else _less(key, row))
        found.append(Meaning(row, weight, main))
    return tuple(sorted(_towns_first(found), key=lambda m: (-m.weight, m.row.number)))


def _less(key: str, row: Row) -> float:
    """How much less likely a place is meant by a name that is not its main one."""
    main = fold(row.name)
    like = main.startswith(key) or SequenceMatcher(None, key, main).ratio() >= LIKE
    return OTHER_NAME if like else UNLIKE_NAME


def _towns_first(found: list[Meaning]) -> list[Meaning]:
    """Of a region and its chief town of one name the town is meant: Moscow, Kharkiv; not so where
    the town is a small part of it: Quebec, Brandenburg."""
    towns = [m for m in found if m.row.kind == "city" and m.row.region]
    made = []
    for one in found:
        chief = [
            m.weight - CHIEF_TOWN
            for m in towns
            if m.row.region == one.row.number and m.row.population > SHARE * one.row.population
        ]
        made.append(replace(one, weight=min([one.weight, *chief])))
    return made


def _countries(name: str, language: str, foreign: bool) -> list[Meaning]:
    """The country of that name: in the page's language or English, or in any where wanted."""
    own = find_country(name, language) or find_country(name, "en")
    if own is None and foreign:
        own = next((e for other in _LANGUAGES if (e := find_country(name, other))), None)
    if own is None or own.entity.country is None:
        return []
    return [Meaning(country_row(own.entity.country), COUNTRY, True)]


@functools.cache
def country_row(alpha3: str) -> Row:
    """A country as a place.

    >>> country_row("JOR").name
    'Jordan'
    """
    known = load_countries().get(alpha3)
    if known is None:
        return Row(0, alpha3, "country", alpha3, None, 0, None, None, None)
    return Row(0, known.name, "country", alpha3, None, known.population, None, None, known.geonames)
