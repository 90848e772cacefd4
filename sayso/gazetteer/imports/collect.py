"""From rows to entities: rows of one id belong together, and what cannot be is a conflict."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from sayso.gazetteer.fold import fold
from sayso.gazetteer.imports.brought import Brought, Held
from sayso.gazetteer.imports.row import Conflict, Row, Side
from sayso.gazetteer.imports.values import is_item
from sayso.model import EntityKind

#: Beginnings of our own ids, which are taken as they are.
PERSON, BODY = "person:", "body:"


def collect(rows: Iterable[Row]) -> tuple[list[Brought], list[Conflict]]:
    """The entities of a file, those in no conflict, and the conflicts.

    >>> rows = [Row(2, "7", "Ida Mossgrove", EntityKind.PERSON, role="harbour commissioner"),
    ...         Row(3, "7", "Ida Mossgrove", EntityKind.PERSON, role="mayor", until="2019")]
    >>> (one,), conflicts = collect(rows)
    >>> one.id, [held.role for held in one.offices], conflicts
    ('person:ida-mossgrove-7', ['harbour commissioner', 'mayor'], [])
    """
    groups = gather(rows, lambda row: row.id or f"{row.kind}:{fold(row.name)}")
    conflicts = [found for group in groups if (found := compare_rows(group))]
    whole = [group for group in groups if not compare_rows(group)]
    made = [make_entity(group) for group in whole]
    conflicts += list_shared(made)
    torn = {side.line for conflict in conflicts for side in conflict.sides}
    return [one for one in made if not torn & set(one.lines)], conflicts


def gather(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> list[list[Row]]:
    """Rows with one key together, in the order of the first."""
    found: dict[Hashable, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return list(found.values())


def compare_rows(rows: Sequence[Row]) -> Conflict | None:
    """What rows of one id (or of one name, without an id) do not agree in."""
    first = rows[0]
    names = {fold(name) for name in first.names}
    differing = [
        word
        for word, differs in (
            ("names", any(names.isdisjoint(map(fold, row.names)) for row in rows)),
            ("kinds", len({row.kind for row in rows}) > 1),
            ("Wikidata ids", len({row.wikidata for row in rows if row.wikidata}) > 1),
            ("countries", count_countries(rows) > 1 and (not first.id or not is_person(first))),
        )
        if differs
    ]
    if not differing:
        return None
    who = f"id {first.id!r}" if first.id else f"the name {first.name!r} without an id"
    todo = "give each its own id, or make the rows agree"
    return Conflict(f"{who} has two {differing[0]}", todo, tuple(map(row_side, rows)))


def count_countries(rows: Sequence[Row]) -> int:
    """How many countries the rows tell."""
    return len({row.country for row in rows if row.country})


def is_person(row: Row) -> bool:
    """True for a person."""
    return row.kind is EntityKind.PERSON


def make_entity(rows: Sequence[Row]) -> Brought:
    """One entity of rows that agree; the first row's value counts where several tell one."""
    first = rows[0]
    item = next((row.wikidata for row in rows if row.wikidata), None)
    names = list(dict.fromkeys(name for row in rows for name in row.names))
    weak = dict.fromkeys(name for row in rows for name in row.weak if name not in names)
    person = is_person(first)
    offices = [
        Held(row.role, row.country or "", row.sector or "", row.since, row.until)
        for row in rows
        if row.role
    ]
    return Brought(
        id=make_key(first),
        given=first.id,
        name=first.name,
        kind=first.kind,
        aliases=tuple(name for name in names if name != first.name),
        weak=tuple(weak),
        country=next((row.country for row in rows if row.country), None),
        sector=next((row.sector for row in rows if row.sector), None),
        role=None if person else next((row.role for row in rows if row.role), None),
        wikidata=item or (first.id if is_item(first.id) else None),
        offices=tuple(dict.fromkeys(offices)) if person else (),
        lines=tuple(row.line for row in rows),
    )


def make_key(row: Row) -> str:
    """Our id of a row: its own where it is one of ours, else one made of its id or its name.

    A mere number tells a row of this file only, and so goes behind the name.

    >>> make_key(Row(2, "", "Ida Mossgrove", EntityKind.PERSON))
    'person:ida-mossgrove'
    >>> make_key(Row(2, "17", "Ida Mossgrove", EntityKind.PERSON))
    'person:ida-mossgrove-17'
    >>> make_key(Row(2, "H/7", "Arvelle Harbour Office", EntityKind.ORGANISATION))
    'body:H/7'
    """
    prefix = PERSON if is_person(row) else BODY
    if row.id.startswith(prefix):
        return row.id
    if row.id.isdecimal() or not row.id:
        return prefix + "-".join(filter(None, (fold(row.name), row.id)))
    return prefix + row.id


def list_shared(entities: Sequence[Brought]) -> list[Conflict]:
    """Entities that share a Wikidata id, or a name and kind, under different ids."""
    items: dict[str, list[Brought]] = {}
    names: dict[tuple[EntityKind, str], list[Brought]] = {}
    for one in entities:
        if one.wikidata:
            items.setdefault(one.wikidata, []).append(one)
        names.setdefault((one.kind, fold(one.name)), []).append(one)
    found = [
        Conflict(
            f"Wikidata id {item} has two ids",
            "keep one of the ids, or mend the Wikidata id",
            tuple(map(brought_side, sharing)),
        )
        for item, sharing in items.items()
        if len(sharing) > 1
    ]
    for sharing in names.values():
        alike = [one for one in sharing if any(may_be(one, o) for o in sharing if o is not one)]
        if alike and len({one.wikidata or one.id for one in alike}) > 1:
            what = f"the name {alike[0].name!r} has two ids of one kind"
            todo = "keep one of the ids, or tell the two apart by country or Wikidata id"
            found.append(Conflict(what, todo, tuple(map(brought_side, alike))))
    return found


def may_be(one: Brought, other: Brought) -> bool:
    """True where nothing tells two of one name apart: neither the country nor Wikidata."""
    countries = {one.country, other.country} - {None}
    items = {one.wikidata, other.wikidata} - {None}
    return len(countries) < 2 and len(items) < 2


def row_side(row: Row) -> Side:
    """A row beside others."""
    return Side(
        where=f"line {row.line}",
        line=row.line,
        id=row.id,
        name=row.name,
        kind=row.kind.value,
        country=row.country or "",
        role=row.role or "",
        wikidata=row.wikidata or "",
    )


def brought_side(one: Brought) -> Side:
    """An entity of the file beside others."""
    return Side(
        where=f"line {one.lines[0]}",
        line=one.lines[0],
        id=one.given,
        name=one.name,
        kind=one.kind.value,
        country=one.country or "",
        role=one.role or ", ".join(held.role for held in one.offices[:2]),
        wikidata=one.wikidata or "",
    )
