"""Keys under which people's names are filed and looked up.

`a-folded-name` is the exact one; `+X Y` holds the sounds of two words of the name in alphabetical
order, `-X` those of the family name, `*…` a Korean name in the spelling that its romanisations
share. A name is filed under its likeliest readings and looked up under all.
"""

from __future__ import annotations

from itertools import combinations, product

from sayso.gazetteer.fold import fold
from sayso.gazetteer.names.endings import list_stems
from sayso.gazetteer.names.korean import fold_korean, is_korean
from sayso.gazetteer.names.parts import Name, split_name
from sayso.gazetteer.names.sound import blur, list_sounds, unmix

_READINGS = 3


def list_filing_keys(name: str, *, korean: bool = False, given: bool = False) -> set[str]:
    """Every key of a name to be filed.

    Args:
        korean: file it as a Korean name as well; given: file every word as if it were the family
            name, to be found by the given name alone.

    >>> sorted(list_filing_keys("Anna Weller"))
    ['+N VL', '+N VLR', '+N VR', '-VL', '-VLR', 'anna-weller']
    >>> "*kim-junkun" in list_filing_keys("Kim Jong-un", korean=True)
    True
    """
    parts = split_name(name)
    keys = {fold(name), fold(" ".join(parts.words))}
    for one in {parts, parts.part_hyphens()}:
        sounds = [_file(word, _READINGS) for word in one.words[:4]]
        for a, b in combinations(sounds, 2):
            keys |= {pair_key(x, y) for x, y in product(a, b)}
    alone = parts.part_hyphens().words if given else family_words(parts)
    keys |= {f"-{sound}" for word in alone for sound in _file(word, 2)}
    if korean and is_korean(name):
        keys.add("*" + fold_korean(name))
    return keys


def _file(word: str, most: int) -> list[str]:
    """The likeliest readings of a word, sibilants alike."""
    return list(dict.fromkeys(blur(key) for key in list_sounds(unmix(word))))[:most]


def pair_key(a: str, b: str) -> str:
    """The key of two words in either order."""
    return f"+{a} {b}" if a <= b else f"+{b} {a}"


def family_words(name: Name) -> tuple[str, ...]:
    """Words that may be the family name: the last, and the first of three or of a Korean one."""
    if name.single:
        return name.words
    return (name.words[-1], name.words[0]) if _leads(name) else name.words[-1:]


def _leads(name: Name) -> bool:
    """True where the family name may lead: it is short, as Korean and Chinese ones are."""
    return len(name.words[0]) <= 4 and is_korean(" ".join(name.words))


def list_pair_keys(name: Name, language: str) -> list[str]:
    """Keys of every two words of a name to be looked up, in any reading and case form."""
    words = name.words if len(name.words) > 1 else name.part_hyphens().words
    sounds = [readings(word, language) for word in words[:4]]
    return list(dict.fromkeys(
        pair_key(x, y) for a, b in combinations(sounds, 2) for x, y in product(a, b)
    ))  # fmt: skip


def readings(word: str, language: str) -> tuple[str, ...]:
    """Every reading of a word and of its base forms, likeliest first."""
    stems = list_stems(unmix(word), language)
    return tuple(dict.fromkeys(key for stem in stems for key in _blurred(stem, language)))


def _blurred(stem: str, language: str) -> list[str]:
    return [blur(key) for key in list_sounds(stem, language)]
