"""Marks: commas, dashes and quotations in a sentence of words; ranges without their edges."""

from __future__ import annotations

from sayso.stages.attribution.tag import Tagged

Range = tuple[int, int]


OPENING = frozenset("“\"«„‘‹»(")


CLOSERS = frozenset(".!?…;")


DASHES = frozenset(("–", "—", "-", "--", "―"))


COMMAS = DASHES | {",", "،"}


def is_comma(tagged: Tagged, i: int) -> bool:
    """A comma, or a dash used as one."""
    return 0 <= i < len(tagged) and tagged.sentence.words[i] in COMMAS


def starts_quote(tagged: Tagged, i: int) -> bool:
    """The word is the opening mark of a quotation."""
    quote = tagged.sentence.quote
    return 0 <= i < len(quote) and quote[i] >= 0 and (i == 0 or quote[i - 1] != quote[i])


def ends_quote(tagged: Tagged, i: int) -> bool:
    """The word is the closing mark of a quotation."""
    quote = tagged.sentence.quote
    return (
        0 <= i < len(quote) and quote[i] >= 0 and (i + 1 == len(quote) or quote[i + 1] != quote[i])
    )


def quote_end(tagged: Tagged, i: int) -> int:
    """Index after the quotation that word `i` lies in."""
    quote = tagged.sentence.quote
    j = i
    while j < len(quote) and quote[j] == quote[i]:
        j += 1
    return j


def quote_start(tagged: Tagged, i: int) -> int:
    """Index of the first word of the quotation that word `i` lies in."""
    quote = tagged.sentence.quote
    j = i
    while j > 0 and quote[j - 1] == quote[i]:
        j -= 1
    return j


def body_end(tagged: Tagged) -> int:
    """Index after the sentence's last word that is no closing punctuation."""
    words, end = tagged.sentence.words, len(tagged)
    while end and tagged.sentence.quote[end - 1] < 0 and words[end - 1] in ".!?…:;":
        end -= 1
    if end > 2 and words[end - 1] in ")]" and words[0] in "([":
        end -= 1
        while end > 1 and words[end - 1] in ".!?…" and tagged.sentence.quote[end - 1] < 0:
            end -= 1
    return end


def trim(tagged: Tagged, start: int, end: int) -> Range:
    """A range without punctuation at its edges; brackets and quotation marks stay."""
    words, quote = tagged.sentence.words, tagged.sentence.quote
    while start < end and quote[start] < 0 and words[start] in ",.;:!?…–—-)":
        start += 1
    while end > start and quote[end - 1] < 0 and words[end - 1] in ",.;:!?…–—-(":
        end -= 1
    return start, end
