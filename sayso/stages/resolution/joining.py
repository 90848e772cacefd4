"""Joining: atoms put together into noun phrases, and phrases that a comma makes one."""

from __future__ import annotations

from sayso.gazetteer.grammar import Grammar
from sayso.gazetteer.lookup import Form
from sayso.model import EntityKind
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import Atom, AtomKind
from sayso.stages.resolution.bearing import follow, look_before, phrase_genders
from sayso.stages.resolution.phrases import NAMES, Phrase, find_body, find_person, find_role
from sayso.stages.resolution.sequence import Words
from sayso.stages.resolution.words import Word

_LONGEST_GAP = 4  # words between two atoms of one phrase, at most
_GAP = 2  # ordinary words that may stand between an adjective and its role ("deputy", "former")


def join_atoms(atoms: list[Atom], words: Words, grammar: Grammar) -> list[Phrase]:
    """Every noun phrase of a text, from its atoms."""
    phrases: list[Phrase] = []
    current: Phrase | None = None
    for atom in atoms:
        sentence = words.sentences[atom.first]
        if (
            current
            and sentence == current.sentence
            and atom.first - current.last <= _LONGEST_GAP
            and extend(current, atom, words.tokens)
        ):
            continue
        current = Phrase(atom.first, atom.last, sentence, [atom])
        phrases.append(current)
    kept = [p for p in phrases if any(a.kind is not AtomKind.TITLE for a in p.atoms)]
    before: Phrase | None = None
    for phrase in kept:
        phrase.settle()
        look_before(phrase, words, grammar)
        if before and before.sentence == phrase.sentence:
            follow(phrase, before, words.tokens)
        before = phrase
    return join_appositions(kept, words.tokens, grammar)


def extend(phrase: Phrase, atom: Atom, tokens: list[Word]) -> bool:
    """Put an atom on a phrase if only words that join stand between; False if it starts anew."""
    between = tokens[phrase.last : atom.first]
    clitic = linked = True
    for token in between:
        clitic = clitic and token.clitic
        linked = linked and token.joins_nouns
    if clitic:
        side = _side_directly(phrase, atom, bool(between))
    elif _sits_in(phrase, atom, between):
        side = phrase.of
    elif linked:
        side = _side_of(phrase, atom, between)
    else:
        side = phrase.atoms if _joins_over_words(phrase, atom, between) else None
    if side is None:
        return False
    side.append(atom)
    phrase.last = max(phrase.last, atom.last)
    return True


def _side_directly(phrase: Phrase, atom: Atom, possessive: bool) -> list[Atom] | None:
    """Where an atom belongs that stands right after the phrase, or after a clitic."""
    named = atom.kind in NAMES or atom.kind is AtomKind.TITLE
    if phrase.of:
        office = phrase.of[-1].role
        owned = possessive or (office is not None and office.kind is EntityKind.PERSON)
        noun = atom.kind is AtomKind.NAME and phrase.of[-1].adjective
        return phrase.atoms if named and not owned and not noun else phrase.of
    last = phrase.atoms[-1]
    if last.kind in NAMES:
        return _side_after_name(phrase, last, atom, possessive)
    if last.entry and atom.entry:
        country = last.adjective or last.entry.form in (Form.NAME, Form.CAPITAL)
        return phrase.atoms if country else None
    return phrase.atoms


def _side_after_name(phrase: Phrase, name: Atom, atom: Atom, possessive: bool) -> list[Atom] | None:
    """ "Weller's lawyer", "the Weller lawyer": the name tells whose; "Lindau police" is a body."""
    if atom.role is None:
        return None
    personal = atom.role.group or atom.role.kind is EntityKind.PERSON
    if possessive or personal:
        name.kind = AtomKind.OWNER
    return phrase.atoms


def _side_of(phrase: Phrase, atom: Atom, between: list[Word]) -> list[Atom] | None:
    """ "of the Kremlin", "du ministère", "des Kreml": the atom tells whose the head is."""
    if not any(token.bits & t.LINK for token in between):
        return None
    atoms = phrase.atoms
    if find_role(atoms) is None or find_person(atoms, find_body(atoms)):
        return None
    owners = (AtomKind.PLACE, AtomKind.ROLE, AtomKind.ORGANISATION, AtomKind.NAME)
    return phrase.of if atom.kind in owners else None


def _sits_in(phrase: Phrase, atom: Atom, between: list[Word]) -> bool:
    """ "the government in Kyiv": a capital tells which government it is."""
    capital = atom.entry is not None and atom.entry.form is Form.CAPITAL
    role = find_role(phrase.atoms) if capital else None
    government = role is not None and role.kind is EntityKind.GOVERNMENT
    return capital and government and len(between) == 1 and bool(between[0].bits & t.PREPOSITION)


def _joins_over_words(phrase: Phrase, atom: Atom, between: list[Word]) -> bool:
    """ "the Russian deputy minister", "services secrets sud-coréens": ordinary words between."""
    if len(between) > _GAP or phrase.of:
        return False
    for token in between:
        if token.breaks or not token.word[0].isalpha():
            return False
    last = phrase.atoms[-1]
    if last.kind is AtomKind.ROLE:
        return atom.adjective or atom.kind in (AtomKind.PERSON, AtomKind.ROLE)
    if last.kind is AtomKind.NAME and atom.role and last.last - last.first == 1:
        last.kind = AtomKind.OWNER
        return True
    return last.adjective and atom.kind in (AtomKind.ROLE, AtomKind.PERSON)


def join_appositions(phrases: list[Phrase], tokens: list[Word], grammar: Grammar) -> list[Phrase]:
    """ "Russia's chief of staff, V. Weller," and "V. Weller, the chief of staff," are one each."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if before and is_apposition(before, phrase, tokens):
            name = before.person or phrase.person
            if name and name.full:
                name.kind = AtomKind.PERSON
            before.atoms += phrase.atoms
            before.of += phrase.of
            before.last = phrase.last
            before.settle()
            before.genders = phrase_genders(before, tokens, grammar)
        else:
            joined.append(phrase)
    return joined


def is_apposition(before: Phrase, after: Phrase, tokens: list[Word]) -> bool:
    """One has a role and no name, the other is a name; commas stand between and after."""
    if before.sentence != after.sentence or before.last >= after.first:
        return False
    between = tokens[before.last : after.first]
    if between[0].word != ",":
        return False
    if any(not token.bits & t.DETERMINER for token in between[1:]):
        return False
    closes = after.last >= len(tokens) or not tokens[after.last].letter
    named, plain = (before, after) if before.person else (after, before)
    person = named.person
    if person is None or plain.person or not plain.role or not closes:
        return False
    fits = person.kind is AtomKind.PERSON or plain.role.kind is EntityKind.PERSON
    return fits and (named is before or len(between) == 1)
