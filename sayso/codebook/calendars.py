"""Words for dates, a file a language: time/<language>.toml, read and checked."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

from sayso.errors import PackError


class DateWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of codebook/time/ (docs/dates.md walks through one).

    Attributes:
        words: class → value → the words that mean it. A capital in a word must be in the text.
        grammar: name → patterns, the longest fitting one wins, the first among equals.
        elisions: an apostrophe ends a word (l'année); else it stands inside one (п'ятниця).
        glued: words stand together without blanks and carry particles (Korean).
        particles: what may stand glued to a date's end without being of it.
        future, future_endings: words, and endings of words, that say that what is told will be.
        past, past_endings: the same for what has been.
        verb_last: the clause's verb stands at its end, so that a date looks to the right.
        year_before: words that may stand after a bare year without being counted by it.
        nouns_capitalised: a capital after a number is something counted (German).
    """

    words: dict[str, dict[str, tuple[str, ...]]]
    grammar: dict[str, tuple[str, ...]]
    elisions: bool = False
    glued: bool = False
    particles: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    verb_last: bool = False
    year_before: tuple[str, ...] = ()
    nouns_capitalised: bool = False


def list_calendars() -> list[str]:
    """Languages whose dates are read, sorted.

    >>> "ko" in list_calendars()
    True
    """
    folder = resources.files("sayso.codebook").joinpath("time")
    return sorted(p.name[:-5] for p in folder.iterdir() if p.name.endswith(".toml"))


@functools.cache
def read_calendar(language: str) -> DateWords | None:
    """A language's words for dates, or None where no file has them (`pt-BR` falls back on `pt`).

    Raises:
        PackError: the file is not TOML, or has a key or value that is not known.

    >>> read_calendar("fr").words["month"]["8"]
    ('août', 'aout')
    >>> read_calendar("xx") is None
    True
    """
    base = language.split("-")[0]
    if base not in list_calendars():
        return None
    path = resources.files("sayso.codebook").joinpath("time", f"{base}.toml")
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), DateWords)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise PackError(
            str(error), where=f"codebook/time/{base}.toml", todo="see docs/dates.md for the keys"
        ) from error
