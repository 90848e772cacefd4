"""Which classes of words a token belongs to: by the language's lists, and by its digits."""

from __future__ import annotations

import functools
import re

from sayso.stages.times.lexicon import Lexicon, Value
from sayso.stages.times.tokens import Tokens

ROMAN = re.compile(r"([IVX]+)[a-zèé]{0,3}$")
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
#: Bare numbers that are taken for years: what newspapers write about.
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1800, 2099
#: Signs that may stand right before a year; others make it part of an address or a number.
OPENERS = "(['\"-«“„‘"


def members_of(lexicon: Lexicon, tokens: Tokens, at: int) -> dict[str, Value]:
    """The classes that a token belongs to, with what it means in each."""
    key = tokens.keys[at]
    if key.isdecimal():
        if not _whole(tokens, at):
            return {}
        members = dict(_numbers(key))
        if not _stands_alone(lexicon, tokens, at):
            members.pop("BARE", None)
            members.pop("ALONE", None)
        return members
    given = lexicon.classes.get(key)
    written = tokens.written[at]
    if given:
        needed = lexicon.written.get(key)
        if not needed or written in needed or written.isupper():
            return given
    century = _roman(written) if written[0] in "IVX" else None
    return {"ROMAN": century} if century else {}


def _whole(tokens: Tokens, at: int) -> bool:
    """False for the decimals of a number ("1.5") and for a thousand's end ("10,000")."""
    if at < 2:
        return True
    keys, starts, ends = tokens.keys, tokens.starts, tokens.ends
    sign = keys[at - 1]
    if sign not in ",." or not keys[at - 2].isdecimal():
        return True
    if ends[at - 2] != starts[at - 1] or ends[at - 1] != starts[at]:
        return True
    return sign == "." and len(keys[at]) != 3 and _dotted(keys, at)


def _dotted(keys: list[str], at: int) -> bool:
    """True for a part of "06.05.2024" or "2024.5.6"."""
    before = at >= 4 and keys[at - 3] == "." and keys[at - 4].isdecimal()
    after = at + 1 < len(keys) and keys[at + 1] in (".", "-")
    return before or after


def _stands_alone(lexicon: Lexicon, tokens: Tokens, at: int) -> bool:
    """True where a number is likely a year or a day: nothing follows that it counts."""
    data, keys = lexicon.data, tokens.keys
    if at and tokens.ends[at - 1] == tokens.starts[at] and keys[at - 1] not in OPENERS:
        return False
    if at + 1 == len(keys) or not keys[at + 1][0].isalpha():
        return not (at + 1 < len(keys) and keys[at + 1] in "%$€£₽")
    if keys[at + 1] in data.year_before:
        return True
    return tokens.written[at + 1][0].isupper() != data.nouns_capitalised


@functools.lru_cache(maxsize=4096)
def _numbers(key: str) -> dict[str, Value]:
    """The classes that digits belong to."""
    number, length = int(key), len(key)
    year = length == 4 and 1000 <= number < 2200
    fits = {
        "DAY": length <= 2 and 1 <= number <= 31,
        "MM": length <= 2 and 1 <= number <= 12,
        "YEAR": year,
        "BARE": length == 4 and FIRST_BARE_YEAR <= number <= LAST_BARE_YEAR,
        "ALONE": length <= 2 and 1 <= number <= 31,
        "N": length <= 3 and number > 0,
        "TWO": length == 2,
        "TENS": year and number % 10 == 0,
        "TEN": length == 2 and number % 10 == 0,
    }
    return {name: number for name, there in fits.items() if there}


def _roman(written: str) -> int | None:
    """The value of a Roman numeral with or without an ending ("XIXe"), or None."""
    match = ROMAN.match(written)
    if not match:
        return None
    digits = [ROMAN_DIGITS[letter] for letter in match.group(1)]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)
