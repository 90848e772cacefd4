"""Case endings of names: the base forms that a form in a text may come from."""

from __future__ import annotations

import functools

from sayso.gazetteer.names.romanise import is_cyrillic
from sayso.gazetteer.tables import read_rows

_LATIN = ("de", "pl", "cs", "sl", "hr")
_CYRILLIC = ("ru", "uk", "bg", "sr")
#: A stem shorter than this is no name any more; two letters are where one vowel follows ("Ына").
_SHORTEST = 3


@functools.cache
def load_endings(script: str) -> tuple[tuple[str, ...], ...]:
    """Endings by length, of all languages of the script ("latin" without German) or of one."""
    wanted = {"cyrillic": _CYRILLIC, "latin": _LATIN[1:]}.get(script, (script,))
    every = {
        ending
        for language, endings in read_rows("names/endings.tsv")
        if language in wanted or language == "any"
        for ending in endings.split("|")
    }
    longest = max((len(ending) for ending in every), default=0)
    return tuple(tuple(e for e in every if len(e) == n) for n in range(longest + 1))


@functools.lru_cache(maxsize=65536)
def list_stems(word: str, language: str = "") -> tuple[str, ...]:
    """The word itself, then what is left of it without each ending that it may have.

    Args:
        language: of the text; without it, every language of the word's script (in Latin letters
            Polish, Czech, Slovene, Croatian: a German "-s" needs "de").

    >>> list_stems("Герасимовым", "ru")
    ('герасимовым', 'герасимов')
    >>> list_stems("Selenskyjs", "de"), list_stems("Weller", "en")
    (('selenskyjs', 'selenskyj'), ('weller',))
    """
    low = word.lower().strip(".")
    script = language or ("cyrillic" if is_cyrillic(word) else "latin")
    out = [low]
    for length, endings in enumerate(load_endings(script)):
        rest = len(low) - length
        if (
            length
            and (rest >= _SHORTEST or (length == 1 and rest == 2))
            and low[-length:] in endings
        ):
            out.append(low[:-length])
    return tuple(out)
