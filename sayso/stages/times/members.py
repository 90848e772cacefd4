"""Which classes of words a token belongs to: by the language's lists, and by its digits."""

from __future__ import annotations

import re

from sayso.stages.times.lexicon import Lexicon, Value
from sayso.stages.times.tokens import Token

ROMAN = re.compile(r"([IVX]+)[a-zèé]{0,3}$")
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
#: Bare numbers that are taken for years: what newspapers write about.
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1800, 2099
#: Signs that may stand right before a year; others make it part of an address or a number.
OPENERS = "(['\"-«“„‘"


def members_of(lexicon: Lexicon, tokens: list[Token], at: int) -> dict[str, Value]:
    """The classes that a token belongs to, with what it means in each."""
    token = tokens[at]
    if token.key.isdecimal():
        if not _whole(tokens, at):
            return {}
        members = _numbers(token.key)
        if not _stands_alone(lexicon, tokens, at):
            members.pop("BARE", None)
            members.pop("ALONE", None)
        return members
    given = lexicon.classes.get(token.key)
    if given:
        needed = lexicon.written.get(token.key)
        if not needed or token.written in needed or token.written.isupper():
            return given
    century = _roman(token.written) if token.written[0] in "IVX" else None
    return {"ROMAN": century} if century else {}


def _whole(tokens: list[Token], at: int) -> bool:
    """False for the decimals of a number ("1.5") and for a thousand's end ("10,000")."""
    if at < 2:
        return True
    token, sign, number = tokens[at], tokens[at - 1], tokens[at - 2]
    joined = number.end == sign.start and sign.end == token.start
    if not (joined and sign.key in ",." and number.key.isdecimal()):
        return True
    return sign.key == "." and len(token.key) != 3 and _dotted(tokens, at)


def _dotted(tokens: list[Token], at: int) -> bool:
    """True for a part of "06.05.2024" or "2024.5.6"."""
    before = at >= 4 and tokens[at - 3].key == "." and tokens[at - 4].key.isdecimal()
    after = at + 1 < len(tokens) and tokens[at + 1].key in (".", "-")
    return before or after


def _stands_alone(lexicon: Lexicon, tokens: list[Token], at: int) -> bool:
    """True where a number is likely a year or a day: nothing follows that it counts."""
    data, following = lexicon.data, tokens[at + 1 : at + 2]
    if at and tokens[at - 1].end == tokens[at].start and (tokens[at - 1].key not in OPENERS):
        return False
    if not following or not following[0].key[0].isalpha():
        return not (following and following[0].key in "%$€£₽")
    word = following[0]
    if word.key in data.year_before:
        return True
    return word.written[0].isupper() != data.nouns_capitalised


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
