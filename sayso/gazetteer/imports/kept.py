"""Look up what users have imported: people by key, entities by id, bodies all at once.

Where several imports know one entity, the newest comes first. Without imports every function gives
nothing, at the cost of one look at the folder a process.
"""

from __future__ import annotations

import functools
import json
from typing import Any

from sayso.gazetteer.fold import fold
from sayso.gazetteer.imports.brought import Brought, Held
from sayso.gazetteer.imports.folder import Import, connect, list_imports, on_change
from sayso.model import EntityKind

#: Before the key of a weak name (keep.py).
WEAK = "~"


@on_change
@functools.cache
def have_people() -> bool:
    """True where any import has people."""
    return any(one.people for one in list_imports())


@on_change
@functools.lru_cache(maxsize=65536)
def find_ids(key: str) -> tuple[str, ...]:
    """Ids of the people filed under a key (names/keys.py)."""
    sql = "SELECT id FROM key JOIN entity USING (number) WHERE key = ? ORDER BY number"
    found = [row[0] for one in list_imports() for row in connect(one.path).execute(sql, (key,))]
    return tuple(dict.fromkeys(found))


@on_change
@functools.lru_cache(maxsize=16384)
def find_by_id(key: str) -> tuple[Brought, ...]:
    """What the imports know of an entity, the newest first."""
    return _select("id = ? ORDER BY number", key)


def find_by_wikidata(item: str) -> tuple[Brought, ...]:
    """What the imports know of an item of Wikidata, the newest first."""
    return _select("wikidata = ? ORDER BY number", item)


def find_weak(name: str) -> tuple[Brought, ...]:
    """Entities of which a name is a weak alias."""
    numbers = "number IN (SELECT number FROM key WHERE key = ?) ORDER BY number"
    return _select(numbers, WEAK + fold(name))


@on_change
@functools.cache
def list_bodies() -> tuple[Brought, ...]:
    """Every imported entity that is no person, the newest import first."""
    if all(one.people == one.entities for one in list_imports()):
        return ()
    return _select("kind <> ? ORDER BY number", EntityKind.PERSON.value)


def _select(where: str, value: str) -> tuple[Brought, ...]:
    sql = f"SELECT record FROM entity WHERE {where}"
    return tuple(
        load_record(json.loads(row[0]), one)
        for one in list_imports()
        for row in connect(one.path).execute(sql, (value,))
    )


def load_record(raw: dict[str, Any], kept: Import) -> Brought:
    """An entity as it was kept."""
    offices = tuple(Held(**held) for held in raw["offices"])
    lists = {name: tuple(raw[name]) for name in ("aliases", "weak", "lines")}
    kind = EntityKind(raw["kind"])
    return Brought(**{**raw, **lists, "offices": offices, "kind": kind, "source": kept.name})
