"""What tests share: the sample pages, and the command line run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# What a user has imported must not change what is tested.
os.environ["SAYSO_DATA"] = os.devnull
Ran = subprocess.CompletedProcess[str]


@pytest.fixture
def samples() -> list[Path]:
    """The project's own sample pages, in order."""
    folder = ROOT / "sayso" / "samples"
    return sorted(p for p in folder.iterdir() if p.suffix in (".html", ".txt"))


@pytest.fixture
def sayso() -> Callable[..., Ran]:
    """Runs `sayso ARGS` in a process of its own; `stdin` and `columns` may be given."""

    def run(*args: object, stdin: str | None = None, columns: int = 100) -> Ran:
        return subprocess.run(
            [sys.executable, "-m", "sayso", *map(str, args)],
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, "COLUMNS": str(columns)},
            check=False,
            timeout=60,
        )

    return run
