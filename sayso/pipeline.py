"""The order of the stages on one page."""

from __future__ import annotations

import msgspec

from sayso import __version__
from sayso.errors import LanguageUnknown
from sayso.ids import make_id, sha256
from sayso.model import Date, DateHow, DatePrecision, Document, Outlet, Reader, Statement, Undecided
from sayso.packs.load import find_pack, list_packs
from sayso.stages.attribute import attribute
from sayso.stages.segment import segment


def read_document(document: Document) -> Document:
    """A document with its statements: every stage, in order.

    Raises:
        LanguageUnknown: no pack reads the document's language.
    """
    pack = find_pack(document.language)
    if pack is None:
        raise LanguageUnknown(
            f"no pack reads the language {document.language or 'of this page (unknown)'}",
            where=document.url or document.title or document.id,
            expected=", ".join(list_packs()),
            todo="give the language with --language, or add a pack (docs/languages.md)",
        )
    statements: list[Statement] = []
    undecided: list[Undecided] = []
    cut = segment(document.text, pack)
    made, left = attribute(cut, document.id, pack)
    statements += made
    undecided += left
    return msgspec.structs.replace(
        document,
        statements=tuple(statements),
        undecided=tuple(undecided),
        reader=Reader(version=__version__, packs={pack.head.language: pack.digest[:16]}),
    )


def read_text(text: str, language: str, published: str | None = None) -> Document:
    """Statements of a plain text in a known language.

    >>> [s.cue.lemma for s in read_text("“We left,” Smith said.", "en").statements]
    ['say']
    """
    date = Date(value=published, precision=DatePrecision.DAY, how=DateHow.GIVEN) if published else None
    return read_document(
        Document(
            id=make_id("doc", text),
            url=None,
            outlet=Outlet(name=None, domain=None),
            title=None,
            language=language,
            languages_seen={language: 1.0},
            published=date,
            dateline=None,
            credits=(),
            details={},
            listed_sources=(),
            text=text,
            sha256=sha256(text.encode()),
        )
    )
