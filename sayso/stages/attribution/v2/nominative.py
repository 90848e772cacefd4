"""Subjects of a language with case: which noun phrase can be nominative."""

from __future__ import annotations

from sayso.packs.load import PARTICIPLE
from sayso.stages.attribution.bits import (
    ADV,
    COMP,
    COORD,
    DET,
    IMPERS,
    INDEF,
    NAME,
    NEG,
    NOM,
    NOT_SOURCE,
    NUMBER,
    NUMERAL,
    OBJ,
    OBL,
    OPEN,
    PREP,
    PUNCTUATION,
    QUEST,
    REFL,
    SUB,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.marks import Range, ends_quote, starts_quote, trim
from sayso.stages.attribution.tag import Tagged
from sayso.stages.attribution.v2.chunks import is_break
from sayso.stages.attribution.v2.phrases import apposition_end, noun_phrase_end


def can_be_subject(tagged: Tagged, start: int, stop: int) -> bool:
    """The words of a Vorfeld can be the clause's subject."""
    bits = tagged.bits
    b = bits[start]
    if stop <= start or (b & PREP and not b & (DET | NAME)):
        return False
    if b & (SUB | COMP | QUEST) and not b & (NOM | NAME):
        return False
    if b & OBL and not b & (NOM | NAME):
        return False
    if ends_quote(tagged, stop - 1) and starts_quote(tagged, start) and stop - start > 9:
        return False
    if stop == start + 1 and b & (SUBJ | IMPERS | NOM):
        return True
    if b & (ADV | TIME | NEG) and not b & (NAME | NOM | DET):
        return False
    return any(x & (NAME | SUBJ | INDEF) for x in bits[start:stop])


def trim_subject(tagged: Tagged, start: int, stop: int) -> Range:
    """A Vorfeld without particles of focus before its noun phrase, and without times after it."""
    bits = tagged.bits
    start, stop = trim(tagged, start, stop)
    while (
        start + 1 < stop
        and bits[start] & (ADV | NEG)
        and not bits[start] & (NAME | DET | PREP | NOM)
    ):
        start += 1
    while stop > start + 1 and bits[stop - 1] & (ADV | TIME) and not bits[stop - 1] & NAME:
        stop -= 1
    return trim(tagged, start, stop)


def nominative_in(tagged: Tagged, lo: int, hi: int, end: int) -> Range | None:
    """The first noun phrase or pronoun in [lo, hi) that can be a subject."""
    bits = tagged.bits
    j = lo
    while j < hi:
        b = bits[j]
        if is_break(tagged, j) or (tagged.sentence.quote[j] >= 0 and not starts_quote(tagged, j)):
            return None
        if b & SUBJ and not (b & (DET | NAME) and _noun_follows(tagged, j, hi)):
            return (j, j + 1)
        oblique = b & OBL and not b & (NOM | NAME)
        if (b & PREP and not b & (NAME | NOM)) or oblique:
            stop = noun_phrase_end(tagged, j if oblique else j + 1, hi)
            j = max(stop, j + 1)
            continue
        if b & (REFL | ADV | NEG | OBJ | TIME) and not b & (NAME | NOM | DET):
            j += 1
            continue
        if b & INDEF and not b & NAME and not _noun_follows(tagged, j, hi):
            return (j, j + 1)
        stop = noun_phrase_end(tagged, j, hi)
        if stop > j and not (b & TIME and stop == j + 1):
            return (j, apposition_end(tagged, stop, end))
        j = max(stop, j + 1)
    return None


def _noun_follows(tagged: Tagged, j: int, hi: int) -> bool:
    for k in range(j + 1, min(hi, j + 5)):
        if tagged.bits[k] & NAME or starts_quote(tagged, k):
            return True
        if not tagged.bits[k] & (OPEN | PARTICIPLE | NUMERAL | NUMBER | ADV):
            return False
    return False


def head_noun(tagged: Tagged, words: Range) -> int:
    """Index of a phrase's head: its last noun before a genitive, a preposition or a comma."""
    head = -1
    for j in range(*words):
        b = tagged.bits[j]
        if tagged.sentence.words[j] == "-":  # "Bau- und Fischereiausschuss"
            head = -1
            continue
        if head < 0 and b & COORD:
            continue
        if b & PUNCTUATION or (head >= 0 and b & (DET | PREP | COORD) and not b & NAME):
            break
        if b & NAME:
            head = j
    return head


def is_thing(tagged: Tagged, words: Range) -> bool:
    """The phrase's head is a noun that never speaks."""
    head = head_noun(tagged, words)
    return head >= 0 and bool(tagged.bits[head] & NOT_SOURCE) and words[1] - words[0] <= 12
