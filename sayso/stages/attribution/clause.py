"""Clauses: noun phrases, complements and the ends of contents, for every word order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.packs.load import FINITE, GERUND, INFINITIVE, NOUNISH, VERB, CueForm, Pack
from sayso.packs.shape import WordClass
from sayso.stages.attribution.hits import Group, Hit, is_finite
from sayso.stages.attribution.tag import (
    ADV,
    ADVERS,
    AUX,
    AUX_NF,
    COMP,
    COORD,
    DET,
    FINITE_ANY,
    GEN,
    HAVE_NF,
    IMPERS,
    INDEF,
    MARKER,
    MONTH,
    NAME,
    NEG,
    NEG_DET,
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
    Tagged,
)

Range = tuple[int, int]
NOMINAL = DET | POSS | NAME | OPEN | NUMBER | NUMERAL | NEG_DET | NOUNISH | SUBJ | OBJ | INDEF | IMPERS
OPENING = frozenset("“\"«„‘‹»(")
CLOSERS = frozenset(".!?…;")
DASHES = frozenset(("–", "—", "-", "--", "―"))
COMMAS = DASHES | {",", "،"}


@dataclass(slots=True)
class Found:
    """What a construction found around a cue; ranges are word indexes in one sentence.

    `source` None means that nobody is named. `construction` is the name under which the score
    of this way of finding is kept.
    """

    hit: Hit
    form: CueForm
    source: Range | None
    content: list[Range]
    construction: str
    addressee: Range | None = None
    cue: list[Range] = field(default_factory=list)
    direct: bool = False
    negated: bool = False


def is_comma(tagged: Tagged, i: int) -> bool:
    """A comma, or a dash used as one."""
    return 0 <= i < len(tagged) and tagged.sentence.words[i] in COMMAS


def starts_quote(tagged: Tagged, i: int) -> bool:
    """The word is the opening mark of a quotation."""
    quote = tagged.sentence.quote
    return 0 <= i < len(quote) and quote[i] >= 0 and (i == 0 or quote[i - 1] != quote[i])


def ends_quote(tagged: Tagged, i: int) -> bool:
    """The word is the closing mark of a quotation."""
    quote = tagged.sentence.quote
    return 0 <= i < len(quote) and quote[i] >= 0 and (i + 1 == len(quote) or quote[i + 1] != quote[i])


def quote_end(tagged: Tagged, i: int) -> int:
    """Index after the quotation that word `i` lies in."""
    quote = tagged.sentence.quote
    j = i
    while j < len(quote) and quote[j] == quote[i]:
        j += 1
    return j


def quote_start(tagged: Tagged, i: int) -> int:
    """Index of the first word of the quotation that word `i` lies in."""
    quote = tagged.sentence.quote
    j = i
    while j > 0 and quote[j - 1] == quote[i]:
        j -= 1
    return j


def body_end(tagged: Tagged) -> int:
    """Index after the sentence's last word that is no closing punctuation."""
    words, end = tagged.sentence.words, len(tagged)
    while end and tagged.sentence.quote[end - 1] < 0 and words[end - 1] in ".!?…:;":
        end -= 1
    if end > 2 and words[end - 1] in ")]" and words[0] in "([":
        end -= 1
        while end > 1 and words[end - 1] in ".!?…" and tagged.sentence.quote[end - 1] < 0:
            end -= 1
    return end


def np_end(
    tagged: Tagged,
    i: int,
    end: int,
    *,
    wide: bool = True,
    quoted: bool = True,
    owned: bool = False,
) -> int:
    """Index after the noun phrase that begins at `i`; `i` itself where none begins.

    Args:
        wide: take prepositional phrases and coordinated names along.
        quoted: take short quotations along ("the so-called “reform”").
        owned: of prepositional phrases, take only those that say whose it is.
    """
    bits, quote = tagged.bits, tagged.sentence.quote
    j, content = i, False
    while j < end:
        b = bits[j]
        if quote[j] >= 0:
            if quoted and starts_quote(tagged, j) and content and quote_end(tagged, j) - j <= 8:
                j = quote_end(tagged, j)
                continue
            break
        if b & PUNCTUATION:
            if tagged.sentence.words[j] in ("(", "[") and content:
                close = _closing_bracket(tagged, j, end)
                if close:
                    j = close
                    continue
            if tagged.sentence.words[j] in ("&", "/", "'", "-", "%", "$", "€", "£"):
                j += 1
                continue
            break
        if is_finite(tagged, j) and not (b & NOUNISH):
            break
        if content and b & (SUBJ | COMP | REL | SUB | QUEST | MARKER) and not b & (DET | PREP | NAME):
            break
        if content and b & (OBJ | REFL) and not b & (DET | POSS):
            break
        if b & (COORD | ADVERS):
            if not (wide and content and b & COORD and _coordinates(tagged, j, end)):
                break
        elif b & PREP and not b & DET:
            if not wide or not content or not _nominal_at(tagged, j + 1, end):
                break
            if owned and not b & GEN:
                break
            if b & MARKER and bits[j + 1] & INFINITIVE and not bits[j + 1] & (NOUNISH | NAME):
                break
            if bits[j + 1] & GERUND and not bits[j + 1] & NOUNISH:
                break
        elif b & (TIME | MONTH) and content and not b & NAME:
            break
        elif b & NEG and content:
            break
        else:
            if content and b & DET and not b & PREP and not bits[j - 1] & (PREP | COORD | DET | NEG_DET):
                break
            content = content or bool(b & ~(DET | PREP | ADV))
            if b & (SUBJ | OBJ | REFL) and not b & (DET | POSS | NAME | OPEN):
                return j + 1
        j += 1
    return j if content else i


def _closing_bracket(tagged: Tagged, i: int, end: int) -> int:
    for j in range(i + 1, min(end, i + 12)):
        if tagged.sentence.words[j] in (")", "]"):
            return j + 1
    return 0


def _nominal_at(tagged: Tagged, i: int, end: int) -> bool:
    return i < end and bool(tagged.bits[i] & (NOMINAL | VERB)) or starts_quote(tagged, i)


def _coordinates(tagged: Tagged, j: int, end: int) -> bool:
    """The coordinator at `j` joins two noun phrases: no finite verb comes right after the second."""
    nxt = j + 1
    if nxt >= end or tagged.sentence.quote[nxt] >= 0:
        return False
    b = tagged.bits[nxt]
    if b & (SUBJ | COMP | REL | SUB | MARKER | ADV | NEG) and not b & (DET | NAME):
        return False
    return bool(b & (NAME | DET | POSS | OPEN | NUMBER | NUMERAL | NOUNISH)) and not is_finite(tagged, nxt)


def skip_adverbials(tagged: Tagged, i: int, end: int, pack: Pack | None) -> int:
    """Index after adverbs, days and short time phrases that begin at `i`."""
    while i < end and tagged.sentence.quote[i] < 0:
        b = tagged.bits[i]
        if b & (ADV | TIME | NEG | REFL) and not b & (PREP | COMP | DET | MARKER | OBJ | SUB | IMPERS):
            i += 1
        elif b & PREP and i + 1 < end and tagged.bits[i + 1] & (TIME | MONTH):
            i += 2
        elif b & MONTH or (b & NUMBER and i and tagged.bits[i - 1] & MONTH):
            i += 1
        elif b & (DET | OPEN) and i + 1 < end and tagged.bits[i + 1] & TIME:
            i += 2
        elif b & DET and i + 2 < end and tagged.bits[i + 1] & NUMBER and tagged.bits[i + 2] & MONTH:
            i += 3  # "le 2 mars"
        else:
            break
    return i


def skip_phrase(tagged: Tagged, i: int, end: int) -> int:
    """Index after one prepositional phrase at `i` ("in a statement"), or `i`."""
    if i < end and tagged.bits[i] & PREP and not tagged.bits[i] & (MARKER | COMP):
        stop = np_end(tagged, i + 1, end, wide=False)
        return stop if stop > i + 1 else i
    return i


def clause_begins(tagged: Tagged, i: int, end: int) -> bool:
    """A bare clause begins here: a noun phrase or pronoun, and soon a finite verb."""
    if i >= end:
        return False
    if starts_quote(tagged, i):
        i += 1
    b = tagged.bits[i]
    if b & SUB and not b & (PREP | MARKER):
        return any(is_finite(tagged, j) for j in range(i + 1, min(end, i + 25)))
    if b & (PREP | MARKER | COORD | COMP) and not b & (DET | SUBJ | NAME):
        return False
    if b & PUNCTUATION or is_finite(tagged, i) and not b & NOUNISH:
        return False
    relative = 0
    for j in range(i + 1, min(end, i + 26)):
        c = tagged.bits[j]
        if is_finite(tagged, j):
            if not relative:
                return True
            relative -= 1
        if c & REL and not c & (DET | SUB):
            relative += 1
        if c & (COORD | ADVERS) and is_comma(tagged, j - 1):
            return False
        if tagged.sentence.words[j] in CLOSERS or c & MARKER and not c & PREP:
            return False
        if c & (COMP | SUB) and not c & (PREP | DET | REL | ADV):
            return False
    return False


def match_pattern(
    tagged: Tagged, pattern: Sequence[str], i: int, end: int, pack: Pack
) -> tuple[int, Range | None, str, int] | None:
    """Match a complement pattern right after a cue.

    Returns:
        Index where the content begins, the addressee, the symbol that the content matched, and
        where that symbol's own words begin; None where the pattern does not fit.
    """
    addressee: Range | None = None
    at, first = i, -1
    last = len(pattern) - 1
    for place, symbol in enumerate(pattern):
        if symbol == "ADDR" or (symbol == "NP" and place < last):
            if at >= end or not tagged.bits[at] & REFL:
                at = skip_adverbials(tagged, at, end, pack)
            stop = np_end(
                tagged,
                at,
                end,
                wide=symbol == "NP" and pattern[last] == "INF",
                quoted=pattern[last] != "QUOTE",
            )
            if stop == at:
                return None
            if symbol == "ADDR":
                addressee = (at, stop)
            else:
                first = at
                if pattern[last] == "INF":
                    addressee = (at, stop)
            at = stop
        elif symbol in CONTENT_SYMBOLS:
            start = find_content(tagged, symbol, at, end, pack)
            if start is None and symbol == "INF" and place and at + 1 < end:
                # after its subject even an unknown verb is an infinitive ("the generals to hand over")
                marked = tagged.bits[at] & MARKER and tagged.bits[at + 1] & OPEN
                start = at if marked else None
            if start is None and first >= 0 and symbol in ("NP", "REST") and at - first >= 3:
                start = first  # "called the plan risky": one stretch holds both
            if start is None or (first >= 0 and start > at + 4):
                return None
            return (start if first < 0 else first), addressee, symbol, start
        else:
            if at < end and tagged.sentence.low[at] != symbol:
                at = skip_adverbials(tagged, at, end, pack)
            if at >= end or tagged.sentence.low[at] != symbol or tagged.sentence.quote[at] >= 0:
                return None
            at += 1
    return None


CONTENT_SYMBOLS = ("THAT", "CLAUSE", "INF", "NP", "REST", "QUOTE")


def find_content(tagged: Tagged, symbol: str, i: int, end: int, pack: Pack) -> int | None:
    """Where content of a kind begins at or soon after word `i`, or None."""
    near = skip_adverbials(tagged, i, end, pack)
    if symbol == "THAT":
        return _complementiser(tagged, i, end)
    if symbol == "QUOTE":
        return _quotation(tagged, near, end)
    if symbol == "INF":
        while near > i and tagged.bits[near - 1] & NEG:
            near -= 1
        return near if near < end and _infinitive(tagged, near, end) else None
    if symbol == "CLAUSE":
        if not pack.head.zero_complementiser and pack.head.order == "svo":
            return None
        for at in (near, skip_phrase(tagged, near, end)):
            if clause_begins(tagged, at, end):
                return at
        return None
    if near >= end or (tagged.bits[near] & PUNCTUATION and not starts_quote(tagged, near)):
        return None
    if symbol == "REST":
        return near if not tagged.bits[near] & (COORD | ADVERS) else None
    b = tagged.bits[near]
    if starts_quote(tagged, near) or b & NOMINAL and not b & (COMP | MARKER) or b & GERUND:
        if is_finite(tagged, near) and not b & (NOUNISH | DET | SUBJ | OBJ):
            return None
        return near
    return None


def _complementiser(tagged: Tagged, i: int, end: int) -> int | None:
    """A complementiser or question word after the cue, at most adverbials and phrases between."""
    at = i
    for _ in range(6):
        if at >= end or tagged.sentence.quote[at] >= 0:
            return None
        b = tagged.bits[at]
        if b & COMP or b & QUEST and (at == i or not b & SUB):
            if b & DET and not _clause_verb(tagged, at + 1, end):
                return None
            return at
        if b & PREP and at + 2 < end and tagged.bits[at + 1] & REL and at == i:
            opens = tagged.bits[at + 2] & (DET | NAME | SUBJ | POSS) and _clause_verb(tagged, at + 2, end)
            return at + 2 if opens else None  # "l'affirmation selon laquelle le gaz suffira"
        after = _skip_one(tagged, at, end)
        if after == at:
            return None
        at = after
    return None


def _clause_verb(tagged: Tagged, i: int, end: int) -> bool:
    """Some verb of a clause stands in the stretch, a subjunctive ("that it be mended") included."""
    return any(tagged.bits[j] & (FINITE_ANY | AUX_NF | INFINITIVE) for j in range(i, end))


def _skip_one(tagged: Tagged, at: int, end: int) -> int:
    """Index after one adverbial, prepositional phrase or insertion between commas at `at`."""
    b = tagged.bits[at]
    dated = skip_adverbials(tagged, at, end, None) if b & (DET | MONTH | TIME) else at
    if dated > at:
        return dated
    if tagged.sentence.words[at] == ",":
        for j in range(at + 1, min(end, at + 14)):
            if is_finite(tagged, j) and not tagged.bits[j] & NOUNISH:
                return at
            if tagged.sentence.words[j] == ",":
                return j + 1
        return at + 1 if at + 1 < end and tagged.bits[at + 1] & COMP else at
    if b & (ADV | TIME | MONTH | REFL | NUMBER) and not b & (PREP | DET | MARKER | SUB):
        return at + 1
    if b & PREP and at + 1 < end and tagged.bits[at + 1] & GERUND and not tagged.bits[at + 1] & NOUNISH:
        return at
    if b & PREP and not b & MARKER or b & PREP and at + 1 < end and tagged.bits[at + 1] & (DET | NAME | POSS):
        return skip_phrase(tagged, at, end)
    if b & (DET | OPEN) and at + 1 < end and tagged.bits[at + 1] & TIME:
        return at + 2
    return at


def _quotation(tagged: Tagged, i: int, end: int) -> int | None:
    """A quotation after the cue: right away, or after adverbials, a comma, a colon, "that"."""
    at = i
    for _ in range(6):
        if starts_quote(tagged, at):
            return at
        if at >= end or tagged.sentence.quote[at] >= 0:
            return None
        b = tagged.bits[at]
        if tagged.sentence.words[at] in (",", ":") and starts_quote(tagged, at + 1):
            return at + 1
        if b & COMP and starts_quote(tagged, at + 1):
            return at + 1
        after = _skip_one(tagged, at, end)
        if after == at:
            return None
        at = after
    return None


def _infinitive(tagged: Tagged, i: int, end: int) -> bool:
    b = tagged.bits[i]
    j = i
    while j < end and tagged.bits[j] & (NEG | MARKER | ADV | REFL | OBJ) and j - i < 5:
        j += 1
    marked = any(tagged.bits[k] & MARKER for k in range(i, j))
    if j >= end:
        return False
    if marked:
        return bool(tagged.bits[j] & (INFINITIVE | AUX_NF | AUX)) or starts_quote(tagged, j)
    return bool(tagged.bits[j] & (INFINITIVE | HAVE_NF)) and not tagged.bits[j] & FINITE


def trim(tagged: Tagged, start: int, end: int) -> Range:
    """A range without punctuation at its edges; brackets and quotation marks stay."""
    words, quote = tagged.sentence.words, tagged.sentence.quote
    while start < end and quote[start] < 0 and words[start] in ",.;:!?…–—-)":
        start += 1
    while end > start and quote[end - 1] < 0 and words[end - 1] in ",.;:!?…–—-(":
        end -= 1
    return start, end


def phrases_at(tagged: Tagged, pack: Pack, word_class: WordClass, start: int, end: int) -> bool:
    """True when a word or phrase of the class stands between two words."""
    low = tagged.sentence.low
    if not pack.words.get(word_class, _NOTHING).isdisjoint(low[start:end]):
        return True
    phrases = pack.phrases.get(word_class)
    if phrases:
        for i in range(start, end):
            for phrase in phrases.get(low[i], ()):
                if i + len(phrase) <= end and tuple(low[i : i + len(phrase)]) == phrase:
                    return True
    return False


_NOTHING: frozenset[str] = frozenset()


def group_words(group: Group) -> Range:
    """The words of a verb group as a range."""
    return group.start, group.end
