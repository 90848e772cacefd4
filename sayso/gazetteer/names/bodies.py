"""Armed groups and media of the gazetteer, by their names in many languages.

Written by hand from the public record, without ids of other data (groups.tsv, media.tsv).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal

from sayso.gazetteer.names.endings import list_stems
from sayso.gazetteer.names.romanise import is_cyrillic
from sayso.gazetteer.names.sound import fold_spelling
from sayso.gazetteer.tables import read_rows
from sayso.model import Entity, EntityKind

State = Literal["state", "public", "no"]


@dataclass(frozen=True, slots=True)
class Group:
    """An armed group, or a body that one belongs to.

    Attributes:
        entity: its country is the first of `countries`.
        countries: where it fights or sits, ISO 3166-1 alpha-3; none for one of many countries.
    """

    entity: Entity
    countries: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Medium:
    """A news medium.

    Attributes:
        kind: "agency", "paper", "broadcaster", "site" or "channel" (of a messenger).
        state: "state" where a government runs it, "public" where the public pays for it and a law
            keeps it free, else "no".
    """

    entity: Entity
    kind: str
    state: State
    names: tuple[str, ...]


@functools.cache
def load_groups() -> tuple[Group, ...]:
    """Every group of groups.tsv."""
    groups = []
    for key, name, countries, sector, names in read_rows("groups.tsv"):
        places = tuple(countries.split(",")) if countries else ()
        entity = Entity(
            id=key,
            name=name,
            kind=EntityKind.GROUP,
            country=places[0] if places else None,
            sector=sector,
        )
        groups.append(Group(entity, places, _split(name, names)))
    return tuple(groups)


@functools.cache
def load_media() -> tuple[Medium, ...]:
    """Every medium of media.tsv."""
    media = []
    for key, name, country, kind, state, names in read_rows("media.tsv"):
        entity = Entity(
            id=key,
            name=name,
            kind=EntityKind.MEDIUM,
            country=country,
            sector="JRN",
            role="news agency" if kind == "agency" else None,
        )
        assert state in ("state", "public", "no"), f"media.tsv: {key}: {state}"
        media.append(Medium(entity, kind, state, _split(name, names)))  # type: ignore[arg-type]
    return tuple(media)


def _split(name: str, names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([name, *filter(None, names.split("|"))]))


def _key(name: str) -> str:
    """Capitals count in abbreviations ("RSF", not "rsf"); elsewhere spelling habits do not."""
    plain = name.strip('«»"„“” ').replace(".", "")
    if plain.isupper() and len(plain) <= 6:
        return plain
    return " ".join(fold_spelling(word) for word in plain.replace("-", " ").split())


def _filing_keys(name: str) -> set[str]:
    """The key of a name, and that of a Cyrillic one without the vowel that case endings replace."""
    if is_cyrillic(name) and len(name) > 5 and name[-1] in "ая":
        return {_key(name), _key(name[:-1])}
    return {_key(name)}


@functools.cache
def _group_index() -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for group in load_groups():
        for key in {key for name in group.names for key in _filing_keys(name)}:
            found.setdefault(key, []).append(group)
    return found


@functools.cache
def _media_index() -> dict[str, list[Medium]]:
    found: dict[str, list[Medium]] = {}
    for medium in load_media():
        for key in {key for name in medium.names for key in _filing_keys(name)}:
            found.setdefault(key, []).append(medium)
    return found


def _forms(name: str, language: str) -> list[str]:
    """Keys of the name, then of the forms that it may be an inflection of."""
    words = name.replace("-", " ").split()
    keys = [_key(name)]
    if language and words and not name.isupper():
        stems = list_stems(words[-1], language)[1:]
        keys += [_key(" ".join([*words[:-1], stem])) for stem in stems]
    return keys


def find_group(name: str, language: str = "") -> Group | None:
    """The armed group of that name; None where none or two bear it.

    >>> found = find_group("Hisbollah", "de")
    >>> found.entity.id, found.entity.sector, found.countries
    ('body:hezbollah', 'REB', ('LBN',))
    >>> find_group("хуситов", "ru").entity.name, find_group("ADF").entity.name
    ('Houthis', 'Allied Democratic Forces')
    """
    for key in _forms(name, language):
        groups = _group_index().get(key, [])
        if groups:
            return groups[0] if len(groups) == 1 else None
    return None


def find_media(name: str, language: str = "") -> list[Medium]:
    """The media of that name: several where papers share it ("ABC", "RTS").

    >>> [(one.entity.id, one.state) for one in find_media("ТАСС", "ru")]
    [('body:tass', 'state')]
    >>> find_media("Аль-Джазира")[0].entity.country
    'QAT'
    """
    for key in _forms(name, language):
        media = _media_index().get(key, [])
        if media:
            return media
    return []
