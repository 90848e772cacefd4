"""Letters of other scripts into Latin ones, as English, French or German papers write them."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from sayso.gazetteer.tables import read_rows

Habit = Literal["en", "fr", "de", "sound"]
_COLUMNS: dict[Habit, int] = {"en": 2, "fr": 3, "de": 4, "sound": 5}
#: Letters that only one of the languages has.
_TELLING = {"uk": "іїєґ", "be": "ў", "sr": "ђћ", "mk": "ѓќѕ", "ru": "ыэё"}


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one language in one habit.

    Attributes:
        inside, first, last: letters → Latin ones; `first` only at the head of a word, `last` only
            at its end.
        longest: length of the longest key.
    """

    inside: dict[str, str]
    first: dict[str, str]
    last: dict[str, str]
    longest: int

    def spell(self, word: str) -> str:
        """The word with its letters replaced, longest match first; others stay."""
        out, at, size = [], 0, len(word)
        while at < size:
            for length in range(min(self.longest, size - at), 0, -1):
                part = word[at : at + length]
                new = self.first.get(part) if at == 0 else None
                if new is None and at + length == size and at:
                    new = self.last.get(part)
                if new is None:
                    new = self.inside.get(part)
                if new is not None or length == 1:
                    out.append(part if new is None else new)
                    at += length
                    break
        return "".join(out)


@functools.cache
def load_letters(language: str, habit: Habit) -> Letters:
    """The letters of names/letters.tsv for a language (its own rows over those of `any`)."""
    inside: dict[str, str] = {}
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for wanted in ("any", language):
        for row in read_rows("names/letters.tsv"):
            if row[0] != wanted:
                continue
            key, new = row[1], row[_COLUMNS[habit]]
            table = first if key[0] == "^" else last if key[-1] == "$" else inside
            table[key.strip("^$")] = new
    longest = max((len(k) for t in (inside, first, last) for k in t), default=1)
    return Letters(inside, first, last, longest)


def guess_cyrillic(name: str) -> str:
    """The language that a Cyrillic name's letters tell, "ru" where none does.

    >>> guess_cyrillic("Сергій"), guess_cyrillic("Вучић"), guess_cyrillic("Ъгъл")
    ('uk', 'sr', 'bg')
    """
    low = name.lower()
    for language, letters in _TELLING.items():
        if any(letter in low for letter in letters):
            return language
    if "ъ" in low and not any(f"ъ{vowel}" in low for vowel in "еюя"):
        return "bg"
    return "sr" if any(letter in low for letter in "јљњџ") else "ru"


_CYRILLIC = re.compile("[\u0400-\u052f]")
_HANGUL = re.compile("[가-힣]")


def is_cyrillic(name: str) -> bool:
    """True where a letter of the name is Cyrillic.

    >>> is_cyrillic("Киев"), is_cyrillic("Kiew")
    (True, False)
    """
    return not name.isascii() and _CYRILLIC.search(name) is not None


def is_hangul(name: str) -> bool:
    """True where a letter of the name is a Korean syllable.

    >>> is_hangul("서울"), is_hangul("Seoul")
    (True, False)
    """
    return not name.isascii() and _HANGUL.search(name) is not None


def find_script(name: str) -> str:
    """ "hangul", "cyrillic" or "latin", which stands for all others too.

    >>> find_script("Киев"), find_script("Kiew"), find_script("서울")
    ('cyrillic', 'latin', 'hangul')
    """
    if is_cyrillic(name):
        return "cyrillic"
    return "hangul" if is_hangul(name) else "latin"


def romanise(name: str, language: str = "", habit: Habit = "en") -> str:
    """The name in Latin letters, as papers of that habit write it.

    Cyrillic by the language's rules (guessed from its letters where not given), Hangul by
    `sayso.gazetteer.names.korean`, other scripts letter by letter (anyascii); Latin stays.

    Args:
        language: of the name: "ru", "uk", "be", "bg", "mk", "sr".
        habit: "en", "fr" or "de".

    >>> [romanise("Герасимов", "ru", habit) for habit in ("en", "fr", "de")]
    ['Gerasimov', 'Guerasimov', 'Gerasimow']
    >>> [romanise("Кучма", "uk", habit) for habit in ("en", "fr", "de")]
    ['Kuchma', 'Koutchma', 'Kutschma']
    >>> romanise("Олександр Вельський", "uk"), romanise("Ђорђе Вучић"), romanise("김정은")
    ('Oleksandr Velskyi', 'Đorđe Vučić', 'Kim Jeong-eun')
    """
    if is_hangul(name):
        from sayso.gazetteer.names.korean import romanise_korean

        return romanise_korean(name)
    if is_cyrillic(name):
        table = load_letters(language or guess_cyrillic(name), habit)
        plain = unicodedata.normalize("NFC", name).replace("\u0301", "")
        return "".join(_recase(part, table) for part in _split_words(plain))
    if any(letter.isalpha() and letter > "\u036f" and not _is_latin(letter) for letter in name):
        from anyascii import anyascii

        return " ".join(anyascii(name).split())
    return name


def _is_latin(letter: str) -> bool:
    return "\u1e00" <= letter <= "\u1eff"


def _split_words(name: str) -> list[str]:
    """Words and what stands between them."""
    parts: list[str] = []
    inside = False
    for letter in name:
        kind = letter.isalpha()
        if parts and kind == inside:
            parts[-1] += letter
        else:
            parts.append(letter)
        inside = kind
    return parts


def _recase(word: str, table: Letters) -> str:
    """The word spelled in Latin letters with the capitals that it had."""
    spelled = table.spell(word.lower())
    if len(word) > 1 and word.isupper():
        return spelled.upper()
    return spelled[:1].upper() + spelled[1:] if word[:1].isupper() else spelled
