"""`python -m eval triples`: the same little story in three languages gives the same events.

Each story of `gold/triples.toml` is read in every language and compared with its one gold, and the
languages with one another: see docs/measuring.md.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass

from eval.floors import FLOORS, SLACK
from eval.stories import LANGUAGES, read_told, read_triples
from eval.story_scores import Score, agreement, list_apart, score_language


@dataclass(slots=True)
class Report:
    """All that is measured on the triples."""

    scores: dict[str, Score]
    agreed: float
    with_concept: float
    pairs: dict[str, float]
    all_right: float
    apart: list[str]

    def figures(self) -> dict[str, float]:
        """What is pinned as floors."""
        by_language = {
            f"{name}_{language}": round(value, 4)
            for language, score in self.scores.items()
            for name, value in (("recall", score.recall()), ("precision", score.precision()))
        }
        return {"agreement": round(self.agreed, 4), **by_language}


def measure(languages: Sequence[str] = LANGUAGES) -> Report:
    """Read every story in the given languages and compare."""
    triples = read_triples()
    told = [[read_told(t.text[code], code, t.published) for code in languages] for t in triples]
    columns = {code: [row[i] for row in told] for i, code in enumerate(languages)}
    scores = {code: score_language(triples, columns[code], code) for code in languages}
    rights = list(zip(*(score.rights for score in scores.values()), strict=True))
    return Report(
        scores=scores,
        agreed=agreement(told),
        with_concept=agreement(told, concepts=True),
        pairs={
            f"{a}-{b}": agreement(list(zip(columns[a], columns[b], strict=True)))
            for a, b in itertools.combinations(languages, 2)
        },
        all_right=sum(all(row) for row in rights) / len(rights),
        apart=list(list_apart(triples, told, languages)),
    )


def report_lines(report: Report, *, errors: bool) -> list[str]:
    """The report for the terminal."""
    lines = [
        f"{'':4}{'right':>6}{'wrong':>6}{'missed':>7}{'extra':>6}{'recall':>8}{'precision':>10}"
    ]
    for code, score in report.scores.items():
        lines.append(
            f"{code:4}{score.right:6}{score.wrong:6}{score.missed:7}{score.extra:6}"
            f"{score.recall():8.2f}{score.precision():10.2f}"
        )
    for code, score in report.scores.items():
        faults = ", ".join(f"{name} {count}" for name, count in score.faults.most_common())
        also = ", ".join(f"{name} {a} of {b}" for name, (a, b) in score.also.items())
        lines.append(f"{code}: wrong in {faults or 'nothing'}; right besides: {also}")
    if len(report.scores) > 1:
        pairs = ", ".join(f"{name} {value:.2f}" for name, value in report.pairs.items())
        lines += [
            f"right in every language: {report.all_right:.2f} of the gold's events",
            f"agreement {report.agreed:.3f} (pairs: {pairs})",
            f"agreement on the concept too {report.with_concept:.3f}",
        ]
    if errors:
        lines += [line for score in report.scores.values() for line in ["", *score.lines]]
        lines += ["", "told apart", *report.apart] if len(report.scores) > 1 else []
    return lines


def worse(today: dict[str, float], floor: dict[str, float]) -> list[str]:
    """The figures that fell under their floors; agreement may not fall at all.

    >>> worse({"agreement": 0.89, "recall_en": 0.898}, {"agreement": 0.9, "recall_en": 0.9})
    ['agreement 0.89 is under its floor 0.9']
    """
    return [
        f"{name} {today[name]} is under its floor {least}"
        for name, least in floor.items()
        if today[name] < least - (0.0 if name == "agreement" else SLACK)
    ]


def read_floor() -> dict[str, float]:
    """The pinned figures; empty where none are."""
    floor: dict[str, float] = json.loads(FLOORS.read_text("utf-8")).get("triples", {})
    return floor


def pin(today: dict[str, float]) -> list[str]:
    """Make today's figures the floors; one that would fall stays, and is named."""
    floors = json.loads(FLOORS.read_text("utf-8"))
    floor = floors.get("triples", {})
    floors["triples"] = {name: max(value, floor.get(name, 0.0)) for name, value in today.items()}
    FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", "utf-8")
    return [f"{what}; not lowered" for what in worse(today, floor)]


def add_triples(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `triples`."""
    one = kinds.add_parser(
        "triples", help="the same stories in three languages: events and agreement"
    )
    one.add_argument("--language", choices=LANGUAGES, help="one language only, against the gold")
    one.add_argument(
        "--errors", action="store_true", help="show what is not right, and what differs"
    )
    one.add_argument("--pin", action="store_true", help="make the figures the floors of CI")


def run_triples(given: argparse.Namespace) -> None:
    """Read, compare, print."""
    report = measure((given.language,) if given.language else LANGUAGES)
    print("\n".join(report_lines(report, errors=given.errors)))
    if given.pin and not given.language:
        print("\n".join(pin(report.figures())))
