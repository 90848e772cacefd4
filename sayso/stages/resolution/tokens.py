"""How a text is cut into words for finding whom they name, and the word classes that tell.

An elided word, a clitic and an enclitic pronoun are words of their own here: "l'", "'s", "-t-elle".
"""

from __future__ import annotations

import re

from sayso.packs.load import BIT, CUE_FORM, FINITE, Pack
from sayso.packs.shape import WordClass

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|\w+(?:[-‐‑'’ʼ]\w+)*['’ʼ]?|\S", re.UNICODE)
_APOSTROPHE = re.compile(r"['’ʼ]")


def bits_of(*classes: WordClass) -> int:
    """One number with the bits of several word classes."""
    return sum(BIT[name] for name in classes)


DETERMINER = bits_of(WordClass.DETERMINER)
POSSESSIVE = bits_of(WordClass.POSSESSIVE)
COORDINATOR = bits_of(WordClass.COORDINATOR)
GENITIVE = bits_of(WordClass.GENITIVE)
LINK = bits_of(WordClass.GENITIVE, WordClass.ON_BEHALF)
PREPOSITION = bits_of(WordClass.PREPOSITION)
AGENT = bits_of(WordClass.AGENT)
TITLE = bits_of(WordClass.TITLE)
SPOKESPERSON = bits_of(WordClass.SPOKESPERSON)
RELATIVE = bits_of(WordClass.RELATIVE)
TIME, MONTH = bits_of(WordClass.TIME), bits_of(WordClass.MONTH)
FEMALE, MALE = bits_of(WordClass.FEMALE_NAME), bits_of(WordClass.MALE_NAME)
FINITES = bits_of(WordClass.HAVE, WordClass.BE, WordClass.MODAL, WordClass.DO)
#: Words that end a party's noun phrase, or that never begin a name.
FUNCTION = bits_of(
    WordClass.DETERMINER, WordClass.PREPOSITION, WordClass.COORDINATOR, WordClass.ADVERSATIVE,
    WordClass.COMPLEMENTISER, WordClass.QUESTION, WordClass.SUBORDINATOR, WordClass.RELATIVE,
    WordClass.SUBJECT_PRONOUN, WordClass.OBJECT_PRONOUN, WordClass.IMPERSONAL,
    WordClass.INDEFINITE, WordClass.POSSESSIVE, WordClass.REFLEXIVE, WordClass.HAVE, WordClass.BE,
    WordClass.BE_NONFINITE, WordClass.HAVE_NONFINITE, WordClass.DO, WordClass.MODAL,
    WordClass.CONDITIONAL, WordClass.NEGATION, WordClass.NEGATIVE_DETERMINER,
    WordClass.INFINITIVE_MARKER, WordClass.AGENT, WordClass.GENITIVE,
)  # fmt: skip
#: Words that cannot stand between an adjective of a country and the noun it belongs to.
BREAKING = FUNCTION | FINITE | CUE_FORM
#: Words that, with a capital at the head of a sentence, tell nothing about a name.
COMMON = FUNCTION | bits_of(WordClass.ADVERB, WordClass.NUMERAL, WordClass.TIME, WordClass.MONTH)


def plain(word: str) -> str:
    """A word as packs write it: small letters, one form of apostrophe.

    >>> plain("L’")
    "l'"
    """
    low = word.lower()
    return low if low.isalnum() else low.replace("’", "'").replace("ʼ", "'")


def cut_words(text: str, pack: Pack) -> list[tuple[int, int]]:
    """Offsets of the words: elided words, clitics and enclitic pronouns are words of their own."""
    cut: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        at, stop = match.span()
        word = match.group()
        if stop - at < 6 and text[stop : stop + 1] == "." and _takes_stop(word, pack):
            cut.append((at, stop + 1))
        elif word.isalnum():
            cut.append((at, stop))
        elif word == "." and cut and cut[-1][1] > at:
            continue
        elif "'" in word or "’" in word or "ʼ" in word:
            cut += _cut_apostrophes(word, at, pack)
        else:
            cut += _cut_enclitic(word, at, pack)
    return cut


def _takes_stop(word: str, pack: Pack) -> bool:
    """The stop belongs to the word: an abbreviation, or an initial."""
    if len(word) == 1:
        return word.isupper()
    return word.isalpha() and word.lower() + "." in pack.classes


def _cut_apostrophes(word: str, at: int, pack: Pack) -> list[tuple[int, int]]:
    """ "l'Ukraine" → "l'", "Ukraine"; "Russia's" → "Russia", "'s"; "O'Brien" stays one."""
    if len(word) == 1 or plain(word) in pack.head.elisions:
        return [(at, at + len(word))]
    for match in _APOSTROPHE.finditer(word):
        head, tail = word[: match.end()], word[match.start() :]
        if plain(head) in pack.head.elisions and len(word) > match.end():
            rest = at + match.end()
            return [(at, rest), *_again(word[match.end() :], rest, pack)]
        if match.start() and (plain(tail) in pack.classes or len(tail) == 1):
            return [(at, at + match.start()), (at + match.start(), at + len(word))]
    return [(at, at + len(word))]


def _again(word: str, at: int, pack: Pack) -> list[tuple[int, int]]:
    cut = _cut_apostrophes if _APOSTROPHE.search(word) else _cut_enclitic
    return cut(word, at, pack)


def _cut_enclitic(word: str, at: int, pack: Pack) -> list[tuple[int, int]]:
    """ "a-t-elle" → "a", "-t-elle"."""
    low = word.lower()
    for enclitic in pack.head.enclitics if "-" in word else ():
        if low.endswith(enclitic) and len(low) > len(enclitic):
            middle = at + len(word) - len(enclitic)
            return [(at, middle), (middle, at + len(word))]
    return [(at, at + len(word))]
