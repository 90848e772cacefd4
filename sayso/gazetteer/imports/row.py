"""What one line of a user's file says, and what may be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import EntityKind


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file, checked: an entity, and of a person one office at most.

    Attributes:
        line: where it begins in the file, from 1.
        id: as the file has it; "" where it has none.
        aliases: other names, without `name`.
        weak: names that are found when asked for, and never used to read a page.
        country: ISO 3166-1 alpha-3, "IGO" or None.
        role: in words, as the file has it.
        wikidata: "Q…" or None.
        since, until: EDTF dates; "" where unknown.
    """

    line: int
    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None
    since: str = ""
    until: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one line.

    Attributes:
        line: from 1; 0 for the whole file.
        column: the column or property, "" for the whole line.
        what: in one clause.
        expected: what would have been right.
    """

    line: int
    column: str
    what: str
    expected: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict.

    Attributes:
        where: "line 4", or whose it is: "sayso", "peps.csv".
        line: of this file, 0 for what is known already.
    """

    where: str
    line: int
    id: str
    name: str
    kind: str
    country: str
    role: str
    wikidata: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more that cannot all be right.

    Attributes:
        what: in one clause.
        todo: what the user can do.
    """

    what: str
    todo: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file.

    Attributes:
        format: in words, for the report.
        lines: how many rows or entities the file has.
        notes: what was not used, in words.
    """

    format: str
    lines: int
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()
