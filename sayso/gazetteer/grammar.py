"""What determiners and endings tell about a noun: definite or not, and its gender.

Gender decides which "elle" or "sie" can mean which minister; a language without an entry here
is read without it.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from sayso.gazetteer.tables import read_rows


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's determiners and endings.

    Attributes:
        definite: determiner → whether it points back ("the") or not ("a").
        genders: determiner → genders of `m f n p` that it allows.
        endings: ending of a noun → its gender, longest first.
        abstract: endings of nouns that are bodies, never people ("-schaft").
        dual: "both", "two"; sides: nouns for parties of a dispute ("sides", "countries").
    """

    language: str
    definite: dict[str, bool]
    genders: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    abstract: tuple[str, ...]
    dual: frozenset[str]
    sides: frozenset[str]

    @property
    def gendered(self) -> bool:
        """True where things have genders, so that "elle" may be a country."""
        return any(g in "mf" for genders in self.genders.values() for g in genders)


@functools.cache
def load_grammar(language: str) -> Grammar:
    """The determiners and endings of a language.

    >>> load_grammar("fr").genders["la"], load_grammar("en").definite["a"]
    ('f', False)
    >>> load_grammar("en").gendered, load_grammar("de").gendered
    (False, True)
    """
    rows = [row for row in read_rows("grammar.tsv") if row[0] == language]
    return Grammar(
        language=language,
        definite={row[2]: row[3] == "y" for row in rows if row[1] == "determiner"},
        genders={row[2]: row[4] for row in rows if row[1] == "determiner"},
        endings=tuple(
            sorted(
                ((row[2], row[4]) for row in rows if row[1] == "ending"), key=lambda e: -len(e[0])
            )
        ),
        abstract=tuple(row[2] for row in rows if row[1] == "abstract"),
        dual=frozenset(row[2] for row in rows if row[1] == "dual"),
        sides=frozenset(row[2] for row in rows if row[1] == "side"),
    )


def is_abstract(noun: str, grammar: Grammar) -> bool:
    """True for a noun, in small letters, that is a body by its ending.

    >>> german = load_grammar("de")
    >>> is_abstract("staatsanwaltschaft", german), is_abstract("staatsanwalt", german)
    (True, False)
    """
    return noun.endswith(grammar.abstract)


def find_ending_gender(noun: str, grammar: Grammar) -> str:
    """The gender that a noun's ending tells, or ""; the noun in small letters.

    >>> find_ending_gender("sprecherin", load_grammar("de"))
    'f'
    >>> find_ending_gender("minister", load_grammar("en"))
    ''
    """
    for ending, gender in grammar.endings:
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return gender
    return ""
