"""Every library that sayso imports is one that pyproject.toml asks for."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent


def plain(name: str) -> str:
    """A distribution's name in its normal form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(path: Path) -> set[str]:
    """Top-level packages that a file imports anywhere in it, but for those of Python itself."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").partition(".")[0])
    return names - sys.stdlib_module_names - {"sayso"}


def test_every_library_that_is_imported_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {plain(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in project["dependencies"]}
    brings = packages_distributions()
    names = {name for path in (ROOT / "sayso").rglob("*.py") for name in imported(path)}
    assert {"click", "msgspec", "lxml"} <= names
    missing = {n for n in names if not {plain(d) for d in brings.get(n, [n])} & asked}
    assert missing == set()
