"""Inflection: every form of a word, made from its paradigm and its irregular forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from sayso.packs.shape import Paradigm


class Inflected(Protocol):
    """An entry of a pack whose word has forms."""

    @property
    def lemma(self) -> str:
        """Dictionary form; `|` divides a separable particle from its verb."""

    @property
    def paradigm(self) -> str | None:
        """Name of a paradigm of pack.toml, or None."""

    @property
    def forms(self) -> dict[str, tuple[str, ...]]:
        """Irregular forms by name of form."""


def inflect(stem: str, ending: str) -> str:
    """The stem with an ending put on; `=` doubles its last letter, `~` stands for the stem.

    >>> inflect("admit", "=ed"), inflect("deni", "es"), inflect("räum", "ge~t")
    ('admitted', 'denies', 'geräumt')
    """
    if "~" in ending:
        return ending.replace("~", stem)
    if ending.startswith("="):
        return stem + stem[-1] + ending[1:]
    return stem + ending


def choose_paradigm(verb: str, paradigms: Mapping[str, Paradigm]) -> Paradigm | None:
    """The paradigm whose `cut` is the longest ending of the verb; the first one among equals."""
    fitting = [p for p in paradigms.values() if verb.endswith(p.cut)]
    return max(fitting, key=lambda p: len(p.cut)) if fitting else None


def verb_forms(entry: Inflected, paradigms: Mapping[str, Paradigm]) -> dict[str, tuple[str, ...]]:
    """Forms of a verb's first word, by name of form; a particle is not put on here."""
    verb = entry.lemma.partition("|")[2] or entry.lemma
    verb = verb.split(" ")[0]
    forms: dict[str, tuple[str, ...]] = {"infinitive": (verb,)}
    chosen = paradigms.get(entry.paradigm) if entry.paradigm else choose_paradigm(verb, paradigms)
    if chosen:
        stem = verb[: len(verb) - len(chosen.cut)]
        for name, endings in chosen.forms.items():
            forms[name] = tuple(inflect(stem, ending) for ending in endings)
    return forms | entry.forms
