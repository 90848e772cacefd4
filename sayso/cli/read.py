"""`sayso read`: pages in, their statements out."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sayso.cli.run_summary import RunSummary
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.cli.formats import Writer

FORMATS = ("table", "json", "jsonl", "csv")


@click.command("read")
@click.argument("where", nargs=-1, required=True, metavar="WHERE...")
@click.option(
    "--format",
    "-f",
    "wanted",
    type=click.Choice(FORMATS),
    help="How to print. [default: table, or what FILE of --output ends with]",
)
@click.option(
    "--explain", is_flag=True, help="In the table: the rule and the marked sentence of each row."
)
@click.option("--language", "-l", metavar="xx", help="The pages' language (BCP 47), not detected.")
@click.option("--published", metavar="DATE", help="Publication date: 2024, 2024-03 or 2024-03-05.")
@click.option("--allow-local", is_flag=True, help="Also fetch private and loopback addresses.")
@click.option("--output", "-o", metavar="FILE", help="Write to FILE instead of stdout.")
@click.pass_context
def read(
    ctx: click.Context,
    where: tuple[str, ...],
    wanted: str | None,
    explain: bool,
    language: str | None,
    published: str | None,
    allow_local: bool,
    output: str | None,
) -> None:
    """Read pages: who says what, and where it stands.

    WHERE is a file (HTML or text), a folder, an http(s) address, or - for stdin; several may be
    given. A page that cannot be read is reported on stderr and the rest is read; the exit code
    is then 1.
    """
    from sayso.api import read_many

    summary = RunSummary()
    with open_output(output) as out:
        writer = make_writer(wanted or choose_format(output), out, explain)
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


def choose_format(output: str | None) -> str:
    """The format that a file's name asks for, `table` where it asks for none.

    >>> choose_format("who.csv"), choose_format("who.txt"), choose_format(None)
    ('csv', 'table', 'table')
    """
    ending = Path(output or "").suffix[1:].lower()
    return ending if ending in FORMATS else "table"


def make_writer(format_: str, out: TextIO, explain: bool) -> Writer:
    """The writer of a format; rich is imported for the table alone."""
    if format_ == "table":
        from sayso.cli.table import TableWriter

        return TableWriter(out, explain=explain)
    from sayso.cli.formats import WRITERS

    return WRITERS[format_](out)


@contextlib.contextmanager
def open_output(path: str | None) -> Iterator[TextIO]:
    """Stdout, or the file to write to."""
    if path is None or path == "-":
        yield sys.stdout
        return
    try:
        file = Path(path).open("w", encoding="utf-8", newline="")  # noqa: SIM115
    except OSError as error:
        raise SaysoError(
            f"cannot be written: {error.strerror}", where=path, todo="choose another --output"
        ) from error
    with file:
        yield file
