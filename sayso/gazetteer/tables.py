"""Read the gazetteer's data files (sayso/gazetteer/data/*.tsv)."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from sayso.errors import SaysoError


def read_rows(name: str) -> Iterator[list[str]]:
    """The rows of one data file below its head line; a file that is not there has none.

    Raises:
        SaysoError: a row has not as many columns as the head line.
    """
    path = resources.files("sayso.gazetteer").joinpath("data", name)
    if not path.is_file():
        return
    lines = path.read_text("utf-8").splitlines()
    columns = lines[0].count("\t") if lines else 0
    for number, line in enumerate(lines[1:], start=2):
        if line.count("\t") != columns:
            raise SaysoError(
                f"{line.count(chr(9)) + 1} columns",
                where=f"gazetteer/data/{name}:{number}",
                expected=str(columns + 1),
                todo="run scripts/build_gazetteer.py",
            )
        yield line.split("\t")
