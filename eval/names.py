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
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.gazetteer.names.match import SAME, Verdict, compare
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


def main(given: argparse.Namespace) -> None:
    """Print the figures."""
    every: list[Pair] = []
    for kind in KINDS:
        pairs = build_pairs(given.path, kind)
        every += pairs
        print(kind, score_pairs(pairs))
        if given.errors:
            bad = list(errors(pairs))
            random.Random(1).shuffle(bad)
            print("\n".join(bad[: given.errors]))
    print("all", score_pairs(every))
    if given.thresholds:
        for step in range(60, 86, 2):
            print(step, {k: round(score_pairs([p for p in every if p.kind == k], step / 100)["f1"], 4) for k in KINDS})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--set", type=Path, dest="path")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--thresholds", action="store_true")
    main(parser.parse_args())
