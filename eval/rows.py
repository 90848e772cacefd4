"""Rows: an attribution as source, cue and content, gold or predicted, in one shape."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.tokens import Offsets, Tokens

Passages = tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One attribution: passages as code point offsets; `lemma` and `rule` only if predicted."""

    source: Passages
    cue: Passages
    content: Passages
    lemma: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text of a set, with its gold rows."""

    id: str
    language: str
    text: str
    rows: tuple[Row, ...]
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """A row as sets of token numbers."""

    row: Row
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def cover_row(tokens: Tokens, row: Row) -> Covered:
    """The tokens of each part of a row."""
    return Covered(row, tokens.cover(row.source), tokens.cover(row.cue), tokens.cover(row.content))


def passages(raw: list[list[int]]) -> Passages:
    """Offsets as the sets write them, `[[3, 9], …]`, in the order of the text."""
    return tuple(sorted((start, end) for start, end in raw))


def parse_text(raw: dict[str, Any]) -> GoldText:
    """One line of a set."""
    rows = tuple(
        Row(passages(a["source"]), passages(a["cue"]), passages(a["content"]))
        for a in raw["attributions"]
    )
    return GoldText(raw["id"], raw["language"], raw["text"], rows, raw.get("published"))


def read_set(path: Path, limit: int | None = None, language: str | None = None) -> list[GoldText]:
    """The texts of a set, one JSON object a line: id, language, text, attributions.

    Args:
        path: the file.
        limit: read this many texts only.
        language: leave out texts in other languages.
    """
    lines = (line for line in path.read_text("utf-8").splitlines() if line.strip())
    texts = (parse_text(json.loads(line)) for line in lines)
    return [t for t in texts if language in (None, t.language)][:limit]
