"""The stage `mention`: what is read off the segmenter's words is what the finders find alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Entity, EntityKind, Mention
from sayso.packs.load import load_pack
from sayso.pipeline import read_text
from sayso.spans import span
from sayso.stages.mention import keep_mentions, mention
from sayso.stages.mentioning.page import Mentions, PageMentions
from sayso.stages.placing import tokens as places
from sayso.stages.placing.find import find_places
from sayso.stages.quantities import tokens as numbers
from sayso.stages.quantities.find import find_quantities
from sayso.stages.quantities.grammar import find_grammar
from sayso.stages.recut import find_stretches
from sayso.stages.segment import Segmented, segment
from sayso.stages.times.find import find_dates
from sayso.stages.times.lexicon import get_lexicon

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

LANGUAGES = ("en", "fr", "de", "it")
MONDAY = "2024-05-06"
TEXT = (
    "Two weeks ago rebels took Goma. At least 40 people fled on Friday, and 1.5 million litres"
    " of diesel burned in mid-April. Nobody slept in Bukavu."
)


def cut_of(text: str, language: str) -> Segmented:
    return segment(text, load_pack(language))


def read(text: str, language: str = "en", **more: object) -> Mentions:
    cut = cut_of(text, language)
    every = range(len(cut.sentences))
    return mention(cut, language, every, published=MONDAY, **more)  # type: ignore[arg-type]


def own_texts() -> list[tuple[str, str]]:
    """The project's own sentences and stories of places, dates and quantities, and articles."""
    from bench.pages import originals
    from eval.dates import TABLES, read_rows
    from eval.places import ASIDE, GOLD, THIRD, read_stories

    found = [(row.language, row.text) for t in TABLES.values() for row in read_rows(t)[0]]
    found += [(s.language, s.text) for path in (GOLD, ASIDE, THIRD) for s in read_stories(path)]
    found += [(path.name[:2], path.read_text("utf-8")) for path in originals()]
    return [(language, text) for language, text in found if language in LANGUAGES]


def check(text: str, language: str) -> None:
    """The stage finds what each finder finds in each sentence alone."""
    cut = cut_of(text, language)
    found = read(text, language)
    spans = [(s.start, s.end) for s in cut.sentences]
    dates = [d for a, b in spans for d in find_dates(text, a, b, language, MONDAY)]
    counted = [q for a, b in spans for q in find_quantities(text, a, b, language)]
    apart = [q for q in counted if not any(d.span.overlaps(q.number) for d in dates)]
    assert list(found.dates) == dates
    assert list(found.quantities) == apart
    assert found.places == find_places(text, language, spans)


def test_the_same_is_found_as_by_each_finder_alone() -> None:
    texts = own_texts()
    assert len(texts) > 300
    for language, text in texts:
        check(text, language)


PIECES = [
    "Paris", "Genève", "l'", "d'", "’", "10", "000", "5.5", "mid-April", "–", "-", "'s", "2024",
    "U.S.", "(", ")", ",", ".", "½", "m²", "a-t-elle", "$", "%", "12:30", "@x", "un", "two", "ß",
    "_", "F16", "\u00a0", "\u202f", "10 000", "Mr.", "don't", "Neustadt", "Mai", "\u0301",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.lists(st.sampled_from(PIECES), max_size=12),
    st.lists(st.sampled_from(["", " ", " ", "\u00a0"]), min_size=12, max_size=12),
)
def test_any_words_are_cut_as_each_finder_cuts(
    language: str, pieces: list[str], gaps: list[str]
) -> None:
    text = "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=False))
    lexicon, grammar = get_lexicon(language), find_grammar(language)
    assert lexicon and grammar
    for sentence in cut_of(text, language).sentences:
        again = find_stretches(text, sentence)
        start, end = sentence.start, sentence.end
        assert lexicon.take_over(text, sentence, again) == lexicon.tokens(text, start, end)
        taken = numbers.take_over(text, sentence, again, grammar)
        assert taken == numbers.tokenise(text, start, end, grammar)
        cut = places.split_words(text, start, end, ("d'", "l'"))
        assert places.take_over(text, sentence, again, ("d'", "l'")) == cut


def test_what_is_found_in_a_text() -> None:
    found = read(TEXT)
    assert [p.place.name for p in found.places] == ["Goma", "Bukavu"]
    assert [d.span.text for d in found.dates] == ["Two weeks ago", "Friday", "mid-April"]
    assert [q.quantity.low for q in found.quantities] == [40.0, 1_500_000.0]


def test_a_number_inside_a_date_is_no_quantity() -> None:
    assert read("Two weeks ago it rained.").quantities == ()
    assert [q.quantity.low for q in read("It rained for two weeks.").quantities] == [2.0]


@pytest.mark.parametrize("start", [0, 10, 32, 60, 95, 130])
@pytest.mark.parametrize("length", [5, 40, 200])
def test_a_passage_holds_what_lies_wholly_in_it(start: int, length: int) -> None:
    end = min(len(TEXT), start + length)
    every, part = read(TEXT), read(TEXT).in_span(start, end)
    for kind in ("places", "dates", "quantities"):
        whole = [m for m in getattr(every, kind) if start <= m.span.start and m.span.end <= end]
        assert list(getattr(part, kind)) == whole
        assert getattr(every.in_span(start, end), kind) == getattr(part, kind)


def test_only_what_is_asked_for_is_read() -> None:
    found = read(TEXT)
    assert isinstance(found, PageMentions)
    assert [d.span.text for d in found.dates_in(0, 31)] == ["Two weeks ago"]
    assert list(found.told) == [0]


def test_a_sentence_that_nobody_asked_for_is_not_read() -> None:
    cut = cut_of(TEXT, "en")
    found = mention(cut, "en", [2], published=MONDAY)
    assert [p.place.name for p in found.places] == ["Bukavu"]
    assert found.dates == () == found.in_span(0, 20).dates


def test_a_language_without_words_has_no_mentions() -> None:
    cut = cut_of(TEXT, "en")
    found = mention(cut, "xx", range(len(cut.sentences)))
    assert found.places == found.dates == found.quantities == ()


def kinds_of(mentions: tuple[Mention, ...]) -> list[str]:
    names = ("place", "date", "quantity", "entity")
    return [name for m in mentions for name in names if getattr(m, name) is not None]


def test_a_statement_keeps_what_its_content_speaks_of() -> None:
    text = "On Monday the mayor said that 40 trucks had reached Goma since 2 May."
    [statement] = read_text(text, "en", "2024-05-08").statements
    assert kinds_of(statement.mentions) == ["quantity", "place", "date"]
    assert [m.span.text for m in statement.mentions] == ["40 trucks", "Goma", "since 2 May"]
    assert all(text[m.span.start : m.span.end] == m.span.text for m in statement.mentions)
    assert statement.mentions[0].quantity and statement.mentions[0].quantity.low == 40
    date = statement.mentions[2].date
    assert date and (date.value, date.earliest, date.latest) == (
        "2024-05-02/..",
        "2024-05-02",
        None,
    )
    assert statement.said and statement.said.value == "2024-05-06"


def test_entities_are_joined_in_their_order() -> None:
    text = "The mayor said that rebels held Goma."
    [statement] = read_text(text, "en").statements
    rebels = Entity(id="group:rebels", name="rebels", kind=EntityKind.GROUP)
    at = text.index("rebels")
    mayor = (span(text, 4, 9), rebels)
    named = [mayor, (span(text, at, at + 6), rebels)]
    [made] = keep_mentions([statement], Mentions(), named)
    assert [m.span.text for m in made.mentions] == ["rebels"]


def test_the_losers_of_a_place_are_kept() -> None:
    text = "The mayor said that a barn had burned in Paris, Texas."
    [statement] = read_text(text, "en").statements
    [made] = statement.mentions
    assert made.place and made.place.country == "USA"
    assert "FRA" in {place.country for place in made.losers}


def test_without_a_day_of_publication_a_weekday_stays_open() -> None:
    text = "The mayor said that the bridge had closed on Friday."
    [statement] = read_text(text, "en").statements
    [made] = statement.mentions
    assert made.date and made.date.value is None and made.date.anchor == "unanchored"
