"""Roles: which phrases of a clause are actor and recipient, and whom they mean."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from sayso.gazetteer.fold import fold
from sayso.model import Entity, EntityKind, Role
from sayso.packs.load import BIT
from sayso.packs.shape import WordClass
from sayso.packs.triggers import Triggers
from sayso.spans import Span, span
from sayso.stages.attribution.bits import (
    ADV,
    COMP,
    FINITE_ANY,
    IMPERS,
    INDEF,
    NAME,
    NUMERAL,
    POSS,
    QUEST,
    REL,
)
from sayso.stages.attribution.marks import Range, trim
from sayso.stages.attribution.tag import Tagged
from sayso.stages.coding.clause import Clause
from sayso.stages.mention import Mentions
from sayso.stages.resolution.coordination import split_parties
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.parties import find_meaning, introduce
from sayso.stages.resolution.phrases import Phrase
from sayso.stages.resolution.references import History

#: Words of a clause within which its subject and an auxiliary are looked for.
REACH = 24
#: Characters of an article before a place's name, at most.
ARTICLE = 4
ANAPHOR = (
    BIT[WordClass.ANAPHOR_FEMALE] | BIT[WordClass.ANAPHOR_MALE] | BIT[WordClass.ANAPHOR_PLURAL]
)


@dataclass(slots=True)
class Parties:
    """Whom the phrases of a page mean, asked by word ranges of its sentences."""

    page: Page
    history: History
    text: str
    mentions: Mentions
    known: dict[tuple[int, int], tuple[Role, ...]] = field(default_factory=dict)

    def roles(self, tagged: Tagged, words: Range) -> tuple[Role, ...]:
        """The parties of a phrase: several where "and" joins them; entity None for nobody known."""
        return self.roles_of(passage(self.text, tagged, words))

    def roles_of(self, here: Span) -> tuple[Role, ...]:
        """The parties of a passage."""
        key = (here.start, here.end)
        if key not in self.known:
            self.known[key] = self._read(here)
        return self.known[key]

    def _read(self, here: Span) -> tuple[Role, ...]:
        introduce(self.page, [here])
        several = split_parties(self.page, here)
        if several:
            return tuple(Role(entity=m.entity, span=words) for words, m in several)
        return (Role(entity=self.entity(here), span=here),)

    def entity(self, here: Span) -> Entity | None:
        """Whom a phrase means, or the country of people that it only tells of."""
        place = self._place(here)
        if place:
            return place
        found = find_meaning(self.page, self.history, here).entity
        if found is None:
            return self._of_country(here) or self._of_place(here)
        if found.country or found.kind is EntityKind.PERSON or not found.id.startswith("role:"):
            return found
        country = self._place_country(here) or self._party_country(here)
        return msgspec.structs.replace(found, country=country) if country else found

    def _party_country(self, here: Span) -> str | None:
        """The country of a party that a phrase names beside its head ("groups in Estmark")."""
        owners = (p.entity.country for p in self.phrases(here) if p.entity)
        return next((country for country in owners if country), None)

    def _place(self, here: Span) -> Entity | None:
        """The place that a phrase is nothing but the name of."""
        for mention in self.mentions.in_span(here.start, here.end).places:
            place = mention.place
            if mention.span.end == here.end and place.geonames and place.precision != "country":
                if mention.span.start - here.start > ARTICLE:
                    continue
                return Entity(
                    id=f"place:{place.geonames}",
                    name=place.name,
                    kind=EntityKind.PLACE,
                    country=place.country,
                )
        return None

    def _place_country(self, here: Span) -> str | None:
        """The country of a place that a phrase holds ("rebels in the south of Estmark")."""
        for place in self.mentions.in_span(here.start, here.end).places:
            if place.place.country:
                return place.place.country
        return None

    def _of_place(self, here: Span) -> Entity | None:
        """ "a village in Western Cambodia": something of the country that it lies in."""
        country = self._place_country(here)
        return something_of(country, here) if country else None

    def _of_country(self, here: Span) -> Entity | None:
        """ "Palestinian homes", "two vessels from Estmark": somebody or something of a country."""
        for phrase in self.phrases(here):
            owner = phrase.entity
            if owner and owner.country:
                return something_of(owner.country, here)
        return None

    def phrases(self, here: Span) -> list[Phrase]:
        """The noun phrases of the page inside a passage."""
        return self.page.phrases_in(*self.page.words_of(here))

    def before_word(self, piece: Span, words: frozenset[str]) -> tuple[Role, ...]:
        """The parties of a clause's subject, where one of some words follows it directly."""
        first, last = self.page.words_of(piece)
        tokens = self.page.tokens[first : min(last, first + REACH)]
        start = next((n for n, t in enumerate(tokens) if not t.bits & COMP), 0)
        for n, token in enumerate(tokens):
            if n > start and token.low in words:
                at = self.page.words
                here = span(self.text, at.starts[first + start], at.ends[first + n - 1])
                return self.roles_of(here)
            if token.bits & FINITE_ANY or not token.letter:
                return ()
        return ()

    def is_pronoun(self, here: Span) -> bool:
        """One word that stands for somebody: he, she, they, it."""
        word = here.text.lower()
        classes = self.page.pack.classes.get(word, 0)
        return " " not in word and bool(classes & (ANAPHOR | IMPERS))

    def of_side(self, role: Role, country: str | None) -> Entity:
        """Somebody's own people ("its troops"): of that country, whomever else they resemble."""
        entity = role.entity
        assert entity is not None and country is not None
        made = something_of(country, role.span)
        return msgspec.structs.replace(made, kind=entity.kind, sector=entity.sector)

    def is_nobody(self, here: Span) -> bool:
        """One word that names nobody: "it", "one", an adverb."""
        low = here.text.lower()
        classes = self.page.pack.classes.get(low, 0)
        plain = classes & (IMPERS | INDEF | ADV) and not classes & (ANAPHOR | NUMERAL)
        return " " not in here.text and bool(plain)

    def is_question(self, content: tuple[Span, ...]) -> bool:
        """The words ask: a question word opens them, or a question mark ends them."""
        if not content:
            return False
        first = content[0].text.lstrip("\"'“„«»‘‚ ").split()
        asks = bool(first) and self.page.pack.classes.get(first[0].lower(), 0) & QUEST
        plain = bool(first) and not self.page.pack.classes.get(first[0].lower(), 0) & (COMP | REL)
        return bool(asks and plain) or content[-1].text.rstrip("\"'”“«»’ ").endswith("?")

    def is_place(self, here: Span) -> bool:
        """The words name where something happened."""
        return bool(self.mentions.in_span(here.start, here.end).places)

    def is_possessed(self, here: Span) -> bool:
        """A possessive opens the words: "their troops"."""
        first = here.text.split()[0].lower()
        return bool(self.page.pack.classes.get(first, 0) & POSS)

    def words(self, phrase: Phrase) -> Span:
        """The passage of a noun phrase of the page."""
        at = self.page.words
        return span(self.text, at.starts[phrase.first], at.ends[phrase.last - 1])

    def owner(self, tagged: Tagged, words: Range) -> tuple[Role, ...]:
        """Whose a noun is, by what stands beside it: a name or an adjective."""
        here = passage(self.text, tagged, words)
        inside = [p for p in self.phrases(here) if p.entity and is_somebody(p.entity)]
        if not inside:
            return self._bare_name(tagged, words)
        phrase = inside[0]
        own = self.words(phrase)
        if own.end > here.end or own.start < here.start:
            own = span(self.text, max(own.start, here.start), min(own.end, here.end))
        return (Role(entity=phrase.entity, span=own),)

    def _bare_name(self, tagged: Tagged, words: Range) -> tuple[Role, ...]:
        """A name beside a noun that the page tells nothing of."""
        if self.page.nouns_capitalised:
            return ()
        named = [j for j in range(*words) if tagged.bits[j] & NAME]
        if not named:
            return ()
        return (Role(entity=None, span=passage(self.text, tagged, (named[0], named[-1] + 1))),)


def is_somebody(entity: Entity) -> bool:
    """A party by name or country, not a mere role ("official")."""
    return bool(entity.country) or not entity.id.startswith("role:")


def something_of(country: str, here: Span) -> Entity:
    """Somebody or something that only its country is known of."""
    return Entity(
        id=f"role:{country.lower()}-{fold(here.text)[:60].replace(' ', '-')}",
        name=here.text,
        kind=EntityKind.GROUP,
        country=country,
    )


def passage(text: str, tagged: Tagged, words: Range) -> Span:
    """A word range as a passage, punctuation at its edges left out."""
    first, last = trim(tagged, *words)
    if last <= first:
        first, last = words
    return span(text, tagged.sentence.starts[first], tagged.sentence.ends[last - 1])


def slot_roles(
    parties: Parties, tagged: Tagged, clause: Clause, slots: tuple[str, ...], taken: set[int]
) -> tuple[Role, ...]:
    """Who stands in the first of some slots that is filled; `taken`: starts of used phrases."""
    for slot in slots:
        for found in slot_phrases(parties, tagged, clause, slot):
            fresh = tuple(r for r in found if r.span.start not in taken)
            if fresh:
                return fresh
    return ()


def slot_phrases(
    parties: Parties, tagged: Tagged, clause: Clause, slot: str
) -> list[tuple[Role, ...]]:
    """The fillers of one slot."""
    if slot == "owner":
        if clause.possessor:
            return [parties.roles(tagged, clause.possessor)]
        beside = [r for r in (clause.owner, clause.after) if r]
        return [told for r in beside if (told := parties.owner(tagged, r))]
    own = {"subject": clause.subject, "object": clause.object, "indirect": clause.indirect}
    if slot not in own:
        return [parties.roles(tagged, r) for r in clause.phrases(slot)]
    words = own[slot]
    found = [parties.roles(tagged, words)] if words else []
    if slot != "object":
        return found
    if found and found[0][0].entity is None and clause.object:
        wider = parties.roles(tagged, (clause.object[0], reach_of(clause)))
        found = [wider, *found] if wider[0].entity else found
    if clause.indirect and not (found and found[0][0].entity):
        to = parties.roles(tagged, clause.indirect)
        return [to, *found] if to[0].entity or not found else found
    return found


def reach_of(clause: Clause) -> int:
    """Where the object ends with the phrase that directly hangs on it ("targets in Jericho")."""
    assert clause.object is not None
    end = clause.object[1]
    return next((p.end for p in clause.pieces if p.at == end), end)


def means(parties: Parties, tagged: Tagged, words: Range, what: str, triggers: Triggers) -> bool:
    """The words mean a party, or a place: by what is known, by a name, or by a word of the pack."""
    if not triggers.meanings.get(what, _NOTHING).isdisjoint(tagged.sentence.low[slice(*words)]):
        return True
    if not triggers.endings and any(tagged.bits[j] & NAME for j in range(*words)):
        return True
    here = passage(parties.text, tagged, words)
    found = [p.entity for p in parties.phrases(here) if p.entity]
    if what == "@place":
        return any(e.kind in (EntityKind.COUNTRY, EntityKind.PLACE) for e in found)
    return bool(found) or parties.entity(here) is not None


_NOTHING: frozenset[str] = frozenset()
