"""Words: what pack and gazetteer tell of one form of a word, kept from page to page.

A page's words are shared objects: the same form is looked up once a process, and only what a
page really asks for is looked up at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from sayso.gazetteer.fold import fold
from sayso.gazetteer.grammar import Grammar, load_grammar
from sayso.gazetteer.imports.folder import clear_on_change
from sayso.gazetteer.lookup import BETWEEN, Entry, Form, find_entries, find_sole, load_index
from sayso.gazetteer.particles import is_backer
from sayso.gazetteer.people import find_genders, is_organisation_word, is_particle
from sayso.packs.load import Pack
from sayso.packs.shape import RoleEntry
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import RoleIndex, role_index

_FIRST = re.compile(r"\w+")
_OPENERS = frozenset('“„«":‘')
_APOSTROPHES = "'’ʼ"
_HANGING = _APOSTROPHES + "-"  # how clitics and enclitic pronouns begin: "'s", "-t-elle"
_SHORTEST_HEAD = 4  # letters of a role inside a compound: "Kremlsprecher"
_MOST = 60_000  # forms kept for one pack; then it starts anew


class Word:
    """One form of a word or mark, at the head of a sentence or quotation or not.

    Attributes:
        low: in small letters, with one form of apostrophe.
        bits: its word classes in the pack.
        opening: it is the first word of a sentence or of a quotation.
        capital: it begins with a capital letter.
        letter: it begins with a letter or digit, so that it is no mark.
        opens: what follows is the head of a quotation.
        clitic: it hangs on the word before: 's, or the bare apostrophe of a plural.
        joins: it belongs to the word before: "'Brien" after "O".
        long: a word of more than three letters.
        initial: the initial of a name: "F.".
        pieces: where one word of `segment` is several here ("Clinton's"): all of them.
        roles: role phrases of the pack that begin with it, longest first.
        reach: length of the longest entry of the gazetteer that begins with it; 0 for none.
        lead: its first two letters, without marks.
        determines: a determiner or possessive; leads: a preposition.
        joins_nouns: "of", "the": it can stand between a head and whose it is.
        breaks: it ends a noun phrase.
        spokesperson: "spokesman", "porte-parole".
    """

    def __init__(self, word: str, vocabulary: Vocabulary, *, opening: bool = False) -> None:
        self.word, self.opening, self.vocabulary = word, opening, vocabulary
        self.low = low = t.plain(word)
        self.bits = bits = vocabulary.pack.classes.get(low, 0)
        self.capital = capital = word[0].isupper()
        self.letter = word[0].isalnum()
        self.opens = word in _OPENERS
        self.clitic = word[0] in _APOSTROPHES and not opening
        self.joins = len(word) > 1 and word[0] in _APOSTROPHES and not bits
        self.long = len(word) > 3 and word[0].isalpha()
        self.initial = len(word) in (1, 2) and capital and word[1:] in ("", ".")
        self.pieces: tuple[Word, ...] = ()
        self.roles: Sequence[tuple[tuple[str, ...], RoleEntry]] = vocabulary.roles.get(low, ())
        self.reach = vocabulary.reach_of(low)
        self.lead = low[:2].rstrip(BETWEEN)
        self.determines = bool(bits & (t.DETERMINER | t.POSSESSIVE))
        self.joins_nouns = bool(bits & (t.LINK | t.DETERMINER))
        self.leads = bool(bits & (t.PREPOSITION | t.AGENT))
        self.breaks = bool(bits & t.BREAKING)
        self.spokesperson = bool(bits & t.SPOKESPERSON)

    @cached_property
    def opened(self) -> Word:
        """The same form at the head of a sentence or quotation."""
        return self if self.opening else Word(self.word, self.vocabulary, opening=True)

    @cached_property
    def begins(self) -> bool:
        """It can begin an atom."""
        known = self.roles or self.reach or self.bits & t.TITLE
        return bool(known or self.may_name or self.compound)

    @cached_property
    def given(self) -> str:
        """Genders that it tells as a given name."""
        return find_genders(self.word)

    @cached_property
    def genders(self) -> str:
        """What a title or given name tells about its bearer."""
        male = "m" if self.bits & t.MALE and "m" not in self.given else ""
        female = "f" if self.bits & t.FEMALE and "f" not in self.given else ""
        return self.given + male + female

    @cached_property
    def entry(self) -> Entry | None:
        """The entry of the gazetteer that it is by itself."""
        return find_sole(self.word, self.vocabulary.language) if self.reach else None

    @cached_property
    def folded(self) -> str:
        """As ids have it."""
        return fold(self.word)

    @cached_property
    def particle(self) -> bool:
        """A small word inside a name: "von", "de"."""
        return is_particle(self.word)

    @cached_property
    def organisation(self) -> bool:
        """A word that makes a name that of a firm, a club or a paper."""
        return is_organisation_word(self.word)

    @cached_property
    def backer(self) -> bool:
        """ "Rwandan-backed": it tells who stands behind a party that is not theirs."""
        return is_backer(self.word, self.vocabulary.language)

    @cached_property
    def may_name(self) -> bool:
        """It can begin a name, unless it is a month beside a number."""
        if (
            not self.capital
            or self.backer
            or self.bits & t.TIME
            or (self.opening and self.bits & t.COMMON)
        ):
            return False
        function = self.bits & t.FUNCTION and not self.word.isupper()
        return not function or bool(self.genders)

    @cached_property
    def compound(self) -> tuple[Entry | None, RoleEntry | None] | None:
        """ "US-Außenminister", "Kremlsprecher": a place and a role in one word, or one of them."""
        return self.vocabulary.part(self) if self.capital and not self.backer else None


class Vocabulary:
    """The words of one language as pages have shown them, beside its pack and gazetteer."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.language = pack.head.language.split("-")[0]
        self.grammar: Grammar = load_grammar(self.language)
        self.roles: RoleIndex = role_index(pack)
        index = load_index(self.language)
        self.reach, self.tails = index.reach, index.tails
        self.nouns_capitalised = pack.head.nouns_capitalised
        self.forms = Forms(self)

    def reach_of(self, low: str) -> int:
        """Length of the longest entry of the gazetteer that begins with the word; 0 for none."""
        if not low.isalnum():
            head = _FIRST.match(low)
            low = head.group() if head else low
        return self.reach.get(low, 0)

    def part(self, word: Word) -> tuple[Entry | None, RoleEntry | None] | None:
        """The place and the role that one capitalised word holds."""
        before, dash, _ = word.word.partition("-")
        if dash:
            tail = word.low.partition("-")[2]
            entries = find_entries(before, self.language)
            role = self.single(tail) or self.ending(tail)
            named = entries and (role or entries[0].form in (Form.DEMONYM, Form.BODY))
            return (entries[0] if named else None, role) if named or role else None
        role = self.ending(word.low)
        if role is None:
            return None
        length = max(len(f) for f in role.forms if word.low.endswith(f.lower()))
        stem = word.word[:-length]
        entries = find_entries(stem, self.language) or find_entries(stem[:-1], self.language)
        return entries[0] if entries else None, role

    def single(self, low: str) -> RoleEntry | None:
        """The role of that one word."""
        return next((entry for words, entry in self.roles.get(low, ()) if len(words) == 1), None)

    def ending(self, low: str) -> RoleEntry | None:
        """The role that a compound noun ends in, longest first."""
        if not self.nouns_capitalised:
            return None
        for cut in range(1, len(low) - _SHORTEST_HEAD + 1):
            if low[cut:] in self.roles and (found := self.single(low[cut:])):
                return found
        return None


class Forms(dict[str, Word]):
    """Word as `segment` cut it → the word that it is here; the first of several has them all.

    Attributes:
        openers: forms with a mark that opens a quotation.
        recut: forms that are cut otherwise here: they have `pieces`, or join the word before.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.openers: set[str] = set()
        self.recut: set[str] = set()

    def __missing__(self, form: str) -> Word:
        if len(self) >= _MOST:
            self.clear()
            self.openers.clear()
            self.recut.clear()
        whole = form[0] in _HANGING and form[1:2].isalpha()
        cut = [(0, len(form))] if whole else t.cut_words(form, self.vocabulary.pack)
        pieces = tuple(Word(form[a:b], self.vocabulary) for a, b in cut)
        self[form] = first = pieces[0]
        if len(pieces) > 1:
            first.pieces = pieces
        if first.pieces or first.joins:
            self.recut.add(form)
        if any(piece.opens for piece in pieces):
            self.openers.add(form)
        return first


_KEPT: dict[int, Vocabulary] = {}
clear_on_change(_KEPT.clear)


def load_vocabulary(pack: Pack) -> Vocabulary:
    """The vocabulary of a pack; kept for the process."""
    kept = _KEPT.get(id(pack))
    if kept is None or kept.pack is not pack:
        if len(_KEPT) > 32:
            _KEPT.clear()
        _KEPT[id(pack)] = kept = Vocabulary(pack)
    return kept
