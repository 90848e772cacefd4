"""The agencies we know, and the words of a credit, read once from agencies.toml."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

import msgspec

from sayso.errors import PackError

MAX_NAME_WORDS = 6


class Agency(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agency: the name that records give it, and the forms that pages write."""

    name: str
    forms: tuple[str, ...]


class CreditWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of a credit around NAMES; `known` asks for names of agencies that we know, because
    the words alone say nothing ("Avec", "By")."""

    words: str
    example: str
    known: bool = False


class NameWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What joins two names, and what stands before a name."""

    joiners: tuple[str, ...]
    articles: tuple[str, ...]


class DatelineWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """First words that are no place, and words that stay small inside a place's name."""

    not_places: tuple[str, ...]
    small_words: tuple[str, ...]


class Agencies(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """agencies.toml."""

    agency: tuple[Agency, ...]
    general: dict[str, tuple[str, ...]]
    credit: tuple[CreditWords, ...]
    names: NameWords
    datelines: DatelineWords


@functools.cache
def load_agencies() -> Agencies:
    """agencies.toml, checked.

    Raises:
        PackError: the file has an unknown key or misses one.
    """
    data = resources.files("sayso.intake").joinpath("agencies.toml").read_bytes()
    try:
        return msgspec.convert(tomllib.loads(data.decode()), Agencies)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise PackError(str(error), where="sayso/intake/agencies.toml") from error


@functools.cache
def _forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for agency in load_agencies().agency:
        for form in agency.forms:
            forms.setdefault(form, agency.name)
            forms.setdefault(form.upper(), agency.name)
    return forms


@functools.cache
def _general() -> tuple[str, ...]:
    return tuple(word for words in load_agencies().general.values() for word in words)


def find_agency(written: str) -> str | None:
    """The agency that these words name, or None: a known one, or one that its last word tells.

    >>> find_agency("Agence France-Presse"), find_agency("Meridian Wire"), find_agency("Marlow")
    ('AFP', 'Meridian Wire', None)
    """
    known = _forms().get(written)
    if known:
        return known
    words = written.split()
    tells = written.endswith(_general()) and 2 <= len(words) <= MAX_NAME_WORDS
    return written if tells and looks_like_name(written) else None


def looks_like_name(written: str) -> bool:
    """True where every word but the joining ones begins with a capital or a digit.

    >>> looks_like_name("Port City Echo"), looks_like_name("the mayor said so")
    (True, False)
    """
    small = {*load_agencies().names.articles, *load_agencies().datelines.small_words}
    words = [word for word in written.split() if word.casefold() not in small]
    return bool(words) and all(w[0].isupper() or w[0].isdigit() or w in _forms() for w in words)


def split_names(written: str) -> list[str]:
    """The names in "dpa/AFP", "AFP, Reuters and Meridian Wire"; articles before them left out.

    >>> split_names("dpa/AFP"), split_names("the Delta Post and Meridian Wire")
    (['dpa', 'AFP'], ['Delta Post', 'Meridian Wire'])
    """
    names = (_without_article(part.strip(" .;:")) for part in _name_gap().split(written))
    return [name for name in names if name]


def _without_article(name: str) -> str:
    if name in _forms():
        return name
    name = name.removeprefix("l'").removeprefix("L'")
    first, gap, rest = name.partition(" ")
    articles = load_agencies().names.articles
    return rest if gap and first.casefold() in articles else name


@functools.cache
def _name_gap() -> re.Pattern[str]:
    joiners = "|".join(re.escape(word) for word in load_agencies().names.joiners)
    return re.compile(rf"\s*[,/&+;]\s*(?:(?:{joiners})\s+)?|\s+(?:{joiners})\s+")
