"""What the engine finds in a text, as rows."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from eval.rows import GoldText, Passages, Row
from eval.tokens import Offsets
from sayso.model import Document, Statement

#: Below this many texts a second process costs more than it gains.
FEW = 4


@dataclass(frozen=True, slots=True)
class Prediction:
    """Rows of one text; `expanded` are those that stand for quotations inside a content."""

    rows: tuple[Row, ...]
    expanded: tuple[Row, ...]
    undecided: tuple[tuple[int, int, str], ...]
    seconds: float
    error: str | None = None


def cue_passages(statement: Statement) -> Passages:
    """The cue's pieces; none where the statement has no cue word (reported mood, free speech)."""
    cue = statement.cue
    how = statement.rule.split("/")[:2]  # "de/mood/…" or "mood/…"
    if len(cue.span) == 0 or "mood" in how or "free" in how:
        return ()
    return tuple((p.start, p.end) for p in cue.parts or (cue.span,))


def statement_rows(statements: Iterable[Statement]) -> tuple[Row, ...]:
    """One row for each cue and content; coordinated sources are one row's source."""
    sources: dict[tuple[Passages, Passages, Offsets], set[Offsets]] = {}
    first: dict[tuple[Passages, Passages, Offsets], Statement] = {}
    for st in statements:
        content = tuple(sorted((c.start, c.end) for c in st.content))
        cue = cue_passages(st)
        # without a cue word the sentence keeps statements apart
        place = (0, 0) if cue else (st.sentence.start, st.sentence.end)
        key = (cue, content, place)
        first.setdefault(key, st)
        found = sources.setdefault(key, set())
        if st.source.span is not None and len(st.source.span):
            found.add((st.source.span.start, st.source.span.end))
    return tuple(
        Row(tuple(sorted(found)), key[0], key[1], first[key].cue.lemma, first[key].rule)
        for key, found in sources.items()
    )


def quote_rows(statements: Iterable[Statement]) -> tuple[Row, ...]:
    """A row for each quotation inside an indirect content: same source, same cue."""
    found = []
    for st in statements:
        source = ((st.source.span.start, st.source.span.end),) if st.source.span else ()
        whole = {(c.start, c.end) for c in st.content}
        for quote in st.quotes if not st.direct else ():
            place = (quote.start, quote.end)
            if place not in whole:
                row = Row(source, cue_passages(st), (place,), st.cue.lemma, st.rule)
                found.append(row)
    return tuple(dict.fromkeys(found))


def rows_of(document: Document, seconds: float = 0.0) -> Prediction:
    """The rows of a document that has been read."""
    return Prediction(
        statement_rows(document.statements),
        quote_rows(document.statements),
        tuple((u.span.start, u.span.end, u.reason.value) for u in document.undecided),
        seconds,
    )


def predict_text(text: GoldText) -> Prediction:
    """Read one text; a crash is a prediction of nothing, with its traceback."""
    from sayso.pipeline import read_text

    started = time.perf_counter()
    try:
        document = read_text(text.text, text.language, text.published)
    except Exception:
        took = time.perf_counter() - started
        return Prediction((), (), (), took, traceback.format_exc())
    return rows_of(document, time.perf_counter() - started)


def predict_all(texts: list[GoldText], processes: int = 2) -> list[Prediction]:
    """Read all texts, spread over processes, in the order given."""
    if processes < 2 or len(texts) < FEW:
        return [predict_text(text) for text in texts]
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(predict_text, texts, chunksize=max(1, len(texts) // 16)))
