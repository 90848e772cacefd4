"""Cues that are no verbs, in a verb-second sentence: laut X, X zufolge, so X; nouns, adjectives.

The chunks (chunks.py) say what the source and the content of such a cue can be: in the Vorfeld
the source ends where the finite verb stands; in the Mittelfeld it is one noun phrase, and the
content is what stands around it.
"""

from __future__ import annotations

from sayso.model import Act
from sayso.packs.load import CueForm
from sayso.packs.shape import CueKind
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    COORD,
    DET,
    MONTH,
    MOOD,
    NAME,
    NUMBER,
    OBL,
    OPEN,
    POSS,
    PREP,
    PUNCTUATION,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.found import Clauses, Found
from sayso.stages.attribution.hits import Hit
from sayso.stages.attribution.marks import Range, starts_quote, trim
from sayso.stages.attribution.v2.chunks import Chunk, chunk_at
from sayso.stages.attribution.v2.clause import Sentence
from sayso.stages.attribution.v2.content import content_end
from sayso.stages.attribution.v2.nouns import find_adjective, find_noun, found_at
from sayso.stages.attribution.v2.phrases import apposition_end, noun_phrase_end


def find_others_v2(clauses: Clauses) -> list[Found]:
    """Statements of a sentence whose cue is a preposition, noun, adverb or adjective."""
    sentence = clauses if isinstance(clauses, Sentence) else None
    if sentence is None:
        return []
    found: list[Found] = []
    for hit in sentence.hits:
        number = chunk_at(sentence.chunks, hit.head)
        if number < 0:
            continue
        match hit.kind:
            case CueKind.PREPOSITION:
                one = _preposition(sentence, hit, number)
            case CueKind.POSTPOSITION:
                one = _postposition(sentence, hit, number)
            case CueKind.NOUN:
                one = find_noun(sentence, hit, number)
            case CueKind.ADVERB:
                one = _adverb(sentence, hit, number, found)
            case CueKind.ADJECTIVE:
                one = find_adjective(sentence, hit, number)
            case _:
                one = None
        if one:
            found.append(one)
    return found


def _preposition(sentence: Sentence, hit: Hit, number: int) -> Found | None:
    """ "Laut X bleibt …", "… bleibt laut X …", "…, so X"."""
    tagged, chunk = sentence.tagged, sentence.chunks[number]
    opening = all(
        tagged.bits[j] & (ADV | COORD | ADVERS | PUNCTUATION) for j in range(chunk.start, hit.head)
    )
    form = _withfind_noun(sentence, hit, chunk, opening)
    if form is None:
        return None
    inserted = hit.head == chunk.first and chunk.finite < 0 and number > 0
    if not tagged.bits[hit.head] & PREP and not inserted:
        return None  # "so X" needs an insertion of its own
    start = hit.group.end
    stop = _source_end(sentence, start, chunk, opening)
    cue_end = start
    if stop == start and start - hit.head > 1 and tagged.bits[start - 1] & NAME:
        stop, start = start, hit.head + 1  # "nach einem Bericht" alone: the report is the source
        cue_end = start
    if stop == chunk.end:
        stop = _with_apposition(sentence, stop)
    if stop == start or not any(b & (NAME | SUBJ) for b in tagged.bits[start:stop]):
        return None
    if opening and chunk.finite < 0:
        content = _around_insertion(sentence, hit, number, stop)
    else:
        content = _around(sentence, hit, number, hit.head, stop)
    content = _pieces(sentence, content)
    if not content:
        return None
    found = found_at(hit, form, (start, stop), content, "preposition")
    found.cue = [(hit.head, cue_end)]
    return found


def _with_apposition(sentence: Sentence, stop: int) -> int:
    """The source's end behind an apposition in commas ("laut Ada Brandt, der Leiterin, …")."""
    return apposition_end(sentence.tagged, stop, len(sentence.tagged))


def _withfind_noun(sentence: Sentence, hit: Hit, chunk: Chunk, opening: bool) -> CueForm | None:
    """The entry; one with `with` needs a phrase whose noun ends like one of its words."""
    for form in hit.forms:
        if not form.entry.with_:
            return form
        low, bits = sentence.tagged.sentence.low, sentence.tagged.bits
        for j in range(hit.group.end, min(chunk.end, hit.group.end + 5)):
            if bits[j] & NAME:
                if low[j].endswith(form.entry.with_):
                    return form
                continue
            if not bits[j] & (DET | OPEN | ADV | POSS) and bits[j] & (PREP | PUNCTUATION):
                break
    return None


def _source_end(sentence: Sentence, start: int, chunk: Chunk, opening: bool) -> int:
    """In the Vorfeld the source goes up to the finite verb, in the Mittelfeld a noun phrase."""
    tagged = sentence.tagged
    stop = noun_phrase_end(tagged, start, chunk.end)
    if starts_quote(tagged, start) and stop == start:
        return start
    limit = chunk.finite if chunk.finite > start else chunk.end
    if not opening or stop == start:
        return min(stop, limit) if chunk.finite > start else stop
    while stop < limit and tagged.bits[stop] & PREP:
        following = tagged.bits[stop + 1 : min(limit, stop + 4)]
        if any(b & (TIME | MONTH | NUMBER) for b in following):
            break
        further = noun_phrase_end(tagged, stop + 1, limit)
        if further == stop + 1 or chunk.finite < 0:
            break
        stop = further
    return min(stop, limit)


def _around_insertion(sentence: Sentence, hit: Hit, number: int, stop: int = 0) -> list[Range]:
    """Content around ", so X," or behind "Laut X, dem Sprecher, …"."""
    chunks = sentence.chunks
    after = number + 1
    while after < len(chunks) and (
        chunks[after].start < stop or (number == 0 and chunks[after].kind in ("rel", "phrase"))
    ):
        after += 1
    content: list[Range] = []
    if number:
        content.append((_left(sentence, number), chunks[number - 1].end))
    if after < len(chunks) and _continues(sentence, number, after):
        content.append((chunks[after].start, content_end(sentence, hit, after, "CLAUSE")))
    return content


def _continues(sentence: Sentence, number: int, after: int) -> bool:
    """What follows an insertion belongs to the content: the clause was open, or goes on."""
    chunks = sentence.chunks
    if number == 0:
        return True
    before, chunk = chunks[number - 1], chunks[after]
    if before.kind == "quote":
        return chunk.kind == "quote"
    if chunk.joined and before.kind != "phrase":
        return False
    mood = chunk.finite >= 0 and bool(sentence.tagged.bits[chunk.finite] & MOOD)
    return before.kind == "phrase" or mood or chunk.kind in ("quote", "phrase", "inf")


def _around(sentence: Sentence, hit: Hit, number: int, start: int, stop: int) -> list[Range]:
    """Content around words in the Mittelfeld, or behind those in the Vorfeld."""
    return [
        (_left(sentence, number + 1), start),
        (stop, content_end(sentence, hit, number, "CLAUSE")),
    ]


def _left(sentence: Sentence, number: int) -> int:
    """Where the clause begins that ends with chunk `number - 1`."""
    chunks = sentence.chunks
    n = number - 1
    while n > 0 and not _begins(sentence, n):
        n -= 1
    return chunks[n].first if chunks[n].joined else chunks[n].start


def _begins(sentence: Sentence, n: int) -> bool:
    """A main clause of its own begins with this chunk."""
    chunk, words = sentence.chunks[n], sentence.tagged.sentence.words
    if words[chunk.start - 1] in (";", ":"):
        return True
    before = sentence.chunks[n - 1]
    if chunk.kind == "quote":
        return True
    return chunk.kind == "main" and before.kind in ("main", "v1", "quote", "that", "rel", "sub")


def _pieces(sentence: Sentence, content: list[Range]) -> list[Range]:
    trimmed = [trim(sentence.tagged, *c) for c in content if c[1] > c[0]]
    words = sentence.tagged.bits
    return [c for c in trimmed if any(not b & PUNCTUATION for b in words[c[0] : c[1]])]


def _postposition(sentence: Sentence, hit: Hit, number: int) -> Found | None:
    """ "X zufolge bleibt …", "… bleibt X zufolge …": the source stands before the cue."""
    chunk, bits, stop = sentence.chunks[number], sentence.tagged.bits, hit.head
    start = chunk.first
    if 0 <= chunk.finite < stop:
        start = _phrase_before(sentence, max(chunk.finite, chunk.opened) + 1, stop)
    while start < stop and bits[start] & (ADV | PUNCTUATION) and not bits[start] & (DET | NAME):
        start += 1
    if start >= stop or not any(b & (NAME | SUBJ | OBL) for b in bits[start:stop]):
        return None
    if chunk.finite < 0 and number:
        content = _around_insertion(sentence, hit, number)
    else:
        content = _around(sentence, hit, number, start, hit.group.end)
        if chunk.finite > stop:
            content = content[1:]
        elif chunk.finite < 0:
            content = _around_insertion(sentence, hit, number)
    content = _pieces(sentence, content)
    return found_at(hit, hit.forms[0], (start, stop), content, "postposition") if content else None


def _phrase_before(sentence: Sentence, low: int, stop: int) -> int:
    """Where the noun phrase begins that ends at `stop`: an oblique determiner, else its noun."""
    tagged, bits = sentence.tagged, sentence.tagged.bits
    for j in range(low, stop):
        if bits[j] & OBL and bits[j] & DET and noun_phrase_end(tagged, j, stop) == stop:
            return j
    if bits[stop - 1] & OBL and not bits[stop - 1] & NAME:
        return stop - 1
    start = stop - 1
    while start > low and bits[start - 1] & OPEN and not bits[start - 1] & NAME:
        start -= 1
    return start


def _adverb(sentence: Sentence, hit: Hit, number: int, others: list[Found]) -> Found | None:
    """ "angeblich", "demnach": the clause is told, and nobody named tells it."""
    for other in [*sentence.found, *others]:
        inside = any(a <= hit.head < b for a, b in other.content)
        if inside or other.hit.group.start <= hit.head <= other.hit.group.end:
            return None
    chunk = sentence.chunks[number]
    if hit.head and sentence.tagged.bits[hit.head - 1] & DET:
        return None  # "des angeblich gestohlenen Bootes" tells of the boat only
    if chunk.finite < 0 and chunk.first == hit.head and number + 1 < len(sentence.chunks):
        content = _around_insertion(sentence, hit, number)
    else:
        content = _around(sentence, hit, number, hit.head, hit.group.end)
    pieces = _pieces(sentence, content)
    form = hit.forms[0]
    name = "adverb" if len(form.words) > 1 else "adverb-back"  # "demnach" points back
    if form.entry.act is Act.HEARSAY:
        name = "hearsay-adverb"
    return found_at(hit, form, None, pieces, name) if pieces else None
