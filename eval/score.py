"""Scores: precision, recall and F1 at three levels (token, attribution, whole row)."""

from __future__ import annotations

from dataclasses import dataclass, field

from eval.core import is_core
from eval.match import match_rows
from eval.rows import Covered, Row, cover_row
from eval.tokens import Tokens, iou

LABELS = ("source", "cue", "content")
LEVELS = ("attribution", "partial", "exact")


@dataclass(slots=True)
class Count:
    """Right ones among predicted and gold ones.

    >>> c = Count(right=3, predicted=4, gold=6)
    >>> c.precision, c.recall, c.f1
    (0.75, 0.5, 0.6)
    """

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, other: Count) -> None:
        """Add another count."""
        self.right += other.right
        self.predicted += other.predicted
        self.gold += other.gold

    @property
    def precision(self) -> float:
        """Share of the predicted ones that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold ones that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 0.0


@dataclass(slots=True)
class TextScore:
    """One text's rows, which match which, and the counts."""

    gold: list[Covered]
    predicted: list[Covered]
    pairs: list[tuple[int, int]]
    token: dict[str, Count]
    whole: dict[str, Count]
    core: dict[str, Count]
    levels: list[frozenset[str]] = field(default_factory=list)  # of each pair


def pair_levels(gold: Covered, predicted: Covered) -> frozenset[str]:
    """The levels at which two matched rows agree.

    Partial: source and content share more than half of their tokens; exact: all of them.
    """
    source, content = iou(gold.source, predicted.source), iou(gold.content, predicted.content)
    reached = {"attribution"}
    if source > 0.5 and content > 0.5:
        reached.add("partial")
    if source == 1.0 and content == 1.0:
        reached.add("exact")
    return frozenset(reached)


def score_tokens(gold: list[Covered], predicted: list[Covered]) -> dict[str, Count]:
    """Tokens that carry a label in some gold row and in some predicted row."""
    counts = {}
    for label in LABELS:
        a = frozenset[int]().union(*(getattr(row, label) for row in gold))
        b = frozenset[int]().union(*(getattr(row, label) for row in predicted))
        counts[label] = Count(len(a & b), len(b), len(a))
    return counts


def score_text(tokens: Tokens, gold: list[Row], predicted: list[Row], language: str) -> TextScore:
    """Match and count one text's rows.

    The core counts gold rows with a core cue, and against them the predicted rows with a core
    cue or matched with a core gold row; a predicted row that matches a gold row outside the
    core is not wrong, and is left out.
    """
    g = [cover_row(tokens, row) for row in gold]
    p = [cover_row(tokens, row) for row in predicted]
    pairs = match_rows(g, p)
    levels = [pair_levels(g[a], p[b]) for a, b in pairs]
    core_gold = {a for a, row in enumerate(gold) if is_core(tokens, row, language)}
    core_found = {b for b, row in enumerate(predicted) if is_core(tokens, row, language)}
    core_found |= {b for a, b in pairs if a in core_gold}
    core_found -= {b for a, b in pairs if a not in core_gold}
    whole, core = {}, {}
    for level in LEVELS:
        right = [a for (a, _), reached in zip(pairs, levels, strict=True) if level in reached]
        whole[level] = Count(len(right), len(p), len(g))
        core[level] = Count(sum(a in core_gold for a in right), len(core_found), len(core_gold))
    return TextScore(g, p, pairs, score_tokens(g, p), whole, core, levels)


def total(counts: list[dict[str, Count]]) -> dict[str, Count]:
    """The sum over texts, name by name."""
    names = counts[0] if counts else {}
    summed = {name: Count() for name in names}
    for one in counts:
        for name, count in one.items():
            summed[name].add(count)
    return summed
