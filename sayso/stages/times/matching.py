"""Match the patterns of a language against tokens: the longest date that begins at a place."""

from __future__ import annotations

from typing import NamedTuple

from sayso.stages.times.lexicon import Lexicon
from sayso.stages.times.members import members_of
from sayso.stages.times.patterns import Fields, Symbol
from sayso.stages.times.tokens import Token
from sayso.stages.times.trie import Gives, Node

#: How many tokens before its first telling word or digit a date can begin ("no later than by
#: the end of the month"): positions further away are not tried.
REACH = 8


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
        self.members = [members_of(lexicon, tokens, at) for at in range(len(tokens))]
        self.found: dict[tuple[str, int], list[Match]] = {}
        self.starts = self._starts()

    def _starts(self) -> list[bool]:
        """Which tokens are near enough to a telling one to begin a date."""
        triggers = self.lexicon.triggers
        starts, left = [], -1
        for token in reversed(self.tokens):
            left = REACH if token.key in triggers or token.key.isdecimal() else left - 1
            starts.append(left >= 0)
        return starts[::-1]

    def best(self, at: int) -> Match | None:
        """The date to take at a token: the longest that begins there, unless one that begins
        inside it is longer and reaches further ("le vendredi" and "vendredi 23 juin")."""
        found = self.longest(at)
        if found is None:
            return None
        for inner in range(at + 1, found.end):
            other = self.longest(inner)
            if other and other.end > found.end and _length(other) >= _length(found):
                found = other
        return found

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


def _length(match: Match) -> int:
    """How many tokens are the date's own."""
    return match.last - match.first


def _joined(state: Match, step: Match, symbol: Symbol) -> Match:
    """A state with one more symbol; a field that is there already gets a 2."""
    fields = state.fields
    if step.fields:
        names = {name for name, _ in fields}
        fields += tuple((name + "2" if name in names else name, v) for name, v in step.fields)
    if not symbol.inside:
        return Match(step.end, state.first, state.last, fields)
    return Match(step.end, step.first if state.first < 0 else state.first, step.last, fields)


def fields_of(match: Match) -> Fields:
    """The match's fields as a table; the first of a name counts."""
    fields: Fields = {}
    for name, value in match.fields:
        fields.setdefault(name, value)
    return fields
