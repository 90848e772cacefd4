"""A statement beside what a pack says that it must be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model import Source, Statement
from sayso.packs.passages import split_passage
from sayso.packs.shape import CaseStatement

#: What passages may or may not have at their edges without being others.
_EDGES = " \t\n\u00a0\u202f.,;:!?\"'«»„“”‘’‚–—-()"


def compare(wanted: CaseStatement, found: Statement) -> list[str]:
    """How a statement differs from what is wanted; only what is given is compared."""
    differences = []
    for name, passage, pieces in (
        ("cue", wanted.cue, cue_pieces(found)),
        ("source", wanted.source, source_pieces(found.source)),
        ("content", wanted.content, tuple(s.text for s in found.content)),
        ("addressee", wanted.addressee, source_pieces(found.addressee)),
    ):
        if passage is not None and not same_passage(passage, pieces):
            differences.append(f"{name}: {' … '.join(pieces)!r}, expected {passage!r}")
    entity = found.source.entity.id if found.source.entity else None
    for name, value, came in (
        ("act", wanted.act, found.act),
        ("entity", wanted.entity, entity),
        ("hedge", wanted.hedge, found.hedge),
        ("first", wanted.first, found.first),
        ("earlier", wanted.earlier, found.earlier),
        ("direct", wanted.direct, found.direct),
    ):
        if value is not None and value != came:
            differences.append(f"{name}: {came}, expected {value}")
    return differences


def same_passage(wanted: str, pieces: tuple[str, ...]) -> bool:
    """True when the pieces are the passage, punctuation at their edges left out.

    >>> same_passage("räumte ... ein", ("räumte", "ein")), same_passage("", ())
    (True, True)
    """
    return [trim(p) for p in split_passage(wanted)] == [trim(p) for p in pieces]


def trim(passage: str) -> str:
    """A passage on one line, without punctuation at its edges."""
    return re.sub(r"\s+", " ", passage).strip(_EDGES)


def cue_pieces(statement: Statement) -> tuple[str, ...]:
    """The cue as written, in its pieces."""
    return tuple(s.text for s in statement.cue.parts or (statement.cue.span,))


def source_pieces(source: Source | None) -> tuple[str, ...]:
    """The source as written: nothing where nobody is named."""
    return (source.span.text,) if source and source.span else ()


def describe_wanted(wanted: CaseStatement) -> str:
    """What is wanted, in one line."""
    return " · ".join(_describe(wanted.source, wanted.cue, wanted.content, wanted.act))


def describe_found(found: Statement) -> str:
    """A statement, in one line."""
    source = " … ".join(source_pieces(found.source))
    content = " … ".join(s.text for s in found.content)
    return " · ".join(_describe(source, " … ".join(cue_pieces(found)), content, found.act))


def _describe(source: str | None, cue: str, content: str | None, act: str | None) -> Iterator[str]:
    """The parts that are given, each with its name; a source that is given as nobody says so."""
    if source is not None:
        yield f"[{source or 'nobody'}]"
    yield f"{{{cue}}}"
    if content is not None:
        yield f"‹{content}›"
    if act is not None:
        yield f"act {act}"
