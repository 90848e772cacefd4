"""Write what a file brought to the user's data folder, and take it away again."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sayso.errors import SaysoError
from sayso.gazetteer.fold import fold
from sayso.gazetteer.imports import folder
from sayso.gazetteer.imports.brought import Brought
from sayso.gazetteer.imports.folder import APPLICATION, WRITTEN, Import
from sayso.gazetteer.names.keys import list_filing_keys
from sayso.gazetteer.names.korean import is_korean
from sayso.ids import sha256
from sayso.model import EntityKind

#: Before the key of a weak name.
WEAK = "~"
_TABLES = """
CREATE TABLE head(head TEXT);
CREATE TABLE entity(number INTEGER PRIMARY KEY, id TEXT, kind TEXT, wikidata TEXT, record TEXT);
CREATE TABLE key(key TEXT, number INTEGER, PRIMARY KEY(key, number)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX entity_id ON entity(id);
CREATE INDEX entity_kind ON entity(kind);
CREATE INDEX entity_wikidata ON entity(wikidata);
"""


def keep(name: str, file: str, data: bytes, read_as: str, entities: list[Brought]) -> Import:
    """Keep the entities of a file under a name; what had that name before is gone.

    Args:
        data: the file's bytes, of which the hash is kept.
        read_as: the file's format, in words.

    Raises:
        SaysoError: the folder cannot be written.
    """
    records = [dump_record(one) for one in entities]
    path = folder.get_folder() / folder.file_name(name)
    made = Import(
        name=name,
        file=file,
        sha256=sha256(data),
        format=read_as,
        imported=datetime.now(UTC).isoformat(timespec="microseconds"),
        entities=len(entities),
        people=sum(one.kind is EntityKind.PERSON for one in entities),
        digest=sha256("\n".join(records).encode()),
        path=path,
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, made, entities, records)
    except (OSError, sqlite3.Error) as error:
        raise SaysoError(
            f"cannot be written ({error})",
            where=str(path),
            todo="set SAYSO_DATA to a folder that can",
        ) from error
    folder.changed()
    return made


def dump_record(one: Brought) -> str:
    """An entity as JSON; the same entity is always the same text."""
    held = {key: value for key, value in asdict(one).items() if key != "source"}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def write_whole(path: Path, made: Import, entities: list[Brought], records: list[str]) -> None:
    """Write a new file beside the old one, then put it in its place."""
    handle, other = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    os.close(handle)
    try:
        with closing(sqlite3.connect(other)) as base:
            write_tables(base, made, entities, records)
        Path(other).replace(path)
    finally:
        Path(other).unlink(missing_ok=True)


def write_tables(
    base: sqlite3.Connection, made: Import, entities: list[Brought], records: list[str]
) -> None:
    """Everything in one transaction; keys sorted, so that the same input gives the same file."""
    base.executescript(f"PRAGMA application_id={APPLICATION}; PRAGMA user_version={WRITTEN};")
    base.executescript(_TABLES)
    head: dict[str, Any] = {k: v for k, v in asdict(made).items() if k != "path"}
    with base:
        base.execute("INSERT INTO head VALUES (?)", (json.dumps(head, ensure_ascii=False),))
        base.executemany(
            "INSERT INTO entity VALUES (?, ?, ?, ?, ?)",
            (
                (number, one.id, one.kind.value, one.wikidata, record)
                for number, (one, record) in enumerate(zip(entities, records, strict=True))
            ),
        )
        base.executemany("INSERT INTO key VALUES (?, ?)", sorted(list_keys(entities)))
    base.executescript(_INDEXES)


def list_keys(entities: Iterable[Brought]) -> Iterator[tuple[str, int]]:
    """Every key of every entity: of people by all spellings, of weak names by the very name."""
    for number, one in enumerate(entities):
        keys = {WEAK + fold(name) for name in one.weak}
        if one.kind is EntityKind.PERSON:
            for name in one.names:
                keys |= list_filing_keys(name, korean=is_korean(name))
        for key in keys:
            yield key, number


def forget(name: str) -> Import:
    """Take an import away.

    Raises:
        SaysoError: there is none of that name, or it cannot be taken away.
    """
    found = next((one for one in folder.list_imports() if one.name == name), None)
    if found is None:
        known = ", ".join(repr(one.name) for one in folder.list_imports())
        expected = f"one of {known}" if known else ""
        todo = "" if known else "nothing is imported"
        raise SaysoError(f"no import is called {name!r}", expected=expected, todo=todo)
    try:
        found.path.unlink()
    except OSError as error:
        raise SaysoError(f"cannot be removed ({error.strerror})", where=str(found.path)) from error
    folder.changed()
    return found
