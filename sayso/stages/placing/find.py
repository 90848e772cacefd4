"""Place: where the things happen that a text tells, with coordinates and precision.

A place comes from what the words around its name say ("near Goma", "Gebiet Kursk", "entered
Bakhmut"), never from where a speaker stood, from the dateline, or from inside a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import Form, find_country, find_demonym, find_entry
from sayso.gazetteer.people import find_genders
from sayso.gazetteer.places.candidates import find_meanings
from sayso.gazetteer.places.forms import split_kind
from sayso.gazetteer.places.rank import Candidate, Ranking, find_place
from sayso.gazetteer.places.words import PlaceWords, load_place_words
from sayso.model import Place, Record
from sayso.spans import Span, span
from sayso.stages.placing.name import Tokens, find_name
from sayso.stages.placing.page import find_near, find_people
from sayso.stages.placing.speaker import is_speakers
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


@dataclass(frozen=True, slots=True)
class _Page:
    """What holds for every sentence of the text."""

    text: str
    language: str
    words: PlaceWords
    near: tuple[str, ...]
    people: frozenset[str]
    countries: tuple[str, ...]
    known: dict[str, str]
    ranked: dict[tuple[str | None, ...], Ranking]


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
    cut = [Tokens(_cut(text, start, end, words, language)) for start, end in sentences]
    page = _read_page(text, language, words, cut, dateline, countries)
    found: list[PlaceMention] = []
    for tokens in cut:
        found += _read_sentence(page, tokens, (*sources, *cues), cues, contents, dateline)
    return tuple(found)


def _cut(text: str, start: int, end: int, words: PlaceWords, language: str) -> list[Token]:
    tokens = split_words(text, start, end, words.elisions)
    if not words.joined:
        return tokens
    parts = split_particles(tokens, words.particles, lambda w: bool(find_meanings(w, language)) or (
        bool(split_kind(w, words)[1]) and bool(find_meanings(split_kind(w, words)[0], language))
    ))  # fmt: skip
    nouns = tuple(n for n in (*words.region_after, *words.city_after) if n[0] != " ")
    return split_particles(parts, nouns, lambda w: bool(find_meanings(w, language)))


def _read_page(
    text: str,
    language: str,
    words: PlaceWords,
    cut: Sequence[Tokens],
    dateline: Span | None,
    countries: Sequence[str],
) -> _Page:
    people = frozenset(name for tokens in cut for name in find_people(tokens, words))
    near: list[str] = []
    for tokens in cut:
        near += find_near(text, tokens, words, language, people)
    home, known = list(countries), {}
    if dateline:
        head = [part.strip(" -–—()") for part in dateline.text.split(",")]
        holder = next((p for p in head[1:] if find_place(p, language).winner), None)
        ranking = find_place(head[0], language, within=holder, near=near, countries=home)
        if ranking.winner and ranking.winner.place.country:
            home = [ranking.winner.place.country, *home]
        if holder:
            known[fold(head[0])] = holder
            near.append(holder)
    return _Page(text, language, words, tuple(dict.fromkeys(near)), people, tuple(home), known, {})


def _read_sentence(
    page: _Page,
    tokens: Tokens,
    parties: Sequence[Span],
    cues: Sequence[Span],
    contents: Sequence[Span],
    dateline: Span | None,
) -> list[PlaceMention]:
    found: list[PlaceMention] = []
    before: Spot | None = None
    at = 0
    while at < len(tokens):
        name = find_name(page.text, tokens, at, page.words, page.language)
        if name is None:
            at += 1
            continue
        spot = find_spot(page.text, tokens, name, page.words, page.language, before)
        at = name.first + 1 if spot is None else name.last + 1
        if spot is None or _is_part_of_name(page, tokens, spot):
            continue
        start, end = tokens[name.open].start, tokens[spot.end].end
        where = span(page.text, start, end)
        if any(where.overlaps(p) for p in parties) or (dateline and where.overlaps(dateline)):
            continue
        content = next((c for c in contents if c.covers(where)), None)
        heard = [(c.start, c.end) for c in cues if not (content and content.overlaps(c))]
        inside = (content.start, content.end) if content else None
        if is_speakers(tokens, spot, page.words, heard if not content else (), inside):
            continue
        mention = _decide(page, spot, where)
        if mention:
            found.append(mention)
            before, at = spot, max(at, spot.end + 1)
    return found


def _is_part_of_name(page: _Page, tokens: Sequence[Token], spot: Spot) -> bool:
    """The name is a piece of a person's or body's: "the Paris Agreement", "Minister Jordan"."""
    name = spot.name
    if not name.kind and find_entry(name.text, page.language, _PARTIES):
        return True
    doubtful = spot.weak or spot.owner or spot.relation in ("to", "from")
    if doubtful and tokens[name.first].low in page.people:
        return True
    if name.open and (before := tokens[name.open - 1]).text[0].isalpha():
        if before.low.rstrip(".") in page.words.people:
            return True
        beside = before.text[0].isupper() and before.low not in page.words.articles
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
    allowed = after.text in page.words.capital_after or after.low in page.words.people
    return not (allowed or _is_country_word(after.text, page.language))


def _is_country_word(word: str, language: str) -> bool:
    return bool(find_demonym(word, language) or find_country(word, language))


def _decide(page: _Page, spot: Spot, where: Span) -> PlaceMention | None:
    """What the name means, unless nothing it may mean is likely enough."""
    name = spot.name
    within = spot.within or (page.known.get(fold(name.text)) if not name.kind else None)
    asked = (name.text, name.kind, within, spot.lean)
    if asked not in page.ranked:
        page.ranked[asked] = find_place(
            name.text,
            page.language,
            near=page.near,
            countries=page.countries,
            kind=name.kind,
            within=within,
            lean=spot.lean,
        )
    ranking = page.ranked[asked]
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
        place=_as_place(winner, where.text),
        relation=spot.relation,
        reasons=winner.reasons,
        losers=ranking.losers[:5],
    )


def _as_place(winner: Candidate, text: str) -> Place:
    found = winner.place
    return Place(
        name=found.name,
        text=text,
        geonames=found.geonames,
        country=found.country,
        lat=found.lat,
        lon=found.lon,
        precision=found.precision,
    )
