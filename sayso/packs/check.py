"""Check a pack against its own proofs: every example, case and trigger, through the real stages.

`check_pack` is handed the reading as a function, since packs stand below the pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from sayso.model import Document, Statement
from sayso.packs.compare import (
    compare,
    cue_pieces,
    describe_found,
    describe_wanted,
    same_passage,
)
from sayso.packs.compare_events import (
    compare_events,
    describe_event,
    describe_marks,
    every_event,
)
from sayso.packs.event_problems import find_event_problems
from sayso.packs.lines import entry_lines
from sayso.packs.load import read_cases, read_cues, read_pack
from sayso.packs.problems import Problem, find_problems
from sayso.packs.shape import Case, CaseStatement, CueEntry
from sayso.packs.triggers import TriggerEntry, event_files, read_parts

#: Reads a text in a language: `pipeline.read_text`.
ReadText = Callable[[str, str], Document]


@dataclass(frozen=True, slots=True)
class Proof:
    """One example, case or trigger: what it asks for, what came out, and how they differ.

    Attributes:
        where: file and line of the entry.
        name: lemma of the cue or trigger, or id of the case.
        text: the example or story.
        wanted: the statements, or the event, asked for, in words.
        found: the statements, or events, that came out, in words.
        differences: one a line; none where everything is as asked.
    """

    where: str
    name: str
    text: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a pack came to."""

    problems: tuple[Problem, ...]
    examples: tuple[Proof, ...]
    cases: tuple[Proof, ...]
    triggers: tuple[Proof, ...] = ()

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """All of them, in the order in which they are told."""
        return (*self.examples, *self.cases, *self.triggers)

    @property
    def differing(self) -> list[Proof]:
        """The examples, cases and triggers that did not come out as asked."""
        return [proof for proof in self.proofs if proof.differences]


def check_pack(folder: Traversable, read_text: ReadText) -> Checked:
    """Check the files of a pack, then run its examples, cases and triggers.

    A pack whose files are wrong is not run: its problems come back alone.
    """
    problems = find_file_problems(folder)
    if problems:
        return Checked(problems, (), ())
    language = read_pack(folder).head.language
    cue_lines = lines_of(folder, "cues.toml", "cue")
    case_lines = lines_of(folder, "cases.toml", "case")
    return Checked(
        (),
        tuple(
            prove_example(entry, f"{folder.name}/cues.toml:{line}", read_text, language)
            for entry, line in zip(read_cues(folder), cue_lines, strict=True)
        ),
        tuple(
            prove_case(case, f"{folder.name}/cases.toml:{line}", read_text, language)
            for case, line in zip(read_cases(folder), case_lines, strict=True)
        ),
        tuple(
            prove_trigger(entry, where, read_text, language)
            for entry, where in placed_triggers(folder)
        ),
    )


def find_file_problems(folder: Traversable) -> tuple[Problem, ...]:
    """What is wrong with the files of a pack; its events/ are looked at where the rest is right."""
    problems = find_problems(folder)
    return tuple(problems or find_event_problems(folder, read_pack(folder).head))


def placed_triggers(folder: Traversable) -> Iterator[tuple[TriggerEntry, str]]:
    """Every trigger of a pack with its file and line."""
    for path, (where, part) in zip(event_files(folder), read_parts(folder), strict=True):
        lines = entry_lines(path.read_text("utf-8"), "trigger")
        for entry, line in zip(part.trigger, lines, strict=True):
            yield entry, f"{where}:{line}"


def lines_of(folder: Traversable, name: str, table: str) -> list[int]:
    """The lines on which the entries of a file begin."""
    path = folder.joinpath(name)
    return entry_lines(path.read_text("utf-8"), table) if path.is_file() else []


def prove_example(entry: CueEntry, where: str, read_text: ReadText, language: str) -> Proof:
    """Read a cue's example; one of the statements must be as its marks say."""
    marks = entry.marks
    wanted = CaseStatement(
        cue=marks.cue,
        source=marks.source,
        content=marks.content,
        addressee=marks.addressee,
        act=marks.act or entry.act,
    )
    found = read_text(entry.example, language).statements
    best = min((compare(wanted, s) for s in found), key=len, default=["nothing was found"])
    return make_proof(where, entry.lemma, entry.example, (wanted,), found, best)


def prove_trigger(entry: TriggerEntry, where: str, read_text: ReadText, language: str) -> Proof:
    """Read a trigger's example; one of the events must be as its marks say."""
    found = every_event(read_text(entry.example, language))
    came = tuple(describe_event(event) for event in found)
    different = tuple(compare_events(entry, found))
    return Proof(where, entry.lemma, entry.example, (describe_marks(entry),), came, different)


def prove_case(case: Case, where: str, read_text: ReadText, language: str) -> Proof:
    """Read a story; its statements must be those asked for, all of them and no others."""
    found = read_text(case.text, language).statements
    left = list(found)
    differences: list[str] = []
    # Those that fit exactly are taken first, so that a poor fit never takes a good one's place.
    open_ones = [w for w in case.statements if not take_exact(w, left)]
    for wanted in open_ones:
        nearest = min(left, key=lambda s: len(compare(wanted, s)), default=None)
        if nearest is None or not same_passage(wanted.cue, cue_pieces(nearest)):
            differences.append(f"not found: {describe_wanted(wanted)}")
            continue
        left.remove(nearest)
        differences += compare(wanted, nearest)
    differences += [f"not asked for: {describe_found(s)}" for s in left]
    return make_proof(where, case.id, case.text, case.statements, found, differences)


def take_exact(wanted: CaseStatement, left: list[Statement]) -> bool:
    """Take the first statement that is as wanted out of those left; False where none is."""
    for statement in left:
        if not compare(wanted, statement):
            left.remove(statement)
            return True
    return False


def make_proof(
    where: str,
    name: str,
    text: str,
    wanted: tuple[CaseStatement, ...],
    found: tuple[Statement, ...],
    differences: list[str],
) -> Proof:
    """A proof with both sides put in words."""
    asked = tuple(describe_wanted(w) for w in wanted)
    came = tuple(describe_found(s) for s in found)
    return Proof(where, name, text, asked, came, tuple(differences))
