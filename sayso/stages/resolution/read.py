"""Read a page: its words, its noun phrases, its people."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.gazetteer.grammar import load_grammar
from sayso.packs.load import Pack
from sayso.stages.resolution.identify import identify
from sayso.stages.resolution.joining import join_atoms
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.people import People
from sayso.stages.resolution.scan import Scanner
from sayso.stages.resolution.tokens import Token, tokenise

#: Share of a sentence's longer words that have a capital, from which on it is a headline in
#: capitals (where nouns have none): set by eye on headlines, between 0.6 and 0.9 nothing changes.
_TITLE_CASE = 0.75


def read_page(text: str, language: str, pack: Pack, sentences: Sequence[tuple[int, int]]) -> Page:
    """Find the parties of a page and whom each means by itself."""
    tokens = tokenise(text, pack, sentences)
    base = language.split("-")[0]
    shouted = title_cased(tokens, pack)
    scanner = Scanner(text, tokens, pack, base, shouted)
    phrases = join_atoms(scanner.scan(), tokens, pack)
    people = People(tokens, text, pack.head.nouns_capitalised)
    people.register(phrases)
    starts = [token.start for token in tokens]
    begins = [phrase.first for phrase in phrases]
    page = Page(
        text, pack, base, load_grammar(base), tokens, starts, phrases, people, begins, shouted
    )
    for phrase in phrases:
        identify(page, phrase)
    return page


def title_cased(tokens: list[Token], pack: Pack) -> frozenset[int]:
    """Numbers of the sentences that are written With Capitals Throughout."""
    if pack.head.nouns_capitalised:
        return frozenset()
    counts: dict[int, list[int]] = {}
    for token in tokens:
        if len(token.word) > 3 and token.word[0].isalpha():
            count = counts.setdefault(token.sentence, [0, 0])
            count[0] += token.capital
            count[1] += 1
    return frozenset(n for n, (big, of) in counts.items() if of > 3 and big >= _TITLE_CASE * of)
