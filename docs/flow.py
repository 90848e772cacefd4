"""One page through every stage, as the stages are now: the listings of docs/how-it-flows.md."""

from __future__ import annotations

from pathlib import Path

import flow_events
import msgspec

from sayso.cli.words import shorten
from sayso.intake.language import languages_of
from sayso.intake.page import read_page
from sayso.model import Document, Quantity, Source, Statement
from sayso.packs.load import BIT, FINITE, GERUND, INFINITIVE, PARTICIPLE, load_pack
from sayso.packs.triggers import load_triggers
from sayso.pipeline import read_document
from sayso.stages.attribute import attribute, read_sentence
from sayso.stages.attribution.bits import NAME, PUNCTUATION
from sayso.stages.attribution.found import Found
from sayso.stages.attribution.tag import Tagged
from sayso.stages.dating import date_sayings
from sayso.stages.identify import identify
from sayso.stages.link import find_conflicts, keep_speakers, link
from sayso.stages.mention import Mentions, mention
from sayso.stages.resolve import resolve
from sayso.stages.segment import Segmented, segment

ROOT = Path(__file__).resolve().parent.parent
#: The page that is followed, and the sentence of it that is looked at word by word.
PAGE = "sayso/samples/5-courrier-des-deux-rives.txt"
LANGUAGE, SENTENCE = "fr", 1
WIDTH = 100
FORMS = {
    "finite": FINITE,
    "participle": PARTICIPLE,
    "infinitive": INFINITIVE,
    "gerund": GERUND,
    "name": NAME,
    "punctuation": PUNCTUATION,
}


def blocks() -> dict[str, str]:
    """Every listing by its name."""
    data = (ROOT / PAGE).read_bytes()
    document = read_page(data, name=PAGE)
    pack = load_pack(LANGUAGE)
    line = document.dateline.span if document.dateline else None
    cut = segment(document.text, pack, ((line.start, line.end),) if line else ())
    found, _, tagged = read_sentence(cut.sentences[SENTENCE], pack, headline=False)
    made, left = attribute(cut, document.id, pack)
    resolved, unclear = resolve(cut, pack, made, len(document.title or ""))
    linked = link(keep_speakers(resolved), pack)
    day = document.published.value if document.published else None
    known = identify(linked, LANGUAGE, day)
    every = range(len(cut.sentences))
    spoken = mention(cut, LANGUAGE, every, statements=known, dateline=line, published=day)
    dated = date_sayings(known, spoken)
    lines = {
        "page": data.decode().splitlines(),
        "intake": show_document(document),
        "language": show_languages(document, cut),
        "segment": show_sentences(cut),
        "tag": show_tags(tagged),
        "hits": [show_find(find, tagged) for find in found],
        "attribute": [show_statement(s) for s in made],
        "undecided": [f"{u.reason.value}: {u.span.text}" for u in (*left, *unclear)] or ["none"],
        "resolve": show_resolved(resolved),
        "link": [*show_links(linked), *(c.why for c in find_conflicts(linked, pack))],
        "mention": show_mentions(spoken),
        "dating": show_days(dated),
        "clauses": flow_events.show_clauses(cut.sentences[SENTENCE], pack, load_triggers(LANGUAGE)),
        "events": flow_events.show_events(read_document(document)),
    }
    return {name: listing(shown) for name, shown in lines.items()}


def listing(lines: list[str]) -> str:
    """Lines as a block, long ones cut."""
    kept = (line if len(line) <= WIDTH else line[: WIDTH - 2].rstrip() + " …" for line in lines)
    return "\n".join(["```text", *kept, "```"])


def show_document(document: Document) -> list[str]:
    """The fields that intake filled, but for ids and hashes."""
    plain = msgspec.to_builtins(document)
    plain["published"] = {k: v for k, v in plain["published"].items() if v is not None}
    skipped = {"id", "sha256", "statements", "narrated", "conflicts", "undecided", "reader"}
    shown = {name: value for name, value in plain.items() if name not in skipped and value}
    if document.dateline:
        shown["dateline"] = document.dateline.span and document.dateline.span.text
    shown["credits"] = [credit.text for credit in document.credits]
    shown["text"] = f"{len(document.text)} code points; begins {document.text[84:130]!r}"
    return [f"{name:<15} {value}" for name, value in shown.items()]


def show_languages(document: Document, cut: Segmented) -> list[str]:
    """The language of the page and of its sentences."""
    sentences = [document.text[s.start : s.end] for s in cut.sentences]
    found = languages_of(sentences, document=document.language)
    return [f"page {document.language}; sentences {' '.join(lang or '?' for lang in found)}"]


def show_sentences(cut: Segmented) -> list[str]:
    """Every sentence with its place; quotations with theirs."""
    lines = [f"{s.start:>4}–{s.end:<4} {cut.text[s.start : s.end]}" for s in cut.sentences]
    quoted = (f"quotation {q.start}–{q.end}: {cut.text[q.start : q.end]}" for q in cut.quotations)
    return [*lines, *quoted]


def show_tags(tagged: Tagged) -> list[str]:
    """Every word with the classes that are left to it."""
    bits = {name.value: bit for name, bit in BIT.items()} | FORMS
    words = []
    for word, found in zip(tagged.sentence.words, tagged.bits, strict=True):
        names = [name for name, bit in bits.items() if found & bit and name != "punctuation"]
        words.append(f"{word}/{'+'.join(names)}" if names else word)
    return wrap(words)


def wrap(words: list[str]) -> list[str]:
    """Words on lines of WIDTH."""
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) + 2 > WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]}  {word}".strip()
    return lines


def show_find(find: Found, tagged: Tagged) -> str:
    """One cue with what its clause gave."""
    text = tagged.sentence.words
    source = " ".join(text[slice(*find.source)]) if find.source else "nobody"
    cue = " … ".join(" ".join(text[slice(*piece)]) for piece in find.cue)
    content = " … ".join(" ".join(text[slice(*piece)]) for piece in find.content)
    return f"{find.construction}: [{source}] {{{cue}}} ‹{content}›"


def show_statement(statement: Statement) -> str:
    """A statement's parts, its act, and the entry that found it."""
    source = statement.source.span.text if statement.source.span else "nobody"
    content = " … ".join(piece.text for piece in statement.content)
    return f"{statement.act.value:<8} [{source}] {{{statement.cue.span.text}}} ‹{content}›"


def show_resolved(resolved: tuple[Statement, ...]) -> list[str]:
    """Sources as written, and whom they mean."""
    lines = []
    for statement in resolved:
        source = statement.source
        chain = "".join(f", via {v.span.text}" for v in statement.via if v.span)
        written = source.span.text if source.span else "nobody"
        lines.append(f"{shorten(written, 44):<44} → {meaning(source)}{chain}")
    return list(dict.fromkeys(lines))


def meaning(source: Source) -> str:
    """An entity's id, country and role."""
    if source.entity is None:
        return f"{source.kind.value}: nobody whom the page names"
    facts = [source.entity.id, source.entity.country, source.entity.role]
    return ", ".join(fact for fact in facts if fact)


def show_links(statements: tuple[Statement, ...]) -> list[str]:
    """Which statement answers which."""
    numbers = {s.id: n for n, s in enumerate(statements, start=1)}
    lines = [
        f"#{n} {s.act.value} answers #{numbers[s.answers]}"
        for n, s in enumerate(statements, start=1)
        if s.answers in numbers
    ]
    return lines or ["nothing on this page answers anything else on it"]


def show_mentions(mentions: Mentions) -> list[str]:
    """Places, dates and quantities as written, and what each means."""
    lines = [
        (p.span, f"place     {p.place.name}, {p.place.precision}, {p.place.country}")
        for p in mentions.places
    ]
    lines += [(d.span, f"date      {d.value or 'open'}, {d.rule}") for d in mentions.dates]
    lines += [(q.span, f"quantity  {bounds(q.quantity)}") for q in mentions.quantities]
    return [f"{s.start:>4}–{s.end:<4} {s.text:<28} {shown}" for s, shown in sorted(lines)]


def bounds(quantity: Quantity) -> str:
    """Low and high, the unit, and what is counted."""
    low, high = (f"{n:g}" if n is not None else "open" for n in (quantity.low, quantity.high))
    return f"{low} to {high}, {quantity.unit or 'no unit'}, {quantity.of or 'of nothing known'}"


def show_days(statements: tuple[Statement, ...]) -> list[str]:
    """The days on which things were said."""
    dated = [(s.said.text, s.said.value) for s in statements if s.said]
    return [f"{text} → {value or 'open'}" for text, value in dict.fromkeys(dated)] or ["none"]
