"""Small words for the faces: counts, dates, and text made safe to print."""

from __future__ import annotations

import re
import unicodedata

#: Explicit directions: on a terminal they can turn round what stands after them.
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

#: Where no source is named.
NOBODY = "not named"


def clean(text: str) -> str:
    """The text on one line, without what a terminal would obey.

    A page is written by strangers: escape sequences and directions in it must not reach
    the terminal of the one who reads.

    >>> clean("a\\x1b[31m red\\nline")
    'a [31m red line'
    """
    kept = (
        " " if unicodedata.category(char) == "Cc" else char
        for char in text
        if char not in _DIRECTIONS
    )
    # Not str.split(): a no-break space is there to keep a French quotation mark in its place.
    return re.sub(" +", " ", "".join(kept)).strip()


def count_words(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count_words(1, "page"), count_words(1200, "page")
    ('1 page', '1,200 pages')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def shorten(text: str, limit: int) -> str:
    """The text, its middle left out where it is longer than `limit` characters.

    The middle, since a statement tends to begin with what it is about and to end with its point.
    Cut between words, and marked otherwise than the "…" between two pieces of a content.

    >>> shorten("one two three four five six seven eight", 30)
    'one two three […] eight'
    >>> shorten("short enough", 30)
    'short enough'
    """
    if len(text) <= limit:
        return text
    room = limit - len(" […] ")
    before, after = text[: room * 3 // 5 + 1], text[-(room * 2 // 5 + 1) :]
    head = before.rpartition(" ")[0] or before[:-1]
    tail = after.partition(" ")[2] or after[1:]
    return f"{head.rstrip(' ,;:…')} […] {tail}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_words(value: str | None) -> str:
    """An EDTF-like date as one reads it.

    >>> date_words("2024-03-05"), date_words("2024-03"), date_words("2024"), date_words(None)
    ('5 March 2024', 'March 2024', '2024', 'date unknown')
    """
    if value is None:
        return "date unknown"
    year, _, rest = value.partition("-")
    month, _, day = rest[:5].partition("-")
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return value
    name = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {name}" if day.isdigit() else name
