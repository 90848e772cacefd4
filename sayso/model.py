"""The records: what a reading holds, frozen, with one name for one thing.

The shapes and closed lists are the contract of the project (docs/records.md); `sayso schema`
prints them as JSON Schema. Offsets are Unicode code points into `Document.text`, end exclusive.
Dates are EDTF-like strings (`2025-02-11`, `2025-02`, `2024`) with a precision, never invented.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec

from sayso.spans import Span


class Act(StrEnum):
    """How a source says its content. What an act means for a claim stands in codebook/acts.toml."""

    ASSERT = "assert"
    CONFIRM = "confirm"
    ADMIT = "admit"
    DENY = "deny"
    ACCUSE = "accuse"
    ESTIMATE = "estimate"
    SUSPECT = "suspect"
    WARN = "warn"
    PREDICT = "predict"
    PROMISE = "promise"
    THREATEN = "threaten"
    DEMAND = "demand"
    REJECT = "reject"
    CONDEMN = "condemn"
    PRAISE = "praise"
    DECLINE = "decline"
    HEARSAY = "hearsay"


class SourceKind(StrEnum):
    """`named` by a name, by a `role` ("two diplomats"), or `unnamed` ("is considered")."""

    NAMED = "named"
    ROLE = "role"
    UNNAMED = "unnamed"


class Hedge(StrEnum):
    """The saying's own doubt about its content."""

    NONE = "none"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    HEARSAY = "hearsay"


class Relation(StrEnum):
    """How a link of the `via` chain handed the statement on."""

    AGENCY = "agency"
    OUTLET = "outlet"
    SPOKESPERSON = "spokesperson"
    DOCUMENT = "document"


class EntityKind(StrEnum):
    """What sort of thing a name means."""

    COUNTRY = "country"
    GOVERNMENT = "government"
    ARMED_FORCE = "armed_force"
    PERSON = "person"
    MEDIUM = "medium"
    ORGANISATION = "organisation"
    GROUP = "group"
    PLACE = "place"


class DatePrecision(StrEnum):
    """How finely a date is known."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Granularity(StrEnum):
    """How finely the words tell a date."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Anchor(StrEnum):
    """What fixed a date in the calendar: its own words ("May 2024"), the day of publication
    ("on Monday"), or nothing (no such day is known, or it is told from another event)."""

    ABSOLUTE = "absolute"
    PUBLICATION = "publication"
    UNANCHORED = "unanchored"


class DateHow(StrEnum):
    """Where a publication date was found, best first."""

    GIVEN = "given"
    JSONLD = "jsonld"
    META = "meta"
    URL = "url"
    TEXT = "text"


class Reason(StrEnum):
    """Why something that was seen is in `undecided` and not in `statements`."""

    NO_SOURCE = "no_source"
    NO_CONTENT = "no_content"
    UNKNOWN_CUE = "unknown_cue"
    AMBIGUOUS_CUE = "ambiguous_cue"
    AMBIGUOUS_SOURCE = "ambiguous_source"
    QUOTE_WITHOUT_SOURCE = "quote_without_source"
    QUOTE_NOT_CLOSED = "quote_not_closed"
    NO_PACK = "no_pack"


class Polarity(StrEnum):
    """Whether the event is said to happen or not to happen."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Reality(StrEnum):
    """Whether the event is told as fact, as plan, or as possibility."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Parent of the records: frozen, compared by value, written in the order of its fields."""


class Entity(Record, frozen=True, kw_only=True):
    """The person, body, country or place that a name means.

    `country` is ISO 3166-1 alpha-3 ("IGO" for international bodies, XKX for Kosovo);
    `sector` a PLOVER sector code; `wikidata` is set only where data gave it.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None


class Source(Record, frozen=True, kw_only=True):
    """The one to whom the content is attributed (PARC): as written here, and whom it means."""

    span: Span | None
    kind: SourceKind
    entity: Entity | None = None


class Via(Record, frozen=True, kw_only=True):
    """One link of the chain through which the statement reached the page, nearest first."""

    relation: Relation
    span: Span | None
    entity: Entity | None = None


class Cue(Record, frozen=True, kw_only=True):
    """The words that hand the statement over, and their dictionary form.

    `span` runs from the first to the last cue word; `parts` holds the pieces where other
    words stand between them ("räumte … ein"), and is empty where `span` is the cue.
    """

    span: Span
    lemma: str
    parts: tuple[Span, ...] = ()


class Date(Record, frozen=True, kw_only=True):
    """A date as far as it is known; `text` is the words it was read from.

    `value` is EDTF-like, or None where it stays relative to an unknown publication date.
    Of a date in the text, `earliest` and `latest` are its first and last day (ISO 8601), None
    where the interval is open or not known.
    """

    value: str | None
    precision: DatePrecision
    text: str | None = None
    how: DateHow | None = None
    earliest: str | None = None
    latest: str | None = None
    granularity: Granularity | None = None
    anchor: Anchor | None = None


class Place(Record, frozen=True, kw_only=True):
    """Where an event happened; never where its speaker stood."""

    name: str
    text: str | None = None
    geonames: int | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None


class Quantity(Record, frozen=True, kw_only=True):
    """A number as an interval: `low` and `high` inclusive, None where open; `unit` is counted.

    `about` where the words round it ("some forty", "une dizaine").
    """

    low: float | None
    high: float | None
    unit: str
    of: str
    text: str
    about: bool = False


class Mention(Record, frozen=True, kw_only=True):
    """Something that a text speaks of, and the words: exactly one of the four is there.

    Of a place, `losers` are the others of that name, the likeliest first.
    """

    span: Span
    place: Place | None = None
    date: Date | None = None
    quantity: Quantity | None = None
    entity: Entity | None = None
    losers: tuple[Place, ...] = ()


class Role(Record, frozen=True, kw_only=True):
    """Who stands in an event's role, and the words that name it; `entity` None: nobody known."""

    entity: Entity | None
    span: Span


class Event(Record, frozen=True, kw_only=True):
    """PLOVER's coded happening.

    `concept` is the entry of codebook/concepts.toml that it is one of, `rule` the pack's entry
    that found it; `background` an event that is only named in passing ("after the attack"), or
    that another event is about ("agreed to withdraw").
    """

    concept: str
    type: str
    mode: str | None
    context: tuple[str, ...]
    trigger: Span
    actor: tuple[Role, ...]
    recipient: tuple[Role, ...]
    cameo: str | None = None
    place: Place | None = None
    date: Date | None = None
    quantities: tuple[Quantity, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    reality: Reality = Reality.ACTUAL
    sentence: Span | None = None
    background: bool = False
    rule: str


class Statement(Record, frozen=True, kw_only=True):
    """One source's saying in one document: source + cue + content + act + events."""

    id: str
    document: str
    source: Source
    via: tuple[Via, ...]
    addressee: Source | None
    cue: Cue
    content: tuple[Span, ...]
    sentence: Span
    act: Act
    first: bool
    earlier: bool
    direct: bool
    hedge: Hedge
    answers: str | None
    said: Date | None
    events: tuple[Event, ...]
    language: str
    quotes: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    rule: str
    score: float


class Undecided(Record, frozen=True, kw_only=True):
    """Something seen but not understood, with the reason and the rule that saw it."""

    span: Span
    reason: Reason
    rule: str


class Conflict(Record, frozen=True, kw_only=True):
    """Two statements of one page that cannot both hold."""

    a: str
    b: str
    why: str


class Outlet(Record, frozen=True, kw_only=True):
    """Who publishes the document."""

    name: str | None
    domain: str | None


class Dateline(Record, frozen=True, kw_only=True):
    """"BELGOROD, Russia, March 3 (AP) -": where, when and by which agency it was filed."""

    place: Place | None
    date: str | None
    agency: str | None
    span: Span | None = None


class Credit(Record, frozen=True, kw_only=True):
    """An agency or medium that the document says it rests on; offsets into the text, or 0, 0
    where the credit stood outside the article's text."""

    name: str
    text: str
    start: int = 0
    end: int = 0


class Reader(Record, frozen=True, kw_only=True):
    """What read the document: version and the hash of each pack used."""

    version: str
    packs: dict[str, str]


class Document(Record, frozen=True, kw_only=True):
    """One page as read at one time."""

    id: str
    url: str | None
    outlet: Outlet
    title: str | None
    language: str | None
    languages_seen: dict[str, float]
    published: Date | None
    dateline: Dateline | None
    credits: tuple[Credit, ...]
    details: dict[str, str]
    listed_sources: tuple[str, ...]
    text: str
    sha256: str
    statements: tuple[Statement, ...] = ()
    narrated: tuple[Event, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    reader: Reader | None = None


def to_builtins(record: Any) -> Any:
    """The record as plain dicts, lists, strings and numbers.

    >>> to_builtins(Outlet(name="The Quay Courier", domain=None))
    {'name': 'The Quay Courier', 'domain': None}
    """
    return msgspec.to_builtins(record)


def schema() -> dict[str, Any]:
    """The JSON Schema of a document and all that it holds."""
    return msgspec.json.schema(Document)
