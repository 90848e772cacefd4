"""CAMEO: its codes, what PLOVER makes of them, and 015 and 016 from how a thing is said."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

from sayso.codebook.plover import check_codes
from sayso.errors import PackError
from sayso.model import Act


class CameoCode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A code of cameo.toml.

    Attributes:
        name: what it stands for, in our words.
        plover: "TYPE" or "TYPE mode", best first; empty where PLOVER dropped it.
        context: PLOVER's contexts.
        why: why it is coded otherwise than in PLOVER's own table.
    """

    name: str
    plover: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    why: str | None = None

    @property
    def types(self) -> frozenset[str]:
        """The types that it may be."""
        return frozenset(codes.partition(" ")[0] for codes in self.plover)


class CameoFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """cameo.toml."""

    act: dict[Act, str]
    code: dict[str, CameoCode]


@functools.cache
def read_file() -> CameoFile:
    """cameo.toml, checked; raises PackError where a code names what PLOVER does not have."""
    return parse_cameo(resources.files("sayso.codebook").joinpath("cameo.toml").read_text("utf-8"))


def parse_cameo(text: str, where: str = "codebook/cameo.toml") -> CameoFile:
    """The codes from the text of a file; raises as `read_file` does."""
    try:
        file = msgspec.convert(tomllib.loads(text), CameoFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise PackError(str(error), where=where) from error
    for number, code in file.code.items():
        for codes in code.plover:
            type_, _, mode = codes.partition(" ")
            check_codes(type_, mode or None, code.context, f"{where} {number}")
    for act, number in file.act.items():
        if number not in file.code:
            raise PackError(f"no code {number!r}", where=f"{where} [act] {act}")
    return file


def read_cameo() -> dict[str, CameoCode]:
    """Every CAMEO code.

    Raises:
        PackError: the file is wrong.

    >>> read_cameo()["0841"].name, read_cameo()["0841"].plover
    ('releases people', ('RETREAT release',))
    """
    return read_file().code


def cameo_of(cameo: str | None, act: Act | None = None) -> str | None:
    """The CAMEO code of an event as a statement tells it.

    An admitted event is 015 and a denied one 016, whatever the event is: these two codes are
    about the saying, which PLOVER does not code. Every other act leaves the event its own.

    Args:
        cameo: the event's own code.
        act: of the statement that it is told in; None where the page tells it itself.

    Returns:
        The code, or None where the event has none and the act gives none.

    >>> cameo_of("195", Act.DENY), cameo_of("195", Act.ADMIT), cameo_of("195", Act.ACCUSE)
    ('016', '015', '195')
    """
    return read_file().act.get(act, cameo) if act else cameo
