"""Find dates in a passage: what is written, which days it means, and how that was found out."""

from __future__ import annotations

import datetime
import re

import msgspec

from sayso.model import Anchor, Date, DatePrecision, Granularity
from sayso.spans import Span, span
from sayso.stages.times.anchor import Anchored, anchor
from sayso.stages.times.lexicon import Lexicon, get_lexicon
from sayso.stages.times.matching import Match, Matcher, fields_of
from sayso.stages.times.tense import looks_ahead
from sayso.stages.times.tokens import Token

DIGIT = re.compile(r"\d")
#: Open ends that look ahead unless a verb of the past says otherwise.
DEADLINES = frozenset({"until", "before"})
PRECISION = {
    Granularity.DAY: DatePrecision.DAY,
    Granularity.WEEK: DatePrecision.MONTH,
    Granularity.MONTH: DatePrecision.MONTH,
}


class FoundDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date of a passage.

    Attributes:
        span: the words.
        earliest, latest: first and last day (ISO 8601); None where open or not known.
        granularity: how finely the words tell it.
        value: EDTF-like (`2024-05-06`, `2024-05`, `2023-04/..`); None where not known.
        anchor: what fixed it in the calendar.
        rule: how it was chosen, in words ("weekday: nearest past").
    """

    span: Span
    earliest: str | None
    latest: str | None
    granularity: Granularity
    value: str | None
    anchor: Anchor
    rule: str

    def to_date(self) -> Date:
        """The record of it. A week has the precision of a month and what is longer than a month
        that of a year: precisions know no other; `granularity` and the interval are kept."""
        return Date(
            value=self.value,
            precision=PRECISION.get(self.granularity, DatePrecision.YEAR),
            text=self.span.text,
            earliest=self.earliest,
            latest=self.latest,
            granularity=self.granularity,
            anchor=self.anchor,
        )


def find_dates(
    text: str, start: int, end: int, language: str, published: str | None
) -> tuple[FoundDate, ...]:
    """The dates in `text[start:end]`, in their order.

    Args:
        text: the document's text.
        start: where the passage (best: one sentence) begins, in code points.
        end: where it ends.
        language: of the passage; none is found in a language without words for dates.
        published: the day of publication (`2024-05-06`; a month or year is not enough), or None.

    Returns:
        Dates that do not overlap; relative ones without interval where `published` is None.

    >>> line = "The mayor said on Monday that the bridge had been closed since early April."
    >>> found = find_dates(line, 0, len(line), "en", "2024-05-08")
    >>> [(date.span.text, date.value) for date in found]
    [('Monday', '2024-05-06'), ('since early April', '2024-04-01/..')]
    >>> found[0].rule
    'weekday: nearest past'
    """
    lexicon = get_lexicon(language)
    if lexicon is None:
        return ()
    tokens = lexicon.tokens(text, start, end)
    if not any(t.key.isdecimal() or t.key in lexicon.triggers for t in tokens):
        return ()
    day = _day(published)
    found: list[FoundDate] = []
    matcher, at = Matcher(lexicon, tokens), 0
    while at < len(tokens):
        match = matcher.best(at)
        made = _made(match, tokens, text, lexicon, day) if match else None
        if made:
            found.append(made)
        at = max(match.end, at + 1) if match else at + 1
    return tuple(found)


def _day(published: str | None) -> datetime.date | None:
    """The day of publication, or None where it is not known to the day."""
    try:
        return datetime.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _made(
    match: Match, tokens: list[Token], text: str, lexicon: Lexicon, published: datetime.date | None
) -> FoundDate | None:
    """The date of a match; None for what is no date after all."""
    fields = fields_of(match)
    if fields.get("no"):
        return None
    last = match.last - (tokens[match.last].key == ".")
    side = looks_ahead(tokens, match.first, last, lexicon.data)
    ahead = side is not False if fields.get("open") in DEADLINES else bool(side)
    if (fields.get("only") == "ahead" and not ahead) or _in_name(
        tokens, match.first, last, lexicon
    ):
        return None
    made = anchor(fields, published, ahead=ahead)
    words = span(text, tokens[match.first].start, tokens[last].end)
    return _found(words, made) if made else None


def _in_name(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """True for a day inside a name, "Harbour Today" or "Radio This Morning": capitals before it
    and at its own small words, and a small letter after it."""
    if first == 0 or last + 1 >= len(tokens) or tokens[first].key == tokens[first].written:
        return False
    before, after = tokens[first - 1].written, tokens[last + 1].written
    inner = all(t.written[0].isupper() for t in tokens[first : last + 1])
    plain = tokens[first].key not in lexicon.written
    return plain and inner and before[0].isupper() and after[0].islower()


def _found(words: Span, made: Anchored) -> FoundDate:
    """The record of an anchored date."""
    return FoundDate(
        span=words,
        earliest=made.earliest.isoformat() if made.earliest else None,
        latest=made.latest.isoformat() if made.latest else None,
        granularity=made.granularity,
        value=made.value,
        anchor=made.anchor,
        rule=made.rule,
    )
