"""Chunks: a verb-second sentence cut at its commas, each piece told by its finite verb.

main      the finite verb second: "Die Brücke bleibt gesperrt"
v1        the finite verb first: "sagte der Minister", "und forderte Hilfe"
that, sub opened by a complementiser, a subordinator or a question word, the verb last
rel       opened by a relative word, the verb last
inf       an infinitive with its marker: "die Truppen abzuziehen"
quote     a quotation that is a clause of its own
rest      the end of a subordinate clause that an insertion cut in two
phrase    no verb: an apposition, an item of a list, the first half of a clause
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.load import FINITE, INFINITIVE, NOUNISH, PARTICIPLE
from sayso.stages.attribution.clause import quote_end, quote_start, starts_quote
from sayso.stages.attribution.tag import (
    ADV,
    ADVERS,
    AUX,
    AUX_NF,
    BE,
    COMP,
    COORD,
    DET,
    HAVE,
    MARKER,
    MOOD,
    NAME,
    NOM,
    NUMERAL,
    OBJ,
    OPEN,
    PREP,
    PUNCTUATION,
    QUEST,
    REL,
    SUB,
    SUBJ,
    Tagged,
)

BREAKS = frozenset(",;:–—-−")
INSERTED = frozenset({"rel", "phrase", "sub", "inf"})


@dataclass(slots=True)
class Chunk:
    """A stretch between breaks.

    Attributes:
        start, end: its words, the breaks left out.
        first: index of the first word after coordinators.
        kind: one of the kinds in the module's docstring.
        finite: index of its finite verb, or -1.
        joined: a coordinator opens it.
        opened: index of the word that opens a subordinate clause, or -1.
        owner: of a "rest": number of the chunk whose clause it ends.
    """

    start: int
    end: int
    first: int
    kind: str = "phrase"
    finite: int = -1
    joined: bool = False
    opened: int = -1
    owner: int = -1


def is_break(tagged: Tagged, i: int) -> bool:
    """A comma, semicolon, colon or dash outside quotations."""
    sentence = tagged.sentence
    if not 0 <= i < len(tagged) or sentence.quote[i] >= 0 or sentence.words[i] not in BREAKS:
        return False
    if sentence.words[i] != "-":
        return True
    spaced = i > 0 and sentence.ends[i - 1] < sentence.starts[i]
    return spaced and i + 1 < len(tagged) and sentence.ends[i] < sentence.starts[i + 1]


def cut_chunks(tagged: Tagged) -> list[Chunk]:
    """The chunks of a sentence in order; brackets belong to the chunk around them."""
    chunks: list[Chunk] = []
    for start, end in _stretches(tagged):
        if starts_quote(tagged, start) and _quote_fills(tagged, start, end):
            chunks.append(Chunk(start, end, start, "quote"))
            continue
        for number, piece in enumerate(_split_joined(tagged, start, end)):
            chunks.append(_read_chunk(tagged, *piece))
            if number:
                _inherit(tagged, chunks[-2], chunks[-1])
    for number, chunk in enumerate(chunks):
        if chunk.opened >= 0 and chunk.finite < 0:
            _find_rest(tagged, chunks, number)
        elif chunk.kind == "v1" and number and tagged.bits[chunk.finite] & PARTICIPLE:
            _find_auxiliary(tagged, chunks, number)
    return chunks


def _find_auxiliary(tagged: Tagged, chunks: list[Chunk], number: int) -> None:
    """A participle that looks like a finite verb: its auxiliary stands before an insertion
    ("hat der Minister, der …, erklärt")."""
    owner = number - 1
    while owner > 0 and chunks[owner].kind in INSERTED:
        owner -= 1
    aux = chunks[owner].finite
    if owner == number - 1 or aux < 0 or chunks[owner].kind not in ("main", "v1"):
        return
    if tagged.bits[aux] & (HAVE | BE) and not holds_verb(tagged, chunks[owner]):
        chunks[number].kind, chunks[number].finite = "phrase", -1


def holds_verb(tagged: Tagged, chunk: Chunk) -> bool:
    """The chunk of a finite auxiliary already has its participle or infinitive at its end."""
    last = chunk.end - 1
    while last > chunk.finite and tagged.bits[last] & (AUX_NF | PUNCTUATION):
        last -= 1
    b = tagged.bits[last]
    return last > chunk.finite and bool(b & (PARTICIPLE | INFINITIVE)) and not b & NAME


def _inherit(tagged: Tagged, before: Chunk, chunk: Chunk) -> None:
    """What a coordinator joins to a subordinate clause is one too, if its verb stands last."""
    last = chunk.end - 1
    while last > chunk.start and tagged.bits[last] & PUNCTUATION:
        last -= 1
    if before.opened >= 0 and chunk.opened < 0 and chunk.finite == last:
        chunk.kind, chunk.opened = before.kind, before.opened


def _find_rest(tagged: Tagged, chunks: list[Chunk], number: int) -> None:
    """A subordinate clause that an insertion cut in two ends where its verb stands."""
    for later in chunks[number + 1 : number + 5]:
        last = later.end - 1
        while last > later.start and tagged.bits[last] & PUNCTUATION:
            last -= 1
        if later.kind in ("v1", "main") and later.finite == last and not later.joined:
            chunks[number].finite = later.finite
            later.kind, later.opened, later.owner = "rest", chunks[number].opened, number
            return
        if later.kind not in INSERTED:
            return


def _quote_fills(tagged: Tagged, start: int, end: int) -> bool:
    return all(
        tagged.sentence.quote[j] >= 0 or tagged.bits[j] & PUNCTUATION for j in range(start, end)
    )


def _stretches(tagged: Tagged) -> list[tuple[int, int]]:
    """Pieces between breaks; a quotation with a clause in it is a piece of its own."""
    found: list[tuple[int, int]] = []
    start, i, size = 0, 0, len(tagged)
    while i < size:
        if tagged.sentence.words[i] == "(" and tagged.sentence.quote[i] < 0:
            i = _bracket_end(tagged, i)
        elif is_break(tagged, i):
            found.append((start, i))
            i += 1
            start = i
        elif starts_quote(tagged, i):
            stop = quote_end(tagged, i)
            if is_clause_quote(tagged, i):
                found += [(start, i), (i, stop)]
                start = stop
            i = stop
        else:
            i += 1
    found.append((start, size))
    return [(a, b) for a, b in found if any(not _empty(tagged, j) for j in range(a, b))]


def _empty(tagged: Tagged, i: int) -> bool:
    return tagged.sentence.quote[i] < 0 and tagged.sentence.words[i] in ".!?…)"


def _bracket_end(tagged: Tagged, i: int) -> int:
    for j in range(i + 1, min(len(tagged), i + 30)):
        if tagged.sentence.words[j] == ")":
            return j + 1
    return i + 1


def is_clause_quote(tagged: Tagged, i: int) -> bool:
    """The quotation that begins at `i` is a clause of its own, not a phrase inside one."""
    size, stop = len(tagged), quote_end(tagged, i)
    opened = i == 0 or is_break(tagged, i - 1)
    inner = tagged.sentence.words[stop - 2] if stop - i > 2 else ""
    closed = (
        stop >= size
        or is_break(tagged, stop)
        or tagged.sentence.words[stop] in ".!?"
        or (bool(inner) and inner in ".!?,")
        or bool(tagged.bits[stop] & (FINITE | AUX))
    )
    if not closed:
        return False
    verb = any(_finite_form(tagged, j) for j in range(i + 1, stop - 1))
    if opened:
        return verb or stop - i > 5 or tagged.sentence.words[i - 1 : i] == [":"]
    return verb and bool(inner) and inner in ".!?" and tagged.sentence.words[i + 1][0].isupper()


def _finite_form(tagged: Tagged, i: int) -> bool:
    """The word can be a finite verb here; an infinitive after its marker is none."""
    b = tagged.bits[i]
    if not b & (FINITE | AUX) or b & NAME or _attributive(tagged, i):
        return False
    return not (i and tagged.bits[i - 1] & MARKER)


def _attributive(tagged: Tagged, i: int) -> bool:
    """A participle before its noun looks like a past tense: "den erwähnten Politikern"."""
    bits = tagged.bits
    inflected = tagged.sentence.low[i].endswith(("te", "ten"))
    if bits[i] & AUX or not inflected or i + 1 >= len(tagged) or not bits[i + 1] & NAME:
        return False
    j = i - 1
    while j > 0 and bits[j] & ADV and not bits[j] & DET:
        j -= 1
    pronoun = j == 0 and i == 1 and bool(bits[j] & (SUBJ | OBJ))  # "Das sagte Karl Runge"
    return j >= 0 and bool(bits[j] & (DET | PREP)) and not pronoun


def _surely_finite(tagged: Tagged, i: int) -> bool:
    b = tagged.bits[i]
    return _finite_form(tagged, i) and not b & (
        INFINITIVE | PARTICIPLE | AUX_NF | NOUNISH | PREP | ADV | SUB
    )


def _split_joined(tagged: Tagged, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch with two finite verbs is cut at the coordinator between them."""
    bits = tagged.bits
    previous = -1
    for j in range(start, end):
        if tagged.sentence.quote[j] >= 0 or not _finite_form(tagged, j):
            continue
        if previous < 0:
            previous = j
            continue
        for k in range(j - 1, previous, -1):
            if bits[k] & (COORD | ADVERS) and tagged.sentence.quote[k] < 0 and k > start:
                if _joins_clause(tagged, k, j, end):
                    return [(start, k), *_split_joined(tagged, k, end)]
                break
        if _surely_finite(tagged, j):
            previous = j
    return [(start, end)]


def _joins_clause(tagged: Tagged, k: int, j: int, end: int) -> bool:
    """After the coordinator at `k` the finite verb at `j` is first, second or last."""
    at = k + 1
    while at < j and tagged.bits[at] & ADV:
        at += 1
    if at == j:
        return _surely_finite(tagged, j) or bool(tagged.bits[j] & FINITE)
    if j >= end - 1 or not any(_surely_finite(tagged, x) for x in range(j + 1, end)):
        return _surely_finite(tagged, j)
    return False


def _read_chunk(tagged: Tagged, start: int, end: int) -> Chunk:
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
        _empty(tagged, last) or (bits[last] & ADV and not bits[last] & (FINITE | AUX))
    ):
        last -= 1
    opened = _opener(tagged, first, end)
    finite = _finite(tagged, first, end, opened >= 0)
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


def _finite(tagged: Tagged, first: int, end: int, opened: bool) -> int:
    """The finite verb: a sure one; else, of those that may be infinitives, first or last."""
    outside = [j for j in range(first, end) if tagged.sentence.quote[j] < 0]
    forms = [j for j in outside if _finite_form(tagged, j)]
    sure = [j for j in forms if _surely_finite(tagged, j)]
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
    low, b = tagged.sentence.low[j], tagged.bits[j]
    if not b & OPEN or b & (NAME | NUMERAL | PREP | ADV | DET | PARTICIPLE | INFINITIVE):
        return False
    if not low.isalpha() or not low.endswith(("te", "ten", "t")):
        return False
    if opened:
        return j >= end - 1 or bool(tagged.bits[j + 1] & PUNCTUATION)
    after = tagged.bits[j + 1] if j + 1 < end else 0
    return _phrase_before(tagged, first, j) and not after & NAME and not low.startswith("ge")


def has_infinitive(tagged: Tagged, start: int, end: int) -> bool:
    """An infinitive with its marker stands in the stretch: "abzuziehen", "zu verhandeln"."""
    bits, low = tagged.bits, tagged.sentence.low
    for j in range(start, end):
        if bits[j] & MARKER and j + 1 < end:
            nxt = bits[j + 1]
            if nxt & (INFINITIVE | AUX_NF) or (low[j + 1].endswith("n") and nxt & (OPEN | FINITE)):
                return not nxt & NAME
        if "zu" in low[j][2:-3] and low[j].endswith("n") and not bits[j] & (NAME | PREP | ADV):
            if j >= end - 2 or not bits[j + 1] & NAME:
                return True
    return False


def chunk_at(chunks: list[Chunk], i: int) -> int:
    """Number of the chunk that word `i` lies in, or -1."""
    for number, chunk in enumerate(chunks):
        if chunk.start <= i < chunk.end:
            return number
    return -1


__all__ = [
    "INSERTED",
    "NOM",
    "Chunk",
    "chunk_at",
    "cut_chunks",
    "has_infinitive",
    "is_break",
    "is_clause_quote",
    "quote_start",
]
