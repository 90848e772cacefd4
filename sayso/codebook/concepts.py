"""Concepts: what can happen, defined once for all languages, read from concepts.toml.

A concept has PLOVER's type, mode and contexts and a CAMEO code; the packs give the words for it.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from importlib import resources
from typing import Any

import msgspec

from sayso.codebook.cameo import read_cameo
from sayso.codebook.plover import RecipientRule, check_codes, read_plover
from sayso.errors import PackError

FILE = "codebook/concepts.toml"


class PlaceNeed(StrEnum):
    """What a concept's place is to it."""

    AT = "at"  # it happens there
    TO = "to"  # it goes there
    FROM = "from"  # it leaves there
    OF = "of"  # the place itself is what it is done to: shelled, retaken


class Inner(StrEnum):
    """How an event is told that this one governs: "agreed to withdraw", "refused to withdraw"."""

    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATIVE = "negative"


class Concept(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that can happen.

    Attributes:
        id: its name in packs and records: "deploy_troops".
        gloss: what its actor does, in a few words.
        type, mode, context: PLOVER's (plover.toml).
        cameo: CAMEO code (cameo.toml), or None where CAMEO has none.
        counts: what a number in it counts: a state, or a family, of units.toml; or None.
        opposite: id of the concept that undoes it, or None.
        inner: how an event that it governs is told, or None where as it stands.
        together: id of the concept that it is where parties of two countries do it, or None.
        place: what its place is to it, or None where it needs none.
        recipient: whether it has one; left out in the file, it is as its type and mode say.
        turned: PLOVER's rows have actor and recipient the other way round ("receives a visitor":
            the visitor is PLOVER's actor).
    """

    id: str
    gloss: str
    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    counts: str | None = None
    opposite: str | None = None
    inner: Inner | None = None
    place: PlaceNeed | None = None
    recipient: RecipientRule = RecipientRule.OPTIONAL
    turned: bool = False
    together: str | None = None


@functools.cache
def load_concepts() -> dict[str, Concept]:
    """Every concept by its id, in the order of the file; checked, and loaded once a process.

    Raises:
        PackError: with file, entry and what is allowed.

    >>> concept = load_concepts()["withdraw_troops"]
    >>> concept.type, concept.mode, concept.opposite, concept.place.value
    ('RETREAT', 'withdraw', 'deploy_troops', 'from')
    """
    return parse_concepts(
        resources.files("sayso.codebook").joinpath("concepts.toml").read_text("utf-8")
    )


def parse_concepts(text: str, where: str = FILE) -> dict[str, Concept]:
    """Concepts from the text of a file; raises as `load_concepts` does."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(str(error), where=where) from error
    concepts = {id_: make_concept(id_, entry, f"{where} [{id_}]") for id_, entry in raw.items()}
    counted = read_counted()
    for concept in concepts.values():
        check_concept(concept, concepts, counted, f"{where} [{concept.id}]")
    return concepts


def make_concept(id_: str, entry: Any, where: str) -> Concept:
    """A concept from its table, with the recipient rule of its type where it has none."""
    if not isinstance(entry, Mapping) or "type" not in entry:
        raise PackError(
            "a concept without a type",
            where=where,
            expected="type = one of " + ", ".join(read_plover().type),
        )
    rule = find_rule(str(entry["type"]), entry.get("mode"))
    try:
        return msgspec.convert({"recipient": rule, **entry, "id": id_}, Concept)
    except msgspec.ValidationError as error:
        raise PackError(str(error), where=where, expected=f"keys {', '.join(KEYS)}") from error


def find_rule(type_: str, mode: str | None) -> RecipientRule:
    """Whether an event of this type and mode has a recipient; optional where there is no rule.

    >>> find_rule("RETREAT", "resign").value, find_rule("AID", None).value
    ('none', 'required')
    """
    plover = read_plover()
    if f"{type_} {mode}" in plover.forbids["recipient"]:
        return RecipientRule.NONE
    found = plover.type.get(type_)
    return found.recipient if found else RecipientRule.OPTIONAL


#: Keys of an entry.
KEYS = tuple(field for field in Concept.__struct_fields__ if field != "id")


def check_concept(
    concept: Concept, concepts: Mapping[str, Concept], counted: frozenset[str], where: str
) -> None:
    """Refuse a concept that names what is not there."""
    check_codes(concept.type, concept.mode, concept.context, where)
    if concept.cameo is not None and concept.cameo not in read_cameo():
        raise PackError(
            f"no CAMEO code {concept.cameo!r}",
            where=where,
            expected="a code of codebook/cameo.toml",
        )
    if concept.counts is not None and concept.counts not in counted:
        expected = "one of " + ", ".join(sorted(counted))
        raise PackError(f"counts {concept.counts!r}", where=where, expected=expected)
    ruled = find_rule(concept.type, concept.mode)
    if ruled is RecipientRule.NONE and concept.recipient is not ruled:
        raise PackError(
            f"{concept.type} {concept.mode} has no recipient", where=where, expected="roles: actor"
        )
    if concept.together is not None and concept.together not in concepts:
        raise PackError(
            f"no concept {concept.together!r}", where=where, expected="an id of this file"
        )
    if concept.opposite is not None:
        check_opposite(concept, concepts, where)


def check_opposite(concept: Concept, concepts: Mapping[str, Concept], where: str) -> None:
    """Refuse an opposite that is not there, or that knows of none of those who name it.

    Several concepts may share an opposite ("invade" and "deploy troops" are both undone by
    "withdraw"); that one's own opposite must be one of them.
    """
    other = concepts.get(concept.opposite or "")
    if other is None:
        raise PackError(
            f"no concept {concept.opposite!r}", where=where, expected="an id of this file"
        )
    claimants = [c.id for c in concepts.values() if c.opposite == other.id and c is not other]
    if other.opposite not in claimants:
        raise PackError(
            f"{other.id} is its opposite, but has {other.opposite or 'none'} itself",
            where=where,
            expected=f"[{other.id}] opposite = one of {', '.join(claimants)}",
        )


@functools.cache
def read_counted() -> frozenset[str]:
    """What a concept can count: the states and families of units.toml, and money.

    >>> {"killed", "soldiers", "money"} <= read_counted()
    True
    """
    text = resources.files("sayso.codebook").joinpath("units.toml").read_text("utf-8")
    units = tomllib.loads(text)
    families = {str(entry["of"]) for entry in units["counted"].values()}
    return frozenset({*units["state"], *families, "money"})


def check_roles(
    concept: Concept,
    actor: tuple[str, ...] | None,
    recipient: tuple[str, ...] | None,
    where: str,
) -> None:
    """Refuse a trigger that gives its event a role that the concept does not have.

    Args:
        concept: what the trigger shows.
        actor, recipient: where the trigger's roles stand; None where it leaves that to its
            language, empty where there is none.
        where: file and entry of the trigger, for the message.

    Raises:
        PackError: nobody can be the recipient of this concept.

    >>> check_roles(load_concepts()["attack"], None, ("object",), "here")
    >>> check_roles(load_concepts()["resign"], None, ("object",), "en/events entry 3 (quit)")
    Traceback (most recent call last):
    sayso.errors.PackError: en/events entry 3 (quit): resign (RETREAT resign) has no recipient; \
expected recipient = [], or none given; allowed roles: actor
    """
    if recipient and concept.recipient is RecipientRule.NONE:
        codes = " ".join(filter(None, (concept.type, concept.mode)))
        raise PackError(
            f"{concept.id} ({codes}) has no recipient",
            where=where,
            expected="recipient = [], or none given",
            todo="allowed roles: actor",
        )
