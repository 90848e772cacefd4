"""Resolve: who each source of a page is, through pronouns, short names, roles and "and"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from sayso.ids import make_id
from sayso.model import Entity, Reason, Source, Statement, Undecided
from sayso.packs.load import Pack
from sayso.spans import Span, span
from sayso.stages.resolution.coordination import split_parties
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.parties import find_meaning, introduce
from sayso.stages.resolution.read import read_page
from sayso.stages.resolution.references import NOBODY, History, Meaning
from sayso.stages.resolution.via import find_via, is_medium
from sayso.stages.segment import Segmented


@dataclass(frozen=True, slots=True)
class Resolved:
    """A page's statements with their parties, and the parties for whoever asks further.

    Attributes:
        page: the parties of the page; history: the sources in the order of the text.
    """

    statements: tuple[Statement, ...]
    undecided: tuple[Undecided, ...]
    page: Page
    history: History

    def named(self) -> list[tuple[Span, Entity]]:
        """Whom the page's noun phrases mean by themselves, with their words, in order."""
        words = self.page.words
        return [
            (span(words.text, words.starts[p.first], words.ends[p.last - 1]), p.entity)
            for p in self.page.phrases
            if p.entity is not None and (p.entity.country or not p.entity.id.startswith("role:"))
        ]


def resolve(
    cut: Segmented, pack: Pack, statements: Sequence[Statement], title_end: int = 0
) -> tuple[tuple[Statement, ...], tuple[Undecided, ...]]:
    """Set `source.kind`, `source.entity`, `addressee` and `via` of every statement of a page.

    Args:
        cut: the document's text, cut into sentences and words.
        pack: the pack of the language that it is read in.
        statements: what `attribute` found.
        title_end: where the headline ends, in code points; 0 without one.

    Returns:
        The statements in their order, one for each party where a source is clearly several
        ("Paris and Berlin"), and the sources that could mean two parties equally well.
    """
    if not statements:
        return (), ()
    done = resolve_page(cut, pack, statements, title_end)
    return done.statements, done.undecided


def resolve_page(
    cut: Segmented, pack: Pack, statements: Sequence[Statement], title_end: int = 0
) -> Resolved:
    """As `resolve`, with the page's parties: whom its other noun phrases mean can be asked."""
    page = read_page(cut, pack, title_end)
    introduce(page, [s.source.span for s in statements if s.source.span])
    history = History(
        statements=statements,
        quoted=[piece for s in statements if s.direct for piece in s.content],
    )
    undecided: list[Undecided] = []
    resolved: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: _position(s)):
        parties = find_parties(page, history, statement)
        remember(history, statement, parties)
        resolved[statement.id] = [
            give(page, history, statement, *party, split=len(parties) > 1) for party in parties
        ]
        if any(meaning.ambiguous for _, meaning in parties) and statement.source.span:
            undecided.append(
                Undecided(
                    span=statement.source.span,
                    reason=Reason.AMBIGUOUS_SOURCE,
                    rule=statement.rule,
                )
            )
    done = [made for s in statements for made in resolved[s.id]]
    renamed = {old: made[0].id for old, made in resolved.items()}
    media = [s for s in done if is_medium(s.source)]
    finished = tuple(finish(page, s, media, renamed) for s in done)
    return Resolved(finished, tuple(undecided), page, history)


def _position(statement: Statement) -> tuple[int, int]:
    words = statement.source.span or statement.cue.span
    return words.start, statement.cue.span.start


def find_parties(
    page: Page, history: History, statement: Statement
) -> list[tuple[Span | None, Meaning]]:
    """The parties of one statement's source, each with its words: at least one."""
    words = statement.source.span
    if words is None:
        return [(None, NOBODY)]
    several = split_parties(page, words)
    if several:
        return [(part, meaning) for part, meaning in several]
    return [(words, find_meaning(page, history, words))]


def remember(
    history: History, statement: Statement, parties: list[tuple[Span | None, Meaning]]
) -> None:
    """Keep a source for the pronouns that follow."""
    words, meaning = parties[0]
    if words is not None and len(parties) == 1:
        history.sources.append((words.start, meaning))
        history.meanings[statement.id] = meaning


def give(
    page: Page,
    history: History,
    statement: Statement,
    words: Span | None,
    meaning: Meaning,
    *,
    split: bool,
) -> Statement:
    """The statement with one party as its source; its id tells the party's words."""
    source = Source(span=words, kind=meaning.kind, entity=meaning.entity)
    addressee = statement.addressee
    if addressee and addressee.span:
        told = find_meaning(page, history, addressee.span)
        addressee = Source(span=addressee.span, kind=told.kind, entity=told.entity)
    return msgspec.structs.replace(
        statement,
        id=statement_id(statement, source) if split else statement.id,
        source=source,
        addressee=addressee,
    )


def statement_id(statement: Statement, source: Source) -> str:
    """The id of one party's statement, from its document, cue, source and content.

    Two parties of one cue and content ("Paris and Berlin said", "both sides said") differ by
    their source's words or by whom it means.
    """
    cue, words = statement.cue.span, source.span
    start, end = (words.start, words.end) if words else (-1, -1)
    content = statement.content[0].start if statement.content else -1
    party = source.entity.id if source.entity else ""
    return make_id("st", statement.document, cue.start, cue.end, start, end, content, party)


def finish(
    page: Page, statement: Statement, media: Sequence[Statement], renamed: dict[str, str]
) -> Statement:
    """The statement with its chain, and with the new id of the one it answers."""
    answers = renamed.get(statement.answers, statement.answers) if statement.answers else None
    via = find_via(page, statement, media)
    if via == statement.via and answers == statement.answers:
        return statement
    return msgspec.structs.replace(statement, via=via, answers=answers)
