"""Verb cues where the finite verb is second in main clauses and last in subordinate ones (German).

The sentence is cut into chunks (chunks.py) and the clause of each cue into fields (fields.py);
source and content are then read off the fields.
"""

from __future__ import annotations

from sayso.model import Act
from sayso.packs.load import CueForm, Pack
from sayso.packs.shape import CueKind
from sayso.stages.attribution.bits import AGENT, IMPERS, PREP
from sayso.stages.attribution.found import NOT_A_SAYING, Found
from sayso.stages.attribution.hits import Hit, find_companion
from sayso.stages.attribution.marks import Range, body_end
from sayso.stages.attribution.tag import Tagged
from sayso.stages.attribution.v2.clause import Cue, Sentence, make, shared_subject, takes
from sayso.stages.attribution.v2.content import find_complement, find_nachfeld
from sayso.stages.attribution.v2.cut import cut_chunks
from sayso.stages.attribution.v2.fields import Fields, read_fields
from sayso.stages.attribution.v2.nominative import is_thing, nominative_in
from sayso.stages.attribution.v2.object import first_object
from sayso.stages.attribution.v2.phrases import noun_phrase_end
from sayso.stages.attribution.v2.preposed import find_preposed
from sayso.stages.attribution.v2.subject import find_subject, is_anaphor

#: Acts whose passive says something of its subject ("der Angriff wurde bestritten").
PASSIVE_ACTS = frozenset({Act.DENY, Act.ADMIT, Act.CONFIRM, Act.ACCUSE})


def find_verbs_v2(tagged: Tagged, hits: list[Hit], pack: Pack) -> Sentence:
    """Every verb cue of a verb-second sentence with its source and content."""
    sentence = Sentence(tagged, hits, pack, body_end(tagged), chunks=cut_chunks(tagged))
    for hit in hits:
        if hit.kind is not CueKind.VERB:
            continue
        found = _verb(sentence, hit)
        if isinstance(found, Found):
            sentence.found.append(found)
        elif found != NOT_A_SAYING:
            sentence.missed.append((hit, found))
    used = {i for f in sentence.found for a, b in f.cue for i in range(a, b)}
    sentence.missed = [(hit, why) for hit, why in sentence.missed if hit.head not in used]
    return sentence


def _verb(sentence: Sentence, hit: Hit) -> Found | str:
    tagged = sentence.tagged
    fields = read_fields(tagged, sentence.chunks, hit)
    if fields is None:
        return "no_source"
    forms = fitting(tagged, hit, fields)
    if not forms:
        return NOT_A_SAYING  # "kam" without "überein": another verb
    cue = Cue(hit, fields, forms)
    if fields.passive and all(f.entry.passive != "subject" for f in forms):
        return _passive(sentence, cue)
    cue.source = find_subject(tagged, fields, sentence.end)
    if fields.joined:
        cue.source = shared_subject(sentence, fields) or cue.source
    if cue.source is None and not forms[0].entry.personal:
        cue.source = _document(tagged, fields, (fields.finite, fields.finite))
    if cue.source is None:
        if forms[0].entry.personal:
            return "no_source"
    elif tagged.bits[cue.source[0]] & IMPERS and cue.source[1] == cue.source[0] + 1:
        if forms[0].entry.personal:
            return "no_source"
        cue.source = _document(tagged, fields, cue.source)
    elif is_thing(tagged, cue.source) and all(f.entry.personal for f in forms):
        return "no_source"
    if any(f.entry.passive == "subject" for f in forms) and not fields.passive:
        cue.source = _quoted(tagged, fields, cue.source)
        if cue.source is None:
            return "no_source"
    return find_preposed(sentence, cue) or find_complement(sentence, cue) or "no_content"


def _quoted(tagged: Tagged, fields: Fields, quoting: Range | None) -> Range | None:
    """ "Die Agentur zitiert den Kapitän: …": the object speaks, not the one who quotes."""
    lo, hi = fields.mittelfeld
    if quoting and lo <= quoting[0] < hi:
        lo = quoting[1]
    return first_object(tagged, (lo, hi))


def fitting(tagged: Tagged, hit: Hit, fields: Fields) -> list[CueForm]:
    """The entries that the clause allows: particle at its end, companion in it, voice."""
    closing = ""
    if not fields.final and fields.bracket < len(tagged) and fields.bracket != hit.head:
        closing = tagged.sentence.low[fields.bracket]
    start = min(fields.vorfeld[0], fields.mittelfeld[0])
    forms = []
    for form in hit.forms:
        if form.particle and form.particle != closing:
            continue
        if form.entry.with_ and not find_companion(tagged, form, start, fields.end):
            continue
        if fields.passive and form.entry.passive == "no":
            continue
        forms.append(form)
    forms = [f for f in forms if f.particle] or forms
    return [f for f in forms if f.entry.with_] or forms


def _document(tagged: Tagged, fields: Fields, impersonal: Range) -> Range | None:
    """ "In dem Schreiben heißt es": what the words stand in; None where nothing is named."""
    spans = [fields.vorfeld, (fields.mittelfeld[0], max(fields.end, fields.finite))]
    for lo, hi in spans:
        for j in range(lo, hi):
            if impersonal[0] <= j < impersonal[1] or tagged.sentence.quote[j] >= 0:
                continue
            if tagged.bits[j] & PREP:
                stop = noun_phrase_end(tagged, j + 1, hi)
                return (j + 1, stop) if stop > j + 1 else None
    return None


def _passive(sentence: Sentence, cue: Cue) -> Found | str:
    """ "wurde von Rom beschuldigt": the agent speaks; without one nobody, if the entry allows."""
    tagged, fields = sentence.tagged, cue.fields
    cue.source = _agent(tagged, fields)
    if cue.source is None:
        cue.forms = [f for f in cue.forms if f.entry.passive == "unnamed"]
        if not cue.forms:
            return "no_source"
    name = "passive" if cue.source else "passive-unnamed"
    if cue.source is None:
        found = _preposed_passive(sentence, cue) or find_nachfeld(sentence, cue)
    else:
        found = find_preposed(sentence, cue) or find_nachfeld(sentence, cue)
    if found:
        found.construction = name
        if any(takes(f, "ADDR") for f in cue.forms):
            found.addressee = found.addressee or find_subject(tagged, fields, sentence.end)
        return found
    judged = _judged(sentence, cue, name)
    if judged:
        return judged
    forms = [f for f in cue.forms if f.entry.act in PASSIVE_ACTS]
    subject = _passive_subject(sentence, cue)
    if not forms or subject is None or tagged.bits[subject[0]] & IMPERS:
        return "no_content"
    name = "anaphor" if is_anaphor(tagged, subject) else name
    return make(sentence, cue, forms[0], [subject], name) or "no_content"


def _judged(sentence: Sentence, cue: Cue, name: str) -> Found | None:
    """ "wird als gefährlich eingestuft": the subject and what it is held to be."""
    lo, hi = cue.fields.mittelfeld
    subject = find_subject(sentence.tagged, cue.fields, sentence.end)
    for form in cue.forms:
        for pattern in form.frames:
            if len(pattern) < 2 or pattern[-1] != "REST" or pattern[0] == "ADDR":
                continue
            words = [j for j in range(lo, hi) if sentence.tagged.sentence.low[j] == pattern[-2]]
            if subject and words and subject[1] <= words[0] and words[0] + 1 < hi:
                return make(sentence, cue, form, [subject, (words[0], hi)], name)
    return None


def _passive_subject(sentence: Sentence, cue: Cue) -> Range | None:
    """What is denied or charged; for a verb with an addressee it stands behind that dative."""
    tagged, fields = sentence.tagged, cue.fields
    if any(takes(f, "ADDR") for f in cue.forms):
        lo, hi = fields.mittelfeld
        inside = nominative_in(tagged, lo, hi, hi)
        if inside:
            return inside
    return find_subject(tagged, fields, sentence.end)


def _preposed_passive(sentence: Sentence, cue: Cue) -> Found | None:
    """ "…, wird vermutet", "…, so wird behauptet, …": content before a subjectless passive."""
    lo, hi = cue.fields.mittelfeld
    if nominative_in(sentence.tagged, lo, hi, hi):
        return None
    return find_preposed(sentence, cue)


def _agent(tagged: Tagged, fields: Fields) -> Range | None:
    spans = [fields.mittelfeld] if fields.final else [fields.vorfeld, fields.mittelfeld]
    for lo, hi in spans:
        for j in range(lo, hi):
            if tagged.bits[j] & AGENT and tagged.sentence.quote[j] < 0:
                stop = noun_phrase_end(tagged, j + 1, hi)
                if stop > j + 1:
                    return (j + 1, stop)
    return None
