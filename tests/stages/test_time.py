"""Dates: found in a passage, anchored in the calendar, never invented."""

from __future__ import annotations

import datetime
import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval import dates
from sayso.codebook.calendars import DateWords, list_calendars
from sayso.errors import PackError
from sayso.model import Anchor, DatePrecision, Granularity
from sayso.stages.times.find import FoundDate, find_dates
from sayso.stages.times.lexicon import build

MONDAY = "2024-05-06"


def find(text: str, language: str = "en", published: str | None = MONDAY) -> list[FoundDate]:
    return list(find_dates(text, 0, len(text), language, published))


def one(text: str, language: str = "en", published: str | None = MONDAY) -> FoundDate:
    found = find(text, language, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("table", "right"), [("unseen", 70), ("hard", 54)])
def test_the_tables_written_afterwards_do_not_get_worse(table: str, right: int) -> None:
    outcomes = dates.judge_table(dates.TABLES[table])
    assert sum(not o.wrong for o in outcomes) >= right


OUTCOMES = dates.judge_table(dates.TABLES["dates"])


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda o: f"{o.row.language}: {o.row.text}")
def test_the_table_of_dates(outcome: dates.Outcome) -> None:
    assert not outcome.wrong, outcome.found


def test_the_table_is_large_enough() -> None:
    with_date = [o.row.language for o in OUTCOMES if o.row.words]
    assert len(with_date) >= 160
    for language in ("en", "fr", "de", "es", "ru", "uk", "ko"):
        assert with_date.count(language) >= 20


VALUES = [
    ("on 6 May 2024", "2024-05-06"),
    ("in May 2024", "2024-05"),
    ("in 2024", "2024"),
    ("since April 2023", "2023-04/.."),
    ("until 2026", "../2026"),
    ("before 2020", "../2019"),
    ("after 2022", "2023/.."),
    ("last week", "2024-04-29/2024-05-05"),
    ("early May 2023", "2023-05-01/2023-05-10"),
    ("the summer of 2023", "2023-22"),
    ("the third quarter of 2023", "2023-35"),
    ("the first half of 2023", "2023-01/2023-06"),
    ("the 1990s", "199X"),
    ("the 19th century", "1801/1900"),
    ("around 1850", "1850~"),
    ("twenty-two years ago", "2002"),
    ("more than two years ago", "../2022-05-06"),
    ("two or three years ago", "2021/2022"),
    ("in 2006/2007", "2006/2007"),
    ("in 2022/23", "2022/2023"),
    ("from 2014 to 2019", "2014/2019"),
    ("from 28 April to 3 May 2024", "2024-04-28/2024-05-03"),
    ("between 28 December and 3 January 2024", "2023-12-28/2024-01-03"),
]


@pytest.mark.parametrize(("words", "value"), VALUES)
def test_values_are_edtf(words: str, value: str) -> None:
    assert one(f"The bridge stood {words}.").value == value


def test_a_bare_weekday_is_the_nearest_past_one_or_today() -> None:
    assert one("The envoy left on Monday.").value == "2024-05-06"
    assert one("The envoy left on Tuesday.").value == "2024-04-30"


def test_a_verb_of_the_future_looks_ahead() -> None:
    assert one("The envoy will leave on Tuesday.").value == "2024-05-07"
    assert one("On Tuesday, the envoy will leave.").value == "2024-05-07"
    assert one("The envoy said on Tuesday he will leave.").value == "2024-04-30"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "She promised that the road would open in August.", "2024-08"),
        ("fr", "Elle a promis que les fonds seraient versés en août.", "2024-08"),
        ("de", "Sie sagte, die Brücke werde im August öffnen.", "2024-08"),
        ("fr", "Elle a dit que le pont avait été fermé en août.", "2023-08"),
        ("fr", "Le chef aurait quitté la ville en août.", "2023-08"),
    ],
)
def test_a_future_told_from_the_past_looks_ahead(language: str, text: str, value: str) -> None:
    [found] = find_dates(text, 0, len(text), language, MONDAY)
    assert found.value == value


def test_the_rule_says_how_the_year_was_chosen() -> None:
    found = one("The law passed in May.", published="2024-08-15")
    assert (found.value, found.anchor) == ("2024-05", Anchor.PUBLICATION)
    assert found.rule == "year from publication: nearest past"
    assert one("The law passed in May 1994.").anchor is Anchor.ABSOLUTE


@pytest.mark.parametrize("published", [None, "", "2024", "2024-05", "yesterday"])
def test_without_a_day_of_publication_relative_dates_stay_relative(published: str | None) -> None:
    found = one("Shells fell last week.", published=published)
    assert (found.earliest, found.latest, found.value) == (None, None, None)
    assert (found.anchor, found.granularity) == (Anchor.UNANCHORED, Granularity.WEEK)
    assert found.span.text == "last week"
    assert one("Shells fell on 6 May 2024.", published=published).value == "2024-05-06"


def test_a_date_told_from_another_event_stays_open() -> None:
    found = one("The guard had left two days earlier.")
    assert (found.value, found.anchor) == (None, Anchor.UNANCHORED)


def test_english_digits_may_be_two_days() -> None:
    found = one("Signed 03/04/2025 in Velmora.")
    assert found.value == "[2025-03-04,2025-04-03]"
    assert (found.earliest, found.latest) == ("2025-03-04", "2025-04-03")
    assert one("Signed 03/14/2025.").value == one("Signed 14/03/2025.").value == "2025-03-14"
    assert one("Signé le 03/04/2025.", "fr").value == "2025-04-03"


def test_days_that_no_calendar_has_are_no_dates() -> None:
    assert find("The report of 30 February 2024 is a forgery.") == []
    assert find("Leap days fall on 29 February.")[0].value == "2024-02-29"
    assert find("It fell on 29 February.", published="2023-03-01")[0].value == "2020-02-29"


NO_DATES = [
    ("en", "He may march 2000 soldiers past 1,950 houses; 1.5 million sat in the sun."),
    ("en", "The 38-year-old reads Harbour Today every Monday for three weeks."),
    ("fr", "Il a été vu par 2000 personnes, une seconde fois, pendant deux mois."),
    ("de", "Am Morgen sahen 2000 Menschen zwei Wochen lang zu, jeden Montag."),
    ("es", "Por la mañana 2000 personas marcharon cada lunes durante dos meses."),
    ("ru", "Окружающая среда: 2000 человек ждали два месяца."),
    ("uk", "Понад 2000 людей чекали два місяці."),
    ("ko", "군인 2000명이 두 달 동안 일을 했다."),
]


@pytest.mark.parametrize(("language", "text"), NO_DATES)
def test_what_only_looks_like_a_date(language: str, text: str) -> None:
    assert find(text, language) == []


def test_offsets_are_those_of_the_document() -> None:
    text = "🚢 Порт. Мост закрыли 6 мая 2024 года."
    start = text.index("Мост")
    (found,) = find_dates(text, start, len(text), "ru", None)
    assert text[found.span.start : found.span.end] == found.span.text == "6 мая 2024 года"
    assert find_dates(text, 0, start, "ru", None) == ()


def test_the_record_keeps_value_words_and_precision() -> None:
    date = one("It fell on 6 May 2024.").to_date()
    assert (date.value, date.precision, date.text) == (
        "2024-05-06",
        DatePrecision.DAY,
        "6 May 2024",
    )
    assert one("It fell last week.").to_date().precision is DatePrecision.MONTH
    assert one("It fell in the 1990s.").to_date().precision is DatePrecision.YEAR


def test_a_language_without_words_has_no_dates() -> None:
    assert find("6 May 2024", "xx") == []
    assert one("El 6 de mayo de 2024.", "es-MX").value == "2024-05-06"


@pytest.mark.parametrize(
    ("pattern", "told"),
    [("[the MONTH", "not closed"), ("MONTH)", "opens"), ("NOBODY", "no class NOBODY")],
)
def test_a_wrong_pattern_is_named_with_its_file(pattern: str, told: str) -> None:
    data = DateWords(words={"month": {"5": ("May",)}}, grammar={"DATE": (pattern,)})
    with pytest.raises(PackError, match=told) as caught:
        build(data, "xx")
    assert "codebook/time/xx.toml" in str(caught.value)


PIECES = ["5", "31", "2024", "99", ".", "/", "-", ",", "²", "'", "XIX", "’", "~", "0", "("]


@st.composite
def salads(draw: st.DrawFn) -> tuple[str, str]:
    """A language and words of its date file in any order, with numbers and signs."""
    language = draw(st.sampled_from(list_calendars()))
    words = _words(language)
    parts = draw(st.lists(st.sampled_from(words + PIECES), max_size=14))
    return language, draw(st.sampled_from([" ", ""])).join(parts)


def _words(language: str) -> list[str]:
    from sayso.stages.times.lexicon import get_lexicon

    lexicon = get_lexicon(language)
    assert lexicon
    return sorted(lexicon.known)


@settings(max_examples=300, deadline=None)
@given(salads(), st.sampled_from([None, MONDAY, "0001-01-01", "9999-12-31"]))
def test_any_words_give_ordered_passages_and_intervals(
    salad: tuple[str, str], published: str | None
) -> None:
    language, text = salad
    found = find_dates(text, 0, len(text), language, published)
    end = 0
    for date in found:
        assert end <= date.span.start < date.span.end
        assert text[date.span.start : date.span.end] == date.span.text
        end = date.span.end
        if date.earliest and date.latest:
            first, last = map(datetime.date.fromisoformat, (date.earliest, date.latest))
            assert first <= last
        if published is None and date.anchor is not Anchor.ABSOLUTE:
            assert date.value is None
        msgspec.json.encode(date)


def test_a_sentence_takes_less_than_a_third_of_a_millisecond() -> None:
    rows = [outcome.row for outcome in OUTCOMES if outcome.row.language != "it"]
    plain = [(r.language, r.text) for r in rows]
    for language, text in plain:  # the words of a language are read once a process
        find(text, language)
    best = min(_seconds(plain) for _ in range(5))
    assert best / len(plain) < 0.0003 * 3, "three times the aim, for a slow machine"


def _seconds(sentences: list[tuple[str, str]]) -> float:
    start = time.perf_counter()
    for language, text in sentences:
        find_dates(text, 0, len(text), language, MONDAY)
    return time.perf_counter() - start
