"""`sayso concepts`: the list, one concept with its words and proofs, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from sayso.cli.concept_table import mark_example
from sayso.cli.concepts import COLUMNS, concept_data, get_concept, read_types
from sayso.codebook.concepts import load_concepts
from sayso.errors import UsageError
from sayso.packs.concept_words import gather_words, words_of
from sayso.packs.triggers import Marks, TriggerEntry

Sayso = Callable[..., CompletedProcess[str]]


def test_the_list_has_every_concept_under_its_type(sayso: Sayso) -> None:
    ran = sayso("concepts")
    assert ran.returncode == 0, ran.stderr
    lines = ran.stdout.splitlines()
    ids = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    assert ids == list(load_concepts())
    assert f"{len(ids)} concepts" in lines[-1]


@pytest.mark.parametrize(("name", "types"), [("aid", {"AID"}), ("YIELD", {"CONCEDE", "RETREAT"})])
def test_a_type_or_its_other_name_narrows_the_list(
    sayso: Sayso, name: str, types: set[str]
) -> None:
    found = json.loads(sayso("concepts", "--type", name, "-f", "json").stdout)
    assert {one["type"] for one in found} == types
    wanted = [one.id for one in load_concepts().values() if one.type in types]
    assert [one["id"] for one in found] == wanted


@pytest.mark.parametrize("columns", [60, 80, 100, 160])
def test_the_table_keeps_to_the_width(sayso: Sayso, columns: int) -> None:
    for args in ((), ("deploy_troops",)):
        lines = sayso("concepts", *args, columns=columns).stdout.splitlines()
        assert max(map(len, lines)) <= columns


def test_one_concept_shows_its_words_in_every_language_with_their_proofs(sayso: Sayso) -> None:
    shown = sayso("concepts", "attack", columns=200).stdout
    assert shown.startswith("attack  attacks with force\n")
    assert "ASSAULT · material conflict · manual 3.16" in shown
    words = words_of("attack")
    assert words, "no pack has a word for an attack"
    lines = shown.splitlines()
    for tag, entries in words.items():
        assert tag in lines
        assert any(entries[0].example in line for line in lines)


def test_json_of_one_is_an_object_with_words_and_codes(sayso: Sayso) -> None:
    data = json.loads(sayso("concepts", "attack", "--format", "json").stdout)
    assert data == json.loads(json.dumps(concept_data(get_concept("attack"))))
    assert data["quad"] == "material_conflict"
    assert data["cameo_name"] == "uses military force"
    for entries in data["words"].values():
        assert all(set(entry) == {"lemma", "kind", "example"} for entry in entries)


def test_csv_has_a_row_a_concept(sayso: Sayso) -> None:
    rows = list(csv.DictReader(io.StringIO(sayso("concepts", "-f", "csv").stdout)))
    assert [row["id"] for row in rows] == list(load_concepts())
    assert tuple(rows[0]) == COLUMNS


def test_every_word_is_of_a_concept_that_there_is() -> None:
    assert set(gather_words()) <= set(load_concepts())


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("deploy_troop",), "no concept 'deploy_troop'; expected deploy_troops or "),
        (("sanctions",), "expected sanction"),
        (("",), "no concept ''; expected an id; `sayso concepts` lists them all"),
        (("--type", "WAR"), "--type: no type 'WAR'; expected one of AGREE, CONSULT, "),
        (("attack", "--type", "AID"), "--type lists concepts"),
        (("--format", "xml"), "'xml' is not one of"),
    ],
)
def test_what_is_not_there_is_a_wrong_call(
    sayso: Sayso, args: tuple[str, ...], message: str
) -> None:
    ran = sayso("concepts", *args)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert message in ran.stderr


def test_types_are_read_in_any_case() -> None:
    assert read_types("fight") == ("ASSAULT",)
    with pytest.raises(UsageError):
        read_types("")


def test_the_trigger_is_marked_in_its_example_piece_by_piece() -> None:
    entry = TriggerEntry(
        concept="retake",
        lemma="ein|nehmen",
        example="Estmark nahm die Stadt wieder ein.",
        marks=Marks(trigger="nahm ... ein"),
    )
    shown = mark_example(entry)
    assert [shown.plain[span.start : span.end] for span in shown.spans] == ["nahm", "ein"]
