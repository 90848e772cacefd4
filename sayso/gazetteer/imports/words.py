"""Imported bodies among the words that name entities in a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.gazetteer.entries import ORDER, Entry, Form
from sayso.gazetteer.imports.bodies import find_provenance, load_bodies
from sayso.model import Entity, EntityKind

#: Shipped words that give way to an imported body. The others are countries, capitals, seats.
_GIVE_WAY = (Form.BODY, Form.MEDIUM)


def list_entries(shipped: Mapping[str, Entity]) -> Iterator[Entry]:
    """The names of imported bodies: of no language, so of every one.

    Args:
        shipped: id → entity, imports aside.
    """
    for body in load_bodies().values():
        provenance = find_provenance(body, shipped)
        form = Form.MEDIUM if body.entity.kind is EntityKind.MEDIUM else Form.BODY
        for written in body.words:
            yield Entry(body.entity, form, "", written, provenance)


def rank(entries: list[Entry]) -> tuple[Entry, ...]:
    """The entries of some words, best form first.

    An imported body goes before a shipped one; but what is the name of a country, a capital or a
    seat stays that.
    """
    brought = [entry for entry in entries if entry.imported]
    if not brought:
        return tuple(sorted(entries, key=lambda entry: ORDER[entry.form]))
    shipped = [entry for entry in entries if not entry.imported]
    ids = {entry.entity.id for entry in brought}
    beaten = [e.entity for e in shipped if e.form in _GIVE_WAY and e.entity.id not in ids]
    over = tuple(dict.fromkeys(map(describe, beaten)))
    left = [entry for entry in shipped if entry.form not in _GIVE_WAY]
    return (*rank(left), *(outrank(entry, over) for entry in brought))


def describe(entity: Entity) -> str:
    """A shipped body that gives way, in words."""
    return f"{entity.name} ({entity.country})" if entity.country else entity.name


def outrank(entry: Entry, over: tuple[str, ...]) -> Entry:
    """The entry, and what else it outranks."""
    found = entry.imported
    if found is None or not over:
        return entry
    return replace(entry, imported=replace(found, over=(*found.over, *over)))
