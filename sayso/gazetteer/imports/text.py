"""From a file to its text, and which of the two formats it is in."""

from __future__ import annotations

import codecs
from pathlib import Path

from sayso.errors import BadImport
from sayso.gazetteer.imports.faults import line_words

#: Ends of file names that tell the format.
TABLES, ENTITIES = (".csv", ".tsv", ".tab"), (".json", ".jsonl", ".ndjson", ".ftm")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)
_UTF8 = "UTF-8 text"


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        BadImport: it is not there, no file, or may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise BadImport("there is no such file", where=str(path), todo="check the name") from None
    except IsADirectoryError:
        raise BadImport("is a folder", where=str(path), todo="give one file in it") from None
    except OSError as error:
        raise BadImport(f"cannot be read ({error.strerror})", where=str(path)) from error


def decode(data: bytes, where: str) -> str:
    """The bytes as text, without a byte order mark.

    Raises:
        BadImport: there is nothing in it, or it is not UTF-8; the lines at fault are named.

    >>> decode(b"\\xef\\xbb\\xbfname\\nIda", "a.csv")
    'name\\nIda'
    """
    if not data.strip(codecs.BOM_UTF8 + b" \t\r\n\0"):
        raise BadImport("the file is empty", where=where, expected="a head line and rows")
    if data.startswith(_WIDE) or b"\0" in data[:1000]:
        raise BadImport(
            "is UTF-16 or no text at all", where=where, expected=_UTF8, todo="save it as UTF-8"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        lines = list_undecodable(data)
        raise BadImport(
            f"is not UTF-8 at {line_words(lines)}",
            where=where,
            expected=_UTF8,
            todo="save it as UTF-8 (a spreadsheet: 'CSV UTF-8')",
        ) from None


def list_undecodable(data: bytes) -> list[int]:
    """Numbers of the lines that are not UTF-8.

    >>> list_undecodable("name\\nZoë\\nIda\\n".encode("latin-1"))
    [2]
    """
    found = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append(number)
    return found


def is_table(path: Path, text: str) -> bool:
    """True for a table, False for FollowTheMoney: by the file's name, else by how it begins.

    >>> is_table(Path("a.csv"), "{"), is_table(Path("a.txt"), "name;kind"), is_table(Path("a"), "{")
    (True, True, False)
    """
    ending = path.suffix.casefold()
    if ending in TABLES or ending in ENTITIES:
        return ending in TABLES
    return not text.lstrip().startswith(("{", "["))
