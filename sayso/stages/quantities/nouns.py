"""Nouns: what is counted, where the unit is none of measure ("four new brigades")."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import Grammar
from sayso.stages.quantities.heads import find_noun, is_hyphened
from sayso.stages.quantities.phrases import match_phrase
from sayso.stages.quantities.tokens import Tokens
from sayso.stages.quantities.units import add_per


def add_noun(draft: Draft, tokens: Tokens, grammar: Grammar) -> None:
    """Find what a draft counts, and put it in."""
    at = skip_of(draft, tokens, grammar)
    if take_state(draft, tokens, at, grammar):
        return
    if grammar.file.noun_style == "counter":
        add_counter(draft, tokens, grammar)
        return
    span = find_noun(draft, tokens, at, grammar)
    if span is None:
        return
    first, last = span
    draft.unit_words = tokens.text[tokens.starts[first] : tokens.ends[last - 1]]
    draft.unit = counted_id(tokens, first, last, grammar) or draft.unit_words.lower()
    draft.last = last
    add_per(draft, tokens, grammar)


def add_counter(draft: Draft, tokens: Tokens, grammar: Grammar) -> None:
    """Korean: the counter after the number; the noun before it says more closely what it is."""
    count, name = match_phrase(grammar.counted, tokens.low, draft.last)
    if not count:
        return
    words = tokens.words[draft.last]
    bare = tokens.low[draft.last] in grammar.file.bare_counters
    draft.unit, draft.last = "" if bare else name, draft.last + count
    for back in (2, 1):
        at = draft.first - back
        length, noun = match_phrase(grammar.counted, tokens.low, at) if at >= 0 else (0, "")
        if length == back:
            words = tokens.text[tokens.starts[at] : tokens.ends[draft.first - 1]]
            draft.unit, draft.first = noun, at
            break
    draft.unit_words = words


def skip_of(draft: Draft, tokens: Tokens, grammar: Grammar) -> int:
    """The token where what is counted begins: "millions of", "one of the", "deux millions de"."""
    at = draft.last + match_phrase(grammar.after, tokens.low, draft.last)[0]
    if is_hyphened(draft, tokens):
        return at + 1
    if tokens.low[at] not in grammar.file.of:
        return at
    at += 1
    determiners = grammar.sets["weak_before"]
    while tokens.low[at] in determiners and tokens.low[at] not in grammar.sets["adjectives"]:
        at += 1
    return at


def take_state(draft: Draft, tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """ "20 killed", "vingt autres blessés": a state that stands for the people in it."""
    other = tokens.low[at] in grammar.sets["adjectives"]
    for step in (at, at + 1) if other else (at,):
        state, words = match_state(tokens, step, grammar)
        if state:
            draft.unit, draft.state, draft.last = "people", state, step + words
            draft.unit_words = tokens.text[tokens.starts[at] : tokens.ends[draft.last - 1]]
            return True
    return False


def match_state(tokens: Tokens, at: int, grammar: Grammar) -> tuple[str, int]:
    """ "20 killed", "deux blessés": a state right after the number stands for people in it."""
    if tokens.kinds[at] != "w" or at >= tokens.count:
        return "", 0
    count, state = match_phrase(grammar.states, tokens.low, at)
    if not count or match_phrase(grammar.counted, tokens.low, at)[0]:
        return "", 0
    after = at + count
    noun_follows = tokens.kinds[after] == "w" and tokens.low[after] not in grammar.stop
    return ("", 0) if noun_follows else (state, count)


def counted_id(tokens: Tokens, first: int, last: int, grammar: Grammar) -> str:
    """The id of what is counted: by the longest phrase that ends the noun phrase."""
    for index in range(first, last):
        count, name = match_phrase(grammar.counted, tokens.low, index)
        if count and index + count == last:
            return name
    if grammar.file.compound:
        return compound_id(tokens.low[last - 1], grammar)
    return ""


def compound_id(word: str, grammar: Grammar) -> str:
    """German: a compound is what its last part is ("Bundeswehrsoldaten"); long parts only."""
    for cut in range(3, len(word) - 4):
        for phrase, name in grammar.counted.get(word[cut:], ()):
            if len(phrase) == 1:
                return name
    return ""
