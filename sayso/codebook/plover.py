"""PLOVER: its types, modes and contexts, read from plover.toml."""

from __future__ import annotations

import functools
import tomllib
from enum import StrEnum
from importlib import resources
from typing import Literal

import msgspec

from sayso.errors import PackError


class Quad(StrEnum):
    """PLOVER's four classes: in words or in deeds, with another or against."""

    VERBAL_COOPERATION = "verbal_cooperation"
    MATERIAL_COOPERATION = "material_cooperation"
    VERBAL_CONFLICT = "verbal_conflict"
    MATERIAL_CONFLICT = "material_conflict"

    @property
    def number(self) -> int:
        """The `quad_code` of PLOVER's rows, 1 to 4.

        >>> Quad.VERBAL_CONFLICT.number
        3
        """
        return list(Quad).index(self) + 1

    @property
    def cooperative(self) -> bool:
        """True for the two classes of cooperation."""
        return self in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)


class RecipientRule(StrEnum):
    """Whether an event of a type has a recipient."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"


class Fact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parent of what plover.toml holds."""


class SourceOf(Fact, frozen=True, kw_only=True):
    """Where the facts come from."""

    title: str
    year: int
    url: str


class PloverType(Fact, frozen=True, kw_only=True):
    """One of the 16 types.

    Attributes:
        quad: its class.
        meaning: what the one who acts does.
        recipient: whether PLOVER codes it without a recipient.
        section: where the source has it: "manual 2.2".
        score: conflict and cooperation on one scale, -10 to 10 (manual 2.5).
        actor, recipient_is: who they are, where that is not plain.
    """

    quad: Quad
    meaning: str
    recipient: RecipientRule
    section: str
    score: float
    actor: str | None = None
    recipient_is: str | None = None


class Unreal(Fact, frozen=True, kw_only=True):
    """The types and modes of PLOVER rows whose event is not told as fact."""

    cooperation: str
    conflict: str
    negated: str
    stay: tuple[str, ...]
    refused: dict[str, str]
    threatened: dict[str, str]


class Plover(Fact, frozen=True, kw_only=True):
    """plover.toml: type → facts; type → mode → meaning; context → meaning; other lists' names.

    `forbids` is role → "TYPE mode" that cannot have it.
    """

    source: dict[str, SourceOf]
    type: dict[str, PloverType]
    forbids: dict[Literal["recipient"], tuple[str, ...]]
    alias: dict[str, tuple[str, ...]]
    mode: dict[str, dict[str, str]]
    mode_joined: dict[str, dict[str, str]]
    mode_alias: dict[str, dict[str, str]]
    score: dict[str, dict[str, float]]
    context: dict[str, str]
    context_alias: dict[str, str]
    telling: dict[str, str]
    unreal: Unreal


@functools.cache
def read_plover() -> Plover:
    """PLOVER's facts, checked.

    Raises:
        PackError: the file is not TOML, a key is unknown, or an entry names what is not there.

    >>> plover = read_plover()
    >>> len(plover.type), plover.type["AID"].recipient, sorted(plover.mode["MOBILIZE"])
    (16, <RecipientRule.REQUIRED: 'required'>, ['militia', 'police', 'troops', 'weapons'])
    """
    return parse_plover(
        resources.files("sayso.codebook").joinpath("plover.toml").read_text("utf-8")
    )


def parse_plover(text: str, where: str = "codebook/plover.toml") -> Plover:
    """PLOVER's facts from the text of a file; raises as `read_plover` does."""
    try:
        plover = msgspec.convert(tomllib.loads(text), Plover)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise PackError(str(error), where=where) from error
    check_plover(plover, where)
    return plover


def check_plover(plover: Plover, where: str) -> None:
    """Refuse modes of no type, and codes of `unreal` and `alias` that are none."""
    for name in (*plover.mode, *plover.mode_alias, *plover.mode_joined, *plover.score):
        check_type(plover, name, f"{where} [mode.{name}]")
    for name in (n for names in plover.alias.values() for n in names):
        check_type(plover, name, f"{where} [alias]")
    for codes in (c for listed in plover.forbids.values() for c in listed):
        type_, _, of = codes.partition(" ")
        check_mode(plover, type_, of or None, f"{where} [forbids]")
    unreal = plover.unreal
    for name in (unreal.cooperation, unreal.conflict, unreal.negated, *unreal.stay):
        check_type(plover, name, f"{where} [unreal]")
    for told, table in ((unreal.negated, unreal.refused), (unreal.conflict, unreal.threatened)):
        for key, mode in table.items():
            type_, _, of = key.partition(" ")
            check_mode(plover, type_, of or None, f"{where} [unreal] {key}")
            check_mode(plover, told, mode, f"{where} [unreal] {key}")


def check_type(plover: Plover, type_: str, where: str) -> None:
    """Raises PackError where a type is none of PLOVER's."""
    if type_ not in plover.type:
        todo = (
            f"PLOVER calls it {' or '.join(plover.alias[type_])}" if type_ in plover.alias else ""
        )
        raise PackError(
            f"no type {type_!r}",
            where=where,
            expected="one of " + ", ".join(plover.type),
            todo=todo,
        )


def check_mode(plover: Plover, type_: str, mode: str | None, where: str) -> None:
    """Raises PackError where a type, or a mode of it, is none of PLOVER's."""
    check_type(plover, type_, where)
    modes = plover.mode.get(type_, {})
    if mode is not None and mode not in modes:
        other = plover.mode_alias.get(type_, {}).get(mode)
        raise PackError(
            f"{type_} has no mode {mode!r}",
            where=where,
            expected="one of " + ", ".join(modes) if modes else "no mode",
            todo=f"here it is called {other!r}" if other else "",
        )


def check_contexts(plover: Plover, contexts: tuple[str, ...], where: str) -> None:
    """Raises PackError where a context is none of PLOVER's."""
    for name in contexts:
        if name not in plover.context:
            other = plover.context_alias.get(name)
            raise PackError(
                f"no context {name!r}",
                where=where,
                expected="one of " + ", ".join(plover.context),
                todo=f"here it is called {other!r}" if other else "",
            )


def check_codes(type_: str, mode: str | None, context: tuple[str, ...], where: str) -> None:
    """Refuse codes that PLOVER does not have; what it has under another name is said.

    Args:
        type_, mode, context: the codes.
        where: file and entry, for the message.

    Raises:
        PackError: with what is allowed.

    >>> check_codes("COERCE", "seize", ("legal",), "here")
    """
    plover = read_plover()
    check_mode(plover, type_, mode, where)
    check_contexts(plover, context, where)
