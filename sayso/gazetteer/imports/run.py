"""Import a file: read it, check it, and keep it where nothing is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.errors import BadImport
from sayso.gazetteer.imports.brought import Brought
from sayso.gazetteer.imports.collect import collect
from sayso.gazetteer.imports.faults import group_faults
from sayso.gazetteer.imports.folder import Import, list_imports
from sayso.gazetteer.imports.ftm import read_ftm
from sayso.gazetteer.imports.keep import keep
from sayso.gazetteer.imports.known import settle
from sayso.gazetteer.imports.row import Conflict, Fault, Read
from sayso.gazetteer.imports.table import read_table
from sayso.gazetteer.imports.text import decode, is_table, read_bytes
from sayso.gazetteer.lookup import Form, find_entries
from sayso.gazetteer.search import list_languages
from sayso.model import EntityKind

#: What a name in a page means before it means an imported body.
_PLACES = frozenset({Form.NAME, Form.SEAT, Form.CAPITAL, Form.DEMONYM, Form.BLOC})


@dataclass(frozen=True, slots=True)
class Report:
    """What an import came to.

    Attributes:
        name: what the import is called, to forget it.
        format: of the file, in words.
        lines: rows or entities in the file.
        counts: kind → how many entities were imported, or would be.
        names, offices: how many of them.
        known: how many of the entities were known, and now outrank what was known of them.
        faults, conflicts: what is wrong; with `skip_bad` it was left out.
        left_out: how many lines were.
        notes: what was not used, in words.
        kept: where it is; None in a dry run, or where something is wrong.
        replaced: the import of that name that there was.
    """

    name: str
    format: str
    lines: int
    counts: dict[str, int]
    names: int
    offices: int
    known: int
    faults: tuple[Fault, ...]
    conflicts: tuple[Conflict, ...]
    left_out: int
    notes: tuple[str, ...]
    kept: Import | None = None
    replaced: Import | None = None


def import_file(
    path: Path,
    *,
    name: str | None = None,
    kind: EntityKind | None = None,
    skip_bad: bool = False,
    dry_run: bool = False,
) -> Report:
    """Import the entities of a file; see `sayso.import_entities`.

    Raises:
        BadImport: the file cannot be read; or something in it is wrong, and `skip_bad` is not set.
    """
    name = name or path.name
    data = read_bytes(path)
    text = decode(data, str(path))
    read = read_table(text, str(path), kind) if is_table(path, text) else read_ftm(text, str(path))
    brought, torn = collect(read.rows)
    entities, taken, known = settle(brought, name)
    report = make_report(name, read, entities, [*torn, *taken], known)
    wrong = report.faults or report.conflicts
    if wrong and not (skip_bad or dry_run):
        raise refuse(path, report)
    if not entities:
        raise (
            refuse(path, report)
            if wrong
            else BadImport(
                "brings no entity",
                where=str(path),
                expected="people, organisations, public bodies or companies",
            )
        )
    if dry_run:
        return report
    before = next((one for one in list_imports() if one.name == name), None)
    kept = keep(name, path.name, data, read.format, entities)
    return replace(report, kept=kept, replaced=before)


def make_report(
    name: str, read: Read, entities: list[Brought], conflicts: list[Conflict], known: int
) -> Report:
    """What a file comes to as it was read."""
    torn = {side.line for conflict in conflicts for side in conflict.sides if side.line}
    bad = {fault.line for fault in read.faults} | torn
    return Report(
        name=name,
        format=read.format,
        lines=read.lines,
        counts=dict(Counter(one.kind.value for one in entities).most_common()),
        names=sum(len({*one.names, *one.weak}) for one in entities),
        offices=sum(len(one.offices) for one in entities),
        known=known,
        faults=tuple(sorted(read.faults, key=lambda fault: fault.line)),
        conflicts=tuple(sorted(conflicts, key=lambda found: found.sides[0].line)),
        left_out=len(bad),
        notes=(*read.notes, *list_notes(entities)),
    )


def refuse(path: Path, report: Report) -> BadImport:
    """The error of a file in which something is wrong."""
    lines = [f"{said}: {fault.what}" for said, fault in group_faults(report.faults)[:1]]
    lines += [conflict.what for conflict in report.conflicts[:1]]
    error = BadImport(
        f"nothing was imported: {count_wrong(report)} ({'; '.join(lines)})",
        where=str(path),
        todo="mend the file, or leave these lines out with --skip-bad",
    )
    error.report = report
    return error


def count_wrong(report: Report) -> str:
    """How much is wrong, in words."""
    bad = len({fault.line for fault in report.faults})
    parts = [f"{bad:,} bad line{'' if bad == 1 else 's'}"] if bad else []
    torn = len(report.conflicts)
    parts += [f"{torn:,} conflict{'' if torn == 1 else 's'}"] if torn else []
    return " and ".join(parts)


def list_notes(entities: Iterable[Brought]) -> Iterator[str]:
    """What a page will not be read with, in words."""
    bodies = [one for one in entities if one.kind is not EntityKind.PERSON]
    shared = [name for one in bodies for name in one.names if is_place(name)]
    if shared:
        more = f" and {len(shared) - 3:,} more" if len(shared) > 3 else ""
        yield f"a country, capital or seat in a page, not the body: {', '.join(shared[:3])}{more}"


def is_place(name: str) -> bool:
    """True where a name means a country, a capital or a seat of government in any language.

    >>> is_place("Moscow"), is_place("Arvelle Harbour Office")
    (True, False)
    """
    found = (entry for tag in list_languages() for entry in find_entries(name, tag))
    return any(entry.form in _PLACES for entry in found)
