"""The speech core: rows whose cue says or tells, in words or by a colon or a dash."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

from eval.rows import Row
from eval.tokens import Tokens

LONG_MARKS = (":", "–", "—", "―")


@functools.cache
def core_words(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Verb forms of saying and telling, and phrases, of a language; none if it is not listed."""
    raw = tomllib.loads(Path(__file__).with_name("core_words.toml").read_text("utf-8"))
    given = raw.get(language, {})
    return frozenset(given.get("forms", ())), tuple(given.get("phrases", ()))


def is_core(tokens: Tokens, row: Row, language: str) -> bool:
    """True when the cue holds a verb of saying or telling, "according to", a colon or a dash.

    >>> tokens = Tokens("Vinograd said it was late.")
    >>> is_core(tokens, Row((), ((9, 13),), ()), "en"), is_core(tokens, Row((), (), ()), "en")
    (True, False)
    """
    forms, phrases = core_words(language)
    words = tokens.words(row.cue)
    joined = f" {' '.join(words)} "
    raw = [tokens.text[start:end].strip() for start, end in row.cue]
    return (
        any(word in forms for word in words)
        or any(f" {phrase} " in joined for phrase in phrases)
        or any(mark in piece for piece in raw for mark in LONG_MARKS)
        or any(piece == "-" or " - " in piece for piece in raw)
    )
