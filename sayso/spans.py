"""Spans: code point offsets into a text, end exclusive, with the words they cover.

Python strings count code points, so `text[start:end]` is the passage in every script;
a byte or UTF-16 offset never enters the records.
"""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A passage of a document's text.

    `text[start:end] == span.text` holds for the document that the span belongs to.

    >>> span("Сеул заявил", 0, 4)
    Span(start=0, end=4, text='Сеул')
    """

    start: int
    end: int
    text: str

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when `other` lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


def span(text: str, start: int, end: int) -> Span:
    """The passage `text[start:end]` as a `Span`, white space at its edges left out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end])
