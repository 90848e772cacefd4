"""What else on a page tells where it is about: its countries, regions, and other towns."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import find_capital, find_demonym
from sayso.gazetteer.places.candidates import Meaning, find_meanings
from sayso.gazetteer.places.store import Row, load_countries

#: Two towns this near (km) speak for each other, and twice as far half as much.
NEAR_KM = 120.0
#: Towns of two countries say nothing about each other at eight times that; in degrees of latitude.
FAR_DEGREES = 8 * NEAR_KM / 111.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One other name on the page, and what it may mean with which share."""

    name: str
    key: str
    shares: tuple[tuple[Row, float], ...]


@functools.lru_cache(maxsize=8192)
def read_evidence(name: str, language: str) -> Evidence:
    """What another name of the page tells: a country (also by its adjective), region or town.

    >>> [(row.country, share) for row, share in read_evidence("Libyan", "en").shares]
    [('LBY', 1.0)]
    """
    entry = find_demonym(name, language)
    if entry is not None and entry.entity.country:
        meanings: tuple[Meaning, ...] = find_meanings(entry.entity.name, "en")
        rows = [m for m in meanings if m.row.kind == "country"][:1]
    else:
        rows = list(find_meanings(name, language)[:6])
        if not rows and (capital := find_capital(name, language)):
            rows = [m for m in find_meanings(capital.entity.name, "en") if m.row.kind == "country"]
    total = sum(10**m.weight for m in rows) or 1.0
    shares = tuple((m.row, round(10**m.weight / total, 3)) for m in rows)
    return Evidence(name, fold(name), tuple((row, share) for row, share in shares if share >= 0.05))


def support(row: Row, evidence: Evidence) -> Iterator[tuple[float, str]]:
    """How much a piece of evidence speaks for a place, and in what words."""
    for other, share in evidence.shares:
        value, why = relation(row, other)
        if value:
            yield value * share, f"{why} {evidence.name}"


def relation(row: Row, other: Row) -> tuple[float, str]:
    """How much one place on a page speaks for another one, and why.

    >>> from sayso.gazetteer.places.store import find_rows
    >>> relation(find_rows("Kursk")[1], find_rows("Kursk")[0])[1]
    'in'
    """
    if other.kind == "country":
        if row.country == other.country:
            return (0.0, "") if row.kind == "country" else (1.3, "in")
        near = load_countries().get(other.country)
        return (0.3, "next to") if near and row.country in near.neighbours else (0.0, "")
    if row.number and other.region == row.number:
        return 1.6, "holds"
    if other.number and row.region == other.number:
        return 1.6, "in"
    if row.kind == "city" and other.kind == "city":
        return _by_distance(row, other)
    if row.country == other.country and row.country:
        return 0.8, "same country as"
    return 0.0, ""


def _by_distance(row: Row, other: Row) -> tuple[float, str]:
    apart = row.country != other.country
    if apart and row.lat and other.lat and abs(row.lat - other.lat) > FAR_DEGREES:
        return 0.0, ""
    km = distance_km(row, other)
    if km is None or km > NEAR_KM * 8 or row.number == other.number:
        return (0.5, "same country as") if row.country == other.country else (0.0, "")
    close = 1.2 / (1 + km / NEAR_KM)
    if row.country == other.country:
        return max(0.5, close + 0.3), "same country as" if km > NEAR_KM * 2 else "near"
    return close, "near"


def distance_km(a: Row, b: Row) -> float | None:
    """Great-circle distance in kilometres, or None where one has no coordinates.

    >>> from sayso.gazetteer.places.store import find_rows
    >>> kursk, belgorod = find_rows("Kursk")[1], find_rows("Belgorod")[1]
    >>> kursk.kind, belgorod.kind, 120 < (distance_km(kursk, belgorod) or 0) < 135
    ('city', 'city', True)
    """
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    la, lb = math.radians(a.lat), math.radians(b.lat)
    dx = math.radians(b.lon - a.lon) * math.cos((la + lb) / 2)
    return 6371.0 * math.hypot(dx, lb - la)
