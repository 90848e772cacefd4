"""The records keep their contract: schema, passages, ids, the same bytes again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.cli.formats import line_schema, statement_lines
from sayso.model import Document, Record, Statement, schema
from sayso.spans import Span, span

PAGES = (".html", ".txt")


def spans_in(value: object) -> list[Span]:
    """Every span inside a record."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, Record):
        return [s for name in value.__struct_fields__ for s in spans_in(getattr(value, name))]
    return [s for item in value for s in spans_in(item)] if isinstance(value, tuple) else []


def as_read(record: object) -> Any:
    """A record as one who reads the JSON has it."""
    return json.loads(msgspec.json.encode(record))


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    folder = Path(str(sayso.__file__)).parent / "samples"
    return list(sayso.read_many(*sorted(p for p in folder.iterdir() if p.suffix in PAGES)))


def test_all_three_languages_are_among_the_samples(documents: list[Document]) -> None:
    assert {d.language for d in documents} == {"en", "fr", "de"}


def test_every_span_is_its_passage(documents: list[Document]) -> None:
    for document in documents:
        found = [s for item in document.statements for s in spans_in(item)]
        found += [item.span for item in document.undecided]
        assert found or not document.statements
        for passage in found:
            assert document.text[passage.start : passage.end] == passage.text


def test_documents_are_valid_under_the_schema(documents: list[Document]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    for document in documents:
        validator.validate(as_read(document))


def test_lines_are_valid_under_their_schema(documents: list[Document]) -> None:
    validator = jsonschema.Draft202012Validator(line_schema())
    lines = [line for document in documents for line in statement_lines(document)]
    assert lines
    for line in map(as_read, lines):
        validator.validate(line)
        assert "text" not in line["document"] and "statements" not in line["document"]


def test_a_wrong_record_is_not_valid(documents: list[Document]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    wrong = as_read(documents[0])
    wrong["statements"][0]["act"] = "shout"
    assert not validator.is_valid(wrong)
    del wrong["statements"]
    wrong["text"] = None
    assert not validator.is_valid(wrong)


def test_records_come_back_from_json(documents: list[Document]) -> None:
    for document in documents:
        assert msgspec.json.decode(msgspec.json.encode(document), type=Document) == document


def test_reading_again_gives_the_same_bytes(documents: list[Document]) -> None:
    folder = Path(str(sayso.__file__)).parent / "samples"
    again = list(sayso.read_many(folder))
    by_id = {d.id: d for d in again}
    for document in documents:
        assert msgspec.json.encode(by_id[document.id]) == msgspec.json.encode(document)


def test_ids_differ(documents: list[Document]) -> None:
    ids = [s.id for d in documents for s in d.statements]
    assert len(set(ids)) == len(ids)
    assert len({d.id for d in documents}) == len(documents)


def test_statements_belong_to_their_document(documents: list[Document]) -> None:
    for document in documents:
        assert all(s.document == document.id for s in document.statements)
        own = {s.id for s in document.statements}
        assert all(s.answers in own for s in document.statements if s.answers)


def test_records_are_frozen(documents: list[Document]) -> None:
    with pytest.raises(AttributeError):
        documents[0].title = "another"  # type: ignore[misc]


@given(st.text(alphabet="aß é한д😀 \n\u0301", min_size=1), st.data())
def test_a_span_is_code_points_without_outer_space(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made = span(text, start, end)
    assert text[made.start : made.end] == made.text == text[start:end].strip() or not made.text


def test_schema_is_json() -> None:
    assert json.loads(json.dumps(schema()))["$defs"]["Statement"]["properties"]["act"]


def test_every_statement_has_what_a_statement_needs(documents: list[Document]) -> None:
    def check(statement: Statement) -> None:
        assert statement.cue.span.text and statement.sentence.text and statement.rule
        assert 0 <= statement.score <= 1
        assert statement.source.span or statement.source.kind == "unnamed"

    for document in documents:
        for statement in document.statements:
            check(statement)
