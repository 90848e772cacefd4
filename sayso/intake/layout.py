"""What is taken out of an HTML tree, or made plain in it, before its article is looked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.intake.clean import one_line
from sayso.intake.tables import Details, are_details

#: A cell with more characters than this holds prose, not data.
MAX_DATA_CELL = 400


def drop_unseen(tree: Any) -> None:
    """Take scripts, styles and drawings out: trafilatura copies the tree several times, and a
    fifth of its time goes into copying them. JSON-LD stays, it may hold the article."""
    for node in [*tree.iter("script", "style", "svg", "template")]:
        if node.get("type") != "application/ld+json" and node.getparent() is not None:
            node.drop_tree()


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
