"""Persons found on record, and the day a thing was said."""

from __future__ import annotations

from sayso.pipeline import read_text


def test_a_person_gets_country_office_and_id_and_keeps_them_under_the_short_name() -> None:
    text = "Emmanuel Macron said the talks went on. Macron denied the report."
    first, second = read_text(text, "en", "2024-03-06").statements
    assert first.source.entity is not None
    assert (first.source.entity.country, first.source.entity.role) == ("FRA", "president")
    assert first.source.entity == second.source.entity


def test_another_spelling_is_the_same_person_when_the_page_tells_the_office() -> None:
    page = "Le président ukrainien Wolodymyr Selenskyj a dit que la ville tenait."
    other = "The Ukrainian president, Volodymyr Zelensky, said the city held."
    (french,) = read_text(page, "fr", "2024-03-06").statements
    (english,) = read_text(other, "en", "2024-03-06").statements
    assert french.source.entity is not None
    assert english.source.entity is not None
    assert french.source.entity.id == english.source.entity.id


def test_a_name_that_sounds_like_one_on_record_is_nobody_on_record() -> None:
    (statement,) = read_text("DNP-Chef Karl Moser sagte, der Plan sei gut.", "de").statements
    assert statement.source.entity is not None
    assert statement.source.entity.wikidata is None


def test_an_unknown_person_stays_who_the_page_says() -> None:
    (statement,) = read_text("Ida Mossgrove said the ferry had sunk.", "en").statements
    assert statement.source.entity is not None
    assert statement.source.entity.wikidata is None
    assert statement.source.entity.country is None


def test_a_weekday_is_dated_from_the_day_of_publication_and_stays_open_without() -> None:
    text = "Ida Mossgrove said on Monday that the ferry had sunk."
    (dated,) = read_text(text, "en", "2024-03-06").statements
    (open_,) = read_text(text, "en").statements
    assert dated.said is not None
    assert open_.said is not None
    assert (dated.said.value, open_.said.value) == ("2024-03-04", None)


def test_the_head_of_one_party_is_not_the_head_of_another() -> None:
    text = (
        "ABU-Chef Emil Brandt sagte, die Brücke halte. DNP-Chef Karl Moser widersprach dem Plan. "
        "„Wir bauen nicht“, sagte der DNP-Chef."
    )
    statements = read_text(text, "de").statements
    assert statements[-1].source.entity is not None
    assert statements[-1].source.entity.name == "Karl Moser"
