"""What a page tells about where it is about: names to weigh a place by, and people's names."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from sayso.gazetteer.lookup import Form, find_demonym, load_index
from sayso.gazetteer.people import find_genders
from sayso.gazetteer.places.candidates import find_meanings
from sayso.gazetteer.places.words import PlaceWords
from sayso.stages.placing.index import index_of
from sayso.stages.placing.name import Tokens, find_name

#: A town of fewer people (10 to this power) says nothing about where a page is about.
LEAST_TOWN = 4.3


def find_people(tokens: Tokens, words: PlaceWords) -> Iterator[str]:
    """Names that stand behind a title or a given name: "Minister Jordan", "Michael Jordan"."""
    people = index_of(words).people
    for at in tokens.capitals:
        before, token = tokens[at - 1], tokens[at]
        if at and token.low != token.text and before.text[0].isalpha():
            title = before.low.rstrip(".") in people
            given = before.capital and bool(find_genders(before.text))
            if title or (given and not find_meanings(f"{before.text} {token.text}", "en")):
                yield token.low


def find_near(
    text: str, tokens: Tokens, words: PlaceWords, language: str, people: frozenset[str]
) -> Iterator[str]:
    """Names of the sentence that tell where the page is about, and adjectives of countries."""
    after, adjectives = 0, adjectives_of(language)
    capitals = frozenset(tokens.capitals)
    for at, token in enumerate(tokens):
        if at < after:
            continue
        if token.low in adjectives and find_demonym(token.text, language):
            yield token.text
        name = None
        if at in capitals and token.low not in people:
            name = find_name(text, tokens, at, words, language)
        if name:
            after = name.last + 1
            if is_telling(name.text, language, name.kind):
                yield name.text


@functools.cache
def adjectives_of(language: str) -> frozenset[str]:
    """Adjectives of countries and words for their people, in small letters.

    >>> "libysche" in adjectives_of("de"), "ливийская" in adjectives_of("ru")
    (True, True)
    """
    entries = load_index(language).entries.items()
    return frozenset(key for key, es in entries if any(e.form is Form.DEMONYM for e in es))


@functools.lru_cache(maxsize=16384)
def is_telling(name: str, language: str, kind: str | None) -> bool:
    """True for a country, a region, or a town that is large enough."""
    meanings = find_meanings(name, language, kind)
    return any(m.row.kind != "city" or m.weight >= LEAST_TOWN for m in meanings[:2])
