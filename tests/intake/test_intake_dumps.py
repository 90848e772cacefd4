"""Plain-text dumps: headlines, tables, lists of sources, buttons, comments."""

from __future__ import annotations

import pytest

from sayso.errors import EmptyPage, NoArticle
from sayso.intake.boilerplate import drop_boilerplate
from sayso.intake.page import Given, read_page
from sayso.intake.words import load_sections
from sayso.model import DateHow, Document

DUMP = """La ville nie la vente du port: rien n'a été signé!
La ville nie la vente du port: rien n'a été signé!
Brest, Frankreich - La maire a démenti mardi la vente du port à un groupe étranger, dit-on ici.
Nous utilisons des cookies pour mesurer l'audience de ce site.
Réactions
Selon le syndicat des dockers, deux acheteurs sont venus visiter les quais au printemps dernier.
Lesen Sie auch: Wie die alte Fähre verloren ging
La direction reconnaît des discussions mais nie tout.Pour plus d'informations: Tide , hafenbote .
Details | |
---|---|
Ort | Brest, Frankreich
Quellen |
Kommentare (0)"""


def read(text: str, **given: str) -> Document:
    return read_page(text.encode(), given=Given(**given))


def test_a_dump_with_all_that_can_stand_around_an_article() -> None:
    document = read(DUMP)
    assert document.title == "La ville nie la vente du port: rien n'a été signé!"
    assert document.details == {"Ort": "Brest, Frankreich"}
    assert document.listed_sources == ("Tide", "hafenbote")
    assert document.language == "fr"
    assert document.dateline and document.dateline.place
    assert document.dateline.place.name == "Brest"
    assert document.text.split("\n") == [
        "La ville nie la vente du port: rien n'a été signé!",
        "Brest, Frankreich - La maire a démenti mardi la vente du port à un groupe étranger, "
        "dit-on ici.",
        "Réactions",
        "Selon le syndicat des dockers, deux acheteurs sont venus visiter les quais au printemps "
        "dernier.",
        "La direction reconnaît des discussions mais nie tout.",
    ]


def test_a_header_block_is_taken_as_given() -> None:
    header = (
        "published: 2025-03-04\ntitle: La ville nie\nurl: https://phare.example/port\n"
        "language: fr\npublisher: Le Phare du Littoral\n\n"
    )
    document = read(header + "La maire a démenti la vente du port.")
    assert document.url == "https://phare.example/port"
    assert document.outlet.name == "Le Phare du Littoral"
    assert document.outlet.domain == "phare.example"
    assert document.published and document.published.how is DateHow.GIVEN
    assert document.text == "La ville nie\nLa maire a démenti la vente du port."


def test_the_caller_outranks_the_header_block() -> None:
    document = read("language: fr\n\nThe mayor denied it on Monday.", language="en")
    assert document.language == "en"


def test_a_text_that_only_looks_like_a_header_stays_whole() -> None:
    text = "title: this word was misread by everybody.\nThe mayor denied it on Monday."
    assert read(text).text == text


def test_one_sentence_is_a_text() -> None:
    document = read("The mayor denied it.")
    assert (document.title, document.text) == (None, "The mayor denied it.")


def test_two_paragraphs_have_no_headline() -> None:
    assert read("The mayor denied it.\n\nNobody believed him.").title is None


def test_reader_comments_after_a_counter_are_not_article() -> None:
    article = "The harbour master said on Monday that the old quay would stay shut until spring.\n"
    article += "Fishermen had told the council that the wall was leaning towards the basin again.\n"
    document = read(article + "2 comments\nanna: The mayor lied about everything, I am sure of it.")
    assert "anna" not in document.text


def test_a_counter_beside_the_headline_does_not_end_the_article() -> None:
    body = "The harbour master said on Monday that the old quay would stay shut until spring."
    assert body in read(f"Quay shut\n3 comments\n{body}").text


def test_links_under_a_heading_end_with_the_next_sentence() -> None:
    more = "The harbour master said on Monday that the old quay would stay shut until spring."
    text = read(f"Quay shut\n{more}\nRelated articles\nFog on Sunday\nOld pier sold\nAgain, {more}")
    assert "Fog" not in text.text
    assert f"Again, {more}" in text.text


def test_a_table_of_three_columns_is_no_details() -> None:
    kept = drop_boilerplate(["The vote:", "A | 3 | 4", "---|---|---", "B | 5 | 6"])
    assert kept.details.details == {}


def test_prose_with_a_bar_is_no_details() -> None:
    line = "He wrote a | b on the board."
    assert drop_boilerplate([line]).lines == [line]


def test_markdown_is_made_plain() -> None:
    text = "![Quay](a.jpg)\n\n# Quay *shut*\n\nThe **mayor** [denied](https://a.example/x_(1)) it."
    assert read(text).text == "Quay shut\n\nThe mayor denied it."


ENTRIES = [
    pytest.param(kind, entry, id=f"{language}-{kind}-{entry.words}")
    for language, section in load_sections().items()
    for kind in section.__struct_fields__
    for entry in getattr(section, kind)
]


@pytest.mark.parametrize(("kind", "entry"), ENTRIES)
def test_every_entry_does_what_its_example_shows(kind: str, entry) -> None:  # type: ignore[no-untyped-def]
    before = "The harbour master said on Monday that the old quay would stay shut until spring."
    line = entry.example
    if kind == "details":
        kept = drop_boilerplate([before, line, "Ort | Kiel"])
        assert kept.details.details == {"Ort": "Kiel"}
    elif kind == "sources":
        kept = drop_boilerplate([before, "Details | |", "---|---|", line])
        assert kept.details.listed_sources == [line.split(" | ")[1]]
    elif kind == "more":
        kept = drop_boilerplate([before, line])
        assert kept.details.listed_sources
        assert entry.words not in "\n".join(kept.lines)
        return
    elif kind == "heading":
        kept = drop_boilerplate([before, line, "Fog on Sunday"])
    else:
        kept = drop_boilerplate([before, line])
    assert kept.lines == [before]


@pytest.mark.parametrize(
    "line",
    [
        "He would read more before he decided, the mayor said.",
        "Photographs of the quay show nothing of the kind, she said.",
        "Comments by the mayor were met with laughter.",
        "Die Kommentare des Ministers stießen auf Ablehnung.",
        "Es ergibt sich ein klares Bild: Alle Seiten sind müde.",
        "Source close to the mayor say that he will resign.",
        "Sur le même sujet, la ministre a refusé de répondre.",
        "Sources in the ministry denied it.",
        "Details of the agreement were not published.",
        "For more information the ministry referred to its lawyers.",
    ],
)
def test_prose_that_begins_like_boilerplate_stays(line: str) -> None:
    assert drop_boilerplate([line]).lines == [line]


def test_nothing_but_notices_is_no_article() -> None:
    with pytest.raises(NoArticle):
        read("Menu\nLog in\nSubscribe\nPrivacy policy")


def test_many_lines_without_a_sentence_are_a_menu() -> None:
    with pytest.raises(NoArticle):
        read("News\nWorld\nMoney\nWeather\nTides\nSport\nFerries")


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf\n", "\u200b\u00ad".encode()])
def test_an_empty_page_says_so(data: bytes) -> None:
    with pytest.raises(EmptyPage):
        read_page(data, name="a.txt")
