"""An event beside what the example of a trigger says that it must be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import Document, Event, Role
from sayso.packs.triggers import TriggerEntry

#: Letters that tell more than an article does.
LEAST_WORD = 4


def compare_events(entry: TriggerEntry, events: Sequence[Event]) -> list[str]:
    """How the event that comes nearest differs from an example's marks; nothing where none does.

    Args:
        entry: the trigger, with its concept and marks.
        events: what was read in its example.
    """
    own = [e for e in events if e.concept == entry.concept and is_marked(e, entry)]
    if not own:
        found = "; ".join(describe_event(event) for event in events)
        return [f"no {entry.concept}; found: {found or 'nothing'}"]
    return min((differences(event, entry) for event in own), key=len)


def every_event(document: Document) -> list[Event]:
    """All events of a document, the narrated ones first."""
    return [*document.narrated, *(e for s in document.statements for e in s.events)]


def is_marked(event: Event, entry: TriggerEntry) -> bool:
    """The event's trigger is among the marked words."""
    pieces = entry.marks.trigger.split(" ... ")
    return any(event.trigger.text in piece or piece in event.trigger.text for piece in pieces)


def differences(event: Event, entry: TriggerEntry) -> list[str]:
    """Roles that are not as marked."""
    marks = entry.marks
    asked = (("actor", marks.actor, event.actor), ("recipient", marks.recipient, event.recipient))
    return [
        f"{name}: {describe_roles(roles)!r}, expected {wanted or 'nobody'!r}"
        for name, wanted, roles in asked
        if wanted is not None and not same_roles(wanted, roles)
    ]


def same_roles(wanted: str, roles: tuple[Role, ...]) -> bool:
    """The roles are the words asked for: half of these at least, or nothing else; "" for nobody.

    >>> from sayso.spans import Span
    >>> roles = (Role(entity=None, span=Span(0, 12, "the soldiers")),)
    >>> same_roles("the soldiers", roles), same_roles("the mayor", roles), same_roles("", roles)
    (True, False, False)
    """
    if not wanted:
        return not roles
    asked = telling_words(wanted)
    found = telling_words(" ".join(role.span.text for role in roles))
    both = len(asked & found)
    return both > 0 and (found <= asked or both * 2 >= len(asked))


def telling_words(passage: str) -> set[str]:
    """The words of LEAST_WORD letters or more, or all where none is: an article tells nothing.

    >>> sorted(telling_words("der Hafen von Brume")), sorted(telling_words("la ONU"))
    (['brume', 'hafen'], ['la', 'onu'])
    """
    words = re.findall(r"\w+", passage.casefold())
    return {word for word in words if len(word) >= LEAST_WORD} or set(words)


def describe_event(event: Event) -> str:
    """An event in a few words."""
    actor, recipient = describe_roles(event.actor), describe_roles(event.recipient)
    return f"{event.concept} {{{event.trigger.text}}} [{actor}] → [{recipient}]"


def describe_roles(roles: tuple[Role, ...]) -> str:
    """Who stands in a role, as written."""
    return ", ".join(role.span.text for role in roles) or "nobody"


def describe_marks(entry: TriggerEntry) -> str:
    """What an example asks for, in a few words; "anybody" where a role is not compared."""
    actor, recipient = (
        "anybody" if passage is None else passage or "nobody"
        for passage in (entry.marks.actor, entry.marks.recipient)
    )
    return f"{entry.concept} {{{entry.marks.trigger}}} [{actor}] → [{recipient}]"
