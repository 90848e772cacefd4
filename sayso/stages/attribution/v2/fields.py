"""Fields: the clause around a verb cue, cut into its topological fields (Drach).

Vorfeld        one constituent before the finite verb, or none
left bracket   the finite verb, or what opens a subordinate clause
Mittelfeld     between the brackets: subject, objects, adverbials
right bracket  particle, participle, infinitive; the finite verb of a subordinate clause
Nachfeld       what follows, mostly after a comma: the content of a saying
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.packs.load import INFINITIVE, PARTICIPLE
from sayso.stages.attribution.bits import (
    ADV,
    AUX,
    AUX_NF,
    BE,
    COMP,
    COORD,
    DET,
    HAVE,
    MODAL,
    MOOD,
    NAME,
    NEG,
    PREP,
    PUNCTUATION,
    SUB,
)
from sayso.stages.attribution.hits import Group
from sayso.stages.attribution.marks import Range, starts_quote
from sayso.stages.attribution.tag import Tagged
from sayso.stages.attribution.v2.chunks import INSERTED, Chunk, chunk_at, holds_verb
from sayso.stages.attribution.v2.nominative import (
    can_be_subject,
    trim_subject,
)


class Form(Protocol):
    """A form of a verb: finite or not, with the particle that must close its clause."""

    @property
    def finite(self) -> bool:
        """It can be a clause's finite verb."""

    @property
    def particle(self) -> str | None:
        """The separable particle, or None."""


class VerbHit(Protocol):
    """A verb in a sentence: a cue's, or another's."""

    @property
    def forms(self) -> Sequence[Form]:
        """The forms that stand here."""

    @property
    def group(self) -> Group:
        """The verb group."""

    @property
    def head(self) -> int:
        """Index of the verb's first word."""


@dataclass(slots=True)
class Fields:
    """One clause around a cue.

    Attributes:
        chunk: number of the chunk with the finite verb; `last` of the one where the clause ends.
        end: index after the clause's last word.
        finite: index of the finite verb.
        bracket: first word of the right bracket, or `end`.
        final: the finite verb closes the clause (subordinate).
        opener: index of the word that opens a subordinate clause, or -1.
        vorfeld, mittelfeld: their words.
        run: number of the first chunk of what stands before a verb-first clause, or -1: its
            Vorfeld, or content that its cue was put into.
        joined: the clause shares the subject of the one before.
        passive, negated, modal, reported: what the verb group says.
    """

    chunk: int
    last: int
    end: int
    finite: int
    bracket: int
    final: bool
    opener: int
    vorfeld: Range
    mittelfeld: Range
    run: int = -1
    joined: bool = False
    passive: bool = False
    negated: bool = False
    modal: bool = False
    reported: bool = False


def read_fields(tagged: Tagged, chunks: list[Chunk], hit: VerbHit) -> Fields | None:
    """The fields of the clause that a verb cue stands in; None where it is no predicate."""
    number = chunk_at(chunks, hit.head)
    if number < 0 or chunks[number].kind == "quote":
        return None
    words = range(hit.head, hit.group.end)
    if chunks[number].finite in words:
        if not any(f.finite for f in hit.forms):
            return None
        return _finite_cue(tagged, chunks, number, hit)
    if not any(tagged.bits[j] & (PARTICIPLE | INFINITIVE) for j in words):
        return None
    return _nonfinite_cue(tagged, chunks, number, hit)


def _finite_cue(tagged: Tagged, chunks: list[Chunk], number: int, hit: VerbHit) -> Fields | None:
    """The cue is the finite verb itself."""
    chunk, head = chunks[number], chunks[number].finite
    if chunk.opened >= 0:
        before = tagged.sentence.low[head - 1]  # "bekannt gab": the particle stands apart
        owner = chunk.owner if chunk.owner >= 0 else number
        if any(f.particle is None for f in hit.forms):
            return _finish(tagged, chunks, owner, number, head, head)
        if any(f.particle == before for f in hit.forms):
            return _finish(tagged, chunks, owner, number, head, head - 1)
        return None
    particle = find_particle(tagged, chunks, number, hit)
    if particle is None and all(f.particle for f in hit.forms):
        return None
    if particle is None:
        return _finish(tagged, chunks, number, number, head, chunk.end)
    last = chunk_at(chunks, particle)
    return _finish(tagged, chunks, number, last, head, particle)


def find_particle(tagged: Tagged, chunks: list[Chunk], number: int, hit: VerbHit) -> int | None:
    """Where the separable particle of the hit's verb stands: at the end of the clause, which may
    come after an inserted clause."""
    wanted = {f.particle for f in hit.forms if f.particle}
    if not wanted:
        return None
    for n in range(number, min(len(chunks), number + 5)):
        if n > number and chunks[n].kind not in INSERTED:
            return None
        found = _particle_in(tagged, chunks[n], hit.head, wanted)
        if found is not None and (n == number or chunks[n].kind in ("phrase", "inf")):
            return found
    return None


def _particle_in(tagged: Tagged, chunk: Chunk, head: int, wanted: set[str]) -> int | None:
    low, bits = tagged.sentence.low, tagged.bits
    for j in range(chunk.end - 1, max(head, chunk.start - 1), -1):
        if tagged.sentence.quote[j] >= 0 or low[j] not in wanted:
            continue
        after = j + 1
        if (
            after >= chunk.end
            or bits[after] & (PUNCTUATION | COORD | COMP)
            or starts_quote(tagged, after)
        ):
            return j
        if not bits[j] & PREP and bits[after] & (PREP | ADV):
            return j
    return None


def _nonfinite_cue(tagged: Tagged, chunks: list[Chunk], number: int, hit: VerbHit) -> Fields | None:
    """The cue is a participle or infinitive: its auxiliary is the chunk's finite verb, or stands
    before an inserted clause ("hat der Minister, der …, erklärt")."""
    bits, head, chunk = tagged.bits, hit.head, chunks[number]
    owner = number
    if chunk.finite < 0:
        if chunk.joined and number and hit.group.end >= chunk.end - 1:
            owner = number - 1
        elif not _closes(tagged, hit.group.end, chunk.end):
            return None
        while owner == number or (owner >= 0 and chunks[owner].kind in INSERTED):
            owner -= 1
            if owner < 0 or number - owner > 4:
                return None
    aux = chunks[owner].finite
    if aux < 0 or not bits[aux] & AUX:
        return None
    final = chunks[owner].opened >= 0
    if final and owner == number:
        if aux < head or any(
            not bits[j] & (AUX_NF | AUX | INFINITIVE | PARTICIPLE) for j in range(head + 1, aux)
        ):
            return None
    elif not _closes(tagged, hit.group.end, chunk.end) and not final:
        return None
    if not final and aux > head:
        return None
    if owner != number and holds_verb(tagged, chunks[owner]):
        return None
    if (
        head
        and bits[head - 1] & (DET | PREP)
        and not bits[head - 1] & ADV
        and bits[head] & PARTICIPLE
    ):
        return None
    fields = _finish(tagged, chunks, owner, number, aux, head)
    b = bits[aux]
    participle = bool(bits[head] & PARTICIPLE) and not _infinitive_here(tagged, head, b)
    fields.passive = bool(b & BE) and not b & HAVE and participle
    if b & MODAL and not fields.passive:
        fields.passive = participle and any(
            bits[j] & AUX_NF and bits[j] & BE for j in range(head + 1, min(chunk.end, head + 3))
        )
    fields.modal, fields.reported = bool(b & MODAL) and not b & BE, bool(b & MOOD)
    return fields


def _infinitive_here(tagged: Tagged, head: int, aux: int) -> bool:
    """A form that is participle and infinitive ("bekommen") is an infinitive after a modal."""
    return bool(tagged.bits[head] & INFINITIVE and aux & MODAL and not aux & BE)


def _closes(tagged: Tagged, i: int, stop: int) -> bool:
    """After a participle come only other verb forms, or a phrase in the Nachfeld."""
    while (
        i < stop
        and tagged.bits[i] & (AUX_NF | INFINITIVE | PUNCTUATION)
        and not tagged.bits[i] & NAME
    ):
        i += 1
    if i >= stop:
        return True
    return bool(tagged.bits[i] & (PREP | COORD | COMP | SUB)) or starts_quote(tagged, i)


def _finish(
    tagged: Tagged, chunks: list[Chunk], number: int, last: int, finite: int, bracket: int
) -> Fields:
    """Fields of a clause whose verbs are known."""
    chunk = chunks[number]
    final = chunk.opened >= 0
    start = max(chunk.opened, chunk.first - 1) if final else finite
    fields = Fields(
        chunk=number,
        last=last,
        end=chunks[last].end,
        finite=finite,
        bracket=bracket,
        final=final,
        opener=chunk.opened,
        vorfeld=(chunk.first, chunk.first) if final else (chunk.first, finite),
        mittelfeld=(start + 1, bracket if not final else min(bracket, finite)),
    )
    if not final:
        _look_left(tagged, chunks, fields)
    lo, hi = fields.mittelfeld
    fields.negated = any(
        tagged.bits[j] & NEG and tagged.sentence.quote[j] < 0 for j in range(lo, max(lo, hi))
    )
    return fields


def clause_fields(
    tagged: Tagged, chunks: list[Chunk], number: int, finite: int, bracket: int
) -> Fields:
    """The fields of a chunk's clause around a cue that is no verb."""
    return _finish(tagged, chunks, number, number, finite, bracket)


def _look_left(tagged: Tagged, chunks: list[Chunk], fields: Fields) -> None:
    """What stands before a clause that begins with its verb, or with half of its Vorfeld."""
    number = fields.chunk
    chunk = chunks[number]
    if chunk.joined and chunk.kind == "v1":
        fields.joined = True
        return
    run = number
    words = tagged.sentence.words
    while (
        run
        and chunks[run - 1].kind in (*INSERTED, "that", "rest")
        and not (chunks[run].joined and chunks[run].kind in ("main", "v1"))
        and words[chunks[run].start - 1] not in ":;"
    ):
        run -= 1
    if chunk.kind == "v1":
        fields.run = run if run < number else number - 1
        if run < number and chunks[run].kind == "phrase" and (run == 0 or chunks[run].joined):
            fields.vorfeld = (chunks[run].first, _phrases_end(chunks, run))
        return
    listed = run < number and not chunk.joined and _all_phrases(chunks, run, number)
    own = trim_subject(tagged, chunk.first, fields.finite)
    first = trim_subject(tagged, chunks[run].first, chunks[run].end)
    if listed and can_be_subject(tagged, *own) and can_be_subject(tagged, *first):
        fields.vorfeld = (chunks[run].first, fields.finite)


def _phrases_end(chunks: list[Chunk], run: int) -> int:
    """Where a noun phrase with its appositions ends, before a relative clause that hangs on it."""
    while chunks[run + 1].kind == "phrase":
        run += 1
    return chunks[run].end


def _all_phrases(chunks: list[Chunk], run: int, number: int) -> bool:
    """The first chunks of a sentence are phrases only: a list, or appositions."""
    return run == 0 and all(c.kind == "phrase" for c in chunks[:number])
