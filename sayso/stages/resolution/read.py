"""Read a page: its words, its noun phrases, its people."""

from __future__ import annotations

from sayso.packs.load import Pack
from sayso.stages.resolution.identify import identify
from sayso.stages.resolution.joining import join_atoms
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.people import People
from sayso.stages.resolution.scan import Scanner
from sayso.stages.resolution.sequence import read_words
from sayso.stages.resolution.words import load_vocabulary
from sayso.stages.segment import Segmented


def read_page(cut: Segmented, pack: Pack, title_end: int = 0) -> Page:
    """Find the parties of a page and whom each means by itself."""
    vocabulary = load_vocabulary(pack)
    words = read_words(cut, vocabulary, title_end)
    phrases = join_atoms(Scanner(words, vocabulary).scan(), words, vocabulary.grammar)
    people = People(words, pack.head.nouns_capitalised)
    people.register(phrases)
    begins = [phrase.first for phrase in phrases]
    page = Page(words, pack, vocabulary.grammar, phrases, people, begins)
    for phrase in phrases:
        identify(page, phrase)
    return page
