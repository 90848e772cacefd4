"""Events of a page: where they stand, what the record holds, and what never changes."""

from __future__ import annotations

import pytest

from sayso.codebook.concepts import load_concepts
from sayso.model import Document, Event, Statement
from sayso.packs.triggers import load_triggers
from sayso.pipeline import read_text

STORIES = {
    "en": """\
Portugal attacked the port of Andorra on 3 March 2024. At least 12 soldiers were killed. Iceland's
foreign minister said that Portugal must release the sailors. Portugal denied that it had arrested
them. "We sent troops to protect the harbour," the Portuguese army said.

After the attack, Belgium recalled its ambassador and threatened to impose sanctions. If Portugal
withdraws its troops from Andorra, talks will begin. Farmers protested in Lisbon.""",
    "fr": """\
Le Portugal a attaqué le port d'Andorre le 3 mars 2024. Au moins 12 soldats ont été tués. La
ministre islandaise a déclaré que le Portugal doit libérer les marins. Le Portugal a démenti avoir
arrêté des marins. « Nous avons envoyé des troupes », a déclaré l'armée portugaise.

Après l'attaque, la Belgique a rappelé son ambassadeur et a menacé d'imposer des sanctions. Si le
Portugal retire ses troupes d'Andorre, des pourparlers commenceront.""",
    "de": """\
Portugal hat am 3. März 2024 den Hafen von Andorra angegriffen. Mindestens 12 Soldaten wurden
getötet. Die isländische Ministerin sagte, Portugal müsse die Matrosen freilassen. Portugal
bestritt, Matrosen festgenommen zu haben.

Nach dem Angriff rief Belgien seinen Botschafter zurück und drohte mit Sanktionen. Wenn Portugal
seine Truppen aus Andorra abzieht, sollen Gespräche beginnen.""",
}


def every_event(document: Document) -> list[Event]:
    return [*document.narrated, *(e for s in document.statements for e in s.events)]


def only_statement(language: str, text: str) -> Statement:
    (statement,) = read_text(text, language).statements
    return statement


@pytest.mark.parametrize("language", STORIES)
def test_every_passage_of_an_event_is_its_characters(language: str) -> None:
    document = read_text(STORIES[language], language)
    events = every_event(document)
    assert len(events) >= 6
    for event in events:
        assert event.sentence is not None
        roles = [*event.actor, *event.recipient]
        for here in (event.trigger, event.sentence, *(role.span for role in roles)):
            assert here.text
            assert document.text[here.start : here.end] == here.text
        assert event.sentence.start <= event.trigger.start < event.trigger.end
        assert event.trigger.end <= event.sentence.end
        for place in filter(None, [event.place]):
            assert place.text and place.text in document.text
        for text in [q.text for q in event.quantities]:
            assert text in event.sentence.text


@pytest.mark.parametrize("language", STORIES)
def test_the_codes_of_an_event_are_those_of_its_concept(language: str) -> None:
    concepts, triggers = load_concepts(), load_triggers(language)
    rules = {form.rule for forms in triggers.forms.values() for form in forms}
    for event in every_event(read_text(STORIES[language], language)):
        concept = concepts[event.concept]
        assert (event.type, event.cameo) == (concept.type, concept.cameo)
        assert set(concept.context) <= set(event.context)
        # An event that a statement is by its act comes from the cue's entry.
        assert event.rule in rules or event.rule.startswith(f"{language}/cues/")


@pytest.mark.parametrize("language", STORIES)
def test_reading_again_gives_the_same_events(language: str) -> None:
    one, two = (read_text(STORIES[language], language) for _ in range(2))
    assert one.narrated == two.narrated
    assert [s.events for s in one.statements] == [s.events for s in two.statements]


@pytest.mark.parametrize("language", STORIES)
def test_what_stands_around_a_sentence_does_not_add_events(language: str) -> None:
    calm = {"en": "Rain fell.", "fr": "Il pleuvait.", "de": "Es regnete."}[language]
    text = STORIES[language].split("\n\n")[0]
    alone = every_event(read_text(text, language))
    beside = every_event(read_text(f"{calm}\n\n{text}\n\n{calm}", language))
    assert [(e.concept, e.trigger.text) for e in alone] == [
        (e.concept, e.trigger.text) for e in beside
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rain fell on the harbour for two days. The mayor was calm."),
        ("fr", "La pluie est tombée sur le port. Le maire était calme."),
        ("de", "Zwei Tage lang fiel Regen auf den Hafen. Der Bürgermeister war ruhig."),
        ("it", "La pioggia è caduta sul porto."),
    ],
)
def test_a_text_without_triggers_has_no_events(language: str, text: str) -> None:
    assert every_event(read_text(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "Portugal said that Iceland had attacked Andorra.", "attacked"),
        ("en", "According to Portugal, Iceland attacked Andorra.", "attacked"),
        ("en", '"Iceland attacked Andorra," the Portuguese foreign minister said.', "attacked"),
        ("fr", "Le Portugal a déclaré que l'Islande avait attaqué Andorre.", "attaqué"),
        ("de", "Portugal erklärte, Island habe Andorra angegriffen.", "angegriffen"),
    ],
)
def test_what_a_source_says_is_the_statements_and_is_not_narrated(
    language: str, text: str, trigger: str
) -> None:
    document = read_text(text, language)
    assert document.narrated == ()
    (event,) = document.statements[0].events
    assert (event.concept, event.trigger.text) == ("attack", trigger)


def test_what_the_outlet_says_beside_it_is_narrated() -> None:
    document = read_text("Portugal said it had left. Iceland attacked Belgium.", "en")
    assert [e.trigger.text for e in document.narrated] == ["attacked"]
    assert all(e.trigger.text != "attacked" for s in document.statements for e in s.events)


def test_two_sources_of_one_saying_both_have_its_events() -> None:
    document = read_text("Portugal and Belgium said that Iceland had attacked Andorra.", "en")
    assert [len(s.events) for s in document.statements] == [1, 1]
    assert document.narrated == ()


def test_an_event_is_the_innermost_statements() -> None:
    text = "Portugal said Belgium had claimed that Iceland had attacked Andorra."
    outer, inner = read_text(text, "en").statements
    assert outer.events == ()
    assert [e.concept for e in inner.events] == ["attack"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Portugal said that it had attacked Andorra.", "it"),
        ("en", "Joseline Wark, Luxembourg's minister, said that she would visit Brussels.", "she"),
        ("en", '"We attacked Andorra," said Portugal\'s foreign minister.', "We"),
        (
            "fr",
            "Joseline Wark, ministre luxembourgeoise, a déclaré qu'elle avait rencontré le maire.",
            "elle",
        ),
        (
            "de",
            "Die luxemburgische Ministerin Joseline Wark sagte, sie werde Brüssel besuchen.",
            "sie",
        ),
        ("de", "Portugal sagte, es habe Andorra angegriffen.", "es"),
    ],
)
def test_a_pronoun_in_the_content_is_the_one_who_says_it(
    language: str, text: str, who: str
) -> None:
    statement = only_statement(language, text)
    (event,) = statement.events
    assert event.actor[0].span.text == who
    assert event.actor[0].entity is not None
    assert event.actor[0].entity.country == statement.source.entity.country  # type: ignore[union-attr]
