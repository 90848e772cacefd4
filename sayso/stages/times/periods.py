"""Periods of the calendar: days, weeks, months … by first and last day, and as EDTF."""

from __future__ import annotations

import calendar
import functools
from datetime import date, timedelta
from typing import NamedTuple

from sayso.model import Granularity


class Period(NamedTuple):
    """First and last day, granularity, and the EDTF-like value."""

    start: date
    end: date
    granularity: Granularity
    value: str


def day_of(day: date) -> Period:
    """A day.

    >>> day_of(date(2024, 5, 6)).value
    '2024-05-06'
    """
    return Period(day, day, Granularity.DAY, day.isoformat())


def week_of(day: date) -> Period:
    """The week, Monday to Sunday, in which a day lies.

    >>> week_of(date(2024, 5, 8)).value
    '2024-05-06/2024-05-12'
    """
    start = day - timedelta(days=day.weekday())
    end = start + timedelta(days=6)
    return Period(start, end, Granularity.WEEK, f"{start}/{end}")


def weekend_of(day: date) -> Period:
    """Saturday and Sunday of the week in which a day lies: two days, told as days."""
    start = day + timedelta(days=5 - day.weekday())
    end = start + timedelta(days=1)
    return Period(start, end, Granularity.DAY, f"{start}/{end}")


@functools.lru_cache(maxsize=4096)
def month_of(year: int, month: int) -> Period:
    """A month; `month` may run over the year's ends (13 is the next January).

    >>> month_of(2024, 14).value, month_of(2024, 0).value
    ('2025-02', '2023-12')
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = calendar.monthrange(year, month)[1]
    value = f"{year:04}-{month:02}"
    return Period(date(year, month, 1), date(year, month, last), Granularity.MONTH, value)


def months_of(year: int, first: int, count: int, granularity: Granularity, value: str) -> Period:
    """Several months that have a name together."""
    start, end = month_of(year, first), month_of(year, first + count - 1)
    return Period(start.start, end.end, granularity, value or f"{start.value}/{end.value}")


def season_of(year: int, season: int) -> Period:
    """Spring 1 (March to May) to winter 4 (December to February of the next year), as in EDTF.

    >>> season_of(2022, 4)[:2] == (date(2022, 12, 1), date(2023, 2, 28)), season_of(2022, 4).value
    (True, '2022-24')
    """
    return months_of(year, 3 * season, 3, Granularity.SEASON, f"{year:04}-{20 + season}")


def quarter_of(year: int, quarter: int) -> Period:
    """A quarter of a year; EDTF counts them from 33."""
    return months_of(year, 3 * quarter - 2, 3, Granularity.QUARTER, f"{year:04}-{32 + quarter}")


def half_of(year: int, half: int) -> Period:
    """A half of a year."""
    return months_of(year, 6 * half - 5, 6, Granularity.YEAR, "")


def year_of(year: int) -> Period:
    """A year."""
    return Period(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR, f"{year:04}")


def decade_of(year: int) -> Period:
    """The ten years in which a year lies.

    >>> decade_of(1994).value
    '199X'
    """
    first = year - year % 10
    start, end = date(first, 1, 1), date(first + 9, 12, 31)
    return Period(start, end, Granularity.DECADE, f"{first // 10}X")


def century_of(number: int) -> Period:
    """A century by its number: the 19th runs from 1801 to 1900.

    >>> century_of(19).value
    '1801/1900'
    """
    first = 100 * number - 99
    start, end = date(first, 1, 1), date(first + 99, 12, 31)
    return Period(start, end, Granularity.CENTURY, f"{first:04}/{first + 99:04}")


def unit_of(unit: str, day: date, shift: int) -> Period:
    """The day, week, month … that is `shift` units from the one in which a day lies.

    >>> unit_of("month", date(2024, 1, 2), -1).value
    '2023-12'
    """
    match unit:
        case "day":
            return day_of(day + timedelta(days=shift))
        case "week":
            return week_of(day + timedelta(weeks=shift))
        case "weekend":
            return weekend_of(day + timedelta(weeks=shift))
        case "month":
            return month_of(day.year, day.month + shift)
        case "quarter":
            index = 4 * day.year + (day.month - 1) // 3 + shift
            return quarter_of(index // 4, index % 4 + 1)
        case "half":
            index = 2 * day.year + (day.month - 1) // 6 + shift
            return half_of(index // 2, index % 2 + 1)
        case "decade":
            return decade_of(day.year + 10 * shift)
        case "century":
            return century_of((day.year - 1) // 100 + 1 + shift)
        case _:
            return year_of(day.year + shift)


def moved(day: date, unit: str, shift: int) -> date:
    """The day that lies `shift` units away, at the month's last day where there is none.

    >>> moved(date(2024, 3, 31), "month", -1)
    datetime.date(2024, 2, 29)
    """
    if unit in ("day", "week"):
        return day + timedelta(days=shift * (7 if unit == "week" else 1))
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
    month = month_of(day.year, day.month + shift * months.get(unit, 12))
    return month.start.replace(day=min(day.day, month.end.day))
