"""Spot names of places in a sentence: what stands before or behind them says that they are."""

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
from sayso.stages.placing.tokens import STOPS, Token, ends_at, starts_at

#: A name has no more words than this; no more words than this stand between it and its preposition.
MOST_WORDS, MOST_BETWEEN = 6, 5
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


@dataclass(frozen=True, slots=True)
class Spot:
    """A name that the words around it make a place.

    Attributes:
        relation: "in", "near", "to", "from", "on" (the object of an attack), "of" (by its noun).
        begin: the first word of what makes it one.
        weak: the words hardly prove it.
        lean: "city" or "wide" where the preposition says so.
        within: the country or region named behind it ("Paris, Texas"); end: the last word.
        owner: a possessive: "Carson's".
    """

    name: Name
    relation: str
    begin: int
    weak: bool
    lean: str | None
    within: str | None
    end: int
    owner: bool = False


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


def find_spot(
    text: str, tokens: Tokens, name: Name, words: PlaceWords, language: str,
    before: Spot | None,
) -> Spot | None:  # fmt: skip
    """What makes the name a place, or None. `before` is the spot that ends just before it."""
    within, end = _within(text, tokens, name, words, language)
    trigger = _particle(text, tokens, name, words) if words.joined else None
    if not words.joined:
        trigger = _trigger(tokens, name, words)
    if trigger is None and before is not None and _is_joined(tokens, before, name, words):
        trigger = (before.relation, name.open, before.weak, None)
    if trigger is None and name.kind:
        trigger = ("of", name.open, False, None)
    if trigger is None and within and _may_stand_alone(tokens, name):
        trigger = ("in", name.open, False, None)
    if trigger is None and any(
        starts_at(tokens, name.close + 1, (phrase,)) for phrase in words.passive
    ):
        trigger = ("on", name.open, False, None)
    if trigger is None:
        return None
    relation, begin, weak, lean = trigger
    owner = end + 1 < len(tokens) and tokens[end + 1].low == "'s"
    return Spot(name, relation, begin, weak and not name.kind, lean, within, end, owner)


def _trigger(
    tokens: Sequence[Token], name: Name, words: PlaceWords
) -> tuple[str, int, bool, str | None] | None:
    """The preposition or verb before a name, articles and the like between them passed over."""
    at = name.open - 1
    for _ in range(MOST_BETWEEN):
        if at < 0:
            return None
        for relation, given in (
            ("near", words.near), ("on", words.on), ("in", words.in_),
            ("from", words.from_), ("to", words.to),
        ):  # fmt: skip
            found = ends_at(tokens, at, given)
            if found:
                written = " ".join(found)
                between = tokens[at + 1 : name.open]
                low = " ".join((written, *(t.low for t in between)))
                lean = words.kinds.get(low) or words.kinds.get(written)
                if words.bare_towns and any(t.low in words.articles for t in between):
                    lean = "wide only"
                return relation, at - len(found) + 1, written in words.weak, lean
        if tokens[at].low == "'s" and at and tokens[at - 1].capital:
            at -= 2
        elif tokens[at].low in words.modifiers or tokens[at].low in words.articles:
            at -= 1
        else:
            return None
    return None


def _particle(
    text: str, tokens: Sequence[Token], name: Name, words: PlaceWords
) -> tuple[str, int, bool, str | None] | None:
    """Korean: what is written behind the name, in the same word or the next ones."""
    after = name.close + 1
    if after >= len(tokens):
        return None
    rest = text[tokens[name.close].end :]
    for relation, given in (("in", words.in_), ("near", words.near), ("to", words.to)):
        if tokens[after].low in given:
            return relation, name.open, tokens[after].low in words.weak, None
    if any(rest.startswith(taken) for taken in words.on):
        return "on", name.open, False, None
    return None


def _is_joined(tokens: Sequence[Token], before: Spot, name: Name, words: PlaceWords) -> bool:
    """Only "and" or a comma stands between the place before and this name."""
    between = [t.low for t in tokens[before.end + 1 : name.open]]
    joining = {",", *words.and_, *words.articles}
    return 0 < len(between) <= 3 and all(t in joining for t in between)


def _may_stand_alone(tokens: Sequence[Token], name: Name) -> bool:
    """No capitalised word right before it: "Minister Jordan, Syria" is none."""
    return name.open == 0 or not tokens[name.open - 1].capital


def _within(
    text: str, tokens: Tokens, name: Name, words: PlaceWords, language: str
) -> tuple[str | None, int]:
    """The country or region behind a comma, in brackets or after "in", where one of the places lies
    in it; and the last word of both where only a mark divides them."""
    after = name.close + 1
    marked = after < len(tokens) and tokens[after].low in (",", "(")
    after += marked
    plain = after
    if marked and after < len(tokens):
        for short, whole in words.short.items():
            if text.startswith(short, tokens[after].start) and _holds(whole, name, language):
                end = tokens[after].start + len(short)
                return whole, max(k for k in range(after, len(tokens)) if tokens[k].start < end)
    while after < len(tokens) and tokens[after].low in words.in_:
        after += 1
    if marked or after > plain:
        after = _skip(tokens, after, words.articles) if after > plain else after
        holder = _read_holder(text, tokens, after, words, language)
        if holder and _holds(holder.text, name, language, holder.kind):
            if after > plain:
                return holder.text, name.close
            if _is_closed(tokens, holder, words):
                return holder.text, holder.close
    return None, name.close


def _skip(tokens: Sequence[Token], at: int, low: tuple[str, ...]) -> int:
    while at < len(tokens) and tokens[at].low in low:
        at += 1
    return at


def _read_holder(
    text: str, tokens: Tokens, at: int, words: PlaceWords, language: str
) -> Name | None:
    if at >= len(tokens) or not tokens[at].capital:
        return None
    return find_name(text, tokens, at, words, language)


def _is_closed(tokens: Sequence[Token], holder: Name, words: PlaceWords) -> bool:
    """ "In Paris, Canada said": what follows a mere comma holds the town only where a mark or a
    small word comes after it, not a verb."""
    at = holder.close + 1
    if at >= len(tokens) or not tokens[at].text[0].isalpha():
        return True
    small = (*words.in_, *words.near, *words.to, *words.from_, *words.and_, *words.that)
    return tokens[at].low in small or tokens[at].text in words.capital_after


def _holds(holder: str, name: Name, language: str, kind: str | None = None) -> bool:
    """One of the places that the name may mean lies in the country or region."""
    meanings = find_meanings(name.text, language, name.kind)
    holders = find_meanings(holder, language, kind)
    if meanings and holders and meanings[0].row.kind == holders[0].row.kind == "country":
        return False  # "Canada, Mexico" is a list
    countries = {m.row.country for m in holders if m.row.kind == "country"}
    regions = {m.row.number for m in holders if m.row.kind == "region"}
    return any(
        m.row.kind != "country" and (m.row.country in countries or m.row.region in regions)
        for m in meanings
    )
