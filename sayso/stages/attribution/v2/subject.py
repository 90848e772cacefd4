"""Who speaks in a verb-second clause: the nominative of the Vorfeld or of the Mittelfeld."""

from __future__ import annotations

from sayso.packs.load import FINITE
from sayso.stages.attribution.bits import (
    ADV,
    AGENT,
    AUX,
    DET,
    GEN,
    IMPERS,
    LOOKS_WEAK,
    MOOD,
    NAME,
    NOM,
    OBJ,
    OBL,
    OPEN,
    PREP,
    REL,
    SUB,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.marks import Range
from sayso.stages.attribution.tag import Tagged
from sayso.stages.attribution.v2.chunks import is_break
from sayso.stages.attribution.v2.fields import Fields
from sayso.stages.attribution.v2.nominative import (
    can_be_subject,
    is_thing,
    nominative_in,
    trim_subject,
)
from sayso.stages.attribution.v2.phrases import noun_phrase_end


def find_subject(tagged: Tagged, fields: Fields, end: int) -> Range | None:
    """The clause's subject: the nominative in the Vorfeld, else the first one after the verb."""
    lo, hi = fields.mittelfeld
    if fields.final:
        found = nominative_in(tagged, lo, hi, hi)
        return found or _relative_subject(tagged, fields)
    inside = nominative_in(tagged, lo, max(lo, hi), end)
    start, stop = trim_subject(tagged, *fields.vorfeld)
    if stop <= start or not can_be_subject(tagged, start, stop):
        if (
            inside is None
            and stop > start
            and tagged.bits[start] & AGENT
            and tagged.bits[start] & GEN
        ):
            return (start, stop)  # a name that begins like a preposition: "Von der Leyen sagte"
        return inside
    if inside and _object_first(tagged, (start, stop), inside):
        return inside
    return (start, stop)


def _object_first(tagged: Tagged, vorfeld: Range, inside: Range) -> bool:
    """ "Das bestätigte X", "Die Vorwürfe wies X zurück": the object stands first."""
    tagged.bits[vorfeld[0]]
    if is_anaphor(tagged, vorfeld) or is_dative(tagged, vorfeld):
        return not is_thing(tagged, inside)
    first = tagged.bits[inside[0]]
    marked = bool(first & (NOM | NAME)) and not first & OBL
    return is_thing(tagged, vorfeld) and marked and not is_thing(tagged, inside)


def is_anaphor(tagged: Tagged, words: Range) -> bool:
    """A pronoun that stands for what was said before: "das", "dies"."""
    b = tagged.bits[words[0]]
    return (
        words[1] == words[0] + 1 and bool(b & (REL | DET | OBJ)) and not b & (NAME | IMPERS | SUBJ)
    )


def is_dative(tagged: Tagged, words: Range) -> bool:
    """ "Der englischen Zeitung": the determiner of a nominative, the adjective of a dative."""
    first, stop = words
    if not (tagged.bits[first] & GEN and tagged.bits[first] & NOM) or stop < first + 3:
        return False
    b = tagged.bits[first + 1]
    return bool(b & LOOKS_WEAK) and bool(b & OPEN) and not b & NAME


def _relative_subject(tagged: Tagged, fields: Fields) -> Range | None:
    """A relative pronoun that is the subject of its clause: the noun phrase before it speaks."""
    at = fields.opener
    if (
        at < 0
        or not tagged.bits[at] & REL
        or tagged.bits[at] & (OBL & ~NOM)
        or tagged.bits[at] & SUB
    ):
        return None
    if not tagged.bits[at] & NOM:
        return None
    return _antecedent(tagged, at) or (at, at + 1)


def _antecedent(tagged: Tagged, at: int) -> Range | None:
    """The noun phrase that ends at the comma before a relative pronoun."""
    stop = at - 1
    if stop <= 0 or not is_break(tagged, stop):
        return None
    start = stop
    while start > 0 and stop - start < 14 and not is_break(tagged, start - 1):
        start -= 1
    for j in range(start, stop):
        b = tagged.bits[j]
        if b & (PREP | ADV | TIME | FINITE | AUX) and not b & (DET | NAME):
            continue
        if noun_phrase_end(tagged, j, stop) == stop:
            return (j, stop)
    return None


def surely_indicative(tagged: Tagged, i: int) -> bool:
    """The finite verb at `i` is not in reported mood."""
    return i >= 0 and bool(tagged.bits[i] & (FINITE | AUX)) and not tagged.bits[i] & MOOD
