"""Place: where the things happen that a text tells, with coordinates and precision.

A place comes from what the words around its name say ("near Goma", "Gebiet Kursk", "entered
Bakhmut"), never from where a speaker stood, from the dateline, or from inside a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import Form, find_country, find_demonym, find_entry
from sayso.gazetteer.people import find_genders
from sayso.gazetteer.places.candidates import find_meanings
from sayso.gazetteer.places.forms import split_kind
from sayso.gazetteer.places.rank import Candidate
from sayso.gazetteer.places.words import PlaceWords, load_place_words
from sayso.model import Place, Record
from sayso.spans import Span, span
from sayso.stages.placing.index import index_of
from sayso.stages.placing.name import Tokens, find_name
from sayso.stages.placing.page import Given, Page
from sayso.stages.placing.spot import Spot, find_spot
from sayso.stages.placing.tokens import Token, split_particles, split_words

#: A name is a place's only from this score on (orders of magnitude of population): a village
#: needs a neighbour on the page, where every noun has a capital (German) a small town does too,
#: and after a word that hardly proves it, or before "'s", a town must be large.
LEAST, LEAST_NOUNS, LEAST_WEAK, LEAST_OWNER = 3.8, 4.3, 5.5, 6.0
#: Entries of the gazetteer that are parties, though towns are called so too ("White House").
_PARTIES = (Form.SEAT, Form.BODY, Form.MEDIUM)


class PlaceMention(Record, frozen=True, kw_only=True):
    """One place of a text.

    Attributes:
        span: the name with the noun of its kind ("région de Koursk").
        place: what it means, with coordinates where the gazetteer has them.
        relation: "in", "near", "to", "from", "on" (what is attacked, taken), "of" (by its noun).
        reasons: what it was decided by; losers: what else the name might have meant, best first.
    """

    span: Span
    place: Place
    relation: str
    reasons: tuple[str, ...]
    losers: tuple[Candidate, ...] = ()


def find_places(
    text: str,
    language: str,
    sentences: Sequence[tuple[int, int]],
    *,
    sources: Sequence[Span] = (),
    cues: Sequence[Span] = (),
    contents: Sequence[Span] = (),
    dateline: Span | None = None,
    countries: Sequence[str] = (),
) -> tuple[PlaceMention, ...]:
    """The places of a text, in order.

    Args:
        text: the document's text.
        language: the page's language.
        sentences: offsets of the sentences.
        sources, cues, contents: those of the statements: a name in a source or cue is a party.
        dateline: where it stands; what it names helps to decide, and is no place of an event.
        countries: alpha-3 codes that the page is from or about (the outlet's), the surest first.

    Returns:
        The mentions; none for a language whose words nobody wrote (data/places.XX.toml).

    >>> text = "The minister said in Geneva that troops had entered Goma."
    >>> [(m.place.name, m.place.country) for m in find_places(text, "en", [(0, len(text))])]
    [('Goma', 'COD')]
    """
    words = load_place_words(language)
    if words is None:
        return ()
    cut = [Tokens(cut_words(text, start, end, words, language)) for start, end in sentences]
    parties = (*sources, *cues)
    given = Given(parties, tuple(cues), tuple(contents), dateline, tuple(countries))
    return tuple(
        read_sentences(Page(text, language, words, given, lambda: cut, lambda word: cut), cut)
    )


def cut_words(text: str, start: int, end: int, words: PlaceWords, language: str) -> list[Token]:
    tokens = split_words(text, start, end, words.elisions)
    if not words.joined:
        return tokens
    parts = split_particles(tokens, words.particles, lambda w: bool(find_meanings(w, language)) or (
        bool(split_kind(w, words)[1]) and bool(find_meanings(split_kind(w, words)[0], language))
    ))  # fmt: skip
    nouns = tuple(n for n in (*words.region_after, *words.city_after) if n[0] != " ")
    return split_particles(parts, nouns, lambda w: bool(find_meanings(w, language)))


def read_sentences(page: Page, cut: Iterable[Tokens]) -> Iterator[PlaceMention]:
    """The places of some sentences of a page, in order."""
    for tokens in cut:
        yield from _read_sentence(page, tokens)


def _read_sentence(page: Page, tokens: Tokens) -> list[PlaceMention]:
    """The places of one sentence."""
    found: list[PlaceMention] = []
    before: Spot | None = None
    after = 0
    for at in tokens.capitals:
        name = find_name(page.text, tokens, at, page.words, page.language) if at >= after else None
        if name is None:
            continue
        spot = find_spot(page.text, tokens, name, page.words, page.language, before)
        after = name.first + 1 if spot is None else name.last + 1
        if spot is None or _is_part_of_name(page, tokens, spot):
            continue
        start, end = tokens[name.open].start, tokens[spot.end].end
        where = span(page.text, start, end)
        if page.is_party(where) or page.is_speakers(tokens, spot, where):
            continue
        mention = _decide(page, spot, where)
        if mention:
            found.append(mention)
            before, after = spot, max(after, spot.end + 1)
    return found


def _is_part_of_name(page: Page, tokens: Sequence[Token], spot: Spot) -> bool:
    """The name is a piece of a person's or body's: "the Paris Agreement", "Minister Jordan"."""
    name, index = spot.name, index_of(page.words)
    if not name.kind and find_entry(name.text, page.language, _PARTIES):
        return True
    doubtful = spot.weak or spot.owner or spot.relation in ("to", "from")
    if doubtful and page.is_person(tokens[name.first]):
        return True
    if name.open and (before := tokens[name.open - 1]).text[0].isalpha():
        if before.low.rstrip(".") in index.people:
            return True
        beside = before.text[0].isupper() and before.low not in index.articles
        if beside and spot.begin == name.open and not page.words.plain_nouns:
            return True
    if spot.end + 1 >= len(tokens) or page.words.joined:
        return False
    after = tokens[spot.end + 1]
    if after.low == "&":
        return True
    if not (after.text[0].isalpha() and after.text[0].isupper()):
        return False
    if page.words.plain_nouns:
        return bool(find_genders(name.text)) and not find_country(name.text, page.language)
    allowed = after.text in index.capital_after or after.low in index.people
    return not (allowed or _is_country_word(after.text, page.language))


def _is_country_word(word: str, language: str) -> bool:
    return bool(find_demonym(word, language) or find_country(word, language))


def _decide(page: Page, spot: Spot, where: Span) -> PlaceMention | None:
    """What the name means, unless nothing it may mean is likely enough."""
    name = spot.name
    ranking = page.rank(spot)
    winner = ranking.winner
    least = LEAST_WEAK if spot.weak else LEAST
    if page.words.plain_nouns and not name.kind:
        least = max(least, LEAST_NOUNS)
    if winner is None or winner.score < least:
        return None
    if spot.owner and winner.kind == "city" and winner.score < LEAST_OWNER:
        return None  # "in Obama's words"
    if spot.within and not name.kind:
        page.known[fold(name.text)] = spot.within
    return PlaceMention(
        span=where,
        place=msgspec.structs.replace(winner.place, text=where.text),
        relation=spot.relation,
        reasons=winner.reasons,
        losers=ranking.losers[:5],
    )
