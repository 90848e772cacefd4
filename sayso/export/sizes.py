"""What is counted in an event, as PLOVER's rows have it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.model import Quantity

#: PLOVER's names of what is counted (manual, chapter 6) and what quantities are `of` here.
SIZES = {"dead": "killed", "injured": "wounded", "arrested": "arrested"}


def read_size(quantities: Iterable[Quantity]) -> dict[str, float | str | None]:
    """How many died, were injured, were arrested: a number, or a code where it is open.

    >>> dead = Quantity(low=12, high=12, unit="people", of="killed", text="twelve people")
    >>> hurt = Quantity(low=30, high=None, unit="people", of="wounded", text="at least 30")
    >>> read_size([dead, hurt])
    {'dead': 12, 'injured': '>=30', 'arrested': None}
    """
    counted = tuple(quantities)
    return {
        name: next((number_code(q) for q in counted if q.of == state), None)
        for name, state in SIZES.items()
    }


def number_code(quantity: Quantity) -> float | str | None:
    """The number; `>=30`, `<=30` or `30-40` where it is an interval; about forty is `~40`.

    >>> number_code(Quantity(low=30, high=40, unit="people", of="killed", text="30 to 40"))
    '30-40'
    """
    low, high = as_number(quantity.low), as_number(quantity.high)
    if low is not None and high is not None:
        exact = low if low == high else f"{low}-{high}"
        return f"~{exact}" if quantity.about else exact
    if low is not None:
        return f">={low}"
    return f"<={high}" if high is not None else None


def as_number(value: float | None) -> float | None:
    """A whole number without its point.

    >>> as_number(12.0), as_number(2.5)
    (12, 2.5)
    """
    return int(value) if value is not None and value == int(value) else value


def read_quantity(quantity: Quantity) -> dict[str, Any]:
    """A quantity as plain data."""
    return {
        "low": as_number(quantity.low),
        "high": as_number(quantity.high),
        "unit": quantity.unit,
        "of": quantity.of,
        "about": quantity.about,
        "text": quantity.text,
    }
