"""Context: numbers that are no quantities (dates, years, times, ordinals, labels, names)."""

from __future__ import annotations

from sayso.stages.quantities.days import is_bare_time, is_beside_date, is_date, is_iso_date, is_time
from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import HYPHENS, Grammar
from sayso.stages.quantities.tokens import Tokens

#: A bare number with more digits is an id.
_LONGEST = 9


def is_part_of_name(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """ "XC40", "COVID-19", "96th", "9AB8", "iPhone 11": letters at the digits, or a name before."""
    first, last = draft.numeral.first, draft.numeral.last
    if tokens.kinds[first] != "n":
        return False
    if tokens.tight[first] and tokens.kinds[first - 1] == "w" and not draft.sign:
        return True
    hyphen = tokens.tight[first] and tokens.low[first - 1] in HYPHENS and not draft.measured
    if hyphen and tokens.kinds[first - 2] == "w":
        bound = tokens.low[first - 2] in (
            *grammar.before,
            *grammar.file.minus,
            *grammar.file.range.out_of,
        )
        return not bound and (tokens.tight[first - 1] or tokens.words[first - 2][:1].isupper())
    counter = grammar.file.noun_style == "counter"
    after = tokens.kinds[last] == "w" and tokens.tight[last] and not counter
    return after and tokens.kinds[last - 1] == "n" and not draft.measured


def is_ordinal(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """ "21st", "the 3rd", German "3. Oktober"."""
    after = draft.number_last
    if tokens.kinds[draft.number_last - 1] != "n":
        hyphen = tokens.low[after] in HYPHENS and tokens.tight[after + 1]
        return hyphen and draft.low >= 20 and tokens.low[after + 1] in grammar.sets["ordinal_after"]
    if tokens.tight[after] and tokens.low[after] in grammar.sets["ordinal_after"]:
        return True
    dot = grammar.file.ordinal_dot and tokens.low[after] == "." and tokens.tight[after]
    return dot and bool(draft.numeral.plain) and tokens.kinds[after + 1] == "w" and draft.low < 1000


def is_label(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """ "Article 5", "World War 2", "G 7", "Boeing 737": the number of a thing, not of things."""
    before = draft.first - 1
    if tokens.low[before] in (".", "°") and tokens.tight[before]:
        before -= 1
    counts = draft.unit in grammar.kinds
    if tokens.low[before] in grammar.sets["labels"]:
        return not (draft.unit and draft.numeral.spelled)
    if is_product(tokens, draft, grammar):
        return True
    if counts or draft.numeral.spelled or draft.numeral.scale > 1 or tokens.kinds[before] != "w":
        return False
    name = tokens.words[before] != tokens.low[before] and tokens.low[before] not in grammar.stop
    if tokens.words[before].isupper() and len(tokens.words[before]) > 1 and before > 0:
        return True
    opens = before == 0 or tokens.low[before - 1] in (".", ":", "!", "?")
    noun = bool(draft.unit) and draft.unit_words[:1].islower()
    capitals = grammar.file.noun_style == "capital"
    return name and not (opens and noun) and not (noun and not capitals) and draft.low >= 1


def is_product(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """ "the 787 Dreamliner", "9 Elm Street": bare digits, then a name and nothing counted."""
    at = draft.number_last
    if draft.unit or not draft.numeral.plain or grammar.file.noun_style == "capital":
        return False
    return tokens.kinds[at] == "w" and tokens.words[at] != tokens.low[at]


def is_address(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """ "16 Industrial Avenue": a number, names, and a word for a street."""
    at = draft.number_last
    if draft.numeral.spelled or not draft.numeral.plain or draft.unit in grammar.kinds:
        return False
    while at < draft.number_last + 3 and tokens.words[at][:1].isupper():
        at += 1
    street = tokens.low[at - 1]
    return at > draft.number_last + 1 and street in grammar.sets["address_after"]


def is_key(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """The number of a list's item ("1. Kyiv …"), or a long row of digits that counts nothing."""
    plain = draft.numeral.plain
    if draft.unit or not plain:
        return False
    opens = draft.number_first == 0 and tokens.low[1] in (".", ")") and tokens.tight[1]
    return len(plain) > _LONGEST or (opens and tokens.count > 2)


def is_weak(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """ "no one", "each one", "one another": a word like a number that counts nothing."""
    if draft.number_last - draft.number_first != 1:
        return False
    if tokens.low[draft.number_first] not in grammar.sets["weak"]:
        return False
    if tokens.low[draft.number_first - 1] in grammar.sets["weak_before"]:
        return True
    after = tokens.low[draft.number_last]
    return not draft.unit or after in grammar.sets["weak_after"]


def is_no_number(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """True for digits that are no number at all: parts of names, times."""
    if is_part_of_name(tokens, draft, grammar) or is_iso_date(tokens, draft):
        return True
    if is_beside_date(tokens, draft, grammar):
        return True
    if draft.unit == "hour" and draft.low <= 24 and draft.numeral.plain:
        return tokens.low[draft.number_first - 1] in grammar.sets["clock_before"]
    if draft.unit == "year" and len(draft.numeral.plain) == 4:
        return tokens.low[draft.number_last] in grammar.sets["ordinal_after"]
    return not draft.measured and is_time(tokens, draft, grammar)


def is_no_quantity(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """True for a number that context shows to be no quantity."""
    if draft.measured:
        return False
    glued = tokens.kinds[draft.last] == "w" and tokens.tight[draft.last]
    if glued and not draft.unit and grammar.file.noun_style == "counter":
        return True
    tests = (is_bare_time, is_date, is_ordinal, is_label, is_address, is_key, is_weak)
    return any(test(tokens, draft, grammar) for test in tests)
