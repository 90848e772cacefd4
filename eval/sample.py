"""`python -m eval sample`: events of news drawn at random, for a person to judge, and the verdicts.

The events are the PLOVER rows of whole articles, read through the public face: those with an actor
that are not only named in passing. They are printed with their sentences for the eye; what is kept
(`gold/news-de-events.toml`) are ids and verdicts, no words of the articles. An id holds all that
was judged: an event that comes out otherwise later is another one, and waits for a new verdict.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import sayso
from sayso.errors import UsageError
from sayso.export.plover import Row
from sayso.ids import make_id

JUDGED = Path(__file__).with_name("gold") / "news-de-events.toml"
#: What of an event is judged. `telling` is whether it is so (polarity) and when (reality).
PARTS = ("type", "actor", "recipient", "telling")


def add_sample(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `sample`."""
    one = kinds.add_parser("sample", help="events of news, drawn for a person to judge")
    one.add_argument("--set", type=Path, required=True, dest="path", help="JSONL of articles")
    one.add_argument("--n", type=int, default=100, help="how many events")
    one.add_argument("--seed", type=int, default=7, help="of the draw")
    one.add_argument("--judged", action="store_true", help="count the verdicts that are kept")


def run_sample(given: argparse.Namespace) -> None:
    """Read, then draw and print, or count the verdicts."""
    if not given.path.is_file():
        raise UsageError("no such file", where=str(given.path), todo="give a set with --set")
    rows = read_rows(given.path)
    if given.judged:
        print("\n".join(count_verdicts(read_verdicts(), rows)))
        return
    for number, key in enumerate(draw(rows, given.n, given.seed), 1):
        print(f"{number} {key}", *show_row(rows[key]), sep="\n   ")


def read_rows(path: Path) -> dict[str, Row]:
    """The events of a set of articles by id; an event that two sources tell is one."""
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return {key_of(a["id"], row): row for a in articles for row in rows_of(a)}


def rows_of(article: Mapping[str, Any]) -> Iterator[Row]:
    """PLOVER rows of an article that have an actor and are told, not named in passing.

    Sentences in other languages than the article's are left out.
    """
    page = sayso.read(
        text=article["markdown"], language=article["language"], published=article["published"]
    )
    for row in sayso.plover_rows(page):
        own = row["rule"].startswith(f"{article['language']}/")
        if own and row["actor"] and not row["background"]:
            yield row


def key_of(article: str, row: Row) -> str:
    """An id from all that is judged in an event.

    >>> row = {"text": "A met B.", "event_text": ["met"], "event": ["CONSULT"], "actor": [],
    ...        "recipient": [], "polarity": "positive", "reality": "actual"}
    >>> key_of("one", row) == key_of("one", dict(row)) != key_of("one", {**row, "event": ["AID"]})
    True
    """
    roles = [(r["entity_text"], r["code"]) for role in ("actor", "recipient") for r in row[role]]
    sides = len(row["actor"])
    told = (row["text"], row["event_text"], row["event"], row["polarity"], row["reality"])
    return make_id("ev", article, *told, sides, *roles)


def draw(keys: Iterable[str], count: int, seed: int) -> list[str]:
    """As many ids as asked for, at random; the same for the same seed and the same ids.

    >>> draw(["b", "a", "c"], 2, seed=7) == draw(["c", "b", "a"], 2, seed=7)
    True
    """
    every = sorted(keys)
    return random.Random(seed).sample(every, min(count, len(every)))


def show_row(row: Row) -> Iterator[str]:
    """A row for the eye: its sentence, its codes, its roles."""
    said = row["said"]
    voice = f"{said['act']} by {said['source']['entity_text']}" if said else "narrated"
    deed = row["deed"]["event"]
    yield str(row["text"])
    yield f"{row['event'][0]} ({deed} {row['concept']}) “{row['event_text'][0]}” {voice}"
    yield f"[{name_all(row['actor'])}] → [{name_all(row['recipient'])}]"
    yield f"{row['polarity']} {row['reality']}   {row['rule']}"


def name_all(roles: list[Row]) -> str:
    """Words, country and name of some roles."""
    return "; ".join(
        f"{r['entity_text']} ({r['code'] or '–'}, {r['identifier_text'] or '–'})" for r in roles
    )


# --- verdicts ------------------------------------------------------------------------------------


def read_verdicts() -> dict[str, Any]:
    """The verdicts that are kept, with the kinds of errors and what they mean.

    Raises:
        UsageError: a part or a kind of error that is none.
    """
    kept: dict[str, Any] = tomllib.loads(JUDGED.read_text("utf-8"))
    for key, verdict in kept["verdict"].items():
        known = set(verdict.get("wrong", ())) <= set(PARTS) and (
            ("kind" in verdict) == ("wrong" in verdict)
        )
        if not known or verdict.get("kind", "") not in {"", *kept["kinds"]}:
            raise UsageError(f"{key}: {verdict} is no verdict", where=str(JUDGED))
    return kept


def count_verdicts(kept: Mapping[str, Any], today: Iterable[str]) -> list[str]:
    """The report: shares of all that was judged, and of what is still produced."""
    verdicts, produced = kept["verdict"], set(today)
    still = {key: verdict for key, verdict in verdicts.items() if key in produced}
    kinds = Counter(verdict["kind"] for verdict in verdicts.values() if "kind" in verdict)
    return [
        f"judged: {len(verdicts)} events",
        *shares(list(verdicts.values())),
        "",
        *(f"  {count:3} {kind}: {kept['kinds'][kind]}" for kind, count in kinds.most_common()),
        "",
        f"still produced: {len(still)}; no longer produced: {len(verdicts) - len(still)}",
        *(shares(list(still.values())) if len(still) < len(verdicts) else []),
    ]


def shares(verdicts: list[Mapping[str, Any]]) -> list[str]:
    """How many are right, part by part and together."""
    wrong = [frozenset(verdict.get("wrong", ())) for verdict in verdicts]
    counts = {part: sum(part not in one for one in wrong) for part in PARTS}
    counts["type and actor"] = sum(not one & {"type", "actor"} for one in wrong)
    counts["everything"] = sum(not one for one in wrong)
    return [
        f"  {name:15} right {count} of {len(wrong)} ({100 * count / max(1, len(wrong)):.0f} %)"
        for name, count in counts.items()
    ]
