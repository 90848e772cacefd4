"""Mention: the places, dates and quantities that a text speaks of, each with its passage."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import msgspec

from sayso.model import Entity, Mention, Place, Statement
from sayso.spans import Span
from sayso.stages.placing.find import PlaceMention, read_places
from sayso.stages.placing.page import Given
from sayso.stages.quantities.find import Found, read_quantities
from sayso.stages.recut import find_stretches
from sayso.stages.segment import Segmented
from sayso.stages.times.find import FoundDate, read_dates


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_T = TypeVar("_T", bound=_Spanned)


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text speaks of, each kind in the order of the text.

    Attributes:
        places: where things happen; never where a speaker stood, nor the dateline.
        dates: anchored on the day of publication where that is known.
        quantities: numbers that count or measure; those inside a date are none.
    """

    places: tuple[PlaceMention, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    quantities: tuple[Found, ...] = ()

    def in_span(self, start: int, end: int) -> Mentions:
        """Those that lie wholly between two offsets (of a sentence, a clause, a content)."""
        return Mentions(
            places=inside(self.places, start, end),
            dates=inside(self.dates, start, end),
            quantities=inside(self.quantities, start, end),
        )


def inside(given: tuple[_T, ...], start: int, end: int) -> tuple[_T, ...]:
    """Those of one kind that lie wholly between two offsets; `given` in the order of the text."""
    first = bisect_left(given, start, key=lambda one: one.span.start)
    last = bisect_left(given, end, first, key=lambda one: one.span.start)
    return tuple(one for one in given[first:last] if one.span.end <= end)


def mention(
    cut: Segmented,
    language: str,
    sentences: Sequence[int],
    *,
    statements: Sequence[Statement] = (),
    dateline: Span | None = None,
    published: str | None = None,
    countries: Sequence[str] = (),
) -> Mentions:
    """The places, dates and quantities of some sentences.

        Args:
            cut: the text, cut by the language's pack.
            language: of these sentences; one without words for a kind has none of that kind.
            sentences: numbers of the sentences to read, in order.
            statements: of these sentences: a name in a source or cue is a party, and what stands
                with the cue is where it was said, not where it happened.
            dateline: where it stands; what it names helps to decide between places.
            published: the day of publication (`2024-05-06`); without one "Monday" stays open.
            countries: alpha-3 codes that the page is from or about, the surest first.

        >>> from sayso.packs.load import load_pack
        >>> from sayso.stages.recut import find_stretches
    from sayso.stages.segment import segment
        >>> cut = segment("On Monday 40 trucks reached Goma. It rained.", load_pack("en"))
        >>> found = mention(cut, "en", [0, 1], published="2024-05-08")
        >>> found.places[0].place.country, found.dates[0].value, found.quantities[0].quantity.unit
        ('COD', '2024-05-06', 'trucks')
        >>> [date.span.text for date in found.in_span(0, 12).dates], found.in_span(0, 12).places
        (['Monday'], ())
    """
    stretches = {n: find_stretches(cut.text, cut.sentences[n]) for n in sentences}
    dates = read_dates(cut, sentences, stretches, language, published)
    cues = tuple(s.cue.span for s in statements)
    given = Given(
        parties=(*(s.source.span for s in statements if s.source.span), *cues),
        cues=cues,
        contents=tuple(piece for s in statements for piece in s.content),
        dateline=dateline,
        countries=tuple(countries),
    )
    counted = read_quantities(cut, sentences, stretches, language)
    return Mentions(
        places=read_places(cut, sentences, stretches, language, given),
        dates=tuple(dates),
        quantities=tuple(_outside(counted, dates)),
    )


def _outside(counted: Iterable[Found], dates: Iterable[FoundDate]) -> list[Found]:
    """The quantities without the numbers of dates: "two weeks" of "two weeks ago"."""
    taken = tuple(dates)
    return [q for q in counted if not _touched(taken, q.number)]


def _touched(dates: tuple[FoundDate, ...], number: Span) -> bool:
    """True where one of the dates, in order and apart from each other, holds the number."""
    at = bisect_left(dates, number.end, key=lambda date: date.span.start)
    return at > 0 and number.start < dates[at - 1].span.end


def keep_mentions(
    statements: Iterable[Statement],
    mentions: Mentions,
    entities: Sequence[tuple[Span, Entity]] = (),
) -> tuple[Statement, ...]:
    """Give every statement the mentions inside its content, in the order of the text.

    Args:
        statements: of the sentences that were read.
        mentions: what those sentences speak of.
        entities: whom the text names, with the words, in order.
    """
    every = [*_records(mentions), *(Mention(span=s, entity=e) for s, e in entities)]
    every.sort(key=lambda one: (one.span.start, -one.span.end))
    given = tuple(every)
    return tuple(
        msgspec.structs.replace(s, mentions=found) if (found := _of(s, given)) else s
        for s in statements
    )


def _of(statement: Statement, given: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions inside one statement's content."""
    return tuple(m for piece in statement.content for m in inside(given, piece.start, piece.end))


def _records(mentions: Mentions) -> list[Mention]:
    """The records of what was found."""
    made = [Mention(span=p.span, place=p.place, losers=_losers(p)) for p in mentions.places]
    made += [Mention(span=d.span, date=d.to_date()) for d in mentions.dates]
    return [*made, *(Mention(span=q.span, quantity=q.quantity) for q in mentions.quantities)]


def _losers(found: PlaceMention) -> tuple[Place, ...]:
    return tuple(loser.place for loser in found.losers)
