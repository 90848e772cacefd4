"""The numbers of a language, indexed: numbers.toml and codebook/units.toml, ready to look up."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from sayso.errors import PackError
from sayso.packs.load import convert, pack_folder
from sayso.stages.quantities.phrases import (
    Phrases,
    alternatives,
    by_meaning,
    index_phrases,
    word_numbers,
)
from sayso.stages.quantities.shape import NumbersFile, UnitsFile

MORE, LESS, ABOUT, EXACT = ">", "<", "~", "="
HYPHENS = frozenset("-‐‑–—−")
_LETTERS = re.compile(r"[^\W\d_]+[²³]?")
#: Signs that are a number of their own.
VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """How one language writes numbers and what it counts.

    Attributes:
        file: the numbers.toml, as it stands.
        values, scales, vague, rounded, fractions, money_scales: word → number.
        scaling, numbers: the words of scales and rounded; all words for numbers.
        halves: "and a half".
        before: phrases turned round, by their last word → the change that they make.
        after: phrases by first word → the change.
        units: phrases by first word → unit id; `counted` and `states` likewise.
        kinds: unit id → what kind of measure or family of things it is.
        sign_after, sign_before: the written signs; `signs` and `leading` say which unit each is.
        tails: unit → what may follow the number when its sign stood before it ("$75 US").
        rates: "kilometre/hour" → the unit that it is.
        ages: phrases before an age, turned round.
        starts: the words with which a number can begin, but for digits, compounds and these:
        plain_values: words for numbers that no scale is, nor a share ("seven", not "quarter").
        going_on: the words and signs that can go on with a numeral.
        sign_starts, sign_ends: first words of written signs; last letters of those before a number.
        state_words: first words of `states`.
        beside_date: what joins a number to a date ("5 and 6 May").
        leading_words: articles and "several", which begin one before such a word only.
    """

    file: NumbersFile
    language: str
    values: dict[str, float]
    scales: dict[str, float]
    vague: dict[str, float]
    rounded: dict[str, float]
    fractions: dict[str, float]
    money_scales: dict[str, float]
    scaling: frozenset[str]
    numbers: frozenset[str]
    halves: Phrases
    before: Phrases
    after: Phrases
    units: Phrases
    counted: Phrases
    states: Phrases
    kinds: dict[str, str]
    signs: dict[str, str]
    leading: dict[str, str]
    tails: dict[str, frozenset[str]]
    rates: dict[str, str]
    sign_after: re.Pattern[str]
    sign_before: re.Pattern[str]
    starts: frozenset[str]
    plain_values: frozenset[str]
    going_on: frozenset[str]
    sign_starts: frozenset[str]
    sign_ends: frozenset[str]
    beside_date: frozenset[str]
    state_words: frozenset[str]
    leading_words: frozenset[str]
    ages: Phrases
    stop: frozenset[str]
    sets: dict[str, frozenset[str]]
    pieces: dict[str, tuple[str, ...] | None]


def read_toml(path: Traversable, where: str) -> dict[str, Any]:
    """One TOML file; a broken one is a `PackError`."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"not TOML: {error}", where=where, todo="mend the line") from error


@functools.cache
def read_units() -> UnitsFile:
    """codebook/units.toml, checked."""
    path = resources.files("sayso.codebook").joinpath("units.toml")
    units: UnitsFile = convert(
        read_toml(path, "codebook/units.toml"), UnitsFile, "codebook/units.toml"
    )
    return units


def numbers_path(language: str) -> Traversable | None:
    """The numbers.toml of a language: of its pack, or of the codebook where there is no pack."""
    in_pack = pack_folder(language).joinpath("numbers.toml")
    if in_pack.is_file():
        return in_pack
    alone = resources.files("sayso.codebook").joinpath("numbers", f"{language}.toml")
    return alone if alone.is_file() else None


@functools.cache
def find_grammar(language: str) -> Grammar | None:
    """The grammar of a language (`pt-BR` falls back on `pt`), or None where none is installed.

    Raises:
        PackError: numbers.toml is not TOML, or has a key, unit or number that is not known.
    """
    base = language.split("-")[0].lower()
    path = numbers_path(base) if base.isalpha() else None
    if path is None:
        return None
    where = f"{base}/{path.name}"
    file: NumbersFile = convert(read_toml(path, where), NumbersFile, where)
    check_names(file, where)
    return build(file, base)


def check_names(file: NumbersFile, where: str) -> None:
    """Refuse words for a unit, a counted thing or a state that codebook/units.toml has not."""
    units = read_units()
    known = ((file.units.words, units.unit), (file.counted, units.counted))
    for given, ids in (*known, (file.states, units.state)):
        for name in given:
            if name not in ids:
                raise PackError(
                    f"{name!r} is no id", where=where, expected="an id of codebook/units.toml",
                    todo="add it there or correct it",
                )  # fmt: skip


def build(file: NumbersFile, language: str) -> Grammar:
    """Index a numbers.toml."""
    units = read_units()
    signs = {sign: name for name, unit in units.unit.items() for sign in unit.signs}
    leading = {s: name for name, unit in units.unit.items() if unit.before for s in unit.signs}
    context = file.context
    values, fractions = word_numbers(file.values), word_numbers(file.fractions)
    scaling = frozenset((*word_numbers(file.scales), *word_numbers(file.rounded)))
    halves = index_phrases((phrase, "") for phrase in file.halves)
    states = index_phrases(by_meaning(file.states))
    return Grammar(
        file=file,
        language=language,
        values=values,
        scales=word_numbers(file.scales),
        vague=word_numbers(file.vague),
        rounded=word_numbers(file.rounded),
        fractions=fractions,
        money_scales=word_numbers(file.money_scales),
        scaling=scaling,
        numbers=frozenset(
            w for t in (file.values, file.scales, file.vague) for w in word_numbers(t)
        ),
        halves=halves,
        before=index_phrases(changes(file.before), backward=True),
        after=index_phrases(changes(file.after)),
        units=index_phrases(by_meaning(file.units.words)),
        counted=index_phrases(by_meaning(file.counted)),
        states=states,
        kinds={n: u.of for n, u in (*units.unit.items(), *units.counted.items())},
        signs=signs,
        leading=leading,
        tails={name: frozenset(unit.tails) for name, unit in units.unit.items() if unit.tails},
        rates={unit.rate: name for name, unit in units.unit.items() if unit.rate},
        ages=index_phrases(((w, "age") for w in context.age_before), backward=True),
        sign_after=re.compile(rf"[\s\u00a0\u202f-]?({alternatives(signs)})(?!['’\w]|\.\w)"),
        sign_before=re.compile(rf"(?<![^\W\d_])({alternatives(leading)})[\s\u00a0\u202f]?$"),
        starts=starting_words(file) - frozenset((*file.articles, *file.several)),
        plain_values=frozenset(values) - scaling - frozenset(fractions) - set(file.half_before),
        going_on=frozenset(
            (*values, *scaling, *fractions, *file.join, *file.odd, *halves, *file.of, *HYPHENS)
        ),
        sign_starts=frozenset(first_word(sign) for sign in signs),
        sign_ends=frozenset(sign[-1] for sign in leading),
        state_words=frozenset(states),
        beside_date=frozenset((*HYPHENS, *file.join, *file.range.join)),
        leading_words=frozenset((*file.articles, *file.several)),
        stop=frozenset((*context.stop, *context.months)),
        sets={name: frozenset(getattr(context, name)) for name in context.__struct_fields__},
        pieces={},
    )


def changes(given: Any) -> Iterable[tuple[str, str]]:
    """(phrase, change) pairs of the tables `before` and `after`."""
    for name, change in (("more", MORE), ("less", LESS), ("about", ABOUT), ("exact", EXACT)):
        for phrase in getattr(given, name, ()):
            yield phrase, change


def first_word(sign: str) -> str:
    """The first word of a written sign, as the tokens have it.

    >>> first_word("km/h"), first_word("m²"), first_word("%")
    ('km', 'm²', '%')
    """
    letters = _LETTERS.match(sign)
    return letters.group() if letters else sign[:1]


def starting_words(file: NumbersFile) -> frozenset[str]:
    """The words with which a number can begin."""
    tables = (file.values, file.scales, file.vague, file.rounded, file.fractions)
    words = (word for table in tables for given in table.values() for word in given)
    return frozenset((*words, *file.half_before, *VULGAR))
