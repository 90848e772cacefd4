"""Tag: what each word of a sentence is, as far as clauses and verb groups need it.

No model: a word's possible classes come from the pack; its neighbours decide between verb and
noun. What is left open stays open (both bits set), and the constructions are written for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

from sayso.packs.load import (
    CUE_FORM,
    FINITE,
    GERUND,
    INFINITIVE,
    NOUNISH,
    PARTICIPLE,
    VERB,
    Pack,
)
from sayso.stages.attribution.bits import (
    ADV,
    ADVERS,
    AUX,
    BE,
    BE_NF,
    CLOSED,
    COMP,
    COORD,
    DET,
    DO,
    FINITE_ANY,
    GEN,
    HAVE,
    HAVE_NF,
    IMPERS,
    LOOKS_FINITE,
    LOOKS_GENITIVE,
    LOOKS_INFINITIVE,
    LOOKS_PARTICIPLE,
    LOOKS_PAST,
    LOOKS_WEAK,
    MARKER,
    MARKER_INSIDE,
    MODAL,
    MONTH,
    NAME,
    NEG,
    NEG_DET,
    NOMINAL_BEFORE,
    NOT_SOURCE,
    NOT_VERB,
    NUMBER,
    NUMERAL,
    OBJ,
    OPEN,
    POSS,
    PREP,
    PUNCTUATION,
    QUEST,
    REL,
    SEMANTIC,
    SUB,
    SUBJ,
    TIME,
    TITLE,
)
from sayso.stages.segment import Sentence


@dataclass(slots=True)
class Tagged:
    """A sentence and the bits of its words."""

    sentence: Sentence
    bits: list[int]

    def __len__(self) -> int:
        return len(self.bits)


def tag(sentence: Sentence, pack: Pack) -> Tagged:
    """The bits of a sentence's words, decided as far as neighbours allow."""
    bits = _possible_bits(sentence, pack)
    if not pack.head.nouns_capitalised and _title_case(sentence.words):
        for i, low in enumerate(sentence.low):
            bits[i] |= pack.classes.get(low, 0) & (VERB | CUE_FORM | NOUNISH)
    _join_phrases(sentence, bits, pack)
    for i, here in enumerate(bits):
        if (
            here == PUNCTUATION
            and i
            and sentence.low[i] in APOSTROPHES
            and _owns(sentence, i, pack)
        ):
            bits[i] = POSS
        if here & (VERB | MODAL) or here & POSS:
            bits[i] = _decide(bits, i, pack)
            if here & VERB and not bits[i] & VERB and _begins_phrase(sentence, bits, i, pack):
                bits[i] = here & ~NOUNISH  # "the banker shot back"
    if pack.head.order == "svo" and not any(b & FINITE_ANY for b in bits):
        _find_lone_verb(sentence, bits, pack)
    return Tagged(sentence, bits)


def _find_lone_verb(sentence: Sentence, bits: list[int], pack: Pack) -> None:
    """In a sentence without a finite verb, the first cue that was taken for a noun is its verb
    ("the prefect alerts …"), where it stands after the noun phrase that opens the sentence."""
    if sentence.words[-1] not in ".!?…" or not bits[0] & (DET | NAME):
        return
    for i in range(1, len(bits)):
        known = pack.classes.get(sentence.low[i], 0)
        if bits[i] & (PUNCTUATION | PREP | COORD | ADVERS) and not bits[i] & GEN:
            return
        bare = known & NOUNISH and known & FINITE and known & CUE_FORM and not known & NOT_VERB
        if bare and bits[i - 1] & (OPEN | NAME | NOUNISH) and sentence.quote[i] < 0:
            bits[i] = known & ~NOUNISH
            return


def _possible_bits(sentence: Sentence, pack: Pack) -> list[int]:
    """What each word may be by itself; most words of a page have been met before."""
    words, lows = sentence.words, sentence.low
    bits = list(map(pack.possible.get, zip(words, repeat(False)), repeat(-1)))
    for i, (word, low) in enumerate(zip(words, lows, strict=True)):
        if word != low or bits[i] < 0:  # only a capital can open, so that it tells nothing
            opening = word[0].isupper() and _opens(sentence, i)
            if opening or bits[i] < 0:
                bits[i] = possible(word, low, pack, opening)
    return bits


def _begins_phrase(sentence: Sentence, bits: list[int], i: int, pack: Pack) -> bool:
    """A verb cue of several words stands here, after a word that can be its subject."""
    before = bits[i - 1] if i else 0
    if not before & (OPEN | NAME) or bits[i] & NOT_VERB:
        return False
    low = sentence.low
    return any(
        len(form.words) > 1
        and form.entry.kind == "verb"
        and tuple(low[i : i + len(form.words)]) == form.words
        for form in pack.cues.get(low[i], ())
    )


APOSTROPHES = frozenset("'’ʼ")


def _owns(sentence: Sentence, i: int, pack: Pack) -> bool:
    """An apostrophe that ends a possessive ("the nurses' demand"), where the pack has it so."""
    glued = sentence.quote[i] < 0 and sentence.ends[i - 1] == sentence.starts[i]
    tail = sentence.low[i - 1][-1:] + sentence.low[i]
    return glued and bool(pack.classes.get(tail, 0) & POSS)


def _title_case(words: list[str]) -> bool:
    """A headline In Title Case, where a capital tells nothing."""
    longer = [word for word in words if len(word) > 3]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _join_phrases(sentence: Sentence, bits: list[int], pack: Pack) -> None:
    """Words of a phrase that acts as one ("alors que", "d'abord") are all of its class."""
    low, index = sentence.low, pack.phrase_index
    if index.keys().isdisjoint(low):
        return
    for i, word in enumerate(low[:-1]):
        if word in index:
            for phrase, bit in index[word]:
                if phrase[1] != low[i + 1]:
                    continue
                end = i + len(phrase)
                if tuple(low[i:end]) == phrase:
                    bits[i:end] = [b if b & (AUX | CUE_FORM) else bit for b in bits[i:end]]
                    break


def possible(word: str, low: str, pack: Pack, opening: bool) -> int:
    """What a word may be by itself.

    Args:
        opening: the word opens a sentence or quotation, so that its capital tells nothing.
    """
    known = pack.possible.get((word, opening))
    if known is None:
        known = _possible(word, low, pack, opening) | ending_bits(low, pack)
        if len(pack.possible) < CACHED:
            pack.possible[word, opening] = known
    return known


#: Words whose bits are kept a pack; more than a language's everyday words, less than 10 MB.
CACHED = 60_000


def ending_bits(low: str, pack: Pack) -> int:
    """What the shape of a word tells, in languages whose pack says so."""
    endings = pack.head.endings
    if not endings.finite:
        return 0
    bits = 0
    if low.isalpha() and low.endswith(endings.finite):
        bits |= LOOKS_FINITE
    if low.endswith(endings.past):
        bits |= LOOKS_PAST
    if low.endswith(endings.infinitive):
        bits |= LOOKS_INFINITIVE
        if endings.marker in low[len(endings.marker) : -3]:
            bits |= MARKER_INSIDE
    if low.startswith(endings.participle):
        bits |= LOOKS_PARTICIPLE
    if low.endswith(endings.weak):
        bits |= LOOKS_WEAK
    return bits | LOOKS_GENITIVE if low.endswith(endings.genitive) else bits


def _possible(word: str, low: str, pack: Pack, opening: bool) -> int:
    first = word[0]
    if not first.isalnum() and low not in pack.classes:
        if len(word) > 1 and word[1].isalnum():
            return NAME if first in "@#" else OPEN
        return PUNCTUATION
    bits = pack.classes.get(low, 0)
    if first.isdigit():
        return bits | NUMBER
    if first.isupper() and not (bits & CLOSED and (opening or len(word) == 1)):
        if opening:
            if not bits & (CLOSED | ADV):
                return bits | NAME
        elif pack.head.nouns_capitalised:
            return NAME | (
                bits & (NOT_SOURCE | TIME | MONTH | TITLE | NUMERAL | CUE_FORM | NOUNISH)
            )
        elif not bits & CLOSED or (len(word) > 1 and word.isupper()):
            keep = TIME | MONTH | TITLE | NUMERAL | NOT_SOURCE
            return NAME | (bits & keep)
    return bits | OPEN if not bits & ~SEMANTIC else bits


def _opens(sentence: Sentence, i: int) -> bool:
    """Word `i` opens the sentence, a quotation, or what follows a colon: any has a capital."""
    if i == 0:
        return True
    before, quote = sentence.words[i - 1], sentence.quote
    if before in ":.!?…(–—":
        return True
    return quote[i] >= 0 and not before[0].isalnum() and (i == 1 or quote[i - 2] != quote[i])


def _decide(bits: list[int], i: int, pack: Pack) -> int:
    """A word that may be verb or noun, decided by what stands before and after it."""
    here = bits[i]
    if here & POSS and here & AUX:
        return _owner_or_verb(bits, i, here)
    if (
        here & MODAL
        and i
        and bits[i - 1] & NOMINAL_BEFORE
        and not bits[i - 1] & (SUBJ | REL | COMP)
    ):
        return OPEN  # "the will", "a must"
    if not here & VERB:
        return here
    after = bits[i + 1] if i + 1 < len(bits) else 0
    if here & NAME and here & VERB and i + 1 < len(bits):
        if after & (FINITE | AUX) and not after & (NOUNISH | NAME | INFINITIVE):
            return NAME
        if not pack.head.nouns_capitalised:
            here &= ~NAME
    if here & NOT_VERB:
        return here & ~VERB & ~CUE_FORM | OPEN
    j = i - 1
    while j >= 0 and bits[j] & ADV and not bits[j] & (DET | PREP):
        j -= 1
    before = bits[j] if j >= 0 else 0
    if before & MARKER and here & INFINITIVE:
        return here & ~(FINITE | PARTICIPLE | GERUND | NOUNISH)
    if before & (MODAL | DO) and here & INFINITIVE and not before & NOMINAL_BEFORE:
        return here & ~(FINITE | PARTICIPLE | GERUND | NOUNISH)
    if before & (HAVE | HAVE_NF) and here & PARTICIPLE:
        return here & ~(FINITE | INFINITIVE | GERUND)
    if before & (BE | BE_NF) and here & (PARTICIPLE | GERUND):
        return here & ~(FINITE | INFINITIVE)
    if pack.head.order == "svo":
        return _decide_svo(bits, i, j, here, before)
    return here


def _reads_as_verb(bits: list[int], i: int, before: int, after: int) -> bool:
    """A word that is verb or noun, after a noun: what follows decides.

    A clause, an object or a subject makes it a verb ("the ministry plans to", "Dale claims that");
    a bare form after a singular does not agree, so it needs more ("nurses support the strike").
    """
    beyond = bits[i + 2] if i + 2 < len(bits) else 0
    j = i - 1
    while j >= 0 and bits[j] & (OPEN | NAME | NUMBER | NOUNISH) and not bits[j] & VERB:
        j -= 1
    if (
        j > 0
        and bits[j] & (DET | POSS)
        and bits[j - 1] & PREP
        and not bits[j - 1] & (SUB | COMP | GEN)
    ):
        return False  # "in the radio interview that": inside a prepositional phrase
    if after & COMP and not after & PREP:
        return not beyond & (FINITE | AUX) or bool(beyond & NOUNISH)
    if after & (DET | POSS | OBJ | SUBJ) and not after & (PREP | REL):
        return True
    past = bits[i] & PARTICIPLE and bits[i] & INFINITIVE  # cut, hit: no form of a noun's number
    if past and after & (NUMERAL | NUMBER):
        return True
    if after & INFINITIVE and not after & (NOUNISH | FINITE | OPEN):
        return True
    if bits[i] & INFINITIVE and not past:
        return False
    if after & MARKER and after & PREP:
        return bool(beyond & INFINITIVE and not beyond & (NOUNISH | NAME)) or bool(before & NAME)
    if after & (NAME | MARKER | QUEST) or (after & PUNCTUATION and before & NAME):
        return True
    return bool(before & NAME)


def _owner_or_verb(bits: list[int], i: int, here: int) -> int:
    """A clitic that is possessive or auxiliary ("Moss's team", "it's late")."""
    before = bits[i - 1] if i else 0
    after = bits[i + 1] if i + 1 < len(bits) else 0
    if before & (SUBJ | IMPERS | QUEST | REL) and not before & (NAME | OPEN):
        return here & ~POSS
    if after & (DET | NEG | GERUND | PREP) and not after & (OPEN | NAME | NOUNISH):
        return here & ~POSS
    return POSS


def _decide_svo(bits: list[int], i: int, j: int, here: int, before: int) -> int:
    """Verb or noun in a language where determiners and prepositions announce nouns."""
    after = bits[i + 1] if i + 1 < len(bits) else 0
    if before & (SUBJ | REL | IMPERS) and not before & (DET | POSS) and here & FINITE:
        return here & ~(NOUNISH | INFINITIVE)
    clear = FINITE | PARTICIPLE  # a past form that no noun looks like
    if before & (NAME | OPEN) and after & clear == clear and not here & (CUE_FORM | PARTICIPLE):
        return here & ~VERB | OPEN  # "Dale fans told"
    nominal = before & NOMINAL_BEFORE and not before & (SUBJ | REL | COMP)
    if before & NEG_DET and not before & (DET | NUMERAL) and here & FINITE:
        return here & ~(NOUNISH | INFINITIVE)  # "nobody listens"
    if here & GERUND and not here & FINITE:
        return here if not (nominal and here & NOUNISH) else here & ~VERB | OPEN
    if nominal and j == i - 1:
        if here & PARTICIPLE and not here & NOUNISH and after & (OPEN | NAME | NOUNISH):
            return here & ~(FINITE | INFINITIVE | CUE_FORM)
        if before & OBJ and here & INFINITIVE and not here & NOUNISH:
            return here & ~FINITE
        return here & ~VERB | OPEN
    if before & PREP and not before & (MARKER | SUB | COMP | ADVERS | COORD | OBJ) and j == i - 1:
        if here & PARTICIPLE and not here & (NOUNISH | INFINITIVE):
            return here & ~FINITE
        return here & ~VERB | OPEN
    if here & NOUNISH:
        if after & (HAVE | BE | MODAL | DO) and not before & (SUBJ | REL):
            return here & ~VERB | OPEN
        if before & (OPEN | NAME | NUMBER | NOUNISH):
            return (
                here & ~NOUNISH if _reads_as_verb(bits, i, before, after) else here & ~VERB | OPEN
            )
        if not before or before & (PUNCTUATION | COORD):
            return here
    return here
