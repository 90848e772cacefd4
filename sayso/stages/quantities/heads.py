"""Heads: the noun phrase after a number, up to the noun that is counted."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import HYPHENS, Grammar
from sayso.stages.quantities.phrases import match_phrase
from sayso.stages.quantities.tokens import Tokens

#: What is counted stands at most this many words after its number.
_REACH = 6


def find_noun(draft: Draft, tokens: Tokens, at: int, grammar: Grammar) -> tuple[int, int] | None:
    """The tokens of the noun phrase at `at`, up to its head; None where there is none."""
    end = phrase_end(tokens, at, grammar)
    if end == at:
        return None
    if is_hyphened(draft, tokens) and grammar.file.noun_style == "plural":
        return at, at + 1
    known = last_known(tokens, at, end, grammar)
    if known:
        return at, known
    style = grammar.file.noun_style
    if style == "plural":
        of = tokens.low[draft.last] in grammar.file.of
        if draft.high == 1 and not of:
            return singular_head(tokens, at, end, grammar)
        found = plural_head(tokens, at, end, grammar)
        whole = draft.low.is_integer() or draft.numeral.share
        return found or (None if whole or is_adjective(tokens.low[at], grammar) else (at, at + 1))
    if style == "capital":
        return capital_head(tokens, at, end, grammar)
    return plain_head(tokens, at, end, grammar)


def capital_head(tokens: Tokens, at: int, end: int, grammar: Grammar) -> tuple[int, int] | None:
    """German: the first word with a capital; only adjectives stand before it."""
    for index in range(at, end):
        if tokens.words[index][:1].isupper():
            return at, index + 1
        if not tokens.low[index].endswith(grammar.file.context.adjective_endings):
            return None
    return None


def phrase_end(tokens: Tokens, at: int, grammar: Grammar) -> int:
    """The first token after `at` that can't stand in the noun phrase."""
    end = at
    while end < tokens.count and end - at < _REACH:
        word = tokens.low[end]
        hyphen = word in HYPHENS and tokens.tight[end] and tokens.tight[end + 1] and end > at
        if not hyphen and (tokens.kinds[end] != "w" or ends_phrase(word, grammar)):
            break
        end += 1
    while end > at and tokens.words[end - 1] in HYPHENS:
        end -= 1
    if tokens.low[end] in grammar.file.possessives and end - at > 1:
        return end - 1
    return end


def ends_phrase(word: str, grammar: Grammar) -> bool:
    """True for a word that can't stand in a noun phrase: a closed class, a verb by its ending."""
    endings = grammar.file.context.stop_endings
    return word in grammar.stop or (len(word) > 4 and word.endswith(endings))


def last_known(tokens: Tokens, at: int, end: int, grammar: Grammar) -> int:
    """The index after the first phrase of the table `counted`, or 0."""
    for index in range(at, end):
        count, _ = match_phrase(grammar.counted, tokens.low, index)
        follows = tokens.low[index + count]
        if count and follows not in HYPHENS:
            return index + count
        if count and not tokens.tight[index + count]:
            return index + count
    return 0


def plural_head(tokens: Tokens, at: int, end: int, grammar: Grammar) -> tuple[int, int] | None:
    """English: up to the first plural, also behind "and" ("old and new cars")."""
    if tokens.low[end] in grammar.file.join and tokens.kinds[end + 1] == "w":
        end = phrase_end(tokens, end + 1, grammar)
    for index in range(at, end):
        if is_plural(tokens.low[index], grammar):
            return at, index + 1
    return None


def singular_head(tokens: Tokens, at: int, end: int, grammar: Grammar) -> tuple[int, int]:
    """English after "one": up to the first word that is no adjective."""
    for index in range(at, end):
        if not is_adjective(tokens.low[index], grammar):
            return at, index + 1
    return at, end


def is_plural(word: str, grammar: Grammar) -> bool:
    """True for a form that ends as plurals do, or is in the list of those that do not."""
    if word in grammar.sets["plurals"]:
        return True
    ends = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return ends and len(word) > 2 and word not in grammar.sets["singular_s"]


def is_adjective(word: str, grammar: Grammar) -> bool:
    """True for a word that goes before a noun without being it."""
    endings = grammar.file.context.adjective_endings
    return word in grammar.sets["adjectives"] or (len(word) > 4 and word.endswith(endings))


def plain_head(tokens: Tokens, at: int, end: int, grammar: Grammar) -> tuple[int, int] | None:
    """French, Spanish, Russian: the first word that is no adjective."""
    for index in range(at, end):
        word = tokens.low[index]
        if word not in HYPHENS and not is_adjective(word, grammar):
            return at, index + 1
    return None


def is_hyphened(draft: Draft, tokens: Tokens) -> bool:
    """True for "six-cylinder": the number and one word are one."""
    at = draft.last
    return tokens.low[at] in HYPHENS and tokens.tight[at] and tokens.tight[at + 1]
