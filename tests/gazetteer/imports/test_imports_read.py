"""Files of entities: what is read of them, and what is said of each bad line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import BadImport
from sayso.gazetteer.imports.ftm import read_ftm
from sayso.gazetteer.imports.row import Fault, Row
from sayso.gazetteer.imports.run import Report, import_file
from sayso.gazetteer.imports.table import read_table
from sayso.model import EntityKind

Write = Callable[..., Path]
HEAD = "id,name,aliases,kind,country,sector,role,wikidata,since,until"
WHOLE = "a-1,Ida Mossgrove,I. Mossgrove|Ида Моссгров,person,LU,gov,mayor,,2019-05,2023"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_is_read_whatever_parts_it(write: Write, delimiter: str, mark: str, end: str) -> None:
    head, row = HEAD.upper(), WHOLE.replace("|", ";")
    lines = [",".join(f'"{cell}"' for cell in line.split(",")) for line in (head, row)]
    text = end.join(lines).replace('","', f'"{delimiter}"')
    path = write("staff.csv", mark + text)
    report = import_file(path, dry_run=True)
    assert (report.counts, report.names, report.offices) == ({"person": 1}, 3, 1)
    read = read_table(text, "staff.csv")
    assert read.rows == (
        Row(
            line=2,
            id="a-1",
            name="Ida Mossgrove",
            kind=EntityKind.PERSON,
            aliases=("I. Mossgrove", "Ида Моссгров"),
            country="LUX",
            sector="GOV",
            role="mayor",
            since="2019-05",
            until="2023",
        ),
    )


def faults_of(row: str) -> list[Fault]:
    return list(read_table(f"{HEAD}\n{WHOLE}\n{row}\n", "staff.csv").faults)


@pytest.mark.parametrize(
    ("row", "column", "what"),
    [
        ("1,,,person,,,,,,", "name", "is empty"),
        ("1,17,,person,,,,,,", "name", "'17' has no letter"),
        ("1,Zo\ufffd,,person,,,,,,", "name", "'Zo\ufffd' has a broken letter"),
        ("1,Ida,,,,,,,,", "kind", "is empty"),
        ("1,Ida,,river,,,,,,", "kind", "'river' is no kind"),
        ("1,Ida,,country,,,,,,", "kind", "'country' is no kind"),
        ("1,Ida,,person,QX,,,,,", "country", "'QX' is no country that we know"),
        ("1,Ida,,person,,ZZZ,,,,", "sector", "'ZZZ' is no sector"),
        ("1,Ida,,person,,,,42,,", "wikidata", "'42' is no item of Wikidata"),
        ("1,Ida,,person,,,mayor,,05.03.2020,", "since", "'05.03.2020' is no date"),
        ("1,Ida,,person,,,mayor,,,2023-02-30", "until", "'2023-02-30' is no date"),
        ("1,Ida,,person,,,mayor,,2024,2020-05", "until", "2020-05 is before 2024, where it begins"),
        ("1,Ida,,person,,,,,2024,", "since", "2024 without an office"),
        ("1,Dock,,organisation,,,,,2024,", "since", "2024 is no date of an office"),
        ("1 2,Ida,,person,,,,,,", "id", "'1 2' is no id"),
        ("1,Ida,,person", "", "4 cells"),
        ("1,Ida,,person,,,,,,,more", "", "11 cells"),
        ('1,"Ida,,person,,,,,,', "", "a quotation mark stands alone"),
    ],
)
def test_a_bad_cell_is_named_with_its_line(row: str, column: str, what: str) -> None:
    (fault,) = faults_of(row)
    assert (fault.line, fault.column, fault.what) == (3, column, what)
    assert fault.expected


def test_every_fault_of_a_row_is_named() -> None:
    assert [f.column for f in faults_of("1,,,river,QX,,,,,")] == ["name", "kind", "country"]


def test_an_open_quotation_mark_does_not_swallow_the_rows_after_it() -> None:
    text = (
        f'{HEAD}\n1,"Ida,,person,,,,,,\n2,Tom Weller,,person,,,,,,\n3,"Two\nlines",,person,,,,,,\n'
    )
    read = read_table(text, "a.csv")
    assert [fault.line for fault in read.faults] == [2]
    assert [(row.line, row.name) for row in read.rows] == [(3, "Tom Weller"), (4, "Two lines")]


def test_a_kind_may_be_given_for_rows_that_tell_none() -> None:
    text = "name\nIda Mossgrove\n"
    assert read_table(text, "a.csv").faults[0].what == "is not told"
    (row,) = read_table(text, "a.csv", EntityKind.PERSON).rows
    assert row.kind is EntityKind.PERSON


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\xef\xbb\xbf \r\n", "is empty"),
        ("a.csv", b"name,kind\n", "no rows"),
        ("a.csv", b"nom,kind\nIda,person\n", "no column of names; its columns are 'nom', 'kind'"),
        ("a.csv", b"name,Name,kind\nIda,Ida,person\n", "two columns for 'name'"),
        ("a.csv", "name\nIda\nZoë\nTom\nRené\n".encode("latin-1"), "UTF-8 at lines 3, 5"),
        ("a.csv", "name\nIda\n".encode("utf-16"), "is UTF-16"),
        ("a.json", b'[{"id": "x"}]', "is one JSON array"),
        ("a.json", b'{"id": "x", "schema": "Vessel", "properties": {}}', "brings no entity"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_even_with_skip_bad(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadImport, match=message) as caught:
        import_file(path, skip_bad=True)
    assert str(path) in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadImport, match="no such file"):
        import_file(tmp_path / "none.csv")
    with pytest.raises(BadImport, match="is a folder"):
        import_file(tmp_path)


def entity(key: str, schema: str, **properties: Any) -> str:
    held = {k: v if isinstance(v, list) else [v] for k, v in properties.items()}
    return json.dumps({"id": key, "schema": schema, "properties": held})


def test_followthemoney_with_offices_in_any_order() -> None:
    lines = [
        entity("o", "Occupancy", holder="x", post="p", startDate="2022-03-01", endDate="2024"),
        entity("x", "Person", name=["Ida Mossgrove"], weakAlias="Mossy", citizenship="lu"),
        entity("p", "Position", name="Harbour Commissioner", country="be"),
        entity("b", "PublicBody", name="Arvelle Harbour Office", topics=["gov.national"]),
        entity("s", "Sanction", entity="x"),
    ]
    read = read_ftm("\n".join(lines), "a.json")
    person, body = read.rows
    assert (person.role, person.country) == ("Harbour Commissioner", "BEL")
    assert (person.since, person.until, person.weak) == ("2022-03-01", "2024", ("Mossy",))
    assert (body.kind, body.sector) == (EntityKind.ORGANISATION, "GOV")
    assert read.notes == ("left out: 1 Sanction",)
    assert not read.faults


def test_nested_followthemoney_is_the_same() -> None:
    post = json.loads(entity("p", "Position", name="Dyke reeve", country="lu"))
    office = json.loads(entity("o", "Occupancy", post=[post], endDate="1991"))
    nested = entity("x", "Person", name="Ida Mossgrove", positionOccupancies=[office])
    (row,) = read_ftm(nested, "a.json").rows
    assert (row.role, row.country, row.until) == ("Dyke reeve", "LUX", "1991")


def test_several_undated_positions_are_no_role_and_several_countries_no_country() -> None:
    line = entity(
        "x", "Person", name="Ida Mossgrove", position=["Mayor", "Judge"], country=["lu", "be"]
    )
    (row,) = read_ftm(line, "a.json").rows
    assert (row.role, row.country) == (None, None)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("oops", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ("7", "is no JSON object"),
        ('{"schema": "Person", "properties": {}}', "has no 'id'"),
        ('{"id": "x", "properties": {}}', "has no 'schema'"),
        ('{"id": "x", "schema": "Person"}', "has no 'properties'"),
        (entity("x", "Person"), "is not there"),
        (entity("x", "Person", name="Ida", country="qqq"), "'qqq' is no country that we know"),
        (entity("x", "Person", name="Ida", wikidataId="42"), "'42' is no item of Wikidata"),
    ],
)
def test_a_bad_line_of_json_is_named(line: str, what: str) -> None:
    good = entity("y", "Person", name="Tom Weller")
    read = read_ftm(f"{good}\n{line}\n", "a.json")
    assert [(fault.line, fault.what) for fault in read.faults] == [(2, what)]
    assert [row.name for row in read.rows] == ["Tom Weller"]


def test_nothing_is_imported_of_a_half_right_file_unless_told(write: Write) -> None:
    path = write("a.csv", HEAD, WHOLE, "2,,,person,,,,,,")
    with pytest.raises(BadImport, match="1 bad line") as caught:
        import_file(path)
    report = caught.value.report
    assert isinstance(report, Report)
    assert report.kept is None and len(report.faults) == 1
    checked = import_file(path, dry_run=True)
    assert checked.kept is None and checked.faults == report.faults
    done = import_file(path, skip_bad=True)
    assert done.kept is not None and done.left_out == 1
    assert (done.kept.entities, done.kept.people) == (1, 1)
