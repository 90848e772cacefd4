"""The events of the page that docs/how-it-flows.md follows: triggers, clauses, what comes out."""

from __future__ import annotations

from sayso.cli.told import event_words
from sayso.model import Document, Event
from sayso.packs.load import Pack
from sayso.packs.triggers import Purpose, TriggerKind, Triggers
from sayso.stages.attribution.marks import Range, body_end
from sayso.stages.attribution.tag import Tagged, tag
from sayso.stages.coding.clause import Clause
from sayso.stages.coding.hits import TriggerHit, find_hits
from sayso.stages.coding.nouns import read_noun_clause
from sayso.stages.coding.svo import read_verb_clause
from sayso.stages.segment import Sentence


def show_clauses(sentence: Sentence, pack: Pack, triggers: Triggers) -> list[str]:
    """Every trigger of a sentence, with the slots of its clause that are filled."""
    tagged = tag(sentence, pack)
    end = body_end(tagged)
    lines = []
    for hit in find_hits(tagged, triggers, pack):
        read = read_noun_clause if hit.kind is TriggerKind.NOUN else read_verb_clause
        clause = read(tagged, hit, triggers, end)
        if clause and hit.has(Purpose.TRIGGER):
            lines += [f"{trigger_words(tagged, hit)}  {slot}" for slot in slots(tagged, clause)]
    return lines


def trigger_words(tagged: Tagged, hit: TriggerHit) -> str:
    """The trigger, and whether it stands as a verb or a noun."""
    words = " ".join(tagged.sentence.words[hit.head : hit.group.end])
    return f"{words + '/' + hit.kind.value:<18}"


def slots(tagged: Tagged, clause: Clause) -> list[str]:
    """The filled slots of a clause, each with its words."""
    named: list[tuple[str, Range | None]] = [
        ("subject", clause.subject),
        ("object", clause.object),
        ("indirect", clause.indirect),
        ("owner", clause.possessor or clause.owner),
    ]
    named += [(piece.preposition, (piece.start, piece.end)) for piece in clause.pieces]
    words = tagged.sentence.words
    return [f"{name:<8} [{' '.join(words[slice(*at)])}]" for name, at in named if at]


def show_events(document: Document) -> list[str]:
    """The events of a document: those of its statements, then those that it narrates."""
    lines = []
    for number, statement in enumerate(document.statements, start=1):
        lines += [f"#{number:<2}       {show_event(event)}" for event in statement.events]
    return [*lines, *(f"narrated  {show_event(event)}" for event in document.narrated)]


def show_event(event: Event) -> str:
    """A concept, and the event in words."""
    return f"{event.concept}: {event_words(event)}"
