"""Fields: a verb-second clause cut into its topological fields (Drach).

    Vorfeld        one constituent before the finite verb, or none
    left bracket   the finite verb, or what opens a subordinate clause
    Mittelfeld     between the brackets: subject, objects, adverbials
    right bracket  particle, participle, infinitive; the finite verb of a subordinate clause
    Nachfeld       what follows, mostly after a comma: the content of a saying
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.load import FINITE, INFINITIVE, NOUNISH, PARTICIPLE, VERB, Pack
from sayso.stages.attribution.clause import Range, ends_quote, starts_quote, trim
from sayso.stages.attribution.hits import Hit
from sayso.stages.attribution.tag import (
    ADV,
    ADVERS,
    AUX,
    AUX_NF,
    BE,
    COMP,
    COORD,
    DET,
    GEN,
    HAVE,
    IMPERS,
    INDEF,
    MARKER,
    MODAL,
    MOOD,
    NAME,
    NEG,
    NOM,
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
    TITLE,
    MONTH,
    Tagged,
)

BREAKS = frozenset(",;:–—")


@dataclass(slots=True)
class Fields:
    """One clause around a cue.

    Attributes:
        start, end: the clause's first word and the index after its last (a break or the end).
        finite: index of the finite verb; -1 where the clause has none.
        bracket: first word of the right bracket, or `end`.
        final: the finite verb closes the clause (subordinate).
        opener: index of the word that opens a subordinate clause, or -1.
        passive, negated, modal, reported: what the verb group says.
    """

    start: int
    end: int
    finite: int
    bracket: int
    final: bool
    opener: int
    passive: bool = False
    negated: bool = False
    modal: bool = False
    reported: bool = False

    @property
    def vorfeld(self) -> Range:
        """Words before the finite verb of a main clause."""
        return (self.start, self.finite)

    @property
    def mittelfeld(self) -> Range:
        """Words between the brackets."""
        left = self.opener if self.final else self.finite
        return (left + 1, self.bracket)


def is_break(tagged: Tagged, i: int) -> bool:
    """A comma, semicolon, colon or dash outside quotations."""
    return tagged.sentence.quote[i] < 0 and tagged.sentence.words[i] in BREAKS


def chunk(tagged: Tagged, i: int, end: int) -> Range:
    """The stretch between breaks that word `i` lies in; quotations end it too."""
    quote = tagged.sentence.quote
    start = i
    while start > 0 and not is_break(tagged, start - 1) and not (
        quote[start - 1] >= 0 and _sentence_like(tagged, start - 1)
    ):
        start -= 1
    stop = i + 1
    while stop < end and not is_break(tagged, stop) and not (
        starts_quote(tagged, stop) and _sentence_like(tagged, stop)
    ):
        stop += 1
    return start, stop


def _sentence_like(tagged: Tagged, i: int) -> bool:
    """The quotation at `i` holds a clause of its own, not just a phrase."""
    quote, bits = tagged.sentence.quote, tagged.bits
    left = right = i
    while left > 0 and quote[left - 1] == quote[i]:
        left -= 1
    while right + 1 < len(quote) and quote[right + 1] == quote[i]:
        right += 1
    if right - left < 4:
        return False
    return any(bits[j] & (FINITE | AUX) for j in range(left, right)) or right - left > 12


def read_fields(tagged: Tagged, hit: Hit, end: int) -> Fields | None:
    """The fields of the clause that a verb cue stands in, or None where it is no predicate."""
    bits, head = tagged.bits, hit.head
    start, stop = chunk(tagged, head, end)
    opener = _opener(tagged, start, head)
    stop = _coordination_end(tagged, head, stop)
    form = hit.forms[0]
    finite_form = bool(bits[head] & FINITE) and any(f.finite for f in hit.forms)
    particle = _particle(tagged, hit, stop) if finite_form else None
    if form.particle and particle is None and not any(f.particle is None for f in hit.forms):
        return None
    aux = _auxiliary(tagged, head, start, stop)
    last = hit.group.end >= stop or all(bits[j] & (ADV | PUNCTUATION) for j in range(hit.group.end, stop))
    if aux >= 0 and not (finite_form and particle is not None):
        nonfinite = bits[head] & (PARTICIPLE | INFINITIVE)
        if nonfinite and (aux > head or last or _tail(tagged, hit.group.end, stop)):
            final = aux > head
            if aux < head and opener >= 0 and not final:
                final = False
            fields = Fields(start, stop, aux, head, final and opener >= 0, opener if final else -1)
            b = bits[aux]
            fields.passive = bool(b & BE) and bool(bits[head] & PARTICIPLE) and not b & HAVE
            fields.modal, fields.reported = bool(b & MODAL), bool(b & MOOD)
            fields.negated = _negated(tagged, fields)
            return fields
    if not finite_form:
        return None
    if opener >= 0 and last and head > opener + 1:
        fields = Fields(start, stop, head, head, True, opener)
    else:
        bracket = particle if particle is not None else stop
        fields = Fields(_main_start(tagged, start, head), stop, head, bracket, False, -1)
    fields.negated = _negated(tagged, fields)
    return fields


def _main_start(tagged: Tagged, start: int, head: int) -> int:
    """A main clause begins after a coordinator that stands first."""
    while start < head and tagged.bits[start] & (COORD | ADVERS) and not tagged.bits[start] & DET:
        start += 1
    return start


def _opener(tagged: Tagged, start: int, head: int) -> int:
    """The complementiser, subordinator or relative word that opens the chunk, or -1."""
    bits = tagged.bits
    for j in range(start, min(head, start + 4)):
        b = bits[j]
        if b & (COMP | SUB) and not b & (PREP | ADV) or b & QUEST and j == start:
            return j
        if b & REL and j <= start + 1 and start > 0:
            return j
        if b & SUB and j == start:
            return j
        if not b & (PREP | COORD | ADV):
            return -1
    return -1


def _coordination_end(tagged: Tagged, head: int, stop: int) -> int:
    """A clause ends where a coordinator is followed by another finite verb."""
    bits = tagged.bits
    for j in range(head + 1, stop - 1):
        if bits[j] & COORD and tagged.sentence.quote[j] < 0:
            k = j + 1
            while k < stop and bits[k] & ADV:
                k += 1
            if k < stop and bits[k] & (FINITE | AUX) and not bits[k] & (NAME | NOUNISH | INFINITIVE):
                return j
    return stop


def _particle(tagged: Tagged, hit: Hit, stop: int) -> int | None:
    """Where the separable particle of the hit's verb stands, at the end of the clause."""
    wanted = {f.particle for f in hit.forms if f.particle}
    for j in range(stop - 1, hit.head, -1):
        if tagged.sentence.quote[j] < 0 and tagged.sentence.low[j] in wanted:
            return j
    return None


def _auxiliary(tagged: Tagged, head: int, start: int, stop: int) -> int:
    """The finite auxiliary of a participle or infinitive at `head`: right after it, or before."""
    bits = tagged.bits
    for j in range(head + 1, min(stop, head + 4)):
        if bits[j] & AUX and tagged.sentence.quote[j] < 0:
            return j
        if not bits[j] & (AUX_NF | INFINITIVE | PARTICIPLE):
            break
    for j in range(head - 1, start - 1, -1):
        if bits[j] & AUX and tagged.sentence.quote[j] < 0 and not bits[j] & (NAME | DET):
            return j
    return _wide_auxiliary(tagged, head, start)


def _wide_auxiliary(tagged: Tagged, head: int, start: int) -> int:
    """An auxiliary left of an inserted clause: "hat der Minister, der …, erklärt"."""
    bits = tagged.bits
    commas = 0
    for j in range(start - 1, max(-1, start - 30), -1):
        if tagged.sentence.quote[j] >= 0 or tagged.sentence.words[j] in ";:":
            return -1
        commas += is_break(tagged, j)
        if bits[j] & AUX and commas == 2 and not bits[j] & DET:
            return j
    return -1


def _tail(tagged: Tagged, i: int, stop: int) -> bool:
    """After a participle only non-finite auxiliaries, or a phrase in the Nachfeld."""
    if i >= stop:
        return True
    return bool(tagged.bits[i] & (AUX_NF | PREP | COORD | ADV | COMP | SUB)) or starts_quote(tagged, i)


def _negated(tagged: Tagged, fields: Fields) -> bool:
    lo, hi = fields.mittelfeld
    return any(
        tagged.bits[j] & NEG and tagged.sentence.quote[j] < 0 for j in range(max(lo, 0), max(lo, hi))
    )


def noun_phrase_end(tagged: Tagged, i: int, end: int) -> int:
    """Index after the noun phrase at `i`: determiner, attributes, nouns, genitives and phrases
    that hang on it; `i` where none begins."""
    bits, quote = tagged.bits, tagged.sentence.quote
    j, head = i, False
    while j < end:
        b = bits[j]
        if quote[j] >= 0:
            if (head or j > i) and starts_quote(tagged, j):
                k = j
                while k < end and quote[k] == quote[j]:
                    k += 1
                if k - j <= 8:
                    j, head = k, True
                    continue
            break
        if b & PUNCTUATION:
            if tagged.sentence.words[j] == "(" and head:
                close = next((k for k in range(j, min(end, j + 12)) if tagged.sentence.words[k] == ")"), -1)
                if close > 0:
                    j = close + 1
                    continue
            break
        if b & (SUBJ | OBJ | INDEF) and not b & (DET | NAME | POSS):
            return j + 1 if j == i else j
        if head and b & DET:
            if not (b & GEN and j + 1 < end and bits[j + 1] & (NAME | OPEN | NUMERAL | PARTICIPLE)):
                break
            if bits[j - 1] & (COORD | PREP):
                pass
        elif head and b & PREP and not b & DET:
            if not _attaches(tagged, j, end):
                break
        elif head and b & COORD:
            if j + 1 >= end or not bits[j + 1] & (NAME | DET | POSS | OPEN | NUMERAL):
                break
        elif b & (COMP | SUB | AUX | NEG | REFL | MARKER) and not b & (DET | NAME | PREP):
            break
        elif head and b & (ADV | TIME) and not b & NAME:
            break
        elif b & (FINITE | INFINITIVE | PARTICIPLE) and not b & (NAME | NOUNISH | OPEN):
            if not (b & PARTICIPLE and j + 1 < end and bits[j + 1] & NAME):
                break
        if b & (NAME | NUMBER) or (head is False and b & (OBJ | SUBJ)):
            head = True
        j += 1
    while j > i and bits[j - 1] & (PREP | COORD | DET) and not bits[j - 1] & NAME:
        j -= 1
    return j if head else i


def _attaches(tagged: Tagged, j: int, end: int) -> bool:
    """A prepositional phrase belongs to the noun before it: of a body or a place, not of a time."""
    following = tagged.bits[j + 1 : min(end, j + 4)]
    if any(b & (TIME | MONTH | NUMBER) for b in following):
        return False
    return bool(tagged.bits[j] & GEN)


def find_subject(tagged: Tagged, fields: Fields, end: int) -> Range | None:
    """The clause's subject: the nominative in the Vorfeld, else the first one after the verb."""
    if not fields.final:
        start, stop = trim(tagged, *fields.vorfeld)
        if stop > start and _can_be_subject(tagged, start, stop):
            return (start, stop)
    lo, hi = fields.mittelfeld
    if fields.final and fields.opener >= 0:
        found = nominative_in(tagged, lo, max(hi, lo), end)
        b = tagged.bits[fields.opener]
        if found is None and b & REL and not b & (OBL & ~NOM):
            return (fields.opener, fields.opener + 1)
        if b & REL and not b & (SUB | QUEST) and tagged.bits[fields.opener] & NOM and not _pronoun(tagged, found):
            return (fields.opener, fields.opener + 1)
        return found
    return nominative_in(tagged, lo, max(hi, fields.end), end)


def _pronoun(tagged: Tagged, found: Range | None) -> bool:
    return found is not None and bool(tagged.bits[found[0]] & (SUBJ | NOM))


def _can_be_subject(tagged: Tagged, start: int, stop: int) -> bool:
    bits = tagged.bits
    b = bits[start]
    if b & PREP and not b & (DET | NAME):
        return False
    if b & (SUB | COMP | QUEST) and not b & (NOM | NAME):
        return False
    if b & OBL and not b & NOM:
        return False
    if b & SUBJ and stop == start + 1:
        return True
    if b & (ADV | TIME) and not b & (NAME | NOM | DET):
        return False
    if ends_quote(tagged, stop - 1) and starts_quote(tagged, start):
        return False
    if b & (IMPERS | REL) and stop == start + 1 and b & NOM:
        return True
    return any(x & (NAME | OPEN | SUBJ | NOM | INDEF) for x in bits[start:stop])


def nominative_in(tagged: Tagged, lo: int, hi: int, end: int) -> Range | None:
    """The first noun phrase or pronoun in [lo, hi) that can be a subject."""
    bits = tagged.bits
    j = lo
    while j < hi:
        b = bits[j]
        if tagged.sentence.quote[j] >= 0 or is_break(tagged, j):
            return None
        if b & SUBJ and not b & (DET | NAME) or b & SUBJ and b & NOM and not _noun_follows(tagged, j, hi):
            return (j, j + 1)
        if b & PREP and not b & (NAME | NOM):
            stop = noun_phrase_end(tagged, j + 1, hi)
            j = max(stop, j + 1)
            continue
        if b & OBL and not b & NOM:
            stop = noun_phrase_end(tagged, j, hi)
            j = max(stop, j + 1)
            continue
        if b & (REFL | ADV | NEG | OBJ | TIME) and not b & (NAME | NOM | DET):
            j += 1
            continue
        if b & INDEF and not b & NAME:
            return (j, j + 1)
        stop = noun_phrase_end(tagged, j, hi)
        if stop > j:
            return (j, _apposition_end(tagged, stop, end))
        j += 1
    return None


def _noun_follows(tagged: Tagged, j: int, hi: int) -> bool:
    for k in range(j + 1, min(hi, j + 4)):
        if tagged.bits[k] & NAME:
            return True
        if not tagged.bits[k] & (OPEN | PARTICIPLE | NUMERAL):
            return False
    return False


def _apposition_end(tagged: Tagged, stop: int, end: int) -> int:
    """Index after a comma'd apposition: "General Hagel, Kommandant des Korps,"."""
    if stop >= end or tagged.sentence.words[stop] != "," or stop + 1 >= end:
        return stop
    b = tagged.bits[stop + 1]
    if b & (COMP | SUB | QUEST | COORD | PREP) and not b & DET:
        return stop
    after = noun_phrase_end(tagged, stop + 1, end)
    if after == stop + 1 or after < end and tagged.sentence.words[after] not in ",.!?":
        return stop
    if any(tagged.bits[j] & VERB and not tagged.bits[j] & NAME for j in range(stop + 1, after)):
        return stop
    return after


def trim_field(tagged: Tagged, lo: int, hi: int, pack: Pack) -> Range:
    """A stretch of the Mittelfeld without adverbs and times at its edges."""
    bits = tagged.bits
    while lo < hi and bits[lo] & (ADV | REFL | TIME | NEG) and not bits[lo] & (NAME | DET | PREP):
        lo += 1
    while hi > lo and bits[hi - 1] & (ADV | TIME | NEG) and not bits[hi - 1] & (NAME | DET):
        hi -= 1
    return trim(tagged, lo, hi)


__all__ = [
    "Fields",
    "POSS",
    "TITLE",
    "chunk",
    "find_subject",
    "is_break",
    "nominative_in",
    "noun_phrase_end",
    "read_fields",
    "trim_field",
]
