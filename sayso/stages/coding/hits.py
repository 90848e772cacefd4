"""Hits: the triggers of a sentence, with the verb group around each verb."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.load import FINITE, GERUND, INFINITIVE, NOUNISH, PARTICIPLE, VERB, Pack
from sayso.packs.triggers import Purpose, TriggerForm, TriggerKind, Triggers
from sayso.stages.attribution.bits import (
    ADV,
    AGENT,
    AUX,
    AUX_NF,
    BE,
    BE_NF,
    COMP,
    COORD,
    DET,
    DO,
    GEN,
    HAVE,
    MARKER,
    MODAL,
    NAME,
    NEG,
    NEG_DET,
    NUMBER,
    NUMERAL,
    OBJ,
    OPEN,
    POSS,
    PREP,
    PUNCTUATION,
    REFL,
    REL,
    SUB,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.hits import Group, is_finite, verb_group
from sayso.stages.attribution.tag import Tagged

#: Words between a verb and the particle that an object parts from it ("shot the drone down").
FAR = 6


@dataclass(slots=True)
class TriggerHit:
    """A word of a sentence that may show an event.

    Attributes:
        forms: the forms that stand here, all of one kind.
        group: the verb group; for a noun the word itself.
        part: what stands before the trigger in a compound; "" elsewhere.
        apart: index of a particle that other words part from the verb, or -1.
    """

    forms: list[TriggerForm]
    group: Group
    kind: TriggerKind
    part: str = ""
    apart: int = -1

    @property
    def head(self) -> int:
        """Index of the trigger's first word."""
        return self.group.head

    @property
    def purpose(self) -> Purpose:
        """What the word is for: a trigger, if any of its forms is one."""
        found = {form.purpose for form in self.forms}
        return Purpose.TRIGGER if Purpose.TRIGGER in found else self.forms[0].purpose

    def has(self, purpose: Purpose) -> bool:
        """Some form is for that."""
        return any(form.purpose is purpose for form in self.forms)


def may_hold_trigger(low: list[str], triggers: Triggers) -> bool:
    """False where no trigger's first word stands in a sentence; compounds are not asked for."""
    return bool(triggers.endings) or not triggers.forms.keys().isdisjoint(low)


#: What a form of a verb is to the tagger.
CLEAR = frozenset({"past", "participle", "gerund"})
FORM_BITS = {"participle": PARTICIPLE, "infinitive": INFINITIVE, "gerund": GERUND}


def know_forms(tagged: Tagged, triggers: Triggers) -> None:
    """Give their bits to words that only the triggers know: forms of verbs, and adverbs by their
    ending."""
    for i, word in enumerate(tagged.sentence.low):
        b = tagged.bits[i]
        if triggers.adverbs and b & OPEN and not b & (NAME | VERB | NOUNISH):
            if word.endswith(triggers.adverbs) and word not in triggers.not_adverbs:
                tagged.bits[i] = b = b & ~OPEN | ADV
        if b & (VERB | NAME | NOUNISH) or not b & OPEN or word not in triggers.forms:
            continue
        forms = triggers.forms[word]
        if any(form.kind is TriggerKind.NOUN and len(form.words) == 1 for form in forms):
            continue
        before = tagged.bits[i - 1] if i else 0
        told = before & (MARKER | MODAL | SUBJ | DO)
        verbs = [f for f in forms if f.kind is TriggerKind.VERB and (told or f.form in CLEAR)]
        bits = 0
        for form in verbs:
            bits |= FINITE if form.finite else FORM_BITS.get(form.form, 0)
        if bits:
            tagged.bits[i] = b & ~OPEN | bits


def find_hits(tagged: Tagged, triggers: Triggers, pack: Pack) -> list[TriggerHit]:
    """The triggers of a sentence, in order; several for a word that begins several of them."""
    know_forms(tagged, triggers)
    hits: list[TriggerHit] = []
    skip = 0
    for i, word in enumerate(tagged.sentence.low):
        if i < skip:
            continue
        forms = triggers.forms.get(word)
        found = hits_at(tagged, i, forms, pack) if forms else []
        if not found and triggers.endings and tagged.bits[i] & NAME:
            compound = compound_at(tagged, i, triggers)
            found = [compound] if compound else []
        longer = any(hit.group.end > hit.head + 1 for hit in found)
        parted = parted_hit(tagged, i, forms) if forms and not longer else None
        if parted:
            found.insert(0, parted)
        hits += found
        if found:
            skip = i + 1
    return hits


def hits_at(tagged: Tagged, i: int, forms: tuple[TriggerForm, ...], pack: Pack) -> list[TriggerHit]:
    """The hits on a word, the longest first: a longer trigger may not fit where a shorter does."""
    low = tagged.sentence.low
    standing = [f for f in forms if tuple(low[i : i + len(f.words)]) == f.words]
    lengths = sorted({len(f.words) for f in standing}, reverse=True)
    found = [
        hit_of(tagged, i, length, [f for f in standing if len(f.words) == length], pack)
        for length in lengths
    ]
    return [hit for hit in found if hit]


def hit_of(
    tagged: Tagged, i: int, length: int, standing: list[TriggerForm], pack: Pack
) -> TriggerHit | None:
    """The hit of forms of one length, of the kind that the word is here."""
    kind = kind_at(tagged, i, standing, length, pack)
    standing = [f for f in standing if f.kind is kind]
    if not standing:
        return None
    if kind is TriggerKind.NOUN:
        if modifies(tagged, i + length, pack):
            return None
        return TriggerHit(standing, Group(i, i, i + length), kind)
    group = verb_group(tagged, i, length)
    if kind is TriggerKind.ADJECTIVE:
        group = copular(tagged, i, group)
        return TriggerHit(standing, group, kind) if group.finite else None
    reduce_verb(tagged, group)
    share_auxiliary(tagged, group)
    reduced = group.participle and not (group.finite or group.perfect or group.passive)
    if reduced and length == 1 and attributive(tagged, i):
        return None
    return TriggerHit([f for f in standing if agrees(f, group)] or standing, group, kind)


def copular(tagged: Tagged, i: int, group: Group) -> Group:
    """The group of an adjective with the verb it stands behind: "is", "remained", "stayed"."""
    if group.finite or follows_be(tagged, i):
        group.finite = True
        return group
    j = i - 1
    while j >= 0 and tagged.bits[j] & (ADV | NEG) and not tagged.bits[j] & VERB:
        j -= 1
    if j >= 0 and is_finite(tagged, j) and not tagged.bits[j] & NOUNISH:
        before = verb_group(tagged, j, 1)
        group.start, group.finite, group.negated = before.start, True, before.negated
    return group


def reduce_verb(tagged: Tagged, group: Group) -> None:
    """A past form that is a participle too, before the clause's own verb, only describes a noun:
    "the missiles fired by the army struck a bridge"."""
    after = tagged.bits[group.end] if group.end < len(tagged) else 0
    hangs = after & AGENT or (after & (OPEN | NOUNISH) and not after & (PREP | DET | TIME | ADV))
    plain = group.start == group.head and group.finite and hangs
    if plain and tagged.bits[group.head] & PARTICIPLE and later_finite(tagged, group.end):
        group.finite, group.participle = False, True


def share_auxiliary(tagged: Tagged, group: Group) -> None:
    """The auxiliary of the verb before "and" serves a second participle too: "was arrested and
    beaten", "a salué l'accord et remercié le roi"."""
    if not group.participle or group.finite or group.perfect or group.passive:
        return
    bits, j = tagged.bits, group.start - 1
    while j > 0 and bits[j] & (ADV | TIME | NEG) and not bits[j] & (COORD | DET | NAME):
        j -= 1
    if j <= 0 or not bits[j] & COORD:
        return
    for k in range(j - 1, -1, -1):
        if bits[k] & (REL | SUB | COMP) and not bits[k] & (DET | NAME):
            return
        if bits[k] & PARTICIPLE and not bits[k] & (NAME | AUX | AUX_NF):
            before = verb_group(tagged, k)
            if before.finite and (before.perfect or before.passive):
                group.finite, group.participle = True, False
                group.perfect, group.passive = before.perfect, before.passive
                return
            if not bits[k] & NOUNISH:
                return


def later_finite(tagged: Tagged, i: int) -> bool:
    """A finite verb follows before the clause ends."""
    for j in range(i, len(tagged)):
        b = tagged.bits[j]
        if b & (COORD | COMP | REL | SUB | MARKER | SUBJ) and not b & (DET | NAME):
            return False
        if b & PUNCTUATION and tagged.sentence.words[j] in ",;:.!?–—":
            return False
        after = tagged.bits[j + 1] if j + 1 < len(tagged) else 0
        clear = b & AUX or not b & PARTICIPLE or after & (DET | POSS | NAME | OBJ)
        if is_finite(tagged, j) and not b & NOUNISH and clear:
            return True
    return False


def modifies(tagged: Tagged, behind: int, pack: Pack) -> bool:
    """A noun that another follows only tells of what kind that is ("attack helicopters")."""
    if pack.head.nouns_capitalised or pack.head.adjectives_follow or behind >= len(tagged):
        return False
    b = tagged.bits[behind]
    return bool(b & (OPEN | NOUNISH)) and not b & (VERB | TIME | ADV | NAME | PREP)


def attributive(tagged: Tagged, i: int) -> bool:
    """A participle between an article and its noun ("the disputed border")."""
    if not 0 < i < len(tagged) - 1:
        return False
    before, after = tagged.bits[i - 1], tagged.bits[i + 1]
    opens = before & (DET | POSS | PREP | NUMERAL | NUMBER | COORD | NAME)
    opens = opens and not before & (SUBJ | REL)
    return bool(opens) and bool(after & (NAME | OPEN | NOUNISH)) and not after & (PREP | DET)


def agrees(form: TriggerForm, group: Group) -> bool:
    """The form is one that its auxiliaries allow ("has shot", not "has shoot")."""
    if form.kind is not TriggerKind.VERB:
        return True
    if group.infinitive:
        return form.form in ("infinitive", "present")
    if group.passive or group.perfect:
        return form.form in ("participle", "past", "gerund", "infinitive")
    return True


def kind_at(
    tagged: Tagged, i: int, forms: list[TriggerForm], length: int, pack: Pack
) -> TriggerKind:
    """Verb, noun or adjective: as the tagger took the word, where forms of several kinds stand."""
    kinds = {form.kind for form in forms}
    b = tagged.bits[i]
    if TriggerKind.ADJECTIVE in kinds and (follows_be(tagged, i) or len(kinds) == 1):
        return TriggerKind.ADJECTIVE
    kinds.discard(TriggerKind.ADJECTIVE)
    if pack.head.nouns_capitalised:
        noun = bool(b & NAME) and tagged.sentence.words[i][:1].isupper()
        if i == 0 and len(kinds) == 1:
            return next(iter(kinds))
        return TriggerKind.NOUN if noun else TriggerKind.VERB
    if kinds == {TriggerKind.NOUN}:
        return TriggerKind.NOUN
    if any(form.form == "gerund" for form in forms):
        return gerund_kind(tagged, i, kinds)
    if kinds == {TriggerKind.VERB}:
        noun = is_noun(tagged, i, length)
        return TriggerKind.NOUN if noun else TriggerKind.VERB  # a noun: no form is left
    if not b & VERB or (b & NOUNISH and follows_verb(tagged, i)) or heads_subject(tagged, i):
        return TriggerKind.NOUN
    return TriggerKind.VERB


def is_noun(tagged: Tagged, i: int, length: int) -> bool:
    """A word that the triggers know for a verb only is a noun here."""
    b, before = tagged.bits[i], tagged.bits[i - 1] if i else 0
    if not b & VERB:
        noun = b & (NOUNISH | NAME) and (length == 1 or after_article(tagged, i))
        return bool(noun) or bool(before & (PREP | DET))
    if b & NOUNISH and follows_verb(tagged, i):
        return True
    return bool(before & MARKER and before & PREP) and not b & (INFINITIVE | PARTICIPLE)


def gerund_kind(tagged: Tagged, i: int, kinds: set[TriggerKind]) -> TriggerKind:
    """ "is fighting the rebels" and "of shelling the town" are verbs, "the shelling of" a noun."""
    after = tagged.bits[i + 1] if i + 1 < len(tagged) else 0
    if TriggerKind.NOUN not in kinds:
        return TriggerKind.NOUN if after_article(tagged, i) else TriggerKind.VERB
    if TriggerKind.VERB not in kinds:
        return TriggerKind.NOUN
    if follows_be(tagged, i):
        return TriggerKind.VERB
    if after_article(tagged, i) or after & GEN:
        return TriggerKind.NOUN
    object_follows = after & (DET | POSS | NAME | OBJ | NUMBER | NUMERAL) and not after & TIME
    before = tagged.bits[i - 1] if i else 0
    led = before & (PREP | SUB | PUNCTUATION) or i == 0
    return TriggerKind.VERB if object_follows and led else TriggerKind.NOUN


def after_article(tagged: Tagged, i: int) -> bool:
    """An article, a possessive or an adjective of the same phrase stands before the word."""
    for j in range(i - 1, max(-1, i - 4), -1):
        b = tagged.bits[j]
        if b & (DET | POSS | NEG_DET) and not b & (SUBJ | REL):
            return True
        if not b & (OPEN | NUMERAL | NUMBER) or b & VERB:
            return False
    return False


def heads_subject(tagged: Tagged, i: int) -> bool:
    """A plural noun that looks like a verb, before a preposition and the clause's own verb
    ("Clashes between the two erupted")."""
    after = tagged.bits[i + 1] if i + 1 < len(tagged) else 0
    return bool(after & PREP) and later_finite(tagged, i + 1)


def follows_verb(tagged: Tagged, i: int) -> bool:
    """The clause has its finite verb already, so that this word is its object ("hold talks")."""
    for j in range(i - 1, -1, -1):
        b = tagged.bits[j]
        if b & (COORD | REL | SUB | MARKER | MODAL) and not b & (DET | PREP & ~MARKER):
            return False
        if b & COMP or (b & PUNCTUATION and tagged.sentence.words[j] in ",;:"):
            return False
        if b & (SUBJ | HAVE | BE | BE_NF) and not b & (DET | NAME):
            return False
        if b & VERB and not b & (NOUNISH | NAME):
            return True
    return False


def follows_be(tagged: Tagged, i: int) -> bool:
    """A form of "to be" stands just before, adverbs and negation aside."""
    for j in range(i - 1, max(-1, i - 4), -1):
        if tagged.bits[j] & (BE | BE_NF):
            return True
        if tagged.bits[j] & PUNCTUATION:
            return False
    return False


def parted_hit(tagged: Tagged, i: int, forms: tuple[TriggerForm, ...]) -> TriggerHit | None:
    """The verb whose particle stands behind its object ("shot the drone down")."""
    if not tagged.bits[i] & VERB:
        return None
    found = [(f, parted_at(tagged, i, f)) for f in forms if len(f.words) == 2]
    found = [(f, at) for f, at in found if at > 0]
    if not found:
        return None
    last = found[0][1]
    group = verb_group(tagged, i, 1)
    return TriggerHit([f for f, at in found if at == last], group, TriggerKind.VERB, apart=last)


def parted_at(tagged: Tagged, i: int, form: TriggerForm) -> int:
    """Where the second word of a verb stands behind its object, or -1."""
    low, bits = tagged.sentence.low, tagged.bits
    if low[i] != form.words[0] or form.kind is not TriggerKind.VERB:
        return -1
    for j in range(i + 2, min(len(low), i + 2 + FAR)):
        if bits[j - 1] & (PUNCTUATION | AUX | AUX_NF) or bits[j - 1] & VERB & ~NOUNISH:
            return -1
        if low[j] == form.words[1]:
            after = bits[j + 1] if j + 1 < len(low) else PUNCTUATION
            closes = after & (PUNCTUATION | PREP | ADV | COORD) and not after & TIME
            return j if closes else -1
    return -1


def compound_at(tagged: Tagged, i: int, triggers: Triggers) -> TriggerHit | None:
    """A compound noun whose last part is a trigger ("Waffenlieferungen")."""
    low = tagged.sentence.low[i]
    if low.endswith(triggers.not_compounds):
        return None
    for length in triggers.lengths:
        if length + 2 < len(low):
            forms = triggers.endings.get(low[-length:])
            if forms:
                part = low[:-length].rstrip("-")
                return TriggerHit(list(forms), Group(i, i, i + 1), TriggerKind.NOUN, part)
    return None


def has_reflexive(tagged: Tagged, group: Group) -> bool:
    """A reflexive pronoun stands before the verb of a group ("s'est rendu")."""
    first = max(0, group.start - 1) if group.start == group.head else group.start
    return any(tagged.bits[j] & REFL for j in range(first, group.head))
