"""The table: what its words say, and that colour says nothing more."""

from __future__ import annotations

import io
import re

import msgspec
import pytest
from rich.console import Console

from sayso import read
from sayso.cli.cells import PART_STYLE, list_notes, render_who
from sayso.cli.marking import MARKS, mark_sentence, with_quotes
from sayso.cli.table import ACT_STYLE, make_console, render_document
from sayso.cli.words import clean
from sayso.model import Act, Document, Entity, EntityKind, Source, SourceKind
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


def test_a_long_content_loses_its_middle_unless_explained() -> None:
    many = " and ".join(f"pier {n} was closed" for n in range(60))
    document = read(text=f"Harbour master Pia Lund said that {many}.", language="en")
    plain = " ".join(shown(document, 80, colour=False).split())
    assert "[…]" in plain and "that pier 0 was" in plain and "pier 59 was closed" in plain
    console = Console(file=io.StringIO(), width=80)
    console.print(render_document(document, 80, explain=True))
    whole = " ".join(console.file.getvalue().split())  # type: ignore[attr-defined]
    assert "[…]" not in whole and "pier 30 was closed" in whole


def test_rows_of_several_documents_stand_in_line() -> None:
    short = read(text="Pia Lund said the pier was shut.", language="en")
    long = read(text="The mayor of Brume estimated that ten piers were shut.", language="en")
    heads = [
        next(line for line in shown(document, 80, colour=False).splitlines() if " act " in line)
        for document in (short, long)
    ]
    assert heads[0] == heads[1]


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
def test_who_keeps_the_name_and_what_stands_beside_it(width: int) -> None:
    document = read(text="Der Hafenmeister Jan Roth sagte, der Kai sei sicher.", language="de")
    entity = Entity(id="person:jan-roth", name="Jan Roth", kind=EntityKind.PERSON, country="DEU")
    source = msgspec.structs.replace(document.statements[0].source, entity=entity)
    assert render_who(source, width).plain.split() == ["Jan", "Roth", "DEU", "Der", "Hafenmeister"]


def test_nobody_is_a_quiet_dash() -> None:
    assert render_who(Source(span=None, kind=SourceKind.UNNAMED), 20).plain == "– not named"


def test_what_stayed_undecided_is_explained() -> None:
    text = "Der Kai ist lang. „Wir bleiben hier.“ Der Kai ist breit."
    document = read(text=text, language="de")
    assert document.undecided
    console = Console(file=io.StringIO(), width=120)
    console.print(render_document(document, 120, explain=True))
    out = console.file.getvalue()  # type: ignore[attr-defined]
    for item in document.undecided:
        assert f"{item.span.start}–{item.span.end} {item.reason.value.replace('_', ' ')}" in out
