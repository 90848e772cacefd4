"""Chunks: a verb-second sentence cut at its commas, each piece told by its finite verb.

main      the finite verb second: "Die Brücke bleibt gesperrt"
v1        the finite verb first: "sagte der Minister", "und forderte Hilfe"
that, sub opened by a complementiser, a subordinator or a question word, the verb last
rel       opened by a relative word, the verb last
inf       an infinitive with its marker: "die Truppen abzuziehen"
quote     a quotation that is a clause of its own
rest      the end of a subordinate clause that an insertion cut in two
phrase    no verb: an apposition, an item of a list, the first half of a clause
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.load import INFINITIVE, PARTICIPLE
from sayso.stages.attribution.bits import AUX_NF, NAME, PUNCTUATION
from sayso.stages.attribution.tag import Tagged

BREAKS = frozenset(",;:–—-−")
INSERTED = frozenset({"rel", "phrase", "sub", "inf"})


@dataclass(slots=True)
class Chunk:
    """A stretch between breaks.

    Attributes:
        start, end: its words, the breaks left out.
        first: index of the first word after coordinators.
        kind: one of the kinds in the module's docstring.
        finite: index of its finite verb, or -1.
        joined: a coordinator opens it.
        opened: index of the word that opens a subordinate clause, or -1.
        owner: of a "rest": number of the chunk whose clause it ends.
    """

    start: int
    end: int
    first: int
    kind: str = "phrase"
    finite: int = -1
    joined: bool = False
    opened: int = -1
    owner: int = -1


def is_break(tagged: Tagged, i: int) -> bool:
    """A comma, semicolon, colon or dash outside quotations."""
    sentence = tagged.sentence
    if not 0 <= i < len(tagged) or sentence.quote[i] >= 0 or sentence.words[i] not in BREAKS:
        return False
    if sentence.words[i] != "-":
        return True
    spaced = i > 0 and sentence.ends[i - 1] < sentence.starts[i]
    return spaced and i + 1 < len(tagged) and sentence.ends[i] < sentence.starts[i + 1]


def chunk_at(chunks: list[Chunk], i: int) -> int:
    """Number of the chunk that word `i` lies in, or -1."""
    for number, chunk in enumerate(chunks):
        if chunk.start <= i < chunk.end:
            return number
    return -1


def holds_verb(tagged: Tagged, chunk: Chunk) -> bool:
    """The chunk of a finite auxiliary already has its participle or infinitive at its end."""
    last = chunk.end - 1
    while last > chunk.finite and tagged.bits[last] & (AUX_NF | PUNCTUATION):
        last -= 1
    b = tagged.bits[last]
    return last > chunk.finite and bool(b & (PARTICIPLE | INFINITIVE)) and not b & NAME


def empty_word(tagged: Tagged, i: int) -> bool:
    return tagged.sentence.quote[i] < 0 and tagged.sentence.words[i] in ".!?…)"
