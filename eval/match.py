"""Which predicted row stands for which gold row: one to one, by a cue token in common."""

from __future__ import annotations

from collections.abc import Sequence

from eval.rows import Covered
from eval.tokens import iou


def weight(gold: Covered, predicted: Covered) -> float:
    """How well two rows fit, at most 2; 0 where they cannot match.

    Rows match when their cues share a token; two rows without a cue when their contents do.
    """
    if gold.cue or predicted.cue:
        fits = bool(gold.cue & predicted.cue)
    else:
        fits = bool(gold.content & predicted.content)
    if not fits:
        return 0.0
    return 1e-6 + iou(gold.source, predicted.source) + iou(gold.content, predicted.content)


def match_rows(gold: Sequence[Covered], predicted: Sequence[Covered]) -> list[tuple[int, int]]:
    """A largest one-to-one matching, and among the largest one that fits best.

    Returns:
        Pairs of numbers into `gold` and `predicted`, in the order of `gold`.
    """
    edges = {
        g: {p: w for p, other in enumerate(predicted) if (w := weight(one, other)) > 0}
        for g, one in enumerate(gold)
    }
    held: dict[int, int] = {}  # predicted → gold
    while path := best_path(edges, held):
        held.update({p: g for g, p in path})
    return sorted((g, p) for p, g in held.items())


def best_path(edges: dict[int, dict[int, float]], held: dict[int, int]) -> list[tuple[int, int]]:
    """The augmenting path that gains most (Bellman-Ford); empty when the matching is largest.

    A path alternates between pairs to be made and pairs to be undone, and ends at a predicted
    row that is free. Taking the best one each time keeps the matching the best of its size.
    """
    taken = set(held.values())
    gain: dict[int, float] = {g: 0.0 for g in edges if g not in taken and edges[g]}
    before: dict[int, tuple[int, int]] = {}  # gold reached ← (gold, predicted it was held by)
    for _ in range(len(edges)):
        changed = False
        for g, so_far in list(gain.items()):
            for p, w in edges[g].items():
                other = held.get(p)
                if other is None or other == g:
                    continue
                reached = so_far + w - edges[other][p]
                if reached > gain.get(other, float("-inf")) + 1e-12:
                    gain[other], before[other], changed = reached, (g, p), True
        if not changed:
            break
    ends = [
        (so_far + w, g, p)
        for g, so_far in gain.items()
        for p, w in edges[g].items()
        if p not in held
    ]
    if not ends:
        return []
    _, g, p = max(ends)
    path = [(g, p)]
    while g in before:
        g, p = before[g]
        path.append((g, p))
    return path
