"""Take a name apart: its words without titles, and what the words are."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace

from sayso.gazetteer.fold import fold
from sayso.gazetteer.names.korean import is_foreign
from sayso.gazetteer.names.romanise import is_cyrillic, is_hangul, romanise
from sayso.gazetteer.tables import read_rows

_SPLIT = re.compile(r"[\s,/()«»„“”\"]+")
_GENITIVE = re.compile(r"['’](?:s|S)?$")


@dataclass(frozen=True, slots=True)
class Name:
    """The words of a name.

    Attributes:
        words: given and family names in the order in which they stand.
        particles: small words that may be left out ("von", "bin", "al").
        patronymics: Russian and Ukrainian father's names; only between two other words.
        mark: "younger", "older", or a number ("ii") that tells namesakes apart; "" for none.
        swapped: True where a comma showed that the family name stands first.
    """

    words: tuple[str, ...]
    particles: tuple[str, ...] = ()
    patronymics: tuple[str, ...] = ()
    mark: str = ""
    swapped: bool = False

    @property
    def single(self) -> bool:
        """True for one word: a family name alone, or a given name alone."""
        return len(self.words) == 1

    def part_hyphens(self) -> Name:
        """The name with hyphenated words as words of their own.

        >>> split_name("Jean-Claude Weller").part_hyphens().words
        ('Jean', 'Claude', 'Weller')
        """
        words = tuple(part for word in self.words for part in word.split("-") if part)
        return self if words == self.words else replace(self, words=words)


@functools.cache
def load_titles() -> frozenset[str]:
    """Titles of every language, folded."""
    rows = read_rows("names/titles.tsv")
    return frozenset(fold(title) for _, titles in rows for title in titles.split("|"))


@functools.cache
def load_parts() -> dict[str, frozenset[str]]:
    """names/parts.tsv: kind of word → words, folded."""
    return {
        kind: frozenset(fold(word) for word in words.split("|"))
        for kind, words in read_rows("names/parts.tsv")
    }


@functools.lru_cache(maxsize=32768)
def split_name(name: str) -> Name:
    """The words of a name, titles left out.

    >>> split_name("Präsident Wolodymyr Selenskyj").words
    ('Wolodymyr', 'Selenskyj')
    >>> split_name("Вельский, Пётр Иванович")
    Name(words=('Пётр', 'Вельский'), particles=(), patronymics=('Иванович',), mark='', swapped=True)
    >>> split_name("Sheikh Khalid bin Omar Jr.").words, split_name("Tom Weller Jr.").mark
    (('Khalid', 'Omar'), 'younger')
    >>> split_name("김정은 위원장").words, split_name("바딤 체르니쇼프").words
    (('Kim', 'Jeong-eun'), ('바딤', '체르니쇼프'))
    """
    text, swapped = _uncomma(name.strip())
    raw = [part for part in _SPLIT.split(_GENITIVE.sub("", text)) if fold(part)]
    words = _drop_titles(raw)
    if any(is_hangul(word) for word in words) and not is_foreign(" ".join(words)):
        words = romanise("".join(words)).split()
    words = [part for word in words for part in _split_initials(word)]
    return _sort_words(words, swapped)


def _split_initials(word: str) -> list[str]:
    """Initials written together ("В.В.", "J.P.Weller") as words of their own."""
    if "." not in word.strip(".") or "-" in word:
        return [word]
    return [part if len(part) > 1 else f"{part}." for part in word.split(".") if part]


def _uncomma(name: str) -> tuple[str, bool]:
    """The given names first, where a comma puts the family name before them."""
    family, comma, given = name.partition(", ")
    if not comma or not given or fold(given) in load_parts()["younger"] | load_parts()["older"]:
        return name, False
    return f"{given} {family}", True


def _drop_titles(words: list[str]) -> list[str]:
    """Titles before the name (after it in Korean) left out, as long as a name is left."""
    titles = load_titles()
    while len(words) > 1 and fold(words[0]) in titles:
        words = words[1:]
    while len(words) > 1 and is_hangul(words[-1]) and fold(words[-1]) in titles:
        words = words[:-1]
    return words


def _sort_words(words: list[str], swapped: bool) -> Name:
    """The words by what they are."""
    parts = load_parts()
    kept: list[str] = []
    particles: list[str] = []
    patronymics: list[str] = []
    mark = ""
    for number, word in enumerate(words):
        plain = fold(word)
        kind = next((k for k in ("younger", "older") if plain in parts[k] and number), "")
        if plain in parts["number"] and number:
            kind = plain
        head, dash, tail = word.rpartition("-")
        if dash and fold(tail) in parts["younger"]:
            kept.append(head)
            kind = "younger"
        if kind:
            mark = kind
        elif (
            plain in parts["particle"]
            and len(words) - len(particles) > 1
            and (number or len(words) > 2)
            and number < len(words) - 1
        ):
            particles.append(word)
        elif _is_patronymic(plain) and _between(number, words):
            patronymics.append(word)
        else:
            kept.append(word)
    return Name(tuple(kept), tuple(particles), tuple(patronymics), mark, swapped)


def _is_patronymic(plain: str) -> bool:
    return len(plain) > 5 and plain.endswith(tuple(load_parts()["patronymic"]))


def _between(number: int, words: list[str]) -> bool:
    """A father's name stands between two words, or at the end of three.

    The second is "Велськa Ірина Петрівна".
    """
    return (
        len(words) >= 3 and number >= 1 and (number < len(words) - 1 or is_cyrillic(words[number]))
    )


def is_initial(word: str) -> bool:
    """True for "J.", "Ю", "J.-P.".

    >>> is_initial("J."), is_initial("Ю."), is_initial("Jo")
    (True, True, False)
    """
    return len(fold(word).replace("-", "")) == 1 or (word.endswith(".") and len(word) == 2)
