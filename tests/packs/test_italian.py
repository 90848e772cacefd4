"""The Italian pack, written from docs/languages.md alone: its files, and what its proofs come to.

The floors are what was measured when the pack was written, a little less: the stages are not
Italian's own, and a change elsewhere may cost a proof. A fall below them is a fault.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.packs.check import Checked, Proof, check_pack
from sayso.packs.load import load_pack
from sayso.pipeline import read_text

FOLDER = Path(__file__).parent.parent.parent / "sayso" / "packs" / "it"
EXAMPLES_RIGHT = 0.96
CASES_RIGHT = 0.86


@pytest.fixture(scope="module")
def checked() -> Checked:
    """Every example and case of the pack, read once."""
    return check_pack(FOLDER, read_text)


def right(proofs: tuple[Proof, ...]) -> float:
    """The share of proofs that came out as asked."""
    return sum(not p.differences for p in proofs) / len(proofs)


def test_the_pack_loads_with_its_forms() -> None:
    pack = load_pack("it")
    assert (pack.head.language, pack.head.order, pack.head.inversion) == ("it", "svo", True)
    for form in ("smentì", "ammise", "negherà", "denunci", "sostengono", "fatto"):
        assert form in pack.cues, form
    assert "far" in pack.cues and "fafatto" not in pack.cues


def test_there_are_enough_cues_and_cases(checked: Checked) -> None:
    assert checked.problems == ()
    assert len(checked.examples) >= 20
    assert len(checked.cases) >= 20
    empty = [p for p in checked.cases if not p.wanted]
    assert len(empty) * 3 >= len(checked.cases)


def test_examples_come_out_as_marked(checked: Checked) -> None:
    assert right(checked.examples) >= EXAMPLES_RIGHT


def test_cases_come_out_as_asked(checked: Checked) -> None:
    assert right(checked.cases) >= CASES_RIGHT


def test_little_is_invented_where_nothing_is_said(checked: Checked) -> None:
    empty = tuple(p for p in checked.cases if not p.wanted)
    assert right(empty) >= 0.9


def test_elided_words_are_words_of_their_own() -> None:
    document = read_text("L'ambasciata ha smentito l'accordo con l'Estonia.", "it")
    (statement,) = document.statements
    assert statement.source.span and statement.source.span.text == "L'ambasciata"
    assert [s.text for s in statement.content] == ["l'accordo con l'Estonia"]
