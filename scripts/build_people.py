"""Write sayso/gazetteer/data/people.tsv and people_keys.tsv: who holds which office, since when.

    python scripts/build_people.py OFFICEHOLDERS.csv

OFFICEHOLDERS.csv: place, position, person, wikidata, start, end; facts from Wikidata (CC0). What is
on public record beside them stands in scripts/names/people.csv, written by hand: its offices have
the source "editors" and bring no Wikidata id. An open office is closed on the day on which the next
holder of the same sole office (president, foreign minister …) of that country took it.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from sayso.gazetteer.fold import fold  # noqa: E402
from sayso.gazetteer.lookup import find_country  # noqa: E402
from sayso.gazetteer.names.keys import list_filing_keys  # noqa: E402
from sayso.gazetteer.names.match import Verdict, compare  # noqa: E402

#: Score from which a name of our table is one of Wikidata's of the same country; each is printed.
ALIKE = 0.88
#: Roles of a whole country: "President of La Rioja" has none of them.
HEADS = {"president", "prime minister", "monarch", "chancellor", "foreign minister"}
TABLES = Path(__file__).parent / "names"
DATA = ROOT / "sayso" / "gazetteer" / "data"


@dataclass(slots=True)
class Office:
    """One office of one person."""

    country: str
    role: str
    sector: str
    position: str
    start: str
    end: str
    source: str
    sole: bool = False


@dataclass(slots=True)
class Person:
    """A person with all offices."""

    name: str
    wikidata: str
    others: dict[str, None] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)

    @property
    def countries(self) -> set[str]:
        """The countries of the offices."""
        return {office.country for office in self.offices}


def read_table(name: str) -> list[dict[str, str]]:
    """One of our own tables."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


def split(words: str) -> list[str]:
    """The words of a cell."""
    return [word for word in words.split("|") if word]


class Roles:
    """scripts/names/positions.csv: words of a position → role, sector."""

    def __init__(self) -> None:
        self.rules = [
            (split(r["words"]), split(r["but_not"]), r["role"], r["sector"], r["sole"] == "y")
            for r in read_table("positions")
        ]

    def find(self, position: str, place: str = "") -> tuple[str, str, bool]:
        """The role, the sector, and whether one person at a time holds it."""
        low = position.lower()
        bare = strip_country(position, place).lower()
        for words, without, role, sector, sole in self.rules:
            if not (not words or any(w in low for w in words)) or any(w in low for w in without):
                continue
            exact = bare in words
            if role in HEADS and not exact and not low.startswith(("acting ", "interim ")):
                continue
            return role, sector, sole and exact
        raise AssertionError("the last rule takes everything")


def strip_country(position: str, place: str) -> str:
    """A position without its country.

    >>> strip_country("President of the Czech Republic", "x"), strip_country("Mayor of Rome", "x")
    ('President', 'Mayor of Rome')
    """
    head, of, tail = position.partition(" of ")
    plain = tail.removeprefix("the ").removeprefix("Republic of ")
    known = plain in (place, place.removeprefix("The ")) or (plain and find_country(plain, "en"))
    return head if of and known else position


def find_code(place: str, own: dict[str, str]) -> str:
    """ISO 3166-1 alpha-3 of a place of the table; "" for territories nobody's."""
    if place in own:
        return own[place]
    entry = find_country(place if place[0].isupper() else place.replace("-", " ").title(), "en")
    if entry is None or entry.entity.country is None:
        raise SystemExit(f"no country for {place!r}: add it to scripts/names/territories.csv")
    return entry.entity.country


def clean(name: str) -> tuple[str, list[str]]:
    """The name in its usual order, and other names that its writing tells.

    >>> clean("Логвинов, Григорий Семёнович")
    ('Григорий Семёнович Логвинов', [])
    >>> clean("Brenda Hale, Baroness Hale of Richmond"), clean("Ann Weller (judge)")
    (('Brenda Hale', []), ('Ann Weller', []))
    """
    plain = name.partition(" (")[0].strip()
    head, comma, tail = plain.partition(", ")
    if not comma:
        return plain, []
    if tail.rstrip(".") in ("Jr", "Sr", "III"):
        return f"{head} {tail}", []
    if any("\u0400" <= c <= "\u04ff" for c in head) and " " not in head:
        return f"{tail} {head}", []
    return head, []


def read_wikidata(path: Path, roles: Roles) -> dict[str, Person]:
    """The people of the table of office holders, by Wikidata id."""
    own = {row["place"]: row["country"] for row in read_table("territories")}
    wrong = {(row["wikidata"], row["position"]): row["becomes"]
             for row in read_table("corrections")}  # fmt: skip
    people: dict[str, Person] = {}
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
        common = Counter((row["wikidata"], row["person"]) for row in rows)
        rows.sort(key=lambda row: -common[row["wikidata"], row["person"]])
        for row in rows:
            if (row["wikidata"], row["position"]) in wrong:
                continue
            if not row["start"]:
                print(f"{row['person']}, {row['position']}: no start; left out")
                continue
            name, others = clean(row["person"])
            key = wrong.get((row["wikidata"], ""), row["wikidata"])
            if key in people and compare(name, people[key].name).verdict is Verdict.DIFFERENT:
                print(f"{key} is {people[key].name} and {name}: {name} is kept without it")
                key = f"{key}/{fold(name)}"
            person = people.setdefault(key, Person(name, "" if "/" in key else key))
            person.others.update(dict.fromkeys([*others, name]))
            role, sector, sole = roles.find(row["position"], row["place"])
            country = find_code(row["place"], own)
            person.offices.append(Office(
                country, role, sector, row["position"], row["start"], row["end"], "wikidata", sole,
            ))  # fmt: skip
    return people


def add_editors(people: dict[str, Person], roles: Roles) -> None:
    """Our own table: new offices of people that are there, and new people."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for key, person in people.items():
        for name in person.others:
            by_name[fold(name)].append(key)
    for row in read_table("people"):
        names = [row["name"], *split(row["other_names"])]
        key = find_same(names, row["country"], people, by_name) or "own/" + fold(row["name"])
        person = people.setdefault(key, Person(row["name"], ""))
        for name in names:
            if key not in by_name[fold(name)]:
                by_name[fold(name)].append(key)
        if not person.name.isascii() or person.wikidata:
            person.name = row["name"]
        person.others.update(dict.fromkeys(names))
        sole = roles.find(row["position"])[2]
        same = [o for o in person.offices if o.country == row["country"]
                and o.start[:4] == row["start"][:4]
                and (o.role == row["role"] or o.position == row["position"])]  # fmt: skip
        if same:
            same[0].end = same[0].end or row["end"]
            same[0].role = row["role"]
            continue
        person.offices.append(Office(
            row["country"], row["role"], row["sector"], row["position"], row["start"], row["end"],
            "editors", sole and row["sector"] in ("GOV", "MIL"),
        ))  # fmt: skip


def find_same(
    names: list[str], country: str, people: dict[str, Person], by_name: dict[str, list[str]]
) -> str:
    """The person of one of these names with an office in that country, else the only one."""
    keys = list(dict.fromkeys(key for name in names for key in by_name.get(fold(name), ())))
    at_home = [key for key in keys if country in people[key].countries]
    if len(at_home) == 1:
        return at_home[0]
    if len(keys) == 1 and " " in names[0] and not at_home:
        return keys[0]
    alike = [
        key for key, person in people.items()
        if country in person.countries and compare(names[0], person.name).score >= ALIKE
    ]  # fmt: skip
    if len(alike) == 1:
        print(f"{names[0]} is taken for {people[alike[0]].name} ({country})")
        return alike[0]
    return ""


def close_offices(people: dict[str, Person]) -> None:
    """End an open sole office on the day on which the next person took it."""
    held: dict[tuple[str, str], list[tuple[str, str, Office]]] = defaultdict(list)
    for key, person in people.items():
        for office in person.offices:
            if office.sole and office.country not in ("", "IGO"):
                held[office.country, office.role].append((office.start, key, office))
    for group in held.values():
        group.sort(key=lambda one: (one[0], one[1]))
        for start, key, office in group:
            later = [s for s, other, _ in group if other != key and s > start]
            if not office.end and later:
                office.end = later[0]


def is_twin(a: Office, b: Office) -> bool:
    """True for one office told twice: a role that one person has once a country and year."""
    many = ("minister", "deputy minister", "official", "ambassador")
    same = (a.country, a.role, a.start[:4]) == (b.country, b.role, b.start[:4])
    return same and a.role not in many


def merge_offices(offices: list[Office]) -> list[Office]:
    """One line where the table tells the same office twice, the finer dates kept; latest first."""
    out: list[Office] = []
    for office in sorted(offices, key=lambda o: (-len(o.start), o.position)):
        twin = next((other for other in out if is_twin(office, other)), None)
        if twin is None:
            out.append(office)
        elif len(office.end) > len(twin.end):
            twin.end = office.end
    return sorted(out, key=lambda o: (o.start, o.position), reverse=True)


def build_ids(people: dict[str, Person]) -> dict[str, str]:
    """Key → id: the folded name, with the Wikidata id where two people share it."""
    taken: dict[str, list[str]] = defaultdict(list)
    for key, person in people.items():
        taken[fold(person.name)].append(key)
    ids: dict[str, str] = {}
    for name, keys in taken.items():
        for key in keys:
            own = people[key].wikidata.lower() or "-".join(sorted(people[key].countries)).lower()
            ids[key] = f"person:{name}" + (f"-{own}" if len(keys) > 1 else "")
    return ids


def lines(people: dict[str, Person]) -> Iterator[str]:
    """The lines of people.tsv."""
    ids = build_ids(people)
    for key in sorted(people, key=lambda k: ids[k]):
        person = people[key]
        others = [name for name in person.others if name != person.name]
        offices = [
            f"{o.country}~{o.role}~{o.sector}~{o.position}~{o.start}~{o.end}~{o.source[0]}"
            for o in merge_offices(person.offices)
        ]
        assert not any("|" in office or "\t" in office for office in offices)
        yield "\t".join((ids[key], person.name, person.wikidata, "|".join(others),
                         "|".join(offices)))  # fmt: skip


def main(path: Path) -> None:
    """Write both files."""
    roles = Roles()
    people = read_wikidata(path, roles)
    add_editors(people, roles)
    close_offices(people)
    rows = list(lines(people))
    head = "id\tname\twikidata\tother_names\toffices"
    (DATA / "people.tsv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    keys: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        _, name, _, others, offices = row.split("\t")
        korean = any(one.startswith(("KOR~", "PRK~")) for one in offices.split("|"))
        for one in [name, *filter(None, others.split("|"))]:
            for key in list_filing_keys(one, korean=korean):
                keys[key].add(number)
    filed = [f"{key}\t{','.join(map(str, sorted(numbers)))}" for key, numbers in keys.items()]
    text = "key\tlines\n" + "\n".join(sorted(filed)) + "\n"
    (DATA / "people_keys.tsv").write_text(text, encoding="utf-8")
    print(f"{len(rows)} people, {sum(len(p.offices) for p in people.values())} offices,"
          f" {len(filed)} keys")  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
