"""The words of one page in their order, taken over from `segment`'s cut."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.stages.resolution.words import Vocabulary, Word
from sayso.stages.segment import Segmented

_APOSTROPHES = "'’ʼ"
#: Share of a sentence's longer words that have a capital, from which on it is a headline in
#: capitals (where nouns have none): set by eye on headlines, between 0.6 and 0.9 nothing changes.
_TITLE_CASE = 0.75


@dataclass(slots=True)
class Words:
    """The words of a page as parallel lists.

    Attributes:
        tokens: the words; one form that stands in several places is one object.
        starts, ends: their offsets; `sentences`: numbers of their sentences.
        title_cased: numbers of the sentences written With Capitals Throughout.
    """

    text: str
    tokens: list[Word] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    title_cased: set[int] = field(default_factory=set)

    def passage(self, first: int, last: int) -> str:
        """The text of the words from `first` to `last` (exclusive)."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def read_words(cut: Segmented, vocabulary: Vocabulary, title_end: int = 0) -> Words:
    """The words of a page; the headline's end is an end of a sentence."""
    words = Words(cut.text)
    shift = 0
    for number, sentence in enumerate(cut.sentences):
        part = sentence.words, sentence.starts, sentence.ends
        if title_end and sentence.end > title_end:
            if sentence.start < title_end:
                middle = sum(start < title_end for start in sentence.starts)
                head, body = (slice(0, middle), slice(middle, None))
                _add(words, vocabulary, number, part[0][head], part[1][head], part[2][head])
                part = part[0][body], part[1][body], part[2][body]
            shift = int(sentence.start != title_end)
            title_end = 0
        _add(words, vocabulary, number + shift, *part)
    return words


def _add(
    words: Words,
    vocabulary: Vocabulary,
    number: int,
    forms: list[str],
    starts: list[int],
    ends: list[int],
) -> None:
    """Put a sentence on the page."""
    kept = vocabulary.forms
    tokens = list(map(kept.__getitem__, forms))
    if not kept.recut.isdisjoint(forms):
        tokens, starts, ends = _recut(tokens, starts, vocabulary)
    _open(tokens, -1)
    if not kept.openers.isdisjoint(forms):
        for i in [i for i, token in enumerate(tokens) if token.opens]:
            _open(tokens, i)
    words.tokens += tokens
    words.starts += starts
    words.ends += ends
    words.sentences += [number] * len(tokens)
    if not vocabulary.nouns_capitalised and is_title_cased(tokens):
        words.title_cased.add(number)


def _recut(
    found: list[Word], starts: list[int], vocabulary: Vocabulary
) -> tuple[list[Word], list[int], list[int]]:
    """The words with their offsets where one is several here ("Clinton's"), or the other way."""
    tokens: list[Word] = []
    begins: list[int] = []
    ends: list[int] = []
    for word, start in zip(found, starts, strict=True):
        if word.joins and ends and ends[-1] == start and tokens[-1].letter:
            word = vocabulary.forms[tokens.pop().word + word.word]
            start = begins.pop()
            ends.pop()
        for piece in word.pieces or (word,):
            tokens.append(piece)
            begins.append(start)
            start += len(piece.word)
            ends.append(start)
    return tokens, begins, ends


def _open(tokens: list[Word], i: int) -> None:
    """Mark the first word after word `i`, with the marks before it, as the head of a sentence."""
    for k in range(i + 1, len(tokens)):
        tokens[k] = tokens[k].opened
        if tokens[k].letter:
            break


def is_title_cased(tokens: list[Word]) -> bool:
    """The sentence is written With Capitals Throughout."""
    longer = [token.capital for token in tokens if token.long]
    return len(longer) > 3 and sum(longer) >= _TITLE_CASE * len(longer)
