"""Content after its cue: in the Nachfeld, or the object in the Mittelfeld or Vorfeld."""

from __future__ import annotations

from sayso.packs.load import CUE_FORM, CueForm
from sayso.packs.shape import CueKind
from sayso.stages.attribution.bits import COMP, DET, MARKER, MOOD, NAME, OBL, QUEST, SUB, SUBJ
from sayso.stages.attribution.found import Found
from sayso.stages.attribution.hits import Hit
from sayso.stages.attribution.marks import starts_quote
from sayso.stages.attribution.v2.chunks import Chunk, chunk_at
from sayso.stages.attribution.v2.clause import Cue, Sentence, make
from sayso.stages.attribution.v2.object import find_addressee, find_object, first_object
from sayso.stages.attribution.v2.subject import surely_indicative

KINDS = {"that": "THAT", "inf": "INF", "quote": "QUOTE", "main": "CLAUSE", "v1": "CLAUSE"}


def find_complement(sentence: Sentence, cue: Cue) -> Found | None:
    """Content after the cue, or the object in the Mittelfeld or Vorfeld."""
    return find_nachfeld(sentence, cue) or find_object(sentence, cue)


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
        found.addressee = find_addressee(sentence, cue)
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
        if symbol == "CLAUSE" and _topic_named(sentence, cue, number):
            return None
        if symbol in wanted:
            return _whole_infinitive(sentence, cue, number), symbol, wanted[symbol]
        if symbol != "INSERTED" or _owns_clause(sentence, number):
            return None
        number += 1
    return None


def _topic_named(sentence: Sentence, cue: Cue, number: int) -> bool:
    """The verb has its object already, and the clause behind is nobody's report: "schilderte seine
    Angst, noch gestern lag er wach"."""
    tagged, source = sentence.tagged, cue.source
    lo, hi = cue.fields.mittelfeld
    if source and lo <= source[0] < hi:
        lo = source[1]
    words = first_object(tagged, (lo, hi))
    if words is None or (tagged.bits[words[0]] & OBL and not cue.fields.final):
        return False
    return not _mood(sentence, number)


def _owns_clause(sentence: Sentence, number: int) -> bool:
    """A skipped clause to which the next one belongs ("…, weil er hofft, dass …")."""
    chunks = sentence.chunks
    if number + 1 >= len(chunks) or chunks[number + 1].kind not in ("that", "inf"):
        return False
    if chunks[number].kind == "rel" and chunks[number + 1].kind == "inf":
        return True
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
    if chunk.kind == "v1" and cue.fields.final:
        return "OTHER"  # the matrix clause goes on
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
    touching = (
        cue.fields.end == chunks[number].start - 1 and cue.fields.end == cue.fields.finite + 1
    )
    return touching or chunks[after].joined


def content_end(sentence: Sentence, hit: Hit, number: int, symbol: str) -> int:
    """Index after the content that begins in a chunk: where the cue's own clause goes on, where
    another cue's insertion begins, or the sentence's end."""
    chunks, words = sentence.chunks, sentence.tagged.sentence.words
    mood = _mood(sentence, number)
    own = chunk_at(chunks, hit.head)
    subordinate = (
        own >= 0 and chunks[own].opened >= 0 and number > own and symbol in ("THAT", "INF")
    )
    for n in range(number + 1, len(chunks)):
        chunk = chunks[n]
        end = chunks[n - 1].end
        if words[end] == ";" if end < len(words) else False:
            return end
        if symbol == "QUOTE" and chunk.kind != "quote":
            return end
        if _other_cue(sentence, hit, n) or (subordinate and chunk.kind == "v1"):
            return end
        if chunk.joined and chunk.kind in ("v1", "main"):
            indicative = surely_indicative(sentence.tagged, chunk.finite)
            if (
                chunk.kind == "v1"
                and symbol in ("THAT", "INF", "QUOTE")
                and chunks[n - 1].kind != "v1"
            ):
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
