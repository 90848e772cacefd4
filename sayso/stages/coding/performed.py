"""Performed: sayings that are deeds themselves (promise, threaten, demand, reject, condemn, praise,
accuse) as events between source and addressee, and what a statement tells of a trigger's roles."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.codebook.acts import read_acts
from sayso.codebook.concepts import load_concepts
from sayso.model import EntityKind, Event, Role, Source, Statement
from sayso.packs.triggers import Triggers
from sayso.spans import Span
from sayso.stages.coding.roles import Parties

#: What a demand is told with when another is its subject ("said that X must leave").
DEMAND = "demand"


def perform(
    statements: Sequence[Statement],
    events: Sequence[Event],
    parties: Parties,
    triggers: Triggers,
    silent: Sequence[int],
) -> list[Event]:
    """The events with those that the statements themselves are, in the order of the text.

    A trigger that is a statement's cue takes from it the roles that it lacks.

    Args:
        silent: offsets of verbs that only carry a noun ("ordered the release"): no deed of theirs.
    """
    events = [speak(e, statements, parties) for e in events]
    by_cue = {s.id: [e for e in events if touches(s.cue.span, e.trigger)] for s in statements}
    joined = {id(e): join(e, s) for s in statements for e in by_cue[s.id] if is_saying(e, s)}
    done = [joined.get(id(e), e) for e in events]
    seen: set[tuple[int, str]] = set()
    for statement in statements:
        if any(statement.cue.span.start <= at < statement.cue.span.end for at in silent):
            continue
        made = deed_of(statement, events, parties) or obligation(statement, parties, triggers)
        key = (statement.cue.span.start, made.concept) if made else (0, "")
        if (
            made
            and key not in seen
            and not any(is_saying(e, statement) for e in by_cue[statement.id])
        ):
            seen.add(key)
            done.append(made)
    return sorted(done, key=lambda e: e.trigger.start)


def speak(event: Event, statements: Sequence[Statement], parties: Parties) -> Event:
    """ "He said that he would leave": a pronoun that means nobody else is the one who says it."""
    if not event.actor:
        return event
    role = event.actor[0]
    for statement in statements:
        entity = statement.source.entity
        if entity is None or not inside(statement, [event]):
            continue
        if role.entity is None and parties.is_pronoun(role.span):
            return msgspec.structs.replace(event, actor=(Role(entity=entity, span=role.span),))
        if entity.country and is_own_side(role, statement, parties):
            own = parties.of_side(role, entity.country)
            return msgspec.structs.replace(event, actor=(Role(entity=own, span=role.span),))
    return event


def is_own_side(role: Role, statement: Statement, parties: Parties) -> bool:
    """ "Its troops", and "the soldiers" of whoever admits something: of the source's country."""
    entity = role.entity
    if entity is None or entity.kind not in (EntityKind.GROUP, EntityKind.ARMED_FORCE):
        return False
    if parties.is_possessed(role.span):
        return bool(statement.source.entity and statement.source.entity.country)
    if not entity.id.startswith("role:"):
        return False
    return entity.country is None and read_acts()[statement.act]["position"] == "admits"


def touches(one: Span, two: Span) -> bool:
    """The passages share a character."""
    return one.start < two.end and two.start < one.end


def is_saying(event: Event, statement: Statement) -> bool:
    """A trigger that is a statement's own cue, not one inside its content."""
    return touches(statement.cue.span, event.trigger)


def join(event: Event, statement: Statement) -> Event:
    """The event of a cue, with the statement's source and addressee where it lacks them."""
    actor = event.actor or role_of(statement.source)
    recipient = event.recipient or role_of(statement.addressee)
    return msgspec.structs.replace(event, actor=actor, recipient=recipient)


def role_of(source: Source | None) -> tuple[Role, ...]:
    """A source as a role; nobody where it has no words."""
    if source is None or source.span is None:
        return ()
    return (Role(entity=source.entity, span=source.span),)


def deed_of(statement: Statement, events: Sequence[Event], parties: Parties) -> Event | None:
    """The event that a statement is by its act; None where it only says something."""
    concept_id = read_acts()[statement.act].get("concept")
    if (
        concept_id is None
        or statement.source.span is None
        or parties.is_question(statement.content)
    ):
        return None
    told = role_of(statement.addressee) or about(statement, events, parties)
    return make(statement, concept_id, told, parties)


def about(statement: Statement, events: Sequence[Event], parties: Parties) -> tuple[Role, ...]:
    """Whom a saying is about: who acts in its content first, else the first party there."""
    own = statement.source.entity
    for event in inside(statement, events):
        for role in event.actor:
            if role.entity and (own is None or role.entity.id != own.id):
                return (role,)
    for piece in statement.content[:1]:
        for phrase in parties.phrases(piece):
            entity = phrase.entity
            if entity and (own is None or entity.id != own.id):
                return (Role(entity=entity, span=parties.words(phrase)),)
    return ()


def inside(statement: Statement, events: Sequence[Event]) -> list[Event]:
    """The events whose triggers stand in a statement's content."""
    return [
        e
        for e in events
        if any(piece.start <= e.trigger.start < piece.end for piece in statement.content)
    ]


def obligation(statement: Statement, parties: Parties, triggers: Triggers) -> Event | None:
    """ "said that X must leave" is a demand, where X is another than who says it."""
    own = statement.source.entity
    if read_acts()[statement.act]["position"] != "asserts" or own is None:
        return None
    for piece in statement.content:
        asked = parties.before_word(piece, triggers.obliged)
        if asked and all(
            r.entity and r.entity.id != own.id and not parties.is_pronoun(r.span) for r in asked
        ):
            return make(statement, DEMAND, asked, parties)
    return None


def speaker(statement: Statement, parties: Parties) -> tuple[Role, ...]:
    """The source as a role, with the country that only its words tell ("groups in Estmark")."""
    roles = role_of(statement.source)
    if roles and not (roles[0].entity and roles[0].entity.country):
        wider = parties.roles_of(roles[0].span)
        if wider[0].entity and wider[0].entity.country:
            return wider
    return roles


def make(
    statement: Statement, concept_id: str, recipient: tuple[Role, ...], parties: Parties
) -> Event:
    """An event with a statement's source as its actor and its cue as its trigger."""
    concept = load_concepts()[concept_id]
    return Event(
        concept=concept.id,
        type=concept.type,
        mode=concept.mode,
        context=concept.context,
        trigger=statement.cue.span,
        actor=speaker(statement, parties),
        recipient=recipient,
        cameo=concept.cameo,
        sentence=statement.sentence,
        rule=statement.rule,
    )
