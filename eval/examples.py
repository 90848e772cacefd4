"""The examples of a pack's events/, run through the pipeline and held against their marks."""

from __future__ import annotations

from sayso.model import Document, Event, Role
from sayso.packs.load import pack_folder
from sayso.packs.triggers import TriggerEntry, placed
from sayso.pipeline import read_text


def run_examples(language: str, only: str, *, everything: bool) -> list[str]:
    """Every example with what came out beside what its marks say, and the totals."""
    lines: list[str] = []
    right = total = 0
    for where, entry in placed(pack_folder(language)):
        differences = check_example(entry, language)
        total += 1
        right += not differences
        if (differences or everything) and only in f"{entry.concept} {entry.lemma}":
            lines.append(f"{where} {entry.concept}: {entry.example}")
            lines += [f"    {difference}" for difference in differences]
    return [*lines, f"{right} of {total} examples as marked"]


def check_example(entry: TriggerEntry, language: str) -> list[str]:
    """How the reading of an example differs from its marks; nothing where it does not."""
    events = every_event(read_text(entry.example, language))
    own = [e for e in events if e.concept == entry.concept and touches(e, entry)]
    if not own:
        return [f"no {entry.concept}; found: {'; '.join(map(show, events)) or 'nothing'}"]
    return min((differences(event, entry) for event in own), key=len)


def every_event(document: Document) -> list[Event]:
    """All events of a document."""
    return [*document.narrated, *(e for s in document.statements for e in s.events)]


def touches(event: Event, entry: TriggerEntry) -> bool:
    """The event's trigger is among the marked words."""
    pieces = entry.marks.trigger.split(" ... ")
    return any(event.trigger.text in piece or piece in event.trigger.text for piece in pieces)


def differences(event: Event, entry: TriggerEntry) -> list[str]:
    """Roles that are not as marked."""
    marks = entry.marks
    asked = (("actor", marks.actor, event.actor), ("recipient", marks.recipient, event.recipient))
    return [
        f"{name}: asked {wanted!r}, found {', '.join(r.span.text for r in roles) or 'nobody'!r}"
        for name, wanted, roles in asked
        if wanted is not None and not same(wanted, roles)
    ]


def same(wanted: str, roles: tuple[Role, ...]) -> bool:
    """The roles are the words asked for; "" for nobody."""
    if not wanted:
        return not roles
    asked = {word for word in wanted.replace("...", " ").lower().split() if word.isalnum()}
    found = {w for r in roles for w in r.span.text.lower().split() if w.isalnum()}
    return bool(asked & found) and (found <= asked or len(asked & found) * 2 >= len(asked))


def show(event: Event) -> str:
    """An event in a few words."""
    actor = ", ".join(r.span.text for r in event.actor) or "–"
    recipient = ", ".join(r.span.text for r in event.recipient) or "–"
    return f"{event.concept} “{event.trigger.text}” [{actor}] → [{recipient}]"
