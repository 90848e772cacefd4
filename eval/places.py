"""Score the stage `place` on ambiguous names in the project's own short stories.

    python -m eval places [--errors] [--aside | --third] [--language XX]
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from sayso.errors import UsageError
from sayso.spans import Span
from sayso.stages.placing.find import PlaceMention, find_places

GOLD = Path(__file__).parent / "gold" / "places.toml"
ASIDE = Path(__file__).parent / "gold" / "places-aside.toml"
THIRD = Path(__file__).parent / "gold" / "places-third.toml"


class GoldPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One mention and what it means; `name` (GeoNames') only where the country is not enough."""

    text: str
    country: str
    kind: str
    how: str
    nth: int = 1
    name: str | None = None


class Story(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A short text, the ambiguous places in it, and names that are no place there."""

    language: str
    text: str
    places: tuple[GoldPlace, ...] = ()
    none: tuple[str, ...] = ()
    country: str | None = None
    dateline: str | None = None


@dataclass(slots=True)
class Score:
    """Counts of one language, or of all."""

    right: int = 0
    total: int = 0
    kept_out: int = 0
    traps: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        """Share of the mentions with the right country and kind."""
        return self.right / self.total if self.total else 0.0


def read_stories(path: Path) -> tuple[Story, ...]:
    """The stories of a gold file, each passage of them checked.

    Raises:
        UsageError: a passage is not in its text.
    """
    raw = tomllib.loads(path.read_text("utf-8")).get("story", [])
    stories: tuple[Story, ...] = msgspec.convert(raw, tuple[Story, ...])
    for number, story in enumerate(stories, 1):
        for one in story.places:
            if find_passage(story.text, one.text, one.nth) < 0:
                raise UsageError(
                    f"“{one.text}” ({one.nth}) is not in the text", where=f"{path} story {number}"
                )
    return stories


def find_passage(text: str, passage: str, nth: int) -> int:
    """Offset of the nth time that a passage stands in a text, or -1.

    >>> find_passage("a b a", "a", 2)
    4
    """
    at = -1
    for _ in range(nth):
        at = text.find(passage, at + 1)
        if at < 0:
            return -1
    return at


def sentences_of(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The sentences of a short story from `start` on: each ends with a stop and a space."""
    at = start
    while at < len(text):
        stops = [i for i in (text.find(m, at) for m in (". ", "? ", "! ")) if i >= 0]
        end = min(stops) + 1 if stops else len(text)
        yield at, end
        at = end + 1


def read(story: Story) -> tuple[int, tuple[PlaceMention, ...]]:
    """Where the story begins behind its dateline, and the places found."""
    head = f"{story.dateline} — " if story.dateline else ""
    text = head + story.text
    line = Span(0, len(head), head) if head else None
    countries = (story.country,) if story.country else ()
    found = find_places(
        text,
        story.language,
        list(sentences_of(text, len(head))),
        dateline=line,
        countries=countries,
    )
    return len(head), found


def describe(hit: PlaceMention | None) -> str:
    """What was found in a mention's stead."""
    if hit is None:
        return "nothing"
    found = hit.place
    return f"{found.name} {found.country} {found.precision}, because {'; '.join(hit.reasons)}"


def score_story(story: Story, score: Score) -> None:
    """Add one story to the counts."""
    offset, found = read(story)
    for one in story.places:
        at = offset + find_passage(story.text, one.text, one.nth)
        end = at + len(one.text)
        hit = next((m for m in found if m.span.start < end and at < m.span.end), None)
        right = hit is not None and (
            hit.place.country == one.country
            and hit.place.precision == one.kind
            and one.name in (None, hit.place.name)
        )
        score.total += 1
        score.right += right
        if not right:
            expected = f"{story.language} {one.text} ({one.country} {one.kind})"
            score.errors.append(f"{expected}: {describe(hit)}")
    for trap in story.none:
        score.traps += 1
        stood = [m for m in found if trap in m.span.text]
        score.kept_out += not stood
        if stood:
            score.errors.append(f"{story.language} {trap} is no place there: {story.text}")


def score_file(path: Path, language: str | None = None) -> dict[str, Score]:
    """Language → counts, and `all`."""
    scores: dict[str, Score] = {"all": Score()}
    for story in read_stories(path):
        if language in (None, story.language):
            score_story(story, scores["all"])
            score_story(story, scores.setdefault(story.language, Score()))
    return scores


def lines(scores: dict[str, Score], errors: bool = False) -> Iterator[str]:
    """What the command prints."""
    for language, one in scores.items():
        yield (
            f"{language:4} places {one.right:3}/{one.total:3} {one.accuracy:.3f}   "
            f"kept out {one.kept_out:2}/{one.traps:2}"
        )
    if errors:
        yield from scores["all"].errors


def add_places(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `places` of `python -m eval`."""
    given = kinds.add_parser("places", help="ambiguous names of places")
    given.add_argument("--language", help="stories in one language only")
    given.add_argument("--aside", action="store_true", help="the stories that were kept aside")
    given.add_argument("--third", action="store_true", help="those that were written third")
    given.add_argument("--errors", action="store_true", help="show what came out wrong")


def run_places(given: argparse.Namespace) -> None:
    """Score, print."""
    path = THIRD if given.third else ASIDE if given.aside else GOLD
    scores = score_file(path, given.language)
    print("\n".join(lines(scores, given.errors)))
