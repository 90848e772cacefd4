"""The places of a text that is cut up already: only sentences that can hold one are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sayso.gazetteer.places.words import PlaceWords, load_place_words
from sayso.stages.placing.evidence import adjectives_of
from sayso.stages.placing.find import PlaceMention, cut_words, read_sentences
from sayso.stages.placing.gate import find_candidates, may_hold
from sayso.stages.placing.name import Tokens
from sayso.stages.placing.page import Given, Page
from sayso.stages.placing.tokens import take_over
from sayso.stages.recut import Stretch
from sayso.stages.segment import Segmented


class Places:
    """The places of some sentences of a text that is cut up already, found when they are read."""

    def __init__(
        self,
        cut: Segmented,
        sentences: Sequence[int],
        stretches_of: Callable[[int], Sequence[Stretch]],
        language: str,
        given: Given,
    ) -> None:
        """
        Args:
            cut: the text with its sentences.
            sentences: numbers of the sentences.
            stretches_of: what of a sentence is to be cut again.
            language: of the sentences.
            given: the statements' passages, the dateline, the outlet's country.
        """
        self.cut, self.sentences, self.stretches_of = cut, sentences, stretches_of
        self.language, self.words, self.given = language, load_place_words(language), given
        self.candidates: dict[int, list[int]] = {}
        self.holding: dict[int, bool] = {}
        self.tokens: dict[int, Tokens] = {}

    def candidates_of(self, number: int, words: PlaceWords) -> list[int]:
        """The words of a sentence with which the name of a place can begin."""
        if number not in self.candidates:
            sentence = self.cut.sentences[number]
            self.candidates[number] = find_candidates(sentence, words, self.language)
        return self.candidates[number]

    def may_hold(self, number: int) -> bool:
        """False for a sentence in which there can be no place."""
        words, sentence = self.words, self.cut.sentences[number]
        if words is None or words.joined or words.endings:
            return words is not None
        if number not in self.holding:
            found = self.candidates_of(number, words)
            self.holding[number] = may_hold(sentence, found, words, self.language)
        return self.holding[number]

    def read(self) -> tuple[PlaceMention, ...]:
        """Every place, in order; none for a language whose words nobody wrote."""
        if self.words is None:
            return ()
        page = Page(
            self.cut.text, self.language, self.words, self.given, self.telling, self.holding_word
        )
        held = (self.tokens_of(n, self.words) for n in self.sentences if self.may_hold(n))
        return tuple(read_sentences(page, held))

    def holding_word(self, word: str) -> Iterator[Tokens]:
        """The sentences in which a word stands."""
        text = self.cut.text
        for number in self.sentences if self.words else ():
            sentence = self.cut.sentences[number]
            if self.words and text.find(word, sentence.start, sentence.end) >= 0:
                yield self.tokens_of(number, self.words)

    def telling(self) -> Iterator[Tokens]:
        """The sentences that tell where the page is about."""
        words = self.words
        adjectives = adjectives_of(self.language)
        for number in self.sentences if words else ():
            sentence = self.cut.sentences[number]
            told = not adjectives.isdisjoint(sentence.low)
            if words and (told or self.candidates_of(number, words)):
                yield self.tokens_of(number, words)

    def tokens_of(self, number: int, words: PlaceWords) -> Tokens:
        """The words of one sentence."""
        if number not in self.tokens:
            sentence, text = self.cut.sentences[number], self.cut.text
            if words.joined:
                made = cut_words(text, sentence.start, sentence.end, words, self.language)
            else:
                made = take_over(text, sentence, self.stretches_of(number), words.elisions)
            self.tokens[number] = Tokens(made)
        return self.tokens[number]
