"""What a numbers.toml may hold: how one language writes numbers and what it counts.

The keys are explained in docs/quantities.md; an unknown key is refused by the loader.
"""

from __future__ import annotations

from typing import Literal

import msgspec

#: A number written as a key ("1000", "1/3") → the words for it.
Words = dict[str, tuple[str, ...]]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parent of the tables of numbers.toml: an unknown key is an error."""


class Before(Part, frozen=True, kw_only=True):
    """Words right before a number that bound it, round it, or say that it is meant as it stands."""

    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()


class After(Part, frozen=True, kw_only=True):
    """Words right after a number, or after what it counts, that bound or round it."""

    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class Range(Part, frozen=True, kw_only=True):
    """Two numbers that are one interval."""

    between: tuple[tuple[str, str], ...] = ()
    from_to: tuple[tuple[str, str], ...] = ()
    join: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    out_of: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


class Context(Part, frozen=True, kw_only=True):
    """Words that show a number to be no count, and words that end what is counted."""

    months: tuple[str, ...] = ()
    months_capital: tuple[str, ...] = ()
    year_before: tuple[str, ...] = ()
    clock_before: tuple[str, ...] = ()
    clock_at: tuple[str, ...] = ()
    clock_after: tuple[str, ...] = ()
    ordinal_after: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    address_after: tuple[str, ...] = ()
    age_before: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    weak_before: tuple[str, ...] = ()
    weak_after: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    stop_endings: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    singular_s: tuple[str, ...] = ()


class UnitWords(Part, frozen=True, kw_only=True):
    """Words for the units of codebook/units.toml, and what stands between two of them."""

    per: tuple[str, ...] = ()
    per_weak: tuple[str, ...] = ()
    per_not: tuple[str, ...] = ()
    words: dict[str, tuple[str, ...]] = {}


class NumbersFile(Part, frozen=True, kw_only=True):
    """A language's numbers.toml."""

    decimal: Literal[".", ","]
    noun_style: Literal["plural", "capital", "first", "counter"]
    comma_thousands: bool = False
    ordinal_dot: bool = False
    compound: bool = False
    elision: bool = False
    join: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    half_before: tuple[str, ...] = ()
    bare_counters: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    values: Words = {}
    scales: Words = {}
    money_scales: Words = {}
    vague: Words = {}
    rounded: Words = {}
    fractions: Words = {}
    before: Before = Before()
    after: After = After()
    range: Range = Range()
    context: Context = Context()
    units: UnitWords = UnitWords()
    counted: dict[str, tuple[str, ...]] = {}
    states: dict[str, tuple[str, ...]] = {}


class Unit(Part, frozen=True, kw_only=True):
    """One unit of codebook/units.toml: what kind of measure it is, and its signs."""

    of: str = ""
    before: bool = False
    signs: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    rate: str = ""


class UnitsFile(Part, frozen=True, kw_only=True):
    """codebook/units.toml."""

    unit: dict[str, Unit]
    counted: dict[str, Unit]
    state: dict[str, Unit]
