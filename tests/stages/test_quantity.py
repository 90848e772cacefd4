"""Quantities: numbers in every spelling, what they count, and what is none. Sentences invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import PackError
from sayso.stages.quantities.find import find_quantities
from sayso.stages.quantities.grammar import (
    Grammar,
    build,
    check_names,
    find_grammar,
    numbers_path,
    read_units,
)
from sayso.stages.quantities.shape import NumbersFile
from sayso.stages.quantities.words import can_begin

LANGUAGES = ("en", "fr", "de", "it", "es", "ru", "uk", "ko")
Row = tuple[str, float | None, float | None, str, str]


def rows(text: str, language: str) -> list[Row]:
    """Change, bounds, unit and what is counted, of every quantity."""
    found = find_quantities(text, 0, len(text), language)
    return [
        (f.change.value, f.quantity.low, f.quantity.high, f.quantity.unit, f.quantity.of)
        for f in found
    ]


def exact(value: float, unit: str, of: str) -> Row:
    return ("=", value, value, unit, of)


def over(value: float, unit: str, of: str) -> Row:
    return (">", value, None, unit, of)


def under(value: float, unit: str, of: str) -> Row:
    return ("<", None, value, unit, of)


def about(value: float, unit: str, of: str) -> Row:
    return ("~", value, value, unit, of)


def span(low: float, high: float, unit: str, of: str, change: str = "=") -> Row:
    return (change, low, high, unit, of)


ENGLISH: list[tuple[str, list[Row]]] = [
    (
        "More than 20 people, including three children, were killed.",
        [over(20, "people", "killed"), exact(3, "children", "killed")],
    ),
    ("It left 30,000 to 40,000 dead.", [span(30000, 40000, "people", "killed")]),
    ("It has a 1-in-5 chance.", [exact(0.2, "share", "percent")]),
    (
        "They paid Rs 500 crore, or £5m-£7m.",
        [exact(5e9, "INR", "money"), span(5e6, 7e6, "GBP", "money")],
    ),
    ("A 300-strong crowd of fans came.", [exact(300, "people", "people")]),
    ("The brigade lost 48 soldiers.", [exact(48, "soldiers", "soldiers")]),
    ("More than 10,000 troops crossed the river.", [over(10000, "soldiers", "soldiers")]),
    ("At least twenty-three civilians were killed.", [over(23, "civilians", "killed")]),
    ("No fewer than 60 houses were destroyed.", [over(60, "houses", "destroyed")]),
    (
        "The shelling killed nine people and wounded up to thirty.",
        [exact(9, "people", "killed"), under(30, "people", "wounded")],
    ),
    (
        "Five dead and 12 wounded were counted at the quay.",
        [exact(5, "people", "killed"), exact(12, "people", "wounded")],
    ),
    ("About 1.5 million people fled the delta.", [about(1.5e6, "people", "displaced")]),
    ("Nearly two and a half million voters stayed at home.", [about(2.5e6, "voters", "people")]),
    ("Half a million refugees live in the camps.", [exact(5e5, "refugees", "displaced")]),
    ("Some 5m people speak it.", [about(5e6, "people", "people")]),
    ("Dozens of tanks stood in the square.", [span(12, 120, "tanks", "vehicles")]),
    ("Tens of thousands of protesters came.", [span(1e4, 1e5, "protesters", "people")]),
    ("Several hundred families were evacuated.", [span(100, 1000, "families", "evacuated")]),
    ("Between 5 and 7 drones were downed.", [span(5, 7, "drones", "shot_down")]),
    ("The army sent 3 to 4 thousand conscripts.", [span(3000, 4000, "soldiers", "deployed")]),
    ("The fine is $3 million to $5 million.", [span(3e6, 5e6, "USD", "money")]),
    ("It pledged $1.2bn in aid.", [exact(1.2e9, "USD", "money")]),
    ("The ship cost €40m.", [exact(4e7, "EUR", "money")]),
    ("A barrel went for US$58.24.", [exact(58.24, "USD", "money")]),
    ("Oil stood at $75 per barrel.", [exact(75, "USD/barrel", "money")]),
    ("They earn $3 a day.", [exact(3, "USD/day", "money")]),
    ("Prices rose 4.1 per cent.", [exact(4.1, "percent", "percent")]),
    ("Support fell from 52% to 47%.", [exact(47, "percent", "percent")]),
    (
        "The convoy is 14 miles (23 km) long.",
        [exact(14, "mile", "distance"), exact(23, "kilometre", "distance")],
    ),
    ("Gusts reached 155mph.", [exact(155, "mile_per_hour", "speed")]),
    ("It was minus 12 degrees Celsius.", [exact(-12, "celsius", "temperature")]),
    ("The truce lasted just under three weeks.", [under(3, "week", "time")]),
    ("A 34-year-old woman was hurt.", [exact(34, "year_of_age", "age")]),
    ("Two thirds of the town has no power.", [exact(2 / 3, "share", "percent")]),
    ("One in five children is hungry.", [exact(0.2, "share", "percent")]),
    ("A dozen shells fell.", [exact(12, "shells", "weapons")]),
    (
        "About 45 of 60 missiles were intercepted.",
        [about(45, "missiles", "weapons"), exact(60, "missiles", "shot_down")],
    ),
    ("20 or more rebels surrendered.", [over(20, "rebels", "fighters")]),
    ("It struck four ammunition depots.", [exact(4, "ammunition depots", "things")]),
    ("Six North Korean generals came.", [exact(6, "officers", "soldiers")]),
    ("It takes 2½ hours.", [exact(2.5, "hour", "time")]),
    ("They captured 100-odd prisoners of war.", [about(100, "prisoners_of_war", "captured")]),
    ("The death toll rose from 41 to 57.", [exact(57, "people", "killed")]),
]

NOTHING_ENGLISH = [
    "The treaty was signed on March 3, 2019.",
    "Elections followed in 1998 and 2003.",
    "The 2019 floods ruined the harvest.",
    "The session opens at 10:30 am.",
    "Article 5 and Resolution 1701 apply.",
    "Harbour United won 3-1 at home.",
    "He finished 21st, and she came 3rd.",
    "The F-16 and the Mi-24 collided.",
    "Orla Vance, 66, denied it.",
    "No one came, and they blamed one another.",
    "World War 2 ended there.",
    "She lives at 16 Weaver Street.",
    "The attacks of 9/11 were recalled.",
    "There is nothing to count here.",
    "1. The harbour, message 771157278636.",
    "The hall opened on 2022-03-05 for the 2024-25 season.",
    "In the twenty-first century, from 10 to 12 May, all was calm.",
]

FRENCH: list[tuple[str, list[Row]]] = [
    (
        "Une personne sur 5 a faim, 1 enfant sur 3 aussi.",
        [exact(0.2, "share", "percent"), exact(1 / 3, "share", "percent")],
    ),
    ("Il a 12 ans de prison à purger.", [exact(12, "year", "time")]),
    ("Plus de 10 000 soldats ont été déployés.", [over(10000, "soldiers", "deployed")]),
    ("Le séisme a fait au moins quatre-vingt-dix-sept morts.", [over(97, "people", "killed")]),
    (
        "Une dizaine de civils ont été tués et vingt et un autres blessés.",
        [about(10, "civilians", "killed"), exact(21, "people", "wounded")],
    ),
    ("Des milliers de personnes ont fui.", [span(1000, 1e4, "people", "displaced")]),
    ("Plusieurs dizaines de chars sont arrivés.", [span(10, 100, "tanks", "vehicles")]),
    ("Une dizaine de milliers de réfugiés attendent.", [about(1e4, "refugees", "displaced")]),
    ("Entre 15 et 20 drones ont été abattus.", [span(15, 20, "drones", "shot_down")]),
    ("L'aide atteint 3,5 milliards d'euros.", [exact(3.5e9, "EUR", "money")]),
    ("Le loyer passe de 400 à 450 euros.", [exact(450, "EUR", "money")]),
    ("Près de 12 % des électeurs ont voté.", [about(12, "percent", "percent")]),
    ("Jusqu'à 300 maisons ont été détruites.", [under(300, "houses", "destroyed")]),
    ("Le siège a duré deux ans et demi.", [exact(2.5, "year", "time")]),
    ("Un tiers des habitants est parti.", [exact(1 / 3, "share", "percent")]),
    ("Un demi-million de déplacés ont besoin d'aide.", [exact(5e5, "refugees", "displaced")]),
    (
        "41 000 morts et 120 000 blessés.",
        [exact(41000, "people", "killed"), exact(120000, "people", "wounded")],
    ),
    (
        "Soixante et onze prisonniers de guerre ont été libérés.",
        [exact(71, "prisoners_of_war", "rescued")],
    ),
    ("La colonne avance à 40 km/h.", [exact(40, "kilometre_per_hour", "speed")]),
    ("Quelque 2.500 manifestants ont défilé.", [about(2500, "protesters", "people")]),
    ("Le village est à 14 kilomètres du front.", [exact(14, "kilometre", "distance")]),
]

GERMAN: list[tuple[str, list[Row]]] = [
    ("Der Sturm erreichte 200 Kilometer pro Stunde.", [exact(200, "kilometre_per_hour", "speed")]),
    (
        "Sie sprang 94,5 und 85,5 Meter.",
        [exact(94.5, "metre", "distance"), exact(85.5, "metre", "distance")],
    ),
    (
        "300 der 1.000 Kämpfer ergaben sich.",
        [exact(300, "fighters", "fighters"), exact(1000, "fighters", "fighters")],
    ),
    ("Mehr als 13 Millionen Menschen sind auf der Flucht.", [over(1.3e7, "people", "displaced")]),
    ("15 bis 20 Soldaten wurden getötet.", [span(15, 20, "soldiers", "killed")]),
    ("Dreiundzwanzig Zivilisten starben.", [exact(23, "civilians", "killed")]),
    ("Zweihunderttausend Granaten fehlen.", [exact(2e5, "shells", "weapons")]),
    ("Zehntausende Menschen flohen.", [span(1e4, 1e5, "people", "displaced")]),
    ("Rund ein Dutzend Panzer stand dort.", [about(12, "tanks", "vehicles")]),
    ("Der Schaden liegt bei 3,5 Mio. Euro.", [exact(3.5e6, "EUR", "money")]),
    ("Der Preis stieg von 3,5 auf 4,2 Milliarden Euro.", [exact(4.2e9, "EUR", "money")]),
    ("Es kamen 10.000 Demonstranten.", [exact(10000, "protesters", "people")]),
    (
        "Mindestens 41 Tote und 90 Verletzte wurden gezählt.",
        [over(41, "people", "killed"), exact(90, "people", "wounded")],
    ),
    ("Knapp 300 Marinesoldaten trafen ein.", [about(300, "soldiers", "soldiers")]),
    ("Ein Drittel der Wähler blieb zu Hause.", [exact(1 / 3, "share", "percent")]),
    ("Die 34-jährige Lehrerin schwieg.", [exact(34, "year_of_age", "age")]),
    ("Bis zu 80 Prozent der Häuser sind beschädigt.", [under(80, "percent", "percent")]),
    ("Der Zug fuhr 2,5 Stunden.", [exact(2.5, "hour", "time")]),
    ("Mehrere Hundert Menschen wurden evakuiert.", [span(100, 1000, "people", "evacuated")]),
    ("Zwischen fünf und sieben Drohnen wurden abgefangen.", [span(5, 7, "drones", "shot_down")]),
    ("Anderthalb Jahre dauerte die Suche.", [exact(1.5, "year", "time")]),
]

OTHERS: list[tuple[str, str, list[Row]]] = [
    ("es", "Al menos treinta y dos civiles murieron.", [over(32, "civilians", "killed")]),
    ("es", "Unos 1.200 millones de dólares.", [about(1.2e9, "USD", "money")]),
    ("es", "Un millón y medio de personas huyeron.", [exact(1.5e6, "people", "displaced")]),
    ("es", "Entre 5 y 7 soldados fueron capturados.", [span(5, 7, "soldiers", "captured")]),
    ("es", "Varios miles de manifestantes llegaron.", [span(1000, 1e4, "protesters", "people")]),
    ("es", "Gana menos de 5,50 dólares al día.", [under(5.5, "USD/day", "money")]),
    ("it", "Più di 10.000 soldati.", [over(10000, "soldiers", "soldiers")]),
    (
        "it",
        "Ventitré civili uccisi, una ventina di feriti.",
        [exact(23, "civilians", "killed"), about(20, "people", "wounded")],
    ),
    ("it", "Tra 5 e 7 milioni di euro.", [span(5e6, 7e6, "EUR", "money")]),
    ("ru", "Более 10 тысяч солдат были отправлены туда.", [over(10000, "soldiers", "deployed")]),
    ("ru", "Погибли не менее двадцати трёх человек.", [over(23, "people", "killed")]),
    ("ru", "От 5 до 7 млн евро.", [span(5e6, 7e6, "EUR", "money")]),
    ("ru", "Уничтожено около трёх десятков танков.", [about(30, "tanks", "destroyed")]),
    ("ru", "Сотни мирных жителей покинули город.", [span(100, 1000, "civilians", "displaced")]),
    ("ru", "Ещё 15 человек получили ранения.", [exact(15, "people", "wounded")]),
    ("uk", "Понад 10 тисяч солдатів загинули.", [over(10000, "soldiers", "killed")]),
    ("uk", "Збито 45 дронів.", [exact(45, "drones", "shot_down")]),
    ("uk", "П'ять людей поранено.", [exact(5, "people", "wounded")]),
    ("uk", "Від 5 до 7 млн гривень.", [span(5e6, 7e6, "UAH", "money")]),
    ("uk", "Десятки тисяч людей покинули місто.", [span(1e4, 1e5, "people", "displaced")]),
    ("ko", "병사 1만2천명이 파병됐다.", [exact(12000, "soldiers", "deployed")]),
    (
        "ko",
        "최소 20명이 숨지고 약 100명이 다쳤다.",
        [over(20, "people", "killed"), about(100, "people", "wounded")],
    ),
    ("ko", "1억 2천만 달러", [exact(1.2e8, "USD", "money")]),
    ("ko", "민간인 10여 명이 사망했다.", [about(10, "civilians", "killed")]),
    ("ko", "드론 50대 이상", [over(50, "drones", "drones")]),
    ("ko", "수천 명의 주민이 대피했다.", [span(1000, 1e4, "people", "evacuated")]),
    ("ko", "세 명이 체포되었다.", [exact(3, "people", "arrested")]),
]

NOTHING_OTHERS = [
    ("fr", "Le 3 mars 2019, à 14h30, le conseil s'est réuni."),
    ("fr", "Les 5 et 6 mai, de 10h30 à 12h30, puis chaque année le 9 mai."),
    ("de", "Geöffnet am 5. und 6. Mai, 17-18 Uhr."),
    ("fr", "L'article 5 s'applique depuis le 1er janvier."),
    ("fr", "Elle est née en 1984, au 2e étage."),
    ("de", "Am 3. Oktober 2019 um 14.30 Uhr begann die Sitzung."),
    ("de", "Artikel 5 gilt seit dem 1. Januar."),
    ("de", "Am 14.6. wird gewählt, 2021 war es anders."),
    ("es", "El 3 de marzo de 2019, a las cuatro, comenzó la sesión."),
    ("it", "Il 3 marzo 2019 alle 5 iniziò la seduta."),
    ("ru", "3 марта 2019 года в 14:30 началось заседание."),
    ("uk", "3 березня 2019 року о 14:30 почалося засідання."),
    ("ko", "2019년 3월 12일 오후 3시에 회의가 열렸다."),
]


def everything() -> Iterator[tuple[str, str, list[Row]]]:
    for language, table in (("en", ENGLISH), ("fr", FRENCH), ("de", GERMAN)):
        for text, expected in table:
            yield language, text, expected
    yield from OTHERS


@pytest.mark.parametrize(("language", "text", "expected"), list(everything()))
def test_what_a_sentence_counts(language: str, text: str, expected: list[Row]) -> None:
    found = rows(text, language)
    assert [(f[0], f[3], f[4]) for f in found] == [(e[0], e[3], e[4]) for e in expected]
    for one, two in zip(found, expected, strict=True):
        assert one[1] == (pytest.approx(two[1]) if two[1] is not None else None)
        assert one[2] == (pytest.approx(two[2]) if two[2] is not None else None)


NOTHING = [("en", text) for text in NOTHING_ENGLISH] + NOTHING_OTHERS


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_dates_names_scores_and_ordinals_are_no_quantities(language: str, text: str) -> None:
    assert rows(text, language) == []


def test_the_words_of_a_quantity_are_a_passage_of_the_text() -> None:
    text = "First this. Then more than 40 new trucks came."
    [found] = find_quantities(text, 12, len(text), "en")
    assert text[found.span.start : found.span.end] == found.span.text == found.quantity.text
    assert found.quantity.text == "more than 40 new trucks"
    assert (found.number.text, found.unit_words) == ("40", "new trucks")


def test_a_range_keeps_its_numbers_in_the_order_of_the_text() -> None:
    text = "Support fell from 52 to 47 percent."
    [found] = find_quantities(text, 0, len(text), "en")
    assert found.values == (52.0, 47.0)
    assert (found.quantity.low, found.quantity.high) == (47.0, 47.0)


def test_only_the_given_stretch_is_read() -> None:
    text = "Forty tanks came. Six trucks left."
    found = find_quantities(text, 18, len(text), "en")
    assert [f.quantity.unit for f in found] == ["trucks"]


def test_a_regional_tag_reads_as_its_language_and_an_unknown_one_as_nothing() -> None:
    assert rows("41 Tote", "de-AT") == [exact(41, "people", "killed")]
    assert rows("41 dead", "xx") == []
    assert rows("41 dead", "../en") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_counts_only_what_the_codebook_knows(language: str) -> None:
    grammar = find_grammar(language)
    assert isinstance(grammar, Grammar)
    assert grammar.values and grammar.counted and grammar.states
    assert set(grammar.file.units.words) <= set(read_units().unit)


def keys(struct: type[msgspec.Struct]) -> Iterator[str]:
    """Every key that a numbers.toml may hold, the tables' own included."""
    for key in msgspec.structs.fields(struct):
        yield key.name
        if isinstance(key.type, type) and issubclass(key.type, msgspec.Struct):
            yield from keys(key.type)


def test_every_key_of_numbers_toml_is_explained() -> None:
    text = (Path(__file__).parents[2] / "docs/quantities.md").read_text("utf-8")
    tables = {"before", "after", "range", "context", "units"}
    missing = [key for key in keys(NumbersFile) if key not in tables and f"{key}`" not in text]
    assert missing == []


def test_numbers_without_a_pack_make_no_pack() -> None:
    from sayso.packs.load import list_packs

    assert numbers_path("ko") is not None
    assert all((pack != "numbers") for pack in list_packs())


def test_a_word_for_an_unknown_unit_is_refused_with_its_file() -> None:
    file = NumbersFile(decimal=".", noun_style="plural", counted={"unicorns": ("unicorns",)})
    with pytest.raises(PackError, match=r"xx/numbers\.toml: 'unicorns' is no id"):
        check_names(file, "xx/numbers.toml")


def test_a_language_with_digits_only_reads_digits_and_signs() -> None:
    grammar = build(NumbersFile(decimal=".", noun_style="first"), "xx")
    assert can_begin("5", grammar) and can_begin("½", grammar)
    assert not can_begin("five", grammar)


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    pieces=st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "5",
                    "10,000",
                    "10.000",
                    "1 000",
                    "2019",
                    "-",
                    "–",
                    "%",
                    "$",
                    "and",
                    "und",
                    "of",
                    "to",
                    "between",
                    "zwanzig",
                    "million",
                    "mille",
                    "plus de",
                    "tons",
                    "3.5.",
                    "½",
                    "명",
                    "만",
                    "тыс.",
                    "people",
                    "(",
                    "~",
                    "/",
                    "'",
                    "’s",
                    "km/h",
                    "a",
                    "one",
                ]
            ),
            st.text(max_size=6),
        ),
        max_size=12,
    )
)
def test_any_text_is_read_and_every_span_holds(language: str, pieces: list[str]) -> None:
    text = " ".join(pieces)
    for found in find_quantities(text, 0, len(text), language):
        for passage in (found.span, found.number):
            assert text[passage.start : passage.end] == passage.text != ""
        low, high = found.quantity.low, found.quantity.high
        assert low is None or high is None or low <= high
        assert found.values
