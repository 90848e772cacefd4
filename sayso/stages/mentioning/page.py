"""What a page speaks of, read sentence by sentence where it is asked for.

Most sentences hold no statement and no event: nobody asks for their dates and numbers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol, TypeVar

from sayso.spans import Span
from sayso.stages.placing.find import PlaceMention
from sayso.stages.placing.page import Given
from sayso.stages.placing.reading import Places
from sayso.stages.quantities.find import Found, read_quantities
from sayso.stages.recut import Stretch, find_stretches
from sayso.stages.segment import Segmented
from sayso.stages.times.find import FoundDate, read_dates


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_T = TypeVar("_T", bound=_Spanned)


def inside(given: Sequence[_T], start: int, end: int) -> tuple[_T, ...]:
    """Those of one kind that lie wholly between two offsets; `given` in the order of the text."""
    if not given:
        return ()
    first = bisect_left(given, start, key=lambda one: one.span.start)
    last = bisect_left(given, end, first, key=lambda one: one.span.start)
    return tuple(one for one in given[first:last] if one.span.end <= end)


class Mentions:
    """What a text, or a passage of it, speaks of; each kind in the order of the text."""

    def __init__(
        self,
        places: tuple[PlaceMention, ...] = (),
        dates: tuple[FoundDate, ...] = (),
        quantities: tuple[Found, ...] = (),
    ) -> None:
        self._found = (places, dates, quantities)

    @property
    def places(self) -> tuple[PlaceMention, ...]:
        """Where things happen; never where a speaker stood, nor the dateline."""
        return self._found[0]

    @property
    def dates(self) -> tuple[FoundDate, ...]:
        """Days and longer, anchored on the day of publication where that is known."""
        return self._found[1]

    @property
    def quantities(self) -> tuple[Found, ...]:
        """Numbers that count or measure; those inside a date are none."""
        return self._found[2]

    def in_span(self, start: int, end: int) -> Mentions:
        """Those that lie wholly between two offsets (of a sentence, a clause, a content)."""
        return Mentions(
            inside(self.places, start, end),
            inside(self.dates, start, end),
            inside(self.quantities, start, end),
        )

    def dates_in(self, start: int, end: int) -> tuple[FoundDate, ...]:
        """The dates alone that lie wholly between two offsets."""
        return inside(self.dates, start, end)


class PageMentions(Mentions):
    """The mentions of a page's sentences; a sentence is read when it is first asked for.

    Whatever is asked first, the same is found: dates and quantities stand in their sentence
    alone, and places are read all at once.
    """

    def __init__(
        self,
        cut: Segmented,
        language: str,
        sentences: Sequence[int],
        given: Given,
        published: str | None,
    ) -> None:
        """As `sayso.stages.mention.mention`; `given` is what statements and page say."""
        self.cut, self.language, self.published = cut, language, published
        self.sentences = tuple(sentences)
        self.starts = [cut.sentences[n].start for n in self.sentences]
        self.cut_again: dict[int, list[Stretch]] = {}
        self.told: dict[int, Mentions] = {}
        self.reader = Places(cut, self.sentences, self.stretches_of, language, given)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """Those of the whole page."""
        return self.reader.read()

    @cached_property
    def dates(self) -> tuple[FoundDate, ...]:
        """Those of the whole page."""
        return tuple(date for n in self.sentences for date in self.numbers_of(n).dates)

    @cached_property
    def quantities(self) -> tuple[Found, ...]:
        """Those of the whole page."""
        return tuple(one for n in self.sentences for one in self.numbers_of(n).quantities)

    def in_span(self, start: int, end: int) -> Mentions:
        """As of its parent; only the sentences that lie there are read."""
        numbers = self.sentences_in(start, end)
        dates: tuple[FoundDate, ...] = ()
        quantities: tuple[Found, ...] = ()
        for told in map(self.numbers_of, numbers):
            dates += inside(told.dates, start, end)
            quantities += inside(told.quantities, start, end)
        named = any(map(self.reader.may_hold, numbers))
        return Mentions(inside(self.places, start, end) if named else (), dates, quantities)

    def dates_in(self, start: int, end: int) -> tuple[FoundDate, ...]:
        """As of its parent; only the sentences that lie there are read."""
        numbers = self.sentences_in(start, end)
        return tuple(d for n in numbers for d in inside(self.numbers_of(n).dates, start, end))

    def sentences_in(self, start: int, end: int) -> tuple[int, ...]:
        """Numbers of the sentences that lie between two offsets, if only in part."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        return self.sentences[first : bisect_left(self.starts, end, first)]

    def stretches_of(self, number: int) -> list[Stretch]:
        """What of a sentence the finders cut again."""
        if number not in self.cut_again:
            sentence = self.cut.sentences[number]
            self.cut_again[number] = find_stretches(self.cut.text, sentence)
        return self.cut_again[number]

    def numbers_of(self, number: int) -> Mentions:
        """The dates and quantities of a sentence."""
        if number not in self.told:
            text, sentence = self.cut.text, self.cut.sentences[number]
            stretches = self.stretches_of(number)
            dates = read_dates(text, sentence, stretches, self.language, self.published)
            counted = read_quantities(text, sentence, stretches, self.language)
            apart = tuple(q for q in counted if not any(d.span.overlaps(q.number) for d in dates))
            self.told[number] = Mentions(dates=dates, quantities=apart)
        return self.told[number]
