"""Stories in three languages with one gold: what is read, what is wanted, how the two compare."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.codebook.acts import read_acts
from sayso.codebook.concepts import load_concepts
from sayso.errors import UsageError
from sayso.export.plover import turn_roles
from sayso.model import Document, Event, Role, Statement
from sayso.pipeline import read_text

GOLD = Path(__file__).with_name("gold") / "triples.toml"
LANGUAGES = ("en", "fr", "de")
#: A party that is a country, or an international body, is written in capitals in the gold.
Key = tuple[str, frozenset[str], frozenset[str], str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it was read, its roles turned as rows have them."""

    event: Event
    actor: tuple[Role, ...]
    recipient: tuple[Role, ...]
    language: str

    @classmethod
    def of(cls, event: Event, language: str) -> Told:
        """Of a visit the visitor is the actor, of a meeting all who take part."""
        return cls(event, *turn_roles(event, event.type, event.mode), language)

    def key(self, concepts: bool = False) -> Key:
        """What must be the same in two languages: type, countries, polarity, reality."""
        event = self.event
        what = event.concept if concepts else event.type
        return (
            what,
            countries(self.actor),
            countries(self.recipient),
            event.polarity,
            event.reality,
        )

    def __str__(self) -> str:
        event = self.event
        actor = ", ".join(map(named, self.actor)) or "–"
        recipient = ", ".join(map(named, self.recipient)) or "–"
        told = " ".join(
            x for x in (event.polarity, event.reality) if x not in ("positive", "actual")
        )
        near = [event.place.country] if event.place else []
        near += [event.date.value] if event.date else []
        near += [f"{q.low}–{q.high} {q.of}" for q in event.quantities]
        beside = ", ".join(str(x) for x in near)
        what = f"{event.concept} “{event.trigger.text}”"
        return f"{what} [{actor}] → [{recipient}] {told} {beside}".rstrip()


@dataclass(frozen=True, slots=True)
class Wanted:
    """An event as the gold has it; None where it does not ask."""

    concepts: frozenset[str]
    actor: tuple[str, ...] | None
    recipient: tuple[str, ...] | None
    mutual: bool
    maybe: bool
    polarity: str
    reality: str
    place: str | None
    date: str | None
    quantity: tuple[float, float] | None
    parties: dict[str, dict[str, list[str]]]

    def fit(self, told: Told) -> int:
        """How well a found event fits: 0 where not even the type is right."""
        types = {load_concepts()[c].type for c in self.concepts}
        if told.event.type not in types:
            return 0
        wrong = self.faults(told, ("actor", "recipient", "polarity", "reality", "quantity"))
        return 20 - len(wrong) - (9 if "concept" in wrong else 0)

    def faults(self, told: Told, names: Sequence[str]) -> list[str]:
        """Which of the named parts are not as wanted; the concept is always asked."""
        wrong = [] if told.event.concept in self.concepts else ["concept"]
        return wrong + [name for name in names if self.gives(name) and not self.same(name, told)]

    def gives(self, name: str) -> bool:
        """The gold asks for this part."""
        return getattr(self, name) is not None

    def same(self, name: str, told: Told) -> bool:
        """A part is as wanted."""
        event = told.event
        match name:
            case "actor" | "recipient":
                return self.same_role(name, told)
            case "polarity":
                return event.polarity == self.polarity
            case "reality":
                return event.reality == self.reality
            case "place":
                return event.place is not None and event.place.country == self.place
            case "date":
                return event.date is not None and event.date.value == self.date
            case _:
                return self.quantity in {(q.low, q.high) for q in event.quantities}

    def same_role(self, name: str, told: Told) -> bool:
        """Everyone wanted stands in the role (in either where mutual), and no other country."""
        wanted = getattr(self, name)
        roles: tuple[Role, ...] = getattr(told, name)
        if self.mutual:
            roles = (*told.actor, *told.recipient)
        known = {code for code in wanted if code.isupper()}
        return countries(roles) <= known and all(self.filled(code, roles, told) for code in wanted)

    def filled(self, code: str, roles: Sequence[Role], told: Told) -> bool:
        """A country by its code, a party by its words."""
        if code.isupper():
            return code in countries(roles)
        words = self.parties[code][told.language]
        return any(word in role.span.text.lower() for role in roles for word in words)

    def __str__(self) -> str:
        actor, recipient = (", ".join(x or ()) or "–" for x in (self.actor, self.recipient))
        told = " ".join(x for x in (self.polarity, self.reality) if x not in ("positive", "actual"))
        return f"{'|'.join(sorted(self.concepts))} [{actor}] → [{recipient}] {told}".rstrip()


@dataclass(frozen=True, slots=True)
class Triple:
    """A story in every language, and what happens in it."""

    id: str
    text: dict[str, str]
    published: str
    events: tuple[Wanted, ...]
    decoy: bool


def countries(roles: Sequence[Role]) -> frozenset[str]:
    """The countries that some roles belong to."""
    return frozenset(r.entity.country for r in roles if r.entity and r.entity.country)


def named(role: Role) -> str:
    """Words and country of a role."""
    country = role.entity.country if role.entity else None
    return f"{role.span.text} {country}" if country else role.span.text


def read_told(text: str, language: str, published: str) -> list[Told]:
    """The events that one version of a story tells: see docs/measuring.md."""
    document = read_text(text, language, published)
    found: dict[tuple[int, str], Told] = {}
    for event in list_told(document):
        found.setdefault((event.trigger.start, event.concept), Told.of(event, language))
    return [found[place] for place in sorted(found)]


def list_told(document: Document) -> list[Event]:
    """Narrated events, and those that a source tells; none in passing.

    What a promise, a demand or a refusal is about is no event beside it.
    """
    told = [e for s in document.statements for e in s.events]
    every = [*document.narrated, *told]
    events = [*document.narrated]
    events += [e for s in document.statements if not is_deed(s, every) for e in s.events]
    return [e for e in events if not e.background]


def is_deed(statement: Statement, events: Sequence[Event]) -> bool:
    """The saying itself is coded as an event: its cue is a trigger, and its act is a deed."""
    cue = statement.cue.span
    on_cue = any(cue.start < e.trigger.end and e.trigger.start < cue.end for e in events)
    return on_cue and read_acts()[statement.act].get("concept") is not None


def read_triples(path: Path = GOLD) -> list[Triple]:
    """The stories of the gold.

    Raises:
        UsageError: a concept or a party that is not there.
    """
    raw = tomllib.loads(path.read_text("utf-8"))
    return [make_triple(one, raw["published"], raw["party"]) for one in raw["triple"]]


def make_triple(raw: dict[str, Any], published: str, parties: dict[str, Any]) -> Triple:
    """One story."""
    events = tuple(make_wanted(event, parties, raw["id"]) for event in raw["events"])
    text = {language: raw[language] for language in LANGUAGES}
    return Triple(raw["id"], text, published, events, raw.get("decoy", False))


def make_wanted(raw: dict[str, Any], parties: dict[str, Any], story: str) -> Wanted:
    """One gold event; what it names must exist."""
    concepts = frozenset(raw["concept"].split("|"))
    named_parties = [*raw.get("actor", ()), *raw.get("recipient", ())]
    unknown = [c for c in concepts if c not in load_concepts()]
    unknown += [p for p in named_parties if not p.isupper() and p not in parties]
    if unknown:
        raise UsageError(f"unknown: {', '.join(unknown)}", where=story, todo="see triples.toml")
    return Wanted(
        concepts=concepts,
        actor=tuple(raw["actor"]) if "actor" in raw else None,
        recipient=tuple(raw["recipient"]) if "recipient" in raw else None,
        mutual=raw.get("mutual", False),
        maybe=raw.get("maybe", False),
        polarity=raw.get("polarity", "positive"),
        reality=raw.get("reality", "actual"),
        place=raw.get("place"),
        date=raw.get("date"),
        quantity=(raw["low"], raw["high"]) if "low" in raw else None,
        parties=parties,
    )
