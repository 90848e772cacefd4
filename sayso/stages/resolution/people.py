"""The register of people that a page names: full names, and the short ones that mean them."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.gazetteer.people import is_suffix
from sayso.model import Entity, EntityKind
from sayso.stages.resolution.atoms import AtomKind
from sayso.stages.resolution.phrases import Phrase
from sayso.stages.resolution.sequence import Words


@dataclass(slots=True)
class Person:
    """One person of a page.

    Attributes:
        words: the name's words, folded; `id`: `person:` and these.
        places: word positions where the person is named, in order.
        record: the record as last made, until something new is told.
    """

    name: str
    words: tuple[str, ...]
    genders: str = ""
    role: str | None = None
    country: str | None = None
    sector: str | None = None
    places: list[int] = field(default_factory=list)
    record: Entity | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        self.id = "person:" + "-".join(self.words)

    def entity(self) -> Entity:
        """The record of this person, with all that the page tells."""
        if self.record is None:
            self.record = Entity(
                id=self.id,
                name=self.name,
                kind=EntityKind.PERSON,
                country=self.country,
                sector=self.sector,
                role=self.role,
            )
        return self.record


@dataclass(slots=True)
class People:
    """Everybody that a page names."""

    page: Words
    genitives: bool
    known: dict[str, Person] = field(default_factory=dict)
    by_word: dict[str, list[Person]] = field(default_factory=dict)

    def register(self, phrases: list[Phrase]) -> None:
        """Take up full names first, then the short ones that mean nobody known."""
        named = [p for p in phrases if p.person and p.person.kind is AtomKind.PERSON]
        full = [p for p in named if len(self.words(p)) > 1]
        for phrase in [*full, *(p for p in named if len(self.words(p)) == 1)]:
            self.add(phrase)

    def words(self, phrase: Phrase) -> tuple[str, ...]:
        """The folded words of a phrase's name."""
        atom = phrase.person
        if atom is None:
            return ()
        if atom.last == atom.first + 1:
            word = self.page.tokens[atom.first].folded
            return (word,) if word else ()
        folded = [token.folded for token in self.page.tokens[atom.first : atom.last]]
        while len(folded) > 1 and is_suffix(folded[-1]):
            folded.pop()
        return tuple(folded) if all(folded) else tuple(filter(None, folded))

    def add(self, phrase: Phrase) -> Person | None:
        """The person of a phrase, registered if new, with what the phrase tells."""
        words, atom = self.words(phrase), phrase.person
        if not words or atom is None:
            return None
        person = self.find(words, phrase.first, phrase.genders)
        if person is None:
            name = self.page.passage(atom.first, atom.last)
            person = Person(" ".join(name.split()), words)
            self.known.setdefault(person.id, person)
            for word in {words[0], words[-1]}:
                self.by_word.setdefault(word, []).append(person)
        self.learn(person, phrase)
        return person

    def learn(self, person: Person, phrase: Phrase) -> None:
        """Keep gender, role, country and sector; what was told first stays."""
        person.places.append(phrase.first)
        person.record = None
        if len(phrase.genders) == 1:
            person.genders = person.genders or phrase.genders
        if phrase.role and phrase.role.kind is EntityKind.PERSON:
            person.role = person.role or phrase.role.role
            person.sector = person.sector or phrase.role.sector
        for atom in phrase.places:
            if atom.entry and atom.party:
                person.country = person.country or atom.entry.entity.country
                if phrase.role:
                    person.sector = person.sector or atom.entry.entity.sector

    def find(self, words: tuple[str, ...], position: int, genders: str = "") -> Person | None:
        """Whom a name means at a place: the one of that name named most, then last, before it."""
        fitting = self.fitting(words)
        if not fitting and self.genitives and words and words[-1].endswith("s"):
            fitting = self.fitting((*words[:-1], words[-1][:-1]))
        if len(genders) == 1:
            fitting = [p for p in fitting if not p.genders or p.genders == genders]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return min(fitting, key=lambda p: (-_weight(p, position), *_distance(p, position)))

    def fitting(self, words: tuple[str, ...]) -> list[Person]:
        """Everybody whom a name can mean."""
        if not words:
            return []
        people = self.by_word.get(words[-1])
        return [p for p in people if matches(words, p.words)] if people else []

    def find_start(self, words: tuple[str, ...], position: int) -> Person | None:
        """Whom the longest beginning of some words means, for headlines in capitals."""
        for last in range(len(words), 0, -1):
            if person := self.find(words[:last], position):
                return person
        return None


def _weight(person: Person, position: int) -> int:
    """How often the page has named the person up to here."""
    return sum(place < position for place in person.places)


def _distance(person: Person, position: int) -> tuple[bool, int]:
    before = [place for place in person.places if place <= position]
    return (not before, position - before[-1] if before else person.places[0] - position)


def matches(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """True when some words of a name can mean the person of that full name.

    >>> matches(("weller",), ("anna", "maria", "weller"))
    True
    >>> matches(("anna", "weller"), ("anna", "maria", "weller"))
    True
    >>> matches(("a", "weller"), ("anna", "weller"))
    True
    >>> matches(("otto", "weller"), ("anna", "weller"))
    False
    """
    if not short or not full:
        return False
    if full[-len(short) :] == short:
        return len(short) > 1 or len(full) == 1 or len(short[0]) > 1
    if len(short) == 1:
        return short[0] == full[0] and len(short[0]) > 1
    if short[-1] != full[-1] or len(full) == 1:
        return False
    a, b = short[0], full[0]
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
