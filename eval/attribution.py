"""Score a set of attributions: token, attribution and whole-row levels, whole and speech core."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from eval.predict import Prediction
from eval.rows import GoldText, Row
from eval.score import Count, TextScore, score_text, total
from eval.tokens import Tokens


@dataclass(slots=True)
class Result:
    """A set that has been read and scored."""

    texts: list[GoldText]
    predictions: list[Prediction]
    scores: list[TextScore]
    left_out: tuple[int, int]  # gold and predicted rows without a cue
    seconds: float = 0.0

    def counts(self) -> dict[str, dict[str, Count]]:
        """Sums over the texts: token, whole and core."""
        return {
            "token": total([s.token for s in self.scores]),
            "whole": total([s.whole for s in self.scores]),
            "core": total([s.core for s in self.scores]),
        }

    def crashes(self) -> list[tuple[str, str]]:
        """Texts at which the engine crashed, with the traceback."""
        both = zip(self.texts, self.predictions, strict=True)
        return [(text.id, said.error) for text, said in both if said.error]


def lacks_cues(texts: list[GoldText]) -> bool:
    """True where some gold row has no cue: such rows are left out unless asked for."""
    return any(not row.cue for text in texts for row in text.rows)


def score_set(
    texts: list[GoldText],
    predictions: list[Prediction],
    *,
    with_cue: bool,
    expand_quotes: bool = False,
) -> Result:
    """Score predictions against a set.

    Args:
        texts: the set.
        predictions: one for each text.
        with_cue: leave out rows without a cue, gold and predicted.
        expand_quotes: count a quotation inside a content as a row of its own (the German set
            annotates it so).
    """
    scores, left_gold, left_found = [], 0, 0
    for text, said in zip(texts, predictions, strict=True):
        gold: list[Row] = list(text.rows)
        found: list[Row] = [*said.rows, *(said.expanded if expand_quotes else ())]
        if with_cue:
            left_gold += sum(not row.cue for row in gold)
            left_found += sum(not row.cue for row in found)
            gold = [row for row in gold if row.cue]
            found = [row for row in found if row.cue]
        scores.append(score_text(Tokens(text.text), gold, found, text.language))
    seconds = sum(said.seconds for said in predictions)
    return Result(texts, predictions, scores, (left_gold, left_found), seconds)


def per_text(text: GoldText, scored: TextScore) -> dict[str, Any]:
    """A text's result by offsets alone (no words of the set), for comparing runs."""
    rows = {}
    both = zip(scored.pairs, scored.levels, strict=True)
    levels = {g: sorted(reached) for (g, _), reached in both}
    for number, row in enumerate(scored.gold):
        place = row.row.cue or row.row.content
        rows[f"{number}@{place[0][0]}"] = levels.get(number, [])
    matched = {p for _, p in scored.pairs}
    extra = [
        f"{(row.row.cue or row.row.content or ((0, 0),))[0][0]} {row.row.rule}"
        for number, row in enumerate(scored.predicted)
        if number not in matched
    ]
    return {"id": text.id, "rows": rows, "extra": sorted(extra)}


def as_json(result: Result) -> dict[str, Any]:
    """The scores, and each text's result, as plain data."""
    scores = {
        group: {
            name: {
                "right": c.right,
                "predicted": c.predicted,
                "gold": c.gold,
                "precision": round(c.precision, 4),
                "recall": round(c.recall, 4),
                "f1": round(c.f1, 4),
            }
            for name, c in counts.items()
        }
        for group, counts in result.counts().items()
    }
    both = zip(result.texts, result.scores, strict=True)
    return {
        "scores": scores,
        "left_out": {"gold": result.left_out[0], "predicted": result.left_out[1]},
        "seconds": round(result.seconds, 3),
        "texts": [per_text(text, scored) for text, scored in both],
    }
