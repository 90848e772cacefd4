"""Subjects behind their verb: “said Dale, a lawyer for the crew”."""

from __future__ import annotations

from sayso.packs.load import GERUND, NOUNISH, PARTICIPLE, Pack
from sayso.packs.shape import WordClass
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    COMP,
    COORD,
    DET,
    GEN,
    MARKER,
    MONTH,
    NAME,
    NEG,
    NUMBER,
    NUMERAL,
    OBJ,
    OPEN,
    POSS,
    PREP,
    REL,
    SUB,
    SUBJ,
    TIME,
    TITLE,
)
from sayso.stages.attribution.hits import is_finite
from sayso.stages.attribution.marks import Range, is_comma, starts_quote
from sayso.stages.attribution.phrase import NOMINAL, np_end
from sayso.stages.attribution.tag import Tagged


def subject_after(
    tagged: Tagged, i: int, end: int, pack: Pack, *, closing: bool = False
) -> Range | None:
    """The subject after an inverted verb ("said Smith, a lawyer for X"), with its appositions.

    Args:
        closing: a quotation stands before the verb, so that everything up to the sentence's end
            may describe the speaker.
    """
    bits = tagged.bits
    if i >= end or tagged.sentence.quote[i] >= 0:
        return None
    b = bits[i]
    if b & (COMP | MARKER | PREP | SUB | ADV | COORD | REL | OBJ | NEG) and not b & (
        DET | NAME | SUBJ | POSS
    ):
        return None
    if b & SUBJ and not b & (DET | NAME):
        return (i, i + 1)
    described = b & PARTICIPLE and i + 1 < end and bits[i + 1] & (OPEN | NAME)
    if not b & NOMINAL and not described:
        return None
    stop = np_end(tagged, i + 1 if described and not b & NOMINAL else i, end)
    if stop <= i + bool(described and not b & NOMINAL):
        return None
    cut = _cut_time(tagged, i, stop, pack)
    if cut < stop:
        return (i, cut)
    if all(b & (DET | NUMBER | MONTH | TIME | PREP) and not b & NAME for b in bits[i:stop]):
        return None  # "le 21 octobre"
    stop = _apposition(tagged, stop, end)
    return (i, _whole_tail(tagged, stop, end) if closing else stop)


def _whole_tail(tagged: Tagged, stop: int, end: int) -> int:
    """The sentence's end, where all that is left after `stop` describes the speaker."""
    if not is_comma(tagged, stop) or stop + 1 >= end:
        return stop
    b = tagged.bits[stop + 1]
    if (b & (REL | SUB | COORD | ADVERS | PREP | SUBJ | TIME) and not b & DET) or starts_quote(
        tagged, stop + 1
    ):
        return stop
    if b & GERUND and not (stop + 2 < end and tagged.bits[stop + 2] & OPEN):
        return stop
    relative = False
    for j in range(stop + 1, end):
        if tagged.sentence.quote[j] >= 0:
            return stop
        relative = relative or bool(tagged.bits[j] & REL)
        if is_finite(tagged, j) and not tagged.bits[j] & NOUNISH and not relative:
            return stop
    return end


def _cut_time(tagged: Tagged, start: int, stop: int, pack: Pack) -> int:
    """A source's end without "on Monday", "in an interview"."""
    for j in range(start + 1, stop):
        b = tagged.bits[j]
        if b & PREP and not b & GEN and j + 1 < stop:
            following = tagged.bits[j + 1 : min(stop, j + 5)]
            if any(f & (TIME | MONTH) for f in following) or _speech_noun(
                tagged, j + 1, stop, pack
            ):
                return j
    return stop


def _speech_noun(tagged: Tagged, i: int, stop: int, pack: Pack) -> bool:
    """The phrase from `i` is a way of speaking (statement, interview), not part of a name."""
    occasion = pack.words.get(WordClass.NOT_A_SOURCE, frozenset())
    for j in range(i, min(stop, i + 4)):
        low = tagged.sentence.low[j]
        if tagged.bits[j] & NAME:
            return False
        if low in occasion or any(f.entry.kind == "noun" for f in pack.cues.get(low, ())):
            return True
    return False


def _apposition(tagged: Tagged, stop: int, end: int) -> int:
    """Index after what hangs on a name: a relative clause, appositions between commas."""
    for _ in range(4):
        if stop < end and tagged.bits[stop] & REL and not tagged.bits[stop] & (DET & ~REL):
            stop = _next_comma(tagged, stop, end)
            continue
        if stop + 1 >= end or not is_comma(tagged, stop) or starts_quote(tagged, stop + 1):
            return stop
        b = tagged.bits[stop + 1]
        nominal = b & (DET | POSS | OPEN | NUMBER | NAME | NUMERAL | TITLE | NOUNISH)
        if not nominal or (b & (GERUND | SUB | COORD | ADVERS | SUBJ) and not b & (DET | NAME)):
            return stop
        after = np_end(tagged, stop + 1, end)
        if after < end and tagged.bits[after] & REL and not is_comma(tagged, after):
            after = _next_comma(tagged, after, end)
        if after == stop + 1 or (after < end and is_finite(tagged, after)):
            return stop
        stop = after
    return stop


def _next_comma(tagged: Tagged, i: int, end: int) -> int:
    for j in range(i, end):
        if is_comma(tagged, j) or tagged.sentence.quote[j] >= 0:
            return j
    return end
