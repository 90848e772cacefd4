"""Records for the tests of exports, built by hand: one page, a statement, an event each way."""

from __future__ import annotations

from typing import Any

from sayso.model import (
    Act,
    Cue,
    Date,
    DateHow,
    DatePrecision,
    Document,
    Entity,
    EntityKind,
    Event,
    Hedge,
    Outlet,
    Place,
    Quantity,
    Role,
    Source,
    SourceKind,
    Statement,
)
from sayso.spans import Span, span

TEXT = "Estmark admits that its army shelled Ilmar on 2 March, killing twelve people in Norland."


def entity(name: str, country: str | None, sector: str | None = None) -> Entity:
    """A country, or a body of it."""
    kind = EntityKind.ARMED_FORCE if sector == "MIL" else EntityKind.COUNTRY
    id_ = f"{kind.value}:{name.lower()}"
    return Entity(id=id_, name=name, kind=kind, country=country, sector=sector)


def passage(words: str) -> Span:
    """Where some words stand in the text."""
    start = TEXT.index(words)
    return span(TEXT, start, start + len(words))


def role(words: str, name: str, country: str | None, sector: str | None = None) -> Role:
    """Whom some words mean."""
    return Role(entity=entity(name, country, sector), span=passage(words))


ARMY = role("its army", "army of Estmark", "EST", "MIL")
NORLAND = role("Norland", "Norland", "NOR")


def event(**changed: Any) -> Event:
    """The army of Estmark shells Ilmar; any field may be another."""
    fields: dict[str, Any] = {
        "concept": "shell",
        "type": "ASSAULT",
        "mode": "heavy-weapons",
        "context": ("military",),
        "cameo": "194",
        "trigger": passage("shelled"),
        "actor": (ARMY,),
        "recipient": (NORLAND,),
        "place": Place(
            name="Ilmar", text="Ilmar", country="NOR", lat=1.5, lon=2.5, precision="city"
        ),
        "date": Date(value="2024-03-02", precision=DatePrecision.DAY, text="on 2 March"),
        "quantities": (
            Quantity(low=12, high=12, unit="people", of="killed", text="twelve people"),
        ),
        "sentence": span(TEXT, 0, len(TEXT)),
        "rule": "en/events/shell#1",
    }
    return Event(**{**fields, **changed})


def statement(*events: Event, act: Act = Act.ADMIT) -> Statement:
    """Estmark says so."""
    return Statement(
        id="st_1",
        document="doc_1",
        source=Source(
            span=passage("Estmark"), kind=SourceKind.NAMED, entity=entity("Estmark", "EST", "GOV")
        ),
        via=(),
        addressee=None,
        cue=Cue(span=passage("admits"), lemma="admit"),
        content=(span(TEXT, 15, len(TEXT)),),
        sentence=span(TEXT, 0, len(TEXT)),
        act=act,
        first=False,
        earlier=False,
        direct=False,
        hedge=Hedge.PROBABLE,
        answers=None,
        said=None,
        events=events,
        language="en",
        rule="en/cues/admit#1",
        score=0.9,
    )


def document(*statements: Statement, narrated: tuple[Event, ...] = ()) -> Document:
    """The page of The Tidal Post."""
    return Document(
        id="doc_1",
        url="https://tidal.example/ilmar",
        outlet=Outlet(name="The Tidal Post", domain="tidal.example"),
        title="Estmark admits",
        language="en",
        languages_seen={"en": 1.0},
        published=Date(value="2024-03-05", precision=DatePrecision.DAY, how=DateHow.GIVEN),
        dateline=None,
        credits=(),
        details={},
        listed_sources=(),
        text=TEXT,
        sha256="0" * 64,
        statements=statements,
        narrated=narrated,
    )
