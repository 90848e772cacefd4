"""Anchor the fields of a match in the calendar: which Monday, which May, which year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from sayso.stages.times.patterns import Fields
from sayso.stages.times.periods import (
    Granularity,
    Period,
    century_of,
    day_of,
    decade_of,
    half_of,
    month_of,
    moved,
    part_of,
    quarter_of,
    season_of,
    unit_of,
    week_of,
    weekend_of,
    year_of,
)


class Anchor(StrEnum):
    """What fixed a date in the calendar."""

    ABSOLUTE = "absolute"  # the words name the year
    RELATIVE = "relative to publication"
    UNANCHORED = "unanchored"  # no publication date, or told from another event


class Anchored(NamedTuple):
    """An interval, None where open or unknown, with how it came about."""

    earliest: date | None
    latest: date | None
    granularity: Granularity
    value: str | None
    anchor: Anchor
    rule: str


def anchor(fields: Fields, published: date | None, *, ahead: bool) -> Anchored | None:
    """What a match means, or None where no calendar has that day.

    Args:
        fields: what the pattern settled.
        published: the day the page was published, or None.
        ahead: whether the sentence looks ahead, so that a bare Monday is the coming one.
    """
    absolute = _names_year(fields)
    if fields.get("anchor") == "text" or (published is None and not absolute):
        return Anchored(None, None, granularity_of(fields), None, Anchor.UNANCHORED, "left open")
    day = published or date(int(fields.get("year", 2000)), 1, 1)
    try:
        period = _range(fields, day, ahead)
    except (ValueError, OverflowError):
        return None
    if period is None:
        return None
    how = Anchor.ABSOLUTE if absolute else Anchor.RELATIVE
    return _opened(period, fields, how, rule_of(fields, ahead))


def _names_year(fields: Fields) -> bool:
    """True where the words name the year, or a whole century or decade."""
    if fields.get("decade"):
        return int(fields["decade"]) > 99 or int(fields["decade"]) >= 30
    return bool({"year", "century"} & set(fields)) and "window" not in fields


def rule_of(fields: Fields, ahead: bool) -> str:
    """How the date was chosen, in words."""
    if _names_year(fields):
        return "as written"
    if "unit" in fields:
        return "counted from publication"
    which = fields.get("which")
    if which:
        return f"{which} before or after publication" if which == "this" else f"{which} one"
    side = "nearest to come" if ahead else "nearest past"
    if "weekday" in fields and "day" not in fields:
        return f"weekday: {side}"
    return f"year from publication: {side}"


def granularity_of(fields: Fields) -> Granularity:
    """How finely fields tell a date.

    >>> granularity_of({"month": 5, "year": 2024})
    <Granularity.MONTH: 'month'>
    """
    if {"day", "weekday"} & set(fields):
        return Granularity.DAY
    for name in ("month", "season", "quarter"):
        if name in fields:
            return Granularity(name)
    unit = str(fields.get("unit", ""))
    if "half" in fields or unit == "half" or "year" in fields:
        return Granularity.YEAR
    if "decade" in fields or "century" in fields:
        return Granularity.DECADE if "decade" in fields else Granularity.CENTURY
    return Granularity.DAY if unit == "weekend" else Granularity(unit or "year")


def _opened(period: Period, fields: Fields, how: Anchor, rule: str) -> Anchored:
    """The interval with its open end, where the words leave one open."""
    start, end, granularity, value = period
    first, _, last = value.partition("/")
    match fields.get("open"):
        case "since":
            return Anchored(start, None, granularity, f"{first}/..", how, rule)
        case "until":
            return Anchored(None, end, granularity, f"../{last or first}", how, rule)
        case "before":
            if fields.get("part") == "late":  # "before the end of June": June is still in time
                return Anchored(None, end, granularity, f"../{last or first}", how, rule)
            before = start - timedelta(days=1)
            return Anchored(None, before, granularity, f"../{_as(before, period)}", how, rule)
        case "after":
            after = end + timedelta(days=1)
            return Anchored(after, None, granularity, f"{_as(after, period)}/..", how, rule)
        case _:
            about = "~" if fields.get("about") and "/" not in value else ""
            return Anchored(start, end, granularity, value + about, how, rule)


def _as(day: date, period: Period) -> str:
    """A day written as finely as a period is."""
    match len(period.value.partition("/")[0]):
        case 4 if "X" not in period.value:
            return f"{day.year:04}"
        case 7 if period.granularity is Granularity.MONTH:
            return f"{day.year:04}-{day.month:02}"
        case _:
            return day.isoformat()


def _range(fields: Fields, published: date, ahead: bool) -> Period | None:
    """One period, or from the first to the second of two."""
    if fields.get("season") == 4 and "year2" in fields:  # winter 2022/23 is one winter
        fields = {name: v for name, v in fields.items() if name != "year2"}
    second = {name[:-1]: v for name, v in fields.items() if name.endswith("2")}
    first = {name: v for name, v in fields.items() if not name.endswith("2")}
    if not second:
        return _part(first, published, ahead)
    if "year" in second and int(second["year"]) < 100:
        second["year"] = int(first["year"]) // 100 * 100 + int(second["year"])
        if int(second["year"]) <= int(first["year"]):  # a folder or a number of an issue
            return None
    if first.get("part") in ("week", "weekend"):  # "the weekend of 4 and 5 May" is one
        return _part(first, published, ahead)
    shared = {name: v for name, v in first.items() if name not in second and name != "part"}
    if "month" in second and "day" not in second:
        shared.pop("day", None)
    latter = _part(shared | second, published, ahead)
    former = _before(first, second, latter, published, ahead)
    if former is None or latter is None:
        return None
    if former.start > latter.start:
        former, latter = latter, former
    value = f"{former.value.partition('/')[0]}/{latter.value.rpartition('/')[2]}"
    return Period(former.start, latter.end, former.granularity, value)


def _before(
    first: Fields, second: Fields, latter: Period | None, published: date, ahead: bool
) -> Period | None:
    """The first of two periods, the nearest one before the second where its year is not told."""
    if latter is None or "n" in first:
        return _part(first, published, ahead)
    if "year" in first and ("year" in second or "month" not in first):
        return _part(first, published, ahead)
    if "year" in first:
        same = _part(first, published, ahead)
        late = same is not None and same.start > latter.start
        return _part(first | {"year": int(first["year"]) - 1}, published, ahead) if late else same
    if "year" in second and "month" in first:
        return _part(first, latter.end, False)
    if "unit" in first:
        return _part(first, published, ahead)
    return _part(first, latter.start, False)


def _part(fields: Fields, published: date, ahead: bool) -> Period | None:
    """The period, or the part of it that is meant."""
    whole = _whole(fields, published, ahead)
    part = fields.get("part")
    if whole is None or part is None:
        return whole
    if part == "sofar":
        return Period(whole.start, published, whole.granularity, f"{whole.start}/{published}")
    if part == "rest":
        return Period(published, whole.end, whole.granularity, f"{published}/{whole.end}")
    if part in ("week", "weekend"):
        return week_of(whole.start) if part == "week" else weekend_of(whole.start)
    return part_of(whole, str(part))


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
    return _unit(fields, published, ahead)


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
