"""Ratios: "one in five", "two out of three Germans" are shares."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import Grammar
from sayso.stages.quantities.tokens import Tokens

#: "two in 2019" is no ratio: it is told "out of", or of numbers up to this one.
_LARGEST = 100


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
            merged.append(draft)
    return merged


def is_ratio(one: Draft, two: Draft, tokens: Tokens, grammar: Grammar) -> bool:
    """True when only "in" or "out of" stands between two whole numbers, the first smaller."""
    gap = " ".join(tokens.low[one.last : two.first])
    bare = not one.unit and not two.measured and not two.sign
    return (
        gap in grammar.file.range.out_of
        and bare
        and 0 < one.low < two.low <= _LARGEST
        and one.numeral.scale == two.numeral.scale == 1
    )
