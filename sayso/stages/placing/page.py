"""What holds for every sentence of a page: who is named, where it is about, what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from sayso.gazetteer.fold import fold
from sayso.gazetteer.places.rank import MOST_HELP, Ranking, find_place
from sayso.gazetteer.places.words import PlaceWords
from sayso.spans import Span
from sayso.stages.placing.evidence import find_near, find_people
from sayso.stages.placing.name import Tokens
from sayso.stages.placing.speaker import is_speakers
from sayso.stages.placing.spot import Spot
from sayso.stages.placing.tokens import Token

#: A place of this score (orders of magnitude of population) is one, whatever the page says.
SURE = 6.0


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a page besides its text.

    Attributes:
        parties: passages of sources and cues: a name in them is a party.
        cues, contents: those of the statements.
        dateline: where it stands; what it names helps to decide, and is no place of an event.
        countries: alpha-3 codes that the page is from or about, the surest first.
    """

    parties: tuple[Span, ...] = ()
    cues: tuple[Span, ...] = ()
    contents: tuple[Span, ...] = ()
    dateline: Span | None = None
    countries: tuple[str, ...] = ()


class Page:
    """One page. Who is named on it and where it is about is found when it is first asked.

    Attributes:
        known: folded name → the country or region that the page said holds it.
        ranked: what was asked of the gazetteer → what it said.
    """

    def __init__(
        self,
        text: str,
        language: str,
        words: PlaceWords,
        given: Given,
        sentences: Callable[[], Iterable[Tokens]],
        holding: Callable[[str], Iterable[Tokens]],
    ) -> None:
        """`sentences` gives those that name anybody or anything, in the order of the text, and
        `holding` those in which a word stands."""
        self.text, self.language, self.words = text, language, words
        self.given, self.sentences, self.holding = given, sentences, holding
        self.persons: dict[str, bool] = {}
        self.known: dict[str, str] = {}
        self.ranked: dict[tuple[str | None, ...], Ranking] = {}

    @cached_property
    def people(self) -> frozenset[str]:
        """Names, in small letters, that stand behind a title or a given name."""
        cut = self.sentences()
        return frozenset(name for tokens in cut for name in find_people(tokens, self.words))

    def is_person(self, token: Token) -> bool:
        """True for a word that somewhere on the page stands behind a title or a given name."""
        if token.low not in self.persons:
            named = (name for t in self.holding(token.text) for name in find_people(t, self.words))
            self.persons[token.low] = token.low in named
        return self.persons[token.low]

    @cached_property
    def about(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Names and adjectives that tell where the page is about; and its countries (alpha-3).

        What the dateline names comes first among the countries, and is known from then on.
        """
        near: dict[str, None] = {}
        for tokens in self.sentences():
            found = find_near(self.text, tokens, self.words, self.language, self.people)
            near |= dict.fromkeys(found)
        home = self.given.countries
        if self.given.dateline is None:
            return tuple(near), home
        head = [part.strip(" -–—()") for part in self.given.dateline.text.split(",")]
        language = self.language
        holder = next((p for p in head[1:] if find_place(p, language).winner), None)
        ranking = find_place(head[0], language, within=holder, near=tuple(near), countries=home)
        if ranking.winner and ranking.winner.place.country:
            home = (ranking.winner.place.country, *home)
        if holder:
            self.known[fold(head[0])] = holder
            near[holder] = None
        return tuple(near), home

    def rank(self, spot: Spot) -> Ranking:
        """What the name of a spot means on this page."""
        name = spot.name
        if self.given.dateline:
            _ = self.about  # what the dateline names is known from here on
        within = spot.within or (self.known.get(fold(name.text)) if not name.kind else None)
        asked = (name.text, name.kind, within, spot.lean)
        if asked not in self.ranked:
            self.ranked[asked] = self._rank(*asked)
        return self.ranked[asked]

    def _rank(self, text: str, kind: str | None, within: str | None, lean: str | None) -> Ranking:
        """The page is asked what it is about only where that can change what a name means."""
        rank = partial(find_place, text, self.language, kind=kind, within=within, lean=lean)
        alone = rank(countries=self.given.countries)
        if alone.winner and alone.winner.score >= SURE and alone.margin > MOST_HELP:
            return alone
        near, countries = self.about
        return rank(near=near, countries=countries)

    def is_party(self, where: Span) -> bool:
        """True for a name in a source or cue, or in the dateline."""
        line = self.given.dateline
        return any(where.overlaps(p) for p in self.given.parties) or bool(
            line and where.overlaps(line)
        )

    def is_speakers(self, tokens: Sequence[Token], spot: Spot, where: Span) -> bool:
        """True where the place tells where something was said."""
        content = next((c for c in self.given.contents if c.covers(where)), None)
        if content:
            inside = (content.start, content.end)
            return is_speakers(tokens, spot, self.words, (), inside)
        heard = [(c.start, c.end) for c in self.given.cues]
        return is_speakers(tokens, spot, self.words, heard, None)
