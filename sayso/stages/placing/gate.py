"""Which sentences can hold the name of a place, or a place: asked of every sentence of a page."""

from __future__ import annotations

import functools

from sayso.gazetteer.places.words import PlaceWords
from sayso.stages.placing.index import Index, index_of
from sayso.stages.placing.name import find_alone, goes_on, seconds_of
from sayso.stages.placing.tokens import split_words
from sayso.stages.recut import SIGNS
from sayso.stages.segment import Sentence

#: What makes a name a place stands at most so many words behind its first.
REACH = 8
#: Marks behind which the place may stand that holds another: "Paris, Texas".
_OPENS = frozenset(",(")


def may_name(sentence: Sentence, words: PlaceWords, language: str) -> bool:
    """False for a sentence in which there is no name of a place."""
    if words.joined or words.endings:
        return True
    return any(
        _is_name(sentence, at, words, language)
        for at, word in enumerate(sentence.words)
        if word != sentence.low[at]
    )


def may_hold(sentence: Sentence, words: PlaceWords, language: str) -> bool:
    """False for a sentence without a name of a place beside a word that can make it a place."""
    if words.joined or words.endings:
        return True
    index = index_of(words)
    return any(
        _is_name(sentence, at, words, language) and _is_told(sentence, at, index, language)
        for at, word in enumerate(sentence.words)
        if word != sentence.low[at]
    )


def _is_name(sentence: Sentence, at: int, words: PlaceWords, language: str) -> bool:
    """True where a name may begin at a word with a capital."""
    word = sentence.words[at]
    if not word.isalpha():
        return may_hold_one(word, words, language)
    if find_alone(word, words, language) or _is_long(sentence, at, language):
        return True
    before = sentence.low[at - 1] if at else "."
    return before in words.contracted or _has_kind(sentence, at, index_of(words))


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


@functools.lru_cache(maxsize=16384)
def may_hold_one(word: str, words: PlaceWords, language: str) -> bool:
    """True for a word that is not of letters alone, with a name in it or begun by it."""
    pieces = [t for t in split_words(word, 0, len(word), words.elisions) if t.capital]
    return any(find_alone(p.text, words, language) or seconds_of(p.text, language) for p in pieces)
