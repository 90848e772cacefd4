"""Tokens of a stretch of text, as numbers need them: digits, words, and single signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.stages.quantities.counters import split_counter
from sayso.stages.quantities.grammar import Grammar

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
VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}
_APOSTROPHES = str.maketrans("’ʼ", "''")
HYPHENS = frozenset("-‐‑–—−")


@dataclass(slots=True)
class Tokens:
    """Parallel lists: the words as written and in small letters, kinds (`n` digits, `w` word, `p`
    sign), offsets, and whether a token follows the one before without a blank."""

    text: str
    words: list[str]
    low: list[str]
    kinds: list[str]
    starts: list[int]
    ends: list[int]
    tight: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The word at an index in small letters; "" beyond the ends."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def raw(self, at: int) -> str:
        """The word at an index as written; "" beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def kind(self, at: int) -> str:
        """The kind of the token at an index; "" beyond the ends."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else ""

    def is_tight(self, at: int) -> bool:
        """True when the token exists and follows the one before without a blank."""
        return 0 < at < len(self.tight) and self.tight[at]

    def index_at(self, offset: int, first: int) -> int:
        """The first token at or after `first` that begins at or after an offset."""
        while first < len(self.starts) and self.starts[first] < offset:
            first += 1
        return first


def tokenise(text: str, start: int, end: int, grammar: Grammar) -> Tokens:
    """The tokens of `text[start:end]`, with offsets into the text."""
    tokens = Tokens(text, [], [], [], [], [], [])
    last = start
    for found in _TOKEN[grammar.file.elision].finditer(text, start, end):
        kind = "n" if found["n"] else "w" if found["w"] else "p"
        for piece, begin in split_word(found[0], found.start(), kind, tokens, grammar):
            tokens.words.append(piece)
            tokens.low.append(piece.lower().translate(_APOSTROPHES))
            tokens.kinds.append(kind)
            tokens.starts.append(begin)
            tokens.ends.append(begin + len(piece))
            tokens.tight.append(begin == last and begin > start)
            last = begin + len(piece)
    return tokens


def split_word(
    word: str, start: int, kind: str, tokens: Tokens, grammar: Grammar
) -> list[tuple[str, int]]:
    """A word as the pieces it is made of, where the language writes number and counter as one."""
    if kind != "w" or grammar.file.noun_style != "counter":
        return [(word, start)]
    before = tokens.low[-1:]
    number = tokens.kinds[-1:] == ["n"] or any(
        w in grammar.numbers or w in grammar.file.odd for w in before
    )
    tight = number and start == tokens.ends[-1]
    return split_counter(word, start, grammar, tight, number and not tight)
