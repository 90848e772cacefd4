"""Complete: recipients that a clause does not name in a slot, but in what the event is about."""

from __future__ import annotations

import msgspec

from sayso.codebook.concepts import load_concepts
from sayso.codebook.plover import RecipientRule, read_plover
from sayso.model import Event, Role
from sayso.packs.load import NOUNISH
from sayso.packs.triggers import Triggers
from sayso.stages.attribution.bits import COMP, DET
from sayso.stages.attribution.hits import is_finite
from sayso.stages.attribution.svo.subject import subject_before
from sayso.stages.attribution.tag import Tagged
from sayso.stages.coding.coded import Coded
from sayso.stages.coding.roles import Parties, passage

#: Types whose recipient is the one who is to do what the complement says.
ASKING = frozenset({"DEMAND"})
#: The type of what binds itself to something, and the types that are words against another.
AGREEING = "AGREE"
WORDS = frozenset({"DEMAND", "ACCUSE", "REJECT", "THREATEN"})
#: Deeds that are done to make another do something.
PRESSING = frozenset({"PROTEST"})


def complete(
    tagged: Tagged,
    found: list[Coded],
    made: dict[int, Event],
    triggers: Triggers,
    parties: Parties,
) -> list[Event]:
    """The events of a sentence, with recipients that the clause leaves to its complement.

    Args:
        made: events by the index of their triggers' first words.
    """
    turn_threats(found, made)
    for coded in found:
        event = made.get(coded.head)
        if event is None:
            continue
        if event.actor and not known(event.actor):
            event = made[coded.head] = by_cause(event, made)
        if known(event.recipient) or not may_have(coded, event):
            continue
        roles = of_complement(tagged, coded, event, found, made, parties)
        if not roles and not event.recipient:
            roles = of_object(tagged, coded, event, triggers, parties)
        if roles:
            made[coded.head] = msgspec.structs.replace(event, recipient=roles)
    return list(made.values())


def turn_threats(found: list[Coded], made: dict[int, Event]) -> None:
    """ "Promised to punish": who binds itself to harm threatens; the deed stands for itself."""
    types = read_plover().type
    for coded in found:
        inner, above = made.get(coded.head), coded.governor and made.get(coded.governor.head)
        if inner is None or not above or above.type != AGREEING or not coded.governor:
            continue
        if not types[inner.type].quad.cooperative and inner.type not in WORDS:
            del made[coded.governor.head]
            actor = inner.actor or above.actor
            made[coded.head] = msgspec.structs.replace(inner, background=False, actor=actor)


def known(roles: tuple[Role, ...]) -> bool:
    """Somebody among them is known."""
    return any(role.entity for role in roles)


def by_cause(event: Event, made: dict[int, Event]) -> Event:
    """ "The shelling killed two": who shelled killed them; nobody known where nobody is named."""
    cause = event.actor[0].span
    for other in made.values():
        inside = cause.start <= other.trigger.start and other.trigger.end <= cause.end
        if other is not event and inside and other.trigger.end == cause.end:
            return msgspec.structs.replace(event, actor=other.actor)
    return event


def may_have(coded: Coded, event: Event) -> bool:
    """The entry and its concept have recipients."""
    if coded.form and coded.form.entry and coded.form.entry.recipient == ():
        concept = coded.form.concept
        return event.type in ASKING or (concept is not None and bool(concept.inner))
    return load_concepts()[event.concept].recipient is not RecipientRule.NONE


def of_complement(
    tagged: Tagged,
    coded: Coded,
    event: Event,
    found: list[Coded],
    made: dict[int, Event],
    parties: Parties,
) -> tuple[Role, ...]:
    """Who is asked, or who suffers what is threatened, offered, refused."""
    if event.type in ASKING and not event.recipient:
        asked = subject_of_complement(tagged, coded)
        if asked:
            return parties.roles(tagged, asked)
    for other in found:
        inner = made.get(other.head)
        pressed = event.type in PRESSING and inner is not None and inner.type in ASKING
        if inner is None or (
            other.governor is not coded and not (pressed and other.head > coded.head)
        ):
            continue
        if event.type in ASKING:
            roles = others(inner.actor, event.actor)
            if roles:
                return roles
        roles = others(inner.recipient, event.actor)
        if known(roles):
            return roles
    return ()


def subject_of_complement(tagged: Tagged, coded: Coded) -> tuple[int, int] | None:
    """The subject of the clause that a complementiser opens behind the trigger."""
    bits = tagged.bits
    start = coded.hit.group.end
    for j in range(start, min(len(tagged), start + 4)):
        if bits[j] & COMP and not is_finite(tagged, j):
            for i in range(j + 1, len(tagged)):
                if is_finite(tagged, i) and not bits[i] & NOUNISH:
                    subject = subject_before(tagged, i)
                    return subject if subject and subject[0] > j else (j + 1, i)
            return None
        if is_finite(tagged, j) and not bits[j] & DET:
            return None
    return None


def of_object(
    tagged: Tagged, coded: Coded, event: Event, triggers: Triggers, parties: Parties
) -> tuple[Role, ...]:
    """A party that the object is of, from, or for ("rejected a Norland offer")."""
    clause = (coded.carrier or coded).clause
    around = set(triggers.slots[coded.hit.kind.__class__.NOUN].recipient)
    ranges = [r for r in (clause.object, coded.clause.owner if coded.carrier else None) if r]
    ranges += [(p.start, p.end) for p in clause.pieces if p.preposition in around]
    for words in ranges:
        here = passage(parties.text, tagged, words)
        for phrase in parties.phrases(here):
            entity = phrase.entity
            here = parties.words(phrase)
            if parties.is_place(here):
                continue  # where it happened
            sure = entity and (entity.country or not entity.id.startswith("role:"))
            if entity and sure and not same_side(entity.id, entity.country, event.actor):
                return (Role(entity=entity, span=here),)
    return ()


def others(roles: tuple[Role, ...], actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles that are not the actor's own."""
    return tuple(
        r
        for r in roles
        if not any(r.span == a.span for a in actors)
        and not (r.entity and same_side(r.entity.id, None, actors))
    )


def same_side(entity: str, country: str | None, actors: tuple[Role, ...]) -> bool:
    """The entity is the actor, or of the actor's country."""
    for actor in actors:
        if actor.entity and (
            actor.entity.id == entity or (country and actor.entity.country == country)
        ):
            return True
    return False
