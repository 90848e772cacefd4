"""One page: bytes in, a Document out, with no statements yet."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

from sayso.errors import TooLarge
from sayso.ids import make_id, sha256
from sayso.intake.credits import find_credits
from sayso.intake.dateline import find_dateline
from sayso.intake.dates import date_in_url, find_date
from sayso.intake.decode import decode
from sayso.intake.dump import read_dump
from sayso.intake.language import detect
from sayso.intake.parts import Found, Given
from sayso.model import DateHow, Document, Outlet

__all__ = ["MAX_BYTES", "Given", "read_page"]

#: A page of this size or more is refused.
MAX_BYTES = 20_000_000
HTML_NAME = (".html", ".htm", ".xhtml", ".shtml")
TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta|title)\b", re.I)
HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
LANGUAGE_TAG = re.compile(r"^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?$")
OPENS = re.compile(r"^(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|[a-z])", re.I | re.S)


def read_page(
    data: bytes,
    *,
    url: str | None = None,
    name: str | None = None,
    given: Given | None = None,
    kind: Literal["html", "text"] | None = None,
    charset: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """Read a page: its article's text, cleaned, and what the page says about itself.

    Args:
        data: the bytes of an HTML page or of a plain text, with or without a header block.
        url: the address it came from.
        name: its file name, for messages and for telling HTML from text.
        given: what the caller knows; outranks the header block, which outranks the page.
        kind: what the page is, where the caller knows; looked at where None.
        charset: encoding that the server declared.
        max_bytes: size in bytes from which on a page is refused.

    Returns:
        The document; no `statements`, no `reader`: later stages fill them.

    Raises:
        EmptyPage: no bytes, or no text.
        NoArticle: text, but no article.
        NotText: an image, an archive, or an unknown encoding.
        TooLarge: `max_bytes` or more.

    >>> page = "Quay stays shut\\n\\nPORT CITY (Meridian Wire) - The mayor denied it on Monday."
    >>> document = read_page(page.encode())
    >>> document.title, document.language, document.dateline.agency
    ('Quay stays shut', 'en', 'Meridian Wire')
    """
    where = name or url or ""
    if len(data) >= max_bytes:
        raise TooLarge(
            f"the page has {len(data):,} bytes",
            where=where,
            expected=f"less than {max_bytes:,} bytes",
            todo="save the article alone",
        )
    text = decode(data, declared=charset, where=where)
    given = Given(url=url).over(given or Given()) if url else given or Given()
    if kind == "html" or (kind is None and is_html(text, name)):
        from sayso.intake.html import read_html

        found = read_html(text, given=given, where=where)
    else:
        found = read_dump(text, given=given, where=where)
    return make_document(found, digest=sha256(data))


def is_html(text: str, name: str | None = None) -> bool:
    """True for HTML: its first tag says so, or its name does and there are tags in it.

    >>> is_html("<!doctype html><p>Quay shut"), is_html("He wrote <p> on the wall.", "a.txt")
    (True, False)
    """
    head = text[:20_000]
    if not TAG.search(head):
        return False
    return bool(OPENS.match(head)) or (name or "").lower().endswith(HTML_NAME)


def make_document(found: Found, *, digest: str) -> Document:
    """The record of what was found on a page; what is given outranks what was found.

    Args:
        found: what the reader of the page's format found.
        digest: SHA-256 of the page's bytes.
    """
    given = found.given
    url = given.url or found.url
    published = find_date(given.published, DateHow.GIVEN) or found.published or date_in_url(url)
    language, seen = detect(found.text)
    dateline = find_dateline(found.text, title=found.title, published=published)
    credits = find_credits(found.text, dateline=dateline.span if dateline else None)
    outside = [c for c in found.credits if c.name not in {credit.name for credit in credits}]
    return Document(
        id=make_id("doc", found.title or "", found.text),
        url=url,
        outlet=make_outlet(given.publisher or found.outlet, url),
        title=found.title,
        language=tag_of(given.language) or language or tag_of(found.language),
        languages_seen=seen,
        published=published,
        dateline=dateline,
        credits=(*credits, *outside),
        details=found.details,
        listed_sources=found.listed_sources,
        text=found.text,
        sha256=digest,
    )


def make_outlet(name: str | None, url: str | None) -> Outlet:
    """The outlet; a host given in place of a name is its domain.

    >>> make_outlet("www.delta-post.example", None)
    Outlet(name=None, domain='delta-post.example')
    """
    if name and HOST.fullmatch(name):
        return Outlet(name=None, domain=domain_of(url) or domain_of(f"https://{name}"))
    return Outlet(name=name, domain=domain_of(url))


def tag_of(written: str | None) -> str | None:
    """A language tag as BCP 47 writes it, or None where it is none.

    >>> tag_of("FR_ca"), tag_of("German, mostly")
    ('fr-CA', None)
    """
    match = LANGUAGE_TAG.match((written or "").strip())
    if not match:
        return None
    language, script, region = match.groups()
    parts = (language.lower(), script and script.title(), region and region.upper())
    return "-".join(part for part in parts if part)


def domain_of(url: str | None) -> str | None:
    """The host of an address without `www.`, or None.

    >>> domain_of("https://www.delta-post.example/quay?x=1")
    'delta-post.example'
    """
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
