"""From the entities of a FollowTheMoney file to rows, an office a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.gazetteer.imports import values as v
from sayso.gazetteer.imports.row import Fault, Row
from sayso.gazetteer.imports.values import Wrong, load_words
from sayso.model import EntityKind

#: What gives a person an office, and what the office is.
OCCUPANCY, POSITION = "Occupancy", "Position"
#: Where a country is looked for, surest first: of people, of bodies, of posts and occupancies.
_PERSON = ("country", "citizenship", "nationality")
_BODY = ("country", "jurisdiction", "mainCountry")
#: Codes that are of no country, and the one that is of many.
_NOWHERE, _UNION = "zz", "eu"


@dataclass(frozen=True, slots=True)
class Thing:
    """One entity of the file.

    Attributes:
        properties: property → its values as text.
    """

    line: int
    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    def first(self, name: str) -> str:
        """The first value of a property, "" for none."""
        return next(iter(self.properties.get(name, ())), "")

    def all(self, *names: str) -> tuple[str, ...]:
        """The values of some properties, each once."""
        return tuple(dict.fromkeys(x for name in names for x in self.properties.get(name, ())))


def read_things(things: Sequence[Thing]) -> tuple[list[Row], list[Fault]]:
    """Rows of what we take, an office a row, and what is wrong."""
    posts = {thing.id: thing for thing in things if thing.schema == POSITION}
    held: dict[str, list[Thing]] = {}
    for thing in things:
        for holder in thing.all("holder") if thing.schema == OCCUPANCY else ():
            held.setdefault(holder, []).append(thing)
    rows: list[Row] = []
    faults: list[Fault] = []
    for thing in things:
        if thing.schema in load_words()["schemata"]:
            reader = Reader(thing)
            made = reader.read(held.get(thing.id, []), posts)
            rows += [] if reader.faults else made
            faults += reader.faults
    return rows, faults


class Reader:
    """Reads one entity and keeps what is wrong with it.

    Attributes:
        faults: what was wrong, in the order of the checks.
    """

    def __init__(self, thing: Thing) -> None:
        self.thing = thing
        self.kind = EntityKind(load_words()["schemata"][thing.schema])
        self.faults: list[Fault] = []

    def read(self, held: Iterable[Thing], posts: Mapping[str, Thing]) -> list[Row]:
        """The rows of the entity: one an office, or one without."""
        thing = self.thing
        names = self.check_all("name", v.check_name, thing.all("name", "alias", "previousName"))
        if not names:
            self.add(thing.line, "name", Wrong("is not there", "a name"))
            return []
        person = self.kind is EntityKind.PERSON
        row = Row(
            line=thing.line,
            id="".join(self.check_all("id", v.check_id, (thing.id,))),
            name=names[0],
            kind=self.kind,
            aliases=tuple(names[1:]),
            weak=tuple(self.check_all("weakAlias", v.check_name, thing.all("weakAlias"))),
            country=self.find_country(thing, _PERSON if person else _BODY),
            sector=find_sector(thing),
            wikidata=next(iter(self.find_items()), None),
        )
        if not person:
            return [row]
        found = [self.read_office(row, one, posts.get(one.first("post"))) for one in held]
        offices = [office for office in found if office.role]
        positions = thing.all("position")
        # Several without dates may have been held at any time: none of them is a role on a day.
        if not offices and len(positions) == 1:
            offices = [replace(row, role=positions[0])]
        return offices or [row]

    def read_office(self, row: Row, one: Thing, post: Thing | None) -> Row:
        """The row with an office, as far as the file tells it."""
        dates = {
            name: "".join(self.check_all(name, v.check_date, one.all(name)[:1], one.line))
            for name in ("startDate", "endDate")
        }
        since, until = dates["startDate"], dates["endDate"]
        try:
            v.check_order(since, until)
        except Wrong as wrong:
            self.add(one.line, "endDate", wrong)
        country = self.find_country(post, ("country",)) if post else None
        role = post.first("name") if post else ""
        return replace(
            row, role=role or None, country=country or row.country, since=since, until=until
        )

    def find_items(self) -> list[str]:
        """The entity's items of Wikidata; where it has no property for it, its id may be one."""
        given = self.thing.all("wikidataId")
        found = self.check_all("wikidataId", v.check_wikidata, given)
        return [x for x in found if x] or ([self.thing.id] if v.is_item(self.thing.id) else [])

    def find_country(self, thing: Thing, properties: Sequence[str]) -> str | None:
        """The country of the first property that has any; None where it has several."""
        codes = next(filter(None, (thing.all(name) for name in properties)), ())
        found = self.check_all(properties[0], check_territory, codes, thing.line)
        return found[0] if len(set(found)) == 1 else None

    def check_all(
        self, column: str, check: Callable[[str], v.T], texts: Iterable[str], line: int = 0
    ) -> list[v.T]:
        """The values that are right."""
        found = []
        for text in texts:
            try:
                found.append(check(text))
            except Wrong as wrong:
                self.add(line or self.thing.line, column, wrong)
        return found

    def add(self, line: int, column: str, wrong: Wrong) -> None:
        """Keep one more fault."""
        self.faults.append(Fault(line, column, wrong.what, wrong.expected))


def check_territory(code: str) -> str | None:
    """A country by FollowTheMoney's code; a part of one ("gb-sct") is its country.

    A state that is no more ("suhh") is none.

    >>> [check_territory(code) for code in ("gb-sct", "suhh", "eu", "lu")]
    ['GBR', None, 'IGO', 'LUX']
    """
    whole = code.strip().lower().partition("-")[0]
    if whole == _UNION:
        return "IGO"
    if whole == _NOWHERE or (len(whole) == 4 and code.strip().islower()):
        return None
    return v.check_country(whole)


def find_sector(thing: Thing) -> str | None:
    """The sector that the topics tell where they tell one, else that of the schema.

    >>> find_sector(Thing(1, "x", "Organization", {"topics": ("gov.igo",)}))
    'IGO'
    """
    known = load_words()["topics"]
    found = set()
    for topic in thing.all("topics"):
        fitting = [begin for begin in known if f"{topic}.".startswith(f"{begin}.")]
        found |= {known[max(fitting, key=len)]} if fitting else set()
    if len(found) == 1:
        return found.pop()
    return None if found else load_words()["schema_sectors"].get(thing.schema)


def list_notes(things: Sequence[Thing]) -> Iterator[str]:
    """What was not used of a file, and what was taken for something else."""
    taken = load_words()["schemata"]
    left = Counter(one.schema for one in things)
    shown = [
        f"{count:,} {schema}"
        for schema, count in sorted(left.items())
        if schema not in taken and schema not in (OCCUPANCY, POSITION)
    ]
    if shown:
        yield f"left out: {', '.join(shown)}"
    if left["LegalEntity"]:
        yield f"taken for organisations: {left['LegalEntity']:,} LegalEntity"
    several = [t for t in things if t.schema == "Person" and len(t.all("country")) > 1]
    if several:
        yield f"without a country, since the file tells several: {len(several):,} Person"
