"""Number words: one word as the parts that it is made of ("dreiundzwanzig": drei und zwanzig)."""

from __future__ import annotations

from sayso.stages.quantities.grammar import Grammar


def morphemes(word: str, grammar: Grammar) -> tuple[str, ...] | None:
    """The number words that a word consists of, or None where it is no number word.

    >>> from sayso.stages.quantities.grammar import find_grammar
    >>> morphemes("dreiundzwanzig", find_grammar("de"))
    ('drei', 'und', 'zwanzig')
    >>> morphemes("tree", find_grammar("en")) is None
    True
    """
    if word in grammar.values or word in grammar.scales:
        return (word,)
    if not grammar.file.compound or len(word) < 6:
        return None
    if word not in grammar.pieces:
        grammar.pieces[word] = split(word, grammar)
    return grammar.pieces[word]


def can_begin(word: str, grammar: Grammar) -> bool:
    """True for a word with which a number can begin, articles apart.

    >>> from sayso.stages.quantities.grammar import find_grammar
    >>> [can_begin(word, find_grammar("de")) for word in ("12", "dreißig", "dreißigste", "ein")]
    [True, True, False, False]
    """
    if word in grammar.starts or word[:1].isdecimal() or word[:1] == "." < word:
        return True
    return morphemes(word, grammar) is not None and word not in grammar.leading_words


def split(word: str, grammar: Grammar) -> tuple[str, ...] | None:
    """The longest number words first, up to the end of the word; None where something is left."""
    if not word:
        return ()
    joins = (*grammar.file.join, *grammar.file.articles)
    for length in range(len(word), 1, -1):
        head = word[:length]
        if head in grammar.values or head in grammar.scales or head in joins:
            rest = split(word[length:], grammar)
            if rest is not None and not (length == len(word) and head in joins):
                return (head, *rest)
    return None
