"""What the gazetteer has, counted; and whom names, roles, capitals and people in office mean."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import sayso
from eval.entities import LANGUAGES, count_breadth, count_forms, judge_all
from sayso.gazetteer.lookup import find_entries, load_entities
from sayso.gazetteer.names.bodies import load_groups, load_media
from sayso.gazetteer.names.officeholders import find_person
from sayso.gazetteer.roles import find_party, load_patterns
from sayso.gazetteer.search import search_names
from sayso.model import Document, Entity
from scripts.inflect import decline, inflect

ROOT = Path(__file__).parents[2]
#: PLOVER's sector codes, and those that the packs have beside them.
SECTORS = set("GOV MIL REB OPP PTY LEG JUD COP SPY MED EDU BUS CRM CVL JRN".split())


def test_there_is_enough_of_everything() -> None:
    found = count_breadth()
    wanted = {
        "countries and territories": 195,
        "international and other bodies": 120,
        "media": 150,
        "armed groups": 80,
        "people": 5000,
    }
    assert {kind: found[kind] >= number for kind, number in wanted.items()} == dict.fromkeys(
        wanted, True
    )


def test_members_of_the_united_nations_are_there() -> None:
    countries = {one.country for one in load_entities().values() if one.kind == "country"}
    assert {"USA", "NRU", "TUV", "SSD", "TLS", "VAT", "PSE", "XKX"} <= countries


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_states_bodies_and_seats(language: str) -> None:
    found = count_forms(language)
    assert found["name"] >= 249
    assert found["demonym"] >= 190
    assert found["capital"] >= 180
    assert found["body"] >= 120
    assert found["seat"] >= 45
    assert found["group"] >= 80


def test_media_say_who_runs_them_and_groups_where_they_fight() -> None:
    runs = Counter(one.state for one in load_media())
    assert min(runs["state"], runs["public"], runs["no"]) >= 20
    assert all(one.entity.country for one in load_media())
    assert sum(bool(one.countries) for one in load_groups()) >= 80


@pytest.mark.parametrize("language", ["es", "ru", "uk", "ko"])
def test_patterns_have_every_sector(language: str) -> None:
    patterns = load_patterns(language)
    assert patterns is not None
    found = {noun.sector for noun in patterns.nouns}
    assert found <= SECTORS
    assert {"GOV", "MIL", "REB", "OPP", "LEG", "JUD", "COP", "SPY", "JRN", "BUS", "CVL"} <= found


@pytest.mark.parametrize("kind", ["name", "role", "fresh"])
def test_our_own_table_stays_right(kind: str) -> None:
    judged = [one for one in judge_all() if one.kind == kind]
    wrong = [f"{one.text}: {one.wanted}, got {one.got}" for one in judged if not one.right]
    assert len(judged) >= 60
    assert len(wrong) <= 0.03 * len(judged), wrong


def test_sources_of_read_sentences_stay_right() -> None:
    judged = [one for one in judge_all() if one.kind == "read"]
    wrong = [f"{one.text}: {one.wanted}, got {one.got}" for one in judged if not one.right]
    assert len(wrong) <= 0.05 * len(judged), wrong


@pytest.mark.parametrize(
    ("words", "language", "wanted"),
    [
        ("Соединённых Штатов", "ru", "country:USA"),
        ("Соединенных Штатов", "ru", "country:USA"),
        ("російськими", "uk", "country:RUS"),
        ("평양에서는", "ko", "country:PRK"),
        ("Burkina Fasos", "de", "country:BFA"),
        ("россия", "ru", None),
        ("китай", "ru", None),
        ("대만", "ko", "country:TWN"),
        ("이란", "ko", "country:IRN"),
        ("인도", "ko", "country:IND"),
    ],
)
def test_case_forms_and_particles(words: str, language: str, wanted: str | None) -> None:
    found = {entry.entity.id for entry in find_entries(words, language)}
    assert found == ({wanted} if wanted else set())


@pytest.mark.parametrize(
    ("name", "language"),
    [("Армения", "ru"), ("министерство", "ru"), ("", "ru"), ("— —", "uk"), ("정부", "ko"),
     ("군", "ko"), ("de la", "es"), ("Минобороны Армении", "en"), ("미군기지", "ko")],
)  # fmt: skip
def test_what_is_no_country_with_a_role(name: str, language: str) -> None:
    assert find_party(name, language) is None


def test_a_role_is_found_whatever_the_language_asked() -> None:
    found = search_names("Минобороны Армении")[0]
    assert found.entity is not None
    assert (found.entity.id, found.reasons) == (
        "body:arm-defence-ministry",
        ("defence ministry of ARM",),
    )


def test_tables_of_endings() -> None:
    assert decline("Центрально-Африканская Республика", "ru")[1] == (
        "Центрально-Африканской Республики"
    )
    assert "Саудівською Аравією" in decline("Саудівська Аравія", "uk")
    assert {"iraquíes", "iraquís"} <= set(inflect("iraquí", "es", "adjective"))
    assert inflect("tedesco", "it", "adjective") == ["tedesco", "tedesca", "tedeschi", "tedesche"]
    assert decline("НАТО", "uk") == ["НАТО"] and decline("Qatar", "es") == ["Qatar"]


def read_one(text: str, language: str, published: str | None = None) -> Document:
    return sayso.read(text=text, language=language, published=published)


def source_of(text: str, language: str, published: str | None = None) -> Entity | None:
    statements = read_one(text, language, published).statements
    assert statements, text
    return statements[0].source.entity


#: A capital or a seat that speaks or acts is the government …
GOVERNMENTS = [
    ("en", "Kyiv denied that its forces had crossed the river.", "country:UKR"),
    ("en", "Tehran said that the talks were over.", "country:IRN"),
    ("en", "Kigali rejected the accusation.", "country:RWA"),
    ("en", "Downing Street said that the visit was off.", "country:GBR"),
    ("fr", "Kiev a démenti que ses forces aient franchi le fleuve.", "country:UKR"),
    ("fr", "Téhéran a affirmé que les discussions étaient finies.", "country:IRN"),
    ("fr", "La Maison-Blanche a affirmé que la visite était annulée.", "country:USA"),
    ("de", "Kiew erklärte, die Truppen hätten den Fluss nicht überquert.", "country:UKR"),
    ("de", "Teheran sagte, die Gespräche seien beendet.", "country:IRN"),
    ("de", "Der Kreml sagte, der Besuch sei abgesagt.", "country:RUS"),
]
#: … and one that people live or work in is a town.
TOWNS = [
    ("en", "Doctors in Khartoum said that the clinic was empty."),
    ("en", "A baker from Kyiv said that the bread was gone."),
    ("en", "The mayor of Tehran said that the trams were running."),
    ("en", "Kyiv residents said that the lights were out."),
    ("fr", "Des médecins de Khartoum ont affirmé que la clinique était vide."),
    ("fr", "Un boulanger de Kiev a affirmé que le pain manquait."),
    ("fr", "Le maire de Téhéran a affirmé que les trams roulaient."),
    ("de", "Ärzte in Khartum sagten, die Klinik sei leer."),
    ("de", "Ein Bäcker aus Kiew sagte, das Brot sei aus."),
    ("de", "Der Bürgermeister von Teheran sagte, die Bahnen führen."),
]


@pytest.mark.parametrize(("language", "text", "wanted"), GOVERNMENTS)
def test_a_capital_that_speaks_is_the_government(language: str, text: str, wanted: str) -> None:
    entity = source_of(text, language)
    assert entity is not None and entity.id == wanted


@pytest.mark.parametrize(("language", "text"), TOWNS)
def test_people_of_a_capital_are_not_the_government(language: str, text: str) -> None:
    entity = source_of(text, language)
    assert entity is None or not entity.id.startswith("country:")


@pytest.mark.parametrize(
    ("name", "day", "country", "role"),
    [
        ("Rishi Sunak", "2021-06-01", "GBR", "finance minister"),
        ("Rishi Sunak", "2023-06-01", "GBR", "prime minister"),
        ("Keir Starmer", "2024-07-04", "GBR", None),
        ("Keir Starmer", "2024-07-06", "GBR", "prime minister"),
        ("Annalena Baerbock", "2023-01-15", "DEU", "foreign minister"),
        ("Kaja Kallas", "2023-01-15", "EST", "prime minister"),
        ("Mark Rutte", "2024-01-15", "NLD", "prime minister"),
        ("Mark Rutte", "2025-01-15", "IGO", "head of an international body"),
        ("Donald Trump", "2019-01-01", "USA", "president"),
        ("Donald Trump", "2022-01-01", "USA", None),
        ("Donald Trump", "2025-01-19", "USA", None),
        ("Donald Trump", "2025-01-21", "USA", "president"),
        ("Valeriy Zaluzhnyi", "2023-06-01", "UKR", "chief of staff"),
        ("Валерий Залужный", "2024-09-01", "UKR", "ambassador"),
        ("Oleksandr Syrskyj", "2024-09-01", "UKR", "chief of staff"),
        ("Sergueï Choïgou", "2023-12-31", "RUS", "defence minister"),
        ("Sergej Schoigu", "2024-05-20", "RUS", "national security adviser"),
    ],
)
def test_country_and_role_at_that_date(name: str, day: str, country: str, role: str) -> None:
    found = find_person(name, "", day)[0]
    assert (found.entity.country, found.entity.role) == (country, role)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Rishi Sunak said that the tax would fall.",
         {"2021-06-01": "finance minister", "2023-06-01": "prime minister"}),
        ("fr", "Mark Rutte a affirmé que le budget tiendrait.",
         {"2023-06-01": "prime minister", "2025-06-01": "head of an international body"}),
        ("de", "Olaf Scholz sagte, der Haushalt stehe.",
         {"2020-06-01": "finance minister", "2023-06-01": "chancellor"}),
    ],
)  # fmt: skip
def test_a_page_gives_the_office_of_its_day(language: str, text: str, days: dict[str, str]) -> None:
    for day, role in days.items():
        entity = source_of(text, language, day)
        assert entity is not None and entity.role == role


def test_ids_of_bodies_are_one_a_body() -> None:
    rows = tomllib.loads((ROOT / "eval/gold/entities.toml").read_text("utf-8"))["read"]
    ministries = {
        (source_of(row[0], group["language"]) or Entity(id="", name="", kind="person")).id  # type: ignore[arg-type]
        for group in rows
        for row in group["rows"]
        if row[1:] == ["ARM", "GOV", "defence ministry"]
    }
    assert ministries == {"body:arm-defence-ministry"}
