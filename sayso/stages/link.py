"""Link: which statement of the page a denial or confirmation answers, and what that makes of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.model import Act, Conflict, EntityKind, SourceKind, Statement
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


#: What one party cannot do at once about one thing: grant it, and deny it or have it unsaid.
GRANTS = frozenset({Act.ADMIT, Act.CONFIRM})
WITHHOLDS = frozenset({Act.DENY, Act.DECLINE})
#: Letters of a word that must agree for two contents to speak of one thing.
STEM = 5


def find_conflicts(statements: Sequence[Statement], pack: Pack) -> tuple[Conflict, ...]:
    """Pairs of statements of one page that cannot both hold.

    One party grants something and, elsewhere on the page, denies it or has not acknowledged it.
    What a reply withholds is the content of the statement that it answers.

    Args:
        statements: linked statements of one page.
        pack: the language's pack; its closed classes tell which words carry content.
    """
    by_id = {s.id: s for s in statements}
    found: list[Conflict] = []
    for grant in statements:
        for other in statements:
            if grant.act not in GRANTS or other.act not in WITHHOLDS:
                continue
            party = _party(grant)
            if party is None or party != _party(other):
                continue
            about = by_id.get(other.answers or "", other)
            shared = content_stems(grant, pack) & content_stems(about, pack)
            if shared and grant.answers != other.id:
                verb = "denied" if other.act is Act.DENY else "not acknowledged"
                why = f"{party} grants it in one place, and in the other it is {verb}"
                found.append(Conflict(a=grant.id, b=other.id, why=why))
    return tuple(found)


def _party(statement: Statement) -> str | None:
    """The side a source speaks for: its country, or itself where it has none."""
    entity = statement.source.entity
    return (entity.country or entity.id) if entity else None


def content_stems(statement: Statement, pack: Pack) -> frozenset[str]:
    """Beginnings of the words that carry a statement's content, names of the parties left out."""
    words = [w.strip("«»“”„\"'.,;:!?()") for piece in statement.content for w in piece.text.split()]
    return frozenset(
        w.lower()[:STEM]
        for w in words
        if len(w) > STEM
        and not w[0].isupper()
        and not pack.classes.get(w.lower(), 0) & CLOSED_WORDS
    )


CLOSED_WORDS = BIT[WordClass.PREPOSITION] | BIT[WordClass.ADVERB] | BIT[WordClass.SUBORDINATOR]
