"""Quantities of a set against what `find_quantities` reads: value, value + unit, value + change.

Two are matched one to one when their values are the same. Units are the same when both name one
unit of codebook/units.toml, or when both name the same thing: in `head` its noun, in `phrase` all
of its words, in the singular both times.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, field
from pathlib import Path

from eval.score import Count
from sayso.errors import UsageError
from sayso.stages.quantities.find import Found, find_quantities
from sayso.stages.quantities.grammar import Grammar, find_grammar
from sayso.stages.quantities.phrases import match_phrase


@dataclass(frozen=True, slots=True)
class Gold:
    """A quantity as the set has it."""

    values: tuple[float, ...]
    change: str
    units: tuple[str, str]


@dataclass(slots=True)
class Result:
    """Counts a level, and the sentences where something was wrong."""

    counts: dict[str, Count] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def add(self, level: str, right: int, predicted: int, gold: int) -> None:
        """Add to a level's count."""
        self.counts.setdefault(level, Count()).add(Count(right, predicted, gold))


def read_gold(line: str) -> tuple[str, list[Gold]]:
    """A line of the set: its text and its quantities."""
    raw = json.loads(line)
    found = [
        Gold(
            parse_values(one["value"]),
            one["change"],
            (one["unit"], one["normalized_unit"]),
        )
        for one in raw["quantities"]
    ]
    return raw["text"], found


def parse_values(value: str) -> tuple[float, ...]:
    """ "12-120" and "-5.0" as numbers.

    >>> parse_values("3.0 - 4.0"), parse_values("-5.0"), parse_values("1.99E-29")
    ((3.0, 4.0), (-5.0,), (1.99e-29,))
    """
    for cut in range(1, len(value)):
        if value[cut] in "-–" and value[cut - 1] not in "eE":
            return float(value[:cut]), float(value[cut + 1 :])
    return (float(value),)


def same_values(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    """The same numbers, up to a millionth of them.

    >>> same_values((0.3333333,), (1 / 3,)), same_values((5.0,), (5.0, 7.0))
    (True, False)
    """
    return len(one) == len(two) and all(
        abs(a - b) <= 1e-6 * max(abs(a), abs(b)) for a, b in zip(one, two, strict=True)
    )


def singular(word: str) -> str:
    """An English noun in the singular, well enough to compare two.

    >>> singular("countries"), singular("boss"), singular("soldiers")
    ('country', 'boss', 'soldier')
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "ses")) and len(word) > 4:
        return word[:-2].removesuffix("e")
    if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 2:
        return word[:-1]
    return word


def unit_id(name: str, grammar: Grammar) -> str:
    """The id of a unit of measure that words or a sign name, rates included; "" for others."""
    name = name.strip()
    if name.startswith("%") and len(name) > 1:
        return "share"
    whole = single_unit(name, grammar)
    if whole in grammar.kinds:
        return whole
    parts = [name]
    for per in (" per ", " a ", " an ", "-a-", "/"):
        if per in name and name not in grammar.signs:
            parts = name.split(per)
            break
    ids = [single_unit(part.strip(), grammar) for part in parts]
    return "/".join(ids) if ids[0] in grammar.kinds else ""


def single_unit(name: str, grammar: Grammar) -> str:
    """The id of one unit, or the word itself in the singular."""
    if name in grammar.signs:
        return grammar.signs[name]
    words = name.lower().replace("-", " ").split()
    for form in (words, [singular(w) for w in words]):
        count, unit = match_phrase(grammar.units, form, 0) if form else (0, "")
        if count and count == len(words):
            return unit
    return singular(name.lower())


#: Other names of the set for a unit.
ALIASES = {
    "percentage": "percent",
    "&": "percent",
    "united states dollar": "dollar",
    "pound-mass": "pound",
    "year of age": "year_of_age",
    "month of age": "month_of_age",
    "croatian kuna": "kuna",
    "count": "times",
}


def same_unit(found: Found, gold: Gold, grammar: Grammar, *, phrase: bool) -> bool:
    """True when prediction and gold name one unit or one thing."""
    mine = found.quantity.unit
    names = [ALIASES.get(unit, unit) for unit in gold.units]
    if mine.split("/")[0] in grammar.kinds and not is_counted(mine, grammar):
        base = mine.split("/")
        ids = {unit_id(name, grammar) or name for name in names}
        whole = "/".join([base[0], *(single_unit(part, grammar) for part in base[1:])])
        return bool(ids & {mine, whole, base[0]} if len(base) == 1 else ids & {mine, whole})
    if not mine:
        return "-" in names
    theirs = [words_of(name) for name in names]
    own = words_of(found.unit_words)
    return any(own == other if phrase else own[-1:] == other[-1:] for other in theirs)


def is_counted(unit: str, grammar: Grammar) -> bool:
    """True for an id of what is counted."""
    return any(unit == name for name in grammar.file.counted)


def words_of(name: str) -> list[str]:
    """The words of a noun phrase in the singular, up to "of"."""
    words = [singular(word) for word in name.lower().replace("-", " ").split()]
    return words[: words.index("of")] if "of" in words[1:] else words


def score_line(text: str, gold: list[Gold], result: Result, language: str) -> None:
    """Score one sentence into the result."""
    grammar = find_grammar(language)
    assert grammar is not None
    found = list(find_quantities(text, 0, len(text), language))
    left, pairs = list(gold), []
    for one in found:
        fitting = [g for g in left if same_values(one.values, g.values)]
        fitting.sort(key=lambda g: not same_unit(one, g, grammar, phrase=False))
        if fitting:
            pairs.append((one, fitting[0]))
            left.remove(fitting[0])
    rights = {
        "value": len(pairs),
        "value + unit (head)": sum(same_unit(o, g, grammar, phrase=False) for o, g in pairs),
        "value + unit (phrase)": sum(same_unit(o, g, grammar, phrase=True) for o, g in pairs),
        "value + change": sum(g.change in (o.change.value, "up", "down") for o, g in pairs),
    }
    for level, right in rights.items():
        result.add(level, right, len(found), len(gold))
    if rights["value + unit (head)"] < max(len(found), len(gold)):
        result.errors.append(describe(text, found, gold))


def describe(text: str, found: list[Found], gold: list[Gold]) -> str:
    """A sentence with what was found and what should have been."""
    mine = " | ".join(f"{o.change} {o.values} {o.quantity.unit} [{o.unit_words}]" for o in found)
    theirs = " | ".join(f"{g.change} {g.values} {g.units[1]} [{g.units[0]}]" for g in gold)
    return f"{text}\n   found: {mine}\n   gold:  {theirs}"


def run(given: argparse.Namespace) -> None:
    """Read a set, score it, print."""
    if not given.path.is_file():
        raise UsageError("no such file", where=str(given.path), todo="give a set with --set")
    result = score_set(given.path, given.language)
    if given.json:
        print(json.dumps({level: count.f1 for level, count in result.counts.items()}))
        return
    for level, count in result.counts.items():
        print(
            f"{level:24} F1 {count.f1:.3f}  P {count.precision:.3f}  R {count.recall:.3f}"
            f"  ({count.right} right, {count.predicted} found, {count.gold} gold)"
        )
    for line in result.errors[: given.errors or 0]:
        print(line)


def score_set(path: Path, language: str = "en") -> Result:
    """Score every line of a set."""
    result = Result()
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            text, gold = read_gold(line)
            score_line(text, gold, result, language)
    return result


def add_parser(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `quantities`."""
    one = kinds.add_parser("quantities", help="score a set of sentences with gold quantities")
    one.add_argument("--set", type=Path, required=True, dest="path", help="JSONL file")
    one.add_argument("--language", default="en", help="language of the sentences")
    one.add_argument("--errors", type=int, metavar="K", help="show K sentences gone wrong")
    one.add_argument("--json", action="store_true", help="print JSON")
