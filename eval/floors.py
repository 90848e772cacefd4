"""Floors: figures on the packs' own cases that must not fall; `python -m eval cases --pin`."""

from __future__ import annotations

import json
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
#: Figures that must not fall, and those that must not rise.
AT_LEAST = ("f1", "precision", "recall")
AT_MOST = ("false_denials", "wrong_speakers", "false_alarms")
#: A floor may fall by this much before it counts: a case added may be hard.
SLACK = 0.005


def read_floors() -> dict[str, dict[str, float]]:
    """Pinned figures by language."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    return floors


def broken(figures: dict[str, float], floor: dict[str, float]) -> list[str]:
    """The figures that are worse than the floor.

    >>> broken({"f1": 0.8, "false_denials": 2}, {"f1": 0.9, "false_denials": 2})
    ['f1 0.8 is under its floor 0.9']
    """
    worse = [
        f"{name} {figures[name]} is under its floor {floor[name]}"
        for name in AT_LEAST
        if name in floor and figures[name] < floor[name] - SLACK
    ]
    return worse + [
        f"{name} {figures[name]} is over its ceiling {floor[name]}"
        for name in AT_MOST
        if name in floor and figures[name] > floor[name]
    ]


def pin(figures: dict[str, dict[str, float]]) -> list[str]:
    """Write today's figures; a floor that would fall stays, and is named."""
    floors, kept = read_floors(), []
    for language, today in figures.items():
        worse = broken(today, floors.get(language, {}))
        kept += [f"{language}: {what}; not lowered" for what in worse]
        if not worse:
            floors[language] = {name: today[name] for name in (*AT_LEAST, *AT_MOST)}
    FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", "utf-8")
    return kept
