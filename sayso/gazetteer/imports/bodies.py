"""Imported bodies: what is no person, one entity an id, with the words that name it in a page."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.gazetteer.imports.brought import Brought, Provenance
from sayso.gazetteer.imports.folder import on_change
from sayso.gazetteer.imports.kept import list_bodies
from sayso.model import Entity

#: Letters of the shortest name that is looked for in a page.
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Body:
    """One imported body.

    Attributes:
        words: its names as they may stand in a page.
    """

    entity: Entity
    words: tuple[str, ...]
    source: str


@on_change
@functools.cache
def load_bodies() -> dict[str, Body]:
    """Id → body, the newest import's word where several know it."""
    found: dict[str, list[Brought]] = {}
    for one in list_bodies():
        found.setdefault(one.id, []).append(one)
    return {key: join_bodies(brought) for key, brought in found.items()}


def join_bodies(brought: list[Brought]) -> Body:
    """One body of what several imports tell, the newest first."""
    first = brought[0]
    words = (as_written(name) for one in brought for name in one.names if len(name) >= SHORTEST)
    return Body(first.entity(), tuple(dict.fromkeys(words)), first.source)


def as_written(name: str) -> str:
    """The name with a capital where it has none: in small letters any word of a page would fit.

    >>> as_written("adria shipping"), as_written("eNordia")
    ('Adria shipping', 'eNordia')
    """
    return name if name != name.lower() else name[:1].upper() + name[1:]


def find_provenance(body: Body, shipped: Mapping[str, Entity]) -> Provenance:
    """Where a body comes from, and what of the shipped entity of its id it outranks.

    Args:
        shipped: id → entity.
    """
    known = shipped.get(body.entity.id)
    return Provenance(body.source, tuple(list_over(known, body.entity)) if known else ())


def list_over(shipped: Entity, entity: Entity) -> list[str]:
    """The values that differ, in words."""
    return [
        f"the {field} {old}"
        for field in ("name", "kind", "country", "sector", "role")
        if (old := getattr(shipped, field)) and old != getattr(entity, field)
    ]
