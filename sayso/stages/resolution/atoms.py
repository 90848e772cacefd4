"""Atoms: the pieces that noun phrases for parties are made of, found from left to right.

An atom is a role ("foreign minister"), an entry of the gazetteer ("Russian", "Kremlin"), a title
("Mrs"), or a run of capitalised words that is, or may be, a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.gazetteer.lookup import Entry, Form
from sayso.packs.load import Pack
from sayso.packs.shape import RoleEntry
from sayso.stages.resolution.tokens import cut_words, plain


class AtomKind(StrEnum):
    """What an atom is."""

    ROLE = "role"
    PLACE = "place"  # any entry of the gazetteer
    TITLE = "title"
    PERSON = "person"
    NAME = "name"  # capitalised words that may be anybody or anything
    ORGANISATION = "organisation"
    OWNER = "owner"  # a name that only tells whose: "Weller's lawyer"


@dataclass(slots=True)
class Atom:
    """Words `first` to `last` (exclusive) of the token list, and what they are.

    Attributes:
        full: several capitalised words that nothing tells to be a person's name or another's.
    """

    kind: AtomKind
    first: int
    last: int
    role: RoleEntry | None = None
    entry: Entry | None = None
    genders: str = ""
    full: bool = False

    @property
    def party(self) -> bool:
        """True for a country, seat, body or medium, not for a mere part of the world."""
        return self.entry is not None and self.entry.form is not Form.BLOC

    @property
    def adjective(self) -> bool:
        """True for a word that can qualify a role: "Russian", "western", "U.S."."""
        return self.entry is not None and self.entry.form in (Form.DEMONYM, Form.BLOC)


RoleIndex = dict[str, list[tuple[tuple[str, ...], RoleEntry]]]
_ROLES: dict[int, tuple[Pack, RoleIndex]] = {}


def role_index(pack: Pack) -> RoleIndex:
    """First word → role phrases cut as the text is, longest first; kept for each pack."""
    kept = _ROLES.get(id(pack))
    if kept and kept[0] is pack:
        return kept[1]
    index: RoleIndex = {}
    for entries in pack.roles.values():
        for words, entry in entries:
            phrase = " ".join(words)
            cut = tuple(plain(phrase[a:b]) for a, b in cut_words(phrase, pack))
            if cut:
                index.setdefault(cut[0], []).append((cut, entry))
    for phrases in index.values():
        phrases.sort(key=lambda pair: -len(pair[0]))
    if len(_ROLES) > 32:
        _ROLES.clear()
    _ROLES[id(pack)] = (pack, index)
    return index
