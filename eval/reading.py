"""Compare what sayso reads from a page with what an analyst wrote down about it.

A reading is a Markdown table with a row for each statement: number, passage with the **cue** in
bold, `source → entity`, act. Neither page nor reading is part of the repository.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sayso.codebook.plover import read_plover
from sayso.errors import UsageError
from sayso.model import Act, Document, SourceKind, Statement

_CODE = re.compile(r"\b[A-Z]{3}\b")
_SECTORS = frozenset({"MIL", "GOV", "REB", "CVL", "JRN"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """One row of a reading.

    Attributes:
        before, cue, after: words of the passage around the cue.
        countries: country codes of which the source must have one; empty where none is asked.
        unnamed: nobody must be named.
        acts: the acts that are right.
    """

    number: str
    before: str
    cue: str
    after: str
    source: str
    countries: frozenset[str]
    unnamed: bool
    acts: frozenset[str]
    event: Happening | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """The event that a row of a reading asks for: one of some types (any where none is named), by
    somebody of one of some countries."""

    types: frozenset[str]
    actors: frozenset[str]


def parse_event(cell: str, rows: list[Wanted]) -> Happening | None:
    """The event of a row; None where its cell is a dash or only answers another.

    >>> found = parse_event("ASSAULT, actor PRK military, recipient UKR", [])
    >>> sorted(found.types), sorted(found.actors)
    (['ASSAULT'], ['PRK'])
    """
    same = re.match(r"same(?: as (\d+))?", cell)
    if same and rows:
        return next((r.event for r in rows if r.number == same.group(1)), rows[-1].event)
    if cell.strip("–- ") == "" or cell.startswith("answers"):
        return None
    types = frozenset(t for t in read_plover().type if re.search(rf"\b{t}\b", cell))
    told = cell.split("recipient")[0].split("place")[0]
    return Happening(types, frozenset(_CODE.findall(told)) - _SECTORS - types)


def event_right(row: Wanted, found: list[Statement]) -> bool:
    """Some event of the statements has the row's type and actor; none where none is asked."""
    events = [e for s in found for e in s.events]
    if row.event is None:
        return not any(e.actor and not e.background for e in events)
    for event in events:
        countries = {r.entity.country for r in event.actor if r.entity}
        typed = not row.event.types or event.type in row.event.types
        if typed and (not row.event.actors or countries & row.event.actors):
            return True
    return False


def parse_reading(text: str) -> list[Wanted]:
    """The rows of a reading's first table.

    >>> row = parse_reading('| 1 | "Rome **denies** it" | Rome → country:ITA | deny | – | |')[0]
    >>> row.cue, sorted(row.countries), sorted(row.acts)
    ('denies', ['ITA'], ['deny'])
    """
    rows: list[Wanted] = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) < 4 or not cells[0].isdigit() or "**" not in cells[1]:
            continue
        piece = next(p for p in cells[1].split("…") if "**" in p)
        before, cue, after = piece.split("**")[:3]
        asked = cells[3].split("→")[-1]
        rows.append(
            Wanted(
                number=cells[0],
                before=_last_words(before),
                cue=cue,
                after=_first_words(after),
                source=cells[2],
                countries=frozenset(_CODE.findall(cells[2])) - _SECTORS,
                unnamed="unnamed" in cells[2],
                acts=frozenset(a for a in re.split(r"[\s,/]+", asked) if a in set(Act)),
                event=parse_event(cells[4], rows) if len(cells) > 4 else None,
            )
        )
    return rows


def _last_words(text: str) -> str:
    return " ".join(text.strip(' "').split()[-3:])


def _first_words(text: str) -> str:
    return " ".join(text.strip(' "').split()[:3])


def find_cue(row: Wanted, text: str) -> tuple[int, int] | None:
    """Where the row's cue stands in the page's text."""
    parts = [re.escape(p) for p in (row.before, row.cue, row.after) if p]
    words = r"\W{0,3}".join(parts).replace(r"\ ", r"\s+")
    for pattern in (words, re.escape(row.cue)):
        match = re.search(pattern, text)
        if match:
            at = match.start() + (len(match.group()) and match.group().find(row.cue))
            return at, at + len(row.cue)
    return None


def is_right(row: Wanted, statement: Statement) -> bool:
    """The statement's source and act are those of the row."""
    source, entity = statement.source, statement.source.entity
    if row.acts and statement.act.value not in row.acts:
        return False
    if row.unnamed:
        return source.span is None or source.kind is SourceKind.UNNAMED
    if row.countries:
        return bool(entity and entity.country in row.countries)
    words = {w.lower().strip("(),") for w in row.source.split()}
    named = source.span.text.lower().split() if source.span else []
    same_person = "same" in words and entity is not None
    return same_person or any(word in words for word in named)


def compare(document: Document, rows: list[Wanted]) -> list[str]:
    """What came out of a page beside its reading: a line a row, then the extras and the sums."""
    lines: list[str] = []
    used: set[str] = set()
    right = events = 0
    for row in rows:
        place = find_cue(row, document.text)
        found = [
            s
            for s in document.statements
            if place and s.cue.span.start < place[1] and place[0] < s.cue.span.end
        ]
        used |= {s.id for s in found}
        good = any(is_right(row, s) for s in found)
        right += good
        told = event_right(row, found)
        events += told
        if not told:
            shown = "; ".join(f"{e.type} {e.concept}" for s in found for e in s.events)
            lines.append(f"row {row.number}: event wrong: {shown or 'none'}")
        if not good:
            what = ", ".join(f"{s.act} by {_who(s)}" for s in found) or "nothing"
            lines.append(f"row {row.number} wrong: found {what}")
    extra = [s for s in document.statements if s.id not in used]
    lines += [f"extra: {s.act} by {_who(s)}, cue at {s.cue.span.start}" for s in extra]
    lines.append(f"{right} of {len(rows)} rows right, {len(extra)} extra")
    lines.append(f"{events} of {len(rows)} rows with the event's type and actor right")
    return lines


def _who(statement: Statement) -> str:
    entity = statement.source.entity
    return entity.id if entity else statement.source.kind.value


def run(page: Path, reading: Path) -> list[str]:
    """Read the page and compare; see `compare`."""
    import sayso

    for path in (page, reading):
        if not path.is_file():
            raise UsageError("no such file", where=str(path), todo="give --page and --reading")
    rows = parse_reading(reading.read_text("utf-8"))
    if not rows:
        raise UsageError(
            "no rows in the reading", where=str(reading), expected="a table with **cues** in bold"
        )
    return compare(sayso.read(str(page)), rows)
