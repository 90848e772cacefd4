"""`sayso entities import`, `imports` and `forget`: a user's own entities."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from sayso.gazetteer.imports.run import Report

_FORMAT = click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table to read, or JSON.",
)


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--skip-bad", is_flag=True, help="Leave out what is wrong, import the rest.")
@click.option("--dry-run", is_flag=True, help="Check only, import nothing.")
@click.option(
    "--kind",
    "-k",
    type=click.Choice(["person", "organisation", "medium", "group", "government", "armed_force"]),
    help="Kind of the rows that tell none.",
)
@click.option("--name", metavar="NAME", help="What the import is called; else the file's name.")
@_FORMAT
@click.pass_context
def import_(
    ctx: click.Context,
    file: str,
    skip_bad: bool,
    dry_run: bool,
    kind: str | None,
    name: str | None,
    format_: str,
) -> None:
    """Import people and bodies of your own.

    They are found by every look-up and every reading from then on.

    FILE is a table in UTF-8 (CSV; a head line with id, name, aliases, kind, country, sector, role,
    wikidata, since, until, of which only name and kind must be there), or FollowTheMoney entities
    (JSON, one a line). What it says outranks what sayso has. docs/imports.md says it all.

    Every bad line and every conflict of ids is shown, and then nothing is imported (exit code 1)
    unless --skip-bad is given. Importing under a name that is there already replaces that import.
    """
    from sayso.api import import_entities
    from sayso.errors import BadImport
    from sayso.gazetteer.imports.run import Report, count_wrong

    try:
        report = import_entities(file, name=name, kind=kind, skip_bad=skip_bad, dry_run=dry_run)
    except BadImport as error:
        if isinstance(error.report, Report):
            show(error.report, format_, skip_bad=False)
            error.what = f"nothing was imported: {count_wrong(error.report)}"
        raise
    show(report, format_, skip_bad=skip_bad)
    ctx.exit(1 if dry_run and not skip_bad and (report.faults or report.conflicts) else 0)


def show(report: Report, format_: str, *, skip_bad: bool) -> None:
    """Print a report."""
    if format_ == "json":
        from sayso.cli.imports_table import report_data

        print_json(report_data(report))
    else:
        from sayso.cli.imports_table import render_report

        print_table(lambda width: render_report(report, width, skip_bad=skip_bad))


def print_json(found: object) -> None:
    """Print anything as JSON."""
    from sayso.cli.formats import dump

    click.echo(dump(found, indent=2))


def print_table(render: Callable[[int], RenderableType]) -> None:
    """Print what `render` makes of the terminal's width."""
    from sayso.cli.table import TableWriter

    writer = TableWriter(sys.stdout)
    writer.print(render(writer.console.width))


@click.command("imports")
@_FORMAT
def imports(format_: str) -> None:
    """List what was imported, the newest first.

    Where two know one entity, the newer one counts.
    """
    from sayso.cli.imports_table import import_data, render_imports
    from sayso.gazetteer.imports.folder import get_folder, list_imports

    found = list_imports()
    if format_ == "json":
        print_json([import_data(one) for one in found])
    elif found:
        print_table(lambda width: render_imports(found, width))
    else:
        click.echo(f"nothing is imported (looked in {get_folder()})", err=True)


@click.command("forget")
@click.argument("name", metavar="NAME")
def forget(name: str) -> None:
    """Remove an import.

    NAME is what `sayso entities imports` calls it.
    """
    from sayso.cli.imports_table import count_entities
    from sayso.cli.words import clean
    from sayso.gazetteer.imports.keep import forget as forget_import

    gone = forget_import(name)
    click.echo(f"forgot {clean(gone.name)}: {count_entities(gone.entities)}")
