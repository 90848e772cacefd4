"""Match the patterns of a language against tokens: the longest date that begins at a place."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.stages.times.lexicon import Lexicon, Value
from sayso.stages.times.patterns import Fields, Symbol
from sayso.stages.times.tokens import Token
from sayso.stages.times.trie import Gives, Node

ROMAN = re.compile(r"([IVX]+)[a-zèé]{0,3}$")
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
#: Bare numbers that are taken for years: what newspapers write about.
FIRST_BARE_YEAR, LAST_BARE_YEAR = 1800, 2099
#: How many tokens before its first telling word or digit a date can begin ("no later than by
#: the end of the month"): positions further away are not tried.
REACH = 8


#: Signs that may stand right before a year; others make it part of an address or a number.
OPENERS = "(['\"-«“„‘"


class Match(NamedTuple):
    """A pattern that fits: tokens `first` to `last` are the date's own, `end` is behind all."""

    end: int
    first: int
    last: int
    fields: Gives


class Matcher:
    """Matches one passage's tokens; remembers what it found at each place."""

    def __init__(self, lexicon: Lexicon, tokens: list[Token]) -> None:
        self.lexicon = lexicon
        self.tokens = tokens
        self.members = [self._members(token, at) for at, token in enumerate(tokens)]
        self.found: dict[tuple[str, int], list[Match]] = {}
        self.starts = self._starts()

    def _starts(self) -> list[bool]:
        """Which tokens are near enough to a telling one to begin a date."""
        triggers = self.lexicon.triggers
        starts, left = [], -1
        for token in reversed(self.tokens):
            left = REACH if token.key in triggers or token.key.isdigit() else left - 1
            starts.append(left >= 0)
        return starts[::-1]

    def longest(self, at: int) -> Match | None:
        """The longest date that begins at a token, or None."""
        if not self.starts[at]:
            return None
        return max(self.pattern("DATE", at), key=lambda m: m.end, default=None)

    def pattern(self, name: str, at: int) -> list[Match]:
        """Every match of a named pattern at a token, one an end; the first row of equals."""
        known = self.found.get((name, at))
        if known is not None:
            return known
        self.found[name, at] = []  # a pattern that begins with itself ends here
        firsts = self.lexicon.firsts[name]
        if self.tokens[at].key not in firsts and firsts.isdisjoint(self.members[at]):
            return []
        ends: dict[int, tuple[int, Match]] = {}
        self.walk(self.lexicon.trees[name], Match(at, -1, -1, ()), ends)
        found = [match for _, match in ends.values()]
        self.found[name, at] = found
        return found

    def walk(self, node: Node, state: Match, ends: dict[int, tuple[int, Match]]) -> None:
        """Follow a tree from a state, and note the best match for each end."""
        at = state.end
        if state.first >= 0:
            for order, gives in node.ends:
                if at not in ends or order < ends[at][0]:
                    ends[at] = (order, state._replace(fields=gives + state.fields))
        if at >= len(self.tokens):
            return
        for symbol, child in node.words.get(self.tokens[at].key, ()):
            if self.is_word(symbol, at):
                self.walk(child, _joined(state, Match(at + 1, at, at, ()), symbol), ends)
        if node.classes:
            for name, value in self.members[at].items():
                for symbol, child in node.classes.get(name, ()):
                    step = Match(at + 1, at, at, ((symbol.field, value),))
                    self.walk(child, _joined(state, step, symbol), ends)
        for symbol, child in node.patterns:
            for step in self.pattern(symbol.name, at):
                self.walk(child, _joined(state, step, symbol), ends)

    def is_word(self, symbol: Symbol, at: int) -> bool:
        """True where a token may be the word: where nouns have capitals, a small word has none
        inside a sentence (German "morgen" and "Morgen")."""
        if not self.lexicon.data.nouns_capitalised:
            return True
        capital = self.tokens[at].written[0].isupper()
        if capital == symbol.capital:
            return True
        return capital and (at == 0 or not self.tokens[at - 1].key.isalnum())

    def _members(self, token: Token, at: int) -> dict[str, Value]:
        """The classes that a token belongs to, with what it means in each."""
        if token.key.isdigit():
            if not self.whole(at):
                return {}
            members = _numbers(token.key)
            if "BARE" in members and not self.bare_year(at):
                del members["BARE"]
            return members
        given = self.lexicon.classes.get(token.key)
        if given:
            needed = self.lexicon.written.get(token.key)
            if not needed or token.written in needed or token.written.isupper():
                return given
        century = _roman(token.written) if token.written[0] in "IVX" else None
        return {"ROMAN": century} if century else {}

    def whole(self, at: int) -> bool:
        """False for the decimals of a number ("1.5") and for a thousand's end ("10,000")."""
        if at < 2:
            return True
        token, sign, number = self.tokens[at], self.tokens[at - 1], self.tokens[at - 2]
        joined = number.end == sign.start and sign.end == token.start
        if not (joined and sign.key in ",." and number.key.isdigit()):
            return True
        return sign.key == "." and len(token.key) != 3 and self.dotted(at)

    def dotted(self, at: int) -> bool:
        """True for a part of "06.05.2024" or "2024.5.6"."""
        tokens = self.tokens
        before = at >= 4 and tokens[at - 3].key == "." and tokens[at - 4].key.isdigit()
        after = at + 1 < len(tokens) and tokens[at + 1].key in (".", "-")
        return before or after

    def bare_year(self, at: int) -> bool:
        """True where a number alone is likely a year: nothing follows that it counts."""
        data, following = self.lexicon.data, self.tokens[at + 1 : at + 2]
        if (
            at
            and self.tokens[at - 1].end == self.tokens[at].start
            and (self.tokens[at - 1].key not in OPENERS)
        ):
            return False
        if not following or not following[0].key[0].isalpha():
            return not (following and following[0].key in "%$€£₽")
        word = following[0]
        if word.key in data.year_before:
            return True
        return word.written[0].isupper() != data.nouns_capitalised


def _joined(state: Match, step: Match, symbol: Symbol) -> Match:
    """A state with one more symbol; a field that is there already gets a 2."""
    fields = state.fields
    if step.fields:
        names = {name for name, _ in fields}
        fields += tuple((name + "2" if name in names else name, v) for name, v in step.fields)
    if not symbol.inside:
        return Match(step.end, state.first, state.last, fields)
    return Match(step.end, step.first if state.first < 0 else state.first, step.last, fields)


def _numbers(key: str) -> dict[str, Value]:
    """The classes that digits belong to."""
    number, length = int(key), len(key)
    year = length == 4 and 1000 <= number < 2200
    fits = {
        "DAY": length <= 2 and 1 <= number <= 31,
        "MM": length <= 2 and 1 <= number <= 12,
        "YEAR": year,
        "BARE": length == 4 and FIRST_BARE_YEAR <= number <= LAST_BARE_YEAR,
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


def fields_of(match: Match) -> Fields:
    """The match's fields as a table; the first of a name counts."""
    fields: Fields = {}
    for name, value in match.fields:
        fields.setdefault(name, value)
    return fields
