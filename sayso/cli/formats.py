"""The formats that machines read, json, jsonl and csv: each written page by page."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TextIO

import msgspec

from sayso.model import Document, Source, Statement, Via, to_builtins

#: Columns of the csv, in their order (docs/records.md says what each holds).
COLUMNS = (
    "document",
    "url",
    "outlet",
    "domain",
    "title",
    "language",
    "published",
    "published_how",
    "statement",
    "source",
    "source_kind",
    "entity",
    "entity_name",
    "entity_kind",
    "country",
    "via",
    "addressee",
    "cue",
    "lemma",
    "act",
    "content",
    "direct",
    "hedge",
    "first",
    "earlier",
    "answers",
    "said",
    "sentence",
    "start",
    "end",
    "rule",
    "score",
)


class Writer(Protocol):
    """Writes documents one after the other."""

    def write(self, document: Document) -> None:
        """Write one document."""

    def close(self) -> None:
        """Write what must stand at the end."""


class JsonWriter:
    """One object for one document, an array for several."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.waiting: str | None = None  # the first document, until we know if it is the only one
        self.in_array = False

    def write(self, document: Document) -> None:
        """Write one document; the first one waits for the second."""
        text = dump(document, indent=2)
        if self.waiting is not None:
            self.out.write(f"[\n{self.waiting}")
            self.waiting, self.in_array = None, True
        if self.in_array:
            self.out.write(f",\n{text}")
        else:
            self.waiting = text

    def close(self) -> None:
        """Close the array, or write the only document."""
        if self.waiting is not None:
            self.out.write(f"{self.waiting}\n")
        elif self.in_array:
            self.out.write("\n]\n")


class JsonlWriter:
    """One statement a line, with its `document` inlined without `text` and `statements`."""

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def write(self, document: Document) -> None:
        """Write a line for every statement."""
        for line in statement_lines(document):
            self.out.write(dump(line) + "\n")

    def close(self) -> None:
        """Nothing stands at the end of lines."""


class CsvWriter:
    """One statement a row, in flat columns; a row of column names comes first."""

    def __init__(self, out: TextIO) -> None:
        self.rows = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        self.rows.writeheader()

    def write(self, document: Document) -> None:
        """Write a row for every statement."""
        head = document_columns(document)
        self.rows.writerows(head | statement_columns(s) for s in document.statements)

    def close(self) -> None:
        """Nothing stands at the end of rows."""


WRITERS: dict[str, Callable[[TextIO], Writer]] = {
    "json": JsonWriter,
    "jsonl": JsonlWriter,
    "csv": CsvWriter,
}


def dump(record: Any, indent: int = 0) -> str:
    """A record as JSON text."""
    encoded = msgspec.json.encode(record)
    return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()


def statement_lines(document: Document) -> Iterable[dict[str, Any]]:
    """Each statement as plain data, its document in it."""
    head = to_builtins(document)
    for name in ("text", "statements"):
        del head[name]
    for statement in document.statements:
        yield to_builtins(statement) | {"document": head}


def line_schema() -> dict[str, Any]:
    """The JSON Schema of a line of `--format jsonl`."""
    whole = msgspec.json.schema(Document)
    records = whole["$defs"]
    head = records["Document"]
    for name in ("text", "statements"):
        del head["properties"][name]
    head["required"] = [name for name in head["required"] if name != "text"]
    records["Statement"]["properties"]["document"] = {"$ref": "#/$defs/Document"}
    return {"$ref": "#/$defs/Statement", "$defs": records}


def document_columns(document: Document) -> dict[str, object]:
    """The columns that all statements of a document share."""
    return {
        "document": document.id,
        "url": document.url,
        "outlet": document.outlet.name,
        "domain": document.outlet.domain,
        "title": document.title,
        "language": document.language,
        "published": document.published and document.published.value,
        "published_how": document.published and document.published.how,
    }


def statement_columns(statement: Statement) -> dict[str, object]:
    """The columns of one statement."""
    entity = statement.source.entity
    return {
        "statement": statement.id,
        "source": source_text(statement.source),
        "source_kind": statement.source.kind.value,
        "entity": entity and entity.id,
        "entity_name": entity and entity.name,
        "entity_kind": entity and entity.kind.value,
        "country": entity and entity.country,
        "via": "; ".join(f"{v.relation.value}: {via_text(v)}" for v in statement.via),
        "addressee": statement.addressee and source_text(statement.addressee),
        "cue": " … ".join(p.text for p in statement.cue.parts or (statement.cue.span,)),
        "lemma": statement.cue.lemma,
        "act": statement.act.value,
        "content": " … ".join(piece.text for piece in statement.content),
        "direct": as_word(statement.direct),
        "hedge": statement.hedge.value,
        "first": as_word(statement.first),
        "earlier": as_word(statement.earlier),
        "answers": statement.answers,
        "said": statement.said and (statement.said.value or statement.said.text),
        "sentence": statement.sentence.text,
        "start": statement.sentence.start,
        "end": statement.sentence.end,
        "rule": statement.rule,
        "score": statement.score,
    }


def source_text(source: Source) -> str:
    """The source as written, or nothing where nobody is named."""
    return source.span.text if source.span else ""


def via_text(via: Via) -> str:
    """A link of the chain by its name, or as written."""
    if via.entity:
        return via.entity.name
    return via.span.text if via.span else ""


def as_word(value: bool) -> str:
    """`true` or `false`, as JSON has it."""
    return "true" if value else "false"
