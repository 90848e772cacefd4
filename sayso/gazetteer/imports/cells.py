"""Check the cells of one row of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sayso.gazetteer.imports import values as v
from sayso.gazetteer.imports.row import Fault, Row
from sayso.gazetteer.imports.values import Wrong
from sayso.model import EntityKind

_ALIAS = re.compile(r"[|;]")


class Checker:
    """Checks the cells of one row and keeps what is wrong with each.

    Attributes:
        faults: what was wrong, in the order of the checks.
    """

    def __init__(self, line: int, cells: Mapping[str, str]) -> None:
        self.line, self.cells = line, cells
        self.faults: list[Fault] = []

    def check(self, column: str, check: Callable[[str], v.T], default: v.T) -> v.T:
        """The value of a column, or the default where it is wrong."""
        try:
            return check(self.cells.get(column, ""))
        except Wrong as wrong:
            self.add(column, wrong)
            return default

    def add(self, column: str, wrong: Wrong) -> None:
        """Keep one more fault."""
        self.faults.append(Fault(self.line, column, wrong.what, wrong.expected))

    def read(self, kind: EntityKind | None) -> Row:
        """The row as far as it is right."""
        row = Row(
            line=self.line,
            id=self.check("id", v.check_id, ""),
            name=self.check("name", v.check_name, ""),
            kind=self.read_kind(kind),
            aliases=self.check("aliases", split_aliases, ()),
            country=self.check("country", v.check_country, None),
            sector=self.check("sector", v.check_sector, None),
            role=" ".join(self.cells.get("role", "").split()) or None,
            wikidata=self.check("wikidata", v.check_wikidata, None),
            since=self.check("since", v.check_date, ""),
            until=self.check("until", v.check_date, ""),
        )
        self.check_office(row)
        return row

    def read_kind(self, kind: EntityKind | None) -> EntityKind:
        """The kind that the row tells, else the one for rows that tell none."""
        if kind and not self.cells.get("kind", "").strip():
            return kind
        if "kind" not in self.cells:
            expected = "a column 'kind', or --kind for all rows"
            self.add("kind", Wrong("is not told", expected))
            return EntityKind.PERSON
        return self.check("kind", v.check_kind, EntityKind.PERSON)

    def check_office(self, row: Row) -> None:
        """Dates are of offices, and only people hold them."""
        dates = row.since or row.until
        try:
            v.check_order(row.since, row.until)
            if dates and row.kind is not EntityKind.PERSON:
                raise Wrong(f"{dates} is no date of an office", "none: only people hold offices")
            if dates and row.role is None:
                raise Wrong(f"{dates} without an office", "the office in 'role', or none")
        except Wrong as wrong:
            self.add("until" if row.until else "since", wrong)


def split_aliases(text: str) -> tuple[str, ...]:
    """Other names in one cell, parted by `|` or `;`.

    >>> split_aliases("Mossgrove, Ida | Ида Моссгров")
    ('Mossgrove, Ida', 'Ида Моссгров')
    """
    parts = (part for part in _ALIAS.split(text) if part.strip())
    return tuple(dict.fromkeys(v.check_name(part) for part in parts))
