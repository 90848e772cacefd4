"""Spot names of places in a sentence: what stands before or behind them says that they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.gazetteer.places.candidates import find_meanings
from sayso.gazetteer.places.words import PlaceWords
from sayso.stages.placing.index import Index, index_of
from sayso.stages.placing.name import Name, Tokens, find_name
from sayso.stages.placing.tokens import Token, find_before

#: No more words than this stand between a name and its preposition.
MOST_BETWEEN = 5


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
    if trigger is None and _is_passive(tokens, name.close + 1, index_of(words)):
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
    at, index = name.open - 1, index_of(words)
    for _ in range(MOST_BETWEEN):
        if at < 0:
            return None
        found = find_before(tokens, at, index.before)
        if found:
            phrase, relation = found
            written = " ".join(phrase)
            between = tokens[at + 1 : name.open]
            low = " ".join((written, *(t.low for t in between)))
            lean = words.kinds.get(low) or words.kinds.get(written)
            if words.bare_towns and any(t.low in index.articles for t in between):
                lean = "wide only"
            return relation, at - len(phrase) + 1, written in index.weak, lean
        if tokens[at].low == "'s" and at and tokens[at - 1].capital:
            at -= 2
        elif tokens[at].low in index.passed:
            at -= 1
        else:
            return None
    return None


def _is_passive(tokens: Sequence[Token], at: int, index: Index) -> bool:
    """What begins at a word has the name before it as its subject: "was shelled"."""
    given = index.passive.get(tokens[at].low, ()) if at < len(tokens) else ()
    return any(
        phrase == tuple(token.low for token in tokens[at : at + len(phrase)]) for phrase in given
    )


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
    index = index_of(words)
    while after < len(tokens) and tokens[after].low in index.in_:
        after += 1
    if marked or after > plain:
        after = _skip(tokens, after, index.articles) if after > plain else after
        holder = _read_holder(text, tokens, after, words, language)
        if holder and _holds(holder.text, name, language, holder.kind):
            if after > plain:
                return holder.text, name.close
            if _is_closed(tokens, holder, words):
                return holder.text, holder.close
    return None, name.close


def _skip(tokens: Sequence[Token], at: int, low: frozenset[str]) -> int:
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
    index = index_of(words)
    return tokens[at].low in index.small or tokens[at].text in index.capital_after


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
