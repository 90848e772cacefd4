"""Compare two words of names: how sure it is that they are spellings of one."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sayso.gazetteer.fold import fold
from sayso.gazetteer.names.endings import list_stems
from sayso.gazetteer.names.parts import is_initial
from sayso.gazetteer.names.romanise import find_script
from sayso.gazetteer.names.sound import blur, fold_spelling, list_sounds, unmix
from sayso.gazetteer.tables import read_rows


class Fit(StrEnum):
    """How two words fit."""

    EXACT = "exact"
    ENDING = "ending"
    GIVEN = "given"
    COMMON = "common"
    SOUND = "sound"
    INITIAL = "initial"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name with everything that is compared.

    Attributes:
        plain: `fold_spelling` of the word; stems: the same of the word and of its base forms.
        sounds: keys of the word and of its base forms; blurred: the same with one sibilant; first:
            the likeliest of the word itself; bases: the likeliest of each base form, blurred.
        ends: first and last consonants of the keys; words that share none are not compared further.
        given: numbers of the groups of given names that it belongs to.
        common: number of the group of common words of places ("north", "Severní"), -1 for none.
    """

    written: str
    plain: str
    stems: frozenset[str]
    sounds: frozenset[str]
    blurred: frozenset[str]
    script: str
    first: str
    bases: tuple[str, ...]
    ends: frozenset[str]
    given: frozenset[int]
    common: int
    initial: bool


#: Why two words fit or don't, in words; an initial that fits nothing has its own.
_REASONS = {
    Fit.EXACT: "{a} = {b}",
    Fit.ENDING: "{a} and {b} differ by a case ending",
    Fit.GIVEN: "{a} and {b} are one given name",
    Fit.COMMON: "{a} and {b} are one common word",
    Fit.SOUND: "{a} and {b} sound alike",
    Fit.INITIAL: "{a} may stand for {b}",
    Fit.NONE: "{a} and {b} differ",
}


class WordMatch(NamedTuple):
    """How well two words fit: `score` from 0 to 1."""

    score: float
    fit: Fit
    a: Word
    b: Word

    @property
    def reason(self) -> str:
        """Why, in words; written when it is asked for."""
        lonely = self.fit is Fit.NONE and (self.a.initial or self.b.initial)
        words = "{a} is not {b}" if lonely else _REASONS[self.fit]
        return words.format(a=self.a.written, b=self.b.written)


@functools.cache
def load_given() -> dict[str, frozenset[int]]:
    """names/given.tsv: given name → numbers of the groups of names that stand for one another."""
    groups: dict[str, set[int]] = {}
    for number, (names,) in enumerate(read_rows("names/given.tsv")):
        for name in names.split("|"):
            groups.setdefault(fold_spelling(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def _ends(key: str) -> tuple[str, ...]:
    """The first and the last consonant of a key, told apart; its vowels only where it has none."""
    return (f"^{key[0]}", f"{key[-1]}$") if key else ("-",)


@functools.cache
def load_common() -> tuple[dict[str, int], int]:
    """names/common.tsv: stem of a common word → number of its group; length of the longest."""
    found: dict[str, int] = {}
    for number, (stems,) in enumerate(read_rows("names/common.tsv")):
        found.update(dict.fromkeys(stems.split("|"), number))
    return found, max(map(len, found))


def find_common(word: str) -> int:
    """The group of a common word of places, or -1; up to four letters may follow its stem.

    >>> find_common("Severní") == find_common("північного") == find_common("North") != -1
    True
    >>> find_common("Westminster")
    -1
    """
    found, longest = load_common()
    low = word.lower()
    for length in range(min(len(low), longest), max(1, len(low) - 4), -1):
        if low[:length] in found and (length > 3 or len(low) - length < 3):
            return found[low[:length]]
    return -1


@functools.lru_cache(maxsize=65536)
def get_word(written: str, language: str = "") -> Word:
    """The word with its keys."""
    written = unmix(written)
    stems = list_stems(written, language)
    plains = tuple(dict.fromkeys(fold_spelling(stem, language) for stem in stems))
    sounds = [list_sounds(stem, language) for stem in stems]
    groups = load_given()
    return Word(
        written=written,
        plain=plains[0],
        stems=frozenset(plains),
        sounds=frozenset(key for keys in sounds for key in keys),
        blurred=frozenset(blur(key) for keys in sounds for key in keys),
        script=find_script(written),
        first=sounds[0][0],
        bases=tuple(dict.fromkeys(blur(keys[0]) for keys in sounds)),
        ends=frozenset(end for keys in sounds for key in keys for end in _ends(blur(key))),
        given=frozenset(n for plain in plains for n in groups.get(plain, ())),
        common=find_common(written),
        initial=is_initial(written),
    )


def match_words(a: Word, b: Word, *, places: bool = False) -> WordMatch:
    """How well two words fit as spellings of one.

    Args:
        places: whether they are of places, so that "North" and "Severní" are one.

    >>> one = match_words(get_word("Gerassimow", "de"), get_word("Герасимова", "ru"))
    >>> one.score, one.reason
    (0.97, 'Gerassimow and Герасимова differ by a case ending')
    """
    score, fit = score_words(a, b, places=places)
    return WordMatch(score, fit, a, b)


def score_words(a: Word, b: Word, *, places: bool = False) -> tuple[float, Fit]:
    """What `match_words` says, without the words: of a name's pairs most are thrown away.

    >>> score_words(get_word("Weller"), get_word("Cornell"))[1].value
    'none'
    """
    if a.initial or b.initial:
        return _score_initial(a, b)
    if a.plain == b.plain:
        return 1.0, Fit.EXACT
    if not a.stems.isdisjoint(b.stems):
        return 0.97, Fit.ENDING
    if not a.given.isdisjoint(b.given):
        return 0.93, Fit.GIVEN
    if places and a.common == b.common != -1:
        return 0.93, Fit.COMMON
    if a.ends.isdisjoint(b.ends):  # then they share no key either
        return 0.2, Fit.NONE
    common = a.blurred & b.blurred
    likeness = _likeness(a, b)
    if common:
        return _score_sounds(a, b, max(len(key) for key in common), likeness), Fit.SOUND
    heard = max([_similar(x, y) for x in a.bases for y in b.bases])
    return 0.45 * heard + 0.45 * likeness, Fit.NONE


#: What shared consonants count for by their number, between two scripts and within one, where
#: spellings differ less: chosen on Latin-Cyrillic pairs and on the people of the gazetteer.
_ACROSS = (0.2, 0.4, 0.68, 0.82)
_WITHIN = (0.0, 0.25, 0.45, 0.6, 0.7)
#: Letters less alike than this within one script are two names, whatever they sound like.
_UNLIKE = 0.6
#: Words of so few letters are two names within one script where a letter differs ("Jan", "Jon").
_SHORT = 3
#: "Ushakov" and "Isakov": sibilants of two kinds.
_OTHER_SIBILANT = 0.2


def _score_sounds(a: Word, b: Word, length: int, likeness: float) -> float:
    """Words that sound alike: the fewer consonants they share, the more the letters count."""
    within = a.script == b.script
    table = _WITHIN if within else _ACROSS
    weight = table[min(length, len(table) - 1)]
    score = weight + (0.98 - weight) * likeness
    if within and (likeness < _UNLIKE or min(len(a.plain), len(b.plain)) <= _SHORT):
        score = min(score, 0.3 + 0.4 * likeness)
    return score - _OTHER_SIBILANT if a.sounds.isdisjoint(b.sounds) else score


def _score_initial(a: Word, b: Word) -> tuple[float, Fit]:
    """An initial against a word, or another initial."""
    same = fold(a.plain)[:1] == fold(b.plain)[:1] or a.first[:1] == b.first[:1] != ""
    return (0.85, Fit.INITIAL) if same else (0.1, Fit.NONE)


def _likeness(a: Word, b: Word) -> float:
    """The likeness of the letters, of the words or of any of their base forms."""
    return max([_similar(x, y) for x in a.stems for y in b.stems])


def _similar(a: str, b: str) -> float:
    """1 minus the edits that make one of the other, as a share of the longer one."""
    if a == b:
        return 1.0
    return _load_similarity()(a, b)


@functools.cache
def _load_similarity() -> Callable[[str, str], float]:
    """rapidfuzz's measure, imported when names are first compared."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity
