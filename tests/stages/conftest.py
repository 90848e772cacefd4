"""What tests of the stages share: the events of a sentence, put in one line each."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest

from sayso.model import Document, Event, Polarity, Reality, Role
from sayso.pipeline import read_text

Told = Callable[..., list[str]]
read = functools.cache(read_text)


def every_event(document: Document) -> list[Event]:
    """The narrated events and those of the statements, in the order of the text."""
    events = [*document.narrated, *(e for s in document.statements for e in s.events)]
    return sorted(events, key=lambda event: event.trigger.start)


def in_words(roles: tuple[Role, ...]) -> str:
    """The words of some roles, each with its country; a dash for nobody."""
    shown = [
        f"{r.span.text} ({r.entity.country})" if r.entity and r.entity.country else r.span.text
        for r in roles
    ]
    return " + ".join(shown) or "–"


def in_line(event: Event) -> str:
    """An event in one line: "attack: Luxembourg (LUX) → Belgium (BEL) · negative"."""
    told = f"{event.concept}: {in_words(event.actor)} → {in_words(event.recipient)}"
    notes = [
        event.polarity.value if event.polarity is not Polarity.POSITIVE else "",
        event.reality.value if event.reality is not Reality.ACTUAL else "",
        "aside" if event.background else "",
    ]
    return " · ".join([told, *(note for note in notes if note)])


@pytest.fixture
def told() -> Told:
    """The events of a text, a line each; with concepts, those of these alone."""

    def lines(language: str, text: str, *concepts: str) -> list[str]:
        events = every_event(read(text, language))
        return [in_line(e) for e in events if not concepts or e.concept in concepts]

    return lines


def read_rows(table: str) -> list[tuple[str, str, str, str]]:
    """The rows of a table: a name after #, then a sentence with its language, and its event."""
    rows: list[tuple[str, str, str, str]] = []
    name = language = text = ""
    for line in table.splitlines():
        if line.startswith("# "):
            name = line[2:]
        elif line.startswith("    "):
            rows.append((name, language, text, line.strip()))
        else:
            language, _, text = line.partition("  ")
    return rows


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `wanted` runs for every row of its module's SENTENCES."""
    table = getattr(metafunc.module, "SENTENCES", None)
    names = ("row_name", "language", "text", "wanted")
    marked = {str(mark.args[0]) for mark in metafunc.definition.iter_markers("parametrize")}
    if table is None or "wanted" not in metafunc.fixturenames or marked:
        return
    taken = [n for n, name in enumerate(names) if name in metafunc.fixturenames]
    rows = read_rows(table)
    metafunc.parametrize(
        [names[n] for n in taken],
        [tuple(row[n] for n in taken) for row in rows],
        ids=[f"{language}-{name}" for name, language, _, _ in rows],
    )
