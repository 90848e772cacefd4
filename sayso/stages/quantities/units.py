"""Units: the signs and words of measure around a numeral, and "per" another one."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import HYPHENS, Grammar
from sayso.stages.quantities.phrases import match_phrase
from sayso.stages.quantities.tokens import Tokens

#: A sign of currency stands at most this many characters before its number ("U.S.$ ").
_REACH = 8
#: A unit has at most so many words, hyphens counted.
_WORDS = 7


def sign_before(tokens: Tokens, at: int, grammar: Grammar) -> tuple[int, str]:
    """The currency sign that ends at a numeral: the token where it begins, and the unit."""
    start = tokens.starts[at]
    if not ends_in_sign(tokens, at, grammar):
        return at, ""
    before = tokens.text[max(tokens.starts[0], start - _REACH) : start]
    while before and before[-1] in "-−":
        before = before[:-1]
    found = grammar.sign_before.search(before)
    if not found:
        return at, ""
    begin = start - len(tokens.text[max(tokens.starts[0], start - _REACH) : start]) + found.start()
    first = at
    while first > 0 and tokens.starts[first - 1] >= begin:
        first -= 1
    return first, grammar.leading[found[1]]


def ends_in_sign(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """False where what stands before a token does not end as a sign of currency does."""
    word = tokens.words[at - 1]
    if word and word in "-−":
        word = tokens.words[at - 2]
    return word[-1:] in grammar.sign_ends


def add_unit(draft: Draft, tokens: Tokens, grammar: Grammar) -> None:
    """Find the unit of measure of a draft: sign before, sign after, or words."""
    first, unit = sign_before(tokens, draft.numeral.first, grammar)
    if unit:
        draft.first, draft.unit, draft.measured, draft.sign = first, unit, True, True
        draft.unit_words = tokens.text[tokens.starts[first] : tokens.starts[draft.numeral.first]]
        draft.unit_words = draft.unit_words.strip(" -−\u00a0\u202f")
    found = unit_at(tokens, draft.last, grammar)
    if tokens.words[draft.last] in grammar.tails.get(unit, ()):
        draft.last += 1
    elif found[1] and (not unit or grammar.kinds[found[1]] == "money"):
        take_unit(draft, tokens, grammar, *found)
    if draft.measured:
        add_per(draft, tokens, grammar)


def take_unit(draft: Draft, tokens: Tokens, grammar: Grammar, last: int, unit: str) -> None:
    """Put a unit after the number into the draft."""
    begin = draft.last
    while tokens.low[begin] in HYPHENS or tokens.low[begin] in grammar.file.of:
        begin += 1
    if not draft.sign:
        draft.unit = unit
        draft.unit_words = tokens.text[tokens.starts[begin] : tokens.ends[last - 1]]
    draft.last, draft.measured = last, True
    count, _ = match_phrase(grammar.halves, tokens.low, last)
    if count:  # deux ans et demi
        draft.low, draft.high, draft.last = draft.low + 0.5, draft.high + 0.5, last + count
        draft.values = tuple(value + 0.5 for value in draft.values)


def unit_at(tokens: Tokens, at: int, grammar: Grammar) -> tuple[int, str]:
    """The unit that stands at a token: the index after it, and its id ("" where there is none)."""
    step = at
    if tokens.low[step] in HYPHENS and tokens.tight[step] and tokens.tight[step + 1]:
        step += 1
    words = unit_words(tokens, step, grammar)
    if not words[1] and tokens.low[step] in grammar.file.of:
        words = unit_words(tokens, step + 1, grammar)
    return words if words[1] else sign_at(tokens, at, grammar)


def unit_words(tokens: Tokens, at: int, grammar: Grammar) -> tuple[int, str]:
    """The unit in words at a token, hyphens between them or not, as `unit_at`."""
    if tokens.low[at] not in grammar.units:
        return at, ""
    reach = range(at, min(tokens.count, at + _WORDS))
    places = [i for i in reach if i == at or tokens.low[i] not in HYPHENS or not tokens.tight[i]]
    count, unit = match_phrase(grammar.units, [tokens.low[i] for i in places], 0)
    return (places[count - 1] + 1, unit) if count else (at, "")


def sign_at(tokens: Tokens, at: int, grammar: Grammar) -> tuple[int, str]:
    """The sign of a unit at a token ("km/h", "%"), as `unit_at`."""
    if not 0 < at < tokens.count:
        return at, ""
    if tokens.words[at + (tokens.low[at] == "-")] not in grammar.sign_starts:
        return at, ""
    found = grammar.sign_after.match(tokens.text, tokens.ends[at - 1], tokens.ends[-1])
    if not found:
        return at, ""
    apart = found.start(1) > tokens.ends[at - 1]
    single = len(found[1]) == 1 and found[1].isalpha()
    if apart and single and not stands_alone(tokens, at, grammar):
        return at, ""
    if not apart and tokens.low[at] in grammar.sets["ordinal_after"]:
        return at, ""
    return tokens.index_at(found.end(), at), grammar.signs[found[1]]


def stands_alone(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """True when a single letter after a blank can be a unit: no word of the language."""
    word = tokens.low[at]
    if tokens.low[at + 1] == "/" and tokens.tight[at + 1]:
        return True
    return word not in grammar.file.articles and word not in grammar.stop


def add_per(draft: Draft, tokens: Tokens, grammar: Grammar) -> None:
    """ "per barrel", "a month", "barrel-a-day", "/kg": the second unit of a rate."""
    at = draft.last
    slash = tokens.low[at] == "/" and tokens.tight[at]
    if tokens.low[at] in HYPHENS and tokens.tight[at]:
        at += 1
    per = grammar.file.units
    weak = tokens.low[at] in per.per_weak
    if not (slash or weak or tokens.low[at] in per.per):
        return
    hyphen = tokens.low[at + 1] in HYPHENS and tokens.tight[at + 1]
    last, unit = per_unit(tokens, at + 1 + hyphen, grammar)
    if tokens.low[last] in grammar.file.units.per_not and not slash:
        return
    if not unit and not weak and tokens.kinds[at + 1] == "w" and not slash:
        last, unit = at + 2, tokens.low[at + 1]
    if unit:
        draft.unit_words += tokens.text[tokens.ends[draft.last - 1] : tokens.ends[last - 1]]
        rate = f"{draft.unit}/{unit}"
        draft.unit, draft.last = grammar.rates.get(rate, rate), last


def per_unit(tokens: Tokens, at: int, grammar: Grammar) -> tuple[int, str]:
    """The unit after "per", in words or as a sign."""
    last, unit = unit_words(tokens, at, grammar)
    if unit:
        return last, unit
    if tokens.kinds[at] != "w":
        return at, ""
    found = grammar.sign_after.match(tokens.text, tokens.ends[at - 1], tokens.ends[-1])
    if not found or (len(found[1]) == 1 and tokens.low[at] in grammar.stop):
        return at, ""
    return tokens.index_at(found.end(), at), grammar.signs[found[1]]
