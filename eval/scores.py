"""How often each construction is right on a set: the `score` that statements carry.

A statement's score is the share of rows that its construction found on a development set and that
match a gold attribution there. Only these figures ship (packs/xx/scores.toml), no word of the set.
"""

from __future__ import annotations

from collections import Counter

from eval.attribution import Result
from eval.rows import Row

#: Fewer rows than this tell nothing; the construction then keeps the prior.
ENOUGH = 12


def construction(rule: str) -> str:
    """The way of finding at the end of a rule.

    >>> construction("en/cues/say#1 subject-clause")
    'subject-clause'
    """
    return rule.rsplit(" ", 1)[-1]


def lies_in(row: Row, gold: Row) -> bool:
    """A found row whose cue lies in the content of a gold row that was given no cue.

    The German set marks reported acts ("Rome rejects the plan") as whole sentences without a cue.
    """
    at = row.cue[0][0] if row.cue else -1
    return any(start <= at < end for start, end in gold.content)


def score_constructions(result: Result) -> dict[str, tuple[float, int]]:
    """Construction → share of its rows that match gold, and how many rows there were."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for text, scored in zip(result.texts, result.scores, strict=True):
        matched = {p for _, p in scored.pairs}
        cueless = [row for row in text.rows if not row.cue]
        for number, row in enumerate(scored.predicted):
            name = construction(row.row.rule)
            found[name] += 1
            right[name] += number in matched or any(lies_in(row.row, gold) for gold in cueless)
    return {
        name: (round(right[name] / n, 2), n) for name, n in sorted(found.items()) if n >= ENOUGH
    }


def to_toml(scores: dict[str, tuple[float, int]], source: str) -> str:
    """scores.toml of a pack: the figure, and after it on how many rows it rests."""
    lines = [
        "# How often each construction is right: rows that match a gold attribution, of all found.",
        f"# Measured on {source} by `python -m eval scores`; rewritten, never edited.",
        "",
    ]
    lines += [f'"{name}" = {share:.2f} # of {n}' for name, (share, n) in scores.items()]
    return "\n".join(lines) + "\n"
