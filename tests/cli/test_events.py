"""`sayso events`: rows in four formats, what is left out, and what is told about failures."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from sayso import read
from sayso.export.plover import plover_rows
from sayso.export.polecat import COLUMNS

Sayso = Callable[..., CompletedProcess[str]]
PAGE = """\
url: https://tidal.example/belgorod
publisher: The Tidal Post
published: 2024-03-05
language: en
title: Russia denies strike

Ukraine accused Russia of an attack on Kharkiv. Russia denied that it had attacked Kharkiv. \
France sent tanks to Ukraine in February. Somebody attacked.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def find_row(rows: list[dict[str, Any]], concept: str, act: str | None) -> dict[str, Any]:
    """The row of a concept that is told in an act."""
    return next(
        row
        for row in rows
        if row["concept"] == concept and (row["said"] and row["said"]["act"]) == act
    )


def test_json_holds_the_rows_of_the_page(sayso: Sayso, page: Path) -> None:
    ran = sayso("events", page, "--format", "json")
    assert ran.returncode == 0, ran.stderr
    rows = json.loads(ran.stdout)
    assert rows == json.loads(json.dumps(plover_rows(read(page))))
    denied = find_row(rows, "attack", "deny")
    assert denied["said"]["cameo"] == "016"
    assert [one["code"] for one in denied["actor"]] == ["RUS"]
    sent = find_row(rows, "supply_arms", None)
    assert (sent["event"], sent["narrated"]) == (["AID"], True)


def test_jsonl_is_a_row_a_line(sayso: Sayso, page: Path) -> None:
    lines = sayso("events", page, "-f", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(
        sayso("events", page, "-f", "json").stdout
    )


def test_csv_has_polecats_columns(sayso: Sayso, page: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    ran = sayso("events", page, "-o", out)
    assert (ran.returncode, ran.stdout) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8"))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(plover_rows(read(page)))


@pytest.mark.parametrize("columns", [60, 100, 160])
def test_the_table_says_who_says_so_and_keeps_to_the_width(
    sayso: Sayso, page: Path, columns: int
) -> None:
    shown = sayso("events", page, columns=columns).stdout
    assert "Russia denies strike" in shown
    assert "deny" in shown and "narrated" in shown and "CAMEO" in shown
    assert max(map(len, shown.splitlines())) <= columns


def test_complete_leaves_out_what_plover_does_not_code(sayso: Sayso, page: Path) -> None:
    every = json.loads(sayso("events", page, "-f", "json").stdout)
    complete = json.loads(sayso("events", page, "-f", "json", "--complete").stdout)
    assert complete == [row for row in every if not row["missing"]]
    assert all(row["actor"] for row in complete)


def test_two_pages_are_one_array(sayso: Sayso, page: Path, tmp_path: Path) -> None:
    other = tmp_path / "second.txt"
    other.write_text(PAGE.replace("belgorod", "second").replace("Somebody", "Nobody"), "utf-8")
    rows = json.loads(sayso("events", page, other, "-f", "json").stdout)
    assert len({row["document"] for row in rows}) == 2


def test_a_page_without_events_is_an_empty_array(sayso: Sayso) -> None:
    ran = sayso("events", "-", "-f", "json", stdin="The quay is long. The river is blue.\n" * 3)
    assert (ran.returncode, ran.stdout) == (0, "[]\n")


def test_a_page_that_cannot_be_read_is_told_and_the_rest_is_read(
    sayso: Sayso, page: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", "utf-8")
    ran = sayso("events", empty, page, "-f", "jsonl")
    assert ran.returncode == 1
    assert "empty.txt" in ran.stderr and "1 failed: 1 empty page" in ran.stderr
    assert ran.stdout


def test_wrong_calls(sayso: Sayso, page: Path) -> None:
    for args in ((), (page, "-f", "xml"), (page, "--published", "soon")):
        ran = sayso("events", *args)
        assert (ran.returncode, ran.stdout) == (2, "")
