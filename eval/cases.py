"""Run a pack's own cases through the pipeline: rows fully right, false denials, wrong speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from eval.score import Count
from eval.tokens import WORD
from sayso.model import Act, Source, Statement
from sayso.packs.load import pack_folder, read_cases
from sayso.packs.shape import Case, CaseStatement

FIELDS = ("cue", "source", "content", "act", "addressee", "entity", "hedge", "first", "earlier",
          "direct")  # fmt: skip


@dataclass(slots=True)
class CasesResult:
    """What came out of one pack's cases."""

    language: str
    cases: int = 0
    rows: Count = field(default_factory=Count)
    false_denials: int = 0
    wrong_speakers: int = 0
    false_alarms: int = 0  # cases with nothing to find in which something was found
    wrong_fields: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures that floors.json pins, with their n."""
        return {
            "cases": self.cases,
            "rows": self.rows.gold,
            "precision": round(self.rows.precision, 4),
            "recall": round(self.rows.recall, 4),
            "f1": round(self.rows.f1, 4),
            "false_denials": self.false_denials,
            "wrong_speakers": self.wrong_speakers,
            "false_alarms": self.false_alarms,
        }

    def lines(self, errors: bool = False) -> Iterator[str]:
        """For the terminal."""
        c = self.rows
        yield (
            f"{self.language}: {self.cases} cases, {c.gold} rows; fully right P "
            f"{100 * c.precision:.1f} R {100 * c.recall:.1f} F1 {100 * c.f1:.1f}; "
            f"false denials {self.false_denials}, wrong speakers {self.wrong_speakers}, "
            f"cases with something where nothing is {self.false_alarms}"
        )
        if self.wrong_fields:
            wrong = ", ".join(f"{name} {n}" for name, n in self.wrong_fields.most_common())
            yield f"  wrong in matched rows: {wrong}"
        if errors:
            yield from self.problems


def words(passage: str) -> tuple[str, ...]:
    """The words of a passage; its marks and `...` between pieces left out.

    >>> words("räumte ... ein"), words("“Yes.”")
    (('räumte', 'ein'), ('Yes',))
    """
    return tuple(t for t in WORD.findall(passage) if t[0].isalnum() or t in ":–—")


def source_words(source: Source | None) -> tuple[str, ...]:
    """The words of a source or addressee; none for nobody."""
    return words(source.span.text) if source and source.span else ()


def found_value(found: Statement, name: str) -> Any:
    """A field of a statement as cases write it."""
    match name:
        case "cue":
            return words(" ".join(p.text for p in found.cue.parts or (found.cue.span,)))
        case "content":
            return words(" ".join(p.text for p in found.content))
        case "source":
            return source_words(found.source)
        case "addressee":
            return source_words(found.addressee)
        case "entity":
            return found.source.entity.id if found.source.entity else None
        case _:
            return getattr(found, name)


def wrong_fields(wanted: CaseStatement, found: Statement) -> list[str]:
    """The fields given in the case that came out otherwise."""
    wrong = []
    for name in FIELDS:
        value = getattr(wanted, name)
        if value is None:
            continue
        if name in ("cue", "content", "source", "addressee"):
            value = words(value)
        if value != found_value(found, name):
            wrong.append(name)
    return wrong


def pair_up(
    wanted: Sequence[CaseStatement], found: Sequence[Statement]
) -> list[tuple[int, int, list[str]]]:
    """Rows with a cue word in common, one to one, those with the fewest wrong fields first."""
    options = []
    for w, row in enumerate(wanted):
        for f, statement in enumerate(found):
            cue = found_value(statement, "cue")
            if set(words(row.cue)) & set(cue) or (not words(row.cue) and not cue):
                wrong = wrong_fields(row, statement)
                options.append((len(wrong), w, f, wrong))
    taken_w: set[int] = set()
    taken_f: set[int] = set()
    pairs = []
    for _, w, f, wrong in sorted(options):
        if w not in taken_w and f not in taken_f:
            taken_w.add(w)
            taken_f.add(f)
            pairs.append((w, f, wrong))
    return pairs


def describe(found: Statement) -> str:
    """A statement in one line."""
    return (
        f"source {' '.join(source_words(found.source))!r} cue {found.cue.span.text!r} content "
        f"{' ... '.join(c.text for c in found.content)!r} act {found.act.value} ({found.rule})"
    )


def describe_wanted(row: CaseStatement) -> str:
    """A row of a case in one line: the fields that it gives."""
    given = ((name, getattr(row, name)) for name in FIELDS)
    return " ".join(f"{name} {str(v)!r}" for name, v in given if v is not None)


def check_case(case: Case, found: Sequence[Statement], into: CasesResult) -> None:
    """Compare what was found in a case with what is to be found, and count."""
    pairs = pair_up(case.statements, found)
    right = sum(not wrong for _, _, wrong in pairs)
    into.cases += 1
    into.rows.add(Count(right, len(found), len(case.statements)))
    into.false_alarms += bool(found) and not case.statements
    into.wrong_fields.update(name for _, _, wrong in pairs for name in wrong)
    into.wrong_speakers += sum("source" in wrong or "entity" in wrong for _, _, wrong in pairs)
    partner = {f: case.statements[w] for w, f, _ in pairs}
    for f, statement in enumerate(found):
        if statement.act is Act.DENY:
            wanted = partner[f].act if f in partner else None
            into.false_denials += f not in partner or wanted not in (None, Act.DENY)
    if right < max(len(found), len(case.statements)):
        into.problems += problem_lines(case, found, pairs)


def problem_lines(
    case: Case, found: Sequence[Statement], pairs: list[tuple[int, int, list[str]]]
) -> list[str]:
    """What a case wanted and what came out."""
    lines = [f"  {case.id} ({case.why})", f"    {case.text}"]
    by_wanted = {w: (f, wrong) for w, f, wrong in pairs}
    for w, row in enumerate(case.statements):
        f, wrong = by_wanted.get(w, (-1, []))
        if f < 0:
            lines.append(f"    missed  {describe_wanted(row)}")
        elif wrong:
            lines.append(f"    wrong {', '.join(wrong)}: wanted {describe_wanted(row)}")
            lines.append(f"      found {describe(found[f])}")
    matched = {f for _, f, _ in pairs}
    lines += [f"    extra   {describe(s)}" for f, s in enumerate(found) if f not in matched]
    return lines


def run_pack(language: str) -> CasesResult:
    """Run all cases of a pack.

    Args:
        language: tag of an installed pack.
    """
    from sayso.pipeline import read_text

    result = CasesResult(language)
    for case in read_cases(pack_folder(language)):
        check_case(case, read_text(case.text, language).statements, result)
    return result
