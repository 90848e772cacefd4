"""The arguments of a noun that shows an event: whose it is, and what hangs on it."""

from __future__ import annotations

from sayso.packs.load import NOUNISH
from sayso.packs.triggers import Triggers
from sayso.stages.attribution.bits import (
    CLOSED,
    COMP,
    COORD,
    DET,
    GEN,
    LOOKS_GENITIVE,
    NAME,
    NEG_DET,
    NUMBER,
    NUMERAL,
    OPEN,
    POSS,
    PREP,
    PUNCTUATION,
    SUB,
)
from sayso.stages.attribution.hits import is_finite
from sayso.stages.attribution.marks import Range
from sayso.stages.attribution.tag import Tagged
from sayso.stages.attribution.v2.phrases import noun_phrase_end
from sayso.stages.coding.clause import Clause
from sayso.stages.coding.hits import TriggerHit
from sayso.stages.coding.pieces import INNER, Piece, read_pieces


def read_noun_clause(tagged: Tagged, hit: TriggerHit, triggers: Triggers, end: int) -> Clause:
    """What stands around a noun."""
    cases = bool(triggers.genitive)
    start = left_of(tagged, hit.head)
    clause = Clause(start, hit.group.end, noun=True)
    clause.negated = any(tagged.bits[j] & NEG_DET for j in range(start, hit.head))
    clause.owner = (start, hit.head) if start < hit.head else None
    at = hit.group.end
    stop = at
    while (
        stop < end
        and tagged.bits[stop] & (OPEN | NAME | NOUNISH)
        and not (tagged.bits[stop] & CLOSED or is_finite(tagged, stop))
    ):
        stop += 1
    if stop > at and not cases:
        clause.after = (at, stop)
    pieces: list[Piece] = []
    if triggers.genitive and at < end and tagged.bits[at] & DET and tagged.bits[at] & GEN:
        genitive = noun_phrase_end(tagged, at, end)
        if genitive > at:
            pieces.append(Piece(triggers.genitive, at, genitive, at, True))
            at = genitive
    elif (
        triggers.genitive
        and at < end
        and tagged.bits[at] & NAME
        and (tagged.bits[at] & LOOKS_GENITIVE)
    ):
        genitive = at + 1  # "der Angriff Estmarks"
        pieces.append(Piece(triggers.genitive, at, genitive, at, True))
        at = genitive
    loose = not any(is_finite(tagged, j) and not tagged.bits[j] & NOUNISH for j in range(start))
    behind = at if cases else max(at, stop)
    pieces += read_pieces(tagged, behind, end, triggers, verb=False, loose=loose)
    clause.pieces = [p for p in pieces if p.preposition]
    clause.end = clause.pieces[-1].end if clause.pieces else max(stop, at)
    clause.possessor = possessor_of(tagged, start, hit.head)
    clause.part = hit.part or word_before(tagged, hit.head)
    return clause


def possessor_of(tagged: Tagged, start: int, head: int) -> Range | None:
    """The words before a possessive's ending ("Norland's own attack"); the possessive itself where
    it is a word ("their attack")."""
    for j in range(start, head):
        b = tagged.bits[j]
        if b & POSS and not (j and tagged.bits[j - 1] & DET):
            clitic = not tagged.sentence.words[j][0].isalpha()
            return (start, j) if clitic and j > start else (j, j + 1)
    return None


def left_of(tagged: Tagged, head: int) -> int:
    """Where the noun phrase of a noun begins, a possessive's owner taken along."""
    bits, words = tagged.bits, tagged.sentence.words
    j = head
    while j > 0:
        b = bits[j - 1]
        if b & PUNCTUATION and words[j - 1] not in INNER:
            break
        if b & (PREP | COMP | SUB) and not b & (DET | NAME | POSS | OPEN):
            break
        if b & COORD and not (j >= 2 and bits[j - 2] & (NAME | OPEN)):
            break
        if is_finite(tagged, j - 1) and not b & (NOUNISH | POSS):
            break
        if not b & (
            DET | POSS | NAME | OPEN | NOUNISH | NUMBER | NUMERAL | COORD | PUNCTUATION | NEG_DET
        ):
            break
        j -= 1
        if b & DET and not b & POSS and not (j and bits[j - 1] & POSS):
            break
    return j


def word_before(tagged: Tagged, head: int) -> str:
    """The noun right before a noun ("troop withdrawal"), in small letters; "" where none is."""
    if head == 0:
        return ""
    b = tagged.bits[head - 1]
    plain = b & (OPEN | NOUNISH | NAME) and not b & (CLOSED | PUNCTUATION)
    return tagged.sentence.low[head - 1] if plain else ""
