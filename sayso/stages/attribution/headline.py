"""Colons and dashes: “Vogt: bridge holds”, and a quotation signed after a dash."""

from __future__ import annotations

from sayso.model import Act
from sayso.packs.load import NOUNISH, CueForm
from sayso.packs.shape import CueEntry, CueKind, Marks
from sayso.stages.attribution.bits import NAME, PUNCTUATION
from sayso.stages.attribution.found import Found
from sayso.stages.attribution.hits import Group, Hit, is_finite
from sayso.stages.attribution.marks import DASHES, body_end, quote_end, starts_quote, trim
from sayso.stages.attribution.tag import Tagged
from sayso.stages.segment import Sentence

#: A colon or dash has no pack entry: it is a cue in every language.
COLON = CueForm(
    words=(":",),
    entry=CueEntry(
        lemma=":",
        act=Act.ASSERT,
        example="Lena Vogt: the bridge holds",
        marks=Marks(source="Lena Vogt", cue=":", content="the bridge holds"),
    ),
    form="word",
    particle=None,
    frames=(),
    rule="colon",
)


def may_hold_colon(sentence: Sentence) -> bool:
    """False where `find_colon` finds nothing: no colon near the start, no quotation opens it."""
    return ":" in sentence.words[:12] or sentence.quote[0] >= 0


def find_colon(tagged: Tagged, headline: bool) -> Found | None:
    """ "Lena Vogt: the bridge holds" in a headline, or before a quotation anywhere."""
    words = tagged.sentence.words
    signature = _signature(tagged)
    if signature or ":" not in words[:12]:
        return signature
    at = words.index(":")
    quoted = starts_quote(tagged, at + 1) if at + 1 < len(words) else False
    if at == 0 or not (headline or quoted) or at + 3 > len(words) or tagged.sentence.quote[at] >= 0:
        return None
    if any(is_finite(tagged, j) and not tagged.bits[j] & NOUNISH for j in range(at)):
        return None
    if not any(b & NAME for b in tagged.bits[:at]) or any(
        b & PUNCTUATION for b in tagged.bits[:at]
    ):
        return None
    content = trim(tagged, at + 1, body_end(tagged))
    if content[1] <= content[0]:
        return None
    hit = Hit([COLON], Group(at, at, at + 1), CueKind.PREPOSITION)
    return Found(
        hit=hit,
        form=COLON,
        source=(0, at),
        content=[content],
        construction="colon",
        cue=[(at, at + 1)],
        direct=quoted,
    )


def _signature(tagged: Tagged) -> Found | None:
    """ “…” — Irma Sandoval, novelist: a quotation signed after a dash."""
    sentence = tagged.sentence
    if not sentence.words or not starts_quote(tagged, 0):
        return None
    at = quote_end(tagged, 0)
    if (
        at + 1 >= len(sentence)
        or at < 4
        or sentence.words[at] not in DASHES
        or len(sentence) - at > 14
    ):
        return None
    source = trim(tagged, at + 1, len(sentence))
    if not tagged.bits[source[0]] & NAME or any(is_finite(tagged, j) for j in range(*source)):
        return None
    hit = Hit([COLON], Group(at, at, at + 1), CueKind.PREPOSITION)
    return Found(
        hit=hit,
        form=COLON,
        source=source,
        content=[(0, at)],
        construction="signature",
        cue=[(at, at + 1)],
        direct=True,
    )
