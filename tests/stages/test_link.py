"""Which statement a denial, a confirmation or a refusal answers."""

from __future__ import annotations

import pytest

from sayso.model import Act, Document
from sayso.pipeline import read_text


def answered(document: Document) -> list[tuple[str, str]]:
    """(act of the reply, act of what it answers)."""
    acts = {s.id: s.act.value for s in document.statements}
    return [(s.act.value, acts[s.answers]) for s in document.statements if s.answers]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Norland accused Sudria of closing the pier. Norland demanded that the pier be "
            "opened again. Sudria denied the accusation.",
        ),
        (
            "fr",
            "La Belgique a accusé le Luxembourg d'avoir fermé le port. La Belgique a exigé la "
            "réouverture du port. Le Luxembourg a rejeté cette accusation.",
        ),
        (
            "fr",
            "La Belgique a accusé le Luxembourg d'avoir fermé le port. Le Luxembourg a démenti "
            "l'accusation.",
        ),
        (
            "de",
            "Belgien warf Luxemburg vor, den Hafen geschlossen zu haben. Belgien forderte die "
            "Öffnung des Hafens. Luxemburg wies den Vorwurf zurück.",
        ),
    ],
)
def test_a_reply_answers_what_its_noun_names(language: str, text: str) -> None:
    assert answered(read_text(text, language)) == [("deny", "accuse")]


def test_a_noun_of_mere_saying_takes_up_the_nearest_statement() -> None:
    text = (
        "Norland accused Sudria of closing the pier. Sudria said the pier was old. "
        "Norland denied the claim."
    )
    assert answered(read_text(text, "en")) == [("deny", "assert")]


def test_nobody_answers_oneself() -> None:
    text = "Minister Ana Roy said the pier was open. Roy denied the claim."
    assert answered(read_text(text, "en")) == []


def test_a_content_of_its_own_answers_nothing() -> None:
    text = (
        "Norland accused Sudria of closing the pier. Sudria denied that the bridge had been shut."
    )
    assert answered(read_text(text, "en")) == []


def test_what_one_was_accused_of_one_admits() -> None:
    text = (
        "La Belgique a accusé le Luxembourg d'avoir fermé le port. "
        "Le Luxembourg a confirmé cette accusation."
    )
    document = read_text(text, "fr")
    assert [s.act for s in document.statements] == [Act.ACCUSE, Act.ADMIT]
    assert document.statements[1].rule.endswith("confirm→admit")


def test_a_page_that_says_a_party_admits_and_has_not_acknowledged_is_flagged() -> None:
    text = (
        "Peru admitted that its soldiers had crossed the river. "
        "Chile accused Peru of sending soldiers. Peru denied the accusation."
    )
    document = read_text(text, "en")
    admits, _, denies = document.statements
    (conflict,) = document.conflicts
    assert (conflict.a, conflict.b) == (admits.id, denies.id)


def test_two_parties_that_differ_are_a_dispute_and_no_conflict_of_the_page() -> None:
    text = (
        "Peru admitted that its soldiers had crossed. Chile denied that its soldiers had crossed."
    )
    assert read_text(text, "en").conflicts == ()
