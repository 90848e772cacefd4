"""Link: which statement of the page a denial or confirmation answers, and what that makes of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.model import Act, EntityKind, SourceKind, Statement
from sayso.packs.load import BIT, Pack
from sayso.packs.shape import CueKind, WordClass

#: Acts that may answer another statement, and acts that can be answered.
REPLIES = frozenset(
    {Act.DENY, Act.CONFIRM, Act.ADMIT, Act.REJECT, Act.DECLINE, Act.CONDEMN, Act.PRAISE}
)
CLAIMS = frozenset(
    {Act.ASSERT, Act.ACCUSE, Act.ESTIMATE, Act.SUSPECT, Act.ADMIT, Act.CONFIRM, Act.DEMAND,
     Act.WARN, Act.HEARSAY, Act.PREDICT, Act.THREATEN, Act.PROMISE}
)  # fmt: skip
#: Longest content, in words, that only points back at what was said ("the accusation").
POINTER = 5
#: What may stand around a word.
EDGES = "«»“”\".,"


def link(statements: Sequence[Statement], pack: Pack) -> tuple[Statement, ...]:
    """Set `answers`, and turn `confirm` into `admit` where a party confirms what was laid to it.

    A reply answers the nearest statement of another source before it, when its content points
    back: a noun of saying with a determiner ("the accusation", "this claim"), or a relative
    word ("which it denied").

    Args:
        statements: resolved statements of one page, in order.
        pack: the language's pack, for the nouns of saying.
    """
    done: list[Statement] = []
    for statement in statements:
        target = find_answered(statement, done, pack)
        if target is not None:
            act = admitted(statement, target)
            rule = statement.rule if act is statement.act else f"{statement.rule} confirm→admit"
            statement = msgspec.structs.replace(statement, answers=target.id, act=act, rule=rule)
        done.append(statement)
    return tuple(done)


def keep_speakers(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements without headlines whose words before the colon name a topic, not a speaker.

    "Vogt: bridge holds" names a source if Vogt also speaks further down; "Flood: bridge holds"
    names none. A colon before a quotation always names one.
    """
    speaking = {s.source.entity.id for s in statements if s.source.entity and not is_colon(s)}
    return tuple(s for s in statements if not is_colon(s) or s.direct or _speaks(s, speaking))


def _speaks(statement: Statement, speaking: set[str]) -> bool:
    """The source of a headline speaks elsewhere, or is a person or an office that could."""
    entity = statement.source.entity
    if entity is None:
        return False
    could = entity.kind is EntityKind.PERSON or statement.source.kind is SourceKind.ROLE
    return entity.id in speaking or could


def is_colon(statement: Statement) -> bool:
    """The statement stands on nothing but a colon."""
    return statement.rule.endswith(" colon")


def find_answered(
    statement: Statement, before: Sequence[Statement], pack: Pack
) -> Statement | None:
    """The statement that this one replies to, or None."""
    if statement.act not in REPLIES or not points_back(statement, pack):
        return None
    others = [
        other
        for other in reversed(before)
        if other.act in CLAIMS and other.cue.span != statement.cue.span
        if statement.act is Act.CONFIRM or not same_source(statement, other)
    ]
    named = named_acts(statement, pack)
    return next((other for other in others if other.act in named), others[0] if others else None)


def named_acts(statement: Statement, pack: Pack) -> set[Act]:
    """What the content's noun says that the answered statement was: "the accusation", "the demand".

    A noun of mere saying ("the claim") may take up any act.
    """
    forms = (form for word in words_of(statement) for form in pack.cues.get(word, ()))
    return {f.entry.act for f in forms if f.entry.kind is CueKind.NOUN} - {Act.ASSERT}


def points_back(statement: Statement, pack: Pack) -> bool:
    """The content names a saying and nothing more, or is a relative word or pronoun."""
    words = words_of(statement)
    if not words or len(words) > POINTER:
        return False
    bits = [pack.classes.get(word, 0) for word in words]
    pointing = BIT[WordClass.RELATIVE] | BIT[WordClass.OBJECT_PRONOUN] | BIT[WordClass.IMPERSONAL]
    if len(words) == 1:
        return bool(bits[0] & pointing)
    heads = [form for word in words for form in pack.cues.get(word, ())]
    determined = bits[0] & (BIT[WordClass.DETERMINER] | BIT[WordClass.POSSESSIVE])
    return bool(determined) and any(f.entry.kind is CueKind.NOUN for f in heads)


def words_of(statement: Statement) -> list[str]:
    """The content's words in small letters; an elided one ("l'") is a word of its own."""
    pieces = (piece.text.lower().replace("’", "'") for piece in statement.content)
    return [word.strip(EDGES) for piece in pieces for word in piece.replace("'", "' ").split()]


def same_source(a: Statement, b: Statement) -> bool:
    """Both come from one source, as far as the page tells."""
    if a.source.entity and b.source.entity:
        return a.source.entity.id == b.source.entity.id
    return (
        a.source.span is not None
        and b.source.span is not None
        and (a.source.span.text == b.source.span.text)
    )


def admitted(statement: Statement, answered: Statement) -> Act:
    """A side that confirms what it was accused of, or what it admitted before, admits it."""
    entity = statement.source.entity
    if statement.act is not Act.CONFIRM or entity is None or entity.country is None:
        return statement.act
    accused = answered.addressee.entity if answered.addressee else None
    if answered.act is Act.ACCUSE and accused and accused.country == entity.country:
        return Act.ADMIT
    said_by = answered.source.entity
    if answered.act is Act.ADMIT and said_by and said_by.country == entity.country:
        return Act.ADMIT
    return statement.act
