"""Details tables: two columns of facts about a page, kept as data and out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.intake.words import fold, load_words

#: What a row of details is at most; a longer one is prose laid out in a table.
MAX_ROWS, MAX_KEY_WORDS, MAX_VALUE = 20, 5, 200
RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
ITEM_GAP = re.compile(r"\s*[,;|]\s*")


@dataclass(slots=True)
class Details:
    """What details tables and "for more information" lines gave."""

    details: dict[str, str] = field(default_factory=dict)
    listed_sources: list[str] = field(default_factory=list)

    def add_row(self, key: str, value: str) -> None:
        """Take one row: a row of sources to the sources, an empty one nowhere."""
        key, value = key.strip().rstrip(":").strip(), value.strip()
        if key and value and fold(key) in load_words().sources:
            self.add_sources(value)
        elif key and value:
            self.details.setdefault(key, value)

    def add_sources(self, listed: str) -> None:
        """Take a list of sources: "n-tv , jacobin ."."""
        for name in listed_names(listed):
            if name not in self.listed_sources:
                self.listed_sources.append(name)

    def merge(self, other: Details) -> None:
        """Take what another gave; what is here already stays."""
        self.details = other.details | self.details
        self.listed_sources += [n for n in other.listed_sources if n not in self.listed_sources]


def listed_names(listed: str) -> list[str]:
    """The names of a list, short ones only: a clause is no name.

    >>> listed_names("Port City Echo , Delta Post .")
    ['Port City Echo', 'Delta Post']
    """
    names = (name.strip(" .") for name in ITEM_GAP.split(listed))
    return [name for name in names if name and len(name.split()) <= MAX_KEY_WORDS]


def are_details(rows: Sequence[Sequence[str]]) -> bool:
    """True where the rows look like a table of details: short keys, short values, two columns.

    >>> are_details([["Ort", "Hafenstadt"], ["Quellen", ""]])
    True
    >>> are_details([["1", "2", "3"]])
    False
    """
    filled = [[cell for cell in row if cell.strip()] for row in rows]
    filled = [row for row in filled if row]
    return 0 < len(filled) <= MAX_ROWS and all(_is_row(row) for row in filled)


def _is_row(row: Sequence[str]) -> bool:
    key, value = row[0], row[1] if len(row) > 1 else ""
    fits = len(row) <= 2 and len(key.split()) <= MAX_KEY_WORDS and len(value) <= MAX_VALUE
    return fits and any(char.isalpha() for char in key) and not key.rstrip().endswith((".", "!"))


def take_tables(lines: Iterable[str], into: Details) -> list[str]:
    """The lines without their details tables, whose rows go to `into`.

    A table is a run of lines with a bar in them that has a rule (`---|---|`) or a head that
    boilerplate.toml knows ("Details | |"). Other lines with a bar stay as they are.

    >>> details = Details()
    >>> take_tables(["Der Kai bleibt zu.", "Details | |", "---|---|", "Ort | Kiel"], details)
    ['Der Kai bleibt zu.']
    >>> details.details
    {'Ort': 'Kiel'}
    """
    kept: list[str] = []
    run: list[str] = []
    for line in lines:
        if "|" in line or (run and RULE.match(line)):
            run.append(line)
        else:
            kept += _take_run(run, into)
            run = []
            kept.append(line)
    return kept + _take_run(run, into)


def _take_run(run: list[str], into: Details) -> list[str]:
    """What is left of a run of lines with bars: nothing where it was a details table."""
    if not run:
        return []
    ruled = any(RULE.match(line) for line in run)
    rows = [cells(line) for line in run if not RULE.match(line)]
    headed = bool(rows) and fold(rows[0][0]) in load_words().details
    if not (ruled or headed) or not are_details(rows):
        return run
    for row in rows:
        into.add_row(row[0], row[1] if len(row) > 1 else "")
    return []


def cells(line: str) -> list[str]:
    """The cells of a line with bars; bars at its ends open no cell of their own.

    >>> cells("| Ort | Kiel |"), cells("Details | |")
    (['Ort', 'Kiel'], ['Details', ''])
    """
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in inner.split("|")]
