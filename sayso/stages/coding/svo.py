"""The clause of a verb where the subject stands before it (English, French, Italian)."""

from __future__ import annotations

from sayso.packs.load import NOUNISH, PARTICIPLE
from sayso.packs.triggers import TriggerKind, Triggers
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    AGENT,
    AUX,
    COMP,
    COND,
    COORD,
    DET,
    GEN,
    MARKER,
    MODAL,
    NAME,
    NEG,
    NEG_DET,
    NUMBER,
    NUMERAL,
    OPEN,
    POSS,
    PREP,
    PUNCTUATION,
    REL,
    SUB,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.hits import Group, is_finite
from sayso.stages.attribution.marks import Range, is_comma
from sayso.stages.attribution.svo.subject import phrase_start, shape, subject_before
from sayso.stages.attribution.tag import Tagged
from sayso.stages.coding.clause import Clause
from sayso.stages.coding.hits import TriggerHit, has_reflexive
from sayso.stages.coding.pieces import Piece, read_pieces, with_genitives


def read_verb_clause(tagged: Tagged, hit: TriggerHit, triggers: Triggers, end: int) -> Clause:
    """Subject, objects and prepositional phrases of a verb."""
    group = hit.group
    direct = takes_object(tagged, hit, triggers)
    denied = direct and denies(tagged, group, triggers)
    pieces = read_pieces(
        tagged, group.end, end, triggers, verb=direct, skip=hit.apart, denied=denied
    )
    clause = Clause(group.start, pieces[-1].end if pieces else group.end)
    clause.modal = modal_of(tagged, group)
    clause.negated, clause.conditional = denies(tagged, group, triggers), group.conditional
    own = own_preposition(tagged, hit, pieces, triggers)
    if hit.kind is TriggerKind.ADJECTIVE:
        clause.subject = own_subject(tagged, group)
        place_objects(tagged, clause, pieces)
        clause.pieces = [*own, *clause.pieces]
        return clause
    reduced = group.participle and not group.finite and not group.perfect
    if tagged.sentence.low[group.head] not in triggers.active:
        clause.passive = group.passive or (reduced and bool(tagged.bits[group.head] & PARTICIPLE))
    before = subject_of(tagged, group, reduced, clause)
    clause.aside = is_aside(tagged, group, reduced, before)
    if before:
        clause.start = min(clause.start, before[0])
        clause.negated = clause.negated or bool(tagged.bits[before[0]] & NEG_DET)
    if clause.passive:
        clause.object = clause.bare = before
        clause.subject = agent_of(tagged, pieces)
        clause.pieces = [p for p in pieces if p.preposition or p is not pieces[0]]
        return clause
    clause.subject = before
    place_objects(tagged, clause, late_object(tagged, pieces) if direct else pieces)
    clause.pieces = [*own, *clause.pieces]
    return clause


def denies(tagged: Tagged, group: Group, triggers: Triggers) -> bool:
    """The group is negated by a word that denies by itself."""
    if not group.negated or not triggers.half_negations:
        return group.negated
    around = range(group.start, min(len(tagged), group.end + 1))
    return any(
        tagged.bits[j] & (NEG | NEG_DET) and tagged.sentence.low[j] not in triggers.half_negations
        for j in around
    )


def takes_object(tagged: Tagged, hit: TriggerHit, triggers: Triggers) -> bool:
    """What looks like "of the" behind the trigger is an article (French "envoie des chars").

    It is a preposition behind a reflexive, a passive, an adjective, and behind several words that
    a role follows with it ("prendre le contrôle des ponts").
    """
    group, low = hit.group, tagged.sentence.low
    if group.passive or hit.kind is TriggerKind.ADJECTIVE or low[group.head] in triggers.active:
        return False
    if has_reflexive(tagged, group):
        return False
    if group.end - group.head == 1 or group.end >= len(low):
        return True
    word = triggers.contracted.get(low[group.end], low[group.end])
    entries = [form.entry for form in hit.forms if form.entry]
    return not any(word in (*(e.actor or ()), *(e.recipient or ())) for e in entries)


def own_preposition(
    tagged: Tagged, hit: TriggerHit, pieces: list[Piece], triggers: Triggers
) -> list[Piece]:
    """The phrase behind a preposition that is the trigger's last word ("in talks with")."""
    last = hit.group.end - 1
    if last <= hit.head or not pieces or pieces[0].preposition or not tagged.bits[last] & PREP:
        return []
    word = tagged.sentence.low[last]
    return [Piece(triggers.contracted.get(word, word), pieces[0].start, pieces[0].end, last)]


def is_aside(tagged: Tagged, group: Group, reduced: bool, subject: Range | None) -> bool:
    """The clause only tells of a noun, or of the time or ground of another clause."""
    bits = tagged.bits
    if reduced or (group.gerund and not group.finite):
        return True
    if not group.finite:
        return False
    first = min(subject[0] if subject else group.start, group.start)
    for j in range(group.start - 1, max(-1, first - 1, group.start - 4), -1):
        if bits[j] & REL and not bits[j] & (DET | NAME):
            return True
    for j in range(first - 1, max(-1, first - 3), -1):
        if bits[j] & SUB and not bits[j] & (COMP | DET | COORD):
            return True
        if not bits[j] & (ADV | TIME | PREP):
            break
    return False


def subject_of(tagged: Tagged, group: Group, reduced: bool, clause: Clause) -> Range | None:
    """The grammatical subject; where the verb has none of its own, `control` is set."""
    if reduced or (group.gerund and not group.finite):
        noun = noun_before(tagged, group.start)
        if noun:
            return noun
        clause.control = True
        return None
    finite = any(tagged.bits[j] & AUX for j in range(group.start, group.head))
    if group.infinitive or (group.perfect and not group.finite and not finite):
        clause.control = True  # "to leave", "having left"
        return None
    return own_subject(tagged, group)


def own_subject(tagged: Tagged, group: Group) -> Range | None:
    """The subject of a finite verb: before it, inside it, or shared with the verb before."""
    bits = tagged.bits
    if group.inverted >= 0:
        return (group.inverted, group.inverted + 1)
    j = group.start - 1
    while j >= 0 and bits[j] & (ADV | TIME | NEG) and not bits[j] & (COORD | SUBJ | DET | NAME):
        j -= 1
    if j >= 1 and bits[j] & (COORD | ADVERS) and not bits[j] & (SUBJ | DET | PREP & ~COORD):
        shared = subject_left(tagged, j)
        if shared:
            return shared
    found = subject_before(tagged, group.start) or opening(tagged, group.start)
    found = found or counted(tagged, group.start)
    if found and bits[found[0]] & REL and found[1] - found[0] == 1 and not bits[found[0]] & NAME:
        return noun_before(tagged, found[0]) or found
    return found


def opening(tagged: Tagged, verb: int) -> Range | None:
    """The noun phrase that opens a sentence, where a lone comma parts it from its verb ("The
    mission (UNM), on Sunday condemned …")."""
    comma = next((j for j in range(verb - 1, -1, -1) if is_comma(tagged, j)), -1)
    if comma <= 0 or any(is_comma(tagged, j) for j in range(comma)):
        return None
    if any(is_finite(tagged, j) for j in range(comma)) or tagged.bits[0] & (PREP | SUB):
        return None
    return shape(tagged, phrase_start(tagged, comma), comma)


def counted(tagged: Tagged, verb: int) -> Range | None:
    """ "About 5,000 farmers protested": what looks like a preposition bounds a number."""
    bits = tagged.bits
    if verb > 2 and bits[0] & PREP and bits[1] & (NUMBER | NUMERAL):
        if not any(is_finite(tagged, j) for j in range(verb)):
            return shape(tagged, 1, verb)
    return None


def subject_left(tagged: Tagged, before: int) -> Range | None:
    """The subject of the nearest finite verb before a word."""
    bits = tagged.bits
    for i in range(before - 1, -1, -1):
        if is_finite(tagged, i) and not bits[i] & NOUNISH:
            start = i
            while start and bits[start - 1] & (AUX | ADV | NEG) and not bits[start - 1] & DET:
                start -= 1
            if start and bits[start - 1] & COORD:
                continue
            found = subject_before(tagged, start)
            if found and bits[found[0]] & REL and found[1] - found[0] == 1:
                return noun_before(tagged, found[0]) or found
            return found
    return None


def noun_before(tagged: Tagged, i: int) -> Range | None:
    """The noun phrase that a participle, or a relative pronoun, directly follows."""
    bits = tagged.bits
    stop = i
    if stop and is_comma(tagged, stop - 1) and stop < len(bits) and bits[stop] & REL:
        stop -= 1
    if stop <= 0 or bits[stop - 1] & (PUNCTUATION | COORD | SUB | COMP | MARKER):
        return None
    if bits[stop - 1] & PREP and not bits[stop - 1] & (NAME | OPEN):
        return None
    if not bits[stop - 1] & (NAME | OPEN | NOUNISH | NUMBER | NUMERAL):
        return None
    start = phrase_start(tagged, stop)
    for j in range(stop - 1, start, -1):
        if bits[j - 1] & PARTICIPLE and not bits[j - 1] & (NOUNISH | OPEN | NAME):
            start = j  # "a relâché deux otages enlevés": the verb's object
            break
    return nearest_phrase(tagged, *(shape(tagged, start, stop) or (start, stop)))


def nearest_phrase(tagged: Tagged, start: int, stop: int) -> Range | None:
    """The last noun phrase of a stretch, what says whose it is taken along."""
    bits = tagged.bits
    for j in range(stop - 1, start, -1):
        b = bits[j - 1]
        if b & PREP and not b & (DET | NAME | GEN):
            return (j, stop)
    return (start, stop) if stop > start else None


def modal_of(tagged: Tagged, group: Group) -> int:
    """Index of the auxiliary that tells a plan or a possibility, or -1."""
    for j in range(group.start, group.head):
        if tagged.bits[j] & (MODAL | COND):
            return j
    return -1


def agent_of(tagged: Tagged, pieces: list[Piece]) -> Range | None:
    """The noun phrase of a passive's agent."""
    for number, piece in enumerate(pieces):
        if piece.preposition and tagged.bits[piece.start - 1] & AGENT:
            return with_genitives(pieces, number)
    return None


def place_objects(tagged: Tagged, clause: Clause, pieces: list[Piece]) -> None:
    """Set the objects: the first bare phrase, or the second where two follow one another."""
    bare = [n for n, piece in enumerate(pieces) if not piece.preposition]
    if bare and bare[0] > 0 and pieces[bare[0]].at == pieces[bare[0] - 1].end:
        number = bare[0]  # "retirera en août ses soldats"
        clause.bare = (pieces[number].start, pieces[number].end)
        clause.object = with_genitives(pieces, number)
        clause.pieces = [p for p in pieces if p is not pieces[number]]
        return
    first = bare[0] if bare and bare[0] == 0 else -1
    if first < 0:
        clause.pieces = pieces
        return
    split = split_objects(tagged, pieces[0])
    if split and not (len(bare) > 1 and bare[1] == 1):
        clause.indirect, rest = split
        pieces = [Piece("", rest[0], rest[1], rest[0]), *pieces[1:]]
        clause.bare, clause.object = rest, with_genitives(pieces, 0)
        clause.pieces = pieces[1:]
        return
    if len(bare) > 1 and bare[1] == 1 and pieces[1].at == pieces[0].end:
        clause.indirect = (pieces[0].start, pieces[0].end)
        clause.bare, clause.object = (pieces[1].start, pieces[1].end), with_genitives(pieces, 1)
        clause.pieces = pieces[2:]
        return
    clause.bare, clause.object = (pieces[0].start, pieces[0].end), with_genitives(pieces, 0)
    clause.pieces = pieces[1:]


def late_object(tagged: Tagged, pieces: list[Piece]) -> list[Piece]:
    """The phrases with an object that others parted from its verb in front ("a signé à Vell un
    accord")."""
    number = next((n for n, piece in enumerate(pieces) if not piece.preposition), 0)
    if not number or not tagged.bits[pieces[number].at] & (DET | POSS | NUMBER | NUMERAL):
        return pieces
    last = number + 1
    while last < len(pieces) and pieces[last].genitive and pieces[last].at == pieces[last - 1].end:
        last += 1
    return [*pieces[number:last], *pieces[:number], *pieces[last:]]


def split_objects(tagged: Tagged, piece: Piece) -> tuple[Range, Range] | None:
    """ "gave Ukraine ten tanks": a name, then a number or a small word that begins a phrase."""
    bits = tagged.bits
    opened = bool(bits[piece.start] & DET and not bits[piece.start] & NAME)
    j = piece.start + opened
    if opened:  # "sent the rebels two million"
        for k in range(j + 1, piece.end):
            if bits[k] & (NUMBER | NUMERAL) and bits[k - 1] & (OPEN | NOUNISH | NAME):
                return (piece.start, k), (k, piece.end)
    if j >= piece.end or not bits[j] & NAME:
        return None
    while j < piece.end and bits[j] & NAME:
        j += 1
    if j >= piece.end or bits[j] & (COORD | PUNCTUATION | POSS):
        return None
    if bits[j] & (NUMBER | NUMERAL | DET) or (bits[j] & OPEN and piece.end - j > 1):
        return (piece.start, j), (j, piece.end)
    return None
