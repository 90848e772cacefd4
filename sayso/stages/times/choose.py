"""Choose the period that fields mean: which Monday, which May, how many weeks ago."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sayso.model import Granularity
from sayso.stages.times.parts import part_of
from sayso.stages.times.patterns import Fields
from sayso.stages.times.periods import (
    Period,
    century_of,
    day_of,
    decade_of,
    half_of,
    month_of,
    moved,
    quarter_of,
    season_of,
    unit_of,
    week_of,
    weekend_of,
    year_of,
)


def find_period(fields: Fields, published: date, ahead: bool) -> Period | None:
    """The period, or the part of it that is meant."""
    whole = _whole(fields, published, ahead)
    part = fields.get("part")
    if whole and "either" in fields:
        return _either(fields, whole)
    if whole is None or part is None:
        return whole
    if part == "sofar":
        return Period(whole.start, published, whole.granularity, f"{whole.start}/{published}")
    if part == "rest":
        return Period(published, whole.end, whole.granularity, f"{published}/{whole.end}")
    if part in ("week", "weekend"):
        return week_of(whole.start) if part == "week" else weekend_of(whole.start)
    return part_of(whole, str(part))


def _either(fields: Fields, first: Period) -> Period:
    """03/04/2025 may be two days, by the country: both, as EDTF's one of a set."""
    month, day = int(fields["month"]), int(fields["day"])
    if day > 12 or day == month:
        return first
    start, end = sorted((first.start, date(first.start.year, day, month)))
    return Period(start, end, first.granularity, f"[{start},{end}]")


def _whole(fields: Fields, published: date, ahead: bool) -> Period | None:
    """The period that the fields tell, without its part."""
    if "window" in fields:
        return _window(fields, published)
    if "month" in fields or "day" in fields:
        return _day_or_month(fields, published, ahead)
    if "weekday" in fields and fields.get("unit") != "day":
        return _weekday(fields, published, ahead)
    for name, made in (("season", season_of), ("quarter", quarter_of), ("half", half_of)):
        if name in fields:
            number, year = int(fields[name]), _year(fields, published)
            if year is not None:
                return made(year, number)
            years = range(published.year - 2, published.year + 3)
            return choose([made(y, number) for y in years], fields, published, ahead)
    if "year" in fields:
        return year_of(int(fields["year"]))
    if "decade" in fields:
        return decade_of(_full_decade(int(fields["decade"]), published))
    if "century" in fields:
        return century_of(int(fields["century"]))
    return _unit(fields, published, ahead) if "unit" in fields else None


def _full_decade(decade: int, published: date) -> int:
    """A decade with its century: the nearest past one ("the 90s")."""
    if decade > 99:
        return decade
    century = published.year // 100 * 100
    return century + decade if century + decade <= published.year else century - 100 + decade


def _year(fields: Fields, published: date) -> int | None:
    """The year that the fields tell, as a number or as one counted from publication."""
    if "year" in fields:
        return int(fields["year"])
    return published.year + shift_of(fields) if fields.get("unit") == "year" else None


def shift_of(fields: Fields) -> int:
    """How many units from publication: 0 for this one."""
    if "shift" in fields:
        return int(fields["shift"])
    return int(fields.get("sign", -1)) * int(fields.get("n", 0))


def choose(
    candidates: Iterable[Period], fields: Fields, published: date, ahead: bool
) -> Period | None:
    """The one of several periods that is meant, by the words' own choice or by the nearest."""
    ordered = sorted(candidates)
    match fields.get("which") or ("ahead" if ahead else "back"):
        case "last":
            fitting = [p for p in ordered if p.end < published][-1:]
        case "next":
            fitting = [p for p in ordered if p.start > published]
        case "this":
            fitting = [p for p in ordered if p.start.year == published.year]
        case "ahead":
            fitting = [p for p in ordered if p.end >= published]
        case _:
            fitting = [p for p in ordered if p.start <= published][-1:]
    return fitting[0] if fitting else None


def _day_or_month(fields: Fields, published: date, ahead: bool) -> Period | None:
    """A month, or a day of a month."""
    day = int(fields["day"]) if "day" in fields else None
    year = _year(fields, published)
    if "month" not in fields:
        if fields.get("unit") == "month":
            return _in_month(unit_of("month", published, shift_of(fields)), day)
        near = [month_of(published.year, published.month + shift) for shift in (-2, -1, 0, 1, 2)]
        candidates = [found for month in near if (found := _in_month(month, day))]
        if "weekday" in fields:
            weekday = int(fields["weekday"]) - 1
            candidates = [p for p in candidates if p.start.weekday() == weekday]
        return choose(candidates, fields, published, ahead)
    month = int(fields["month"])
    if year is not None:
        return _in_month(month_of(year, month), day)
    years = range(published.year - 4, published.year + 5)
    candidates = [found for y in years if (found := _in_month(month_of(y, month), day))]
    if "weekday" in fields and day is not None:
        weekday = int(fields["weekday"]) - 1
        near = [p for p in candidates if abs(p.start.year - published.year) <= 1]
        candidates = [p for p in near if p.start.weekday() == weekday] or candidates
    return choose(candidates, fields, published, ahead)


def _in_month(month: Period, day: int | None) -> Period | None:
    """The day of a month, the month itself where no day is asked, None where it has no such day."""
    if day is None:
        return month
    return day_of(month.start.replace(day=day)) if day <= month.end.day else None


def _weekday(fields: Fields, published: date, ahead: bool) -> Period | None:
    """A weekday: in the week that the words tell, or the nearest."""
    weekday = int(fields["weekday"]) - 1
    if fields.get("unit") == "week":
        week = week_of(published + timedelta(weeks=shift_of(fields)))
        return day_of(week.start + timedelta(days=weekday))
    days = [published + timedelta(days=n) for n in range(-8, 9)]
    candidates = [day_of(d) for d in days if d.weekday() == weekday]
    return choose(candidates, fields, published, ahead)


def _window(fields: Fields, published: date) -> Period:
    """The past three weeks, the coming two years: up to publication, or from it on."""
    unit, count = str(fields["unit"]), int(fields.get("n", 1))
    side = int(fields["window"])
    far = moved(published, unit, side * count)
    start, end = (far, published) if side < 0 else (published, far)
    return Period(start, end, Granularity(unit), f"{start}/{end}")


def _unit(fields: Fields, published: date, ahead: bool) -> Period | None:
    """A day, week, month … counted from publication; a bare weekend is the nearest one."""
    unit = str(fields["unit"])
    if unit == "weekend" and not {"shift", "n"} & set(fields):
        near = [weekend_of(published + timedelta(weeks=n)) for n in (-2, -1, 0, 1, 2)]
        return choose(near, fields, published, ahead)
    return unit_of(unit, published, shift_of(fields))
