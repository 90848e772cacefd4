"""Tokens of a stretch of text, as numbers need them: digits, words, and single signs."""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.stages.quantities.counters import split_counter
from sayso.stages.quantities.grammar import Grammar
from sayso.stages.recut import Piece, Stretch, cut_again
from sayso.stages.segment import Sentence

#: Blanks that may stand inside a number: a space, no-break, narrow no-break, thin.
_GAP = " \u00a0\u202f\u2009"
_PATTERN = rf"""
    (?P<n>\d{{1,3}}(?P<sep>[.,'’{_GAP}])\d{{3}}(?:(?P=sep)\d{{3}})*(?![\d])(?:[.,]\d+)?
        | \d+(?:[.,]\d+)*
        | (?<![\w.])\.\d+)
    | (?P<w>[½¼¾⅓⅔⅛]
        | (?:[^\W\d_]\.){{2,}}                     # U.S.  p.m.
        | ['’]s\b
        | ELISION
        | [^\W\d_½¼¾⅓⅔⅛](?:[^\W\d_½¼¾⅓⅔⅛]|[\u0300-\u036f\u00b2\u00b3]|['’ʼ](?=[\u0400-\u04ff]))*)
    | (?P<p>\S)
"""
#: "d'euros" is two words where a language cuts words short, "won't" is not.
_TOKEN = {
    True: re.compile(_PATTERN.replace("ELISION", r"[^\W\d_]+['’](?=[^\W\d_])"), re.VERBOSE),
    False: re.compile(_PATTERN.replace("ELISION", r"(?!)"), re.VERBOSE),
}
_APOSTROPHES = str.maketrans("’ʼ", "''")


#: So many empty words stand behind the last, so that what looks a few words ahead, or back over
#: the beginning (index -1, -2 …), finds nothing there.
_BEYOND = 64


@dataclass(slots=True)
class Tokens:
    """Parallel lists: the words as written and in small letters, kinds (`n` digits, `w` word, `p`
    sign), whether a token follows the one before without a blank; and the offsets.

    Behind the last of `count` tokens, and so before the first, stand empty ones without offsets.
    """

    text: str
    count: int
    words: list[str]
    low: list[str]
    kinds: list[str]
    tight: list[bool]
    starts: list[int]
    ends: list[int]

    def index_at(self, offset: int, first: int) -> int:
        """The first token at or after `first` that begins at or after an offset."""
        while first < self.count and self.starts[first] < offset:
            first += 1
        return first


def tokenise(text: str, start: int, end: int, grammar: Grammar) -> Tokens:
    """The tokens of `text[start:end]`, with offsets into the text."""
    pieces = find_pieces(text, start, end, grammar)
    words, low = [word for word, _, _ in pieces], [key for _, key, _ in pieces]
    starts = [at for _, _, at in pieces]
    return make(text, words, low, starts, [at + len(word) for word, _, at in pieces], grammar)


def take_over(
    text: str, sentence: Sentence, stretches: Sequence[Stretch], grammar: Grammar
) -> Tokens:
    """The tokens of a sentence that is cut into words already; the same as `tokenise` gives."""
    if grammar.file.noun_style == "counter":
        return tokenise(text, sentence.start, sentence.end, grammar)
    made = cut_again(sentence, stretches, lambda a, b: find_pieces(text, a, b, grammar))
    return make(text, *made, grammar)


def find_pieces(text: str, start: int, end: int, grammar: Grammar) -> list[Piece]:
    """The digits, words and signs of `text[start:end]`, each with its key and offset."""
    pattern = _TOKEN[grammar.file.elision]
    found = [(match.group(), match.start()) for match in pattern.finditer(text, start, end)]
    return [(word, word.lower().translate(_APOSTROPHES), at) for word, at in found]


def make(
    text: str, words: list[str], low: list[str], starts: list[int], ends: list[int],
    grammar: Grammar,
) -> Tokens:  # fmt: skip
    """Tokens of parallel lists, taken apart where the language writes number and counter as one."""
    kinds = ["w" if word.isalpha() else kind_of(word) for word in low]
    if grammar.file.noun_style == "counter":
        words, low, kinds, starts, ends = split_words(words, kinds, starts, grammar)
    tight = [False, *map(operator.eq, ends, starts[1:])]
    beyond = [""] * _BEYOND
    return Tokens(
        text=text,
        count=len(words),
        words=words + beyond,
        low=low + beyond,
        kinds=kinds + beyond,
        tight=tight[: len(words)] + [False] * _BEYOND,
        starts=starts,
        ends=ends,
    )


def kind_of(word: str) -> str:
    """`n` for digits, `w` for a word, `p` for a sign.

    >>> kind_of("10.000"), kind_of("½"), kind_of("d'"), kind_of("%")
    ('n', 'w', 'w', 'p')
    """
    if word[0].isdecimal() or (word[0] == "." and len(word) > 1 and word[1].isdecimal()):
        return "n"
    return "w" if len(word) > 1 or word.isalnum() else "p"


def split_words(
    words: list[str], kinds: list[str], starts: list[int], grammar: Grammar
) -> tuple[list[str], list[str], list[str], list[int], list[int]]:
    """The lists with the words taken apart that hold a number and its counter."""
    made: list[tuple[str, str, str, int, int]] = []
    for word, kind, start in zip(words, kinds, starts, strict=True):
        for piece, at in split_word(word, start, kind, made, grammar):
            key = piece.lower().translate(_APOSTROPHES)
            made.append((piece, key, kind, at, at + len(piece)))
    pieces, keys = [one[0] for one in made], [one[1] for one in made]
    offsets = [one[3] for one in made], [one[4] for one in made]
    return pieces, keys, [one[2] for one in made], *offsets


def split_word(
    word: str,
    start: int,
    kind: str,
    before: list[tuple[str, str, str, int, int]],
    grammar: Grammar,
) -> list[tuple[str, int]]:
    """A word as the pieces it is made of; `before` are the tokens before it."""
    if kind != "w":
        return [(word, start)]
    _, low, last, _, end = before[-1] if before else ("", "", "", 0, -1)
    number = last == "n" or low in grammar.numbers or low in grammar.file.odd
    tight = number and start == end
    return split_counter(word, start, grammar, tight, number and not tight)
