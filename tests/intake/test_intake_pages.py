"""HTML pages of invented outlets: what is article, what is data, what is neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import NoArticle
from sayso.intake.page import Given, read_page
from sayso.model import DateHow, Document

PAGES = Path(__file__).parent / "pages"
ARTICLES = (
    "en-harbour",
    "en-wire",
    "en-url-date",
    "fr-quai",
    "fr-date-visible",
    "de-hafen",
    "de-agentur",
)


def read(name: str, **given: str) -> Document:
    path = PAGES / f"{name}.html"
    return read_page(path.read_bytes(), name=path.name, given=Given(**given))


@pytest.mark.parametrize("name", ARTICLES)
def test_headline_is_the_first_line_and_stands_once(name: str) -> None:
    document = read(name)
    lines = document.text.split("\n")
    assert document.title
    assert lines[0] == document.title
    assert lines.count(document.title) == 1


@pytest.mark.parametrize("name", ARTICLES)
def test_language_is_that_of_the_file_name(name: str) -> None:
    document = read(name)
    assert document.language == name[:2]
    assert document.languages_seen == {name[:2]: 1.0}


@pytest.mark.parametrize("name", ARTICLES)
def test_spans_are_passages_of_the_text(name: str) -> None:
    document = read(name)
    spans = [document.dateline.span] if document.dateline and document.dateline.span else []
    for span in spans:
        assert document.text[span.start : span.end] == span.text
    for credit in document.credits:
        if credit.end:
            assert document.text[credit.start : credit.end] == credit.text


@pytest.mark.parametrize(
    ("name", "never"),
    [
        ("en-harbour", "cookies"),
        ("en-harbour", "gull_watcher"),
        ("en-harbour", "leaking for weeks"),
        ("en-harbour", "Ferry timetable"),
        ("en-harbour", "Read more"),
        ("en-harbour", "Penrose"),
        ("en-harbour", "Tweet"),
        ("en-harbour", "dataLayer"),
        ("en-wire", "morning briefing"),
        ("en-wire", "Copyright"),
        ("fr-quai", "cookies"),
        ("fr-quai", "À lire aussi"),
        ("fr-quai", "Marius"),
        ("fr-quai", "Inscrivez-vous"),
        ("fr-date-visible", "Accueil"),
        ("de-hafen", "Kommentare"),
        ("de-hafen", "Weitere Informationen"),
        ("de-hafen", "Nachtzüge"),
        ("de-hafen", "Ort"),
        ("de-agentur", "Drucken"),
        ("de-agentur", "\u00ad"),
        ("de-agentur", "\u00a0"),
    ],
)
def test_what_is_no_article_is_not_in_the_text(name: str, never: str) -> None:
    assert never not in read(name).text


@pytest.mark.parametrize(
    ("name", "passage"),
    [
        ("en-harbour", "calling the reports “a rumour that walked on two legs”."),
        ("en-harbour", "The ferry company, Ellery Lines, declined to comment"),
        ("en-wire", '"We have no quarrel with bread," she told reporters'),
        ("en-url-date", '"I regret that it was not acted upon," he said'),
        ("fr-quai", "« Je n’ai rien signé et je ne signerai rien », a-t-elle déclaré"),
        ("fr-quai", "a indiqué son président."),
        ("fr-date-visible", "La préfecture conteste avoir été avertie."),
        ("de-hafen", "sprach von einem „Versehen mit Folgen“."),
        ("de-hafen", "Die Schleuse soll laut Amt bis Ostern gesperrt bleiben."),
        (
            "de-agentur",
            "Das Verteidigungsministerium in Moskau hat nach eigener Darstellung 17 Drohnen",
        ),
    ],
)
def test_the_article_is_whole(name: str, passage: str) -> None:
    assert passage in read(name).text


@pytest.mark.parametrize(
    ("name", "day", "how"),
    [
        ("en-harbour", "2025-03-04", DateHow.JSONLD),
        ("fr-quai", "2025-03-03", DateHow.JSONLD),
        ("en-wire", "2025-01-02", DateHow.META),
        ("de-hafen", "2025-02-11", DateHow.META),
        ("de-agentur", "2025-04-28", DateHow.META),
        ("en-url-date", "2024-11-17", DateHow.URL),
        ("fr-date-visible", "2024-08-06", DateHow.TEXT),
    ],
)
def test_the_date_says_how_it_was_found(name: str, day: str, how: DateHow) -> None:
    published = read(name).published
    assert published is not None
    assert (published.value, published.how) == (day, how)


def test_a_page_without_a_date_has_none() -> None:
    words = "<p>" + "The harbour master denied that the quay would be sold this year. " * 4
    page = (
        f"<html><body><article><h1>Quay shut</h1>{words}</article>© 2025 Delta Post</body></html>"
    )
    assert read_page(page.encode()).published is None


def test_outlets() -> None:
    assert read("en-harbour").outlet.name == "The Quay Courier"
    assert read("en-harbour").outlet.domain == "quay-courier.example"
    assert read("en-wire").outlet.name == "Delta Post"
    assert read("en-url-date").outlet.domain == "news.wendvalley.example"


def test_details_and_listed_sources_are_data() -> None:
    document = read("de-hafen")
    assert document.details == {"Ort": "Kiel, Deutschland", "Schaden in €": "300.000"}
    assert sorted(document.listed_sources) == ["Delta-Post", "Nordkurier", "Sundfunk"]


def test_datelines() -> None:
    wire = read("en-wire").dateline
    assert wire and wire.place
    assert (wire.place.name, wire.date, wire.agency) == ("Belgorod", "2024-12-30", "Meridian Wire")
    quai = read("fr-quai").dateline
    assert quai and quai.place
    assert (quai.place.name, quai.date, quai.agency) == ("Genève", "2025-03-03", "ATS")
    assert read("en-harbour").dateline is None


def test_credits_in_and_outside_the_text() -> None:
    credits = read("fr-quai").credits
    assert [credit.name for credit in credits] == ["ATS", "Meridian Presse", "AFP"]
    assert credits[-1].end == 0
    names = [credit.name for credit in read("de-agentur").credits]
    assert names == ["dpa", "dpa", "AFP"]


@pytest.mark.parametrize("name", ["menu", "login"])
def test_a_page_without_an_article_says_so(name: str) -> None:
    with pytest.raises(NoArticle, match="no article in it"):
        read(name)


def test_what_is_given_outranks_the_page() -> None:
    document = read(
        "en-harbour",
        url="https://a.example/1",
        publisher="The Tide",
        published="2025-05",
        language="en-GB",
        title="Spill denied",
    )
    assert document.url == "https://a.example/1"
    assert document.outlet.name == "The Tide"
    assert document.published and document.published.value == "2025-05"
    assert document.published.how is DateHow.GIVEN
    assert document.language == "en-GB"
    assert document.text.startswith("Spill denied\n")


def test_the_same_page_twice_is_one_document() -> None:
    data = (PAGES / "en-harbour.html").read_bytes()
    here = read_page(data, url="https://a.example/1")
    there = read_page(data + b"\n", url="https://b.example/2")
    assert here.id == there.id
    assert here.sha256 != there.sha256
