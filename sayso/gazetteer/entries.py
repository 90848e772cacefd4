"""An entry of the gazetteer: one way to name one entity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.gazetteer.imports.brought import Provenance
from sayso.model import Entity


class Form(StrEnum):
    """How a word names an entity; the first that fits a word is the one that is meant."""

    NAME = "name"
    BODY = "body"
    MEDIUM = "medium"
    SEAT = "seat"
    CAPITAL = "capital"
    DEMONYM = "demonym"
    BLOC = "bloc"


#: Form → its place, the best first.
ORDER = {form: number for number, form in enumerate(Form)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to name one entity.

    Attributes:
        genders: grammatical genders in the language, of `m f n p` (p: plural); "" where unknown.
        written: the words as the data have them.
        imported: where an imported name comes from.
    """

    entity: Entity
    form: Form
    genders: str
    written: str
    imported: Provenance | None = None
