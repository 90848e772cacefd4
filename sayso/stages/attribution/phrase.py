"""Phrases: where noun phrases, adverbials and clauses begin and end."""

from __future__ import annotations

from sayso.packs.load import GERUND, INFINITIVE, NOUNISH, VERB, Pack
from sayso.packs.shape import WordClass
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
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
    NEG_DET,
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
from sayso.stages.attribution.hits import Group, is_finite
from sayso.stages.attribution.marks import CLOSERS, Range, is_comma, quote_end, starts_quote
from sayso.stages.attribution.tag import Tagged

NOMINAL = (
    DET | POSS | NAME | OPEN | NUMBER | NUMERAL | NEG_DET | NOUNISH | SUBJ | OBJ | INDEF | IMPERS
)


def np_end(
    tagged: Tagged,
    i: int,
    end: int,
    *,
    wide: bool = True,
    quoted: bool = True,
    owned: bool = False,
) -> int:
    """Index after the noun phrase that begins at `i`; `i` itself where none begins.

    Args:
        wide: take prepositional phrases and coordinated names along.
        quoted: take short quotations along ("the so-called “reform”").
        owned: of prepositional phrases, take only those that say whose it is.
    """
    bits, quote = tagged.bits, tagged.sentence.quote
    j, content = i, False
    while j < end:
        b = bits[j]
        if quote[j] >= 0:
            if quoted and starts_quote(tagged, j) and content and quote_end(tagged, j) - j <= 8:
                j = quote_end(tagged, j)
                continue
            break
        if b & PUNCTUATION:
            if tagged.sentence.words[j] in ("(", "[") and content:
                close = _closing_bracket(tagged, j, end)
                if close:
                    j = close
                    continue
            if tagged.sentence.words[j] in ("&", "/", "'", "-", "%", "$", "€", "£"):
                j += 1
                continue
            break
        if is_finite(tagged, j) and not (b & NOUNISH):
            break
        if (
            content
            and b & (SUBJ | COMP | REL | SUB | QUEST | MARKER)
            and not b & (DET | PREP | NAME)
        ):
            break
        if content and b & (OBJ | REFL) and not b & (DET | POSS):
            break
        if b & (COORD | ADVERS):
            if not (wide and content and b & COORD and _coordinates(tagged, j, end)):
                break
        elif b & PREP and not b & DET:
            if not wide or not content or not _nominal_at(tagged, j + 1, end):
                break
            if owned and not b & GEN:
                break
            if b & MARKER and bits[j + 1] & INFINITIVE and not bits[j + 1] & (NOUNISH | NAME):
                break
            if bits[j + 1] & GERUND and not bits[j + 1] & NOUNISH:
                break
        elif (b & (TIME | MONTH) and content and not b & NAME) or (b & NEG and content):
            break
        else:
            if (
                content
                and b & DET
                and not b & PREP
                and not bits[j - 1] & (PREP | COORD | DET | NEG_DET)
            ):
                break
            content = content or bool(b & ~(DET | PREP | ADV))
            if b & (SUBJ | OBJ | REFL) and not b & (DET | POSS | NAME | OPEN):
                return j + 1
        j += 1
    return j if content else i


def _closing_bracket(tagged: Tagged, i: int, end: int) -> int:
    for j in range(i + 1, min(end, i + 12)):
        if tagged.sentence.words[j] in (")", "]"):
            return j + 1
    return 0


def _nominal_at(tagged: Tagged, i: int, end: int) -> bool:
    return (i < end and bool(tagged.bits[i] & (NOMINAL | VERB))) or starts_quote(tagged, i)


def _coordinates(tagged: Tagged, j: int, end: int) -> bool:
    """The coordinator at `j` joins two noun phrases: no finite verb follows the second."""
    nxt = j + 1
    if nxt >= end or tagged.sentence.quote[nxt] >= 0:
        return False
    b = tagged.bits[nxt]
    if b & (SUBJ | COMP | REL | SUB | MARKER | ADV | NEG) and not b & (DET | NAME):
        return False
    return bool(b & (NAME | DET | POSS | OPEN | NUMBER | NUMERAL | NOUNISH)) and not is_finite(
        tagged, nxt
    )


def skip_adverbials(tagged: Tagged, i: int, end: int, pack: Pack | None) -> int:
    """Index after adverbs, days and short time phrases that begin at `i`."""
    while i < end and tagged.sentence.quote[i] < 0:
        b = tagged.bits[i]
        if b & (ADV | TIME | NEG | REFL) and not b & (
            PREP | COMP | DET | MARKER | OBJ | SUB | IMPERS
        ):
            i += 1
        elif b & PREP and i + 1 < end and tagged.bits[i + 1] & (TIME | MONTH):
            i += 2
        elif b & MONTH or (b & NUMBER and i and tagged.bits[i - 1] & MONTH):
            i += 1
        elif b & (DET | OPEN) and i + 1 < end and tagged.bits[i + 1] & TIME:
            i += 2
        elif b & DET and i + 2 < end and tagged.bits[i + 1] & NUMBER and tagged.bits[i + 2] & MONTH:
            i += 3  # "le 2 mars"
        else:
            break
    return i


def skip_phrase(tagged: Tagged, i: int, end: int) -> int:
    """Index after one prepositional phrase at `i` ("in a statement"), or `i`."""
    if i < end and tagged.bits[i] & PREP and not tagged.bits[i] & (MARKER | COMP):
        stop = np_end(tagged, i + 1, end, wide=False)
        return stop if stop > i + 1 else i
    return i


def clause_begins(tagged: Tagged, i: int, end: int) -> bool:
    """A bare clause begins here: a noun phrase or pronoun, and soon a finite verb."""
    if i >= end:
        return False
    if starts_quote(tagged, i):
        i += 1
    b = tagged.bits[i]
    if b & SUB and not b & (PREP | MARKER):
        return any(is_finite(tagged, j) for j in range(i + 1, min(end, i + 25)))
    if b & (PREP | MARKER | COORD | COMP) and not b & (DET | SUBJ | NAME):
        return False
    if b & PUNCTUATION or (is_finite(tagged, i) and not b & NOUNISH):
        return False
    relative = 0
    for j in range(i + 1, min(end, i + 26)):
        c = tagged.bits[j]
        if is_finite(tagged, j):
            if not relative:
                return True
            relative -= 1
        if c & REL and not c & (DET | SUB):
            relative += 1
        if c & (COORD | ADVERS) and is_comma(tagged, j - 1):
            return False
        if tagged.sentence.words[j] in CLOSERS or (c & MARKER and not c & PREP):
            return False
        if c & (COMP | SUB) and not c & (PREP | DET | REL | ADV):
            return False
    return False


def phrases_at(tagged: Tagged, pack: Pack, word_class: WordClass, start: int, end: int) -> bool:
    """True when a word or phrase of the class stands between two words."""
    low = tagged.sentence.low
    if not pack.words.get(word_class, _NOTHING).isdisjoint(low[start:end]):
        return True
    phrases = pack.phrases.get(word_class)
    if phrases:
        for i in range(start, end):
            for phrase in phrases.get(low[i], ()):
                if i + len(phrase) <= end and tuple(low[i : i + len(phrase)]) == phrase:
                    return True
    return False


_NOTHING: frozenset[str] = frozenset()


def group_words(group: Group) -> Range:
    """The words of a verb group as a range."""
    return group.start, group.end
