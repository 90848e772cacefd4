"""Mentions in words: the places, dates and quantities that a content speaks of, on one line."""

from __future__ import annotations

from sayso.cli.words import clean
from sayso.model import Mention, Place, Quantity, Statement


def spoken_words(statement: Statement) -> str:
    """What the content speaks of, in the order of the text; "" where that is nothing."""
    words = [mention_words(one) for one in statement.mentions]
    return f"speaks of {' · '.join(dict.fromkeys(words))}" if words else ""


def mention_words(mention: Mention) -> str:
    """A mention as written, and in brackets what it means."""
    written = clean(mention.span.text)
    meant = ""
    if mention.place:
        meant = place_words(mention.place)
    elif mention.date:
        meant = mention.date.value or "open"
    elif mention.quantity:
        meant = quantity_words(mention.quantity)
    elif mention.entity:
        meant = mention.entity.id
    return f"{written} ({meant})" if meant and meant != written else written


def place_words(place: Place) -> str:
    """Its name where it is written otherwise, its country, and how large it is.

    >>> place_words(Place(name="Kursk Oblast", text="Kursk region", country="RUS",
    ...                   precision="region"))
    'Kursk Oblast, RUS, region'
    """
    name = clean(place.name) if place.name != place.text else ""
    return ", ".join(part for part in (name, place.country, place.precision) if part)


def quantity_words(quantity: Quantity) -> str:
    """The bounds in digits.

    >>> quantity_words(Quantity(low=10000, high=None, unit="soldiers", of="deployed", text=""))
    '10,000 or more'
    """
    low, high = quantity.low, quantity.high
    about = "about " if quantity.about else ""
    if low is None:
        return f"up to {number_words(high)}"
    if high is None:
        return f"{number_words(low)} or more"
    if low == high:
        return f"{about}{number_words(low)}"
    return f"{about}{number_words(low)} to {number_words(high)}"


def number_words(number: float | None) -> str:
    """A number with its thousands parted.

    >>> number_words(1200000.0), number_words(2.5)
    ('1,200,000', '2.5')
    """
    if number is None:
        return "any"
    return f"{number:,.0f}" if number == int(number) else f"{number:,.4g}"
