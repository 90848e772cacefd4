"""Kinds: what a stretch between two commas is, told by its opener and its finite verb."""

from __future__ import annotations

from sayso.packs.load import FINITE, INFINITIVE, PARTICIPLE
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    AUX,
    COMP,
    COORD,
    DET,
    MOOD,
    NAME,
    OPEN,
    PREP,
    PUNCTUATION,
    QUEST,
    REL,
    SUB,
)
from sayso.stages.attribution.tag import Tagged
from sayso.stages.attribution.v2.chunks import Chunk, empty_word, is_break
from sayso.stages.attribution.v2.finite import (
    find_finite,
    finite_form,
    has_infinitive,
    surely_finite,
)


def split_joined(tagged: Tagged, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch with two finite verbs is cut at the coordinator between them."""
    bits = tagged.bits
    previous = -1
    for j in range(start, end):
        if tagged.sentence.quote[j] >= 0 or not finite_form(tagged, j):
            continue
        if previous < 0:
            previous = j
            continue
        for k in range(j - 1, previous, -1):
            if bits[k] & (COORD | ADVERS) and tagged.sentence.quote[k] < 0 and k > start:
                if _joins_clause(tagged, k, j, end):
                    return [(start, k), *split_joined(tagged, k, end)]
                break
        if surely_finite(tagged, j):
            previous = j
    return [(start, end)]


def _joins_clause(tagged: Tagged, k: int, j: int, end: int) -> bool:
    """After the coordinator at `k` the finite verb at `j` is first, second or last."""
    at = k + 1
    while at < j and tagged.bits[at] & ADV:
        at += 1
    if at == j:
        return surely_finite(tagged, j) or bool(tagged.bits[j] & FINITE)
    if j >= end - 1 or not any(surely_finite(tagged, x) for x in range(j + 1, end)):
        return surely_finite(tagged, j)
    return False


def read_chunk(tagged: Tagged, start: int, end: int) -> Chunk:
    """A chunk's kind, its finite verb and what opens it."""
    bits, first = tagged.bits, start
    while (
        first < end - 1 and bits[first] & (COORD | ADVERS | PUNCTUATION) and not bits[first] & DET
    ):
        first += 1
    chunk = Chunk(start, end, first)
    chunk.joined = bool(bits[start] & (COORD | ADVERS))
    last = end - 1
    while last > first and (
        empty_word(tagged, last) or (bits[last] & ADV and not bits[last] & (FINITE | AUX))
    ):
        last -= 1
    opened = _opener(tagged, first, end)
    finite = find_finite(tagged, first, end, opened >= 0)
    if opened >= 0 and finite >= 0 and bits[finite] & (PARTICIPLE | INFINITIVE):
        if not _hangs_on(tagged, first, opened):  # "Die Fahrer haben den Streik beendet"
            second = find_finite(tagged, first, end, opened=False)
            if second >= 0 and bits[second] & AUX:
                finite, opened = second, -1
    chunk.finite = finite
    if opened >= 0 and bits[opened] & COMP:
        chunk.kind, chunk.opened = "that", opened
    elif opened >= 0 and finite == _last_word(tagged, chunk) and _relative(tagged, chunk, opened):
        chunk.kind, chunk.opened = "rel", opened
    elif (
        opened >= 0
        and bits[opened] & (SUB | QUEST)
        and not bits[opened] & DET
        and ((finite >= last - 1 and finite > opened) or (finite < 0 and not bits[opened] & PREP))
    ):
        chunk.kind, chunk.opened = "sub", opened
    elif finite < 0:
        chunk.kind = "inf" if has_infinitive(tagged, first, end) else "phrase"
    elif finite == first:
        chunk.kind = "v1"
    else:
        chunk.kind = "main"
    return chunk


def _opener(tagged: Tagged, first: int, end: int) -> int:
    """What could open a subordinate clause: at the front, or behind a preposition or adverb."""
    bits = tagged.bits
    for j in range(first, min(end, first + 3)):
        b = bits[j]
        if b & COMP or (b & (SUB | QUEST) and not b & DET and (j == first or not b & (PREP | ADV))):
            return j
        if b & REL and (j == first or bits[j - 1] & PREP):
            return j
        if not b & (PREP | ADV):
            return -1
    return -1


def _hangs_on(tagged: Tagged, first: int, opened: int) -> bool:
    """What looks like a relative word stands behind a comma, where a relative clause can begin."""
    if tagged.bits[opened] & (COMP | SUB | QUEST) or not tagged.bits[opened] & DET:
        return True
    return first > 0 and (is_break(tagged, first - 1) or bool(tagged.bits[first - 1] & COORD))


def _last_word(tagged: Tagged, chunk: Chunk) -> int:
    last = chunk.end - 1
    while last > chunk.first and tagged.bits[last] & PUNCTUATION:
        last -= 1
    return last


def _relative(tagged: Tagged, chunk: Chunk, opened: int) -> bool:
    """A relative clause follows a comma, and its verb is not simply second."""
    bits, first, finite = tagged.bits, chunk.first, chunk.finite
    if not bits[opened] & REL or first == 0 or finite <= opened:
        return False
    if not is_break(tagged, first - 1) and not bits[first - 1] & COORD:
        return False
    if tagged.sentence.words[first - 1] in ":;":
        return False
    if bits[finite - 1] & NAME and all(bits[j] & (NAME | OPEN) for j in range(opened + 1, finite)):
        # "…, der Deich halte": one noun phrase and its verb; with no noun before it to hang on,
        # or in reported mood, a main clause
        return bool(bits[first - 2] & NAME) and not bits[finite] & MOOD
    return True
