"""Error classes: why a row was missed, where an extra one came from, what a match got wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from eval.predict import Prediction
from eval.rows import Covered, GoldText
from eval.score import TextScore
from eval.tokens import Tokens, iou, quoted
from sayso.packs.load import Pack, find_pack

CONTEXT = 90


@dataclass(slots=True)
class Classes:
    """Counts and samples by class, and tables by lemma and by rule."""

    counts: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lemmas: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    rules: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))

    def note(self, name: str, sample: str) -> None:
        """Count one error, and keep how it looks."""
        self.counts[name] += 1
        self.samples[name].append(sample)


def known_lemma(pack: Pack | None, text: str, cue: tuple[tuple[int, int], ...]) -> str | None:
    """The lemma of the longest pack form that begins inside the cue; None where none does."""
    if pack is None:
        return None
    best: tuple[int, str] | None = None
    for start, end in cue:
        for at in (i for i in range(start, end) if i == start or not text[i - 1].isalnum()):
            ahead = text[at : at + 60].lower()
            for length in range(1, len(ahead) + 1):
                for form in pack.cues.get(ahead[:length], ()):
                    words = " ".join(form.words)
                    ends = len(ahead) == len(words) or not ahead[len(words) :][:1].isalnum()
                    if ahead.startswith(words) and ends and (not best or len(words) > best[0]):
                        best = (len(words), form.entry.lemma)
    return best[1] if best else None


def show(text: str, row: Covered) -> str:
    """A row in its passage: «source», [cue], {content}; line breaks as spaces."""
    marks = []
    for spans, opening, closing in (
        (row.row.source, "«", "»"),
        (row.row.cue, "[", "]"),
        (row.row.content, "{", "}"),
    ):
        marks += [(start, 1, opening) for start, _ in spans]
        marks += [(end, 0, closing) for _, end in spans]
    places = [at for at, _, _ in marks]
    start, end = max(0, min(places) - CONTEXT), min(len(text), max(places) + CONTEXT)
    pieces, last = [], start
    for at, _, mark in sorted(marks):
        pieces += [text[last:at], mark]
        last = at
    return " ".join("".join([*pieces, text[last:end]]).split())


def missed_class(
    text: GoldText, row: Covered, lemma: str | None, said: Prediction, quotes: list[tuple[int, int]]
) -> str:
    """Why a gold row was not found."""
    if not row.cue:
        return "missed: cue-less"
    start = row.row.cue[0][0]
    if lemma is None:
        return "missed: no known cue word"
    if any(a <= start < b for a, b in quotes):
        return "missed: inside a quotation"
    for a, b, reason in said.undecided:
        if any(a < end and begin < b for begin, end in row.row.cue):
            return f"missed: cue known, undecided ({reason})"
    return "missed: cue known, no statement"


def content_class(gold: Covered, found: Covered) -> str:
    """How a wrong content differs."""
    if gold.content < found.content:
        return "too long"
    if found.content < gold.content:
        return "too short"
    return "other"


def source_class(gold: Covered, found: Covered) -> str:
    """How a wrong source differs."""
    if not gold.source:
        return "gold has none"
    if not found.source:
        return "found none"
    if gold.source < found.source:
        return "too long"
    if found.source < gold.source:
        return "too short"
    return "another passage"


def classify(text: GoldText, said: Prediction, scored: TextScore, into: Classes) -> None:
    """Add one text's errors to the classes."""
    pack = find_pack(text.language)
    quotes = quoted(text.text)
    matched_gold = {g for g, _ in scored.pairs}
    matched_found = {p for _, p in scored.pairs}
    for number, row in enumerate(scored.gold):
        if number not in matched_gold:
            lemma = known_lemma(pack, text.text, row.row.cue)
            words = Tokens(text.text).words(row.row.cue) or ["–"]
            key = lemma or "? " + max(words, key=len)
            into.lemmas[key][2] += 1
            name = missed_class(text, row, lemma, said, quotes)
            into.note(name, f"({key}) {show(text.text, row)}")
    for number, row in enumerate(scored.predicted):
        into.rules[row.row.rule][0] += 1
        right = number in matched_found
        into.rules[row.row.rule][1] += right
        into.lemmas[row.row.lemma][0 if right else 1] += 1
        if not right:
            taken = any(row.cue & other.cue for other in scored.gold)
            name = "extra: gold cue taken by another" if taken else "extra: no gold cue there"
            into.note(name, f"({row.row.lemma} · {row.row.rule}) {show(text.text, row)}")
    for (g, p), levels in zip(scored.pairs, scored.levels, strict=True):
        into.rules[scored.predicted[p].row.rule][2] += "partial" in levels
        classify_pair(text, scored.gold[g], scored.predicted[p], into)


def classify_pair(text: GoldText, gold: Covered, found: Covered, into: Classes) -> None:
    """Add what is wrong in a matched pair: beyond half (wrong), or only at the edge."""
    sample = f"({found.row.rule})\n      gold  {show(text.text, gold)}"
    sample += f"\n      found {show(text.text, found)}"
    for part, name in (("source", source_class), ("content", content_class)):
        share = iou(getattr(gold, part), getattr(found, part))
        if share <= 0.5:
            into.note(f"{part} wrong: {name(gold, found)}", sample)
        elif share < 1.0:
            into.note(f"{part} not exact: {name(gold, found)}", sample)
