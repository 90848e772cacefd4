"""Dates of publication and of datelines, as far as they are written and no further."""

from __future__ import annotations

import datetime
import email.utils
import functools
import re
import tomllib
from importlib import resources

from sayso.model import Date, DateHow, DatePrecision

ISO = re.compile(r"^((?:19|20)\d\d)(?:-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\d|3[01]))?)?(?:[T ].*)?$")
DOTTED = re.compile(r"^(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b")
IN_URL = re.compile(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/._-]|$)"
    r"|[/_-]((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=[/._-]|$)"
)
WORD = re.compile(r"[^\W\d_]+|\d+")


def find_date(written: str | None, how: DateHow) -> Date | None:
    """The date that is written, or None where it is not understood; the time of day is left out.

    Args:
        written: ISO 8601 or a part of it, `28.04.2025`, an e-mail date, or day, month name and
            year in a language of months.toml. `03/04/2025` may be two days and is not read.
        how: where it was found.

    >>> find_date("2025-04-28T21:14:00+02:00", DateHow.META).value
    '2025-04-28'
    >>> find_date("2025-04", DateHow.GIVEN).precision
    <DatePrecision.MONTH: 'month'>
    >>> find_date("28 avril 2025", DateHow.GIVEN).value
    '2025-04-28'
    """
    text = (written or "").strip()
    parts = _iso(text) or _dotted(text) or _mail(text) or _in_words(text)
    return make_date(*parts, how=how) if parts else None


def make_date(year: int, month: int | None, day: int | None, *, how: DateHow) -> Date | None:
    """A date of the precision of its parts; None where no calendar has that day.

    >>> make_date(2025, 2, 30, how=DateHow.URL) is None
    True
    """
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    if month is None:
        return Date(value=f"{year}", precision=DatePrecision.YEAR, how=how)
    if day is None:
        return Date(value=f"{year}-{month:02}", precision=DatePrecision.MONTH, how=how)
    return Date(value=f"{year}-{month:02}-{day:02}", precision=DatePrecision.DAY, how=how)


def date_in_url(url: str | None) -> Date | None:
    """The day in an address: `/2025/04/28/`, `-2025-04-28`, `_20250428`.

    >>> date_in_url("https://delta.example/2025/04/28/quay-shut.html").value
    '2025-04-28'
    """
    match = IN_URL.search(url or "")
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    return make_date(year, month, day, how=DateHow.URL)


@functools.cache
def load_months() -> dict[str, int]:
    """Name or short form of a month in small letters → its number, all languages together."""
    data = resources.files("sayso.intake").joinpath("months.toml").read_bytes()
    months: dict[str, int] = {}
    for names in tomllib.loads(data.decode()).values():
        for number, forms in enumerate(names, 1):
            for form in forms.split():
                months.setdefault(form, number)
    return months


def day_and_month(text: str) -> tuple[int | None, int, int | None] | None:
    """Day, month and year (None where not said) of a date in words; None where it is none.

    >>> day_and_month("March 3"), day_and_month("3. März 2025"), day_and_month("May we")
    ((3, 3, None), (3, 3, 2025), None)
    """
    words = WORD.findall(text.casefold())
    numbers = [int(word) for word in words if word.isdigit()]
    months = [load_months()[word] for word in words if word in load_months()]
    days = [number for number in numbers if 1 <= number <= 31]
    years = [number for number in numbers if 1900 <= number <= 2100]
    if len(months) != 1 or len(days) + len(years) != len(numbers) or not numbers:
        return None
    if len(days) > 1 or len(years) > 1:
        return None
    return (days[0] if days else None), months[0], (years[0] if years else None)


def _iso(text: str) -> tuple[int, int | None, int | None] | None:
    match = ISO.match(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return (year, month, day) if year else None


def _dotted(text: str) -> tuple[int, int, int] | None:
    match = DOTTED.match(text)
    return (int(match[3]), int(match[2]), int(match[1])) if match else None


def _mail(text: str) -> tuple[int, int, int] | None:
    try:
        moment = email.utils.parsedate(text) if "," in text[:4] + text[4:5] else None
    except (ValueError, IndexError, TypeError):
        return None
    return (moment[0], moment[1], moment[2]) if moment else None


def _in_words(text: str) -> tuple[int, int | None, int | None] | None:
    if len(text) > 60:
        return None
    found = day_and_month(re.sub(r"\b\d{1,2}[:h.]\d{2}\b.*", "", text))
    return (found[2], found[1], found[0]) if found and found[2] else None
