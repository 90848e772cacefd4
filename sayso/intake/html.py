"""HTML pages: the article's text by trafilatura, what the page says of itself by our own code."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

from sayso.errors import EmptyPage, NoArticle
from sayso.intake.about import find_byline_credits, find_outlet, find_published, find_title
from sayso.intake.boilerplate import drop_boilerplate, ends_sentence
from sayso.intake.clean import clean
from sayso.intake.dump import refuse_menu
from sayso.intake.headline import put_headline_once
from sayso.intake.layout import drop_unseen, take_details, unwrap_layout_tables
from sayso.intake.metadata import Metadata, read_metadata
from sayso.intake.parts import Found, Given

#: An article has at least so many characters in sentences: one short one.
MIN_PROSE = 24
#: A page with a password field and less prose than this asks for a login and tells no story.
MIN_PROSE_WITH_LOGIN = 400
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

    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    # lxml.html asks a Python function for the class of every element, to tell forms and labels;
    # nobody fills in a form here.
    parser.set_element_class_lookup(
        lxml.etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement)
    )
    try:
        # libxml2 stops at a NUL, and knows no lone surrogate.
        data = text.replace("\0", "").encode("utf-8", "replace")
        tree = lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise EmptyPage(f"no HTML that can be read ({error})", where=where) from error
    return tree


#: A menu may hold a sentence of greeting; a page that wraps its article in <nav> holds more.
MENU_PROSE = 200


def drop_menus(tree: Any) -> None:
    """Take menus out of a tree: <nav> elements whose paragraphs hold hardly any prose.

    They are no article, and without them trafilatura need not compare what it found with all the
    words of the page: a third of its time on pages with large menus.
    """
    for menu in list(tree.iter("nav")):
        parent = menu.getparent()
        prose = sum(len("".join(p.itertext()).strip()) for p in menu.iter("p"))
        if parent is None or prose > MENU_PROSE or menu.find(".//article") is not None:
            continue
        before = menu.getprevious()
        if menu.tail and before is not None:
            before.tail = (before.tail or "") + menu.tail
        elif menu.tail:
            parent.text = (parent.text or "") + menu.tail
        parent.remove(menu)


def article_lines(tree: Any) -> list[str]:
    """The article's paragraphs and headings, a line each; empty where there is no article."""
    from trafilatura import extract

    drop_menus(tree)
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


def _address(metadata: Metadata, given: Given) -> str | None:
    address = metadata.canonical or metadata.first("og:url")
    if address and given.url:
        address = urljoin(given.url, address)
    return address if address and address.startswith(("http://", "https://")) else None
