"""Printing of scores, error classes and differences between two runs; to the terminal only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from eval.attribution import Result, per_text
from eval.classes import Classes, classify
from eval.core import is_core
from eval.rows import GoldText
from eval.score import Count, TextScore
from eval.tokens import Tokens

TOP = 40


def line(name: str, c: Count) -> str:
    """One score as a line."""
    return (
        f"  {name:<14}{100 * c.precision:6.1f}{100 * c.recall:7.1f}{100 * c.f1:7.1f}"
        f"   {c.right}/{c.predicted} found, of {c.gold}"
    )


def scores(result: Result, *, core_only: bool = False) -> Iterator[str]:
    """The three levels, whole and core, each with n."""
    groups = result.counts()
    yield f"  {'':<14}{'P':>6}{'R':>7}{'F1':>7}"
    if not core_only:
        yield "token"
        for name, count in groups["token"].items():
            yield line(name, count)
        mean = sum(c.f1 for c in groups["token"].values()) / 3 if groups["token"] else 0.0
        yield f"  {'macro':<14}{'':>13}{100 * mean:7.1f}"
    for group in ("core",) if core_only else ("whole", "core"):
        yield "speech core" if group == "core" else "all"
        for name, count in groups[group].items():
            yield line(name, count)


def head(name: str, result: Result) -> Iterator[str]:
    """What was read, how fast, what was left out and what crashed."""
    n = len(result.texts)
    rate = f"{n / result.seconds:.0f} texts/s a core" if result.seconds else "no time taken"
    yield f"{name} · {n} texts · engine {result.seconds:.1f} s, {rate}"
    gold, found = result.left_out
    if gold or found:
        yield f"left out: {gold} gold and {found} found rows without a cue"
    crashes = result.crashes()
    if crashes:
        yield f"CRASHED on {len(crashes)} texts; the first, {crashes[0][0]}:\n{crashes[0][1]}"


def gather(result: Result, *, core_only: bool = False) -> Classes:
    """Error classes over all texts."""
    classes = Classes()
    for text, said, scored in zip(result.texts, result.predictions, result.scores, strict=True):
        kept = narrow_to_core(text, scored) if core_only else scored
        classify(text, said, kept, classes)
    return classes


def narrow_to_core(text: GoldText, scored: TextScore) -> TextScore:
    """A text's score with only the rows that the core counts: see `score_text`."""
    tokens = Tokens(text.text)
    gold = [i for i, r in enumerate(scored.gold) if is_core(tokens, r.row, text.language)]
    partner = {p: g for g, p in scored.pairs}
    found = [
        i
        for i, r in enumerate(scored.predicted)
        if (partner[i] in gold if i in partner else is_core(tokens, r.row, text.language))
    ]
    held = [
        ((gold.index(g), found.index(p)), reached)
        for (g, p), reached in zip(scored.pairs, scored.levels, strict=True)
        if g in gold
    ]
    return replace(
        scored,
        gold=[scored.gold[i] for i in gold],
        predicted=[scored.predicted[i] for i in found],
        pairs=[pair for pair, _ in held],
        levels=[reached for _, reached in held],
    )


def errors(classes: Classes, samples: int, only: str = "") -> Iterator[str]:
    """Classes by size, with samples spread over the set, then the tables."""
    yield "errors"
    for name, count in sorted(classes.counts.items(), key=lambda c: (rank(c[0]), -c[1])):
        if only not in name:
            continue
        yield f"  {count:5}  {name}"
        kept = classes.samples[name]
        step = max(1, len(kept) // samples) if samples else len(kept) + 1
        for sample in kept[::step][:samples]:
            yield f"      {sample}"
    yield f"by lemma (top {TOP})        right  extra missed"
    ranked = sorted(classes.lemmas.items(), key=lambda e: (-sum(e[1]), e[0]))
    for lemma, (right, extra, missed) in ranked[:TOP]:
        yield f"  {lemma[:24]:<24}{right:7}{extra:7}{missed:7}"
    yield f"lemmas with most extra (top {TOP // 2}): " + tally(classes, 1)
    yield f"lemmas with most missed (top {TOP}): " + tally(classes, 2, TOP)
    yield f"by rule (top {TOP})                     found  precise  partial"
    by_rule = sorted(classes.rules.items(), key=lambda e: (-e[1][0], e[0]))
    for rule, (found, right, partial) in by_rule[:TOP]:
        yield f"  {rule[:34]:<34}{found:7}{100 * right / found:8.0f}%{100 * partial / found:8.0f}%"


def rank(name: str) -> tuple[bool, bool, bool]:
    """Missed ones first, then extra ones, then what is wrong in a match, then what is inexact."""
    return (not name.startswith("missed"), not name.startswith("extra"), "not exact" in name)


def tally(classes: Classes, column: int, top: int = TOP // 2) -> str:
    """The lemmas that lead a column of the table."""
    ranked = sorted(classes.lemmas.items(), key=lambda e: (-e[1][column], e[0]))[:top]
    return ", ".join(f"{lemma} {row[column]}" for lemma, row in ranked if row[column])


def differences(result: Result, old: dict[str, Any], samples: int) -> Iterator[str]:
    """Rows gained and lost against an older run, by text."""
    before = {text["id"]: text for text in old["texts"]}
    sums = {"gained": 0, "lost": 0, "extra more": 0, "extra fewer": 0}
    lines: list[str] = []
    for text, scored in zip(result.texts, result.scores, strict=True):
        if text.id in before:
            lines += text_differences(text, before[text.id], per_text(text, scored), sums)
    yield "  ".join(f"{name} {count}" for name, count in sums.items())
    yield from lines[: samples or None]
    for group, counts in result.counts().items():
        for name, count in counts.items():
            was = old["scores"].get(group, {}).get(name, {}).get("f1", 0.0)
            yield f"  {group:<6}{name:<12} F1 {100 * was:6.2f} → {100 * count.f1:6.2f}"


def text_differences(
    text: GoldText, was: dict[str, Any], now: dict[str, Any], sums: dict[str, int]
) -> list[str]:
    """What changed in one text, each change with its passage."""
    lines = []
    for place, reached in now["rows"].items():
        gained = sorted(set(reached) - set(was["rows"].get(place, [])))
        lost = sorted(set(was["rows"].get(place, [])) - set(reached))
        sums["gained"] += len(gained)
        sums["lost"] += len(lost)
        at = int(place.split("@")[1])
        for sign, names in (("+", gained), ("-", lost)):
            if names:
                where = f"{around(text.text, at)}  [{text.id[:40]}]"
                lines.append(f"  {sign} {'/'.join(names)}: {where}")
    for sign, name, some, others in (
        ("-", "extra more", now, was),
        ("+", "extra fewer", was, now),
    ):
        for entry in sorted(set(some["extra"]) - set(others["extra"])):
            at, _, rule = entry.partition(" ")
            sums[name] += 1
            where = f"{around(text.text, int(at))}  [{text.id[:40]}]"
            lines.append(f"  {sign} {name} ({rule}): {where}")
    return lines


def around(text: str, at: int) -> str:
    """The words before and after a place, which is marked."""
    before, after = text[max(0, at - 60) : at], text[at : at + 90]
    return " ".join(f"{before}|{after}".split())
