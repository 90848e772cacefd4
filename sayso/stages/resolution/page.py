"""The page as resolution sees it: words, noun phrases, people; and whom each phrase means."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from sayso.gazetteer.grammar import Grammar
from sayso.packs.load import Pack
from sayso.spans import Span
from sayso.stages.resolution.people import People
from sayso.stages.resolution.phrases import Phrase
from sayso.stages.resolution.sequence import Words
from sayso.stages.resolution.words import Word


@dataclass(slots=True)
class Page:
    """A text, its words, and the parties it names.

    Attributes:
        begins: first words of the phrases.
    """

    words: Words
    pack: Pack
    grammar: Grammar
    phrases: list[Phrase]
    people: People
    begins: list[int]

    @property
    def tokens(self) -> list[Word]:
        """The words in their order."""
        return self.words.tokens

    @property
    def language(self) -> str:
        """The language, without a region."""
        return self.grammar.language

    @property
    def nouns_capitalised(self) -> bool:
        """Every noun has a capital here, so that a capital tells nothing about names."""
        return self.pack.head.nouns_capitalised

    def words_of(self, span: Span) -> tuple[int, int]:
        """First and last (exclusive) word of a passage."""
        first = bisect_left(self.words.starts, span.start)
        return first, max(first, bisect_left(self.words.starts, span.end))

    def phrases_in(self, first: int, last: int) -> list[Phrase]:
        """The phrases that share a word with the words from `first` to `last`."""
        number = end = bisect_left(self.begins, last)
        while number and self.phrases[number - 1].last > first:
            number -= 1
        return self.phrases[number:end]
