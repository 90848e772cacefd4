"""Parts of periods: early, mid and late thirds, halves."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.model import Granularity
from sayso.stages.times.periods import Period, half_of, month_of, months_of, year_of

#: First and last place of early, mid and late in ten days, weeks' days, months and years.
_PARTS = {
    Granularity.WEEK: {"early": (0, 1), "mid": (2, 3), "late": (4, 6)},
    Granularity.MONTH: {"early": (1, 10), "mid": (11, 20), "late": (21, 31)},
    Granularity.DECADE: {"early": (0, 3), "mid": (4, 6), "late": (7, 9)},
}


def part_of(whole: Period, part: str) -> Period:
    """The early, mid or late third of a period, or a half ("first", "second"); what has no
    third of its own (a day) stays whole.

    >>> part_of(month_of(2024, 5), "early").value
    '2024-05-01/2024-05-10'
    >>> part_of(year_of(2021), "mid").value
    '2021-05/2021-08'
    """
    start = whole.start
    if part in ("first", "second"):
        return _half(whole, part)
    third = _PARTS.get(whole.granularity, {}).get(part)
    match whole.granularity:
        case Granularity.WEEK if third:
            days = [start + timedelta(days=place) for place in third]
            return Period(days[0], days[1], whole.granularity, f"{days[0]}/{days[1]}")
        case Granularity.MONTH if third:
            first, last = start.replace(day=third[0]), min(third[1], whole.end.day)
            end = start.replace(day=last)
            return Period(first, end, whole.granularity, f"{first}/{end}")
        case Granularity.DECADE if third:
            one, two = year_of(start.year + third[0]), year_of(start.year + third[1])
            return Period(one.start, two.end, whole.granularity, f"{one.value}/{two.value}")
        case Granularity.YEAR if whole.start.month == 1 and whole.end.month == 12:
            place = ("early", "mid", "late").index(part)
            return months_of(start.year, 4 * place + 1, 4, whole.granularity, "")
        case Granularity.SEASON | Granularity.QUARTER:
            month = month_of(start.year, start.month + ("early", "mid", "late").index(part))
            return month._replace(granularity=whole.granularity)
        case Granularity.CENTURY:
            place = ("early", "mid", "late").index(part)
            low, high = start.year + (0, 33, 66)[place], start.year + (32, 65, 99)[place]
            return Period(date(low, 1, 1), date(high, 12, 31), whole.granularity, f"{low}/{high}")
        case _:
            return whole


def _half(whole: Period, part: str) -> Period:
    """The first or second half."""
    number = 1 if part == "first" else 2
    match whole.granularity:
        case Granularity.YEAR:
            return half_of(whole.start.year, number)
        case Granularity.MONTH:
            first = whole.start.replace(day=1 if number == 1 else 16)
            end = whole.start.replace(day=15) if number == 1 else whole.end
            return Period(first, end, whole.granularity, f"{first}/{end}")
        case _:
            days = (whole.end - whole.start).days // 2
            middle = whole.start + timedelta(days=days)
            start = whole.start if number == 1 else middle + timedelta(days=1)
            end = middle if number == 1 else whole.end
            return Period(start, end, whole.granularity, f"{start}/{end}")
