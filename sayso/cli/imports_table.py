"""How imports look on a terminal: what is wrong, what came in, what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.words import clean, count_words
from sayso.gazetteer.imports.faults import group_faults
from sayso.gazetteer.imports.folder import Import
from sayso.gazetteer.imports.row import Conflict, Fault
from sayso.gazetteer.imports.run import Report, count_wrong

#: Columns of a conflict, in their order; those that no side has a value for are left out.
SIDES = ("where", "id", "name", "kind", "country", "role", "wikidata")
#: Digits of a digest that tell imports apart.
DIGITS = 12


def render_report(report: Report, width: int, *, skip_bad: bool) -> RenderableType:
    """What is wrong, then what came of the file."""
    head = Text(clean(report.name), style="bold")
    noun = "line" if report.format == "FollowTheMoney" else "row"
    facts = f"{report.format} · {count_words(report.lines, noun)}"
    head.append(f"\n{facts}", style="not bold dim")
    parts: list[RenderableType] = [head]
    if report.faults:
        parts += [Text(), render_faults(report.faults, width)]
    for number, conflict in enumerate(report.conflicts, start=1):
        parts += [Text(), render_conflict(number, conflict)]
    whole = skip_bad or not (report.faults or report.conflicts)
    if whole:
        parts += [Text(), render_outcome(report, width)]
    return Group(*parts)


def render_faults(faults: Sequence[Fault], width: int) -> Table:
    """A row a fault; the lines that share one stand together."""
    table = make_table(width)
    table.add_column("bad", width=max(min(width // 4, 24), 14), overflow="fold")
    table.add_column("column", width=10, overflow="fold")
    table.add_column("what is wrong", ratio=1, overflow="fold")
    for lines, fault in group_faults(faults):
        what = Text(clean(fault.what))
        what.append(f"\nexpected {clean(fault.expected)}", style="dim")
        table.add_row(Text(lines, style="red"), Text(fault.column, style="bold"), what)
    return table


def make_table(width: int | None = None) -> Table:
    """A table in the style of the others."""
    table = Table(box=None, width=width, pad_edge=False, padding=(0, 1))
    table.header_style = "dim"
    return table


def render_conflict(number: int, conflict: Conflict) -> RenderableType:
    """The sides below each other, value under value; what differs stands out."""
    title = Text(f"conflict {number}  ", style="bold red")
    title.append(clean(conflict.what), style="not bold default")
    rows = [{name: getattr(side, name) for name in SIDES} for side in conflict.sides]
    shown = [name for name in SIDES if any(row[name] for row in rows)]
    table = make_table()
    for name in shown:
        table.add_column("" if name == "where" else name, overflow="fold")
    for row in rows:
        table.add_row(*(render_value(name, row[name], rows) for name in shown))
    todo = Text(clean(conflict.todo), style="dim")
    return Group(title, Padding(table, (0, 0, 0, 2)), Padding(todo, (0, 0, 0, 2)))


def render_value(name: str, value: str, rows: Sequence[dict[str, str]]) -> Text:
    """One value: bold where the sides differ in it, "–" where this side has none."""
    if name == "where":
        return Text(value, style="dim")
    differs = len({row[name].casefold() for row in rows if row[name]}) > 1
    return Text(clean(value) or "–", style="bold" if differs and value else "dim")


def render_outcome(report: Report, width: int) -> Table:
    """What was imported, or would be."""
    table = make_table(width)
    table.show_header = False
    table.add_column("", style="bold", width=11)
    table.add_column("", ratio=1, overflow="fold")
    for label, words in outcome_lines(report):
        table.add_row(label, Text(clean(words)))
    return table


def outcome_lines(report: Report) -> list[tuple[str, str]]:
    """Label and words of every line of the outcome."""
    total = sum(report.counts.values())
    kinds = " · ".join(f"{kind.replace('_', ' ')} {n:,}" for kind, n in report.counts.items())
    told = f"{count_entities(total)} ({kinds}), {count_words(report.names, 'name')}"
    if report.offices:
        told += f", {count_words(report.offices, 'office')}"
    lines = [("imported" if report.kept else "would bring", told)]
    if report.known:
        lines.append(("known", f"{count_entities(report.known)}: what the file says outranks it"))
    if report.left_out:
        torn = f": {count_words(report.left_out, 'line')}" if report.conflicts else ""
        lines.append(("left out", count_wrong(report) + torn))
    lines += [("note", note) for note in report.notes]
    if report.replaced:
        lines.append(("replaced", f"the import of {day_words(report.replaced)}"))
    if report.kept:
        lines.append(("kept in", str(report.kept.path)))
    return lines


def count_entities(number: int) -> str:
    """A number of entities.

    >>> count_entities(1), count_entities(1200)
    ('1 entity', '1,200 entities')
    """
    return f"{number:,} entit{'y' if number == 1 else 'ies'}"


def day_words(one: Import) -> str:
    """When something was imported, to the minute."""
    return one.imported[:16].replace("T", " ") + " UTC"


def render_imports(found: Sequence[Import], width: int) -> RenderableType:
    """A row an import, the newest first."""
    table = make_table(width)
    table.add_column("name", ratio=1, style="bold", overflow="fold")
    table.add_column("entities", justify="right", width=8)
    table.add_column("people", justify="right", width=8)
    table.add_column("imported", width=20)
    table.add_column("digest", style="dim", width=DIGITS)
    for one in found:
        name = Text(clean(one.name))
        also = [one.format] if one.file == one.name else [clean(one.file), one.format]
        name.append("\n" + " · ".join(also), style="not bold dim")
        counts = (f"{one.entities:,}", f"{one.people:,}")
        table.add_row(name, *counts, day_words(one), one.digest[:DIGITS])
    where = Text(f"\n kept in {found[0].path.parent}", style="dim")
    return Group(table, where)


def import_data(one: Import) -> dict[str, Any]:
    """An import as plain data."""
    return asdict(one) | {"path": str(one.path)}


def report_data(report: Report) -> dict[str, Any]:
    """A report as plain data."""
    kept, replaced = (one and import_data(one) for one in (report.kept, report.replaced))
    return asdict(report) | {"kept": kept, "replaced": replaced}
