"""Insertions: content that stands before its cue, or on both sides of it."""

from __future__ import annotations

from sayso.packs.load import GERUND, CueForm
from sayso.stages.attribution.bits import ADVERS, AS, COORD, DET, NAME, PREP, REL, SUB, SUBJ
from sayso.stages.attribution.complement import find_complement
from sayso.stages.attribution.found import Clauses, Found, is_solid, make_found
from sayso.stages.attribution.hits import Hit, find_companion, is_finite
from sayso.stages.attribution.marks import (
    Range,
    ends_quote,
    is_comma,
    quote_end,
    quote_start,
    starts_quote,
)
from sayso.stages.attribution.phrase import clause_begins, np_end, skip_adverbials, skip_phrase
from sayso.stages.attribution.svo.extent import cut_off
from sayso.stages.attribution.svo.inverted import subject_after
from sayso.stages.attribution.tag import Tagged


def find_preposed(clauses: Clauses, hit: Hit, source: Range | None) -> Found | None:
    """Content before the cue: "…," Smith said; …, said Smith; The plan, Smith said, was bad."""
    tagged, group = clauses.tagged, hit.group
    forms = [f for f in hit.forms if may_stand_behind(f)]
    if any(
        f.entry.with_ for f in forms
    ):  # an entry that asks for a word which is not here goes last
        forms.sort(
            key=lambda f: bool(f.entry.with_) and not find_companion(tagged, f, 0, len(tagged))
        )
    if not forms:
        return None
    after = after_region(clauses, hit)
    region = source if source and source[1] <= group.start else None
    if region and _opens_insertion(tagged, region[0]):
        if not _insertion_closes(clauses, after) and not _quoted_left(tagged, region[0]):
            return None
        if _complement_near(clauses, hit):
            return None
        if not _quoted_left(tagged, region[0]) and not _has_verb(tagged, region[0]):
            quote_next = after < clauses.end and starts_quote(
                tagged, after + is_comma(tagged, after)
            )
            if quote_next or tagged.bits[0] & PREP or find_complement(clauses, hit):
                return None  # "In an interview, Dale said, “…”": an adverbial stands first
        return _around(clauses, hit, forms[0], region, region[0], after, "preposed")
    quoted = _quoted_left(tagged, group.start)
    if (
        (source is None or quoted or group.inverted >= 0)
        and _opens_insertion(tagged, group.start)
        and (clauses.pack.head.inversion or group.inverted >= 0)
    ):
        if group.inverted >= 0:
            return _around(clauses, hit, forms[0], source, group.start, after, "preposed-inverted")
        at = skip_time(clauses, group.end)
        if quoted:  # "…", a déclaré à l'agence Orion le général
            told = skip_phrase(tagged, at, clauses.end)
            nominal = told < clauses.end and tagged.bits[told] & (DET | NAME) and told > at
            at = skip_time(clauses, told) if nominal else at
        behind = subject_after(tagged, at, clauses.end, clauses.pack, closing=quoted)
        if behind and behind[1] <= clauses.end and _noun_like(tagged, behind):
            stop = skip_time(clauses, behind[1])
            speaks = any("QUOTE" in pattern for pattern in forms[0].frames)
            if not quoted and not (speaks and _insertion_closes(clauses, stop)):
                return None
            return _around(clauses, hit, forms[0], behind, group.start, stop, "preposed-inverted")
    return None


def _has_verb(tagged: Tagged, before: int) -> bool:
    """Some finite verb stands before word `before`: a clause, not just an adverbial."""
    return any(is_finite(tagged, j) for j in range(before) if tagged.sentence.quote[j] < 0)


def _noun_like(tagged: Tagged, source: Range) -> bool:
    return any(b & (NAME | SUBJ | DET) or not b & PREP for b in tagged.bits[source[0] : source[1]])


def may_stand_behind(form: CueForm) -> bool:
    return any(symbol in ("QUOTE", "THAT", "CLAUSE") for f in form.frames for symbol in f)


def _opens_insertion(tagged: Tagged, i: int) -> bool:
    """A comma or a quotation's end stands right before word `i`."""
    if i <= 0:
        return False
    if ends_quote(tagged, i - 1):
        return True
    return is_comma(tagged, i - 1) and i >= 3


def _quoted_left(tagged: Tagged, i: int) -> bool:
    j = i - 1
    if j >= 0 and is_comma(tagged, j):
        j -= 1
    return j >= 0 and ends_quote(tagged, j)


def skip_time(clauses: Clauses, i: int) -> int:
    return skip_adverbials(clauses.tagged, i, clauses.end, clauses.pack)


def after_region(clauses: Clauses, hit: Hit) -> int:
    """Index after the cue, an addressee and adverbials: where an insertion may close."""
    tagged, end = clauses.tagged, clauses.end
    at = skip_time(clauses, hit.group.end)
    if any("ADDR" in f for form in hit.forms for f in form.frames):
        stop = np_end(tagged, at, end, wide=False)
        at = skip_time(clauses, stop)
    for _ in range(3):
        stop = skip_phrase(tagged, at, end)
        if stop == at:
            break
        at = skip_time(clauses, stop)
    return at


def _insertion_closes(clauses: Clauses, at: int) -> bool:
    return at >= clauses.end or is_comma(clauses.tagged, at) or starts_quote(clauses.tagged, at)


def _complement_near(clauses: Clauses, hit: Hit) -> bool:
    """A clause or complementiser follows the cue with no comma: the content is not before it."""
    tagged, end = clauses.tagged, clauses.end
    at = skip_time(clauses, hit.group.end)
    if at >= end or is_comma(tagged, at):
        return False
    complement = find_complement(clauses, hit)
    if complement is None:
        return False
    _, start, _, symbol, _ = complement
    if any(is_comma(tagged, j) and tagged.sentence.quote[j] < 0 for j in range(at, start)):
        return False
    if symbol in ("THAT", "INF"):
        return True
    if symbol == "CLAUSE":
        return clause_begins(tagged, start, end)
    return symbol in ("QUOTE",) and not _quoted_left(tagged, hit.group.start)


def _around(
    clauses: Clauses,
    hit: Hit,
    form: CueForm,
    source: Range | None,
    start: int,
    stop: int,
    name: str,
) -> Found | None:
    """A statement whose content stands before an insertion [start, stop), and maybe after it."""
    tagged = clauses.tagged
    left_end = start - 1 if is_comma(tagged, start - 1) else start
    left = (_left_start(clauses, left_end), left_end)
    content = [left]
    direct = ends_quote(tagged, left_end - 1)
    if direct and left[0] >= quote_start(tagged, left_end - 1):
        content = [(quote_start(tagged, left_end - 1), left_end)]
    right = _right_part(clauses, stop, direct)
    if right:
        content.append(right)
    content = [c for c in content if is_solid(tagged, c)]
    if not content or left_end <= 0:
        return None
    if not direct and content[0][1] - content[0][0] < 3 and not right:
        return None
    found = make_found(clauses, hit, form, source, content, name)
    found.direct = direct and starts_quote(tagged, content[0][0])
    return found


def _left_start(clauses: Clauses, end: int) -> int:
    """Where the content before an insertion begins: after the last cue's own words, if any."""
    start = 0
    for found in clauses.found:
        if found.content and found.content[-1][1] > end:
            continue
        if found.hit.group.end < end and found.construction.startswith("preposed"):
            start = max(start, *(c[1] for c in found.content), found.hit.group.end)
    tagged = clauses.tagged
    while start < end and (
        is_comma(tagged, start) or (tagged.bits[start] & (COORD | ADVERS) and start == 0)
    ):
        start += 1
    return start


def _right_part(clauses: Clauses, stop: int, direct: bool) -> Range | None:
    """The content's second half after an insertion: a quotation, or the rest of the clause."""
    tagged, end = clauses.tagged, clauses.end
    if stop >= end:
        return None
    at = stop + 1 if is_comma(tagged, stop) or tagged.sentence.words[stop] in ":" else stop
    if at >= len(tagged):
        return None
    if starts_quote(tagged, at):
        return (at, quote_end(tagged, at))
    if direct:
        return None
    b = tagged.bits[at]
    if (b & (GERUND | REL | SUB) and not b & (DET | PREP)) or b & (COORD | ADVERS):
        return None
    return (at, cut_off(clauses, at, end))


def find_as_clause(clauses: Clauses, hit: Hit, source: Range) -> Found | None:
    """ "As Smith said, the plan is bad": the rest of the sentence is the content."""
    tagged = clauses.tagged
    before = min(source[0], hit.group.start) - 1
    if before < 0 or not tagged.bits[before] & AS:
        return None
    forms = [f for f in hit.forms if may_stand_behind(f)]
    after = max(after_region(clauses, hit), skip_time(clauses, source[1]))
    if not forms or not _insertion_closes(clauses, after):
        return None
    if before == 0 and after < clauses.end:
        content = [(after + 1, cut_off(clauses, after + 1, clauses.end))]
    elif is_comma(tagged, before - 1):
        content = [(_left_start(clauses, before - 1), before - 1)]
        if after < clauses.end:
            content.append((after + 1, clauses.end))
    elif ends_quote(tagged, before - 1):
        content = [(quote_start(tagged, before - 1), before)]
    else:
        return None
    content = [c for c in content if is_solid(tagged, c)]
    if not content:
        return None
    return make_found(clauses, hit, forms[0], source, content, "as-clause")
