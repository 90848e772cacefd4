"""Settle: statements that rest on the sentence before them."""

from __future__ import annotations

import msgspec

from sayso.model import Act, Statement
from sayso.spans import span
from sayso.stages.attribution.found import Found
from sayso.stages.segment import Segmented


def settle(
    made: list[Statement],
    found: list[Found],
    cut: Segmented,
    number: int,
    earlier: Statement | None,
) -> list[Statement | None]:
    """Statements that rest on the sentence before: its source for a report that goes on, its
    words for "Das sagte X".

    Args:
        made, found: the sentence's statements and the finds they were built from.
        number: the sentence's number in `cut`.
        earlier: the last statement before it.

    Returns:
        The statements; None for one that the sentence before does not bear.
    """
    settled: list[Statement | None] = []
    before = cut.sentences[number - 1] if number else None
    for statement, find in zip(made, found, strict=True):
        if find.construction == "anaphor" and before is not None:
            words = span(cut.text, before.start, before.end)
            settled.append(msgspec.structs.replace(statement, content=(words,)))
        elif find.construction == "mood":
            borne = before is not None and earlier is not None and _bears(earlier, before.start)
            source = earlier.source if earlier else statement.source
            settled.append(msgspec.structs.replace(statement, source=source) if borne else None)
        elif find.construction == "adverb-back" and before is not None and earlier is not None:
            source = earlier.source if _bears(earlier, before.start) else statement.source
            settled.append(msgspec.structs.replace(statement, source=source))
        else:
            settled.append(statement)
    return settled


def _bears(earlier: Statement, start: int) -> bool:
    """The statement stands in the sentence before, and somebody says it."""
    told = earlier.source.span is not None and earlier.act is not Act.HEARSAY
    return told and earlier.sentence.start >= start
