"""Piles: the parts of a numeral put together.

A scale word multiplies what is smaller than itself at the end of the pile, everything else is put
on top, and the sum is the value. That reads "two hundred thousand", "quatre-vingt-dix",
"dreiundzwanzig" and "1억 2천만" alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.stages.quantities.digits import read_digits
from sayso.stages.quantities.grammar import ABOUT, EXACT, HYPHENS, Grammar
from sayso.stages.quantities.phrases import match_phrase
from sayso.stages.quantities.tokens import Tokens
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


def skip_hyphen(tokens: Tokens, at: int) -> int:
    """The index after a hyphen that joins two words, else the index itself."""
    joined = tokens.low[at] in HYPHENS and tokens.tight[at] and tokens.tight[at + 1]
    return at + 1 if joined else at


def is_alone(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """True where the word at an index can't go on with the numeral before it."""
    word = tokens.low[at]
    return word not in grammar.going_on and morphemes(word, grammar) is None


def extend(tokens: Tokens, first: int, at: int, pile: list[float], grammar: Grammar) -> Numeral:
    """Read on: number words and scale words that go on with what is on the pile."""
    if pile and is_alone(tokens, at, grammar):
        return Numeral(first, at, sum(pile), sum(pile))
    change, scale, last, digits = EXACT, 1.0, at, bool(pile) and at > first
    while True:
        step, parts = next_parts(tokens, first, last, pile, scale, change, grammar)
        bare = digits and scale == 1.0 and not set(parts) & grammar.scaling
        if not parts or bare:
            break
        for part in parts:
            scale = put(part, pile, grammar) or scale
            change = ABOUT if part in grammar.rounded else change
        last = step + 1
        dotted = tokens.low[last] == "." and tokens.tight[last] and is_short(tokens, last)
        last += 1 if dotted and scale > 1 else 0
        last = add_half(tokens, last, pile, scale, grammar)
    if tokens.low[skip_hyphen(tokens, last)] in grammar.file.odd and last > first:
        last, change = skip_hyphen(tokens, last) + 1, ABOUT
    value = sum(pile)
    return Numeral(first, last, value, value, change=change, scale=scale)


def next_parts(
    tokens: Tokens,
    first: int,
    last: int,
    pile: list[float],
    scale: float,
    change: str,
    grammar: Grammar,
) -> tuple[int, tuple[str, ...]]:
    """The next word of a numeral and the parts it is made of; no parts where the numeral ends."""
    step = skip_hyphen(tokens, last) if last > first else last
    joined = bool(pile) and tokens.low[step] in grammar.file.join
    step += joined
    if not joined and change == ABOUT and tokens.low[last] in grammar.file.of:
        step = last + 1  # une dizaine de milliers
        if tokens.low[step] not in grammar.scales:
            return step, ()
    word = tokens.low[step]
    if joined and word in grammar.file.articles:
        parts: tuple[str, ...] = (word,)
    elif tokens.kinds[step] == "n":
        parts = (tokens.words[step],) if scale >= 1000 and not joined else ()
    else:
        parts = morphemes(word, grammar) or ((word,) if word in grammar.rounded else ())
    return step, parts if parts and fits(parts, pile, grammar, joined) else ()


def add_half(tokens: Tokens, last: int, pile: list[float], scale: float, grammar: Grammar) -> int:
    """ "two and a half", "un millón y medio": put a half on the pile; the index after it."""
    count, _ = match_phrase(grammar.halves, tokens.low, last)
    if count:
        pile.append(0.5 * scale)
    return last + count


def is_short(tokens: Tokens, dot: int) -> bool:
    """True when a full stop belongs to the scale word before it ("Mio. Euro", "тыс. человек")."""
    return len(tokens.low[dot - 1]) <= 4 and dot + 1 < tokens.count


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
    if last == 0.5 or value == 0:
        return False
    if value < 10:
        return last >= 10 and last % 10 == 0
    if value < 100:
        reversed_tens = grammar.file.compound and last < 10 and value >= 20 and value % 10 == 0
        on_sixty = last % 100 in (60, 80) and value < 20
        return (last >= 100 and last % 100 == 0) or on_sixty or reversed_tens
    return False
