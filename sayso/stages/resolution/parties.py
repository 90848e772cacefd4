"""Parties: whom one source's words mean, and the several parties that "and" joins."""

from __future__ import annotations

from bisect import bisect_left

from sayso.gazetteer.fold import fold
from sayso.gazetteer.lookup import Form, find_demonym
from sayso.model import Entity, EntityKind, SourceKind
from sayso.packs.load import BIT
from sayso.packs.shape import WordClass
from sayso.spans import Span, span
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import Atom, AtomKind
from sayso.stages.resolution.page import (
    Page,
    find_owner,
    identify,
    identify_role,
    organisation,
    owner_slug,
)
from sayso.stages.resolution.phrases import NAMES, Phrase, is_plural
from sayso.stages.resolution.references import (
    NOBODY,
    SOMEBODY,
    History,
    Meaning,
    find_pronoun,
    find_relative,
    find_role,
    find_speaker,
    is_speaker,
    pronoun_genders,
)


def introduce(page: Page, sources: list[Span]) -> None:
    """Register full names that sources show to be people's, then see who short names mean."""
    for words in sources:
        first, last = page.words_of(words)
        head = find_head(page, first, last)
        name = head.person if head and head.entity is None else None
        if not head or not name or len(page.people.words(head)) < 2:
            continue
        if not owns(page, head, last):
            guess_name(page, head, name)
    for phrase in page.phrases:
        if phrase.entity is None:
            identify(page, phrase)


def find_meaning(page: Page, history: History, words: Span) -> Meaning:
    """Whom the words of a source mean."""
    first, last = page.words_of(words)
    while first < last and not page.tokens[first].word[0].isalnum() and last - first > 1:
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
    if wanted is None:
        return SOMEBODY
    return find_pronoun(page, history, words, first, wanted)


def find_head(page: Page, first: int, last: int) -> Phrase | None:
    """The noun phrase that a source's words are about, or None."""
    inside = page.phrases_in(first, last)
    if not inside:
        return None
    for phrase in inside[1:]:
        if is_person(inside[0]) and not depends(page, first, inside[0]):
            break
        before = page.tokens[phrase.first - 1]
        set_off = not before.word[0].isalnum() and not before.clitic
        ends = phrase.last == last and phrase.person and len(page.people.words(phrase)) > 1
        if (is_person(phrase) or (ends and set_off)) and stands_free(page, first, phrase):
            return phrase
    return None if depends(page, first, inside[0]) else inside[0]


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
        if not token.word[0].isalnum():
            return True
    return True


def is_person(phrase: Phrase) -> bool:
    """A person's name is the head."""
    return phrase.person is not None and phrase.person.kind is AtomKind.PERSON


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
    return i > phrase.last or not (noun.capital or page.pack.head.nouns_capitalised)


def guess_name(page: Page, phrase: Phrase, atom: Atom) -> None:
    """A name that the page does not introduce, used as a source."""
    words = page.tokens[atom.first : atom.last]
    determined = phrase.definite is not None
    unsure = determined or len(words) == 1 or words[0].opening
    if page.pack.head.nouns_capitalised and unsure and not atom.genders:
        return
    if len(words) == 1 and words[0].opening and not _seen_inside(page, words[0].word):
        return
    known = [w for w in words if w.bits & (BIT[WordClass.NOT_A_SOURCE] | t.COMMON)]
    if known:
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


def split_parties(page: Page, words: Span) -> list[tuple[Span, Meaning]]:
    """The several parties of "Paris and Berlin"; none where it is one, or is not clear."""
    first, last = page.words_of(words)
    inside = [p for p in page.phrases_in(first, last) if p.last <= last]
    if len(inside) < 2 or depends(page, first, inside[0]):
        return []
    chain = _coordinated(page, inside)
    if len(chain) < 2:
        return []
    share_role(page, chain)
    nouns = shared_nouns(page, chain, first, last)
    if not nouns and not _ends_source(page, chain[-1], last):
        return []
    meanings = [_party(page, phrase, nouns) for phrase in chain]
    ids = {m.entity.id for m in meanings if m and m.entity}
    if None in meanings or len(ids) < len(chain):
        return []
    starts = [words.start, *(page.tokens[p.first].start for p in chain[1:])]
    spans = [
        span(page.text, start, max(page.tokens[p.last - 1].end, _end(nouns, p is chain[-1])))
        for start, p in zip(starts, chain, strict=True)
    ]
    return [(s, m) for s, m in zip(spans, meanings, strict=True) if m]


def _end(nouns: list[t.Token], last: bool) -> int:
    return nouns[-1].end if nouns and last else 0


def shared_nouns(page: Page, chain: list[Phrase], first: int, last: int) -> list[t.Token]:
    """Ordinary words that adjectives joined by "and" share: "French and German farmers"."""
    if any(p.role or p.person or not p.atoms[-1].adjective for p in chain):
        return []
    after = nouns_beside(page, chain[-1], chain[-1].first, last)
    return after or nouns_beside(page, chain[0], first, chain[0].last)


def _coordinated(page: Page, inside: list[Phrase]) -> list[Phrase]:
    """The phrases from the first on between which only commas and "and" stand."""
    chain = [inside[0]]
    seen = False
    for phrase in inside[1:]:
        between = page.tokens[chain[-1].last : phrase.first]
        joins = [x for x in between if x.bits & t.COORDINATOR or x.word == ","]
        others = [x for x in between if x not in joins]
        if not joins or any(not x.bits & t.DETERMINER or x.bits & t.POSSESSIVE for x in others):
            break
        seen = seen or any(x.bits & t.COORDINATOR for x in joins)
        chain.append(phrase)
    return chain if seen else []


def _ends_source(page: Page, phrase: Phrase, last: int) -> bool:
    """Nothing but marks, or words that a comma or preposition sets off, follows in the source."""
    if phrase.last >= last:
        return True
    token = page.tokens[phrase.last]
    return not token.word[0].isalnum() or bool(token.bits & (t.PREPOSITION | t.RELATIVE))


def share_role(page: Page, chain: list[Phrase]) -> None:
    """ "South Korean and western services": the role goes to every adjective it belongs to."""
    holders = [p for p in chain if p.role and p.person is None]
    if len(holders) != 1:
        return
    holder = holders[0]
    role = next(a for a in reversed(holder.atoms) if a.role)
    plural = role.role is not None and (role.role.group or is_plural(holder, page.tokens))
    for phrase in chain:
        bare = phrase is not holder and phrase.role is None and phrase.person is None
        if bare and phrase.places and (phrase.atoms[-1].adjective or holder.of or plural):
            if holder is chain[-1] and not _could_qualify(page, phrase):
                continue
            if holder is chain[0] and not (phrase.atoms[-1].adjective or holder.of):
                continue
            phrase.atoms.append(shared(role, phrase))
            assert role.role is not None
            identify_role(page, phrase, role.role)


def _could_qualify(page: Page, phrase: Phrase) -> bool:
    """A name before "and": it shares the role only if it can be an adjective."""
    words = page.passage(phrase.first, phrase.last)
    return phrase.atoms[-1].adjective or find_demonym(words, page.language) is not None


def shared(role: Atom, phrase: Phrase) -> Atom:
    """The shared role as an atom of another phrase; its words stay where they are."""
    return Atom(AtomKind.ROLE, phrase.last, phrase.last, role=role.role)


def _party(page: Page, phrase: Phrase, nouns: list[t.Token]) -> Meaning | None:
    """A phrase that is clearly a party: somebody named, or a role with a country or bloc."""
    if nouns:
        return Meaning(find_group(page, phrase, nouns), SourceKind.ROLE, "p")
    if phrase.person and phrase.entity is None:
        guess_name(page, phrase, phrase.person)
    if phrase.entity is None:
        return None
    if phrase.kind is SourceKind.NAMED or (phrase.role and phrase.places):
        return Meaning(phrase.entity, phrase.kind, phrase.genders)
    return None
