"""The words around an article, read once from boilerplate.toml."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

import msgspec

from sayso.errors import PackError

#: What may stand at a line's ends beside its words: bullets, full stop, colon, dots.
EDGE = " \t.:;…!?>*•·-–—"


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry: the words, and a line that shows them at work."""

    words: str
    example: str


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One language's words; boilerplate.toml says what each list is for."""

    prefix: tuple[Entry, ...] = ()
    line: tuple[Entry, ...] = ()
    heading: tuple[Entry, ...] = ()
    comments: tuple[Entry, ...] = ()
    share: tuple[Entry, ...] = ()
    more: tuple[Entry, ...] = ()
    caption: tuple[Entry, ...] = ()
    sources: tuple[Entry, ...] = ()
    details: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all languages together, folded: a page mixes languages."""

    prefix: tuple[str, ...]
    line: frozenset[str]
    heading: frozenset[str]
    comments: frozenset[str]
    share: frozenset[str]
    sources: frozenset[str]
    details: frozenset[str]
    more: tuple[str, ...]
    more_pattern: re.Pattern[str]
    caption_end: re.Pattern[str]

    def find_more(self, line: str) -> re.Match[str] | None:
        """Where a line says "for more information:", glued to a sentence before it or not."""
        if ":" not in line:
            return None
        folded = line.replace("’", "'").casefold()
        said = any(phrase in folded for phrase in self.more)
        return self.more_pattern.search(line) if said else None


def fold(line: str) -> str:
    """A line for comparing: small letters, typewriter apostrophes, bare of its edges.

    >>> fold("• Pour plus d’informations :")
    "pour plus d'informations"
    """
    return line.replace("’", "'").casefold().strip(EDGE)


def load_sections() -> dict[str, Section]:
    """Language → its section of boilerplate.toml.

    Raises:
        PackError: the file has an unknown key or an entry without its example.
    """
    data = resources.files("sayso.intake").joinpath("boilerplate.toml").read_bytes()
    try:
        return msgspec.convert(tomllib.loads(data.decode()), dict[str, Section])
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise PackError(str(error), where="sayso/intake/boilerplate.toml") from error


@functools.cache
def load_words() -> Words:
    """All sections in one."""
    sections = tuple(load_sections().values())

    def all_of(kind: str) -> Iterator[str]:
        for section in sections:
            for entry in getattr(section, kind):
                yield entry.words

    return Words(
        prefix=tuple(dict.fromkeys(fold_prefix(words) for words in all_of("prefix"))),
        line=frozenset(map(fold, all_of("line"))),
        heading=frozenset(map(fold, all_of("heading"))),
        comments=frozenset(map(fold, all_of("comments"))),
        share=frozenset(map(fold, all_of("share"))),
        sources=frozenset(map(fold, all_of("sources"))),
        details=frozenset(map(fold, all_of("details"))),
        more=tuple(map(fold_prefix, all_of("more"))),
        more_pattern=_more_pattern(all_of("more")),
        caption_end=_caption_pattern(all_of("caption")),
    )


def fold_prefix(words: str) -> str:
    """A prefix folded; its colon stays, where it has one it is part of it ("Photo:")."""
    return words.replace("’", "'").casefold().strip()


def _alternatives(phrases: Iterator[str]) -> str:
    longest_first = sorted(set(phrases), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in longest_first)


def _more_pattern(phrases: Iterator[str]) -> re.Pattern[str]:
    """Matches "for more information:" at the start of a line, or glued to the end of a sentence."""
    words = _alternatives(phrases)
    return re.compile(rf"(?:^|(?<=[.!?…»”\")]))\s*(?:{words})\s*:\s*", re.IGNORECASE)


def _caption_pattern(phrases: Iterator[str]) -> re.Pattern[str]:
    """Matches "Photo:" at the start of a short line, or with a name after it at a line's end.

    A name, because a sentence may end so as well: "Es ergibt ein klares Bild: Alle sind müde."
    """
    words = _alternatives(phrases)
    name = r"(?:\s+(?:[^\W\d_a-zß-ÿа-яё][\w.’'/-]*|/)){1,5}"
    return re.compile(rf"^(?i:{words})\s?:(?:\s+\S+){{1,8}}$|[\s(](?i:{words})\s?:{name}\)?$")
