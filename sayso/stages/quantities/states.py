"""States: what became of those who are counted ("killing at least 20", "15 Soldaten gefallen")."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import Grammar
from sayso.stages.quantities.tokens import Tokens

#: A state stands at most so many tokens from what is counted.
_REACH = 9
#: An insertion has at most so many tokens.
_INSERTION = 14
_BREAKS = frozenset(",;:!?()–—")
#: Families of which a state of people or of things is told.
_PEOPLE = frozenset(
    {"people", "soldiers", "fighters", "police", "displaced", "captured", "casualties", "victims"}
)
_THINGS = frozenset({"vehicles", "aircraft", "drones", "ships", "weapons", "buildings", "places"})
_OF_THINGS = frozenset({"destroyed", "damaged", "shot_down", "deployed", "captured"})


def add_states(drafts: list[Draft], tokens: Tokens, grammar: Grammar) -> None:
    """Put the state of every draft in that counts people or things."""
    if not told(tokens, grammar):
        return
    used, parent = -1, ""
    for index, draft in enumerate(drafts):
        left = max(drafts[index - 1].last if index else 0, used + 1)
        right = drafts[index + 1].first if index + 1 < len(drafts) else tokens.count
        if draft.state or draft.measured:
            continue
        state, at = find_state(draft, tokens, left, right, grammar)
        if tokens.low[draft.first - 1] in grammar.sets["including"]:
            state = state or parent
        parent = state
        if state:
            draft.state = state
            used = max(used, at)
            if not draft.unit:
                draft.unit = "people"


def told(tokens: Tokens, grammar: Grammar) -> bool:
    """False where no word of a sentence names a state."""
    return grammar.file.noun_style == "counter" or not grammar.state_words.isdisjoint(tokens.low)


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
    first, last = draft.first, draft.last
    places = (
        range(first - 1, max(left, first - 2) - 1, -1),
        range(last, min(right, last + _REACH)),
        range(first - 1, max(left, first - _REACH) - 1, -1),
    )
    for place in (*places, after_insertion(draft, tokens, grammar)):
        state, at = search(draft, tokens, place, grammar)
        if state:
            return state, at
    return "", -1


def after_insertion(draft: Draft, tokens: Tokens, grammar: Grammar) -> range:
    """Where the clause goes on after ", including three children,"."""
    at = draft.last
    if tokens.low[at] != "," or tokens.low[at + 1] not in grammar.sets["including"]:
        return range(0)
    for end in range(at + 2, min(tokens.count, at + _INSERTION)):
        if tokens.low[end] == ",":
            return range(end + 1, min(tokens.count, end + _REACH))
    return range(0)


def search(draft: Draft, tokens: Tokens, place: range, grammar: Grammar) -> tuple[str, int]:
    """The first state in a place that can be told of the draft; punctuation ends the search."""
    counter = grammar.file.noun_style == "counter"
    for index in place:
        word = tokens.low[index]
        if word in _BREAKS:
            return "", -1
        if not counter and word not in grammar.state_words:
            continue
        for state in states_at(tokens, index, grammar):
            if fits(draft, state, grammar):
                return state, index
    return "", -1


def states_at(tokens: Tokens, at: int, grammar: Grammar) -> list[str]:
    """The states that the words at a token name ("abattus": killed, or shot down)."""
    phrases = grammar.states.get(tokens.low[at], ())
    found = [s for words, s in phrases if tuple(tokens.low[at : at + len(words)]) == words]
    return found or by_stem(tokens.low[at], grammar)


def by_stem(word: str, grammar: Grammar) -> list[str]:
    """Korean: the state whose word this one begins with ("체포되었다": 체포)."""
    if grammar.file.noun_style != "counter":
        return []
    for length in range(len(word) - 1, 1, -1):
        found = [s for words, s in grammar.states.get(word[:length], ()) if len(words) == 1]
        if found:
            return found
    return []
