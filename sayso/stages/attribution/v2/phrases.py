"""Noun phrases of a language with case: where they end."""

from __future__ import annotations

from sayso.packs.load import FINITE, INFINITIVE, NOUNISH, PARTICIPLE
from sayso.stages.attribution.bits import (
    ADV,
    AUX,
    COMP,
    COORD,
    DET,
    GEN,
    INDEF,
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
    PUNCTUATION,
    QUEST,
    REFL,
    REL,
    SUB,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.marks import Range, quote_end, starts_quote, trim
from sayso.stages.attribution.tag import Tagged

ATTRIBUTE = NAME | OPEN | NUMERAL | NUMBER | PARTICIPLE


def noun_phrase_end(tagged: Tagged, i: int, end: int) -> int:
    """Index after the noun phrase at `i`: determiner, attributes, nouns, genitives and what
    hangs on it; `i` where none begins."""
    j, head = i, False
    while j < end:
        b = tagged.bits[j]
        if tagged.sentence.quote[j] >= 0:
            stop = quote_end(tagged, j)
            if not starts_quote(tagged, j) or stop - j > 9 or stop > end:
                break
            j, head = stop, True
            continue
        if b & PUNCTUATION:
            close = _bracket(tagged, j, end) if head else 0
            if not close:
                break
            j = close
            continue
        if b & (SUBJ | OBJ | INDEF) and not b & (DET | NAME | POSS):
            return j + 1 if j == i else j
        if not (_goes_on(tagged, j, end) if head else _begins(tagged, j, end)):
            break
        head = head or bool(b & (NAME | NUMBER))
        j += 1
    while j > i and _dangling(tagged, j - 1):
        j -= 1
    return j if head else i


def _dangling(tagged: Tagged, j: int) -> bool:
    b = tagged.bits[j]
    if tagged.sentence.quote[j] >= 0 or tagged.sentence.words[j] == ")":
        return False
    return bool(b & (PREP | COORD | DET | ADV | OPEN | NUMERAL | TIME)) and not b & (NAME | NUMBER)


def _bracket(tagged: Tagged, j: int, end: int) -> int:
    if tagged.sentence.words[j] == "." and tagged.bits[j - 1] & NUMBER and j + 1 < end:
        return j + 1 if tagged.bits[j + 1] & (NAME | MONTH | OPEN) else 0
    if tagged.sentence.words[j] not in ("(", "["):
        return 1 + j if tagged.sentence.words[j] in ("&", "/", "'", "’", "-") else 0
    for k in range(j, min(end, j + 12)):
        if tagged.sentence.words[k] in (")", "]"):
            return k + 1
    return 0


def _begins(tagged: Tagged, j: int, end: int) -> bool:
    """The word can stand before the head noun: determiner, adjective, adverb of degree."""
    b = tagged.bits[j]
    if b & (COMP | SUB | AUX | NEG | REFL | MARKER) and not b & (DET | NAME | POSS):
        return False
    if b & COORD:
        return bool(
            j + 1 < end and tagged.bits[j - 1] & (OPEN | NUMERAL) and tagged.bits[j + 1] & ATTRIBUTE
        )
    if b & (FINITE | INFINITIVE) and not b & (NAME | NOUNISH | OPEN | PARTICIPLE):
        return False
    return not b & PREP or bool(b & (DET | NAME))


def _goes_on(tagged: Tagged, j: int, end: int) -> bool:
    """The word goes on with a noun phrase that has its head."""
    b, after = tagged.bits[j], tagged.bits[j + 1] if j + 1 < end else 0
    if b & NAME:
        return not b & TIME or bool(tagged.bits[j - 1] & DET)
    if b & DET:
        return (bool(b & GEN) and bool(after & (ATTRIBUTE | DET))) or bool(
            tagged.bits[j - 1] & (PREP | COORD)
        )
    if b & PREP:
        return _attaches(tagged, j, end)
    if b & COORD:
        if tagged.bits[j - 1] & PREP:
            return False
        return bool(after & (NAME | DET | POSS | OPEN | NUMERAL | NUMBER)) and not after & (
            FINITE | AUX | PREP
        )
    if b & (COMP | SUB | AUX | NEG | REFL | MARKER | TIME | ADV | QUEST | REL):
        return False
    if b & (FINITE | INFINITIVE) and not b & (OPEN | PARTICIPLE):
        return False
    if b & (OPEN | PARTICIPLE | NUMERAL | POSS):
        return _adjective(tagged, j, end)
    return bool(b & NUMBER) and not after & (NAME | OPEN)


def _adjective(tagged: Tagged, j: int, end: int) -> bool:
    """A small word is an attribute inside a genitive, or where a noun follows an opened phrase."""
    before = j - 1
    while (
        before > 0
        and tagged.bits[before] & (OPEN | PARTICIPLE | NUMERAL)
        and not tagged.bits[before] & NAME
    ):
        before -= 1
    if not tagged.bits[before] & (DET | PREP | COORD | POSS):
        return False
    return any(b & NAME for b in tagged.bits[j + 1 : min(end, j + 4)])


def _attaches(tagged: Tagged, j: int, end: int) -> bool:
    """A prepositional phrase belongs to the noun before it: whose it is, not a time."""
    following = tagged.bits[j + 1 : min(end, j + 4)]
    if any(b & (TIME | MONTH | NUMBER) for b in following):
        return False
    return bool(tagged.bits[j] & GEN)


def apposition_end(tagged: Tagged, stop: int, end: int) -> int:
    """Index after a comma'd apposition: "General Hagel, Kommandant des Korps,"."""
    if stop + 1 >= end or tagged.sentence.words[stop] != ",":
        return stop
    b = tagged.bits[stop + 1]
    if b & (COMP | SUB | QUEST | COORD | PREP | SUBJ) and not b & DET:
        return stop
    after = noun_phrase_end(tagged, stop + 1, end)
    while after < end and tagged.bits[after] & PREP and tagged.sentence.quote[after] < 0:
        further = noun_phrase_end(tagged, after + 1, end)
        if further == after + 1:
            break
        after = further
    if after == stop + 1 or (after < end and tagged.sentence.words[after] not in ",.!?:"):
        return stop
    if tagged.sentence.quote[stop + 1] >= 0:
        return stop
    return after


def trim_field(tagged: Tagged, lo: int, hi: int) -> Range:
    """A stretch of the Mittelfeld without adverbs and times at its edges."""
    bits = tagged.bits
    lo, hi = trim(tagged, lo, hi)
    while lo < hi and bits[lo] & (ADV | REFL | TIME | NEG) and not bits[lo] & (NAME | DET | PREP):
        lo += 1
    while hi > lo and _adverbial(bits, lo, hi):
        hi -= 2 if bits[hi - 1] & NAME else 1
    return trim(tagged, lo, hi)


def _adverbial(bits: list[int], lo: int, hi: int) -> bool:
    """The stretch ends in an adverb, a negation or "am Montag"."""
    last = bits[hi - 1]
    if last & (ADV | TIME | NEG) and not last & (NAME | DET):
        return True
    return (
        bool(last & TIME) and hi - 2 >= lo and bool(bits[hi - 2] & PREP) and not bits[hi - 2] & GEN
    )
