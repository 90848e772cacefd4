"""What a word can be by itself: a name of a place, or the first word of one. Kept for each word."""

from __future__ import annotations

import functools

from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import Form, load_index
from sayso.gazetteer.places.candidates import find_meanings
from sayso.gazetteer.places.forms import split_kind
from sayso.gazetteer.places.store import find_seconds
from sayso.gazetteer.places.words import PlaceWords
from sayso.stages.placing.index import index_of
from sayso.stages.placing.tokens import split_words

#: What a word with a capital may be, added up: a name, the first word of one, a name but for its
#: article ("Caire").
ALONE, LONG, LACKING = 1, 2, 4


@functools.lru_cache(maxsize=65536)
def what_may(word: str, words: PlaceWords, language: str) -> int:
    """What a word may be: ALONE, LONG and LACKING added up; 0 for most words."""
    if not word.isalpha():
        pieces = (t.text for t in split_words(word, 0, len(word), words.elisions) if t.capital)
        named = any(find_alone(p, words, language) or seconds_of(p, language) for p in pieces)
        return ALONE if named else 0
    found = ALONE if find_alone(word, words, language) else 0
    found |= LONG if seconds_of(word, language) else 0
    articles = dict.fromkeys(words.contracted.values())
    if any(find_meanings(f"{article} {word}", language) for article in articles):
        found |= LACKING
    return found


@functools.lru_cache(maxsize=32768)
def find_alone(text: str, words: PlaceWords, language: str) -> tuple[str, str | None] | None:
    """The name and kind of a word that is one without the words beside it."""
    index = index_of(words)
    if text.lower() in index.modifiers or text in index.not_places:
        return None
    inner, said = split_kind(text, words)
    for given in dict.fromkeys((said, None)):
        both = (inner, text) if given == "region" else (text, inner)
        for stem in dict.fromkeys(both):
            if stem.lower() not in index.modifiers and find_meanings(stem, language, given):
                return stem, given
    return None


def goes_on(first: str, second: str, language: str) -> bool:
    """True where some name begins with both words.

    >>> goes_on("New", "York", "en"), goes_on("New", "rules", "en")
    (True, False)
    """
    return fold(second).partition("-")[0] in seconds_of(first, language)


@functools.lru_cache(maxsize=16384)
def seconds_of(first: str, language: str) -> frozenset[str]:
    """Second words, folded, of the names that begin with a word: of towns, regions, countries."""
    start = fold(first)
    own = _country_seconds(language).get(start, frozenset())
    return find_seconds(start) | own | _country_seconds("en").get(start, frozenset())


@functools.cache
def _country_seconds(language: str) -> dict[str, frozenset[str]]:
    """First words of countries' names, folded → the words that go on with them."""
    found: dict[str, set[str]] = {}
    for entries in load_index(language).entries.values():
        for entry in entries:
            parts = fold(entry.written).split("-") if entry.form is Form.NAME else []
            for size in range(1, len(parts)):
                found.setdefault("-".join(parts[:size]), set()).add(parts[size])
    return {first: frozenset(seconds) for first, seconds in found.items()}
