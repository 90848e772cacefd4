"""Clause: what stands around a trigger, in the same terms for every language."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.stages.attribution.marks import Range
from sayso.stages.coding.pieces import Piece, with_genitives


@dataclass(slots=True)
class Clause:
    """The arguments of a trigger; ranges are word indexes in its sentence.

    Attributes:
        start, end: the words of the clause, as far as it is known.
        subject, object: logical ones: a passive is turned. `bare`: the object without what hangs
            on it.
        indirect: the first of two objects.
        owner: words before a noun that may say whose it is; `after` those right behind it.
        possessor: of a noun, a possessive's words, or a possessive pronoun.
        pieces: the prepositional phrases.
        part: first part of a compound, or the word before a noun.
        around: the clause of the verb that carries a noun.
        aside: the clause hangs on a noun or another clause: relative, temporal, a participle.
        noun: the clause is a noun's.
        control: the verb has no subject of its own: it is another's ("to leave", "leaving").
    """

    start: int
    end: int
    subject: Range | None = None
    object: Range | None = None
    bare: Range | None = None
    indirect: Range | None = None
    owner: Range | None = None
    after: Range | None = None
    possessor: Range | None = None
    pieces: list[Piece] = field(default_factory=list)
    part: str = ""
    around: Range | None = None
    negated: bool = False
    passive: bool = False
    modal: int = -1
    conditional: bool = False
    control: bool = False
    noun: bool = False
    aside: bool = False

    def phrases(self, preposition: str) -> list[Range]:
        """The noun phrases behind a preposition, with what hangs on them.

        Behind a noun, what says whose another phrase is, is that one's ("an attack on the port of
        Ilmar").
        """
        return [
            with_genitives(self.pieces, number)
            for number, piece in enumerate(self.pieces)
            if piece.preposition == preposition and not self._hangs(number)
        ]

    def _hangs(self, number: int) -> bool:
        """A genitive right behind the phrase of another preposition."""
        piece, before = self.pieces[number], self.pieces[number - 1]
        if not self.noun or not number or not piece.genitive or before.end != piece.at:
            return False
        return bool(before.preposition) and not before.genitive
