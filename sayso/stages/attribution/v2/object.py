"""Objects and addressees: what stands in the Mittelfeld besides the subject."""

from __future__ import annotations

from sayso.model import Act
from sayso.packs.load import CueForm
from sayso.stages.attribution.bits import ADV, DET, GEN, NAME, OBJ, OBL, POSS, PREP, REFL, SUBJ
from sayso.stages.attribution.found import Found
from sayso.stages.attribution.marks import Range, quote_end, starts_quote, trim
from sayso.stages.attribution.tag import Tagged
from sayso.stages.attribution.v2.clause import Cue, Sentence, make, takes
from sayso.stages.attribution.v2.phrases import noun_phrase_end, trim_field
from sayso.stages.attribution.v2.subject import is_anaphor

#: A noun phrase after a verb of saying is its topic ("erklärte die Technik"), no content, unless
#: it is quoted; for these acts it is what the act is about ("bestritt den Angriff").
NOMINAL_ACTS = frozenset(
    {
        Act.DENY,
        Act.ADMIT,
        Act.CONFIRM,
        Act.ACCUSE,
        Act.REJECT,
        Act.THREATEN,
        Act.CONDEMN,
        Act.DEMAND,
        Act.DECLINE,
    }
)
#: Behind a preposition, for these ("bekannte sich zu dem Anschlag"); for others it is a topic too.
PREPOSITIONAL_ACTS = frozenset(
    {
        Act.DENY,
        Act.ADMIT,
        Act.CONFIRM,
        Act.ACCUSE,
        Act.CONDEMN,
        Act.WARN,
        Act.THREATEN,
        Act.DECLINE,
    }
)


def find_object(sentence: Sentence, cue: Cue) -> Found | None:
    """The statement whose content is an object: of the first pattern that fits."""
    tagged = sentence.tagged
    for form in cue.forms:
        for pattern in sorted(form.frames, key=lambda p: "ADDR" not in p):
            found = _match(sentence, cue, pattern)
            if found is None or not _is_content(tagged, form, found[0], pattern):
                continue
            words, addressee = found
            words = _without_companion(tagged, form, words)
            literal = any(s.islower() for s in pattern)
            name = "anaphor" if is_anaphor(tagged, words) else "object"
            made = make(sentence, cue, form, [words], "object-behind" if literal else name)
            if made:
                made.direct = (
                    starts_quote(tagged, words[0]) and quote_end(tagged, words[0]) >= words[1]
                )
                made.addressee = addressee
            return made
    return None


def _without_companion(tagged: Tagged, form: CueForm, words: Range) -> Range:
    """Content without the words that make the verb a cue ("in Frage", "zur Last") at its edges."""
    low, (start, stop) = tagged.sentence.low, words
    for phrase in form.entry.with_:
        part = phrase.lower().split()
        if low[stop - len(part) : stop] == part and stop - len(part) > start:
            stop -= len(part)
        elif low[start : start + len(part)] == part and start + len(part) < stop:
            start += len(part)
    named = any(b & NAME for b in tagged.bits[start:stop])
    return (start, stop) if named else words


def _is_content(tagged: Tagged, form: CueForm, words: Range, pattern: tuple[str, ...]) -> bool:
    """The object is what is said, not what is spoken about."""
    quoted = any(tagged.sentence.quote[j] >= 0 for j in range(*words))
    acts = PREPOSITIONAL_ACTS if any(s.islower() for s in pattern) else NOMINAL_ACTS
    return quoted or form.entry.act in acts or is_anaphor(tagged, words)


def _match(
    sentence: Sentence, cue: Cue, pattern: tuple[str, ...]
) -> tuple[Range, Range | None] | None:
    """Content and addressee of a nominal pattern, or None."""
    tagged, fields, source = sentence.tagged, cue.fields, cue.source
    if pattern[-1] not in ("NP", "REST", "QUOTE"):
        return None
    literal = next((s for s in pattern if s.islower()), None)
    lo, hi = fields.mittelfeld
    vorfeld = trim(tagged, *fields.vorfeld)
    if not fields.final and source and source[0] >= fields.finite and vorfeld[1] > vorfeld[0]:
        if not literal and is_anaphor(tagged, vorfeld):
            return vorfeld, None
        if _fits_vorfeld(tagged, vorfeld, literal) and "ADDR" not in pattern:
            return vorfeld, None
    if source and lo <= source[0] < hi:
        lo = max(lo, source[1])
    if pattern[-1] == "QUOTE":
        at = next((j for j in range(lo, hi) if starts_quote(tagged, j)), -1)
        return ((at, quote_end(tagged, at)), None) if at >= 0 else None
    if literal:
        return _with_literal(tagged, pattern, literal, (lo, hi))
    if pattern[0] == "ADDR":
        return _two_objects(tagged, (lo, hi), genitive=pattern[-1] == "REST")
    content = _accusative(tagged, lo, hi)
    return (content, None) if content else None


def _fits_vorfeld(tagged: Tagged, vorfeld: Range, literal: str | None) -> bool:
    if literal:
        return tagged.sentence.low[vorfeld[0]] == literal
    b = tagged.bits[vorfeld[0]]
    return bool(b & (DET | NAME)) and not b & SUBJ and not (b & PREP and not b & DET)


def _with_literal(
    tagged: Tagged, pattern: tuple[str, ...], literal: str, field: Range
) -> tuple[Range, Range | None] | None:
    """ "für REST", "ADDR wegen REST", "NP als REST": behind the word, or from the object on."""
    lo, hi = field
    for j in range(lo, hi):
        if tagged.sentence.low[j] != literal or tagged.sentence.quote[j] >= 0:
            continue
        inner = trim_field(tagged, j + 1, hi)
        if inner[1] <= inner[0]:
            return None
        before = first_object(tagged, (lo, j))
        if pattern[0] == "NP":
            return ((before[0], inner[1]), None) if before else None
        return inner, before if pattern[0] == "ADDR" else None
    return None


def _two_objects(
    tagged: Tagged, field: Range, *, genitive: bool
) -> tuple[Range, Range | None] | None:
    """ "der Bande vier Überfälle": the one spoken to or charged, then the thing; in the genitive
    it looks like a part of the first ("den Rivalen der Lüge")."""
    first = first_object(tagged, field)
    if first is None:
        return None
    if genitive:
        owner = next((j for j in range(first[0] + 1, first[1]) if tagged.bits[j] & GEN), first[1])
        return ((owner, first[1]), (first[0], owner)) if owner < first[1] else None
    content = _accusative(tagged, first[1], field[1])
    return (content, first) if content else None


def first_object(tagged: Tagged, field: Range) -> Range | None:
    """The first noun phrase or object pronoun of a field that no preposition governs."""
    j, hi = field
    while j < hi:
        b = tagged.bits[j]
        if b & PREP and not b & (DET | NAME):
            j = max(noun_phrase_end(tagged, j + 1, hi), j + 1)
        elif b & OBJ and not b & (DET | POSS | REFL | NAME):
            return (j, j + 1)
        elif b & (ADV | REFL) and not b & (DET | NAME | POSS):
            j += 1
        else:
            stop = noun_phrase_end(tagged, j, hi)
            if stop > j:
                return (j, stop)
            j += 1
    return None


def _accusative(tagged: Tagged, lo: int, hi: int) -> Range | None:
    """The object in the Mittelfeld, prepositional phrases before it left out."""
    inner = trim_field(tagged, lo, hi)
    while inner[1] > inner[0] and tagged.bits[inner[0]] & PREP:
        if tagged.bits[inner[0]] & (DET | NAME):
            break
        stop = noun_phrase_end(tagged, inner[0] + 1, inner[1])
        if stop <= inner[0] + 1:
            return None
        inner = trim_field(tagged, stop, inner[1])
    if inner[1] <= inner[0]:
        return None
    if starts_quote(tagged, inner[0]) or any(b & NAME for b in tagged.bits[slice(*inner)]):
        return inner
    return None


def find_addressee(sentence: Sentence, cue: Cue) -> Range | None:
    """The one spoken to: a dative, or the object of a verb that has an addressee."""
    tagged, source, fields = sentence.tagged, cue.source, cue.fields
    lo, hi = fields.mittelfeld
    if source and lo <= source[0] < hi:
        lo = source[1]
    if any(takes(f, "ADDR") for f in cue.forms):
        return _governed(tagged, cue, (lo, hi)) or first_object(tagged, (lo, hi))
    for j in range(lo, hi):
        b = tagged.bits[j]
        if b & PREP and not b & DET:
            return None
        if b & OBL and b & DET:
            stop = noun_phrase_end(tagged, j, hi)
            return (j, stop) if stop > j else None
    return None


def _governed(tagged: Tagged, cue: Cue, field: Range) -> Range | None:
    """ "appellierte an die Bürger": an addressee behind its preposition."""
    words = {
        p[i] for f in cue.forms for p in f.frames for i in range(len(p) - 1) if p[i + 1] == "ADDR"
    }
    for j in range(*field):
        if tagged.sentence.low[j] in words:
            stop = noun_phrase_end(tagged, j + 1, field[1])
            return (j + 1, stop) if stop > j + 1 else None
    return None
