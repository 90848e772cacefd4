"""Ages: "aged 35", "Orla Vance, 66, …", "Nora Weller (41)"; never a count of years."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import Grammar
from sayso.stages.quantities.tokens import Tokens

_OLDEST = 120


def add_age(draft: Draft, tokens: Tokens, grammar: Grammar) -> None:
    """Make a draft an age where the words around it say so."""
    if draft.unit or not 0 < draft.high <= _OLDEST or draft.numeral.share:
        return
    told = tokens.word(draft.first - 1) in grammar.sets["age_before"]
    if told or is_apposition(draft, tokens):
        draft.unit, draft.measured = "year_of_age", True


def is_apposition(draft: Draft, tokens: Tokens) -> bool:
    """ "Vance, 66," or "Weller (41)": a whole number between marks, right after a name."""
    before, after = draft.first - 1, draft.last
    marks = tokens.word(before) + tokens.word(after)
    name = tokens.raw(before - 1)[:1].isupper() and tokens.kind(before - 1) == "w"
    return name and bool(draft.numeral.plain) and marks in (",,", "()")
