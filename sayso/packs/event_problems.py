"""What can be wrong with a pack's events/: each fault with file and line, before any reading."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from sayso.codebook.concepts import load_concepts
from sayso.errors import PackError
from sayso.packs.lines import entry_lines
from sayso.packs.problems import PackFile, Problem, broken, shape_fault
from sayso.packs.shape import PackHead
from sayso.packs.triggers import (
    EventsFile,
    TriggerEntry,
    VerbEntry,
    check_entry,
    event_files,
    read_triggers,
)

#: Table of entries → what an entry is.
TABLES: dict[str, type] = {
    "trigger": TriggerEntry,
    "light": VerbEntry,
    "happen": VerbEntry,
    "operator": VerbEntry,
}


def find_event_problems(folder: Traversable, head: PackHead) -> list[Problem]:
    """Everything that is wrong with the files of events/, in the order of files and lines.

    What only shows when they are read as one (a set that two files give) comes alone, at the end.
    """
    files = [PackFile(folder, f"events/{path.name}") for path in event_files(folder)]
    problems = [problem for file in files for problem in shape_problems(file)]
    if not problems:
        sets = set().union(*(file.data.get("sets", {}) for file in files))
        problems = [p for file in files for p in entry_problems(file, sets)]
    return sorted(problems) or [*whole_problems(folder, head)]


def shape_problems(file: PackFile) -> Iterator[Problem]:
    """A file that is no TOML, entries with wrong keys or values, tables that are not known."""
    if file.broken:
        yield broken(file)
        return
    for table, shape in TABLES.items():
        lines = entry_lines(file.text, table)
        for raw, line in zip(file.data.get(table, ()), lines, strict=False):
            if fault := shape_fault(raw, shape):
                yield Problem(file.name, line, f"{raw.get('lemma', '?')}: {fault[1]}")
    rest: dict[str, Any] = {k: v for k, v in file.data.items() if k not in TABLES}
    if fault := shape_fault(rest, EventsFile):
        yield Problem(file.name, 0, fault[1])


def entry_problems(file: PackFile, sets: set[str]) -> Iterator[Problem]:
    """Triggers of no concept, with roles it has not, of no set, or that their example lacks."""
    whole = EventsFile(sets=dict.fromkeys(sets, ()))
    entries = msgspec.convert(file.data.get("trigger", []), list[TriggerEntry])
    for entry, line in zip(entries, entry_lines(file.text, "trigger"), strict=False):
        try:
            check_entry(entry, whole, load_concepts(), "")
        except PackError as error:
            yield Problem(file.name, line, f"{entry.lemma}: {error}")


def whole_problems(folder: Traversable, head: PackHead) -> Iterator[Problem]:
    """What is wrong with the files taken together."""
    try:
        read_triggers(folder, head)
    except (PackError, tomllib.TOMLDecodeError) as error:
        yield Problem(getattr(error, "where", "") or f"{folder.name}/events", 0, str(error))
