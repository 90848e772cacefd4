"""Imported people beside the shipped ones: what the file says outranks what is shipped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.gazetteer.fold import fold
from sayso.gazetteer.imports.brought import Brought, Held, Provenance
from sayso.gazetteer.names.person import Office, Person

#: Before the name of the import, as the source of an office.
IMPORTED = "imported from "


def join_person(shipped: Person | None, brought: Sequence[Brought]) -> Person:
    """One person of what is shipped (None: nothing) and imported, the newest import first.

    The name is the newest import's. An office that is known already, with the same role and country
    at the same time, gives way; the others stay.
    """
    first = brought[0]
    offices: list[Office] = []
    for one in brought:
        offices += [o for o in list_offices(one) if not any(same_office(o, n) for n in offices)]
    over = []
    if shipped:
        over = [o for o in shipped.offices if any(same_office(o, n) for n in offices)]
        offices += [o for o in shipped.offices if o not in over]
    names = [name for one in brought for name in one.names]
    names += shipped.names if shipped else ()
    return Person(
        id=first.id,
        name=first.name,
        wikidata=first.wikidata or (shipped.wikidata if shipped else None),
        other_names=tuple(dict.fromkeys(name for name in names if name != first.name)),
        offices=tuple(sorted(offices, key=lambda o: o.since, reverse=True)),
        country=first.country,
        sector=None if offices else first.sector,
        imported=Provenance(first.source, tuple(list_over(shipped, first.name, over))),
    )


def list_offices(one: Brought) -> list[Office]:
    """The offices that a file brings, as the gazetteer has them."""
    return [make_office(held, one.source) for held in one.offices]


def make_office(held: Held, source: str) -> Office:
    """One office, its role in the words of the file."""
    role, until = held.role, held.until or None
    return Office(held.country, role, held.sector, role, held.since, until, IMPORTED + source)


def same_office(a: Office, b: Office) -> bool:
    """True for one role in one country where the times overlap.

    >>> old = Office("LUX", "mayor", "GOV", "Mayor", "2019", None, "editors")
    >>> new = Office("LUX", "mayor", "", "mayor", "2019-05", "2023", "imported from staff.csv")
    >>> same_office(old, new)
    True
    """
    if fold(a.role) != fold(b.role) or (a.country and b.country and a.country != b.country):
        return False
    return not (is_before(a, b) or is_before(b, a))


def is_before(a: Office, b: Office) -> bool:
    """True where one had ended when the other began."""
    size = min(len(a.until or ""), len(b.since))
    return size > 0 and (a.until or "")[:size] < b.since[:size]


def list_over(shipped: Person | None, name: str, offices: Iterable[Office]) -> list[str]:
    """What of a shipped person gives way, in words."""
    if shipped is None:
        return []
    over = [f"the name {shipped.name}"] if shipped.name != name else []
    return over + [f"the office {o.role} {o.since}–{o.until or ''}" for o in offices]


def outranking(held: Sequence[Office], on_date: str | None) -> list[Office]:
    """Those of the offices held on a day that count: imported before shipped.

    One without dates may have been held at any time, so that on a day of the past a shipped one
    that is known to have begun and ended goes before it.
    """
    own = [o for o in held if o.source.startswith(IMPORTED)]
    dated = [o for o in own if o.since or o.until]
    closed = [o for o in held if o.until and o not in own] if on_date else []
    return dated or closed or own or list(held)
