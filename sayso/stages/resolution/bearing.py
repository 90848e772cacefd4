"""How a phrase stands in its sentence: its determiner, its genders, whether it is the subject."""

from __future__ import annotations

from sayso.gazetteer.grammar import Grammar, find_ending_gender
from sayso.model import EntityKind
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import AtomKind
from sayso.stages.resolution.phrases import Phrase
from sayso.stages.resolution.sequence import Words
from sayso.stages.resolution.words import Word


def look_before(phrase: Phrase, words: Words, grammar: Grammar) -> None:
    """Read the words before a phrase: its determiner, its gender, a preposition."""
    tokens, sentences = words.tokens, words.sentences
    i = phrase.first - 1
    steps = 0
    while i >= 0 and steps < 3 and sentences[i] == phrase.sentence:
        token = tokens[i]
        if token.determines:
            _determine(phrase, token, grammar)
            i -= 1
            break
        if token.breaks or not token.letter:
            break
        i, steps = i - 1, steps + 1
    inside = i >= 0 and sentences[i] == phrase.sentence
    fused = phrase.definite is not None and bool(tokens[i + 1].bits & t.PREPOSITION)
    phrase.oblique = fused or (inside and tokens[i].leads)
    phrase.opens = not inside
    phrase.genders = phrase_genders(phrase, tokens, grammar)


def follow(phrase: Phrase, before: Phrase, tokens: list[Word]) -> None:
    """What "and" joins to a phrase stands in the sentence as that phrase does."""
    if not before.oblique and not before.opens:
        return
    joined = False
    for token in tokens[before.last : phrase.first]:
        if not token.bits & (t.COORDINATOR | t.DETERMINER):
            return
        joined = joined or bool(token.bits & t.COORDINATOR)
    if joined:
        phrase.oblique = phrase.oblique or before.oblique
        phrase.opens = phrase.opens or before.opens


def _determine(phrase: Phrase, token: Word, grammar: Grammar) -> None:
    if token.low in grammar.definite:
        phrase.definite = grammar.definite[token.low]
    stripped = token.low.rstrip("'")
    phrase.definite = grammar.definite.get(stripped, phrase.definite)
    phrase.told = grammar.genders.get(stripped, "")


def phrase_genders(phrase: Phrase, tokens: list[Word], grammar: Grammar) -> str:
    """The genders that a pronoun for this phrase may have."""
    told = phrase.told
    if person := phrase.person:
        if len(phrase.atoms) == 1:
            return person.genders or told
        titles = "".join(a.genders for a in phrase.atoms if a.kind is AtomKind.TITLE)
        office = told if phrase.role and told in ("m", "f") else ""
        return titles or office or person.genders or _role_gender(phrase, tokens, grammar) or told
    if phrase.role:
        ending = _role_gender(phrase, tokens, grammar)
        if phrase.role.group or is_plural(phrase, tokens):
            return "p"
        return narrow(told, ending) or _animate(phrase.role.kind, grammar)
    genders = phrase.atoms[-1].genders
    return narrow(told, genders) or ("mf" if grammar.gendered else "np")


def narrow(a: str, b: str) -> str:
    """What two sets of genders have in common, or the one that tells something."""
    common = "".join(c for c in a if c in b)
    return common or b or a


def _animate(kind: EntityKind, grammar: Grammar) -> str:
    if kind is EntityKind.PERSON:
        return "mf"
    return "" if grammar.gendered else "np"


def _role_gender(phrase: Phrase, tokens: list[Word], grammar: Grammar) -> str:
    if phrase.role is None:
        return ""
    roles = [atom for atom in phrase.atoms if atom.kind is AtomKind.ROLE]
    if not roles:
        return ""
    noun = tokens[roles[-1].last - 1]
    named = ("m" if noun.bits & t.MALE else "") + ("f" if noun.bits & t.FEMALE else "")
    return named or find_ending_gender(noun.low, grammar)


def is_plural(phrase: Phrase, tokens: list[Word]) -> bool:
    """A role's form with one letter more than another of its forms (minister, ministers)."""
    atom = next((atom for atom in reversed(phrase.atoms) if atom.role), None)
    if atom is None or atom.role is None:
        return False
    words = " ".join(token.low for token in tokens[atom.first : atom.last])
    return words[:-1] in {form.lower() for form in atom.role.forms}
