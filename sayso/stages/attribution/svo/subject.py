"""Subjects that stand before their verb: the noun phrase that a cue's verb belongs to."""

from __future__ import annotations

from sayso.packs.load import CUE_FORM, GERUND, INFINITIVE, NOUNISH, PARTICIPLE, VERB
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    AGENT,
    COMP,
    COORD,
    DET,
    GEN,
    IMPERS,
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
    TITLE,
)
from sayso.stages.attribution.hits import is_finite
from sayso.stages.attribution.marks import Range, ends_quote, is_comma, quote_start, trim
from sayso.stages.attribution.tag import Tagged

STOP = frozenset(";:.!?…")


def subject_before(tagged: Tagged, verb: int) -> Range | None:
    """The subject of the verb group that begins at `verb`, read leftwards; None where none is.

    Takes along appositions between commas ("Smith, a lawyer for X, said") and relative clauses
    ("the man who left said"), leaves leading adverbials out ("On Monday, Smith said").
    """
    right = _skip_left(tagged, verb)
    if right <= 0:
        return None
    bits = tagged.bits
    last = bits[right - 1]
    if last & REL and not last & (SUB | NAME):
        return (right - 1, right)
    if (last & SUBJ and not last & (DET | NAME)) or (
        last & (SUBJ | IMPERS) and not last & (NAME | OPEN | DET | COMP)
    ):
        return (right - 1, right)
    if is_comma(tagged, right - 1):
        return _after_parenthesis(tagged, right - 1)
    if right < verb and bits[right] & REFL and not bits[right] & DET:
        right += 1
    start = with_head(tagged, phrase_start(tagged, right), right)
    return shape(tagged, start, right)


def with_head(tagged: Tagged, start: int, right: int) -> int:
    """The start of a phrase with the name that a short addition hangs on ("Dale, R-Fla.")."""
    if start >= 2 and is_comma(tagged, start - 1) and right - start <= 2:
        short = all("." in w or w[0].isdigit() for w in tagged.sentence.words[start:right])
        if short and tagged.bits[start - 2] & NAME and not tagged.bits[start - 2] & (TIME | MONTH):
            return phrase_start(tagged, start - 1)
    return start


def _skip_left(tagged: Tagged, i: int) -> int:
    """Index after the last word before `i` that is no adverb, day or negation."""
    while i > 0:
        b = tagged.bits[i - 1]
        if tagged.sentence.quote[i - 1] >= 0:
            break
        if b & (ADV | NEG) and not b & (DET | PREP | SUBJ | REL | NAME | COMP):
            i -= 1
        elif b & TIME and not b & (SUBJ | REL) and i >= 2:
            i -= 1
            b2 = tagged.bits[i - 1]
            if b2 & PREP or (b2 & OPEN and not b2 & NAME and not tagged.bits[i] & NAME):
                i -= 1 if b2 & PREP else 0
        elif b & OBJ and not b & (DET | SUBJ | NAME | POSS):
            i -= 1
        else:
            break
    return i


def phrase_start(tagged: Tagged, right: int) -> int:
    """Leftmost word of the noun phrase that ends before `right`, no comma crossed."""
    bits, words, quote = tagged.bits, tagged.sentence.words, tagged.sentence.quote
    j = right - 1
    start = right
    while j >= 0:
        b = bits[j]
        if quote[j] >= 0:
            stopped = any(w in (",", ".", "!", "?") for w in words[max(0, j - 2) : j])
            if (
                ends_quote(tagged, j)
                and j - quote_start(tagged, j) <= 7
                and start < right
                and not stopped
            ):
                j = start = quote_start(tagged, j)
                j -= 1
                continue
            break
        if words[j] in (")", "]"):
            opening = _opening_bracket(tagged, j)
            if opening >= 0:
                start, j = opening, opening - 1
                continue
            break
        if b & PUNCTUATION and words[j] not in ("&", "/", "'", "’", "-", "%", "$", "€", "£", "."):
            if words[j] == "," and _list_comma(tagged, j, right):
                j -= 1
                continue
            break
        if is_finite(tagged, j) and not (
            b & NOUNISH and bits[j - 1] & (DET | POSS | OPEN) if j else False
        ):
            relative = _relative_left(tagged, j)
            if relative > 0 and not is_comma(tagged, relative - 1):
                start = j = relative
                j -= 1
                continue
            if start < right and _describes(tagged, j):
                start = j
                j -= 1
                continue
            break
        if b & (COMP | SUB | QUEST | MARKER | ADVERS) and not b & (PREP | DET | NAME):
            break
        if (
            b & COMP
            and j
            and bits[j - 1] & (VERB | CUE_FORM | OPEN | NAME | NOUNISH | NUMBER | TIME)
        ):
            break  # "told him that …", "an event that …": a clause begins
        if b & QUEST and j + 1 < right and bits[j + 1] & (NAME | SUBJ | DET | POSS):
            break  # "what Dale called"
        if b & INFINITIVE and not b & (NOUNISH | PARTICIPLE | NAME | GERUND):
            break
        if b & REL and not b & (DET | PREP):
            break
        if b & (SUBJ) and not b & (DET | NAME | OPEN):
            break
        if b & COORD and not _joins(tagged, j, start):
            break
        start = j
        j -= 1
    return start


def _describes(tagged: Tagged, j: int) -> bool:
    """A participle after a noun, before the clause's own verb: "a group called Dawn claimed"."""
    bits = tagged.bits
    if j < 2 or not bits[j] & PARTICIPLE or not bits[j + 1] & (NAME | PREP):
        return False
    return bool(bits[j - 1] & OPEN and not bits[j - 1] & NAME)


def _opening_bracket(tagged: Tagged, j: int) -> int:
    for k in range(j - 1, max(-1, j - 14), -1):
        if tagged.sentence.words[k] in ("(", "["):
            return k
    return -1


def _list_comma(tagged: Tagged, j: int, right: int) -> bool:
    """The comma separates members of a list that a coordinator closes ("A, B and C")."""
    if not any(b & COORD for b in tagged.bits[j + 1 : min(right, j + 9)]):
        return False
    before = tagged.bits[j - 1] if j else 0
    return bool(before & NAME and tagged.bits[j + 1] & NAME)


def _relative_left(tagged: Tagged, j: int) -> int:
    """Index of the relative pronoun whose clause the finite verb at `j` belongs to, or -1."""
    for k in range(j - 1, max(-1, j - 9), -1):
        b = tagged.bits[k]
        if tagged.sentence.words[k] in STOP or is_comma(tagged, k):
            return -1
        if b & REL and k > 0 and tagged.bits[k - 1] & (NAME | OPEN | NOUNISH | NUMBER):
            return k
        if is_finite(tagged, k) and not b & NOUNISH:
            return -1
    return -1


def _joins(tagged: Tagged, j: int, start: int) -> bool:
    """The coordinator at `j` joins noun phrases, not clauses: no finite verb in the left part."""
    if j == 0:
        return False
    before = tagged.bits[j - 1]
    if is_comma(tagged, j - 1) or before & PUNCTUATION:
        return False
    for k in range(j - 1, max(-1, j - 14), -1):
        b = tagged.bits[k]
        if tagged.sentence.words[k] in STOP or is_comma(tagged, k) or tagged.sentence.quote[k] >= 0:
            return True
        if (is_finite(tagged, k) and not b & NOUNISH) or (b & MARKER and not b & PREP):
            return False
        if b & GERUND and not b & NOUNISH and k < j - 1:
            return False
    return True


def _after_parenthesis(tagged: Tagged, comma: int) -> Range | None:
    """A subject set off by a comma: "Smith, a lawyer, said"; "Smith, however, said"."""
    left = _matching_comma(tagged, comma)
    if left <= 0:
        return None
    inner = tagged.bits[left + 1 : comma]
    end = comma
    while (
        comma - left <= 4
        and all(b & (NAME | NUMBER) for b in inner)
        and tagged.bits[left - 1] & NAME
    ):
        wider = _matching_comma(tagged, left)  # "at a rally in Dover, Delaware, said"
        first = tagged.bits[wider + 1] if wider > 0 else 0
        if wider <= 0 or not first & (GERUND | PREP | PARTICIPLE):
            break
        left, inner = wider, tagged.bits[wider + 1 : comma]
    if (
        all(b & (ADV | TIME | PREP | MONTH | NUMBER) and not b & NAME for b in inner)
        or (inner and inner[0] & (PREP | SUB) and not inner[0] & (DET | GEN))
        or (inner and inner[0] & (GERUND | REL) and not inner[0] & DET)
    ):
        end = left
    right = _skip_left(tagged, left)
    if right and is_comma(tagged, right - 1):
        outer = _after_parenthesis(tagged, right - 1)
        return (outer[0], end) if outer else None
    if not right:
        return None
    if tagged.bits[right - 1] & SUBJ and not tagged.bits[right - 1] & (DET | NAME):
        return (right - 1, right)
    start = with_head(tagged, phrase_start(tagged, right), right)
    shaped = shape(tagged, start, right)
    return (shaped[0], end) if shaped else None


def _matching_comma(tagged: Tagged, comma: int) -> int:
    """The comma that opens the insertion which `comma` closes, or -1."""
    finite = 0
    for j in range(comma - 1, max(-1, comma - 32), -1):
        if tagged.sentence.words[j] in STOP:
            return -1
        if tagged.sentence.quote[j] >= 0:
            if ends_quote(tagged, j) and comma - j < 3:
                return -1
            continue
        if is_finite(tagged, j) and not tagged.bits[j] & NOUNISH:
            reduced = tagged.bits[j] & PARTICIPLE and (
                is_comma(tagged, j - 1) or tagged.bits[j - 1] & COORD
            )
            finite += not reduced
        bare = not tagged.bits[j] & (DET | SUB) or tagged.bits[j - 1] & PREP  # "sur lequel"
        if tagged.bits[j] & REL and bare and finite:
            finite -= 1
        if is_comma(tagged, j):
            first = tagged.bits[j + 1] if j + 1 < comma else 0
            if finite and not first & (REL | SUB | PREP):
                return -1
            if first & (COORD | ADVERS | SUBJ) and not first & (DET | NAME):
                return -1
            return j
    return -1


def shape(tagged: Tagged, start: int, end: int) -> Range | None:
    """A raw stretch before a verb, made into a source: leading adverbials off, nothing but a
    noun phrase left."""
    bits = tagged.bits
    start, end = trim(tagged, start, end)
    while (
        start < end
        and bits[start] & (ADV | ADVERS | COORD | SUB | TIME)
        and not bits[start] & (DET | NAME | POSS)
    ):
        start += 1
    while start < end and bits[start] & PREP and not bits[start] & (DET | NAME):
        after = _after_leading_phrase(tagged, start, end)
        if after >= end:
            return None
        start = after
        while start < end and bits[start] & (ADV | TIME) and not bits[start] & (DET | NAME):
            start += 1
    while end > start and bits[end - 1] & (ADV | TIME | PREP) and not bits[end - 1] & (NAME | DET):
        end -= 1
    start, end = trim(tagged, start, end)
    if start >= end:
        return None
    if bits[start] & (PARTICIPLE | INFINITIVE) and not bits[start] & (
        NOUNISH | NAME | OPEN | DET | GERUND
    ):
        return None
    if not any(
        b & (NAME | OPEN | NOUNISH | SUBJ | NUMERAL | NUMBER | IMPERS | GERUND | DET)
        for b in bits[start:end]
    ):
        return None
    if start and bits[start - 1] & AGENT:
        return None
    return start, end


def _after_leading_phrase(tagged: Tagged, start: int, end: int) -> int:
    """Index after a prepositional phrase that leads in without a comma ("On Monday Smith said"):
    the next noun phrase begins at a determiner or a name that follows a common noun."""
    bits = tagged.bits
    for j in range(start + 2, end):
        b, before = bits[j], bits[j - 1]
        if b & DET and not before & (PREP | DET | COORD):
            return j
        if (
            b & NAME
            and not before & (NAME | PREP | DET | COORD | TITLE)
            and before & (OPEN | TIME | MONTH | NUMBER | NOUNISH)
        ):
            return j
    return end
