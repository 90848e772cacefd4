"""The words that every language has for a concept, gathered from the packs."""

from __future__ import annotations

import functools

from sayso.packs.load import list_packs
from sayso.packs.triggers import TriggerEntry, find_triggers

#: Language → its entries for one concept, in the order of its files.
Words = dict[str, tuple[TriggerEntry, ...]]


@functools.cache
def gather_words() -> dict[str, Words]:
    """Concept → language → entries; a language without words for it is left out.

    Raises:
        PackError: a pack's events/ are wrong.

    >>> [entry.lemma for entry in gather_words()["attack"]["en"]][0]
    'attack'
    """
    words: dict[str, dict[str, list[TriggerEntry]]] = {}
    for language in list_packs():
        triggers = find_triggers(language)
        for entry in triggers.entries if triggers else ():
            words.setdefault(entry.concept, {}).setdefault(language, []).append(entry)
    return {
        concept: {language: tuple(entries) for language, entries in by_language.items()}
        for concept, by_language in words.items()
    }


def words_of(concept: str) -> Words:
    """Language → entries that show a concept; empty where no pack has a word for it."""
    return gather_words().get(concept, {})


def list_lemmas(entries: tuple[TriggerEntry, ...]) -> list[str]:
    """The entries' lemmas, each once, as a dictionary has them.

    >>> list_lemmas(words_of("attack")["en"])[:1]
    ['attack']
    """
    return list(dict.fromkeys(dictionary_form(entry.lemma) for entry in entries))


def dictionary_form(lemma: str) -> str:
    """A lemma as one reads it: its separable particle joined, nothing behind an apostrophe.

    >>> dictionary_form("zurück|erobern"), dictionary_form("prise d' otages")
    ('zurückerobern', "prise d'otages")
    """
    return lemma.replace("|", "").replace("' ", "'").replace("’ ", "’")
