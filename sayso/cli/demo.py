"""`sayso demo`: the sample pages, read as any page is read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import resources
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.table import Table

    from sayso.model import Source, Statement


@click.command("demo")
@click.option("--explain", is_flag=True, help="The rule and the marked sentence of each row.")
def demo(explain: bool) -> None:
    """Read the sample pages that come with sayso.

    Six invented pages in English, French and German about one dispute: the statements of each
    page, then who says what over all of them.
    """
    from rich.text import Text

    from sayso.api import read_many
    from sayso.cli.table import TableWriter

    statements: list[Statement] = []
    pages = 0
    writer = TableWriter(sys.stdout, explain=explain)
    with resources.as_file(resources.files("sayso").joinpath("samples")) as folder:
        for page in sorted(p for p in folder.iterdir() if p.suffix in (".html", ".txt")):
            for document in read_many(page):
                pages += 1
                statements += document.statements
                writer.write(document)
    writer.print(Text())
    writer.print(Text(f"Who says what: {len(statements)} statements on {pages} pages", "bold"))
    writer.print(render_parties(statements))


def render_parties(statements: Sequence[Statement]) -> Table:
    """One row a party: how often it says something in which way."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("party", "statements", "acts"):
        table.add_column(name, justify="right" if name == "statements" else "left")
    sides = find_sides(statements)
    counts: dict[str, Counter[str]] = {}
    for statement in statements:
        counts.setdefault(party_of(statement.source, sides), Counter())[statement.act.value] += 1
    for party, acts in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])):
        words = " · ".join(f"{act} {n}" for act, n in acts.most_common())
        table.add_row(party, str(acts.total()), words)
    return table


def find_sides(statements: Iterable[Statement]) -> dict[str, str]:
    """Entity → its country, and country → its name, as far as any of the pages tells."""
    entities = [s.source.entity for s in statements if s.source.entity]
    sides = {e.id: e.country for e in entities if e.country}
    return sides | {e.country: e.name for e in entities if e.country and e.kind == "country"}


def party_of(source: Source, sides: dict[str, str]) -> str:
    """A source's side: its country, else whom it means, else as written."""
    from sayso.cli.words import NOBODY, clean

    if source.entity is None:
        return clean(source.span.text) if source.span else f"– {NOBODY}"
    country = sides.get(source.entity.id)
    if country is None:
        return clean(source.entity.name)
    return f"{sides[country]} {country}" if country in sides else country
