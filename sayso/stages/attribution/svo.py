"""Verb cues where the subject stands before its verb (English, French, Italian).

Each function is one construction; it returns a `Found` or None, and knows no word of any language.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.packs.load import GERUND, INFINITIVE, NOUNISH, PARTICIPLE, CueForm, Pack
from sayso.packs.shape import CueKind
from sayso.stages.attribution.clause import (
    COMMAS,
    Found,
    Range,
    body_end,
    clause_begins,
    ends_quote,
    is_comma,
    match_pattern,
    np_end,
    quote_end,
    quote_start,
    skip_adverbials,
    skip_phrase,
    starts_quote,
    trim,
)
from sayso.stages.attribution.hits import Hit, find_companion, is_finite
from sayso.stages.attribution.subject import subject_after, subject_before
from sayso.stages.attribution.tag import (
    ADV,
    ADVERS,
    AGENT,
    AS,
    COMP,
    COORD,
    DET,
    GEN,
    IMPERS,
    MARKER,
    MODAL,
    MONTH,
    NAME,
    NEG,
    NEG_DET,
    PREP,
    QUEST,
    REL,
    SUB,
    SUBJ,
    TIME,
    Tagged,
)


#: What a cue's verb is when it only describes ("the goods reported lost"): nothing was left undecided.
NOT_A_SAYING = "not_a_saying"


@dataclass(slots=True)
class Clauses:
    """A sentence while its cues are worked through, in order."""

    tagged: Tagged
    hits: list[Hit]
    pack: Pack
    end: int
    found: list[Found] = field(default_factory=list)
    missed: list[tuple[Hit, str]] = field(default_factory=list)


def find_verbs(tagged: Tagged, hits: list[Hit], pack: Pack) -> Clauses:
    """Every verb cue of a sentence with its source and content.

    Returns:
        The sentence's `Clauses`: what was `found`, and the cues that were `missed`, with reasons.
    """
    clauses = Clauses(tagged, hits, pack, body_end(tagged))
    for hit in hits:
        if hit.kind in (CueKind.VERB, CueKind.ADJECTIVE):
            found = _verb(clauses, hit)
            if isinstance(found, Found):
                clauses.found.append(found)
            elif found != NOT_A_SAYING:
                clauses.missed.append((hit, found))
    _cut_at_insertions(clauses.found)
    return clauses


def _cut_at_insertions(found: list[Found]) -> None:
    """A cue inside content that stands before its own cue ends with that content."""
    for outer in found:
        if not outer.construction.startswith("preposed"):
            continue
        edge = min(outer.cue[0][0], outer.source[0] if outer.source else outer.cue[0][0])
        for inner in found:
            if inner is not outer and any(a <= inner.hit.head < b for a, b in outer.content):
                inner.content = [(a, min(b, edge)) for a, b in inner.content if a < edge]


def _verb(clauses: Clauses, hit: Hit) -> Found | str:
    group = hit.group
    if hit.kind is CueKind.ADJECTIVE:
        return _finite(clauses, hit)
    if group.passive:
        return _passive(clauses, hit)
    if group.infinitive:
        return _infinitive(clauses, hit)
    if group.gerund and not group.finite:
        return _gerund(clauses, hit)
    if group.participle and not group.finite and not group.perfect:
        return NOT_A_SAYING  # "as reported by the Post": right one time in five on PolNeAR train
    return _finite(clauses, hit)


def _finite(clauses: Clauses, hit: Hit) -> Found | str:
    """A finite cue: parenthetical, inverted, or subject - cue - complement."""
    tagged = clauses.tagged
    source, construction = _subject(clauses, hit)
    preposed = _preposed(clauses, hit, source)
    if preposed:
        return preposed
    if source is None:
        return "no_source"
    if construction == "inverted" and source[0] >= hit.group.end:
        return _as_clause(clauses, hit, source) or "no_content"
    complement = _complement(clauses, hit)
    if complement is None:
        return (
            _as_clause(clauses, hit, source)
            or _extracted(clauses, hit, source)
            or _after_comma(clauses, hit, source)
            or _alone(clauses, hit, source)
            or "no_content"
        )
    form, start, addressee, symbol, inner = complement
    content = [(start, content_end(clauses, hit, inner, symbol))]
    if not _solid(tagged, content[0]):
        return "no_content"
    if symbol in ("NP", "REST") and _reduced(clauses, hit, content[0]):
        return "no_source"
    found = _make(clauses, hit, form, source, content, f"{construction}-{symbol.lower()}")
    found.addressee = addressee
    found.direct = starts_quote(tagged, start)
    return found


def _reduced(clauses: Clauses, hit: Hit, content: Range) -> bool:
    """ "a group called Dawn claimed …": the participle only describes, another verb is finite."""
    bits = clauses.tagged.bits
    if hit.group.start != hit.head or not bits[hit.head] & PARTICIPLE:
        return False
    for j in range(*content):
        if bits[j] & (REL | COMP | SUB | QUEST | COORD) or is_comma(clauses.tagged, j):
            return False
        if clauses.tagged.sentence.quote[j] < 0 and is_finite(clauses.tagged, j) and not bits[j] & NOUNISH:
            return j > content[0]
    return False


def _extracted(clauses: Clauses, hit: Hit, source: Range) -> Found | None:
    """ "which he said were lost", "what Dale called “a farce”": the relative word is content too."""
    tagged, before = clauses.tagged, source[0] - 1
    forms = [f for f in hit.forms if _may_follow(f) or ("NP", "QUOTE") in f.frames]
    if before < 0 or not forms or not tagged.bits[before] & (REL | QUEST | COMP):
        return None
    at = _skip_time(clauses, hit.group.end)
    if at >= clauses.end or not (is_finite(tagged, at) or starts_quote(tagged, at)):
        return None
    rest = (at, content_end(clauses, hit, at, "REST"))
    return _make(clauses, hit, forms[0], source, [(before, before + 1), rest], "extracted")


def _after_comma(clauses: Clauses, hit: Hit, source: Range) -> Found | None:
    """ "Dale said, all is well"; "insiders said: the lead is too large": a clause after a mark."""
    tagged, at = clauses.tagged, _after_region(clauses, hit)
    forms = [f for f in hit.forms if any("QUOTE" in p for p in f.frames)]
    if not forms or at + 3 >= clauses.end or tagged.sentence.words[at] not in (",", ":"):
        return None
    if tagged.sentence.words[at] == ",":
        known = tagged.bits[source[1] - 1] & (NAME | SUBJ)
        if not known or not clause_begins(tagged, at + 1, clauses.end):
            return None
    return _make(clauses, hit, forms[0], source, [(at + 1, clauses.end)], "after-mark")


def _alone(clauses: Clauses, hit: Hit, source: Range) -> Found | None:
    """A cue that needs no complement ("declined to comment"): its own last words are the content."""
    group = hit.group
    for form in hit.forms:
        if () in form.frames or not form.frames:
            start = group.head + 1 if group.end > group.head + 1 else group.head
            return _make(clauses, hit, form, source, [(start, group.end)], "alone")
    return None


def _make(
    clauses: Clauses, hit: Hit, form: CueForm, source: Range | None, content: list[Range], name: str
) -> Found:
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


def _subject(clauses: Clauses, hit: Hit) -> tuple[Range | None, str]:
    tagged, group = clauses.tagged, hit.group
    if group.inverted >= 0:
        return (group.inverted, group.inverted + 1), "inverted"
    shared = _shares_subject(clauses, hit)
    if shared:
        return shared, "shared"
    if group.start and tagged.bits[group.start - 1] & AS and clauses.pack.head.inversion:
        behind = subject_after(tagged, group.end, clauses.end, clauses.pack)
        if behind:
            return behind, "inverted"  # "…, comme l'a dit le maire"
    source = subject_before(tagged, group.start, clauses.pack)
    if source and source[1] - source[0] > 40:
        return None, "subject"
    return source, "subject"


def _shares_subject(clauses: Clauses, hit: Hit) -> Range | None:
    """The subject of the verb before, where only a coordinator stands in between."""
    tagged = clauses.tagged
    j = hit.group.start - 1
    while j >= 0 and tagged.bits[j] & (ADV | TIME | NEG) and not tagged.bits[j] & (COORD | SUBJ | DET):
        j -= 1
    if j < 1 or not tagged.bits[j] & (COORD | ADVERS):
        return None
    for found in reversed(clauses.found):
        if found.hit.group.finite and found.source and found.hit.head < hit.head:
            before = found.source[0] - 1
            if before < 0 or not tagged.bits[before] & SUB:
                return found.source
    return _first_subject(clauses, j)


def _first_subject(clauses: Clauses, before: int) -> Range | None:
    """The subject of the sentence's first finite verb before a word."""
    for i in range(before):
        if clauses.tagged.sentence.quote[i] < 0 and is_finite(clauses.tagged, i):
            if clauses.tagged.bits[i] & NOUNISH and not clauses.tagged.bits[i] & (1 << 65):
                continue
            return subject_before(clauses.tagged, i, clauses.pack)
    return None


def _complement(
    clauses: Clauses, hit: Hit
) -> tuple[CueForm, int, Range | None, str, int] | None:
    """The best complement pattern that fits after the cue, over all entries of this form.

    Returns:
        The entry's form, where the content begins, the addressee, the symbol that closed the
        pattern, and where that symbol's own words begin.
    """
    tagged, group = clauses.tagged, hit.group
    best: tuple[int, CueForm, int, Range | None, str, int] | None = None
    for form in hit.forms:
        if form.entry.with_ and not find_companion(tagged, form, 0, len(tagged)):
            continue
        for rank, pattern in enumerate(form.frames):
            matched = match_pattern(tagged, pattern, group.end, clauses.end, clauses.pack)
            if matched is None or matched[0] >= clauses.end:
                continue
            start, addressee, symbol, inner = matched
            key = _rank(symbol, rank, len(pattern))
            if best is None or key < best[0]:
                best = (key, form, start, addressee, symbol, inner)
    return best[1:] if best else None


def _rank(symbol: str, rank: int, width: int) -> int:
    """Patterns with a clear mark of their own (complementiser, literal, quotation) come first."""
    order = {"THAT": 0, "QUOTE": 1, "INF": 2, "CLAUSE": 3, "NP": 4, "REST": 5}[symbol]
    return order * 10 + rank - 12 * (width > 1 and symbol in ("NP", "REST"))


def _solid(tagged: Tagged, content: Range) -> bool:
    start, end = trim(tagged, *content)
    return end > start


def _preposed(clauses: Clauses, hit: Hit, source: Range | None) -> Found | None:
    """Content before the cue: "…," Smith said; …, said Smith; The plan, Smith said, was bad."""
    tagged, group = clauses.tagged, hit.group
    forms = [f for f in hit.forms if _may_follow(f)]
    if not forms:
        return None
    after = _after_region(clauses, hit)
    region = source if source and source[1] <= group.start else None
    if region and _opens_insertion(tagged, region[0]):
        if not _insertion_closes(clauses, after) and not _quoted_left(tagged, region[0]):
            return None
        if _complement_near(clauses, hit):
            return None
        quote_next = after < clauses.end and starts_quote(tagged, after + is_comma(tagged, after))
        if quote_next and not _quoted_left(tagged, region[0]) and not _has_verb(tagged, region[0]):
            return None  # "In an interview, Dale said, “…”"
        quoted_left = _quoted_left(tagged, region[0])
        if not quoted_left and not _has_verb(tagged, region[0]) and _complement(clauses, hit):
            return None  # "19 mars, le conseil annonce le rachat": an adverbial stands first
        return _around(clauses, hit, forms[0], region, region[0], after, "preposed")
    quoted = _quoted_left(tagged, group.start)
    if (source is None or quoted or group.inverted >= 0) and _opens_insertion(tagged, group.start) and (clauses.pack.head.inversion or group.inverted >= 0):
        if group.inverted >= 0:
            return _around(clauses, hit, forms[0], source, group.start, after, "preposed-inverted")
        at = _skip_time(clauses, group.end)
        if quoted:  # "…", a déclaré à l'agence Orion le général
            told = skip_phrase(tagged, at, clauses.end)
            nominal = told < clauses.end and tagged.bits[told] & (DET | NAME) and told > at
            at = _skip_time(clauses, told) if nominal else at
        behind = subject_after(tagged, at, clauses.end, clauses.pack, closing=quoted)
        if behind and behind[1] <= clauses.end and _noun_like(tagged, behind):
            stop = _skip_time(clauses, behind[1])
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


def _may_follow(form: CueForm) -> bool:
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


def _skip_time(clauses: Clauses, i: int) -> int:
    return skip_adverbials(clauses.tagged, i, clauses.end, clauses.pack)


def _after_region(clauses: Clauses, hit: Hit) -> int:
    """Index after the cue, an addressee and adverbials: where an insertion may close."""
    tagged, end = clauses.tagged, clauses.end
    at = _skip_time(clauses, hit.group.end)
    if any("ADDR" in f for form in hit.forms for f in form.frames):
        stop = np_end(tagged, at, end, wide=False)
        at = _skip_time(clauses, stop)
    for _ in range(3):
        stop = skip_phrase(tagged, at, end)
        if stop == at:
            break
        at = _skip_time(clauses, stop)
    return at


def _insertion_closes(clauses: Clauses, at: int) -> bool:
    return at >= clauses.end or is_comma(clauses.tagged, at) or starts_quote(clauses.tagged, at)


def _complement_near(clauses: Clauses, hit: Hit) -> bool:
    """A clause or complementiser follows the cue with no comma: the content is there, not before."""
    tagged, end = clauses.tagged, clauses.end
    at = _skip_time(clauses, hit.group.end)
    if at >= end or is_comma(tagged, at):
        return False
    complement = _complement(clauses, hit)
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
    content = [c for c in content if _solid(tagged, c)]
    if not content or left_end <= 0:
        return None
    if not direct and content[0][1] - content[0][0] < 3 and not right:
        return None
    found = _make(clauses, hit, form, source, content, name)
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
    while start < end and (is_comma(tagged, start) or tagged.bits[start] & (COORD | ADVERS) and start == 0):
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
    if b & (GERUND | REL | SUB) and not b & (DET | PREP) or b & (COORD | ADVERS):
        return None
    return (at, _cut(clauses, at, end))


def _cut(clauses: Clauses, start: int, end: int, owner: Hit | None = None) -> int:
    """The first place in [start, end) where another cue's own clause takes over."""
    tagged = clauses.tagged
    for hit in clauses.hits:
        if hit.head <= start or hit.head >= end or (owner and hit.head <= owner.head):
            continue
        if hit.kind is CueKind.VERB:
            edge = _edge(tagged, hit, start)
            if edge is not None and edge > start:
                return edge
        elif hit.kind is CueKind.PREPOSITION and is_comma(tagged, hit.head - 1):
            return hit.head - 1
    return end


def _edge(tagged: Tagged, hit: Hit, start: int) -> int | None:
    """Where a later cue leaves the content of an earlier one: ", adding that"; "and reports"."""
    group = hit.group
    j = group.start - 1
    while j >= 0 and tagged.bits[j] & (ADV | TIME) and not tagged.bits[j] & (DET | PREP):
        j -= 1
    if j < 0:
        return None
    if group.gerund and not group.finite and is_comma(tagged, j):
        return j
    if group.finite and tagged.bits[j] & (COORD | ADVERS):
        if tagged.bits[group.start] & INFINITIVE and any(
            b & (MARKER | MODAL) and not b & NAME for b in tagged.bits[start:j]
        ):
            return None  # "time to step up and show": the infinitive goes on
        return j - 1 if is_comma(tagged, j - 1) else j
    return None


def content_end(clauses: Clauses, hit: Hit, start: int, symbol: str) -> int:
    """Where content that begins at `start` ends."""
    tagged, end = clauses.tagged, clauses.end
    if symbol == "QUOTE":
        stop = quote_end(tagged, start)
        if stop >= end or tagged.sentence.words[stop - 2] in ".!?,…" or is_comma(tagged, stop):
            return stop
    end = _cut(clauses, start, end, hit)
    end = clause_limit(tagged, start, end, subordinate=_hangs(clauses, hit))
    if symbol == "NP":
        end = _np_limit(clauses, start, end)
    if symbol in ("NP", "REST"):
        end = _without_time(tagged, start, end)
    return trim(tagged, start, end)[1]


def _hangs(clauses: Clauses, hit: Hit) -> bool:
    """The cue's own clause is subordinate ("Although he said so, …"): the next clause is the page's."""
    tagged = clauses.tagged
    source = subject_before(tagged, hit.group.start, clauses.pack)
    first = source[0] if source else hit.group.start
    opens = first > 0 and bool(tagged.bits[first - 1] & SUB) and not tagged.bits[first - 1] & PREP
    relative = bool(source) and bool(tagged.bits[first] & REL)
    return opens or relative


def clause_limit(tagged: Tagged, start: int, end: int, *, subordinate: bool) -> int:
    """Where a content's own clause ends: a joined clause with a subject of its own follows.

    Args:
        subordinate: the cue stands in a subordinate or relative clause, so that the first main
            clause after a comma is no longer its content.
    """
    bits, words, quote = tagged.bits, tagged.sentence.words, tagged.sentence.quote
    for j in range(start + 2, end - 2):
        if quote[j] >= 0:
            continue
        if words[j] == ";" or words[j] == ":" and starts_quote(tagged, j + 1):
            return j
        if words[j] not in COMMAS:
            continue
        b = bits[j + 1]
        if b & (COORD | ADVERS) and not b & DET and clause_begins(tagged, j + 2, end):
            if not bits[j + 2] & COMP:
                return j
        if b & REL and words[j] == "," and not _closes_later(tagged, j + 1, end):
            return j
        if subordinate and clause_begins(tagged, j + 1, end):
            return j
    return end


def _closes_later(tagged: Tagged, i: int, end: int) -> bool:
    """A comma later in the stretch is followed by a finite verb: the insertion closes there."""
    for j in range(i + 1, end - 1):
        if tagged.sentence.words[j] == "," and tagged.sentence.quote[j] < 0:
            k = j + 1
            while k < end - 1 and tagged.bits[k] & ADV:
                k += 1
            if is_finite(tagged, k):
                return True
    return False


def _without_time(tagged: Tagged, start: int, end: int) -> int:
    """A noun's content ends before the day it was said on ("the charge on Monday")."""
    j = end
    while j > start + 1 and tagged.bits[j - 1] & (TIME | MONTH) and tagged.sentence.quote[j - 1] < 0:
        j -= 1
    if j < end and j > start + 1 and tagged.bits[j - 1] & PREP and not tagged.bits[j - 1] & GEN:
        j -= 1
    return j if j > start else end


def _np_limit(clauses: Clauses, start: int, end: int) -> int:
    """A nominal content ends at a comma that no list or apposition explains."""
    tagged = clauses.tagged
    for j in range(start + 1, end):
        if tagged.sentence.quote[j] >= 0:
            continue
        b = tagged.bits[j]
        if tagged.sentence.words[j] == "," and j + 1 < end:
            nxt = tagged.bits[j + 1]
            if nxt & (GERUND | SUB | COORD | ADVERS | ADV | SUBJ | PREP) and not nxt & DET:
                return j
        if b & SUB and not b & (PREP | DET | COORD | NAME) and j > start + 1:
            return j
    return end


def _as_clause(clauses: Clauses, hit: Hit, source: Range) -> Found | None:
    """ "As Smith said, the plan is bad": the rest of the sentence is the content."""
    tagged = clauses.tagged
    before = min(source[0], hit.group.start) - 1
    if before < 0 or not tagged.bits[before] & AS:
        return None
    forms = [f for f in hit.forms if _may_follow(f)]
    after = max(_after_region(clauses, hit), _skip_time(clauses, source[1]))
    if not forms or not _insertion_closes(clauses, after):
        return None
    if before == 0 and after < clauses.end:
        content = [(after + 1, _cut(clauses, after + 1, clauses.end))]
    elif is_comma(tagged, before - 1):
        content = [(_left_start(clauses, before - 1), before - 1)]
        if after < clauses.end:
            content.append((after + 1, clauses.end))
    else:
        return None
    content = [c for c in content if _solid(tagged, c)]
    if not content:
        return None
    return _make(clauses, hit, forms[0], source, content, "as-clause")


def _gerund(clauses: Clauses, hit: Hit) -> Found | str:
    """ ", accusing Baku of lies": the source is the subject of the clause it hangs on."""
    tagged, group = clauses.tagged, hit.group
    source = _matrix_subject(clauses, group.start)
    if source is None:
        return "no_source"
    complement = _complement(clauses, hit)
    if complement is None:
        return "no_content"
    form, start, addressee, symbol, inner = complement
    stop = content_end(clauses, hit, inner, symbol)
    if source[0] > hit.head:  # "Citing a lack of crew, the operator …"
        stop = min(stop, next((j for j in range(inner, stop) if is_comma(tagged, j)), stop))
    content = (start, min(stop, source[0]) if source[0] > hit.head else stop)
    if not _solid(tagged, content):
        return "no_content"
    if symbol in ("NP", "REST") and group.start and not is_comma(tagged, group.start - 1):
        return "no_source"  # "talks aimed at ending the war": it hangs on a noun
    found = _make(clauses, hit, form, source, [content], f"gerund-{symbol.lower()}")
    found.addressee, found.direct = addressee, starts_quote(tagged, start)
    return found


def _matrix_subject(clauses: Clauses, at: int) -> Range | None:
    """The subject that a participle at `at` hangs on: of the nearest finite verb to its left that
    is in no content and no subordinate clause; for a leading participle, of the one after it."""
    tagged = clauses.tagged
    for j in range(at - 1, -1, -1):
        if tagged.sentence.quote[j] >= 0 or not is_finite(tagged, j):
            continue
        known = next((f for f in clauses.found if f.hit.group.start <= j < f.hit.group.end), None)
        if known:
            return known.source
        if any(a <= j < b for f in clauses.found for a, b in f.content):
            continue
        subject = subject_before(tagged, j, clauses.pack)
        if subject is None or tagged.bits[subject[0]] & REL and not tagged.bits[subject[0]] & DET:
            continue
        if subject[0] and tagged.bits[subject[0] - 1] & (SUB | COMP) and not tagged.bits[subject[0] - 1] & PREP:
            continue
        return subject
    for i in range(at + 1, clauses.end):
        if is_finite(tagged, i) and tagged.sentence.quote[i] < 0:
            if any(is_comma(tagged, j) for j in range(at, i)):
                return subject_before(tagged, i, clauses.pack)
    return None


def _infinitive(clauses: Clauses, hit: Hit) -> Found | str:
    """ "went on to say", "continued to deny": the source is the subject of the verb before it."""
    tagged, group = clauses.tagged, hit.group
    j = group.start - 1
    while j >= 0 and tagged.bits[j] & ADV and not tagged.bits[j] & (DET | PREP):
        j -= 1
    if j < 0 or not is_finite(tagged, j) and not tagged.bits[j] & (PREP | ADV):
        return NOT_A_SAYING
    while j >= 0 and not is_finite(tagged, j):
        j -= 1
    if j < 0 or group.start - j > 4 or any(f.hit.head == j for f in clauses.found):
        return NOT_A_SAYING
    source = subject_before(tagged, j, clauses.pack)
    complement = _complement(clauses, hit)
    if source and tagged.bits[source[0]] & IMPERS and source[1] - source[0] == 1:
        return NOT_A_SAYING  # "it is too soon to say"
    if source is None or complement is None:
        return NOT_A_SAYING
    form, start, addressee, symbol, inner = complement
    content = (start, content_end(clauses, hit, inner, symbol))
    if not _solid(tagged, content):
        return NOT_A_SAYING
    found = _make(clauses, hit, form, source, [content], f"infinitive-{symbol.lower()}")
    found.cue = [(j, group.end)]
    found.addressee, found.direct = addressee, starts_quote(tagged, start)
    return found


def _agent(clauses: Clauses, at: int) -> Range | None:
    """The noun phrase after the agent's preposition, soon after a passive."""
    tagged = clauses.tagged
    for j in range(at, min(clauses.end, at + 10)):
        if tagged.sentence.quote[j] >= 0 or is_comma(tagged, j):
            return None
        if tagged.bits[j] & AGENT:
            start = skip_adverbials(tagged, j + 1, clauses.end, clauses.pack)
            if tagged.bits[start] & GERUND if start < clauses.end else True:
                return None
            stop = np_end(tagged, start, clauses.end, owned=True)
            return (start, stop) if stop > start else None
        if is_finite(tagged, j):
            return None
    return None


def _passive(clauses: Clauses, hit: Hit) -> Found | str:
    """ "was accused by Y of Z", "is considered a breach": agent as source, or nobody."""
    tagged, group = clauses.tagged, hit.group
    agent = _agent(clauses, group.end)
    forms = [f for f in hit.forms if f.entry.passive != "no"]
    if agent is None:
        forms = [f for f in forms if f.entry.passive == "unnamed"]
    if not forms:
        return "no_source"
    subject = subject_before(tagged, group.start, clauses.pack)
    rest_start = group.end if agent is None else agent[1]
    rest = (rest_start, _cut(clauses, rest_start, clauses.end, hit))
    content: list[Range] = []
    if subject:
        content.append(subject)
    if agent is not None and _agent_start(tagged, group.end, agent[0]) > group.end:
        content.append((group.end, _agent_start(tagged, group.end, agent[0])))
    goes_on = agent is not None and rest[0] < clauses.end and tagged.bits[rest[0]] & (PREP | MARKER)
    if (agent is None or goes_on) and _solid(tagged, rest):
        content.append((rest[0], trim(tagged, *rest)[1]))
    content = [c for c in content if _solid(tagged, c)]
    if not content:
        return "no_content"
    return _make(clauses, hit, forms[0], agent, content, "passive" if agent else "passive-unnamed")


def _agent_start(tagged: Tagged, start: int, agent: int) -> int:
    for j in range(start, agent):
        if tagged.bits[j] & AGENT:
            return j
    return agent
