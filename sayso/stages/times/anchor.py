"""Anchor the fields of a match in the calendar: which Monday, which May, which year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from sayso.model import Anchor, Granularity
from sayso.stages.times.choose import find_period
from sayso.stages.times.patterns import Fields
from sayso.stages.times.periods import Period


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
    how = Anchor.ABSOLUTE if absolute else Anchor.PUBLICATION
    try:
        period = _range(fields, day, ahead)
        return _opened(period, fields, how, rule_of(fields, ahead)) if period else None
    except (ValueError, OverflowError):  # 30 February, and years before 1 or after 9999
        return None


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
    part = "year" if "month" in fields or "day" not in fields else "month"
    return f"{part} from publication: {side}"


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
        case "beyond":  # more than two years ago: it ends where the two years begin
            return Anchored(None, start, granularity, f"../{start}", how, rule)
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
    if int(fields.get("n2", 0)) and int(fields["n2"]) < int(fields["n"]):  # twenty-two
        total = int(fields["n"]) + int(fields["n2"])
        fields = {name: v for name, v in fields.items() if name != "n2"} | {"n": total}
    second = {name[:-1]: v for name, v in fields.items() if name.endswith("2")}
    first = {name: v for name, v in fields.items() if not name.endswith("2")}
    if not second:
        return find_period(first, published, ahead)
    if "year" in second and int(second["year"]) < 100:
        if "year" not in first:
            return None
        second["year"] = int(first["year"]) // 100 * 100 + int(second["year"])
        if int(second["year"]) <= int(first["year"]):  # a folder or a number of an issue
            return None
    if first.get("part") in ("week", "weekend"):  # "the weekend of 4 and 5 May" is one
        return find_period(first, published, ahead)
    shared = {name: v for name, v in first.items() if name not in second and name != "part"}
    if "month" in second and "day" not in second:
        shared.pop("day", None)
    latter = find_period(shared | second, published, ahead)
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
        return find_period(first, published, ahead)
    if "year" in first and ("year" in second or "month" not in first):
        return find_period(first, published, ahead)
    if "year" in first:
        same = find_period(first, published, ahead)
        late = same is not None and same.start > latter.start
        return (
            find_period(first | {"year": int(first["year"]) - 1}, published, ahead)
            if late
            else same
        )
    if "year" in second and "month" in first:
        return find_period(first, latter.end, False)
    if "unit" in first:
        return find_period(first, published, ahead)
    return find_period(first, latter.start, False)
