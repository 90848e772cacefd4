"""What one word can begin: a role of the pack, an entry of the gazetteer, a compound of both."""

from __future__ import annotations

from sayso.gazetteer.lookup import find_sole
from sayso.stages.resolution.atoms import Atom, AtomKind
from sayso.stages.resolution.sequence import Words
from sayso.stages.resolution.words import Vocabulary


class Lexicon:
    """The words of one page beside what pack and gazetteer know of them."""

    def __init__(self, words: Words, vocabulary: Vocabulary) -> None:
        self.words, self.tokens = words, words.tokens
        self.language, self.grammar = vocabulary.language, vocabulary.grammar
        self.nouns_capitalised = vocabulary.nouns_capitalised
        self.adjectives_follow = vocabulary.pack.head.adjectives_follow
        self.tails = vocabulary.tails

    def role_at(self, i: int) -> Atom | None:
        """The longest role phrase at word `i`."""
        for words, entry in self.tokens[i].roles:
            if len(words) == 1 or self.reads(i, words):
                return Atom(AtomKind.ROLE, i, i + len(words), entry)
        return None

    def parted_role_at(self, i: int) -> list[Atom] | None:
        """ "ministre arménien de la Défense": a role with an adjective inside it."""
        roles = self.tokens[i].roles
        longest = len(roles[0][0]) if self.adjectives_follow else 0
        for middle in range(i + 1, min(i + longest, len(self.tokens))):
            place = self.place_at(middle) if self.tokens[middle].reach else None
            if place is None or not place.adjective:
                continue
            cut = middle - i
            for words, entry in roles:
                fits = len(words) > cut and self.reads(i, words[:cut])
                if fits and self.reads(place.last, words[cut:]):
                    place.last += len(words) - cut
                    return [Atom(AtomKind.ROLE, i, middle, entry), place]
        return None

    def reads(self, i: int, words: tuple[str, ...]) -> bool:
        """The words stand at word `i`, one after the other."""
        tokens = self.tokens
        if i + len(words) > len(tokens):
            return False
        for word in words:
            if tokens[i].low != word:
                return False
            i += 1
        return True

    def place_at(self, i: int) -> Atom | None:
        """The longest entry of the gazetteer at word `i`."""
        reach = self.tokens[i].reach
        if not reach:
            return None
        starts, ends = self.words.starts, self.words.ends
        start, last = starts[i], i + 1
        if self.goes_on(i):
            while last < len(ends) and ends[last] <= start + reach:
                last += 1
        while last > i + 1:
            entry = find_sole(self.words.text[start : ends[last - 1]], self.language)
            if entry:
                return Atom(AtomKind.PLACE, i, last, None, entry, entry.genders)
            last -= 1
        entry = self.tokens[i].entry
        return Atom(AtomKind.PLACE, i, last, None, entry, entry.genders) if entry else None

    def goes_on(self, i: int) -> bool:
        """An entry of several words may begin at word `i`: the word after it fits one."""
        token = self.tokens[i]
        if not token.low.isalnum():
            return True
        follows = self.tokens[i + 1].lead if i + 1 < len(self.tokens) else None
        return follows == "" or follows in self.tails.get(token.low, ())

    def compound_at(self, i: int) -> list[Atom] | None:
        """ "US-Außenminister", "Kremlsprecher": a place and a role in one word."""
        parts = self.tokens[i].compound
        if parts is None:
            return None
        entry, role = parts
        if entry is None:
            return [Atom(AtomKind.ROLE, i, i + 1, role)]
        if role is None:
            return [Atom(AtomKind.PLACE, i, i + 1, None, entry)]
        place = Atom(AtomKind.PLACE, i, i, None, entry, entry.genders)
        return [place, Atom(AtomKind.ROLE, i, i + 1, role)]
