"""Whether a sentence looks ahead at its date: the verb nearest to the date decides."""

from __future__ import annotations

from sayso.codebook.calendars import DateWords
from sayso.stages.times.tokens import Tokens

#: Signs that end a clause.
STOPS = frozenset(',;:.!?()«»“”„"-')
#: How many words to the right a date at the head of its clause looks for its verb.
REACH = 8


def looks_ahead(tokens: Tokens, first: int, last: int, data: DateWords) -> bool | None:
    """Whether the verb nearest to the date (tokens `first` to `last`) tells what will be; None
    where there is no verb that tells.

    A verb before the date in its clause counts first; a date that opens its clause, or one of a
    language whose verbs come last, looks to the right.
    """
    left = None if data.verb_last else _nearest(tokens, range(first - 1, -1, -1), data)
    if left is not None:
        return left
    start = last + 1
    if start < len(tokens) and tokens.keys[start] == ",":
        start += 1
    reach = len(tokens) if data.verb_last else min(len(tokens), start + REACH)
    return _nearest(tokens, range(start, reach), data)


def _nearest(tokens: Tokens, places: range, data: DateWords) -> bool | None:
    """Whether the nearest verb tells the future; None where the clause has none."""
    keys = tokens.keys
    for place in places:
        key = keys[place]
        if key in STOPS:
            return None
        if key in data.future:
            return True
        if key in data.past:
            return False
        if len(key) > 4:
            if key.endswith(data.future_endings):
                return True
            if key.endswith(data.past_endings):
                return False
    return None
