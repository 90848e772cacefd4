"""Languages of documents and of their sentences, offline."""

from __future__ import annotations

import socket

import pytest

from sayso.intake import language
from sayso.intake.language import detect, languages_of

SENTENCES = {
    "en": "The harbour master denied on Monday that anybody had been hurt on the quay.",
    "fr": "La ministre a démenti lundi avoir signé un accord sur la vente du port.",
    "de": "Das Hafenamt räumte am Dienstag ein, dass die Schleuse ungeprüft geöffnet wurde.",
    "es": "La ministra negó el lunes haber firmado un acuerdo sobre la venta del puerto.",
    "it": "Il ministro ha smentito lunedì di aver firmato un accordo sulla vendita del porto.",
    "ru": "Глава порта опровергла сообщения о разливе топлива в северной гавани.",
    "uk": "Голова порту спростувала повідомлення про розлив пального у північній гавані.",
    "ko": "항만청장은 월요일 북쪽 부두에서 연료가 유출되었다는 보도를 부인했다.",
}


@pytest.mark.parametrize(("tag", "sentence"), SENTENCES.items())
def test_a_sentence_tells_its_language(tag: str, sentence: str) -> None:
    assert detect(sentence) == (tag, {tag: 1.0})


def test_shares_of_a_mixed_page() -> None:
    main, shares = detect("\n".join([SENTENCES["fr"]] * 3 + [SENTENCES["de"]]))
    assert main == "fr"
    assert list(shares) == ["fr", "de"]
    assert 0.7 < shares["fr"] < 0.8
    assert sum(shares.values()) == pytest.approx(1.0, abs=0.02)


def test_short_pieces_take_the_language_of_their_document() -> None:
    found = languages_of([SENTENCES["fr"] * 3, "Quellen", "Kommentare (0)", "Ort", SENTENCES["de"]])
    assert found == ["fr", "fr", "fr", "fr", "de"]


def test_pieces_take_a_given_language() -> None:
    assert languages_of(["n-tv", "12"], document="de") == ["de", "de"]


@pytest.mark.parametrize("text", ["", "12 345", "???", "\n\n"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert detect(text) == (None, {})
    assert languages_of([text]) == [None]


def test_capitals_are_read_as_words() -> None:
    assert detect(SENTENCES["en"].upper())[0] == "en"


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    language._model.cache_clear()
    assert detect(SENTENCES["de"])[0] == "de"
