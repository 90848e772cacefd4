"""`python -m bench.mentions`: what places, dates and quantities cost a reading, as a ratio.

Each text is read with the stage `mention` and without it in turns, and of each the quickest of
several times counts, so that other work on the machine counts little. The texts are the
project's own articles, or with --set those of a file of JSON lines with `text` and `language`.
The statements and events are the same both ways, but for what hangs on a mention.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from bench.pages import articles

TIMES = 3


class Cost(NamedTuple):
    """CPU milliseconds for 3 kB of text, with and without the stage."""

    with_stage: float
    without: float

    @property
    def ratio(self) -> float:
        """How many times as long the reading takes with the stage."""
        return self.with_stage / self.without


def read_once(language: str, text: str, number: int, *, stage: bool) -> float:
    """CPU seconds of one reading; pages of several days, so that dates are not all alike."""
    from sayso.pipeline import read_text
    from sayso.stages.mention import Mentions, mention

    published = f"2024-05-{1 + number % 28:02}"
    wanted = mention if stage else (lambda *given, **named: Mentions())
    with patch("sayso.pipeline.mention", wanted):
        started = time.process_time()
        read_text(text, language, published)
        return time.process_time() - started


def measure(texts: list[tuple[str, str]]) -> Cost:
    """The cost of the stage on (language, text) pairs."""
    totals = [0.0, 0.0]
    for number, (language, text) in enumerate(texts):
        read_once(language, text, number, stage=True)  # its words, looked up for the first time
        for column, stage in enumerate((True, False)):
            taken = (read_once(language, text, number, stage=stage) for _ in range(TIMES))
            totals[column] += min(taken)
    size = sum(len(text) for _, text in texts) / 3000
    return Cost(*(1000 * total / size for total in totals))


def texts_of(path: Path, count: int) -> list[tuple[str, str]]:
    """(language, text) of the first lines of a file; German where a line names no language."""
    lines = path.read_text("utf-8").splitlines()[:count]
    rows = (json.loads(line) for line in lines)
    return [(row.get("language", "de"), row["text"]) for row in rows]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.mentions", description=__doc__)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--set", type=Path, metavar="FILE.jsonl", help="texts of others")
    given = parser.parse_args()
    texts = texts_of(given.set, given.documents) if given.set else articles(given.documents)
    cost = measure(texts)
    print(f"{len(texts)} documents; CPU milliseconds for 3 kB of text")
    print(f"reading             {cost.without:8.2f} ms without places, dates and quantities")
    print(f"                    {cost.with_stage:8.2f} ms with them, ratio {cost.ratio:.3f}")


if __name__ == "__main__":
    main()
