"""Every score on examples small enough to count by hand."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from eval.core import is_core
from eval.match import match_rows, weight
from eval.rows import Covered, Row, cover_row
from eval.score import Count, score_text
from eval.tokens import Tokens

TEXT = "Mayor Ilse Brandt said the bridge was closed. Two clerks think the ferry will be late."


def place(passage: str, text: str = TEXT) -> tuple[tuple[int, int], ...]:
    if not passage:
        return ()
    start = text.index(passage)
    return ((start, start + len(passage)),)


def row(source: str, cue: str, content: str) -> Row:
    return Row(place(source), place(cue), place(content))


SAID = row("Mayor Ilse Brandt", "said", "the bridge was closed")
THINK = row("Two clerks", "think", "the ferry will be late")


def figures(gold: list[Row], found: list[Row]) -> dict[str, tuple[int, int, int]]:
    scored = score_text(Tokens(TEXT), gold, found, "en")
    groups = {"": scored.whole, "core ": scored.core, "token ": scored.token}
    return {
        group + name: (c.right, c.predicted, c.gold)
        for group, counts in groups.items()
        for name, c in counts.items()
    }


def test_the_gold_itself_scores_full_at_every_level() -> None:
    got = figures([SAID, THINK], [SAID, THINK])
    assert got["attribution"] == got["partial"] == got["exact"] == (2, 2, 2)
    assert got["core exact"] == (1, 1, 1)
    assert got["token source"] == (5, 5, 5)
    assert got["token cue"] == (2, 2, 2)


def test_a_cut_source_and_a_long_content_lose_exact_and_keep_partial() -> None:
    found = row("Ilse Brandt", "said", "said the bridge was closed")
    got = figures([SAID], [found])
    assert got["attribution"] == (1, 1, 1)
    assert got["partial"] == (1, 1, 1)
    assert got["exact"] == (0, 1, 1)
    assert got["token source"] == (2, 2, 3)
    assert got["token content"] == (4, 5, 4)


def test_half_a_source_is_not_partial() -> None:
    gold = row("Two clerks", "think", "the ferry will be late")
    got = figures([gold], [row("clerks", "think", "the ferry will be late")])
    assert got["attribution"] == (1, 1, 1)
    assert got["partial"] == (0, 1, 1)


def test_punctuation_at_the_edges_does_not_count() -> None:
    found = row("Mayor Ilse Brandt ", "said", "the bridge was closed.")
    assert figures([SAID], [found])["exact"] == (1, 1, 1)


def test_no_source_matches_no_source_only() -> None:
    nobody = row("", "said", "the bridge was closed")
    assert figures([nobody], [nobody])["exact"] == (1, 1, 1)
    assert figures([nobody], [SAID])["partial"] == (0, 1, 1)


def test_one_row_matches_one_row() -> None:
    got = figures([SAID], [SAID, row("Two clerks", "said", "the ferry will be late")])
    assert got["attribution"] == (1, 2, 1)
    assert got["exact"] == (1, 2, 1)


def test_a_core_cue_that_matches_a_row_outside_the_core_is_not_wrong() -> None:
    gold = row("Two clerks", "think", "the ferry will be late")
    found = row("Two clerks", "said the bridge was closed. Two clerks think", "the ferry")
    got = figures([gold], [found])
    assert got["attribution"] == (1, 1, 1)
    assert got["core attribution"] == (0, 0, 0)


def test_an_extra_core_cue_is_wrong_in_the_core_and_an_extra_other_cue_is_not() -> None:
    assert figures([THINK], [THINK, SAID])["core attribution"] == (0, 1, 0)
    assert figures([SAID], [SAID, THINK])["core attribution"] == (1, 1, 1)


@pytest.mark.parametrize(
    ("cue", "core"),
    [
        ("told", True),
        ("according to", True),
        ("accord", False),
        (": ", True),
        ("—", True),
        ("-", True),
        ("well-known", False),
        ("hopes", False),
    ],
)
def test_core_cues(cue: str, core: bool) -> None:
    text = f"Ana {cue} Bo"
    start = text.index(cue)
    cue_row = Row((), ((start, start + len(cue)),), ())
    assert is_core(Tokens(text), cue_row, "en") is core


def covered(cue: set[int], content: set[int]) -> Covered:
    return Covered(Row((), (), ()), frozenset(), frozenset(cue), frozenset(content))


def test_the_matching_is_a_largest_one_and_the_best_of_its_size() -> None:
    chance = random.Random(7)
    for _ in range(200):
        rows = [
            covered({chance.randrange(6), chance.randrange(6)}, {chance.randrange(4)})
            for _ in range(8)
        ]
        gold, found = rows[:4], rows[4:]
        best = max(
            (
                sum(weight(gold[g], found[p]) > 0 for g, p in enumerate(order)),
                sum(weight(gold[g], found[p]) for g, p in enumerate(order)),
            )
            for order in permutations(range(4))
        )
        pairs = match_rows(gold, found)
        got = sum(weight(gold[g], found[p]) for g, p in pairs)
        assert len(pairs) == best[0]
        assert got == pytest.approx(best[1])


def test_rows_without_a_cue_match_by_their_contents_alone() -> None:
    assert match_rows([covered(set(), {1, 2})], [covered(set(), {2})]) == [(0, 0)]
    assert match_rows([covered(set(), {1, 2})], [covered({5}, {2})]) == []


def test_offsets_hold_outside_ascii() -> None:
    text = "🚢 Міністр заявив: «Так»."
    found = cover_row(Tokens(text), Row(((2, 9),), ((10, 16),), ((18, 23),)))
    words = Tokens(text)
    assert [words.text[words.starts[i] : words.ends[i]] for i in sorted(found.cue)] == ["заявив"]
    assert [words.text[words.starts[i] : words.ends[i]] for i in sorted(found.content)] == ["Так"]


def test_nothing_found_and_nothing_to_find() -> None:
    assert (Count().precision, Count().recall, Count().f1) == (0.0, 0.0, 0.0)
    assert figures([], [])["exact"] == (0, 0, 0)
