"""`sayso concepts`: what can happen, its PLOVER and CAMEO codes, and the words for it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sayso.codebook.concepts import Concept
    from sayso.packs.triggers import TriggerEntry

#: Columns of the csv.
COLUMNS = (
    *("id", "gloss", "type", "mode", "context", "quad", "cameo", "cameo_name"),
    *("counts", "opposite", "inner", "place", "recipient", "turned", "together", "words"),
)


@click.command("concepts")
@click.argument("concept", required=False)
@click.option("--type", "-t", "type_", metavar="TYPE", help="Only the concepts of a PLOVER type.")
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(("table", "json", "csv")),
    default="table",
    show_default=True,
    help="How to print.",
)
def concepts(concept: str | None, type_: str | None, format_: str) -> None:
    """List what can happen, with its PLOVER and CAMEO codes.

    Concepts are defined once for all languages; the packs give the words. With the id of a
    CONCEPT, that one is shown, with its words in every language and the sentence that proves
    each. TYPE may also be a name that other lists have for a type: REQUEST for DEMAND.
    """
    from sayso.codebook.concepts import load_concepts

    if concept is not None:
        if type_ is not None:
            raise click.UsageError("--type lists concepts; leave it out to show one")
        found = [get_concept(concept)]
    else:
        wanted = read_types(type_)
        found = [one for one in load_concepts().values() if not wanted or one.type in wanted]
    match format_:
        case "json":
            from sayso.cli.formats import dump

            data = [concept_data(one) for one in found]
            click.echo(dump(data if concept is None else data[0], indent=2))
        case "csv":
            write_csv(found)
        case _:
            print_table(found, one=concept is not None)


def get_concept(id_: str) -> Concept:
    """The concept of that id; raises UsageError with those that are near."""
    import difflib

    from sayso.codebook.concepts import load_concepts
    from sayso.errors import UsageError

    known = load_concepts()
    if id_ not in known:
        near = difflib.get_close_matches(id_, known, n=3, cutoff=0.5)
        near += [name for name in known if id_ and id_ in name and name not in near][:5]
        todo = "`sayso concepts` lists them all"
        raise UsageError(f"no concept {id_!r}", expected=" or ".join(near) or "an id", todo=todo)
    return known[id_]


def read_types(name: str | None) -> tuple[str, ...]:
    """The types that a name means; none where no name is given.

    >>> read_types("assault"), read_types("YIELD"), read_types(None)
    (('ASSAULT',), ('CONCEDE', 'RETREAT'), ())
    """
    from sayso.codebook.plover import read_plover
    from sayso.errors import UsageError

    if name is None:
        return ()
    plover = read_plover()
    upper = name.upper()
    if upper in plover.type:
        return (upper,)
    if upper not in plover.alias:
        expected = "one of " + ", ".join(plover.type)
        raise UsageError(f"no type {name!r}", where="--type", expected=expected)
    return plover.alias[upper]


def concept_data(concept: Concept) -> dict[str, Any]:
    """A concept as plain data, with its class, the name of its CAMEO code, and its words."""
    import msgspec

    from sayso.codebook.cameo import read_cameo
    from sayso.codebook.plover import read_plover
    from sayso.packs.concept_words import words_of

    data: dict[str, Any] = msgspec.to_builtins(concept)
    code = read_cameo().get(concept.cameo or "")
    return {
        **data,
        "quad": read_plover().type[concept.type].quad.value,
        "cameo_name": code.name if code else None,
        "words": {
            language: [word_data(entry) for entry in entries]
            for language, entries in words_of(concept.id).items()
        },
    }


def word_data(entry: TriggerEntry) -> dict[str, str]:
    """A word: lemma, how it stands, and the sentence that proves it."""
    return {"lemma": entry.lemma, "kind": entry.kind.value, "example": entry.example}


def write_csv(found: list[Concept]) -> None:
    """One concept a row; several contexts, and the words of a language, with semicolons."""
    import csv

    from sayso.packs.concept_words import list_lemmas, words_of

    rows = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    rows.writeheader()
    for one in found:
        data = concept_data(one)
        data["context"] = "; ".join(one.context)
        words = words_of(one.id).items()
        data["words"] = " | ".join(f"{tag}: {'; '.join(list_lemmas(e))}" for tag, e in words)
        rows.writerow(data)


def print_table(found: list[Concept], *, one: bool) -> None:
    """The list, or one concept with its words."""
    from sayso.cli.concept_table import render_concept, render_list
    from sayso.cli.table import TableWriter

    writer = TableWriter(sys.stdout)
    width = writer.console.width
    writer.print(render_concept(found[0], width) if one else render_list(found, width))
