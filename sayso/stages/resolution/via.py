"""Via: the chain through which a statement reached the page."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Entity, EntityKind, Relation, Source, Statement, Via
from sayso.packs.load import BIT
from sayso.packs.shape import WordClass
from sayso.spans import Span, span
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.page import Page

_NEAR = 5  # words between a cue and "through a spokesman", at most


def find_via(page: Page, statement: Statement, media: Sequence[Statement]) -> tuple[Via, ...]:
    """The links of a statement's chain, nearest to the page first.

    A medium whose own statement holds this one has relayed it (`media` are the statements of
    media; other sources who quote somebody are no channel); a medium that it was told to has
    printed it; a spokesperson may have said it for its source.
    """
    links = [link(outer.source) for outer in holders(statement, media)] if media else []
    if statement.addressee and is_medium(statement.addressee):
        links.append(link(statement.addressee))
    words = find_spokesperson(page, statement)
    if words:
        links.append(Via(relation=Relation.SPOKESPERSON, span=words))
    return (*statement.via, *(via for via in links if via not in statement.via))


def holders(statement: Statement, others: Sequence[Statement]) -> list[Statement]:
    """Statements in whose content this one stands, the widest first."""
    cue = statement.cue.span
    around = [
        other
        for other in others
        if other.cue.span != cue and any(piece.covers(cue) for piece in other.content)
    ]
    return sorted(around, key=lambda other: (-sum(map(len, other.content)), other.cue.span.start))


def is_medium(source: Source) -> bool:
    """The source is a medium or a news agency."""
    return source.entity is not None and source.entity.kind is EntityKind.MEDIUM


def link(source: Source) -> Via:
    """The link of a medium that a statement has come through."""
    relation = medium_relation(source.entity) if source.entity else Relation.OUTLET
    return Via(relation=relation, span=source.span, entity=source.entity)


def medium_relation(medium: Entity) -> Relation:
    """Agency or outlet, as the gazetteer knows it."""
    return Relation.AGENCY if medium.role == "news agency" else Relation.OUTLET


def find_spokesperson(page: Page, statement: Statement) -> Span | None:
    """ "through a spokesman", right after the cue and outside source and content."""
    first = page.words_of(statement.cue.span)[1]
    near = page.tokens[first : first + _NEAR]
    if not any(token.spokesperson for token in near):
        return None
    pieces = [*statement.content, *([statement.source.span] if statement.source.span else [])]
    for i in range(first, min(first + _NEAR, len(page.tokens))):
        token = page.tokens[i]
        if any(piece.start <= page.words.starts[i] < piece.end for piece in pieces):
            return None
        if not token.letter and token.word != ",":
            return None
        if token.bits & t.SPOKESPERSON and _led(page, first, i):
            return span(page.words.text, page.words.starts[_lead(page, i)], page.words.ends[i])
    return None


def _led(page: Page, first: int, i: int) -> bool:
    """A preposition stands before the spokesperson: it is not the subject of another clause."""
    lead = page.tokens[first:i]
    finite = BIT[WordClass.HAVE] | BIT[WordClass.BE]
    return any(x.bits & (t.PREPOSITION | t.AGENT) for x in lead) and not any(
        x.bits & finite and not x.bits & t.PREPOSITION for x in lead
    )


def _lead(page: Page, i: int) -> int:
    """The spokesperson's determiner, if it has one."""
    return i - 1 if i and page.tokens[i - 1].bits & (t.DETERMINER | t.POSSESSIVE) else i
