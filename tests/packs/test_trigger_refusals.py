"""A pack's triggers hold to the concepts: what is refused when they are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import PackError
from sayso.packs.load import load_pack
from sayso.packs.triggers import read_triggers

GOOD = """\
[[trigger]]
concept = "resign"
lemma = "resign"
example = "The minister resigned on Monday."
marks = { trigger = "resigned", actor = "The minister" }
"""


def read_pack_of(folder: Path, text: str) -> int:
    """Read a folder whose events/ hold one file; how many entries it has."""
    events = folder / "events"
    events.mkdir()
    (events / "words.toml").write_text(text, "utf-8")
    return len(read_triggers(folder, load_pack("en").head).entries)


def test_a_trigger_of_a_concept_is_read(tmp_path: Path) -> None:
    assert read_pack_of(tmp_path, GOOD) == 1


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"resign"\nlemma', '"retire"\nlemma', r"no concept 'retire'; expected "),
        (
            'lemma = "resign"\n',
            'lemma = "resign"\nrecipient = ["object"]\n',
            r"resign \(RETREAT resign\) has no recipient; .*allowed roles: actor",
        ),
    ],
)
def test_what_the_concept_does_not_allow_is_refused_with_file_and_entry(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(PackError, match=rf"events/words.toml entry 1 \(resign\): .*{message}"):
        read_pack_of(tmp_path, GOOD.replace(old, new))
