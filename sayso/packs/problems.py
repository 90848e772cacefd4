"""What can be wrong with a pack before anything is read: keys, values, passages, doubles.

The loader stops at the first fault, so that a wrong pack never reads; here all are collected,
each with its file and line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from sayso.packs.lines import entry_lines, find_key_line
from sayso.packs.load import VERB_LETTERS
from sayso.packs.passages import find_faults, form_faults
from sayso.packs.shape import Case, CueEntry, CueKind, PackHead, RoleEntry, WordClass

#: File → (its table of entries, what an entry is, the key that names it).
ENTRIES: dict[str, tuple[str, type, str]] = {
    "cues.toml": ("cue", CueEntry, "lemma"),
    "roles.toml": ("role", RoleEntry, "role"),
    "cases.toml": ("case", Case, "id"),
}
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]+)`")
_MISSING = re.compile(r"missing required field `(?P<key>[^`]+)`")


class Problem(msgspec.Struct, frozen=True, order=True):
    """One fault: the file, the line (0: the whole file), and what is wrong."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


class PackFile:
    """One TOML file of a pack: its text, its data, and the lines of its entries."""

    def __init__(self, folder: Traversable, name: str) -> None:
        path = folder.joinpath(name)
        self.name = f"{folder.name}/{name}"
        self.there = path.is_file()
        self.text = path.read_text("utf-8") if self.there else ""
        self.broken: str | None = None
        self.data: dict[str, Any] = {}
        try:
            self.data = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            self.broken = str(error)
        table = ENTRIES[name][0] if name in ENTRIES else ""
        self.starts = entry_lines(self.text, table)

    def line_of(self, number: int, key: str | None = None) -> int:
        """The line of an entry (numbered from 0), or of a key in it."""
        if number >= len(self.starts):
            return 0
        start = self.starts[number]
        end = self.starts[number + 1] if number + 1 < len(self.starts) else None
        return (find_key_line(self.text, key, start, end) if key else None) or start


def find_problems(folder: Traversable) -> list[Problem]:
    """Everything that is wrong with the files of a pack, in the order of files and lines."""
    head_file = PackFile(folder, "pack.toml")
    problems = [*head_problems(head_file), *word_problems(PackFile(folder, "words.toml"))]
    head = None if problems else msgspec.convert(head_file.data, PackHead)
    for name in ENTRIES:
        problems += entry_problems(PackFile(folder, name), name, head)
    problems += [*verb_problems(folder), *score_problems(PackFile(folder, "scores.toml"))]
    return sorted(problems)


def head_problems(file: PackFile) -> Iterator[Problem]:
    """pack.toml: it is there, it is TOML, its keys and values are known."""
    if not file.there:
        yield Problem(file.name, 0, "is not there; copy packs/_blank")
    elif file.broken:
        yield broken(file)
    else:
        fault = shape_fault(file.data, PackHead)
        if fault:
            key, what = fault
            yield Problem(file.name, find_key_line(file.text, key) or 1, what)


def word_problems(file: PackFile) -> Iterator[Problem]:
    """words.toml: only known classes, each a list of words."""
    if file.broken:
        yield broken(file)
        return
    known = {name.value for name in WordClass}
    for key, given in file.data.items():
        line = find_key_line(file.text, key) or 1
        if key not in known:
            yield Problem(file.name, line, f"unknown word class `{key}`")
        elif not isinstance(given, list) or not all(isinstance(word, str) for word in given):
            yield Problem(file.name, line, f"`{key}` must be a list of words")


def verb_problems(folder: Traversable) -> Iterator[Problem]:
    """verbs.txt: a form, a tab, and the letters of what it can be, on every line."""
    path = folder.joinpath("verbs.txt")
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    for number, line in enumerate(lines, start=1):
        form, _, letters = line.partition("\t")
        if not form or not letters or set(letters) - set(VERB_LETTERS):
            what = f"{line!r}, expected a form, a tab, and letters of {''.join(VERB_LETTERS)}"
            yield Problem(f"{folder.name}/verbs.txt", number, what)


def score_problems(file: PackFile) -> Iterator[Problem]:
    """scores.toml: constructions, each with a share of 0 to 1."""
    if file.broken:
        yield broken(file)
    for key, given in file.data.items():
        if not isinstance(given, float) or not 0 <= given <= 1:
            line = find_key_line(file.text, key) or 1
            yield Problem(file.name, line, f"`{key}` must be a share of 0.0 to 1.0")


def entry_problems(file: PackFile, name: str, head: PackHead | None) -> Iterator[Problem]:
    """A file of entries: shape of each, its passages and forms, and doubles."""
    if file.broken:
        yield broken(file)
        return
    table, shape, naming = ENTRIES[name]
    for key in set(file.data) - {table}:
        line = find_key_line(file.text, key) or 1
        yield Problem(file.name, line, f"unknown table `{key}`, expected [[{table}]]")
    seen: dict[str, int] = {}
    for number, raw in enumerate(file.data.get(table, ())):
        called = str(raw.get(naming, "?"))
        for key, what in entry_faults(raw, shape, head):
            yield Problem(file.name, file.line_of(number, key), f"{called}: {what}")
        double = double_key(raw, table)
        if double in seen:
            what = f"{called}: the same stands on line {seen[double]}"
            yield Problem(file.name, file.line_of(number), what)
        seen.setdefault(double, file.line_of(number))


def entry_faults(raw: Any, shape: type, head: PackHead | None) -> list[tuple[str, str]]:
    """The faults of one entry, each with the key it lies in."""
    fault = shape_fault(raw, shape)
    if fault:
        return [fault]
    entry: CueEntry | RoleEntry | Case = msgspec.convert(raw, shape)
    faults = list(find_faults(entry))
    if head and isinstance(entry, CueEntry):
        faults += form_faults(entry, head)
    return faults


def broken(file: PackFile) -> Problem:
    """A file that is no TOML; tomllib's message has the line."""
    found = re.search(r"line (\d+)", file.broken or "")
    return Problem(file.name, int(found[1]) if found else 0, f"not TOML: {file.broken}")


def shape_fault(raw: Any, shape: type) -> tuple[str, str] | None:
    """The key at fault and what is wrong, where data does not fit its shape."""
    try:
        msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        message = str(error)
    else:
        return None
    unknown, missing = _UNKNOWN.search(message), _MISSING.search(message)
    if unknown:
        return unknown["key"], f"unknown key `{unknown['key']}`"
    if missing:
        return missing["key"], f"`{missing['key']}` is missing"
    path = re.search(r"`\$(?:\[[^\]]*\])*\.(\w+)", message)
    return (path[1] if path else ""), message


def double_key(raw: dict[str, Any], table: str) -> str:
    """What two entries must not share.

    A lemma may stand twice where its forms, its kind or its complements differ ("deny" a fact,
    "deny" a request): all but the proof, the remark and the act must be alike for a double.
    """
    if table == "cue":
        kept = {k: v for k, v in raw.items() if k not in ("act", "example", "marks", "why")}
        kept.setdefault("kind", CueKind.VERB.value)
        return repr(sorted(kept.items()))
    return repr(sorted(raw.get("forms", ()))) if table == "role" else str(raw.get("id"))
