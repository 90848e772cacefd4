"""Days: dates, years and times of day, which are no quantities."""

from __future__ import annotations

import re

from sayso.stages.quantities.draft import Draft, draft_of
from sayso.stages.quantities.grammar import HYPHENS, Grammar
from sayso.stages.quantities.pile import Numeral
from sayso.stages.quantities.tokens import Tokens

#: A bare number in these years is one, if nothing else is known of it.
_YEARS = range(1900, 2101)
#: A bare number in these is a year after "in", "since" and their like.
_OLD_YEARS = range(1000, 2301)
_DAY_MONTH = re.compile(r"[0-3]?\d\.[01]?\d")
_ISO = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_DAYS = 31
_BESIDE = frozenset("/'’")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")


def is_date(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """A day beside a month, a year, "19.3.", "9/11"."""
    plain = draft.numeral.plain
    before, after = draft.number_first - 1, draft.number_last
    if tokens.low[before] == "." and tokens.tight[before]:
        before -= 1
    while (
        tokens.low[after] in (".", ",", "-") or tokens.low[after] in grammar.sets["ordinal_after"]
    ):
        after += 1
    if plain and (in_months(tokens, before, grammar) or in_months(tokens, after, grammar)):
        return True
    if plain and tokens.low[after] in grammar.file.of and in_months(tokens, after + 1, grammar):
        return True
    if is_day_and_month(tokens, draft, grammar):
        return True
    if plain and is_slashed(tokens, draft):
        return True
    return bool(plain) and len(plain) == 4 and is_year(tokens, draft, grammar)


def is_day_and_month(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """ "14.6." is a date where a comma is the decimal sign."""
    dot = tokens.low[draft.number_last] == "." and tokens.tight[draft.number_last]
    digits = tokens.words[draft.number_first]
    return dot and grammar.file.decimal == "," and bool(_DAY_MONTH.fullmatch(digits))


def is_slashed(tokens: Tokens, draft: Draft) -> bool:
    """ "9/11", "9/17/16", "6'3": a number beside another with only a sign between them."""
    before, after = draft.number_first - 1, draft.number_last
    left = tokens.low[before] in _BESIDE and tokens.kinds[before - 1] == "n"
    right = tokens.low[after] in _BESIDE and tokens.kinds[after + 1] == "n"
    return (left and tokens.tight[before]) or (right and tokens.tight[after + 1])


def in_months(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """True when a month's name stands at the token; some ("may") only with a capital."""
    word = tokens.low[at]
    capital = tokens.words[at][:1].isupper() or word not in grammar.sets["months_capital"]
    return word in grammar.sets["months"] and capital


def is_year(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """A bare number of four digits that nothing shows to be a count."""
    year = int(draft.numeral.plain)
    known = draft.unit in grammar.kinds and not draft.measured
    before = tokens.low[draft.number_first - 1]
    led = before in grammar.sets["year_before"]
    if draft.change != "=" or (known and not led):
        return False
    return year in _YEARS or (led and year in _OLD_YEARS and not known)


def is_time(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """ "10:27", "5 pm", "um 14 Uhr", "10.45pm"."""
    after, before = draft.number_last, draft.number_first - 1
    colon = tokens.low[after] == ":" and tokens.tight[after] and tokens.kinds[after + 1] == "n"
    colon_before = tokens.low[before] == ":" and tokens.tight[before + 1]
    if (colon and tokens.tight[after + 1]) or (colon_before and tokens.kinds[before - 1] == "n"):
        return True
    if tokens.kinds[draft.number_first] != "n":
        return False
    small = draft.low < 25 or _CLOCK.fullmatch(tokens.words[draft.number_first])
    pair = tokens.low[after] + tokens.low[after + 1] + tokens.low[after + 2]
    marks = grammar.sets["clock_after"]
    return bool(small) and (tokens.low[after].rstrip(".") in marks or pair in marks)


def is_bare_time(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """ "a las cuatro", "alle 5": an hour that is told by the word before it."""
    told = tokens.low[draft.core - 1] in grammar.sets["clock_at"]
    return told and not draft.unit and draft.high < 25


def is_iso_date(tokens: Tokens, draft: Draft) -> bool:
    """ "2022-03-05": three numbers with hyphens between them."""
    start, end = tokens.starts[draft.numeral.first], tokens.ends[draft.numeral.last - 1]
    around = tokens.text[max(0, start - 8) : end + 6]
    return "-" in around and any(
        found.start() <= min(start, 8) < found.end() for found in _ISO.finditer(around)
    )


def is_lone_year(tokens: Tokens, draft: Draft, grammar: Grammar, after: Draft | None) -> bool:
    """True for a year that is not the first of two numbers joined into a range."""
    if draft.measured or len(draft.numeral.plain) != 4 or not is_year(tokens, draft, grammar):
        return False
    gap = tokens.low[draft.last : after.first] if after else []
    if len(gap) != 1 or after is None or after.low <= draft.low:
        return True
    return not after.unit and len(after.numeral.plain) == 4 and is_year(tokens, after, grammar)


def is_beside_date(tokens: Tokens, draft: Draft, grammar: Grammar) -> bool:
    """ "les 5 et 6 mai", "17-18 Uhr", "2024-25": joined to a number that is part of a date."""
    if draft.numeral.plain and tokens.low[draft.number_first - 1] in HYPHENS:
        year = tokens.words[draft.number_first - 2]
        if year.isdigit() and len(year) == 4 and tokens.tight[draft.number_first]:
            return True
    at = draft.number_last
    while tokens.low[at] in (".",) and tokens.tight[at]:
        at += 1
    if draft.unit not in ("", "hour") or tokens.low[at] not in grammar.beside_date:
        return False
    if tokens.kinds[at + 1] != "n":
        return False
    digits = tokens.words[at + 1]
    if draft.low > _DAYS or len(digits) == 4:
        return False
    other = draft_of(Numeral(at + 1, at + 2, 0, 0, plain=digits))
    return is_date(tokens, other, grammar) or is_time(tokens, other, grammar)
