"""Saying without a cue word: reported mood that goes on, and "soll … haben".

German tells by the mood of the verb that somebody else is speaking: a sentence in Konjunktiv I
after a statement goes on with it, and *soll* with a perfect infinitive passes on what nobody named
says. The cue of such a statement is the finite verb.
"""

from __future__ import annotations

from sayso.model import Act
from sayso.packs.load import PARTICIPLE, CueForm
from sayso.packs.shape import CueEntry, CueKind, Marks
from sayso.stages.attribution.bits import AUX_NF, COND, MOOD, PUNCTUATION
from sayso.stages.attribution.found import Clauses, Found
from sayso.stages.attribution.hits import Group, Hit
from sayso.stages.attribution.marks import trim
from sayso.stages.attribution.tag import Tagged
from sayso.stages.attribution.v2.chunks import Chunk, chunk_at
from sayso.stages.attribution.v2.clause import Sentence

#: Reported mood has no pack entry: the class of its verbs is in words.toml.
CONTINUED = CueEntry(
    lemma="reported mood",
    act=Act.ASSERT,
    example="Die Brücke sei sicher.",
    marks=Marks(cue="sei", content="Die Brücke sei sicher"),
)


def find_mood(clauses: Clauses, found: list[Found]) -> list[Found]:
    """Statements of a sentence that only the mood of its verbs shows."""
    if not isinstance(clauses, Sentence):
        return []
    hearsay = [f for f in (_hearsay(clauses, hit, found) for hit in clauses.hits) if f]
    if found or hearsay:
        return hearsay
    continued = _continued(clauses)
    return [continued] if continued else []


def _hearsay(sentence: Sentence, hit: Hit, found: list[Found]) -> Found | None:
    """ "Zwei Männer sollen geflohen sein": *soll* with a perfect infinitive at the clause's end."""
    number = chunk_at(sentence.chunks, hit.head)
    if hit.kind is not CueKind.MODAL or number < 0 or _told(hit.head, found):
        return None
    chunk = sentence.chunks[number]
    if chunk.finite != hit.head or not _perfect_infinitive(sentence.tagged, chunk):
        return None
    content = _clause(sentence, number)
    return Found(
        hit=hit,
        form=_mood_form(sentence, hit.forms[0].entry, "hearsay"),
        source=None,
        content=[content],
        construction="mood-hearsay",
        cue=[(hit.head, hit.head + 1)],
    )


def _mood_form(sentence: Sentence, entry: CueEntry, name: str) -> CueForm:
    """The form of a cue that is a mood: its rule tells that no word of the pack was the cue."""
    rule = f"{sentence.pack.head.language}/mood/{name}"
    return CueForm(words=(), entry=entry, form="word", particle=None, frames=(), rule=rule)


def _told(head: int, found: list[Found]) -> bool:
    return any(a <= head < b for f in found for a, b in f.content)


def _perfect_infinitive(tagged: Tagged, chunk: Chunk) -> bool:
    """The clause ends in a participle and a non-finite auxiliary: "getötet worden sein"."""
    bits = tagged.bits
    last = chunk.end - 1 if chunk.opened < 0 else chunk.finite - 1
    while last > chunk.start and bits[last] & PUNCTUATION:
        last -= 1
    if not bits[last] & AUX_NF:
        return False
    before = last - 1
    while before > chunk.start and bits[before] & AUX_NF and not bits[before] & PARTICIPLE:
        before -= 1
    return bool(bits[before] & PARTICIPLE)


def _clause(sentence: Sentence, number: int) -> tuple[int, int]:
    """The clause's own chunks, with what hangs on it."""
    chunks = sentence.chunks
    start = number
    while (
        start and chunks[number].kind == "v1" and chunks[start - 1].kind in ("phrase", "rel", "sub")
    ):
        start -= 1
    stop = number
    while stop + 1 < len(chunks) and chunks[stop + 1].kind in ("rel", "that", "sub", "inf"):
        stop += 1
    return trim(sentence.tagged, chunks[start].first, chunks[stop].end)


def _continued(sentence: Sentence) -> Found | None:
    """A sentence whose first main clause is in Konjunktiv I."""
    tagged, chunks = sentence.tagged, sentence.chunks
    main = next((c for c in chunks if c.kind in ("main", "v1", "quote")), None)
    if main is None or main.kind == "quote" or main.finite <= 0:
        return None
    b = tagged.bits[main.finite]
    if not b & MOOD or b & COND or tagged.sentence.quote[main.finite] >= 0:
        return None
    content = trim(tagged, 0, len(tagged))
    head = main.finite
    form = _mood_form(sentence, CONTINUED, "continued")
    hit = Hit([form], Group(head, head, head + 1), CueKind.MODAL)
    return Found(
        hit=hit,
        form=form,
        source=None,
        content=[content],
        construction="mood",
        cue=[(head, head + 1)],
    )
