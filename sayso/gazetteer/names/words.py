"""Compare two words of names: how sure it is that they are spellings of one."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sayso.gazetteer.fold import fold
from sayso.gazetteer.names.endings import list_stems
from sayso.gazetteer.names.parts import is_initial
from sayso.gazetteer.names.romanise import is_cyrillic
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
class WordMatch:
    """How well two words fit: `score` from 0 to 1, and why in words."""

    score: float
    fit: Fit
    reason: str


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
    cyrillic: bool
    first: str
    bases: tuple[str, ...]
    ends: frozenset[str]
    given: frozenset[int]
    common: int
    initial: bool


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
        cyrillic=is_cyrillic(written),
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
    both = f"{a.written} and {b.written}"
    if a.initial or b.initial:
        return _match_initial(a, b)
    if a.plain == b.plain:
        return WordMatch(1.0, Fit.EXACT, f"{a.written} = {b.written}")
    if a.stems & b.stems:
        return WordMatch(0.97, Fit.ENDING, f"{both} differ by a case ending")
    if a.given & b.given:
        return WordMatch(0.93, Fit.GIVEN, f"{both} are one given name")
    if places and a.common == b.common != -1:
        return WordMatch(0.93, Fit.COMMON, f"{both} are one common word")
    common = a.blurred & b.blurred
    if not common and a.ends.isdisjoint(b.ends):
        return WordMatch(0.2, Fit.NONE, f"{both} differ")
    likeness = _likeness(a, b)
    if common:
        return _match_sounds(a, b, max(len(key) for key in common), likeness)
    heard = max(_similar(x, y) for x in a.bases for y in b.bases)
    return WordMatch(0.45 * heard + 0.45 * likeness, Fit.NONE, f"{both} differ")


#: What shared consonants count for by their number, between two scripts and within one, where
#: spellings differ less: chosen on Latin-Cyrillic pairs and on the people of the gazetteer.
_ACROSS = (0.2, 0.4, 0.68, 0.82)
_WITHIN = (0.0, 0.25, 0.45, 0.6, 0.7)
#: Letters less alike than this within one script are two names, whatever they sound like.
_UNLIKE = 0.6
#: "Ushakov" and "Isakov": sibilants of two kinds.
_OTHER_SIBILANT = 0.2


def _match_sounds(a: Word, b: Word, length: int, likeness: float) -> WordMatch:
    """Words that sound alike: the fewer consonants they share, the more the letters count."""
    within = a.cyrillic == b.cyrillic
    table = _WITHIN if within else _ACROSS
    weight = table[min(length, len(table) - 1)]
    score = weight + (0.98 - weight) * likeness
    if within and likeness < _UNLIKE:
        score = min(score, 0.3 + 0.4 * likeness)
    if not a.sounds & b.sounds:
        score -= _OTHER_SIBILANT
    return WordMatch(score, Fit.SOUND, f"{a.written} and {b.written} sound alike")


def _match_initial(a: Word, b: Word) -> WordMatch:
    """An initial against a word, or another initial."""
    same = fold(a.plain)[:1] == fold(b.plain)[:1] or a.first[:1] == b.first[:1] != ""
    if same:
        return WordMatch(0.85, Fit.INITIAL, f"{a.written} may stand for {b.written}")
    return WordMatch(0.1, Fit.NONE, f"{a.written} is not {b.written}")


def _likeness(a: Word, b: Word) -> float:
    """The likeness of the letters, of the words or of any of their base forms."""
    return max(_similar(x, y) for x in a.stems for y in b.stems)


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
