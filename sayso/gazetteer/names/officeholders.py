"""People with their offices: who a name means, and what that person was on a day.

Facts from Wikidata (CC0), with what is on public record beside them; see scripts/build_people.py.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from sayso.gazetteer.fold import fold
from sayso.gazetteer.names.index import Hit, part_namesakes, search
from sayso.gazetteer.names.match import Verdict
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


@dataclass(frozen=True, slots=True)
class Office:
    """One office of one person.

    Attributes:
        country: ISO 3166-1 alpha-3; "IGO" for international bodies, "" for territories of nobody.
        role, sector: as sources have them ("foreign minister", "GOV").
        position: as the source writes it.
        since, until: EDTF dates ("2024-05-14", "2017"); `until` None: in office, or no end known.
        source: "wikidata" or "editors".
    """

    country: str
    role: str
    sector: str
    position: str
    since: str
    until: str | None
    source: str

    def holds(self, on_date: str) -> bool:
        """True where the office was held on that day (or year, or month), both ends included.

        >>> office = Office("FRA", "president", "GOV", "President", "2017-05-14", None, "wikidata")
        >>> office.holds("2018-03-01"), office.holds("2017-05"), office.holds("2016")
        (True, True, False)
        """
        size = min(len(on_date), len(self.since))
        if on_date[:size] < self.since[:size]:
            return False
        if self.until is None:
            return True
        size = min(len(on_date), len(self.until))
        return on_date[:size] <= self.until[:size]


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the gazetteer; offices latest first."""

    id: str
    name: str
    wikidata: str | None
    other_names: tuple[str, ...]
    offices: tuple[Office, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the usual one first."""
        return (self.name, *self.other_names)


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


@functools.lru_cache(maxsize=16384)
def get_person(number: str) -> Person:
    """The person of a line of people.tsv."""
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


@functools.lru_cache(maxsize=16384)
def _names_of(number: str) -> tuple[str, ...]:
    """The names of a line; its offices are read only for whom the look-up finds."""
    _, name, _, others, _ = load_lines()[int(number)].split("\t")
    return (name, *others.split("|")) if others else (name,)


def find_exact(name: str) -> tuple[Person, ...]:
    """People filed under exactly that name, marks and capitals aside; the fastest look-up.

    >>> [person.id for person in find_exact("Sergej Lawrow")]
    ['person:sergey-lavrov']
    >>> find_exact("Sergej Lawrows")
    ()
    """
    found = load_keys().get(fold(name))
    return tuple(map(get_person, found.split(","))) if found else ()


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
    hits = part_namesakes(search(name, language, _KEYS, _names_of))
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
    shown = office or person.offices[0]
    entity = Entity(
        id=person.id,
        name=person.name,
        kind=EntityKind.PERSON,
        country=shown.country or None,
        sector=office.sector if office else None,
        role=office.role if office else None,
        wikidata=person.wikidata,
    )
    comparison = hit.comparison
    return Candidate(
        entity, person, office, comparison.score, comparison.verdict, comparison.reasons
    )


def find_office(person: Person, on_date: str | None) -> Office | None:
    """The weightiest office that the person held on that day; without a day, now or last."""
    held = [o for o in person.offices if on_date is None or o.holds(on_date)]
    if on_date is None:
        held = [o for o in held if o.until is None] or held[:1]
    return max(held, key=lambda o: (_WEIGHT.get(o.role, 1), o.since), default=None)
