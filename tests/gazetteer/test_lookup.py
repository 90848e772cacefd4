"""The gazetteer: names in four languages and more, written as they must be."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import SaysoError
from sayso.gazetteer import tables
from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import (
    Form,
    find_body,
    find_capital,
    find_country,
    find_demonym,
    find_entries,
    find_entry,
    find_medium,
    find_seat,
    load_entities,
    load_index,
)
from sayso.gazetteer.people import find_genders

LANGUAGES = ("en", "fr", "de", "it", "es", "ru", "uk", "ko")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name_in_every_language(language: str) -> None:
    named = {
        entry.entity.id
        for entries in load_index(language).entries.values()
        for entry in entries
        if entry.form is Form.NAME
    }
    countries = {id_ for id_ in load_entities() if id_.startswith("country:")}
    assert len(countries) >= 249
    assert countries == named


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_states_have_people_and_capitals(language: str) -> None:
    found: dict[Form, set[str]] = {form: set() for form in Form}
    for entries in load_index(language).entries.values():
        for entry in entries:
            found[entry.form].add(entry.entity.id)
    assert len(found[Form.DEMONYM]) >= 190
    assert len(found[Form.CAPITAL]) >= 180
    assert len(found[Form.BODY]) >= 55
    assert len(found[Form.MEDIUM]) >= 60


@pytest.mark.parametrize(
    ("words", "language", "code"),
    [
        ("UK", "en", "GBR"),
        ("Great Britain", "en", "GBR"),
        ("Grande-Bretagne", "fr", "GBR"),
        ("USA", "de", "USA"),
        ("U.S.", "en", "USA"),
        ("Etats-Unis", "fr", "USA"),
        ("Vereinigte Staaten", "de", "USA"),
        ("Nordkoreas", "de", "PRK"),
        ("Côte d’Ivoire", "fr", "CIV"),
        ("Costa d'Avorio", "it", "CIV"),
        ("Северная Корея", "ru", "PRK"),
        ("КНДР", "ru", "PRK"),
        ("북한", "ko", "PRK"),
        ("Kosovo", "en", "XKX"),
    ],
)
def test_country_names(words: str, language: str, code: str | None) -> None:
    found = find_country(words, language)
    assert (found.entity.country if found else None) == code


@pytest.mark.parametrize(
    ("words", "language", "code"),
    [
        ("nord-coréennes", "fr", "PRK"),
        ("turque", "fr", "TUR"),
        ("Ukrainer", "de", "UKR"),
        ("ukrainischem", "de", "UKR"),
        ("Französin", "de", "FRA"),
        ("Schweizer", "de", "CHE"),
        ("Russians", "en", "RUS"),
        ("US", "en", "USA"),
        ("polish", "en", None),
        ("Congolese", "en", "COD"),
        ("Dominican", "en", None),
    ],
)
def test_demonyms(words: str, language: str, code: str | None) -> None:
    found = find_demonym(words, language)
    assert (found.entity.country if found else None) == code


def test_capitals_in_the_languages_own_spelling() -> None:
    kyiv = [("Kyiv", "en"), ("Kiev", "fr"), ("Kiew", "de"), ("Kiews", "de"), ("Kiev", "it")]
    assert {find_capital(w, lang).entity.id for w, lang in kyiv} == {"country:UKR"}  # type: ignore[union-attr]
    assert find_capital("Moskau", "fr") is None


def test_seats_speak_for_their_country() -> None:
    seat = find_seat("Weißen Haus", "de")
    assert seat is not None
    assert (seat.entity.id, seat.entity.kind, seat.entity.name) == (
        "country:USA",
        "government",
        "White House",
    )


def test_bodies_and_media() -> None:
    body, medium = find_body("ONU", "fr"), find_medium("dpa", "de")
    assert body is not None and medium is not None
    assert (body.entity.id, body.entity.country) == ("body:un", "IGO")
    assert (medium.entity.role, medium.entity.country) == ("news agency", "DEU")


@pytest.mark.parametrize("words", ["us", "who", "un", "Who", "it", "ap", "turkey"])
def test_small_words_are_no_names(words: str) -> None:
    assert find_entries(words, "en") == ()


def test_an_unknown_language_still_knows_media() -> None:
    assert find_medium("TASS", "xx") is not None
    assert find_country("France", "xx") is None


def test_given_names() -> None:
    assert (find_genders("Angela"), find_genders("Wolodymyr"), find_genders("Kim")) == (
        "f",
        "m",
        "f",
    )


@given(st.text(max_size=40))
def test_folding_is_stable_and_plain(name: str) -> None:
    folded = fold(name)
    assert fold(folded) == folded or not folded.isascii()
    assert not any(c.isspace() for c in folded)


@given(st.text(max_size=30), st.sampled_from(LANGUAGES))
def test_any_words_can_be_looked_up(words: str, language: str) -> None:
    found = find_entry(words, language)
    assert found is None or found.entity.id in {e.id for e in load_entities().values()}


def test_a_broken_row_is_named(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "data"
    folder.mkdir()
    (folder / "x.tsv").write_text("a\tb\n1\n", encoding="utf-8")
    monkeypatch.setattr(tables.resources, "files", lambda _: folder.parent)
    with pytest.raises(SaysoError, match=r"x\.tsv:2"):
        list(tables.read_rows("x.tsv"))


def test_a_language_loads_quickly() -> None:
    code = (
        "import time, sayso.gazetteer.lookup as l\n"
        "t = time.process_time(); l.load_index('en')\n"
        "print(time.process_time() - t)"
    )
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout)
        for _ in range(3)
    ]
    assert min(times) < 0.1  # 0.02 s on a quiet machine
