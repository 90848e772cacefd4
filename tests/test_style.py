"""The code keeps its form: ruff and mypy --strict, as pyproject.toml sets them."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run_tool(*args: str) -> subprocess.CompletedProcess[str]:
    if importlib.util.find_spec(args[0]) is None:
        pytest.skip(f"{args[0]} is not installed")
    command = [sys.executable, "-m", *args]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_ruff_has_nothing_to_say() -> None:
    ran = run_tool("ruff", "check", "--no-cache", "sayso", "tests", "eval", "bench", "docs")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_mypy_has_nothing_to_say() -> None:
    ran = run_tool("mypy")
    assert ran.returncode == 0, ran.stdout + ran.stderr
