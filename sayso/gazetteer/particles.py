"""Small words around a name: "는" that hangs on "북한은", "the" before "the Kremlin".

Rows of data/grammar.tsv; a language without particles has none. To add a language, add
its rows to scripts/gazetteer/grammar.csv.
"""

from __future__ import annotations

import functools
from collections.abc import Collection

from sayso.gazetteer.tables import read_rows


@functools.cache
def load_particles(language: str) -> tuple[str, ...]:
    """The particles of a language, longest first.

    >>> "에서는" in load_particles("ko"), load_particles("en")
    (True, ())
    """
    rows = read_rows("grammar.tsv")
    found = [row[2] for row in rows if row[0] == language and row[1] == "particle"]
    return tuple(sorted(found, key=len, reverse=True))


def strip_particle(words: str, language: str, known: Collection[str]) -> str:
    """The words without a particle, where that is one of the known words; else as they are.

    Args:
        known: words in small letters, of which one must be left.

    >>> strip_particle("북한에서는", "ko", {"북한"}), strip_particle("이란", "ko", {"이란"})
    ('북한', '이란')
    """
    if words in known:
        return words
    for particle in load_particles(language):
        if words.endswith(particle) and words[: -len(particle)].strip() in known:
            return words[: -len(particle)].strip()
    return words


def list_bare(name: str, language: str) -> list[str]:
    """A name, and what is left of it without each particle that it may end in, longest first.

    >>> list_bare("한서진은", "ko"), list_bare("Weller", "en")
    (['한서진은', '한서진'], ['Weller'])
    """
    ends = (one for one in load_particles(language) if name.endswith(one))
    bare = (name[: -len(one)].strip() for one in ends)
    return [name, *(form for form in bare if len(form) > 1)]


@functools.cache
def load_leads(language: str) -> frozenset[str]:
    """Small words that may stand before a name: determiners and prepositions of grammar.tsv."""
    kinds = ("determiner", "preposition")
    return frozenset(
        row[2]
        for row in read_rows("grammar.tsv")
        if row[1] in kinds and row[0] in (language, "any")
    )


def strip_lead(words: str, language: str) -> str:
    """The words without a determiner or preposition before them.

    >>> strip_lead("the Kremlin", "en"), strip_lead("в Армении", "ru"), strip_lead("Kyiv", "en")
    ('Kremlin', 'Армении', 'Kyiv')
    """
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in load_leads(language) else words


@functools.cache
def load_backers(language: str) -> frozenset[str]:
    """What makes a country only the backer of a party: "backed" after its name, "pro" before it."""
    rows = read_rows("grammar.tsv")
    return frozenset(row[2] for row in rows if row[0] == language and row[1] == "backer")


def is_backer(word: str, language: str) -> bool:
    """True for a word that says who stands behind a party which is not theirs.

    >>> is_backer("Rwandan-backed", "en"), is_backer("pro-Russian", "en"), is_backer("US-led", "en")
    (True, True, False)
    """
    if "-" not in word:
        return False
    parts = word.lower().split("-")
    return parts[-1] in load_backers(language) or parts[0] in load_backers(language)
