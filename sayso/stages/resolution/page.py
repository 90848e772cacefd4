"""The page as resolution sees it: words, noun phrases, people; and whom each phrase means."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from sayso.gazetteer.grammar import Grammar
from sayso.packs.load import Pack
from sayso.spans import Span
from sayso.stages.resolution.people import People
from sayso.stages.resolution.phrases import Phrase
from sayso.stages.resolution.tokens import Token


@dataclass(slots=True)
class Page:
    """A text, its words, and the parties it names.

    Attributes:
        starts: offsets of the words; `begins`: first words of the phrases.
        title_cased: numbers of the sentences written With Capitals Throughout.
    """

    text: str
    pack: Pack
    language: str
    grammar: Grammar
    tokens: list[Token]
    starts: list[int]
    phrases: list[Phrase]
    people: People
    begins: list[int]
    title_cased: frozenset[int]

    def words_of(self, span: Span) -> tuple[int, int]:
        """First and last (exclusive) word of a passage."""
        first = bisect_left(self.starts, span.start)
        return first, max(first, bisect_left(self.starts, span.end))

    def phrases_in(self, first: int, last: int) -> list[Phrase]:
        """The phrases that share a word with the words from `first` to `last`."""
        number = bisect_left(self.begins, last)
        found: list[Phrase] = []
        while number and (self.phrases[number - 1].last > first or len(found) == 0):
            number -= 1
            if self.phrases[number].last > first:
                found.append(self.phrases[number])
            elif self.begins[number] <= first:
                break
        return found[::-1]

    def passage(self, first: int, last: int) -> str:
        """The text of some words."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]
