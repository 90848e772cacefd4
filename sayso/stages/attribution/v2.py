"""Verb cues where the finite verb is second in main clauses and last in subordinate ones (German).

The clause is cut into fields first (fields.py); source and content are then read off the fields.
"""

from __future__ import annotations

from sayso.packs.load import FINITE, INFINITIVE, NOUNISH, CueForm, Pack
from sayso.packs.shape import CueKind
from sayso.stages.attribution.clause import (
    Found,
    Range,
    body_end,
    ends_quote,
    quote_end,
    quote_start,
    starts_quote,
    trim,
)
from sayso.stages.attribution.fields import (
    Fields,
    find_subject,
    is_break,
    noun_phrase_end,
    read_fields,
    trim_field,
)
from sayso.stages.attribution.hits import Hit, find_companion
from sayso.stages.attribution.svo import Clauses
from sayso.stages.attribution.tag import (
    ADVERS,
    AGENT,
    AUX,
    COMP,
    COORD,
    DET,
    MARKER,
    NAME,
    NEG_DET,
    OBL,
    PREP,
    QUEST,
    REL,
    SUB,
    SUBJ,
    Tagged,
)


def find_verbs_v2(tagged: Tagged, hits: list[Hit], pack: Pack) -> Clauses:
    """Every verb cue of a verb-second sentence with its source and content."""
    clauses = Clauses(tagged, hits, pack, body_end(tagged))
    for hit in hits:
        if hit.kind is not CueKind.VERB:
            continue
        found = _verb(clauses, hit)
        if isinstance(found, Found):
            clauses.found.append(found)
        else:
            clauses.missed.append((hit, found))
    return clauses


def _verb(clauses: Clauses, hit: Hit) -> Found | str:
    tagged = clauses.tagged
    fields = read_fields(tagged, hit, clauses.end)
    if fields is None:
        return "no_source"
    forms = _fitting(clauses, hit, fields)
    if not forms:
        return "unknown_cue"
    if fields.passive:
        return _passive(clauses, hit, fields, forms)
    source = find_subject(tagged, fields, clauses.end) or _shared(clauses, fields)
    around = _preposed(clauses, hit, fields, forms, source)
    if around:
        return around
    if source is None:
        return "no_source"
    return _complement(clauses, hit, fields, forms, source) or "no_content"


def _fitting(clauses: Clauses, hit: Hit, fields: Fields) -> list[CueForm]:
    """The entries that this clause allows: particle at its end, companion in it."""
    tagged = clauses.tagged
    closing = tagged.sentence.low[fields.bracket] if fields.bracket < len(tagged) else ""
    forms = []
    for form in hit.forms:
        if form.particle and form.particle != closing:
            continue
        if form.entry.with_ and not find_companion(tagged, form, fields.start, fields.end):
            continue
        if fields.passive and form.entry.passive == "no":
            continue
        forms.append(form)
    with_particle = [f for f in forms if f.particle]
    with_companion = [f for f in forms if f.entry.with_]
    return with_particle or with_companion or forms


def _shared(clauses: Clauses, fields: Fields) -> Range | None:
    """The subject of the clause before, where a coordinator joins the two predicates."""
    before = fields.start - 1
    tagged = clauses.tagged
    first = fields.finite if not fields.final else fields.start
    j = first - 1
    while j >= 0 and not tagged.bits[j] & (COORD | ADVERS) and first - j < 3:
        j -= 1
    joined = j >= 0 and tagged.bits[j] & (COORD | ADVERS)
    if not joined and not (before >= 0 and tagged.bits[before] & COORD):
        return None
    for found in reversed(clauses.found):
        if found.source and found.hit.head < fields.finite:
            return found.source
    return None


def _cue(fields: Fields, hit: Hit) -> list[Range]:
    """The cue's pieces: finite verb, particle or participle, put together where they touch."""
    words = {fields.finite, *range(hit.head, hit.group.end)}
    if fields.bracket < fields.end and not fields.final:
        words.add(fields.bracket)
    pieces: list[Range] = []
    for i in sorted(words):
        if pieces and pieces[-1][1] == i:
            pieces[-1] = (pieces[-1][0], i + 1)
        else:
            pieces.append((i, i + 1))
    return pieces


def _make(
    clauses: Clauses,
    hit: Hit,
    fields: Fields,
    form: CueForm,
    source: Range | None,
    content: list[Range],
    name: str,
) -> Found:
    bits = clauses.tagged.bits
    negated = fields.negated or bool(source and bits[source[0]] & NEG_DET)
    hit.group.modal, hit.group.reported = fields.modal, fields.reported
    return Found(
        hit=hit,
        form=form,
        source=source,
        content=content,
        construction=name,
        cue=_cue(fields, hit),
        negated=negated,
    )


def _preposed(
    clauses: Clauses, hit: Hit, fields: Fields, forms: list[CueForm], source: Range | None
) -> Found | None:
    """Content before the cue: „…“, sagte X; Der Plan, sagte X, sei gut; …, wie X mitteilte."""
    tagged = clauses.tagged
    speaking = [f for f in forms if any(s in ("QUOTE", "THAT", "CLAUSE") for p in f.frames for s in p)]
    if not speaking or source is None:
        return None
    as_clause = fields.final and bool(tagged.bits[fields.opener] & (SUB | QUEST)) and (
        not tagged.bits[fields.opener] & COMP
    )
    inverted = not fields.final and trim(tagged, *fields.vorfeld)[0] >= trim(tagged, *fields.vorfeld)[1]
    if not (as_clause or inverted):
        return None
    left_end = fields.start
    while left_end > 0 and is_break(tagged, left_end - 1):
        left_end -= 1
    stop = max(fields.end, source[1])
    left = (_left_start(clauses, left_end), left_end)
    quoted = left_end > 0 and ends_quote(tagged, left_end - 1)
    if left_end <= left[0]:
        return _leading_as(clauses, hit, fields, speaking[0], source) if as_clause else None
    if as_clause and not _is_as(clauses, hit, fields):
        return None
    if inverted and not quoted and _post_content(clauses, fields, forms, stop):
        return None
    if tagged.bits[left[0]] & SUB and not tagged.bits[left[0]] & (COMP | QUEST | PREP) and inverted and not quoted:
        return None
    content = [left]
    if quoted and quote_start(tagged, left_end - 1) >= left[0]:
        begin = quote_start(tagged, left_end - 1)
        content = [(begin, left_end)] if begin <= left[0] + 1 else [left]
    right = _right(clauses, stop, quoted)
    if right:
        content.append(right)
    content = [c for c in (trim(tagged, *c) for c in content) if c[1] > c[0]]
    if not content:
        return None
    name = "preposed-as" if as_clause else "preposed"
    found = _make(clauses, hit, fields, speaking[0], source, content, name)
    found.direct = quoted and starts_quote(tagged, content[0][0])
    return found


def _is_as(clauses: Clauses, hit: Hit, fields: Fields) -> bool:
    """A subordinate clause with a saying and no content of its own: ", wie die Polizei mitteilte"."""
    tagged = clauses.tagged
    b = tagged.bits[fields.opener]
    if not b & (QUEST | SUB) or b & COMP:
        return False
    after = fields.end + 1 if fields.end < clauses.end and is_break(tagged, fields.end) else fields.end
    return not (after < clauses.end and tagged.bits[after] & (COMP | MARKER) and not tagged.bits[after] & (DET | PREP))


def _leading_as(
    clauses: Clauses, hit: Hit, fields: Fields, form: CueForm, source: Range
) -> Found | None:
    """ "Wie die Polizei mitteilte, wurde …": the rest of the sentence is the content."""
    if not _is_as(clauses, hit, fields) or fields.end + 1 >= clauses.end:
        return None
    content = trim(clauses.tagged, fields.end + 1, _cut(clauses, hit, fields.end + 1, clauses.end))
    if content[1] <= content[0]:
        return None
    return _make(clauses, hit, fields, form, source, [content], "as-clause")


def _left_start(clauses: Clauses, end: int) -> int:
    """Where content before an insertion begins: after the last statement's own words."""
    start = 0
    for found in clauses.found:
        last = max(c[1] for c in [*found.content, *found.cue])
        if last <= end and found.construction.startswith(("preposed", "as")):
            start = max(start, last)
    while start < end and (is_break(clauses.tagged, start) or clauses.tagged.bits[start] & (COORD | ADVERS)):
        start += 1
    return start


def _right(clauses: Clauses, stop: int, quoted: bool) -> Range | None:
    """The second half after an insertion: a quotation, or the rest of the clause."""
    tagged, end = clauses.tagged, clauses.end
    at = stop
    while at < len(tagged) and is_break(tagged, at):
        at += 1
    if at >= end and not (at < len(tagged) and starts_quote(tagged, at)):
        return None
    if starts_quote(tagged, at):
        return (at, quote_end(tagged, at))
    if quoted or at == stop:
        return None
    b = tagged.bits[at]
    if b & (COORD | ADVERS | SUB | REL | COMP) and not b & (AUX | PREP) or b & FINITE and b & (1 << 65):
        return None
    return (at, end)


def _post_content(
    clauses: Clauses, fields: Fields, forms: list[CueForm], stop: int
) -> tuple[CueForm, int, str] | None:
    """Content in the Nachfeld: after a comma or colon, a clause, an infinitive, a quotation."""
    tagged, end = clauses.tagged, clauses.end
    wanted = {s: f for f in reversed(forms) for p in f.frames for s in p if s.isupper()}
    at = stop
    for _ in range(4):
        while at < end and (is_break(tagged, at) or tagged.sentence.low[at] in ("(", ")")):
            at += 1
        if at >= len(tagged) or at >= end and not starts_quote(tagged, at):
            return None
        symbol = _nachfeld_symbol(tagged, at, end)
        if symbol in wanted:
            return wanted[symbol], at, symbol
        if symbol == "CLAUSE" and tagged.sentence.words[at - 1] == ":" and wanted:
            return next(iter(wanted.values())), at, symbol
        if symbol not in ("RELATIVE", "QUOTE"):
            return None
        at = _next_break(tagged, at, end) if symbol == "RELATIVE" else quote_end(tagged, at)
    return None


def _nachfeld_symbol(tagged: Tagged, at: int, end: int) -> str:
    """What kind of complement begins at a word: THAT, QUOTE, INF, CLAUSE, or RELATIVE, OTHER."""
    bits = tagged.bits
    if starts_quote(tagged, at):
        return "QUOTE"
    b = bits[at]
    stop = _next_break(tagged, at, end)
    if b & COMP and not b & DET:
        return "THAT"
    finite = [j for j in range(at, stop) if bits[j] & (FINITE | AUX) and not bits[j] & (NAME | NOUNISH)]
    closing = bool(finite) and finite[-1] >= stop - 1
    if b & REL and b & DET and closing and len(finite) == 1:
        return "RELATIVE"
    if b & QUEST and (closing or not finite):
        return "THAT"
    if b & PREP and at + 1 < end and bits[at + 1] & REL and closing and bits[at + 1] & DET and len(finite) == 1:
        return "RELATIVE"
    if not finite:
        if _has_zu(tagged, at, stop) or _has_zu(tagged, at, end):
            return "INF"
        return "RELATIVE" if b & (DET | NAME | PREP) else "OTHER"
    if b & (COORD | ADVERS):
        return "OTHER"
    if b & SUB and not b & PREP and closing:
        return "CLAUSE" if stop < end else "OTHER"
    return "CLAUSE"


def _has_zu(tagged: Tagged, at: int, stop: int) -> bool:
    """An infinitive with its marker closes the stretch ("die Truppen abzuziehen")."""
    bits, low = tagged.bits, tagged.sentence.low
    for j in range(at, stop):
        if tagged.sentence.quote[j] >= 0:
            continue
        if bits[j] & MARKER and j + 1 < stop and bits[j + 1] & (INFINITIVE | AUX) | (low[j + 1 : j + 2] != []):
            if bits[j + 1] & (INFINITIVE | FINITE) or low[j + 1].endswith("n"):
                return True
        if bits[j] & INFINITIVE and j >= stop - 2 and not bits[j] & FINITE:
            return True
    return False


def _next_break(tagged: Tagged, at: int, end: int) -> int:
    for j in range(at, end):
        if is_break(tagged, j):
            return j
    return end


def _cut(clauses: Clauses, hit: Hit, start: int, end: int) -> int:
    """The first place where another cue's own insertion or joined clause takes over."""
    tagged = clauses.tagged
    for other in clauses.hits:
        if other.head <= max(start, hit.head) or other.head >= end:
            continue
        if other.kind is CueKind.PREPOSITION and is_break(tagged, other.head - 1):
            return other.head - 1
        if other.kind is not CueKind.VERB:
            continue
        j = other.head - 1
        if tagged.bits[j] & COORD and tagged.bits[other.head] & FINITE:
            return j - 1 if is_break(tagged, j - 1) else j
        if is_break(tagged, j) and tagged.bits[other.head] & FINITE and tagged.sentence.words[j] == ",":
            return j
        opener = j
        while opener > start and not is_break(tagged, opener):
            opener -= 1
        first = tagged.bits[opener + 1] if opener + 1 < end else 0
        fields = read_fields(tagged, other, clauses.end)
        if is_break(tagged, opener) and fields and fields.final and first & (SUB | QUEST) and not first & COMP:
            if fields.end >= end and other.forms and _speaks(other):
                return opener
    return end


def _speaks(hit: Hit) -> bool:
    return any("QUOTE" in p for f in hit.forms for p in f.frames)


def _complement(
    clauses: Clauses, hit: Hit, fields: Fields, forms: list[CueForm], source: Range
) -> Found | None:
    """Content after the cue, or the object in the Mittelfeld or Vorfeld."""
    tagged = clauses.tagged
    stop = max(fields.end, source[1])
    post = _post_content(clauses, fields, forms, stop)
    if post:
        form, start, symbol = post
        end = quote_end(tagged, start) if symbol == "QUOTE" else _cut(clauses, hit, start, clauses.end)
        content = [trim(tagged, start, end)]
        if content[0][1] > content[0][0]:
            found = _make(clauses, hit, fields, form, source, content, f"nachfeld-{symbol.lower()}")
            found.direct = starts_quote(tagged, start)
            found.addressee = _addressee(clauses, fields, source)
            return found
    for form in forms:
        for pattern in form.frames:
            content_range = _object(clauses, fields, source, pattern)
            if content_range:
                found = _make(clauses, hit, fields, form, source, [content_range], "object")
                found.direct = starts_quote(tagged, content_range[0])
                return found
    return None


def _addressee(clauses: Clauses, fields: Fields, source: Range) -> Range | None:
    """The dative in the Mittelfeld: the one spoken to."""
    tagged = clauses.tagged
    lo, hi = fields.mittelfeld
    for j in range(lo, hi):
        if source[0] <= j < source[1]:
            continue
        b = tagged.bits[j]
        if b & PREP and not b & DET:
            return None
        if b & OBL and b & DET:
            stop = noun_phrase_end(tagged, j, hi)
            return (j, stop) if stop > j else None
    return None


def _object(
    clauses: Clauses, fields: Fields, source: Range, pattern: tuple[str, ...]
) -> Range | None:
    """Nominal content of a pattern: an object, or what follows its preposition."""
    tagged = clauses.tagged
    if pattern[-1] not in ("NP", "REST", "QUOTE"):
        return None
    literal = next((s for s in pattern if s.islower()), None)
    lo, hi = fields.mittelfeld
    if not fields.final and source[0] >= fields.finite:
        vorfeld = trim(tagged, *fields.vorfeld)
        if literal is None and vorfeld[1] > vorfeld[0] and _accusative(tagged, vorfeld):
            return vorfeld
        if literal and vorfeld[1] > vorfeld[0] and tagged.sentence.low[vorfeld[0]] == literal:
            return vorfeld
    if lo <= source[0] < hi:
        lo = max(lo, source[1])
    if literal:
        for j in range(lo, hi):
            if tagged.sentence.low[j] == literal and tagged.sentence.quote[j] < 0:
                inner = trim_field(tagged, j + 1, hi, clauses.pack)
                return inner if inner[1] > inner[0] else None
        return None
    if pattern[-1] == "QUOTE":
        for j in range(lo, hi):
            if starts_quote(tagged, j):
                return (j, quote_end(tagged, j))
        return None
    inner = trim_field(tagged, lo, hi, clauses.pack)
    while inner[1] > inner[0] and tagged.bits[inner[0]] & PREP and not tagged.bits[inner[0]] & (DET | NAME):
        stop = noun_phrase_end(tagged, inner[0] + 1, inner[1])
        if stop <= inner[0] + 1:
            return None
        inner = trim_field(tagged, stop, inner[1], clauses.pack)
    if inner[1] <= inner[0] or not any(b & NAME for b in tagged.bits[inner[0] : inner[1]]):
        if inner[1] > inner[0] and starts_quote(tagged, inner[0]):
            return inner
        return None
    return inner


def _accusative(tagged: Tagged, words: Range) -> bool:
    b = tagged.bits[words[0]]
    if b & PREP and not b & DET:
        return False
    return bool(b & (DET | NAME)) and not b & SUBJ


def _passive(clauses: Clauses, hit: Hit, fields: Fields, forms: list[CueForm]) -> Found | str:
    """ "wurde von Rom beschuldigt": the agent speaks; without one nobody does, if the entry allows."""
    tagged = clauses.tagged
    agent = _agent(tagged, fields)
    if agent is None:
        forms = [f for f in forms if f.entry.passive == "unnamed"]
        if not forms:
            return "no_source"
    post = _post_content(clauses, fields, forms, fields.end)
    if post:
        content = [trim(tagged, post[1], _cut(clauses, hit, post[1], clauses.end))]
    else:
        subject = find_subject(tagged, fields, clauses.end)
        lo, hi = fields.mittelfeld
        inside = trim_field(tagged, lo, hi, clauses.pack)
        content = [subject] if subject else []
        if agent is None and inside[1] > inside[0] and (not subject or subject[0] < fields.finite):
            content.append(inside)
    content = [c for c in content if c[1] > c[0]]
    if not content:
        return "no_content"
    return _make(clauses, hit, fields, forms[0], agent, content, "passive" if agent else "passive-unnamed")


def _agent(tagged: Tagged, fields: Fields) -> Range | None:
    spans = [fields.mittelfeld] if fields.final else [fields.vorfeld, fields.mittelfeld]
    for lo, hi in spans:
        for j in range(lo, hi):
            if tagged.bits[j] & AGENT and tagged.sentence.quote[j] < 0:
                stop = noun_phrase_end(tagged, j + 1, hi)
                if stop > j + 1:
                    return (j + 1, stop)
    return None


__all__ = ["SUBJ", "find_verbs_v2"]
