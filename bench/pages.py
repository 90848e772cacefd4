"""Inputs: the project's own short articles, in many orders, as text and as HTML pages."""

from __future__ import annotations

import html
import random
from pathlib import Path

TEXTS = Path(__file__).with_name("texts")
#: Of the articles in which nearly everybody speaks, the everyday set holds one a language.
DENSE_ONES = ("de-bruecke", "en-dam", "fr-frontiere")
WORDS = Path(__file__).with_name("menu_words.txt").read_text("utf-8").split()


def originals(dense: bool = False) -> list[Path]:
    """The files of a set: ordinary news with some dense ones, or the dense ones alone.

    News holds 6 to 12 statements in 3 kB (German Wikinews, PolNeAR); the dense articles hold 30,
    and reading them takes longer.
    """
    crowded = sorted((TEXTS / "dense").glob("*.txt"))
    if dense:
        return crowded
    return sorted((TEXTS / "news").glob("*.txt")) + [p for p in crowded if p.stem in DENSE_ONES]


def articles(count: int, dense: bool = False) -> list[tuple[str, str]]:
    """Articles as (language, text), no two alike: the paragraphs after the lead change places.

    >>> len({text for _, text in articles(22)})
    22
    """
    files = originals(dense)
    made = []
    for number in range(count):
        path = files[number % len(files)]
        head, lead, *rest = path.read_text("utf-8").strip().split("\n\n")
        random.Random(number).shuffle(rest)
        made.append((path.name[:2], "\n\n".join([head, lead, *rest])))
    return made


def as_html(language: str, text: str, seed: int) -> str:
    """An article inside a page of 60-100 kB, as outlets build them: most of it is not article.

    >>> 60_000 < len(as_html("en", "A headline\\n\\nA paragraph.", 1)) < 100_000
    True
    """
    chance = random.Random(seed)
    head, *paragraphs = (html.escape(p) for p in text.split("\n\n"))
    paragraphs[3:3] = [aside(chance)] if len(paragraphs) > 3 else []
    body = "\n".join(p if p.startswith("<aside") else f"<p>{p}</p>" for p in paragraphs)
    day = f"2024-05-{1 + seed % 28:02}T08:30:00+02:00"
    return f"""<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{head} | The Quay Courier</title>
<meta property="og:title" content="{head}"><meta property="og:site_name" content="The Quay Courier">
<meta property="article:published_time" content="{day}">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"datePublished": "{day}", "inLanguage": "{language}"}}</script>
<style>{style(chance, 220)}</style><script>{script(chance, 260)}</script></head>
<body class="page"><header class="masthead"><a href="/">The Quay Courier</a>
{menu(chance, 90)}</header>
<div id="cookie-banner" role="dialog"><p>We use cookies to improve this site.</p>
<button>Accept all</button><button>Settings</button></div>
<main><article><h1>{head}</h1><div class="byline">By our staff</div><div class="body">{body}</div>
</article><section class="related"><h2>Read more</h2>{teasers(chance, 40)}</section>
<section id="comments"><h2>Comments (12)</h2>{comments(chance, 12)}</section></main>
<footer>{menu(chance, 110)}<p>© The Quay Courier. All rights reserved.</p></footer>
<script>{script(chance, 160)}</script></body></html>"""


def phrase(chance: random.Random, low: int, high: int) -> str:
    """A few words."""
    return " ".join(chance.choices(WORDS, k=chance.randint(low, high)))


def style(chance: random.Random, rules: int) -> str:
    """Style rules."""
    made = (
        f".{chance.choice(WORDS)}-{n}{{margin:{chance.randint(0, 40)}px;color:#{n:06x};"
        f"padding:{chance.randint(0, 9)}px}}"
        for n in range(rules)
    )
    return "\n".join(made)


def script(chance: random.Random, lines: int) -> str:
    """Lines of a script, as trackers write them."""
    made = (
        f'window.q=window.q||[];q.push(["{chance.choice(WORDS)}",{chance.randint(1, 9999)},'
        f'{{"slot":"{chance.choice(WORDS)}"}}]);'
        for _ in range(lines)
    )
    return "\n".join(made)


def menu(chance: random.Random, entries: int) -> str:
    """A menu: a list of links."""
    made = (
        f'<li class="menu-item item-{n}"><a href="/{chance.choice(WORDS)}/{n}">'
        f"{phrase(chance, 1, 2).title()}</a></li>"
        for n in range(entries)
    )
    return f'<nav><ul class="menu">{"".join(made)}</ul></nav>'


def teasers(chance: random.Random, count: int) -> str:
    """Links to other articles."""
    made = (
        f'<div class="teaser"><a href="/news/{n}"><img src="/img/{n}.jpg" alt=""><h3>'
        f"{phrase(chance, 4, 8).capitalize()}</h3></a><span>{n} May</span></div>"
        for n in range(count)
    )
    return "".join(made)


def comments(chance: random.Random, count: int) -> str:
    """What readers wrote below."""
    made = (
        f'<div class="comment"><span class="user">reader{n}</span><p>{phrase(chance, 8, 30)}.</p>'
        f"<button>Reply</button></div>"
        for n in range(count)
    )
    return "".join(made)


def aside(chance: random.Random) -> str:
    """A box between two paragraphs."""
    return f'<aside class="newsletter"><h4>Newsletter</h4><p>{phrase(chance, 6, 9)}</p></aside>'
