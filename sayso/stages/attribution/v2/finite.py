"""Finite verbs of a verb-second sentence: which words are one, surely or by their place."""

from __future__ import annotations

from sayso.packs.load import FINITE, INFINITIVE, NOUNISH, PARTICIPLE
from sayso.stages.attribution.bits import (
    ADV,
    AUX,
    AUX_NF,
    DET,
    LOOKS_FINITE,
    LOOKS_INFINITIVE,
    LOOKS_PARTICIPLE,
    LOOKS_PAST,
    MARKER,
    MARKER_INSIDE,
    NAME,
    NUMERAL,
    OBJ,
    OPEN,
    PREP,
    PUNCTUATION,
    SUB,
    SUBJ,
)
from sayso.stages.attribution.tag import Tagged


def finite_form(tagged: Tagged, i: int) -> bool:
    """The word can be a finite verb here; an infinitive after its marker is none."""
    b = tagged.bits[i]
    if not b & (FINITE | AUX) or b & NAME or _attributive(tagged, i):
        return False
    return not (i and tagged.bits[i - 1] & MARKER)


def _attributive(tagged: Tagged, i: int) -> bool:
    """A participle before its noun looks like a past tense: "den erwähnten Politikern"."""
    bits = tagged.bits
    inflected = bits[i] & LOOKS_PAST
    if bits[i] & AUX or not inflected or i + 1 >= len(tagged) or not bits[i + 1] & NAME:
        return False
    j = i - 1
    while j > 0 and bits[j] & ADV and not bits[j] & DET:
        j -= 1
    pronoun = j == 0 and i == 1 and bool(bits[j] & (SUBJ | OBJ))  # "Das sagte Karl Runge"
    return j >= 0 and bool(bits[j] & (DET | PREP)) and not pronoun


def surely_finite(tagged: Tagged, i: int) -> bool:
    b = tagged.bits[i]
    return finite_form(tagged, i) and not b & (
        INFINITIVE | PARTICIPLE | AUX_NF | NOUNISH | PREP | ADV | SUB
    )


def find_finite(tagged: Tagged, first: int, end: int, opened: bool) -> int:
    """The finite verb: a sure one; else, of those that may be infinitives, first or last."""
    outside = [j for j in range(first, end) if tagged.sentence.quote[j] < 0]
    forms = [j for j in outside if finite_form(tagged, j)]
    sure = [j for j in forms if surely_finite(tagged, j)]
    if sure:
        return sure[-1] if opened else sure[0]
    if has_infinitive(tagged, max(first, end - 3), end):
        return -1
    verbs = [j for j in forms if not tagged.bits[j] & (PREP | ADV | SUB)] or forms
    if not verbs:
        guessed = [j for j in outside if _looks_finite(tagged, j, first, end, opened)]
        return (guessed[-1] if opened else guessed[0]) if guessed else -1
    if opened:
        return verbs[-1]
    if tagged.bits[verbs[0]] & PARTICIPLE and not tagged.bits[verbs[0]] & INFINITIVE:
        return verbs[0] if verbs[0] <= first + 1 or _phrase_before(tagged, first, verbs[0]) else -1
    return verbs[0] if verbs[0] == first or _phrase_before(tagged, first, verbs[0]) else -1


def _phrase_before(tagged: Tagged, first: int, j: int) -> bool:
    """Right before a verb in second place stands a noun, a pronoun or an adverb."""
    before = tagged.bits[j - 1]
    return j > first and (
        bool(before & (NAME | SUBJ | ADV))
        or tagged.sentence.quote[j - 1] >= 0
        or tagged.sentence.words[j - 1] == ")"
    )


def _looks_finite(tagged: Tagged, j: int, first: int, end: int, opened: bool) -> bool:
    """A word of no known class with a verb's ending in a verb's place."""
    b = tagged.bits[j]
    if not b & OPEN or b & (NAME | NUMERAL | PREP | ADV | DET | PARTICIPLE | INFINITIVE):
        return False
    if not b & LOOKS_FINITE:
        return False
    if opened:
        return j >= end - 1 or bool(tagged.bits[j + 1] & PUNCTUATION)
    after = tagged.bits[j + 1] if j + 1 < end else 0
    return _phrase_before(tagged, first, j) and not after & NAME and not b & LOOKS_PARTICIPLE


def has_infinitive(tagged: Tagged, start: int, end: int) -> bool:
    """An infinitive with its marker stands in the stretch: "abzuziehen", "zu verhandeln"."""
    bits = tagged.bits
    for j in range(start, end):
        if bits[j] & MARKER and j + 1 < end:
            nxt = bits[j + 1]
            if nxt & (INFINITIVE | AUX_NF) or (nxt & LOOKS_INFINITIVE and nxt & (OPEN | FINITE)):
                return not nxt & NAME
        if (
            bits[j] & MARKER_INSIDE
            and not bits[j] & (NAME | PREP | ADV)
            and (j >= end - 2 or not bits[j + 1] & NAME)
        ):
            return True
    return False
