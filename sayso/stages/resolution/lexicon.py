"""What one word can begin: a role of the pack, an entry of the gazetteer, a compound of both."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.gazetteer.lookup import Entry, Form, find_entries, load_index
from sayso.gazetteer.people import find_genders
from sayso.packs.load import Pack
from sayso.packs.shape import RoleEntry
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import Atom, AtomKind, RoleIndex, role_index
from sayso.stages.resolution.tokens import Token

_FIRST = re.compile(r"\w+")
_SHORTEST_HEAD = 4  # letters of a role inside a compound: "Kremlsprecher"


@dataclass(slots=True)
class Lexicon:
    """The words of one text beside what pack and gazetteer know of them."""

    text: str
    tokens: list[Token]
    pack: Pack
    language: str
    title_cased: frozenset[int] = frozenset()
    roles: RoleIndex = field(init=False)
    reach: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.roles = role_index(self.pack)
        self.reach = load_index(self.language).reach

    def role_at(self, i: int) -> Atom | None:
        """The longest role phrase at word `i`."""
        for words, entry in self.roles.get(self.tokens[i].low, ()):
            if self.reads(i, words):
                return Atom(AtomKind.ROLE, i, i + len(words), role=entry)
        return None

    def parted_role_at(self, i: int) -> list[Atom] | None:
        """ "ministre arménien de la Défense": a role with an adjective inside it."""
        if not self.pack.head.adjectives_follow:
            return None
        for words, entry in self.roles.get(self.tokens[i].low, ()):
            for cut in range(1, len(words)):
                middle = i + cut
                if middle >= len(self.tokens) or not self.reads(i, words[:cut]):
                    break
                place = self.place_at(middle)
                if place and place.adjective and self.reads(place.last, words[cut:]):
                    place.last += len(words) - cut
                    return [Atom(AtomKind.ROLE, i, middle, role=entry), place]
        return None

    def reads(self, i: int, words: tuple[str, ...]) -> bool:
        """The words stand at word `i`, one after the other."""
        last = i + len(words)
        return last <= len(self.tokens) and all(
            self.tokens[i + k].low == word for k, word in enumerate(words)
        )

    def reach_at(self, token: Token) -> int:
        """Length of the longest entry of the gazetteer that begins with the word; 0 for none."""
        low = token.low
        if not low.isalnum():
            head = _FIRST.match(low)
            low = head.group() if head else low
        return self.reach.get(low, 0)

    def place_at(self, i: int) -> Atom | None:
        """The longest entry of the gazetteer at word `i`."""
        token = self.tokens[i]
        reach = self.reach_at(token)
        if not reach:
            return None
        last = i + 1
        while last < len(self.tokens) and self.tokens[last].end <= token.start + reach:
            last += 1
        while last > i:
            words = self.text[token.start : self.tokens[last - 1].end]
            entries = find_entries(words, self.language)
            if entries and len({e.entity.id for e in entries if e.form is entries[0].form}) == 1:
                return Atom(AtomKind.PLACE, i, last, entry=entries[0], genders=entries[0].genders)
            last -= 1
        return None

    def compound_at(self, i: int) -> list[Atom] | None:
        """ "US-Außenminister", "Kremlsprecher": a place and a role in one word."""
        token = self.tokens[i]
        if not token.capital:
            return None
        _, dash, tail = token.low.partition("-")
        if dash:
            entries = find_entries(token.word.partition("-")[0], self.language)
            role = _single(self.roles, tail) or self._suffix(tail)
            if entries and role:
                return self._pair(i, entries[0], role)
            if entries and entries[0].form in (Form.DEMONYM, Form.BODY):
                return [Atom(AtomKind.PLACE, i, i + 1, entry=entries[0])]
            return [Atom(AtomKind.ROLE, i, i + 1, role=role)] if role else None
        if not self.pack.head.nouns_capitalised:
            return None
        role = self._suffix(token.low)
        if role is None:
            return None
        length = max(len(f) for f in role.forms if token.low.endswith(f.lower()))
        stem = token.word[:-length]
        entries = find_entries(stem, self.language) or find_entries(stem[:-1], self.language)
        return (
            self._pair(i, entries[0], role)
            if entries
            else [Atom(AtomKind.ROLE, i, i + 1, role=role)]
        )

    def _pair(self, i: int, entry: Entry, role: RoleEntry) -> list[Atom]:
        place = Atom(AtomKind.PLACE, i, i, entry=entry, genders=entry.genders)
        return [place, Atom(AtomKind.ROLE, i, i + 1, role=role)]

    def _suffix(self, low: str) -> RoleEntry | None:
        """The role that a compound noun ends in, longest first."""
        if not self.pack.head.nouns_capitalised:
            return None
        for cut in range(1, len(low) - _SHORTEST_HEAD + 1):
            if found := _single(self.roles, low[cut:]):
                return found
        return None

    def genders(self, token: Token) -> str:
        """What a title or given name tells about its bearer."""
        found = find_genders(token.word)
        if token.bits & t.MALE and "m" not in found:
            found += "m"
        if token.bits & t.FEMALE and "f" not in found:
            found += "f"
        return found


def _single(roles: RoleIndex, low: str) -> RoleEntry | None:
    return next((entry for words, entry in roles.get(low, ()) if len(words) == 1), None)
