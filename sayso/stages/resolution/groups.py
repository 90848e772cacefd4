"""People told by their country alone: "French farmers", "the Dutchman"."""

from __future__ import annotations

from bisect import bisect_left

from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import Form, find_demonym
from sayso.model import Entity, EntityKind
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import AtomKind
from sayso.stages.resolution.identify import find_owner, owner_slug
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.phrases import NAMES, Phrase
from sayso.stages.resolution.references import SOMEBODY, Meaning
from sayso.stages.resolution.words import Word


def is_one_of_people(page: Page, phrase: Phrase) -> bool:
    """ "The Dutchman", "der Niederländer": one person, not the country."""
    entry = phrase.atoms[-1].entry
    if entry is None or entry.form is not Form.DEMONYM or len(phrase.atoms) > 1:
        return False
    if page.grammar.gendered:
        return bool(phrase.told) and "p" not in phrase.told
    plural = find_demonym(page.words.passage(phrase.first, phrase.last) + "s", page.language)
    return phrase.definite is not None and plural is not None


def find_compatriot(page: Page, phrase: Phrase) -> Meaning:
    """The person of that country named last before, if there is one."""
    owner = find_owner(phrase)
    before = page.phrases[: bisect_left(page.begins, phrase.first)]
    for other in reversed(before if owner and owner.country else []):
        person = other.entity if other.key else None
        if person and owner and person.country == owner.country:
            return Meaning(person, other.kind, other.genders)
    return SOMEBODY


def joins_adjective(page: Page, phrase: Phrase, last: int) -> bool:
    """ "Russian and other visitors": an adjective alone before "and" is nobody yet."""
    follows = page.tokens[phrase.last] if phrase.last < last else None
    joined = follows is not None and bool(follows.bits & t.COORDINATOR)
    return joined and phrase.atoms[-1].adjective


def phrase_nouns(page: Page, phrase: Phrase) -> range:
    """ "russische Angaben": where nouns have capitals, one after an adjective is no name."""
    last = phrase.atoms[-1]
    adjective = len(phrase.atoms) > 1 and phrase.atoms[-2].adjective
    if not page.nouns_capitalised or last.kind is not AtomKind.NAME or not adjective:
        return range(0)
    return range(0) if phrase.entity and phrase.key else range(last.first, last.last)


def find_group(page: Page, phrase: Phrase, nouns: range) -> Entity | None:
    """ "French farmers": people of a country by a noun that no pack knows."""
    owner = find_owner(phrase)
    if owner is None or (phrase.atoms[-1].kind in NAMES and not phrase_nouns(page, phrase)):
        return None
    if not nouns:
        return None
    noun = [page.tokens[i].word for i in nouns]
    return Entity(
        id=f"role:{owner_slug(owner)}-{fold(' '.join(noun))}",
        name=page.words.passage(phrase.first, phrase.last) + " " + " ".join(noun),
        kind=EntityKind.GROUP,
        country=owner.country,
    )


def nouns_beside(page: Page, phrase: Phrase, first: int, last: int) -> range:
    """Ordinary words right after a country's name or adjective, or right before an adjective."""
    start = phrase.last
    while start < last and page.tokens[start].clitic:
        start += 1
    end = start
    while end < last and _ordinary(page.tokens[end]):
        end += 1
    entry = phrase.atoms[-1].entry
    small = not page.tokens[phrase.first].capital
    if start == end and entry and entry.form in (Form.DEMONYM, Form.BLOC) and small:
        start = end = phrase.first
        while start > first and _ordinary(page.tokens[start - 1]):
            start -= 1
    return range(start, end)


def _ordinary(token: Word) -> bool:
    return token.word[0].isalpha() and not token.bits & t.FUNCTION
