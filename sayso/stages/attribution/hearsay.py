"""Hearsay: adverbs and verb forms that pass on what nobody named says."""

from __future__ import annotations

from sayso.packs.load import INFINITIVE, NOUNISH, PARTICIPLE
from sayso.packs.shape import CueKind
from sayso.stages.attribution.bits import ADV, ADVERS, SUB
from sayso.stages.attribution.found import Found
from sayso.stages.attribution.hits import Hit
from sayso.stages.attribution.marks import Range, is_comma, trim
from sayso.stages.attribution.tag import Tagged


def find_hearsay(
    tagged: Tagged, hit: Hit, hits: list[Hit], others: list[Found], end: int
) -> Found | None:
    """ "reportedly", "soll", "aurait": the page passes on what nobody named says."""
    head = hit.head
    for other in others:
        if any(start <= head < stop for start, stop in other.content):
            return None
        if other.hit.group.start <= head <= other.hit.group.end:
            return None
    if hit.kind is CueKind.MODAL and not _modal_reads(tagged, hit, end):
        return None
    start, stop = _clause_around(tagged, head, end)
    content = (
        [(start, head), (hit.group.end, stop)] if hit.kind is CueKind.ADVERB else [(start, stop)]
    )
    content = [trim(tagged, *c) for c in content]
    content = [c for c in content if c[1] > c[0]]
    if not content:
        return None
    return Found(
        hit=hit,
        form=hit.forms[0],
        source=None,
        content=content,
        construction=f"hearsay-{hit.kind}",
        cue=[(head, hit.group.end)],
    )


def _modal_reads(tagged: Tagged, hit: Hit, end: int) -> bool:
    """A modal of hearsay: a conditional needs its participle, and no condition in the sentence."""
    form = hit.forms[0]
    if form.form == "conditional":
        at = hit.group.end
        while at < end and tagged.bits[at] & (ADV | 1 << 30):
            at += 1
        if at >= end or not tagged.bits[at] & PARTICIPLE:
            return False
        if at + 1 < end and tagged.bits[at + 1] & INFINITIVE and not tagged.bits[at + 1] & NOUNISH:
            return False  # "aurait dû fermer": a true conditional
    return not any(b & SUB for b in tagged.bits[: hit.head])


def _clause_around(tagged: Tagged, head: int, end: int) -> Range:
    start = 0
    for j in range(head - 1, -1, -1):
        if tagged.sentence.words[j] == ";" or (tagged.bits[j] & ADVERS and is_comma(tagged, j - 1)):
            start = j + 1
            break
    stop = end
    for j in range(head + 1, end):
        if tagged.sentence.words[j] == ";" or (tagged.bits[j] & ADVERS and is_comma(tagged, j - 1)):
            stop = j
            break
    return start, stop
