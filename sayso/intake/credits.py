"""Credits: the agencies and media that a document says it rests on, with their offsets."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from sayso.intake.agencies import (
    MAX_NAME_WORDS,
    CreditWords,
    find_agency,
    load_agencies,
    looks_like_name,
    split_names,
)
from sayso.model import Credit
from sayso.spans import Span, span

#: A credit is a short line, or the short end of one.
MAX_CREDIT = 160
#: A line of nothing but agencies is shorter still.
MAX_AGENCIES = 60
#: Brackets after the end of a sentence: "the union (SPA)." explains a name and credits nobody.
LAST_BRACKET = re.compile(r"(?:^|[.!?»”\"…])\s*([(\[]([^()\[\]\n]{2,80})[)\]])\s*\.?$")
#: "dpa/lno": the desk or the initials behind an agency.
DESK = re.compile(r"[a-zß-ÿ]{2,5}")
SENTENCE_GAP = re.compile(r"(?<=[.!?»”\")…])\s+(?=[^\s])")


def find_credits(text: str, *, dateline: Span | None = None) -> tuple[Credit, ...]:
    """Every credit of a text, in its order.

    Args:
        text: cleaned text of a document.
        dateline: where its dateline stands; the agency in it is a credit as well.

    Returns:
        One credit a name; `text[start:end]` is the words of the whole credit.

    >>> [credit.name for credit in find_credits("The quay is shut. (dpa/AFP)")]
    ['dpa', 'AFP']
    >>> find_credits("He came with Marlow (the mayor).")
    ()
    """
    found: list[Credit] = []
    if dateline:
        for match in re.finditer(r"\(([^()]{2,80})\)", dateline.text):
            where = span(text, dateline.start + match.start(), dateline.start + match.end())
            found += _credits(where, _agencies_in(match[1]))
    for start, end in _lines(text):
        found += _credits_of_line(text, start, end, skip=dateline)
    seen: set[tuple[str, int]] = set()
    return tuple(
        c
        for c in found
        if (c.name, c.start) not in seen and not seen.add((c.name, c.start))  # type: ignore[func-returns-value]
    )


def _credits_of_line(text: str, start: int, end: int, *, skip: Span | None) -> list[Credit]:
    """Credits of one line: the line itself, its last sentence, or brackets at its end."""
    line = text[start:end]
    bracket = LAST_BRACKET.search(line)
    if bracket and not (skip and skip.start <= start + bracket.start(1) < skip.end):
        where = span(text, start + bracket.start(1), start + bracket.end(1))
        names = names_in_credit(bracket[2]) or _agencies_in(bracket[2])
        if names:
            return _credits(where, names)
    last = [match.end() for match in SENTENCE_GAP.finditer(line)]
    for offset in (0, *last[-1:]):
        part = line[offset:]
        if len(part) <= MAX_CREDIT and (names := names_in_credit(part) or _agencies_in(part)):
            return _credits(span(text, start + offset, end), names)
    return []


def _agencies_in(written: str) -> list[str]:
    """The agencies, where the words are nothing but agencies; else none."""
    if len(written) > MAX_AGENCIES:
        return []
    names = split_names(written)
    agencies = [find_agency(name) for name in names]
    rest = [name for name, agency in zip(names, agencies, strict=True) if not agency]
    if rest and not ("/" in written and all(DESK.fullmatch(name) for name in rest)):
        return []
    return [agency for agency in agencies if agency]


def names_in_credit(written: str) -> list[str]:
    """The names in words that are a credit as a whole; none where they are not.

    >>> names_in_credit("Meridian Wire contributed to this report."), names_in_credit("Avec elle.")
    (['Meridian Wire'], [])
    """
    written = written.strip(" ()[].*—–-").replace("’", "'")
    folded = written.casefold()
    before, after = _ends()
    if not folded.startswith(before) and not folded.endswith(after):
        return []
    for pattern, words in _patterns():
        match = pattern.match(written)
        if not match:
            continue
        names = split_names(match[1])
        credited = [name for name in names if _is_credited(name, words)]
        # "Sources: dpa, AFP and our own enquiries" credits the two.
        if credited and (credited == names or any(map(find_agency, credited))):
            return [find_agency(name) or name for name in credited]
    return []


def _is_credited(name: str, words: CreditWords) -> bool:
    if find_agency(name):
        return True
    return not words.known and len(name.split()) <= MAX_NAME_WORDS and looks_like_name(name)


@functools.cache
def _ends() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What credits begin and end with: most lines do neither, and need no closer look."""
    parts = [e.words.casefold().partition("names") for e in load_agencies().credit]
    befores = tuple(before for before, _, _ in parts if before)
    return befores, tuple(after for before, _, after in parts if not before)


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], CreditWords], ...]:
    made = []
    for entry in load_agencies().credit:
        before, _, after = (re.escape(part.strip()) for part in entry.words.partition("NAMES"))
        pattern = rf"{before}\s*(.{{2,}}?)\s*{after}$"
        made.append((re.compile(pattern, re.IGNORECASE), entry))
    return tuple(made)


def _credits(where: Span, names: list[str]) -> list[Credit]:
    return [Credit(name=name, text=where.text, start=where.start, end=where.end) for name in names]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line:
            yield start, start + len(line)
        start += len(line) + 1
