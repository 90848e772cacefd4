"""What the verb-second constructions share: a sentence at work, and a statement put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.packs.load import CueForm
from sayso.packs.shape import CueKind
from sayso.stages.attribution.bits import HAVE, NEG_DET
from sayso.stages.attribution.found import Clauses, Found
from sayso.stages.attribution.hits import Hit
from sayso.stages.attribution.marks import Range, trim
from sayso.stages.attribution.v2.chunks import Chunk
from sayso.stages.attribution.v2.fields import Fields, clause_fields
from sayso.stages.attribution.v2.subject import find_subject


@dataclass(slots=True)
class Sentence(Clauses):
    """A verb-second sentence while its cues are worked through: also its chunks."""

    chunks: list[Chunk] = field(default_factory=list)


@dataclass(slots=True)
class Cue:
    """One verb cue: its hit, the fields of its clause, the entries that fit, who speaks."""

    hit: Hit
    fields: Fields
    forms: list[CueForm]
    source: Range | None = None


def takes(form: CueForm, *symbols: str) -> bool:
    """The entry takes one of the complements."""
    return any(s in symbols for pattern in form.frames for s in pattern)


def cue_words(cue: Cue) -> list[Range]:
    """The cue's pieces: finite verb, particle or participle, put together where they touch."""
    hit, fields = cue.hit, cue.fields
    words = {fields.finite, *range(hit.head, hit.group.end)}
    if fields.bracket < fields.end and not fields.final:
        words.add(fields.bracket)
    pieces: list[Range] = []
    for i in sorted(words):
        if pieces and pieces[-1][1] == i:
            pieces[-1] = (pieces[-1][0], i + 1)
        else:
            pieces.append((i, i + 1))
    return pieces


def make(
    sentence: Sentence, cue: Cue, form: CueForm, content: list[Range], name: str
) -> Found | None:
    """The statement, or None where no content is left once punctuation is trimmed."""
    pieces = [c for c in (trim(sentence.tagged, *c) for c in content) if c[1] > c[0]]
    if not pieces:
        return None
    bits, source = sentence.tagged.bits, cue.source
    finite = sentence.tagged.sentence.low[cue.fields.finite]
    cue.hit.group.modal = cue.fields.modal and finite not in form.entry.with_  # "ließ wissen"
    cue.hit.group.reported = cue.fields.reported
    have = bool(bits[cue.fields.finite] & HAVE)
    cue.hit.group.perfect = have and cue.fields.finite != cue.hit.head
    return Found(
        hit=cue.hit,
        form=form,
        source=source,
        content=pieces,
        construction=name,
        cue=cue_words(cue),
        negated=cue.fields.negated or bool(source and bits[source[0]] & NEG_DET),
    )


def shared_subject(sentence: Sentence, fields: Fields) -> Range | None:
    """The subject of the clause before, where a coordinator joins the two predicates."""
    for found in reversed(sentence.found):
        if found.hit.kind is CueKind.VERB and found.hit.head < fields.finite:
            return found.source
    number = fields.chunk - 1
    while number >= 0 and sentence.chunks[number].kind not in ("main", "v1"):
        number -= 1
    if number < 0:
        return None
    chunk = sentence.chunks[number]
    bare = clause_fields(sentence.tagged, sentence.chunks, number, chunk.finite, chunk.end)
    return find_subject(sentence.tagged, bare, sentence.end)
