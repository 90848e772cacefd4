"""What travels inside intake: what a caller gives, and what a reader of one format found."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model import Credit, Date


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller, or a header block on top of the text, says about a page.

    It is taken as given: it outranks what the page says of itself.

    Attributes:
        url: address of the page.
        publisher: name of the outlet.
        published: date, `2025`, `2025-04`, `2025-04-28`, or with a time after it.
        language: BCP 47 tag.
        title: headline.

    >>> Given(language="fr").over(Given(language="de", title="Le port"))
    Given(url=None, publisher=None, published=None, language='fr', title='Le port')
    """

    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None

    def over(self, other: Given) -> Given:
        """What this one gives, and what the other gives where this one is silent."""
        return Given(
            self.url or other.url,
            self.publisher or other.publisher,
            self.published or other.published,
            self.language or other.language,
            self.title or other.title,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """What one page says: its article's text, and what it tells about itself.

    Attributes:
        text: the article, cleaned, the headline as its first line where the page has one.
        title: headline.
        url: the address that the page gives as its own.
        outlet: name of the outlet.
        published: date of publication and how it was found.
        language: the language that the page declares; a hint, not a finding.
        details: rows of a details table.
        listed_sources: what stands after "for more information".
        credits: credits that stood outside the article's text.
        given: header block of a text dump.
    """

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: Date | None = None
    language: str | None = None
    details: dict[str, str] = field(default_factory=dict)
    listed_sources: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    given: Given = Given()
