"""verbs.txt of the packs: built from the lists beside the script, and right on known forms."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from sayso.packs.load import VERB_LETTERS

ROOT = Path(__file__).resolve().parents[2]
BUILT = {"fr": "french", "de": "german", "it": "italian"}
KNOWN = {
    "en": "reports FN, reported FP, reporting G, winning G, denied FP, shot FPN, took F",
    "fr": "achète F, négocie F, démentent F, niera F, reconnu P, place FN, accusant G",
    "de": "ankündigte F, angekündigt P, anzukündigen I, räumte F, sei F, bestritten FP, betont FP",
    "it": "nega F, negherà F, smentisce F, ammesso P, hanno F, dicendo G, protesta FN, ucciso P",
}
NEVER = {
    "en": "the with president",
    "fr": "le ministre selon",
    "de": "der mit laut",
    "it": "il di con",
}


def read(language: str) -> dict[str, str]:
    text = (ROOT / "sayso/packs" / language / "verbs.txt").read_text("utf-8")
    return dict(line.split("\t") for line in text.splitlines())


@pytest.mark.parametrize("language", sorted(KNOWN))
def test_known_forms_have_their_letters(language: str) -> None:
    forms = read(language)
    for pair in KNOWN[language].split(", "):
        form, letters = pair.split()
        assert forms.get(form) == letters, form


@pytest.mark.parametrize("language", sorted(NEVER))
def test_function_words_are_no_verbs(language: str) -> None:
    assert not set(NEVER[language].split()) & set(read(language))


@pytest.mark.parametrize("language", sorted(KNOWN))
def test_the_file_is_sorted_lower_case_and_of_known_letters(language: str) -> None:
    forms = read(language)
    assert list(forms) == sorted(forms)
    assert all(form == form.lower() and set(letters) <= set(VERB_LETTERS) and set(letters) != {"N"}
               for form, letters in forms.items())  # fmt: skip
    assert len(forms) > 8_000


@pytest.mark.parametrize("language", sorted(BUILT))
def test_the_file_is_what_the_script_builds(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    forms = importlib.import_module(f"scripts.verbs.{BUILT[language]}").build()
    assert forms.text() == (ROOT / "sayso/packs" / language / "verbs.txt").read_text("utf-8")
