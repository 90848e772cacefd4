"""`sayso schema`: the records as JSON Schema."""

from __future__ import annotations

from typing import Any

import click


@click.command("schema")
@click.argument("record", required=False, default="document")
def schema(record: str) -> None:
    """Print the JSON Schema of a record.

    RECORD is document (the default), any record in it (statement, event, entity, source ...),
    or line: what --format jsonl prints.
    """
    from sayso.cli.formats import dump

    click.echo(dump(schema_of(record), indent=2))


def schema_of(record: str) -> dict[str, Any]:
    """The JSON Schema of a record by its name in small letters."""
    import msgspec

    from sayso import model
    from sayso.cli.formats import line_schema
    from sayso.errors import UsageError
    from sayso.spans import Span

    records: list[type] = [Span, *model.Record.__subclasses__()]
    known = {cls.__name__.lower(): cls for cls in records}
    if record == "line":
        return line_schema()
    if record not in known:
        names = ", ".join(sorted([*known, "line"]))
        raise UsageError(f"no record is called {record!r}", expected=f"one of {names}")
    return msgspec.json.schema(known[record])
