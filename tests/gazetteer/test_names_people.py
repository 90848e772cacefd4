"""People with their offices, armed groups and media."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from sayso.gazetteer.names.bodies import find_group, find_media, load_groups, load_media
from sayso.gazetteer.names.match import Verdict
from sayso.gazetteer.names.officeholders import find_exact, find_person, list_people
from sayso.gazetteer.names.person import Office

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def test_the_data_are_whole() -> None:
    people = list(list_people())
    assert len(people) >= 5000
    assert len({person.id for person in people}) == len(people)
    for person in people:
        assert person.offices
        for office in person.offices:
            assert DATE.fullmatch(office.since), person.name
            assert office.until is None or DATE.fullmatch(office.until), person.name


def test_wikidata_ids_come_from_data_only_and_name_one_person() -> None:
    people = list(list_people())
    ids = Counter(person.wikidata for person in people if person.wikidata)
    assert max(ids.values()) == 1
    for person in people:
        if person.wikidata:
            assert any(office.source == "wikidata" for office in person.offices)


def test_an_office_has_one_holder_a_day() -> None:
    held = [
        person.id
        for person in list_people()
        for office in person.offices
        if (office.country, office.role) == ("RUS", "defence minister") and office.holds("2024-06")
    ]
    assert held == ["person:andrey-belousov"]


@pytest.mark.parametrize(
    ("day", "role"),
    [("2020-05-01", "vice president"), ("2016-12-31", "vice president"),
     ("2022-01-01", "president"), ("2025-06-01", None)],
)  # fmt: skip
def test_role_at_that_date(day: str, role: str | None) -> None:
    found = find_person("Джо Байдена", "ru", day)[0]
    assert found.entity.role == (None if day.startswith("2020") else role)


def test_a_family_name_is_possible_only() -> None:
    found = find_person("Selenskyj", "de", "2024-01-01")
    assert found[0].entity.id == "person:volodymyr-zelenskyy"
    assert all(one.verdict is Verdict.POSSIBLE for one in found)


@pytest.mark.parametrize("name", ["Olena Selenska", "Олени Зеленської"])
def test_the_presidents_wife_is_not_the_president(name: str) -> None:
    assert find_person(name, "", "2024")[0].entity.id == "person:olena-zelenska"


@pytest.mark.parametrize("name", ["Donald Trump Jr.", "Дональд Трамп-младший"])
def test_a_son_is_not_his_father(name: str) -> None:
    assert all(one.verdict is not Verdict.SAME for one in find_person(name))


@pytest.mark.parametrize("name", ["", " ", "—", "12", "Zqxvw Bkrzt", "?" * 300, "\u0301"])
def test_what_is_no_known_name(name: str) -> None:
    assert all(one.verdict is not Verdict.SAME for one in find_person(name))


def test_exact_look_up() -> None:
    assert [one.id for one in find_exact("ANGELA MERKEL")] == ["person:angela-merkel"]
    assert find_exact("Angela Merkels") == ()


def test_dates_of_any_fineness() -> None:
    office = Office("FRA", "minister", "GOV", "Minister", "2017-05", "2019", "wikidata")
    assert [office.holds(day) for day in ("2017-04-30", "2017-05-01", "2019-12-31", "2020")] == [
        False, True, True, False,
    ]  # fmt: skip


def test_groups_and_media_are_many_and_told_apart() -> None:
    groups, media = load_groups(), load_media()
    assert len(groups) >= 80
    assert len(media) >= 150
    assert len({one.entity.id for one in (*groups, *media)}) == len(groups) + len(media)
    assert all(re.fullmatch("[A-Z]{3}", one.entity.country or "") for one in media)


@pytest.mark.parametrize(
    ("name", "language", "wanted"),
    [("Huthi-Rebellen", "de", "houthis"), ("Хезболлы", "ru", "hezbollah"), ("M23", "fr", "m23"),
     ("Forces de soutien rapide", "fr", "rsf-sudan"), ("ЧВК «Вагнер»", "ru", "wagner"),
     ("탈레반", "ko", "taliban"), ("Боко Харам", "uk", "boko-haram")],
)  # fmt: skip
def test_groups(name: str, language: str, wanted: str) -> None:
    found = find_group(name, language)
    assert found is not None
    assert found.entity.id == f"body:{wanted}"


@pytest.mark.parametrize(
    ("name", "state"),
    [("조선중앙통신", "state"), ("Синьхуа", "state"), ("BBC", "public"), ("AFP", "no")],
)
def test_media(name: str, state: str) -> None:
    assert [one.state for one in find_media(name)] == [state]


def test_abbreviations_are_written_in_capitals() -> None:
    assert find_media("tap", "en") == []
    assert find_group("is", "en") is None
