"""`sayso read` as a user runs it: formats, exit codes, what goes where."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from sayso.cli.formats import COLUMNS

Sayso = Callable[..., CompletedProcess[str]]

PAGE = """\
publisher: The Tern Post
published: 2024-03-05
language: en
title: Pier closed

Harbour master Pia Lund denied that the pier was closed. "We never shut it," Lund said.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def test_a_table_is_printed(sayso: Sayso, page: Path) -> None:
    ran = sayso("read", page)
    assert ran.returncode == 0
    assert ran.stderr == ""
    lines = ran.stdout.splitlines()
    assert lines[0] == "Pier closed"
    assert lines[1].startswith("The Tern Post · 5 March 2024 (given) · en · ")
    assert "deny" in ran.stdout and "that the pier was closed" in ran.stdout
    assert "\x1b" not in ran.stdout


@pytest.mark.parametrize("columns", [60, 80, 120, 200, 20, 400])
def test_the_table_keeps_to_its_width(sayso: Sayso, samples: list[Path], columns: int) -> None:
    ran = sayso("read", *samples, columns=columns)
    widest = max(len(line) for line in ran.stdout.splitlines()[2:])
    assert widest <= min(max(columns, 60), 200)
    assert ran.returncode == 0


def test_explain_marks_the_sentence_and_names_the_rule(sayso: Sayso, page: Path) -> None:
    shown = sayso("read", page, "--explain", columns=200).stdout
    assert "[Harbour master Pia Lund] {denied} ‹that the pier was closed›." in shown
    assert "rule en/cues/deny#" in shown and "lemma deny" in shown and "score 0." in shown


def test_json_is_one_object_for_one_document(sayso: Sayso, page: Path) -> None:
    document = json.loads(sayso("read", page, "--format", "json").stdout)
    published = {k: v for k, v in document["published"].items() if v is not None and k != "text"}
    assert published == {"value": "2024-03-05", "precision": "day", "how": "given"}
    assert [s["act"] for s in document["statements"]] == ["deny", "assert"]


def test_json_is_an_array_for_several(sayso: Sayso, samples: list[Path]) -> None:
    documents = json.loads(sayso("read", *samples, "--format", "json").stdout)
    assert len(documents) == len(samples)


def test_jsonl_is_a_statement_a_line(sayso: Sayso, page: Path) -> None:
    lines = [json.loads(x) for x in sayso("read", page, "-f", "jsonl").stdout.splitlines()]
    assert [line["act"] for line in lines] == ["deny", "assert"]
    assert all(line["document"]["title"] == "Pier closed" for line in lines)
    assert all("text" not in line["document"] for line in lines)


def test_csv_has_flat_columns(sayso: Sayso, page: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(sayso("read", page, "-f", "csv").stdout)))
    assert tuple(rows[0]) == COLUMNS
    assert [row["act"] for row in rows] == ["deny", "assert"]
    assert rows[0]["source"] == "Harbour master Pia Lund"
    assert rows[0]["published"] == "2024-03-05" and rows[0]["direct"] == "false"


def test_stdin_is_read(sayso: Sayso) -> None:
    ran = sayso("read", "-", "-f", "json", stdin=PAGE)
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["title"] == "Pier closed"


@pytest.mark.parametrize("ending", ["json", "jsonl", "csv"])
def test_the_output_file_names_its_format(
    sayso: Sayso, page: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"who.{ending}"
    ran = sayso("read", page, "--output", out)
    assert ran.stdout == ""
    assert out.read_text("utf-8") == sayso("read", page, "-f", ending).stdout


def test_what_the_caller_knows_outranks_the_page(sayso: Sayso, page: Path) -> None:
    ran = sayso("read", page, "--published", "2023-11", "-f", "json")
    published = json.loads(ran.stdout)["published"]
    assert (published["value"], published["precision"]) == ("2023-11", "month")


def test_the_same_page_gives_the_same_bytes(sayso: Sayso, samples: list[Path]) -> None:
    runs = {sayso("read", *samples, "-f", "json").stdout for _ in range(2)}
    assert len(runs) == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.html", b"", "empty"),
        ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "article"),
        ("image.html", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "text"),
        ("finnish.txt", "Satama suljettiin eilen illalla. Kukaan ei tiedä miksi.".encode(), "fi"),
    ],
)
def test_a_bad_page_is_one_clear_message(
    sayso: Sayso, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    ran = sayso("read", path)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr.startswith("sayso: ") and ran.stderr.count("\n") == 1
    assert said in ran.stderr and "Traceback" not in ran.stderr
    assert ran.stderr.startswith(f"sayso: {path}: ")


def test_a_missing_file_is_one_clear_message(sayso: Sayso) -> None:
    ran = sayso("read", "no-such-page.html")
    assert ran.returncode == 1
    assert ran.stderr.startswith("sayso: no-such-page.html: ") and ran.stderr.count("\n") == 1


def test_a_local_address_is_refused(sayso: Sayso) -> None:
    ran = sayso("read", "http://127.0.0.1:9/page.html")
    assert ran.returncode == 1
    assert "--allow-local" in ran.stderr


def test_a_folder_run_goes_on_and_counts_what_failed(sayso: Sayso, tmp_path: Path) -> None:
    for name, content in (("a.txt", PAGE), ("b.html", ""), ("c.txt", ""), ("d.txt", PAGE)):
        (tmp_path / name).write_text(content, "utf-8")
    ran = sayso("read", tmp_path, "-f", "jsonl")
    assert ran.returncode == 1
    assert len(ran.stdout.splitlines()) == 4
    last = ran.stderr.splitlines()[-1]
    assert last == "sayso: read 2 of 4 pages, 4 statements; 2 failed: 2 empty page"


@pytest.mark.parametrize(
    "args",
    [
        ["read"],
        ["read", "x.html", "--format", "xml"],
        ["read", "x.html", "--nonsense"],
        ["read", "x.html", "--published", "soon"],
        ["shout"],
        ["schema", "shout"],
        ["pack", "check", "xx"],
        ["pack", "check", "en", "--allow", "-1"],
    ],
)
def test_a_wrong_call_is_exit_2(sayso: Sayso, args: list[str]) -> None:
    ran = sayso(*args)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr and "Traceback" not in ran.stderr


def test_an_output_that_cannot_be_written_is_exit_1(sayso: Sayso, page: Path) -> None:
    ran = sayso("read", page, "--output", page.parent / "no" / "who.csv")
    assert ran.returncode == 1
    assert "cannot be written" in ran.stderr


def test_a_page_cannot_command_the_terminal(sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    said = "<p>The minister denied that <b>&#27;[31mthe pier</b> \u202ewas closed on Monday.</p>"
    path.write_text(f"<html><body><article><h1>Pier</h1>{said * 5}</article></body></html>")
    ran = sayso("read", path, "--explain")
    assert "\x1b" not in ran.stdout and "\u202e" not in ran.stdout


@pytest.mark.parametrize("args", [["read"], ["read", "-f", "json"], ["schema"]])
def test_a_reader_that_goes_away_is_no_error(args: list[str], samples: list[Path]) -> None:
    pages = [str(page) for page in samples] if args[0] == "read" else []
    read_end, write_end = os.pipe()
    os.close(read_end)
    ran = subprocess.run(
        [sys.executable, "-m", "sayso", *args, *pages],
        stdout=write_end,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write_end)
    assert "Traceback" not in ran.stderr and "Broken" not in ran.stderr
    assert ran.returncode == 0


def test_one_bad_line_of_a_list_is_named(sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    good = json.dumps({"text": "The mayor denied that the pier was closed.", "language": "en"})
    path.write_text(f"{good}\n{{}}\n{good}\n", "utf-8")
    ran = sayso("read", path, "-f", "jsonl")
    assert ran.returncode == 1
    assert len(ran.stdout.splitlines()) == 2
    assert ran.stderr.startswith(f"sayso: {path}:2: ")


def test_output_is_utf8_whatever_the_environment_says(page: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "sayso", "read", str(page)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert ran.returncode == 0
    assert "The Tern Post · 5 March 2024" in ran.stdout.decode("utf-8")
