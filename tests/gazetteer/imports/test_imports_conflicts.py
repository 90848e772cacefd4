"""Ids in conflict: inside a file, with what is shipped, with another import; and what is one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import BadImport
from sayso.gazetteer.imports.run import Report, import_file
from sayso.gazetteer.names.officeholders import find_shipped

Write = Callable[..., Path]
HEAD = "id,name,aliases,kind,country,role,wikidata"


def conflicts_of(path: Path) -> Report:
    with pytest.raises(BadImport) as caught:
        import_file(path)
    assert isinstance(caught.value.report, Report)
    assert caught.value.report.conflicts
    return caught.value.report


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (["1,Ida Mossgrove,,person,LUX,,", "1,Tom Weller,,person,LUX,,"], "has two names"),
        (["1,Dock,,organisation,LUX,,", "1,Dock,,medium,LUX,,"], "has two kinds"),
        (["1,Dock,,medium,LUX,,", "1,Dock,,medium,BEL,,"], "has two countries"),
        ([",Ida Mossgrove,,person,LUX,,", ",Ida Mossgrove,,person,BEL,,"], "has two countries"),
        (["1,Ida Mossgrove,,person,,,Q901", "1,Ida Mossgrove,,person,,,Q902"], "two Wikidata ids"),
        (
            ["1,Ida Mossgrove,,person,LUX,,", "2,Ida Mossgrove,,person,,,"],
            "has two ids of one kind",
        ),
        (["1,Ida Mossgrove,,person,,,Q901", "2,Tom Weller,,person,,,Q901"], "Q901 has two ids"),
    ],
)
def test_rows_that_cannot_both_be_right(write: Write, rows: list[str], what: str) -> None:
    path = write("a.csv", HEAD, *rows, "9,Pit Berens,,person,LUX,,")
    report = conflicts_of(path)
    (conflict,) = report.conflicts
    assert what in conflict.what and conflict.todo
    assert [side.line for side in conflict.sides] == [2, 3]
    kept = import_file(path, skip_bad=True)
    assert (kept.counts, kept.left_out) == ({"person": 1}, 2)


@pytest.mark.parametrize(
    "rows",
    [
        ["1,Ida Mossgrove,,person,LUX,mayor,", "1,Ida Mossgrove,,person,BEL,envoy,"],
        ["1,Ida Mossgrove,Ida Moss,person,LUX,mayor,", "1,Ida Moss,,person,LUX,envoy,"],
        ["1,Ida Mossgrove,,person,LUX,,", "2,Ida Mossgrove,,person,BEL,,"],
        ["1,Ida Mossgrove,,person,LUX,,Q901", "2,Ida Mossgrove,,person,LUX,,Q902"],
        ["1,Dock,,medium,LUX,,", "2,Dock,,organisation,LUX,,"],
    ],
)
def test_rows_that_can_both_be_right(write: Write, rows: list[str]) -> None:
    assert import_file(write("a.csv", HEAD, *rows)).conflicts == ()


def shipped_item(key: str) -> str:
    person = find_shipped(key)
    assert person and person.wikidata
    return person.wikidata


def test_an_id_that_is_anothers_is_shown_beside_its_owner(write: Write) -> None:
    item = shipped_item("person:sergey-lavrov")
    rows = [
        f"a,Ida Mossgrove,,person,LUX,mayor,{item}",
        "person:sergey-lavrov,Tom Weller,,person,LUX,mayor,",
        "body:kcna,Arvelle Harbour Office,,organisation,LUX,,",
        f"person:x,Valery Gerasimov,,person,RUS,,{shipped_item('person:valery-gerasimov')}",
    ]
    report = conflicts_of(write("a.csv", HEAD, *rows))
    assert [conflict.sides[1].where for conflict in report.conflicts] == ["sayso"] * 4
    assert [conflict.sides[1].id for conflict in report.conflicts] == [
        "person:sergey-lavrov",
        "person:sergey-lavrov",
        "body:kcna",
        "person:valery-gerasimov",
    ]


def test_a_namesake_without_an_id_in_another_country_is_a_conflict(write: Write) -> None:
    report = conflicts_of(write("a.csv", HEAD, ",Sergey Lavrov,,person,LUX,mayor,"))
    assert "the countries differ" in report.conflicts[0].what
    assert import_file(write("b.csv", HEAD, "m-1,Sergey Lavrov,,person,LUX,mayor,")).known == 0


@pytest.mark.parametrize(
    "row",
    [
        "person:sergey-lavrov,Sergej Lawrow,,person,RUS,,",
        ",Sergey Lavrov,,person,RUS,,",
        "m-1,Sergey Lavrov,,person,RUS,,",
        "m-1,Sergueï Lavrov,,person,,,{item}",
        "{item},Sergueï Lavrov,,person,,,",
    ],
)
def test_one_who_is_known_is_taken_for_the_same(write: Write, row: str) -> None:
    from sayso.gazetteer.search import search_names

    row = row.format(item=shipped_item("person:sergey-lavrov"))
    assert import_file(write("a.csv", HEAD, row)).known == 1
    (found,) = [one for one in search_names("Sergej Lawrow") if one.verdict.value == "same"]
    assert found.entity and found.entity.id == "person:sergey-lavrov"
    assert found.imported == "a.csv"


def test_an_id_of_another_import_with_another_name_is_a_conflict(write: Write) -> None:
    import_file(write("a.csv", HEAD, "m-1,Ida Mossgrove,,person,LUX,mayor,"))
    other = write("b.csv", HEAD, "m-1,Tom Weller,,person,LUX,mayor,")
    assert conflicts_of(other).conflicts[0].sides[1].where == "a.csv"
    assert import_file(other, name="a.csv").replaced is not None


def test_a_number_tells_a_row_of_its_own_file_only(write: Write) -> None:
    import_file(write("a.csv", HEAD, "1,Ida Mossgrove,,person,LUX,mayor,"))
    assert import_file(write("b.csv", HEAD, "1,Tom Weller,,person,LUX,mayor,")).conflicts == ()
