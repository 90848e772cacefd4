"""Cues that are no verbs: prepositions, postpositions and nouns."""

from __future__ import annotations

from sayso.model import Act
from sayso.packs.load import NOUNISH, PARTICIPLE, CueForm, Pack
from sayso.packs.shape import CueKind
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    AGENT,
    AUX,
    AUX_NF,
    BE_NF,
    COMP,
    COORD,
    DET,
    GEN,
    MARKER,
    NAME,
    NEG,
    NOT_SOURCE,
    OPEN,
    POSS,
    PREP,
    PUNCTUATION,
    REL,
    SUB,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.complement import match_pattern
from sayso.stages.attribution.found import Found
from sayso.stages.attribution.hearsay import find_hearsay
from sayso.stages.attribution.hits import Hit, find_companion, is_finite
from sayso.stages.attribution.marks import Range, body_end, is_comma, trim
from sayso.stages.attribution.phrase import np_end
from sayso.stages.attribution.svo.subject import phrase_start, shape
from sayso.stages.attribution.tag import APOSTROPHES, Tagged


def find_others(tagged: Tagged, hits: list[Hit], verbs: list[Found], pack: Pack) -> list[Found]:
    """Statements of a sentence whose cue is a preposition, noun, adverb or modal form."""
    end = body_end(tagged)
    found: list[Found] = []
    for hit in hits:
        match hit.kind:
            case CueKind.PREPOSITION:
                one = _preposition(tagged, hit, hits, end)
            case CueKind.POSTPOSITION:
                one = _postposition(tagged, hit, end)
            case CueKind.NOUN:
                one = _noun(tagged, hit, end, pack)
            case CueKind.ADVERB | CueKind.MODAL:
                one = find_hearsay(tagged, hit, hits, [*verbs, *found], end)
            case _:
                one = None
        if one:
            found.append(one)
    return found


def _preposition(tagged: Tagged, hit: Hit, hits: list[Hit], end: int) -> Found | None:
    """ "According to X, …" and "…, according to X"."""
    start = hit.group.end
    if (
        start + 1 < end
        and tagged.bits[start] & REL
        and tagged.bits[start + 1] & (DET | NAME | SUBJ | POSS)
    ):
        return None  # "selon laquelle le gaz suffira"
    stop = np_end(tagged, start, end)
    if stop == start:
        return None
    head = hit.head
    opening = head == 0 or (is_comma(tagged, head - 1) and head < 3) or head == 1
    stop = _source_end(tagged, start, stop, end, opening)
    stop = _apposition(tagged, stop, end, opening)
    while stop > start + 1 and tagged.bits[stop - 1] & PARTICIPLE and not tagged.bits[stop - 1] & (
        NAME | OPEN | NOUNISH
    ):
        stop -= 1  # "selon des chiffres publiés mardi"
    if not any(b & NAME for b in tagged.bits[start:stop]) and tagged.bits[stop - 1] & NOT_SOURCE:
        return None  # "selon la saison"
    content: list[Range] = []
    if not opening:
        left = head - 1 if is_comma(tagged, head - 1) else head
        content.append((_left_edge(tagged, left, hits, hit), left))
    after = stop + 1 if stop < end and is_comma(tagged, stop) else stop
    if after < end and (opening or is_comma(tagged, stop)):
        if opening or not tagged.bits[after] & (COORD | ADVERS | SUB):
            content.append((after, _right_edge(hits, hit, after, end, tagged)))
    content = [trim(tagged, *c) for c in content]
    content = [c for c in content if c[1] > c[0]]
    if not content:
        return None
    return Found(
        hit=hit,
        form=hit.forms[0],
        source=(start, stop),
        content=content,
        construction="preposition",
        cue=[(head, hit.group.end)],
    )


def _source_end(tagged: Tagged, start: int, stop: int, end: int, opening: bool) -> int:
    """A source after a preposition ends before a second determiner phrase or a time."""
    for j in range(start + 1, stop):
        b = tagged.bits[j]
        if b & PREP and j + 1 < stop and tagged.bits[j + 1] & TIME:
            return j
        if b & SUBJ and not b & (DET | NAME):
            return j
    return stop


def _apposition(tagged: Tagged, stop: int, end: int, opening: bool) -> int:
    """The source with its relative clause; before a main clause, also with its apposition."""
    if stop < end and tagged.bits[stop] & REL:
        while stop < end and not is_comma(tagged, stop):
            stop += 1
        return stop
    if not opening or stop + 2 >= end or not is_comma(tagged, stop):
        return stop
    after = np_end(tagged, stop + 1, end)
    if (
        after > stop + 1
        and after + 1 < end
        and is_comma(tagged, after)
        and not tagged.bits[stop + 1] & SUBJ
    ):
        return after
    return stop


def _left_edge(tagged: Tagged, left: int, hits: list[Hit], hit: Hit) -> int:
    for j in range(left - 1, -1, -1):
        if tagged.sentence.words[j] == ";" and tagged.sentence.quote[j] < 0:
            return j + 1
    return 0


def _right_edge(hits: list[Hit], hit: Hit, start: int, end: int, tagged: Tagged) -> int:
    for other in hits:
        if (
            other.head > start
            and other.kind is CueKind.PREPOSITION
            and is_comma(tagged, other.head - 1)
        ):
            return other.head - 1
    return end


def _postposition(tagged: Tagged, hit: Hit, end: int) -> Found | None:
    """ "X zufolge …": the source stands before the cue."""
    stop = hit.head
    start = phrase_start(tagged, stop)
    while start < stop and tagged.bits[start] & (PREP | COORD) and not tagged.bits[start] & DET:
        start += 1
    if start == stop:
        return None
    content = [
        c for c in ((0, start), (hit.group.end, end)) if trim(tagged, *c)[1] > trim(tagged, *c)[0]
    ]
    content = [trim(tagged, *c) for c in content]
    if not content:
        return None
    return Found(
        hit=hit,
        form=hit.forms[0],
        source=(start, stop),
        content=content,
        construction="postposition",
        cue=[(hit.head, hit.group.end)],
    )


def _noun(tagged: Tagged, hit: Hit, end: int, pack: Pack) -> Found | None:
    """ "Rome's claim that …", "the admission by Rome that …", "the warning came from Rome"."""
    for form in hit.forms:
        companion = find_companion(tagged, form, hit.group.end, min(end, hit.group.end + 8))
        if form.entry.with_:
            if companion:
                return _noun_came_from(tagged, hit, form, companion, end)
            continue
        source, after = _noun_source(tagged, hit, end)
        if source is None and form.entry.act is not Act.HEARSAY:
            continue  # only a rumour is nobody's
        for pattern in form.frames:
            matched = match_pattern(tagged, pattern, after, end, pack)
            if matched is None or matched[0] >= end or matched[2] in ("QUOTE", "CLAUSE"):
                continue
            start, addressee, symbol, _ = matched
            stop = _noun_content_end(tagged, hit, start, end, symbol)
            content = trim(tagged, start, stop)
            if content[0] >= content[1]:
                continue
            return Found(
                hit=hit,
                form=form,
                source=source,
                content=[content],
                construction="noun" if symbol in ("THAT", "INF") else "noun-of",
                cue=[(hit.head, hit.group.end)],
                addressee=addressee,
            )
    return None


def _noun_content_end(tagged: Tagged, hit: Hit, start: int, end: int, symbol: str) -> int:
    """Where the content of a noun cue ends: its noun phrase, or its clause."""
    relative = tagged.bits[start - 1] & REL and not tagged.bits[start - 1] & PREP
    if symbol in ("NP", "REST") and not relative:
        return np_end(tagged, start, end)
    if any(is_finite(tagged, j) and not tagged.bits[j] & NOUNISH for j in range(hit.head)):
        return end
    return _before_main_verb(tagged, start, end, 0 if symbol == "INF" else 1)


def _before_main_verb(tagged: Tagged, start: int, end: int, own: int) -> int:
    """Where the sentence's verb follows the clause of a noun that is its subject.

    Args:
        own: how many finite verbs the clause has for itself.
    """
    bits = tagged.bits
    for j in range(start + 1, end):
        b = bits[j]
        if tagged.sentence.quote[j] >= 0:
            continue
        if b & (REL | SUB | COMP) and not b & (PREP | ADV):
            own += 1
        if not _opens_group(tagged, j):
            continue
        pronoun = bits[j - 1] & SUBJ and not bits[j - 1] & (DET | NAME)
        if own == 0 and not pronoun:
            return _group_start(tagged, j, start)
        own = max(0, own - 1)
    return end


def _opens_group(tagged: Tagged, j: int) -> bool:
    """The first verb of a clause, a subjunctive included ("that it be closed")."""
    bits = tagged.bits
    if bits[j] & NOUNISH or not (is_finite(tagged, j) or bits[j] & BE_NF):
        return False
    k = j - 1
    while k > 0 and bits[k] & (ADV | NEG) and not bits[k] & AUX:
        k -= 1
    return not bits[k] & (AUX | AUX_NF | MARKER)


def _group_start(tagged: Tagged, verb: int, start: int) -> int:
    """Index of a verb with the negation before it ("never wavered")."""
    while verb - 1 > start and tagged.bits[verb - 1] & NEG:
        verb -= 1
    return verb


def _noun_came_from(
    tagged: Tagged, hit: Hit, form: CueForm, companion: Range, end: int
) -> Found | None:
    stop = np_end(tagged, companion[1], end)
    if stop == companion[1]:
        return None
    stop = _source_end(tagged, companion[1], stop, end, opening=False)
    start = _last_phrase(tagged, phrase_start(tagged, hit.head), hit.head)
    return Found(
        hit=hit,
        form=form,
        source=(companion[1], stop),
        content=[(start, hit.group.end)],
        construction="noun-from",
        cue=[(hit.head, hit.group.end)],
    )


def _noun_source(tagged: Tagged, hit: Hit, end: int) -> tuple[Range | None, int]:
    """The source of a noun cue, and where its complement may begin."""
    bits, head, after = tagged.bits, hit.head, hit.group.end
    j = head - 1
    while j >= 0 and head - j <= 2 and not bits[j] & (DET | POSS | PREP | PUNCTUATION | NAME):
        if is_finite(tagged, j):
            break
        j -= 1
    if j > 0 and bits[j] & POSS and tagged.sentence.words[j][0] in APOSTROPHES:
        start = phrase_start(tagged, j)
        shaped = shape(tagged, _last_phrase(tagged, start, j), j)
        if shaped:
            return shaped, after
    if j >= 0 and bits[j] & POSS and not bits[j] & NAME:
        return (j, j + 1), after
    if after < end and bits[after] & (AGENT | GEN):
        stop = np_end(tagged, after + 1, end, wide=False)
        named = any(b & NAME for b in bits[after + 1 : stop])
        if stop > after + 1 and (named or bits[after] & AGENT):
            return (after + 1, stop), stop
    return None, after


def _last_phrase(tagged: Tagged, start: int, end: int) -> int:
    """The owner in "in the wake of Rome's claim": the last noun phrase before the possessive."""
    for j in range(end - 1, start - 1, -1):
        if tagged.bits[j] & PREP and not tagged.bits[j] & (DET | NAME):
            return j + 1
    return start
