"""Find runs of words that the gazetteer knows, with the nouns that tell their kind."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import load_index
from sayso.gazetteer.places.candidates import find_meanings
from sayso.gazetteer.places.forms import split_kind
from sayso.gazetteer.places.store import reach
from sayso.gazetteer.places.words import PlaceWords
from sayso.stages.placing.tokens import STOPS, Token, ends_at

#: A name has no more words than this.
MOST_WORDS = 6
#: A town whose article may be part of its preposition has as many people.
LEAST_WITH_ARTICLE = 100_000


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that the gazetteer knows.

    Attributes:
        first, last: its words, kind nouns not counted; `open` and `close` with them.
        text: the name alone.
        kind: what a noun beside it says.
    """

    first: int
    last: int
    open: int
    close: int
    text: str
    kind: str | None


class Tokens(list[Token]):
    """The words of a sentence, and the names that were already looked up in it by first word."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.names: dict[int, Name | None] = {}


def find_name(
    text: str, tokens: Tokens, at: int, words: PlaceWords, language: str
) -> Name | None:
    """The longest name of a place that begins with the word at `at`, with its kind's noun."""
    if not tokens[at].capital:
        return None
    if at not in tokens.names:
        tokens.names[at] = _read_name(text, tokens, at, words, language)
    return tokens.names[at]


def _read_name(
    text: str, tokens: Sequence[Token], at: int, words: PlaceWords, language: str
) -> Name | None:
    token = tokens[at]
    if at and (article := words.contracted.get(tokens[at - 1].low)):
        whole = f"{article} {token.text}"  # "au Caire" is "à" and "Le Caire"
        if any(m.row.population >= LEAST_WITH_ARTICLE for m in find_meanings(whole, language)):
            return Name(at, at, at, at, whole, "city")
    most = min(len(tokens), at + _most_words(token, words, language))
    for last in range(most - 1, at - 1, -1):
        written = text[token.start : tokens[last].end]
        if last > at and not _may_end(tokens, at, last):
            continue
        if last == at and not _has_kind(tokens, at, words) and token.low in words.modifiers:
            return None
        alone = not _has_kind(tokens, at, words) and not _kind_after(text, tokens, last, words)[1]
        if alone and written in words.not_places:
            return None
        first, kind = _kind_before(tokens, at, words)
        close, after = _kind_after(text, tokens, last, words)
        inner, said = split_kind(written, words)
        for given in dict.fromkeys((kind or after or said, None)):
            both = (inner, written) if given == "region" else (written, inner)
            for stem in dict.fromkeys(both):
                if stem.lower() not in words.modifiers and find_meanings(stem, language, given):
                    open_, shut = (first if kind else at), (close if after else last)
                    return Name(at, last, open_, shut, stem, given)
    return None


def _most_words(token: Token, words: PlaceWords, language: str) -> int:
    """Words that a name beginning with this one can have at most, marks in it counted."""
    parts = reach(fold(token.text).partition("-")[0])
    known = load_index(language).reach
    if words.endings or token.low in known or token.low.partition("-")[0] in known:
        parts = max(parts, MOST_WORDS // 2)  # "Нижнем Новгороде"; countries' names
    return min(MOST_WORDS, parts * 2 - (parts == 1))


def _has_kind(tokens: Sequence[Token], at: int, words: PlaceWords) -> bool:
    return bool(_kind_before(tokens, at, words)[1])


def _may_end(tokens: Sequence[Token], at: int, last: int) -> bool:
    """A name holds no mark but brackets ("Frankfurt (Oder)"), and only a short one ends with a
    small letter ("Java occidental")."""
    inside = [t.low for t in tokens[at + 1 : last + 1]]
    if inside[-1] == ")":
        return len(inside) == 3 and inside[0] == "("
    if not (tokens[last].capital or (last <= at + 2 and tokens[last].text.isalpha())):
        return False
    return not any(t in STOPS or t == "'s" for t in inside)


def _kind_before(tokens: Sequence[Token], at: int, words: PlaceWords) -> tuple[int, str | None]:
    """A noun before the name: "the town of", "Gebiet"; its first word and the kind."""
    for kind, given in (("region", words.region_before), ("city", words.city_before)):
        found = ends_at(tokens, at - 1, given)
        if found:
            return at - len(found), kind
    return at, None


def _kind_after(
    text: str, tokens: Sequence[Token], last: int, words: PlaceWords
) -> tuple[int, str | None]:
    """A noun behind the name: "region"; its last word and the kind."""
    if last + 1 >= len(tokens):
        return last, None
    for noun, size, kind in _nouns_after(words).get(tokens[last + 1].text, ()):
        stop = last + size
        if stop < len(tokens) and text[tokens[last].end : tokens[stop].end] == noun:
            return stop, kind
    return last, None


@functools.cache
def _nouns_after(words: PlaceWords) -> dict[str, tuple[tuple[str, int, str], ...]]:
    """First word of a noun behind a name → the nouns, the number of their words, and the kind."""
    index: dict[str, tuple[tuple[str, int, str], ...]] = {}
    for kind, given in (("region", words.region_after), ("city", words.city_after)):
        for noun in given:
            parts = noun.split()
            index[parts[0]] = (*index.get(parts[0], ()), (noun, len(parts), kind))
    return index
