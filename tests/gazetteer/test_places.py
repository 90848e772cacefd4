"""The gazetteer of places: what is in the file, look-up, and which of several places is meant."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from sayso.gazetteer.places import find_place, find_rows, load_place_words
from sayso.gazetteer.places.evidence import read_evidence, relation
from sayso.gazetteer.places.forms import spellings, split_kind
from sayso.gazetteer.places.store import base, get_row, load_countries

DATA = Path(__file__).parents[2] / "sayso" / "gazetteer" / "data"
LANGUAGES = ("en", "fr", "de", "es", "it", "ru", "uk", "ko")


def test_the_file_is_small() -> None:
    assert (DATA / "places.sqlite").stat().st_size <= 25_000_000


def test_the_file_holds_the_world() -> None:
    kinds = dict(base().execute("SELECT kind, count(*) FROM place GROUP BY kind"))
    assert kinds["city"] > 60_000 and kinds["region"] > 3_500
    assert len(load_countries()) >= 195


@pytest.mark.parametrize(
    "name", ["Kyiv", "Kiew", "Kiev", "Київ", "Киев", "키이우", "キーウ", "كييف", "基輔"]
)
def test_other_names_in_all_scripts(name: str) -> None:
    assert any(row.geonames == 703448 for row in find_rows(name))


@pytest.mark.parametrize("name", ["oblast de Koursk", "Oblast Kursk", "Курская область"])
def test_regions_have_names_in_our_languages(name: str) -> None:
    assert [(r.kind, r.country) for r in find_rows(name)] == [("region", "RUS")]


def test_towns_know_their_region() -> None:
    texan = next(r for r in find_rows("Paris") if r.country == "USA" and r.population > 20_000)
    assert texan.region is not None and get_row(texan.region).name == "Texas"


def test_coordinates_only_where_the_data_give_them() -> None:
    city = next(r for r in find_rows("Kursk") if r.kind == "city")
    region = next(r for r in find_rows("Kursk") if r.kind == "region")
    assert city.lat == pytest.approx(51.73, abs=0.05)
    assert region.lat is None and region.lon is None


def test_exact_look_up_is_fast() -> None:
    keys = [key for (key,) in base().execute("SELECT key FROM name WHERE key > 'm' LIMIT 20000")]
    random.Random(7).shuffle(keys)
    start = time.perf_counter()
    found = sum(bool(find_rows(key)) for key in keys)
    speed = len(keys) / (time.perf_counter() - start)
    assert found > 0.99 * len(keys)
    assert speed > 15_000  # 70,000 on a quiet core; the machine of a test may be busy


@pytest.mark.parametrize(
    ("name", "within", "country"),
    [("Paris", "Texas", "USA"), ("Cambridge", "Ontario", "CAN"), ("Kursk", "Russland", "RUS")],
)
def test_what_holds_it_decides(name: str, within: str, country: str) -> None:
    winner = find_place(name, "en", within=within).winner
    assert winner is not None and winner.place.country == country


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Valencia", ["Maracay", "Venezuela"], "VEN"),
        ("Valencia", ["Sagunto", "Spain"], "ESP"),
        ("Hyderabad", ["Karachi"], "PAK"),
        ("Hyderabad", ["Chennai"], "IND"),
    ],
)
def test_neighbours_decide(name: str, near: list[str], country: str) -> None:
    winner = find_place(name, "en", near=near).winner
    assert winner is not None and winner.place.country == country
    assert len(winner.reasons) > 1


def test_the_pages_country_decides() -> None:
    for country in ("DEU", "CHE"):
        winner = find_place("Freiburg", "de", countries=[country]).winner
        assert winner is not None and winner.place.country == country


def test_losers_are_kept_with_reasons() -> None:
    ranking = find_place("Tripoli", "en", near=["Beirut"])
    assert ranking.winner is not None and ranking.winner.place.country == "LBN"
    assert "LBY" in {one.place.country for one in ranking.losers}
    assert all(one.reasons and one.score <= ranking.winner.score for one in ranking.losers)
    assert ranking.margin > 0


def test_nothing_on_the_page_leaves_the_larger_town() -> None:
    winner = find_place("Birmingham", "en").winner
    assert winner is not None and winner.place.country == "GBR"


def test_no_such_place() -> None:
    ranking = find_place("Quillhaven-under-Nowhere", "en")
    assert ranking.winner is None and ranking.losers == ()


@pytest.mark.parametrize(
    ("name", "language", "kind"),
    [
        ("Kursk region", "en", "region"),
        ("Gebiet Kursk", "de", "region"),
        ("région de Koursk", "fr", "region"),
        ("región de Kursk", "es", "region"),
        ("Курской области", "ru", "region"),
        ("Курській області", "uk", "region"),
        ("쿠르스크주", "ko", "region"),
        ("Stadt Kursk", "de", "city"),
        ("Kursk", "en", "city"),
    ],
)
def test_the_noun_beside_a_name_tells_its_kind(name: str, language: str, kind: str) -> None:
    winner = find_place(name, language).winner
    assert winner is not None
    assert (winner.kind, winner.place.country) == (kind, "RUS")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_every_language_are_read(language: str) -> None:
    words = load_place_words(language)
    assert words is not None
    assert words.in_ and words.near and words.home and words.say
    assert set(words.home) <= set(load_countries())
    assert set(words.city_like) <= set(load_countries())


def test_kind_nouns_and_endings_are_undone() -> None:
    english, russian = load_place_words("en"), load_place_words("ru")
    assert english is not None and russian is not None
    assert split_kind("province of Idlib", english) == ("Idlib", "region")
    assert {"Москва", "Тула"} <= {*spellings("Москве", russian), *spellings("Тулой", russian)}


def test_evidence_speaks_for_what_is_near() -> None:
    lebanese = next(r for r in find_rows("Tripoli") if r.country == "LBN" and r.kind == "city")
    libyan = next(r for r in find_rows("Tripoli") if r.kind == "city" and r.country == "LBY")
    beirut = next(r for r in find_rows("Beirut") if r.kind == "city" and r.country == "LBN")
    assert relation(lebanese, beirut)[0] > relation(libyan, beirut)[0]
    assert [row.country for row, _ in read_evidence("Lebanese", "en").shares] == ["LBN"]
