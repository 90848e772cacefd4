"""Sayings that are deeds: to accuse, demand, promise is an event of source and addressee."""

from __future__ import annotations

import pytest

from sayso.pipeline import read_text

#: Act of the statement; language and sentence; its own event.
SENTENCES = """\
# accuse
en  Portugal accused Iceland on Monday.
    accuse: Portugal (PRT) → Iceland (ISL)
fr  Le Portugal a accusé l'Islande d'avoir bombardé Lisbonne.
    accuse: Le Portugal (PRT) → l'Islande (ISL)
de  Portugal warf Island vor, Lissabon beschossen zu haben.
    accuse: Portugal (PRT) → Island (ISL)
# demand
en  Portugal demanded that Iceland release the sailors.
    demand: Portugal (PRT) → Iceland (ISL)
fr  Le Portugal a exigé que l'Islande libère les marins.
    demand: Le Portugal (PRT) → l'Islande (ISL)
de  Island forderte Portugal auf, seine Truppen aus Andorra abzuziehen.
    demand: Island (ISL) → Portugal (PRT)
# promise
en  Portugal promised Iceland to release the sailors.
    commit: Portugal (PRT) → Iceland (ISL)
fr  Le Portugal a promis de libérer les marins.
    commit: Le Portugal (PRT) → –
de  Portugal versprach, die Matrosen freizulassen.
    commit: Portugal (PRT) → –
# threaten
en  Portugal threatened to attack Andorra.
    threaten_force: Portugal (PRT) → Andorra (AND)
fr  Le Portugal a menacé d'attaquer Andorre.
    threaten_force: Le Portugal (PRT) → Andorre (AND)
de  Portugal drohte, Andorra anzugreifen.
    threaten: Portugal (PRT) → Andorra (AND)
# condemn
en  Portugal condemned Iceland for the attack.
    criticise: Portugal (PRT) → Iceland (ISL)
# praise
en  Portugal praised Iceland.
    praise: Portugal (PRT) → Iceland (ISL)
fr  Le Portugal a salué l'Islande.
    praise: Le Portugal (PRT) → l'Islande (ISL)
# reject
en  Iceland rejected Portugal's demand.
    reject_demand: Iceland (ISL) → Portugal (PRT)
"""


def test_a_saying_that_is_a_deed_is_an_event_of_its_own(
    told, row_name, language, text, wanted
) -> None:
    document = read_text(text, language)
    assert [s.act for s in document.statements] == [row_name]
    assert told(language, text, wanted.partition(":")[0]) == [wanted]
    # The deed is the outlet's telling; what is demanded or promised is the statement's.
    assert [e.concept for e in document.narrated] == [wanted.partition(":")[0]]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "en",
            "Portugal's foreign minister said that Iceland must release the sailors.",
            "demand: Portugal's foreign minister (PRT) → Iceland (ISL)",
        ),
        (
            "fr",
            "La ministre portugaise a déclaré que l'Islande doit libérer les marins.",
            "demand: La ministre portugaise (PRT) → l'Islande (ISL)",
        ),
        (
            "de",
            "Die portugiesische Ministerin sagte, Island müsse die Matrosen freilassen.",
            "demand: Die portugiesische Ministerin (PRT) → Island (ISL)",
        ),
    ],
)
def test_saying_what_another_must_do_is_a_demand(told, language, text, wanted) -> None:
    assert told(language, text, "demand") == [wanted]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Portugal said that it must release the sailors."),
        ("en", "Portugal's foreign minister said that Iceland had released the sailors."),
        ("en", "Portugal's foreign minister said that Iceland would release the sailors."),
        ("fr", "Le Portugal a déclaré que l'Islande avait libéré les marins."),
        ("de", "Portugal erklärte, Island habe die Matrosen freigelassen."),
    ],
)
def test_only_duties_of_others_are_demands(told, language, text) -> None:
    assert told(language, text, "demand") == []


@pytest.mark.parametrize("text", ["Portugal said so.", "Portugal denied that it had left Andorra."])
def test_saying_and_denying_are_no_deeds(text: str) -> None:
    assert read_text(text, "en").narrated == ()


def test_one_saying_by_two_cues_is_one_deed(told) -> None:
    text = "Portugal and Belgium accused Iceland on Monday."
    assert len(told("en", text, "accuse")) == 1
