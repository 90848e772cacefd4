"""Spot names of places in a sentence: what stands before or behind them says that they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.gazetteer.places.candidates import find_meanings
from sayso.gazetteer.places.forms import split_kind
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
    text: str, tokens: Sequence[Token], at: int, words: PlaceWords, language: str
) -> Name | None:
    """The longest name of a place that begins with the word at `at`, with its kind's noun."""
    token = tokens[at]
    if not token.capital:
        return None
    if at and (article := words.contracted.get(tokens[at - 1].low)):
        whole = f"{article} {token.text}"  # "au Caire" is "à" and "Le Caire"
        if any(m.row.population >= LEAST_WITH_ARTICLE for m in find_meanings(whole, language)):
            return Name(at, at, at, at, whole, "city")
    for last in range(min(len(tokens), at + MOST_WORDS) - 1, at - 1, -1):
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
                if find_meanings(stem, language, given):
                    open_, shut = (first if kind else at), (close if after else last)
                    return Name(at, last, open_, shut, stem, given)
    return None


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
    for kind, given in (("region", words.region_after), ("city", words.city_after)):
        for noun in given:
            size = len(noun.split())
            stop = last + size
            if stop < len(tokens) and text[tokens[last].end : tokens[stop].end] == noun:
                return stop, kind
    return last, None


def find_spot(
    text: str, tokens: Sequence[Token], name: Name, words: PlaceWords, language: str,
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
                if words.plain_nouns and any(t.low in words.articles for t in between):
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
    text: str, tokens: Sequence[Token], name: Name, words: PlaceWords, language: str
) -> tuple[str | None, int]:
    """The country or region behind a comma or in brackets, where one of the places lies in it."""
    after = name.close + 1
    marked = after < len(tokens) and tokens[after].low in (",", "(")
    after += marked
    plain = after
    while after < len(tokens) and tokens[after].low in (*words.articles, *words.in_):
        after += 1
    if after >= len(tokens) or not tokens[after].capital or not (marked or after > plain):
        return None, name.close
    holder = find_name(text, tokens, after, words, language)
    if holder is None or (not marked and holder.first > after):
        return None, name.close
    end = holder.close if after == plain else name.close
    wide = {
        (m.row.kind, m.row.country if m.row.kind == "country" else m.row.number)
        for m in find_meanings(holder.text, language, holder.kind)
        if m.row.kind in ("country", "region")
    }
    for meaning in find_meanings(name.text, language, name.kind):
        row = meaning.row
        if row.kind != "country" and ("country", row.country) in wide:
            return holder.text, end
        if row.kind == "city" and row.region and ("region", row.region) in wide:
            return holder.text, end
    return None, name.close
