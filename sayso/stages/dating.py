"""Dating: on which day a thing was said, from the words beside its cue."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.model import Statement
from sayso.stages.time import find_dates


def date_sayings(
    statements: Sequence[Statement], language: str, published: str | None
) -> tuple[Statement, ...]:
    """Give `said` its date: the one that the words beside the cue ("on Monday") name.

    Args:
        statements: statements of one page, `said` in the page's words.
        language: the language of the page.
        published: day of publication (`2024-05-06`); without one a weekday stays relative.
    """
    return tuple(_dated(s, language, published) if s.said else s for s in statements)


def _dated(statement: Statement, language: str, published: str | None) -> Statement:
    said, sentence = statement.said, statement.sentence
    at = sentence.text.find(said.text) if said and said.text else -1
    if said is None or at < 0:
        return statement
    end = at + len(said.text or "")
    for date in find_dates(sentence.text, 0, len(sentence.text), language, published):
        if date.span.start < end and at < date.span.end:
            return msgspec.structs.replace(statement, said=date.to_date())
    return statement
