"""Look up whom a name means: countries and their people, capitals, seats, bodies, media.

The data are one file a language, read when the language is first asked for. A word written with
a capital there must have one in the text ("Polish", not "polish"), and an abbreviation must be
written as it stands there ("WHO", not "who"). What two entities share ("Congolese") is nobody's.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from sayso.gazetteer.entries import Entry as Entry
from sayso.gazetteer.entries import Form as Form
from sayso.gazetteer.imports.bodies import load_bodies
from sayso.gazetteer.imports.folder import on_change
from sayso.gazetteer.imports.words import list_entries, rank
from sayso.gazetteer.particles import load_particles, strip_particle
from sayso.gazetteer.tables import read_rows
from sayso.model import Entity, EntityKind

_FIRST = re.compile(r"\w+")
#: What may stand between the words of an entry.
BETWEEN = " \t\n\r\u00a0\u202f.'’-‑‐&/"
_WORD = re.compile(r"[^\W\d_][^\s]*")


@dataclass(frozen=True, slots=True)
class Index:
    """The entries of a language.

    Attributes:
        entries: normalised words → entries, best form first.
        reach: first word → length of the longest entry that begins with it, in code points.
        tails: first word → the next two letters of the entries that begin with it.
    """

    entries: dict[str, tuple[Entry, ...]]
    reach: dict[str, int]
    tails: dict[str, set[str]]


def normalise(words: str) -> str:
    """Small letters, one kind of apostrophe, hyphen and space; ё as е, as most papers print it.

    >>> normalise("Côte  d’Ivoire")
    "côte d'ivoire"
    >>> normalise("Кремлём") == normalise("Кремлем")
    True
    """
    plain = words.lower().replace("’", "'").replace("‑", "-").replace("‐", "-")
    if not plain.isascii():
        plain = plain.replace("ʼ", "'").replace("ё", "е")
    return " ".join(plain.split()) if " " in plain or not plain.isprintable() else plain


@on_change
@functools.cache
def load_entities() -> dict[str, Entity]:
    """Every entity of the gazetteer, by id, as imported where it is."""
    return load_shipped() | {key: body.entity for key, body in load_bodies().items()}


@functools.cache
def load_shipped() -> dict[str, Entity]:
    """Every entity that is shipped, by id, imports aside."""
    return {
        row[0]: Entity(
            id=country_id(row[0], row[2], row[3]),
            name=row[1],
            kind=EntityKind(row[2]),
            country=row[3] or None,
            sector=row[4] or None,
            role=row[5] or None,
        )
        for row in read_rows("entities.tsv")
    }


def country_id(key: str, kind: str, country: str) -> str:
    """A government's seat speaks for its country: both are one party, `country:RUS`."""
    return f"country:{country}" if key.startswith("seat:") else key


@on_change
@functools.cache
def load_index(language: str) -> Index:
    """The entries of a language, those of every language, and imported ones; once a process."""
    found: dict[str, list[Entry]] = {}
    reach: dict[str, int] = {}
    tails: dict[str, set[str]] = {}
    for entry in chain(_read_entries(language), list_entries(load_shipped())):
        plain = normalise(entry.written)
        found.setdefault(plain, []).append(entry)
        first = _FIRST.match(plain)
        start = first.group() if first else plain
        reach[start] = max(reach.get(start, 0), len(plain))
        tails.setdefault(start, set()).add(plain[len(start) :].strip(BETWEEN)[:2].rstrip(BETWEEN))
    return Index({plain: rank(entries) for plain, entries in found.items()}, reach, tails)


def _read_entries(language: str) -> Iterator[Entry]:
    entities = load_entities()
    for name in (f"words.{language}.tsv", "words.any.tsv"):
        for key, form, genders, words in read_rows(name):
            for written in words.split("|"):
                yield Entry(entities[key], Form(form), genders, written)


def find_entries(words: str, language: str) -> tuple[Entry, ...]:
    """Every entry that the words, written like this, may be; best form first.

    >>> [entry.form.value for entry in find_entries("U.S.", "en")]
    ['name', 'demonym']
    >>> find_entries("polish", "en")
    ()
    >>> [entry.entity.name for entry in find_entries("북한에서는", "ko")]
    ['North Korea']
    """
    known = load_index(language).entries
    entries = known.get(normalise(words), ())
    if not entries and load_particles(language):
        words = strip_particle(words, language, known)
        entries = known.get(normalise(words), ())
    return tuple(entry for entry in entries if is_written_so(words, entry.written))


@on_change
@functools.lru_cache(maxsize=8192)
def find_sole(words: str, language: str) -> Entry | None:
    """The best entry of some words, unless two entities share them in that form.

    >>> find_sole("North Korea", "en").entity.id
    'country:PRK'
    """
    entries = find_entries(words, language)
    best = {entry.entity.id for entry in entries if entry.form is entries[0].form}
    return entries[0] if len(best) == 1 else None


def is_written_so(seen: str, written: str) -> bool:
    """True when capitals in the text fit the data's.

    >>> is_written_so("WHO", "WHO"), is_written_so("who", "WHO"), is_written_so("NEPAL", "Nepal")
    (True, False, True)
    """
    if written.isupper() and len(written) > 1:
        return seen.replace("’", "'") == written
    theirs, ours = _WORD.findall(seen), _WORD.findall(written)
    if len(theirs) != len(ours):
        return seen[:1].isupper() or not written[:1].isupper()
    pairs = zip(theirs, ours, strict=True)
    return all(a[0].isupper() or not b[0].isupper() for a, b in pairs)


def find_entry(words: str, language: str, forms: Iterable[Form] = Form) -> Entry | None:
    """The entry that the words mean in one of the forms; None where two entities share them.

    >>> found = find_entry("Pjöngjang", "de")
    >>> found.entity.id, found.form.value
    ('country:PRK', 'capital')
    """
    wanted = frozenset(forms)
    entries = [entry for entry in find_entries(words, language) if entry.form in wanted]
    same = [entry for entry in entries if entry.form is entries[0].form]
    return same[0] if len({entry.entity.id for entry in same}) == 1 else None


def find_country(words: str, language: str) -> Entry | None:
    """The country or territory of that name.

    >>> find_country("Corée du Nord", "fr").entity.id
    'country:PRK'
    """
    return find_entry(words, language, (Form.NAME,))


def find_demonym(words: str, language: str) -> Entry | None:
    """The country of an adjective or of a word for its people.

    >>> find_demonym("ukrainischen", "de").entity.id, find_demonym("Poles", "en").entity.id
    ('country:UKR', 'country:POL')
    """
    return find_entry(words, language, (Form.DEMONYM,))


def find_capital(words: str, language: str) -> Entry | None:
    """The country that a capital stands for.

    >>> find_capital("Moscou", "fr").entity.name
    'Russia'
    """
    return find_entry(words, language, (Form.CAPITAL,))


def find_seat(words: str, language: str) -> Entry | None:
    """The government (or parliament, army, service) that a seat stands for.

    >>> find_seat("Élysée", "fr").entity.id, find_seat("Weißen Haus", "de").entity.sector
    ('country:FRA', 'GOV')
    """
    return find_entry(words, language, (Form.SEAT,))


def find_body(words: str, language: str) -> Entry | None:
    """The international body or organised group of that name.

    >>> find_body("OTAN", "fr").entity.id
    'body:nato'
    """
    return find_entry(words, language, (Form.BODY,))


def find_medium(words: str, language: str = "en") -> Entry | None:
    """The medium or news agency of that name; an agency has the role "news agency".

    >>> found = find_medium("KCNA").entity
    >>> found.country, found.sector, found.role
    ('PRK', 'JRN', 'news agency')
    """
    return find_entry(words, language, (Form.MEDIUM,))
