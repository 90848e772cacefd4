"""Fields: the clause around a verb cue, cut into its topological fields (Drach).

Vorfeld        one constituent before the finite verb, or none
left bracket   the finite verb, or what opens a subordinate clause
Mittelfeld     between the brackets: subject, objects, adverbials
right bracket  particle, participle, infinitive; the finite verb of a subordinate clause
Nachfeld       what follows, mostly after a comma: the content of a saying
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.load import FINITE, INFINITIVE, PARTICIPLE
from sayso.stages.attribution.chunks import INSERTED, Chunk, chunk_at, holds_verb, is_break
from sayso.stages.attribution.clause import Range, starts_quote
from sayso.stages.attribution.hits import Hit
from sayso.stages.attribution.phrases_v2 import (
    can_be_subject,
    is_thing,
    nominative_in,
    noun_phrase_end,
    trim_subject,
)
from sayso.stages.attribution.tag import (
    ADV,
    AGENT,
    AUX,
    AUX_NF,
    BE,
    COMP,
    COORD,
    DET,
    GEN,
    HAVE,
    IMPERS,
    MODAL,
    MOOD,
    NAME,
    NEG,
    NOM,
    OBJ,
    OBL,
    OPEN,
    PREP,
    PUNCTUATION,
    REL,
    SUB,
    SUBJ,
    TIME,
    Tagged,
)


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


def read_fields(tagged: Tagged, chunks: list[Chunk], hit: Hit) -> Fields | None:
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


def _finite_cue(tagged: Tagged, chunks: list[Chunk], number: int, hit: Hit) -> Fields | None:
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


def find_particle(tagged: Tagged, chunks: list[Chunk], number: int, hit: Hit) -> int | None:
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


def _nonfinite_cue(tagged: Tagged, chunks: list[Chunk], number: int, hit: Hit) -> Fields | None:
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
    elif run < number and not chunks[number].joined and _all_phrases(chunks, run, number):
        if can_be_subject(tagged, *trim_subject(tagged, chunks[run].first, chunks[run].end)):
            fields.vorfeld = (chunks[run].first, fields.finite)


def _phrases_end(chunks: list[Chunk], run: int) -> int:
    """Where a noun phrase with its appositions ends, before a relative clause that hangs on it."""
    while chunks[run + 1].kind == "phrase":
        run += 1
    return chunks[run].end


def _all_phrases(chunks: list[Chunk], run: int, number: int) -> bool:
    """The first chunks of a sentence are phrases only: a list, or appositions."""
    return run == 0 and all(c.kind == "phrase" for c in chunks[:number])


def find_subject(tagged: Tagged, fields: Fields, end: int) -> Range | None:
    """The clause's subject: the nominative in the Vorfeld, else the first one after the verb."""
    lo, hi = fields.mittelfeld
    if fields.final:
        found = nominative_in(tagged, lo, hi, hi)
        return found or _relative_subject(tagged, fields)
    inside = nominative_in(tagged, lo, max(lo, hi), end)
    start, stop = trim_subject(tagged, *fields.vorfeld)
    if stop <= start or not can_be_subject(tagged, start, stop):
        if (
            inside is None
            and stop > start
            and tagged.bits[start] & AGENT
            and tagged.bits[start] & GEN
        ):
            return (start, stop)  # a name that begins like a preposition: "Von der Leyen sagte"
        return inside
    if inside and _object_first(tagged, (start, stop), inside):
        return inside
    return (start, stop)


def _object_first(tagged: Tagged, vorfeld: Range, inside: Range) -> bool:
    """ "Das bestätigte X", "Die Vorwürfe wies X zurück": the object stands first."""
    tagged.bits[vorfeld[0]]
    if is_anaphor(tagged, vorfeld) or is_dative(tagged, vorfeld):
        return not is_thing(tagged, inside)
    first = tagged.bits[inside[0]]
    marked = bool(first & (NOM | NAME)) and not first & OBL
    return is_thing(tagged, vorfeld) and marked and not is_thing(tagged, inside)


def is_anaphor(tagged: Tagged, words: Range) -> bool:
    """A pronoun that stands for what was said before: "das", "dies"."""
    b = tagged.bits[words[0]]
    return (
        words[1] == words[0] + 1 and bool(b & (REL | DET | OBJ)) and not b & (NAME | IMPERS | SUBJ)
    )


def is_dative(tagged: Tagged, words: Range) -> bool:
    """ "Der englischen Zeitung": the determiner of a nominative, the adjective of a dative."""
    first, stop = words
    if not (tagged.bits[first] & GEN and tagged.bits[first] & NOM) or stop < first + 3:
        return False
    b = tagged.bits[first + 1]
    return tagged.sentence.low[first + 1].endswith("en") and bool(b & OPEN) and not b & NAME


def _relative_subject(tagged: Tagged, fields: Fields) -> Range | None:
    """A relative pronoun that is the subject of its clause: the noun phrase before it speaks."""
    at = fields.opener
    if (
        at < 0
        or not tagged.bits[at] & REL
        or tagged.bits[at] & (OBL & ~NOM)
        or tagged.bits[at] & SUB
    ):
        return None
    if not tagged.bits[at] & NOM:
        return None
    return _antecedent(tagged, at) or (at, at + 1)


def _antecedent(tagged: Tagged, at: int) -> Range | None:
    """The noun phrase that ends at the comma before a relative pronoun."""
    stop = at - 1
    if stop <= 0 or not is_break(tagged, stop):
        return None
    start = stop
    while start > 0 and stop - start < 14 and not is_break(tagged, start - 1):
        start -= 1
    for j in range(start, stop):
        b = tagged.bits[j]
        if b & (PREP | ADV | TIME | FINITE | AUX) and not b & (DET | NAME):
            continue
        if noun_phrase_end(tagged, j, stop) == stop:
            return (j, stop)
    return None


def surely_indicative(tagged: Tagged, i: int) -> bool:
    """The finite verb at `i` is not in reported mood."""
    return i >= 0 and bool(tagged.bits[i] & (FINITE | AUX)) and not tagged.bits[i] & MOOD


__all__ = [
    "DET",
    "Fields",
    "clause_fields",
    "find_particle",
    "find_subject",
    "read_fields",
    "surely_indicative",
]
