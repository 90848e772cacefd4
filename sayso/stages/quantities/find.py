"""Quantity: the numbers of a sentence, with their bounds, their unit and what they count."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from sayso.model import Quantity
from sayso.spans import Span, span
from sayso.stages.quantities.ages import add_age, is_apposition
from sayso.stages.quantities.bounds import add_bounds, bounds_of
from sayso.stages.quantities.context import is_no_number, is_no_quantity
from sayso.stages.quantities.days import is_lone_year
from sayso.stages.quantities.draft import Draft, draft_of
from sayso.stages.quantities.grammar import ABOUT, Grammar, find_grammar
from sayso.stages.quantities.nouns import add_noun
from sayso.stages.quantities.numerals import read_numeral
from sayso.stages.quantities.ranges import merge_ranges, share_units
from sayso.stages.quantities.ratios import merge_ratios
from sayso.stages.quantities.states import add_states
from sayso.stages.quantities.tokens import Tokens, find_pieces, take_over, tokenise
from sayso.stages.quantities.units import add_unit, sign_before
from sayso.stages.quantities.words import can_begin
from sayso.stages.recut import SIGNS, Stretch
from sayso.stages.segment import Sentence


class Change(StrEnum):
    """How the words around a number bound it: `=` as it stands, `<`, `>`, `~` about."""

    EXACT = "="
    LESS = "<"
    MORE = ">"
    ABOUT = "~"


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity and where it stands.

    Attributes:
        quantity: the record: bounds, unit, what is counted, and its words.
        span: the words of the whole, bound words and unit included.
        number: the words of the number alone.
        values: the number, or the two of a range in the order of the text.
        change: how it is bound or rounded.
        unit_words: the words that name the unit or what is counted; "" where none do.
    """

    quantity: Quantity
    span: Span
    number: Span
    values: tuple[float, ...]
    change: Change
    unit_words: str


def find_quantities(text: str, start: int, end: int, language: str) -> tuple[Found, ...]:
    """The quantities of `text[start:end]`, in the order of the text.

    Dates, years, times, ordinals, scores and the numbers of names ("Article 5") are none.

    Args:
        text: the document's text; offsets are code points into it.
        start, end: the sentence.
        language: BCP 47 tag; one without numbers.toml has no quantities.

    Returns:
        One `Found` a number or range. `low` and `high` of its record are inclusive and None
        where they are open; "about" keeps both and says so in `change`.

    >>> text = "More than 10,000 soldiers were deployed."
    >>> [one] = find_quantities(text, 0, len(text), "en")
    >>> one.quantity.low, one.quantity.high, one.quantity.unit, one.quantity.of
    (10000.0, None, 'soldiers', 'deployed')
    """
    grammar = find_grammar(language)
    if grammar is None:
        return ()
    return tuple(read(tokenise(text, start, end, grammar), grammar))


def read_quantities(
    text: str, sentence: Sentence, stretches: Sequence[Stretch], language: str
) -> tuple[Found, ...]:
    """The quantities of a sentence that is cut into words already.

    Args:
        text: the document's text.
        sentence: one of its sentences.
        stretches: what of it is to be cut again.
        language: as for `find_quantities`.
    """
    grammar = find_grammar(language)
    if grammar is None or not may_count(sentence, grammar):
        return ()
    return tuple(read(take_over(text, sentence, stretches, grammar), grammar))


def may_count(sentence: Sentence, grammar: Grammar) -> bool:
    """False for a sentence in which no number can begin."""
    if grammar.file.noun_style == "counter" or not grammar.starts.isdisjoint(sentence.low):
        return True
    odd = (w for w in sentence.low if (grammar.file.compound or not w.isalpha()) and w not in SIGNS)
    return any(holds_number(word, grammar) for word in odd)


def read(tokens: Tokens, grammar: Grammar) -> list[Found]:
    """The quantities among tokens."""
    drafts = drop_years(read_drafts(tokens, grammar), tokens, grammar)
    if not drafts:
        return []
    drafts = merge_ranges(merge_ratios(drafts, tokens, grammar), tokens, grammar)
    share_units(drafts, tokens, grammar)
    drafts = [draft for draft in drafts if not is_no_quantity(tokens, draft, grammar)]
    add_states(drafts, tokens, grammar)
    return [finish(draft, tokens, grammar) for draft in drafts]


def read_drafts(tokens: Tokens, grammar: Grammar) -> list[Draft]:
    """Every number with its unit and its bounds, before context has its say."""
    drafts: list[Draft] = []
    after = 0
    for at in find_starts(tokens, grammar):
        if at < after:
            continue
        money = tokens.kinds[at] == "n" and bool(sign_before(tokens, at, grammar)[1])
        numeral = read_numeral(tokens, at, grammar, money)
        if numeral is None:
            continue
        draft = draft_of(numeral)
        after = max(numeral.last, at + 1)
        add_unit(draft, tokens, grammar)
        if is_no_number(tokens, draft, grammar) or is_apposition(draft, tokens):
            continue
        if not draft.measured:
            add_noun(draft, tokens, grammar)
        if draft.numeral.share and not draft.measured:
            draft.unit = "share"
        add_age(draft, tokens, grammar)
        add_bounds(draft, tokens, grammar)
        drafts.append(draft)
    return drafts


def find_starts(tokens: Tokens, grammar: Grammar) -> list[int]:
    """The tokens with which a number can begin; an article only with such a token behind it."""
    low, leading = tokens.low, grammar.leading_words
    found = []
    for at in [n for n in range(tokens.count) if may_begin(low[n], grammar)]:
        step = at
        while low[step] in leading:
            step += 1
        if step == at or can_begin(low[step], grammar):
            found.append(at)
    return found


@functools.lru_cache(maxsize=32768)
def may_begin(word: str, grammar: Grammar) -> bool:
    """True for a word with which a number can begin, articles and their like included."""
    return word in grammar.leading_words or can_begin(word, grammar)


@functools.lru_cache(maxsize=32768)
def holds_number(word: str, grammar: Grammar) -> bool:
    """True for a word of the segmenter's in which a number can begin ("twenty-five")."""
    return any(can_begin(key, grammar) for _, key, _ in find_pieces(word, 0, len(word), grammar))


def drop_years(drafts: list[Draft], tokens: Tokens, grammar: Grammar) -> list[Draft]:
    """The drafts without the years that stand alone, so that a range can reach over them."""
    following = [*drafts[1:], None]
    return [
        draft
        for draft, after in zip(drafts, following, strict=False)
        if not is_lone_year(tokens, draft, grammar, after)
    ]


def finish(draft: Draft, tokens: Tokens, grammar: Grammar) -> Found:
    """The record of a draft."""
    whole = passage(tokens, draft.first, draft.last)
    low, high = bounds_of(draft)
    if draft.moves:
        low = high = draft.values[-1]
    base = draft.unit.split("/")[0]
    of = draft.state or grammar.kinds.get(base, "") or ("things" if draft.unit else "")
    return Found(
        quantity=Quantity(
            low=low,
            high=high,
            unit=draft.unit,
            of=of,
            text=whole.text,
            about=draft.change == ABOUT,
        ),
        span=whole,
        number=passage(tokens, draft.number_first, draft.number_last),
        values=draft.values,
        change=Change(draft.change),
        unit_words=draft.unit_words,
    )


def passage(tokens: Tokens, first: int, last: int) -> Span:
    """The passage of the tokens `first` to `last`, the latter not included."""
    return span(tokens.text, tokens.starts[first], tokens.ends[max(first, last - 1)])
