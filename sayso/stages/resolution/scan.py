"""Scan: the atoms of a text from left to right, names among them."""

from __future__ import annotations

from sayso.gazetteer.grammar import is_abstract
from sayso.model import EntityKind
from sayso.packs.load import CUE_FORM, FINITE
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import Atom, AtomKind
from sayso.stages.resolution.lexicon import Lexicon

_LONGEST_NAME = 6  # words; longer runs of capitals are headlines


class Scanner(Lexicon):
    """Finds the atoms of one page."""

    def scan(self) -> list[Atom]:
        """Every atom of the page, in order, none overlapping another."""
        atoms: list[Atom] = []
        position = 0
        for i in [i for i, token in enumerate(self.tokens) if token.begins]:
            if i < position:
                continue
            found = self.find(i, atoms)
            if found:
                atoms += found
                position = found[-1].last
        self.confirm(atoms)
        return atoms

    def confirm(self, atoms: list[Atom]) -> None:
        """A full name without a given name that we know is a person's if its surname comes again.

        "Xelda Quandel" is one where the page says "Quandel" too; "Grand Central" is none.
        """
        full = [atom for atom in atoms if atom.full]
        if not full:
            return
        surnames = {
            self.tokens[atom.last - 1].low
            for atom in atoms
            if atom.kind is AtomKind.PERSON
            or (atom.kind is AtomKind.NAME and atom.last == atom.first + 1)
        }
        for atom in full:
            if self.tokens[atom.last - 1].low in surnames:
                atom.kind = AtomKind.PERSON

    def find(self, i: int, atoms: list[Atom]) -> list[Atom]:
        """The atoms that begin at word `i` after the ones found: one, two for a compound, none."""
        token = self.tokens[i]
        role = place = None
        if token.roles:
            if parted := self.parted_role_at(i):
                return parted
            role = self.role_at(i)
            if role and self.is_verb(atoms, i, role):
                role = None
        if token.reach:
            place = self.place_at(i)
            if place and self.begins_name(i, place):
                place = None
        if place:
            return [role if role and role.last > place.last else place]
        if role and self.is_surname(atoms, i, role):
            return [self.name_at(i, introduced=True)]
        compound = None if role and role.last > i + 1 else self.compound_at(i)
        if compound and (role is None or len(compound) > 1):
            return compound
        if role:
            return [role]
        if token.bits & t.TITLE and not token.bits & t.FUNCTION:
            return self.title_at(i)
        if not token.may_name or (token.bits & t.MONTH and self.dated(i)):
            return []
        if late := self.late_name_at(i):
            return late
        return [self.name_at(i, introduced=self.is_introduced(atoms, i))]

    def title_at(self, i: int) -> list[Atom]:
        """A title, with the name after it where that begins small: "Frau von der Aue"."""
        title = Atom(AtomKind.TITLE, i, i + 1, genders=self.tokens[i].genders)
        follows = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if follows and follows.particle and self.particled(i + 1):
            return [title, self.name_at(i + 1, introduced=True)]
        return [title]

    def begins_name(self, i: int, place: Atom) -> bool:
        """ "Paris Weller", "Georgia Stone": a given name that is also a place."""
        follows = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return (
            place.last == i + 1
            and follows is not None
            and follows.capital
            and not self.nouns_capitalised
            and bool(self.tokens[i].given)
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
        if self.nouns_capitalised:
            return True
        if not token.bits & CUE_FORM or not atoms or atoms[-1].last != i:
            return False
        before = self.tokens[atoms[-1].first - 1].bits if atoms[-1].first else 0
        noun = before & (t.DETERMINER | t.POSSESSIVE)
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
        return titled and one and bool(atoms[-1].genders) and not self.nouns_capitalised

    def late_name_at(self, i: int) -> list[Atom] | None:
        """ "Rentenberater Wolf Quast": where nouns have capitals, a given name begins the name."""
        if not self.nouns_capitalised or self.tokens[i].genders:
            return None
        last = self.run_end(i, sure=False)
        for start in range(i + 1, last):
            given = self.tokens[start].given
            if given and not self.tokens[start - 1].initial:
                end = self.run_end(start, sure=True)
                person = Atom(AtomKind.PERSON, start, end, genders=given)
                return [Atom(AtomKind.NAME, i, start), person]
        return None

    def name_at(self, i: int, *, introduced: bool) -> Atom:
        """A run of capitalised words at word `i`, and how sure it is that they name a person."""
        given = self.tokens[i].genders
        last = self.run_end(i, sure=introduced or bool(given))
        shouted = self.words.sentences[i] in self.words.title_cased
        if last == i + 1:
            kind = AtomKind.PERSON if introduced and not shouted else AtomKind.NAME
            return Atom(kind, i, last, genders=given)
        words = self.tokens[i:last]
        if any(token.organisation for token in words[1:]):
            return Atom(AtomKind.ORGANISATION, i, last)
        after = self.tokens[i - 1] if i else None
        determined = after is not None and (
            after.clitic or bool(after.bits & (t.DETERMINER | t.POSSESSIVE))
        )
        bare = not determined and not self.nouns_capitalised
        several = len([token for token in words if not token.initial]) > 1
        cased = not any(len(w.word) > 1 and w.word.isupper() and not w.initial for w in words)
        full = bare and cased and several and not shouted
        sure = (introduced and not shouted) or (several and bool(given))
        kind = AtomKind.PERSON if sure else AtomKind.NAME
        return Atom(kind, i, last, genders=given, full=full and not sure)

    def is_introduced(self, atoms: list[Atom], i: int) -> bool:
        """A title, or a role that persons have, right before word `i`: a person's name follows.

        An adjective may stand between: "le président russe Untel".
        """
        position = len(atoms) - 1
        if position < 0 or atoms[position].last != i:
            return False
        if atoms[position].adjective:
            i = atoms[position].first
            position -= 1
        if position < 0 or atoms[position].last != i:
            return False
        role = atoms[position].role
        if role is None or atoms[position].kind is AtomKind.TITLE:
            return atoms[position].kind is AtomKind.TITLE
        body = role.group or role.kind is not EntityKind.PERSON
        return not body and not is_abstract(self.tokens[i - 1].low, self.grammar)

    def dated(self, i: int) -> bool:
        """A month's name at word `i` is the month: a number or a preposition is beside it."""
        beside = self.tokens[max(0, i - 1) : i + 2]
        return any(x.word[0].isdigit() or x.bits & t.PREPOSITION for x in beside)

    def particled(self, i: int) -> bool:
        """Particles at word `i` lead to a capital: "von der Leyen"."""
        while i < len(self.tokens) and self.tokens[i].particle:
            i += 1
        return i < len(self.tokens) and self.tokens[i].capital and not self.place_at(i)

    def run_end(self, i: int, *, sure: bool) -> int:
        """One past the last word of the name that begins at word `i`."""
        tokens, sentences = self.tokens, self.words.sentences
        last, stop = i + 1, len(tokens)
        while last < stop and last - i < _LONGEST_NAME and sentences[last] == sentences[i]:
            if tokens[last].capital:
                if not self.continues(last, sure=sure):
                    break
                last += 1
                continue
            ahead = last
            while ahead < stop and tokens[ahead].particle:
                ahead += 1
            if ahead in (last, stop) or not self.continues(ahead, sure=sure):
                break
            open_class = not any(p.bits & t.FUNCTION for p in tokens[last:ahead])
            if not open_class and not (sure and last == i + 1):
                break
            last = ahead + 1
        return last

    def continues(self, i: int, *, sure: bool) -> bool:
        """Word `i` can go on with a name: a capital, and nothing that we know better."""
        token = self.tokens[i]
        bits = token.bits
        if not token.capital or bits & t.TIME or token.clitic:
            return False
        if bits & t.MONTH and (self.dated(i) or not sure):
            return False
        if token.organisation and not self.nouns_capitalised:
            return True
        surname = sure and bool(self.tokens[i - 1].genders)
        role = self.role_at(i) if token.roles else None
        if role and not (surname and role.last == i + 1 and not self.nouns_capitalised):
            return False
        if bits & t.TITLE and not token.initial and not surname:
            return False
        if bits & CUE_FORM and not token.genders:
            return False
        place = self.place_at(i) if token.reach else None
        if place and not (sure and place.last == i + 1 and not token.word.isupper()):
            return False
        return sure or token.compound is None
