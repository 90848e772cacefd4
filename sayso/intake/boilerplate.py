"""Lines that are no article: dropped, or kept as data, before the text is one text.

Whatever a page format left in (a dump everything, an HTML reader a little) passes here. The
words are those of boilerplate.toml; what is here is only where such lines stand and how they look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.intake.tables import Details, take_tables
from sayso.intake.words import Words, fold, load_words

#: A boilerplate line is short; a whole article on one line is not thrown away for its first words.
MAX_LINE = 400
#: A full sentence: at least so many characters and words, and an end. Tried on 35 German articles.
MIN_SENTENCE_CHARS, MIN_SENTENCE_WORDS = 60, 8
#: So much article must stand above a comment counter before what is below it can be comments.
MIN_ABOVE_COUNTER = 300
MAX_COUNTER, MAX_PREFIX, MAX_SHARE_BAR, MAX_MENU = 60, 80, 120, 250
MAX_CAPTION_END = 100
SENTENCE_END = re.compile(r"[.!?…。][\"'»”’)\]]*$")
COUNTER = re.compile(r"^(?:(\d[\d.,]*)\s+)?(.+?)(?:\s*[(:\[]?\s*(\d[\d.,]*)\s*[)\]]?)?$")
BARS = "|›»>·•"
BAR = re.compile(rf"\s+[{BARS}]\s+|\s*\|\s*")
BUTTON_GAP = re.compile(r"\s*[|·•,/]\s*|\s+")


@dataclass(slots=True)
class Kept:
    """What is left of a page's lines, and what was kept as data."""

    lines: list[str] = field(default_factory=list)
    details: Details = field(default_factory=Details)


def drop_boilerplate(lines: Sequence[str]) -> Kept:
    """The lines that are article; details tables and listed sources as data.

    Args:
        lines: lines of a cleaned text; empty lines part paragraphs.

    >>> kept = drop_boilerplate(["Der Kai bleibt zu.Weitere Informationen: Hafenbote .", "Anzeige"])
    >>> kept.lines, kept.details.listed_sources
    (['Der Kai bleibt zu.'], ['Hafenbote'])
    """
    words, kept = load_words(), Kept()
    under_heading = False
    for line in take_tables(lines, kept.details):
        folded = fold(line)
        if begins_comments(folded, kept.lines, words):
            break
        if folded in words.heading:
            under_heading = True
        elif not folded or (under_heading := under_heading and not is_sentence(line)):
            kept.lines += [line] if not folded and not under_heading else []
        elif not is_boilerplate(line, folded, words):
            kept.lines += take_more(line, kept.details, words)
    return kept


def is_boilerplate(line: str, folded: str, words: Words) -> bool:
    """True for a line that is no part of an article, whatever stands around it."""
    if len(line) > MAX_LINE:
        return False
    return (
        folded in words.line
        or counter(folded, words) is not None
        or has_prefix(line, words)
        or is_share_bar(folded, words)
        or is_menu(line)
        or is_caption(line, words)
    )


def has_prefix(line: str, words: Words) -> bool:
    """True where the line begins with a phrase of boilerplate.toml, up to the end of a word."""
    start = line[:MAX_PREFIX].replace("’", "'").casefold().lstrip(" >*•·-–—")
    if not start.startswith(words.prefix):
        return False
    found = (prefix for prefix in words.prefix if start.startswith(prefix))
    return any(not (p[-1:].isalnum() and start[len(p) :][:1].isalnum()) for p in found)


def is_caption(line: str, words: Words) -> bool:
    """True for a picture's caption: its line ends with who took it.

    >>> is_caption("The old pier. Photo: A. Marlow", load_words())
    True
    >>> is_caption("Es ergibt ein klares Bild: Alle sind müde.", load_words())
    False
    """
    end = line if len(line) <= MAX_CAPTION_END else "…" + line[-MAX_CAPTION_END:]
    return ":" in end and bool(words.caption_end.search(end))


def is_share_bar(folded: str, words: Words) -> bool:
    """True for a line of nothing but buttons: "Teilen | Twittern | Facebook"."""
    if folded in words.share:
        return True
    if len(folded) > MAX_SHARE_BAR or BUTTON_GAP.split(folded, 1)[0] not in words.share:
        return False
    return all(part in words.share for part in BUTTON_GAP.split(folded))


def is_menu(line: str) -> bool:
    """True for a bar of links: three or more short items between bars or arrows, no sentence.

    >>> is_menu("Home | Harbour | Weather"), is_menu("The quay is shut.")
    (True, False)
    """
    if len(line) > MAX_MENU or not any(bar in line for bar in BARS):
        return False
    items = BAR.split(line.strip(" |"))
    return (
        len(items) >= 3
        and all(len(item.split()) <= 4 for item in items)
        and not ends_sentence(line)
    )


def counter(folded: str, words: Words) -> int | None:
    """The number of a comment counter, None where the line is no counter.

    >>> counter("kommentare (0)", load_words()), counter("3 comments", load_words())
    (0, 3)
    """
    if len(folded) > MAX_COUNTER or not (match := COUNTER.match(folded)):
        return None
    number = match[1] or match[3]
    if not number or match[2].strip(" .:()[]") not in words.comments:
        return None
    return int(re.sub(r"\D", "", number))


def begins_comments(folded: str, above: Sequence[str], words: Words) -> bool:
    """True where what follows are reader comments.

    A heading ends the article once there is a sentence above it, a counter only once there is
    most of an article above: counters also stand beside the headline.
    """
    number = counter(folded, words)
    if folded not in words.comments and not number:
        return False
    sentences = [line for line in above if is_sentence(line)]
    if not number:
        return bool(sentences)
    return len(sentences) >= 2 or sum(map(len, sentences)) >= MIN_ABOVE_COUNTER


def is_sentence(line: str) -> bool:
    """True for a line of prose: long enough, and with an end.

    >>> is_sentence("The harbour master said on Monday that the old quay would stay shut.")
    True
    >>> is_sentence("Quay stays shut")
    False
    """
    return (
        len(line) >= MIN_SENTENCE_CHARS
        and len(line.split()) >= MIN_SENTENCE_WORDS
        and ends_sentence(line)
    )


def ends_sentence(line: str) -> bool:
    """True where the line ends like a sentence, marks of quotation after its full stop or not."""
    return bool(SENTENCE_END.search(line, max(len(line) - 6, 0)))


def take_more(line: str, into: Details, words: Words) -> list[str]:
    """The line up to "for more information:", whose sources go to `into`; none where all is."""
    match = words.find_more(line)
    if not match:
        return [line]
    into.add_sources(line[match.end() :])
    before = line[: match.start()].rstrip()
    return [before] if before else []
