"""Dating: on which day a thing was said, by the date that stands beside its cue."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.model import Statement
from sayso.stages.mention import Mentions


def date_sayings(statements: Sequence[Statement], mentions: Mentions) -> tuple[Statement, ...]:
    """Give `said` its date: the one that the words beside the cue ("on Monday") name.

    Args:
        statements: statements of one page, `said` in the page's words.
        mentions: what their sentences speak of.
    """
    return tuple(_dated(s, mentions) if s.said else s for s in statements)


def _dated(statement: Statement, mentions: Mentions) -> Statement:
    said, sentence = statement.said, statement.sentence
    at = sentence.text.find(said.text) if said and said.text else -1
    if said is None or at < 0:
        return statement
    start = sentence.start + at
    for date in mentions.dates_in(sentence.start, sentence.end):
        if date.span.start < start + len(said.text or "") and start < date.span.end:
            return msgspec.structs.replace(statement, said=date.to_date())
    return statement
