"""Plain-text dumps: what a page looks like when somebody has copied it, menus and all."""

from __future__ import annotations

from sayso.errors import EmptyPage, NoArticle
from sayso.intake.boilerplate import drop_boilerplate, ends_sentence
from sayso.intake.clean import clean
from sayso.intake.header import take_header
from sayso.intake.headline import find_headline, put_headline_once
from sayso.intake.markdown import find_top_heading, plain
from sayso.intake.parts import Found, Given

#: From so many lines on, a text without one sentence is a menu. Shorter ones may be a headline.
MIN_MENU_LINES = 6


def read_dump(text: str, *, given: Given | None = None, where: str = "") -> Found:
    """The article of a plain-text dump, and what stands around it as data.

    Args:
        text: decoded text, with or without a header block.
        given: what the caller gives; outranks the header block.
        where: name of the page, for messages.

    Returns:
        What was found; `text` begins with the headline where there is one.

    Raises:
        EmptyPage: nothing is left once the text is cleaned.
        NoArticle: nothing but menus, buttons and notices.

    >>> read_dump("Quay shut\\nQuay shut\\nThe quay is shut, he said.\\nComments (0)").text
    'Quay shut\\nThe quay is shut, he said.'
    """
    header, body = take_header(clean(text))
    given = (given or Given()).over(header)
    if not body.strip():
        raise EmptyPage("there is no text", where=where, expected="the text of an article")
    kept = drop_boilerplate(clean(plain(body)).split("\n"))
    title = given.title or find_top_heading(body) or find_headline(kept.lines)
    article = clean("\n".join(put_headline_once(kept.lines, title)))
    refuse_menu(article, kept.lines, where)
    return Found(
        text=article,
        title=title,
        details=kept.details.details,
        listed_sources=tuple(kept.details.listed_sources),
        given=given,
    )


def refuse_menu(article: str, lines: list[str], where: str = "") -> None:
    """Raise NoArticle where nothing is left, or many lines without a single sentence.

    Args:
        article: the text with its headline.
        lines: its lines without the headline.
        where: name of the page, for the message.
    """
    filled = [line for line in lines if line.strip()]
    sentences = [line for line in filled if ends_sentence(line) and len(line.split()) > 3]
    if not article or not filled or (len(filled) >= MIN_MENU_LINES and not sentences):
        raise NoArticle(
            "there is text, but no article in it: only menus, buttons or notices",
            where=where,
            expected="at least one sentence",
            todo="save the page of the article itself",
        )
