"""Decide which of several places a name means, and keep what it was decided by."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.gazetteer.fold import fold
from sayso.gazetteer.places.candidates import Meaning, find_meanings
from sayso.gazetteer.places.evidence import Evidence, read_evidence, support
from sayso.gazetteer.places.forms import split_kind
from sayso.gazetteer.places.store import Row
from sayso.gazetteer.places.words import load_place_words
from sayso.model import Place, Record

#: Weights in orders of magnitude of population, chosen on eval/gold/places.toml between 0.5 and 2:
#: the page's first country, each further one; the language's own countries.
PAGE, PAGE_MORE, HOME = 1.5, 0.8, 0.25
#: A preposition that speaks for towns or for countries and regions (French "à", "en").
PREPOSITION = 3.0
#: What "Paris, Texas" and "the city of Paris" leave out is only kept as a loser.
EXCLUDED = -9.0
#: All other names of a page together give at most this much.
MOST_SUPPORT = 4.0
#: All that a page can say for a place gives at most this much.
MOST_HELP = MOST_SUPPORT + PAGE


class Candidate(Record, frozen=True, kw_only=True):
    """One place that a name may mean: its score (orders of magnitude) and the reasons for it."""

    place: Place
    kind: str
    score: float
    reasons: tuple[str, ...]
    population: int


class Ranking(Record, frozen=True, kw_only=True):
    """The place that a name means, and the places that it might have meant."""

    name: str
    winner: Candidate | None
    losers: tuple[Candidate, ...] = ()

    @property
    def margin(self) -> float:
        """How far the winner is ahead, in orders of magnitude of population; 9 if alone."""
        if not self.winner or not self.losers:
            return 9.0
        return self.winner.score - self.losers[0].score


def find_place(
    name: str,
    language: str,
    *,
    near: Sequence[str] = (),
    countries: Sequence[str] = (),
    kind: str | None = None,
    within: str | None = None,
    lean: str | None = None,
) -> Ranking:
    """Which place a name means on a page.

    Args:
        name: as written; a noun in it tells the kind ("Kursk region", "Gebiet Kursk").
        language: of the page.
        near: other names on the page: towns, regions, countries, adjectives ("Libyan").
        countries: alpha-3 codes that the page is from or about, the surest first.
        kind: "city", "region" or "country" where the text says so.
        within: the name of a country or region that must hold it ("Paris, Texas").
        lean: "city" or "wide" where the preposition speaks for one; "wide only" where it must
            be a country or region (German "im", "in der").

    Returns:
        The winner (None where the gazetteer has no such name) and the losers, best first.

    >>> find_place("Paris", "en", within="Texas").winner.place.country
    'USA'
    >>> ranking = find_place("Tripoli", "en", near=["Beirut", "Lebanese"])
    >>> ranking.winner.place.country, ranking.losers[0].place.country
    ('LBN', 'LBY')
    >>> find_place("région de Koursk", "fr").winner.kind
    'region'
    """
    words = load_place_words(language)
    stem, said = split_kind(name, words) if words else (name, None)
    whole = find_meanings(name, language) if said else ()
    if whole:
        said, stem = None, name  # "Mexico City", "Dominican Republic" are names of their own
    meanings = find_meanings(stem, language, kind or said) or find_meanings(
        stem, language, kind or said, foreign=True
    )
    own = fold(stem)
    evidence = [read_evidence(other, language) for other in dict.fromkeys(near)]
    others = [one for one in evidence if one.key != own and one.shares]
    made = []
    for meaning in meanings:
        score, reasons = meaning.weight, [_size(meaning)]
        for value, why in (
            *_support(meaning.row, others),
            *_page(meaning.row, countries, language),
            *_told(meaning, kind or said, within, lean, language),
        ):
            score += value
            reasons.append(why)
        made.append(_candidate(meaning.row, name, score, reasons))
    made.sort(key=lambda c: (-c.score, -c.population, c.place.geonames or 0))
    if not made or made[0].score < EXCLUDED / 2:
        return Ranking(name=name, winner=None, losers=tuple(made))
    return Ranking(name=name, winner=made[0], losers=tuple(made[1:]))


def _size(meaning: Meaning) -> str:
    if meaning.row.kind == "country":
        return "a country"
    people = f"{meaning.row.population:,} people" if meaning.row.population else "size unknown"
    return people if meaning.main else f"{people}, not its main name"


def _support(row: Row, evidence: Sequence[Evidence]) -> list[tuple[float, str]]:
    """What the other names of the page give, the strongest first, all together bounded."""
    best: list[tuple[float, str]] = []
    for one in evidence:
        given = list(support(row, one))
        if given:
            best.append((sum(v for v, _ in given), max(given)[1]))
    best.sort(key=lambda g: -g[0])
    total, kept = 0.0, []
    for value, why in best:
        value = min(value, MOST_SUPPORT - total)
        if value > 0.05:
            kept.append((value, why))
            total += value
    return kept


def _page(row: Row, countries: Sequence[str], language: str) -> list[tuple[float, str]]:
    found = []
    if row.country and row.country in countries:
        first = row.country == countries[0]
        found.append((PAGE if first else PAGE_MORE, f"the page's country {row.country}"))
    words = load_place_words(language)
    if words and row.country in words.home:
        found.append((HOME, f"the language's country {row.country}"))
    return found


def _told(
    meaning: Meaning, kind: str | None, within: str | None, lean: str | None, language: str
) -> list[tuple[float, str]]:
    """What the words beside the name say: its kind, what holds it, the preposition."""
    row, found = meaning.row, []
    if kind and row.kind != kind and not (kind == "city" and row.kind == "point"):
        found.append((EXCLUDED, f"no {kind}"))
    if within and not _is_within(row, within, language):
        found.append((EXCLUDED, f"not in {within}"))
    words = load_place_words(language)
    if lean == "wide only" and row.kind == "city" and not kind:
        found.append((EXCLUDED, "no town has an article"))
    elif lean and words:
        wide = row.kind in ("country", "region")
        like_city = row.kind == "country" and row.country in words.city_like
        if (lean == "city") != wide or (lean == "city" and like_city):
            found.append((PREPOSITION, "the preposition"))
    return found


def _is_within(row: Row, within: str, language: str) -> bool:
    known = find_meanings(within, language) or find_meanings(within, language, foreign=True)
    for one in known[:6]:
        if one.row.kind == "country" and row.country == one.row.country and row.kind != "country":
            return True
        if one.row.kind == "region" and row.number and row.region == one.row.number:
            return True
    return False


def _candidate(row: Row, text: str, score: float, reasons: list[str]) -> Candidate:
    place = Place(
        name=row.name,
        text=text,
        geonames=row.geonames,
        country=row.country or None,
        lat=row.lat,
        lon=row.lon,
        precision=row.kind,
    )
    return Candidate(
        place=place, kind=row.kind, score=round(score, 3), reasons=tuple(reasons),
        population=row.population,
    )  # fmt: skip
