"""Bytes to text: declared rightly, declared wrongly, not declared, no text at all."""

from __future__ import annotations

import pytest

from sayso.errors import EmptyPage, NotText, TooLarge
from sayso.intake.decode import decode
from sayso.intake.page import read_page

FRENCH = (
    "La ministre a démenti lundi avoir signé l'accord. « Je n'ai rien signé », a-t-elle déclaré."
)
RUSSIAN = "Глава порта опровергла сообщения о разливе топлива. По её словам, никто не пострадал."
GERMAN = "Das Hafenamt hat eingeräumt, dass die Schleuse ohne Prüfung geöffnet wurde."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN])
def test_unicode_in_all_its_forms(text: str, encoding: str) -> None:
    declared = "utf-16-le" if encoding == "utf-16-le" else None
    assert decode(text.encode(encoding), declared=declared) == text


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_a_declared_encoding_is_used(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), declared=encoding) == RUSSIAN
    page = f'<meta charset="{encoding}"><p>{RUSSIAN}</p>'
    assert RUSSIAN in decode(page.encode(encoding))


def test_utf8_declared_as_latin1_is_utf8() -> None:
    assert decode(FRENCH.encode(), declared="iso-8859-1") == FRENCH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(FRENCH, "cp1252"), (GERMAN, "latin-1"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")],
)
def test_another_encoding_declared_as_utf8_is_mended(text: str, encoding: str) -> None:
    page = f'<html><meta charset="utf-8"><body><p>{text}</p></body></html>'
    assert text in decode(page.encode(encoding))


def test_some_broken_bytes_do_not_spoil_a_page() -> None:
    assert decode((FRENCH * 10).encode()[:-1] + b"\xc3").startswith(FRENCH)


def test_what_no_language_speaks_is_refused() -> None:
    with pytest.raises(NotText, match="no encoding that we can tell"):
        decode(b"\xe9\xfe\xf0 \xd7\xc1 \xb5\xa7 " * 20)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
    ],
)
def test_a_binary_file_says_what_it_is(data: bytes, what: str) -> None:
    with pytest.raises(NotText, match=what) as caught:
        read_page(data, name="page.html")
    assert "page.html" in str(caught.value)


def test_zeros_are_empty_and_controls_are_no_text() -> None:
    with pytest.raises(EmptyPage):
        decode(b"\0\0\0")
    with pytest.raises(NotText):
        decode(b"\x01\x02\x03 text \x04\x05" * 20, declared="latin-1")


def test_twenty_megabytes_are_refused_and_nineteen_are_read() -> None:
    with pytest.raises(TooLarge, match="20,000,000 bytes"):
        read_page(b"<p>" + b"x" * 20_000_000)
    story = (
        b"<p>The harbour master denied on Monday that the quay would be sold to anybody.</p>" * 3
    )
    script = b"<script>" + b"x=1;" * 4_750_000 + b"</script>"
    page = b"<html><head>" + script + b"</head><body><article><h1>Quay</h1>" + story
    assert "denied on Monday" in read_page(page).text


def test_deep_nesting_does_not_crash() -> None:
    story = "<p>The harbour master denied on Monday that the quay would be sold to anybody.</p>"
    page = f"<html><body><article><h1>Quay</h1>{story}{'<div>' * 50_000}"
    assert "denied on Monday" in read_page(page.encode()).text
