"""The proofs of a pack: passages that must stand in their text, and forms that must be known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.packs.forms import verb_forms
from sayso.packs.shape import FORM_NAMES, Case, CueEntry, CueKind, PackHead, RoleEntry

PASSAGES = ("source", "cue", "content", "addressee")
_PIECES = re.compile(r"\s*(?:\.\.\.|…)\s*")


def split_passage(passage: str) -> list[str]:
    """The pieces of a passage that others interrupt.

    >>> split_passage("räumte ... ein")
    ['räumte', 'ein']
    """
    return [piece for piece in _PIECES.split(passage) if piece]


def find_faults(entry: CueEntry | RoleEntry | Case) -> Iterator[tuple[str, str]]:
    """What is wrong with an entry's passages and forms: the key, and what."""
    if isinstance(entry, CueEntry):
        if not entry.example.strip():
            yield "example", "the example is empty"
        for key in PASSAGES:
            yield from passage_faults(entry.example, key, getattr(entry.marks, key), once=True)
        for form in sorted(set(entry.forms) - FORM_NAMES):
            yield form, f"unknown form `{form}`, expected one of {', '.join(sorted(FORM_NAMES))}"
    elif isinstance(entry, RoleEntry):
        if not any(form.lower() in entry.example.lower() for form in entry.forms):
            yield "example", "none of its forms stands in the example"
    else:
        for statement in entry.statements:
            for key in PASSAGES:
                yield from passage_faults(entry.text, key, getattr(statement, key), once=False)


def passage_faults(
    text: str, key: str, passage: str | None, *, once: bool
) -> Iterator[tuple[str, str]]:
    """A passage stands in its text, its pieces in their order; in an example, exactly once.

    In a story, a name may come back: there the passages are compared as words.
    """
    if not passage:
        return
    pieces = split_passage(passage)
    at = 0
    for piece in pieces:
        found = find_words(text, piece)
        later = [start for start in found if start >= at]
        if not later:
            yield key, f"{key} {piece!r} does not stand in its text"
            return
        if once and len(pieces) == 1 and len(found) > 1:
            yield key, f"{key} {piece!r} stands {len(found)} times in its text, expected once"
        at = later[0] + len(piece)


def find_words(text: str, piece: str) -> list[int]:
    """Where a passage stands in a text as whole words: "he" is not in "the".

    >>> find_words("the man said he left", "he")
    [13]
    """
    before = r"(?<!\w)" if piece[0].isalnum() else ""
    after = r"(?!\w)" if piece[-1].isalnum() else ""
    return [m.start() for m in re.finditer(before + re.escape(piece) + after, text)]


def form_faults(entry: CueEntry, head: PackHead) -> Iterator[tuple[str, str]]:
    """A verb whose paradigm is not in pack.toml, or that has no forms but its lemma."""
    if entry.kind is not CueKind.VERB:
        return
    if entry.paradigm and entry.paradigm not in head.paradigms:
        yield "paradigm", f"unknown paradigm `{entry.paradigm}`"
    elif len(verb_forms(entry, head.paradigms)) == 1:
        yield "lemma", "no paradigm of pack.toml fits its ending, and no forms are given"
