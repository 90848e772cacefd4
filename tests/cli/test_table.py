"""The table: what its words say, and that colour says nothing more."""

from __future__ import annotations

import io
import re

import msgspec
import pytest
from rich.console import Console

from sayso import read
from sayso.cli.marking import MARKS, mark_sentence, with_quotes
from sayso.cli.table import ACT_STYLE, PART_STYLE, list_notes, make_console, render_document
from sayso.cli.words import clean
from sayso.model import Act, Document
from sayso.spans import Span

TEXT = "« Le quai est sûr », a déclaré la maire de Brume, Ana Roy. Elle a démenti tout retard."


def shown(document: Document, width: int, *, colour: bool) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        highlight=False,
    )
    console.print(render_document(document, width))
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def test_every_act_has_a_style() -> None:
    assert set(ACT_STYLE) == set(Act)
    assert set(PART_STYLE) - {""} == set(MARKS)


def test_colour_is_added_to_words_that_are_there_without_it() -> None:
    document = read(text=TEXT, language="fr")
    plain = shown(document, 100, colour=False)
    coloured = shown(document, 100, colour=True)
    assert "\x1b[" in coloured and "\x1b[" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    for statement in document.statements:
        assert statement.act.value in plain


def test_quotation_marks_are_kept() -> None:
    document = read(text=TEXT, language="fr")
    assert "« Le quai est sûr »" in shown(document, 120, colour=False).replace("\u00a0", " ")


def test_quotes_of_other_scripts() -> None:
    assert with_quotes("„Nein“, sagte er", Span(1, 5, "Nein")) == "„Nein“"
    assert with_quotes("er sagte nein.", Span(9, 13, "nein")) == "nein"


def test_marks_cover_the_sentence_word_for_word() -> None:
    document = read(text=TEXT, language="fr")
    for statement in document.statements:
        marked = "".join(piece for piece, _ in mark_sentence(document.text, statement))
        for mark in "[]{}‹›":
            marked = marked.replace(mark, "")
        assert clean(statement.sentence.text) in marked


def test_a_row_that_answers_another_names_its_number() -> None:
    document = read(text=TEXT, language="fr")
    first, second = document.statements[:2]
    second = msgspec.structs.replace(second, answers=first.id, first=True)
    notes = list_notes(second, {first.id: 1, second.id: 2})
    assert notes[0] == "for the first time" and notes[-1] == "answers #1"


def test_no_statements_still_has_a_header() -> None:
    document = read(text="Le quai est long de deux cents mètres et large de dix.", language="fr")
    plain = shown(document, 80, colour=False)
    assert "outlet unknown · date unknown · fr · 0 statements" in plain


def test_a_file_is_as_wide_as_columns_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert make_console(io.StringIO()).width == 72
    monkeypatch.setenv("COLUMNS", "nonsense")
    assert make_console(io.StringIO()).width == 100
