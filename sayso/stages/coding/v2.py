"""The clause of a verb in a verb-second language (German): fields, then what stands in them."""

from __future__ import annotations

from sayso.packs.load import FINITE, INFINITIVE, PARTICIPLE
from sayso.packs.triggers import TriggerForm, TriggerKind, Triggers
from sayso.stages.attribution.bits import (
    ADV,
    AGENT,
    AUX_NF,
    BE,
    COMP,
    COND,
    DET,
    MARKER,
    MODAL,
    MONTH,
    NAME,
    NEG,
    NEG_DET,
    NOM,
    NUMBER,
    OBJ,
    OBL,
    OPEN,
    POSS,
    PREP,
    PUNCTUATION,
    REFL,
    REL,
    SUB,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.marks import Range
from sayso.stages.attribution.tag import Tagged
from sayso.stages.attribution.v2.chunks import Chunk, chunk_at
from sayso.stages.attribution.v2.fields import Fields, clause_fields, read_fields
from sayso.stages.attribution.v2.phrases import noun_phrase_end
from sayso.stages.attribution.v2.subject import find_subject
from sayso.stages.coding.clause import Clause
from sayso.stages.coding.hits import TriggerHit
from sayso.stages.coding.pieces import Piece
from sayso.stages.coding.slots import slots_of


def read_verb_clause_v2(
    tagged: Tagged, hit: TriggerHit, chunks: list[Chunk], triggers: Triggers, end: int
) -> Clause | None:
    """Subject, objects and prepositional phrases of a verb; None where it is no predicate."""
    adjective = hit.kind is TriggerKind.ADJECTIVE
    fields = predicate(tagged, hit, chunks) if adjective else read_fields(tagged, chunks, hit)
    if fields is None:
        return infinitive_clause(tagged, hit, chunks, triggers)
    hit.forms = hit.forms if adjective else fitting(tagged, hit, fields)
    if not hit.forms:
        return None
    regions = regions_of(fields, hit)
    clause = Clause(min(r[0] for r in regions), max(fields.end, fields.finite + 1))
    b = tagged.bits[fields.finite]
    clause.passive = fields.passive and tagged.sentence.low[hit.head] not in triggers.active
    clause.negated = fields.negated
    coming = b & BE and bool(tagged.bits[hit.head] & INFINITIVE) and not fields.passive
    told = fields.finite != hit.head and ((bool(b & (MODAL | COND)) and not b & BE) or coming)
    clause.modal = fields.finite if told else -1
    opener = tagged.bits[fields.opener] if fields.opener >= 0 else 0
    clause.aside = fields.final and bool(opener & (REL | SUB)) and not opener & COMP
    clause.conditional = bool(b & COND) and not fields.final  # "dass … hätten" only reports
    subject = find_subject(tagged, fields, end)
    if fields.joined:
        subject = shared_subject(tagged, chunks, fields, end) or subject
    pieces = [p for lo, hi in regions for p in read_field(tagged, lo, hi, subject, triggers)]
    if subject and tagged.bits[subject[0]] & NEG_DET:
        clause.negated = True
    settle(tagged, clause, subject, part_objects(tagged, hit, pieces, triggers), triggers)
    return clause


def part_objects(
    tagged: Tagged, hit: TriggerHit, pieces: list[Piece], triggers: Triggers
) -> list[Piece]:
    """ "der Miliz Gewehre": two objects that stand side by side, where the verb has two."""
    bare = [p for p in pieces if not p.preposition]
    gives = any(
        "indirect" in slots for f in hit.forms if f.entry for slots in slots_of(f, triggers)
    )
    if len(bare) != 1 or not gives:
        return pieces
    piece = bare[0]
    names = [j for j in range(piece.start, piece.end) if tagged.bits[j] & NAME]
    if len(names) < 2 or names[1] != names[0] + 1:
        return pieces
    parted = [Piece("", piece.start, names[1], piece.at), Piece("", names[1], piece.end, names[1])]
    return [*(p for p in pieces if p is not piece), *parted]


def predicate(tagged: Tagged, hit: TriggerHit, chunks: list[Chunk]) -> Fields | None:
    """The fields of an adjective's clause ("ist zu Gesprächen bereit")."""
    number = chunk_at(chunks, hit.head)
    if number < 0 or chunks[number].finite < 0:
        return None
    return clause_fields(tagged, chunks, number, chunks[number].finite, hit.head)


def regions_of(fields: Fields, hit: TriggerHit) -> list[Range]:
    """The stretches of a clause in which its arguments stand."""
    lo, hi = fields.mittelfeld
    regions = [fields.vorfeld, (lo, max(lo, min(hi, fields.bracket)))]
    behind = max(fields.bracket + 1, hit.group.end, fields.finite + 1)
    if behind < fields.end:
        regions.append((behind, fields.end))
    return [r for r in regions if r[1] > r[0]] or [(fields.finite, fields.finite + 1)]


def fitting(tagged: Tagged, hit: TriggerHit, fields: Fields) -> list[TriggerForm]:
    """The forms that the clause allows: those whose particle closes it, or that have none."""
    closing = ""
    if not fields.final and fields.bracket < len(tagged) and fields.bracket != hit.head:
        closing = tagged.sentence.low[fields.bracket]
    forms = [f for f in hit.forms if f.particle in (None, closing)]
    return [f for f in forms if f.particle] or forms


def infinitive_clause(
    tagged: Tagged, hit: TriggerHit, chunks: list[Chunk], triggers: Triggers
) -> Clause | None:
    """ "…, die Truppen abzuziehen": an infinitive whose subject is another verb's."""
    number = chunk_at(chunks, hit.head)
    bits = tagged.bits
    marked = (hit.head and bits[hit.head - 1] & MARKER) or "zu" in hit.forms[0].words[0]
    if number < 0 or not bits[hit.head] & INFINITIVE or not marked:
        return None
    chunk = chunks[number]
    start = chunk.first if chunk.kind == "inf" else max(chunk.first, chunk.finite + 1)
    pieces = list(read_field(tagged, start, hit.head, None, triggers))
    clause = Clause(start, hit.group.end, control=True)
    clause.negated = any(bits[j] & NEG for j in range(start, hit.head))
    settle(tagged, clause, None, pieces, triggers)
    return clause


def shared_subject(tagged: Tagged, chunks: list[Chunk], fields: Fields, end: int) -> Range | None:
    """The subject of the clause before, where a coordinator joins the two predicates."""
    number = fields.chunk - 1
    while number >= 0 and chunks[number].kind not in ("main", "v1"):
        number -= 1
    if number < 0:
        return None
    chunk = chunks[number]
    bare = clause_fields(tagged, chunks, number, chunk.finite, chunk.end)
    return find_subject(tagged, bare, end)


def read_field(
    tagged: Tagged, lo: int, hi: int, subject: Range | None, triggers: Triggers
) -> list[Piece]:
    """The noun phrases of a field, the subject left out, each with its preposition."""
    bits, low = tagged.bits, tagged.sentence.low
    pieces: list[Piece] = []
    j = lo
    while j < hi:
        b = bits[j]
        if subject and subject[0] <= j < subject[1]:
            j = subject[1]
            continue
        if (timed := time_end(tagged, j, hi)) > j:
            j = timed
        elif (whole := with_participle(tagged, j, hi)) > j:
            pieces.append(Piece("", j, whole, j))
            j = whole
        elif b & PREP and not b & (NAME | NOM):
            stop = noun_phrase_end(tagged, j + 1, hi)
            if stop > j + 1:
                name = triggers.contracted.get(low[j], low[j])
                pieces.append(Piece(name, j + 1, stop, j))
            j = max(stop, j + 1)
        elif b & (OBJ | SUBJ) and not b & (DET | POSS | NAME | REFL):
            pieces.append(Piece("", j, j + 1, j))
            j += 1
        elif b & (ADV | REFL | NEG | TIME | PUNCTUATION | AUX_NF) and not b & (NAME | DET | POSS):
            j += 1
        else:
            stop = noun_phrase_end(tagged, j, hi)
            if stop > j and not (b & TIME and stop == j + 1):
                pieces.append(Piece("", j, stop, j))
            j = max(stop, j + 1)
    return pieces


def with_participle(tagged: Tagged, j: int, hi: int) -> int:
    """Index after "das von Estmark besetzte Kraftwerk": the agent is the participle's; or `j`."""
    bits = tagged.bits
    if j + 3 >= hi or not bits[j] & DET or not bits[j + 1] & AGENT or bits[j + 1] & DET:
        return j
    for k in range(j + 2, min(hi, j + 9) - 1):
        plain = bits[k] & (OPEN | PARTICIPLE | FINITE) and not bits[k] & (NAME | DET | PREP)
        if plain and bits[k + 1] & NAME:
            return k + 2
    return j


def time_end(tagged: Tagged, j: int, hi: int) -> int:
    """Index after a time that begins here ("am Samstag", "vorige Woche", "im Mai 2024"), or `j`."""
    bits = tagged.bits
    k = j
    while k < hi and bits[k] & (PREP | DET | OPEN | NUMBER) and not bits[k] & (TIME | MONTH | NAME):
        k += 1
    if k - j > 2 or k >= hi or not bits[k] & (TIME | MONTH):
        return j
    k += 1
    while k < hi and bits[k] & (NUMBER | MONTH | TIME) and not bits[k] & (PREP | DET):
        k += 1
    return k


def settle(
    tagged: Tagged,
    clause: Clause,
    subject: Range | None,
    pieces: list[Piece],
    triggers: Triggers,
) -> None:
    """Hang subject and objects on a clause; a passive is turned."""
    bare = [p for p in pieces if not p.preposition]
    clause.pieces = [p for p in pieces if p.preposition]
    if clause.passive:
        clause.object = clause.bare = subject
        clause.pieces = [part for p in clause.pieces for part in agent_apart(tagged, p, triggers)]
        agents = [p for p in clause.pieces if tagged.bits[p.at] & AGENT]
        clause.subject = (agents[0].start, agents[0].end) if agents else None
        datives = [p for p in bare if is_dative(tagged, p)]
        clause.indirect = (datives[0].start, datives[0].end) if datives else None
        return
    clause.subject = subject
    datives = [p for p in bare if is_dative(tagged, p)]
    others = [p for p in bare if p not in datives]
    if datives:
        clause.indirect = (datives[0].start, datives[0].end)
    elif len(others) > 1:
        clause.indirect = (others[0].start, others[0].end)
        others = others[1:]
    if others:
        clause.object = clause.bare = (others[0].start, others[0].end)


def agent_apart(tagged: Tagged, piece: Piece, triggers: Triggers) -> list[Piece]:
    """ "in Porto von der Polizei": in a passive the agent is a phrase of its own."""
    for j in range(piece.start + 1, piece.end - 1):
        b = tagged.bits[j]
        if b & AGENT and b & PREP and not b & DET and not tagged.bits[piece.at] & AGENT:
            word = tagged.sentence.low[j]
            agent = Piece(triggers.contracted.get(word, word), j + 1, piece.end, j)
            return [Piece(piece.preposition, piece.start, j, piece.at), agent]
    return [piece]


def is_dative(tagged: Tagged, piece: Piece) -> bool:
    """A phrase whose determiner can only be a dative ("dem")."""
    b = tagged.bits[piece.start]
    return bool(b & OBL) and bool(b & (DET | OBJ)) and tagged.sentence.low[piece.start][-1:] == "m"
