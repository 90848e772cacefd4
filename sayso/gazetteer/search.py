"""Ask the whole gazetteer whom or what a name may mean, and merge the answers.

Countries, capitals, seats, bodies and media are exact words (`lookup`); people are compared across
spellings (`names.officeholders`); groups and media have names in many languages (`names.bodies`);
places are weighed by their people (`places`). One entity that several of them know is one match.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import resources
from itertools import groupby

from sayso.gazetteer.imports.kept import find_weak
from sayso.gazetteer.lookup import Entry, find_entries
from sayso.gazetteer.matches import (
    Match,
    match_current,
    match_group,
    match_medium,
    match_person,
    match_place,
    match_weak,
    match_word,
)
from sayso.gazetteer.names.bodies import find_group, find_media
from sayso.gazetteer.names.match import Verdict
from sayso.gazetteer.names.officeholders import find_person
from sayso.gazetteer.particles import strip_lead
from sayso.gazetteer.places.rank import Ranking, find_place
from sayso.gazetteer.roles import match_party
from sayso.model import EntityKind

#: What a user asks for → kinds of entities. A seat ("Kremlin") is its country's and a body too.
KINDS = {
    "person": {EntityKind.PERSON},
    "place": {EntityKind.PLACE},
    "country": {EntityKind.COUNTRY, EntityKind.GOVERNMENT},
    "body": {EntityKind.ORGANISATION, EntityKind.GOVERNMENT, EntityKind.ARMED_FORCE},
    "medium": {EntityKind.MEDIUM},
    "group": {EntityKind.GROUP},
}
#: A family name alone must fit this well where the very word is something else's name.
CLEAR = 0.96
#: Letters of the longest abbreviation.
ABBREVIATION = 6
#: Towns of fewer people come after the people of that family name (Merkel, Texas).
SMALL = 100_000
_TIERS = {Verdict.SAME: 0, Verdict.POSSIBLE: 1, Verdict.DIFFERENT: 2}


def search_names(
    name: str, language: str = "", on_date: str | None = None, kind: str | None = None
) -> list[Match]:
    """Everything that a name may mean, best first.

    Args:
        name: as written; small letters throughout are tried with capitals too.
        language: of the text; without it names of every language are asked.
        on_date: the day of the text ("2024-06-01"), a month or a year, for offices.
        kind: one of `KINDS`.

    >>> [(one.name, one.kind.value, one.verdict.value) for one in search_names("Georgia")]
    [('Georgia', 'country', 'same'), ('Georgia', 'place', 'possible')]
    >>> found = search_names("Walireri Gerassimow", on_date="2024")[0]
    >>> found.entity.id, found.office.role
    ('person:valery-gerasimov', 'chief of staff')
    >>> search_names("Qwxzrt Vbnmk")
    []
    """
    name = " ".join(name.split())
    people = latest_first(
        match_person(one, on_date) for one in find_person(name, language, on_date)
    )
    clear = any(one.score >= CLEAR for one in people)
    others = [*_list_words(name, language), *_list_bodies(name, language)]
    others += _list_places(name, language, clear)
    others += (match_weak(one, name) for one in find_weak(name))
    others += _list_parties(name, language)
    if kind != "person" and (
        _is_abbreviation(name) or any(one.verdict is Verdict.SAME for one in others)
    ):
        people = [one for one in people if one.verdict is Verdict.SAME or one.score >= CLEAR]
    wanted = KINDS[kind] if kind else set(EntityKind)
    merged = doubt(merge([*others, *people]))
    found = [one for one in merged if one.kind in wanted or (kind == "place" and one.place)]
    return sorted(found, key=lambda one: (_TIERS[one.verdict], -_rank(one)))


def latest_first(people: Iterable[Match]) -> list[Match]:
    """Of those who follow each other with one score and one role, whoever came to it last.

    >>> [one.name for one in search_names("Kim", kind="person")][:2]
    ['Kim Jong-un', 'Kim Jong-il']
    """
    made: list[Match] = []
    for _, alike in groupby(people, lambda one: (one.score, one.office and one.office.role)):
        made += sorted(alike, key=lambda one: one.office.since if one.office else "", reverse=True)
    return made


def _is_abbreviation(name: str) -> bool:
    """True for a word like KCNA, which is nobody's family name however it sounds."""
    return name.isupper() and name.isalpha() and len(name) <= ABBREVIATION


def _rank(match: Match) -> float:
    """People come ranked already, by their offices too; but who only sounds alike comes last."""
    if match.kind is not EntityKind.PERSON:
        return match.score
    return CLEAR if match.verdict is Verdict.SAME or match.score >= CLEAR else 0.5


def merge(matches: Iterable[Match]) -> list[Match]:
    """One match an entity: the surest, with every reason and whatever the others know."""
    found: dict[tuple[object, ...], Match] = {}
    for one in matches:
        first = found.get(one.key)
        if first is None:
            found[one.key] = one
            continue
        if one.entity is None:
            continue  # one region under two names of the data
        best, other = (one, first) if one.score > first.score else (first, one)
        more = other.reasons if other.place else ()  # else in other words what best tells
        found[one.key] = replace(
            best,
            what=best.what if best.imported else max(best.what, other.what, key=len),
            place=best.place or other.place,
            reasons=tuple(dict.fromkeys([*best.reasons, *more])),
        )
    return list(found.values())


def doubt(matches: list[Match]) -> list[Match]:
    """Of two entities of one kind that the very word names, neither is meant for sure.

    But an imported one outranks a shipped one.
    """
    made = []
    for one in matches:
        rivals = [f"{o.name} ({o.country})" for o in matches if _is_rival(one, o)]
        if rivals:
            reason = f"{', '.join(dict.fromkeys(rivals))} bears it too"
            if one.imported is None and any(o.imported for o in matches if _is_rival(one, o)):
                reason += ", and is imported"
            one = replace(one, verdict=Verdict.POSSIBLE, reasons=(*one.reasons, reason))
        made.append(one)
    return made


def _is_rival(one: Match, other: Match) -> bool:
    if one.entity is None or other.entity is None or one.entity.id == other.entity.id:
        return False
    if one.imported and not other.imported and one.kind is not EntityKind.PERSON:
        return False
    sure = one.verdict is other.verdict is Verdict.SAME
    return sure and one.kind is other.kind and other.score >= one.score


@functools.cache
def list_languages() -> tuple[str, ...]:
    """The languages that the gazetteer has words of.

    >>> {"de", "en", "fr", "ko", "ru", "uk"} <= set(list_languages())
    True
    """
    names = [path.name for path in resources.files("sayso.gazetteer").joinpath("data").iterdir()]
    tags = [name.split(".")[1] for name in names if name.startswith("words.")]
    return tuple(sorted(tag for tag in tags if tag != "any"))


def _list_words(name: str, language: str) -> Iterator[Match]:
    """Countries, capitals, seats, bodies, media by their exact words."""
    asked = (language,) if language else list_languages()
    best: dict[tuple[str, str], tuple[Entry, list[str]]] = {}
    for written in _spellings(name):
        for tag in asked:
            for entry in find_entries(written, tag) or find_entries(strip_lead(written, tag), tag):
                key = (entry.entity.id, entry.entity.name)
                _, tags = best.setdefault(key, (entry, []))
                if tag not in tags:
                    tags.append(tag)
    for entry, tags in best.values():
        yield match_word(entry, "" if len(tags) == len(list_languages()) else ", ".join(tags))


def _spellings(name: str) -> list[str]:
    """As written; with capitals too where there are none, for whoever types in haste."""
    return [name, name.title(), name.upper()] if name.islower() else [name]


def _list_bodies(name: str, language: str) -> Iterator[Match]:
    """Armed groups and media by their names in many languages."""
    for written in _spellings(name):
        if group := find_group(written, language):
            yield match_current(match_group(group, written))
        for medium in find_media(written, language):
            yield match_current(match_medium(medium, written))


def _list_parties(name: str, language: str) -> Iterator[Match]:
    """A country and a noun for one of its bodies or offices ("Минобороны Армении")."""
    found = (match_party(name, tag) for tag in ((language,) if language else list_languages()))
    yield from (one for one in found if one)


def _list_places(name: str, language: str, family_name: bool) -> Iterator[Match]:
    """Places by their share of all that bear the name; `family_name`: people bear it too."""
    ranking = _rank_places(name, language)
    found = [ranking.winner, *ranking.losers] if ranking.winner else []
    ranked = [one for one in found if one]
    total = sum(10**one.score for one in ranked)
    for one in ranked:
        share = 10**one.score / total
        small = family_name and one.kind != "country" and one.population < SMALL
        yield match_place(one, min(share, 0.5) if small else share, len(ranked) - 1, small)


def _rank_places(name: str, language: str) -> Ranking:
    """In no language, then in each until one knows the name: "Gebiet Kursk" asks for German."""
    ranking = find_place(name, language)
    for tag in () if language else list_languages():
        if ranking.winner:
            break
        ranking = find_place(name, tag)
    return ranking
