"""The order of the stages on one page."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from sayso import __version__
from sayso.errors import LanguageUnknown
from sayso.gazetteer.imports.folder import find_digest
from sayso.gazetteer.lookup import find_medium
from sayso.ids import make_id, sha256
from sayso.intake.language import languages_of
from sayso.model import (
    Date,
    DateHow,
    DatePrecision,
    Document,
    Event,
    Outlet,
    Reader,
    Reason,
    Statement,
    Undecided,
)
from sayso.packs.load import Pack, find_pack, list_packs
from sayso.packs.triggers import find_triggers
from sayso.spans import span
from sayso.stages.attribute import attribute
from sayso.stages.code_events import code_events
from sayso.stages.dating import date_sayings
from sayso.stages.identify import identify, identify_roles
from sayso.stages.link import find_conflicts, keep_speakers, link
from sayso.stages.mention import keep_mentions, mention
from sayso.stages.resolve import resolve_page
from sayso.stages.segment import Segmented, segment


def read_document(document: Document) -> Document:
    """A document with its statements: every stage, in order.

    Raises:
        LanguageUnknown: no pack reads the document's language.
    """
    pack = find_pack(document.language)
    if pack is None:
        raise LanguageUnknown(
            f"no pack reads the language {document.language or 'of this page (unknown)'}",
            where=document.url or document.title or document.id,
            expected=", ".join(list_packs()),
            todo="give the language with --language, or add a pack (docs/languages.md)",
        )
    found = read_parts(document, pack)
    return msgspec.structs.replace(
        document,
        statements=found.statements,
        narrated=found.narrated,
        undecided=found.undecided,
        conflicts=find_conflicts(found.statements, pack),
        reader=Reader(version=__version__, packs=found.packs),
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """What a document's text holds, and the digests of the packs that found it."""

    statements: tuple[Statement, ...]
    narrated: tuple[Event, ...]
    undecided: tuple[Undecided, ...]
    packs: dict[str, str]


def read_parts(document: Document, pack: Pack) -> Parts:
    """Statements, narrated events, and what stayed undecided.

    A sentence in another language than the page's is read with that language's pack.
    """
    text = document.text
    line = document.dateline.span if document.dateline else None
    apart = ((line.start, line.end),) if line else ()
    cut = segment(text, pack, apart)
    title = document.title or ""
    title_end = len(title) if title and text.startswith(title) else 0
    published = document.published
    day = published.value if published and published.precision is DatePrecision.DAY else None
    statements: list[Statement] = []
    narrated: list[Event] = []
    undecided: list[Undecided] = []
    packs: dict[str, str] = {}
    for language, numbers in by_language(document, cut).items():
        reader = find_pack(language)
        if reader is None:
            undecided += [_no_pack(cut, number) for number in numbers]
            continue
        own = cut if reader is pack else segment(text, reader, apart)
        wanted = numbers if reader is pack else _overlapping(cut, own, numbers)
        made, left = attribute(own, document.id, reader, wanted)
        parties = resolve_page(own, reader, made, title_end)
        told = link(keep_speakers(parties.statements), reader)
        told = identify(told, reader.head.language, day)
        found = mention(
            own,
            reader.head.language,
            wanted,
            statements=told,
            dateline=line,
            published=day,
            countries=countries_of(document.outlet),
        )
        told = keep_mentions(date_sayings(told, found), found, parties.named())
        triggers = find_triggers(reader.head.language)
        if triggers:
            told, events = code_events(
                own, reader, triggers, told, parties.page, parties.history, found, wanted
            )
            told, events = identify_roles(told, events, reader.head.language, day)
            narrated += events
        statements += told
        undecided += [*left, *parties.undecided]
        packs[reader.head.language] = reader.digest[:16]
    if imports := find_digest():
        packs["imports"] = imports[:16]
    statements.sort(key=lambda s: (s.cue.span.start, s.source.span.start if s.source.span else -1))
    undecided.sort(key=lambda u: (u.span.start, u.span.end))
    narrated.sort(key=lambda e: e.trigger.start)
    return Parts(tuple(statements), tuple(narrated), tuple(undecided), packs)


def countries_of(outlet: Outlet) -> tuple[str, ...]:
    """The country (alpha-3) of an outlet that the gazetteer knows.

    >>> countries_of(Outlet(name="KCNA", domain=None))
    ('PRK',)
    """
    medium = find_medium(outlet.name) if outlet.name else None
    return (medium.entity.country,) if medium and medium.entity.country else ()


def by_language(document: Document, cut: Segmented) -> dict[str | None, tuple[int, ...]]:
    """Language → numbers of the sentences in it; the page's own language first."""
    everything = tuple(range(len(cut.sentences)))
    if len(document.languages_seen) < 2:
        return {document.language: everything}
    pieces = [document.text[s.start : s.end] for s in cut.sentences]
    found: dict[str | None, list[int]] = {document.language: []}
    for number, language in enumerate(languages_of(pieces, document=document.language)):
        found.setdefault(language or document.language, []).append(number)
    return {language: tuple(numbers) for language, numbers in found.items()}


def _overlapping(cut: Segmented, own: Segmented, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Sentences of another pack's cut that share text with the given ones."""
    spans = [(cut.sentences[n].start, cut.sentences[n].end) for n in numbers]
    return tuple(
        n
        for n, s in enumerate(own.sentences)
        if any(s.start < end and start < s.end for start, end in spans)
    )


def _no_pack(cut: Segmented, number: int) -> Undecided:
    sentence = cut.sentences[number]
    where = span(cut.text, sentence.start, sentence.end)
    return Undecided(span=where, reason=Reason.NO_PACK, rule="language")


def read_text(text: str, language: str, published: str | None = None) -> Document:
    """Statements of a plain text in a known language.

    >>> [s.cue.lemma for s in read_text("“We left,” Smith said.", "en").statements]
    ['say']
    """
    date = (
        Date(value=published, precision=DatePrecision.DAY, how=DateHow.GIVEN) if published else None
    )
    return read_document(
        Document(
            id=make_id("doc", text),
            url=None,
            outlet=Outlet(name=None, domain=None),
            title=None,
            language=language,
            languages_seen={language: 1.0},
            published=date,
            dateline=None,
            credits=(),
            details={},
            listed_sources=(),
            text=text,
            sha256=sha256(text.encode()),
        )
    )
