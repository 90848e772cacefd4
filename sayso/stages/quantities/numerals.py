"""Numerals: digits and number words at a token, as a value.

The parts of a numeral stand on a pile: a scale word multiplies what is smaller than itself at
its end, everything else is put on top, and the sum is the value. That reads "two hundred
thousand", "quatre-vingt-dix", "dreiundzwanzig" and "1억 2천만" alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.stages.quantities.digits import read_digits, read_fraction, read_power
from sayso.stages.quantities.grammar import ABOUT, EXACT, Grammar, match_phrase
from sayso.stages.quantities.tokens import HYPHENS, VULGAR, Tokens
from sayso.stages.quantities.words import morphemes


@dataclass(slots=True)
class Numeral:
    """A number as written: the tokens `first` to `last` (not included) and its value.

    Attributes:
        low, high: the value, or from one to ten of a vague word ("thousands").
        change: `~` for a word that rounds ("une dizaine"), else `=`.
        scale: what its last scale word multiplied by, or 1.
        plain: the digits where it is a bare whole number ("2019"), else "".
        share: it is a fraction of something ("two thirds").
        spelled: it is written in words only.
    """

    first: int
    last: int
    low: float
    high: float
    change: str = EXACT
    scale: float = 1.0
    plain: str = ""
    share: bool = False
    spelled: bool = False


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
    if tokens.word(at + 1) in VULGAR and tokens.is_tight(at + 1):
        value += VULGAR[tokens.words[at + 1]]
        return extend(tokens, at, at + 2, [value], grammar)
    power, after = read_power(tokens, at + 1)
    if power is not None:
        return Numeral(at, after, value * power, value * power)
    letters = tokens.raw(at + 1) if tokens.is_tight(at + 1) else ""
    plain = letters.isupper() or counts_after(tokens, at + 2, grammar)
    scale = grammar.money_scales.get(letters, 0.0) if money or plain else 0.0
    if scale and not (tokens.is_tight(at + 2) and tokens.kind(at + 2) != "p"):
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
    first, several = at, tokens.word(at) in grammar.file.several
    while several and grammar.file.several and tokens.word(at) in grammar.file.several:
        at += 1
    table = grammar.vague | grammar.scales | grammar.rounded if several else grammar.vague
    low = table.get(tokens.word(at))
    if low is None or (several and tokens.word(at) in grammar.values and low < 100):
        return None
    last, scale = at + 1, low
    while True:
        step = last + (tokens.word(last) in grammar.file.of)
        more = grammar.vague.get(tokens.word(step), grammar.scales.get(tokens.word(step), 0.0))
        more = more or grammar.rounded.get(tokens.word(step), 0.0)
        if more < 100 or (step == last and tokens.word(step) in grammar.vague):
            break
        last, scale = step + 1, scale * more
    return Numeral(first, last, scale, scale * 10, change=EXACT, scale=scale, spelled=True)


def read_from_words(tokens: Tokens, at: int, grammar: Grammar) -> Numeral | None:
    """A numeral in words: "two hundred and five", "une dizaine", "a third"."""
    start, article = at, tokens.word(at) in grammar.file.articles
    if tokens.word(at) in VULGAR:
        return Numeral(at, at + 1, VULGAR[tokens.words[at]], VULGAR[tokens.words[at]], share=True)
    if article:
        share = read_share(tokens, at + 1, 1.0, grammar)
        if share:
            share.first = start
            return share
        word = tokens.word(at + 1)
        if word not in grammar.scales and word not in grammar.rounded:
            return None
        return replace_first(extend(tokens, at + 1, at + 1, [1.0], grammar), start)
    if grammar.fractions.get(tokens.word(at)) == 0.5:
        return read_share(tokens, at, 1.0, grammar)
    if not is_number_word(tokens, at, grammar):
        return None
    found = extend(tokens, at, at, [], grammar)
    if found.last == at:
        return None
    share = read_share(tokens, skip_hyphen(tokens, found.last), found.low, grammar)
    if share:
        share.first = start
        return share
    found.spelled = True
    return found


def is_number_word(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """True when a numeral can begin at the word."""
    parts = morphemes(tokens.word(at), grammar)
    return parts is not None and (
        len(parts) > 1 or parts[0] in grammar.values or parts[0] in grammar.rounded
    )


def replace_first(numeral: Numeral, first: int) -> Numeral:
    """The numeral with an article put before it."""
    numeral.first, numeral.spelled = first, True
    return numeral


def read_share(tokens: Tokens, at: int, count: float, grammar: Grammar) -> Numeral | None:
    """ "two thirds of", "a quarter of", "half of": a share, where "of" or its like follows."""
    part = grammar.fractions.get(tokens.word(at))
    if part is None:
        return None
    after = tokens.word(at + 1)
    if after not in grammar.file.of:
        return None
    return Numeral(at, at + 1, count * part, count * part, share=True, spelled=True)


def skip_hyphen(tokens: Tokens, at: int) -> int:
    """The index after a hyphen that joins two words, else the index itself."""
    joined = tokens.word(at) in HYPHENS and tokens.is_tight(at) and tokens.is_tight(at + 1)
    return at + 1 if joined else at


def extend(tokens: Tokens, first: int, at: int, pile: list[float], grammar: Grammar) -> Numeral:
    """Read on: number words and scale words that go on with what is on the pile."""
    change, scale, last = EXACT, 1.0, at
    while True:
        step = skip_hyphen(tokens, last) if last > first else last
        joined = step < len(tokens) and pile and tokens.word(step) in grammar.file.join
        step += 1 if joined else 0
        if not joined and change == ABOUT and tokens.word(last) in grammar.file.of:
            step = last + 1  # une dizaine de milliers
            if tokens.word(step) not in grammar.scales:
                break
        parts = morphemes(tokens.word(step), grammar) if tokens.kind(step) == "w" else None
        if joined and tokens.word(step) in grammar.file.articles:
            parts = (tokens.word(step),)
        if parts is None:
            parts = (tokens.word(step),) if tokens.word(step) in grammar.rounded else None
        if parts is None and tokens.kind(step) == "n" and scale >= 1000 and not joined:
            parts = (tokens.words[step],)
        if parts is None or not fits(parts, pile, grammar, bool(joined)):
            break
        for part in parts:
            factor = put(part, pile, grammar)
            scale = factor or scale
            change = ABOUT if part in grammar.rounded else change
        last = step + 1
        dotted = tokens.word(last) == "." and tokens.is_tight(last) and is_short(tokens, last)
        last += 1 if dotted and scale > 1 else 0
    if tokens.word(skip_hyphen(tokens, last)) in grammar.file.odd and last > first:
        last, change = skip_hyphen(tokens, last) + 1, ABOUT
    value = sum(pile)
    return Numeral(first, last, value, value, change=change, scale=scale)


def is_short(tokens: Tokens, dot: int) -> bool:
    """True when a full stop belongs to the scale word before it ("Mio. Euro", "тыс. человек")."""
    return len(tokens.word(dot - 1)) <= 4 and dot + 1 < len(tokens)


def fits(parts: tuple[str, ...], pile: list[float], grammar: Grammar, joined: bool) -> bool:
    """True when the parts go on with the numeral; tried on a copy of the pile."""
    trial = list(pile)
    for part in parts:
        before = list(trial)
        if joined and (not before or before[-1] < 20):
            return False
        if put(part, trial, grammar) < 0:
            return False
    return True


def put(part: str, pile: list[float], grammar: Grammar) -> float:
    """Put one part on the pile. The scale it multiplied by; 0 for a value; -1 where it can't be."""
    scale = grammar.scales.get(part) or grammar.rounded.get(part)
    if scale is not None:
        inner = 0.0
        while pile and pile[-1] < scale:
            inner += pile.pop()
        if inner:
            pile.append(inner * scale)
            return scale
        if pile and part not in grammar.values:
            return -1.0
    value = grammar.values.get(part)
    if value is None and part in grammar.file.articles:
        value = 1.0
    if value is None and part in grammar.file.join:
        return 0.0
    if value is None and part[:1].isdigit():
        value = read_digits(part, grammar)
    if value is None:
        if part in grammar.rounded and not pile:
            pile.append(grammar.rounded[part])
            return 0.0
        return -1.0
    if pile and not goes_on(pile[-1], value, grammar):
        return -1.0
    pile.append(value)
    return 0.0


def goes_on(last: float, value: float, grammar: Grammar) -> bool:
    """True when a value may follow another in one numeral: "twenty three", never "three twenty"."""
    if last >= 1000:
        return value < last
    if value < 10:
        return last >= 20 and last % 10 == 0
    if value < 100:
        reversed_tens = grammar.file.compound and last < 10 and value >= 20 and value % 10 == 0
        on_sixty = last % 100 in (60, 80) and value < 20
        return (last >= 100 and last % 100 == 0) or on_sixty or reversed_tens
    return False
