"""How PLOVER's rows tell an event: planned, refused, possible; and its score."""

from __future__ import annotations

from sayso.codebook.plover import read_plover
from sayso.model import Polarity, Reality


def plover_type(
    type_: str, mode: str | None, polarity: Polarity, reality: Reality
) -> tuple[str, str | None]:
    """Type and mode that a PLOVER row has for an event, told as it is.

    Only rows say so: the record keeps the deed's own type, with its polarity and reality.

    Args:
        type_, mode: of the deed.
        polarity, reality: as the text tells it.

    Returns:
        The row's type and mode: what is to come is AGREE or THREATEN, what is refused or not done
        is REJECT. What is only possible keeps its type: PLOVER has a context for that.

    >>> plover_type("AID", None, Polarity.POSITIVE, Reality.PLANNED)
    ('AGREE', None)
    >>> plover_type("ASSAULT", "aerial", Polarity.POSITIVE, Reality.PLANNED)
    ('THREATEN', 'violence')
    >>> plover_type("RETREAT", "withdraw", Polarity.NEGATIVE, Reality.PLANNED)
    ('REJECT', 'yield')
    """
    plover = read_plover()
    unreal = plover.unreal
    cooperative = plover.type[type_].quad.cooperative
    if polarity is Polarity.NEGATIVE:
        return (
            (unreal.negated, mode_of(unreal.refused, type_, mode)) if cooperative else (type_, mode)
        )
    if reality is not Reality.PLANNED or type_ in unreal.stay:
        return type_, mode
    if cooperative:
        return unreal.cooperation, None
    return unreal.conflict, mode_of(unreal.threatened, type_, mode)


def score_of(type_: str, mode: str | None) -> float:
    """Conflict and cooperation on one scale, -10 to 10: the mode's score, else its type's.

    >>> score_of("ASSAULT", "assassinate"), score_of("AID", None)
    (-9.5, 10.0)
    """
    plover = read_plover()
    joined = plover.mode_joined.get(type_, {}).get(mode or "", mode)
    return plover.score.get(type_, {}).get(joined or "", plover.type[type_].score)


def mode_of(table: dict[str, str], type_: str, mode: str | None) -> str | None:
    """The mode that a table has for a type and mode, else for the type."""
    return table.get(f"{type_} {mode}", table.get(type_))
