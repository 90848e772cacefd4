"""What a run came to: failures as they happen, and the count of them at the end (stderr)."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from sayso.cli.words import clean, count_words

if TYPE_CHECKING:
    from sayso.errors import SaysoError
    from sayso.model import Document


class RunSummary:
    """Counts documents, statements and failures by reason; tells failures on stderr."""

    def __init__(self) -> None:
        self.documents = 0
        self.statements = 0
        self.failed: Counter[str] = Counter()

    def add_document(self, document: Document) -> None:
        """Count a document that was read, and show how far the run is."""
        self.documents += 1
        self.statements += len(document.statements)
        self._show_progress()

    def add_failure(self, error: SaysoError) -> None:
        """Count a page that could not be read, and say why."""
        self.failed[error.reason] += 1
        self._clear_progress()
        click.echo(clean(f"sayso: {error}"), err=True)

    def line(self) -> str:
        """The run in one line.

        >>> summary = RunSummary()
        >>> summary.failed.update(["empty_page", "empty_page", "not_text"])
        >>> summary.line()
        'read 0 of 3 pages, 0 statements; 3 failed: 2 empty page, 1 not text'
        """
        failed = self.failed.total()
        pages = count_words(self.documents + failed, "page")
        read = f"{self.documents} of {pages}" if failed else pages
        head = f"read {read}, {count_words(self.statements, 'statement')}"
        if not failed:
            return head
        why = (f"{n} {reason.replace('_', ' ')}" for reason, n in self.failed.most_common())
        return f"{head}; {failed} failed: {', '.join(why)}"

    def report(self) -> None:
        """Print the line, where there was more than one page."""
        self._clear_progress()
        if self.documents + self.failed.total() > 1:
            click.echo(f"sayso: {self.line()}", err=True)

    def _show_progress(self) -> None:
        if _watched():
            click.echo(f"\r{count_words(self.documents, 'page')} read", err=True, nl=False)

    def _clear_progress(self) -> None:
        if _watched() and self.documents:
            click.echo("\r\x1b[K", err=True, nl=False)


def _watched() -> bool:
    """True when a person sees stderr and the results go elsewhere."""
    return sys.stderr.isatty() and not sys.stdout.isatty()
