"""The other commands, and how fast the command line answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import jsonschema
import pytest

from sayso import __version__, list_packs

Sayso = Callable[..., CompletedProcess[str]]


def test_version(sayso: Sayso) -> None:
    assert sayso("--version").stdout == f"sayso {__version__}\n"


def test_help_answers_within_150_ms(sayso: Sayso) -> None:
    times = []
    for _ in range(7):
        start = time.perf_counter()
        assert "Commands:" in sayso("--help").stdout
        times.append(time.perf_counter() - start)
    assert min(times) < 0.15


@pytest.mark.parametrize("record", ["document", "statement", "entity", "line", "span", "event"])
def test_schema_prints_a_valid_schema(sayso: Sayso, record: str) -> None:
    ran = sayso("schema", record)
    assert ran.returncode == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(ran.stdout))


def test_schema_is_the_documents_unless_told(sayso: Sayso) -> None:
    assert sayso("schema").stdout == sayso("schema", "document").stdout


def test_pack_list_names_every_pack(sayso: Sayso) -> None:
    lines = sayso("pack", "list").stdout.splitlines()
    assert [line.split()[0] for line in lines[1:]] == list_packs()


def test_demo_shows_every_sample_and_then_who_says_what(sayso: Sayso, samples: list[Path]) -> None:
    ran = sayso("demo")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count(" · en · ") + ran.stdout.count(" · fr · ") >= 4
    assert f"statements on {len(samples)} pages" in ran.stdout
    tail = ran.stdout.split("Who says what")[1]
    assert "BEL" in tail and "LUX" in tail and "admit" in tail and "deny" in tail


def test_doctor_finds_nothing_wrong(sayso: Sayso) -> None:
    ran = sayso("doctor")
    assert ran.returncode == 0, ran.stdout
    assert "BAD" not in ran.stdout
    for name in ("python", "trafilatura", "pack en", "gazetteer", "language model", "reading"):
        assert name in ran.stdout


def test_doctor_reports_what_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.cli import doctor

    def broken() -> tuple[bool, str]:
        raise OSError("no such model")

    assert doctor.attempt(broken) == (False, "OSError: no such model")


def test_a_reader_that_goes_away_is_no_error() -> None:
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = f"{sys.executable} -m sayso schema document | head -n 1"
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, env=env
    )
    assert ran.stdout == "{\n"
    assert ran.stderr == ""
