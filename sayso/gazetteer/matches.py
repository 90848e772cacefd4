"""What a look-up gives back: one entity that a name may mean, what it is, and why, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.gazetteer.imports.bodies import find_provenance, load_bodies
from sayso.gazetteer.imports.brought import Brought, Provenance
from sayso.gazetteer.lookup import Entry, Form, load_entities, load_shipped
from sayso.gazetteer.names.bodies import Group, Medium
from sayso.gazetteer.names.match import Verdict
from sayso.gazetteer.names.officeholders import Candidate
from sayso.gazetteer.names.person import Office, Person
from sayso.gazetteer.places.rank import Candidate as PlaceCandidate
from sayso.model import Entity, EntityKind, Place

#: A capital is its government only where it speaks or acts: a little less sure than a name.
CAPITAL = 0.9
_SECTORS = {"REB": "armed group", "CRM": "criminals", "MIL": "armed force", "PTY": "party"}
#: Ends of reasons for a place that `what` has told already.
_SAID = (" people", "a country", "size unknown")
#: How a word names an entity, in words.
_FORMS = {
    Form.NAME: "{written} is its name",
    Form.BODY: "{written} is its name",
    Form.MEDIUM: "{written} is its name",
    Form.SEAT: "{written} is a seat or power of {name}",
    Form.CAPITAL: "the capital {written} stands for the government where it speaks or acts",
    Form.DEMONYM: "{written} is an adjective, or a word for its people",
    Form.BLOC: "{written} is a part of the world",
}


@dataclass(frozen=True, slots=True)
class Match:
    """One entity that a name may mean.

    Attributes:
        entity: as sources have it; None for a place, which is no party.
        place: the place, with coordinates and GeoNames id where the data have them.
        office: of a person, the weightiest held on the day, else None.
        what: in words: the office with its dates, the size of a town, who runs a medium.
        score: 0 to 1; of words and people, how surely it is a spelling of that name; of a place,
            its share among all places of the name, by their people.
        verdict: "same", "possible" (the name alone does not tell), "different".
        reasons: why, in words.
        imported: the import that it comes from.
    """

    name: str
    kind: EntityKind
    country: str | None
    what: str
    score: float
    verdict: Verdict
    reasons: tuple[str, ...]
    entity: Entity | None = None
    place: Place | None = None
    office: Office | None = None
    imported: str | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two matches one; Kremlin and Russia share an id but are shown apart."""
        if self.entity:
            seat = self.kind in (EntityKind.GOVERNMENT, EntityKind.ARMED_FORCE)
            return (self.entity.id, self.entity.name if seat else "")
        place = self.place
        return (place.geonames or place.name, place.country, place.precision) if place else ()


def match_word(entry: Entry, languages: str) -> Match:
    """A country, a capital, a seat, a body or a medium by its exact word.

    Args:
        languages: in which the word means it; "" for all of them.
    """
    entity = entry.entity
    country = load_entities().get(f"country:{entity.country}")
    reason = _FORMS[entry.form].format(
        written=entry.written, name=country.name if country else entity.name
    )
    match = _match_entity(
        entity,
        _words_of(entity, entry.form),
        f"{reason} ({languages})" if languages else reason,
        CAPITAL if entry.form is Form.CAPITAL else 1.0,
    )
    return match_current(match_imported(match, entry.imported))


def match_imported(match: Match, provenance: Provenance | None) -> Match:
    """The match, and that its entity is imported."""
    if provenance is None:
        return match
    reasons = (*match.reasons, provenance.words)
    return replace(match, reasons=reasons, imported=provenance.source)


def match_weak(one: Brought, written: str) -> Match:
    """An imported entity by a weak alias, which is never enough."""
    entity = one.entity()
    what = one.offices[0].role if one.offices else _words_of(entity, Form.BODY)
    reason = f"{written} is a weak alias"
    match = _match_entity(entity, what, reason, 0.5)
    return match_imported(replace(match, verdict=Verdict.POSSIBLE), Provenance(one.source))


def match_current(match: Match) -> Match:
    """A match of the shipped data as it is since an import, which outranks it."""
    body = load_bodies().get(match.entity.id) if match.entity else None
    if body is None or match.imported:
        return match
    entity = body.entity
    made = replace(
        match,
        entity=entity,
        name=entity.name,
        kind=entity.kind,
        country=entity.country,
        what=_words_of(entity, Form.BODY),
    )
    return match_imported(made, find_provenance(body, load_shipped()))


def match_group(group: Group, written: str) -> Match:
    """An armed group by one of its names."""
    sector = _SECTORS.get(group.entity.sector or "", "group")
    where = f" in {', '.join(group.countries)}" if group.countries else ""
    return _match_entity(group.entity, sector + where, f"{written} is one of its names")


def match_medium(medium: Medium, written: str) -> Match:
    """A medium by one of its names."""
    state = {"state": ", state-run", "public": ", public", "no": ""}[medium.state]
    kind = "news agency" if medium.kind == "agency" else medium.kind
    return _match_entity(medium.entity, kind + state, f"{written} is one of its names")


def _match_entity(entity: Entity, what: str, reason: str, score: float = 1.0) -> Match:
    return Match(
        name=entity.name,
        kind=entity.kind,
        country=entity.country,
        what=what,
        score=score,
        verdict=Verdict.SAME,
        reasons=(reason,),
        entity=entity,
    )


def _words_of(entity: Entity, form: Form) -> str:
    if form is Form.SEAT:
        return f"speaks for {entity.country}"
    if form is Form.CAPITAL:
        return "country, by its capital"
    sector = _SECTORS.get(entity.sector or "", "") if entity.kind is EntityKind.GROUP else ""
    return entity.role or sector or entity.kind.value.replace("_", " ")


def match_person(one: Candidate, on_date: str | None) -> Match:
    """A person, with the office held on the day, else the nearest one."""
    office = one.office
    if office:
        what = office_words(office)
    elif one.person.offices:
        what = f"no office known for {on_date}; {_nearest(one.person, on_date or '')}"
    else:
        what = "no office known"
    return Match(
        name=one.entity.name,
        kind=EntityKind.PERSON,
        country=one.entity.country,
        what=what,
        score=round(one.score, 2),
        verdict=one.verdict,
        reasons=one.reasons,
        entity=one.entity,
        office=office,
        imported=one.person.imported.source if one.person.imported else None,
    )


def office_words(office: Office) -> str:
    """An office with its dates, in words.

    >>> office_words(Office("FRA", "president", "GOV", "President", "2017-05-14", None, "editors"))
    'president, since 2017-05-14, no end known'
    >>> office_words(Office("FRA", "minister", "GOV", "Minister of Sea", "2020", "2022", "editors"))
    'minister (Minister of Sea), 2020 to 2022'
    >>> office_words(Office("LUX", "mayor", "GOV", "mayor", "", None, "imported from a.csv"))
    'mayor, no dates known'
    """
    title = office.position
    same = title.casefold() == office.role.casefold()
    named = office.role if same else f"{office.role} ({title})"
    if not office.since:
        return f"{named}, until {office.until}" if office.until else f"{named}, no dates known"
    if office.until is None:
        return f"{named}, since {office.since}, no end known"
    return f"{named}, {office.since} to {office.until}"


def _nearest(person: Person, on_date: str) -> str:
    """The last office before the day, else the first after it."""
    before = [one for one in person.offices if one.since < on_date]
    if before:
        return f"last {office_words(max(before, key=lambda one: one.since))}"
    return f"later {office_words(min(person.offices, key=lambda one: one.since))}"


def match_place(one: PlaceCandidate, share: float, others: int, small: bool) -> Match:
    """A place; a country is its entity too.

    Args:
        share: of the weight of all places of that name.
        others: how many more there are.
        small: people bear the name that are likelier meant.
    """
    place = one.place
    country = load_entities().get(f"country:{place.country}") if one.kind == "country" else None
    sizes = [f"{one.population:,} people"] if one.population else []
    if place.lat is not None and place.lon is not None:
        sizes.append(point_words(place.lat, place.lon))
    weight = f"{share_words(share)} of the places of that name, by weight"
    reasons = [why.split(" people, ")[-1] for why in one.reasons if not why.endswith(_SAID)]
    if small:
        reasons.append("people in office bear it as a family name")
    else:
        reasons.append(weight if others else "the only place of that name")
    verdict = Verdict.SAME if share > 0.5 else Verdict.POSSIBLE
    return Match(
        name=country.name if country else place.name,
        kind=EntityKind.COUNTRY if country else EntityKind.PLACE,
        country=place.country,
        what=", ".join([one.kind, *sizes]),
        score=round(share, 2),
        verdict=verdict if one.score > 0 else Verdict.DIFFERENT,
        reasons=tuple(reasons),
        entity=country,
        place=place,
    )


def share_words(share: float) -> str:
    """A share as one reads it.

    >>> share_words(0.914), share_words(0.002), share_words(0.9999)
    ('91%', 'under 1%', 'over 99%')
    """
    if share >= 0.995:
        return "over 99%"
    return f"{share:.0%}" if share >= 0.01 else "under 1%"


def point_words(lat: float, lon: float) -> str:
    """Coordinates as one reads them.

    >>> point_words(51.7269, 36.1846), point_words(-1.5, -78.0)
    ('51.73°N 36.18°E', '1.50°S 78.00°W')
    """
    north, east = ("N" if lat >= 0 else "S"), ("E" if lon >= 0 else "W")
    return f"{abs(lat):.2f}°{north} {abs(lon):.2f}°{east}"
