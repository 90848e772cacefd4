"""`sayso events`: pages in, their events out as PLOVER rows, with who said so."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.cli.formats import Writer
    from sayso.export.plover import Row
    from sayso.model import Document

FORMATS = ("table", "json", "jsonl", "csv")


@click.command("events")
@click.argument("where", nargs=-1, required=True, metavar="WHERE...")
@click.option(
    "--format",
    "-f",
    "wanted",
    type=click.Choice(FORMATS),
    help="How to print. [default: table, or what FILE of --output ends with]",
)
@click.option(
    "--complete",
    is_flag=True,
    help="Only what PLOVER codes: with an actor, and with a recipient where it asks for one.",
)
@click.option("--language", "-l", metavar="xx", help="The pages' language (BCP 47), not detected.")
@click.option("--published", metavar="DATE", help="Publication date: 2024, 2024-03 or 2024-03-05.")
@click.option("--allow-local", is_flag=True, help="Also fetch private and loopback addresses.")
@click.option("--output", "-o", metavar="FILE", help="Write to FILE instead of stdout.")
@click.pass_context
def events(
    ctx: click.Context,
    where: tuple[str, ...],
    wanted: str | None,
    complete: bool,
    language: str | None,
    published: str | None,
    allow_local: bool,
    output: str | None,
) -> None:
    """List the events of pages as PLOVER rows, with who said so.

    WHERE is as in `sayso read`. The json has the names of PLOVER's manual, the csv the columns of
    the POLECAT data, and both behind them who told the event and in which act, or that the
    outlet tells it itself. A page that cannot be read is reported on stderr and the rest is
    read; the exit code is then 1.
    """
    from sayso.api import read_many
    from sayso.cli.read import choose_format, open_output
    from sayso.cli.run_summary import RunSummary
    from sayso.export.plover import plover_rows

    def rows_of(document: Document) -> list[Row]:
        return plover_rows(document, complete=complete)

    summary = RunSummary()
    with open_output(output) as out:
        writer = make_writer(wanted or choose_format(output), out, rows_of)
        for document in read_many(
            *where,
            language=language,
            published=published,
            allow_local=allow_local,
            on_error=summary.add_failure,
        ):
            summary.add_document(document)
            writer.write(document)
        writer.close()
    summary.report()
    ctx.exit(1 if summary.failed else 0)


def make_writer(format_: str, out: TextIO, rows_of: Callable[[Document], list[Row]]) -> Writer:
    """The writer of a format; rich is imported for the table alone."""
    match format_:
        case "csv":
            return CsvRows(out, rows_of)
        case "json" | "jsonl":
            return JsonRows(out, rows_of, array=format_ == "json")
        case _:
            from sayso.cli.event_table import EventTable

            return EventTable(out, rows_of)


class JsonRows:
    """One object a row: an array of them, or one a line."""

    def __init__(
        self, out: TextIO, rows_of: Callable[[Document], list[Row]], *, array: bool
    ) -> None:
        self.out, self.rows_of, self.array = out, rows_of, array
        self.written = 0

    def write(self, document: Document) -> None:
        """Write the rows of a document."""
        from sayso.cli.formats import dump

        for row in self.rows_of(document):
            if self.array:
                self.out.write("[\n" if not self.written else ",\n")
                self.out.write(dump(row, indent=2))
            else:
                self.out.write(dump(row) + "\n")
            self.written += 1

    def close(self) -> None:
        """Close the array."""
        if self.array:
            self.out.write("\n]\n" if self.written else "[]\n")


class CsvRows:
    """POLECAT's columns, then ours; a row of column names comes first."""

    def __init__(self, out: TextIO, rows_of: Callable[[Document], list[Row]]) -> None:
        from sayso.export.polecat import COLUMNS

        self.rows_of = rows_of
        self.rows = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        self.rows.writeheader()

    def write(self, document: Document) -> None:
        """Write the rows of a document."""
        from sayso.export.polecat import polecat_columns

        self.rows.writerows(polecat_columns(row) for row in self.rows_of(document))

    def close(self) -> None:
        """Nothing stands at the end of rows."""
