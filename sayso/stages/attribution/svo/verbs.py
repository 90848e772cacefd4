"""Finite verb cues where the subject stands before its verb (English, French, Italian).

Each function is one construction; it returns a `Found` or a reason, and knows no word of any
language.
"""

from __future__ import annotations

from sayso.packs.load import NOUNISH, PARTICIPLE, Pack
from sayso.packs.shape import CueKind
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    AS,
    COMP,
    COORD,
    DET,
    NAME,
    NEG,
    OPEN,
    QUEST,
    REL,
    SUB,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.complement import find_complement
from sayso.stages.attribution.found import NOT_A_SAYING, Clauses, Found, is_solid, make_found
from sayso.stages.attribution.hits import Hit, find_companion, is_finite
from sayso.stages.attribution.marks import Range, body_end, is_comma, starts_quote
from sayso.stages.attribution.phrase import clause_begins
from sayso.stages.attribution.svo.extent import content_end, cut_at_insertions
from sayso.stages.attribution.svo.insertion import (
    after_region,
    find_as_clause,
    find_preposed,
    may_stand_behind,
    skip_time,
)
from sayso.stages.attribution.svo.inverted import subject_after
from sayso.stages.attribution.svo.nonfinite import find_gerund, find_infinitive, find_passive
from sayso.stages.attribution.svo.subject import subject_before
from sayso.stages.attribution.tag import Tagged


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
    cut_at_insertions(clauses.found)
    return clauses


def _verb(clauses: Clauses, hit: Hit) -> Found | str:
    group = hit.group
    if hit.kind is CueKind.ADJECTIVE:
        return _finite(clauses, hit)
    if group.passive and all(form.entry.passive == "no" for form in hit.forms):
        group.passive, group.perfect = False, True  # "est revenu sur ses aveux"
    if group.passive:
        return find_passive(clauses, hit)
    if group.infinitive:
        return find_infinitive(clauses, hit)
    if group.gerund and not group.finite:
        return find_gerund(clauses, hit)
    if group.participle and not group.finite and not group.perfect:
        return NOT_A_SAYING  # "as reported by the Post": right one time in five on PolNeAR train
    return _finite(clauses, hit)


def _finite(clauses: Clauses, hit: Hit) -> Found | str:
    """A finite cue: parenthetical, inverted, or subject - cue - complement."""
    tagged = clauses.tagged
    source, construction = _subject(clauses, hit)
    preposed = find_preposed(clauses, hit, source)
    if preposed:
        return preposed
    if source is None:
        return "no_source"
    if construction == "inverted" and source[0] >= hit.group.end:
        return find_as_clause(clauses, hit, source) or "no_content"
    complement = find_complement(clauses, hit)
    if complement is None:
        return (
            find_as_clause(clauses, hit, source)
            or _extracted(clauses, hit, source)
            or _after_comma(clauses, hit, source)
            or _alone(clauses, hit, source)
            or "no_content"
        )
    form, start, addressee, symbol, inner = complement
    content = [(start, content_end(clauses, hit, inner, symbol))]
    if not is_solid(tagged, content[0]):
        return "no_content"
    if symbol in ("NP", "REST") and _reduced(clauses, hit, content[0]):
        return "no_source"
    found = make_found(clauses, hit, form, source, content, f"{construction}-{symbol.lower()}")
    found.addressee = addressee
    found.direct = starts_quote(tagged, start)
    apart = find_companion(tagged, form, addressee[1], start) if addressee else None
    if apart and any(b & (OPEN | NOUNISH) for b in tagged.bits[slice(*apart)]):
        found.cue.append(apart)  # "a mis Rome en garde contre …"
    return found


def _reduced(clauses: Clauses, hit: Hit, content: Range) -> bool:
    """ "a group called Dawn claimed …": the participle only describes, another verb is finite."""
    bits = clauses.tagged.bits
    if hit.group.start != hit.head or not bits[hit.head] & PARTICIPLE:
        return False
    for j in range(*content):
        if bits[j] & (REL | COMP | SUB | QUEST | COORD) or is_comma(clauses.tagged, j):
            return False
        if (
            clauses.tagged.sentence.quote[j] < 0
            and is_finite(clauses.tagged, j)
            and not bits[j] & NOUNISH
        ):
            return j > content[0]
    return False


def _extracted(clauses: Clauses, hit: Hit, source: Range) -> Found | None:
    """ "which he said were lost", "what Dale called “a farce”": the relative is content too."""
    tagged, before = clauses.tagged, source[0] - 1
    forms = [f for f in hit.forms if may_stand_behind(f) or ("NP", "QUOTE") in f.frames]
    if before < 0 or not forms or not tagged.bits[before] & (REL | QUEST | COMP):
        return None
    at = skip_time(clauses, hit.group.end)
    if at >= clauses.end or not (is_finite(tagged, at) or starts_quote(tagged, at)):
        return None
    rest = (at, content_end(clauses, hit, at, "REST"))
    return make_found(clauses, hit, forms[0], source, [(before, before + 1), rest], "extracted")


def _after_comma(clauses: Clauses, hit: Hit, source: Range) -> Found | None:
    """ "Dale said, all is well"; "insiders said: the lead is too large": a clause after a mark."""
    tagged, at = clauses.tagged, after_region(clauses, hit)
    forms = [f for f in hit.forms if any("QUOTE" in p for p in f.frames)]
    if not forms or at + 3 >= clauses.end or tagged.sentence.words[at] not in (",", ":"):
        return None
    if tagged.sentence.words[at] == ",":
        known = tagged.bits[source[1] - 1] & (NAME | SUBJ)
        if not known or not clause_begins(tagged, at + 1, clauses.end):
            return None
    return make_found(clauses, hit, forms[0], source, [(at + 1, clauses.end)], "after-mark")


def _alone(clauses: Clauses, hit: Hit, source: Range) -> Found | None:
    """A cue without a complement ("declined to comment"): its own last words are the content."""
    group = hit.group
    for form in hit.forms:
        if () in form.frames or not form.frames:
            start = group.head + 1 if group.end > group.head + 1 else group.head
            return make_found(clauses, hit, form, source, [(start, group.end)], "alone")
    return None


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
    source = subject_before(tagged, group.start)
    if source and source[1] - source[0] > 40:
        return None, "subject"
    return source, "subject"


def _shares_subject(clauses: Clauses, hit: Hit) -> Range | None:
    """The subject of the verb before, where only a coordinator stands in between."""
    tagged = clauses.tagged
    j = hit.group.start - 1
    while (
        j >= 0 and tagged.bits[j] & (ADV | TIME | NEG) and not tagged.bits[j] & (COORD | SUBJ | DET)
    ):
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
            return subject_before(clauses.tagged, i)
    return None
