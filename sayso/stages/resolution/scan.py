"""Scan: the atoms of a text from left to right, names among them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.gazetteer.grammar import is_abstract
from sayso.gazetteer.people import find_genders, is_organisation_word, is_particle
from sayso.model import EntityKind
from sayso.packs.load import CUE_FORM, FINITE
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import Atom, AtomKind
from sayso.stages.resolution.lexicon import Lexicon

_LONGEST_NAME = 6  # words; longer runs of capitals are headlines


@dataclass(slots=True)
class Scanner(Lexicon):
    """Finds the atoms of one text."""

    def scan(self) -> list[Atom]:
        """Every atom of the text, in order, none overlapping another."""
        atoms: list[Atom] = []
        tokens, roles, position = self.tokens, self.roles, 0
        while position < len(tokens):
            token = tokens[position]
            if not (token.capital or token.low in roles or token.bits & t.TITLE):
                after_title = bool(atoms) and atoms[-1].last == position
                if not after_title and not self.reach_at(token):
                    position += 1
                    continue
            found = self.find(position, atoms)
            atoms += found
            position = found[-1].last if found else position + 1
        return atoms

    def find(self, i: int, atoms: list[Atom]) -> list[Atom]:
        """The atoms that begin at word `i` after the ones found: one, two for a compound, none."""
        token = self.tokens[i]
        if is_particle(token.word) and self.follows_title(atoms, i) and self.particled(i):
            return [self.name_at(i, introduced=True)]
        known = token.low in self.roles
        if not (known or token.capital or token.bits & t.TITLE or self.reach_at(token)):
            return []
        if known and (parted := self.parted_role_at(i)):
            return parted
        role, place = self.role_at(i) if known else None, self.place_at(i)
        if role and self.is_verb(atoms, i, role):
            role = None
        if place and self.begins_name(i, place):
            place = None
        if role and place:
            return [role if role.last > place.last else place]
        if place:
            return [place]
        if role and self.is_surname(atoms, i, role):
            return [self.name_at(i, introduced=True)]
        compound = self.compound_at(i)
        if compound and (role is None or (len(compound) > 1 and role.last == i + 1)):
            return compound
        if role:
            return [role]
        if token.bits & t.TITLE and not token.bits & t.FUNCTION:
            return [Atom(AtomKind.TITLE, i, i + 1, genders=self.genders(token))]
        if not self.may_name(i):
            return []
        if late := self.late_name_at(i):
            return late
        return [self.name_at(i, introduced=self.is_introduced(atoms, i))]

    def begins_name(self, i: int, place: Atom) -> bool:
        """ "Paris Weller", "Georgia Stone": a given name that is also a place."""
        follows = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return (
            place.last == i + 1
            and follows is not None
            and follows.capital
            and not self.pack.head.nouns_capitalised
            and bool(find_genders(self.tokens[i].word))
            and not self.role_at(i + 1)
            and not self.place_at(i + 1)
        )

    def is_verb(self, atoms: list[Atom], i: int, role: Atom) -> bool:
        """ "Chad accused Mali": a role's word that is a verb, right after what can be its subject.

        Where nouns have capitals, a word without one is no role.
        """
        token = self.tokens[i]
        if role.last != i + 1 or token.capital:
            return False
        if self.pack.head.nouns_capitalised:
            return True
        if not token.bits & CUE_FORM or not atoms or atoms[-1].last != i:
            return False
        before = self.tokens[atoms[-1].first - 1] if atoms[-1].first else token
        noun = before.bits & (t.DETERMINER | t.POSSESSIVE) and before is not token
        follows = self.tokens[i + 1].bits if i + 1 < len(self.tokens) else 0
        subject = not atoms[-1].adjective and atoms[-1].kind is not AtomKind.TITLE
        return subject and not noun and not follows & (FINITE | t.FINITES)

    def follows_title(self, atoms: list[Atom], i: int) -> bool:
        """A title stands right before word `i`: "Frau von der Aue"."""
        return bool(atoms) and atoms[-1].kind is AtomKind.TITLE and atoms[-1].last == i

    def is_surname(self, atoms: list[Atom], i: int, role: Atom) -> bool:
        """ "Mr Singer": after a title that tells a gender, a capitalised role is a name."""
        titled = self.follows_title(atoms, i)
        one = role.last == i + 1 and self.tokens[i].capital
        return titled and one and bool(atoms[-1].genders) and not self.pack.head.nouns_capitalised

    def late_name_at(self, i: int) -> list[Atom] | None:
        """ "Rentenberater Wolf Quast": where nouns have capitals, a given name begins the name."""
        if not self.pack.head.nouns_capitalised or self.genders(self.tokens[i]):
            return None
        last = self.run_end(i, sure=False)
        for start in range(i + 1, last):
            given = find_genders(self.tokens[start].word)
            if given and not self.tokens[start - 1].initial:
                end = self.run_end(start, sure=True)
                person = Atom(AtomKind.PERSON, start, end, genders=given)
                return [Atom(AtomKind.NAME, i, start), person]
        return None

    def name_at(self, i: int, *, introduced: bool) -> Atom:
        """A run of capitalised words at word `i`, and how sure it is that they name a person."""
        given = self.genders(self.tokens[i])
        last = self.run_end(i, sure=introduced or bool(given))
        words = self.tokens[i:last]
        if any(is_organisation_word(token.word) for token in words[1:]):
            return Atom(AtomKind.ORGANISATION, i, last)
        after = self.tokens[i - 1] if i else None
        determined = after is not None and (
            after.clitic or bool(after.bits & (t.DETERMINER | t.POSSESSIVE))
        )
        bare = not determined and not self.pack.head.nouns_capitalised
        several = len([token for token in words if not token.initial]) > 1
        cased = not any(len(w.word) > 1 and w.word.isupper() and not w.initial for w in words)
        shouted = self.tokens[i].sentence in self.title_cased
        unknown = bare and cased and not shouted
        sure = (introduced and not shouted) or (several and (bool(given) or unknown))
        return Atom(AtomKind.PERSON if sure else AtomKind.NAME, i, last, genders=given)

    def is_introduced(self, atoms: list[Atom], i: int) -> bool:
        """A title, or a role that persons have, right before word `i`: a person's name follows.

        An adjective may stand between: "le président russe Untel".
        """
        position = len(atoms) - 1
        if position >= 0 and atoms[position].adjective and atoms[position].last == i:
            i = atoms[position].first
            position -= 1
        if position < 0 or atoms[position].last != i:
            return False
        role = atoms[position].role
        if role is None or atoms[position].kind is AtomKind.TITLE:
            return atoms[position].kind is AtomKind.TITLE
        body = role.group or role.kind is not EntityKind.PERSON
        return not body and not is_abstract(self.tokens[i - 1].word, self.language)

    def may_name(self, i: int) -> bool:
        """Word `i` can begin a name."""
        token = self.tokens[i]
        if not token.capital or token.bits & t.TIME or (token.bits & t.MONTH and self.dated(i)):
            return False
        if token.opening and token.bits & t.COMMON:
            return False
        return not (token.bits & t.FUNCTION and not token.word.isupper()) or bool(
            self.genders(token)
        )

    def dated(self, i: int) -> bool:
        """A month's name at word `i` is the month: a number or a preposition is beside it."""
        beside = self.tokens[max(0, i - 1) : i + 2]
        return any(x.word[0].isdigit() or x.bits & t.PREPOSITION for x in beside)

    def particled(self, i: int) -> bool:
        """Particles at word `i` lead to a capital: "von der Leyen"."""
        while i < len(self.tokens) and is_particle(self.tokens[i].word):
            i += 1
        return i < len(self.tokens) and self.tokens[i].capital and not self.place_at(i)

    def run_end(self, i: int, *, sure: bool) -> int:
        """One past the last word of the name that begins at word `i`."""
        last = i + 1
        while last < len(self.tokens) and last - i < _LONGEST_NAME:
            token = self.tokens[last]
            if token.sentence != self.tokens[i].sentence:
                break
            if self.continues(last, sure=sure):
                last += 1
                continue
            ahead = last
            while ahead < len(self.tokens) and is_particle(self.tokens[ahead].word):
                ahead += 1
            names = ahead > last and ahead < len(self.tokens) and self.continues(ahead, sure=sure)
            open_class = all(not p.bits & t.FUNCTION for p in self.tokens[last:ahead])
            if not names or not (open_class or (sure and last == i + 1)):
                break
            last = ahead + 1
        return last

    def continues(self, i: int, *, sure: bool) -> bool:
        """Word `i` can go on with a name: a capital, and nothing that we know better."""
        token = self.tokens[i]
        if not token.capital or token.bits & t.TIME or token.clitic:
            return False
        if token.bits & t.MONTH and (self.dated(i) or not sure):
            return False
        if is_organisation_word(token.word) and not self.pack.head.nouns_capitalised:
            return True
        surname = sure and bool(self.genders(self.tokens[i - 1]))
        role = self.role_at(i)
        if role and not (surname and role.last == i + 1 and not self.pack.head.nouns_capitalised):
            return False
        if token.bits & t.TITLE and not token.initial and not surname:
            return False
        if token.bits & CUE_FORM and not self.genders(token):
            return False
        place = self.place_at(i)
        if place and not (sure and place.last == i + 1 and not token.word.isupper()):
            return False
        return self.compound_at(i) is None if not sure else True
