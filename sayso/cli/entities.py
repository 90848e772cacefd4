"""`sayso entities`: whom or what a name may mean, and why; and a user's own entities."""

from __future__ import annotations

import re
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.imports import forget, import_, imports

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from sayso.gazetteer.matches import Match

#: The table shows so many; the json has all.
MOST = 10


class NameGroup(click.Group):
    """A group whose command `find` need not be named: what is no command is a name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `find` before what is no command of ours."""
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["find", *args]
        return super().parse_args(ctx, args)


@click.group("entities", cls=NameGroup)
def entities() -> None:
    """Look a name up: whom it may mean, and why.

    `sayso entities NAME` is short for `sayso entities find NAME`. The other commands import
    entities of your own, list the imports, and forget them.
    """


for _command in (import_, imports, forget):
    entities.add_command(_command)


@entities.command("find")
@click.argument("name", metavar="NAME")
@click.option("--language", "-l", metavar="XX", default="", help="Language of NAME.")
@click.option("--on", "on_date", metavar="DATE", help="Offices on that day, month or year.")
@click.option(
    "--kind",
    "-k",
    type=click.Choice(["person", "place", "country", "body", "medium", "group"]),
    help="Only what is of that kind.",
)
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table to read, or JSON with every candidate.",
)
def find(name: str, language: str, on_date: str | None, kind: str | None, format_: str) -> None:
    """Look a name up: whom it may mean, and why.

    NAME may be written in any spelling or script; quote it where it has several words. Candidates
    stand best first, each with its country, what it is (a person: the office on that DATE, else
    now or last), its id and the reasons. "same": the name tells; "possible": it does not by
    itself, as a family name never does. The figure is how well the name fits; of a place, its
    share among all places of that name.

    The exit code is 1 when nothing is found.
    """
    from sayso.errors import SaysoError
    from sayso.gazetteer.search import search_names

    check_options(name, language, on_date)
    found = search_names(name, language, on_date, kind)
    if not found:
        raise SaysoError(
            f"the gazetteer has no {kind or 'entity'} called {name!r}",
            todo=" or ".join(list_advice(language, kind)),
        )
    if format_ == "json":
        from sayso.cli.formats import dump

        asked = {"name": name, "language": language or None, "on": on_date, "kind": kind}
        click.echo(dump({**asked, "candidates": [match_data(one) for one in found]}, indent=2))
        return
    from sayso.cli.table import TableWriter

    writer = TableWriter(sys.stdout)
    writer.print(render_matches(name, found, writer.console.width))


def check_options(name: str, language: str, on_date: str | None) -> None:
    """Raises UsageError where an option cannot be meant."""
    from sayso.errors import UsageError
    from sayso.gazetteer.search import list_languages

    if not any(char.isalnum() for char in name):
        raise UsageError("NAME is empty", expected="a name", todo="quote it: 'Kim Jong Un'")
    if language and language not in list_languages():
        known = ", ".join(list_languages())
        raise UsageError(f"no words of language {language!r}", expected=f"one of {known}")
    if on_date is not None and not is_day(on_date):
        raise UsageError(
            f"{on_date!r} is no date", where="--on", expected="2024-06-01, 2024-06 or 2024"
        )


def is_day(text: str) -> bool:
    """True for a day, a month or a year that there is.

    >>> is_day("2024-02-29"), is_day("2024-06"), is_day("2024"), is_day("2023-02-29")
    (True, True, True, False)
    """
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}(-\d\d){0,2}", text) is not None


def list_advice(language: str, kind: str | None) -> list[str]:
    """What may find more."""
    advice = [f"leave out --kind {kind}"] if kind else []
    advice += [f"leave out --language {language}"] if language else []
    return advice or ["try another spelling, a longer or a shorter form of the name"]


def match_data(match: Match) -> dict[str, Any]:
    """A match as plain data, the same keys for every kind."""
    from sayso.model import to_builtins

    entity, place, office = match.entity, match.place, match.office
    return {
        "id": entity.id if entity else None,
        "name": match.name,
        "kind": match.kind.value,
        "country": match.country,
        "sector": entity.sector if entity else None,
        "role": entity.role if entity else None,
        "what": match.what,
        "office": to_builtins(office) if office else None,
        "wikidata": entity.wikidata if entity else None,
        "imported": match.imported,
        "geonames": place.geonames if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "score": match.score,
        "verdict": match.verdict.value,
        "reasons": list(match.reasons),
    }


def render_matches(name: str, found: list[Match], width: int) -> RenderableType:
    """Heading, a row a candidate, and how many more there are."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    from sayso.cli.words import clean, count_words

    head = Text(clean(name), style="bold")
    head.append(f"\n{count_words(len(found), 'candidate')}", style="not bold dim")
    table = Table(box=None, width=width, pad_edge=False, padding=(0, 1))
    table.header_style = "dim"
    table.add_column("#", justify="right", style="dim", width=2)
    table.add_column("whom", width=min(max(width * 3 // 10, 20), 40), overflow="fold")
    table.add_column("what and why", ratio=1, overflow="fold")
    table.add_column("fit", justify="right", width=9)
    for number, one in enumerate(found[:MOST], start=1):
        if number > 1:
            table.add_row()
        table.add_row(str(number), render_whom(one), render_what(one), render_fit(one))
    parts: list[RenderableType] = [head, Text(), table]
    if len(found) > MOST:
        parts.append(Text(f"\n and {len(found) - MOST} more: --format json", style="dim"))
    return Group(*parts)


def render_whom(match: Match) -> Text:
    """Name and country; below them the kind."""
    from rich.text import Text

    whom = Text(match.name, style="bold")
    if match.country:
        whom.append(f" {match.country}", style="not bold dim")
    whom.append(f"\n{match.kind.value.replace('_', ' ')}", style="not bold dim")
    return whom


def render_what(match: Match) -> Text:
    """What it is; below it the reasons, then the ids."""
    from rich.text import Text

    entity, place = match.entity, match.place
    ids = [
        entity.id if entity else "",
        f"wikidata {entity.wikidata}" if entity and entity.wikidata else "",
        f"geonames {place.geonames}" if place and place.geonames else "",
    ]
    below = ["; ".join(match.reasons), " · ".join(filter(None, ids))]
    what = Text(match.what)
    what.append("".join(f"\n{line}" for line in below if line), style="dim")
    return what


def render_fit(match: Match) -> Text:
    """The verdict, and the figure below it."""
    from rich.text import Text

    style = {"same": "green", "possible": "yellow", "different": "red"}[match.verdict.value]
    fit = Text(match.verdict.value, style=style)
    fit.append(f"\n{match.score:.2f}", style="dim")
    return fit
