"""The figures on the packs' own cases do not fall under their floors (eval/floors.json)."""

from __future__ import annotations

import pytest

from eval import floors
from eval.cases import run_pack
from eval.floors import broken, pin, read_floors
from sayso.packs.load import list_packs, pack_folder, read_cases


@pytest.mark.parametrize("language", ["de", "en", "fr", "it"])
def test_a_pack_keeps_its_floor(language: str) -> None:
    floor = read_floors().get(language)
    if language not in list_packs() or not read_cases(pack_folder(language)):
        pytest.skip(f"no pack with cases for {language}")
    if floor is None:
        pytest.skip(f"no floor pinned for {language}: python -m eval cases --pin")
    result = run_pack(language)
    worse = broken(result.figures(), floor)
    assert not worse, "\n".join([*worse, *result.problems])


def test_a_worse_figure_is_named_and_a_better_one_is_not() -> None:
    floor = {"f1": 0.9, "precision": 0.9, "recall": 0.9, "false_denials": 0, "wrong_speakers": 1}
    same = {**floor, "false_alarms": 0}
    assert broken(same, floor) == []
    assert broken({**same, "f1": 0.95, "wrong_speakers": 0}, floor) == []
    assert len(broken({**same, "recall": 0.8, "false_denials": 1}, floor)) == 2


def test_pinning_raises_a_floor_and_never_lowers_it(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "floors.json"  # type: ignore[operator]
    path.write_text("{}", "utf-8")
    monkeypatch.setattr(floors, "FLOORS", path)
    good = {"f1": 0.8, "precision": 0.8, "recall": 0.8}
    counts = {"false_denials": 1, "wrong_speakers": 1, "false_alarms": 0}
    assert pin({"en": {**good, **counts}}) == []
    assert pin({"en": {**good, **counts, "f1": 0.9}}) == []
    assert read_floors()["en"]["f1"] == 0.9
    assert len(pin({"en": {**good, **counts}})) == 1
    assert read_floors()["en"]["f1"] == 0.9
