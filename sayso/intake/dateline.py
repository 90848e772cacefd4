"""Datelines: "BELGOROD, Russia, March 3 (AP) -", where and when a text was filed, and by whom."""

from __future__ import annotations

import datetime
import re

from sayso.intake.agencies import find_agency, load_agencies, looks_like_name, split_names
from sayso.intake.dates import day_and_month
from sayso.model import Date, Dateline, Place
from sayso.spans import span

#: A dateline is short, and stands at the start of one of the first lines.
MAX_DATELINE, MAX_LINES = 90, 5
MAX_PLACE_WORDS = 3
#: A lone word with a dash after it ("Kiew - ") opens a paragraph, not a headline or a caption.
MIN_PARAGRAPH = 80
HEAD = re.compile(
    r"(?P<place>[^\W\d_][^()\n:;!?«»„“”\"]{1,60}?)?"
    r"(?:\s*[(\[](?P<agency>[^()\[\]\n]{2,40})[)\]])?"
    r"(?P<later>,[^()\n:;!?]{3,25})?"
    r"(?:\s+[-–—]{1,2}\s+|\s*—\s*|\s*--\s*|(?<=[)\]])(?::|\s?\.\s?[-–—])\s+)(?=\S)"
)


def find_dateline(
    text: str, *, title: str | None = None, published: Date | None = None
) -> Dateline | None:
    """The dateline of a text, or None.

    It stays in the text; its `span` runs over the dash after it.

    Args:
        text: cleaned text, its headline first.
        title: the headline: a line that is it has no dateline.
        published: date of publication; gives the year where the dateline has none.

    >>> found = find_dateline("PORT CITY, Delta, March 3 (Meridian Wire) - The quay is shut.")
    >>> found.place.name, found.date, found.agency
    ('Port City', None, 'Meridian Wire')
    >>> find_dateline("The quay - old as it is - will stay shut.") is None
    True
    """
    start = 0
    for number, line in enumerate(text.split("\n")):
        if number >= MAX_LINES:
            break
        found = _read(text, line, start, published) if line != title else None
        if found:
            return found
        start += len(line) + 1
    return None


def _read(text: str, line: str, start: int, published: Date | None) -> Dateline | None:
    match = HEAD.match(line)
    if not match or match.end() > MAX_DATELINE or len(line) < match.end() + 10:
        return None
    agency = _agency(match["agency"])
    if match["agency"] and not agency:
        return None
    places, when = _parts(match["place"] or "", match["later"] or "")
    if not places and not (agency and not match["place"]):
        return None
    spaced = match[0][-1].isspace() or match[0].endswith("—")
    marked = bool(agency or when or (places[0].isupper() and spaced))
    if places and not (_are_places(places) and (marked or _opens_paragraph(places, line, match))):
        return None
    place = Place(name=_place_name(places[0]), text=", ".join(places)) if places else None
    where = span(text, start, start + match.end())
    return Dateline(place=place, date=_date(when, published), agency=agency, span=where)


def _parts(before: str, after: str) -> tuple[list[str], str]:
    """The places of a dateline, and the words of its date ("" where it has none)."""
    parts = [part for part in (p.strip() for p in f"{before},{after}".split(",")) if part]
    first = next((i for i, part in enumerate(parts) if _is_date(part)), len(parts))
    return parts[:first], ", ".join(parts[first:])


def _agency(written: str | None) -> str | None:
    """The agency in brackets: a known one, or any name; several as they are written."""
    if not written:
        return None
    names = split_names(written)
    known = [find_agency(name) for name in names]
    if all(known):
        return "/".join(name for name in known if name)
    return written if len(written.split()) <= 4 and looks_like_name(written) else None


def _are_places(places: list[str]) -> bool:
    """True where one or two short names could be a place and its country."""
    if not 1 <= len(places) <= 3:
        return False
    stop = {word.casefold() for word in load_agencies().datelines.not_places}
    return places[0].casefold() not in stop and all(
        _words_of_name(part) <= MAX_PLACE_WORDS and looks_like_name(part) for part in places
    )


def _words_of_name(part: str) -> int:
    small = load_agencies().datelines.small_words
    return sum(word.casefold() not in small for word in re.split(r"[\s-]+", part))


def _opens_paragraph(places: list[str], line: str, match: re.Match[str]) -> bool:
    """True where a place without agency, date or capitals is a dateline all the same.

    "Kursk, Russland - Die …" and "Kiew - Die …" are; "Marlow - the mayor - said" goes on in small
    letters, and "Nord Stream - Was …" is a headline's start.
    """
    rest = line[match.end() :]
    if len(places) == 1 and (len(places[0].split()) > 1 or len(rest) < MIN_PARAGRAPH):
        return False
    first = rest.lstrip("«„“”\"'‘(")[:1]
    return (first.isupper() or first.isdigit()) and not re.search(r"\s[-–—]\s", rest[:60])


def _is_date(part: str) -> bool:
    return len(part.split()) <= 5 and day_and_month(part) is not None


def _place_name(written: str) -> str:
    """The first place of "Kiew/Moskau", capitals of a headline made small: "Port-au-Prince"."""
    name = written.split("/")[0].strip()
    if not name.isupper() or len(name) <= 2:
        return name
    small = set(load_agencies().datelines.small_words)
    words = re.split(r"([\s-]+)", name.lower())
    made = [word if i and word in small else word.capitalize() for i, word in enumerate(words)]
    return "".join(made)


def _date(written: str, published: Date | None) -> str | None:
    """The day as an EDTF string; its year from the text, or from the date of publication."""
    found = day_and_month(written) if written else None
    if not found:
        return None
    day, month, year = found
    if year is None:
        year = _year(day, month, published)
    if year is None:
        return None
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _year(day: int | None, month: int, published: Date | None) -> int | None:
    """The year of a day that was filed before, or at most some days after, publication."""
    if not published or not published.value or len(published.value) < 10:
        return None
    printed = datetime.date.fromisoformat(published.value[:10])
    try:
        filed = datetime.date(printed.year, month, day or 1)
    except ValueError:
        return None
    # Filed in December, printed in January.
    return printed.year - 1 if (filed - printed).days > 31 else printed.year
