"""A person and the offices that the person held."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.gazetteer.imports.brought import Provenance


@dataclass(frozen=True, slots=True)
class Office:
    """One office of one person.

    Attributes:
        country: ISO 3166-1 alpha-3; "IGO" for international bodies, "" for territories of nobody.
        role, sector: as sources have them ("foreign minister", "GOV").
        position: as the source writes it.
        since, until: EDTF dates ("2024-05-14", "2017"); `until` None: in office, or no end known;
            `since` "" where an import does not tell it.
        source: "wikidata", "editors", or "imported from FILE".
    """

    country: str
    role: str
    sector: str
    position: str
    since: str
    until: str | None
    source: str

    def holds(self, on_date: str) -> bool:
        """True where the office was held on that day (or year, or month), both ends included.

        >>> office = Office("FRA", "president", "GOV", "President", "2017-05-14", None, "wikidata")
        >>> office.holds("2018-03-01"), office.holds("2017-05"), office.holds("2016")
        (True, True, False)
        """
        size = min(len(on_date), len(self.since))
        if on_date[:size] < self.since[:size]:
            return False
        if self.until is None:
            return True
        size = min(len(on_date), len(self.until))
        return on_date[:size] <= self.until[:size]


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the gazetteer; offices latest first.

    Attributes:
        country, sector: of an imported person who has no office.
        imported: where what is imported of the person comes from.
    """

    id: str
    name: str
    wikidata: str | None
    other_names: tuple[str, ...]
    offices: tuple[Office, ...]
    country: str | None = None
    sector: str | None = None
    imported: Provenance | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the usual one first."""
        return (self.name, *self.other_names)
