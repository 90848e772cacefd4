"""What is known already beside what a file brings: the same entity, or an id that is another's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.gazetteer.fold import fold
from sayso.gazetteer.imports.brought import Brought
from sayso.gazetteer.imports.collect import BODY, PERSON, brought_side
from sayso.gazetteer.imports.kept import find_by_id, find_by_wikidata
from sayso.gazetteer.imports.row import Conflict
from sayso.gazetteer.imports.shipped import (
    Known,
    know_brought,
    know_person,
    list_bodies,
    load_items,
    load_names,
)
from sayso.gazetteer.names.match import Verdict, compare
from sayso.gazetteer.names.officeholders import find_shipped
from sayso.model import EntityKind


def settle(entities: Iterable[Brought], name: str) -> tuple[list[Brought], list[Conflict], int]:
    """Entities with the ids under which they are known, the conflicts, and how many are known.

    Args:
        name: of the import; what an import of that name had before is no matter.
    """
    settled, conflicts, count = [], [], 0
    for one in entities:
        same, conflict = compare_known(one, name)
        if conflict:
            conflicts.append(conflict)
            continue
        count += same is not None
        settled.append(replace(one, id=same.id) if same else one)
    return settled, conflicts, count


def compare_known(one: Brought, name: str) -> tuple[Known | None, Conflict | None]:
    """The same entity as it is known; or why it cannot be."""
    by_id = next(find_known(one.id, name), None)
    by_item = find_item(one.wikidata, name) if one.wikidata else None
    own = one.given.startswith((PERSON, BODY))
    if by_item and by_item.id != one.id and (own or (by_id and not one.given)):
        what = f"Wikidata id {one.wikidata} is {by_item.id!r} already"
        return None, make_conflict(what, "take that id, or mend the Wikidata id", one, by_item)
    same = by_item or by_id
    if same is None:
        return compare_namesake(one, own=own)
    if why := list_differences(one, same):
        what = f"id {one.given or same.id!r} is another's already: {why}"
        todo = "give the row an id of its own" if same is by_id else "mend the Wikidata id"
        return None, make_conflict(what, todo, one, same)
    return same, None


def compare_namesake(one: Brought, *, own: bool) -> tuple[Known | None, Conflict | None]:
    """A shipped entity of the same name, kind and country, whom nothing tells apart.

    Args:
        own: the row has an id of ours, which nobody has: then the two cannot be one.
    """
    alike = [
        known
        for known in load_names().get((one.kind, fold(one.name)), ())
        if one.country in known.countries and not differ(one.wikidata, known.wikidata)
    ]
    if len(alike) != 1:
        return None, None
    if not own:
        return alike[0], None
    what = f"the name {one.name!r} has two ids of one kind and country"
    todo = f"take the id {alike[0].id!r}, or leave the id out"
    return None, make_conflict(what, todo, one, alike[0])


def list_differences(one: Brought, known: Known) -> str:
    """Why two cannot be one, in words; "" where they can."""
    if (one.kind is EntityKind.PERSON) is not (known.kind is EntityKind.PERSON):
        return "one is a person"
    if differ(one.wikidata, known.wikidata):
        return "the Wikidata ids differ"
    if not share_name(one, known):
        return "the names differ"
    countries = {one.country, *(held.country for held in one.offices)} - {None, ""}
    apart = countries and known.countries and not countries & known.countries
    # The id was made of the name: then it takes more to tell that the two are one.
    return "the countries differ" if apart and not one.given else ""


def differ(a: str | None, b: str | None) -> bool:
    """True for two values that are known and not alike."""
    return bool(a and b and a != b)


def share_name(one: Brought, known: Known) -> bool:
    """True where a name of one is a name of the other, of people also in another spelling."""
    if not {fold(name) for name in one.names}.isdisjoint(map(fold, known.names)):
        return True
    if one.kind is not EntityKind.PERSON:
        return False
    pairs = ((a, b) for a in one.names for b in known.names)
    return any(compare(a, b).verdict is not Verdict.DIFFERENT for a, b in pairs)


def make_conflict(what: str, todo: str, one: Brought, known: Known) -> Conflict:
    """A row of the file and what is known, side by side."""
    return Conflict(what, todo, (brought_side(one), known.side()))


def find_known(key: str, name: str) -> Iterator[Known]:
    """Whoever has an id: in the shipped data, then in imports other than `name`."""
    person = find_shipped(key)
    if person:
        yield know_person(person)
    elif key in list_bodies():
        yield list_bodies()[key]
    yield from (know_brought(one) for one in find_by_id(key) if one.source != name)


def find_item(item: str, name: str) -> Known | None:
    """Whoever has a Wikidata id: in the shipped data, else in imports other than `name`."""
    shipped = load_items().get(item)
    if shipped:
        return shipped
    others = (know_brought(one) for one in find_by_wikidata(item) if one.source != name)
    return next(others, None)
