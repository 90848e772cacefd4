"""Gathering: files, folders, JSON lines, stdin; a folder run goes on after an error."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.errors import EmptyPage, IntakeError, NotText, SaysoError, TooLarge
from sayso.intake.gather import gather
from sayso.intake.page import MAX_BYTES, Given
from sayso.model import Document

STORY = "Quay shut\nThe harbour master denied on Monday that the quay would be sold.\n"


def documents(found: list[Document | SaysoError]) -> list[Document]:
    return [item for item in found if isinstance(item, Document)]


def test_a_folder_run_goes_on_after_errors(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "b.html").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "c.md").write_text("", "utf-8")
    (tmp_path / "sub" / "plain").write_text("A" + STORY, "utf-8")
    (tmp_path / "photo").write_bytes(b"\xff\xd8\0\0")
    (tmp_path / "style.css").write_text("body {}", "utf-8")
    (tmp_path / ".hidden.txt").write_text(STORY, "utf-8")
    found = list(gather(str(tmp_path)))
    assert [type(item) for item in found] == [Document, NotText, EmptyPage, Document]
    assert [item.where for item in found if isinstance(item, SaysoError)] == [
        str(tmp_path / "b.html"),
        str(tmp_path / "c.md"),
    ]


def test_a_folder_without_pages_says_so(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text("body {}", "utf-8")
    (error,) = gather(str(tmp_path))
    assert isinstance(error, EmptyPage)
    assert "no page in this folder" in str(error)


def test_a_missing_file_says_so() -> None:
    (error,) = gather("no/such/page.html")
    assert isinstance(error, IntakeError)
    assert str(error) == "no/such/page.html: there is no such file; check the name"


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as opened:
        opened.truncate(MAX_BYTES)
    (error,) = gather(str(path))
    assert isinstance(error, TooLarge)


def test_json_lines_give_one_document_a_line(tmp_path: Path) -> None:
    lines: list[object] = [
        {"text": STORY, "title": "The quay", "publisher": "Delta Post", "published": "2025-03"},
        {"markdown": f"# Quay shut\n\n{STORY}", "site": "www.a.example", "language": "en"},
        {"html": f"<h1>Quay</h1><p>{STORY * 3}</p>", "url": "https://b.example/1"},
        {"text": STORY, "outlet": {"name": "The Tide"}, "published": {"value": "2025-03-04"}},
        {"title": "no text"},
        ["no object"],
    ]
    path = tmp_path / "pages.jsonl"
    body = "\n".join(json.dumps(line) for line in lines) + "\n\n{broken\n"
    path.write_text(body, "utf-8")
    found = list(gather(str(path)))
    first, second, third, fourth = documents(found)
    assert (first.title, first.outlet.name) == ("The quay", "Delta Post")
    assert first.published and first.published.value == "2025-03"
    assert second.outlet.domain == "a.example"
    assert second.title == "Quay shut"
    assert third.outlet.domain == "b.example"
    assert fourth.outlet.name == "The Tide"
    assert fourth.published and fourth.published.value == "2025-03-04"
    errors = [item for item in found if isinstance(item, SaysoError)]
    assert [error.where for error in errors] == [f"{path}:{number}" for number in (5, 6, 8)]


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = SimpleNamespace(buffer=io.BytesIO(STORY.encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    (document,) = gather("-", given=Given(published="2025-03-04"))
    assert isinstance(document, Document)
    assert document.title == "Quay shut"
    assert document.published and document.published.value == "2025-03-04"


def test_the_same_folder_twice_is_the_same(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name} {STORY}", "utf-8")
    once, again = list(gather(str(tmp_path))), list(gather(str(tmp_path)))
    assert once == again
    assert [document.text[0] for document in documents(once)] == ["a", "b", "c"]
