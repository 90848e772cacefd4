"""The file of places: sayso/gazetteer/data/places.sqlite, opened when first asked, read only."""

from __future__ import annotations

import functools
import os
import sqlite3
import struct
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

from sayso.errors import SaysoError
from sayso.gazetteer.fold import fold


class Row(NamedTuple):
    """One place of the gazetteer.

    Attributes:
        number: of the row; places with more people come first.
        kind: "city", "region" or "point".
        country: alpha-3, "" where several share it.
        region: number of its first-level region, or None.
        population: people; of a region, those of its towns.
        lat, lon: degrees (WGS 84), None where the data have none.
        geonames: GeoNames' id, None where the data have none.
    """

    number: int
    name: str
    kind: str
    country: str
    region: int | None
    population: int
    lat: float | None
    lon: float | None
    geonames: int | None


@dataclass(frozen=True, slots=True)
class CountryRow:
    """What GeoNames tells of a country; `neighbours` are alpha-3 codes."""

    alpha3: str
    name: str
    geonames: int
    population: int
    neighbours: frozenset[str]


@functools.cache
def _open(process: int) -> sqlite3.Connection:
    """One connection a process: a forked one must not share its parent's."""
    path = resources.files("sayso.gazetteer").joinpath("data", "places.sqlite")
    if not path.is_file():
        raise SaysoError(
            "the file of places is not there", where=str(path), todo="run scripts/build_places.py"
        )
    base = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    base.execute("PRAGMA mmap_size=67108864")
    return base


def base() -> sqlite3.Connection:
    """The open file."""
    return _open(os.getpid())


def find_keys(key: str) -> tuple[int, ...]:
    """Numbers of the places whose folded name is `key`, times two, plus one for a main name."""
    found = base().execute("SELECT places FROM name WHERE key = ?", (key,)).fetchone()
    return struct.unpack(f"<{len(found[0]) // 4}I", found[0]) if found else ()


@functools.lru_cache(maxsize=65536)
def get_row(number: int) -> Row:
    """The place of a number, as `find_keys` gives it."""
    found = base().execute("SELECT * FROM place WHERE id = ?", (number,)).fetchone()
    return Row._make(found)


@functools.lru_cache(maxsize=65536)
def reach(word: str) -> int:
    """Parts of the longest name that begins with a folded word; 1 where no longer one does.

    >>> reach("frankfurt") > 2, reach("qwxz")
    (True, 1)
    """
    found = base().execute("SELECT parts FROM first WHERE word = ?", (word,)).fetchone()
    return int(found[0]) if found else 1


@functools.lru_cache(maxsize=16384)
def find_seconds(start: str) -> frozenset[str]:
    """Second parts of the names that begin with folded words; a name of one part has none.

    >>> "oder" in find_seconds("frankfurt"), find_seconds("qwxz")
    (True, frozenset())
    """
    first = start.partition("-")[0]
    if reach(first) == 1:
        return frozenset()
    after = len(start) + 1
    between = (start + "-", start + ".")  # "." comes right behind "-"
    rows = base().execute("SELECT key FROM name WHERE key >= ? AND key < ?", between)
    return frozenset(key[after:].partition("-")[0] for (key,) in rows)


def find_rows(name: str) -> tuple[Row, ...]:
    """Every place with exactly this name in any language, small differences of writing folded.

    Most people first.

    >>> [(row.name, row.kind, row.country) for row in find_rows("Курск")]
    [('Kursk Oblast', 'region', 'RUS'), ('Kursk', 'city', 'RUS')]
    >>> find_rows("Kein Ort")
    ()
    """
    return tuple(get_row(number >> 1) for number in find_keys(fold(name)))


@functools.cache
def load_countries() -> dict[str, CountryRow]:
    """Alpha-3 code → what GeoNames tells of the country.

    >>> load_countries()["LUX"].geonames
    2960313
    """
    rows = base().execute("SELECT alpha3, name, geonames, population, neighbours FROM country")
    return {
        code: CountryRow(code, name, number, people, frozenset(filter(None, around.split(","))))
        for code, name, number, people, around in rows
    }


@functools.cache
def list_alpha2() -> dict[str, str]:
    """Alpha-2 code → alpha-3 code of every country.

    >>> list_alpha2()["LU"]
    'LUX'
    """
    return dict(base().execute("SELECT alpha2, alpha3 FROM country"))
