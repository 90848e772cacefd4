"""The table: who says what, for a person at a terminal 60 to 200 columns wide.

Colour is only ever added to a word that says the same; where stdout is no terminal there is none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.cells import (
    ACT_WIDTH,
    render_proof,
    render_what,
    render_who,
    where_width,
    where_words,
    who_width,
)
from sayso.cli.footer import render_footer
from sayso.cli.words import clean, count_words, date_words
from sayso.model import Act, Document, Source, Statement

ACT_STYLE = {
    Act.ASSERT: "cyan",
    Act.CONFIRM: "bright_cyan",
    Act.ADMIT: "bold green",
    Act.DENY: "bold red",
    Act.ACCUSE: "bold yellow",
    Act.ESTIMATE: "cyan",
    Act.SUSPECT: "cyan",
    Act.WARN: "yellow",
    Act.PREDICT: "blue",
    Act.PROMISE: "blue",
    Act.THREATEN: "yellow",
    Act.DEMAND: "magenta",
    Act.REJECT: "red",
    Act.CONDEMN: "red",
    Act.PRAISE: "green",
    Act.DECLINE: "bright_black",
    Act.HEARSAY: "italic",
}
NARROWEST, WIDEST, UNKNOWN_WIDTH = 60, 200, 100
#: Characters of a text that stand in for a missing title.
BEGINS = 80


class TableWriter:
    """Prints a table for every document as it comes."""

    def __init__(self, out: TextIO, *, explain: bool = False) -> None:
        self.console = make_console(out)
        self.explain = explain
        self.written = 0

    def write(self, document: Document) -> None:
        """Print one document."""
        if self.written:
            self.print(Text())
        self.written += 1
        self.print(render_document(document, self.console.width, explain=self.explain))

    def print(self, shown: RenderableType) -> None:
        """Print, without the blanks that rich fills lines with where nobody sees them."""
        if self.console.is_terminal:
            self.console.print(shown)
            return
        with self.console.capture() as captured:
            self.console.print(shown)
        lines = captured.get().splitlines()
        self.console.file.write("".join(f"{line.rstrip()}\n" for line in lines))

    def close(self) -> None:
        """Nothing stands at the end."""


def make_console(out: TextIO) -> Console:
    """A console as wide as its terminal, within what can be read."""
    given = os.environ.get("COLUMNS", "")
    width = int(given) if given.isdigit() else UNKNOWN_WIDTH
    if out.isatty() and not given.isdigit():
        width = Console(file=out).width
    width = min(max(width, NARROWEST), WIDEST)
    return Console(file=out, width=width, highlight=False, markup=False, emoji=False)


def render_document(document: Document, width: int, *, explain: bool = False) -> RenderableType:
    """Header, rows, footer."""
    parts: list[RenderableType] = [render_header(document)]
    if document.statements:
        parts += [Text(), *render_rows(document, width, explain)]
    footer = render_footer(document, explain)
    if footer:
        rows_end_blank = explain and bool(document.statements)
        parts.append(Padding(footer, (0 if rows_end_blank else 1, 0, 0, 1)))
    return Group(*parts)


def render_header(document: Document) -> Text:
    """Title; then outlet, date and how it was found, language, how many statements."""
    published = document.published
    date = date_words(published.value if published else None)
    facts = [
        clean(document.outlet.name or document.outlet.domain or "outlet unknown"),
        f"{date} ({published.how.value})" if published and published.how else date,
        document.language or "language unknown",
        statements_words(document.statements),
    ]
    if document.credits:
        facts.insert(1, "credits " + ", ".join(clean(c.name) for c in document.credits))
    header = Text(title_words(document), style="bold")
    header.append("\n" + " · ".join(facts), style="not bold dim")
    return header


def title_words(document: Document) -> str:
    """The title; where there is none, how the text begins."""
    if document.title:
        return clean(document.title)
    begins = clean(document.text[:BEGINS].partition("\n")[0])
    whole = len(document.text) <= BEGINS or "\n" in document.text[:BEGINS]
    return begins if whole else f"{begins.rpartition(' ')[0]} …"


def statements_words(statements: tuple[Statement, ...]) -> str:
    """How many statements, by how many sources."""
    counted = count_words(len(statements), "statement")
    sources = {party_key(s.source) for s in statements if s.source.entity or s.source.span}
    return f"{counted} by {count_words(len(sources), 'source')}" if sources else counted


def party_key(source: Source) -> str:
    """What makes two sources one: the entity, else the words."""
    if source.entity:
        return source.entity.id
    return source.span.text.casefold() if source.span else ""


def render_rows(document: Document, width: int, explain: bool) -> Iterator[RenderableType]:
    """One row a statement; to explain, each with its proof below it, as wide as there is."""
    numbers = {s.id: n for n, s in enumerate(document.statements, start=1)}
    table = make_table(width, len(numbers), header=True)
    for number, statement in enumerate(document.statements, start=1):
        table.add_row(
            str(number),
            render_who(statement.source, who_width(width)),
            Text(statement.act.value, style=ACT_STYLE[statement.act]),
            render_what(document.text, statement, numbers, None if explain else width),
            where_words(statement, width),
        )
        if explain:
            yield table
            yield Padding(render_proof(document, statement), (0, 0, 1, 4))
            table = make_table(width, len(numbers), header=False)
    if not explain:
        yield table


def make_table(width: int, rows: int, *, header: bool) -> Table:
    """The columns, as wide in every document of a run, so that rows of several stand in line."""
    table = Table(box=None, width=width, pad_edge=False, padding=(0, 1), show_header=header)
    table.header_style = "dim"
    table.add_column("#", justify="right", style="dim", width=max(2, len(str(rows))))
    table.add_column("who", width=who_width(width), overflow="fold")
    table.add_column("act", width=ACT_WIDTH)
    table.add_column("what", ratio=1, overflow="fold")
    table.add_column("where", justify="right", style="dim", width=where_width(width))
    return table
