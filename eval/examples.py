"""The examples of a pack's events/, run through the pipeline and held against their marks."""

from __future__ import annotations

from sayso.packs.compare_events import compare_events, every_event
from sayso.packs.load import pack_folder
from sayso.packs.triggers import TriggerEntry, placed
from sayso.pipeline import read_text


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
