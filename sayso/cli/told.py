"""Events in words: what a statement tells, and what the outlet tells itself, each on one line."""

from __future__ import annotations

from sayso.cli.words import clean
from sayso.model import Document, Event, Polarity, Reality, Role, Statement


def told_lines(statement: Statement) -> list[str]:
    """The events of a statement's content, in the order of the text."""
    return [f"event {event_words(event)}" for event in statement.events]


def narrated_lines(document: Document) -> list[str]:
    """What the outlet tells in its own voice: where its trigger stands, and the event."""
    return [f"  {e.trigger.start}–{e.trigger.end} {event_words(e)}" for e in document.narrated]


def counted_words(document: Document) -> str:
    """How many events a page tells, and in whose voice; "" where there is none.

    An event that two statements tell counts twice, as `sayso events` lists it.
    """
    said = sum(len(statement.events) for statement in document.statements)
    narrated = len(document.narrated)
    parts = [f"narrated {narrated}" if narrated else "", f"in statements {said}" if said else ""]
    counted = " · ".join(part for part in parts if part)
    return f"events {narrated + said}: {counted}" if counted else ""


def event_words(event: Event) -> str:
    """PLOVER's codes, the word of the text, who did it to whom, and how it is told."""
    codes = " ".join(filter(None, (event.type, event.mode)))
    sides = f"{role_words(event.actor)} → {role_words(event.recipient)}"
    return f"{codes} “{clean(event.trigger.text)}” · " + " · ".join([sides, *notes_of(event)])


def role_words(roles: tuple[Role, ...]) -> str:
    """Who stands in a role, each with its country; a dash for nobody."""
    return ", ".join(one_role(role) for role in roles) or "–"


def one_role(role: Role) -> str:
    """The name of the one it means and its country; as written where that is not known."""
    if role.entity is None:
        return clean(role.span.text)
    return " ".join(filter(None, (clean(role.entity.name), role.entity.country)))


def notes_of(event: Event) -> list[str]:
    """Not done, only planned, told in passing; where, when, how many."""
    notes = [
        "negated" if event.polarity is Polarity.NEGATIVE else "",
        event.reality.value if event.reality is not Reality.ACTUAL else "",
        "in passing" if event.background else "",
        clean(event.place.name) if event.place else "",
        (event.date.value or event.date.text or "") if event.date else "",
        *(clean(quantity.text) for quantity in event.quantities),
    ]
    return [note for note in notes if note]
