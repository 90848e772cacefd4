"""Bounds: the words around a number that make it "more than", "at most" or "about" it."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import ABOUT, EXACT, HYPHENS, LESS, MORE, Grammar
from sayso.stages.quantities.phrases import match_phrase
from sayso.stages.quantities.tokens import Tokens

#: Signs before a number that say the same in every language.
_SIGNS = {"~": ABOUT, "≈": ABOUT, "±": ABOUT, ">": MORE, "≥": MORE, "<": LESS, "≤": LESS}
#: At most so many phrases stand before a number ("just over a total of").
_PHRASES = 4


def add_bounds(draft: Draft, tokens: Tokens, grammar: Grammar) -> None:
    """Put the change of a draft in, and take the words that make it into its span."""
    take_minus(draft, tokens, grammar)
    draft.core = draft.first
    for _ in range(_PHRASES):
        at = draft.first - 1
        sign = _SIGNS.get(tokens.low[at])
        if sign and not tokens.tight[at]:
            draft.first -= 1
            draft.change = sign
            return
        count, change = match_phrase(grammar.before, tokens.low, at, -1) if at >= 0 else (0, "")
        if not count:
            break
        draft.first -= count
        if change != EXACT:
            draft.change = change
            return
    take_after(draft, tokens, grammar)


def take_minus(draft: Draft, tokens: Tokens, grammar: Grammar) -> None:
    """ "minus 12 degrees", "−5", "minus-1.4", "$-50bn": the number is below zero."""
    at = draft.number_first - 1
    hyphen = tokens.low[at] in HYPHENS and tokens.tight[at + 1] and at >= 0
    word = at - 1 if hyphen and tokens.tight[at] else at
    named = tokens.low[word] in grammar.file.minus
    named = named and not match_phrase(grammar.before, tokens.low, word, -1)[0]
    after_name = tokens.kinds[at - 1] == "w" and tokens.words[at - 1][:1].isupper()
    opens = not tokens.tight[at] and not after_name
    alone = hyphen and (opens or (draft.sign and draft.first < at))
    if draft.range or not (named or alone):
        return
    draft.low, draft.high = -draft.high, -draft.low
    draft.values = tuple(-value for value in draft.values)
    draft.number_first = word if named else at
    draft.first = min(draft.first, draft.number_first)


def take_after(draft: Draft, tokens: Tokens, grammar: Grammar) -> None:
    """ "or more", "oder mehr", "20+": words after the number or its unit."""
    for at in (draft.last, draft.number_last):
        plus = tokens.low[at] == "+" and tokens.tight[at]
        count, change = (1, MORE) if plus else match_phrase(grammar.after, tokens.low, at)
        if count:
            draft.change = change
            draft.last = max(draft.last, at + count)
            return


def bounds_of(draft: Draft) -> tuple[float | None, float | None]:
    """Low and high of a draft, inclusive; None where it is open."""
    match draft.change:
        case ">":
            return draft.low, None
        case "<":
            return None, draft.high
        case _:
            return draft.low, draft.high
