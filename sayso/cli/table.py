"""The table: who says what, for a person at a terminal 60 to 200 columns wide.

Colour is only ever added to a word that says the same; where stdout is no terminal there is none.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.formats import via_text
from sayso.cli.marking import content_text, mark_sentence
from sayso.cli.words import clean, count_words, date_words
from sayso.model import Act, Document, Hedge, Source, Statement

ACT_STYLE = {
    Act.ASSERT: "cyan",
    Act.CONFIRM: "bright_cyan",
    Act.ADMIT: "bold green",
    Act.DENY: "bold red",
    Act.ACCUSE: "bold yellow",
    Act.ESTIMATE: "cyan",
    Act.SUSPECT: "cyan",
    Act.WARN: "yellow",
    Act.PREDICT: "blue",
    Act.PROMISE: "blue",
    Act.THREATEN: "yellow",
    Act.DEMAND: "magenta",
    Act.REJECT: "red",
    Act.CONDEMN: "red",
    Act.PRAISE: "green",
    Act.DECLINE: "bright_black",
    Act.HEARSAY: "italic",
}
PART_STYLE = {"source": "bold", "cue": "bold yellow", "content": "cyan", "": "dim"}
NARROWEST, WIDEST, UNKNOWN_WIDTH = 60, 200, 100


class TableWriter:
    """Prints a table for every document as it comes."""

    def __init__(self, out: TextIO, *, explain: bool = False) -> None:
        self.console = make_console(out)
        self.explain = explain
        self.written = 0

    def write(self, document: Document) -> None:
        """Print one document."""
        if self.written:
            self.print(Text())
        self.written += 1
        self.print(render_document(document, self.console.width, explain=self.explain))

    def print(self, shown: RenderableType) -> None:
        """Print, without the blanks that rich fills lines with where nobody sees them."""
        if self.console.is_terminal:
            self.console.print(shown)
            return
        with self.console.capture() as captured:
            self.console.print(shown)
        lines = captured.get().splitlines()
        self.console.file.write("".join(f"{line.rstrip()}\n" for line in lines))

    def close(self) -> None:
        """Nothing stands at the end."""


def make_console(out: TextIO) -> Console:
    """A console as wide as its terminal, within what can be read."""
    given = os.environ.get("COLUMNS", "")
    width = int(given) if given.isdigit() else UNKNOWN_WIDTH
    if out.isatty() and not given.isdigit():
        width = Console(file=out).width
    width = min(max(width, NARROWEST), WIDEST)
    return Console(file=out, width=width, highlight=False, markup=False, emoji=False)


def render_document(document: Document, width: int, *, explain: bool = False) -> RenderableType:
    """Header, rows, footer."""
    parts: list[RenderableType] = [render_header(document)]
    if document.statements:
        parts += [Text(), render_rows(document, width, explain)]
    footer = render_footer(document)
    if footer:
        parts.append(Padding(footer, (1, 0, 0, 1)))
    return Group(*parts)


def render_header(document: Document) -> Text:
    """Title; then outlet, date and how it was found, language, how many statements."""
    published = document.published
    date = date_words(published.value if published else None)
    facts = [
        clean(document.outlet.name or document.outlet.domain or "outlet unknown"),
        f"{date} ({published.how.value})" if published and published.how else date,
        document.language or "language unknown",
        count_words(len(document.statements), "statement"),
    ]
    if document.credits:
        facts.insert(1, "credits " + ", ".join(clean(c.name) for c in document.credits))
    header = Text(clean(document.title or document.url or "no title"), style="bold")
    header.append("\n" + " · ".join(facts), style="not bold dim")
    return header


def render_rows(document: Document, width: int, explain: bool) -> Table:
    """One row a statement."""
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 1), header_style="dim")
    table.add_column("#", justify="right", style="dim", no_wrap=True)
    table.add_column("who", width=min(max(width // 4, 15), 34))
    table.add_column("act", no_wrap=True)
    table.add_column("what", ratio=1)
    table.add_column("where", justify="right", style="dim", no_wrap=True)
    numbers = {s.id: n for n, s in enumerate(document.statements, start=1)}
    for number, statement in enumerate(document.statements, start=1):
        what = Text(content_text(document.text, statement) or "–")
        notes = " · ".join(list_notes(statement, numbers))
        if notes:
            what.append(f"\n{notes}", style="dim")
        if explain:
            what.append("\n").append_text(render_proof(document, statement))
            what.append("\n" if number < len(document.statements) else "")
        act = Text(statement.act.value, style=ACT_STYLE[statement.act])
        where = where_words(statement, width)
        table.add_row(str(number), render_who(statement.source), act, what, where)
    return table


def render_who(source: Source) -> Text:
    """The entity and its country, then as written where that differs."""
    written = clean(source.span.text) if source.span else ""
    if source.entity is None:
        return Text(written) if written else Text("nobody named", style="italic")
    who = Text(clean(source.entity.name))
    if source.entity.country:
        who.append(f" {source.entity.country}", style="dim")
    if written and written.casefold() != source.entity.name.casefold():
        who.append(f"\n{written}", style="dim")
    return who


def list_notes(statement: Statement, numbers: dict[str, int]) -> list[str]:
    """What else is known about the saying, in words."""
    said = statement.said
    notes = [
        "for the first time" if statement.first else "",
        "earlier" if statement.earlier else "",
        f"hedge: {statement.hedge.value}" if statement.hedge is not Hedge.NONE else "",
        said_words(said.text, said.value) if said else "",
        f"to {source_words(statement.addressee)}" if statement.addressee else "",
        *(f"via {clean(via_text(via))}" for via in statement.via),
        f"answers #{numbers[statement.answers]}" if statement.answers in numbers else "",
    ]
    return [note for note in notes if note]


def said_words(text: str | None, value: str | None) -> str:
    """When it was said: as written, and the date that it means."""
    if not value:
        return f"said {clean(text or '')}"
    return f"said {clean(text)} ({value})" if text else f"said {value}"


def source_words(source: Source) -> str:
    """Whom a source means: the entity's name, or as written."""
    if source.entity:
        return clean(source.entity.name)
    return clean(source.span.text) if source.span else "nobody named"


def where_words(statement: Statement, width: int) -> str:
    """Where the sentence stands in the text: code points, from and (where there is room) to."""
    start, end = statement.sentence.start, statement.sentence.end
    return f"{start}–{end}" if width >= 90 else str(start)


def render_proof(document: Document, statement: Statement) -> Text:
    """The marked sentence, and the pack entry that found it."""
    proof = Text()
    for piece, part in mark_sentence(document.text, statement):
        proof.append(piece, style=PART_STYLE[part])
    lemma = clean(statement.cue.lemma)
    proof.append(
        f"\nrule {statement.rule} · lemma {lemma} · score {statement.score:.2f}", style="dim"
    )
    return proof


def render_footer(document: Document) -> Text | None:
    """What stayed undecided, by reason, and which rows cannot both hold."""
    lines = []
    if document.undecided:
        reasons = Counter(item.reason.value for item in document.undecided)
        counted = " · ".join(f"{r.replace('_', ' ')} {n}" for r, n in reasons.most_common())
        lines.append(f"undecided {len(document.undecided)}: {counted}")
    numbers = {s.id: n for n, s in enumerate(document.statements, start=1)}
    for conflict in document.conflicts:
        a, b = numbers.get(conflict.a, "?"), numbers.get(conflict.b, "?")
        lines.append(f"conflict: #{a} and #{b}: {clean(conflict.why)}")
    return Text("\n".join(lines), style="dim") if lines else None
