"""Where a user's imports are kept: a SQLite file each, in the folder `imports` of the data folder.

The folder is that of `SAYSO_DATA`, else `sayso` in the platform's place for users' data. A file
is written whole under another name and then renamed, so that whoever reads sees one or the other.
"""

from __future__ import annotations

import functools
import json
import os
import re
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sayso.errors import SaysoError
from sayso.ids import sha256

ENDING = ".sqlite"
#: Marks a file as one of ours ("sayE"), and which way of writing it is.
APPLICATION, WRITTEN = 0x73617945, 1

F = TypeVar("F", bound=Callable[..., object])
_CLEARS: list[Callable[[], None]] = []


@dataclass(frozen=True, slots=True)
class Import:
    """What is known of one import.

    Attributes:
        name: what it is called here; that of the file unless it was told.
        file: the file's name, without its folder.
        sha256: of the file's bytes.
        format: in words.
        imported: when, in UTC (ISO 8601 with microseconds).
        entities, people: how many.
        digest: of what was kept of it.
        path: where it is kept.
    """

    name: str
    file: str
    sha256: str
    format: str
    imported: str
    entities: int
    people: int
    digest: str
    path: Path


def on_change(kept: F) -> F:
    """Marks a cached function that rests on imports: it forgets when they change."""
    clear_on_change(kept.cache_clear)  # type: ignore[attr-defined]
    return kept


def clear_on_change(clear: Callable[[], None]) -> None:
    """Has `clear` called whenever the imports change: it empties what rests on them."""
    _CLEARS.append(clear)


def changed() -> None:
    """Forget whatever rests on the imports as they were."""
    for clear in _CLEARS:
        clear()


def find_data_folder() -> Path | None:
    """The folder for a user's data; None where the user has no home."""
    given = os.environ.get("SAYSO_DATA")
    if given:
        return Path(given).expanduser()
    try:
        return _standard_folder() / "sayso"
    except RuntimeError:
        return None


def _standard_folder() -> Path:
    """The platform's place for users' data (XDG Base Directory on Linux and its kin)."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if given.startswith("/") else Path.home() / ".local" / "share"


def get_folder() -> Path:
    """The folder of imports, which need not be there.

    Raises:
        SaysoError: the user has no home.
    """
    data = find_data_folder()
    if data is None:
        raise SaysoError("there is no folder for data", todo="set SAYSO_DATA to a folder")
    return data / "imports"


def file_name(name: str) -> str:
    """The file's name of an import, safe on every platform and different for every name.

    >>> file_name("peps.csv")
    'peps.csv.sqlite'
    >>> file_name("a/b.csv") == file_name("a_b.csv")
    False
    """
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", name)[:100].lstrip(".") or "_"
    return safe + ("" if safe == name else f"-{sha256(name.encode())[:8]}") + ENDING


@on_change
@functools.cache
def list_imports() -> tuple[Import, ...]:
    """Every import, the newest first, which outranks those before it.

    Raises:
        SaysoError: a file in the folder is none of ours, or broken; or it cannot be read.
    """
    data = find_data_folder()
    if data is None:
        return ()
    try:
        every = sorted((data / "imports").iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise SaysoError(f"cannot be read ({error.strerror})", where=str(data)) from error
    paths = [path for path in every if path.suffix == ENDING and not path.name.startswith(".")]
    found = [read_head(path) for path in paths]
    return tuple(sorted(found, key=lambda one: (one.imported, one.name), reverse=True))


def read_head(path: Path) -> Import:
    """What is known of the import in a file.

    Raises:
        SaysoError: it is none of ours, or written by a newer version.
    """
    todo = "delete that file, then import again what it held"
    try:
        base = connect(path)
        mark, written = (base.execute(f"PRAGMA {x}").fetchone()[0] for x in _PRAGMAS)
        if (mark, written) != (APPLICATION, WRITTEN):
            newer = mark == APPLICATION and written > WRITTEN
            what = "was written by a newer sayso" if newer else "is no import of sayso's"
            raise SaysoError(what, where=str(path), todo=todo)
        head = json.loads(base.execute("SELECT head FROM head").fetchone()[0])
        return Import(**head, path=path)
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise SaysoError(f"is broken ({error})", where=str(path), todo=todo) from error


_PRAGMAS = ("application_id", "user_version")


def connect(path: Path) -> sqlite3.Connection:
    """The open file of an import, read only; one connection a process."""
    return _connect(path, os.getpid())


@on_change
@functools.cache
def _connect(path: Path, process: int) -> sqlite3.Connection:
    where = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(where, uri=True, check_same_thread=False)


@on_change
@functools.cache
def find_digest() -> str | None:
    """A digest of all imports in their order; None where there are none."""
    found = [one.digest for one in list_imports()]
    return sha256("\n".join(found).encode()) if found else None
