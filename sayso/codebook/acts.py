"""Acts: what each of the closed list means for its source, read from acts.toml."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from sayso.model import Act


@functools.cache
def read_acts() -> dict[Act, dict[str, str]]:
    """Act → its `position` and what becomes of it when it is `negated`."""
    raw = tomllib.loads(resources.files("sayso.codebook").joinpath("acts.toml").read_text("utf-8"))
    return {Act(name): entry for name, entry in raw.items()}


def negate(act: Act) -> Act:
    """The act of a negated cue, where its entry says nothing else.

    >>> negate(Act.CONFIRM)
    <Act.DECLINE: 'decline'>
    """
    return Act(read_acts()[act]["negated"])
