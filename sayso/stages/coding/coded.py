"""Coded: a trigger with its clause and sense, while a sentence is worked through."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Polarity, Reality
from sayso.packs.triggers import Purpose, TriggerForm
from sayso.stages.attribution.marks import Range
from sayso.stages.coding.clause import Clause
from sayso.stages.coding.hits import TriggerHit


@dataclass(slots=True)
class Coded:
    """One hit as far as it is understood.

    Attributes:
        form: the sense that its clause shows; None for a verb that is no trigger by itself.
        carrier: of a noun, the light or happening verb that carries it; `carried`: as its object.
        duty: it is told as what somebody must or should do.
        silent: a verb that only carries a noun.
        governor: the trigger or operator in whose complement it stands.
    """

    hit: TriggerHit
    clause: Clause
    form: TriggerForm | None = None
    carrier: Coded | None = None
    carried: bool = False
    silent: bool = False
    duty: bool = False
    governor: Coded | None = None
    polarity: Polarity = Polarity.POSITIVE
    reality: Reality = Reality.ACTUAL

    @property
    def head(self) -> int:
        """Index of the trigger's first word."""
        return self.hit.head

    @property
    def verb(self) -> bool:
        """A verb group that is finite, infinite or a participle."""
        return self.hit.kind.value != "noun"

    def is_for(self, purpose: Purpose) -> bool:
        """The hit can serve that."""
        return self.hit.has(purpose)

    def words(self) -> Range:
        """The words of the trigger without auxiliaries."""
        return self.hit.head, self.hit.group.end
