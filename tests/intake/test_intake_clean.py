"""Cleaning: once is enough, twice changes nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake.clean import clean, mend_mojibake, one_line

NASTY = st.sampled_from(
    [
        *(" \n\r\t\u00a0\u00ad\u200b\u200c\u200d\ufeff\u2028\x85\x99\x07&;#aéâ€™Ã©ÐµÑ\u0301ß»«"),
        "&amp;",
        "&nbsp;",
        "&shy;",
        "&#x200b;",
        "&#233;",
        "&lt;",
        "ação",
        "\r\n",
        "â€œ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(NASTY, max_size=30).map("".join))


@settings(max_examples=400)
@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@settings(max_examples=200)
@given(TEXTS)
def test_a_cleaned_text_holds_nothing_unseen(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not set(cleaned) & set("\u00a0\u00ad\u200b\ufeff\r\t\x00\x85")
    assert "\n\n\n" not in cleaned
    assert "  " not in cleaned
    assert cleaned == cleaned.strip(" \n")


@pytest.mark.parametrize("text", ["Путин", "서울은 부인했다", "می‌خواهم", "👩‍🚒 “so” – ok", "नई"])
def test_other_scripts_stay_as_they_are(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_joiners_go_where_no_script_needs_them() -> None:
    assert clean("mi\u200dni\u200cster") == "minister"


@pytest.mark.parametrize("text", ["prêt à démentir, « c’est faux »", "Größe – „ja“", "дело №5"])
def test_mojibake_is_mended(text: str) -> None:
    seen = text.encode().decode("cp1252", "replace")
    if "\ufffd" in seen:  # cp1252 knows no such byte; browsers show a control
        seen = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())
    assert mend_mojibake(seen) == text


@pytest.mark.parametrize("text", ["«CAFÉ»", "Spaß»", "IRMÃ»", "Â, Ã et â", "Ärger – „Ä“"])
def test_honest_text_is_not_mended(text: str) -> None:
    assert mend_mojibake(text) == text


def test_a_title_is_one_line() -> None:
    assert one_line(" Quay\n\n shut&nbsp;&mdash; again ") == "Quay shut — again"
