"""PLOVER rows: the events of a document under the names of PLOVER's manual, with who said so.

The names are those of the manual (draft 2.0, chapter 6): `actor`, `recipient`, `event`, `mode`,
`context`, `event_loc` … What PLOVER has no name for stands behind them: `concept`, `cameo`, `said`,
`narrated` and others (docs/events.md lists them). Nothing is invented: what is unknown is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sayso import __version__
from sayso.codebook.cameo import cameo_of
from sayso.codebook.concepts import find_rule, load_concepts
from sayso.codebook.plover import RecipientRule, read_plover
from sayso.codebook.telling import plover_type, score_of
from sayso.export.sizes import read_quantity, read_size
from sayso.ids import make_id
from sayso.model import (
    Document,
    Entity,
    Event,
    Place,
    Polarity,
    Reality,
    Role,
    Source,
    Statement,
)
from sayso.spans import Span

#: A row as plain data, ready for JSON.
Row = dict[str, Any]
#: What the manual calls how finely a place is known.
RESOLUTION = {"country": 1, "region": 2, "city": 4, "point": 5}


def plover_rows(document: Document, *, complete: bool = False) -> list[Row]:
    """The events of a document as PLOVER rows, in the order of the text.

    A statement's events come with the statement that they are said in; narrated ones, in the
    outlet's own voice, without. An event that two statements contain has a row for each.

    Args:
        document: as `sayso.read` gives it.
        complete: leave out what PLOVER does not code: events without an actor, and events whose
            type requires a recipient and that have none.

    Returns:
        Rows of plain data under the manual's names; offsets are code points into the text.

    >>> import sayso
    >>> page = sayso.read(text="Rebels attacked the city of Ilmar on Monday.", language="en")
    >>> [(row["event"], row["narrated"]) for row in plover_rows(page)]
    [(['ASSAULT'], True)]
    """
    rows = [make_row(document, event, statement) for event, statement in told_events(document)]
    return [row for row in rows if not complete or not row["missing"]]


def told_events(document: Document) -> list[tuple[Event, Statement | None]]:
    """Every event with the statement that it is told in, None where the outlet tells it."""
    said: Iterable[tuple[Event, Statement | None]] = (
        (event, statement) for statement in document.statements for event in statement.events
    )
    told = [*said, *((event, None) for event in document.narrated)]
    return sorted(told, key=lambda pair: (pair[0].trigger.start, pair[0].trigger.end))


def make_row(document: Document, event: Event, statement: Statement | None) -> Row:
    """One event as a row."""
    type_, mode = plover_type(event.type, event.mode, event.polarity, event.reality)
    actors, recipients = turn_roles(event, type_, mode)
    date, date_from = find_date(document, event)
    return {
        "id": make_id("ev", document.id, statement.id if statement else "", *keys_of(event)),
        "date": date,
        "actor": [make_entity(role) for role in actors],
        "recipient": [make_entity(role) for role in recipients],
        "event": [type_],
        "event_loc": make_location(event.place) if event.place else None,
        "event_text": [event.trigger.text],
        "quad_code": read_plover().type[type_].quad.number,
        "event_scale": score_of(type_, mode),
        "mode": [mode] if mode else [],
        "context": [*event.context, *list_telling(event, type_)],
        "size": read_size(event.quantities),
        "text": words(event.sentence),
        "text_info": make_text_info(event),
        "cite_info": make_citation(document),
        "coder": f"sayso {__version__}",
        "said": make_saying(statement) if statement else None,
        "narrated": statement is None,
        "concept": event.concept,
        "cameo": event.cameo,
        "deed": {"event": event.type, "mode": event.mode},
        "polarity": event.polarity.value,
        "reality": event.reality.value,
        "background": event.background,
        "date_from": date_from,
        "quantities": [read_quantity(quantity) for quantity in event.quantities],
        "missing": list_missing(type_, mode, actors, recipients),
        "document": document.id,
        "rule": event.rule,
    }


def keys_of(event: Event) -> Iterator[str]:
    """What tells an event of a document from its others."""
    yield event.concept
    yield from (str(event.trigger.start), str(event.trigger.end))


def turn_roles(
    event: Event, type_: str, mode: str | None
) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
    """Actors and recipients as PLOVER has them.

    Whoever is visited is the recipient, also where the text makes the host its subject; in any
    other consultation all who take part are actors (manual 3.2).
    """
    concept = load_concepts().get(event.concept)
    actors, recipients = event.actor, event.recipient
    if concept and concept.turned:
        actors, recipients = recipients, actors
    if type_ == "CONSULT" and mode != "visit":
        return (*actors, *recipients), ()
    return actors, recipients


def list_missing(
    type_: str, mode: str | None, actors: tuple[Role, ...], recipients: tuple[Role, ...]
) -> list[str]:
    """The roles that PLOVER asks for and that are not there."""
    missing = [] if actors else ["actor"]
    required = find_rule(type_, mode) is RecipientRule.REQUIRED
    return [*missing, "recipient"] if required and not recipients else missing


def list_telling(event: Event, type_: str) -> list[str]:
    """How it is told, where the row's type does not say so already (manual 2.3)."""
    if type_ != event.type:
        return []
    told = [
        "negation" if event.polarity is Polarity.NEGATIVE else "",
        "future" if event.reality is Reality.PLANNED else "",
        "hypothetical" if event.reality is Reality.POSSIBLE else "",
    ]
    return [name for name in told if name]


def find_date(document: Document, event: Event) -> tuple[str | None, str | None]:
    """The event's date, else the page's, and which of them it is: `event` or `published`."""
    if event.date and event.date.value:
        return event.date.value, "event"
    published = document.published.value if document.published else None
    return published, "published" if published else None


def make_entity(role: Role) -> Row:
    """Whom a role means: the manual's entity object, and the id that sayso knows it by."""
    return {"entity_text": role.span.text, **entity_fields(role.entity)}


def entity_fields(entity: Entity | None) -> Row:
    """An entity's codes and names; all null where nobody known is meant."""
    return {
        "code": entity.country if entity else None,
        "sector": entity.sector if entity else None,
        "identifier_id": entity.wikidata if entity else None,
        "identifier_text": entity.name if entity else None,
        "office": entity.role if entity else None,
        "entity": entity.id if entity else None,
    }


def make_location(place: Place) -> Row:
    """The manual's location object."""
    return {
        "extracted_place": place.text,
        "resolved_place": place.name,
        "geonameid": place.geonames,
        "lat": place.lat,
        "lon": place.lon,
        "country_code": place.country,
        "resolution": RESOLUTION.get(place.precision or ""),
    }


def make_text_info(event: Event) -> Row | None:
    """Where the sentence stands in the text."""
    sentence = event.sentence
    return {"start": sentence.start, "end": sentence.end} if sentence else None


def make_citation(document: Document) -> Row:
    """The manual's citation object."""
    return {
        "url": document.url,
        "title": document.title,
        "language": document.language,
        "publication": document.outlet.name or document.outlet.domain,
        "published": document.published.value if document.published else None,
        "codebook": "plover-2.0-draft",
    }


def make_saying(statement: Statement) -> Row:
    """Who said so, how, and through whom; with CAMEO's code of the saying."""
    return {
        "statement": statement.id,
        "source": source_data(statement.source),
        "act": statement.act.value,
        "hedge": statement.hedge.value,
        "direct": statement.direct,
        "cameo": cameo_of(None, statement.act),
        "via": [via.entity.name if via.entity else words(via.span) for via in statement.via],
    }


def source_data(source: Source) -> Row:
    """A source as an entity object, with how it is named."""
    written = {"entity_text": words(source.span), "kind": source.kind.value}
    return {**written, **entity_fields(source.entity)}


def words(span: Span | None) -> str | None:
    """The words of a passage, or None."""
    return span.text if span else None
