"""A language's words for dates, made ready for matching: classes, and what starts what."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from sayso.codebook.calendars import DateWords, read_calendar
from sayso.errors import PackError
from sayso.stages.times.patterns import NUMERIC, Row, first_names, read_rows
from sayso.stages.times.tokens import Token, split_glued, tokenise
from sayso.stages.times.trie import Node, plant

#: Classes of which every date has one, unless a literal tells it ("yesterday").
STRONG = frozenset(
    {"WEEKDAY", "WEDNESDAY", "MONTH", "UNIT", "LONG", "SEASON", "SEASONAL", "DECADE"}
)
DIGITS = NUMERIC - {"ROMAN"}
Value = int | str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Attributes:
    classes: word → class (capitals) → value.
    written: words that must be written just so (with a capital), as written.
    trees: pattern name → its rows as a tree.
    firsts: pattern name → words and classes with which it can begin.
    triggers: words of which one must be there, if no digit is.
    """

    data: DateWords
    classes: dict[str, dict[str, Value]]
    written: dict[str, frozenset[str]]
    trees: dict[str, Node]
    firsts: dict[str, frozenset[str]]
    triggers: frozenset[str]
    known: frozenset[str]
    longest: int

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """The passage's tokens, taken apart where the language glues words together."""
        found = tokenise(text, start, end, elisions=self.data.elisions)
        if self.data.glued:
            particles = frozenset(self.data.particles)
            return split_glued(found, self.known, particles, self.longest)
        return found


@functools.cache
def get_lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language, built once a process; None where no file has its words."""
    data = read_calendar(language)
    return build(data, language) if data else None


def build(data: DateWords, language: str) -> Lexicon:
    """Index words and patterns.

    Raises:
        PackError: a pattern names a class or pattern that there is not.
    """
    classes, written = _index_words(data)
    where = f"codebook/time/{language}.toml"
    rows = {
        name: [row for pattern in patterns for row in read_rows(pattern, f"{where} {name}")]
        for name, patterns in data.grammar.items()
    }
    names = {name for given in classes.values() for name in given} | set(rows) | NUMERIC
    for name, given in rows.items():
        for row in given:
            for symbol in row.symbols:
                if not symbol.literal and symbol.name not in names:
                    raise PackError(f"no class {symbol.name}", where=f"{where} {name}")
    every = [symbol for given in rows.values() for row in given for symbol in row.symbols]
    literals = {symbol.name for symbol in every if symbol.literal}
    known = frozenset(classes) | literals
    return Lexicon(
        data=data,
        classes=classes,
        written=written,
        trees={name: plant(given, frozenset(rows)) for name, given in rows.items()},
        firsts=_firsts(rows),
        triggers=_triggers(rows, classes),
        known=known,
        longest=max(map(len, known)),
    )


def _firsts(rows: dict[str, list[Row]]) -> dict[str, frozenset[str]]:
    """Pattern name → words and classes with which it can begin."""
    return {
        name: frozenset(f for row in given for f in first_names(row, rows, frozenset({name})))
        for name, given in rows.items()
    }


def _index_words(
    data: DateWords,
) -> tuple[dict[str, dict[str, Value]], dict[str, frozenset[str]]]:
    """Word → class → value; and the words that need their capital."""
    classes: dict[str, dict[str, Value]] = {}
    written: dict[str, set[str]] = {}
    for name, values in data.words.items():
        for value, words in values.items():
            number: Value = int(value) if value.lstrip("-").isdecimal() else value
            for word in words:
                key = word.lower().replace("’", "'")
                classes.setdefault(key, {})[name.upper()] = number
                if word != key:
                    written.setdefault(key, set()).add(word)
    return classes, {key: frozenset(given) for key, given in written.items()}


def _triggers(rows: dict[str, list[Row]], classes: dict[str, dict[str, Value]]) -> frozenset[str]:
    """Words without which no row can match: those of strong classes, and of each row that has
    no strong class and no number the longest literal word."""
    found = {word for word, given in classes.items() if STRONG & set(given)}
    for given in rows.values():
        for row in given:
            names = {s.name for s in row.symbols if not s.literal}
            if names & (STRONG | DIGITS) or names & set(rows):
                continue
            longest = max((s.name for s in row.symbols if s.literal), key=len, default="")
            if names and len(longest) < 4:
                found |= {word for word, classed in classes.items() if names & set(classed)}
            else:
                found.add(longest)
    return frozenset(found)
