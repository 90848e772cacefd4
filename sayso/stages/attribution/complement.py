"""Complements: what follows a cue, matched against the patterns of its entry."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.packs.load import FINITE, GERUND, INFINITIVE, NOUNISH, Pack
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    AUX,
    AUX_NF,
    COMP,
    COORD,
    DET,
    FINITE_ANY,
    HAVE_NF,
    MARKER,
    MONTH,
    NAME,
    NEG,
    NUMBER,
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
from sayso.stages.attribution.found import Clauses, Complement
from sayso.stages.attribution.hits import Hit, find_companion, is_finite
from sayso.stages.attribution.marks import Range, is_comma, starts_quote
from sayso.stages.attribution.phrase import (
    NOMINAL,
    clause_begins,
    np_end,
    skip_adverbials,
    skip_phrase,
)
from sayso.stages.attribution.tag import Tagged


def match_pattern(
    tagged: Tagged, pattern: Sequence[str], i: int, end: int, pack: Pack
) -> tuple[int, Range | None, str, int] | None:
    """Match a complement pattern right after a cue.

    Returns:
        Index where the content begins, the addressee, the symbol that the content matched, and
        where that symbol's own words begin; None where the pattern does not fit.
    """
    addressee: Range | None = None
    at, first = i, -1
    last = len(pattern) - 1
    for place, symbol in enumerate(pattern):
        if symbol == "ADDR" or (symbol == "NP" and place < last):
            if at >= end or not tagged.bits[at] & REFL:
                at = skip_adverbials(tagged, at, end, pack)
            stop = np_end(
                tagged,
                at,
                end,
                wide=symbol == "NP" and pattern[last] == "INF",
                quoted=pattern[last] != "QUOTE",
            )
            if stop == at:
                return None
            if symbol == "ADDR":
                stop = _addressee_end(tagged, pattern[place + 1 :], at, stop, end)
                addressee = (at, stop)
            else:
                first = at
                if pattern[last] == "INF":
                    addressee = (at, stop)
            at = stop
        elif symbol in CONTENT_SYMBOLS:
            start = find_content(tagged, symbol, at, end, pack)
            if start is None and symbol == "INF" and place and at + 1 < end:
                # after its subject even an unknown verb is an infinitive ("the men to hand over")
                marked = tagged.bits[at] & MARKER and tagged.bits[at + 1] & OPEN
                start = at if marked else None
            if start is None and first >= 0 and symbol in ("NP", "REST") and at - first >= 3:
                start = first  # "called the plan risky": one stretch holds both
            if start is None or (first >= 0 and start > at + 4):
                return None
            return (start if first < 0 else first), addressee, symbol, start
        else:
            if at < end and tagged.sentence.low[at] != symbol:
                at = skip_adverbials(tagged, at, end, pack)
            if at >= end or tagged.sentence.low[at] != symbol or tagged.sentence.quote[at] >= 0:
                return None
            at += 1
    return None


def _addressee_end(tagged: Tagged, rest: Sequence[str], at: int, stop: int, end: int) -> int:
    """Where an addressee ends: before the pattern's next word, or before the infinitive.

    An infinitive tells the end, so that the addressee may hold prepositions of its own
    ("accusé le gouvernement de Rome d'avoir menti").
    """
    word = rest[0] if rest and rest[0].islower() else ""
    for j in range(at + 1, stop):
        if word and tagged.sentence.low[j] == word:
            return j
    if not rest or rest[-1] != "INF" or len(rest) > 2 or (len(rest) == 2 and not word):
        return stop
    for j in range(stop, min(end, stop + 8)):
        b = tagged.bits[j]
        if tagged.sentence.quote[j] >= 0 or is_comma(tagged, j) or is_finite(tagged, j) or b & COMP:
            return stop
        if b & DET and not b & PREP and not tagged.bits[j - 1] & PREP:
            return stop
        opens = tagged.sentence.low[j] == word if word else bool(b & MARKER)
        if opens and _infinitive(tagged, j + bool(word), end):
            return j
    return stop


CONTENT_SYMBOLS = ("THAT", "CLAUSE", "INF", "NP", "REST", "QUOTE")


def find_content(tagged: Tagged, symbol: str, i: int, end: int, pack: Pack) -> int | None:
    """Where content of a kind begins at or soon after word `i`, or None."""
    near = skip_adverbials(tagged, i, end, pack)
    if symbol == "THAT":
        return _complementiser(tagged, i, end)
    if symbol == "QUOTE":
        return _quotation(tagged, near, end)
    if symbol == "INF":
        while near > i and tagged.bits[near - 1] & NEG:
            near -= 1
        return near if near < end and _infinitive(tagged, near, end) else None
    if symbol == "CLAUSE":
        if not pack.head.zero_complementiser and pack.head.order == "svo":
            return None
        for at in (near, skip_phrase(tagged, near, end)):
            if clause_begins(tagged, at, end):
                return at
        return None
    if near >= end or (tagged.bits[near] & PUNCTUATION and not starts_quote(tagged, near)):
        return None
    if symbol == "REST":
        return near if not tagged.bits[near] & (COORD | ADVERS) else None
    b = tagged.bits[near]
    if starts_quote(tagged, near) or (b & NOMINAL and not b & (COMP | MARKER)) or b & GERUND:
        if is_finite(tagged, near) and not b & (NOUNISH | DET | SUBJ | OBJ):
            return None
        return near
    return None


def _complementiser(tagged: Tagged, i: int, end: int) -> int | None:
    """A complementiser or question word after the cue, at most adverbials and phrases between."""
    at = i
    for _ in range(6):
        if at >= end or tagged.sentence.quote[at] >= 0:
            return None
        b = tagged.bits[at]
        if b & COMP or (b & QUEST and (at == i or not b & SUB)):
            if b & DET and not _clause_verb(tagged, at + 1, end):
                return None
            return at
        if b & PREP and at + 2 < end and tagged.bits[at + 1] & REL and at == i:
            opens = tagged.bits[at + 2] & (DET | NAME | SUBJ | POSS) and _clause_verb(
                tagged, at + 2, end
            )
            return at + 2 if opens else None  # "l'affirmation selon laquelle le gaz suffira"
        after = _skip_one(tagged, at, end)
        if after == at:
            return None
        at = after
    return None


def _clause_verb(tagged: Tagged, i: int, end: int) -> bool:
    """Some verb of a clause stands in the stretch, a subjunctive ("that it be mended") included.

    A word that was taken for a noun counts behind another word ("that the lift works").
    """
    for j in range(i, end):
        b = tagged.bits[j]
        if b & (FINITE_ANY | AUX_NF | INFINITIVE) or (
            b & NOUNISH and j > i + 1 and tagged.bits[j - 1] & OPEN
        ):
            return True
    return False


def _skip_one(tagged: Tagged, at: int, end: int) -> int:
    """Index after one adverbial, prepositional phrase or insertion between commas at `at`."""
    b = tagged.bits[at]
    dated = skip_adverbials(tagged, at, end, None) if b & (DET | MONTH | TIME) else at
    if dated > at:
        return dated
    if tagged.sentence.words[at] == ",":
        for j in range(at + 1, min(end, at + 14)):
            if is_finite(tagged, j) and not tagged.bits[j] & NOUNISH:
                return at
            if tagged.sentence.words[j] == ",":
                return j + 1
        return at + 1 if at + 1 < end and tagged.bits[at + 1] & COMP else at
    if b & (ADV | TIME | MONTH | REFL | NUMBER) and not b & (PREP | DET | MARKER | SUB):
        return at + 1
    if (
        b & PREP
        and at + 1 < end
        and tagged.bits[at + 1] & GERUND
        and not tagged.bits[at + 1] & NOUNISH
    ):
        return at
    if (b & PREP and not b & MARKER) or (
        b & PREP and at + 1 < end and tagged.bits[at + 1] & (DET | NAME | POSS)
    ):
        return skip_phrase(tagged, at, end)
    if b & (DET | OPEN) and at + 1 < end and tagged.bits[at + 1] & TIME:
        return at + 2
    return at


def _quotation(tagged: Tagged, i: int, end: int) -> int | None:
    """A quotation after the cue: right away, or after adverbials, a comma, a colon, "that"."""
    at = i
    for _ in range(6):
        if starts_quote(tagged, at):
            return at
        if at >= end or tagged.sentence.quote[at] >= 0:
            return None
        b = tagged.bits[at]
        if tagged.sentence.words[at] in (",", ":") and starts_quote(tagged, at + 1):
            return at + 1
        if b & COMP and starts_quote(tagged, at + 1):
            return at + 1
        after = _skip_one(tagged, at, end)
        if after == at:
            return None
        at = after
    return None


def _infinitive(tagged: Tagged, i: int, end: int) -> bool:
    j = i
    while j < end and tagged.bits[j] & (NEG | MARKER | ADV | REFL | OBJ) and j - i < 5:
        j += 1
    marked = any(tagged.bits[k] & MARKER for k in range(i, j))
    if j >= end:
        return False
    if marked:
        if j + 1 < end and tagged.bits[j] & OPEN and tagged.bits[j + 1] & (DET | POSS):
            return True  # "to staff the clinic": no verb of the pack's, but nothing else
        return bool(tagged.bits[j] & (INFINITIVE | AUX_NF | AUX)) or starts_quote(tagged, j)
    return bool(tagged.bits[j] & (INFINITIVE | HAVE_NF)) and not tagged.bits[j] & FINITE


def find_complement(clauses: Clauses, hit: Hit) -> Complement | None:
    """The best complement pattern that fits after the cue, over all entries of this form.

    Worked out once a hit: the constructions ask for it in turn.
    """
    if hit.head not in clauses.complements:
        clauses.complements[hit.head] = _best_complement(clauses, hit)
    return clauses.complements[hit.head]


def _best_complement(clauses: Clauses, hit: Hit) -> Complement | None:
    tagged, group = clauses.tagged, hit.group
    best: tuple[int, Complement] | None = None
    tried: set[int] = set()
    for form in hit.forms:
        if id(form.entry) in tried:
            continue  # past and participle ("told") ask for the same complements
        tried.add(id(form.entry))
        if form.entry.with_ and not find_companion(tagged, form, 0, len(tagged)):
            continue
        for rank, pattern in enumerate(form.frames):
            matched = match_pattern(tagged, pattern, group.end, clauses.end, clauses.pack)
            if matched is None or matched[0] >= clauses.end:
                continue
            start, addressee, symbol, inner = matched
            key = _rank(symbol, rank, len(pattern)) - 100 * bool(form.entry.with_)
            if best is None or key < best[0]:
                best = key, (form, start, addressee, symbol, inner)
    return best[1] if best else None


def _rank(symbol: str, rank: int, width: int) -> int:
    """Patterns with a clear mark of their own (complementiser, literal, quotation) come first."""
    order = {"THAT": 0, "QUOTE": 1, "INF": 2, "CLAUSE": 3, "NP": 4, "REST": 5}[symbol]
    return order * 10 + rank - 12 * (width > 1 and symbol in ("NP", "REST"))
