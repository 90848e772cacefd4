"""Compare two names: may they mean one person or one place, and why.

`compare` never takes two people for one on a family name alone: then its verdict is "possible".
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations

from sayso.gazetteer.names.parts import Name, split_name
from sayso.gazetteer.names.words import Word, WordMatch, get_word, match_words
from sayso.model import EntityKind

#: Score from which two full names are one: the best F1 on pairs of Slavic names lay between 0.68
#: and 0.74 (docs/names.md).
SAME = 0.71
#: Below it two names are not even worth asking about.
POSSIBLE = 0.55
_MOST_WORDS = 4


class Verdict(StrEnum):
    """What a comparison comes to; `possible`: the names do not tell."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names compared.

    Attributes:
        score: 0 to 1, how surely they are spellings of one name.
        verdict: what follows for the people or places.
        reasons: why, in words.
    """

    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


def compare(
    a: str,
    b: str,
    *,
    kind: EntityKind = EntityKind.PERSON,
    languages: tuple[str, str] = ("", ""),
) -> Comparison:
    """Compare two names in any of the scripts.

    Args:
        kind: PERSON, or PLACE for names of which one word tells enough.
        languages: of the two texts, where known: case endings are then that language's.

    >>> found = compare("Walerij Gerassimow", "Валерием Герасимовым")
    >>> found.verdict.value, found.reasons
    ('same', ('Walerij and Валерием differ by a case ending', 'Gerassimow and Герасимовым differ \
by a case ending'))
    >>> compare("Anna Weller", "Weller").verdict.value
    'possible'
    >>> compare("Tom Weller", "Anna Weller").verdict.value
    'different'
    """
    if kind is EntityKind.PLACE:
        return _compare_places(a, b, languages)
    first, second = split_name(a), split_name(b)
    if first.mark != second.mark and {first.mark, second.mark} & {"younger", "older"}:
        return Comparison(0.3, Verdict.DIFFERENT, ("one is marked as the younger or the elder",))
    korean = _compare_korean(a, b)
    if korean:
        return korean
    return _compare_people(first, second, languages)


def _compare_people(a: Name, b: Name, languages: tuple[str, str]) -> Comparison:
    """Two people's names, word by word."""
    pairs, extra = align(a, b, languages)
    score = _join(pairs) - 0.03 * extra
    reasons = [pair.reason for pair in pairs]
    numbered = a.mark == b.mark != ""
    if a.mark != b.mark and a.mark and b.mark:
        score = min(score, 0.3)
        reasons.append(f"{a.mark} is not {b.mark}")
    if a.patronymics and b.patronymics:
        fathers = _join(_match_all(a.patronymics, b.patronymics, languages))
        if fathers < POSSIBLE:
            score = min(score, 0.4)
            reasons.append("their fathers' names differ")
    if (a.single or b.single) and not numbered:
        reasons.append("one word alone does not tell who it is")
        verdict = Verdict.POSSIBLE if score >= SAME else Verdict.DIFFERENT
        return Comparison(round(score, 3), verdict, tuple(reasons))
    return Comparison(round(score, 3), _judge(score), tuple(reasons))


def _judge(score: float) -> Verdict:
    if score >= SAME:
        return Verdict.SAME
    return Verdict.POSSIBLE if score >= POSSIBLE else Verdict.DIFFERENT


def _join(pairs: list[WordMatch]) -> float:
    """The words' scores as one: the worst counts as much as all together."""
    scores = [pair.score for pair in pairs]
    return 0.5 * min(scores) + 0.5 * sum(scores) / len(scores) if scores else 0.0


def align(a: Name, b: Name, languages: tuple[str, str]) -> tuple[list[WordMatch], int]:
    """The best pairing of the words of two names, and how many words have no partner."""
    words_a = [get_word(word, languages[0]) for word in a.words][:_MOST_WORDS]
    words_b = [get_word(word, languages[1]) for word in b.words][:_MOST_WORDS]
    if len(words_a) > len(words_b):
        words_a, words_b = words_b, words_a
    pairs = _best_pairing(words_a, words_b)
    return pairs, len(words_b) - len(words_a)


def _best_pairing(short: list[Word], long: list[Word]) -> list[WordMatch]:
    """Each word of the shorter name with another of the longer one; order may differ."""
    table = [[match_words(x, y) for y in long] for x in short]
    ways = permutations(range(len(long)), len(short))
    return max(
        ([table[i][j] for i, j in enumerate(way)] for way in ways),
        key=lambda pairs: (_join(pairs), sum(pair.score for pair in pairs)),
    )


def _match_all(
    a: tuple[str, ...], b: tuple[str, ...], languages: tuple[str, str]
) -> list[WordMatch]:
    pairs = zip(a, b, strict=False)
    return [match_words(get_word(x, languages[0]), get_word(y, languages[1])) for x, y in pairs]


def _compare_places(a: str, b: str, languages: tuple[str, str]) -> Comparison:
    """Two places: as names of one known place, or word by word."""
    from sayso.gazetteer.names.exonyms import find_places, list_words

    known_a, known_b = find_places(a, languages[0]), find_places(b, languages[1])
    if known_a & known_b:
        return Comparison(0.98, Verdict.SAME, (f"both are names of {min(known_a & known_b)}",))
    if known_a and known_b:
        return Comparison(0.2, Verdict.DIFFERENT, (f"{min(known_a)} is not {min(known_b)}",))
    first, second = Name(tuple(list_words(a))), Name(tuple(list_words(b)))
    pairs, extra = align(first, second, languages)
    score = _join(pairs) - 0.25 * extra
    return Comparison(round(score, 3), _judge(score), tuple(pair.reason for pair in pairs))


@functools.lru_cache(maxsize=4096)
def _compare_korean(a: str, b: str) -> Comparison | None:
    """Korean names by the spelling that all romanisations share; None where one is not Korean."""
    from sayso.gazetteer.names.korean import fold_korean, is_korean

    if not (is_korean(a) and is_korean(b)):
        return None
    if fold_korean(a) == fold_korean(b):
        return Comparison(0.95, Verdict.SAME, (f"{a} and {b} are one Korean name romanised",))
    return None
