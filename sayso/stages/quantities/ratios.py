"""Ratios: "one in five", "two out of three Germans" are shares."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import Grammar
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
            if before and is_part(before, draft, tokens, grammar):
                before.unit, before.unit_words = draft.unit, draft.unit_words
            merged.append(draft)
    return merged


def is_ratio(one: Draft, two: Draft, tokens: Tokens, grammar: Grammar) -> bool:
    """True when only "in" or "out of" stands between two whole numbers, the first smaller."""
    gap = " ".join(tokens.low[one.last : two.core])
    bare = not one.unit and not two.measured and not two.sign
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
