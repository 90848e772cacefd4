"""`python -m eval attribution --set FILE` and `python -m eval cases`: see docs/measuring.md."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from eval.dates import add_dates, run_dates
from eval.entities import add_entities, run_entities
from eval.events import add_events, run_events
from eval.names import add_names, run_names
from eval.places import add_places, run_places
from eval.quantities import add_parser as add_quantities
from eval.quantities import run as run_quantities
from eval.sample import add_sample, run_sample
from eval.triples import add_triples, run_triples
from sayso.errors import SaysoError, UsageError


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m eval", description="Measure sayso.")
    kinds = top.add_subparsers(dest="kind", required=True)
    one = kinds.add_parser("attribution", help="score a set of texts with gold attributions")
    one.add_argument("--set", type=Path, required=True, dest="path", help="JSONL file")
    one.add_argument("--limit", type=int, help="read this many texts only")
    one.add_argument("--language", help="texts of this language only")
    one.add_argument("--errors", type=int, metavar="K", help="error classes, K samples each")
    one.add_argument("--only", default="", help="with --errors: classes whose name holds this")
    one.add_argument("--core", action="store_true", help="speech core only")
    cue = one.add_mutually_exclusive_group()
    cue.add_argument("--with-cue", action="store_true", help="leave out rows without a cue")
    cue.add_argument("--all", action="store_true", help="keep rows without a cue")
    one.add_argument("--expand-quotes", action="store_true", help="also score with quotations in a "
                     "content as rows of their own")  # fmt: skip
    one.add_argument("--json", action="store_true", help="print JSON, for --diff")
    one.add_argument("--diff", type=Path, metavar="OLD.json", help="compare with an older run")
    one.add_argument("--processes", type=int, default=2)
    two = kinds.add_parser("cases", help="run the packs' own cases")
    two.add_argument("--language", help="one pack only")
    two.add_argument("--errors", action="store_true", help="show what came out wrong")
    two.add_argument("--json", action="store_true", help="print JSON")
    two.add_argument("--pin", action="store_true", help="make the figures the floors of CI")
    page = kinds.add_parser("reading", help="compare a page with an analyst's reading of it")
    page.add_argument("--page", type=Path, required=True)
    page.add_argument("--reading", type=Path, required=True, help="Markdown table")
    three = kinds.add_parser("scores", help="scores.toml of a pack, from a set")
    three.add_argument("--set", type=Path, required=True, dest="path", help="JSONL file")
    add_quantities(kinds)
    add_places(kinds)
    add_dates(kinds)
    add_names(kinds)
    add_entities(kinds)
    add_events(kinds)
    add_triples(kinds)
    add_sample(kinds)
    return top


def run_reading(given: argparse.Namespace) -> None:
    """Compare a page with its reading, print."""
    from eval import reading

    print("\n".join(reading.run(given.page, given.reading)))


def run_scores(given: argparse.Namespace) -> None:
    """Print how often each construction is right on a set, as a pack's scores.toml."""
    from eval import attribution, scores
    from eval.predict import predict_all
    from eval.rows import read_set

    if not given.path.is_file():
        raise UsageError("no such file", where=str(given.path), todo="give a set with --set")
    texts = read_set(given.path)
    with_cue = attribution.lacks_cues(texts)
    result = attribution.score_set(texts, predict_all(texts), with_cue=with_cue)
    print(scores.to_toml(scores.score_constructions(result), given.path.stem), end="")


def run_attribution(given: argparse.Namespace) -> None:
    """Read a set, score it, print."""
    from eval import attribution, report
    from eval.predict import predict_all
    from eval.rows import read_set

    if not given.path.is_file():
        raise UsageError("no such file", where=str(given.path), todo="give a set with --set")
    texts = read_set(given.path, given.limit, given.language)
    predictions = predict_all(texts, given.processes)
    with_cue = given.with_cue or (not given.all and attribution.lacks_cues(texts))
    result = attribution.score_set(texts, predictions, with_cue=with_cue)
    expanded = attribution.score_set(texts, predictions, with_cue=with_cue, expand_quotes=True)
    if given.json:
        print(json.dumps(attribution.as_json(expanded if given.expand_quotes else result)))
        return
    lines = [*report.head(given.path.name, result), *report.scores(result, core_only=given.core)]
    if given.expand_quotes:
        lines += ["", "quotations inside a content as rows of their own"]
        lines += report.scores(expanded, core_only=given.core)
        result = expanded
    if given.diff:
        old = json.loads(given.diff.read_text("utf-8"))
        lines += report.differences(result, old, given.errors or 0)
    elif given.errors is not None:
        classes = report.gather(result, core_only=given.core)
        lines += report.errors(classes, given.errors, given.only)
    print("\n".join(lines))


def run_cases(given: argparse.Namespace) -> None:
    """Run the packs' cases, print."""
    from eval import cases, floors
    from sayso.packs.load import list_packs

    results = [cases.run_pack(tag) for tag in list_packs() if given.language in (None, tag)]
    if given.pin:
        print("\n".join(floors.pin({one.language: one.figures() for one in results})))
    elif given.json:
        print(json.dumps({one.language: one.figures() for one in results}))
    else:
        print("\n".join(line for one in results for line in one.lines(given.errors)))


def main() -> int:
    """Run the command; the exit code."""
    given = parser().parse_args()
    try:
        run = {"attribution": run_attribution, "cases": run_cases, "scores": run_scores}
        run["reading"] = run_reading
        run["quantities"] = run_quantities
        run["places"] = run_places
        run["dates"] = run_dates
        run["names"] = run_names
        run["entities"] = run_entities
        run["events"] = run_events
        run["triples"] = run_triples
        run["sample"] = run_sample
        run[given.kind](given)
    except SaysoError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
