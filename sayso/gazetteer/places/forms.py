"""Spellings under which a name may stand in the gazetteer: case endings and kind nouns undone."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from sayso.gazetteer.places.words import PlaceWords


@functools.lru_cache(maxsize=32768)
def split_kind(name: str, words: PlaceWords) -> tuple[str, str | None]:
    """A name without the noun that tells its kind, and the kind.

    >>> from sayso.gazetteer.places.words import load_place_words
    >>> split_kind("Kursk region", load_place_words("en"))
    ('Kursk', 'region')
    >>> split_kind("région de Koursk", load_place_words("fr"))
    ('Koursk', 'region')
    >>> split_kind("Tarnow", load_place_words("en"))
    ('Tarnow', None)
    """
    low = name.lower().replace("’", "'")
    for kind, before, after in (
        ("region", words.region_before, words.region_after),
        ("city", words.city_before, words.city_after),
    ):
        for noun in _longest_first(after):
            if low.endswith(noun.lower()) and len(low) > len(noun) + 1:
                return name[: -len(noun)].strip(), kind
        for noun in _longest_first(before):
            if low.startswith(noun) and len(low) > len(noun) + 1:
                rest = name[len(noun) :]
                if rest[0].isspace() or noun[-1] == "'":
                    return rest.strip(), kind
    return name, None


@functools.lru_cache(maxsize=256)
def _longest_first(nouns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(nouns, key=len, reverse=True))


def spellings(name: str, words: PlaceWords | None, kind: str | None = None) -> Iterator[str]:
    """The name as written, then the dictionary forms that its endings may stand for.

    >>> from sayso.gazetteer.places.words import load_place_words
    >>> "Харьков" in set(spellings("Харьковом", load_place_words("ru")))
    True
    >>> "Kursk" in set(spellings("Kursker", load_place_words("de"), "region"))
    True
    """
    yield name
    if words is None:
        return
    table = words.adjectives if kind == "region" else ()
    for seen, wanted in (*table, *words.endings):
        if name.endswith(seen) and len(name) > len(seen) + 2:
            yield name[: len(name) - len(seen)] + wanted
    if " " in name and words.endings:
        yield from _each_word(name, words)


def _each_word(name: str, words: PlaceWords) -> Iterator[str]:
    """Of "Нижнем Новгороде": each word put into the dictionary form of its own ending."""
    first, _, last = name.rpartition(" ")
    for seen, wanted in words.endings:
        if last.endswith(seen) and len(last) > len(seen) + 2:
            stem = last[: len(last) - len(seen)] + wanted
            yield f"{first} {stem}"
            for other, right in words.endings:
                if first.endswith(other) and len(first) > len(other) + 2:
                    yield f"{first[: len(first) - len(other)]}{right} {stem}"
