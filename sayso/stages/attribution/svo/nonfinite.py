"""Participles, infinitives and passives: the source is another verb's subject, or an agent."""

from __future__ import annotations

from sayso.packs.load import GERUND
from sayso.stages.attribution.bits import ADV, AGENT, COMP, DET, IMPERS, MARKER, PREP, REL, SUB
from sayso.stages.attribution.complement import find_complement
from sayso.stages.attribution.found import NOT_A_SAYING, Clauses, Found, is_solid, make_found
from sayso.stages.attribution.hits import Hit, is_finite
from sayso.stages.attribution.marks import Range, is_comma, starts_quote, trim
from sayso.stages.attribution.phrase import np_end, skip_adverbials
from sayso.stages.attribution.svo.extent import content_end, cut_off
from sayso.stages.attribution.svo.subject import subject_before
from sayso.stages.attribution.tag import Tagged


def find_gerund(clauses: Clauses, hit: Hit) -> Found | str:
    """ ", accusing Baku of lies": the source is the subject of the clause it hangs on."""
    tagged, group = clauses.tagged, hit.group
    source = _matrix_subject(clauses, group.start)
    if source is None:
        return "no_source"
    complement = find_complement(clauses, hit)
    if complement is None:
        return "no_content"
    form, start, addressee, symbol, inner = complement
    stop = content_end(clauses, hit, inner, symbol)
    if source[0] > hit.head:  # "Citing a lack of crew, the operator …"
        stop = min(stop, next((j for j in range(inner, stop) if is_comma(tagged, j)), stop))
    content = (start, min(stop, source[0]) if source[0] > hit.head else stop)
    if not is_solid(tagged, content):
        return "no_content"
    if symbol in ("NP", "REST") and group.start and not is_comma(tagged, group.start - 1):
        return "no_source"  # "talks aimed at ending the war": it hangs on a noun
    found = make_found(clauses, hit, form, source, [content], f"gerund-{symbol.lower()}")
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
        subject = subject_before(tagged, j)
        if subject is None or (tagged.bits[subject[0]] & REL and not tagged.bits[subject[0]] & DET):
            continue
        if (
            subject[0]
            and tagged.bits[subject[0] - 1] & (SUB | COMP)
            and not tagged.bits[subject[0] - 1] & PREP
        ):
            continue
        return subject
    for i in range(at + 1, clauses.end):
        if is_finite(tagged, i) and tagged.sentence.quote[i] < 0:
            if any(is_comma(tagged, j) for j in range(at, i)):
                return subject_before(tagged, i)
    return None


def find_infinitive(clauses: Clauses, hit: Hit) -> Found | str:
    """ "went on to say", "continued to deny": the source is the subject of the verb before it."""
    tagged, group = clauses.tagged, hit.group
    j = group.start - 1
    while j >= 0 and tagged.bits[j] & ADV and not tagged.bits[j] & (DET | PREP):
        j -= 1
    if j < 0 or (not is_finite(tagged, j) and not tagged.bits[j] & (PREP | ADV)):
        return NOT_A_SAYING
    while j >= 0 and not is_finite(tagged, j):
        j -= 1
    if j < 0 or group.start - j > 4 or any(f.hit.head == j for f in clauses.found):
        return NOT_A_SAYING
    source = subject_before(tagged, j)
    complement = find_complement(clauses, hit)
    if source and tagged.bits[source[0]] & IMPERS and source[1] - source[0] == 1:
        return NOT_A_SAYING  # "it is too soon to say"
    if source is None or complement is None:
        return NOT_A_SAYING
    form, start, addressee, symbol, inner = complement
    content = (start, content_end(clauses, hit, inner, symbol))
    if not is_solid(tagged, content):
        return NOT_A_SAYING
    found = make_found(clauses, hit, form, source, [content], f"infinitive-{symbol.lower()}")
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


def find_passive(clauses: Clauses, hit: Hit) -> Found | str:
    """ "was accused by Y of Z", "is considered a breach": agent as source, or nobody."""
    tagged, group = clauses.tagged, hit.group
    agent = _agent(clauses, group.end)
    forms = [f for f in hit.forms if f.entry.passive != "no"]
    if agent is None:
        forms = [f for f in forms if f.entry.passive == "unnamed"]
    if not forms:
        return "no_source"
    subject = subject_before(tagged, group.start)
    rest_start = group.end if agent is None else agent[1]
    rest = (rest_start, cut_off(clauses, rest_start, clauses.end, hit))
    content: list[Range] = []
    if subject:
        content.append(subject)
    if agent is not None and _agent_start(tagged, group.end, agent[0]) > group.end:
        content.append((group.end, _agent_start(tagged, group.end, agent[0])))
    goes_on = agent is not None and rest[0] < clauses.end and tagged.bits[rest[0]] & (PREP | MARKER)
    if (agent is None or goes_on) and is_solid(tagged, rest):
        content.append((rest[0], trim(tagged, *rest)[1]))
    content = [c for c in content if is_solid(tagged, c)]
    if not content:
        return "no_content"
    return make_found(
        clauses, hit, forms[0], agent, content, "passive" if agent else "passive-unnamed"
    )


def _agent_start(tagged: Tagged, start: int, agent: int) -> int:
    for j in range(start, agent):
        if tagged.bits[j] & AGENT:
            return j
    return agent
