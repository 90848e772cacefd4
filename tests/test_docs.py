"""The docs say what is so: generated parts are fresh, every command, key and class is named."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from sayso import model
from sayso.packs import shape, triggers

ROOT = Path(__file__).parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def load_maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_make", ROOT / "docs" / "make.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["docs_make"] = module
    spec.loader.exec_module(module)
    return module


MAKER = load_maker()


def words(text: str) -> list[str]:
    """Lines without what a terminal library may change between versions: blanks at their ends."""
    return [line.rstrip() for line in text.splitlines()]


GENERATED = [
    *("README.md", "docs/api.md", "docs/cli.md", "docs/concepts.md", "docs/how-it-flows.md"),
    "docs/records.md",
]


@pytest.mark.parametrize("path", GENERATED)
def test_generated_parts_are_fresh(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", MAKER.README_WIDTH)
    every = MAKER.make_all()
    assert sorted(every) == sorted(GENERATED)
    made = every[path]
    assert words((ROOT / path).read_text("utf-8")) == words(made), "run: python docs/make.py"


def test_every_command_and_option_is_documented() -> None:
    text = (ROOT / "docs/cli.md").read_text("utf-8")
    found = dict(MAKER.commands())
    assert {"sayso read", "sayso pack check", "sayso schema", "sayso doctor"} <= set(found)
    for name, command in found.items():
        assert f"## `{name}`" in text
        assert command.help
        for option in command.params:
            assert getattr(option, "help", "") or option.param_type_name == "argument"


def test_the_one_line_helps_are_the_commands_own() -> None:
    from sayso.cli.main import COMMANDS, cli

    for name, (_, line) in COMMANDS.items():
        command = cli.get_command(MAKER.click.Context(cli), name)
        assert command is not None and command.help is not None
        assert command.help.split("\n")[0] == line


@pytest.mark.parametrize(
    "record",
    [
        *(shape.PackHead, shape.Paradigm, shape.CueEntry, shape.Marks, shape.RoleEntry),
        *(shape.Case, shape.CaseStatement),
    ],
)
def test_every_pack_key_is_documented(record: type[msgspec.Struct]) -> None:
    text = (ROOT / "docs/languages.md").read_text("utf-8")
    blank = "".join(p.read_text("utf-8") for p in (ROOT / "sayso/packs/_blank").glob("*.toml"))
    for field in msgspec.structs.fields(record):
        assert f"`{field.encode_name}`" in text, f"{record.__name__}.{field.encode_name}"
        assert re.search(rf"\b{field.encode_name}\b", blank) or field.encode_name in OPTIONAL


@pytest.mark.parametrize(
    "record",
    [
        triggers.TriggerEntry,
        triggers.Marks,
        triggers.VerbEntry,
        triggers.Slots,
        triggers.EventsFile,
    ],
)
def test_every_key_of_events_is_documented(record: type[msgspec.Struct]) -> None:
    section = (ROOT / "docs/languages.md").read_text("utf-8").split("\n## events\n")[1]
    for field in msgspec.structs.fields(record):
        named = f"`{field.encode_name}`" in section.split("\n## ")[0]
        assert named, f"{record.__name__}.{field.encode_name}"


#: Keys that the blank pack leaves out, since few entries want them.
OPTIONAL = {"addressee", "entity", "first", "earlier"}


@pytest.mark.parametrize("listed", [shape.WordClass, shape.CueKind])
def test_every_word_class_and_kind_is_documented(listed: type[shape.WordClass]) -> None:
    text = (ROOT / "docs/languages.md").read_text("utf-8")
    for value in listed:
        assert f"| `{value.value}` |" in text


def test_every_form_name_is_documented() -> None:
    text = (ROOT / "docs/languages.md").read_text("utf-8")
    for name in shape.FORM_NAMES:
        assert f"`{name}`" in text


@pytest.mark.parametrize("path", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")):
        if "://" not in target and not target.startswith("#"):
            assert (path.parent / target.split("#")[0]).exists(), f"{path.name}: {target}"


def test_files_that_the_docs_name_are_there() -> None:
    tops = [ROOT / top for top in ("docs", "sayso", "eval", "bench", "scripts", "tests")]
    there = [f"/{p.relative_to(ROOT)}" for top in tops for p in top.rglob("*.*")]
    for path in DOCS:
        named = re.findall(r"`([a-z0-9_/]+\.(?:py|toml))`", path.read_text("utf-8"))
        assert path.name != "how-it-flows.md" or len(named) > 10
        for name in named:
            assert any(file.endswith(f"/{name}") for file in there), f"{path.name}: {name}"


RECORDS: dict[str, type[msgspec.Struct]] = {
    "document": model.Document,
    "statement": model.Statement,
    "source": model.Source,
    "entity": model.Entity,
    "date": model.Date,
    "mention": model.Mention,
    "event": model.Event,
}


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_of_a_record_is_documented_in_its_order(name: str) -> None:
    text = (ROOT / "docs/records.md").read_text("utf-8")
    section = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
    documented = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert documented == [field.name for field in msgspec.structs.fields(RECORDS[name])]


def test_the_acts_are_documented_with_their_position() -> None:
    import tomllib

    text = (ROOT / "docs/records.md").read_text("utf-8")
    section = text.split("\n## Acts\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \|.*\| ([a-z ]+) \|$", section, re.MULTILINE)
    facts = tomllib.loads((ROOT / "sayso/codebook/acts.toml").read_text("utf-8"))
    assert [act for act, _ in rows] == [act.value for act in model.Act]
    for act, position in rows:
        assert position.replace(" ", "_") == facts[act]["position"]


def test_the_changelog_knows_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## [Unreleased]" in text or f"## [{MAKER.sayso.__version__}]" in text


def test_ci_does_what_the_readme_says() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    ci = (ROOT / ".ci/run").read_text("utf-8")
    for command in ("pip install '.[test]'", "pytest", "sayso demo"):
        assert command in readme
    assert "pip install --quiet '.[test]'" in ci
    assert re.search(r"^pytest ", ci, re.MULTILINE)
