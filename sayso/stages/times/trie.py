"""The rows of a pattern as one tree, so that what rows share is matched once."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.stages.times.patterns import Row, Symbol

Gives = tuple[tuple[str, int | str], ...]


@dataclass(slots=True)
class Node:
    """A place in the rows of a pattern.

    Attributes:
        words: literal word → what follows it.
        classes: class of words → what follows one.
        patterns: named patterns that can stand here.
        ends: rows that are complete here: their place in the file and what they settle.
    """

    words: dict[str, list[tuple[Symbol, Node]]] = field(default_factory=dict)
    classes: dict[str, list[tuple[Symbol, Node]]] = field(default_factory=dict)
    patterns: list[tuple[Symbol, Node]] = field(default_factory=list)
    ends: list[tuple[int, Gives]] = field(default_factory=list)


def plant(rows: list[Row], names: frozenset[str]) -> Node:
    """The tree of a pattern's rows; `names` are those of all patterns.

    >>> from sayso.stages.times.patterns import read_rows
    >>> tree = plant(read_rows("the (DAY | YEAR)", "x"), frozenset())
    >>> [list(node.classes) for _, node in tree.words["the"]]
    [['DAY', 'YEAR']]
    """
    root = Node()
    for order, row in enumerate(rows):
        node = root
        for symbol in row.symbols:
            node = _follow(node, symbol, names)
        node.ends.append((order, row.gives))
    return root


def _follow(node: Node, symbol: Symbol, names: frozenset[str]) -> Node:
    """The node behind a symbol, made where it is not there yet."""
    if symbol.literal:
        branch = node.words.setdefault(symbol.name, [])
    elif symbol.name in names:
        branch = node.patterns
    else:
        branch = node.classes.setdefault(symbol.name, [])
    for known, child in branch:
        if known == symbol:
            return child
    child = Node()
    branch.append((symbol, child))
    return child
