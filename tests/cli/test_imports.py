"""`sayso entities import`, `imports`, `forget`: what a user sees, and the exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from click.testing import CliRunner

from sayso.cli.main import cli
from sayso.gazetteer.imports import folder

Sayso = Callable[..., CompletedProcess[str]]
HEAD = "id,name,aliases,kind,country,role,since,until,notes"
GOOD = (
    "h-1,Ida Mossgrove,Ида Моссгров,person,LUX,harbour commissioner,2022-03,,x",
    "h-2,Arvelle Harbour Office,AHO,organisation,LUX,,,,",
)
BAD = (
    "h-3,,,person,LUX,,,,",
    "h-4,Pit Berens,,persn,QX,,,,",
    "h-5,Odilon Marchal,,person,QX,,,,",
    "h-6,Tom Weller,,person,LUX,mayor,2020,,",
    "h-6,Emil Brandt,,person,LUX,mayor,2020,,",
)


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the imports of a test are kept; commands in processes of their own see it too."""
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    path = tmp_path / "staff.csv"
    path.write_text("\n".join([HEAD, *GOOD]) + "\n", "utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.csv"
    path.write_text("\n".join([HEAD, *GOOD, *BAD]) + "\n", "utf-8")
    return path


def test_an_imported_person_is_then_the_source_of_a_statement(
    sayso: Sayso, staff: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "published: 2024-03-05\nlanguage: en\n\n"
        "Ida Mossgrove said the gates held. The AHO denied the report.\n",
        "utf-8",
    )
    before = json.loads(sayso("read", page, "-f", "json").stdout)
    ran = sayso("entities", "import", staff)
    assert ran.returncode == 0, ran.stderr
    assert "2 entities (person 1 · organisation 1), 4 names, 1 office" in ran.stdout
    assert "not used: column 'notes'" in ran.stdout
    after = json.loads(sayso("read", page, "-f", "json").stdout)
    person, body = (s["source"]["entity"] for s in after["statements"])
    assert (person["id"], person["country"], person["role"]) == (
        "person:h-1",
        "LUX",
        "harbour commissioner",
    )
    assert body["id"] == "body:h-2"
    assert [s["source"]["entity"] for s in before["statements"]] != [person, body]
    assert "imports" in after["reader"]["packs"]
    assert "imports" not in before["reader"]["packs"]
    assert "harbour commissioner, since 2022-03" in sayso("entities", "Ida Mossgrove").stdout
    assert sayso("entities", "forget", "staff.csv").stdout == "forgot staff.csv: 2 entities\n"
    assert json.loads(sayso("read", page, "-f", "json").stdout) == before


def test_every_bad_row_is_named_by_line_and_nothing_is_imported(
    sayso: Sayso, broken: Path, data_folder: Path
) -> None:
    ran = sayso("entities", "import", broken)
    assert ran.returncode == 1
    rows = ran.stdout.splitlines()
    for line, what in (
        ("line 4", "is empty"),
        ("line 5", "'persn' is no kind"),
        ("lines 5–6", "'QX' is no country that we know"),
    ):
        assert any(row.startswith(line) and what in row for row in rows), ran.stdout
    assert "expected one of " in ran.stdout
    assert "nothing was imported: 3 bad lines and 1 conflict" in ran.stderr
    assert "--skip-bad" in ran.stderr
    assert not data_folder.exists()


def test_a_conflict_is_shown_side_by_side(sayso: Sayso, broken: Path) -> None:
    shown = sayso("entities", "import", broken).stdout
    rows = shown.splitlines()
    at = next(n for n, row in enumerate(rows) if row.startswith("conflict 1"))
    assert "id 'h-6' has two names" in rows[at]
    assert rows[at + 1].split() == ["id", "name", "kind", "country", "role"]
    assert rows[at + 2].split("  ")[1].strip() == "line 7"
    assert "Tom Weller" in rows[at + 2] and "Emil Brandt" in rows[at + 3]
    assert rows[at + 2].index("Tom") == rows[at + 3].index("Emil") == rows[at + 1].index("name")


def test_skip_bad_imports_the_rest_and_says_what_it_left_out(sayso: Sayso, broken: Path) -> None:
    ran = sayso("entities", "import", broken, "--skip-bad")
    assert ran.returncode == 0, ran.stderr
    assert "left out" in ran.stdout and "3 bad lines and 1 conflict: 5 lines" in ran.stdout
    assert "lines 5–6" in ran.stdout
    assert sayso("entities", "Ida Mossgrove").returncode == 0
    assert sayso("entities", "Emil Brandt", "--kind", "group").returncode == 1


@pytest.mark.parametrize(("name", "code"), [("staff", 0), ("broken", 1)])
def test_a_dry_run_imports_nothing(
    sayso: Sayso, request: pytest.FixtureRequest, data_folder: Path, name: str, code: int
) -> None:
    ran = sayso("entities", "import", request.getfixturevalue(name), "--dry-run")
    assert ran.returncode == code
    assert ("would bring" in ran.stdout) == (name == "staff")
    assert not data_folder.exists()


def test_json_holds_the_whole_report(sayso: Sayso, broken: Path) -> None:
    ran = sayso("entities", "import", broken, "--format", "json")
    report = json.loads(ran.stdout)
    assert [fault["line"] for fault in report["faults"]] == [4, 5, 5, 6]
    assert [side["name"] for side in report["conflicts"][0]["sides"]] == [
        "Tom Weller",
        "Emil Brandt",
    ]
    assert report["kept"] is None
    done = json.loads(sayso("entities", "import", broken, "--skip-bad", "-f", "json").stdout)
    assert done["kept"]["name"] == "broken.csv" and done["left_out"] == 5
    (listed,) = json.loads(sayso("entities", "imports", "-f", "json").stdout)
    assert listed == done["kept"]


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_the_tables_fit(sayso: Sayso, broken: Path, columns: int) -> None:
    for args in (("import", broken), ("import", broken, "--skip-bad"), ("imports",)):
        ran = sayso("entities", *args, columns=columns)
        for line in ran.stdout.splitlines():
            assert len(line) <= columns, line


def test_imports_are_listed_newest_first_with_their_hash(sayso: Sayso, staff: Path) -> None:
    ran = sayso("entities", "imports")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "nothing is imported" in ran.stderr
    sayso("entities", "import", staff)
    sayso("entities", "import", staff, "--name", "second")
    rows = sayso("entities", "imports").stdout.splitlines()
    names = [row.split()[0] for row in rows if row and not row.startswith(" ")]
    assert names[1] == "second" and "staff.csv" in names
    again = sayso("entities", "import", staff)
    assert "replaced" in again.stdout


def test_forgetting_what_is_not_there_is_an_error(sayso: Sayso, staff: Path) -> None:
    assert "nothing is imported" in sayso("entities", "forget", "x").stderr
    sayso("entities", "import", staff)
    ran = sayso("entities", "forget", "x")
    assert ran.returncode == 1
    assert "expected one of 'staff.csv'" in ran.stderr


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["import"], 2, "Missing argument 'FILE'"),
        (["import", "a.csv", "--kind", "river"], 2, "'river' is not one of"),
        (["import", "nosuch.csv"], 1, "there is no such file"),
        (["forget"], 2, "Missing argument 'NAME'"),
    ],
)
def test_exit_codes(sayso: Sayso, args: list[str], code: int, message: str) -> None:
    ran = sayso("entities", *args)
    assert (ran.returncode, message in ran.stderr) == (code, True), ran.stderr


def test_escape_sequences_of_a_file_do_not_reach_the_terminal(sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("na\x1b[31mme,name,kind\nx,Ida \x1b[31m,person\nx,Tom,per\x1b[1mson\n", "utf-8")
    ran = sayso("entities", "import", path)
    assert ran.returncode == 1
    assert "\x1b" not in ran.stdout + ran.stderr


def test_in_one_process_a_look_up_follows_an_import(staff: Path) -> None:
    folder.changed()
    runner = CliRunner()
    try:
        assert runner.invoke(cli, ["entities", "find", "AHO", "-k", "body"]).exit_code == 1
        assert runner.invoke(cli, ["entities", "import", str(staff)]).exit_code == 0
        found = runner.invoke(cli, ["entities", "AHO"])
        assert "Arvelle Harbour Office LUX" in found.output
        assert "imported from" in found.output
    finally:
        folder.changed()


def test_a_name_that_is_a_commands_can_be_looked_up(sayso: Sayso) -> None:
    ran = sayso("entities", "find", "forget", "--kind", "medium")
    assert (ran.returncode, "no medium called 'forget'" in ran.stderr) == (1, True)
    assert sayso("entities", "--kind", "country", "Georgia").returncode == 0


def test_without_imports_nothing_of_sqlite_is_opened_for_help(sayso: Sayso) -> None:
    code = (
        "import sys; from sayso.cli.main import run; run(['--help']);"
        "print([m for m in sys.modules if 'imports' in m or m == 'sqlite3'])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.endswith("[]\n")


def test_the_documented_output_is_real(sayso: Sayso, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/imports.md").read_text("utf-8")
    good, bad = (part.split("\n```")[0] for part in page.split("```console\n")[1:3])
    table, imported, looked_up = good.split("\n\n$ ")
    lines = table.split("\n")[1:]
    path = tmp_path / "staff.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    came = sayso("entities", "import", path).stdout.split("kept in")[0]
    assert came.splitlines() == imported.split("kept in")[0].splitlines()[1:]
    assert sayso("entities", "Mossgrove").stdout.splitlines() == looked_up.splitlines()[1:]
    rows = (
        "h-2;Arvelle Port Guild;;organisation;LUX;;;;",
        "h-3;Pit Berens;;person;QX;;mayor;05.03.2020;",
    )
    path.write_text("\n".join([*lines, *rows]) + "\n", "utf-8")
    failed = sayso("entities", "import", path)
    said = failed.stderr.replace(str(tmp_path) + "/", "").splitlines()
    assert [*failed.stdout.splitlines(), *said] == bad.splitlines()[1:]
