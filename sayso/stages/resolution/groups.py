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


def is_one_of_people(page: Page, phrase: Phrase) -> bool:
    """ "The Dutchman", "der Niederländer": one person, not the country."""
    entry = phrase.atoms[-1].entry
    if entry is None or entry.form is not Form.DEMONYM or len(phrase.atoms) > 1:
        return False
    if page.grammar.gendered:
        return bool(phrase.told) and "p" not in phrase.told
    plural = find_demonym(page.passage(phrase.first, phrase.last) + "s", page.language)
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


def phrase_nouns(page: Page, phrase: Phrase) -> list[t.Token]:
    """ "russische Angaben": where nouns have capitals, one after an adjective is no name."""
    last = phrase.atoms[-1]
    adjective = len(phrase.atoms) > 1 and phrase.atoms[-2].adjective
    if not page.pack.head.nouns_capitalised or last.kind is not AtomKind.NAME or not adjective:
        return []
    return [] if phrase.entity and phrase.key else page.tokens[last.first : last.last]


def find_group(page: Page, phrase: Phrase, nouns: list[t.Token]) -> Entity | None:
    """ "French farmers": people of a country by a noun that no pack knows."""
    owner = find_owner(phrase)
    if owner is None or (phrase.atoms[-1].kind in NAMES and not phrase_nouns(page, phrase)):
        return None
    if not nouns:
        return None
    noun = [token.word for token in nouns]
    return Entity(
        id=f"role:{owner_slug(owner)}-{fold(' '.join(noun))}",
        name=page.passage(phrase.first, phrase.last) + " " + " ".join(noun),
        kind=EntityKind.GROUP,
        country=owner.country,
    )


def nouns_beside(page: Page, phrase: Phrase, first: int, last: int) -> list[t.Token]:
    """Ordinary words right after a country's name or adjective, or right before an adjective."""
    found: list[t.Token] = []
    i = phrase.last
    while i < last and page.tokens[i].clitic:
        i += 1
    while i < last and _ordinary(page.tokens[i]):
        found.append(page.tokens[i])
        i += 1
    entry = phrase.atoms[-1].entry
    small = not page.tokens[phrase.first].capital
    if not found and entry and entry.form in (Form.DEMONYM, Form.BLOC) and small:
        i = phrase.first - 1
        while i >= first and _ordinary(page.tokens[i]):
            found.insert(0, page.tokens[i])
            i -= 1
    return found


def _ordinary(token: t.Token) -> bool:
    return token.word[0].isalpha() and not token.bits & t.FUNCTION
