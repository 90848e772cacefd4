"""Check one value of a user's file: each function gives the value as the records have it.

A value that is not right raises `Wrong`, which says what was expected. Empty is never wrong here.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from datetime import date
from importlib import resources
from typing import TypeVar

from sayso.gazetteer.lookup import find_country, load_entities
from sayso.gazetteer.places.store import list_alpha2
from sayso.model import EntityKind

T = TypeVar("T")
_ITEM = re.compile(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d{0,11})")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.Z+-]*)?")
#: Longest name and id, in code points: more is a broken file.
LONGEST = 300
#: Kinds of entities that a file may bring.
KINDS = tuple(k for k in EntityKind if k not in (EntityKind.COUNTRY, EntityKind.PLACE))
_COUNTRY = "ISO 3166-1 code (RUS, RU), IGO, or a country's English name"


class Wrong(ValueError):
    """A value that is not right; `expected` says what would be."""

    def __init__(self, what: str, expected: str) -> None:
        self.what, self.expected = what, expected
        super().__init__(what)


@functools.cache
def load_words() -> dict[str, dict[str, str]]:
    """words.toml: table → what files call a thing → what it is here, lists turned round."""
    text = resources.files("sayso.gazetteer").joinpath("imports", "words.toml").read_text("utf-8")
    raw = tomllib.loads(text)
    columns = {other: name for name, others in raw["columns"].items() for other in others}
    sectors = {code: code for code in raw["sectors"]["codes"]}
    return {**raw, "columns": columns, "sectors": sectors}


def plain(word: str) -> str:
    """A column's name as words.toml has it.

    >>> plain(" Start Date "), plain("wikidataId"), plain("other-names")
    ('start_date', 'wikidataid', 'other_names')
    """
    return re.sub(r"[\s_-]+", "_", word.strip().casefold())


def check_name(text: str) -> str:
    """A name on one line.

    Raises:
        Wrong: it has no letter or is not whole.

    >>> check_name("  Ida   Mossgrove ")
    'Ida Mossgrove'
    """
    name = " ".join(text.split())
    if not name:
        raise Wrong("is empty", "a name")
    if "\ufffd" in name:
        raise Wrong(f"{name!r} has a broken letter", "the file saved anew as UTF-8")
    if not any(char.isalpha() for char in name):
        raise Wrong(f"{name!r} has no letter", "a name")
    if len(name) > LONGEST or any(unicodedata.category(char) == "Cc" for char in name):
        raise Wrong(f"{name[:40]!r}… is no name", f"at most {LONGEST} characters on one line")
    return name


def check_id(text: str) -> str:
    """An id as the file has it, "" for none.

    >>> check_id(" staff-17 ")
    'staff-17'
    """
    key = text.strip()
    if len(key) > LONGEST or any(char.isspace() or not char.isprintable() for char in key):
        raise Wrong(f"{key[:40]!r} is no id", "one word, letters, digits and signs")
    return key


def check_kind(text: str) -> EntityKind:
    """A kind.

    >>> check_kind("Organization").value, check_kind("person").value
    ('organisation', 'person')
    """
    word = plain(text)
    known = load_words()["kinds"].get(word, word)
    if known not in [kind.value for kind in KINDS]:
        what = f"{text.strip()!r} is no kind" if word else "is empty"
        raise Wrong(what, "one of " + ", ".join(kind.value for kind in KINDS))
    return EntityKind(known)


def is_item(text: str) -> bool:
    """True for an id of Wikidata.

    >>> is_item("Q42"), is_item("staff-17")
    (True, False)
    """
    return text[:1] == "Q" and _ITEM.fullmatch(text) is not None


@functools.lru_cache(maxsize=4096)
def check_country(text: str) -> str | None:
    """A country as ISO 3166-1 alpha-3, "IGO" for international bodies, None for none.

    >>> check_country("rus"), check_country("GB"), check_country("South Korea"), check_country("")
    ('RUS', 'GBR', 'KOR', None)
    """
    word = text.strip()
    code = list_alpha2().get(word.upper(), word.upper())
    if not word or code == "IGO" or f"country:{code}" in load_entities():
        return code or None
    named = find_country(word, "en")
    if named is None:
        raise Wrong(f"{word!r} is no country that we know", _COUNTRY)
    return named.entity.country


def check_sector(text: str) -> str | None:
    """PLOVER's code of a sector, None for none.

    >>> check_sector("gov")
    'GOV'
    """
    code = text.strip().upper()
    if code and code not in load_words()["sectors"]:
        known = ", ".join(load_words()["sectors"])
        raise Wrong(f"{text.strip()!r} is no sector", f"one of {known}")
    return code or None


def check_wikidata(text: str) -> str | None:
    """An item of Wikidata, None for none.

    >>> check_wikidata("https://www.wikidata.org/wiki/Q1") == check_wikidata("Q1") == "Q1"
    True
    """
    found = _ITEM.fullmatch(text.strip())
    if text.strip() and not found:
        raise Wrong(f"{text.strip()!r} is no item of Wikidata", "Q and digits, as Q42")
    return found[1] if found else None


def check_date(text: str) -> str:
    """A day, a month or a year, "" for none; a time of day is left off.

    >>> check_date("2024-03"), check_date("2024-03-05T10:00:00"), check_date("")
    ('2024-03', '2024-03-05', '')
    """
    found = _DATE.fullmatch(text.strip())
    if not text.strip():
        return ""
    try:
        if not found:
            raise ValueError
        year, month, day = (int(part or 1) for part in found.groups())
        date(year, month, day)
    except ValueError:
        raise Wrong(f"{text.strip()!r} is no date", "2024-03-05, 2024-03 or 2024") from None
    return "-".join(filter(None, found.groups()))


def check_order(since: str, until: str) -> None:
    """Raises Wrong where an office ends before it begins."""
    size = min(len(since), len(until))
    if size and until[:size] < since[:size]:
        raise Wrong(f"{until} is before {since}, where it begins", "a later date, or none")
