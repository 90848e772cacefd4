"""Digits: "10 000", "10.000", "1,5", "1/16" and powers of ten, as numbers."""

from __future__ import annotations

import re

from sayso.stages.quantities.grammar import HYPHENS, Grammar
from sayso.stages.quantities.tokens import Tokens

_BLANK = re.compile("['’ \u00a0\u202f\u2009]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_SLASHES = "/⁄"


def read_digits(word: str, grammar: Grammar) -> float | None:
    """The value of digits with their separators; None for what is no number ("19.3.2024").

    A comma or full stop with three digits after it parts thousands, unless it is the language's
    decimal sign; with any other number of digits after it, it is a decimal sign in any language.

    >>> from sayso.stages.quantities.grammar import find_grammar
    >>> en, fr = find_grammar("en"), find_grammar("fr")
    >>> read_digits("10,000", en), read_digits("10.000", fr), read_digits("1.234,5", fr)
    (10000.0, 10000.0, 1234.5)
    >>> read_digits("19.3.2024", en) is None
    True
    """
    word = _BLANK.sub("", word)
    signs = [c for c in word if c in ".,"]
    if not signs:
        return float(word)
    if len(set(signs)) == 2 and signs.count(signs[-1]) == 1:
        whole, _, rest = word.rpartition(signs[-1])
        return float(re.sub("[.,]", "", whole) + "." + rest)
    if len(signs) > 1:
        return float(re.sub("[.,]", "", word)) if _GROUPED.fullmatch(word) else None
    grouped = _GROUPED.fullmatch(word) and not word.startswith("0")
    loose = grammar.file.comma_thousands and signs[0] == ","
    if grouped and (signs[0] != grammar.file.decimal or loose):
        return float(re.sub("[.,]", "", word))
    return float(word.replace(",", "."))


def read_fraction(tokens: Tokens, at: int, grammar: Grammar) -> float:
    """The value of "1/16 of" or "1⁄32"; 0 where it is none: "9/11" is a date."""
    if tokens.low[at + 1] not in _SLASHES or not tokens.tight[at + 1]:
        return 0.0
    if not (tokens.tight[at + 2] and tokens.words[at].isdigit()):
        return 0.0
    under = tokens.words[at + 2]
    if not under.isdigit() or int(under) <= int(tokens.words[at]):
        return 0.0
    if tokens.words[at + 1] == "/" and tokens.low[at + 3] not in grammar.file.of:
        return 0.0
    return int(tokens.words[at]) / int(under)


def read_power(tokens: Tokens, at: int) -> tuple[float | None, int]:
    """The power of ten at "×10−30", and the index after it; None where there is none."""
    if tokens.low[at] not in ("×", "x") or tokens.low[at + 1] != "10":
        return None, at
    after = at + 2 + (tokens.low[at + 2] == "^")
    sign = -1 if tokens.low[after] in HYPHENS and tokens.low[after] else 1
    after += 1 if sign < 0 else 0
    if not tokens.low[after].isdigit() or not tokens.tight[after]:
        return None, at
    return float(f"1e{sign * int(tokens.words[after])}"), after + 1
