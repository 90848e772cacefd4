"""The Python face: `read` one page, `read_many` pages. The command line asks nobody else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sayso.errors import SaysoError, UsageError
from sayso.model import Date, DateHow, DatePrecision, Document

if TYPE_CHECKING:
    from os import PathLike

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_PRECISION = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


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
        UsageError: not exactly one of `where`, `text`, `html`; a date that is none; a folder.
        IntakeError: the page could not be brought in.
        LanguageUnknown: no installed pack reads its language.

    >>> document = read(text='"We signed nothing," minister Clara Morel said.', language="en")
    >>> [(s.source.span.text, s.act.value) for s in document.statements]
    [('minister Clara Morel', 'assert')]
    """
    if sum(given is not None for given in (where, text, html)) != 1:
        raise UsageError(
            "read() was called wrongly", expected="exactly one of where, text and html"
        )
    given = check_given(language, published)
    if where is None:
        from sayso.intake.page import read_page

        data = text if text is not None else html
        raw = data.encode() if isinstance(data, str) else data or b""
        kind = "text" if text is not None else "html"
        return read_brought(read_page(raw, url=url, kind=kind), given | known(title=title))
    if Path(where).is_dir():
        raise UsageError("is a folder", where=str(where), todo="use read_many()")
    found = list(read_many(where, language=language, published=published, allow_local=allow_local))
    return msgspec.structs.replace(found[0], **known(title=title, url=url))


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
    from sayso.intake.gather import gather

    given = check_given(language, published)
    for place in where:
        for brought in gather(str(place), allow_local=allow_local):
            try:
                if isinstance(brought, SaysoError):
                    raise brought
                yield read_brought(brought, given)
            except SaysoError as error:
                if on_error is None:
                    raise
                on_error(error)


def read_brought(document: Document, given: dict[str, object]) -> Document:
    """A document as intake brought it in, read, with what the caller knows better."""
    from sayso.pipeline import read_document

    return read_document(msgspec.structs.replace(document, **given))


def check_given(language: str | None, published: str | None) -> dict[str, object]:
    """What the caller knows, as fields of a document.

    >>> check_given("fr", "2024-03")["published"].precision.value
    'month'
    """
    date = None
    if published is not None:
        if not _DATE.fullmatch(published):
            raise UsageError(
                f"{published!r} is no date", expected="2024, 2024-03 or 2024-03-05"
            )
        precision = _PRECISION[len(published)]
        date = Date(value=published, precision=precision, how=DateHow.GIVEN)
    return known(language=language, published=date)


def known(**values: object) -> dict[str, object]:
    """The values that are not None."""
    return {name: value for name, value in values.items() if value is not None}
