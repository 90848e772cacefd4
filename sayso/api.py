"""The Python face: `read` one page, `read_many` pages, `import_entities` of one's own.

The command line asks nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sayso.errors import EmptyPage, LanguageUnknown, ReadFailed, SaysoError, UsageError
from sayso.model import Document

if TYPE_CHECKING:
    from sayso.gazetteer.imports.run import Report
    from sayso.intake.gather import Named
    from sayso.intake.parts import Given

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def read(
    where: str | PathLike[str] | None = None,
    *,
    text: str | None = None,
    html: str | bytes | None = None,
    language: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    allow_local: bool = False,
) -> Document:
    """Read one page: who says what in it.

    Args:
        where: a file, or an http(s) address; or give `text` or `html` instead.
        text: the page as plain text; it may begin with a header block (docs/records.md).
        html: the page as HTML.
        language: BCP 47 tag; detected where it is not given.
        published: publication date, `2024`, `2024-03` or `2024-03-05`.
        url: where `text` or `html` came from.
        title: the page's title, where it is known better than the page says it.
        allow_local: also fetch private and loopback addresses.

    Returns:
        The document, with its statements and with what stayed undecided.

    Raises:
        UsageError: not exactly one of `where`, `text`, `html`; a date that is none; a folder, or
            a file of several pages.
        IntakeError: the page could not be brought in.
        LanguageUnknown: no installed pack reads its language.
        ReadFailed: a fault of ours, with the exception as its cause.

    >>> document = read(text='"We signed nothing," minister Clara Morel said.', language="en")
    >>> [(s.source.span.text, s.act.value) for s in document.statements]
    [('minister Clara Morel', 'assert')]
    """
    if sum(given is not None for given in (where, text, html)) != 1:
        raise UsageError(
            "read() was called wrongly", expected="exactly one of where, text and html"
        )
    if where is not None and Path(where).is_dir():
        raise UsageError("is a folder", where=str(where), todo="use read_many()")
    given = given_of(language=language, published=published, url=url, title=title)
    if where is None:
        from sayso.intake.page import read_page

        data = text if text is not None else html or b""
        kind: Literal["text", "html"] = "html" if text is None else "text"
        return read_brought("", read_page(as_bytes(data), given=given, kind=kind))
    found = list(islice(bring_in(where, given, allow_local), 2))
    if not found:
        raise EmptyPage("there is no page in it", where=str(where), todo="save the page again")
    if len(found) > 1:
        raise UsageError("holds several pages", where=str(where), todo="use read_many()")
    return read_brought(*found[0])


def read_many(
    *where: str | PathLike[str],
    language: str | None = None,
    published: str | None = None,
    allow_local: bool = False,
    on_error: Callable[[SaysoError], None] | None = None,
) -> Iterator[Document]:
    """Read pages one after the other: files, folders, addresses, `-` for stdin.

    Args:
        where: any number of them.
        language: of all the pages; detected page by page where it is not given.
        published: publication date of all the pages.
        allow_local: also fetch private and loopback addresses.
        on_error: called with the error of every page that cannot be read, and the run goes on;
            without it the first error is raised.

    Returns:
        An iterator of documents, in the order given, a folder's files by name.

    Raises:
        UsageError: a date that is none.
        SaysoError: a page could not be read, and there is no `on_error`.
    """
    given = given_of(language=language, published=published)
    for place in where:
        for name, brought in bring_in(place, given, allow_local):
            try:
                document = read_brought(name, brought)
            except SaysoError as error:
                if on_error is None:
                    raise
                on_error(error)
            else:
                yield document


def import_entities(
    path: str | PathLike[str],
    *,
    name: str | None = None,
    kind: str | None = None,
    skip_bad: bool = False,
    dry_run: bool = False,
) -> Report:
    """Import people and bodies of one's own; every reading after it knows them (docs/imports.md).

    Args:
        path: a table (CSV) or FollowTheMoney entities (JSON lines), in UTF-8.
        name: what the import is called; the file's name where it is not given. What was imported
            under that name before is replaced.
        kind: of rows that tell none, an `EntityKind`.
        skip_bad: leave out what is wrong, import the rest.
        dry_run: check only; the report then holds what is wrong.

    Returns:
        What was imported, and with `skip_bad` or `dry_run` what is wrong.

    Raises:
        BadImport: a line is wrong or ids are in conflict: all of them are in its `report`, and
            nothing was imported. Or the file cannot be read.
        UsageError: a kind that is none.
        SaysoError: the folder of a user's data cannot be written.
    """
    from sayso.gazetteer.imports.run import import_file
    from sayso.gazetteer.imports.values import Wrong, check_kind

    try:
        rows_are = check_kind(kind) if kind is not None else None
    except Wrong as wrong:
        raise UsageError(wrong.what, expected=wrong.expected) from None
    return import_file(
        Path(path), name=name, kind=rows_are, skip_bad=skip_bad, dry_run=dry_run
    )


def bring_in(where: str | PathLike[str], given: Given, allow_local: bool) -> Iterator[Named]:
    """What is at a place: names, with documents without statements or errors for what is none."""
    from sayso.intake.gather import gather_named

    return gather_named(fspath(where), allow_local=allow_local, given=given)


def read_brought(name: str, brought: Document | SaysoError) -> Document:
    """What intake brought in, read; an error is raised, and names the place."""
    from sayso.pipeline import read_document

    if isinstance(brought, SaysoError):
        raise brought
    try:
        return read_document(brought)
    except LanguageUnknown as error:
        error.where = name or error.where
        raise
    except SaysoError:
        raise
    except Exception as error:  # one page must not end a run over thousands
        raise ReadFailed(
            f"sayso itself failed on this page ({type(error).__name__}: {error})",
            where=name or brought.url or brought.id,
            todo="please report it, with the page",
        ) from error


def as_bytes(data: str | bytes) -> bytes:
    """The bytes of a text; a lone surrogate, which no encoding has, becomes a question mark."""
    return data.encode("utf-8", "replace") if isinstance(data, str) else data


def given_of(
    *,
    language: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Given:
    """What the caller knows, checked.

    >>> given_of(published="2024-03").published
    '2024-03'
    """
    from sayso.intake.parts import Given

    if published is not None and not _DATE.fullmatch(published):
        raise UsageError(f"{published!r} is no date", expected="2024, 2024-03 or 2024-03-05")
    return Given(url=url, published=published, language=language, title=title)
