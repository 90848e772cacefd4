"""Ratios: "one in five", "two out of three Germans" are shares."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import HYPHENS, Grammar
from sayso.stages.quantities.phrases import match_phrase
from sayso.stages.quantities.tokens import Tokens

#: "45 of 60 drones" is a count; a ratio is "one in" up to a hundred, or of numbers up to ten.
_LARGEST, _SMALL = 100, 10


def merge_ratios(drafts: list[Draft], tokens: Tokens, grammar: Grammar) -> list[Draft]:
    """The drafts with those that are one ratio made one share."""
    merged: list[Draft] = []
    for draft in drafts:
        before = merged[-1] if merged else None
        if before and is_ratio(before, draft, tokens, grammar):
            value = before.low / draft.low
            draft.low = draft.high = value
            draft.values = (value,)
            draft.first, draft.number_first = before.first, before.number_first
            draft.unit, draft.numeral.share = "share", True
            merged[-1] = draft
        else:
            take_article(draft, tokens, grammar)
            if before and is_part(before, draft, tokens, grammar):
                before.unit, before.unit_words = draft.unit, draft.unit_words
            merged.append(draft)
    return merged


def is_ratio(one: Draft, two: Draft, tokens: Tokens, grammar: Grammar) -> bool:
    """True when only "in" or "out of" stands between two whole numbers, the first smaller."""
    gap = " ".join(word for word in tokens.low[one.last : two.core] if word not in HYPHENS)
    alone = not one.unit or (one.low == 1 and not two.unit and not one.measured)
    bare = alone and not two.measured and not two.sign
    return (
        gap in grammar.file.range.out_of
        and bare
        and 0 < one.low < two.low <= (_LARGEST if one.low == 1 else _SMALL)
        and one.numeral.scale == two.numeral.scale == 1
    )


def is_part(one: Draft, two: Draft, tokens: Tokens, grammar: Grammar) -> bool:
    """True for "45 of 60 drones": the first counts what the second does."""
    gap = tokens.low[one.last : two.core]
    told = len(gap) in (1, 2) and gap[0] in (*grammar.file.range.out_of, *grammar.file.of)
    return told and not one.unit and not two.measured and one.low < two.low


def take_article(draft: Draft, tokens: Tokens, grammar: Grammar) -> None:
    """ "une personne sur cinq": a share whose first number is an article."""
    at = draft.core - 1
    told = tokens.low[at] in grammar.file.range.out_of and 1 < draft.low <= _LARGEST
    person = match_phrase(grammar.counted, tokens.low, at - 1)[0] == 1
    if told and person and not draft.unit and tokens.low[at - 2] in grammar.file.articles:
        draft.low = draft.high = 1 / draft.low
        draft.values, draft.unit = (draft.low,), "share"
        draft.first = draft.core = draft.number_first = at - 2
