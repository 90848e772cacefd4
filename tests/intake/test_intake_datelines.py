"""Datelines and credits: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from sayso.intake.agencies import find_agency, load_agencies
from sayso.intake.credits import find_credits, names_in_credit
from sayso.intake.dateline import find_dateline
from sayso.intake.dates import date_in_url, day_and_month, find_date
from sayso.model import DateHow

PRINTED = find_date("2025-03-04", DateHow.GIVEN)


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("BELGOROD, Russia, March 3 (AP) - Officials said so.", "Belgorod", "2025-03-03", "AP"),
        ("PARIS (Meridian Wire) — Ministers met on Monday.", "Paris", None, "Meridian Wire"),
        ("Kiel, Deutschland - Das Amt räumte es ein.", "Kiel", None, None),
        ("Kiew/Moskau (dpa) – Beide Seiten melden Angriffe.", "Kiew", None, "dpa"),
        ("Genève, 3 mars 2025 (ATS) - La ministre dément.", "Genève", "2025-03-03", "ATS"),
        ("PORT-AU-PRINCE, Haiti (AP) — The road is blocked.", "Port-au-Prince", None, "AP"),
        ("LONDON, Dec 30 (Reuters) - Prices rose on Monday.", "London", "2024-12-30", "Reuters"),
        ("NEW YORK, March 3, 2025 -- The council has voted.", "New York", "2025-03-03", None),
        ("Berlin (dpa/AFP) - Der Minister wies es zurück.", "Berlin", None, "dpa/AFP"),
        ("Sydney (AAP): The premier rejected the accusation.", "Sydney", None, "AAP"),
        ("Madrid, 3 mar (EFE).- El ministro lo negó el lunes.", "Madrid", "2025-03-03", "EFE"),
        ("Москва, 3 марта (ТАСС) - Министр опроверг это.", "Москва", "2025-03-03", "TASS"),
        ("Paris, le 3 mars 2025 – La ministre a démenti.", "Paris", "2025-03-03", None),
    ],
)
def test_datelines(text: str, place: str, date: str | None, agency: str | None) -> None:
    found = find_dateline(f"Some headline\n{text}", published=PRINTED)
    assert found and found.place and found.span
    assert (found.place.name, found.date, found.agency) == (place, date, agency)
    assert f"Some headline\n{text}"[found.span.start : found.span.end] == found.span.text
    assert found.span.start == len("Some headline\n")


@pytest.mark.parametrize(
    "text",
    [
        "Update - The minister has resigned, his office said on Monday in the capital.",
        "Clara Morel - the minister - denied it on Monday in the capital.",
        "The quay - old as it is - will stay shut for the rest of the year.",
        "«C'est faux» - La ministre a démenti lundi la vente du port.",
        "Von der Leyen – Die Kommissionspräsidentin wies den Vorwurf am Montag zurück.",
        "The council voted 3-2 on Monday.",
        "MARLOW--Nobody told me that the quay had been sold on Monday.",
        "HARBOUR MASTER DENIES SALE, BUT COUNCIL DOUBTS IT ALL - what we know so far",
    ],
)
def test_no_datelines(text: str) -> None:
    assert find_dateline(text, published=PRINTED) is None


def test_the_headline_has_no_dateline() -> None:
    text = "KYIV, March 3 - What we know so far about it"
    assert find_dateline(text, title=text) is None


def test_without_a_year_there_is_no_date() -> None:
    found = find_dateline("PARIS, March 3 (AP) - Ministers met on Monday.")
    assert found and found.date is None


@pytest.mark.parametrize("entry", load_agencies().credit, ids=lambda entry: entry.words)
def test_every_credit_entry_does_what_its_example_shows(entry) -> None:  # type: ignore[no-untyped-def]
    assert "Meridian Wire" in names_in_credit(entry.example)
    text = f"The quay is shut.\n{entry.example}"
    found = find_credits(text)
    assert found[0].name == "Meridian Wire"
    assert text[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The quay is shut. (Meridian Wire)", ["Meridian Wire"]),
        ("Le quai est fermé. Avec AFP", ["AFP"]),
        ("Le quai est fermé.\n(Avec l'AFP)", ["AFP"]),
        ("Der Kai ist zu.\ndpa/afp", ["dpa", "AFP"]),
        ("Der Kai ist zu.\n(dpa/lno)", ["dpa"]),
        ("Quellen: dpa, AFP und eigene Recherchen", ["dpa", "AFP"]),
        ("The Associated Press contributed to this report.", ["AP"]),
    ],
)
def test_credits(text: str, names: list[str]) -> None:
    assert [credit.name for credit in find_credits(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "She spoke with Clara Morel (the minister).",
        "He works for the union (SPA).",
        "By Tessa Marlow",
        "Avec elle, tout change.",
        "Source: the minister's office said on Monday that it knew nothing.",
        "With friends like these, he said.",
        "Von Greta Harmsen",
    ],
)
def test_no_credits(text: str) -> None:
    assert find_credits(text) == ()


def test_every_agency_is_found_by_its_forms() -> None:
    names = [agency.name for agency in load_agencies().agency]
    assert len(names) == len(set(names)) >= 60
    forms = [form for agency in load_agencies().agency for form in agency.forms]
    assert len(forms) == len(set(forms))
    for agency in load_agencies().agency:
        assert {find_agency(form) for form in agency.forms} == {agency.name}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2025", "2025"),
        ("2025-04", "2025-04"),
        ("20250428", "2025-04-28"),
        ("2025-04-28T23:59:00Z", "2025-04-28"),
        ("28.04.2025", "2025-04-28"),
        ("Mon, 28 Apr 2025 10:00:00 GMT", "2025-04-28"),
        ("April 28, 2025", "2025-04-28"),
        ("28 апреля 2025 г.", "2025-04-28"),
    ],
)
def test_dates(written: str, value: str) -> None:
    found = find_date(written, DateHow.META)
    assert found and found.value == value


@pytest.mark.parametrize("written", ["", "03/04/2025", "2025-02-30", "soon", "May", "31 April 25"])
def test_what_is_no_date_is_not_made_one(written: str) -> None:
    assert find_date(written, DateHow.META) is None


def test_dates_in_addresses() -> None:
    assert date_in_url("https://a.example/2025/4/8/quay") is not None
    assert date_in_url("https://a.example/article-20250408.html") is not None
    assert date_in_url("https://a.example/id/2025123456") is None
    assert date_in_url("https://a.example/2025/quay") is None
    assert day_and_month("3 or 4 March") is None
