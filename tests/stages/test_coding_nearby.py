"""What an event takes from its clause: date, place, numbers, and the country of whoever does it."""

from __future__ import annotations

import pytest

from sayso.model import Document, Event
from sayso.pipeline import read_text


def every_event(document: Document) -> list[Event]:
    return [*document.narrated, *(e for s in document.statements for e in s.events)]


@pytest.mark.parametrize(
    ("language", "text", "day", "place"),
    [
        ("en", "The police arrested a captain in Lisbon on 3 March 2024.", "2024-03-03", "Lisbon"),
        (
            "en",
            "Portugal attacked Lisbon on 3 March 2024.",
            "2024-03-03",
            "Lisbon",
        ),
        ("fr", "Le Portugal a attaqué Lisbonne le 3 mars 2024.", "2024-03-03", "Lisbon"),
        ("de", "Neun Soldaten wurden am 3. März 2024 in Lissabon getötet.", "2024-03-03", "Lisbon"),
    ],
)
def test_date_and_place_are_those_of_the_clause(language, text, day, place) -> None:
    (event,) = every_event(read_text(text, language))
    assert event.date is not None and event.date.value == day
    assert event.place is not None and event.place.name == place


def test_each_clause_has_its_own_date_and_place() -> None:
    text = (
        "Le Portugal a attaqué Lisbonne le 3 mars 2024 et l'Islande a attaqué Bruxelles le 5 mars "
        "2024."
    )
    one, two = every_event(read_text(text, "fr"))
    assert [e.date and e.date.value for e in (one, two)] == ["2024-03-03", "2024-03-05"]
    assert [e.place and e.place.name for e in (one, two)] == ["Lisbon", "Brussels"]


def test_a_weekday_is_counted_from_the_day_of_publication() -> None:
    (event,) = every_event(read_text("Luxemburg griff Belgien am Montag an.", "de", "2024-03-06"))
    assert event.date is not None and event.date.value == "2024-03-04"


@pytest.mark.parametrize(
    ("language", "text", "low", "high", "of"),
    [
        ("en", "Rebels killed at least 12 soldiers in Lisbon.", 12, None, "killed"),
        ("en", "The police arrested 30 protesters in Lisbon.", 30, 30, "arrested"),
        ("fr", "Douze soldats ont été tués à Lisbonne.", 12, 12, "killed"),
        ("de", "Mindestens 12 Soldaten wurden in Lissabon getötet.", 12, None, "killed"),
    ],
)
def test_the_numbers_of_the_clause_are_the_events(language, text, low, high, of) -> None:
    (event,) = every_event(read_text(text, language))
    (quantity,) = event.quantities
    assert (quantity.low, quantity.high, quantity.of) == (low, high, of)


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "Rebels in the south of Andorra attacked a convoy.", "AND"),
        ("en", "Rebels from Andorra attacked a convoy.", "AND"),
        ("en", "Two vessels from Iceland attacked the harbour.", "ISL"),
        ("en", "Icelandic vessels attacked the harbour.", "ISL"),
        ("en", "A convoy of the Portuguese army attacked the harbour.", "PRT"),
        ("en", "Reykjavik attacked Lisbon.", "ISL"),
        ("fr", "Des rebelles du sud d'Andorre ont attaqué un convoi.", "AND"),
        ("fr", "Des navires islandais ont attaqué le port.", "ISL"),
        ("de", "Isländische Schiffe haben den Hafen angegriffen.", "ISL"),
        ("de", "Rebellen aus Andorra haben einen Konvoi angegriffen.", "AND"),
    ],
)
def test_whoever_is_told_of_a_country_has_it(language, text, country) -> None:
    (event,) = every_event(read_text(text, language))
    (actor,) = event.actor
    assert actor.entity is not None and actor.entity.country == country


def test_who_is_not_known_is_a_role_without_entity() -> None:
    (event,) = every_event(read_text("Norland attacked the plan of Estmark.", "en"))
    assert event.actor[0].span.text == "Norland"
    assert event.actor[0].entity is None
