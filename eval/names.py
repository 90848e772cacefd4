"""Score `compare` and the look-up of names on a set of entities with their forms by language.

A line of the set: `{"id": …, "class": "PER"|"LOC"|…, "forms": {"ru": ["Киев", "Киева"], …}}`.

**Pairs.** Positives: a form in Latin letters and a form in Cyrillic of one entity; a set seed
draws at most `PER_ENTITY` an entity, so that the much-inflected do not decide. Negatives, as many
an entity: half of them *hard* (of all other entities' forms in the other script, those most alike
to the entity's form after plain transliteration, by rapidfuzz), half at random. A form that is
listed under both entities is no negative. For people only forms of two words or more are paired:
a family name alone does not tell whom it means, and `compare` never says so; for places every form
is, inhabitants and "the Island" included, as the set lists them. Predicted: verdict "same".

**Look-up.** Each entity with forms in both scripts is filed under its Latin forms and asked for
by each of its Cyrillic ones, and the other way round: recall@1 over all the forms, family names
alone and given names alone included; averaged over the two directions.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.gazetteer.names.exonyms import find_places
from sayso.gazetteer.names.index import NameIndex
from sayso.gazetteer.names.keys import list_pair_keys
from sayso.gazetteer.names.match import Verdict, compare
from sayso.gazetteer.names.officeholders import find_person, list_people
from sayso.gazetteer.names.parts import split_name
from sayso.gazetteer.names.romanise import is_cyrillic, romanise
from sayso.model import EntityKind

PER_ENTITY = 12
KINDS = {"PER": EntityKind.PERSON, "LOC": EntityKind.PLACE}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two forms, one of them in Cyrillic, with their languages."""

    latin: str
    cyrillic: str
    languages: tuple[str, str]
    kind: str
    same: bool
    hard: bool


Forms = dict[str, list[tuple[str, str]]]  # entity → (language, form)


def read_forms(path: Path, kind: str, cyrillic: bool) -> Forms:
    """The forms of a class of entities in one script."""
    out: Forms = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["class"] == kind:
            forms = [
                (language, form.strip())
                for language, group in row["forms"].items()
                for form in group
                if is_cyrillic(form) == cyrillic and form.strip()
            ]
            if forms:
                out[row["id"]] = forms
    return out


def usable(kind: str, form: str) -> bool:
    """Whether a form is paired: see above."""
    return kind != "PER" or len(form.split()) > 1


def build_pairs(path: Path, kind: str, seed: int = 7) -> list[Pair]:
    """The pairs of a class."""
    from rapidfuzz import fuzz, process

    draw = random.Random(seed)
    latin, cyrillic = read_forms(path, kind, False), read_forms(path, kind, True)
    others = [(e, lang, f) for e in sorted(cyrillic) for lang, f in cyrillic[e] if usable(kind, f)]
    spelled = [romanise(f, lang).lower() for _, lang, f in others]
    pairs: list[Pair] = []
    for entity in sorted(latin.keys() & cyrillic.keys()):
        left = [one for one in latin[entity] if usable(kind, one[1])]
        right = [one for one in cyrillic[entity] if usable(kind, one[1])]
        both = [(a, b) for a in left for b in right]
        chosen = draw.sample(both, min(PER_ENTITY, len(both)))
        own = {form.lower() for _, form in cyrillic[entity]}
        for number, (a, b) in enumerate(chosen):
            pairs.append(Pair(a[1], b[1], (a[0], b[0]), kind, True, False))
            if number % 2:
                at = draw.choice(range(len(others)))
            else:
                best = process.extract(a[1].lower(), spelled, scorer=fuzz.ratio, limit=40)
                free = [i for _, _, i in best if others[i][2].lower() not in own
                        and others[i][0] != entity]  # fmt: skip
                at = draw.choice(free[:5]) if free else 0
            key, lang, form = others[at]
            if key != entity and form.lower() not in own:
                pairs.append(Pair(a[1], form, (a[0], lang), kind, False, number % 2 == 0))
    return pairs


def score_pairs(pairs: list[Pair], threshold: float | None = None) -> dict[str, float]:
    """P, R, F1 of verdict "same" (or of a score from the threshold on)."""
    hits = misses = wrong = 0
    for pair in pairs:
        found = compare(pair.latin, pair.cyrillic, kind=KINDS[pair.kind], languages=pair.languages)
        said = found.verdict is Verdict.SAME if threshold is None else found.score >= threshold
        hits += said and pair.same
        misses += pair.same and not said
        wrong += said and not pair.same
    precision, recall = hits / max(1, hits + wrong), hits / max(1, hits + misses)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"n": len(pairs), "p": precision, "r": recall, "f1": f1}


def errors(pairs: list[Pair]) -> Iterator[str]:
    """Pairs judged wrongly, a line each."""
    for pair in pairs:
        found = compare(pair.latin, pair.cyrillic, kind=KINDS[pair.kind], languages=pair.languages)
        if (found.verdict is Verdict.SAME) != pair.same:
            yield (
                f"{'MISSED' if pair.same else 'MERGED'} {found.score:.2f} "
                f"{pair.languages[0]} {pair.latin} | {pair.languages[1]} {pair.cyrillic} | "
                f"{'; '.join(found.reasons)}"
            )


@dataclass(slots=True)
class Filed:
    """Entities filed under their forms in one script: by name, and by the place they name."""

    index: NameIndex
    places: dict[str, Counter[str]]

    def first(self, form: str, language: str) -> str | None:
        """The first entity that the look-up gives: by the place named, else by the name."""
        votes: Counter[str] = Counter()
        for place in find_places(form, language):
            votes.update(self.places.get(place, {}))
        if votes:
            return votes.most_common(1)[0][0]
        hits = self.index.find(form, language)
        return hits[0].key if hits else None


def build_index(forms: Forms) -> Filed:
    """The entities of a class with their forms in one script."""
    filed = Filed(NameIndex(), {})
    for entity, group in forms.items():
        for language, form in group:
            filed.index.add(entity, form)
            for place in find_places(form, language):
                filed.places.setdefault(place, Counter())[entity] += 1
    return filed


def score_lookup(path: Path, kind: str) -> dict[str, float]:
    """Recall@1 of the look-up across scripts, over all forms of one and of several words."""
    sides = {c: read_forms(path, kind, c) for c in (False, True)}
    both = sides[False].keys() & sides[True].keys()
    seen: Counter[str] = Counter()
    for asked in (False, True):
        index = build_index({e: sides[not asked][e] for e in sorted(both)})
        for entity in sorted(both):
            for language, form in sides[asked][entity]:
                length = "one word" if len(form.split()) == 1 else "more words"
                right = index.first(form, language) == entity
                seen.update({"all n": 1, f"{length} n": 1, "all": right, length: right})
    figures = {
        key: seen[key] / max(1, seen[f"{key} n"]) for key in ("all", "one word", "more words")
    }
    return {"n": seen["all n"], "right": seen["all"], **figures}


def read_gold() -> list[dict[str, str]]:
    """The project's own tricky names (eval/gold/names.toml)."""
    path = Path(__file__).parent / "gold" / "names.toml"
    names: list[dict[str, str]] = tomllib.loads(path.read_text("utf-8"))["name"]
    return names


def judge(row: dict[str, str]) -> tuple[bool, bool, str]:
    """Whether a tricky name goes to the right person; whether it is surely taken for another."""
    found = find_person(row["text"], row["language"], row["on"])
    first = found[0] if found else None
    sure = first is not None and first.verdict is Verdict.SAME
    got = first.entity.id if first else ""
    right = got == f"person:{row['person']}" if row["person"] else not sure
    line = f"{row['language']} {row['text']} is {row['person'] or 'nobody'}, got {got or 'nobody'}"
    return right, sure and not right, line


def report_gold(show: bool) -> list[str]:
    """The lines about the tricky names."""
    judged = [judge(row) for row in read_gold()]
    right, merged = sum(one[0] for one in judged), sum(one[1] for one in judged)
    lines = [
        f"tricky names: {right}/{len(judged)} right ({right / len(judged):.3f}), {merged} merged"
    ]
    return lines + [f"  {line}" for good, _, line in judged if not good and show]


def count_merged(step: int = 7) -> str:
    """How often `compare` takes two people of the gazetteer for one, exact namesakes aside.

    Every seventh person's name is compared with all others that sound like it; office holders are
    a hard set, for they share countries and generations.
    """
    people = list(list_people())
    index = NameIndex()
    for person in people:
        index.add(person.id, person.name)
    asked = [person for person in people[::step] if " " in person.name]
    wrong = 0
    for person in asked:
        keys = list_pair_keys(split_name(person.name), "en")
        others = {index.names[one][0] for key in keys for one in index.keys.get(key, ())}
        wrong += sum(
            compare(person.name, other, languages=("en", "en")).verdict is Verdict.SAME
            for other in sorted(others - {person.name})
        )
    return f"people of the gazetteer: {len(asked)} names are taken for {wrong} other people's"


def run_names(given: argparse.Namespace) -> None:
    """Print the figures."""
    lines = report_gold(bool(given.errors))
    if given.path:
        lines += report_set(given)
    lines.append(count_merged())
    print("\n".join(lines))


def report_set(given: argparse.Namespace) -> list[str]:
    """The lines about a set of entities."""
    every: list[Pair] = []
    lines = []
    asked = right = 0.0
    for kind in KINDS:
        pairs = build_pairs(given.path, kind)
        every += pairs
        lines.append(f"pairs {kind}: {show(score_pairs(pairs))}")
        found = score_lookup(given.path, kind)
        asked, right = asked + found["n"], right + found["right"]
        lines.append(f"look-up {kind}: {show(found)}")
        bad = list(errors(pairs))
        random.Random(1).shuffle(bad)
        lines += [f"  {line}" for line in bad[: given.errors]]
    for label, wanted in (("hard", True), ("random", False)):
        some = [pair for pair in every if pair.same or pair.hard is wanted]
        lines.append(f"pairs, {label} negatives only: {show(score_pairs(some))}")
    lines.append(f"pairs all: {show(score_pairs(every))}")
    lines.append(f"look-up all: recall@1 {right / max(1, asked):.3f} (n={asked:.0f})")
    if given.thresholds:
        steps = [step / 100 for step in range(56, 82, 2)]
        lines += [f"  from {at}: {show(score_pairs(every, at))}" for at in steps]
    return lines


def show(figures: dict[str, float]) -> str:
    """Figures in one line."""
    return " ".join(
        f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}"
        for key, value in figures.items()
    )


def add_names(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `python -m eval names`."""
    parser = kinds.add_parser("names", help="score names across spellings and scripts")
    parser.add_argument("--set", type=Path, dest="path", help="JSONL file of entities and forms")
    parser.add_argument("--errors", type=int, default=0, metavar="K", help="show K wrong pairs")
    parser.add_argument("--thresholds", action="store_true", help="F1 by threshold")
