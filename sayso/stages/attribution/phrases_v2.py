"""Noun phrases of a language with case: where they end, and which can be a clause's subject."""

from __future__ import annotations

from sayso.packs.load import FINITE, INFINITIVE, NOUNISH, PARTICIPLE
from sayso.stages.attribution.chunks import is_break
from sayso.stages.attribution.clause import Range, ends_quote, quote_end, starts_quote, trim
from sayso.stages.attribution.tag import (
    ADV,
    AUX,
    COMP,
    COORD,
    DET,
    GEN,
    IMPERS,
    INDEF,
    MARKER,
    MONTH,
    NAME,
    NEG,
    NOM,
    NOT_SOURCE,
    NUMBER,
    NUMERAL,
    OBJ,
    OBL,
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
    Tagged,
)

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
    return bool(last & TIME) and hi - 2 >= lo and bool(bits[hi - 2] & PREP)
