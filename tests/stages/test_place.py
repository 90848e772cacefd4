"""The stage `place`: what makes a name a place, and what never does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sayso.spans import Span
from sayso.stages.placing.find import PlaceMention, find_places

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def read(text: str, language: str = "en", **more: object) -> tuple[PlaceMention, ...]:
    """The places of a text of one sentence a line."""
    sentences, at = [], 0
    for line in text.splitlines(keepends=True):
        sentences.append((at, at + len(line)))
        at += len(line)
    return find_places(text, language, sentences, **more)  # type: ignore[arg-type]


def names(text: str, language: str = "en", **more: object) -> list[str]:
    return [mention.span.text for mention in read(text, language, **more)]


@pytest.mark.parametrize(
    ("text", "language", "name", "relation"),
    [
        ("A mill burned in Lublin.", "en", "Lublin", "in"),
        ("Shots were heard near the port city of Odesa.", "en", "port city of Odesa", "near"),
        ("The convoy drove to Aleppo.", "en", "Aleppo", "to"),
        ("Rebels entered Goma.", "en", "Goma", "on"),
        ("Kharkiv was shelled.", "en", "Kharkiv", "on"),
        ("Un pont a cédé près d'Alep.", "fr", "Alep", "near"),
        ("Les rebelles ont pris Goma.", "fr", "Goma", "on"),
        ("Le marché du Caire a brûlé, et un autre au Caire.", "fr", "Caire", "in"),
        ("Nach dem Angriff auf Charkiw brannte es.", "de", "Charkiw", "on"),
        ("Der Damm bei Mykolajiw hielt.", "de", "Mykolajiw", "near"),
        ("Hubo disparos cerca de Alepo.", "es", "Alepo", "near"),
        ("Un ponte è crollato vicino a Vicenza.", "it", "Vicenza", "near"),
        ("Под Харьковом горел склад.", "ru", "Харьковом", "near"),
        ("Біля Одеси горів склад.", "uk", "Одеси", "near"),
        ("오데사 인근에서 배가 불탔다.", "ko", "오데사", "near"),
    ],
)
def test_words_that_make_a_place(text: str, language: str, name: str, relation: str) -> None:
    found = {m.span.text: m.relation for m in read(text, language)}
    assert found.get(name) == relation, found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Speaking in Geneva, the envoy called for calm.", "en"),
        ("The minister said in Paris on Monday that the vote was fair.", "en"),
        ("“It is over,” the coach told reporters in Vienna.", "en"),
        ("In Brussels, the commissioner said that the dam had burst.", "en"),
        ("Le ministre a déclaré à Paris que le vote était juste.", "fr"),
        ("S'exprimant à Genève, l'émissaire a demandé le calme.", "fr"),
        ("Der Minister sagte in Berlin, die Wahl sei fair gewesen.", "de"),
        ("In Genf erklärte der Gesandte, der Damm halte.", "de"),
        ("La ministra dijo en Madrid que el voto fue limpio.", "es"),
        ("Министр заявил в Москве, что плотина цела.", "ru"),
        ("Речник сказав у Києві, що гребля ціла.", "uk"),
        ("장관은 파리에서 합의가 깨졌다고 밝혔다.", "ko"),
    ],
)
def test_no_place_from_where_a_speaker_stood(text: str, language: str) -> None:
    assert names(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Paris Agreement was read out in the Washington Ledger.",
        "Nobody had heard from Minister Jordan.",
        "Georgia Marsh and Chad Holmes were named.",
        "Talks at the White House failed.",
    ],
)
def test_no_place_from_inside_a_name(text: str) -> None:
    assert names(text) == []


def test_a_source_is_a_party_and_no_place() -> None:
    text = "In Moscow they deny it."
    assert names(text) == ["Moscow"]
    assert names(text, sources=[Span(0, 9, "In Moscow")]) == []


def test_what_a_known_content_holds_stays() -> None:
    text = "A fire in Lublin killed two, the mayor said in Warsaw."
    content = Span(0, 27, text[:27])
    assert names(text, contents=[content], cues=[Span(39, 43, "said")]) == ["Lublin"]


def test_the_dateline_decides_and_is_no_place() -> None:
    head = "PARIS, Texas — "
    text = head + "A barn burned in Paris."
    found = find_places(text, "en", [(0, len(text))], dateline=Span(0, len(head), head))
    assert [(m.place.name, m.place.country) for m in found] == [("Paris", "USA")]


def test_the_outlets_country_decides() -> None:
    text = "A cyclist fell in Cambridge."
    for country in ("GBR", "USA"):
        assert [m.place.country for m in read(text, countries=[country])] == [country]


def test_named_once_with_its_state_a_town_keeps_it() -> None:
    found = read("A barn burned in Paris, Texas.\nNobody slept in Paris.")
    assert [m.place.country for m in found] == ["USA", "USA"]
    assert found[0].span.text == "Paris, Texas"


def test_city_and_region_of_one_name() -> None:
    found = read("Drones hit the Kursk region.\nIn Kursk windows broke.")
    assert [m.place.precision for m in found] == ["region", "city"]
    assert found[1].place.geonames == 538560 and found[1].place.lat is not None


def test_french_prepositions_tell_town_from_country() -> None:
    found = read("Un tram a brûlé à Luxembourg.\nUne banque a fermé au Luxembourg.", "fr")
    assert [m.place.precision for m in found] == ["city", "country"]


def test_a_list_of_places_is_read_to_its_end() -> None:
    assert names("Bridges fell in Aleppo, Homs and Hama.") == ["Aleppo", "Homs", "Hama"]


def test_german_nouns_with_an_article_are_no_towns() -> None:
    assert names("Die Stimmung im Saal war gut, am Strand auch.", "de") == []


def test_offsets_are_code_points_of_the_text() -> None:
    text = "🔥🔥 Пожар был в Курской области."
    [found] = read(text, "ru")
    assert text[found.span.start : found.span.end] == found.span.text == "Курской области"


def test_a_language_without_words_has_no_places() -> None:
    assert names("Er brann í Reykjavík.", "is") == []


@pytest.mark.parametrize(("name", "least"), [("GOLD", 0.97), ("ASIDE", 0.95)])
def test_the_gold_stories_stay_right(name: str, least: float) -> None:
    from eval import places

    score = places.score_file(getattr(places, name))["all"]
    assert score.total >= 60
    assert score.accuracy >= least, score.errors
    assert score.kept_out == score.traps, score.errors
