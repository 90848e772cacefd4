"""Segmentation: quotations stay whole, abbreviations do not end sentences, offsets hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.packs.load import load_pack
from sayso.stages.quotations import find_quotations
from sayso.stages.segment import segment


def cut(text: str, language: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text, load_pack(language)).sentences]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "“We left. We stay away,” he said. It rained.",
            ["“We left. We stay away,” he said.", "It rained."],
        ),
        ("en", "Mr. Dale left. Dr. Moss stayed.", ["Mr. Dale left.", "Dr. Moss stayed."]),
        (
            "en",
            "The U.S. envoy left. J. R. Moss stayed.",
            ["The U.S. envoy left.", "J. R. Moss stayed."],
        ),
        (
            "fr",
            "« Nous partons. Rien ne change », a-t-elle dit. Il pleut.",
            ["« Nous partons. Rien ne change », a-t-elle dit.", "Il pleut."],
        ),
        (
            "de",
            "„Wir gehen. Es reicht“, sagte sie. Am 3. März fiel Schnee.",
            ["„Wir gehen. Es reicht“, sagte sie.", "Am 3. März fiel Schnee."],
        ),
        ("de", "»Nein«, rief er. »Nie. Niemals.«", ["»Nein«, rief er.", "»Nie. Niemals.«"]),
    ],
)  # fmt: skip
def test_sentences(language: str, text: str, expected: list[str]) -> None:
    assert cut(text, language) == expected


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“We left at dawn.\n\n“Nobody stopped us,” Ida Moss said."
    found = find_quotations(text, load_pack("en").head.quotes)
    assert [text[q.start : q.end] for q in found] == ["“We left at dawn.\n\n“Nobody stopped us,”"]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "He wrote: “We left.\nThe next day it rained."
    (quotation,) = find_quotations(text, load_pack("en").head.quotes)
    assert not quotation.closed
    assert text[quotation.start : quotation.end] == "“We left."


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "fr",
            "L’Ukraine n'a-t-elle pas dit",
            ["L’", "Ukraine", "n'", "a", "-t-elle", "pas", "dit"],
        ),
        ("en", "Moss's team didn't say", ["Moss", "'s", "team", "didn't", "say"]),
        ("en", "Clinton's and O’Neill’s won’t", ["Clinton", "'s", "and", "O’Neill", "’s", "won’t"]),
        ("de", "10.000 Soldaten der Nato-Staaten", ["10.000", "Soldaten", "der", "Nato-Staaten"]),
    ],
)
def test_words(language: str, text: str, words: list[str]) -> None:
    (sentence,) = segment(text, load_pack(language)).sentences
    assert sentence.words == words


@given(st.text(alphabet=st.sampled_from(list("ab Ж한é😀\n.!?\"'“”«»„’‘,:-()12")), max_size=120))
def test_offsets_hold_for_any_text(text: str) -> None:
    for language in ("en", "fr", "de"):
        found = segment(text, load_pack(language))
        ends = -1
        for sentence in found.sentences:
            assert sentence.start >= ends
            ends = sentence.end
            for word, start, end in zip(
                sentence.words, sentence.starts, sentence.ends, strict=True
            ):
                assert text[start:end] == word
        seen = "".join(w for s in found.sentences for w in s.words)
        assert seen == "".join(text.split())
