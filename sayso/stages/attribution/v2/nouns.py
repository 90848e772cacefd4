"""Nouns and adjectives of saying: "Roms Vorwurf, …", "X ist überzeugt, dass …"."""

from __future__ import annotations

from sayso.model import Act
from sayso.packs.load import CueForm
from sayso.stages.attribution.bits import (
    BE,
    DET,
    GEN,
    IMPERS,
    LOOKS_GENITIVE,
    MOOD,
    NAME,
    OPEN,
    POSS,
    PREP,
    REFL,
)
from sayso.stages.attribution.found import Found
from sayso.stages.attribution.hits import Hit
from sayso.stages.attribution.marks import Range
from sayso.stages.attribution.v2.chunks import Chunk, is_break
from sayso.stages.attribution.v2.clause import Cue, Sentence, make, shared_subject
from sayso.stages.attribution.v2.content import find_nachfeld
from sayso.stages.attribution.v2.fields import clause_fields
from sayso.stages.attribution.v2.nominative import is_thing
from sayso.stages.attribution.v2.phrases import noun_phrase_end
from sayso.stages.attribution.v2.subject import find_subject


def find_noun(sentence: Sentence, hit: Hit, number: int) -> Found | None:
    """ "Roms Vorwurf, …", "die Forderung der Lehrer nach …": a noun, its owner, its complement."""
    chunk = sentence.chunks[number]
    source, after = _owner(sentence, hit, chunk)
    for form in hit.forms:
        if source is None and form.entry.act is not Act.HEARSAY:
            continue
        for pattern in form.frames:
            content = _noun_content(sentence, number, after, pattern)
            if content:
                return found_at(hit, form, source, [content], "noun")
    return None


def _owner(sentence: Sentence, hit: Hit, chunk: Chunk) -> tuple[Range | None, int]:
    """The one whose saying a noun means, and where the noun's complement may begin."""
    tagged, bits, after = sentence.tagged, sentence.tagged.bits, hit.group.end
    if after < chunk.end and bits[after] & GEN:
        start = after + 1 if bits[after] & PREP and not bits[after] & DET else after
        stop = noun_phrase_end(tagged, start, chunk.end)
        if stop > start:
            return (start, stop), stop
    if after < chunk.end and bits[after] & NAME and bits[after] & LOOKS_GENITIVE:
        return (after, after + 1), after + 1  # "die Zusicherung Moskaus"
    j = hit.head - 1
    while j > chunk.start and bits[j] & OPEN and not bits[j] & NAME:
        j -= 1
    if j >= chunk.start and bits[j] & POSS:
        return (j, j + 1), after
    if (
        j >= chunk.start
        and bits[j] & NAME
        and bits[j] & LOOKS_GENITIVE
        and j == chunk.first
    ):
        return (j, j + 1), after
    return None, after


def _noun_content(
    sentence: Sentence, number: int, after: int, pattern: tuple[str, ...]
) -> Range | None:
    tagged, chunks, chunk = sentence.tagged, sentence.chunks, sentence.chunks[number]
    if len(pattern) == 2 and pattern[0].islower():
        if after >= chunk.end or tagged.sentence.low[after] != pattern[0] or pattern[1] != "REST":
            return None
        stop = noun_phrase_end(tagged, after + 1, chunk.end)
        return (after + 1, stop) if stop > after + 1 else None
    following = number + 1
    if after < chunk.end or following >= len(chunks) or not is_break(tagged, after):
        return None
    nxt = chunks[following]
    kinds = {"THAT": "that", "INF": "inf", "CLAUSE": "main", "QUOTE": "quote"}
    if nxt.kind != kinds.get(pattern[0]):
        return None
    if nxt.kind == "main" and not tagged.bits[nxt.finite] & MOOD:
        return None
    end = nxt.end
    for later in chunks[following + 1 :]:
        if later.kind not in ("rel", "that", "sub", "inf") or (
            later.joined and later.kind != "that"
        ):
            break
        end = later.end
    return (nxt.start, end)


def find_adjective(sentence: Sentence, hit: Hit, number: int) -> Found | None:
    """ "X ist überzeugt, dass …", "X zeigte sich besorgt über …"."""
    tagged, chunk = sentence.tagged, sentence.chunks[number]
    if chunk.finite < 0 or not (
        tagged.bits[chunk.finite] & BE
        or any(tagged.bits[j] & REFL for j in range(chunk.finite, hit.head))
    ):
        return None
    fields = clause_fields(tagged, sentence.chunks, number, chunk.finite, hit.head)
    cue = Cue(hit, fields, hit.forms, find_subject(tagged, fields, sentence.end))
    if fields.joined:
        cue.source = shared_subject(sentence, fields) or cue.source
    if cue.source and tagged.bits[cue.source[0]] & IMPERS:
        cue.source = None
    if (cue.source is None and hit.forms[0].entry.personal) or (
        cue.source and is_thing(tagged, cue.source)
    ):
        return None
    found = find_nachfeld(sentence, cue) or _behind_adjective(sentence, cue, chunk)
    if found:
        found.construction = "adjective"
        found.cue = [(hit.head, hit.group.end)]
    return found


def _behind_adjective(sentence: Sentence, cue: Cue, chunk: Chunk) -> Found | None:
    """ "besorgt über den Mangel": the phrase behind the preposition that the adjective takes."""
    at = cue.hit.group.end
    for form in cue.forms:
        for pattern in form.frames:
            if len(pattern) != 2 or pattern[1] != "REST" or at >= chunk.end:
                continue
            if sentence.tagged.sentence.low[at] == pattern[0]:
                return make(sentence, cue, form, [(at + 1, chunk.end)], "adjective")
    return None


def found_at(
    hit: Hit, form: CueForm, source: Range | None, content: list[Range], name: str
) -> Found:
    cue = [(hit.head, hit.group.end)]
    return Found(hit=hit, form=form, source=source, content=content, construction=name, cue=cue)
