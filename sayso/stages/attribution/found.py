"""What the constructions find, and the sentence they find it in."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.packs.load import CueForm, Pack
from sayso.stages.attribution.bits import NEG_DET
from sayso.stages.attribution.hits import Hit
from sayso.stages.attribution.marks import Range, trim
from sayso.stages.attribution.tag import Tagged


@dataclass(slots=True)
class Found:
    """What a construction found around a cue; ranges are word indexes in one sentence.

    `source` None means that nobody is named. `construction` is the name under which the score
    of this way of finding is kept.
    """

    hit: Hit
    form: CueForm
    source: Range | None
    content: list[Range]
    construction: str
    addressee: Range | None = None
    cue: list[Range] = field(default_factory=list)
    direct: bool = False
    negated: bool = False


#: What a cue's verb is when it only describes ("the goods reported lost"): nothing was left
#: undecided.
NOT_A_SAYING = "not_a_saying"


#: A complement that was matched: the entry's form, where the content begins, the addressee, the
#: symbol that closed the pattern, and where that symbol's own words begin.
Complement = tuple[CueForm, int, Range | None, str, int]


@dataclass(slots=True)
class Clauses:
    """A sentence while its cues are worked through, in order.

    Attributes:
        end: index after the last word that is no closing punctuation.
        found: the finds so far; `missed` the cues that gave none, each with the reason.
        complements: by the cue's first word, so that no pattern is matched twice.
    """

    tagged: Tagged
    hits: list[Hit]
    pack: Pack
    end: int
    found: list[Found] = field(default_factory=list)
    missed: list[tuple[Hit, str]] = field(default_factory=list)
    complements: dict[int, Complement | None] = field(default_factory=dict)


def make_found(
    clauses: Clauses, hit: Hit, form: CueForm, source: Range | None, content: list[Range], name: str
) -> Found:
    """A find around a verb group; "no minister said" is negated like "did not say".

    Args:
        name: the construction.
    """
    group = hit.group
    negated = group.negated
    if source and clauses.tagged.bits[source[0]] & NEG_DET:
        negated = True
    return Found(
        hit=hit,
        form=form,
        source=source,
        content=content,
        construction=name,
        cue=[(group.start, group.end)],
        negated=negated,
    )


def is_solid(tagged: Tagged, content: Range) -> bool:
    """Something is left of a content without the punctuation at its edges."""
    start, end = trim(tagged, *content)
    return end > start
