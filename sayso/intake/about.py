"""What an HTML page says about itself: headline, outlet, date of publication, byline."""

from __future__ import annotations

from typing import Any

from sayso.intake.agencies import find_agency, split_names
from sayso.intake.clean import one_line
from sayso.intake.dates import date_in_url, find_date
from sayso.intake.headline import same_headline, without_outlet
from sayso.intake.metadata import DATE_METAS, SITE_METAS, Metadata, name_of, names_of
from sayso.model import Credit, Date, DateHow

#: Two letters in a byline are initials ("PA Marlow") rather than an agency.
MIN_BYLINE_AGENCY = 3


def find_title(tree: Any, metadata: Metadata, outlet: str | None) -> str | None:
    """The headline: the h1 that agrees with what the head of the page says, else what it says."""
    said = [
        name_of(metadata.linked.get("headline")),
        one_line(metadata.first("og:title", "twitter:title") or ""),
        metadata.title,
    ]
    domain = metadata.first("og:site_name")
    titles = [without_outlet(title, outlet, domain) for title in said if title]
    shown = [one_line(node.text_content()) for node in tree.iter("h1")]
    shown = [line for line in shown if line]
    for line in shown:
        if any(same_headline(line, title) for title in (*titles, *filter(None, said))):
            return line
    in_article = [one_line(n.text_content()) for n in tree.iterfind(".//article//h1")]
    candidates = [*filter(None, in_article), *titles, *shown]
    return next(iter(candidates), None)


def find_outlet(metadata: Metadata) -> str | None:
    """The outlet's name: og:site_name, then JSON-LD's publisher, then other meta tags."""
    site = metadata.first("og:site_name")
    publisher = name_of(metadata.linked.get("publisher"))
    return one_line(site or publisher or metadata.first(*SITE_METAS) or "") or None


def find_published(tree: Any, metadata: Metadata, url: str | None) -> Date | None:
    """The date of publication and how it was found: JSON-LD, meta tags, the address, the text."""
    for key in ("datePublished", "dateCreated", "uploadDate"):
        written = metadata.linked.get(key)
        if isinstance(written, str) and (found := find_date(written, DateHow.JSONLD)):
            return found
    for name in DATE_METAS:
        for written in metadata.metas.get(name, ()):
            if found := find_date(written, DateHow.META):
                return found
    for node in tree.iter("time"):
        marked = node.get("itemprop") == "datePublished" or node.get("pubdate") is not None
        if marked and (found := find_date(_time_of(node), DateHow.META)):
            return found
    for address in (url, metadata.canonical, metadata.first("og:url")):
        if found := date_in_url(address):
            return found
    return find_visible_date(tree)


def find_visible_date(tree: Any) -> Date | None:
    """A date that a reader sees: the first time tag, else what htmldate finds written out."""
    for node in tree.iter("time"):
        if found := find_date(_time_of(node), DateHow.TEXT):
            return found
    from htmldate import find_date as find_in_page

    # The extensive search makes a copyright line's year into a first of January.
    day = find_in_page(tree, original_date=True, extensive_search=False)
    return find_date(day, DateHow.TEXT)


def find_byline_credits(metadata: Metadata) -> tuple[Credit, ...]:
    """Agencies that stand as authors in the page's head, outside of the article's text."""
    authors = names_of(metadata.linked.get("author")) + metadata.metas.get("author", [])
    found: dict[str, str] = {}
    for author in map(one_line, authors):
        for name in (*split_names(author), *author.split()):
            agency = find_agency(name) if len(name) >= MIN_BYLINE_AGENCY else None
            if agency:
                found.setdefault(agency, author)
    return tuple(Credit(name=name, text=author) for name, author in found.items())


def _time_of(node: Any) -> str:
    return node.get("datetime") or node.get("content") or one_line(node.text_content())
