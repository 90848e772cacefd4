"""Build: what the constructions found, made into statements with spans and an act."""

from __future__ import annotations

from sayso.codebook.acts import negate
from sayso.ids import make_id
from sayso.model import Act, Cue, Date, DatePrecision, Hedge, Source, SourceKind, Statement
from sayso.packs.load import Pack
from sayso.packs.shape import CueKind, WordClass
from sayso.spans import Span, span
from sayso.stages.attribution.bits import COND, MONTH, PAST_PERFECT, TIME
from sayso.stages.attribution.found import Found
from sayso.stages.attribution.index import load_index
from sayso.stages.attribution.marks import Range, trim
from sayso.stages.attribution.phrase import phrases_at
from sayso.stages.attribution.tag import Tagged
from sayso.stages.quotations import Quotation

#: How often each construction is right on gold is measured per language (docs/measuring.md);
#: until a pack carries its own figure, this prior holds.
PRIOR = 0.8


def to_span(tagged: Tagged, text: str, words: Range) -> Span:
    """The words' passage in the text."""
    sentence = tagged.sentence
    return span(text, sentence.starts[words[0]], sentence.ends[words[1] - 1])


def build(
    found: Found,
    tagged: Tagged,
    text: str,
    document: str,
    pack: Pack,
    quotations: tuple[Quotation, ...],
) -> Statement:
    """One statement from one find."""
    sentence = tagged.sentence
    content = tuple(
        to_span(tagged, text, r) for r in (trim(tagged, *c) for c in found.content) if r[1] > r[0]
    )
    parts = tuple(to_span(tagged, text, c) for c in found.cue)
    cue_span = span(text, parts[0].start, parts[-1].end)
    source = to_span(tagged, text, trim(tagged, *found.source)) if found.source else None
    addressee = to_span(tagged, text, found.addressee) if found.addressee else None
    act = choose_act(found)
    near = _has_word_beside(found, tagged, pack)
    language = pack.head.language
    return Statement(
        id=make_id(
            "st", document, cue_span.start, source.start if source else -1, content[0].start
        ),
        document=document,
        source=Source(span=source, kind=SourceKind.NAMED if source else SourceKind.UNNAMED),
        via=(),
        addressee=Source(span=addressee, kind=SourceKind.NAMED) if addressee else None,
        cue=Cue(span=cue_span, lemma=found.form.entry.lemma, parts=parts if len(parts) > 1 else ()),
        content=content,
        sentence=span(text, sentence.start, sentence.end),
        act=act,
        first=near and _near(found, tagged, pack, WordClass.FIRST_TIME),
        earlier=_earlier(found, tagged, pack, near=near),
        direct=found.direct,
        hedge=find_hedge(found, tagged, pack, near=near),
        answers=None,
        said=find_said(found, tagged, text),
        events=(),
        language=language,
        quotes=_quotes_inside(content, found.direct, quotations, text),
        rule=_rule(found, language),
        score=pack.scores.get(found.construction, PRIOR),
    )


def _rule(found: Found, language: str) -> str:
    base = found.form.rule
    return f"{base if '/' in base else f'{language}/{base}'} {found.construction}"


def choose_act(found: Found) -> Act:
    """The entry's act, or what negation makes of it."""
    entry = found.form.entry
    if found.negated:
        return entry.negated or negate(entry.act)
    return entry.act


def _near(found: Found, tagged: Tagged, pack: Pack, word_class: WordClass) -> bool:
    """A phrase of the class stands at the cue, or anywhere outside the content."""
    group = found.hit.group
    return phrases_at(
        tagged, pack, word_class, max(0, group.start - 6), min(len(tagged), group.end + 6)
    )


def _has_word_beside(found: Found, tagged: Tagged, pack: Pack) -> bool:
    """Near the cue stands a word that may tell something of the saying; at most cues none does."""
    group = found.hit.group
    beside = tagged.sentence.low[max(0, group.start - 6) : group.end + 6]
    return not load_index(pack).beside.isdisjoint(beside)


def _earlier(found: Found, tagged: Tagged, pack: Pack, *, near: bool) -> bool:
    group = found.hit.group
    verb = range(found.cue[0][0], max(group.end, found.cue[-1][1]))
    if group.perfect and any(tagged.bits[i] & PAST_PERFECT for i in verb):
        return True
    return near and phrases_at(
        tagged, pack, WordClass.EARLIER, max(0, group.start - 4), min(len(tagged), group.end + 1)
    )


def find_said(found: Found, tagged: Tagged, text: str) -> Date | None:
    """The day named beside the cue ("said on Tuesday"), in the page's words.

    Its value stays open: which Tuesday it was is for the dates' stage to tell.
    """
    group = found.hit.group
    inside = {i for a, b in found.content for i in range(a, b)}
    for i in (
        *range(group.end, min(len(tagged), group.end + 4)),
        *range(group.start - 1, max(-1, group.start - 4), -1),
    ):
        if tagged.bits[i] & TIME and i not in inside and tagged.sentence.quote[i] < 0:
            stop = i + 1
            while stop < len(tagged) and tagged.bits[stop] & (TIME | MONTH) and stop not in inside:
                stop += 1
            words = to_span(tagged, text, (i, stop)).text
            return Date(value=None, precision=DatePrecision.DAY, text=words)
    return None


def find_hedge(found: Found, tagged: Tagged, pack: Pack, *, near: bool = True) -> Hedge:
    """The saying's own doubt: in the cue's entry, in its verb group, or right beside it.

    Args:
        near: False where no word beside the cue can tell one.
    """
    entry, group = found.form.entry, found.hit.group
    if entry.hedge is not Hedge.NONE:
        return entry.hedge
    if entry.kind in (CueKind.ADVERB, CueKind.MODAL) and entry.act is Act.HEARSAY:
        return Hedge.HEARSAY
    start, end = max(0, group.start - 1), min(len(tagged), group.end + 1)
    for word_class, hedge in (
        (WordClass.HEDGE_HEARSAY, Hedge.HEARSAY),
        (WordClass.HEDGE_PROBABLE, Hedge.PROBABLE),
        (WordClass.HEDGE_POSSIBLE, Hedge.POSSIBLE),
    ):
        if near and phrases_at(tagged, pack, word_class, start, end):
            return hedge
    if group.conditional or any(tagged.bits[i] & COND for i in range(group.start, group.head)):
        return Hedge.HEARSAY if not group.modal else Hedge.POSSIBLE
    return Hedge.NONE


def _quotes_inside(
    content: tuple[Span, ...], direct: bool, quotations: tuple[Quotation, ...], text: str
) -> tuple[Span, ...]:
    """Quotations inside content that is otherwise in the page's words."""
    if direct:
        return ()
    return tuple(
        span(text, quotation.start, quotation.end)
        for quotation in quotations
        for piece in content
        if piece.start <= quotation.start and quotation.end <= piece.end
    )
