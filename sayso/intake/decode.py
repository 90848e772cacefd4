"""From bytes to characters: byte order mark, declared encoding, UTF-8, and only then a guess."""

from __future__ import annotations

import codecs
import re

from sayso.errors import EmptyPage, NotText

#: First bytes of what is often saved under a page's name, and what it is.
MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "an SQLite file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"\x7fELF", "a program"),
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
META_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")
#: Control characters that no text has; in UTF-8 each is one byte, and no other character's part.
CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})
#: Encodings whose bytes can look like ASCII or UTF-8 without being it.
NOT_ASCII_LIKE = ("utf-16", "utf-32", "utf-7", "iso2022", "hz")
SAMPLE = 65_536


def decode(data: bytes, *, declared: str | None = None, where: str = "") -> str:
    """The bytes as text.

    Args:
        data: the bytes of a page.
        declared: encoding that the server or the caller names.
        where: name of the page, for the messages.

    Returns:
        The text, not yet cleaned.

    Raises:
        EmptyPage: there are no bytes, or only white space.
        NotText: the bytes are no text, or in an encoding that cannot be told.

    >>> decode("Großküche".encode("latin-1"), declared="latin-1")
    'Großküche'
    """
    if not data.strip(b" \t\r\n\0"):
        raise EmptyPage("the page is empty", where=where, todo="save or download it again")
    refuse_known_binary(data, where)
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _decode_strictly(data, encoding, where)
    named = [name for name in (declared, charset_in_page(data)) if name]
    for encoding in _in_order(named):
        text = _try(data, encoding)
        if text is not None and not looks_binary(text):
            return text
    text = mend(data)
    if text is None:
        raise NotText(
            "the bytes are in no encoding that we can tell" + _named_clause(named),
            where=where,
            expected="text in UTF-8 or in the encoding that it declares",
            todo="save the page as UTF-8",
        )
    return text


def refuse_known_binary(data: bytes, where: str = "") -> None:
    """Raise NotText where the first bytes are those of an image, an archive, a program."""
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise NotText(
                f"this is {what}, whatever its name says",
                where=where,
                expected="HTML or plain text",
                todo="save the page as HTML or text",
            )


def charset_in_page(data: bytes) -> str | None:
    """The encoding that the page itself declares in its first 4 kB, or None.

    >>> charset_in_page(b'<meta charset="windows-1251">')
    'windows-1251'
    """
    head = data[:4096]
    if b"<" not in head:
        return None
    match = META_CHARSET.search(head)
    return match[1].decode("ascii").lower() if match else None


def looks_binary(text: str) -> bool:
    """True where control characters say that this is no text (more than one in a hundred)."""
    sample = text[:SAMPLE]
    data = sample.encode("utf-8", "surrogatepass")
    controls = len(data) - len(data.translate(None, CONTROLS))
    return controls * 100 > len(sample) or "\0" in sample


def mend(data: bytes) -> str | None:
    """Text in an encoding that nobody declared rightly, where it is certain; else None.

    Tried in this order: UTF-8 with a few broken bytes, then the one encoding in which the bytes
    speak a language.
    """
    for attempt in (_broken_utf8, _spoken):
        text = attempt(data)
        if text is not None and not looks_binary(text):
            return text
    return None


def _in_order(named: list[str]) -> list[str]:
    """UTF-8 first: bytes above 7F that are valid UTF-8 are never anything else by chance. After
    it what the page names, unless that is an encoding that UTF-8 would misread."""
    names = [name for name in map(_normal_name, named) if name]
    special = [name for name in names if name.startswith(NOT_ASCII_LIKE)]
    return list(dict.fromkeys([*special, "utf-8", *names]))


def _normal_name(name: str) -> str | None:
    """Python's name of an encoding; Latin-1 and ASCII mean Windows-1252, as in every browser."""
    try:
        normal = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if normal in ("iso8859-1", "ascii") else normal


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _decode_strictly(data: bytes, encoding: str, where: str) -> str:
    text = _try(data, encoding)
    if text is None or looks_binary(text):
        raise NotText(
            f"the bytes begin as {encoding} and do not go on as {encoding}",
            where=where,
            todo="save the page as UTF-8",
        )
    return text


def _broken_utf8(data: bytes) -> str | None:
    """UTF-8 in which fewer than one in twenty of the characters outside ASCII is broken."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - broken
    return text if broken * 20 < good else None


def _spoken(data: bytes) -> str | None:
    from sayso.intake.encodings import find_encoding

    encoding = find_encoding(data)
    return _try(data, encoding) if encoding else None


def _named_clause(named: list[str]) -> str:
    return f" (declared: {', '.join(named)})" if named else ""
