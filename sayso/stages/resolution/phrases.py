"""Phrases: atoms joined into noun phrases for parties, with a head and what qualifies it.

"Russia's chief of staff, Valery Weller" is one phrase: a person with a role and a country.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from sayso.model import Entity, EntityKind, SourceKind
from sayso.packs.shape import RoleEntry
from sayso.stages.resolution.atoms import Atom, AtomKind

NAMES = frozenset((AtomKind.PERSON, AtomKind.NAME, AtomKind.ORGANISATION))


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
        person: the name that is the head, a person's as a rule.
        body: words of a body's name that stands right beside its role ("the agency Nordpresse").
        role: the head's role: the last one before an "of".
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
    person: Atom | None = None
    body: tuple[int, int] | None = None
    role: RoleEntry | None = None

    def settle(self) -> None:
        """Find head and role anew, when the atoms have changed."""
        atoms = self.atoms
        if len(atoms) == 1:
            self.role, self.body = atoms[0].role, None
            self.person = atoms[0] if atoms[0].kind in NAMES else None
        else:
            self.role, self.body = find_role(atoms), find_body(atoms)
            self.person = find_person(atoms, self.body)

    @property
    def places(self) -> list[Atom]:
        """Entries of the gazetteer that are the head or qualify it, the closest last."""
        return [atom for atom in (*self.atoms, *self.of) if atom.entry]


def find_role(atoms: list[Atom]) -> RoleEntry | None:
    """The last role among some atoms."""
    for atom in reversed(atoms):
        if atom.role:
            return atom.role
    return None


def find_person(atoms: list[Atom], body: tuple[int, int] | None) -> Atom | None:
    """The name that is the head: a person's, or the first that is no part of a body's name."""
    names = [atom for atom in atoms if atom.kind in NAMES]
    if names and body:
        names = [atom for atom in names if not body[0] <= atom.first < body[1]]
    sure = next((atom for atom in names if atom.kind is AtomKind.PERSON), None)
    return sure or (names[0] if names else None)


def find_body(atoms: list[Atom]) -> tuple[int, int] | None:
    """The words of a name right after a body's role ("the agency Nordpresse"), or of both."""
    for name, role in ((1, 0), (0, 1)):
        for pair in pairwise(atoms):
            entry = pair[role].role
            if entry is None or entry.group or entry.kind is EntityKind.PERSON:
                continue
            if pair[name].kind in NAMES and pair[0].last == pair[1].first:
                return pair[name].first, pair[1].last if name == 0 else pair[name].last
    return None
