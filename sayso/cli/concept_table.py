"""Concepts at a terminal: the list by type, and one with its words and their proofs."""

from __future__ import annotations

from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.words import count_words
from sayso.codebook.cameo import read_cameo
from sayso.codebook.concepts import Concept, PlaceNeed
from sayso.codebook.plover import RecipientRule, read_plover
from sayso.packs.concept_words import dictionary_form, words_of
from sayso.packs.load import list_packs
from sayso.packs.triggers import TriggerEntry

#: What a concept's place is to it, in words.
PLACE_WORDS = {
    PlaceNeed.AT: "where it happens",
    PlaceNeed.TO: "where it goes",
    PlaceNeed.FROM: "where it comes away from",
    PlaceNeed.OF: "what it is done to",
}
ID_WIDTH, MODE_WIDTH = 25, 15
#: From these widths on there is room for the mode, and for the numbers of words.
ROOM_FOR_MODE, ROOM_FOR_WORDS = 72, 96


def render_list(found: list[Concept], width: int) -> RenderableType:
    """Every type with its class and meaning, and under it a row a concept."""
    types = read_plover().type
    tags = sorted({tag for one in found for tag in words_of(one.id)}) or list_packs()
    parts: list[RenderableType] = []
    for type_, group in groupby(found, key=lambda one: one.type):
        fact = types[type_]
        head = Text(type_, style="bold")
        head.append(f"  {fact.quad.value.replace('_', ' ')}", style="not bold cyan")
        head.append(f" · {fact.meaning}", style="not bold dim")
        parts += [head, render_rows(list(group), tags, width), Text()]
    counted = count_words(len(found), "concept")
    numbers = " · the numbers: words in each language" if width >= ROOM_FOR_WORDS else ""
    parts.append(Text(counted + numbers, "dim"))
    return Group(*parts)


def render_rows(found: list[Concept], tags: list[str], width: int) -> Table:
    """A row a concept: id, what it is, mode, CAMEO code, how many words each language has."""
    table = Table(box=None, width=width, pad_edge=False, padding=(0, 1))
    table.header_style = "dim"
    table.add_column("concept", width=ID_WIDTH, overflow="fold")
    table.add_column("who …", ratio=1, overflow="fold")
    if width >= ROOM_FOR_MODE:
        table.add_column("mode", width=MODE_WIDTH, overflow="fold")
    table.add_column("cameo", width=5, style="dim")
    shown = tags if width >= ROOM_FOR_WORDS else []
    for tag in shown:
        table.add_column(tag, width=3, justify="right", style="dim")
    for one in found:
        words = words_of(one.id)
        mode = [one.mode or "–"] if width >= ROOM_FOR_MODE else []
        numbers = [str(len(words[tag])) if tag in words else "–" for tag in shown]
        table.add_row(f"  {one.id}", one.gloss, *mode, one.cameo or "–", *numbers)
    return table


def render_concept(concept: Concept, width: int) -> RenderableType:
    """One concept: what it is, its codes and rules, then its words in every language."""
    head = Text(concept.id, style="bold")
    head.append(f"  {concept.gloss}", style="not bold")
    parts: list[RenderableType] = [head, Text(), render_facts(concept, width)]
    words = words_of(concept.id)
    for tag, entries in words.items():
        parts += [Text(), Text(tag, style="bold"), render_words(entries, width)]
    if not words:
        parts += [Text(), Text("no pack has a word for it yet", style="dim")]
    return Group(*parts)


def render_facts(concept: Concept, width: int) -> Table:
    """Codes and rules, a line each; a rule that it does not have has no line."""
    table = Table(box=None, width=width, pad_edge=False, padding=(0, 1), show_header=False)
    table.add_column("what", style="dim", width=10)
    table.add_column("is", ratio=1, overflow="fold")
    for name, value in list_facts(concept):
        table.add_row(name, value)
    return table


def list_facts(concept: Concept) -> list[tuple[str, str]]:
    """Name and value of what is known about a concept."""
    plover = read_plover()
    type_ = plover.type[concept.type]
    code = read_cameo().get(concept.cameo or "")
    mode = plover.mode[concept.type][concept.mode] if concept.mode else ""
    facts = [
        ("type", f"{concept.type} · {type_.quad.value.replace('_', ' ')} · {type_.section}"),
        ("mode", f"{concept.mode}: {mode}" if concept.mode else ""),
        ("context", ", ".join(concept.context)),
        ("cameo", f"{concept.cameo} {code.name}" if code else ""),
        ("actor", type_.actor or "the one who does it"),
        ("recipient", recipient_words(concept.recipient, type_.recipient_is)),
        ("place", PLACE_WORDS[concept.place] if concept.place else ""),
        ("counts", concept.counts or ""),
        ("opposite", concept.opposite or ""),
        ("governs", f"what follows is {concept.inner.value}" if concept.inner else ""),
    ]
    return [(name, value) for name, value in facts if value]


def recipient_words(rule: RecipientRule, who: str | None) -> str:
    """The rule about the recipient in words.

    >>> recipient_words(RecipientRule.OPTIONAL, "the host of a visit")
    'optional: the host of a visit'
    """
    return f"{rule.value}: {who}" if who and rule is not RecipientRule.NONE else rule.value


def render_words(entries: tuple[TriggerEntry, ...], width: int) -> Table:
    """A row a word: lemma, how it stands, and the sentence that proves it, the word marked."""
    table = Table(box=None, width=width, pad_edge=False, padding=(0, 1), show_header=False)
    table.add_column("word", width=min(28, width * 3 // 10), overflow="fold")
    table.add_column("kind", width=9, style="dim")
    table.add_column("example", ratio=1, overflow="fold")
    for entry in entries:
        table.add_row(f"  {dictionary_form(entry.lemma)}", entry.kind.value, mark_example(entry))
    return table


def mark_example(entry: TriggerEntry) -> Text:
    """The example with the trigger's words in bold."""
    shown = Text(entry.example)
    start = 0
    for piece in entry.marks.trigger.split(" ... "):
        start = entry.example.find(piece, start)
        if start < 0:
            break
        shown.stylize("bold", start, start + len(piece))
        start += len(piece)
    return shown
