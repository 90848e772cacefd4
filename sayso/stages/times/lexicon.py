"""A language's words for dates, made ready for matching: classes, and what starts what."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.codebook.calendars import DateWords, read_calendar
from sayso.errors import PackError
from sayso.stages.recut import Stretch
from sayso.stages.segment import Sentence
from sayso.stages.times.patterns import NUMERIC, read_rows
from sayso.stages.times.tokens import Tokens, split_glued, take_over, tokenise
from sayso.stages.times.trie import Node, Openings, find_openings, lay_routes, plant
from sayso.stages.times.triggers import find_triggers

Value = int | str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Attributes:
    classes: word → class (capitals) → value.
    written: words that must be written just so (with a capital), as written.
    trees: pattern name → its rows as a tree.
    openings: pattern name → with which two words or classes it can begin.
    triggers: words of which one must be there, if no digit is.
    """

    language: str
    data: DateWords
    classes: dict[str, dict[str, Value]]
    written: dict[str, frozenset[str]]
    trees: dict[str, Node]
    openings: dict[str, Openings]
    triggers: frozenset[str]
    known: frozenset[str]
    longest: int

    def tokens(self, text: str, start: int, end: int) -> Tokens:
        """The passage's tokens, taken apart where the language glues words together."""
        found = tokenise(text, start, end, elisions=self.data.elisions)
        if self.data.glued:
            particles = frozenset(self.data.particles)
            return split_glued(found, self.known, particles, self.longest)
        return found

    def take_over(self, text: str, sentence: Sentence, stretches: Sequence[Stretch]) -> Tokens:
        """The same, of a sentence that is cut into words already."""
        if self.data.glued:
            return self.tokens(text, sentence.start, sentence.end)
        return take_over(text, sentence, stretches, elisions=self.data.elisions)


@functools.cache
def get_lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language, built once a process; None where no file has its words."""
    data = read_calendar(language)
    return build(data, language) if data else None


@functools.lru_cache(maxsize=16384)
def is_telling(word: str, language: str) -> bool:
    """True for a word of the segmenter's that holds a digit, or a trigger beside other words.

    >>> is_telling("mid-april", "en"), is_telling("l'", "fr"), is_telling("2024", "de")
    (True, False, True)
    """
    lexicon = get_lexicon(language)
    keys = lexicon.tokens(word, 0, len(word)).keys if lexicon else []
    return any(key.isdecimal() or key in lexicon.triggers for key in keys if lexicon)


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
    trees = {name: plant(given, frozenset(rows)) for name, given in rows.items()}
    lay_routes(trees)
    return Lexicon(
        language=language,
        data=data,
        classes=classes,
        written=written,
        trees=trees,
        openings={name: find_openings(trees, name) for name in trees},
        triggers=find_triggers(rows, classes),
        known=known,
        longest=max(map(len, known)),
    )


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
