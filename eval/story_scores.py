"""Scores of stories told in several languages: against their gold, and among one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from eval.stories import Told, Triple, Wanted

#: What is compared of an event whose concept is right, as far as the gold gives it.
MUST = ("actor", "recipient", "polarity", "reality")
ALSO = ("place", "date", "quantity")


@dataclass(slots=True)
class Score:
    """One language's stories against the gold.

    Attributes:
        right: events with concept, roles, polarity and reality as in the gold.
        wrong: the concept is there, or at least its type, but something else is not right.
        missed: nothing of that type is there; `extra` what the gold has not.
        faults: which part was wrong how often; `also` (right, asked) for place, date and quantity.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    extra: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    also: dict[str, tuple[int, int]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    rights: list[bool] = field(default_factory=list)

    @property
    def golds(self) -> int:
        """Events that should be there."""
        return self.right + self.wrong + self.missed

    def recall(self) -> float:
        """Share of the gold's events that are right."""
        return self.right / self.golds if self.golds else 0.0

    def precision(self) -> float:
        """Share of the found events that are right."""
        found = self.right + self.wrong + self.extra
        return self.right / found if found else 0.0


def pair_up(golds: Sequence[Wanted], found: Sequence[Told]) -> list[tuple[Wanted, Told | None]]:
    """Every gold event with the found one that fits it best, each used once; None for none."""
    ways = sorted(
        ((g.fit(t), i, j) for i, g in enumerate(golds) for j, t in enumerate(found)),
        key=lambda way: (-way[0], way[1], way[2]),
    )
    chosen: dict[int, int] = {}
    for fit, i, j in ways:
        if fit and i not in chosen and j not in chosen.values():
            chosen[i] = j
    return [(g, found[chosen[i]] if i in chosen else None) for i, g in enumerate(golds)]


def score_language(
    triples: Sequence[Triple], told: Sequence[Sequence[Told]], language: str
) -> Score:
    """All stories of one language against the gold."""
    score = Score()
    for triple, found in zip(triples, told, strict=True):
        lines = list(score_story(triple, found, score))
        if lines:
            score.lines += [f"{language} {triple.id}: {triple.text[language]}", *lines]
    return score


def score_story(triple: Triple, found: Sequence[Told], score: Score) -> Iterator[str]:
    """Count one story; yield a line for whatever is not right."""
    pairs = pair_up(triple.events, found)
    for gold, told in pairs:
        if not gold.maybe:
            yield from score_event(gold, told, score)
    used = [id(told) for _, told in pairs if told]
    for told in found:
        if id(told) not in used:
            score.extra += 1
            yield f"    extra {told}"


def score_event(gold: Wanted, told: Told | None, score: Score) -> Iterator[str]:
    """Count one gold event; yield a line where it is not right."""
    faults = gold.faults(told, MUST) if told else []
    score.rights.append(told is not None and not faults)
    if told is None:
        score.missed += 1
        yield f"    missed {gold}"
        return
    score.right += not faults
    score.wrong += bool(faults)
    score.faults.update(faults)
    beside = [name for name in ALSO if gold.gives(name) and not gold.same(name, told)]
    for name in filter(gold.gives, ALSO):
        right, asked = score.also.get(name, (0, 0))
        score.also[name] = (right + (name not in beside), asked + 1)
    if faults or beside:
        wrong = ", ".join([*faults, *(f"({name})" for name in beside)])
        yield f"    {wrong}: {gold} | read {told}"


def agreement(told: Sequence[Sequence[Sequence[Told]]], *, concepts: bool = False) -> float:
    """Share of the events that all versions of a story have, among those that any of them has.

    Args:
        told: for each story, the events of each of its versions.
        concepts: the concept must be the same too, not only the type.

    >>> agreement([[[], []]])
    1.0
    """
    shared = seen = 0
    for versions in told:
        counts = [Counter(event.key(concepts) for event in version) for version in versions]
        for key in set().union(*counts):
            shared += min(count[key] for count in counts)
            seen += max(count[key] for count in counts)
    return shared / seen if seen else 1.0


def list_apart(
    triples: Sequence[Triple], told: Sequence[Sequence[Sequence[Told]]], languages: Sequence[str]
) -> Iterator[str]:
    """The stories that the languages tell apart, with what each of them has."""
    for triple, versions in zip(triples, told, strict=True):
        if agreement([versions]) < 1:
            yield triple.id
            for code, version in zip(languages, versions, strict=True):
                yield f"    {code} {'; '.join(map(str, version)) or 'nothing'}"
