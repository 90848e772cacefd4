"""Segment: a text into sentences and words, quotations kept whole.

Words are code point spans. A sentence never ends inside a quotation; a quotation that stands
alone in its paragraph is a sentence of its own.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.packs.load import Pack
from sayso.stages.quotations import Quotation, find_quotations

_WORD = re.compile(
    r"""
    ([^\W\d_]\w*+(?=[ ,]))                  # nearly every word: letters, then a space or comma
    | (?:https?://|www\.)\S*[\w/]             # an address is one word
    | [@\#]\w+
    | \d+(?:[.,:\u202f\u00a0]\d+)*(?:\u202f?%)?  # 10.000  3,5  14:30
    | (?:[^\W\d_]\.){2,}                    # U.S.  z.B.
    | \w+(?:[-‐‑]\w+)*                      # words, also hyphened
    | \.\.\.+ | -{2,}
    | \S
    """,
    re.VERBOSE,
)
_END = re.compile(r"[.!?…]+[)\]]*(?=[\s\"'“”„«»’‘‹›]|$)|\n+")
_APOSTROPHES = "'’ʼ"


@dataclass(slots=True)
class Sentence:
    """One sentence: its words as parallel lists.

    Attributes:
        start, end: code point offsets into the text.
        words: the words as written; `low` in small letters with one form of apostrophe.
        starts, ends: offsets of the words.
        quote: index of the quotation that a word lies in (marks included), or -1.
        paragraph: number of the paragraph, from 0.
    """

    start: int
    end: int
    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    quote: list[int]
    paragraph: int

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Segmented:
    """A text cut up: its sentences in order, and its quotations."""

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]


def segment(text: str, pack: Pack, apart: tuple[tuple[int, int], ...] = ()) -> Segmented:
    """Cut a text into sentences and words.

    Args:
        text: the document's text.
        pack: the language's pack, for quotation marks, abbreviations and elisions.
        apart: stretches that belong to no sentence (a dateline), as offsets.

    >>> from sayso.packs.load import load_pack
    >>> cut = segment("“We left. We won't return,” he said. It rained.", load_pack("en"))
    >>> [cut.text[s.start:s.end] for s in cut.sentences]
    ["“We left. We won't return,” he said.", 'It rained.']
    """
    quotations = find_quotations(text, pack.head.quotes)
    sentences: list[Sentence] = []
    paragraph, seen, first = 0, 0, 0
    spans = sentence_spans(text, quotations, pack)
    for start, end in _without(spans, apart, text) if apart else spans:
        paragraph += "\n" in text[seen:start]
        seen = end
        while first < len(quotations) and quotations[first].end <= start:
            first += 1
        sentences.append(_sentence(text, start, end, quotations, first, pack, paragraph))
    return Segmented(text, tuple(sentences), tuple(quotations))


def sentence_spans(text: str, quotations: list[Quotation], pack: Pack) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences, white space at the edges left out."""
    start, position = 0, 0
    for match in _END.finditer(text):
        end = match.end()
        while position < len(quotations) and quotations[position].end < match.start():
            position += 1
        inside = position < len(quotations) and (
            quotations[position].start < match.start() < quotations[position].end
        )
        if inside:
            quotation = quotations[position]
            if match.group()[0] == "\n" or not _ends_with(text, quotation, end):
                continue
            end = quotation.end
            if match.group()[0] in "!?…" and _speaker_follows(text, end, pack):
                continue
        if match.group()[0] != "\n" and not _is_end(text, match, end, pack):
            continue
        if end > start:
            yield from _trimmed(text, start, match.start() if match.group()[0] == "\n" else end)
            start = end
    yield from _trimmed(text, start, len(text))


def _without(
    spans: Iterator[tuple[int, int]], apart: tuple[tuple[int, int], ...], text: str
) -> Iterator[tuple[int, int]]:
    """The sentences without the stretches that stand apart."""
    for start, end in spans:
        for a, b in apart:
            if start <= a and b <= end:
                yield from _trimmed(text, start, a)
                start = b
        yield from _trimmed(text, start, end)


def _ends_with(text: str, quotation: Quotation, end: int) -> bool:
    """The stop at `end` is the last thing inside the quotation."""
    rest = text[end : quotation.end].strip()
    return quotation.closed and len(rest) <= 3 and not any(c.isalnum() for c in rest)


def _speaker_follows(text: str, end: int, pack: Pack) -> bool:
    """A speaker and a cue come right after a quotation that is a question: “Who?” Dale asked."""
    words = text[end : end + 80].split("\n")[0].split()[:7]
    for number, word in enumerate(words):
        forms = pack.cues.get(word.strip('.,;:!?"”“»«').lower(), ())
        if number and any(f.finite and any("QUOTE" in p for p in f.frames) for f in forms):
            return True
        if word[-1] in ".!?;:" and len(word) > 3:
            return False
    return False


def _is_end(text: str, match: re.Match[str], end: int, pack: Pack) -> bool:
    """A stop ends a sentence unless it belongs to an abbreviation or a small letter follows."""
    follow = end
    while follow < len(text) and text[follow] in " \t\u00a0\u202f":
        follow += 1
    if follow >= len(text) or text[follow] == "\n":
        return True
    after = text[follow]
    if after.islower() or after in ",;:—–―":
        return False
    if match.group() != ".":
        return True
    begin = match.start()
    while begin > 0 and not text[begin - 1].isspace() and text[begin - 1] not in '(«“„"':
        begin -= 1
    word = text[begin : match.start()]
    if word.lower() + "." in _abbreviations(pack):
        # "in." and "no." are words as often as abbreviations: then only a number goes on
        return word in pack.classes and not after.isdigit()
    if len(word) == 1 and word.isupper():
        return False
    if "." in word and len(word) <= 6:
        return (
            after.isupper()
            and not text[follow:].split(None, 1)[0][:1].isdigit()
            and (text[follow : follow + 20].split(None, 1)[0].lower() in pack.classes)
        )
    return not (word.isdigit() and pack.head.nouns_capitalised and len(word) <= 2)


@functools.lru_cache(maxsize=32)
def _abbreviation_set(abbreviations: tuple[str, ...]) -> frozenset[str]:
    return frozenset(a.lower() if a.endswith(".") else a.lower() + "." for a in abbreviations)


def _abbreviations(pack: Pack) -> frozenset[str]:
    return _abbreviation_set(pack.head.abbreviations)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _sentence(
    text: str,
    start: int,
    end: int,
    quotations: list[Quotation],
    first: int,
    pack: Pack,
    paragraph: int,
) -> Sentence:
    starts, ends = _word_spans(text, start, end, pack)
    words = [text[at:stop] for at, stop in zip(starts, ends, strict=True)]
    low = [word.lower() for word in words]
    if text.find("’", start, end) >= 0 or text.find("ʼ", start, end) >= 0:
        low = [word.replace("’", "'").replace("ʼ", "'") for word in low]
    quote = [-1] * len(words)
    for index in range(first, len(quotations)):
        quotation = quotations[index]
        if quotation.start >= end:
            break
        for number in range(bisect_left(starts, quotation.start), len(starts)):
            if starts[number] >= quotation.end:
                break
            quote[number] = index
    return Sentence(start, end, words, low, starts, ends, quote, paragraph)


#: What may follow a word and belong to it: an abbreviation's stop, an apostrophe.
_CLINGS = frozenset(".'’ʼ")
#: In a stretch with none of these (but for its last stop) nothing clings to a word.
_SPECIAL = re.compile(r"['’ʼ-]|\.(?!\Z)")


def _word_spans(text: str, start: int, end: int, pack: Pack) -> tuple[list[int], list[int]]:
    """Starts and ends of the words, elisions, enclitics and abbreviations' stops seen to."""
    if not _SPECIAL.search(text, start, end):
        spans = [match.span() for match in _WORD.finditer(text, start, end)]
        return [at for at, _ in spans], [stop for _, stop in spans]
    starts: list[int] = []
    ends: list[int] = []
    glue = 0
    for match in _WORD.finditer(text, start, end):
        at, stop = match.span()
        if match.lastindex and at >= glue:
            starts.append(at)
            ends.append(stop)
            continue
        if at < glue:
            if stop <= glue:
                continue
            at = glue
        follows = text[stop : stop + 1]
        if ((follows in _CLINGS and stop < end) or "-" in text[at:stop]) and text[at].isalpha():
            for a, b in _clinging(text, at, stop, end, pack):
                starts.append(a)
                ends.append(b)
            glue = ends[-1]
        else:
            starts.append(at)
            ends.append(stop)
    return starts, ends


def _clinging(text: str, at: int, stop: int, end: int, pack: Pack) -> list[tuple[int, int]]:
    """The words that a word becomes with what clings to it."""
    word = text[at:stop]
    if text[stop : stop + 1] == "." and stop + 1 < end:
        short = word.rpartition("-")[2].lower() + "."
        initial = len(word) == 1 and word.isupper()
        if short in _abbreviations(pack) or initial or text[stop + 1] in ",;:":
            return [(at, stop + 1)]
    if stop < end and text[stop] in _APOSTROPHES:
        cut = _apostrophe(text, at, stop, end, pack)
        if cut is not None:
            return cut
    if "-" in word and pack.head.enclitics:
        tail = next((e for e in pack.head.enclitics if word.lower().endswith(e)), None)
        if tail and len(tail) < len(word):
            return [(at, stop - len(tail)), (stop - len(tail), stop)]
    return [(at, stop)]


@functools.lru_cache(maxsize=32)
def _elision_set(elisions: tuple[str, ...]) -> frozenset[str]:
    return frozenset(e.rstrip(_APOSTROPHES).lower() for e in elisions)


def _elisions(pack: Pack) -> frozenset[str]:
    return _elision_set(pack.head.elisions)


_TAIL = re.compile(r"\w+(?:[-‐‑]\w+)*")


def _apostrophe(
    text: str, at: int, stop: int, end: int, pack: Pack
) -> list[tuple[int, int]] | None:
    """A word before an apostrophe: an elided word, a word with its clitic, or one word.

    "l'Ukraine" and "Dale's" are two words, "didn't" and "O'Neill" are one.
    """
    word = text[at:stop].lower()
    if word in _elisions(pack):
        return [(at, stop + 1)]
    tail = _TAIL.match(text, stop + 1, end)
    if not tail:
        return None
    clitic = "'" + tail.group().lower()
    if clitic in pack.head.enclitics and word[-1:] + clitic not in pack.head.enclitics:
        return [(at, stop), (stop, tail.end())]
    whole = tail.end()
    if whole < end and text[whole] in _APOSTROPHES:
        return _apostrophe(text, at, whole, end, pack) or [(at, whole)]  # "O'Neill's"
    return [(at, whole)]
