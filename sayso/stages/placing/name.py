"""Find runs of words that the gazetteer knows, with the nouns that tell their kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import load_index
from sayso.gazetteer.places.candidates import find_meanings
from sayso.gazetteer.places.forms import split_kind
from sayso.gazetteer.places.store import reach
from sayso.gazetteer.places.words import PlaceWords
from sayso.stages.placing.alone import find_alone, goes_on, what_may
from sayso.stages.placing.index import index_of
from sayso.stages.placing.tokens import STOPS, Token, find_before

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
    """The words of a sentence; which have a capital, or are of a script without small letters;
    and the names that were already looked up in it by first word."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.capitals = [
            n
            for n, (text, low, _, _) in enumerate(tokens)
            if (text != low or not text.isascii()) and tokens[n].capital
        ]
        self.kinds: bool | None = None
        self.names: dict[int, Name | None] = {}


def find_name(text: str, tokens: Tokens, at: int, words: PlaceWords, language: str) -> Name | None:
    """The longest name of a place that begins with the capital at `at`, with its kind's noun."""
    if at not in tokens.names:
        if _is_plain(tokens, at, words, language):
            tokens.names[at] = None
        elif _stands_alone(tokens, at, words, language):
            found = find_alone(tokens[at].text, words, language)
            tokens.names[at] = Name(at, at, at, at, *found) if found else None
        else:
            tokens.names[at] = _read_name(text, tokens, at, words, language)
    return tokens.names[at]


def _is_plain(tokens: Tokens, at: int, words: PlaceWords, language: str) -> bool:
    """True for a word that can't begin a name, in a sentence without nouns of kinds."""
    if words.endings or words.joined:
        return False
    if tokens.kinds is None:
        known = index_of(words).kind_words
        tokens.kinds = any(token.low in known for token in tokens)
    return not tokens.kinds and not what_may(tokens[at].text, words, language)


def _stands_alone(tokens: Sequence[Token], at: int, words: PlaceWords, language: str) -> bool:
    """True where no noun of kinds is beside a word, and no name goes on with the next one."""
    index, after = index_of(words), tokens[at + 1] if at + 1 < len(tokens) else None
    if after and (after.text in index.kinds_after or after.text == "("):
        return False
    if at and (
        tokens[at - 1].low in words.contracted or find_before(tokens, at - 1, index.kinds_before)
    ):
        return False
    if after is None or after.stop:
        return True
    whole = after.text[0].isalpha() and after.text[-1] not in "'’"
    return whole and not words.endings and not goes_on(tokens[at].text, after.text, language)


def _read_name(
    text: str, tokens: Sequence[Token], at: int, words: PlaceWords, language: str
) -> Name | None:
    """The longest name at a word, by trying each."""
    token, index = tokens[at], index_of(words)
    if at and (article := words.contracted.get(tokens[at - 1].low)):
        whole = f"{article} {token.text}"  # "au Caire" is "à" and "Le Caire"
        if any(m.row.population >= LEAST_WITH_ARTICLE for m in find_meanings(whole, language)):
            return Name(at, at, at, at, whole, "city")
    most = min(len(tokens), at + _most_words(token, words, language))
    first, kind = _kind_before(tokens, at, words)
    for last in range(most - 1, at - 1, -1):
        written = text[token.start : tokens[last].end]
        if last > at and not _may_end(tokens, at, last):
            continue
        if last == at and not kind and token.low in index.modifiers:
            return None
        close, after = _kind_after(text, tokens, last, words)
        if not kind and not after and written in index.not_places:
            return None
        inner, said = split_kind(written, words)
        for given in dict.fromkeys((kind or after or said, None)):
            both = (inner, written) if given == "region" else (written, inner)
            for stem in dict.fromkeys(both):
                if stem.lower() not in index.modifiers and find_meanings(stem, language, given):
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
    found = find_before(tokens, at - 1, index_of(words).kinds_before)
    return (at - len(found[0]), found[1]) if found else (at, None)


def _kind_after(
    text: str, tokens: Sequence[Token], last: int, words: PlaceWords
) -> tuple[int, str | None]:
    """A noun behind the name: "region"; its last word and the kind."""
    if last + 1 >= len(tokens):
        return last, None
    for noun, size, kind in index_of(words).kinds_after.get(tokens[last + 1].text, ()):
        stop = last + size
        if stop < len(tokens) and text[tokens[last].end : tokens[stop].end] == noun:
            return stop, kind
    return last, None
