"""Counters: Korean writes number, counter and particle as one word ("1만2천명이")."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from sayso.stages.quantities.grammar import Grammar
from sayso.stages.quantities.phrases import alternatives


@functools.lru_cache(maxsize=8)
def pattern(grammar: Grammar) -> re.Pattern[str]:
    """A number in letters, "a few" before it and a rounding after it, a counter, a particle."""
    file = grammar.file
    counters = [
        w for table in (file.units.words, file.counted) for ws in table.values() for w in ws
    ]
    ends: Iterable[str] = (*counters, *file.context.ordinal_after)
    single = [w for w in ends if " " not in w]
    return re.compile(
        rf"(?P<vague>{alternatives(grammar.vague)})?"
        rf"(?P<scales>(?:{alternatives(grammar.scales)})*)"
        rf"(?P<odd>(?:{alternatives(file.odd)})?)"
        rf"(?P<more>(?:{alternatives(grammar.scales)})?)"
        rf"(?P<counter>(?:{alternatives(single)})?)"
        rf"(?P<particle>(?:{alternatives(file.particles)})*)$"
    )


def split_counter(
    word: str, start: int, grammar: Grammar, after_number: bool, after_blank: bool
) -> list[tuple[str, int]]:
    """A word as (piece, offset) pairs; whole where it is no number or counter.

    Args:
        word: the word as written.
        start: its offset.
        grammar: the language's grammar.
        after_number: digits stand right before it, without a blank.
        after_blank: a number stands before it, with a blank.
    """
    found = pattern(grammar).match(word)
    if found is None:
        return [(word, start)]
    numeric = found["vague"] or (found["scales"] and found["counter"])
    if not (after_number or (after_blank and found["counter"]) or numeric):
        return [(word, start)]
    pieces: list[tuple[str, int]] = []
    for piece in (*split_scales(found, grammar), found["counter"], found["particle"]):
        if piece:
            pieces.append((piece, start))
            start += len(piece)
    return pieces


def split_scales(found: re.Match[str], grammar: Grammar) -> list[str]:
    """The scales of a match one by one, "a few" before them and the rounding after."""
    one = re.compile(alternatives(grammar.scales))
    scales = [*one.findall(found["scales"])]
    return [found["vague"] or "", *scales, found["odd"], *one.findall(found["more"])]
