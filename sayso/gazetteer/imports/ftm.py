"""Read entities of FollowTheMoney: JSON, one entity a line, as FtM tools and OpenSanctions export.

People, organisations, public bodies, companies and legal entities are taken; a Position that an
Occupancy gives to a person is an office. Every other schema is left out and counted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso.errors import BadImport
from sayso.gazetteer.imports.ftm_rows import OCCUPANCY, Thing, list_notes, read_things
from sayso.gazetteer.imports.row import Fault, Read
from sayso.gazetteer.imports.values import Wrong

_PARTS = "a JSON object a line: id, schema, properties"


def read_ftm(text: str, where: str) -> Read:
    """The entities of a file and what is wrong with them.

    Raises:
        BadImport: the file is one JSON array.

    >>> line = '{"id": "x-1", "schema": "Person", "properties": {"name": ["Ida Mossgrove"]}}'
    >>> read = read_ftm(line + "\\n{oops}\\n", "a.json")
    >>> [row.name for row in read.rows], [(fault.line, fault.what) for fault in read.faults]
    (['Ida Mossgrove'], [(2, 'is no JSON')])
    """
    if text.lstrip().startswith("["):
        raise BadImport(
            "is one JSON array", where=where, expected=_PARTS, todo="jq -c '.[]' parts it"
        )
    things: list[Thing] = []
    faults: list[Fault] = []
    for line, raw in enumerate(text.split("\n"), start=1):
        if raw.strip():
            try:
                things += read_line(line, raw)
            except Wrong as wrong:
                faults.append(Fault(line, "", wrong.what, wrong.expected))
    rows, wrong_ones = read_things(things)
    lines = len({thing.line for thing in things} | {fault.line for fault in faults})
    notes = tuple(list_notes(things))
    return Read("FollowTheMoney", lines, tuple(rows), (*faults, *wrong_ones), notes)


def read_line(line: int, raw: str) -> list[Thing]:
    """The entity of a line, and those that are nested in it.

    Raises:
        Wrong: it is no JSON or no entity.
    """
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        raise Wrong("is no JSON", _PARTS) from None
    return list(flatten(line, found, {}))


def flatten(line: int, raw: Any, given: dict[str, tuple[str, ...]]) -> Iterator[Thing]:
    """An entity, then those inside its properties, whose ids take their place.

    Args:
        given: what the outer entity tells of this one.
    """
    key, schema, properties = check_parts(raw)
    plain: dict[str, tuple[str, ...]] = dict(given)
    inner = []
    for name, held in properties.items():
        values = held if isinstance(held, list) else [held]
        nested = [value for value in values if isinstance(value, dict)]
        inner += nested
        texts = [str(value["id"]) for value in nested if "id" in value]
        texts += [str(value) for value in values if isinstance(value, str | int | float)]
        plain[name] = tuple(dict.fromkeys(text for text in texts if text.strip()))
    if (caption := raw.get("caption")) in plain.get("name", ()):  # the usual one of its names
        plain["name"] = tuple(dict.fromkeys((caption, *plain["name"])))
    yield Thing(line, key, schema, plain)
    for one in inner:
        held = one.get("schema") == OCCUPANCY
        yield from flatten(line, one, {"holder": (key,)} if held else {})


def check_parts(raw: Any) -> tuple[str, str, dict[str, Any]]:
    """Id, schema and properties.

    Raises:
        Wrong: one of them is not there.
    """
    if not isinstance(raw, dict):
        raise Wrong("is no JSON object", _PARTS)
    for name, kind in (("id", str), ("schema", str), ("properties", dict)):
        if not isinstance(raw.get(name), kind) or not (raw[name] or kind is dict):
            raise Wrong(f"has no {name!r}", _PARTS)
    return raw["id"], raw["schema"], raw["properties"]
