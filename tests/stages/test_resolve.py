"""Who a source is: names, roles, pronouns, "and", and the chain it came through."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import (
    Act,
    Cue,
    Entity,
    Hedge,
    Reason,
    Relation,
    Source,
    SourceKind,
    Statement,
    Undecided,
)
from sayso.packs.load import Pack, load_pack
from sayso.spans import Span, span
from sayso.stages.resolution.read import read_page
from sayso.stages.resolve import resolve
from sayso.stages.segment import Segmented, segment

Said = tuple[str | None, str, str]


def nearest(text: str, words: str, to: int) -> Span:
    """The occurrence of some words that is closest to an offset."""
    starts = [m.start() for m in re.finditer(re.escape(words), text)]
    assert starts, words
    start = min(starts, key=lambda s: abs(s - to))
    return span(text, start, start + len(words))


def make(
    text: str, said: Said, number: int, addressee: str | None = None, direct: bool = False
) -> Statement:
    """A statement as `attribute` would hand it over: source, cue (there once), content."""
    source, cue_words, content_words = said
    assert text.count(cue_words) == 1, cue_words
    cue = nearest(text, cue_words, 0)
    content = (nearest(text, content_words, cue.start),) if content_words else ()
    return Statement(
        id=f"st_{number}",
        document="doc_test",
        source=Source(
            span=nearest(text, source, cue.start) if source else None, kind=SourceKind.NAMED
        ),
        via=(),
        addressee=Source(span=nearest(text, addressee, cue.end), kind=SourceKind.NAMED)
        if addressee
        else None,
        cue=Cue(span=cue, lemma="say"),
        content=content,
        sentence=span(text, 0, len(text)),
        act=Act.ASSERT,
        first=False,
        earlier=False,
        direct=direct,
        hedge=Hedge.NONE,
        answers=None,
        said=None,
        events=(),
        language="en",
        rule="test",
        score=1.0,
    )


def cut(text: str, language: str) -> Segmented:
    """A story cut into sentences and words, as `segment` does it."""
    return segment(text, load_pack(language))


def run(
    language: str, text: str, *said: Said, **keys: object
) -> tuple[tuple[Statement, ...], tuple[Undecided, ...]]:
    """Resolve a story's statements with the language's own pack."""
    statements = [make(text, s, n, **keys) for n, s in enumerate(said)]  # type: ignore[arg-type]
    return resolve(cut(text, language), load_pack(language), statements)


def entities(language: str, text: str, *said: Said) -> list[str | None]:
    """Ids of the entities that the sources mean, in the order of the statements."""
    made, _ = run(language, text, *said)
    return [s.source.entity.id if s.source.entity else None for s in made]


def only(language: str, text: str, source: str, cue: str) -> Entity:
    """The entity of a story's one source."""
    made, _ = run(language, text, (source, cue, ""))
    assert len(made) == 1
    assert made[0].source.entity is not None
    return made[0].source.entity


@pytest.mark.parametrize(
    ("language", "source", "country", "kind"),
    [
        ("en", "North Korea", "PRK", "country"),
        ("en", "The Kremlin", "RUS", "government"),
        ("en", "Kyiv", "UKR", "country"),
        ("en", "The Russians", "RUS", "country"),
        ("fr", "La Corée du Nord", "PRK", "country"),
        ("fr", "L’Élysée", "FRA", "government"),
        ("fr", "Moscou", "RUS", "country"),
        ("fr", "l'Ukraine", "UKR", "country"),
        ("de", "Nordkorea", "PRK", "country"),
        ("de", "Das Weiße Haus", "USA", "government"),
        ("de", "Kiew", "UKR", "country"),
        ("de", "Die Vereinigten Staaten", "USA", "country"),
    ],
)
def test_a_country_its_people_its_capital_and_its_seat_are_one_party(
    language: str, source: str, country: str, kind: str
) -> None:
    entity = only(language, f"{source} xsaid that it rained.", source, "xsaid")
    assert (entity.id, entity.country, entity.kind) == (f"country:{country}", country, kind)


@pytest.mark.parametrize(
    ("language", "source", "country", "role"),
    [
        ("en", "the Russian foreign minister", "RUS", "foreign minister"),
        ("en", "Moldova's prime minister", "MDA", "prime minister"),
        ("en", "a senior French official", "FRA", "official"),
        ("fr", "le ministre arménien des Affaires étrangères", "ARM", "foreign minister"),
        ("fr", "la porte-parole du Kremlin", "RUS", "spokesperson"),
        ("de", "der norwegische Außenminister", "NOR", "foreign minister"),
        ("de", "ein Sprecher des Kreml", "RUS", "spokesperson"),
        ("de", "der US-Außenminister", "USA", "foreign minister"),
    ],
)
def test_an_office_has_its_country(language: str, source: str, country: str, role: str) -> None:
    text = f"Quest: {source} xsaid that it rained."
    made, _ = run(language, text, (source, "xsaid", ""))
    entity = made[0].source.entity
    assert entity is not None
    assert (entity.country, entity.role) == (country, role)
    assert made[0].source.kind is SourceKind.ROLE


@pytest.mark.parametrize(
    ("language", "source", "country"),
    [
        ("en", "the Armenian Ministry of Defence", "ARM"),
        ("fr", "le ministère arménien de la Défense", "ARM"),
        ("de", "das armenische Verteidigungsministerium", "ARM"),
        ("en", "Ukraine's army", "UKR"),
    ],
)
def test_a_ministry_or_army_is_a_body_of_its_country(
    language: str, source: str, country: str
) -> None:
    text = f"Quest: {source} xsaid that it rained."
    made, _ = run(language, text, (source, "xsaid", ""))
    entity = made[0].source.entity
    assert entity is not None
    assert entity.country == country
    assert entity.id.startswith(f"body:{country.lower()}-")
    assert entity.sector in ("GOV", "MIL")
    assert made[0].source.kind is SourceKind.NAMED


@pytest.mark.parametrize(
    ("language", "source", "id_", "country"),
    [
        ("en", "the North Korean news agency KCNA", "body:kcna", "PRK"),
        ("fr", "l'agence de presse nord-coréenne KCNA", "body:kcna", "PRK"),
        ("de", "die nordkoreanische Nachrichtenagentur KCNA", "body:kcna", "PRK"),
        ("en", "NATO", "body:nato", "IGO"),
        ("fr", "l’OTAN", "body:nato", "IGO"),
        ("de", "die Europäische Union", "body:eu", "IGO"),
    ],
)
def test_bodies_and_media(language: str, source: str, id_: str, country: str) -> None:
    entity = only(language, f"Quest: {source} xsaid that it rained.", source, "xsaid")
    assert (entity.id, entity.country) == (id_, country)


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("en", "Russia's chief of staff, Valery Testow,"),
        ("en", "Russian chief of staff Valery Testow"),
        ("fr", "Le chef d’état-major de la Russie, Valery Testow,"),
        ("fr", "Le chef d'état-major russe Valery Testow"),
        ("de", "Der russische Generalstabschef Valery Testow"),
    ],
)
def test_a_person_keeps_role_and_country(language: str, source: str) -> None:
    text = f"{source} xsaid that it rained. Testow ysaid that it snowed."
    made, _ = run(language, text, (source.strip(","), "xsaid", ""), ("Testow", "ysaid", ""))
    assert [s.source.entity and s.source.entity.id for s in made] == ["person:valery-testow"] * 2
    for statement in made:
        entity = statement.source.entity
        assert entity is not None
        assert (entity.country, entity.role, entity.sector) == ("RUS", "chief of staff", "MIL")


def test_a_short_name_before_the_full_one() -> None:
    text = "Quandel denies all\nQuandel xsaid no. The mayor, Ruth Quandel, ysaid it again."
    found = entities(
        "en", text, ("Quandel", "xsaid", "no"), ("The mayor, Ruth Quandel", "ysaid", "")
    )
    assert found == ["person:ruth-quandel"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Velda Quandel met fishermen. Quandel was tired. She xsaid that it rained.",
        "Velda Quandel, the mayor, met fishermen. She xsaid that it rained.",
        "Mayor Velda Quandel met fishermen on the quays. She xsaid that it rained.",
        "Velda Quandel met fishermen. She xsaid that it rained.",
    ],
)
def test_a_name_is_a_persons_by_surname_role_or_pronoun(text: str) -> None:
    assert entities("en", text, ("She", "xsaid", "that it rained")) == ["person:velda-quandel"]


def test_a_name_that_nothing_tells_to_be_a_persons_is_nobody() -> None:
    text = "Anna Brandel waited at Velden Central. She xsaid that it rained."
    assert entities("en", text, ("She", "xsaid", "that it rained")) == ["person:anna-brandel"]
    page = read_page(cut(text, "en"), load_pack("en"))
    assert set(page.people.known) == {"person:anna-brandel"}


def test_a_full_name_that_speaks_is_a_person() -> None:
    text = "It rained, Velda Quandel xsaid."
    assert entities("en", text, ("Velda Quandel", "xsaid", "It rained")) == ["person:velda-quandel"]


def test_the_headline_ends_where_it_is_said_to_end() -> None:
    title = "Mayor Ruth Quandel"
    text = f"{title} She xsaid that it rained."
    statement = make(text, ("She", "xsaid", "that it rained"), 0)
    made, _ = resolve(cut(text, "en"), load_pack("en"), [statement], title_end=len(title))
    entity = made[0].source.entity
    assert entity is not None
    assert (entity.id, entity.role) == ("person:ruth-quandel", "mayor")


def test_a_surname_that_is_a_medium_or_a_role_is_the_persons() -> None:
    text = (
        "Don Guardian met Harry Singer. Guardian xsaid no. Mr. Singer ysaid yes. "
        "The Guardian zsaid more."
    )
    found = entities(
        "en", text, ("Guardian", "xsaid", ""), ("Mr. Singer", "ysaid", ""),
        ("The Guardian", "zsaid", ""),
    )  # fmt: skip
    assert found == ["person:don-guardian", "person:harry-singer", "body:guardian"]


@pytest.mark.parametrize(
    ("language", "source", "id_"),
    [
        ("en", "Weller's gardener", None),
        ("en", "Lindau police", "body:lindau-police"),
        ("en", "the aid group Oxfam", "body:oxfam"),
        ("en", "one of the family's lawyers, Anna Brandel", "person:anna-brandel"),
        ("en", "former Maryland Gov. Anna Brandel", "person:anna-brandel"),
        ("de", "ein Sprecher der Ministerin Anna Brandel", "role:spokesperson"),
        ("de", "der Rentenberater Otto Brandel", "person:otto-brandel"),
        ("de", "die Regierung in Kiew", "body:ukr-government"),
        ("de", "russische Angaben", "role:rus-angaben"),
        ("de", "der Niederländer", None),
        ("fr", "le gouvernement français", "body:fra-government"),
        ("fr", "des brodeurs français", "role:fra-brodeurs"),
    ],
)
def test_the_head_of_a_phrase_decides(language: str, source: str, id_: str | None) -> None:
    text = f"Quest: {source} xsaid that it rained."
    assert entities(language, text, (source, "xsaid", "")) == [id_]


def test_two_people_of_one_surname_are_told_apart_by_title() -> None:
    text = (
        "Anna Brandel met Otto Brandel. Mr Brandel xsaid it was late. Mrs Brandel ysaid it was not."
    )
    found = entities("en", text, ("Mr Brandel", "xsaid", ""), ("Mrs Brandel", "ysaid", ""))
    assert found == ["person:otto-brandel", "person:anna-brandel"]


@pytest.mark.parametrize(
    ("language", "text", "source", "id_"),
    [
        (
            "en",
            "Foreign Minister Ivo Tarn met farmers on Monday. It was cold. The minister xsaid no.",
            "The minister",
            "person:ivo-tarn",
        ),
        (
            "fr",
            "Le chef de la diplomatie hongroise, Ivo Tarn, est venu. Le ministre xsaid que non.",
            "Le ministre",
            "person:ivo-tarn",
        ),
        (
            "de",
            "Der ungarische Außenminister Ivo Tarn reiste ab. Der Außenminister xsaid, es regne.",
            "Der Außenminister",
            "person:ivo-tarn",
        ),
        (
            "en",
            "The Kremlin denied it, the agency Nordpresse wrote. The agency xsaid more.",
            "The agency",
            "body:nordpresse",
        ),
    ],
)
def test_a_bare_role_is_the_one_introduced_with_it(
    language: str, text: str, source: str, id_: str
) -> None:
    assert entities(language, text, (source, "xsaid", "")) == [id_]


@pytest.mark.parametrize(
    ("language", "text", "pronoun", "id_"),
    [
        ("en", "Anna Brandel met Otto Quast on Monday. She xsaid no.", "She", "anna-brandel"),
        ("en", "Anna Brandel met Otto Quast on Monday. He xsaid no.", "He", "otto-quast"),
        ("fr", "Claire Brandel a vu Paul Quast lundi. Elle xsaid non.", "Elle", "claire-brandel"),
        ("fr", "Claire Brandel a vu Paul Quast. Il xsaid non.", "Il", "paul-quast"),
        ("de", "Anna Brandel traf Otto Quast am Montag. Sie xsaid, nein.", "Sie", "anna-brandel"),
        ("de", "Anna Brandel traf Otto Quast am Montag. Er xsaid, nein.", "Er", "otto-quast"),
        ("fr", "La ministre Dominique Brandel a vu Paul Quast. Elle xsaid non.", "Elle",
         "dominique-brandel"),
    ],
)  # fmt: skip
def test_a_pronoun_agrees_with_its_antecedent(
    language: str, text: str, pronoun: str, id_: str
) -> None:
    assert entities(language, text, (pronoun, "xsaid", "")) == [f"person:{id_}"]


def test_a_pronoun_goes_on_with_the_source_before() -> None:
    text = (
        "Otto Quast xsaid the bridge was safe. He ysaid Ivo Tarn had checked it. He zsaid it twice."
    )
    found = entities(
        "en", text, ("Otto Quast", "xsaid", ""), ("He", "ysaid", ""), ("He", "zsaid", "")
    )
    assert found == ["person:otto-quast"] * 3


def test_a_country_can_be_a_pronoun_where_things_have_genders() -> None:
    text = "La Russie a attaqué le port. Elle xsaid avoir visé un navire."
    assert entities("fr", text, ("Elle", "xsaid", "")) == ["country:RUS"]


def test_two_equally_good_antecedents_are_nobody() -> None:
    text = "It rained on Anna Brandel and Ruth Quandel. She xsaid no."
    made, undecided = run("en", text, ("She", "xsaid", ""))
    assert made[0].source.entity is None
    assert [(u.reason, u.span.text) for u in undecided] == [(Reason.AMBIGUOUS_SOURCE, "She")]


def test_i_is_the_one_whose_words_they_are() -> None:
    text = "“I xsay that it rained,” Anna Brandel ysaid."
    outer = make(text, ("Anna Brandel", "ysaid", "I xsay that it rained"), 0, direct=True)
    inner = make(text, ("I", "xsay", "that it rained"), 1)
    made, _ = resolve(cut(text, "en"), load_pack("en"), [outer, inner])
    assert made[0].source.entity is not None
    assert made[0].source.entity.id == "person:anna-brandel"


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "The letter came from Anna Brandel, who xsaid it was late.", "who"),
        ("fr", "La lettre vient de Anna Brandel, qui xsaid être en retard.", "qui"),
        ("de", "Der Brief kam von Anna Brandel, die xsaid, es sei spät.", "die"),
    ],
)
def test_a_relative_pronoun_is_the_one_right_before(language: str, text: str, source: str) -> None:
    assert entities(language, text, (source, "xsaid", "")) == ["person:anna-brandel"]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [("fr", "On xsaid que tout va bien.", "On"), ("de", "Man xsaid, es regne.", "Man")],
)
def test_somebody_is_unnamed(language: str, text: str, source: str) -> None:
    made, _ = run(language, text, (source, "xsaid", ""))
    assert made[0].source.kind is SourceKind.UNNAMED
    assert made[0].source.entity is None


def test_no_source_is_unnamed() -> None:
    made, _ = run("en", "It is xsaid to be late.", (None, "xsaid", "to be late"))
    assert made[0].source.kind is SourceKind.UNNAMED


@pytest.mark.parametrize(
    ("language", "source", "parts"),
    [
        ("en", "Paris and Berlin", {"Paris": "FRA", "Berlin": "DEU"}),
        (
            "en",
            "South Korean and western intelligence services",
            {"South Korean": "KOR", "western intelligence services": None},
        ),
        ("en", "France, Spain and Italy", {"France": "FRA", "Spain": "ESP", "Italy": "ITA"}),
        (
            "en",
            "French and German farmers",
            {"French": "FRA", "German farmers": "DEU"},
        ),
        (
            "en",
            "the foreign ministers of Chad and Mali",
            {"the foreign ministers of Chad": "TCD", "Mali": "MLI"},
        ),
        (
            "fr",
            "les services secrets sud-coréens et occidentaux",
            {"les services secrets sud-coréens": "KOR", "occidentaux": None},
        ),
        ("de", "Russland und Belarus", {"Russland": "RUS", "Belarus": "BLR"}),
        (
            "de",
            "die französische und die polnische Regierung",
            {"die französische": "FRA", "die polnische Regierung": "POL"},
        ),
    ],
)
def test_two_parties_are_two_statements(
    language: str, source: str, parts: dict[str, str | None]
) -> None:
    text = f"Quest: {source} xsaid that it rained."
    made, _ = run(language, text, (source, "xsaid", "it rained"))
    found = {
        s.source.span.text: s.source.entity.country
        for s in made
        if s.source.span and s.source.entity
    }
    assert found == parts
    assert len({s.id for s in made}) == len(parts)
    assert len({(s.cue.span, s.content) for s in made}) == 1


@pytest.mark.parametrize(
    "source",
    ["Anna Brandel and her husband", "police and prosecutors", "Bosnia and Herzegovina",
     "Russian and other visitors", "people in Paris and Berlin"],
)  # fmt: skip
def test_what_is_not_clearly_two_stays_one(source: str) -> None:
    made, _ = run("en", f"Quest: {source} xsaid that it rained.", (source, "xsaid", ""))
    assert [s.source.span and s.source.span.text for s in made] == [source]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "Chad accused Mali of theft. Both sides xsaid it rained.", "Both sides"),
        ("fr", "Le Tchad a accusé le Mali. Les deux pays xsaid que non.", "Les deux pays"),
        ("de", "Tschad und Mali streiten. Beide Seiten xsaid, es regne.", "Beide Seiten"),
    ],
)
def test_both_sides_are_the_two_countries_before(language: str, text: str, source: str) -> None:
    made, _ = run(language, text, (source, "xsaid", ""))
    assert [s.source.entity and s.source.entity.country for s in made] == ["TCD", "MLI"]
    assert len({s.id for s in made}) == 2


def test_both_sides_of_three_are_nobody() -> None:
    text = "Chad accused Mali and Niger of theft. Both sides xsaid it rained."
    assert entities("en", text, ("Both sides", "xsaid", "")) == [None]


def test_a_dateline_is_not_the_source() -> None:
    text = "LINDAU - The mayor, Anna Brandel, xsaid that it rained."
    said = ("LINDAU - The mayor, Anna Brandel", "xsaid", "")
    assert entities("en", text, said) == ["person:anna-brandel"]


def test_an_answer_follows_the_statement_that_was_split() -> None:
    text = "Paris and Berlin xsaid it rained. Rome ysaid it did not."
    first = make(text, ("Paris and Berlin", "xsaid", "it rained"), 0)
    second = msgspec.structs.replace(make(text, ("Rome", "ysaid", "it did not"), 1), answers="st_0")
    made, _ = resolve(cut(text, "en"), load_pack("en"), [first, second])
    assert made[2].answers == made[0].id != "st_0"


@pytest.mark.parametrize(
    "source", ["friends close to the Kremlin", "a lawyer for Anna Brandel", "foes of Moscow"]
)
def test_what_only_qualifies_is_not_the_source(source: str) -> None:
    made, _ = run("en", f"Quest: {source} xsaid that it rained.", (source, "xsaid", ""))
    entity = made[0].source.entity
    assert made[0].source.kind is SourceKind.ROLE
    assert entity is None or (entity.country, entity.id[:5]) == (None, "role:")


@pytest.mark.parametrize(
    ("source", "id_"),
    [("the Brandel campaign", "body:brandel-campaign"), ("two diplomats", "role:diplomat")],
)
def test_bodies_and_groups_without_a_country(source: str, id_: str) -> None:
    text = f"Quest: {source} xsaid that it rained."
    assert entities("en", text, (source, "xsaid", "")) == [id_]


def test_a_medium_that_quotes_is_a_link_of_the_chain() -> None:
    text = "TASS xreported that the governor, Ivo Tarn, ysaid that a mast fell."
    made, _ = run(
        "en",
        text,
        ("TASS", "xreported", "that the governor, Ivo Tarn, ysaid that a mast fell"),
        ("the governor, Ivo Tarn", "ysaid", "that a mast fell"),
    )
    assert [(v.relation, v.entity and v.entity.id) for v in made[1].via] == [
        (Relation.AGENCY, "body:tass")
    ]
    assert made[0].via == ()


def test_a_medium_that_was_told_is_a_link_of_the_chain() -> None:
    text = "Anna Brandel xtold the Guardian that it rained."
    made, _ = run("en", text, ("Anna Brandel", "xtold", "that it rained"), addressee="the Guardian")
    assert [(v.relation, v.entity and v.entity.id) for v in made[0].via] == [
        (Relation.OUTLET, "body:guardian")
    ]
    assert made[0].addressee is not None


def test_through_a_spokesman() -> None:
    text = "Anna Brandel xsaid through a spokesman that it rained."
    made, _ = run("en", text, ("Anna Brandel", "xsaid", "that it rained"))
    assert [(v.relation, v.span and v.span.text) for v in made[0].via] == [
        (Relation.SPOKESPERSON, "a spokesman")
    ]
    assert made[0].source.entity is not None
    assert made[0].source.entity.id == "person:anna-brandel"


PACKS: dict[str, Pack] = {language: load_pack(language) for language in ("en", "fr", "de")}
WORDS = st.sampled_from(
    ["Paris", "and", "et", "der", "Sprecher", "minister", "Anna", "Brandel", "the", "'s", "l'",
     "’", ",", ".", "She", "Korea", "북한", "😀", "é", "́", "U.S.", "US-Sprecher", "–", "I", "who"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    text=st.one_of(
        st.text(min_size=1, max_size=120), st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
    ),
    cuts=st.lists(st.integers(0, 120), min_size=6, max_size=6),
    language=st.sampled_from(sorted(PACKS)),
)
def test_any_text_is_read_and_every_span_is_its_passage(
    text: str, cuts: list[int], language: str
) -> None:
    a, b, c, d, e, f = (cut % (len(text) + 1) for cut in cuts)
    base = make("Xa xsaid it.", ("Xa", "xsaid", "it"), 0)
    statement = msgspec.structs.replace(
        base,
        source=Source(span=span(text, min(a, b), max(a, b)), kind=SourceKind.NAMED),
        cue=Cue(span=span(text, min(c, d), max(c, d)), lemma="x"),
        content=(span(text, min(e, f), max(e, f)),),
        addressee=Source(span=span(text, min(a, d), max(a, d)), kind=SourceKind.NAMED),
    )
    half = len(text) // 2
    made, undecided = resolve(cut(text, language), PACKS[language], [statement], half)
    assert len(made) >= 1
    spans = [s.source.span for s in made] + [u.span for u in undecided]
    spans += [v.span for s in made for v in s.via]
    for found in spans:
        if found is not None:
            assert text[found.start : found.end] == found.text
    again, _ = resolve(cut(text, language), PACKS[language], [statement], half)
    assert again == made
