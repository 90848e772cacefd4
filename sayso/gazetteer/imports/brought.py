"""An entity that a file brings, as it is checked, kept and found again."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Entity, EntityKind


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an imported entity comes from.

    Attributes:
        source: the name of the import.
        over: what of the shipped data it outranks, in words.
    """

    source: str
    over: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """A reason, in words.

        >>> Provenance("staff.csv", ("the office mayor",)).words
        'imported from staff.csv, over the office mayor'
        """
        over = f", over {' and '.join(self.over)}" if self.over else ""
        return f"imported from {self.source}{over}"


@dataclass(frozen=True, slots=True)
class Held:
    """An office of a person.

    Attributes:
        country: alpha-3 or "".
        since, until: EDTF dates; "" where unknown, `until` also where the office is still held.
    """

    role: str
    country: str
    sector: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Brought:
    """One entity of a file.

    Attributes:
        id: as records have it ("person:…", "body:…").
        given: the id that the file has, "" for none.
        weak: names that are found when asked for, and never used to read a page.
        role: of a body; people hold offices.
        lines: where it stands in the file, from 1.
        source: the name of the import; "" until it is kept.
    """

    id: str
    given: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    weak: tuple[str, ...]
    country: str | None
    sector: str | None
    role: str | None
    wikidata: str | None
    offices: tuple[Held, ...]
    lines: tuple[int, ...]
    source: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The usual name, then the others."""
        return (self.name, *self.aliases)

    def entity(self) -> Entity:
        """As sources have it; of a person without any office."""
        return Entity(
            id=self.id,
            name=self.name,
            kind=self.kind,
            country=self.country,
            sector=self.sector,
            role=self.role,
            wikidata=self.wikidata,
        )
