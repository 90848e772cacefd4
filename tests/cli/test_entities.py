"""`sayso entities`: whom a name may mean, why, and what is said where nobody is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from subprocess import CompletedProcess
from typing import Any

import click
import pytest

from sayso.cli.entities import find
from sayso.gazetteer.matches import Match
from sayso.gazetteer.names.match import Verdict
from sayso.gazetteer.search import KINDS, search_names

Sayso = Callable[..., CompletedProcess[str]]


def describe(match: Match) -> str:
    """The id of an entity; of a place its kind and country."""
    if match.entity:
        return match.entity.id
    assert match.place is not None
    return f"{match.place.precision} {match.country}"


@pytest.mark.parametrize(
    ("name", "first", "verdict"),
    [
        ("Walireri Gerassimow", "person:valery-gerasimov", "same"),
        ("Guérassimov", "person:valery-gerasimov", "possible"),
        ("Kim Jong Un", "person:kim-jong-un", "same"),
        ("김정은", "person:kim-jong-un", "same"),
        ("Гутерриш", "person:antonio-guterres", "possible"),
        ("Johnson", "person:boris-johnson", "possible"),
        ("Merkel", "person:angela-merkel", "possible"),
        ("Kursk", "city RUS", "same"),
        ("Kursk region", "region RUS", "same"),
        ("Gebiet Kursk", "region RUS", "same"),
        ("Georgia", "country:GEO", "same"),
        ("Corée du Nord", "country:PRK", "same"),
        ("Élysée", "country:FRA", "same"),
        ("KCNA", "body:kcna", "same"),
        ("OTAN", "body:nato", "same"),
        ("ТАСС", "body:tass", "same"),
        ("M23", "body:m23", "same"),
        ("nato", "body:nato", "same"),
    ],
)
def test_the_first_candidate(name: str, first: str, verdict: str) -> None:
    best = search_names(name)[0]
    assert (describe(best), best.verdict.value) == (first, verdict)
    assert best.reasons and best.what


def test_a_capital_is_a_town_and_a_government() -> None:
    found = [describe(one) for one in search_names("Moscow") if one.verdict is Verdict.SAME]
    assert sorted(found) == ["city RUS", "country:RUS"]


def test_an_entity_that_two_sources_know_is_one_candidate() -> None:
    georgia = [one for one in search_names("Georgia") if describe(one) == "country:GEO"]
    assert len(georgia) == 1
    assert georgia[0].place is not None and georgia[0].place.geonames == 614540
    for name, only in (("KCNA", "body:kcna"), ("Houthis", "body:houthis")):
        assert [describe(one) for one in search_names(name)] == [only]


def test_a_word_that_two_media_bear_is_neither_for_sure() -> None:
    found = search_names("ABC", kind="medium")
    assert {one.country for one in found} == {"AUS", "USA"}
    assert {one.verdict for one in found} == {Verdict.POSSIBLE}
    assert all("bears it too" in one.reasons[-1] for one in found)


def test_a_sound_alike_is_left_out_beside_the_very_word_unless_people_are_asked_for() -> None:
    assert not [one for one in search_names("Paris") if describe(one).startswith("person:")]
    assert search_names("Paris", kind="person")


def test_an_abbreviation_is_nobody_who_sounds_like_it() -> None:
    assert search_names("QRNA") == []
    assert search_names("Qrna", kind="person")


def test_the_office_of_today_comes_before_those_of_its_holders_before() -> None:
    assert describe(search_names("Kim")[0]) == "person:kim-jong-un"
    assert describe(search_names("Kim", on_date="1990")[0]) == "person:kim-il-sung"


def test_a_family_name_alone_is_never_the_same() -> None:
    for name in ("Lawrow", "Müller", "Kim", "Путина"):
        people = [one for one in search_names(name) if describe(one).startswith("person:")]
        assert people
        assert all(one.verdict is not Verdict.SAME for one in people)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["Georgia", "Washington", "Kreml", "M23", "KCNA", "Lawrow"])
def test_a_kind_leaves_only_its_own(name: str, kind: str) -> None:
    every = search_names(name)
    for one in search_names(name, kind=kind):
        assert one.kind in KINDS[kind] or (kind == "place" and one.place)
        assert kind == "person" or one in every


def test_the_command_offers_every_kind() -> None:
    choice = next(option.type for option in find.params if option.name == "kind")
    assert isinstance(choice, click.Choice)
    assert list(choice.choices) == list(KINDS)


def read(ran: CompletedProcess[str]) -> Any:
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.mark.parametrize(
    ("day", "role"),
    [("2023-01-01", "defence minister"), ("2025", "national security adviser"), ("1955", None)],
)
def test_the_office_of_the_day(sayso: Sayso, day: str, role: str | None) -> None:
    found = read(sayso("entities", "Sergej Schoigu", "--on", day, "--format", "json"))
    first = found["candidates"][0]
    assert (first["id"], first["role"], first["wikidata"]) == (
        "person:sergei-shoigu",
        role,
        "Q32024",
    )
    assert (role or "no office known for 1955; later") in first["what"]
    assert found["on"] == day


def test_json_has_the_same_keys_for_every_kind(sayso: Sayso) -> None:
    keys = set()
    for name in ("Kursk", "Moscow", "Lawrow", "M23", "KCNA"):
        for one in read(sayso("entities", name, "--format", "json"))["candidates"]:
            keys.add(tuple(one))
            assert 0 <= one["score"] <= 1
            assert one["verdict"] in ("same", "possible", "different")
    assert len(keys) == 1


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_table_fits(sayso: Sayso, columns: int) -> None:
    ran = sayso("entities", "Washington", columns=columns)
    assert ran.returncode == 0, ran.stderr
    assert max(map(len, ran.stdout.splitlines())) <= columns
    assert "geonames 4140963" in ran.stdout
    assert "more: --format json" in ran.stdout
    assert "…" not in ran.stdout


def test_nothing_found_is_said_and_exits_1(sayso: Sayso) -> None:
    ran = sayso("entities", "Qwxzrt Vbnmk", "--kind", "person")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "no person called 'Qwxzrt Vbnmk'" in ran.stderr
    assert "leave out --kind person" in ran.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["  "], "NAME is empty"),
        (["Kursk", "--on", "2024-13"], "is no date; expected 2024-06-01"),
        (["Kursk", "--on", "2024-02-31"], "is no date"),
        (["Kursk", "--language", "zz"], "expected one of de, en"),
        (["Kursk", "--kind", "river"], "'river' is not one of"),
    ],
)
def test_a_wrong_call_exits_2(sayso: Sayso, args: list[str], message: str) -> None:
    ran = sayso("entities", *args)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert message in ran.stderr


def test_escape_sequences_do_not_reach_the_terminal(sayso: Sayso) -> None:
    ran = sayso("entities", "Kursk\x1b[31m")
    assert "\x1b" not in ran.stdout + ran.stderr
