"""Find dates in a passage: what is written, which days it means, and how that was found out."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Sequence

import msgspec

from sayso.model import Anchor, Date, DatePrecision, Granularity
from sayso.spans import Span, span
from sayso.stages.recut import SIGNS, Stretch
from sayso.stages.segment import Sentence
from sayso.stages.times.anchor import Anchored, anchor
from sayso.stages.times.lexicon import Lexicon, get_lexicon, is_telling
from sayso.stages.times.matching import Match, Matcher, fields_of
from sayso.stages.times.tense import looks_ahead
from sayso.stages.times.tokens import Tokens
from sayso.stages.times.trie import Gives

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
    return tuple(_read(text, tokens, lexicon, _day(published)))


def read_dates(
    text: str,
    sentence: Sentence,
    stretches: Sequence[Stretch],
    language: str,
    published: str | None,
) -> tuple[FoundDate, ...]:
    """The dates of a sentence that is cut into words already.

    Args:
        text: the document's text.
        sentence: one of its sentences.
        stretches: what of it is to be cut again.
        language, published: as for `find_dates`.
    """
    lexicon = get_lexicon(language)
    if lexicon is None or not _may_hold(sentence, lexicon):
        return ()
    tokens = lexicon.take_over(text, sentence, stretches)
    return tuple(_read(text, tokens, lexicon, _day(published)))


def _may_hold(sentence: Sentence, lexicon: Lexicon) -> bool:
    """False for a sentence without a word of dates and without a digit."""
    if lexicon.data.glued or not lexicon.triggers.isdisjoint(sentence.low):
        return True
    odd = (word for word in sentence.low if not (word.isalpha() or word in SIGNS))
    return any(is_telling(word, lexicon.language) for word in odd)


def _read(
    text: str, tokens: Tokens, lexicon: Lexicon, day: datetime.date | None
) -> list[FoundDate]:
    """The dates among tokens."""
    found: list[FoundDate] = []
    matcher, after = Matcher(lexicon, tokens), 0
    for at in matcher.starts:
        if at < after:
            continue
        match = matcher.best(at)
        if match:
            after = max(match.end, at + 1)
            made = _made(match, tokens, text, lexicon, day)
            if made:
                found.append(made)
    return found


def _day(published: str | None) -> datetime.date | None:
    """The day of publication, or None where it is not known to the day."""
    try:
        return datetime.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _made(
    match: Match, tokens: Tokens, text: str, lexicon: Lexicon, published: datetime.date | None
) -> FoundDate | None:
    """The date of a match; None for what is no date after all."""
    fields = fields_of(match.fields)
    if fields.get("no"):
        return None
    last = match.last - (tokens.keys[match.last] == ".")
    side = looks_ahead(tokens, match.first, last, lexicon.data)
    ahead = side is not False if fields.get("open") in DEADLINES else bool(side)
    if (fields.get("only") == "ahead" and not ahead) or _in_name(
        tokens, match.first, last, lexicon
    ):
        return None
    made = _anchored(match.fields, published, ahead)
    words = span(text, tokens.starts[match.first], tokens.ends[last])
    return _found(words, made) if made else None


@functools.lru_cache(maxsize=8192)
def _anchored(fields: Gives, published: datetime.date | None, ahead: bool) -> Anchored | None:
    """What fields mean; a page says "on Monday" more than once."""
    return anchor(fields_of(fields), published, ahead=ahead)


def _in_name(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """True for a day inside a name, "Harbour Today" or "Radio This Morning": capitals before it
    and at its own small words, and a small letter after it."""
    keys, written = tokens.keys, tokens.written
    if first == 0 or last + 1 >= len(tokens) or keys[first] == written[first]:
        return False
    before, after = written[first - 1], written[last + 1]
    inner = all(word[0].isupper() for word in written[first : last + 1])
    plain = keys[first] not in lexicon.written
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
