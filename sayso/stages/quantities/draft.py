"""A quantity while it is being read: the numeral, its unit, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.stages.quantities.grammar import EXACT
from sayso.stages.quantities.pile import Numeral


@dataclass(slots=True)
class Draft:
    """One quantity, as far as it is read.

    Attributes:
        first, last: its tokens, unit and bound words included; `last` is not.
        number_first, number_last: the tokens of the number alone.
        core: where it begins without its bound words: at the number, or at the sign before it.
        low, high: the value, or the ends of a range; `values` are these as written.
        unit: id of a unit or of what is counted; the noun itself where it has no id.
        unit_words: the words that name the unit, as written.
        measured: the unit is one of measure (money, percent, distance …).
        sign: the unit is a sign before the number ("$5").
        range: two numbers that are one interval; `moves` where the second is the figure that holds.
    """

    numeral: Numeral
    first: int
    last: int
    number_first: int
    number_last: int
    core: int
    low: float
    high: float
    values: tuple[float, ...]
    unit: str = ""
    unit_words: str = ""
    measured: bool = False
    sign: bool = False
    range: bool = False
    moves: bool = False
    change: str = EXACT
    state: str = ""
    words: list[int] = field(default_factory=list)


def draft_of(numeral: Numeral) -> Draft:
    """A draft of a numeral alone."""
    values = (numeral.low,) if numeral.low == numeral.high else (numeral.low, numeral.high)
    return Draft(
        numeral, numeral.first, numeral.last, numeral.first, numeral.last, numeral.first,
        numeral.low, numeral.high, values, change=numeral.change,
    )  # fmt: skip
