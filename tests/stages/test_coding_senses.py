"""Which sense a word has in its clause, and where a word that could be a trigger is none."""

from __future__ import annotations

import pytest

#: A sentence without the sense; language and a sentence with it; its event.
SENTENCES = """\
# The storm struck the coast.
en  Portugal struck Andorra.
    attack: Portugal (PRT) → Andorra (AND)
# The clock struck in Lisbon.
en  Workers struck in Lisbon.
    strike_labour: Workers → –
# Portugal released the song.
en  Portugal released the sailors.
    release: Portugal (PRT) → the sailors
# The company fired two workers.
en  Portugal fired two missiles at Andorra.
    missile_strike: Portugal (PRT) → Andorra (AND)
# Portugal opened the harbour.
en  Portugal opened talks with Iceland.
    consult: Portugal (PRT) → Iceland (ISL)
# Portugal opened the harbour.
en  Portugal opened fire on protesters.
    shoot: Portugal (PRT) → protesters
# The ice broke up the raft.
en  The police broke up the protest.
    disperse: The police → the protest
# The cook shelled the peas.
en  Portugal shelled Andorra.
    shell: Portugal (PRT) → Andorra (AND)
# Les clés ont été rendues.
fr  Les rebelles se sont rendus.
    surrender: Les rebelles → –
# Le vent a dispersé les feuilles.
fr  La police a dispersé la manifestation.
    disperse: La police → la manifestation
# Der Lehrer löste die Aufgabe.
de  Die Polizei löste die Demonstration auf.
    disperse: Die Polizei → die Demonstration
# Der Spieler schoss zwei Tore.
de  Portugiesische Soldaten schossen eine belgische Drohne ab.
    shoot_down: Portugiesische Soldaten (PRT) → eine belgische Drohne (BEL)
# Der Koch griff nach dem Messer.
de  Luxemburg griff Belgien an.
    attack: Luxemburg (LUX) → Belgien (BEL)
# Island hob das Glas.
de  Island hob die Sanktionen gegen Portugal auf.
    ease_sanctions: Island (ISL) → Portugal (PRT)
"""


def test_the_words_of_the_clause_choose_the_sense(told, row_name, language, text, wanted) -> None:
    concept = wanted.partition(":")[0]
    assert told(language, text, concept) == [wanted]
    assert told(language, row_name, concept) == []


@pytest.mark.parametrize(
    ("language", "one", "concept", "two", "other"),
    [
        ("en", "Portugal struck Andorra.", "attack", "Workers struck in Lisbon.", "strike_labour"),
        ("en", "Portugal called for the release of the sailors.", "demand_release",
         "Portugal called for talks.", "demand_talks"),
        ("en", "Portugal sent troops to Andorra.", "deploy_troops",
         "Portugal sent weapons to Andorra.", "supply_arms"),
        ("fr", "Le Portugal a envoyé des troupes en Andorre.", "deploy_troops",
         "Le Portugal a envoyé des armes en Andorre.", "supply_arms"),
        ("de", "Portugal schickte Truppen nach Andorra.", "deploy_troops",
         "Portugal schickte Waffen nach Andorra.", "supply_arms"),
    ],
)  # fmt: skip
def test_one_word_shows_the_concept_that_its_object_asks_for(
    told, language, one, concept, two, other
) -> None:
    assert told(language, one, concept, other)[0].startswith(f"{concept}:")
    assert len(told(language, one, concept, other)) == 1
    assert told(language, two, concept, other)[0].startswith(f"{other}:")
    assert len(told(language, two, concept, other)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Iceland imposed sanctions on Portugal."),
        ("fr", "L'Islande a imposé des sanctions au Portugal."),
        ("de", "Island verhängte Sanktionen gegen Portugal."),
    ],
)
def test_a_verb_and_the_noun_that_it_carries_are_one_event(told, language, text) -> None:
    (event,) = told(language, text)
    assert event.startswith("sanction: ")


def test_an_attack_of_which_kind_is_no_attack(told) -> None:
    assert told("en", "Portugal bought attack helicopters.", "attack") == []
    assert told("en", "The disputed border is long.") == []
