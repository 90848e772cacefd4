"""The cells of the table: who, what and where, each as wide as there is room."""

from __future__ import annotations

import re

from rich.text import Text

from sayso.cli.formats import via_text
from sayso.cli.marking import content_text, mark_sentence
from sayso.cli.spoken import spoken_words
from sayso.cli.told import told_lines
from sayso.cli.words import NOBODY, clean, shorten
from sayso.model import Act, Document, Hedge, Source, SourceKind, Statement

PART_STYLE = {"source": "bold", "cue": "bold yellow", "content": "cyan", "": "dim"}
#: From this width on there is room for both ends of a passage.
ROOMY = 90
#: The longest act is "threaten".
ACT_WIDTH = max(len(act.value) for act in Act)
#: A content is shown on about so many lines, and in no fewer characters than SHORTEST.
LINES, SHORTEST = 4, 160
#: Letters that tell more than an article does.
LEAST_WORD = 4


def who_width(width: int) -> int:
    """Room for a name and its country, where there is room."""
    return min(width * 3 // 10, 34) if width >= 70 else 15


def where_width(width: int) -> int:
    """Room for where a passage begins and ends, where there is room; else where it begins."""
    return 11 if width >= ROOMY else 5


def render_who(source: Source, width: int) -> Text:
    """The entity and its country, then as written where that says more."""
    written = clean(source.span.text) if source.span else ""
    if source.entity is None:
        return Text(written) if written else Text(f"– {NOBODY}", style="dim")
    name = clean(source.entity.name)
    # "Two diplomats" says more than the group's name, "diplomats".
    if source.kind is SourceKind.ROLE and name.casefold() in written.casefold():
        name = written
    who = Text(name)
    if source.entity.country:
        who.append(f" {source.entity.country}", style="dim")
    more = written_besides(written, who.plain)
    if more:
        gap = "  " if len(who.plain) + 2 + len(more) <= width else "\n"
        who.append(f"{gap}{more}", style="dim")
    return who


def written_besides(written: str, name: str) -> str:
    """What the words say besides the name: a role, a pronoun, another language's name.

    >>> written_besides("the harbour master, Ana Roy", "Ana Roy FRA")
    'the harbour master'
    >>> written_besides("Roy", "Ana Roy FRA"), written_besides("l'Ukraine", "Ukraine UKR")
    ('', '')
    """
    known = set(re.findall(r"\w+", name.casefold()))
    words = re.findall(r"\w+", written.casefold())
    if sum(len(word) for word in words if word not in known) < LEAST_WORD:
        return "" if known & set(words) else written
    for ending in (name, name.rpartition(" ")[0]):
        if ending and written.endswith(ending):
            return written.removesuffix(ending).rstrip(" ,:–-") or written
    return written


def render_what(
    text: str, statement: Statement, numbers: dict[str, int], width: int | None
) -> Text:
    """The content, shortened to some lines where a width is given, and the notes about it."""
    content = content_text(text, statement) or "–"
    if width is not None:
        room = width - who_width(width) - where_width(width) - ACT_WIDTH - 10
        content = shorten(content, max(LINES * room, SHORTEST))
    what = Text(content)
    notes = " · ".join(list_notes(statement, numbers))
    if notes:
        what.append(f"\n{notes}", style="dim")
    return what


def list_notes(statement: Statement, numbers: dict[str, int]) -> list[str]:
    """What else is known about the saying, in words."""
    said = statement.said
    # An act of hearsay says itself that nobody is known to have said it.
    silent = Hedge.HEARSAY if statement.act is Act.HEARSAY else Hedge.NONE
    doubted = statement.hedge not in (Hedge.NONE, silent)
    notes = [
        "for the first time" if statement.first else "",
        "earlier" if statement.earlier else "",
        f"hedge: {statement.hedge.value}" if doubted else "",
        said_words(said.text, said.value) if said else "",
        f"to {source_words(statement.addressee)}" if statement.addressee else "",
        *(f"via {clean(via_text(via))}" for via in statement.via),
        f"answers #{numbers[statement.answers]}" if statement.answers in numbers else "",
    ]
    return [note for note in notes if note]


def said_words(text: str | None, value: str | None) -> str:
    """When it was said: as written, and the date that it means."""
    if not text:
        return f"said {value}" if value else ""
    return f"said “{clean(text)}”" + (f" ({value})" if value else "")


def source_words(source: Source) -> str:
    """Whom a source means: the entity's name, or as written."""
    if source.entity:
        return clean(source.entity.name)
    return clean(source.span.text) if source.span else NOBODY


def where_words(statement: Statement, width: int) -> str:
    """Where the sentence stands in the text: code points, from and (where there is room) to."""
    start, end = statement.sentence.start, statement.sentence.end
    return f"{start}–{end}" if width >= ROOMY else str(start)


def render_proof(document: Document, statement: Statement) -> Text:
    """The marked sentence, what it speaks of, its events, and the pack entry that found it."""
    proof = Text()
    for piece, part in mark_sentence(document.text, statement):
        proof.append(piece, style=PART_STYLE[part])
    if spoken := spoken_words(statement):
        proof.append(f"\n{spoken}", style="dim")
    for line in told_lines(statement):
        proof.append(f"\n{line}", style="dim")
    lemma = clean(statement.cue.lemma)
    proof.append(
        f"\nrule {statement.rule} · lemma {lemma} · score {statement.score:.2f}", style="dim"
    )
    return proof
