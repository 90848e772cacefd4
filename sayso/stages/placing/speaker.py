"""Where a speaker stood is no place of what is told: "said in Paris", "speaking in Geneva"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.gazetteer.places.words import PlaceWords
from sayso.stages.placing.index import index_of
from sayso.stages.placing.spot import Spot
from sayso.stages.placing.tokens import Token, clauses, find_before

#: After a verb with an addressee no more words than this stand before the place.
MOST_ADDRESSEE = 6


def find_sayings(
    tokens: Sequence[Token], words: PlaceWords, cues: Sequence[tuple[int, int]]
) -> list[tuple[int, int, bool]]:
    """The verbs of saying in a sentence: first and last word, and whether an addressee follows."""
    found, index = [], index_of(words)
    cues = [c for c in cues if c[0] < tokens[-1].end and tokens[0].start < c[1]]
    for at, token in enumerate(tokens):
        if not cues and token.low not in index.saying and not words.joined:
            continue
        if find_before(tokens, at, index.not_say):
            continue
        said, _ = find_before(tokens, at, index.say) or ((), "")
        told, _ = find_before(tokens, at, index.tell) or ((), "")
        cue = any(start < token.end and token.start < end for start, end in cues)
        if words.joined:
            said = said or tuple(w for w in words.say if token.low.endswith(w))[:1]
        if said or told or cue:
            found.append((at - max(len(said), len(told), 1) + 1, at, bool(told)))
    return found


def is_speakers(
    tokens: Sequence[Token],
    spot: Spot,
    words: PlaceWords,
    cues: Sequence[tuple[int, int]],
    content: tuple[int, int] | None,
) -> bool:
    """True where the place belongs to the saying and not to what is said.

    Args:
        tokens: the sentence's words.
        spot: the place in question.
        words: of the language.
        cues: offsets of cues that are known.
        content: offsets of the content that the place stands in; sayings outside it do not count.
    """
    sayings = find_sayings(tokens, words, cues)
    if content:
        sayings = [s for s in sayings if content[0] <= tokens[s[0]].start < content[1]]
    if not sayings or spot.relation in ("on", "of"):
        return False
    if words.verb_last:
        return _before_the_content(tokens, spot, sayings)
    numbers = clauses(tokens, words.that)
    own = numbers[spot.name.first]
    return any(
        _belongs(tokens, spot, words, saying, numbers)
        for saying in sayings
        if numbers[saying[1]] == own
    ) or _opens_sentence(tokens, spot, sayings, numbers)


def _belongs(
    tokens: Sequence[Token],
    spot: Spot,
    words: PlaceWords,
    saying: tuple[int, int, bool],
    numbers: list[int],
) -> bool:
    """The saying stands in the place's clause: does the place tell where it was said?"""
    first, last, told = saying
    if spot.begin <= first:
        return numbers[-1] > numbers[spot.name.first] + 1 or not words.scene
    between = tokens[last + 1 : spot.begin]
    inverted = first > 0 and tokens[first - 1].stop  # “…,” said the minister in Paris
    if told or inverted:
        return len(between) <= MOST_ADDRESSEE
    if words.scene:
        beside = (*words.scene, *words.people)
        return all(t.low in beside or t.capital or not t.text.isalpha() for t in between)
    own = numbers[spot.name.first]
    others = {n for n, t in zip(numbers, tokens, strict=True) if t.text.isalnum()} - {own}
    return bool(others)


def _opens_sentence(
    tokens: Sequence[Token],
    spot: Spot,
    sayings: Sequence[tuple[int, int, bool]],
    numbers: list[int],
) -> bool:
    """ "In Paris, the minister said that …": the place alone, then a clause that says."""
    if spot.begin > 0 or spot.end + 1 >= len(tokens) or tokens[spot.end + 1].low != ",":
        return False
    after = numbers[spot.end + 1]
    for first, last, _ in sayings:
        if numbers[first] == after:
            parenthetical = last + 1 < len(tokens) and tokens[last + 1].low == ","
            return not parenthetical
    return False


def _before_the_content(
    tokens: Sequence[Token], spot: Spot, sayings: Sequence[tuple[int, int, bool]]
) -> bool:
    """Korean: between the topic (…는) and the next subject (…이) stands where it was said."""
    topic = next((i for i, t in enumerate(tokens) if t.low[-1:] in "은는"), None)
    if topic is None or not topic < spot.name.first < sayings[-1][0]:
        return False
    later = tokens[topic + 1 : spot.name.first]
    return not any(t.low[-1:] in "이가을를" for t in later)
