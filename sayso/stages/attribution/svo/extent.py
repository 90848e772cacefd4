"""Extents: where a content ends, and the next clause is no longer its."""

from __future__ import annotations

from sayso.packs.load import GERUND, INFINITIVE
from sayso.packs.shape import CueKind
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    AGENT,
    COMP,
    COORD,
    DET,
    GEN,
    MARKER,
    MODAL,
    MONTH,
    NAME,
    PREP,
    REL,
    SUB,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.found import Clauses, Found
from sayso.stages.attribution.hits import Hit, is_finite
from sayso.stages.attribution.marks import COMMAS, is_comma, quote_end, starts_quote, trim
from sayso.stages.attribution.phrase import clause_begins
from sayso.stages.attribution.svo.subject import subject_before
from sayso.stages.attribution.tag import Tagged


def cut_at_insertions(found: list[Found]) -> None:
    """A cue inside content that stands before its own cue ends with that content."""
    for outer in found:
        if not outer.construction.startswith("preposed"):
            continue
        edge = min(outer.cue[0][0], outer.source[0] if outer.source else outer.cue[0][0])
        for inner in found:
            if inner is not outer and any(a <= inner.hit.head < b for a, b in outer.content):
                inner.content = [(a, min(b, edge)) for a, b in inner.content if a < edge]


def cut_off(clauses: Clauses, start: int, end: int, owner: Hit | None = None) -> int:
    """The first place in [start, end) where another cue's own clause takes over."""
    tagged = clauses.tagged
    for hit in clauses.hits:
        if hit.head <= start or hit.head >= end or (owner and hit.head <= owner.head):
            continue
        if hit.kind is CueKind.VERB:
            edge = _edge(tagged, hit, start)
            if edge is not None and edge > start:
                return edge
        elif hit.kind is CueKind.PREPOSITION and is_comma(tagged, hit.head - 1):
            return hit.head - 1
    return end


def _edge(tagged: Tagged, hit: Hit, start: int) -> int | None:
    """Where a later cue leaves the content of an earlier one: ", adding that"; "and reports"."""
    group = hit.group
    j = group.start - 1
    while j >= 0 and tagged.bits[j] & (ADV | TIME) and not tagged.bits[j] & (DET | PREP):
        j -= 1
    if j < 0:
        return None
    if group.gerund and not group.finite and is_comma(tagged, j):
        return j
    if group.finite and tagged.bits[j] & (COORD | ADVERS):
        if tagged.bits[group.start] & INFINITIVE and any(
            b & (MARKER | MODAL) and not b & NAME for b in tagged.bits[start:j]
        ):
            return None  # "time to step up and show": the infinitive goes on
        return j - 1 if is_comma(tagged, j - 1) else j
    return None


def content_end(clauses: Clauses, hit: Hit, start: int, symbol: str) -> int:
    """Where content that begins at `start` ends."""
    tagged, end = clauses.tagged, clauses.end
    if symbol == "QUOTE":
        stop = quote_end(tagged, start)
        if stop >= end or tagged.sentence.words[stop - 2] in ".!?,…" or is_comma(tagged, stop):
            return stop
    end = cut_off(clauses, start, end, hit)
    end = clause_limit(tagged, start, end, subordinate=_hangs(clauses, hit))
    if symbol == "NP":
        end = _np_limit(clauses, start, end)
    deed = tagged.bits[start] & (GERUND | INFINITIVE)  # "of opening the dam at night": its own time
    if symbol in ("NP", "REST") and not deed:
        end = _without_time(tagged, start, end)
    return trim(tagged, start, end)[1]


def _hangs(clauses: Clauses, hit: Hit) -> bool:
    """The cue's own clause is subordinate ("Although he said so, …"): the next is the page's."""
    tagged = clauses.tagged
    source = subject_before(tagged, hit.group.start)
    first = source[0] if source else hit.group.start
    opens = first > 0 and bool(tagged.bits[first - 1] & SUB) and not tagged.bits[first - 1] & PREP
    relative = bool(source) and bool(tagged.bits[first] & REL)
    return opens or relative


def clause_limit(tagged: Tagged, start: int, end: int, *, subordinate: bool) -> int:
    """Where a content's own clause ends: a joined clause with a subject of its own follows.

    Args:
        subordinate: the cue stands in a subordinate or relative clause, so that the first main
            clause after a comma is no longer its content.
    """
    bits, words, quote = tagged.bits, tagged.sentence.words, tagged.sentence.quote
    for j in range(start + 2, end - 2):
        if quote[j] >= 0:
            continue
        if words[j] == ";" or (words[j] == ":" and starts_quote(tagged, j + 1)):
            return j
        if words[j] not in COMMAS:
            continue
        b = bits[j + 1]
        if b & (COORD | ADVERS) and not b & DET and clause_begins(tagged, j + 2, end):
            if not bits[j + 2] & COMP:
                return j
        if b & REL and words[j] == "," and not _closes_later(tagged, j + 1, end):
            return j
        if subordinate and clause_begins(tagged, j + 1, end):
            return j
    return end


def _closes_later(tagged: Tagged, i: int, end: int) -> bool:
    """A comma later in the stretch is followed by a finite verb: the insertion closes there."""
    for j in range(i + 1, end - 1):
        if tagged.sentence.words[j] == "," and tagged.sentence.quote[j] < 0:
            k = j + 1
            while k < end - 1 and tagged.bits[k] & ADV:
                k += 1
            if is_finite(tagged, k):
                return True
    return False


def _without_time(tagged: Tagged, start: int, end: int) -> int:
    """A noun's content ends before the day it was said on ("the charge on Monday", "lundi").

    A time that is no name and hangs on a preposition ("at night") is told of the thing itself.
    """
    j = end
    while (
        j > start + 1 and tagged.bits[j - 1] & (TIME | MONTH) and tagged.sentence.quote[j - 1] < 0
    ):
        j -= 1
    if j < end and j > start + 1 and tagged.bits[j - 1] & PREP and not tagged.bits[j - 1] & GEN:
        if tagged.bits[j - 1] & AGENT or not tagged.bits[j] & NAME:
            return end  # "by Friday": when it is to happen
        j -= 1
    return j if j > start else end


def _np_limit(clauses: Clauses, start: int, end: int) -> int:
    """A nominal content ends at a comma that no list or apposition explains."""
    tagged = clauses.tagged
    for j in range(start + 1, end):
        if tagged.sentence.quote[j] >= 0:
            continue
        b = tagged.bits[j]
        if tagged.sentence.words[j] == "," and j + 1 < end:
            nxt = tagged.bits[j + 1]
            if nxt & (GERUND | SUB | COORD | ADVERS | ADV | SUBJ | PREP) and not nxt & DET:
                return j
        if b & SUB and not b & (PREP | DET | COORD | NAME) and j > start + 1:
            return j
    return end
