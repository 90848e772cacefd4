"""Phrases: atoms joined into noun phrases for parties, with a head and what qualifies it.

"Russia's chief of staff, Valery Weller" is one phrase: a person with a role and a country.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model import Entity, EntityKind, SourceKind
from sayso.packs.shape import RoleEntry
from sayso.stages.resolution.atoms import Atom, AtomKind

NAMES = (AtomKind.PERSON, AtomKind.NAME, AtomKind.ORGANISATION)


@dataclass(slots=True)
class Phrase:
    """A noun phrase that names a party.

    Attributes:
        first, last: words of the token list, last exclusive; determiners before it are outside.
        atoms: its pieces.
        of: atoms after "of" or "for": whom the head belongs to.
        definite: its determiner points back; None without a determiner that we know.
        genders: of `m f n p`; "" where nothing tells. `told`: those that its determiner allows.
        oblique: a preposition stands before it.
        entity, kind: whom it means; set when it is resolved.
        key: person's key in the register of people.
    """

    first: int
    last: int
    sentence: int
    atoms: list[Atom]
    of: list[Atom] = field(default_factory=list)
    definite: bool | None = None
    genders: str = ""
    told: str = ""
    oblique: bool = False
    opens: bool = False
    entity: Entity | None = None
    kind: SourceKind = SourceKind.ROLE
    key: str | None = None

    @property
    def person(self) -> Atom | None:
        """The name that is the head, a person's as a rule."""
        names = [atom for atom in self.atoms if atom.kind in NAMES]
        if names and (body := self.body):
            names = [atom for atom in names if not body[0] <= atom.first < body[1]]
        sure = next((atom for atom in names if atom.kind is AtomKind.PERSON), None)
        return sure or (names[0] if names else None)

    @property
    def body(self) -> tuple[int, int] | None:
        """Words of a body's name that stands right beside its role ("the agency Nordpresse")."""
        if len(self.atoms) < 2:
            return None
        for name, role in ((1, 0), (0, 1)):
            for pair in zip(self.atoms, self.atoms[1:], strict=False):
                entry = pair[role].role
                if entry is None or entry.group or entry.kind is EntityKind.PERSON:
                    continue
                if pair[name].kind in NAMES and pair[0].last == pair[1].first:
                    return pair[name].first, pair[1].last if name == 0 else pair[name].last
        return None

    @property
    def role(self) -> RoleEntry | None:
        """The head's role: the last one before an "of"."""
        roles = [atom.role for atom in self.atoms if atom.role]
        return roles[-1] if roles else None

    @property
    def places(self) -> list[Atom]:
        """Entries of the gazetteer that are the head or qualify it, the closest last."""
        return [atom for atom in (*self.atoms, *self.of) if atom.entry]
