"""People with their offices: who a name means, and what that person was on a day.

Facts from Wikidata (CC0), with what is on public record beside them; see scripts/build_people.py.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from sayso.gazetteer.fold import fold
from sayso.gazetteer.imports.folder import on_change
from sayso.gazetteer.imports.kept import find_by_id, find_ids, have_people
from sayso.gazetteer.imports.people import join_person, outranking
from sayso.gazetteer.names.index import Hit, part_namesakes, search
from sayso.gazetteer.names.match import Verdict
from sayso.gazetteer.names.person import Office, Person
from sayso.model import Entity, EntityKind

#: Offices that decide whom a family name alone most likely means, the weightiest first.
_WEIGHT = {
    "supreme leader": 9, "president": 9, "prime minister": 8, "chancellor": 8, "monarch": 7,
    "head of an international body": 7, "foreign minister": 7, "defence minister": 7, "pope": 7,
    "chief of staff": 6, "spokesperson": 5, "rebel leader": 6, "junta leader": 8, "envoy": 4,
    "intelligence chief": 5, "vice president": 6, "crown prince": 6, "interior minister": 5,
    "finance minister": 5, "commander": 4, "opposition leader": 5, "national security adviser": 5,
}  # fmt: skip
_SOURCES = {"w": "wikidata", "e": "editors"}
#: Begins what stands for the number of a line where a person is imported and not shipped.
_IMPORTED = "import:"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person whom a name may mean, on a day.

    Attributes:
        entity: with country, sector and role on that day; role None where no office was held.
        office: the weightiest office held on that day (without a day: held now, or last).
        score, verdict, reasons: of the comparison of the names.
    """

    entity: Entity
    person: Person
    office: Office | None
    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


@functools.cache
def load_lines() -> list[str]:
    """The lines of people.tsv below its head, not yet parsed."""
    return _read("people.tsv").split("\n")[1:-1]


@functools.cache
def load_keys() -> dict[str, str]:
    """people_keys.tsv: filing key → numbers of lines, joined by commas."""
    return dict(line.split("\t") for line in _read("people_keys.tsv").split("\n")[1:-1])


def _read(name: str) -> str:
    return resources.files("sayso.gazetteer").joinpath("data", name).read_text("utf-8")


class _Keys(dict[str, tuple[str, ...]]):
    """The keys with their lines split when they are asked for."""

    def get(self, key: str, default: object = None) -> tuple[str, ...] | None:  # type: ignore[override]
        """The numbers of the lines of a key."""
        found = load_keys().get(key)
        return default if found is None else tuple(found.split(","))  # type: ignore[return-value]


_KEYS = _Keys()


class _AllKeys(dict[str, tuple[str, ...]]):
    """The same with imported people, who come first."""

    def get(self, key: str, default: object = None) -> tuple[str, ...] | None:  # type: ignore[override]
        """The numbers of the lines of a key, and the ids of the people who have none."""
        brought = tuple(_load_numbers().get(one, _IMPORTED + one) for one in find_ids(key))
        found = tuple(dict.fromkeys((*brought, *(_KEYS.get(key) or ()))))
        return found or default  # type: ignore[return-value]


_ALL_KEYS = _AllKeys()


def _keys() -> dict[str, tuple[str, ...]]:
    return _ALL_KEYS if have_people() else _KEYS


@functools.cache
def _load_numbers() -> dict[str, str]:
    """Id → number of the line."""
    return {line.partition("\t")[0]: str(n) for n, line in enumerate(load_lines())}


@on_change
@functools.lru_cache(maxsize=16384)
def get_person(number: str) -> Person:
    """The person of a line of people.tsv, with what is imported of that person."""
    if number.startswith(_IMPORTED):
        return join_person(None, find_by_id(number.removeprefix(_IMPORTED)))
    person = get_shipped(number)
    brought = find_by_id(person.id) if have_people() else ()
    return join_person(person, brought) if brought else person


def find_shipped(key: str) -> Person | None:
    """The person of that id as shipped, imports aside.

    >>> find_shipped("person:sergey-lavrov").name
    'Sergey Lavrov'
    """
    number = _load_numbers().get(key)
    return get_shipped(number) if number else None


def list_shipped() -> Iterator[Person]:
    """Every person that is shipped, imports aside."""
    return (get_shipped(str(number)) for number in range(len(load_lines())))


def get_shipped(number: str) -> Person:
    """The person of a line of people.tsv, imports aside."""
    key, name, wikidata, others, offices = load_lines()[int(number)].split("\t")
    return Person(
        id=key,
        name=name,
        wikidata=wikidata or None,
        other_names=tuple(others.split("|")) if others else (),
        offices=tuple(_parse_office(office) for office in offices.split("|")),
    )


def _parse_office(text: str) -> Office:
    country, role, sector, position, since, until, source = text.split("~")
    return Office(country, role, sector, position, since, until or None, _SOURCES[source])


def list_people() -> Iterator[Person]:
    """Every person of the gazetteer."""
    return (get_person(str(number)) for number in range(len(load_lines())))


@on_change
@functools.lru_cache(maxsize=16384)
def _names_of(number: str) -> tuple[str, ...]:
    """The names of a line; its offices are read only for whom the look-up finds."""
    if have_people():
        return get_person(number).names
    _, name, _, others, _ = load_lines()[int(number)].split("\t")
    return (name, *others.split("|")) if others else (name,)


def find_exact(name: str) -> tuple[Person, ...]:
    """People filed under exactly that name, marks and capitals aside; the fastest look-up.

    >>> [person.id for person in find_exact("Sergej Lawrow")]
    ['person:sergey-lavrov']
    >>> find_exact("Sergej Lawrows")
    ()
    """
    found = _keys().get(fold(name))
    return tuple(map(get_person, found)) if found else ()


def find_person(name: str, language: str = "", on_date: str | None = None) -> list[Candidate]:
    """People whom a name may mean, best first.

    A full name in any spelling gives `verdict` "same"; a family name alone never does, nor a full
    name that two people bear: all are given, those in the weightiest office on that day first.

    Args:
        name: as it stands in the text, titles and case endings included.
        language: of the text, where known.
        on_date: the day of the text ("2024-06-01"), a month or a year.

    >>> found = find_person("Walerij Gerassimow", "de", "2024-06-01")[0]
    >>> found.entity.name, found.entity.role, found.entity.country, found.verdict.value
    ('Valery Gerasimov', 'chief of staff', 'RUS', 'same')
    >>> [find_person("Sergej Schoigu", "de", day)[0].entity.role for day in ("2023", "2025")]
    ['defence minister', 'national security adviser']
    >>> find_person("Lawrow", "de", "2024")[0].verdict.value
    'possible'
    """
    hits = part_namesakes(search(name, language, _keys(), _names_of))
    found = [_build(hit, get_person(hit.key), on_date) for hit in hits]
    return sorted(found, key=_rank)


def _rank(candidate: Candidate) -> tuple[float, float, str]:
    """Surest first; of one family name, whoever holds or held the weightiest office."""
    weight = max((_WEIGHT.get(office.role, 1) for office in candidate.person.offices), default=0)
    held = _WEIGHT.get(candidate.office.role, 1) if candidate.office else 0
    bonus = 0.02 * held + 0.005 * weight
    if candidate.verdict is Verdict.SAME:
        return -round(candidate.score, 2), -bonus, candidate.entity.id
    return -(candidate.score + bonus), 0.0, candidate.entity.id


def _build(hit: Hit, person: Person, on_date: str | None) -> Candidate:
    """The person as on that day."""
    office = find_office(person, on_date)
    shown = office or next(iter(person.offices), None)
    country = (shown.country if shown else "") or person.country
    entity = Entity(
        id=person.id,
        name=person.name,
        kind=EntityKind.PERSON,
        country=country,
        sector=(office.sector or None) if office else person.sector,
        role=office.role if office else None,
        wikidata=person.wikidata,
    )
    found = hit.comparison
    reasons = found.reasons
    if person.imported:
        reasons = (*reasons, person.imported.words)
    return Candidate(entity, person, office, found.score, found.verdict, reasons)


def find_office(person: Person, on_date: str | None) -> Office | None:
    """The weightiest office that the person held on that day; without a day, now or last."""
    held = [o for o in person.offices if on_date is None or o.holds(on_date)]
    if on_date is None:
        held = [o for o in held if o.until is None] or held[:1]
    if person.imported:
        held = outranking(held, on_date)
    return max(held, key=lambda o: (_WEIGHT.get(o.role, 1), o.since), default=None)
