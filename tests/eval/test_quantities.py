"""Scores of quantities: what counts as the same value and the same unit. Sentences invented."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from eval.quantities import Result, read_gold, run, score_line, score_set
from sayso.errors import UsageError

Gold = tuple[str, str, str, str]


def line(text: str, *gold: Gold) -> str:
    names = ("value", "change", "unit", "normalized_unit")
    quantities = [dict(zip(names, one, strict=True)) for one in gold]
    return json.dumps({"text": text, "quantities": quantities})


def score(text: str, *gold: Gold) -> dict[str, tuple[int, int, int]]:
    result = Result()
    score_line(*read_gold(line(text, *gold)), result, "en")
    return {name: (c.right, c.predicted, c.gold) for name, c in result.counts.items()}


def test_a_right_quantity_is_right_on_every_level() -> None:
    found = score("It cost $5 per barrel.", ("5.0", "=", "$ per barrel", "dollar per barrel"))
    assert set(found.values()) == {(1, 1, 1)}


def test_the_value_counts_without_the_unit() -> None:
    found = score("They bought 40 lamps.", ("40.0", "=", "desks", "desk"))
    assert found["value"] == (1, 1, 1)
    assert found["value + unit (head)"] == (0, 1, 1)


def test_a_phrase_is_more_than_its_head() -> None:
    found = score("They bought 40 green lamps.", ("40.0", "=", "lamps", "lamp"))
    assert found["value + unit (head)"] == (1, 1, 1)
    assert found["value + unit (phrase)"] == (0, 1, 1)


def test_a_range_is_not_its_ends() -> None:
    found = score("From 5 to 7 km.", ("5.0", "=", "km", "kilometre"), ("7.0", "=", "km", "km"))
    assert found["value"] == (0, 1, 2)


def test_what_is_not_there_costs_precision() -> None:
    assert score("It has 3 doors.")["value"] == (0, 1, 0)


def test_a_set_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    gold = ("19.0", "~", "percent", "percentage")
    path.write_text(line("Up about 19 per cent.", gold) + "\n\n" + line("Nothing.") + "\n", "utf-8")
    result = score_set(path)
    assert result.counts["value + change"].f1 == 1.0
    assert result.errors == []


def test_a_missing_set_is_wrong_usage(tmp_path: Path) -> None:
    given = argparse.Namespace(path=tmp_path / "none.jsonl", language="en", errors=0, json=False)
    with pytest.raises(UsageError, match="no such file"):
        run(given)
