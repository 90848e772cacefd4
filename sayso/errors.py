"""The error tree. Whoever catches `SaysoError` catches all of ours.

    SaysoError                     exit 1: something was wrong with what we were given
    ├── IntakeError                a page could not be brought in
    │   ├── EmptyPage              nothing was there
    │   ├── NoArticle              a page, but no article in it
    │   ├── NotText                a binary file, or bytes in no encoding we know
    │   ├── TooLarge               over the size limit
    │   ├── FetchFailed            the address did not answer, or not with a page
    │   └── ForbiddenAddress       a private or loopback address, or not http(s)
    ├── LanguageUnknown            no pack reads this language
    ├── ReadFailed                 a fault of ours: the reader itself broke on this page
    ├── PackError                  a language pack is wrong: file, entry, what was expected
    ├── BadImport                  a file of entities is wrong; nothing of it was imported
    └── UsageError                 exit 2: we were called wrongly

A message says what is wrong, where, what was expected, and what to do next.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Parent of every error of ours.

    Args:
        what: what is wrong, in one clause.
        where: the file, the address or the entry it was found in.
        expected: what would have been right.
        todo: what the reader can do now.

    >>> print(SaysoError("the page is empty", where="a.html", todo="save the page again"))
    a.html: the page is empty; save the page again
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", expected: str = "", todo: str = "") -> None:
        self.what, self.where, self.expected, self.todo = what, where, expected, todo
        super().__init__(what)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        parts = [head, f"expected {self.expected}" if self.expected else "", self.todo]
        return "; ".join(part for part in parts if part)

    @property
    def reason(self) -> str:
        """The error's kind as a short word, for counting: `EmptyPage` is `empty_page`."""
        name = type(self).__name__
        return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).strip("_")


class IntakeError(SaysoError):
    """A page could not be brought in."""


class EmptyPage(IntakeError):
    """Nothing was there: no bytes, or only white space."""


class NoArticle(IntakeError):
    """The page has text, but no article: a menu, a form, a paywall."""


class NotText(IntakeError):
    """The bytes are no text: an image, an archive, or an encoding nobody declared."""


class TooLarge(IntakeError):
    """The page is larger than the limit (20 MB unless told otherwise)."""


class FetchFailed(IntakeError):
    """The address did not answer in time, or answered with an error."""


class ForbiddenAddress(IntakeError):
    """The address is not http(s), or leads to a private or loopback host."""


class LanguageUnknown(SaysoError):
    """No installed pack reads the language of the page."""


class ReadFailed(SaysoError):
    """The reader itself broke on a page: a fault of ours, its `__cause__` the exception."""


class PackError(SaysoError):
    """A language pack is wrong; `where` names file and line or entry."""


class BadImport(SaysoError):
    """A file of entities is wrong, and nothing of it was imported.

    Attributes:
        report: what `import_entities` would have returned, with every bad row and every conflict;
            None where the file could not be read at all.
    """

    report: object = None


class UsageError(SaysoError):
    """We were called wrongly: an unknown option value, a missing argument."""

    exit_code = 2
