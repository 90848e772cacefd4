"""Parties: whom one source's words mean, and the several parties that "and" joins."""

from __future__ import annotations

from sayso.model import SourceKind
from sayso.packs.load import BIT
from sayso.packs.shape import WordClass
from sayso.spans import Span
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import Atom, AtomKind
from sayso.stages.resolution.groups import (
    find_compatriot,
    find_group,
    is_one_of_people,
    joins_adjective,
    nouns_beside,
    phrase_nouns,
)
from sayso.stages.resolution.identify import identify, organisation
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.phrases import NAMES, Phrase
from sayso.stages.resolution.references import (
    NOBODY,
    SOMEBODY,
    History,
    Meaning,
    find_pronoun,
    find_relative,
    find_speaker,
    is_speaker,
    pronoun_genders,
)
from sayso.stages.resolution.roles import find_role

_DASHES = frozenset("-–—―")


def introduce(page: Page, sources: list[Span]) -> None:
    """Register full names that sources show to be people's, then see who short names mean."""
    known = len(page.people.known)
    for words in sources:
        first, last = page.words_of(words)
        head = find_head(page, first, last)
        name = head.person if head and head.entity is None else None
        if not head or not name or len(page.people.words(head)) < 2:
            continue
        if not owns(page, head, last):
            guess_name(page, head, name)
    grown = len(page.people.known) > known
    for phrase in page.phrases if grown else ():
        if phrase.entity is None:
            identify(page, phrase)


def find_meaning(page: Page, history: History, words: Span) -> Meaning:
    """Whom the words of a source mean."""
    first, last = page.words_of(words)
    while first < last and not page.tokens[first].letter and last - first > 1:
        first += 1
    if first >= last:
        return SOMEBODY
    head = find_head(page, first, last)
    if head is None:
        return find_reference(page, history, words, first, last)
    return name_phrase(page, head, first, last)


def find_reference(page: Page, history: History, words: Span, first: int, last: int) -> Meaning:
    """Whom a pronoun means; somebody where the words are none."""
    if last - first == 1 and page.tokens[first].bits & BIT[WordClass.INDEFINITE]:
        return NOBODY
    wanted = pronoun_genders(page, first, last)
    comma = first > 0 and page.tokens[first - 1].word == ","
    if wanted is None or comma or not page.tokens[first].capital:
        relative = find_relative(page, first) if last - first == 1 else None
        if relative and (wanted is None or comma):
            return relative
    if is_speaker(page, first, last):
        return find_speaker(history, words)
    dual = any(token.low in page.grammar.dual for token in page.tokens[first:last])
    if wanted is None or dual:
        return SOMEBODY
    return find_pronoun(page, history, words, first, wanted)


def find_head(page: Page, first: int, last: int) -> Phrase | None:
    """The noun phrase that a source's words are about, or None."""
    inside = page.phrases_in(first, last)
    if not inside:
        return None
    qualifies = depends(page, first, inside[0])
    for phrase in inside[1:]:
        if not qualifies and is_person(inside[0]):
            break
        before = page.tokens[phrase.first - 1]
        if is_dateline(page, first, inside[0], phrase) or sits_inside(page, first, phrase, inside):
            return phrase
        set_off = not before.letter and not before.clitic
        ends = phrase.last == last and phrase.person and len(page.people.words(phrase)) > 1
        if (is_person(phrase) or (ends and set_off)) and stands_free(page, first, phrase):
            return phrase
    return None if qualifies else inside[0]


def is_dateline(page: Page, first: int, place: Phrase, phrase: Phrase) -> bool:
    """ "LINDAU - The mayor": a place and a dash before the party."""
    between = page.tokens[place.last : phrase.first]
    marks = [token.word for token in between if not token.bits & t.DETERMINER]
    return place.first == first and bool(marks) and all(mark in _DASHES for mark in marks)


def sits_inside(page: Page, first: int, phrase: Phrase, inside: list[Phrase]) -> bool:
    """ "die von Ruanda unterstützten Rebellen": a place between a determiner and its noun.

    A preposition begins what is inside, and a participle ends it, right before the noun.
    """
    place = inside[0]
    lead = page.tokens[first : place.first]
    between = page.tokens[place.last : phrase.first]
    if phrase.role is None or not lead or not lead[-1].bits & t.PREPOSITION or not between:
        return False
    opens = all(token.bits & t.FUNCTION for token in lead)
    plain = all(token.letter and not token.bits & t.FUNCTION for token in between)
    return bool(place.places) and opens and plain


def stands_free(page: Page, first: int, phrase: Phrase) -> bool:
    """No word before the phrase, back to a mark or the source's start, makes it depend."""
    relative = t.RELATIVE & ~t.DETERMINER
    if any(
        x.bits & relative and not x.bits & t.DETERMINER for x in page.tokens[first : phrase.first]
    ):
        return False
    for i in range(phrase.first - 1, first - 1, -1):
        token = page.tokens[i]
        if token.clitic or token.bits & (t.PREPOSITION | t.AGENT | t.COORDINATOR):
            return False
        if token.bits & t.LINK and i > first:
            return False
        if not token.letter:
            return True
    return True


def is_person(phrase: Phrase) -> bool:
    """A person's name is the head, or a full name, which is one's where it is a source."""
    name = phrase.person
    return name is not None and (name.kind is AtomKind.PERSON or name.full)


def depends(page: Page, first: int, phrase: Phrase) -> bool:
    """The phrase only qualifies other words: "people close to the Kremlin"."""
    lead = page.tokens[first : phrase.first]
    opened = False
    for token in lead:
        opened = opened or not token.bits & t.FUNCTION
        if opened and token.bits & (t.PREPOSITION | t.RELATIVE):
            return True
    return False


def name_phrase(page: Page, phrase: Phrase, first: int, last: int) -> Meaning:
    """Whom a noun phrase means as a source: itself, or whom its bare role takes up."""
    if phrase.person and phrase.entity is None and not phrase_nouns(page, phrase):
        guess_name(page, phrase, phrase.person)
    if phrase.role is None and (phrase.person is None or phrase_nouns(page, phrase)):
        nouns = phrase_nouns(page, phrase) or nouns_beside(page, phrase, first, last)
        group = find_group(page, phrase, nouns)
        if group:
            return Meaning(group, SourceKind.ROLE, "p")
        if joins_adjective(page, phrase, last):
            return SOMEBODY
        if is_one_of_people(page, phrase):
            return find_compatriot(page, phrase)
    if owns(page, phrase, last):
        return SOMEBODY
    known = find_role(page, phrase)
    if known:
        return Meaning(known.entity, known.kind, known.genders or phrase.genders)
    return Meaning(phrase.entity, phrase.kind, phrase.genders)


def owns(page: Page, phrase: Phrase, last: int) -> bool:
    """ "Weller's wife", "Weller supporters": the name only tells whose the people are."""
    if phrase.atoms[-1].kind not in NAMES or phrase.last >= last:
        return False
    i = phrase.last
    while i < last and page.tokens[i].clitic:
        i += 1
    noun = page.tokens[i] if i < last else None
    if noun is None or not noun.word[0].isalpha() or noun.bits & (t.COMMON | t.BREAKING):
        return False
    return i > phrase.last or not (noun.capital or page.nouns_capitalised)


def guess_name(page: Page, phrase: Phrase, atom: Atom) -> None:
    """A name that the page does not introduce, used as a source."""
    words = page.tokens[atom.first : atom.last]
    determined = phrase.definite is not None
    unsure = determined or len(words) == 1 or words[0].opening
    if page.nouns_capitalised and unsure and not atom.genders:
        return
    if len(words) == 1 and words[0].opening and not _seen_inside(page, words[0].word):
        return
    known = BIT[WordClass.NOT_A_SOURCE] | t.COMMON
    if not atom.full and any(word.bits & known for word in words):
        return
    phrase.kind = SourceKind.NAMED
    if determined or (len(words) == 1 and words[0].word.isupper()):
        phrase.entity = organisation(page, phrase, atom)
        return
    person = page.people.add(phrase)
    if person:
        phrase.entity, phrase.key = person.entity(), person.id
        phrase.genders = phrase.genders or "mf"


def _seen_inside(page: Page, word: str) -> bool:
    """The word has its capital inside a sentence too, so it is a name."""
    return any(token.word == word and not token.opening for token in page.tokens)
