"""The entities that are known already, by id, by Wikidata id and by name; asked by imports only."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.gazetteer.fold import fold
from sayso.gazetteer.imports.brought import Brought
from sayso.gazetteer.imports.collect import BODY
from sayso.gazetteer.imports.row import Side
from sayso.gazetteer.lookup import load_shipped
from sayso.gazetteer.names.bodies import load_groups, load_media
from sayso.gazetteer.names.officeholders import list_shipped
from sayso.gazetteer.names.person import Person
from sayso.gazetteer.search import list_languages
from sayso.gazetteer.tables import read_rows
from sayso.model import Entity, EntityKind

SHIPPED = "sayso"


@dataclass(frozen=True, slots=True)
class Known:
    """An entity that is known.

    Attributes:
        where: "sayso", or the import that it is from.
        countries: of a person those of all offices.
    """

    where: str
    id: str
    names: tuple[str, ...]
    kind: EntityKind
    countries: frozenset[str]
    role: str
    wikidata: str | None

    def side(self) -> Side:
        """Beside a row of a file."""
        return Side(
            where=self.where,
            line=0,
            id=self.id,
            name=self.names[0],
            kind=self.kind.value,
            country=", ".join(sorted(self.countries)),
            role=self.role,
            wikidata=self.wikidata or "",
        )


def know_person(person: Person) -> Known:
    """A shipped person."""
    countries = frozenset(o.country for o in person.offices if o.country)
    role = person.offices[0].role if person.offices else ""
    names = person.names
    return Known(SHIPPED, person.id, names, EntityKind.PERSON, countries, role, person.wikidata)


def know_entity(entity: Entity, names: Iterable[str]) -> Known:
    """A shipped body."""
    countries = frozenset([entity.country] if entity.country else [])
    every = tuple(dict.fromkeys([entity.name, *names]))
    role = entity.role or ""
    return Known(SHIPPED, entity.id, every, entity.kind, countries, role, entity.wikidata)


def know_brought(one: Brought) -> Known:
    """An entity of another import."""
    countries = {one.country, *(held.country for held in one.offices)} - {None, ""}
    return Known(
        where=one.source,
        id=one.id,
        names=one.names,
        kind=one.kind,
        countries=frozenset(filter(None, countries)),
        role=one.role or (one.offices[0].role if one.offices else ""),
        wikidata=one.wikidata,
    )


@functools.cache
def list_bodies() -> dict[str, Known]:
    """Id → shipped body, medium or group, with all its names."""
    found = {
        key: know_entity(entity, list_words(key))
        for key, entity in load_shipped().items()
        if key.startswith(BODY)
    }
    named = [(one.entity, one.names) for one in load_groups()]
    named += [(one.entity, one.names) for one in load_media()]
    for entity, names in named:
        before = found.get(entity.id)
        found[entity.id] = know_entity(entity, (*names, *(before.names if before else ())))
    return found


@functools.cache
def list_words(key: str) -> tuple[str, ...]:
    """The names of a shipped body in every language."""
    return tuple(_read_words().get(key, ()))


@functools.cache
def _read_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in (*list_languages(), "any"):
        for key, _, _, words in read_rows(f"words.{tag}.tsv"):
            if key.startswith(BODY):
                found.setdefault(key, []).extend(words.split("|"))
    return found


@functools.cache
def load_items() -> dict[str, Known]:
    """Wikidata id → shipped person."""
    return {p.wikidata: know_person(p) for p in list_shipped() if p.wikidata}


@functools.cache
def load_names() -> dict[tuple[EntityKind, str], list[Known]]:
    """Kind and folded name → shipped entities of that name."""
    found: dict[tuple[EntityKind, str], list[Known]] = {}
    for known in (*map(know_person, list_shipped()), *list_bodies().values()):
        for key in {fold(name) for name in known.names}:
            found.setdefault((known.kind, key), []).append(known)
    return found
