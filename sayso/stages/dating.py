"""Dating: on which day a thing was said, by the date that stands beside its cue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from sayso.model import Statement
from sayso.stages.times.find import FoundDate


def date_sayings(
    statements: Sequence[Statement], dates: Sequence[FoundDate]
) -> tuple[Statement, ...]:
    """Give `said` its date: the one that the words beside the cue ("on Monday") name.

    Args:
        statements: statements of one page, `said` in the page's words.
        dates: those of their sentences, in the order of the text.
    """
    return tuple(_dated(s, dates) if s.said else s for s in statements)


def _dated(statement: Statement, dates: Sequence[FoundDate]) -> Statement:
    said, sentence = statement.said, statement.sentence
    at = sentence.text.find(said.text) if said and said.text else -1
    if said is None or at < 0:
        return statement
    start = sentence.start + at
    first = bisect_right(dates, start, key=lambda date: date.span.end)
    if first < len(dates) and dates[first].span.start < start + len(said.text or ""):
        return msgspec.structs.replace(statement, said=dates[first].to_date())
    return statement
