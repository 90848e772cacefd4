"""Match the patterns of a language against tokens: the longest date that begins at a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.stages.times.lexicon import Lexicon, Value
from sayso.stages.times.members import members_of
from sayso.stages.times.patterns import Fields, Symbol
from sayso.stages.times.tokens import Tokens
from sayso.stages.times.trie import Gives, Node, Openings

#: How many tokens before its first telling word or digit a date can begin ("no later than by
#: the end of the month"): positions further away are not tried.
REACH = 8


class Match(NamedTuple):
    """A pattern that fits: tokens `first` to `last` are the date's own, `end` is behind all."""

    end: int
    first: int
    last: int
    fields: Gives


#: End of a match → the place of its row in the file, and the match.
Ends = dict[int, tuple[int, Match]]


class Matcher:
    """Matches one passage's tokens; remembers what it found at each place."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens) -> None:
        self.lexicon = lexicon
        self.tokens = tokens
        self.count = len(tokens.keys)
        self.names: list[dict[str, Value | None] | None] = [None] * self.count
        self.found: dict[tuple[str, int], list[Match]] = {}
        self.starts = self._starts()

    def _starts(self) -> list[int]:
        """The tokens with which a date can begin: near enough to a telling one, and of a word or
        class that begins a date together with the next."""
        lexicon, keys = self.lexicon, self.tokens.keys
        triggers, openings, classes = lexicon.triggers, lexicon.openings["DATE"], lexicon.classes
        found, seen = [], 0
        for at, key in enumerate(keys):
            if key in triggers or key.isdecimal():
                for near in range(max(seen, at - REACH), at + 1):
                    known = keys[near]
                    telling = known in openings or known in classes or not known.isalpha()
                    if (telling or known[0] in "ivx") and self._opens(openings, near):
                        found.append(near)
                seen = at + 1
        return found

    def _opens(self, openings: Openings, at: int) -> bool:
        """True where the token and the next can begin a pattern."""
        for name in self.names[at] or self.names_at(at):
            seconds = openings.get(name)
            if seconds and (
                None in seconds
                or (at + 1 < self.count and not seconds.isdisjoint(self.names_at(at + 1)))
            ):
                return True
        return False

    def names_at(self, at: int) -> dict[str, Value | None]:
        """The token's word, and the classes that it belongs to with what it means in each."""
        known = self.names[at]
        if known is None:
            known = {self.tokens.keys[at]: None, **members_of(self.lexicon, self.tokens, at)}
            self.names[at] = known
        return known

    def best(self, at: int) -> Match | None:
        """The date to take at a token: the longest that begins there, unless one that begins
        inside it is longer and reaches further ("le vendredi" and "vendredi 23 juin")."""
        found = self.longest(at)
        if found is None:
            return None
        for inner in range(at + 1, found.end):
            if inner in self.starts:
                other = self.longest(inner)
                if other and other.end > found.end and _length(other) >= _length(found):
                    found = other
        return found

    def longest(self, at: int) -> Match | None:
        """The longest date that begins at a token, or None."""
        return max(self.pattern("DATE", at), key=_end, default=None)

    def pattern(self, name: str, at: int) -> list[Match]:
        """Every match of a named pattern at a token, one an end; the first row of equals."""
        known = self.found.get((name, at))
        if known is not None:
            return known
        self.found[name, at] = []  # a pattern that begins with itself ends here
        if not self._opens(self.lexicon.openings[name], at):
            return []
        ends: Ends = {}
        self.walk(self.lexicon.trees[name], at, -1, -1, (), ends)
        found = [match for _, match in ends.values()]
        self.found[name, at] = found
        return found

    def walk(self, node: Node, at: int, first: int, last: int, fields: Gives, ends: Ends) -> None:
        """Follow a tree from a token, and note the best match for each end.

        Args:
            node: where in the tree.
            at: the next token.
            first, last: the date's own tokens so far, -1 where there are none.
            fields: what is settled so far.
            ends: what was found, to be added to.
        """
        if first >= 0:
            for order, gives in node.ends:
                if at not in ends or order < ends[at][0]:
                    ends[at] = (order, Match(at, first, last, gives + fields))
        if at >= self.count:
            return
        steps, routes = node.steps, node.routes
        numbers: Sequence[int] = ()
        for name, value in (self.names[at] or self.names_at(at)).items():
            if name in routes:
                numbers = sorted({*numbers, *routes[name]}) if numbers else routes[name]
            for symbol, child in steps.get(name, ()):
                if value is not None:
                    given = _with(fields, symbol.field, value)
                elif self.is_word(symbol, at):
                    given = fields
                else:
                    continue
                if symbol.inside:
                    self.walk(child, at + 1, at if first < 0 else first, at, given, ends)
                else:
                    self.walk(child, at + 1, first, last, given, ends)
        for number in numbers:
            symbol, child = node.patterns[number]
            for step in self.pattern(symbol.name, at):
                given = _joined(fields, step.fields)
                if symbol.inside:
                    begin = step.first if first < 0 else first
                    self.walk(child, step.end, begin, step.last, given, ends)
                else:
                    self.walk(child, step.end, first, last, given, ends)

    def is_word(self, symbol: Symbol, at: int) -> bool:
        """True where a token may be the word: where nouns have capitals, a small word has none
        inside a sentence (German "morgen" and "Morgen")."""
        if not self.lexicon.data.nouns_capitalised:
            return True
        capital = self.tokens.written[at][0].isupper()
        if capital == symbol.capital:
            return True
        return capital and (at == 0 or not self.tokens.keys[at - 1].isalnum())


def _end(match: Match) -> int:
    return match.end


def _length(match: Match) -> int:
    """How many tokens are the date's own."""
    return match.last - match.first


def _with(fields: Gives, name: str, value: Value) -> Gives:
    """Fields with one more; one that is there already gets a 2."""
    for known, _ in fields:
        if known == name:
            return (*fields, (name + "2", value))
    return (*fields, (name, value))


def _joined(fields: Gives, more: Gives) -> Gives:
    """Fields with those of a named pattern; one that is there already gets a 2."""
    if not fields or not more:
        return fields or more
    names = {name for name, _ in fields}
    return fields + tuple((name + "2" if name in names else name, v) for name, v in more)


def fields_of(given: Gives) -> Fields:
    """A match's fields as a table; the first of a name counts."""
    fields: Fields = {}
    for name, value in given:
        fields.setdefault(name, value)
    return fields
