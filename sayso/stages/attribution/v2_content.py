"""Content after its cue: in the Nachfeld, or the object in the Mittelfeld or Vorfeld."""

from __future__ import annotations

from sayso.model import Act
from sayso.packs.load import CUE_FORM, CueForm
from sayso.packs.shape import CueKind
from sayso.stages.attribution.chunks import Chunk, chunk_at
from sayso.stages.attribution.clause import Found, Range, quote_end, starts_quote, trim
from sayso.stages.attribution.fields import is_anaphor, surely_indicative
from sayso.stages.attribution.hits import Hit
from sayso.stages.attribution.phrases_v2 import noun_phrase_end, trim_field
from sayso.stages.attribution.tag import COMP, DET, MARKER, MOOD, NAME, OBL, PREP, QUEST, SUB, SUBJ, Tagged
from sayso.stages.attribution.v2_clause import Cue, Sentence, make

#: Behind a preposition, only for these ("bekannte sich zu dem Anschlag"): others name a topic.
PREPOSITIONAL_ACTS = frozenset({Act.DENY, Act.ADMIT, Act.CONFIRM, Act.ACCUSE, Act.CONDEMN})
#: A noun phrase after a verb of saying is its topic ("erklärte die Technik"), no content, unless
#: it is quoted; for these acts it is what the act is about ("bestritt den Angriff").
NOMINAL_ACTS = frozenset(
    {Act.DENY, Act.ADMIT, Act.CONFIRM, Act.ACCUSE, Act.REJECT, Act.THREATEN, Act.CONDEMN, Act.DEMAND}
)
KINDS = {"that": "THAT", "inf": "INF", "quote": "QUOTE", "main": "CLAUSE", "v1": "CLAUSE"}


def find_complement(sentence: Sentence, cue: Cue) -> Found | None:
    """Content after the cue, or the object in the Mittelfeld or Vorfeld."""
    return find_nachfeld(sentence, cue) or _find_object(sentence, cue)


def find_nachfeld(sentence: Sentence, cue: Cue) -> Found | None:
    """Content in the Nachfeld: a clause, an infinitive, a quotation."""
    wanted = {s: f for f in reversed(cue.forms) for p in f.frames for s in p if s.isupper()}
    place = _nachfeld_chunk(sentence, cue, wanted)
    if place is None:
        return None
    number, symbol, form = place
    chunks = sentence.chunks
    end = content_end(sentence, cue.hit, number, symbol)
    found = make(sentence, cue, form, [(chunks[number].start, end)], f"nachfeld-{symbol.lower()}")
    if found:
        found.direct = starts_quote(sentence.tagged, found.content[0][0])
        found.addressee = _addressee(sentence, cue)
    return found


def _nachfeld_chunk(
    sentence: Sentence, cue: Cue, wanted: dict[str, CueForm]
) -> tuple[int, str, CueForm] | None:
    """The chunk in which content begins, the complement that it is, and the entry that takes it."""
    chunks, words = sentence.chunks, sentence.tagged.sentence.words
    number = cue.fields.last + 1
    for _ in range(5):
        if number >= len(chunks):
            return None
        chunk = chunks[number]
        colon = words[chunk.start - 1] == ":"
        symbol = _symbol(sentence, cue, number)
        if colon and wanted:
            kind = "QUOTE" if chunk.kind == "quote" else "CLAUSE"
            usual = next(iter(wanted.values()))
            return number, kind, wanted.get(kind) or wanted.get("THAT") or usual
        if chunk.joined or words[chunk.start - 1] == ";":
            return None
        if symbol == "INF" and "THAT" in wanted:
            wanted.setdefault("INF", wanted["THAT"])
        if symbol in wanted:
            return _whole_infinitive(sentence, cue, number), symbol, wanted[symbol]
        if symbol != "INSERTED" or _owns_clause(sentence, number):
            return None
        number += 1
    return None


def _owns_clause(sentence: Sentence, number: int) -> bool:
    """A skipped clause to which the next one belongs ("…, weil er hofft, dass …")."""
    chunks = sentence.chunks
    if number + 1 >= len(chunks) or chunks[number + 1].kind not in ("that", "inf"):
        return False
    opener = chunks[number].opened
    return opener >= 0 and bool(sentence.tagged.bits[opener] & (SUB | QUEST))


def _whole_infinitive(sentence: Sentence, cue: Cue, number: int) -> int:
    """An infinitive whose object stands before an insertion: "Orte, die …, zu meiden"."""
    chunks, first = sentence.chunks, cue.fields.last + 1
    if chunks[number].kind != "inf" or first == number or chunks[first].kind != "phrase":
        return number
    if sentence.tagged.bits[chunks[number].first] & MARKER:
        return first
    return number


def _symbol(sentence: Sentence, cue: Cue, number: int) -> str:
    """The complement that a chunk can be; INSERTED for what may stand before one."""
    chunks = sentence.chunks
    chunk, bits = chunks[number], sentence.tagged.bits
    if chunk.kind in KINDS:
        return KINDS[chunk.kind]
    if chunk.kind == "rel":
        return "INSERTED"
    if chunk.kind == "sub":
        b = bits[chunk.opened]
        if b & QUEST and not (b & SUB and b & QUEST):
            return "THAT"
        if _clause_follows(chunks, number):
            return "CLAUSE"
        return "THAT" if b & QUEST else "INSERTED"
    return "CLAUSE" if _opens_clause(sentence, cue, number) else "INSERTED"


def _clause_follows(chunks: list[Chunk], number: int) -> bool:
    """After a subordinate clause the verb comes first: it was the Vorfeld."""
    after = number + 1
    while after < len(chunks) and chunks[after].kind in ("rel", "sub"):
        after += 1
    return after < len(chunks) and chunks[after].kind == "v1" and not chunks[after].joined


def _opens_clause(sentence: Sentence, cue: Cue, number: int) -> bool:
    """A phrase is the first half of the content's clause, no apposition to what stands before."""
    chunks = sentence.chunks
    after = number + 1
    while after < len(chunks) and chunks[after].kind in ("rel", "sub", "inf", "phrase"):
        after += 1
    if after >= len(chunks) or chunks[after].kind not in ("v1", "main"):
        return False
    if chunks[after].kind == "v1":
        return not chunks[after].joined or after > number + 1
    touching = cue.fields.end == chunks[number].start - 1 and cue.fields.end == cue.fields.finite + 1
    return touching or chunks[after].joined


def content_end(sentence: Sentence, hit: Hit, number: int, symbol: str) -> int:
    """Index after the content that begins in a chunk: where the cue's own clause goes on, where
    another cue's insertion begins, or the sentence's end."""
    chunks, words = sentence.chunks, sentence.tagged.sentence.words
    mood = _mood(sentence, number)
    for n in range(number + 1, len(chunks)):
        chunk = chunks[n]
        end = chunks[n - 1].end
        if words[end] == ";" if end < len(words) else False:
            return end
        if symbol == "QUOTE" and chunk.kind != "quote":
            return end
        if _other_cue(sentence, hit, n):
            return end
        if chunk.joined and chunk.kind in ("v1", "main"):
            indicative = surely_indicative(sentence.tagged, chunk.finite)
            if chunk.kind == "v1" and symbol in ("THAT", "INF", "QUOTE") and chunks[n - 1].kind != "v1":
                return end
            if indicative and (mood or bool(sentence.tagged.bits[chunk.finite] & CUE_FORM)):
                return end
    return _last(sentence)


def _last(sentence: Sentence) -> int:
    tagged = sentence.tagged
    end = len(tagged)
    while end and tagged.sentence.quote[end - 1] < 0 and tagged.sentence.words[end - 1] in ".!?…:;":
        end -= 1
    return end


def _mood(sentence: Sentence, number: int) -> bool:
    """The content's first finite verb is in reported mood."""
    for chunk in sentence.chunks[number:]:
        if chunk.kind in ("main", "v1", "that") and chunk.finite >= 0:
            return bool(sentence.tagged.bits[chunk.finite] & MOOD)
    return False


def _other_cue(sentence: Sentence, own: Hit, number: int) -> bool:
    """Another cue's own insertion: ", so der Minister", ", laut Polizei", ", sagte er"."""
    tagged, chunk = sentence.tagged, sentence.chunks[number]
    for hit in sentence.hits:
        if hit.head == own.head or not chunk.start <= hit.head < chunk.end:
            continue
        if hit.kind is CueKind.PREPOSITION and hit.head == chunk.start and chunk.finite < 0:
            return True
        if hit.kind is not CueKind.VERB:
            continue
        if chunk.kind == "v1" and chunk.finite == hit.head and not chunk.joined:
            follows = tagged.bits[hit.head + 1] if hit.head + 1 < len(tagged) else 0
            return bool(follows & (NAME | DET | SUBJ)) and surely_indicative(tagged, hit.head)
        manner = chunk.kind == "sub" and tagged.bits[chunk.opened] & SUB
        if manner and tagged.bits[chunk.opened] & QUEST and number == len(sentence.chunks) - 1:
            return not tagged.bits[chunk.opened] & COMP
    return False


def _addressee(sentence: Sentence, cue: Cue) -> Range | None:
    """The dative in the Mittelfeld: the one spoken to."""
    tagged, source = sentence.tagged, cue.source
    lo, hi = cue.fields.mittelfeld
    for j in range(lo, hi):
        if source and source[0] <= j < source[1]:
            continue
        b = tagged.bits[j]
        if b & PREP and not b & DET:
            return None
        if b & OBL and b & DET:
            stop = noun_phrase_end(tagged, j, hi)
            return (j, stop) if stop > j else None
    return None


def _find_object(sentence: Sentence, cue: Cue) -> Found | None:
    for form in cue.forms:
        for pattern in form.frames:
            words = _object(sentence, cue, pattern)
            literal = any(s.islower() for s in pattern)
            acts = PREPOSITIONAL_ACTS if literal else NOMINAL_ACTS
            if words and _is_content(sentence.tagged, form, words, acts):
                name = "object-behind" if literal else "object"
                name = "anaphor" if is_anaphor(sentence.tagged, words) else name
                found = make(sentence, cue, form, [words], name)
                if found:
                    found.direct = starts_quote(sentence.tagged, words[0])
                return found
    return None


def _is_content(tagged: Tagged, form: CueForm, words: Range, acts: frozenset[Act]) -> bool:
    """The object is what is said, not what is spoken about."""
    quoted = any(tagged.sentence.quote[j] >= 0 for j in range(*words))
    return quoted or form.entry.act in acts or is_anaphor(tagged, words)


def _object(sentence: Sentence, cue: Cue, pattern: tuple[str, ...]) -> Range | None:
    """Nominal content of a pattern: an object, or what follows its preposition."""
    tagged, fields, source = sentence.tagged, cue.fields, cue.source
    if pattern[-1] not in ("NP", "REST", "QUOTE"):
        return None
    literal = next((s for s in pattern if s.islower()), None)
    lo, hi = fields.mittelfeld
    if not literal and is_anaphor(tagged, trim(tagged, *fields.vorfeld)) and source:
        return trim(tagged, *fields.vorfeld) if source[0] > fields.finite else None
    if not fields.final and source and source[0] >= fields.finite:
        vorfeld = trim(tagged, *fields.vorfeld)
        if vorfeld[1] > vorfeld[0] and _fits_vorfeld(sentence, vorfeld, literal):
            return vorfeld
    if source and lo <= source[0] < hi:
        lo = max(lo, source[1])
    if literal:
        return _after_literal(sentence, literal, lo, hi)
    if pattern[-1] == "QUOTE":
        return next(((j, quote_end(tagged, j)) for j in range(lo, hi) if starts_quote(tagged, j)), None)
    return _accusative(sentence, lo, hi)


def _fits_vorfeld(sentence: Sentence, vorfeld: Range, literal: str | None) -> bool:
    if literal:
        return sentence.tagged.sentence.low[vorfeld[0]] == literal
    b = sentence.tagged.bits[vorfeld[0]]
    return bool(b & (DET | NAME)) and not b & SUBJ and not (b & PREP and not b & DET)


def _after_literal(sentence: Sentence, literal: str, lo: int, hi: int) -> Range | None:
    tagged = sentence.tagged
    for j in range(lo, hi):
        if tagged.sentence.low[j] == literal and tagged.sentence.quote[j] < 0:
            inner = trim_field(tagged, j + 1, hi)
            return inner if inner[1] > inner[0] else None
    return None


def _accusative(sentence: Sentence, lo: int, hi: int) -> Range | None:
    """The object in the Mittelfeld, prepositional phrases before it left out."""
    tagged = sentence.tagged
    inner = trim_field(tagged, lo, hi)
    while inner[1] > inner[0] and tagged.bits[inner[0]] & PREP and not tagged.bits[inner[0]] & (DET | NAME):
        stop = noun_phrase_end(tagged, inner[0] + 1, inner[1])
        if stop <= inner[0] + 1:
            return None
        inner = trim_field(tagged, stop, inner[1])
    if inner[1] <= inner[0]:
        return None
    if starts_quote(tagged, inner[0]) or any(b & NAME for b in tagged.bits[slice(*inner)]):
        return inner
    return None


__all__ = ["chunk_at", "content_end", "find_complement", "find_nachfeld"]
