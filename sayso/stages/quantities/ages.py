"""Ages: "aged 35" is one; "Orla Vance, 66, …" and "Nora Weller (41)" are left out."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import Grammar
from sayso.stages.quantities.phrases import match_phrase
from sayso.stages.quantities.tokens import Tokens

_OLDEST = 120


def add_age(draft: Draft, tokens: Tokens, grammar: Grammar) -> None:
    """Make a draft an age where the words around it say so."""
    if draft.unit not in ("", "year") or not 0 < draft.high <= _OLDEST or draft.numeral.share:
        return
    if match_phrase(grammar.ages, tokens.low, draft.first - 1, -1)[0]:
        draft.unit, draft.measured = "year_of_age", True


def is_apposition(draft: Draft, tokens: Tokens) -> bool:
    """ "Vance, 66," or "Weller (41)": who somebody is, no quantity of anything."""
    before, after = draft.number_first - 1, draft.number_last
    marks = tokens.low[before] + tokens.low[after]
    name = tokens.words[before - 1][:1].isupper() and tokens.kinds[before - 1] == "w"
    return name and bool(draft.numeral.plain) and marks in (",,", "()")
