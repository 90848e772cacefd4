"""Mention: the places, dates and quantities that a text speaks of, each with its passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sayso.model import Entity, Mention, Statement
from sayso.spans import Span
from sayso.stages.mentioning.page import Mentions, PageMentions, inside
from sayso.stages.placing.find import PlaceMention
from sayso.stages.placing.page import Given
from sayso.stages.segment import Segmented

__all__ = ["Mentions", "keep_mentions", "mention"]

#: Whom a passage names, with the words.
Named = tuple[Span, Entity]


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
    """The places, dates and quantities of some sentences, each read when it is first asked for.

    Args:
        cut: the text, cut by the language's pack.
        language: of these sentences; one without words for a kind has none of that kind.
        sentences: numbers of the sentences, in order.
        statements: of these sentences: a name in a source or cue is a party, and what stands
            with the cue is where it was said, not where it happened.
        dateline: where it stands; what it names helps to decide between places.
        published: the day of publication (`2024-05-06`); without one "Monday" stays open.
        countries: alpha-3 codes that the page is from or about, the surest first.

    >>> from sayso.packs.load import load_pack
    >>> from sayso.stages.segment import segment
    >>> cut = segment("On Monday 40 trucks reached Goma. It rained.", load_pack("en"))
    >>> found = mention(cut, "en", [0, 1], published="2024-05-08")
    >>> found.places[0].place.country, found.dates[0].value, found.quantities[0].quantity.unit
    ('COD', '2024-05-06', 'trucks')
    >>> [date.span.text for date in found.in_span(0, 12).dates], found.in_span(0, 12).places
    (['Monday'], ())
    """
    cues = tuple(s.cue.span for s in statements)
    given = Given(
        parties=(*(s.source.span for s in statements if s.source.span), *cues),
        cues=cues,
        contents=tuple(piece for s in statements for piece in s.content),
        dateline=dateline,
        countries=tuple(countries),
    )
    return PageMentions(cut, language, sentences, given, published)


def keep_mentions(
    statements: Iterable[Statement], mentions: Mentions, entities: Sequence[Named] = ()
) -> tuple[Statement, ...]:
    """Give every statement the mentions inside its content, in the order of the text.

    Args:
        statements: of the sentences that the mentions are of.
        mentions: what those sentences speak of.
        entities: whom the text names, with the words, in order.
    """
    named = tuple(Mention(span=words, entity=entity) for words, entity in entities)
    return tuple(
        msgspec.structs.replace(s, mentions=found) if (found := _of(s, mentions, named)) else s
        for s in statements
    )


def _of(statement: Statement, mentions: Mentions, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions inside one statement's content."""
    made: list[Mention] = []
    for piece in statement.content:
        found = mentions.in_span(piece.start, piece.end)
        made += _records(found)
        where = [place.span for place in found.places]  # a name is a place or a party, not both
        parties = inside(named, piece.start, piece.end)
        made += [one for one in parties if not any(one.span.overlaps(place) for place in where)]
    return tuple(sorted(made, key=lambda one: (one.span.start, -one.span.end)))


def _records(found: Mentions) -> list[Mention]:
    """The records of what was found."""
    made = [_place(place) for place in found.places]
    made += [Mention(span=date.span, date=date.to_date()) for date in found.dates]
    return [*made, *(Mention(span=q.span, quantity=q.quantity) for q in found.quantities)]


def _place(found: PlaceMention) -> Mention:
    losers = tuple(loser.place for loser in found.losers)
    return Mention(span=found.span, place=found.place, losers=losers)
