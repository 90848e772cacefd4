"""German: who says what, construction by construction. Every sentence is invented."""

from __future__ import annotations

import pytest

from sayso.model import Statement
from sayso.packs.load import load_pack
from sayso.stages.attribute import attribute
from sayso.stages.segment import segment

Row = tuple[str | None, str, str]


def read(text: str) -> tuple[Statement, ...]:
    pack = load_pack("de")
    return attribute(segment(text, pack), "doc", pack)[0]


def rows(text: str) -> list[Row]:
    """Source, cue and content of every statement; pieces are joined by an ellipsis."""
    return [
        (
            s.source.span.text if s.source.span else None,
            " … ".join(part.text for part in s.cue.parts or (s.cue.span,)),
            " … ".join(piece.text for piece in s.content),
        )
        for s in read(text)
    ]


AFTER = {
    "dass": (
        "Die Hafenmeisterin sagte am Montag, dass die Schleuse geschlossen bleibe.",
        ("Die Hafenmeisterin", "sagte", "dass die Schleuse geschlossen bleibe"),
    ),
    "bare clause": (
        "Der Reeder erklärte, die Fähre sei seetüchtig.",
        ("Der Reeder", "erklärte", "die Fähre sei seetüchtig"),
    ),
    "clause around a quoted phrase": (
        "Der Reeder erklärte, die Fähre sei „in bestem Zustand“ und fahre weiter.",
        ("Der Reeder", "erklärte", "die Fähre sei „in bestem Zustand“ und fahre weiter"),
    ),
    "quotation after a colon": (
        "Lena Vogt sagte weiter: „Wir bleiben hier.“",
        ("Lena Vogt", "sagte", "„Wir bleiben hier.“"),
    ),
    "separable verb": (
        "Das Landratsamt teilte am Freitag mit, die Straße sei wieder frei.",
        ("Das Landratsamt", "teilte … mit", "die Straße sei wieder frei"),
    ),
    "perfect": (
        "Die Reederei hat am Abend angekündigt, zwei Schiffe zu verkaufen.",
        ("Die Reederei", "hat … angekündigt", "zwei Schiffe zu verkaufen"),
    ),
    "auxiliary inside the infinitive": (
        "Oslo warf Riga vor, das Kabel gekappt zu haben.",
        ("Oslo", "warf … vor", "das Kabel gekappt zu haben"),
    ),
    "inversion after a day": (
        "Am Dienstag behauptete der Wirt, das Geld sei gestohlen.",
        ("der Wirt", "behauptete", "das Geld sei gestohlen"),
    ),
    "relative clause in the Vorfeld": (
        "Der Kapitän, der seit 2019 im Amt ist, kündigte an, den Kurs zu ändern.",
        ("Der Kapitän", "kündigte an", "den Kurs zu ändern"),
    ),
    "apposition in the Vorfeld": (
        "Lena Vogt, Sprecherin der Werft, sagte, der Auftrag sei sicher.",
        ("Lena Vogt, Sprecherin der Werft", "sagte", "der Auftrag sei sicher"),
    ),
    "auxiliary before an inserted clause": (
        "Am Montag hat der Kapitän, der die Fähre steuert, erklärt, dass er nichts gesehen habe.",
        ("der Kapitän", "hat … erklärt", "dass er nichts gesehen habe"),
    ),
    "dative before the verb": (
        "Der norwegischen Zeitung sagte Lena Vogt: „Wir bleiben hier.“",
        ("Lena Vogt", "sagte", "„Wir bleiben hier.“"),
    ),
    "a name that begins like a preposition": (
        "Von der Heyde betonte, unter den Fischern seien viele Alte.",
        ("Von der Heyde", "betonte", "unter den Fischern seien viele Alte"),
    ),
    "a document speaks": (
        "In dem Schreiben heißt es, der Vertrag sei nichtig.",
        ("dem Schreiben", "heißt", "der Vertrag sei nichtig"),
    ),
    "wanted of another": (
        "Die Fischer forderten den Minister auf, die Quoten zu senken.",
        ("Die Fischer", "forderten … auf", "die Quoten zu senken"),
    ),
}

BEFORE = {
    "quotation": (
        "„Die Schleuse bleibt zu“, sagte Amtsleiter Runge.",
        ("Amtsleiter Runge", "sagte", "„Die Schleuse bleibt zu“"),
    ),
    "reported clause": (
        "Die Brücke sei sicher, sagte der Ingenieur.",
        ("der Ingenieur", "sagte", "Die Brücke sei sicher"),
    ),
    "around the cue": (
        "Der Plan, sagte die Ministerin, sei nicht zu bezahlen.",
        ("die Ministerin", "sagte", "Der Plan … sei nicht zu bezahlen"),
    ),
    "wie behind": (
        "Drei Boote sanken im Sturm, wie die Küstenwache mitteilte.",
        ("die Küstenwache", "mitteilte", "Drei Boote sanken im Sturm"),
    ),
    "wie in front": (
        "Wie die Küstenwache am Freitag mitteilte, sanken im Sturm drei Boote.",
        ("die Küstenwache", "mitteilte", "sanken im Sturm drei Boote"),
    ),
    "wie cut by an apposition": (
        "Wie der Leiter des Amtes, Karl Runge, mitteilte, sanken drei Boote.",
        ("der Leiter des Amtes, Karl Runge", "mitteilte", "sanken drei Boote"),
    ),
    "passive": (
        "Das Boot sei gekentert, wird vermutet.",
        (None, "wird vermutet", "Das Boot sei gekentert"),
    ),
}

PREPOSITIONS = {
    "laut first": (
        "Laut Küstenwache sanken im Sturm drei Boote.",
        ("Küstenwache", "Laut", "sanken im Sturm drei Boote"),
    ),
    "laut inside": (
        "Drei Boote sanken laut der Küstenwache im Sturm.",
        ("der Küstenwache", "laut", "Drei Boote sanken … im Sturm"),
    ),
    "nach Angaben inside": (
        "Die Fähre hatte nach Angaben der Reederei 200 Gäste an Bord.",
        ("der Reederei", "nach Angaben", "Die Fähre hatte … 200 Gäste an Bord"),
    ),
    "noun of saying in a compound": (
        "Nach Behördenangaben wurden 40 Häuser geräumt.",
        ("Behördenangaben", "Nach", "wurden 40 Häuser geräumt"),
    ),
    "zufolge first": (
        "Dem Bericht zufolge fehlten zwei Seiten.",
        ("Dem Bericht", "zufolge", "fehlten zwei Seiten"),
    ),
    "zufolge inside": (
        "Die Kasse war dem Bericht zufolge leer.",
        ("dem Bericht", "zufolge", "Die Kasse war … leer"),
    ),
    "so behind": (
        "Die Kasse sei leer, so der Schatzmeister weiter.",
        ("der Schatzmeister", "so", "Die Kasse sei leer"),
    ),
    "so inside": (
        "Die Kasse, so der Schatzmeister, sei leer.",
        ("der Schatzmeister", "so", "Die Kasse … sei leer"),
    ),
}

NOUNS = {
    "noun with an owner": (
        "Der Vorwurf der Anwohner, die Stadt habe zu spät gewarnt, beschäftigt das Gericht.",
        ("der Anwohner", "Vorwurf", "die Stadt habe zu spät gewarnt"),
    ),
    "adjective": (
        "Der Trainer ist überzeugt, dass der Sturm nachlässt.",
        ("Der Trainer", "überzeugt", "dass der Sturm nachlässt"),
    ),
}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(*case, id=name)
        for group in (AFTER, BEFORE, PREPOSITIONS, NOUNS)
        for name, case in group.items()
    ],
)
def test_one_statement(text: str, row: Row) -> None:
    assert rows(text) == [row]


def test_joined_predicates_share_their_subject() -> None:
    text = (
        "Der Kapitän, der seit 2019 fährt, kündigte Streiks an und forderte, den Lohn zu erhöhen."
    )
    assert ("Der Kapitän", "forderte", "den Lohn zu erhöhen") in rows(text)


def test_a_joined_predicate_ends_the_content() -> None:
    text = "Die Wirtin sagte, der Gast sei bleich gewesen, und rief die Polizei."
    assert rows(text) == [("Die Wirtin", "sagte", "der Gast sei bleich gewesen")]


def test_that_points_back_at_the_sentence_before() -> None:
    text = "Zwei Boote sind gesunken. Das bestätigte die Küstenwache."
    assert rows(text) == [("die Küstenwache", "bestätigte", "Zwei Boote sind gesunken.")]


def test_reported_mood_goes_on_with_the_source_before() -> None:
    text = "Die Ministerin sagte, der Deich halte. Man habe ihn zweimal geprüft."
    second = read(text)[1]
    assert second.source.span is not None
    assert second.source.span.text == "Die Ministerin"
    assert second.content[0].text == "Man habe ihn zweimal geprüft"
    assert second.rule.startswith("de/mood/")


def test_reported_mood_needs_a_statement_before() -> None:
    assert rows("Der Deich ist alt. Er möge noch lange halten.") == []


def test_soll_with_a_perfect_infinitive_is_hearsay() -> None:
    (one,) = read("Zwei Männer sollen mit einem Boot geflohen sein.")
    assert one.act == "hearsay"
    assert one.source.span is None


def test_soll_of_a_plan_is_no_hearsay() -> None:
    assert rows("Die Brücke soll im Mai öffnen.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Küstenwache zog zwei Boote an Land.",
        "Am Montag gab es einen Sturm mit hohen Wellen an Bord.",
        "Der Sturm forderte drei Boote, die im Hafen lagen, so lange er tobte.",
        "Neben den erwähnten Fischern kamen zwei Wirte.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert rows(text) == []


def test_a_denial_is_told_apart_from_its_negation() -> None:
    (denied,) = read("Die Reederei bestritt, dass die Fähre leck war.")
    assert denied.act == "deny"
    for statement in read("Die Reederei bestritt nicht, dass die Fähre leck war."):
        assert statement.act != "deny"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Die Insel wird als gefährlich eingestuft.",
            (None, "wird … eingestuft", "Die Insel … als gefährlich"),
        ),
        (
            "Der Wirt wird mit den Worten zitiert: „Wir schließen.“",
            ("Der Wirt", "wird … zitiert", "„Wir schließen.“"),
        ),
        (
            "Moskau, so wird behauptet, habe gelogen.",
            (None, "wird behauptet", "Moskau … habe gelogen"),
        ),
        (
            "Die Reederei wird von den Fischern beschuldigt, Öl abgelassen zu haben.",
            ("den Fischern", "wird … beschuldigt", "Öl abgelassen zu haben"),
        ),
    ],
)
def test_passives(text: str, row: Row) -> None:
    assert rows(text) == [row]


def test_the_one_charged_is_the_addressee() -> None:
    (one,) = read("Oslo lastet der Bande vier Überfälle an.")
    assert one.addressee is not None
    assert one.addressee.span is not None
    assert one.addressee.span.text == "der Bande"
    assert one.content[0].text == "vier Überfälle"


def test_a_relative_pronoun_means_the_noun_before_it() -> None:
    text = "Gestern kam ein Kapitän der Flotte, der sagte, dass das Boot leck sei."
    assert ("ein Kapitän der Flotte", "sagte", "dass das Boot leck sei") in rows(text)


def test_whoever_is_quoted_speaks_not_the_one_who_quotes() -> None:
    text = "Die Agentur zitierte den Kapitän mit den Worten: „Wir laufen aus.“"
    assert rows(text) == [("den Kapitän", "zitierte", "„Wir laufen aus.“")]


def test_a_relative_clause_leaves_the_matrix_alone() -> None:
    text = "Der Wirt, dessen Rücktritt von den Gästen gefordert wird, schloss gestern das Haus."
    assert rows(text) == []


def test_a_topic_is_no_content() -> None:
    assert rows("Der Wirt berichtete über den Sturm.") == []


def test_words_that_make_the_verb_a_cue_are_no_content() -> None:
    (one,) = read("Der Rechnungshof stellt den Nutzen der Brücke in Frage.")
    assert one.content[0].text == "den Nutzen der Brücke"


def test_a_matrix_clause_ends_the_content_of_the_clause_before() -> None:
    text = "Als der Wirt zugab, die Liste nie gelesen zu haben, wurde es still."
    assert rows(text) == [("der Wirt", "zugab", "die Liste nie gelesen zu haben")]


def test_angeblich_before_a_participle_tells_of_its_noun_only() -> None:
    assert rows("Die Polizei fand das angeblich gestohlene Boot.") == []


def test_demnach_points_back_at_the_source_before() -> None:
    text = "Die Werft sagte, der Auftrag sei sicher. Demnach beginnt der Bau im Mai."
    second = read(text)[1]
    assert second.source.span is not None
    assert second.source.span.text == "Die Werft"
