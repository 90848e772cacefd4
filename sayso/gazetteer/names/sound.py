"""How a word of a name sounds: keys that its spellings in other languages and scripts share.

A key holds one letter a consonant: `Š` for "sch", "ш", "cz", "j", `S` for other sibilants, `H` for
"h", "g", "kh", and so on (names/readings.tsv). Vowels are left out, for transcriptions differ in
them most ("Biden", "Байден"). A spelling that is read in several ways ("ch") has several keys.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata

from sayso.gazetteer.fold import fold
from sayso.gazetteer.names.romanise import (
    guess_cyrillic,
    is_cyrillic,
    is_hangul,
    load_letters,
    romanise,
)
from sayso.gazetteer.tables import read_rows

#: A word may be read in more ways than anybody writes it: the first ones are kept.
_MOST = 12
_FRONT = "eiyéèêëíîïě"
_DOUBLE = re.compile(r"([A-ZŠ])\1+")
_HUSHED = re.compile(r"[SŠ]*Š[SŠ]*")
_VOWEL_CODES = str.maketrans("", "", ".aeiouy'-’")


@functools.cache
def load_readings() -> dict[str, dict[str, tuple[str, ...]]]:
    """names/readings.tsv: place in the word → letters → codes; "." stands for a vowel."""
    tables: dict[str, dict[str, tuple[str, ...]]] = {
        "any": {}, "first": {}, "last": {}, "soft": {},
    }  # fmt: skip
    for where, letters, readings in read_rows("names/readings.tsv"):
        tables[where][letters] = tuple(readings.split("|"))
    return tables


@functools.cache
def load_longest() -> dict[str, int]:
    """First letter → length of the longest group of letters that begins with it."""
    longest: dict[str, int] = {}
    for table in load_readings().values():
        for letters in table:
            longest[letters[0]] = max(longest.get(letters[0], 1), len(letters))
    return longest


def find_sounds(word: str, language: str = "") -> frozenset[str]:
    """Every key of one word of a name.

    >>> sorted(find_sounds("Schulz") & find_sounds("Шульц") & find_sounds("Szulc"))
    ['ŠLS']
    >>> find_sounds("Biden") == find_sounds("Байден")
    True
    >>> find_sounds("Chirac") & find_sounds("Ширак")
    frozenset({'ŠRK'})
    """
    return frozenset(list_sounds(word, language))


#: Letters of one script that look like the other's: "Aркaнзас" with Latin "a".
_LOOK = ("aceopxyABEKMHOPCTXaeopcxyiIc", "асеорхуАВЕКМНОРСТХаеорсхуіІс")
_TO_CYRILLIC = str.maketrans(*_LOOK)
_TO_LATIN = str.maketrans(_LOOK[1], _LOOK[0])


def unmix(word: str) -> str:
    """A word of one script only, where letters of the other that look alike slipped in.

    >>> is_cyrillic(unmix("Пaриж")[1]), unmix("Paris")
    (True, 'Paris')
    """
    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in word)
    if not cyrillic or cyrillic == len(word):
        return word
    letters = sum(letter.isalpha() for letter in word)
    return word.translate(_TO_CYRILLIC if 2 * cyrillic >= letters else _TO_LATIN)


@functools.lru_cache(maxsize=65536)
def list_sounds(word: str, language: str = "") -> tuple[str, ...]:
    """The keys of a word, the most likely reading first."""
    if is_cyrillic(word):
        return (_sound_cyrillic(word.lower(), language or guess_cyrillic(word)),)
    readings = _read_hangul(word) if is_hangul(word) else _read_latin(word, language)
    ways = 1
    for number, one in enumerate(readings):
        ways *= len(one)
        if ways > 4 * _MOST:
            readings[number:] = [other[:1] for other in readings[number:]]
            break
    keys = (_squeeze("".join(way)) for way in itertools.product(*readings))
    return tuple(dict.fromkeys(keys))[:_MOST]


def _read_latin(word: str, language: str) -> list[tuple[str, ...]]:
    text = word if word.isascii() else romanise(word, language)
    return _read(unicodedata.normalize("NFC", text.lower()))


@functools.cache
def load_hangul() -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """names/hangul_sounds.tsv: what heads and tails of syllables stand for in foreign names."""
    rows = list(read_rows("names/hangul_sounds.tsv"))
    heads, tails = (
        [tuple(codes.split("|")) for part, _, codes in rows if part == wanted]
        for wanted in ("head", "tail")
    )
    return heads, tails


def _read_hangul(word: str) -> list[tuple[str, ...]]:
    """The readings of a foreign word in Hangul: consonants only, which are few and many-voiced."""
    heads, tails = load_hangul()
    out: list[tuple[str, ...]] = []
    for syllable in word:
        number = ord(syllable) - 0xAC00
        if 0 <= number < 11172:
            out += [heads[number // 588], (".",), tails[number % 28]]
    return out


def _sound_cyrillic(word: str, language: str) -> str:
    """The key of a Cyrillic word; дж and дз are one sound."""
    text = word.replace("дж", "ж").replace("дз", "з").replace("цз", "ж").replace("нг", "н")
    codes = load_letters(language, "sound").spell("".join(c for c in text if c.isalpha()))
    return _squeeze(codes)


def _squeeze(codes: str) -> str:
    """Doubled consonants once, vowels and what is no letter out."""
    if "Š" in codes:
        codes = _HUSHED.sub("Š", codes)
    return _undouble(codes).translate(_VOWEL_CODES)


def _undouble(codes: str) -> str:
    """Doubled consonants once; asking first, for few keys have any."""
    return _DOUBLE.sub(r"\1", codes) if _DOUBLE.search(codes) else codes


@functools.lru_cache(maxsize=65536)
def blur(key: str) -> str:
    """A key with one letter for all sibilants, as names are filed.

    >>> blur("ŠLS"), blur("VŠSK")
    ('SLS', 'VSK')
    """
    return _undouble(key.replace("Š", "S"))


def _read(word: str) -> list[tuple[str, ...]]:
    """The readings of each group of letters, longest group first."""
    tables, longest = load_readings(), load_longest()
    first, last, soft, general = (tables[where] for where in ("first", "last", "soft", "any"))
    out: list[tuple[str, ...]] = []
    at, size = 0, len(word)
    while at < size:
        for length in range(min(longest.get(word[at], 1), size - at), 0, -1):
            part, end = word[at : at + length], at + length
            found = first.get(part) if at == 0 else None
            if found is None and end == size and at:
                found = last.get(part)
            if found is None and end < size and word[end] in _FRONT:
                found = soft.get(part)
            if found is None:
                found = general.get(part)
            if found is None and length == 1:
                found = _read_bare(part)
            if found is not None:
                out.append(found)
                at = end
                break
    return out


def _read_bare(letter: str) -> tuple[str, ...]:
    """A letter with a mark, read as the one without it; what is no letter is silent."""
    bare = fold(letter)
    return load_readings()["any"].get(bare, ("",)) if bare != letter else ("",)


@functools.cache
def load_habits() -> dict[str, tuple[tuple[str, str], ...]]:
    """names/habits.tsv: place in the word → letters and what they become, in this order."""
    rows = list(read_rows("names/habits.tsv"))
    return {
        wanted: tuple((old, new) for where, old, new in rows if where == wanted)
        for wanted in ("mark", "any", "last")
    }


@functools.cache
def _marks() -> dict[int, str]:
    return str.maketrans(dict(load_habits()["mark"]))


_TWICE = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=65536)
def fold_spelling(word: str, language: str = "") -> str:
    """One spelling for English, French and German habits, vowels kept.

    >>> fold_spelling("Gerassimow"), fold_spelling("Guérassimov"), fold_spelling("Герасимов")
    ('gerasimov', 'gerasimov', 'gerasimov')
    >>> fold_spelling("Selenskyj"), fold_spelling("Zelensky"), fold_spelling("Lawrow")
    ('selenski', 'zelenski', 'lavrov')
    """
    text = word.lower() if word.isascii() else romanise(word, language).lower().translate(_marks())
    if not (text.isascii() and text.isalpha()):
        text = fold(text).replace("-", "")
    for old, new in load_habits()["any"]:
        if old in text:
            text = text.replace(old, new)
    for old, new in load_habits()["last"]:
        if text.endswith(old):
            text = text[: -len(old)] + new
    return _TWICE.sub(r"\1", text) if _TWICE.search(text) else text
