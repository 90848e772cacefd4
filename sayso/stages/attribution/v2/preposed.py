"""Content before its cue: „…“, sagte X; Der Plan, sagte X, sei gut; …, wie X mitteilte."""

from __future__ import annotations

from sayso.packs.shape import CueKind
from sayso.stages.attribution.bits import COMP, MOOD, QUEST, REL, SUB
from sayso.stages.attribution.found import Found
from sayso.stages.attribution.marks import Range, starts_quote
from sayso.stages.attribution.v2.chunks import is_break
from sayso.stages.attribution.v2.clause import Cue, Sentence, make, takes
from sayso.stages.attribution.v2.content import content_end, find_nachfeld
from sayso.stages.attribution.v2.nominative import nominative_in


def find_preposed(sentence: Sentence, cue: Cue) -> Found | None:
    """The statement whose content stands before its cue, or around it."""
    speaking = [f for f in cue.forms if takes(f, "QUOTE", "THAT", "CLAUSE")]
    if not speaking or (cue.source is None and not (_impersonal(cue) or cue.fields.passive)):
        return None
    if cue.fields.final:
        return _as_clause(sentence, cue) if _is_as(sentence, cue) else None
    if cue.fields.joined or (cue.fields.run < 0 and not _after_so(sentence, cue)):
        return None
    return _inverted(sentence, cue)


def _after_so(sentence: Sentence, cue: Cue) -> bool:
    """ ", so sagte X": the Vorfeld is nothing but a word that points back at the content."""
    start, stop = cue.fields.vorfeld
    return stop == start + 1 and any(
        h.head == start and h.kind is CueKind.PREPOSITION for h in sentence.hits
    )


def _impersonal(cue: Cue) -> bool:
    return not cue.forms[0].entry.personal


def _is_as(sentence: Sentence, cue: Cue) -> bool:
    """A clause of manner with a saying and no content of its own: ", wie die Polizei mitteilte"."""
    bits, fields = sentence.tagged.bits, cue.fields
    b = bits[fields.opener]
    if not (b & SUB and b & QUEST) or b & (COMP | REL):
        return False
    after = fields.last + 1
    return not (after < len(sentence.chunks) and sentence.chunks[after].kind in ("that", "inf"))


def _as_clause(sentence: Sentence, cue: Cue) -> Found | None:
    """Before the clause of manner stands the content; or after it, where it opens the sentence."""
    chunks, number = sentence.chunks, cue.fields.chunk
    form = next(f for f in cue.forms if takes(f, "QUOTE", "THAT", "CLAUSE"))
    if number == 0 or (
        number == 1 and chunks[0].finite < 0 and chunks[0].end - chunks[0].start <= 2
    ):
        start = cue.fields.last + 1
        if start >= len(chunks):
            return None
        end = content_end(sentence, cue.hit, start, "CLAUSE")
        return make(sentence, cue, form, [(chunks[start].start, end)], "as-clause")
    content = [(_left_start(sentence, number), chunks[number - 1].end)]
    after = cue.fields.last + 1
    if after < len(chunks) and _goes_on(sentence, number, after):
        content.append((chunks[after].start, content_end(sentence, cue.hit, after, "CLAUSE")))
    return make(sentence, cue, form, content, "preposed-as")


def _goes_on(sentence: Sentence, number: int, after: int) -> bool:
    """The clause that the insertion interrupts goes on behind it."""
    chunks = sentence.chunks
    if chunks[after].joined:
        return False
    open_before = chunks[number - 1].kind == "phrase" or (
        chunks[number - 1].kind == "that" and chunks[number - 1].finite < 0
    )
    return open_before or (
        chunks[after].kind == "phrase" and not is_break(sentence.tagged, chunks[after].end)
    )


def _inverted(sentence: Sentence, cue: Cue) -> Found | None:
    """The verb first, and content before it."""
    tagged, chunks, fields = sentence.tagged, sentence.chunks, cue.fields
    number = fields.chunk
    if number == 0 or (chunks[number].kind != "v1" and not _after_so(sentence, cue)):
        return None
    before = chunks[number - 1]
    inside = nominative_in(tagged, *fields.mittelfeld, sentence.end)
    if before.kind == "phrase" and cue.source and cue.source[0] < fields.finite:
        if fields.run < number - 1 or inside is None:
            return None
        cue.source = inside
    elif (
        before.kind in ("rel", "sub", "inf", "that")
        and cue.source
        and cue.source[0] < fields.finite
    ):
        return None
    quoted = before.kind == "quote"
    if cue.fields.run < 0:
        cue.fields.run = number - 1
    elif not quoted and _has_nachfeld(sentence, cue):
        return None
    if chunks[fields.run].kind == "sub" and not quoted and fields.run == 0:
        opener = tagged.bits[chunks[0].opened]
        if not opener & QUEST or opener & SUB:
            return None
    left = _left_start(sentence, number)
    start = before.start if quoted and _whole_quote(sentence, number, left) else left
    content: list[Range] = [(start, before.end)]
    right = _right(sentence, cue, before.kind)
    if right:
        content.append(right)
    form = next(f for f in cue.forms if takes(f, "QUOTE", "THAT", "CLAUSE"))
    found = make(sentence, cue, form, content, "preposed")
    if found:
        found.direct = quoted and starts_quote(tagged, found.content[0][0])
    return found


def _has_nachfeld(sentence: Sentence, cue: Cue) -> bool:
    """Content stands behind the cue, so what stands before it is no content."""
    after = cue.fields.last + 1
    chunks = sentence.chunks
    if after < len(chunks) and chunks[after].kind in ("v1",):
        return False
    found = find_nachfeld(sentence, cue)
    return found is not None and (
        found.construction != "nachfeld-clause"
        or (sentence.chunks[cue.fields.run].kind == "phrase" and not _mood_after(sentence, after))
    )


def _mood_after(sentence: Sentence, after: int) -> bool:
    chunk = sentence.chunks[after]
    return chunk.finite >= 0 and bool(sentence.tagged.bits[chunk.finite] & MOOD)


def _whole_quote(sentence: Sentence, number: int, left: int) -> bool:
    """Right before the quotation nothing belongs to the content."""
    before = sentence.chunks[number - 1]
    return left >= before.start - 1 or sentence.tagged.sentence.words[before.start - 1] in ":.!?"


def _left_start(sentence: Sentence, number: int) -> int:
    """Where content before a cue begins: after the last statement's own words."""
    start = 0
    end = sentence.chunks[number - 1].end
    for found in sentence.found:
        last = max(c[1] for c in [*found.content, *found.cue])
        if (
            found.hit.kind is CueKind.VERB
            and last < end
            and (found.construction.startswith(("preposed", "as")))
        ):
            start = max(start, last)
    for chunk in sentence.chunks[:number]:
        if chunk.start >= start:
            return chunk.first if chunk.joined else chunk.start
    return start


def _right(sentence: Sentence, cue: Cue, before: str) -> Range | None:
    """The second half after an insertion: a quotation, or the rest of the clause."""
    chunks, after = sentence.chunks, cue.fields.last + 1
    if cue.source:
        while after < len(chunks) and chunks[after].start < cue.source[1]:
            after += 1
    if after >= len(chunks):
        return None
    chunk = chunks[after]
    if chunk.kind == "quote":
        return (chunk.start, chunk.end)
    if before == "quote" or chunk.joined or chunk.kind in ("rel", "sub"):
        return None
    if (before == "phrase" and chunk.kind in ("v1", "phrase")) or _mood_after(sentence, after):
        return (chunk.start, content_end(sentence, cue.hit, after, "CLAUSE"))
    return None
