"""Which sentences can hold the name of a place, or a place: asked of every sentence of a page."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.gazetteer.places.words import PlaceWords
from sayso.stages.placing.alone import ALONE, LACKING, LONG, goes_on, seconds_of, what_may
from sayso.stages.placing.index import Index, index_of
from sayso.stages.recut import SIGNS
from sayso.stages.segment import Sentence

#: What makes a name a place stands at most so many words behind its first.
REACH = 8
#: Marks behind which the place may stand that holds another: "Paris, Texas".
_OPENS = frozenset(",(")


def find_candidates(sentence: Sentence, words: PlaceWords, language: str) -> list[int]:
    """The words of a sentence with which the name of a place can begin."""
    index, low = index_of(words), sentence.low
    kinds = not index.kind_words.isdisjoint(low)
    found = []
    for at, word in enumerate(sentence.words):
        if word == low[at]:
            continue
        may = what_may(word, words, language)
        if may & ALONE or ((may or kinds) and _may_in(sentence, at, may, words, language)):
            found.append(at)
    return found


def _may_in(sentence: Sentence, at: int, may: int, words: PlaceWords, language: str) -> bool:
    """True where the words beside it make a name of a word that is none alone."""
    if may & LONG and _is_long(sentence, at, language):
        return True
    if may & LACKING and at and sentence.low[at - 1] in words.contracted:
        return True
    return _has_kind(sentence, at, index_of(words))


def may_hold(
    sentence: Sentence, candidates: Sequence[int], words: PlaceWords, language: str
) -> bool:
    """False for a sentence without a name of a place beside a word that can make it a place."""
    index = index_of(words)
    return any(_is_told(sentence, at, index, language) for at in candidates)


def _is_long(sentence: Sentence, at: int, language: str) -> bool:
    """True where a name may go on from a word to the next."""
    word = sentence.words[at]
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) else "."
    if after.isalpha():
        return goes_on(word, after, language)
    return after not in SIGNS and bool(seconds_of(word, language))


def _has_kind(sentence: Sentence, at: int, index: Index) -> bool:
    """True where a noun beside a word tells the kind of place."""
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) else "."
    return after in index.kinds_after or (at > 0 and sentence.low[at - 1] in index.kinds_before)


def _is_told(sentence: Sentence, at: int, index: Index, language: str) -> bool:
    """True where something before or behind a name may make it a place."""
    low, before = sentence.low, at - 1
    while before >= 0 and low[before] in index.passed and low[before] not in index.lasts:
        before -= 1
    if before >= 0 and (low[before] in index.lasts or not low[before].isalpha()):
        return True
    if _has_kind(sentence, at, index):
        return True
    if not sentence.words[at].isalpha() or _is_long(sentence, at, language):
        return not index.follows.isdisjoint(low[at + 1 : at + REACH])
    after = low[at + 1] if at + 1 < len(low) else "."
    if after in _OPENS and at + 2 < len(low):
        capital = low[at + 2] != sentence.words[at + 2]
        return capital or low[at + 2] in index.in_ or not low[at + 2].isalpha()
    return after in index.follows
