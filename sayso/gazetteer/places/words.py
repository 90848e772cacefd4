"""A language's words around the names of places: sayso/gazetteer/data/places.XX.toml."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

from sayso.errors import SaysoError

Words = tuple[str, ...]
Endings = tuple[tuple[str, str], ...]


class PlaceWords(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False
):
    """What a language writes around the names of places. Phrases are in small letters.

    Attributes:
        home: countries (alpha-3) that a page in the language may leave unsaid.
        in_, near, to, from_: words before a place (Korean: behind it, in the same word).
        weak: those of them that hardly prove that a name is a place's.
        kinds: a preposition → "city" or "wide" (country, region) where it tells: French "à", "en".
        city_like: countries that take the towns' preposition all the same ("à Cuba").
        contracted: a preposition that holds a name's article: "au" Caire, Le Caire.
        articles, modifiers: what may stand between preposition and name.
        region_before, region_after, city_before, city_after: nouns that tell the kind.
        region_strip: nouns of regions that only names of data have ("Republic of").
        and_, that: joining words; words that open a clause.
        on, passive: what takes a place as its object ("entered Goma"), or has it as its subject.
        say, tell: verbs of saying, without and with an addressee; scene: what may stand between
            them and the place where somebody spoke.
        people: titles: a name beside them is a person's.
        not_places: words with a capital that are names of places too, and hardly ever mean them.
        capital_after: words with a capital that may follow a place without being part of a name.
        elisions: words cut short that are words of their own ("d'").
        endings: ending of a case form → of the dictionary form; adjectives: the same for the
            adjectives of regions.
        short: short names of what holds a place: "Va." is Virginia.
        bare_towns: towns stand without article ("in the Clinton campaign" is no town).
        plain_nouns: every noun has a capital (German).
        not_say: phrases that hold a verb of saying and are none ("s'est déclaré").
        joined: particles are part of the word; verb_last: the verb of saying
            closes the sentence; particles: what may be cut off a name, longest first.
    """

    home: Words
    in_: Words = msgspec.field(name="in")
    near: Words
    to: Words
    from_: Words = msgspec.field(name="from")
    weak: Words
    articles: Words
    modifiers: Words
    region_before: Words
    region_after: Words
    region_strip: Words
    city_before: Words
    city_after: Words
    and_: Words = msgspec.field(name="and")
    that: Words
    on: Words
    passive: Words
    say: Words
    tell: Words
    scene: Words
    people: Words
    not_places: Words
    capital_after: Words
    elisions: Words = ()
    kinds: dict[str, str] = {}
    city_like: Words = ()
    endings: Endings = ()
    adjectives: Endings = ()
    contracted: dict[str, str] = {}
    short: dict[str, str] = {}
    bare_towns: bool = False
    plain_nouns: bool = False
    not_say: Words = ()
    particles: Words = ()
    joined: bool = False
    verb_last: bool = False


@functools.cache
def load_place_words(language: str) -> PlaceWords | None:
    """The words of a language (`pt-BR` falls back on `pt`), or None where nobody wrote them.

    Raises:
        SaysoError: the file is not as it should be.

    >>> load_place_words("fr").kinds["à"], load_place_words("xx")
    ('city', None)
    """
    name = f"places.{language.split('-')[0]}.toml"
    path = resources.files("sayso.gazetteer").joinpath("data", name)
    if not path.is_file():
        return None
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), PlaceWords)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SaysoError(
            str(error), where=f"gazetteer/data/{name}", todo="see docs/places.md for its keys"
        ) from error
