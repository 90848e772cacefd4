"""Via: the chain through which a statement reached the page."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Entity, EntityKind, Relation, Statement, Via
from sayso.packs.load import BIT
from sayso.packs.shape import WordClass
from sayso.spans import Span, span
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.page import Page

_NEAR = 5  # words between a cue and "through a spokesman", at most


def find_via(page: Page, statement: Statement, others: Sequence[Statement]) -> tuple[Via, ...]:
    """The links of a statement's chain, nearest to the page first.

    A medium whose own statement holds this one has relayed it; a medium that it was told to has
    printed it; a spokesperson may have said it for its source.
    """
    links = [relay(outer) for outer in holders(statement, others)]
    told = statement.addressee.entity if statement.addressee else None
    if told and told.kind is EntityKind.MEDIUM and statement.addressee:
        links.append(
            Via(relation=medium_relation(told), span=statement.addressee.span, entity=told)
        )
    words = find_spokesperson(page, statement)
    if words:
        links.append(Via(relation=Relation.SPOKESPERSON, span=words))
    kept = [link for link in links if link is not None]
    return (*statement.via, *(link for link in kept if link not in statement.via))


def holders(statement: Statement, others: Sequence[Statement]) -> list[Statement]:
    """Statements in whose content this one stands, the widest first."""
    cue = statement.cue.span
    around: list[Statement] = []
    for other in others:
        for piece in other.content:
            if piece.start <= cue.start and cue.end <= piece.end and other.cue.span != cue:
                around.append(other)
                break
    return sorted(around, key=lambda other: (-sum(map(len, other.content)), other.cue.span.start))


def relay(outer: Statement) -> Via | None:
    """The link of a medium that relays; other sources who quote somebody are no channel."""
    entity = outer.source.entity
    if entity is None or entity.kind is not EntityKind.MEDIUM:
        return None
    return Via(relation=medium_relation(entity), span=outer.source.span, entity=entity)


def medium_relation(medium: Entity) -> Relation:
    """Agency or outlet, as the gazetteer knows it."""
    return Relation.AGENCY if medium.role == "news agency" else Relation.OUTLET


def find_spokesperson(page: Page, statement: Statement) -> Span | None:
    """ "through a spokesman", right after the cue and outside source and content."""
    first = page.words_of(statement.cue.span)[1]
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
