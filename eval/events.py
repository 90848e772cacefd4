"""`python -m eval events`: PLOVER events against a set, and the packs' own examples."""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.codebook.plover import read_plover
from sayso.codebook.telling import plover_type
from sayso.errors import UsageError
from sayso.model import Act, Document, Event, Role, Statement
from sayso.pipeline import read_text

#: Acts whose content is what is done, not what is told as done: their own event is the row.
PERFORMED = frozenset(
    {Act.PROMISE, Act.THREATEN, Act.DEMAND, Act.REJECT, Act.CONDEMN, Act.PRAISE, Act.ACCUSE,
     Act.DENY, Act.DECLINE, Act.WARN}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated event: its types (several where the set's type is two of ours)."""

    text: str
    language: str
    types: frozenset[str]
    actor: str
    recipient: str
    actor_countries: frozenset[str] = frozenset()
    recipient_countries: frozenset[str] = frozenset()
    shown: str = ""
    by_cameo: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A PLOVER row of what was read."""

    type: str
    event: Event

    def countries(self, roles: tuple[Role, ...]) -> frozenset[str]:
        """Countries of some roles."""
        return frozenset(r.entity.country for r in roles if r.entity and r.entity.country)


def add_events(kinds: Any) -> None:
    """The command `events`."""
    one = kinds.add_parser("events", help="PLOVER events against a set, or a pack's examples")
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--set", type=Path, dest="path", help="JSON lines: plover-gsr, plv or triggers"
    )
    what.add_argument("--pack", help="run the examples of a pack's events/")
    one.add_argument("--errors", type=int, default=0, metavar="K", help="K samples a class")
    one.add_argument("--only", default="", help="with --errors: of this type only")
    one.add_argument("--all", action="store_true", help="with --pack: what came out right too")
    one.add_argument("--pin", action="store_true", help="with --pack: raise its floor to today's")


def run_events(given: argparse.Namespace) -> None:
    """Score, print."""
    if given.pack:
        from eval.examples import pin_share, run_examples, share_right

        if given.pin:
            print(pin_share(given.pack, round(share_right(given.pack), 4)))
            return
        print("\n".join(run_examples(given.pack, given.only, everything=given.all)))
        return
    if not given.path.is_file():
        raise UsageError("no such file", where=str(given.path), todo="give a set with --set")
    golds = list(read_golds(given.path))
    print("\n".join(Scored.of(golds).lines(given.path.name, given.errors, given.only)))


def read_golds(path: Path) -> Iterator[Gold]:
    """The records of a set, in whichever of the known forms."""
    for line in path.read_text("utf-8").splitlines():
        raw = json.loads(line)
        if "gold_root" in raw:
            yield plv(raw)
        elif "eventText" in raw:
            yield gsr(raw)
        else:
            yield from triggered(raw)


def our_types(name: str) -> frozenset[str]:
    """Our types for a type of another list."""
    aliases = read_plover().alias
    return frozenset(aliases.get(name, (name,)))


def plv(raw: dict[str, Any]) -> Gold:
    """A sentence with source, target and root type."""
    types = our_types(raw["gold_root"])
    return Gold(raw["sentence"], "en", types, raw["source"], raw["target"], by_cameo=True)


#: How the set with root types takes CAMEO's codes together; PLOVER's manual has others
#: (decision 4): it has sanctions, embargoes and blockades elsewhere, verdicts and apologies too.
ROOTS = {
    "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "09": "ACCUSE",
    "10": "DEMAND", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
    "15": "MOBILIZE", "16": "SANCTION", "163": "COERCE", "17": "COERCE", "18": "ASSAULT",
    "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip


def root_of(row: Row) -> str:
    """The type that the set with root types has for a row: by its CAMEO code, where it is told as
    done."""
    event = row.event
    if row.type != event.type or event.cameo is None:
        return row.type
    return ROOTS.get(event.cameo[:3]) or ROOTS.get(event.cameo[:2]) or row.type


def gsr(raw: dict[str, Any]) -> Gold:
    """A gold standard record of PLOVER's authors."""
    source, target = raw.get("source") or [], raw.get("target") or []
    source = [a for a in source if isinstance(a, dict)] if isinstance(source, list) else []
    target = [a for a in target if isinstance(a, dict)] if isinstance(target, list) else []
    return Gold(
        raw["text"].strip("{} "), "en", our_types(raw["event"]),
        " ".join(a["actorText"] for a in source), " ".join(a["actorText"] for a in target),
        frozenset(FIXED.get(a["code"], a["code"]) for a in source if a.get("code")),
        frozenset(FIXED.get(a["code"], a["code"]) for a in target if a.get("code")),
        raw["eventText"],
    )  # fmt: skip


#: Codes of the set that are no ISO 3166-1 alpha-3 codes.
FIXED = {"JAP": "JPN", "ITL": "ITA"}


def triggered(raw: dict[str, Any]) -> Iterator[Gold]:
    """A sentence with several events, each with its trigger."""
    for event in raw["events"]:
        yield Gold(
            raw["text"], raw["language"], our_types(event["type"]),
            event["actor"], event["recipient"], shown=event["trigger"],
        )  # fmt: skip


def rows_of(document: Document) -> list[Row]:
    """PLOVER rows: what the text tells as done, planned or refused, in its own or others' words."""
    rows = [row(event) for event in document.narrated if is_row(event)]
    for statement in document.statements:
        rows += [row(e) for e in told(statement) if is_row(e)]
    return rows


def is_row(event: Event) -> bool:
    """PLOVER codes what has an actor, and is not told in passing."""
    return bool(event.actor) and not event.background


def told(statement: Statement) -> tuple[Event, ...]:
    """The events that a statement tells as such."""
    return () if statement.act in PERFORMED else statement.events


def row(event: Event) -> Row:
    """The row of an event, in the type that PLOVER has for it."""
    return Row(plover_type(event.type, event.mode, event.polarity, event.reality)[0], event)


def labelled(gold: Gold, rows: list[Row]) -> list[Row]:
    """The rows in the types of the gold's list."""
    return [Row(root_of(r), r.event) for r in rows] if gold.by_cameo else rows


@dataclass(slots=True)
class Scored:
    """What a set came to."""

    pairs: list[tuple[Gold, list[Row]]]
    hits: Counter[str] = field(default_factory=Counter)
    golds: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, golds: list[Gold]) -> Scored:
        """Read every text and score it."""
        read = {text: rows_of(read_text(text, language)) for text, language in
                dict.fromkeys((g.text, g.language) for g in golds)}  # fmt: skip
        return cls([(gold, labelled(gold, read[gold.text])) for gold in golds])

    def lines(self, name: str, errors: int, only: str) -> list[str]:
        """The report."""
        every = self.by_type(lambda rows: rows)
        first = self.by_type(first_row)
        right = sum(bool(matching(g, rows)) for g, rows in self.pairs)
        extra = sum(len({r.type for r in rows} - g.types) for g, rows in self.pairs)
        lines = [f"{name}: {len(self.pairs)} events"]
        lines += ["", "every row", *table(every), "", "the first row of a text", *table(first), ""]
        lines += [f"right {right}, extra {extra} ({share(extra, right)} of the right ones)"]
        both = [self.both_right(g, rows) for g, rows in self.pairs]
        lines += [f"type, actor and recipient right: {sum(both)} ({share(sum(both), len(both))})"]
        if errors:
            lines += self.samples(errors, only)
        return lines

    def by_type(self, pick: Any) -> dict[str, tuple[int, int, int]]:
        """Type → right, found, gold; a text's rows of one type count once."""
        right, found, golds = Counter[str](), Counter[str](), Counter[str]()
        for gold, rows in self.pairs:
            label = "|".join(sorted(gold.types))
            types = {r.type for r in pick(rows)}
            golds[label] += 1
            right[label] += bool(types & gold.types)
            found.update(label if t in gold.types else relabel(t, self.pairs) for t in
                         fold_types(types, gold.types))  # fmt: skip
        return {t: (right[t], found[t], golds[t]) for t in sorted(golds)}

    def both_right(self, gold: Gold, rows: list[Row]) -> bool:
        """Some row has the type, and the actor and recipient."""
        return any(roles_right(gold, r) for r in matching(gold, rows))

    def samples(self, count: int, only: str) -> list[str]:
        """Misses and extras by type."""
        missed: dict[str, list[str]] = defaultdict(list)
        for gold, rows in self.pairs:
            label = "|".join(sorted(gold.types))
            types = {r.type for r in rows}
            shown = "; ".join(show(r) for r in rows) or "nothing"
            asked = f"gold [{gold.actor}] → [{gold.recipient}] {gold.shown}"
            line = f"{gold.text}\n      {asked}\n      read {shown}"
            if not types & gold.types:
                missed[f"missed {label}"].append(line)
            elif not self.both_right(gold, rows):
                missed[f"roles {label}"].append(line)
            for extra in types - gold.types:
                missed[f"extra {extra}"].append(f"({label}) {line}")
        lines = []
        for name in sorted(missed):
            if only.upper() in name.upper():
                lines += ["", f"{name}: {len(missed[name])}"]
                lines += [f"  - {line}" for line in missed[name][:count]]
        return lines


def fold_types(types: Iterable[str], gold: frozenset[str]) -> set[str]:
    """The types, those that are one in the gold's list taken as one."""
    types = set(types)
    both = types & gold
    return (types - both) | ({min(both)} if both else set())


def relabel(type_: str, pairs: list[tuple[Gold, list[Row]]]) -> str:
    """The label of a set under which one of our types goes."""
    labels = {"|".join(sorted(g.types)) for g, _ in pairs}
    return next((label for label in labels if type_ in label.split("|")), type_)


def first_row(rows: list[Row]) -> list[Row]:
    """The row of the earliest trigger."""
    return [min(rows, key=lambda r: r.event.trigger.start)] if rows else []


def matching(gold: Gold, rows: list[Row]) -> list[Row]:
    """Rows of the gold's type."""
    return [r for r in rows if r.type in gold.types]


def roles_right(gold: Gold, row: Row) -> bool:
    """Actor and recipient are the gold's: by country where it gives countries, else by words."""
    actor, recipient = row.event.actor, row.event.recipient
    if gold.actor_countries or gold.recipient_countries:
        found, to = row.countries(actor), row.countries(recipient)
        if not gold.recipient_countries:  # a mutual event has all its sides as actors
            return bool(found & gold.actor_countries) and (found | to) <= gold.actor_countries | to
        return bool(found & gold.actor_countries) and bool(to & gold.recipient_countries)
    return overlaps(gold.actor, actor) and overlaps(gold.recipient, recipient)


def overlaps(words: str, roles: tuple[Role, ...]) -> bool:
    """Some role's words share a word of four letters or more with the gold's; none for none."""
    if not words or words.lower() == "a recipient":
        return True
    wanted = {w.strip(".,'’").lower() for w in words.split() if len(w) > 2}
    return any(wanted & {w.strip(".,'’").lower() for w in r.span.text.split()} for r in roles)


def show(row: Row) -> str:
    """A row in a few words."""
    event = row.event
    actor = ", ".join(named(r) for r in event.actor) or "–"
    recipient = ", ".join(named(r) for r in event.recipient) or "–"
    return f"{row.type} {event.concept} “{event.trigger.text}” [{actor}] → [{recipient}]"


def named(role: Role) -> str:
    """Words and country of a role."""
    country = role.entity.country if role.entity else None
    return f"{role.span.text}{f' ({country})' if country else ''}"


def table(figures: dict[str, tuple[int, int, int]]) -> list[str]:
    """P, R, F1 a type, and their mean."""
    lines, scores = [], []
    for name, (right, found, gold) in figures.items():
        p, r = right / found if found else 0.0, right / gold if gold else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        scores.append(f1)
        lines.append(
            f"  {name:16} P {p:.2f}  R {r:.2f}  F1 {f1:.2f}   {right} of {found} found, of {gold}"
        )
    mean = sum(scores) / len(scores) if scores else 0.0
    return [*lines, f"  macro-F1 {mean:.3f} over {len(scores)} types"]


def share(part: int, whole: int) -> str:
    """A share in per cent."""
    return f"{100 * part / whole:.0f} %" if whole else "–"
