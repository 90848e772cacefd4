"""Gather documents: a file, a folder, a list of JSON lines, stdin, an address."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import EmptyPage, IntakeError, SaysoError, TooLarge
from sayso.intake.page import MAX_BYTES, read_page
from sayso.intake.parts import Given
from sayso.model import Document

#: What a folder is searched for; files without an ending are looked at as well.
PAGE_NAMES = frozenset({".html", ".htm", ".xhtml", ".txt", ".md", ".jsonl", ""})
#: Keys of a JSON line that hold its text, best first, and those of what is known about it.
TEXT_KEYS = ("text", "markdown", "html")
OUTLET_KEYS = ("publisher", "outlet", "site")
PUBLISHED_KEYS = ("published", "date")
#: The name of a place (file, file:line, address, stdin), and what is there.
Named = tuple[str, Document | SaysoError]


def gather(
    where: str, *, allow_local: bool = False, given: Given | None = None
) -> Iterator[Document | SaysoError]:
    """The documents at a place, one after the other.

    Args:
        where: a file, a folder (searched through, in the order of names), `-` for stdin, or an
            http(s) address. A `.jsonl` file gives one document a line.
        allow_local: let an address lead to a private host.
        given: what the caller knows about each of them.

    Returns:
        An iterator of documents; for what cannot be brought in the error instead, whose `where`
        names it, so that the rest goes on.

    >>> [error.reason for error in gather("no/such/file.html")]
    ['intake_error']
    """
    for _, found in gather_named(where, allow_local=allow_local, given=given):
        yield found


def gather_named(
    where: str, *, allow_local: bool = False, given: Given | None = None
) -> Iterator[Named]:
    """As `gather`, each document or error with the name of the place that it is from."""
    if where == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        yield "stdin", _or_error(data, name="stdin", given=given)
    elif "://" in where:
        yield where, _fetched(where, allow_local, given)
    elif Path(where).is_dir():
        yield from _folder(Path(where), given)
    else:
        yield from _file(Path(where), given)


def _folder(folder: Path, given: Given | None) -> Iterator[Named]:
    paths = sorted(path for path in folder.rglob("*") if _is_page(path, folder))
    if not paths:
        yield str(folder), EmptyPage(
            "there is no page in this folder",
            where=str(folder),
            expected="files named .html, .htm, .xhtml, .txt, .md or .jsonl",
        )
    for path in paths:
        yield from _file(path, given)


def _is_page(path: Path, folder: Path) -> bool:
    """True for a file to be read: hidden ones are not, and one without ending only if text."""
    inside = path.relative_to(folder).parts
    if path.suffix.lower() not in PAGE_NAMES or any(part.startswith(".") for part in inside):
        return False
    try:
        if not path.is_file():
            return False
        if path.suffix:
            return True
        with path.open("rb") as opened:
            return b"\0" not in opened.read(4096)
    except OSError:
        return True  # reading it will say what is wrong


def _file(path: Path, given: Given | None) -> Iterator[Named]:
    name = str(path)
    try:
        if path.suffix.lower() == ".jsonl":
            yield from _json_lines(path, given)
            return
        size = path.stat().st_size
        if size >= MAX_BYTES:
            raise TooLarge(
                f"the file has {size:,} bytes",
                where=name,
                expected=f"less than {MAX_BYTES:,} bytes",
                todo="save the article alone",
            )
        data = path.read_bytes()
    except FileNotFoundError:
        yield name, IntakeError("there is no such file", where=name, todo="check the name")
    except SaysoError as error:
        yield name, error
    except OSError as error:
        why = error.strerror or error
        yield name, IntakeError(f"the file cannot be read ({why})", where=name)
    else:
        yield name, _or_error(data, name=name, given=given)


def _json_lines(path: Path, given: Given | None) -> Iterator[Named]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                name = f"{path}:{number}"
                yield name, _json_line(line, name, given)


def _json_line(line: bytes, name: str, given: Given | None) -> Document | SaysoError:
    """One line of JSON as a document: `text` (or `markdown`, `html`) and what is known of it."""
    try:
        item = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return IntakeError(f"this line is no JSON ({error})", where=name)
    if not isinstance(item, dict):
        return IntakeError("this line is no JSON object", where=name, expected='{"text": …}')
    key = next((key for key in TEXT_KEYS if isinstance(item.get(key), str)), None)
    if key is None:
        return IntakeError(
            "this object has no text", where=name, expected="one of text, markdown, html"
        )
    known = Given(
        url=_string(item, "url"),
        publisher=_string(item, *OUTLET_KEYS),
        published=_string(item, *PUBLISHED_KEYS),
        language=_string(item, "language"),
        title=_string(item, "title"),
    )
    given = given.over(known) if given else known
    data = item[key].encode("utf-8", "replace")
    try:
        return read_page(data, name=name, given=given, kind="html" if key == "html" else None)
    except SaysoError as error:
        return error


def _string(item: dict[str, Any], *keys: str) -> str | None:
    for key in keys:
        value = item.get(key)
        if isinstance(value, dict):  # a record of ours: {"name": …}, {"value": …}
            value = value.get("name") or value.get("value")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _fetched(url: str, allow_local: bool, given: Given | None) -> Document | SaysoError:
    from sayso.intake.fetch import fetch

    try:
        page = fetch(url, allow_local=allow_local)
        return read_page(page.data, url=page.url, given=given, charset=page.charset)
    except SaysoError as error:
        return error


def _or_error(data: bytes, *, name: str, given: Given | None) -> Document | SaysoError:
    try:
        return read_page(data, name=name, given=given)
    except SaysoError as error:
        return error
