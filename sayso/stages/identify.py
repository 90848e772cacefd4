"""Identify: persons that a page names, found among the people whose offices are on record."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec

from sayso.gazetteer.imports.folder import on_change
from sayso.gazetteer.names.match import Verdict
from sayso.gazetteer.names.officeholders import Candidate, find_exact, find_person
from sayso.model import Entity, EntityKind, Event, Role, Source, Statement


def identify(
    statements: Sequence[Statement], language: str, published: str | None
) -> tuple[Statement, ...]:
    """Give persons their id, country, office at that date and Wikidata id, where data has them.

    Args:
        statements: resolved statements of one page.
        language: the language the page's names are spelled in.
        published: day of publication, for the office held then; None: the latest on record.

    A name in a spelling on record is enough. A name in any other spelling also needs the page to
    tell the person's country, and the same one ("Russia's chief of staff, Walireri Gerassimow");
    nobody is found by a family name alone, and what the page says is never overwritten.
    """
    known: dict[str, Entity] = {}
    done = []
    for statement in statements:
        source = _with_person(statement.source, language, published, known)
        to = statement.addressee
        addressee = _with_person(to, language, published, known) if to else None
        if source is not statement.source or addressee is not to:
            statement = msgspec.structs.replace(statement, source=source, addressee=addressee)
        done.append(statement)
    return tuple(done)


def identify_roles(
    statements: Sequence[Statement], narrated: Sequence[Event], language: str, published: str | None
) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    """The same for actors and recipients of events, in statements and narrated."""
    known: dict[str, Entity] = {}

    def told(roles: tuple[Role, ...]) -> tuple[Role, ...]:
        return tuple(_with_identity(role, language, published, known) for role in roles)

    def event(one: Event) -> Event:
        actor, recipient = told(one.actor), told(one.recipient)
        if actor == one.actor and recipient == one.recipient:
            return one
        return msgspec.structs.replace(one, actor=actor, recipient=recipient)

    done = tuple(
        msgspec.structs.replace(s, events=tuple(event(e) for e in s.events)) if s.events else s
        for s in statements
    )
    return done, tuple(event(e) for e in narrated)


def _with_identity(
    role: Role, language: str, published: str | None, known: dict[str, Entity]
) -> Role:
    entity = role.entity
    if entity is None or entity.kind is not EntityKind.PERSON or " " not in entity.name:
        return role
    if entity.id not in known:
        known[entity.id] = find_identity(entity, language, published)
    found = known[entity.id]
    return role if found is entity else msgspec.structs.replace(role, entity=found)


def _with_person(
    source: Source, language: str, published: str | None, known: dict[str, Entity]
) -> Source:
    entity = source.entity
    if entity is None or entity.kind is not EntityKind.PERSON or " " not in entity.name:
        return source
    if entity.id not in known:
        known[entity.id] = find_identity(entity, language, published)
    found = known[entity.id]
    return source if found is entity else msgspec.structs.replace(source, entity=found)


def find_identity(entity: Entity, language: str, published: str | None) -> Entity:
    """The entity with what is on record of the person; itself where nobody surely fits.

    >>> page = Entity(id="person:emmanuel-macron", name="Emmanuel Macron", kind=EntityKind.PERSON)
    >>> find_identity(page, "fr", "2024-03-01").country
    'FRA'
    """
    candidates = _search(entity.name, language, published, entity.country is not None)
    sure = [c for c in candidates if c.verdict is Verdict.SAME]
    if entity.country:
        sure = [c for c in sure if c.entity.country == entity.country]
    if len({c.entity.id for c in sure}) != 1:
        return entity
    person = sure[0].entity
    return msgspec.structs.replace(
        person,
        country=entity.country or person.country,
        sector=entity.sector or person.sector,
        role=entity.role or person.role,
    )


@on_change
@functools.lru_cache(maxsize=20_000)
def _search(
    name: str, language: str, published: str | None, told: bool
) -> tuple[Candidate, ...]:
    """Candidates for a name; new spellings only where the page tells the country."""
    if not told and not find_exact(name):
        return ()
    return tuple(find_person(name, language, published))
