"""`sayso pack check` runs the examples of triggers beside those of cues."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import msgspec
import pytest

from sayso.cli.pack import summary_line
from sayso.model import Document, Event, Role
from sayso.packs.check import Checked, check_pack
from sayso.packs.compare_events import compare_events
from sayso.packs.triggers import Marks, TriggerEntry
from sayso.pipeline import read_text
from sayso.spans import Span

BLANK = Path(__file__).parent.parent.parent / "sayso" / "packs" / "_blank"
EXAMPLE = "Norland attacked Estmark."
WORDS = f"""\
# one trigger

[[trigger]]
concept = "attack"
lemma = "attack"
example = "{EXAMPLE}"
marks = {{ trigger = "attacked", actor = "Norland", recipient = "Estmark" }}
"""


def read_with(*events: Event) -> Callable[[str, str], Document]:
    """A reading that finds these events in every text."""
    calm = read_text("Rain fell.", "en")
    return lambda text, language: msgspec.structs.replace(calm, text=text, narrated=events)


def make_event(**given: str) -> Event:
    """An event of the example; `actor` and `recipient` are words of it, "" for nobody."""
    made = {"concept": "attack", "trigger": "attacked", "actor": "Norland", "recipient": "Estmark"}
    made |= given
    roles = {
        name: (Role(entity=None, span=span_of(made[name])),) if made[name] else ()
        for name in ("actor", "recipient")
    }
    return Event(
        concept=made["concept"],
        type="ASSAULT",
        mode=None,
        context=(),
        trigger=span_of(made["trigger"]),
        rule="xx/events/attack#1",
        **roles,
    )


def span_of(words: str) -> Span:
    start = EXAMPLE.index(words)
    return Span(start, start + len(words), words)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "xx"
    shutil.copytree(BLANK, folder)
    (folder / "events" / "words.toml").write_text(WORDS, "utf-8")
    return folder


def test_a_trigger_whose_example_comes_out_as_marked(pack: Path) -> None:
    checked = check_pack(pack, read_with(make_event()))
    (proof,) = checked.triggers
    assert (proof.where, proof.name) == ("xx/events/words.toml:3", "attack")
    assert proof.wanted == proof.found == ("attack {attacked} [Norland] → [Estmark]",)
    assert checked.differing == []


@pytest.mark.parametrize(
    ("given", "difference"),
    [
        ({"actor": "Estmark"}, "actor: 'Estmark', expected 'Norland'"),
        ({"recipient": ""}, "recipient: 'nobody', expected 'Estmark'"),
        ({"concept": "meet"}, "no attack; found: meet {attacked} [Norland] → [Estmark]"),
        ({"trigger": "Norland"}, "no attack; found: attack {Norland} [Norland] → [Estmark]"),
    ],
)
def test_a_trigger_that_comes_out_otherwise_differs(
    pack: Path, given: dict[str, str], difference: str
) -> None:
    (proof,) = check_pack(pack, read_with(make_event(**given))).differing
    assert proof.differences == (difference,)


def test_nothing_found_is_a_difference(pack: Path) -> None:
    (proof,) = check_pack(pack, read_with()).differing
    assert proof.differences == ("no attack; found: nothing",)


def test_of_several_events_the_nearest_is_compared(pack: Path) -> None:
    events = (make_event(actor="", recipient=""), make_event())
    assert check_pack(pack, read_with(*events)).differing == []


def test_a_role_without_a_mark_is_not_compared_and_an_empty_mark_asks_for_nobody() -> None:
    free = TriggerEntry(
        concept="attack", lemma="attack", example=EXAMPLE, marks=Marks(trigger="attacked")
    )
    nobody = msgspec.structs.replace(free, marks=Marks(trigger="attacked", recipient=""))
    assert compare_events(free, [make_event()]) == []
    assert compare_events(nobody, [make_event()]) == ["recipient: 'Estmark', expected 'nobody'"]
    assert compare_events(nobody, [make_event(recipient="")]) == []


def test_the_summary_counts_triggers_where_there_are_any(pack: Path) -> None:
    checked = check_pack(pack, read_with(make_event(recipient="")))
    assert summary_line("xx", checked) == (
        "xx: 0 of 0 examples as asked, 0 of 0 cases as asked, 0 of 1 triggers as asked, 1 differ"
    )
    without = Checked((), (), checked.triggers)
    assert "triggers" not in summary_line("xx", without)


def test_the_command_tells_faults_of_events_with_file_and_line(
    sayso: Callable[..., CompletedProcess[str]], pack: Path
) -> None:
    path = pack / "events" / "words.toml"
    path.write_text(WORDS.replace('concept = "attack"', 'concept = "attac"'), "utf-8")
    ran = sayso("pack", "check", pack)
    assert ran.returncode == 1
    assert ran.stdout.startswith("xx/events/words.toml:3: attack: no concept 'attac'; expected ")
    assert ran.stdout.endswith(": 1 fault in its files; mend them, then check again\n")
