"""HTML pages: the article's text by trafilatura, what the page says of itself by our own code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from sayso.errors import EmptyPage, NoArticle
from sayso.intake.agencies import find_agency, split_names
from sayso.intake.boilerplate import drop_boilerplate, ends_sentence
from sayso.intake.clean import clean, one_line
from sayso.intake.dates import date_in_url, find_date
from sayso.intake.dump import refuse_menu
from sayso.intake.headline import put_headline_once, same_headline, without_outlet
from sayso.intake.metadata import DATE_METAS, SITE_METAS, Metadata, name_of, names_of, read_metadata
from sayso.intake.parts import Found, Given
from sayso.intake.tables import Details, are_details
from sayso.model import Credit, Date, DateHow

#: An article has at least so many characters in sentences; less is a teaser, a notice, a form.
MIN_PROSE = 80
#: A page with a password field and less prose than this asks for a login and tells no story.
MIN_PROSE_WITH_LOGIN = 400
#: Two letters in a byline are initials ("PA Marlow") rather than an agency.
MIN_BYLINE_AGENCY = 3
#: A cell with more characters than this holds prose, not data.
MAX_DATA_CELL = 400
LIST_MARK = re.compile(r"^[-–•*] +")


def read_html(text: str, *, given: Given | None = None, where: str = "") -> Found:
    """The article of an HTML page and what the page says about itself.

    Args:
        text: the page, decoded.
        given: what the caller gives; outranks the page.
        where: name of the page, for messages.

    Returns:
        What was found; `text` begins with the headline.

    Raises:
        EmptyPage: there is no tag with text in it.
        NoArticle: a menu, a login, a list of links.

    >>> page = "<title>Quay shut - Delta Post</title><h1>Quay shut</h1><article><p>" + (
    ...     "The harbour master denied on Monday that anybody had been hurt on the quay. " * 3)
    >>> read_html(page).title
    'Quay shut'
    """
    tree = parse(text, where)
    given = given or Given()
    metadata = read_metadata(tree)
    outlet = find_outlet(metadata)
    title = given.title or find_title(tree, metadata, outlet)
    published = find_published(tree, metadata, given.url)
    has_login = tree.find('.//input[@type="password"]') is not None
    drop_unseen(tree)
    details = take_details(tree)
    unwrap_layout_tables(tree)
    kept = drop_boilerplate(article_lines(tree))
    article = clean("\n".join(put_headline_once(kept.lines, title)))
    refuse_teaser(article, kept.lines, has_login, where)
    details.merge(kept.details)
    return Found(
        text=article,
        title=title,
        url=_address(metadata, given),
        outlet=outlet,
        published=published,
        language=metadata.language,
        details=details.details,
        listed_sources=tuple(details.listed_sources),
        credits=find_byline_credits(metadata),
        given=given,
    )


def parse(text: str, where: str = "") -> Any:
    """The lxml tree of a page, comments and processing instructions left out."""
    import lxml.etree  # type: ignore[import-untyped, unused-ignore]
    import lxml.html  # type: ignore[import-untyped, unused-ignore]

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        # libxml2 stops at a NUL, and knows no lone surrogate.
        data = text.replace("\0", "").encode("utf-8", "replace")
        tree = lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise EmptyPage(f"no HTML that can be read ({error})", where=where) from error
    return tree


def drop_unseen(tree: Any) -> None:
    """Take scripts, styles and drawings out: trafilatura copies the tree several times, and a
    fifth of its time goes into copying them. JSON-LD stays, it may hold the article."""
    for node in [*tree.iter("script", "style", "svg", "template")]:
        if node.get("type") != "application/ld+json" and node.getparent() is not None:
            node.drop_tree()


def article_lines(tree: Any) -> list[str]:
    """The article's paragraphs and headings, a line each; empty where there is no article."""
    from trafilatura import extract

    text = extract(tree, fast=True, include_comments=False, with_metadata=False) or ""
    return [LIST_MARK.sub("", line) for line in clean(text).split("\n")]


def refuse_teaser(article: str, lines: list[str], has_login: bool, where: str) -> None:
    """Raise NoArticle where the page holds too little prose to be an article."""
    refuse_menu(article, lines, where)
    ends = [line for line in lines if ends_sentence(line) and len(line.split()) > 3]
    prose = sum(len(line) for line in ends)
    if prose < (MIN_PROSE_WITH_LOGIN if has_login else MIN_PROSE):
        asks = "a login" if has_login else "menus, teasers or notices"
        raise NoArticle(
            f"there is a page, but no article in it: only {asks}",
            where=where,
            expected=f"at least {MIN_PROSE} characters of sentences",
            todo="save the page of the article itself, as you see it when you are logged in",
        )


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


def take_details(tree: Any) -> Details:
    """Details tables and definition lists, taken out of the tree."""
    details = Details()
    for table in [*tree.iter("table")]:
        rows = [
            [one_line(c.text_content()) for c in row.iter("th", "td")] for row in table.iter("tr")
        ]
        if table.find(".//table") is None and are_details(rows):
            _take(table, rows, details)
    for listing in [*tree.iter("dl")]:
        keys, values = _texts(listing.iter("dt")), _texts(listing.iter("dd"))
        rows = [list(row) for row in zip(keys, values, strict=False)]
        if len(keys) == len(values) and are_details(rows):
            _take(listing, rows, details)
    return details


def unwrap_layout_tables(tree: Any) -> None:
    """Make plain blocks of tables that lay out a page: some cell of theirs holds prose."""
    for table in [*tree.iter("table")]:
        cells = table.iter("td")
        if any(len(cell.text_content()) > MAX_DATA_CELL for cell in cells):
            for node in table.iter("table", "thead", "tbody", "tfoot", "tr", "td", "th"):
                node.tag = "div"


def _texts(nodes: Iterable[Any]) -> list[str]:
    return [one_line(node.text_content()) for node in nodes]


def _take(node: Any, rows: list[list[str]], details: Details) -> None:
    for row in rows:
        filled = [*row, "", ""]
        details.add_row(filled[0], filled[1])
    node.drop_tree()


def _time_of(node: Any) -> str:
    return node.get("datetime") or node.get("content") or one_line(node.text_content())


def _address(metadata: Metadata, given: Given) -> str | None:
    address = metadata.canonical or metadata.first("og:url")
    if address and given.url:
        address = urljoin(given.url, address)
    return address if address and address.startswith(("http://", "https://")) else None
