"""The same stories in three languages: the gold is sound, the measure measures, the floors hold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from eval import triples
from eval.stories import LANGUAGES, Told, read_told, read_triples
from eval.story_scores import agreement, pair_up, score_language
from eval.triples import measure, pin, read_floor, worse
from sayso.codebook.concepts import load_concepts
from sayso.codebook.plover import read_plover
from sayso.errors import UsageError

PUBLISHED = "2024-05-16"
STORY = """
published = "2024-05-16"
[party]
rebels = { en = ["rebels"], fr = ["rebelles"], de = ["rebellen"] }
[[triple]]
id = "quarry"
en = "Rebels attacked a quarry."
fr = "Des rebelles ont attaqué une carrière."
de = "Rebellen griffen einen Steinbruch an."
events = [{ concept = "attack", actor = ["rebels"] }]
"""


def told(text: str, language: str = "en") -> list[Told]:
    return read_told(text, language, PUBLISHED)


def gold(tmp_path: Path, text: str = STORY) -> Path:
    path = tmp_path / "triples.toml"
    path.write_text(text, "utf-8")
    return path


def test_figures_keep_their_floors() -> None:
    floor = read_floor()
    assert floor, "no floor pinned: python -m eval triples --pin"
    fallen = worse(measure().figures(), floor)
    assert not fallen, "\n".join(fallen)


def test_there_are_enough_stories_of_every_type_with_decoys() -> None:
    stories = read_triples()
    assert len(stories) >= 60
    assert len({story.id for story in stories}) == len(stories)
    assert sum(story.decoy for story in stories) * 3 >= len(stories) - 3
    types = Counter(load_concepts()[min(e.concepts)].type for s in stories for e in s.events)
    assert set(types) == set(read_plover().type)


def test_every_story_is_told_in_every_language() -> None:
    for story in read_triples():
        assert set(story.text) == set(LANGUAGES)
        assert len({story.text[code] for code in LANGUAGES}) == 3


def test_agreement_is_the_shared_part_of_what_any_version_has() -> None:
    meeting = told("Kenya's president visited Uganda.")
    attack = told("Rebels attacked a quarry.")
    assert meeting and attack
    assert agreement([[meeting, meeting, meeting]]) == 1.0
    assert agreement([[meeting, meeting, attack]]) == 0.0
    assert agreement([[meeting + attack, meeting + attack, meeting]]) == 0.5
    assert agreement([[meeting, meeting], [attack, []]]) == 0.5


@pytest.mark.parametrize(
    "other",
    [
        "Kenya's president did not visit Uganda.",
        "Kenya's president will visit Uganda.",
        "Uganda's president visited Kenya.",
        "Kenya's president criticised Uganda.",
    ],
)
def test_agreement_asks_for_type_countries_polarity_and_reality(other: str) -> None:
    one = told("Kenya's president visited Uganda.")
    assert one and told(other)
    assert agreement([[one, told(other)]]) < 1


def test_roles_without_a_country_agree_whatever_their_words() -> None:
    assert (
        agreement([[told("Rebels attacked a quarry."), told("Soldiers attacked a quarry.")]]) == 1
    )


def test_a_story_is_right_wrong_missed_or_extra(tmp_path: Path) -> None:
    story = read_triples(gold(tmp_path))
    right = score_language(story, [told("Rebels attacked a quarry.")], "en")
    assert (right.right, right.wrong, right.missed, right.extra) == (1, 0, 0, 0)
    wrong = score_language(story, [told("Soldiers attacked a quarry.")], "en")
    assert (wrong.right, wrong.wrong, wrong.faults) == (0, 1, Counter(actor=1))
    missed = score_language(story, [told("Kenya's president visited Uganda.")], "en")
    assert (missed.missed, missed.extra) == (1, 1)


def test_a_role_is_wrong_where_another_country_stands_in_it(tmp_path: Path) -> None:
    text = STORY.replace('"attack", actor = ["rebels"]', '"visit", actor = ["KEN"]')
    story = read_triples(gold(tmp_path, text))
    assert score_language(story, [told("Kenya's president visited Uganda.")], "en").right == 1
    assert score_language(story, [told("Ghana's president visited Uganda.")], "en").wrong == 1


def test_what_may_be_there_is_neither_missed_nor_extra(tmp_path: Path) -> None:
    path = gold(tmp_path, STORY.replace('actor = ["rebels"]', "maybe = true"))
    for text in ("Rebels attacked a quarry.", "The quarry is deep."):
        score = score_language(read_triples(path), [told(text)], "en")
        assert (score.golds, score.extra) == (0, 0)


def test_each_found_event_answers_one_gold_event(tmp_path: Path) -> None:
    twice = STORY.replace('["rebels"] }]', '["rebels"] }, { concept = "attack" }]')
    events = read_triples(gold(tmp_path, twice))[0].events
    pairs = pair_up(events, told("Rebels attacked a quarry."))
    assert [one is not None for _, one in pairs].count(True) == 1


def test_the_gold_names_only_what_there_is(tmp_path: Path) -> None:
    for old, new in (('"attack"', '"assail"'), ('actor = ["rebels"]', 'actor = ["rabble"]')):
        with pytest.raises(UsageError, match="quarry"):
            read_triples(gold(tmp_path, STORY.replace(old, new)))


def test_agreement_may_not_fall_at_all_and_a_floor_is_never_lowered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "floors.json"
    path.write_text("{}", "utf-8")
    monkeypatch.setattr(triples, "FLOORS", path)
    assert pin({"agreement": 0.8, "recall_en": 0.9}) == []
    assert pin({"agreement": 0.81, "recall_en": 0.9}) == []
    assert len(pin({"agreement": 0.8099, "recall_en": 0.898})) == 1
    assert read_floor() == {"agreement": 0.81, "recall_en": 0.9}
