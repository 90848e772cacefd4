"""What an HTML page says about itself: JSON-LD, meta tags, links; no words of any language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.intake.clean import one_line

#: Types of schema.org that are an article, and those that only may hold one, in this order.
ARTICLE_TYPES = (
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "LiveBlogPosting",
    "Article",
    "BlogPosting",
    "SocialMediaPosting",
    "Report",
    "WebPage",
)
DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
)
SITE_METAS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher")
#: Names that a template leaves where an outlet's name should be.
COMMENT = re.compile(r"^\s*(?://)?\s*<!(?:\[CDATA\[|--)|(?://)?\s*(?:\]\]|--)>\s*$")


@dataclass(slots=True)
class Metadata:
    """The tags of a page's head, read once.

    Attributes:
        metas: name, property or itemprop in small letters → contents, in page order.
        linked: the article's own JSON-LD object; empty where the page has none.
        canonical: the address that the page gives as its own.
        language: `lang` of its html tag.
        title: its title tag.
    """

    metas: dict[str, list[str]] = field(default_factory=dict)
    linked: dict[str, Any] = field(default_factory=dict)
    canonical: str | None = None
    language: str | None = None
    title: str | None = None

    def first(self, *names: str) -> str | None:
        """The first content among these names of meta tags, best name first."""
        return next((self.metas[name][0] for name in names if name in self.metas), None)


def read_metadata(tree: Any) -> Metadata:
    """The metadata of an lxml tree, in one walk over the few tags that hold any."""
    found = Metadata(language=(tree.get("lang") or tree.get("{*}lang") or "").strip() or None)
    for node in tree.iter("meta", "link", "title"):
        if node.tag == "meta":
            _take_meta(node, found)
        elif node.tag == "link" and "canonical" in (node.get("rel") or ""):
            found.canonical = found.canonical or node.get("href")
        elif node.tag == "title" and found.title is None:
            found.title = one_line(node.text_content()) or None
    scripts = tree.iterfind('.//script[@type="application/ld+json"]')
    found.linked = choose_article(list(linked_objects(script.text for script in scripts)))
    return found


def _take_meta(node: Any, found: Metadata) -> None:
    content = (node.get("content") or "").strip()
    name = node.get("property") or node.get("name") or node.get("itemprop")
    if not content:
        return
    if name:
        found.metas.setdefault(name.strip().lower(), []).append(content)
    elif (node.get("http-equiv") or "").lower() == "content-language":
        found.language = found.language or content


def linked_objects(scripts: Iterator[str | None]) -> Iterator[dict[str, Any]]:
    """Every object of a page's JSON-LD scripts; a broken script gives none.

    >>> list(linked_objects(iter(['{"@graph": [{"@type": "Article"}]}', "{broken"])))
    [{'@type': 'Article'}]
    """
    for script in scripts:
        try:
            data = json.loads(COMMENT.sub("", script or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(data)


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(data, list) and depth < 5:
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        if "@graph" in data and depth < 5:
            yield from _objects(data["@graph"], depth + 1)
        else:
            yield data


def choose_article(objects: list[dict[str, Any]]) -> dict[str, Any]:
    """The object that is the article; an empty one where none is."""
    ranked = [(_rank(item), number) for number, item in enumerate(objects)]
    best = min(ranked, default=(len(ARTICLE_TYPES), 0))
    return objects[best[1]] if best[0] < len(ARTICLE_TYPES) else {}


def _rank(item: dict[str, Any]) -> int:
    types = item.get("@type")
    named = types if isinstance(types, list) else [types]
    ranks = [ARTICLE_TYPES.index(name) for name in named if name in ARTICLE_TYPES]
    return min(ranks, default=len(ARTICLE_TYPES))


def name_of(value: Any) -> str | None:
    """The name in a JSON-LD value: a string, an object with a name, the first of a list.

    >>> name_of([{"@type": "Organization", "name": "The Quay Courier"}])
    'The Quay Courier'
    """
    if isinstance(value, list):
        return next((name for item in value if (name := name_of(item))), None)
    if isinstance(value, dict):
        return name_of(value.get("name"))
    return (one_line(value) or None) if isinstance(value, str) else None


def names_of(value: Any) -> list[str]:
    """All names in a JSON-LD value."""
    values = value if isinstance(value, list) else [value]
    return [name for item in values if (name := name_of(item))]
