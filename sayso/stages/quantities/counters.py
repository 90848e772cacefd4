"""Counters: Korean writes number, counter and particle as one word ("1만2천명이")."""

from __future__ import annotations


def split_counter(word: str, start: int, after_number: bool) -> list[tuple[str, int]]:
    """A word as (piece, offset) pairs."""
    return [(word, start)]
