"""The several parties that "and" joins in one source."""

from __future__ import annotations

from sayso.gazetteer.lookup import find_demonym
from sayso.model import SourceKind
from sayso.spans import Span, span
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import Atom, AtomKind
from sayso.stages.resolution.bearing import is_plural
from sayso.stages.resolution.groups import find_group, nouns_beside
from sayso.stages.resolution.identify import identify_role
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.parties import depends, guess_name
from sayso.stages.resolution.phrases import Phrase
from sayso.stages.resolution.references import Meaning, recent_phrases
from sayso.stages.resolution.words import Word


def is_both_sides(page: Page, first: int, last: int) -> bool:
    """ "both sides", "les deux parties": two parties named before, whoever they are."""
    if last - first < 2 or page.tokens[last - 1].low not in page.grammar.sides:
        return False
    lows = [x.low for x in page.tokens[first:last] if not _is_article(page, x)]
    grammar = page.grammar
    return len(lows) == 2 and lows[0] in grammar.dual and lows[1] in grammar.sides


def _is_article(page: Page, token: Word) -> bool:
    return bool(token.bits & t.DETERMINER) and token.low not in page.grammar.dual


def find_both(page: Page, words: Span) -> list[Meaning]:
    """The two countries that the sentence, or the one before, has named; none if not just two."""
    first, _ = page.words_of(words)
    sentence = page.words.sentences[first]
    for back in (sentence, sentence - 1):
        found: dict[str, Meaning] = {}
        for phrase in recent_phrases(page, first):
            entity = phrase.entity
            if phrase.sentence == back and entity and entity.id.startswith("country:"):
                found.setdefault(entity.id, Meaning(entity, phrase.kind, phrase.genders))
        if found:
            return list(found.values())[::-1] if len(found) == 2 else []
    return []


def split_parties(page: Page, words: Span) -> list[tuple[Span, Meaning]]:
    """The several parties of "Paris and Berlin"; none where it is one, or is not clear."""
    first, last = page.words_of(words)
    if is_both_sides(page, first, last):
        return [(words, meaning) for meaning in find_both(page, words)]
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
    starts = [words.start, *(page.words.starts[_with_article(page, p)] for p in chain[1:])]
    spans = [
        span(page.words.text, start, page.words.ends[p.last - 1])
        for start, p in zip(starts, chain, strict=True)
    ]
    if nouns:
        end = max(spans[-1].end, page.words.ends[nouns[-1]])
        spans[-1] = span(page.words.text, starts[-1], end)
    return [(s, m) for s, m in zip(spans, meanings, strict=True) if m]


def _with_article(page: Page, phrase: Phrase) -> int:
    """The first word of a phrase, its article included ("la Suède et ‹le Danemark›")."""
    first = phrase.first
    while first and page.tokens[first - 1].bits & t.DETERMINER:
        first -= 1
    return first


def shared_nouns(page: Page, chain: list[Phrase], first: int, last: int) -> range:
    """Ordinary words that adjectives joined by "and" share: "French and German farmers"."""
    if any(p.role or p.person or not p.atoms[-1].adjective for p in chain):
        return range(0)
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
    return not token.letter or bool(token.bits & (t.PREPOSITION | t.RELATIVE))


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
            phrase.settle()
            assert role.role is not None
            identify_role(page, phrase, role.role)


def _could_qualify(page: Page, phrase: Phrase) -> bool:
    """A name before "and": it shares the role only if it can be an adjective."""
    words = page.words.passage(phrase.first, phrase.last)
    return phrase.atoms[-1].adjective or find_demonym(words, page.language) is not None


def shared(role: Atom, phrase: Phrase) -> Atom:
    """The shared role as an atom of another phrase; its words stay where they are."""
    return Atom(AtomKind.ROLE, phrase.last, phrase.last, role=role.role)


def _party(page: Page, phrase: Phrase, nouns: range) -> Meaning | None:
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
