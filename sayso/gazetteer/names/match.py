"""Compare two names: may they mean one person or one place, and why.

`compare` never takes two people for one on a family name alone: then its verdict is "possible".
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations

from sayso.gazetteer.names.endings import list_stems
from sayso.gazetteer.names.parts import Name, is_initial, split_name
from sayso.gazetteer.names.romanise import find_script, is_cyrillic
from sayso.gazetteer.names.words import Fit, WordMatch, get_word, match_words, score_words
from sayso.model import EntityKind

#: Score from which two full names are one: the best F1 on pairs of Slavic names lay between 0.60
#: and 0.66 (docs/names.md).
SAME = 0.62
#: The same within one script, where one person's spellings lie closer, and where office holders of
#: one country are taken for one another below it (`python -m eval names` counts them).
SAME_WITHIN = 0.78
#: Below it two names are not even worth asking about.
POSSIBLE = 0.5
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
    if not first.words or not second.words:
        return Comparison(0.0, Verdict.DIFFERENT, ("there is no name to compare",))
    if first.mark != second.mark and {first.mark, second.mark} & {"younger", "older"}:
        return Comparison(0.3, Verdict.DIFFERENT, ("one is marked as the younger or the elder",))
    korean = _compare_korean(" ".join(first.words), " ".join(second.words), languages)
    if korean:
        return korean
    return _compare_people(first, second, languages)


def _compare_people(a: Name, b: Name, languages: tuple[str, str]) -> Comparison:
    """Two people's names, word by word."""
    if len(a.words) != len(b.words):
        a, b = a.part_hyphens(), b.part_hyphens()
    found = align(a, b, languages)
    pairs = found.matches
    score = _join(pairs) - found.cost
    reasons = [pair.reason for pair in pairs]
    if _rests_on_initials(a, b, pairs):
        score = min(score, POSSIBLE - 0.01)
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
    within = find_script(a.words[0]) == find_script(b.words[0])
    return Comparison(round(score, 3), _judge(score, within), tuple(reasons))


def _rests_on_initials(a: Name, b: Name, pairs: Sequence[WordMatch]) -> bool:
    """True where an initial found a partner but a whole word beside it did not.

    "J. Weller" may be Jan Weller; "Michael L. Connor" is not Michael Ellis.
    """
    initials = sum(pair.fit is Fit.INITIAL for pair in pairs)
    if not initials:
        return False
    whole = [pair for pair in pairs if pair.fit is not Fit.INITIAL]
    families = min(sum(not is_initial(word) for word in name.words) for name in (a, b))
    return not whole or len(whole) < families or min(p.score for p in whole) < 0.8


def _judge(score: float, within: bool) -> Verdict:
    if score >= (SAME_WITHIN if within else SAME):
        return Verdict.SAME
    return Verdict.POSSIBLE if score >= POSSIBLE else Verdict.DIFFERENT


def _join(pairs: Sequence[WordMatch]) -> float:
    """The words' scores as one: the worst counts as much as all together."""
    scores = [pair.score for pair in pairs]
    return 0.5 * min(scores) + 0.5 * sum(scores) / len(scores) if scores else 0.0


@dataclass(frozen=True, slots=True)
class Pairing:
    """The words of the shorter name with their partners.

    Attributes:
        matches: one a word of the shorter name.
        cost: what unpaired words and a turned order take off the score.
    """

    matches: tuple[WordMatch, ...]
    cost: float


#: What it costs when a word of the longer name has no partner: a middle one, the last (a second
#: family name), the first; and when the order differs, in names as long as each other or not.
_MIDDLE, _LAST, _FIRST = 0.03, 0.12, 0.15
_TURNED, _TURNED_PART = 0.04, 0.3
#: Two family names are not one because both are given names as well ("Hosseini", "Hussein").
_GIVEN_AS_FAMILY = 0.6


def align(a: Name, b: Name, languages: tuple[str, str], *, places: bool = False) -> Pairing:
    """The best pairing of the words of two names."""
    words_a = [get_word(word, languages[0]) for word in a.words][:_MOST_WORDS]
    words_b = [get_word(word, languages[1]) for word in b.words][:_MOST_WORDS]
    if len(words_a) > len(words_b):
        words_a, words_b = words_b, words_a
    table = [[score_words(x, y, places=places) for y in words_b] for x in words_a]
    if not places and min(len(words_a), len(words_b)) > 1 and table[-1][-1][1] is Fit.GIVEN:
        table[-1][-1] = (_GIVEN_AS_FAMILY, Fit.GIVEN)
    way, cost = _best_way([[score for score, _ in row] for row in table], len(words_b))
    matches = [WordMatch(*table[i][j], words_a[i], words_b[j]) for i, j in enumerate(way)]
    return Pairing(tuple(matches), cost)


def _best_way(scores: list[list[float]], long: int) -> tuple[tuple[int, ...], float]:
    """The way to pair the words that scores most after its cost, and that cost."""
    best: tuple[float, float] = (-9.0, 0.0)
    chosen: tuple[tuple[int, ...], float] = ((), 0.0)
    short = len(scores)
    for way, cost in _list_ways(short, long):
        taken = [row[j] for row, j in zip(scores, way, strict=True)]
        total = sum(taken)
        rank = (0.5 * min(taken) + 0.5 * total / short - cost, total)
        if rank > best:
            best, chosen = rank, (way, cost)
    return chosen


@functools.cache
def _list_ways(short: int, long: int) -> tuple[tuple[tuple[int, ...], float], ...]:
    """Every pairing of so many words with so many, and what its order and gaps cost."""
    return tuple((way, _cost(way, long)) for way in permutations(range(long), short))


def _cost(way: tuple[int, ...], size: int) -> float:
    """What a pairing's order and the words that it leaves out take off."""
    if len(way) == 1:
        return 0.03 * (size - 1)
    ordered = list(way) == sorted(way)
    if len(way) == size:
        return 0.0 if ordered else _TURNED
    left = [number for number in range(size) if number not in way]
    cost = sum(_FIRST if n == 0 else _LAST if n == size - 1 else _MIDDLE for n in left)
    return cost + (0.0 if ordered else _TURNED_PART)


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
    if not first.words or not second.words:
        return Comparison(0.0, Verdict.DIFFERENT, ("there is no name to compare",))
    pairs = align(first, second, languages, places=True).matches
    score = _join(pairs) - 0.25 * abs(len(first.words) - len(second.words))
    within = is_cyrillic(a) == is_cyrillic(b)
    return Comparison(round(score, 3), _judge(score, within), tuple(one.reason for one in pairs))


def _compare_korean(a: str, b: str, languages: tuple[str, str]) -> Comparison | None:
    """Korean names by the spelling that all romanisations share; None where one is not Korean."""
    from sayso.gazetteer.names.korean import fold_korean, is_korean

    if not (is_korean(a) and is_korean(b)):
        return None
    first = {fold_korean(form) for form in (a, *list_stems(a, languages[0] or "en"))}
    second = {fold_korean(form) for form in (b, *list_stems(b, languages[1] or "en"))}
    if first & second:
        return Comparison(0.95, Verdict.SAME, (f"{a} and {b} are one Korean name romanised",))
    return Comparison(0.4, Verdict.DIFFERENT, (f"{a} and {b} are two Korean names",))
