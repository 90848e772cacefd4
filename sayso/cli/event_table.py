"""Events at a terminal: what happened, to whom, and who says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.table import TableWriter, title_words
from sayso.cli.words import NOBODY, clean, count_words, date_words
from sayso.export.plover import Row
from sayso.model import Document

#: Colour only repeats what the class in words says.
QUAD_STYLE = {1: "cyan", 2: "green", 3: "yellow", 4: "red"}
#: From this width on the event's place and date have a column of their own.
ROOMY = 90


class EventTable:
    """Prints a table for every document as it comes."""

    def __init__(self, out: TextIO, rows_of: Callable[[Document], list[Row]]) -> None:
        self.writer = TableWriter(out)
        self.rows_of = rows_of
        self.written = 0

    def write(self, document: Document) -> None:
        """Print one document."""
        if self.written:
            self.writer.print(Text())
        self.written += 1
        width = self.writer.console.width
        self.writer.print(render_events(document, self.rows_of(document), width))

    def close(self) -> None:
        """Nothing stands at the end."""


def render_events(document: Document, rows: list[Row], width: int) -> RenderableType:
    """Header, and a row an event."""
    published = document.published
    narrated = sum(row["narrated"] for row in rows)
    facts = [
        clean(document.outlet.name or document.outlet.domain or "outlet unknown"),
        date_words(published.value if published else None),
        document.language or "language unknown",
        f"{count_words(len(rows), 'event')}, {narrated} narrated",
    ]
    head = Text(title_words(document), style="bold")
    head.append("\n" + " · ".join(facts), style="not bold dim")
    return Group(head, Text(), render_rows(rows, width)) if rows else head


def render_rows(rows: list[Row], width: int) -> Table:
    """What, who to whom, where and when, who says so."""
    table = Table(box=None, width=width, pad_edge=False, padding=(0, 1))
    table.header_style = "dim"
    table.add_column("#", justify="right", style="dim", width=max(2, len(str(len(rows)))))
    table.add_column("event", width=min(24, width // 4), overflow="fold")
    table.add_column("actor → recipient", ratio=3, overflow="fold")
    if width >= ROOMY:
        table.add_column("where, when", width=18, overflow="fold")
    table.add_column("who says so", ratio=2, overflow="fold")
    for number, row in enumerate(rows, start=1):
        cells: list[str | Text] = [str(number), render_what(row), render_parties(row)]
        cells += [render_where(row)] if width >= ROOMY else []
        table.add_row(*cells, render_saying(row))
    return table


def render_what(row: Row) -> Text:
    """PLOVER's type and mode; below them the word of the text, and what else it is."""
    codes = " ".join([*row["event"], *row["mode"]])
    what = Text(codes, style=QUAD_STYLE[row["quad_code"]])
    deed = row["deed"]["event"]
    notes = [
        f"“{clean(row['event_text'][0])}”",
        "" if deed in row["event"] else f"of {deed}",
        row["reality"] if row["reality"] != "actual" else "",
        "negated" if row["polarity"] == "negative" else "",
    ]
    what.append("\n" + " · ".join(note for note in notes if note), style="not bold dim")
    return what


def render_parties(row: Row) -> Text:
    """Actors and recipients with their countries; what PLOVER asks for and is missing."""
    parties = Text()
    parties.append_text(render_side(row["actor"]))
    if row["recipient"] or "recipient" in row["missing"]:
        parties.append(" → ", style="dim")
        parties.append_text(render_side(row["recipient"]))
    counted = [f"{name} {number}" for name, number in row["size"].items() if number is not None]
    more = [*counted, *(clean(q["text"]) for q in row["quantities"] if not counted)]
    if more:
        parties.append("\n" + " · ".join(more), style="dim")
    return parties


def render_side(entities: list[Row]) -> Text:
    """The entities of one role, a dash where nobody is named."""
    side = Text("" if entities else "–", style="" if entities else "dim")
    for number, one in enumerate(entities):
        side.append(", " if number else "")
        side.append(clean(one["identifier_text"] or one["entity_text"]))
        if one["code"]:
            side.append(f" {one['code']}", style="dim")
    return side


def render_where(row: Row) -> Text:
    """The place, and the date where the event has one of its own."""
    place = row["event_loc"]
    where = Text(clean(place["resolved_place"]) if place else "")
    if row["date_from"] == "event":
        where.append("\n" if where else "")
        where.append(row["date"], style="dim")
    return where


def render_saying(row: Row) -> Text:
    """The source and its act; or that the outlet tells it itself."""
    said = row["said"]
    if said is None:
        return Text("narrated", style="dim")
    source = said["source"]
    who = Text(clean(source["identifier_text"] or source["entity_text"] or NOBODY))
    if source["code"]:
        who.append(f" {source['code']}", style="dim")
    hedge = f" · {said['hedge']}" if said["hedge"] != "none" else ""
    code = f" · CAMEO {said['cameo']}" if said["cameo"] else ""
    who.append(f"\n{said['act']}{hedge}{code}", style="dim")
    return who
