"""Score what the gazetteer and the reading know of countries, bodies and roles, and count both.

`eval/gold/entities.toml` holds our own table, written before the data were looked at. A **name** is
right when the entity is the first party among the candidates of `search_names` in its language. A
**role** ("the Armenian defence ministry") is right when country, sector and role of the first
candidate are; in a language with a pack a page of one sentence is read instead (**read**), and the
source of its first statement is asked for country and sector, and for its role where one is wanted.
`eval/gold/unknown.toml` holds people whom nobody knows, for `group_names`.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from sayso.gazetteer.lookup import Form, load_entities, load_index
from sayso.gazetteer.names.bodies import load_groups, load_media
from sayso.gazetteer.names.group import group_names
from sayso.gazetteer.names.officeholders import list_people
from sayso.gazetteer.search import search_names
from sayso.model import Entity, EntityKind

GOLD = Path(__file__).parent / "gold" / "entities.toml"
UNKNOWN = GOLD.with_name("unknown.toml")
LANGUAGES = ("en", "fr", "de", "es", "ru", "uk", "ko", "it")


@dataclass(frozen=True, slots=True)
class Judged:
    """One row of the table with what came out."""

    kind: str
    language: str
    text: str
    wanted: str
    got: str

    @property
    def right(self) -> bool:
        """True where nothing is missing or wrong."""
        return self.wanted == self.got


def judge_all(language: str | None = None) -> Iterator[Judged]:
    """Every row of the table, or those of one language."""
    table = tomllib.loads(GOLD.read_text("utf-8"))
    for kind, judge in JUDGES.items():
        groups = [one for one in table[kind] if language in (None, one["language"])]
        for group in groups:
            for row in group["rows"]:
                yield judge(group["language"], row)


def judge_name(language: str, row: list[str]) -> Judged:
    """A form and the party that it names; that Moscow is a town first is right, and passed over."""
    text, wanted = row
    first = next((one.entity for one in search_names(text, language) if one.entity), None)
    return Judged("name", language, text, wanted, first.id if first else "nothing")


def judge_role(language: str, row: list[str]) -> Judged:
    """A country and a role noun, looked up."""
    text, *wanted = row
    found = search_names(text, language)
    return _judge_party("role", language, text, wanted, found[0].entity if found else None)


def judge_read(language: str, row: list[str]) -> Judged:
    """The source of a sentence."""
    from sayso.api import read

    text, *wanted = row
    statements = read(text=text, language=language).statements
    entity = statements[0].source.entity if statements else None
    return _judge_party("read", language, text, wanted, entity)


def _judge_party(
    kind: str, language: str, text: str, wanted: list[str], entity: Entity | None
) -> Judged:
    got = [entity.country or "", entity.sector or "", _role_of(entity)] if entity else []
    if got and not wanted[2]:
        got[2] = ""
    return Judged(kind, language, text, " ".join(wanted), " ".join(got) if got else "nothing")


def judge_fresh(language: str, row: list[str]) -> Judged:
    """A name or a role that was written when the data were there."""
    judged = judge_name(language, row) if len(row) == 2 else judge_role(language, row)
    return replace(judged, kind="fresh")


JUDGES = {"name": judge_name, "role": judge_role, "read": judge_read, "fresh": judge_fresh}


def _role_of(entity: Entity) -> str:
    """The role; of a ministry or an army what its id tells (`body:arm-army`)."""
    own = f"body:{(entity.country or '').lower()}-"
    told = entity.id.removeprefix(own) if entity.id.startswith(own) else ""
    return entity.role or told.replace("-", " ")


def list_figures(judged: list[Judged]) -> Iterator[str]:
    """Right of all, by kind and language."""
    seen = Counter((one.kind, one.language) for one in judged)
    right = Counter((one.kind, one.language) for one in judged if one.right)
    for kind in dict.fromkeys(kind for kind, _ in seen):
        each = [f"{lang} {right[k, lang]}/{n}" for (k, lang), n in seen.items() if k == kind]
        total, good = (sum(c[key] for key in seen if key[0] == kind) for c in (seen, right))
        yield f"{kind}: {good}/{total} ({good / total:.3f}): {', '.join(each)}"


def score_groups() -> Iterator[str]:
    """How `group_names` puts invented people's spellings together, by pairs and by people."""
    people = tomllib.loads(UNKNOWN.read_text("utf-8"))["person"]
    wanted = [frozenset((name, language) for name, language in one["names"]) for one in people]
    groups = group_names([seen for one in wanted for seen in sorted(one)])
    found = [frozenset(one.seen) for one in groups]
    gold, got = (
        {pair for one in some for pair in combinations(sorted(one), 2)} for some in (wanted, found)
    )
    whole = len(set(wanted) & set(found))
    yield (
        f"unknown names: {len(gold & got)} of {len(got)} pairs right, of {len(gold)} "
        f"(P {len(gold & got) / len(got):.3f}, R {len(gold & got) / len(gold):.3f}); "
        f"{whole} of {len(wanted)} people whole, {len(got - gold)} pairs of two people"
    )
    yield from (f"  apart: {sorted(one)}" for one in found if one not in wanted)


def count_breadth() -> dict[str, int]:
    """How many entities there are of every kind."""
    entities = load_entities().values()
    bodies = {one.id for one in entities if one.kind == "organisation"}
    return {
        "countries and territories": len({o.id for o in entities if o.kind == "country"}),
        "international and other bodies": len(bodies),
        "media": len({one.entity.id for one in load_media()}),
        "armed groups": len({one.entity.id for one in load_groups()}),
        "people": sum(1 for _ in list_people()),
    }


def count_forms(language: str) -> dict[str, int]:
    """How many entities a language has words for, by how the words name them; groups apart."""
    found: dict[str, set[str]] = {}
    for entries in load_index(language).entries.values():
        for entry in entries:
            group = entry.form is Form.BODY and entry.entity.kind is EntityKind.GROUP
            form = "group" if group else entry.form.value
            found.setdefault(form, set()).add(entry.entity.id + entry.entity.name)
    return {form: len(some) for form, some in sorted(found.items())}


def run_entities(given: argparse.Namespace) -> None:
    """Print the figures."""
    judged = list(judge_all(given.language))
    lines = [
        *list_figures(judged),
        *(line for line in score_groups() if given.errors or line[:2] != "  "),
    ]
    if given.errors:
        wrong = [one for one in judged if not one.right]
        lines += [f"  {o.kind} {o.language} {o.text}: {o.wanted}, got {o.got}" for o in wrong]
    lines += [f"{kind}: {number:,}" for kind, number in count_breadth().items()]
    for language in LANGUAGES:
        forms = ", ".join(f"{form} {n}" for form, n in count_forms(language).items())
        lines.append(f"words of {language}: {forms}")
    print("\n".join(lines))


def add_entities(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `python -m eval entities`."""
    parser = kinds.add_parser("entities", help="score names of countries, bodies and roles")
    parser.add_argument("--errors", action="store_true", help="show what is wrong")
    parser.add_argument("--language", help="rows of this language only")
