"""Ranges: two numbers that are one interval ("15 bis 20", "between 5 and 7 million euros")."""

from __future__ import annotations

from sayso.stages.quantities.draft import Draft
from sayso.stages.quantities.grammar import ABOUT, EXACT, HYPHENS, Grammar
from sayso.stages.quantities.phrases import match_phrase
from sayso.stages.quantities.tokens import Tokens

#: "from 20 miles in 2008 to 29 miles": so many tokens may stand between the two numbers.
_APART = 8
#: Two numbers up to this one with only a hyphen between them may be a score.
_SCORE = 200
#: "from up to 250": so many tokens may stand between the opening word and the first number.
_BEFORE = 4
#: "four-, five-" and "four- and five-": so many tokens at most between the two.
_OPEN = 3
_BREAKS = frozenset({";", ".", ":"})


def merge_ranges(drafts: list[Draft], tokens: Tokens, grammar: Grammar) -> list[Draft]:
    """The drafts with those that are one range made one; scores ("2-0") left out."""
    merged: list[Draft] = []
    for draft in drafts:
        before = merged[-1] if merged else None
        if before and is_score(before, draft, tokens):
            merged.pop()
        elif before and not before.range and (low := joined(before, draft, tokens, grammar)):
            merged[-1] = merge(before, draft, tokens, grammar, low > 1)
        else:
            merged.append(draft)
    return merged


def is_score(one: Draft, two: Draft, tokens: Tokens) -> bool:
    """Two small whole numbers with a hyphen between them and no unit."""
    at = one.number_last
    hyphen = tokens.low[at] in (*HYPHENS, ":") and tokens.tight[at] and at + 1 == two.core
    bare = not one.unit and not two.measured and one.numeral.plain and two.numeral.plain
    if not (hyphen and tokens.tight[two.core] and bare):
        return False
    return two.low <= one.low < _SCORE or (not two.unit and two.low < _SCORE)


def joined(one: Draft, two: Draft, tokens: Tokens, grammar: Grammar) -> int:
    """2 when "from … to" makes the two a range, 1 when "between" or a join does, 0 if none."""
    if one.low != one.high or two.low != two.high or one.state not in ("", two.state):
        return 0
    gap = tokens.low[one.last : two.core]
    opener = find_opener(one, tokens, grammar, gap)
    if not opener and not is_join(gap, tokens, one.last, grammar):
        return 0
    if one.unit and tokens.low[one.first - 1] in grammar.file.range.not_before:
        return 0
    if one.unit and two.unit and one.unit != two.unit and not same_money(one, two):
        return 0
    if one.unit and not two.unit and not (opener or same_noun(one, two)):
        return 0
    down = one.measured and two.measured
    if not opener and not down and share_scale(one, two) >= two.low:
        return 0
    take_opener(one, opener, tokens)
    moving = {first.split()[-1] for first, _ in grammar.file.range.from_to}
    return 2 if opener in moving else 1


def find_opener(one: Draft, tokens: Tokens, grammar: Grammar, gap: list[str]) -> str:
    """The word of "between … and", "from … to" that stands before the first number, or ""."""
    if len(gap) > _APART or set(gap) & _BREAKS:
        return ""
    before = tokens.low[max(0, one.core - _BEFORE) : one.core]
    for opener, close in (*grammar.file.range.between, *grammar.file.range.from_to):
        words = close.split()
        if opens(opener.split()[-1], before, grammar) and gap[-len(words) :] == words:
            return opener.split()[-1]
    return ""


def opens(opener: str, before: list[str], grammar: Grammar) -> bool:
    """True when the opening word stands there by itself: not the "de" of "plus de 40"."""
    if opener not in before:
        return False
    at = len(before) - 1 - before[::-1].index(opener)
    return match_phrase(grammar.before, before, at, -1)[0] < 2


def take_opener(one: Draft, opener: str, tokens: Tokens) -> None:
    """Put the opening word into the first draft; it is no bound ("от 5 до 7")."""
    at = one.core - 1
    while opener and tokens.low[at] != opener:
        at -= 1
    if opener:
        one.first = min(one.first, at)
        one.change = EXACT if one.change != ABOUT else ABOUT


def is_join(gap: list[str], tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """True when only "to", "bis", a hyphen or their like stand between two numbers."""
    hyphens = [word for word in gap if word in HYPHENS or word == "~"]
    words = [word for word in gap if word not in hyphens]
    if not words:
        return len(hyphens) == 1
    return " ".join(words) in grammar.file.range.join


def same_money(one: Draft, two: Draft) -> bool:
    """True for "$3" and "$5 a month": one rate, given once."""
    return two.unit.split("/")[0] == one.unit.split("/")[0]


def same_noun(one: Draft, two: Draft) -> bool:
    """True for "$62 to 68", "aged 5 to 12": what the first number is, the second is too."""
    return not two.unit and (one.sign or one.unit == "year_of_age")


def share_scale(one: Draft, two: Draft) -> float:
    """The first value, with the scale of the second where it was said once ("3 to 5 million")."""
    if one.numeral.scale > 1 or two.numeral.scale <= 1:
        return one.low
    small = one.low < two.low / two.numeral.scale
    return one.low * two.numeral.scale if small else one.low


def merge(one: Draft, two: Draft, tokens: Tokens, grammar: Grammar, opened: bool) -> Draft:
    """One draft of the two."""
    first = share_scale(one, two)
    two.values = (first, two.low)
    moved = opened and bool(set(tokens.low) & set(grammar.file.range.moves))
    two.low, two.high = min(two.values), max(two.values)
    two.moves = moved
    if not two.unit or (same_money(one, two) and len(one.unit) > len(two.unit)):
        two.unit, two.unit_words, two.measured = one.unit, one.unit_words, one.measured
    two.first, two.core = one.first, one.core
    two.number_first, two.range = one.number_first, True
    two.change = one.change
    return two


def share_units(drafts: list[Draft], tokens: Tokens, grammar: Grammar) -> None:
    """ "four-, five- and six-cylinder", "94,5 und 85,5 Metern": a unit that is said once."""
    for draft, after in zip(drafts[-2::-1], drafts[:0:-1], strict=False):
        if draft.unit or not after.unit:
            continue
        gap = tokens.low[draft.number_last : after.core]
        open_end = 0 < len(gap) <= _OPEN and gap[0] in HYPHENS and tokens.tight[draft.number_last]
        listed = len(gap) == 1 and gap[0] in grammar.file.join and after.measured
        if open_end or (listed and not after.sign):
            draft.unit, draft.unit_words = after.unit, after.unit_words
            draft.measured = after.measured
