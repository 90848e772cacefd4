"""Attribute: who says what in one document, found from a language pack."""

from __future__ import annotations

import msgspec

from sayso.model import Act, Reason, Statement, Undecided
from sayso.packs.load import Pack
from sayso.packs.shape import CueKind
from sayso.spans import span
from sayso.stages.attribution.bits import DET, INDEF, MOOD, NAME, PREP, REL, SUBJ, THIRD
from sayso.stages.attribution.build import build
from sayso.stages.attribution.found import Clauses, Found
from sayso.stages.attribution.headline import find_colon, may_hold_colon
from sayso.stages.attribution.hits import Hit, find_hits, may_hold_cue
from sayso.stages.attribution.marks import ends_quote
from sayso.stages.attribution.others import find_others
from sayso.stages.attribution.svo.verbs import find_verbs
from sayso.stages.attribution.tag import Tagged, tag
from sayso.stages.attribution.v2.settle import settle
from sayso.stages.segment import Segmented, Sentence


def attribute(
    cut: Segmented, document: str, pack: Pack, sentences: tuple[int, ...] | None = None
) -> tuple[tuple[Statement, ...], tuple[Undecided, ...]]:
    """The statements of a document, in the order of their cues.

    Args:
        cut: the segmented text.
        document: the document's id.
        pack: the language pack to read with.
        sentences: indexes of the sentences to read (those in the pack's language); None: all.

    Returns:
        Statements whose sources are not yet resolved, and what stayed undecided.
    """
    reading = set(range(len(cut.sentences))) if sentences is None else set(sentences)
    statements: list[Statement] = []
    undecided: list[Undecided] = []
    last: tuple[int, Sentence] | None = None
    for number, sentence in enumerate(cut.sentences):
        if number not in reading:
            continue
        if _only_quotation(sentence):
            follows = last is not None and last[1].paragraph == sentence.paragraph
            if follows and last is not None and statements:
                _extend(statements, last[0], cut, sentence)
            else:
                undecided.append(
                    Undecided(
                        span=span(cut.text, sentence.start, sentence.end),
                        reason=Reason.QUOTE_WITHOUT_SOURCE,
                        rule="quote-alone",
                    )
                )
            continue
        found, missed, tagged = read_sentence(sentence, pack, headline=number == 0)
        built = [build(f, tagged, cut.text, document, pack, cut.quotations) for f in found]
        made = settle(built, found, cut, number, statements[-1] if statements else None)
        kept = [(s, f) for s, f in zip(made, found, strict=True) if s]
        quoting = [s for s, f in kept if f.direct or _quotes(f, tagged)]
        statements += [s for s, _ in kept]
        undecided += [_undecided(hit, reason, tagged, cut.text) for hit, reason in missed]
        last = (statements.index(quoting[-1]), sentence) if quoting else None
    return tuple(statements), tuple(undecided)


def read_sentence(
    sentence: Sentence, pack: Pack, *, headline: bool
) -> tuple[list[Found], list[tuple[Hit, str]], Tagged]:
    """What one sentence holds: finds in the order of their cues, and the cues that failed."""
    if not may_hold_statement(sentence, pack):
        return [], [], Tagged(sentence, [])
    tagged = tag(sentence, pack)
    hits = find_hits(tagged, pack)
    found: list[Found] = []
    missed: list[tuple[Hit, str]] = []
    if hits or (pack.head.order == "v2" and any(b & MOOD for b in tagged.bits)):
        clauses = _find_verbs(tagged, hits, pack)
        found = [*clauses.found, *_find_others(clauses)]
        missed = clauses.missed
    if pack.head.headline_colon:
        colon = find_colon(tagged, headline)
        if colon and not any(f.cue[0][0] < colon.cue[0][0] for f in found):
            found.append(colon)
    found = [f for f in found if f.content and not is_told(f, found, tagged)]
    found.sort(key=lambda f: f.cue[0])
    return found, missed, tagged


def may_hold_statement(sentence: Sentence, pack: Pack) -> bool:
    """False where there is nothing to read: no cue's words, no mood of report, no colon or dash.

    A third of a news page's sentences; they need no tagging.
    """
    if may_hold_cue(sentence, pack) or (pack.head.headline_colon and may_hold_colon(sentence)):
        return True
    known = pack.classes
    return pack.head.order == "v2" and any(known.get(word, 0) & MOOD for word in sentence.low)


def _find_verbs(tagged: Tagged, hits: list[Hit], pack: Pack) -> Clauses:
    """The verb cues, by the language's word order."""
    if pack.head.order == "v2":
        from sayso.stages.attribution.v2.verbs import find_verbs_v2

        return find_verbs_v2(tagged, hits, pack)
    return find_verbs(tagged, hits, pack)


def _find_others(clauses: Clauses) -> list[Found]:
    """The cues that are no verbs, by the language's word order."""
    if clauses.pack.head.order == "v2":
        from sayso.stages.attribution.v2.mood import find_mood
        from sayso.stages.attribution.v2.others import find_others_v2

        others = find_others_v2(clauses)
        return [*others, *find_mood(clauses, [*clauses.found, *others])]
    return find_others(clauses.tagged, clauses.hits, clauses.found, clauses.pack)


#: Acts that a ledger must not miss, even with a noun for their content and inside another's.
STRONG = frozenset({Act.DENY, Act.ADMIT, Act.ACCUSE, Act.PROMISE, Act.THREATEN, Act.CONFIRM})


def is_told(found: Found, others: list[Found], tagged: Tagged) -> bool:
    """What somebody is said to want, think or plan belongs to the content it stands in.

    Only saying is nested ("A reports that B said"): an attitude inside another's content is that
    other's telling. So is one under a modal ("may want"), in a relative clause that only describes
    ("those who support it"), after a preposition ("by opposing it"), or of nobody on the page
    ("I", "you").
    """
    if found.hit.kind in (CueKind.PREPOSITION, CueKind.POSTPOSITION):
        return False
    if found.construction.startswith("preposed"):
        return False
    group, source, act = found.hit.group, found.source, found.form.entry.act
    if source and source[1] - source[0] == 1 and found.construction == "subject-inf":
        if tagged.bits[source[0]] & REL and not tagged.bits[source[0]] & (NAME | DET):
            return True  # "officials who asked not to be named"
    if group.modal and source and tagged.bits[source[0]] & INDEF:
        return True  # "one may say": the page's own voice
    if any("QUOTE" in pattern for pattern in found.form.frames):
        clausal = found.construction.endswith(("that", "clause", "quote")) or (
            act in STRONG and source is not None
        )
        return (group.modal or not clausal) and _inside(found, others)
    if group.gerund and group.start and tagged.bits[group.start - 1] & PREP:
        return True
    if source and source[1] - source[0] == 1:
        b = tagged.bits[source[0]]
        if (b & REL and not b & NAME) or (b & SUBJ and not b & THIRD and not b & NAME):
            return True
    return group.modal or _inside(found, others)


def _inside(found: Found, others: list[Found]) -> bool:
    head = found.hit.head
    return any(a <= head < b for o in others if o is not found for a, b in o.content)


def _only_quotation(sentence: Sentence) -> bool:
    return sentence.quote[0] >= 0 and all(
        q >= 0 or not word[0].isalnum()
        for q, word in zip(sentence.quote, sentence.words, strict=True)
    )


def _quotes(found: Found, tagged: Tagged) -> bool:
    """Some piece of the content ends with a quotation."""
    return any(ends_quote(tagged, b - 1) for _, b in found.content)


def _extend(statements: list[Statement], index: int, cut: Segmented, sentence: Sentence) -> None:
    """A quotation that stands alone after a quoted statement goes on with it."""
    piece = span(cut.text, sentence.start, sentence.end)
    old = statements[index]
    statements[index] = msgspec.structs.replace(old, content=(*old.content, piece))


def _undecided(hit: Hit, reason: str, tagged: Tagged, text: str) -> Undecided:
    sentence = tagged.sentence
    return Undecided(
        span=span(text, sentence.starts[hit.group.start], sentence.ends[hit.group.end - 1]),
        reason=Reason(reason),
        rule=hit.forms[0].rule,
    )
