"""Pieces: the noun phrases that follow a word, each with the preposition before it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.packs.load import GERUND, INFINITIVE, NOUNISH, PARTICIPLE
from sayso.packs.triggers import Triggers
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    COMP,
    COORD,
    DET,
    GEN,
    MARKER,
    NAME,
    NEG,
    NUMBER,
    NUMERAL,
    OBJ,
    OPEN,
    POSS,
    PREP,
    PUNCTUATION,
    QUEST,
    REFL,
    REL,
    SUB,
    SUBJ,
    TIME,
)
from sayso.stages.attribution.hits import is_finite
from sayso.stages.attribution.marks import Range, is_comma
from sayso.stages.attribution.tag import Tagged

CLAUSE = SUBJ | COMP | REL | SUB | QUEST
#: Marks that stand inside a noun phrase.
INNER = frozenset("&/'’-%$€£\"“”«»„‘")


@dataclass(frozen=True, slots=True)
class Piece:
    """A noun phrase after a word.

    Attributes:
        preposition: in small letters, contractions undone; "" for a bare noun phrase.
        start, end: its words; `at` where its preposition begins.
        genitive: the preposition says whose, so that it goes on with the phrase before.
    """

    preposition: str
    start: int
    end: int
    at: int
    genitive: bool = False


def read_pieces(
    tagged: Tagged,
    i: int,
    end: int,
    triggers: Triggers,
    *,
    verb: bool,
    skip: int = -1,
    loose: bool = False,
    denied: bool = False,
) -> list[Piece]:
    """The noun phrases from word `i` to the end of its clause.

    Args:
        verb: a verb stands before, so that what looks like "of the" may be an article (French des).
        skip: index of a word that belongs to the verb.
        denied: the verb is negated: "of" may be its article ("n'envoie pas d'armes").
        loose: what "and" joins may be followed by a verb: the phrases are a subject's.
    """
    bits, low = tagged.bits, tagged.sentence.low
    pieces: list[Piece] = []
    if i < end and bits[i] & INFINITIVE and not bits[i] & (NOUNISH | NAME | OPEN):
        return pieces  # "ready to leave"
    j = i
    while j < end:
        b = bits[j]
        bare_day = b & TIME and not b & (DET | PREP | CLAUSE)
        if j == skip or bare_day or is_adverbial(b):
            j += 1
        elif b & PUNCTUATION:
            nxt = after_mark(tagged, j, end)
            if nxt <= j:
                break
            j = nxt
        elif ends_clause(tagged, j):
            break
        elif (opened := opening(tagged, j, triggers, verb=verb and not pieces)) > j or (
            denied and not pieces and b & GEN and b & PREP and not b & DET and (opened := j + 1)
        ):
            stop = piece_end(tagged, opened, end, loose)
            if stop > opened:
                pieces.append(Piece("", j, stop, j))
            j = max(stop, opened)
        elif b & PREP and not (b & DET and verb and not pieces):
            start = j + 1
            while start < end and bits[start] & PREP and not bits[start] & DET:
                start += 1
            several = start - 1 > j and bits[start - 1] & GEN  # "auprès de"
            word = low[j] if several else low[start - 1]
            start = determiner_end(tagged, start, triggers)
            if start < end and bits[start] & GERUND and not bits[start] & NOUNISH:
                break
            stop = piece_end(tagged, start, end, loose)
            if stop > start:
                name = triggers.contracted.get(word, word)
                pieces.append(Piece(name, start, stop, j, bool(b & GEN)))
            j = max(stop, start)
        elif b & COORD:
            j += 1
        else:
            stop = piece_end(tagged, j, end, loose)
            if stop == j:
                break
            pieces.append(Piece("", j, stop, j))
            j = stop
    return pieces


def is_adverbial(b: int) -> bool:
    """An adverb, a negation or a reflexive, which is no part of a noun phrase."""
    return bool(b & (ADV | NEG | REFL)) and not b & (DET | PREP | CLAUSE | NAME)


def opening(tagged: Tagged, j: int, triggers: Triggers, *, verb: bool) -> int:
    """Index after words that open a noun phrase without a preposition, or `j`.

    What begins like a preposition does so before a number ("près de 200"), or where it is an
    article right behind a verb ("livre de l'eau", "impose de lourdes sanctions").
    """
    end = determiner_end(tagged, j, triggers)
    if not tagged.bits[j] & PREP:
        return end
    if end > j and tagged.bits[end] & (NUMBER | NUMERAL):
        return end
    low = tagged.sentence.low
    for article in triggers.articles if verb else ():
        if tuple(low[j : j + len(article)]) == article:
            return j + len(article)
    return j


def determiner_end(tagged: Tagged, j: int, triggers: Triggers) -> int:
    """Index after a determiner of several words before a number ("more than"), or `j`."""
    low = tagged.sentence.low
    for phrase in triggers.determiners.get(low[j], ()) if j < len(low) else ():
        end = j + len(phrase)
        if tuple(low[j:end]) == phrase and end < len(low):
            if tagged.bits[end] & (NUMBER | NUMERAL | OPEN | NAME | DET):
                return end
    return j


def after_mark(tagged: Tagged, j: int, end: int) -> int:
    """Index from which a clause goes on behind a mark, or `j` where it ends."""
    if tagged.sentence.words[j] in INNER:
        return j + 1
    if tagged.sentence.words[j] in "([":
        close = next(
            (k for k in range(j, min(end, j + 14)) if tagged.sentence.words[k] in ")]"), -1
        )
        return close + 1 if close > 0 else j
    after = tagged.bits[j + 1] if j + 1 < end else 0
    if is_comma(tagged, j) and after & PREP and not after & (SUB | MARKER | DET):
        return j + 1
    return j


def ends_clause(tagged: Tagged, j: int) -> bool:
    """A word at which the noun phrases of a clause are over."""
    b = tagged.bits[j]
    if is_finite(tagged, j) and not b & NOUNISH:
        return True
    if b & (COMP | REL | SUB | QUEST | ADVERS) and not b & (DET | PREP | NAME):
        return True
    after = tagged.bits[j + 1] if j + 1 < len(tagged) else 0
    if b & COMP and not after & (OPEN | NOUNISH):
        return True
    if b & COORD and (after & (PARTICIPLE | INFINITIVE | GERUND) and not after & (NOUNISH | NAME)):
        return True
    if b & COORD and (j + 1 < len(tagged) and is_finite(tagged, j + 1) and not after & NOUNISH):
        return True
    if b & MARKER and after & INFINITIVE and not after & (NAME | NOUNISH & ~INFINITIVE):
        return not after & NOUNISH or not b & PREP
    return bool(b & (GERUND | PARTICIPLE)) and not b & (NOUNISH | OPEN | NAME | ADV | PREP)


def piece_end(tagged: Tagged, i: int, end: int, loose: bool = False) -> int:
    """Index after the noun phrase at `i`, prepositions left out, coordinated ones taken along."""
    bits = tagged.bits
    j, content = i, False
    while j < end:
        b = bits[j]
        if b & PUNCTUATION:
            if tagged.sentence.words[j] in INNER or (content and lists_on(tagged, j, end)):
                j += 1
                continue
            break
        if is_finite(tagged, j) and not b & NOUNISH:
            break
        if b & PREP and not (b & DET and not content):
            break
        if content and b & (CLAUSE | MARKER) and not b & (DET | NAME):
            break
        if b & COORD:
            if not (content and joins_nouns(tagged, j, end, loose)):
                break
        elif content and breaks_phrase(bits, j):
            break
        else:
            content = content or bool(b & (NAME | OPEN | NOUNISH | NUMBER | NUMERAL | SUBJ | OBJ))
            if b & (SUBJ | OBJ) and not b & (DET | POSS | NAME | OPEN):
                return j + 1
        j += 1
    while j > i and bits[j - 1] & PUNCTUATION and tagged.sentence.words[j - 1] not in '%”»"':
        j -= 1
    return j if content else i


def breaks_phrase(bits: list[int], j: int) -> bool:
    """A word that goes on with no noun phrase: a time, a pronoun, an article, a verb, an adverb."""
    b = bits[j]
    if b & (ADVERS | REFL | NEG) or (b & TIME and not bits[j - 1] & COORD):
        return True
    if b & OBJ and not b & (NAME | DET):
        return True
    if b & DET and not bits[j - 1] & (COORD | DET) and not b & POSS:
        return True
    if b & (NUMBER | NUMERAL) and bits[j - 1] & NAME and j + 1 < len(bits) and bits[j + 1] & OPEN:
        return True  # "restitue au Nigeria 119 bronzes"
    verbal = b & (PARTICIPLE | GERUND) and not b & (NOUNISH | OPEN | NAME)
    return bool(verbal) or bool(b & ADV and not b & (NAME | OPEN))


def joins_nouns(tagged: Tagged, j: int, end: int, loose: bool) -> bool:
    """The coordinator at `j` joins two noun phrases: no verb begins behind it."""
    k = j + 1
    if k >= end:
        return False
    b = tagged.bits[k]
    if b & (CLAUSE | MARKER | ADV | NEG | PREP) and not b & (DET | NAME):
        return False
    if b & (PARTICIPLE | GERUND | INFINITIVE) and not b & (NOUNISH | NAME | OPEN):
        return False
    if is_finite(tagged, k) and not b & NOUNISH:
        return False
    stop = piece_end(tagged, k, end)
    if loose or stop == k or stop >= end:
        return stop > k
    return not is_finite(tagged, stop) or bool(tagged.bits[stop] & NOUNISH)


def lists_on(tagged: Tagged, j: int, end: int) -> bool:
    """A comma between the items of a list that "and" closes."""
    if not is_comma(tagged, j) or j + 1 >= end:
        return False
    after = tagged.bits[j + 1]
    if after & (PREP | CLAUSE | COORD | MARKER | TIME) and not after & (DET | NAME):
        return False
    for k in range(j + 1, min(end, j + 9)):
        if tagged.bits[k] & COORD:
            return True
        if is_finite(tagged, k) or (tagged.bits[k] & (PREP | CLAUSE) and not tagged.bits[k] & DET):
            return False
    return False


def with_genitives(pieces: list[Piece], number: int) -> Range:
    """A piece with those after it that say whose it is ("a convoy of the army")."""
    start, end = pieces[number].start, pieces[number].end
    for piece in pieces[number + 1 :]:
        if not piece.genitive or piece.at != end:
            break
        end = piece.end
    return start, end
