"""Governing: which trigger stands in another's complement, and how it is told because of that."""

from __future__ import annotations

from sayso.model import Polarity, Reality
from sayso.packs.load import NOUNISH
from sayso.packs.triggers import Purpose, Triggers
from sayso.stages.attribution.bits import COMP, COORD, SUB
from sayso.stages.attribution.hits import is_finite
from sayso.stages.attribution.marks import Range
from sayso.stages.attribution.svo.subject import subject_before
from sayso.stages.attribution.tag import Tagged
from sayso.stages.coding.coded import Coded
from sayso.stages.coding.svo import subject_left

#: Types of concepts whose recipient is to do what their complement says ("urged X to leave").
RECIPIENT_ACTS = frozenset({"DEMAND", "ACCUSE", "COERCE", "CONCEDE"})
#: Words between a subordinator and the clause it opens.
FAR = 12


def find_governors(tagged: Tagged, found: list[Coded]) -> None:
    """Set the governor of every trigger that stands in another's complement."""
    governors = [c for c in found if governs_at_all(c)]
    for coded in found:
        before = [g for g in governors if g is not coded and g.head < coded.head]
        for governor in reversed(before):
            if coded.carrier is governor or governor.carrier is coded:
                continue
            if stands_under(tagged, governor, coded):
                coded.governor = governor
                break


def governs_at_all(coded: Coded) -> bool:
    """An operator, or a concept that tells its complement as planned, possible or not done."""
    concept = coded.form.concept if coded.form else None
    return (coded.is_for(Purpose.OPERATOR) and coded.form is None) or bool(
        concept and concept.inner
    )


def stands_under(tagged: Tagged, governor: Coded, coded: Coded) -> bool:
    """No other clause begins between the two, except the one that is the complement."""
    bits = tagged.bits
    group = coded.hit.group
    start, end = governor.hit.group.end, group.start
    clauses = 0
    for j in range(start, end):
        if tagged.sentence.words[j] in ";:":
            return False
        if is_finite(tagged, j) and not bits[j] & NOUNISH:
            return False
        clauses += bool(bits[j] & COMP and not bits[j] & COORD)
    if coded.verb and group.finite:
        if end and bits[end - 1] & COORD:
            return False
        return clauses > 0 or (
            end - start <= FAR
            and not any(
                bits[j] & COORD or tagged.sentence.words[j] == "," for j in range(start, end)
            )
        )
    if coded.verb and coded.clause.control and end and bits[end - 1] & COORD:
        return not governor.hit.group.finite or coded.hit.group.infinitive
    return True


def set_reality(tagged: Tagged, coded: Coded, triggers: Triggers) -> None:
    """Whether the event is told as fact, plan or possibility, and whether as done or not done."""
    told = coded.carrier or coded
    negative = told.clause.negated or coded.clause.negated
    reality = by_auxiliary(tagged, told, triggers)
    if reality is Reality.ACTUAL and is_hypothetic(tagged, told, triggers):
        reality = Reality.POSSIBLE
    governor = coded.governor or told.governor
    if governor is not None:
        above, denies = told_by(governor)
        reality = above if reality is Reality.ACTUAL and above else reality
        negative = negative != (denies != governor.clause.negated)
        if reality is Reality.ACTUAL and governor.reality is not Reality.ACTUAL:
            reality = governor.reality
    modal = told.clause.modal
    coded.duty = modal >= 0 and tagged.sentence.low[modal] in triggers.obliged
    coded.reality = reality
    coded.polarity = Polarity.NEGATIVE if negative else Polarity.POSITIVE


def told_by(governor: Coded) -> tuple[Reality | None, bool]:
    """What a governor makes of its complement: reality, and whether it is not done."""
    if governor.form is None:
        verb = next(f.verb for f in governor.hit.forms if f.purpose is Purpose.OPERATOR and f.verb)
        return verb.reality, verb.negative
    concept = governor.form.concept
    inner = concept.inner if concept else None
    if inner == "negative":
        return None, True
    return (Reality(inner) if inner else None), False


def by_auxiliary(tagged: Tagged, told: Coded, triggers: Triggers) -> Reality:
    """What the verb's own form tells: a future, a modal, a conditional."""
    low = tagged.sentence.low
    if told.clause.modal >= 0:
        word = low[told.clause.modal]
        if word in triggers.possible:
            return Reality.POSSIBLE
        if word in triggers.planned:
            return Reality.PLANNED
    if told.clause.conditional:
        return Reality.POSSIBLE
    forms = {form.form for form in told.hit.forms}
    if forms == {"future"}:
        return Reality.PLANNED
    return Reality.POSSIBLE if forms == {"conditional"} else Reality.ACTUAL


def is_hypothetic(tagged: Tagged, told: Coded, triggers: Triggers) -> bool:
    """The clause is opened by "if" or the like."""
    start = told.clause.start
    for j in range(start - 1, max(-1, start - 4), -1):
        if tagged.sentence.low[j] in triggers.hypothetic:
            return True
        if is_finite(tagged, j):
            return False
    return tagged.sentence.low[start] in triggers.hypothetic if start < len(tagged) else False


def control_subject(tagged: Tagged, coded: Coded, found: list[Coded], order: str) -> Range | None:
    """The subject of a verb that has none of its own: the governor's subject or object, else the
    subject of the verb it hangs on."""
    governor = coded.governor
    if governor is None:
        near = [c for c in found if c.verb and c.head < coded.head and not c.clause.control]
        near = [c for c in near if stands_under(tagged, c, coded)]
        governor = near[-1] if near else None
    if governor is not None:
        concept = governor.form.concept if governor.form else None
        told = governor.clause.indirect or governor.clause.object
        if concept and concept.type in RECIPIENT_ACTS and told and not governor.clause.passive:
            if told[0] < coded.head:
                return told
        if concept and concept.type in RECIPIENT_ACTS and governor.clause.passive:
            return governor.clause.object
        if governor.clause.subject:
            return governor.clause.subject
        if governor.clause.passive and governor.clause.object:
            return governor.clause.object
    start = coded.hit.group.start
    if order == "svo":
        return subject_left(tagged, start) or leading(tagged, start)
    return None


def leading(tagged: Tagged, at: int) -> Range | None:
    """The subject of the next finite verb, for a participle that leads in ("Citing …, X left")."""
    for i in range(at + 1, len(tagged)):
        if is_finite(tagged, i) and not tagged.bits[i] & NOUNISH:
            return subject_before(tagged, i)
        if tagged.bits[i] & (SUB | COMP):
            return None
    return None
