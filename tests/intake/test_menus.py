"""Menus are no article; a page that wraps its article in <nav> keeps it."""

from __future__ import annotations

from sayso.intake.html import drop_menus, parse

MENU = "<nav><ul><li>Home</li><li>Harbour</li></ul></nav>"
STORY = "<p>" + "The ferry sank in calm weather off the old pier on Monday night. " * 4 + "</p>"


def left_over(body: str) -> str:
    tree = parse(f"<html><body>{body}</body></html>")
    drop_menus(tree)
    return " ".join(tree.text_content().split())


def test_a_menu_is_dropped_and_what_follows_it_is_kept() -> None:
    assert left_over(f"{MENU} after the menu {STORY}").startswith("after the menu The ferry")


def test_an_article_inside_a_menu_element_is_kept() -> None:
    assert "The ferry sank" in left_over(f"<nav>{STORY}</nav>")
    assert "short" in left_over("<nav><article>short</article></nav>")
