"""References: pronouns, relative pronouns and bare roles, taken to the party named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.model import Entity, EntityKind, SourceKind, Statement
from sayso.packs.load import BIT
from sayso.packs.shape import WordClass
from sayso.spans import Span
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.phrases import Phrase

ANAPHORS = {
    "f": WordClass.ANAPHOR_FEMALE,
    "m": WordClass.ANAPHOR_MALE,
    "p": WordClass.ANAPHOR_PLURAL,
}
_REACH = 4  # sentences back that a pronoun may reach
_FAR = 3  # words between a relative pronoun and the end of its antecedent, at most


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom a source means: an entity or None, how it is named, and whether two fitted equally."""

    entity: Entity | None
    kind: SourceKind
    genders: str = ""
    ambiguous: bool = False


NOBODY = Meaning(None, SourceKind.UNNAMED)
SOMEBODY = Meaning(None, SourceKind.ROLE)


@dataclass(slots=True)
class History:
    """Sources resolved so far, in the order of the text.

    Attributes:
        quoted: passages in quotation marks that are content.
        inside: offset → whether it is inside one of them, as far as asked.
    """

    sources: list[tuple[int, Meaning]] = field(default_factory=list)
    statements: Sequence[Statement] = ()
    meanings: dict[str, Meaning] = field(default_factory=dict)
    quoted: list[Span] = field(default_factory=list)
    inside: dict[int, bool] = field(default_factory=dict)

    def is_quoted(self, start: int) -> bool:
        """An offset lies in a quotation that is content."""
        found = self.inside.get(start)
        if found is None:
            found = any(q.start <= start < q.end for q in self.quoted)
            self.inside[start] = found
        return found

    def last_before(self, start: int) -> tuple[int, Meaning] | None:
        """The nearest source before an offset that means somebody."""
        before = [s for s in self.sources if s[0] < start and s[1].entity]
        return max(before, key=lambda s: s[0]) if before else None


def pronoun_genders(page: Page, first: int, last: int) -> str | None:
    """Genders that a pronoun may stand for; None if the words are no pronoun.

    "n" is what neither a woman, a man nor several are: it, es.
    """
    words = " ".join(token.low for token in page.tokens[first:last])
    found = "".join(g for g, name in ANAPHORS.items() if words in page.pack.words.get(name, ()))
    if found:
        return found
    bits = page.tokens[first].bits
    rest = page.tokens[first + 1 : last]
    if any(not token.bits & BIT[WordClass.REFLEXIVE] for token in rest):
        return None
    found = "".join(g for g, name in ANAPHORS.items() if bits & BIT[name])
    if not found and bits & BIT[WordClass.IMPERSONAL]:
        return "n"
    return found or None


def is_speaker(page: Page, first: int, last: int) -> bool:
    """ "I", "we": a pronoun of the one who is speaking, or spoken to."""
    pronoun = bool(page.tokens[first].bits & BIT[WordClass.SUBJECT_PRONOUN])
    return last - first == 1 and pronoun and pronoun_genders(page, first, last) is None


def find_speaker(history: History, span: Span) -> Meaning:
    """Whom "I" means: the source in whose content it stands."""
    around = [
        s
        for s in history.statements
        if any(piece.covers(span) for piece in s.content) and s.id in history.meanings
    ]
    if not around:
        return SOMEBODY
    closest = min(around, key=lambda s: s.content[-1].end - s.content[0].start)
    return history.meanings[closest.id]


def find_relative(page: Page, first: int) -> Meaning | None:
    """Whom "who" means: the party named right before it."""
    if not page.tokens[first].bits & t.RELATIVE or first == 0:
        return None
    sentence = page.words.sentences[first]
    before = (p for p in recent_phrases(page, first) if p.sentence == sentence and p.entity)
    nearest = next(before, None)
    if nearest is None:
        return None
    between = page.tokens[nearest.last : first]
    verbal = any(token.bits & t.BREAKING & ~t.PREPOSITION for token in between)
    if len(between) > _FAR or verbal:
        return None
    return Meaning(nearest.entity, nearest.kind, nearest.genders)


def fits(wanted: str, genders: str, entity: Entity, gendered: bool) -> bool:
    """A pronoun of these genders can stand for the party."""
    living = entity.kind in (EntityKind.PERSON, EntityKind.GROUP)
    if wanted == "m" and not living and genders != "m":
        return False
    if not gendered and not living:
        return any(g in "np" for g in wanted)
    if entity.kind is EntityKind.PERSON and wanted == "n" and not gendered:
        return False
    return not genders or any(g in genders for g in wanted)


def find_pronoun(page: Page, history: History, span: Span, first: int, wanted: str) -> Meaning:
    """Whom a pronoun means: the fitting party that speaks, or is talked of, most just before."""
    scores: dict[str, float] = {}
    meanings: dict[str, Meaning] = {}
    last = history.last_before(span.start)
    for phrase in recent_phrases(page, first):
        if phrase.entity is None:
            continue
        if not fits(wanted, phrase.genders, phrase.entity, page.grammar.gendered):
            continue
        score = rate(page, history, phrase, first, wanted)
        key = phrase.entity.id
        if key not in scores or score > scores[key]:
            scores[key] = score
            meanings[key] = Meaning(phrase.entity, phrase.kind, phrase.genders)
    if last and last[1].entity and _recent(page, last[0], first):
        said = last[1]
        assert said.entity is not None
        if fits(wanted, said.genders, said.entity, page.grammar.gendered):
            scores[said.entity.id] = scores.get(said.entity.id, -4.0) + 3
            meanings.setdefault(said.entity.id, said)
    if not scores and wanted in ("m", "f") and not page.grammar.gendered:
        return find_unknown(page, first)
    return choose(scores, meanings)


def find_unknown(page: Page, first: int) -> Meaning:
    """The full name before "he" or "she" that nothing else told to be a person's."""
    for phrase in recent_phrases(page, first):
        if phrase.entity is None and phrase.person and phrase.person.full:
            person = page.people.add(phrase)
            if person:
                phrase.entity, phrase.key = person.entity(), person.id
                phrase.kind = SourceKind.NAMED
                return Meaning(phrase.entity, phrase.kind, phrase.genders)
    return SOMEBODY


def recent_phrases(page: Page, first: int) -> Iterator[Phrase]:
    """The phrases before a word and within reach of a pronoun, the nearest first."""
    for number in range(bisect_left(page.begins, first) - 1, -1, -1):
        phrase = page.phrases[number]
        if page.words.sentences[first] - phrase.sentence > _REACH:
            return
        if phrase.last <= first:
            yield phrase


def choose(scores: dict[str, float], meanings: dict[str, Meaning]) -> Meaning:
    """The best one; nobody, and ambiguous, where two are equally good."""
    if not scores:
        return SOMEBODY
    ranked = sorted(scores, key=lambda key: (-scores[key], key))
    if len(ranked) > 1 and scores[ranked[0]] == scores[ranked[1]]:
        return Meaning(None, SourceKind.ROLE, ambiguous=True)
    return meanings[ranked[0]]


def _recent(page: Page, offset: int, first: int) -> bool:
    word = page.words_of(Span(offset, offset + 1, ""))[0]
    word = min(word, len(page.tokens) - 1)
    return page.words.sentences[first] - page.words.sentences[word] <= _REACH


def rate(page: Page, history: History, phrase: Phrase, first: int, wanted: str) -> float:
    """How likely a pronoun at word `first` means the phrase: nearness, subject, certainty."""
    distance = page.words.sentences[first] - phrase.sentence
    score = -2.0 * distance
    score += 2 * phrase.opens - phrase.oblique
    score += 0.5 * (phrase.entity is not None and phrase.entity.kind is EntityKind.PERSON)
    score += 1 * (len(phrase.genders) == 1 and phrase.genders in wanted)
    start = page.words.starts[phrase.first]
    score -= 3 * history.is_quoted(start)
    return score
