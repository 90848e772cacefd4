"""The package stays small enough for a laptop: what is installed, and what travels."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: MB on disk without dependencies; and gzipped, as a wheel travels.
INSTALLED, PACKED = 60, 25


def list_files() -> list[Path]:
    """What the wheel takes: every file of the package, compiled ones aside."""
    files = (path for path in (ROOT / "sayso").rglob("*") if path.is_file())
    return sorted(path for path in files if path.suffix != ".pyc")


def test_the_installed_package_is_small() -> None:
    size = sum(path.stat().st_size for path in list_files()) / 1e6
    assert 15 < size < INSTALLED


def test_the_wheel_is_small() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", compresslevel=1) as wheel:
        for path in list_files():
            wheel.add(path, path.relative_to(ROOT))
    assert packed.tell() / 1e6 < PACKED
