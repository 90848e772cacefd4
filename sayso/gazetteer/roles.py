"""A country and a noun for one of its bodies or offices: "Минобороны Армении", "우크라이나군".

For languages without a pack: the nouns are data (data/patterns.XX.toml), countries are `lookup`'s,
case endings and particles the tables' of the gazetteer. A party that a country only backs, arms or
leans to is not that country's ("поддерживаемые Руандой повстанцы").
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import Form, find_entries, normalise
from sayso.gazetteer.matches import Match
from sayso.gazetteer.names.endings import list_stems
from sayso.gazetteer.names.match import Verdict
from sayso.gazetteer.particles import load_leads, load_particles
from sayso.model import Entity, EntityKind

_MARKS = '«»"“”„.,'
_GIVES_COUNTRY = frozenset((Form.NAME, Form.DEMONYM, Form.CAPITAL))
Stems = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for a body or an office; `sector` as PLOVER has it."""

    role: str
    sector: str
    kind: EntityKind
    words: Stems


@dataclass(frozen=True, slots=True)
class Patterns:
    """What data/patterns.XX.toml says of a language.

    Attributes:
        nouns: those of most words first.
        joins: words between noun and country: "de la".
        backed: words that make a country a backer only.
        short: names of countries that stand only before a noun ("미").
        joined: a country and a noun may be one word.
    """

    language: str
    nouns: tuple[RoleNoun, ...]
    joins: frozenset[str]
    backed: tuple[Stems, ...]
    short: dict[str, str]
    joined: bool


@dataclass(frozen=True, slots=True)
class Party:
    """A body or an office that was found.

    Attributes:
        country: alpha-3, "" where none is told or where it only backs the party.
        reason: in words.
    """

    noun: RoleNoun
    country: str
    name: str
    reason: str

    def entity(self) -> Entity:
        """The party as sources have it, with the ids that reading gives."""
        body = self.country and self.noun.kind not in (EntityKind.PERSON, EntityKind.GROUP)
        place = f"{self.country.lower()}-" if self.country else ""
        return Entity(
            id=f"{'body' if body else 'role'}:{place}{fold(self.noun.role)}",
            name=self.name,
            kind=self.noun.kind,
            country=self.country or None,
            sector=self.noun.sector,
            role=None if body else self.noun.role,
        )


@functools.cache
def load_patterns(language: str) -> Patterns | None:
    """The patterns of a language; None where it has no file."""
    path = resources.files("sayso.gazetteer").joinpath("data", f"patterns.{language}.toml")
    if not path.is_file():
        return None
    data = tomllib.loads(path.read_text("utf-8"))
    nouns = [
        RoleNoun(role, sector, EntityKind(kind), _stem_all(form, language))
        for sector, kinds in data["roles"].items()
        for kind, roles in kinds.items()
        for role, forms in roles.items()
        for form in forms
    ]
    return Patterns(
        language=language,
        nouns=tuple(sorted(nouns, key=lambda noun: -len(noun.words))),
        joins=frozenset(data["joins"]),
        backed=tuple(_stem_all(words, language) for words in data["backed"]),
        short=data.get("short", {}),
        joined=data.get("joined", False),
    )


def find_party(name: str, language: str) -> Party | None:
    """The body or office that a country and a noun name together; None where there is none.

    >>> found = find_party("Минобороны Армении", "ru")
    >>> found.entity().id, found.entity().sector
    ('body:arm-defence-ministry', 'GOV')
    >>> find_party("우크라이나군은", "ko").entity().id
    'body:ukr-army'
    >>> find_party("rebeldes respaldados por Ruanda", "es").entity().country is None
    True
    >>> find_party("Армения", "ru") is None
    True
    """
    patterns = load_patterns(language)
    if patterns is None:
        return None
    words = [word.strip(_MARKS) for word in name.split()]
    words = [word for word in words if word]
    while words and words[0].lower() in load_leads(language):
        words = words[1:]
    return _find_backed(words, patterns) or _find_own(words, patterns)


def _find_own(words: list[str], patterns: Patterns) -> Party | None:
    """A noun and the country that it belongs to."""
    for country, rest in _list_countries(words, patterns):
        noun = _find_noun(rest, patterns) or _find_head(rest, patterns)
        if noun:
            name = " ".join(words)
            return Party(noun, country, name, f"{noun.role} of {country}")
    return None


def _find_backed(words: list[str], patterns: Patterns) -> Party | None:
    """A noun whose party a country only backs."""
    stems = [_stem(word, patterns.language) for word in words]
    for backed in patterns.backed:
        at = next((i for i in range(len(stems)) if _fits_at(backed, stems, i)), None)
        if at is None:
            continue
        for first, last in _spans(len(words)):
            noun = _find_noun(words[first:last], patterns)
            if noun and not first <= at < last:
                said = " ".join(words[at : at + len(backed)])
                reason = f"{said}: the country that backs it is not its own"
                return Party(noun, "", " ".join(words), reason)
    return None


def _spans(size: int) -> Iterator[tuple[int, int]]:
    """Every run of so many words, the longest first."""
    for length in range(size, 0, -1):
        for first in range(size - length + 1):
            yield first, first + length


def _list_countries(words: list[str], patterns: Patterns) -> Iterator[tuple[str, list[str]]]:
    """Every country among the words, with the words that are left beside it."""
    for first, last in _spans(len(words)):
        if last - first == len(words):
            continue
        if country := _find_country(" ".join(words[first:last]), patterns):
            yield from _leave(words, first, last, country, patterns)
    if patterns.joined and words:
        yield from _split_word(words, patterns)


def _leave(
    words: list[str], first: int, last: int, country: str, patterns: Patterns
) -> Iterator[tuple[str, list[str]]]:
    """The words before and after a country, joining words at their edges left out."""
    before, after = words[:first], words[last:]
    yield country, before + after
    bare = _trim(before, patterns.joins)
    yield country, bare + after
    if not before:
        yield country, _trim(after[::-1], patterns.joins)[::-1]


def _trim(words: list[str], joins: frozenset[str]) -> list[str]:
    """The words without joining ones at their end ("de la")."""
    while words and words[-1].lower() in joins | {part for one in joins for part in one.split()}:
        words = words[:-1]
    return words


def _find_country(words: str, patterns: Patterns) -> str:
    """The only country that some words name; "" for none or two."""
    if words in patterns.short:
        return patterns.short[words]
    entries = find_entries(words, patterns.language)
    found = {entry.entity.country for entry in entries if entry.form in _GIVES_COUNTRY}
    return (found.pop() or "") if len(found) == 1 else ""


def _split_word(words: list[str], patterns: Patterns) -> Iterator[tuple[str, list[str]]]:
    """ "우크라이나군": a country that a noun hangs on."""
    first, *others = words
    for cut in range(len(first) - 1, 0, -1):
        if country := _find_country(first[:cut], patterns):
            yield country, [first[cut:], *others]


def _find_noun(words: list[str], patterns: Patterns) -> RoleNoun | None:
    """The noun that the words are, in any case form and with any particle."""
    stems = [_stem(word, patterns.language) for word in words]
    fitting = (noun for noun in patterns.nouns if len(noun.words) == len(stems))
    return next((noun for noun in fitting if _fits_at(noun.words, stems, 0)), None)


def _find_head(words: list[str], patterns: Patterns) -> RoleNoun | None:
    """The head of two: "portavoz del Gobierno", "посол (Казахстана) в России", "국방부 대변인"."""
    for cut in range(len(words) - 1, 0, -1):
        head, other = words[:cut], _trim(words[cut:][::-1], patterns.joins)[::-1]
        if patterns.joined:  # there the head stands last
            head, other = other, head
        noun = _find_noun(head, patterns)
        if noun and (_find_noun(other, patterns) or _find_country(" ".join(other), patterns)):
            return noun
    return None


def _fits_at(wanted: Stems, stems: list[frozenset[str]], at: int) -> bool:
    if at + len(wanted) > len(stems):
        return False
    return all(not a.isdisjoint(b) for a, b in zip(wanted, stems[at:], strict=False))


def _stem_all(phrase: str, language: str) -> Stems:
    return tuple(_stem(word, language) for word in phrase.split())


@functools.lru_cache(maxsize=16384)
def _stem(word: str, language: str) -> frozenset[str]:
    """The word and what is left without a case ending or a particle."""
    plain = normalise(word)
    if word.isupper() and len(word) <= 4:
        return frozenset((plain,))
    bare = {plain[: -len(one)] for one in load_particles(language) if plain.endswith(one)}
    return frozenset({plain, *list_stems(plain, language)[1:], *filter(None, bare)})


def match_party(name: str, language: str) -> Match | None:
    """The same as `find_party`, as the search shows it."""
    found = find_party(name, language)
    if found is None:
        return None
    entity = found.entity()
    return Match(
        name=entity.name,
        kind=entity.kind,
        country=entity.country,
        what=found.noun.role,
        score=1.0,
        verdict=Verdict.SAME,
        reasons=(found.reason,),
        entity=entity,
    )
