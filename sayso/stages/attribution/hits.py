"""Hits: the cues of a sentence, and the verb group around each verb cue."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.packs.load import FINITE, GERUND, INFINITIVE, PARTICIPLE, VERB, CueForm, Pack
from sayso.packs.shape import CueKind
from sayso.stages.attribution.bits import (
    ADV,
    AUX,
    AUX_NF,
    BE,
    BE_NF,
    COND,
    FINITE_ANY,
    HAVE,
    HAVE_NF,
    MARKER,
    MODAL,
    MOOD,
    NEG,
    OBJ,
    PREP,
    REFL,
    SUBJ,
)
from sayso.stages.attribution.index import load_index
from sayso.stages.attribution.tag import Tagged
from sayso.stages.segment import Sentence


@dataclass(slots=True)
class Group:
    """A verb group: auxiliaries, negation, adverbs and the verb.

    Attributes:
        start: index of its first word; `head` of the verb; `end` after the last cue word.
        finite: some word of it is a finite verb, so it can be a clause's predicate.
        inverted: index of a subject pronoun inside it ("a-t-elle dit"), or -1.
    """

    start: int
    head: int
    end: int
    finite: bool = False
    passive: bool = False
    negated: bool = False
    infinitive: bool = False
    gerund: bool = False
    participle: bool = False
    perfect: bool = False
    modal: bool = False
    conditional: bool = False
    reported: bool = False
    inverted: int = -1


@dataclass(slots=True)
class Hit:
    """One cue in a sentence: its possible entries, and the verb group if it is a verb."""

    forms: list[CueForm]
    group: Group
    kind: CueKind
    extra: list[int] = field(default_factory=list)

    @property
    def head(self) -> int:
        """Index of the cue's first word."""
        return self.group.head


def find_hits(tagged: Tagged, pack: Pack) -> list[Hit]:
    """The cues of a sentence that stand outside quotations, in order."""
    hits: list[Hit] = []
    skip = 0
    low, quote = tagged.sentence.low, tagged.sentence.quote
    for i, word in enumerate(low):
        if i < skip or quote[i] >= 0 or word not in pack.cues:
            continue
        hit = _hit_at(tagged, i, pack)
        if hit:
            hits.append(hit)
            skip = hit.group.end if hit.group.end > hit.group.head + 1 else i + 1
    return hits


def _hit_at(tagged: Tagged, i: int, pack: Pack) -> Hit | None:
    matching, longest = _longest_matching(tagged, i, pack)
    if not matching:
        return None
    kind = _choose_kind(tagged, i, matching)
    same = [f for f in matching if f.entry.kind is kind]
    if kind is CueKind.ADJECTIVE:
        group = verb_group(tagged, i, longest)
        return Hit(same, group, kind) if group.finite else None
    if kind in (CueKind.VERB, CueKind.MODAL):
        group = verb_group(tagged, i, longest)
        same = [f for f in same if _form_fits(f, group)] or same
        return Hit(same, group, kind)
    return Hit(same, Group(i, i, i + longest), kind)


def _longest_matching(tagged: Tagged, i: int, pack: Pack) -> tuple[list[CueForm], int]:
    """The longest forms that stand here, and their length; the pack has the longest first."""
    low = tagged.sentence.low
    forms = load_index(pack).forms[low[i]]
    matching: list[CueForm] = []
    longest = 0
    if forms.long and i + 1 < len(low):
        for form in forms.long.get(low[i + 1], ()):
            if len(form.words) < longest:
                break
            if _fits(tagged, i, form):
                matching.append(form)
                longest = len(form.words)
    if matching:
        return matching, longest
    return [form for form in forms.short if _fits(tagged, i, form)], 1


def may_hold_cue(sentence: Sentence, pack: Pack) -> bool:
    """False where no form of any cue stands in a sentence outside its quotations."""
    low, quote, index = sentence.low, sentence.quote, load_index(pack).forms
    if index.keys().isdisjoint(low):
        return False
    for i, word in enumerate(low):
        if word not in index or quote[i] >= 0:
            continue
        forms = index[word]
        if forms.short:
            return True
        if i + 1 < len(low):
            for form in forms.long.get(low[i + 1], ()):
                if tuple(low[i : i + len(form.words)]) == form.words:
                    return True
    return False


def _choose_kind(tagged: Tagged, i: int, matching: list[CueForm]) -> CueKind:
    """An adjective after "to be" ("is convinced"), else the first entry's kind."""
    kinds = [f.entry.kind for f in matching]
    if CueKind.ADJECTIVE in kinds:
        j = i - 1
        while j > 0 and tagged.bits[j] & (ADV | NEG) and not tagged.bits[j] & AUX:
            j -= 1
        if j >= 0 and tagged.bits[j] & (BE | BE_NF):
            return CueKind.ADJECTIVE
        kinds = [kind for kind in kinds if kind is not CueKind.ADJECTIVE] or kinds
    return kinds[0]


def _fits(tagged: Tagged, i: int, form: CueForm) -> bool:
    """The form's words stand here, and the word here can be what the entry says it is."""
    low, bits = tagged.sentence.low, tagged.bits
    if len(form.words) > 1 and tuple(low[i : i + len(form.words)]) != form.words:
        return False
    if form.entry.kind is CueKind.VERB:
        return bool(bits[i] & VERB)
    if form.entry.kind is CueKind.NOUN:
        return not bits[i] & VERB or bool(bits[i] & ~VERB & (1 << 64))
    return True


def _form_fits(form: CueForm, group: Group) -> bool:
    if group.infinitive:
        return form.form in ("infinitive", "present")
    if group.passive or group.perfect:
        return form.form in ("participle", "past", "gerund", "infinitive")
    return True


def verb_group(tagged: Tagged, head: int, width: int = 1) -> Group:
    """The verb group around the verb at `head`, read from right to left.

    Object pronouns and reflexives between auxiliary and verb belong to it (French "l'a dit").
    """
    bits = tagged.bits
    group = Group(head, head, head + width)
    here = bits[head]
    group.gerund = bool(here & GERUND) and not here & FINITE
    j = head - 1
    start = head
    reflexive = False
    while j >= 0 and tagged.sentence.quote[j] < 0:
        b = bits[j]
        if b & SUBJ and tagged.sentence.words[j].startswith("-"):
            group.inverted = start = j
        elif b & NEG and not b & AUX:
            group.negated = True
            start = j
        elif b & (AUX | AUX_NF) and not _main_verb(tagged, j, start):
            _read_auxiliary(group, b, here, j == head - 1 or start == j + 1)
            group.negated = group.negated or bool(b & NEG)
            start = j
            if b & FINITE_ANY and not b & AUX_NF:
                group.finite = True
        elif b & MARKER and bits[start] & (INFINITIVE | AUX_NF | AUX):
            group.infinitive = True
            start = j
            break
        elif b & ADV and not b & PREP:
            pass
        elif (
            b & (REFL | OBJ) and not b & SUBJ and j + 1 == start and not (b & PREP and not b & OBJ)
        ):
            start = j
            reflexive = reflexive or bool(b & REFL)
        else:
            break
        j -= 1
    group.start = start
    while group.negated and group.end < len(bits) and bits[group.end] & NEG:
        group.end += 1  # "ne croit pas"
    if reflexive and group.passive:  # "s'est félicité": perfect, not passive
        group.passive, group.perfect = False, True
    if not group.finite and not group.infinitive and here & FINITE and not group.perfect:
        group.finite = not group.passive and not group.gerund
    if not group.finite and not group.infinitive and not group.gerund:
        group.participle = bool(here & PARTICIPLE)
    if here & INFINITIVE and not here & (FINITE | PARTICIPLE | GERUND) and not group.finite:
        group.infinitive = True
    return group


def _main_verb(tagged: Tagged, j: int, start: int) -> bool:
    """An auxiliary form that is the main verb of another clause ("to have" something)."""
    return start - j > 4


def _read_auxiliary(group: Group, b: int, here: int, adjacent: bool) -> None:
    """What an auxiliary tells of the verb that follows it."""
    if b & (BE | BE_NF) and not group.perfect and not group.passive and not group.modal:
        if here & PARTICIPLE and not here & GERUND:
            group.passive = True
        elif here & GERUND:
            group.gerund = False
    if b & (HAVE | HAVE_NF):
        group.perfect = True
    if b & MODAL:
        group.modal = True
    if b & COND:
        group.conditional = True
    if b & MOOD:
        group.reported = True


@functools.cache
def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.lower().split())


def find_companion(tagged: Tagged, form: CueForm, start: int, end: int) -> tuple[int, int] | None:
    """Where one of the entry's `with` phrases stands between two words, or None."""
    low = tagged.sentence.low
    for phrase in form.entry.with_:
        words = _words_of(phrase)
        if words[0] not in low:
            continue
        for i in range(start, end - len(words) + 1):
            if tuple(low[i : i + len(words)]) == words:
                return i, i + len(words)
    return None


def finite_words(tagged: Tagged) -> Iterator[int]:
    """Indexes of words that are surely finite verbs, outside quotations."""
    for i in range(len(tagged)):
        if tagged.sentence.quote[i] < 0 and is_finite(tagged, i):
            yield i


def is_finite(tagged: Tagged, i: int) -> bool:
    """True when the word is a finite verb and most likely nothing else."""
    b = tagged.bits[i]
    if b & AUX:
        return True
    return (bool(b & FINITE) and not b & (1 << 64) and not b & INFINITIVE) or bool(
        b & FINITE and b & INFINITIVE and not b & (1 << 64)
    )
