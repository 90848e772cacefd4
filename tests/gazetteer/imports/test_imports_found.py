"""What is imported is found: by name, as the source of a statement; and forgotten again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import sayso
from sayso.errors import SaysoError
from sayso.gazetteer.imports import folder
from sayso.gazetteer.imports.keep import forget
from sayso.gazetteer.lookup import find_body, find_entry
from sayso.gazetteer.matches import Match
from sayso.gazetteer.search import search_names
from sayso.model import Entity

Write = Callable[..., Path]
HEAD = "id,name,aliases,kind,country,sector,role,since,until"
STAFF = (
    "h-1,Ida Mossgrove,Ида Моссгров,person,LUX,GOV,harbour commissioner,2022-03,",
    "h-1,Ida Mossgrove,,person,LUX,GOV,mayor of Ollenbach,2015,2022-02",
    "h-2,Arvelle Harbour Office,Hafenamt Arvelle|AHO,organisation,LUX,GOV,,,",
    "h-3,gulls weekly,,medium,LUX,JRN,,,",
)
PAGE = "Ida Mossgrove said the gates held. The Arvelle Harbour Office denied the report."


@pytest.fixture
def staff(write: Write) -> Path:
    path = write("staff.csv", HEAD, *STAFF)
    sayso.import_entities(path)
    return path


def sources(text: str, published: str, language: str = "en") -> list[Entity | None]:
    document = sayso.read(text=text, language=language, published=published)
    return [statement.source.entity for statement in document.statements]


def test_an_imported_person_and_body_are_the_sources_of_statements(staff: Path) -> None:
    person, body = sources(PAGE, "2024-02-02")
    assert person and (person.id, person.country, person.role) == (
        "person:h-1",
        "LUX",
        "harbour commissioner",
    )
    assert body and (body.id, body.sector) == ("body:h-2", "GOV")
    person, _ = sources(PAGE, "2018-02-02")
    assert person and person.role == "mayor of Ollenbach"


def test_the_same_page_before_and_after(staff: Path) -> None:
    forget("staff.csv")
    before = [entity and entity.id for entity in sources(PAGE, "2024-02-02")]
    assert before[0] == "person:ida-mossgrove" and before[1] != "body:h-2"
    sayso.import_entities(staff)
    assert [entity and entity.id for entity in sources(PAGE, "2024-02-02")] == [
        "person:h-1",
        "body:h-2",
    ]


def test_a_body_by_its_name_in_another_language(staff: Path) -> None:
    (body,) = sources("Das Hafenamt Arvelle bestritt den Bericht.", "2024-02-02", "de")
    assert body and body.id == "body:h-2"


def first(name: str, on_date: str | None = None) -> Match:
    return search_names(name, on_date=on_date)[0]


@pytest.mark.parametrize(
    ("name", "found", "verdict"),
    [
        ("Ida Mossgrove", "person:h-1", "same"),
        ("Ида Моссгров", "person:h-1", "same"),
        ("Ida Mosgrove", "person:h-1", "same"),
        ("Mossgrove", "person:h-1", "possible"),
        ("AHO", "body:h-2", "same"),
        ("Gulls weekly", "body:h-3", "same"),
    ],
)
def test_a_look_up_finds_it_and_says_where_from(
    staff: Path, name: str, found: str, verdict: str
) -> None:
    match = first(name)
    assert match.entity and match.entity.id == found
    assert (match.verdict.value, match.imported) == (verdict, "staff.csv")
    assert any("imported from staff.csv" in reason for reason in match.reasons)


def test_what_is_imported_outranks_what_is_shipped_and_the_reason_says_so(write: Write) -> None:
    rows = [
        "person:sergey-lavrov,Sergej Lawrow,,person,RUS,GOV,foreign minister,2004-03,2023",
        "person:sergey-lavrov,Sergej Lawrow,,person,RUS,GOV,envoy,2023,",
        "body:kcna,Central Agency,KCNA,medium,PRK,JRN,,,",
    ]
    sayso.import_entities(write("a.csv", HEAD, *rows))
    match = first("Sergey Lavrov", "2024")
    assert (match.name, match.office and match.office.role) == ("Sergej Lawrow", "envoy")
    reason = match.reasons[-1]
    assert "imported from a.csv, over the name Sergey Lavrov" in reason
    assert "the office foreign minister" in reason
    agency = first("KCNA")
    assert (agency.name, agency.imported) == ("Central Agency", "a.csv")
    assert "over the name KCNA and the role news agency" in agency.reasons[-1]


def test_an_imported_body_takes_a_word_from_a_shipped_one_but_not_from_a_country(
    write: Write,
) -> None:
    rows = ["x-1,KCNA,,organisation,LUX,,,,", "x-2,Moscow,,organisation,LUX,,,,"]
    report = sayso.import_entities(write("a.csv", HEAD, *rows))
    found = find_body("KCNA", "en")
    assert found and found.entity.id == "body:x-1"
    assert "over KCNA (PRK)" in first("KCNA").reasons[-1]
    assert first("KCNA").verdict.value == "same"
    capital = find_entry("Moscow", "en")
    assert capital and capital.entity.id == "country:RUS"
    assert any("Moscow" in note for note in report.notes)


def test_a_namesake_of_somebody_shipped_is_possible_only(write: Write) -> None:
    sayso.import_entities(write("a.csv", HEAD, "x-1,Sergey Lavrov,,person,LUX,,mayor,2020,"))
    found = [m for m in search_names("Sergey Lavrov") if m.entity]
    assert {m.verdict.value for m in found} == {"possible"}
    assert {m.entity.id for m in found if m.entity} >= {"person:x-1", "person:sergey-lavrov"}


def test_an_undated_office_does_not_outrank_one_that_ended(write: Write) -> None:
    row = "person:angela-merkel,Angela Merkel,,person,DEU,,professor,,"
    sayso.import_entities(write("a.csv", HEAD, row))
    for day, role in (("2010", "chancellor"), ("2024", "professor")):
        office = first("Angela Merkel", day).office
        assert office and office.role == role


def test_the_newest_import_counts_and_its_digest_is_in_the_record(write: Write) -> None:
    page = "Ida Mossgrove said the gates held."
    none = sayso.read(text=page, language="en").reader
    assert none and set(none.packs) == {"en"}
    digests = []
    for name, role in (("a.csv", "mayor"), ("b.csv", "envoy")):
        sayso.import_entities(write(name, HEAD, f"h-1,Ida Mossgrove,,person,LUX,,{role},2020,"))
        (entity,) = sources(page, "2024-02-02")
        assert entity and entity.role == role
        reader = sayso.read(text=page, language="en").reader
        assert reader
        digests.append(reader.packs["imports"])
    forget("b.csv")
    reader = sayso.read(text=page, language="en").reader
    assert reader and reader.packs["imports"] == digests[0] != digests[1]


def test_the_same_file_gives_the_same_digest_whatever_it_is_called(write: Write) -> None:
    one = sayso.import_entities(write("a.csv", HEAD, *STAFF)).kept
    forget("a.csv")
    other = sayso.import_entities(write("b.csv", HEAD, *STAFF)).kept
    assert one and other and one.digest == other.digest


def test_weak_aliases_are_found_when_asked_for_and_never_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '{"id": "h-1", "schema": "Person", "properties":'
        ' {"name": ["Ida Mossgrove"], "weakAlias": ["Gull Lady"]}}',
        "utf-8",
    )
    sayso.import_entities(path)
    match = first("Gull Lady")
    assert match.entity and (match.entity.id, match.verdict.value) == ("person:h-1", "possible")
    (entity,) = sources("Gull Lady said the gates held.", "2024-02-02")
    assert entity is None or entity.id != "person:h-1"


def test_a_replaced_import_is_whole_and_leaves_nothing_behind(
    staff: Path, data_folder: Path
) -> None:
    report = sayso.import_entities(staff)
    assert report.replaced and report.kept
    assert [path.name for path in (data_folder / "imports").iterdir()] == ["staff.csv.sqlite"]
    assert [one.name for one in folder.list_imports()] == ["staff.csv"]


def test_what_is_not_ours_in_the_folder_is_told(staff: Path, data_folder: Path) -> None:
    for content in (b"no database at all, only words that go on for a while", b""):
        (data_folder / "imports" / "x.sqlite").write_bytes(content)
        folder.changed()
        with pytest.raises(SaysoError, match="delete that file"):
            sayso.read(text=PAGE, language="en")


def test_a_newer_files_version_is_told(staff: Path) -> None:
    (kept,) = folder.list_imports()
    base = sqlite3.connect(kept.path)
    base.execute("PRAGMA user_version=99")
    base.close()
    folder.changed()
    with pytest.raises(SaysoError, match="newer sayso"):
        folder.list_imports()


def test_a_folder_that_cannot_be_written_is_told(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path / "taken"))
    folder.changed()
    with pytest.raises(SaysoError, match="set SAYSO_DATA"):
        sayso.import_entities(write("a.csv", HEAD, *STAFF))
    assert first("Georgia").imported is None


@pytest.mark.parametrize("name", ["../up.csv", "a/b", ".hidden", "ü" * 300, "con: x?.csv"])
def test_any_name_can_be_kept_and_forgotten(write: Write, data_folder: Path, name: str) -> None:
    sayso.import_entities(write("a.csv", HEAD, *STAFF), name=name)
    (kept,) = folder.list_imports()
    assert kept.name == name and kept.path.parent == data_folder / "imports"
    assert forget(name).entities == 3
    assert folder.list_imports() == ()


def test_the_platforms_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_DATA")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/var/data")
    assert folder.find_data_folder() == Path("/var/data/sayso")
    for given in ("", "relative"):
        monkeypatch.setenv("XDG_DATA_HOME", given)
        assert folder.find_data_folder() == Path.home() / ".local/share/sayso"
    monkeypatch.setattr("sys.platform", "darwin")
    assert folder.find_data_folder() == Path.home() / "Library/Application Support/sayso"
