"""A data folder of each test's own, and files to import."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.gazetteer.imports import folder

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where imports of this test are kept; whatever rests on them is forgotten after it."""
    data = tmp_path / "data"
    monkeypatch.setenv("SAYSO_DATA", str(data))
    folder.changed()
    yield data
    folder.changed()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of lines and gives its path."""

    def make(name: str, *lines: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes("\n".join([*lines, ""]).encode(encoding))
        return path

    return make
