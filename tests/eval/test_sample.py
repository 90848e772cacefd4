"""The sample for the eye: what is drawn, what an id holds, and how verdicts are counted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from eval import sample
from sayso.errors import UsageError

ARTICLE = {
    "id": "ilmar-1",
    "language": "de",
    "published": "2024-03-05",
    "markdown": (
        "Frankreich lieferte Polen am Montag zehn Panzer. Der Präsident von Estmark traf sich in "
        "Ilmar mit seinem Kollegen aus Norland.\n\nNach dem Angriff blieb die Stadt ruhig. "
        "Italien kritisierte Spanien, und Dänemark warf Schweden Verrat vor."
    ),
}
KEPT = {
    "kinds": {"sense": "another sense of the word", "thing": "a thing as actor"},
    "verdict": {
        "ev_1": {},
        "ev_2": {"wrong": ["type", "actor"], "kind": "sense"},
        "ev_3": {"wrong": ["recipient"], "kind": "thing"},
        "ev_4": {"wrong": ["actor"], "kind": "thing"},
    },
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A set of one article."""
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n", "utf-8")
    return path


def test_rows_have_an_actor_and_are_told(articles: Path) -> None:
    rows = sample.read_rows(articles).values()
    assert {row["event"][0] for row in rows} >= {"AID", "CONSULT", "ACCUSE"}
    assert all(row["actor"] and not row["background"] for row in rows)


def test_the_same_seed_draws_the_same(articles: Path) -> None:
    rows = sample.read_rows(articles)
    assert sample.draw(rows, 2, 7) == sample.draw(sample.read_rows(articles), 2, 7)
    assert len(sample.draw(rows, 2, 7)) == 2
    assert sorted(sample.draw(rows, 99, 7)) == sorted(rows)


@pytest.mark.parametrize(
    "changed",
    [{"event": ["AID"]}, {"actor": []}, {"polarity": "negative"}, {"reality": "planned"}],
)
def test_an_event_that_comes_out_otherwise_has_another_id(
    articles: Path, changed: dict[str, object]
) -> None:
    row = next(r for r in sample.read_rows(articles).values() if r["event"] == ["ACCUSE"])
    assert sample.key_of("a", {**row, **changed}) != sample.key_of("a", row)


def test_roles_that_change_places_change_the_id(articles: Path) -> None:
    row = next(r for r in sample.read_rows(articles).values() if r["recipient"])
    turned = {**row, "actor": row["recipient"], "recipient": row["actor"]}
    assert sample.key_of("a", turned) != sample.key_of("a", row)


def test_verdicts_are_counted_part_by_part() -> None:
    lines = sample.count_verdicts(KEPT, ["ev_1", "ev_2"])
    text = "\n".join(lines)
    assert re.search(r"type and actor +right 2 of 4 \(50 %\)", text)
    assert re.search(r"recipient +right 3 of 4 \(75 %\)", text)
    assert re.search(r"everything +right 1 of 4 \(25 %\)", text)
    assert "2 thing: a thing as actor" in text
    assert "still produced: 2; no longer produced: 2" in text
    assert re.search(r"type and actor +right 1 of 2 \(50 %\)", text)


def test_the_kept_verdicts_hold_ids_and_no_words() -> None:
    kept = sample.read_verdicts()
    assert len(kept["verdict"]) == 100
    assert all(re.fullmatch(r"ev_[0-9a-f]{16}", key) for key in kept["verdict"])
    allowed = {"wrong", "kind", "note"}
    assert all(set(verdict) <= allowed for verdict in kept["verdict"].values())
    notes = {verdict["note"] for verdict in kept["verdict"].values() if "note" in verdict}
    assert notes <= set(kept["notes"])


@pytest.mark.parametrize(
    "line",
    ['ev_1 = { wrong = ["date"], kind = "sense" }', 'ev_1 = { wrong = ["type"], kind = "luck" }',
     'ev_1 = { wrong = ["type"] }', 'ev_1 = { kind = "sense" }'],
)  # fmt: skip
def test_a_verdict_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    path = tmp_path / "verdicts.toml"
    path.write_text(f'[kinds]\nsense = "x"\n\n[verdict]\n{line}\n', "utf-8")
    monkeypatch.setattr(sample, "JUDGED", path)
    with pytest.raises(UsageError, match="ev_1"):
        sample.read_verdicts()
