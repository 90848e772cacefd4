"""Cut: a verb-second sentence into chunks, and the clauses that an insertion cut put together."""

from __future__ import annotations

from sayso.packs.load import FINITE, PARTICIPLE
from sayso.stages.attribution.bits import AUX, BE, HAVE, PUNCTUATION
from sayso.stages.attribution.marks import quote_end, starts_quote
from sayso.stages.attribution.tag import Tagged
from sayso.stages.attribution.v2.chunk_kinds import read_chunk, split_joined
from sayso.stages.attribution.v2.chunks import INSERTED, Chunk, empty_word, holds_verb, is_break
from sayso.stages.attribution.v2.finite import finite_form


def cut_chunks(tagged: Tagged) -> list[Chunk]:
    """The chunks of a sentence in order; brackets belong to the chunk around them."""
    chunks: list[Chunk] = []
    for start, end in _stretches(tagged):
        if starts_quote(tagged, start) and _quote_fills(tagged, start, end):
            chunks.append(Chunk(start, end, start, "quote"))
            continue
        for number, piece in enumerate(split_joined(tagged, start, end)):
            chunks.append(read_chunk(tagged, *piece))
            if number:
                _inherit(tagged, chunks[-2], chunks[-1])
    for number, chunk in enumerate(chunks):
        if chunk.opened >= 0 and chunk.finite < 0:
            _find_rest(tagged, chunks, number)
        elif chunk.kind == "v1" and number and tagged.bits[chunk.finite] & PARTICIPLE:
            _find_auxiliary(tagged, chunks, number)
    return chunks


def _find_auxiliary(tagged: Tagged, chunks: list[Chunk], number: int) -> None:
    """A participle that looks like a finite verb: its auxiliary stands before an insertion
    ("hat der Minister, der …, erklärt")."""
    owner = number - 1
    while owner > 0 and chunks[owner].kind in INSERTED:
        owner -= 1
    aux = chunks[owner].finite
    if owner == number - 1 or aux < 0 or chunks[owner].kind not in ("main", "v1"):
        return
    if tagged.bits[aux] & (HAVE | BE) and not holds_verb(tagged, chunks[owner]):
        chunks[number].kind, chunks[number].finite = "phrase", -1


def _inherit(tagged: Tagged, before: Chunk, chunk: Chunk) -> None:
    """What a coordinator joins to a subordinate clause is one too, if its verb stands last."""
    last = chunk.end - 1
    while last > chunk.start and tagged.bits[last] & PUNCTUATION:
        last -= 1
    if before.opened >= 0 and chunk.opened < 0 and chunk.finite == last:
        chunk.kind, chunk.opened = before.kind, before.opened


def _find_rest(tagged: Tagged, chunks: list[Chunk], number: int) -> None:
    """A subordinate clause that an insertion cut in two ends where its verb stands."""
    for later in chunks[number + 1 : number + 5]:
        last = later.end - 1
        while last > later.start and tagged.bits[last] & PUNCTUATION:
            last -= 1
        if later.kind in ("v1", "main") and later.finite == last and not later.joined:
            chunks[number].finite = later.finite
            later.kind, later.opened, later.owner = "rest", chunks[number].opened, number
            return
        if later.kind not in INSERTED:
            return


def _quote_fills(tagged: Tagged, start: int, end: int) -> bool:
    return all(
        tagged.sentence.quote[j] >= 0 or tagged.bits[j] & PUNCTUATION for j in range(start, end)
    )


def _stretches(tagged: Tagged) -> list[tuple[int, int]]:
    """Pieces between breaks; a quotation with a clause in it is a piece of its own."""
    found: list[tuple[int, int]] = []
    start, i, size = 0, 0, len(tagged)
    while i < size:
        if tagged.sentence.words[i] == "(" and tagged.sentence.quote[i] < 0:
            i = _bracket_end(tagged, i)
        elif is_break(tagged, i):
            found.append((start, i))
            i += 1
            start = i
        elif starts_quote(tagged, i):
            stop = quote_end(tagged, i)
            if is_clause_quote(tagged, i):
                found += [(start, i), (i, stop)]
                start = stop
            i = stop
        else:
            i += 1
    found.append((start, size))
    return [(a, b) for a, b in found if any(not empty_word(tagged, j) for j in range(a, b))]


def _bracket_end(tagged: Tagged, i: int) -> int:
    for j in range(i + 1, min(len(tagged), i + 30)):
        if tagged.sentence.words[j] == ")":
            return j + 1
    return i + 1


def is_clause_quote(tagged: Tagged, i: int) -> bool:
    """The quotation that begins at `i` is a clause of its own, not a phrase inside one."""
    size, stop = len(tagged), quote_end(tagged, i)
    opened = i == 0 or is_break(tagged, i - 1)
    inner = tagged.sentence.words[stop - 2] if stop - i > 2 else ""
    closed = (
        stop >= size
        or is_break(tagged, stop)
        or tagged.sentence.words[stop] in ".!?"
        or (bool(inner) and inner in ".!?,")
        or bool(tagged.bits[stop] & (FINITE | AUX))
    )
    if not closed:
        return False
    verb = any(finite_form(tagged, j) for j in range(i + 1, stop - 1))
    if opened:
        return verb or stop - i > 5 or tagged.sentence.words[i - 1 : i] == [":"]
    return verb and bool(inner) and inner in ".!?" and tagged.sentence.words[i + 1][0].isupper()
