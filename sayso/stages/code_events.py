"""Code events: what happens in a text, by whom and to whom, in PLOVER's terms.

Events inside a statement's content are the statement's; the others are narrated, told in the
outlet's own voice.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.codebook.concepts import Concept, PlaceNeed, load_concepts
from sayso.codebook.plover import Quad, read_plover
from sayso.model import Act, Event, Reality, Role, Statement
from sayso.packs.load import Pack
from sayso.packs.triggers import Purpose, TriggerKind, Triggers
from sayso.spans import Span, span
from sayso.stages.attribution.bits import (
    COMP,
    COORD,
    DET,
    MONTH,
    NAME,
    NOT_SOURCE,
    NUMBER,
    POSS,
    PREP,
    REL,
    SUB,
    TIME,
)
from sayso.stages.attribution.hits import is_finite
from sayso.stages.attribution.marks import Range, body_end
from sayso.stages.attribution.tag import Tagged, tag
from sayso.stages.attribution.v2.chunks import Chunk
from sayso.stages.attribution.v2.cut import cut_chunks
from sayso.stages.coding.choose import choose, in_set
from sayso.stages.coding.clause import Clause
from sayso.stages.coding.coded import Coded
from sayso.stages.coding.complete import complete
from sayso.stages.coding.governing import (
    control_subject,
    find_governors,
    leading,
    set_reality,
)
from sayso.stages.coding.hits import TriggerHit, find_hits, may_hold_trigger
from sayso.stages.coding.nouns import read_noun_clause
from sayso.stages.coding.performed import perform
from sayso.stages.coding.roles import Parties, means, passage, slot_roles
from sayso.stages.coding.slots import slots_of
from sayso.stages.coding.svo import read_verb_clause, subject_left
from sayso.stages.coding.v2 import read_verb_clause_v2
from sayso.stages.mention import Mentions
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.references import History
from sayso.stages.segment import Segmented, Sentence


def code_events(
    cut: Segmented,
    pack: Pack,
    triggers: Triggers,
    statements: Sequence[Statement],
    page: Page,
    history: History,
    mentions: Mentions,
    sentences: Sequence[int],
) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    """The events of some sentences: statements with theirs, and those that are narrated.

    Args:
        cut: the segmented text; `sentences` numbers those to read.
        triggers: the words of the pack that show events.
        page, history: the parties of the page, as `resolve` leaves them.
        mentions: places, dates and quantities.
    """
    parties = Parties(page, history, cut.text, mentions)
    events: list[Event] = []
    silent: list[int] = []
    for number in sentences:
        sentence = cut.sentences[number]
        if may_hold_trigger(sentence.low, triggers):
            events += code_sentence(sentence, pack, triggers, parties, mentions, silent)
    return place_events(statements, perform(statements, events, parties, triggers, silent))


def code_sentence(
    sentence: Sentence,
    pack: Pack,
    triggers: Triggers,
    parties: Parties,
    mentions: Mentions,
    silent: list[int],
) -> list[Event]:
    """The events of one sentence, in the order of their triggers; `silent` takes the offsets of
    verbs that only carry a noun or tell of another event."""
    tagged = tag(unquoted(sentence), pack)
    hits = find_hits(tagged, triggers, pack)
    if not any(hit.has(Purpose.TRIGGER) for hit in hits):
        return []
    found = read_clauses(tagged, hits, pack, triggers, parties)
    telling = [c for c in found if c.silent or (c.form is None and c.is_for(Purpose.OPERATOR))]
    silent += [sentence.starts[coded.head] for coded in telling]
    made = {
        coded.head: event
        for coded in found
        if coded.form is not None
        and not told_by_carrier(coded)
        and (event := make_event(tagged, coded, triggers, parties, mentions))
    }
    return bring_forward(complete(tagged, found, made, triggers, parties))


def bring_forward(events: list[Event]) -> list[Event]:
    """Where the main clause has no event with an actor, those told beside it are the sentence's."""
    if any(e.actor and not e.background for e in events):
        return events
    return [
        msgspec.structs.replace(e, background=False) if e.actor and e.recipient else e
        for e in events
    ]


def unquoted(sentence: Sentence) -> Sentence:
    """The sentence with its quotations read like the rest: an event may stand inside one."""
    if all(q < 0 for q in sentence.quote):
        return sentence
    plain = [-1] * len(sentence.quote)
    return Sentence(
        sentence.start, sentence.end, sentence.words, sentence.low, sentence.starts,
        sentence.ends, plain, sentence.paragraph,
    )  # fmt: skip


def read_clauses(
    tagged: Tagged, hits: list[TriggerHit], pack: Pack, triggers: Triggers, parties: Parties
) -> list[Coded]:
    """Every hit with its clause, sense, carrier, governor and reality."""
    end = body_end(tagged)
    chunks = cut_chunks(tagged) if pack.head.order == "v2" else []
    found: list[Coded] = []
    for hit in hits:
        clause = read_clause(tagged, hit, chunks, triggers, end)
        if clause is not None:
            found.append(Coded(hit, clause))
    for coded in found:
        if not coded.verb:
            coded.carrier, coded.carried = find_carrier(coded, found)
            if coded.carrier:
                coded.clause.around = (coded.carrier.clause.start, coded.carrier.clause.end)
            resolve_possessive(tagged, coded)
    for coded in found:
        coded.form = choose(
            tagged, coded.hit, coded.clause, triggers,
            lambda words, what: means(parties, tagged, words, what, triggers),
        )  # fmt: skip
    found = best_of(found)
    silence_carriers(found)
    find_governors(tagged, found)
    for coded in found:
        if coded.verb and coded.clause.control and not coded.clause.passive:
            coded.clause.subject = control_subject(tagged, coded, found, pack.head.order)
    for coded in found:
        set_reality(tagged, coded, triggers)
    return found


def best_of(found: list[Coded]) -> list[Coded]:
    """One of several hits on a word: the one that shows an event, the longer trigger first."""
    best: dict[int, Coded] = {}
    for coded in found:
        other = best.get(coded.head)
        if other is None or (other.form is None and coded.form is not None):
            best[coded.head] = coded
    chosen = [c for c in best.values() if c.form is not None]
    return [c for c in best.values() if not any(covers(o, c) for o in chosen if o is not c)]


def covers(one: Coded, two: Coded) -> bool:
    """The words of one trigger hold the other ("shot down" and "down")."""
    return one.head < two.head < one.hit.group.end or two.head == one.hit.apart


def read_clause(
    tagged: Tagged, hit: TriggerHit, chunks: list[Chunk], triggers: Triggers, end: int
) -> Clause | None:
    """The clause of a hit, by the language's word order."""
    if hit.kind is TriggerKind.NOUN:
        return read_noun_clause(tagged, hit, triggers, end)
    if chunks:
        return read_verb_clause_v2(tagged, hit, chunks, triggers, end)
    return read_verb_clause(tagged, hit, triggers, end)


def resolve_possessive(tagged: Tagged, noun: Coded) -> None:
    """ "their attack": whose it is, is the subject of the verb before, where there is one."""
    own = noun.clause.possessor
    if own and own[1] - own[0] == 1 and tagged.bits[own[0]] & (DET | POSS):
        if tagged.sentence.words[own[0]][0].isalpha() and not tagged.bits[own[0]] & NAME:
            noun.clause.possessor = subject_left(tagged, own[0])


def silence_carriers(found: list[Coded]) -> None:
    """A verb that only carries a noun is no event besides ("ordered the release of …")."""
    for noun in found:
        carrier = noun.carrier
        if noun.form is None or carrier is None or not noun.carried or carrier.form is None:
            continue
        if carrier.is_for(Purpose.LIGHT) and not told_by_carrier(noun):
            carrier.form, carrier.silent = None, True


def carried_ranges(verb: Coded) -> list[Range]:
    """Where a light verb's noun stands: its object, or behind a preposition of its own."""
    through = {p for form in verb.hit.forms if form.verb for p in form.verb.through}
    ranges = [verb.clause.bare] if verb.clause.bare else []
    return [*ranges, *((p.start, p.end) for p in verb.clause.pieces if p.preposition in through)]


def told_by_carrier(coded: Coded) -> bool:
    """A noun whose verb is a trigger of its own for the same type ("impose sanctions")."""
    carrier = coded.carrier
    if carrier is None or carrier.form is None or not coded.carried:
        return False
    one, two = carrier.form.concept, coded.form.concept if coded.form else None
    return one is not None and two is not None and one.type == two.type


def find_carrier(noun: Coded, found: list[Coded]) -> tuple[Coded | None, bool]:
    """The light verb whose object a noun is (True), or the happening verb whose subject it is."""
    for verb in found:
        if not verb.verb:
            continue
        if verb.is_for(Purpose.LIGHT) and any(
            first <= noun.head < last for first, last in carried_ranges(verb)
        ):
            return verb, True
        happens = verb.clause.subject if verb.is_for(Purpose.HAPPEN) else None
        if happens and happens[0] <= noun.head < happens[1]:
            return verb, False
    return None, False


def make_event(
    tagged: Tagged, coded: Coded, triggers: Triggers, parties: Parties, mentions: Mentions
) -> Event | None:
    """The event of a trigger; None for a noun that nothing carries and nobody's."""
    form = coded.form
    assert form is not None and form.entry is not None and form.concept is not None
    actor, recipient = find_roles(tagged, coded, triggers, parties)
    if not (coded.verb or coded.carrier or actor or recipient):
        return None
    near = nearby(tagged, coded, mentions)
    actor, recipient = (sensible(r, tagged, coded, parties, near) for r in (actor, recipient))
    verbal = read_plover().type[form.concept.type].quad is Quad.VERBAL_COOPERATION
    if verbal and form.concept.place is PlaceNeed.AT:  # where they met is no party
        recipient = tuple(r for r in recipient if not parties.is_place(r.span))
    concept = as_done(form.concept, (*actor, *recipient))
    return Event(
        concept=concept.id,
        type=concept.type,
        mode=form.entry.mode or concept.mode,
        context=tuple(dict.fromkeys((*concept.context, *form.entry.context))),
        trigger=passage(parties.text, tagged, coded.words()),
        actor=actor,
        recipient=recipient,
        cameo=concept.cameo,
        place=near.places[0].place if near.places else None,
        date=near.dates[0].to_date() if near.dates else None,
        quantities=tuple(q.quantity for q in near.quantities),
        polarity=coded.polarity,
        reality=coded.reality,
        sentence=span(parties.text, tagged.sentence.start, tagged.sentence.end),
        background=is_background(coded),
        rule=form.rule,
    )


def sensible(
    roles: tuple[Role, ...], tagged: Tagged, coded: Coded, parties: Parties, near: Mentions
) -> tuple[Role, ...]:
    """Roles without what is none: the trigger itself, a time, a sum of money."""
    trigger = passage(parties.text, tagged, coded.words())
    others = [d.span for d in near.dates]
    others += [q.span for q in near.quantities if q.quantity.of in ("money", "time", "percent")]
    return tuple(r for r in roles if r.entity or not is_none(r.span, trigger, others, parties))


def is_none(here: Span, trigger: Span, others: list[Span], parties: Parties) -> bool:
    """Words that are no party: the trigger's own, a time, a sum, "it" or "one", an adverb."""
    if here == trigger or parties.is_nobody(here):
        return True
    return any(other.start <= here.start and here.end <= other.end for other in others)


def as_done(concept: Concept, roles: tuple[Role, ...]) -> Concept:
    """The concept, or what it is where parties of two countries do it together."""
    if concept.together is None:
        return concept
    countries = {r.entity.country for r in roles if r.entity and r.entity.country}
    return load_concepts()[concept.together] if len(countries) > 1 else concept


def is_background(coded: Coded) -> bool:
    """A noun that no verb carries, a clause that hangs on another, an event's complement."""
    told = coded.carrier or coded
    named = not coded.verb and coded.carrier is None
    purpose = told.clause.control and told.governor is None
    governed = any(c.governor and c.governor.form for c in (coded, told))
    return named or purpose or governed or told.clause.aside or told.duty


def find_roles(
    tagged: Tagged, coded: Coded, triggers: Triggers, parties: Parties
) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
    """Actor and recipient; a carried noun takes what it lacks from the verb that carries it."""
    assert coded.form is not None
    actors, recipients = slots_of(coded.form, triggers)
    taken: set[int] = set()
    actor = slot_roles(parties, tagged, coded.clause, actors, taken)
    if len(actor) == 1 and is_topic(parties, tagged, coded, actor[0], triggers):
        actor = ()
    carrier = coded.carrier
    if carrier and coded.carried and not any(role.entity for role in actor):
        subject = carrier.clause.subject
        if carrier.clause.passive and any(f.verb and f.verb.through for f in carrier.hit.forms):
            subject = carrier.clause.object  # "was involved in the attack"
        if subject:
            actor = parties.roles(tagged, subject)
    if len(actor) == 1 and is_thing(parties, tagged, actor[0], triggers):
        actor = ()
    if not actor and not coded.verb and carrier is None and leads_in(tagged, coded):
        main = leading(tagged, coded.clause.end - 1)
        actor = parties.roles(tagged, main) if main else ()
    if carrier and not actor and not (coded.carried and carrier.clause.subject):
        behind = tuple(s for s in actors if s not in ("object", "subject", "owner"))
        actor = slot_roles(parties, tagged, carrier.clause, behind, taken)
    if len(actor) == 1 and set(actors) & set(recipients):
        actor = sides(parties, tagged, actor)
    if len(actor) > 1 and set(actors) & set(recipients):
        actor, recipient = actor[:1], actor[1:]  # "clashes between A and B"
        return actor, recipient
    taken |= {role.span.start for role in actor}
    recipient = slot_roles(parties, tagged, coded.clause, recipients, taken)
    if carrier and not recipient:
        if carrier.clause.indirect:
            recipient = parties.roles(tagged, carrier.clause.indirect)
        else:
            rest = tuple(s for s in recipients if s not in ("object", "subject", "owner"))
            recipient = slot_roles(parties, tagged, carrier.clause, rest, taken)
    return actor, recipient


def is_topic(
    parties: Parties, tagged: Tagged, coded: Coded, role: Role, triggers: Triggers
) -> bool:
    """The phrase behind "of" is what a noun is about, not who does it ("talks of peace")."""
    if coded.verb or role.entity is not None or triggers.endings:
        return False
    starts = tagged.sentence.starts
    of = [p for p in coded.clause.pieces if p.genitive and starts[p.start] == role.span.start]
    words = [j for j, start in enumerate(starts) if role.span.start <= start < role.span.end]
    return bool(of and words) and not means(
        parties, tagged, (words[0], words[-1] + 1), "@party", triggers
    )


def is_thing(parties: Parties, tagged: Tagged, role: Role, triggers: Triggers) -> bool:
    """Nobody known, and a word for what never acts by itself: a missile, money, a result."""
    if role.entity is not None:
        return False
    starts = tagged.sentence.starts
    inside = [j for j, start in enumerate(starts) if role.span.start <= start < role.span.end]
    if not inside or means(parties, tagged, (inside[0], inside[-1] + 1), "@party", triggers):
        return False
    things = triggers.meanings.get("@thing", frozenset())
    return any(
        tagged.bits[j] & NOT_SOURCE
        or in_set(tagged.sentence.low[j], things, bool(triggers.endings))
        for j in inside
    )


def leads_in(tagged: Tagged, coded: Coded) -> bool:
    """A noun whose phrase opens the sentence ("After talks with X, Y left")."""
    start = coded.clause.start
    concept = coded.form.concept if coded.form else None
    if concept is None or not read_plover().type[concept.type].quad.cooperative:
        return False  # "After the attack on X, Y …": who attacked, nobody says
    return 0 < start <= 2 and bool(tagged.bits[start - 1] & PREP) and not coded.clause.possessor


def sides(parties: Parties, tagged: Tagged, actor: tuple[Role, ...]) -> tuple[Role, ...]:
    """ "clashes between soldiers and gunmen": the two that "and" joins, known or not."""
    here, sentence = actor[0].span, tagged.sentence
    for j, start in enumerate(sentence.starts):
        if here.start < start < here.end and tagged.bits[j] & COORD:
            first = span(parties.text, here.start, sentence.ends[j - 1])
            last = span(parties.text, sentence.starts[j + 1], here.end)
            return (*parties.roles_of(first), *parties.roles_of(last))
    return actor


def nearby(tagged: Tagged, coded: Coded, mentions: Mentions) -> Mentions:
    """Places, dates and quantities of the clause that a trigger stands in."""
    clause = coded.carrier.clause if coded.carrier else coded.clause
    first = min(clause.start, coded.clause.start)
    last = max(clause.end, coded.clause.end, coded.hit.group.end)
    starts, ends = tagged.sentence.starts, tagged.sentence.ends
    near = mentions.in_span(starts[first], ends[min(last, len(ends)) - 1])
    if near.dates:
        return near
    lead, tail = lead_of(tagged, first), tail_of(tagged, last)
    wide = mentions.in_span(starts[lead], ends[min(tail, len(ends)) - 1])
    return Mentions(places=near.places, dates=wide.dates, quantities=near.quantities)


def lead_of(tagged: Tagged, first: int) -> int:
    """Where what leads into a clause begins ("On Monday, rebels …"): no verb before it."""
    j = first
    while j and not (is_finite(tagged, j - 1) or tagged.bits[j - 1] & (COMP | SUB | REL)):
        j -= 1
    return j if j <= 1 else first


def tail_of(tagged: Tagged, last: int) -> int:
    """Where the times right behind a clause end ("… on Monday")."""
    j = last
    while j < len(tagged) and tagged.bits[j] & (TIME | MONTH | NUMBER | PREP | DET):
        j += 1
    return j


def place_events(
    statements: Sequence[Statement], events: Sequence[Event]
) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    """Every event with the innermost statement in whose content it stands; the rest narrated."""
    narrated: list[Event] = []
    inside: dict[str, list[Event]] = {}
    for event in events:
        homes = homes_of(event, statements)
        for home in homes:
            inside.setdefault(home.id, []).append(event)
        if not homes:
            narrated.append(event)
    done = tuple(
        msgspec.structs.replace(s, events=tuple(as_said(e, s) for e in inside[s.id]))
        if s.id in inside
        else s
        for s in statements
    )
    return done, tuple(narrated)


#: What the content of an act is, that would be told as done by its words alone.
SAID = {
    Act.DEMAND: Reality.PLANNED,
    Act.PROMISE: Reality.PLANNED,
    Act.THREATEN: Reality.PLANNED,
    Act.PREDICT: Reality.PLANNED,
    Act.WARN: Reality.POSSIBLE,
}


def as_said(event: Event, statement: Statement) -> Event:
    """The event as its statement tells it: what is demanded is not done."""
    told = SAID.get(statement.act)
    if told is None or event.reality is not Reality.ACTUAL or event.background:
        return event
    return msgspec.structs.replace(event, reality=told)


def homes_of(event: Event, statements: Sequence[Statement]) -> list[Statement]:
    """The statements of the smallest content that covers a trigger: several for several sources."""
    covering = [
        (sum(p.end - p.start for p in s.content), s)
        for s in statements
        if any(piece.start <= event.trigger.start < piece.end for piece in s.content)
    ]
    if not covering:
        return []
    least = min(size for size, _ in covering)
    return [s for size, s in covering if size == least]
