"""The examples of a pack's events/, run through the pipeline and held against their marks."""

from __future__ import annotations

import json

from eval.floors import FLOORS
from sayso.packs.compare_events import compare_events, every_event
from sayso.packs.load import pack_folder
from sayso.packs.triggers import TriggerEntry, placed
from sayso.pipeline import read_text

#: The name under which shares stand beside the languages' figures.
KEY = "events"
#: A share may fall by this much before it counts: some twenty examples of a pack of two thousand,
#: so that hard ones can be added.
SLACK = 0.01


def run_examples(language: str, only: str, *, everything: bool) -> list[str]:
    """Every example with what came out beside what its marks say, and the totals."""
    lines: list[str] = []
    right = total = 0
    for where, entry in placed(pack_folder(language)):
        differences = check_example(entry, language)
        total += 1
        right += not differences
        if (differences or everything) and only in f"{entry.concept} {entry.lemma}":
            lines.append(f"{where} {entry.concept}: {entry.example}")
            lines += [f"    {difference}" for difference in differences]
    return [*lines, f"{right} of {total} examples as marked"]


def share_right(language: str) -> float:
    """The share of a pack's examples that come out as marked, 0 to 1."""
    entries = [entry for _, entry in placed(pack_folder(language))]
    return sum(not check_example(entry, language) for entry in entries) / max(1, len(entries))


def check_example(entry: TriggerEntry, language: str) -> list[str]:
    """How the reading of an example differs from its marks; nothing where it does not."""
    return compare_events(entry, every_event(read_text(entry.example, language)))


def read_shares() -> dict[str, float]:
    """Pinned shares by language."""
    return dict(json.loads(FLOORS.read_text("utf-8")).get(KEY, {}))


def pin_share(language: str, share: float) -> str:
    """Write today's share; a floor is raised and never lowered. What was done, in words."""
    floors = json.loads(FLOORS.read_text("utf-8"))
    shares = floors.setdefault(KEY, {})
    if share < shares.get(language, 0.0):
        return f"{language}: {share} is under its floor {shares[language]}; not lowered"
    shares[language] = share
    FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", "utf-8")
    return f"{language}: pinned {share}"
