"""Passages to show: quotations with their marks, and a sentence with its parts marked."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.cli.words import clean
from sayso.model import Statement
from sayso.spans import Span

#: Part of a statement → the marks around it.
MARKS = {"source": ("[", "]"), "cue": ("{", "}"), "content": ("‹", "›")}
_QUOTES = {"«": "»", "»": "«", "„": "“”", "“": "”“", "”": "”", "‘": "’", "‚": "‘’", '"': '"'}
_SPACES = " \u00a0\u202f"


def with_quotes(text: str, passage: Span) -> str:
    """The passage, with the quotation marks that stand directly around it in the text.

    >>> with_quotes('"No," she said.', Span(1, 4, "No,"))
    '"No,"'
    """
    start, end = passage.start, passage.end
    while start > 0 and text[start - 1] in _SPACES:
        start -= 1
    while end < len(text) and text[end] in _SPACES:
        end += 1
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and after and after in _QUOTES.get(before, ""):
        return clean(text[start - 1 : end + 1])
    return clean(passage.text)


def content_text(text: str, statement: Statement) -> str:
    """What is attributed, its pieces joined by an ellipsis, with its quotation marks."""
    return " … ".join(with_quotes(text, piece) for piece in statement.content)


def parts_of(statement: Statement) -> list[tuple[str, Span]]:
    """The marked parts of a statement, each with its passage."""
    parts = [("content", piece) for piece in statement.content]
    parts += [("cue", piece) for piece in statement.cue.parts or (statement.cue.span,)]
    if statement.source.span:
        parts.append(("source", statement.source.span))
    return parts


def regions(statement: Statement) -> list[tuple[int, int]]:
    """The stretches of text to show: the sentence, and parts that stand outside of it."""
    spans = [statement.sentence, *(passage for _, passage in parts_of(statement))]
    merged: list[tuple[int, int]] = []
    for start, end in sorted((s.start, s.end) for s in spans):
        # Two characters: a mark and a space may stand between sentence and quotation.
        if merged and start <= merged[-1][1] + 2:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def mark_sentence(text: str, statement: Statement) -> list[tuple[str, str]]:
    """The sentence in pieces, each with the part that it belongs to ("" for none).

    Joined, the pieces read "[La ministre] {a démenti} ‹avoir signé l'accord›."
    """
    pieces: list[tuple[str, str]] = []
    for number, (start, end) in enumerate(regions(statement)):
        if number:
            pieces.append((" … ", ""))
        pieces += mark_region(text, start, end, parts_of(statement))
    return pieces


def mark_region(
    text: str, start: int, end: int, parts: list[tuple[str, Span]]
) -> Iterator[tuple[str, str]]:
    """One stretch of text with the marks of the parts put in."""
    inside: list[str] = []
    here = start
    for at, opens, part in marks_between(start, end, parts):
        yield clean_piece(text[here:at]), inside[-1] if inside else ""
        here = at
        if opens:
            inside.append(part)
            yield MARKS[part][0], part
        else:
            inside.remove(part)
            yield MARKS[part][1], part
    yield clean_piece(text[here:end]), inside[-1] if inside else ""


def marks_between(
    start: int, end: int, parts: list[tuple[str, Span]]
) -> list[tuple[int, bool, str]]:
    """Where marks open and close in a stretch; at one place, what closes comes first, what is
    longer opens first, and what is shorter closes first."""
    here = [(part, s) for part, s in parts if start <= s.start and s.end <= end]
    marks = [(s.start, 1, -s.end, True, part) for part, s in here]
    marks += [(s.end, 0, -s.start, False, part) for part, s in here]
    return [(at, opens, part) for at, _, _, opens, part in sorted(marks)]


def clean_piece(text: str) -> str:
    """A piece made safe to print, with a space kept at either end."""
    cleaned = clean(text)
    if not cleaned:
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    return f"{before}{cleaned}{after}"
