"""A language's words around the names of places, indexed: asked at every name of a page."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.gazetteer.places.words import PlaceWords

#: A phrase as its words in small letters.
Phrase = tuple[str, ...]
#: A word → the phrases that it ends, each with what it means.
Phrases = dict[str, tuple[tuple[Phrase, str], ...]]


@dataclass(frozen=True, slots=True)
class Index:
    """Attributes:
    before: last word of a preposition or verb → its phrase and relation, in the order in
        which they are tried.
    kinds_before: last word of a noun that tells the kind → phrase and kind.
    kinds_after: first word of such a noun behind the name → the noun, its words, and the kind.
    kind_words: last and first words of both, in small letters.
    passive: first word → what has the name before it as its subject.
    passed: articles and modifiers between a preposition and its name.
    modifiers, articles, people, not_places, capital_after, weak, in_: these lists.
    small: small words that may follow a place that holds another.
    lasts: last words of what stands before a place or joins it to another.
    follows: first words of what behind a name can make it a place.
    saying: last words of `say` and `tell`.
    say, tell, not_say: last word → phrases.
    """

    before: Phrases
    kinds_before: Phrases
    kinds_after: dict[str, tuple[tuple[str, int, str], ...]]
    kind_words: frozenset[str]
    passive: dict[str, tuple[Phrase, ...]]
    passed: frozenset[str]
    modifiers: frozenset[str]
    articles: frozenset[str]
    people: frozenset[str]
    not_places: frozenset[str]
    capital_after: frozenset[str]
    small: frozenset[str]
    weak: frozenset[str]
    in_: frozenset[str]
    lasts: frozenset[str]
    follows: frozenset[str]
    saying: frozenset[str]
    say: Phrases
    tell: Phrases
    not_say: Phrases


def spaced(phrase: str) -> Phrase:
    """The words of a phrase as the tokens have them.

    >>> spaced("près d'")
    ('près', 'de')
    """
    return tuple(phrase.lower().replace("d'", "de ").replace("'", "' ").split())


def by_last(groups: Iterable[tuple[str, Iterable[str]]]) -> Phrases:
    """Last word → (phrase, meaning) pairs: in the order of the groups, the longest first.

    >>> by_last([("near", ["not far from"]), ("from", ["from"])])["from"]
    ((('not', 'far', 'from'), 'near'), (('from',), 'from'))
    """
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for meaning, given in groups:
        phrases = {spaced(phrase) for phrase in given} - {()}
        for words in sorted(phrases, key=lambda p: (-len(p), p)):
            found.setdefault(words[-1], []).append((words, meaning))
    return {last: tuple(phrases) for last, phrases in found.items()}


@functools.cache
def index_of(words: PlaceWords) -> Index:
    """The index of a language's words, made once a process."""
    relations = (
        ("near", words.near), ("on", words.on), ("in", words.in_),
        ("from", words.from_), ("to", words.to),
    )  # fmt: skip
    kinds = (("region", words.region_before), ("city", words.city_before))
    after: dict[str, tuple[tuple[str, int, str], ...]] = {}
    for kind, given in (("region", words.region_after), ("city", words.city_after)):
        for noun in given:
            parts = noun.split()
            after[parts[0]] = (*after.get(parts[0], ()), (noun, len(parts), kind))
    passive: dict[str, tuple[Phrase, ...]] = {}
    for phrase in words.passive:
        low = tuple(phrase.lower().split())
        passive[low[0]] = (*passive.get(low[0], ()), low)
    before, kinds_before = by_last(relations), by_last(kinds)
    say, tell = by_last([("say", words.say)]), by_last([("tell", words.tell)])
    return Index(
        before=before,
        kinds_before=kinds_before,
        kinds_after=after,
        kind_words=frozenset((*kinds_before, *(first.lower() for first in after))),
        passive=passive,
        passed=frozenset((*words.modifiers, *words.articles)),
        modifiers=frozenset(words.modifiers),
        articles=frozenset(words.articles),
        people=frozenset(words.people),
        not_places=frozenset(words.not_places),
        capital_after=frozenset(words.capital_after),
        small=frozenset(
            (*words.in_, *words.near, *words.to, *words.from_, *words.and_, *words.that)
        ),
        weak=frozenset(words.weak),
        in_=frozenset(words.in_),
        lasts=frozenset((*before, *kinds_before, *words.contracted, *words.and_, *words.particles)),
        follows=frozenset((",", "(", *words.in_, *passive, *(first.lower() for first in after))),
        saying=frozenset((*say, *tell)),
        say=say,
        tell=tell,
        not_say=by_last([("", words.not_say)]),
    )
