"""Names that no gazetteer knows: one id across pages, spellings and scripts, in any order."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest

from sayso.gazetteer.names.group import group_names

ROOT = Path(__file__).parents[2]
UNKNOWN = tomllib.loads((ROOT / "eval/gold/unknown.toml").read_text("utf-8"))["person"]
SEEN = [(name, language) for one in UNKNOWN for name, language in one["names"]]


def id_of(name: str, *others: tuple[str, str], language: str = "en") -> str:
    groups = group_names([(name, language), *others])
    return next(one.id for one in groups if (name, language) in one.seen)


@pytest.mark.parametrize(
    ("name", "language", "wanted"),
    [
        ("Ryabushin Gennady", "en", "Геннадий Рябушин"),
        ("Рябушину Геннадию", "ru", "Gennady Ryabushin"),
        ("General Switlana Kosatschuk", "de", "스비틀라나 코자추크"),
        ("Лев Тарасович Мостов", "ru", "Lew Mostow"),
        ("남기태는", "ko", "Nam Ki Tae"),
    ],
)
def test_another_spelling_joins_the_others(name: str, language: str, wanted: str) -> None:
    groups = group_names([*SEEN, ("Lew Mostow", "de"), (name, language)])
    mine = next(one for one in groups if (name, language) in one.seen)
    assert wanted in {seen for seen, _ in mine.seen}


def test_the_order_of_pages_does_not_matter() -> None:
    wanted = group_names(SEEN)
    for seed in range(5):
        shuffled = random.Random(seed).sample(SEEN, len(SEEN))
        assert group_names([*shuffled, *shuffled[:9]]) == wanted


def test_no_two_people_are_one() -> None:
    owner = {tuple(seen): number for number, one in enumerate(UNKNOWN) for seen in one["names"]}
    for group in group_names(SEEN):
        assert len({owner[seen] for seen in group.seen}) == 1, group.name


def test_one_page_alone_gives_the_id_that_an_english_one_gives() -> None:
    assert id_of("Лев Мостов", language="ru") == id_of("Lev Mostov") == "person:lev-mostov"


@pytest.mark.parametrize("alone", ["Mostov", "Мостов", "Mostow"])
def test_a_family_name_alone_is_nobodys(alone: str) -> None:
    groups = group_names([(alone, ""), ("Lev Mostov", "en"), ("Лев Мостов", "ru")])
    assert sorted(len(one.seen) for one in groups) == [1, 2]


def test_what_fits_two_people_stays_alone_and_says_so() -> None:
    groups = {one.id: one for one in group_names(
        [("Jan Mostov", "en"), ("Jon Mostov", "en"), ("J. Mostov", "en")]
    )}  # fmt: skip
    assert len(groups) == 3
    assert any("Jan Mostov" in doubt for doubt in groups["person:j-mostov"].doubts)


def test_an_initial_joins_the_only_one_that_it_fits() -> None:
    found = group_names([("Jan Mostov", "en"), ("J. Mostov", "fr"), ("Olga Mostova", "en")])
    assert [len(one.seen) for one in found] == [2, 1]
    assert "J. may stand for Jan" in found[0].reasons[0]


def test_a_third_name_joins_no_two_people() -> None:
    names = [("Tom Mostov Jr.", "en"), ("Tom Mostov", "en"), ("Tom Mostov Sr.", "en")]
    for group in group_names(names):
        assert not {"Tom Mostov Jr.", "Tom Mostov Sr."} <= {name for name, _ in group.seen}


def test_every_group_says_why() -> None:
    for group in group_names(SEEN):
        assert len(group.seen) == 1 or group.reasons
        assert group.id.startswith("person:") and group.id.isascii()


@pytest.mark.parametrize("name", ["", " ", "—", "12", "?" * 200, "\u0301"])
def test_what_is_no_name(name: str) -> None:
    assert sum(len(one.seen) for one in group_names([(name, ""), ("Lev Mostov", "en")])) == 2
