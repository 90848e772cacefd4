"""Numerals: digits and number words at a token, as a value."""

from __future__ import annotations

from sayso.stages.quantities.digits import read_digits, read_fraction, read_power
from sayso.stages.quantities.grammar import EXACT, VULGAR, Grammar
from sayso.stages.quantities.phrases import match_phrase
from sayso.stages.quantities.pile import Numeral, extend, is_alone, skip_hyphen
from sayso.stages.quantities.tokens import Tokens
from sayso.stages.quantities.words import morphemes


def read_numeral(tokens: Tokens, at: int, grammar: Grammar, money: bool) -> Numeral | None:
    """The numeral that begins at a token, or None. `money`: a currency sign stands before it."""
    if tokens.kinds[at] == "n":
        return read_from_digits(tokens, at, grammar, money)
    if tokens.kinds[at] == "w":
        return read_vague(tokens, at, grammar) or read_from_words(tokens, at, grammar)
    return None


def read_from_digits(tokens: Tokens, at: int, grammar: Grammar, money: bool) -> Numeral | None:
    """A numeral that begins with digits: "10 000", "1.5 million", "2½", "1.99×10−30"."""
    value = read_digits(tokens.words[at], grammar)
    if value is None:
        return None
    fraction = read_fraction(tokens, at, grammar)
    if fraction:
        return Numeral(at, at + 3, fraction, fraction, share=True)
    if tokens.low[at + 1] in VULGAR and tokens.tight[at + 1]:
        value += VULGAR[tokens.words[at + 1]]
        return extend(tokens, at, at + 2, [value], grammar)
    power, after = read_power(tokens, at + 1)
    if power is not None:
        return Numeral(at, after, value * power, value * power)
    letters = tokens.words[at + 1] if money or tokens.tight[at + 1] else ""
    plain = letters.isupper() or counts_after(tokens, at + 2, grammar)
    scale = grammar.money_scales.get(letters, 0.0) if money or plain else 0.0
    if scale and not (tokens.tight[at + 2] and tokens.kinds[at + 2] != "p"):
        return Numeral(at, at + 2, value * scale, value * scale, scale=scale)
    found = extend(tokens, at, at + 1, [value], grammar)
    if found.last == at + 1 and tokens.words[at].isdigit():
        found.plain = tokens.words[at]
    return found


def counts_after(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """True for "5m people": what is counted stands right after, so that the m is no metre."""
    return any(match_phrase(grammar.counted, tokens.low, step)[0] for step in (at, at + 1))


def read_vague(tokens: Tokens, at: int, grammar: Grammar) -> Numeral | None:
    """ "dozens", "tens of thousands", "several hundred": from one to ten of it."""
    first, several = at, tokens.low[at] in grammar.file.several
    while several and grammar.file.several and tokens.low[at] in grammar.file.several:
        at += 1
    table = grammar.vague | grammar.scales | grammar.rounded if several else grammar.vague
    low = table.get(tokens.low[at])
    if low is None or (several and tokens.low[at] in grammar.values and low < 100):
        return None
    last, scale = at + 1, low
    while True:
        step = last + (tokens.low[last] in grammar.file.of)
        more = grammar.vague.get(tokens.low[step], grammar.scales.get(tokens.low[step], 0.0))
        more = more or grammar.rounded.get(tokens.low[step], 0.0)
        if more < 100:
            break
        last, scale = step + 1, scale * more
    return Numeral(first, last, scale, scale * 10, change=EXACT, scale=scale, spelled=True)


def read_from_words(tokens: Tokens, at: int, grammar: Grammar) -> Numeral | None:
    """A numeral in words: "two hundred and five", "une dizaine", "a third", "half a million"."""
    if tokens.low[at] in VULGAR:
        value = VULGAR[tokens.words[at]]
        return Numeral(at, at + 1, value, value, share=True)
    if tokens.low[at] in grammar.file.articles:
        return read_after_article(tokens, at, grammar)
    if tokens.low[at] in grammar.fractions or tokens.low[at] in grammar.file.half_before:
        return read_half(tokens, at, grammar)
    if not is_number_word(tokens, at, grammar):
        return None
    word = tokens.low[at]
    if word in grammar.plain_values and is_alone(tokens, at + 1, grammar):
        value = grammar.values[word]
        return Numeral(at, at + 1, value, value, spelled=True)
    found = extend(tokens, at, at, [], grammar)
    if found.last == at:
        return None
    share = read_share(tokens, skip_hyphen(tokens, found.last), found.low, grammar)
    return from_first(share or found, at)


def read_after_article(tokens: Tokens, at: int, grammar: Grammar) -> Numeral | None:
    """ "a third of", "une dizaine", "ein Dutzend", "une demi-douzaine"."""
    share = read_share(tokens, at + 1, 1.0, grammar) or read_half(tokens, at + 1, grammar)
    if share:
        return from_first(share, at)
    word = tokens.low[at + 1]
    if word not in grammar.scales and word not in grammar.rounded:
        return None
    return from_first(extend(tokens, at + 1, at + 1, [1.0], grammar), at)


def read_half(tokens: Tokens, at: int, grammar: Grammar) -> Numeral | None:
    """ "half of", "half a million", "medio millón": a half of something, or of a scale word."""
    before = tokens.low[at] in grammar.file.half_before
    if not before and grammar.fractions.get(tokens.low[at]) != 0.5:
        return None
    step = skip_hyphen(tokens, at + 1)
    step += tokens.low[step] in grammar.file.articles
    if tokens.low[step] in grammar.scaling:
        return from_first(extend(tokens, step, step, [0.5], grammar), at)
    return read_share(tokens, at, 1.0, grammar)


def is_number_word(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """True when a numeral can begin at the word."""
    parts = morphemes(tokens.low[at], grammar)
    return parts is not None and (
        len(parts) > 1 or parts[0] in grammar.values or parts[0] in grammar.rounded
    )


def from_first(numeral: Numeral, first: int) -> Numeral:
    """The numeral, spelled out from an earlier word on."""
    numeral.first, numeral.spelled = first, True
    return numeral


def read_share(tokens: Tokens, at: int, count: float, grammar: Grammar) -> Numeral | None:
    """ "two thirds of", "a quarter of", "half of": a share, where "of" or its like follows."""
    part = grammar.fractions.get(tokens.low[at])
    if part is None:
        return None
    after = tokens.low[at + 1]
    if after not in grammar.file.of:
        return None
    return Numeral(at, at + 1, count * part, count * part, share=True, spelled=True)
