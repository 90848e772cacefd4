"""The Python face: what is given, what comes back, what is raised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import sayso

TEXT = "Harbour master Pia Lund denied on Monday that the pier of Brume was closed to visitors."
HTML = f"<html lang='en'><body><article><h1>Pier of Brume</h1><p>{TEXT}</p></article></body></html>"


def test_text_file_and_html_say_the_same(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, "utf-8")
    for document in (sayso.read(text=TEXT), sayso.read(path), sayso.read(html=HTML)):
        (statement,) = [s for s in document.statements if s.act is sayso.Act.DENY]
        assert statement.source.span is not None
        assert statement.source.span.text == "Harbour master Pia Lund"


def test_html_may_be_bytes() -> None:
    assert sayso.read(html=HTML.encode()) == sayso.read(html=HTML)


def test_text_is_never_taken_for_html() -> None:
    document = sayso.read(text=f"<p> is a tag. {TEXT}")
    assert document.text.startswith("<p> is a tag.")


def test_what_is_given_is_in_the_record() -> None:
    document = sayso.read(
        text=TEXT,
        language="en",
        published="2024-03-05",
        url="https://tern.example/pier",
        title="The pier",
    )
    assert document.url == "https://tern.example/pier"
    assert document.title == "The pier"
    assert document.published is not None
    assert (document.published.value, document.published.how) == ("2024-03-05", "given")
    assert document.text == f"The pier\n{TEXT}"


def test_a_dateline_takes_its_year_from_a_given_date(tmp_path: Path) -> None:
    text = f"BRUME, Ireland, March 3 (Tern Wire) - {TEXT}"
    assert sayso.read(text=text).dateline.date is None  # type: ignore[union-attr]
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    (of_file,) = sayso.read_many(path, published="2024-03-05")
    of_text = sayso.read(text=text, published="2024-03-05")
    for document in (of_file, of_text):
        assert document.dateline is not None and document.dateline.date == "2024-03-03"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"text": TEXT, "html": HTML},
        {"where": "page.html", "text": TEXT},
        {"text": TEXT, "published": "last week"},
        {"text": TEXT, "published": "2024-13-01"},
        {"where": "."},
    ],
)
def test_a_wrong_call_is_a_usage_error(given: dict[str, str]) -> None:
    with pytest.raises(sayso.UsageError):
        sayso.read(**given)  # type: ignore[arg-type]


def test_errors_have_their_kind() -> None:
    with pytest.raises(sayso.EmptyPage):
        sayso.read(text="  \n ")
    with pytest.raises(sayso.LanguageUnknown, match="pack"):
        sayso.read(text=TEXT, language="fi")
    with pytest.raises(sayso.IntakeError):
        sayso.read("no-such-page.html")


def test_read_many_raises_or_hands_the_error_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    with pytest.raises(sayso.EmptyPage):
        list(sayso.read_many(tmp_path))
    failed: list[sayso.SaysoError] = []
    documents = list(sayso.read_many(tmp_path, on_error=failed.append))
    assert [len(d.statements) for d in documents] == [1]
    assert [error.reason for error in failed] == ["empty_page"]


def test_a_file_of_several_pages_is_for_read_many(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text("", "utf-8")
    with pytest.raises(sayso.EmptyPage):
        sayso.read(path)
    path.write_text(f"{json.dumps({'text': TEXT})}\n" * 2, "utf-8")
    with pytest.raises(sayso.UsageError, match="several"):
        sayso.read(path)
    assert len(list(sayso.read_many(path))) == 2


def test_a_fault_of_ours_ends_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso import pipeline

    whole = pipeline.read_document

    def breaks(document: sayso.Document) -> sayso.Document:
        if "b.txt" in document.text:
            raise ZeroDivisionError("broken")
        return whole(document)

    monkeypatch.setattr(pipeline, "read_document", breaks)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{TEXT} It was in {name}.", "utf-8")
    failed: list[sayso.SaysoError] = []
    documents = list(sayso.read_many(tmp_path, on_error=failed.append))
    assert len(documents) == 2
    assert [(error.reason, error.where) for error in failed] == [
        ("read_failed", str(tmp_path / "b.txt"))
    ]
    assert isinstance(failed[0].__cause__, ZeroDivisionError)
