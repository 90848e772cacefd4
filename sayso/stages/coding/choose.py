"""Choose: which sense of a trigger its clause shows."""

from __future__ import annotations

from collections.abc import Callable

from sayso.packs.triggers import MEANINGS, Purpose, TriggerForm, TriggerKind, Triggers
from sayso.stages.attribution.bits import PUNCTUATION
from sayso.stages.attribution.hits import is_finite
from sayso.stages.attribution.marks import Range
from sayso.stages.attribution.tag import Tagged
from sayso.stages.coding.clause import Clause
from sayso.stages.coding.hits import TriggerHit, has_reflexive

#: Whether the words of a range mean what a restriction such as `@party` asks for.
Means = Callable[[Range, str], bool]
#: The shortest word of a set that may be a part of a compound.
LEAST_PART = 4
#: Words behind a clause in which a phrase that decides its sense may still stand.
REACH = 8


def choose(
    tagged: Tagged, hit: TriggerHit, clause: Clause, triggers: Triggers, means: Means
) -> TriggerForm | None:
    """The entry that fits with the most that it asks for; None where none fits."""
    best: tuple[int, TriggerForm] | None = None
    for form in hit.forms:
        if form.purpose is not Purpose.TRIGGER or form.entry is None:
            continue
        if not fits_reflexive(tagged, hit, form.entry.reflexive):
            continue
        asked = fit(tagged, form, clause, triggers, means)
        if asked >= 0 and (best is None or asked > best[0]):
            best = (asked, form)
    return best[1] if best else None


def fit(tagged: Tagged, form: TriggerForm, clause: Clause, triggers: Triggers, means: Means) -> int:
    """How many restrictions of an entry hold, or -1 where one does not."""
    entry = form.entry
    assert entry is not None
    around = [
        (clause.start, reach(tagged, clause.end)),
        *([clause.around] if clause.around else []),
    ]
    if entry.without and any(holds_phrase(tagged, entry.without, r) for r in around):
        return -1
    found = 0
    if entry.with_:
        if not any(holds_phrase(tagged, entry.with_, r) for r in around):
            return -1
        found += 1
    if entry.object:
        ranges = object_ranges(form, clause)
        held = fits_sets(tagged, entry.object, ranges, clause.part, triggers, means)
        if not held:
            return -1
        found += held
    if entry.subject:
        subject = [r for r in (clause.subject, clause.owner) if r]
        unsaid = not subject and not MEANINGS.isdisjoint(entry.subject)
        held = 1 if unsaid else fits_sets(tagged, entry.subject, subject, "", triggers, means)
        if not held:
            return -1
        found += held
    return found


def fits_reflexive(tagged: Tagged, hit: TriggerHit, asked: bool | None) -> bool:
    """The verb has a reflexive pronoun, or none, as the entry asks."""
    if asked is None or hit.kind is not TriggerKind.VERB:
        return True
    return asked == has_reflexive(tagged, hit.group)


def reach(tagged: Tagged, end: int) -> int:
    """Where the words of a clause end, an infinitive or a gerund that hangs on it taken along."""
    for j in range(end, min(len(tagged), end + REACH)):
        if tagged.bits[j] & PUNCTUATION or is_finite(tagged, j):
            return j
    return min(len(tagged), end + REACH)


def object_ranges(form: TriggerForm, clause: Clause) -> list[Range]:
    """Where the object of a trigger stands: for a noun, what it is "of"."""
    if form.kind is not TriggerKind.NOUN:
        return [r for r in (clause.bare, clause.object, clause.indirect) if r]
    of = [(p.start, p.end) for p in clause.pieces if p.genitive]
    return [*of, *(r for r in (clause.owner, clause.after) if r)]


def fits_sets(
    tagged: Tagged,
    names: tuple[str, ...],
    ranges: list[Range],
    part: str,
    triggers: Triggers,
    means: Means,
) -> int:
    """2 where some range holds a word of a set, 1 where it only means what is asked, else 0."""
    compounds = bool(triggers.endings)
    asked = 0
    for name in names:
        if name in MEANINGS:
            asked = asked or int(any(means(r, name) for r in ranges[:1]))
            continue
        words = triggers.sets[name]
        if part and in_set(part, words, compounds):
            return 2
        for first, last in ranges:
            if any(in_set(word, words, compounds) for word in tagged.sentence.low[first:last]):
                return 2
            if holds_phrase(tagged, tuple(w for w in words if " " in w), (first, last)):
                return 2
    return asked


def in_set(word: str, words: frozenset[str], compounds: bool) -> bool:
    """The word is of the set, or a compound that begins or ends with one that is."""
    if word in words:
        return True
    if not compounds or len(word) < LEAST_PART + 2:
        return False
    return any(
        word[:length] in words or word[-length:] in words
        for length in range(LEAST_PART, len(word) - 1)
    )


def holds_phrase(tagged: Tagged, phrases: tuple[str, ...], around: Range) -> bool:
    """One of some phrases stands in a range."""
    low = tagged.sentence.low[around[0] : around[1]]
    for phrase in phrases:
        words = phrase.lower().split()
        if words[0] not in low:
            continue
        for i in range(len(low) - len(words) + 1):
            if low[i : i + len(words)] == words:
                return True
    return False
