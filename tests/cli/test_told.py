"""Events on the terminal: counted under the table, one a line with --explain."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import msgspec
import pytest

from sayso.cli.told import counted_words, event_words, narrated_lines, told_lines
from sayso.pipeline import read_text

Sayso = Callable[..., CompletedProcess[str]]
TEXT = (
    "Portugal attacked Lisbon in March 2024. "
    "Iceland's foreign minister said that Portugal had not released 30 sailors."
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(f"language: en\ntitle: Two days\n\n{TEXT}\n", "utf-8")
    return path


def test_an_event_is_told_with_codes_words_parties_and_how() -> None:
    document = read_text(TEXT, "en")
    (attack,) = document.narrated
    assert event_words(attack) == (
        "ASSAULT “attacked” · Portugal PRT → Lisbon PRT · Lisbon · 2024-03"
    )
    (line,) = told_lines(document.statements[0])
    assert line.startswith("event RETREAT release “released” · Portugal PRT → ")
    assert " · negated" in line and line.endswith(" · 30 sailors")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("polarity", "negative", " · negated"),
        ("reality", "planned", " · planned"),
        ("reality", "possible", " · possible"),
        ("background", True, " · in passing"),
    ],
)
def test_how_an_event_is_told_is_said_only_where_it_is_not_plain(field, value, said) -> None:
    (attack,) = read_text("Portugal attacked Andorra.", "en").narrated
    assert said not in event_words(attack)
    told = msgspec.convert(msgspec.to_builtins(attack) | {field: value}, type(attack))
    assert said in event_words(told)


def test_nobody_is_a_dash_and_who_is_not_known_is_as_written() -> None:
    (attack,) = read_text("Norland was attacked.", "en").narrated
    assert "· – → Norland" in event_words(attack)


def test_events_are_counted_by_who_tells_them() -> None:
    document = read_text(TEXT, "en")
    assert counted_words(document) == "events 2: narrated 1 · in statements 1"
    silent = read_text("Rain fell on the harbour.", "en")
    assert counted_words(silent) == "" and narrated_lines(silent) == []


def test_the_table_counts_events_and_explain_tells_each(sayso: Sayso, page: Path) -> None:
    plain = sayso("read", page).stdout
    assert " events 2: narrated 1 · in statements 1\n" in plain
    assert "“attacked”" not in plain
    explained = sayso("read", page, "--explain").stdout
    assert "\n    event RETREAT release “released” · Portugal PRT → " in explained
    assert re.search(r"\n   \d+–\d+ ASSAULT “attacked” · Portugal PRT → Lisbon PRT", explained)


def test_a_page_cannot_send_escapes_through_its_events() -> None:
    document = read_text("Portugal attacked Nor\x1b[31mland.", "en")
    assert "\x1b" not in "".join(narrated_lines(document))
