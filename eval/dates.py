"""Score dates: rows of eval/gold/dates*.toml, each a sentence with the date that stands in it."""

from __future__ import annotations

import argparse
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sayso.stages.times.find import FoundDate, find_dates

GOLD = Path(__file__).parent / "gold"
#: The table that the grammar was made with, and two that were written after it.
TABLES = {
    "dates": GOLD / "dates.toml",
    "unseen": GOLD / "dates_unseen.toml",
    "hard": GOLD / "dates_hard.toml",
}


def add_dates(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `python -m eval dates`."""
    one = kinds.add_parser("dates", help="dates against the project's own tables")
    one.add_argument("--table", choices=sorted(TABLES), default="dates")
    one.add_argument("--errors", action="store_true", help="show the rows that are wrong")


def run_dates(given: argparse.Namespace) -> None:
    """Score a table, print."""
    print("\n".join(report(given.table, errors=given.errors)))


@dataclass(frozen=True)
class Row:
    """One row of a table, taken apart."""

    language: str
    published: str | None
    text: str
    words: str | None
    interval: str
    granularity: str


@dataclass(frozen=True)
class Outcome:
    """A row with what was found in it."""

    row: Row
    found: tuple[FoundDate, ...]
    wrong: tuple[str, ...]


def read_rows(path: Path) -> tuple[list[Row], dict[str, list[str]]]:
    """The rows of a table, and by language the words that may open a date or be left out."""
    raw = tomllib.loads(path.read_text("utf-8"))
    loose = raw.pop("loose", {})
    rows = []
    for language, given in raw.items():
        for published, marked, interval, granularity in given:
            before, sign, rest = marked.partition("[")
            words, _, after = rest.partition("]")
            text = before + words + after
            found = words if sign else None
            rows.append(Row(language, published or None, text, found, interval, granularity))
    return rows, loose


def interval_of(found: FoundDate) -> str:
    """The interval as the tables write it."""
    if found.earliest is None and found.latest is None:
        return "?"
    return f"{found.earliest or ''}..{found.latest or ''}"


def strip(words: str, loose: list[str]) -> str:
    """Words without the prepositions and articles before them."""
    words = words.lower()
    while cut := next((w for w in loose if words.startswith(w)), None):
        words = words[len(cut) :]
    return words


def judge(row: Row, loose: list[str]) -> Outcome:
    """Read a row's sentence and name what is wrong; nothing else may be found in it."""
    found = find_dates(row.text, 0, len(row.text), row.language, row.published)
    if row.words is None:
        return Outcome(row, found, ("false alarm",) if found else ())
    if len(found) != 1:
        return Outcome(row, found, ("not found",) if not found else ("found more than one",))
    date, wrong = found[0], []
    if strip(date.span.text, loose) != strip(row.words, loose):
        wrong.append("words")
    if interval_of(date) != row.interval:
        wrong.append("interval")
    if date.granularity != row.granularity:
        wrong.append("granularity")
    return Outcome(row, found, tuple(wrong))


def judge_table(path: Path) -> list[Outcome]:
    """Every row of a table, judged."""
    rows, loose = read_rows(path)
    return [judge(row, loose.get(row.language, [])) for row in rows]


def report(table: str, *, errors: bool) -> list[str]:
    """Lines: right of all by language, and the rows that are not."""
    outcomes = judge_table(TABLES[table])
    lines = [f"{TABLES[table].name}: right rows (words, interval and granularity)"]
    for language in dict.fromkeys(o.row.language for o in outcomes):
        own = [o for o in outcomes if o.row.language == language]
        lines.append(f"  {language}  {sum(not o.wrong for o in own):3} of {len(own):3}")
    right = sum(not o.wrong for o in outcomes)
    dates = sum(o.row.words is not None for o in outcomes)
    share = 100 * right / max(1, len(outcomes))
    lines.append(f"  all {right} of {len(outcomes)} ({share:.1f} %), {dates} of them with a date")
    return lines + [_told(o) for o in outcomes if o.wrong] if errors else lines


def _told(outcome: Outcome) -> str:
    """One wrong row on two lines."""
    row = outcome.row
    seen = "; ".join(f"{d.span.text!r} {interval_of(d)} {d.granularity}" for d in outcome.found)
    wanted = f"{row.words!r} {row.interval} {row.granularity}" if row.words else "nothing"
    told = f"{row.language} {', '.join(outcome.wrong)} [{row.published}]: {row.text}"
    return f"{told}\n    wanted {wanted}\n    found  {seen or 'nothing'}"
