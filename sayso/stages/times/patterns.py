"""Patterns of codebook/time/*.toml: parsed, laid out flat, and matched against tokens.

A pattern is a row of symbols with what it settles behind an arrow:

    "{in|during} [the] MONTH [YEAR]"      words in small letters stand for themselves,
    "LAST WEEKDAY -> which=last"          capitals for a class of words or for another pattern
    "N UNIT ago -> sign=-1"               [may be left out], (one | of these), {not of the date}
    "DAY to DAY MONTH"                    a second DAY is the field `day2`
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.errors import PackError

Fields = dict[str, int | str]
#: Classes that digits fill.
NUMERIC = frozenset({"DAY", "MM", "YEAR", "BARE", "ALONE", "N", "TWO", "ROMAN", "TENS", "TEN"})


@dataclass(frozen=True, slots=True)
class Symbol:
    """One place of a flat pattern.

    Attributes:
        name: a word that stands for itself, or a class or pattern by name (capitals).
        field: the field that a class fills ("LONG:unit" fills `unit`).
        literal: whether it is a word.
        capital: whether the word must have a capital.
        inside: whether it is part of the date's words.
    """

    name: str
    field: str = ""
    literal: bool = False
    capital: bool = False
    inside: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One flat pattern and the fields that it settles."""

    symbols: tuple[Symbol, ...]
    gives: tuple[tuple[str, int | str], ...]


def read_rows(pattern: str, where: str) -> list[Row]:
    """Every flat row of a pattern, long ones first.

    Raises:
        PackError: a bracket is not closed, or a setting is no `name=value`.

    >>> [[s.name for s in row.symbols] for row in read_rows("[the] DAY (of | -) MONTH", "x")][2:]
    [['DAY', 'of', 'MONTH'], ['DAY', '-', 'MONTH']]
    """
    written, _, settled = pattern.partition("->")
    for sign in "[](){}|":
        written = written.replace(sign, f" {sign} ")
    parts = written.split()
    rows, rest = _alternatives(parts, True, where)
    if rest:
        raise PackError(f"nothing opens '{rest[0]}' in '{pattern}'", where=where)
    gives = tuple(_setting(given, where) for given in settled.split())
    return [Row(row, gives) for row in sorted(dict.fromkeys(rows), key=len, reverse=True) if row]


#: Classes whose field has another name.
FIELD = {"BARE": "year", "MM": "month", "ROMAN": "century", "TENS": "decade", "TEN": "decade"}


def _symbol(part: str, inside: bool) -> Symbol:
    """A symbol as a pattern writes it."""
    name, _, field = part.partition(":")
    if name.isupper():
        return Symbol(name, field or FIELD.get(name, name.lower()), inside=inside)
    return Symbol(part.lower(), literal=True, capital=part[0].isupper(), inside=inside)


def _setting(given: str, where: str) -> tuple[str, int | str]:
    name, sign, value = given.partition("=")
    if not sign or not value:
        raise PackError(f"'{given}' settles nothing", where=where, expected="name=value")
    number = value.lstrip("+-")
    return name, int(value) if number.isdecimal() else value


CLOSES = {"[": "]", "(": ")", "{": "}"}


def _alternatives(
    parts: list[str], inside: bool, where: str
) -> tuple[list[tuple[Symbol, ...]], list[str]]:
    """Rows of `a | b c` up to a closing bracket, and the parts that are left from it."""
    done: list[tuple[Symbol, ...]] = []
    rows: list[tuple[Symbol, ...]] = [()]
    while parts:
        head, parts = parts[0], parts[1:]
        if head in "])}":
            return done + rows, [head, *parts]
        if head == "|":
            done, rows = done + rows, [()]
            continue
        if head in CLOSES:
            inner, parts = _alternatives(parts, inside and head != "{", where)
            if not parts or parts[0] != CLOSES[head]:
                raise PackError(f"'{head}' is not closed", where=where)
            parts = parts[1:]
            options = [*inner, ()] if head == "[" else inner
        else:
            options = [(_symbol(head, inside),)]
        rows = [row + option for row in rows for option in options]
    return done + rows, []
