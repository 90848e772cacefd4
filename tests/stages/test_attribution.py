"""Attribution by construction: one invented sentence each, its source and its content."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Act, Document, Hedge, Reason
from sayso.pipeline import read_text

#: construction, language, text, then (source, cue lemma, act, content) of every statement.
CONSTRUCTIONS = [
    (
        "subject - cue - clause",
        "en",
        "The harbour office said the ferry had sunk.",
        [("The harbour office", "say", "assert", "the ferry had sunk")],
    ),
    (
        "leading adverbial left out",
        "en",
        "On Monday, Ida Moss said that the ferry had sunk.",
        [("Ida Moss", "say", "assert", "that the ferry had sunk")],
    ),
    (
        "apposition between commas",
        "en",
        "Ida Moss, a lawyer for the crew, said the ferry had sunk.",
        [("Ida Moss, a lawyer for the crew", "say", "assert", "the ferry had sunk")],
    ),
    (
        "content before and after",
        "en",
        "The ferry, Ida Moss said, was overloaded.",
        [("Ida Moss", "say", "assert", "The ferry … was overloaded")],
    ),
    (
        "quotation, inverted, apposition to the end",
        "en",
        "“It sank fast,” said Ida Moss, a diver who saw it.",
        [("Ida Moss, a diver who saw it", "say", "assert", "“It sank fast,”")],
    ),
    (
        "a quoted question before its speaker",
        "en",
        "“Who will pay?” Ida Moss asked.",
        [("Ida Moss", "ask", "demand", "“Who will pay?”")],
    ),
    (
        "the quotation goes on alone",
        "en",
        "“It sank fast,” Ida Moss said. “Nobody helped.”",
        [("Ida Moss", "say", "assert", "“It sank fast,” … “Nobody helped.”")],
    ),
    (
        "shared subject",
        "en",
        "Oslo denied the report and said the talks went on.",
        [
            ("Oslo", "deny", "deny", "the report"),
            ("Oslo", "say", "assert", "the talks went on"),
        ],
    ),
    (
        "a participle hangs on the subject",
        "en",
        "Oslo closed the border, accusing its neighbour of moving tanks.",
        [("Oslo", "accuse", "accuse", "moving tanks")],
    ),
    (
        "another clause with its own subject ends the content",
        "en",
        "Oslo said the village was held, but Riga claimed that it had fallen.",
        [
            ("Oslo", "say", "assert", "the village was held"),
            ("Riga", "claim", "assert", "that it had fallen"),
        ],
    ),
    (
        "after a preposition",
        "en",
        "According to the coastguard, the tanker leaked.",
        [("the coastguard", "according to", "assert", "the tanker leaked")],
    ),
    (
        "inversion with an enclitic",
        "fr",
        "« Rien n'est signé », a-t-elle dit mardi.",
        [("-t-elle", "dire", "assert", "« Rien n'est signé »")],
    ),
    (
        "an accusation, its addressee and its deed",
        "fr",
        "La ministre Claire Morel a accusé Oslo d'avoir fermé le pont.",
        [("La ministre Claire Morel", "accuser", "accuse", "avoir fermé le pont")],
    ),
    (
        "two predicates of one subject",
        "fr",
        "Oslo dément l'accord et affirme que le pont reste fermé.",
        [
            ("Oslo", "démentir", "deny", "l'accord"),
            ("Oslo", "affirmer", "assert", "que le pont reste fermé"),
        ],
    ),
    (
        "selon before the clause",
        "fr",
        "Selon la police, le pont est fermé.",
        [("la police", "selon", "assert", "le pont est fermé")],
    ),
    (
        "nobody's judgement",
        "fr",
        "La fermeture du pont est considérée comme une erreur.",
        [(None, "considérer", "assert", "La fermeture du pont … comme une erreur")],
    ),
]


def told(document: Document) -> list[tuple[str | None, str, str, str]]:
    """The statements of a document as plain words."""
    return [
        (
            s.source.span.text if s.source.span else None,
            s.cue.lemma,
            s.act.value,
            " … ".join(piece.text for piece in s.content),
        )
        for s in document.statements
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [c[1:] for c in CONSTRUCTIONS],
    ids=[f"{c[1]}-{c[0]}" for c in CONSTRUCTIONS],
)
def test_construction(
    language: str, text: str, expected: list[tuple[str | None, str, str, str]]
) -> None:
    assert told(read_text(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The swing state that voted last has few harbours."),
        ("en", "She came back to the harbour in the evening."),
        ("en", "The will was read in the old town hall."),
        ("fr", "Les voleurs ont quitté la ville par le pont."),
        ("fr", "Le gardien aurait dû fermer la grille avant minuit."),
        ("de", "Die Fähre fuhr am Montag um acht Uhr nach Norden."),
    ],
)
def test_nothing_is_found_where_nobody_speaks(language: str, text: str) -> None:
    assert told(read_text(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Oslo did not deny the report."),
        ("fr", "Oslo n'a pas démenti le rapport."),
        ("de", "Oslo hat den Bericht nicht dementiert."),
    ],
)
def test_did_not_deny_is_silence_and_no_denial(language: str, text: str) -> None:
    (statement,) = read_text(text, language).statements
    assert statement.act is Act.DECLINE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mill had reportedly been sold."),
        ("fr", "Le pont aurait été vendu en secret."),
        ("de", "Die Brücke soll heimlich verkauft worden sein."),
    ],
)
def test_hearsay_is_nobodys(language: str, text: str) -> None:
    (statement,) = read_text(text, language).statements
    assert statement.act is Act.HEARSAY
    assert statement.source.span is None
    assert statement.hedge is Hedge.HEARSAY


def test_an_attitude_inside_anothers_content_is_that_others_telling() -> None:
    document = read_text("Oslo said that the rebels wanted to leave.", "en")
    assert [s.cue.lemma for s in document.statements] == ["say"]


def test_a_headline_before_a_colon_names_a_source_only_if_it_speaks_on_the_page() -> None:
    speaks = read_text("Ida Moss: ferry was overloaded\n\nIda Moss said it had sunk.", "en")
    topic = read_text("Winter storm: ferry was overloaded\n\nIda Moss said it had sunk.", "en")
    assert [s.cue.lemma for s in speaks.statements] == [":", "say"]
    assert [s.cue.lemma for s in topic.statements] == ["say"]


def test_a_reply_answers_what_it_points_back_to() -> None:
    text = "Oslo accused Riga of moving tanks. Riga denied the accusation."
    accused, denied = read_text(text, "en").statements
    assert denied.act is Act.DENY
    assert denied.answers == accused.id


def test_past_perfect_is_earlier() -> None:
    (statement,) = read_text("Oslo had admitted that its tanks were there.", "en").statements
    assert statement.earlier
    assert statement.act is Act.ADMIT


def test_a_quotation_of_nobody_is_undecided() -> None:
    document = read_text("It rained.\n\n“Nobody came to help us that night.”", "en")
    assert [u.reason for u in document.undecided] == [Reason.QUOTE_WITHOUT_SOURCE]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Oslo", "said", "that", "“", "”", ",", ".", "a dit", "sagte", "dass", "the tanks",
             "qui", "n'a", "pas", "denied", "Сеул", "заявил", "😀", "and", "und", ":", "\n\n",
             "who", "12"]
        ),
        max_size=24,
    )
)  # fmt: skip
def test_passages_hold_for_any_text(words: list[str]) -> None:
    text = " ".join(words)
    for language in ("en", "fr", "de"):
        document = read_text(text, language)
        for s in document.statements:
            spans = [*s.content, s.cue.span, s.sentence, *s.cue.parts]
            spans += [s.source.span] if s.source.span else []
            for passage in spans:
                assert text[passage.start : passage.end] == passage.text
                assert passage.text
