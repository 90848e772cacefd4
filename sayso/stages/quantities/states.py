"""States: what became of those who are counted ("killing at least 20", "15 Soldaten gefallen")."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import Grammar, match_phrase
from sayso.stages.quantities.tokens import Tokens

#: A state stands at most so many tokens from what is counted.
_REACH = 9
_BREAKS = frozenset(",;:!?()–—")
#: Families of which a state of people or of things is told.
_PEOPLE = frozenset(
    {"people", "soldiers", "fighters", "police", "displaced", "captured", "casualties", "victims"}
)
_THINGS = frozenset({"vehicles", "aircraft", "drones", "ships", "weapons", "buildings", "places"})
_OF_THINGS = frozenset({"destroyed", "damaged", "shot_down", "deployed", "captured"})


def add_states(drafts: list[Draft], tokens: Tokens, grammar: Grammar) -> None:
    """Put the state of every draft in that counts people or things."""
    used = -1
    for index, draft in enumerate(drafts):
        left = max(drafts[index - 1].last if index else 0, used + 1)
        right = drafts[index + 1].first if index + 1 < len(drafts) else len(tokens)
        if draft.state or draft.measured:
            continue
        state, at = find_state(draft, tokens, left, right, grammar)
        if state and fits(draft, state, grammar):
            draft.state = state
            used = max(used, at)
            if not draft.unit:
                draft.unit = "people"


def fits(draft: Draft, state: str, grammar: Grammar) -> bool:
    """True when the state can be told of what the draft counts."""
    family = grammar.kinds.get(draft.unit, "")
    if family in _THINGS:
        return state in _OF_THINGS
    return family in _PEOPLE or (not draft.unit and state not in _OF_THINGS)


def find_state(
    draft: Draft, tokens: Tokens, left: int, right: int, grammar: Grammar
) -> tuple[str, int]:
    """The state nearest to a draft: right before it, else after it, else before it."""
    near = search(tokens, draft.first - 1, max(left, draft.first - 2) - 1, -1, grammar)
    if near[0]:
        return near
    after = search(tokens, draft.last, min(right, draft.last + _REACH), 1, grammar)
    if after[0]:
        return after
    return search(tokens, draft.first - 1, max(left, draft.first - _REACH) - 1, -1, grammar)


def search(tokens: Tokens, at: int, end: int, step: int, grammar: Grammar) -> tuple[str, int]:
    """The first state from `at` to `end`; a mark of punctuation ends the search."""
    for index in range(at, end, step):
        if tokens.word(index) in _BREAKS:
            return "", -1
        count, state = match_phrase(grammar.states, tokens.low, index)
        state = state if count else by_stem(tokens.low[index], grammar)
        if state:
            return state, index
    return "", -1


def by_stem(word: str, grammar: Grammar) -> str:
    """Korean: the state whose word this one begins with ("체포되었다": 체포)."""
    if grammar.file.noun_style != "counter":
        return ""
    for length in range(len(word) - 1, 1, -1):
        for phrase, state in grammar.states.get(word[:length], ()):
            if len(phrase) == 1:
                return state
    return ""
