"""The rows of a pattern as one tree, so that what rows share is matched once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.stages.times.patterns import Row, Symbol

Gives = tuple[tuple[str, int | str], ...]


@dataclass(slots=True)
class Node:
    """A place in the rows of a pattern.

    Attributes:
        steps: word, or class of words → what follows it.
        patterns: named patterns that can stand here.
        routes: word or class → numbers of the patterns that can begin with it.
        ends: rows that are complete here: their place in the file and what they settle.
    """

    steps: dict[str, list[tuple[Symbol, Node]]] = field(default_factory=dict)
    patterns: list[tuple[Symbol, Node]] = field(default_factory=list)
    routes: dict[str, tuple[int, ...]] = field(default_factory=dict)
    ends: list[tuple[int, Gives]] = field(default_factory=list)


def plant(rows: list[Row], names: frozenset[str]) -> Node:
    """The tree of a pattern's rows; `names` are those of all patterns.

    >>> from sayso.stages.times.patterns import read_rows
    >>> tree = plant(read_rows("the (DAY | YEAR)", "x"), frozenset())
    >>> [list(node.steps) for _, node in tree.steps["the"]]
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
    nested = not symbol.literal and symbol.name in names
    branch = node.patterns if nested else node.steps.setdefault(symbol.name, [])
    for known, child in branch:
        if known == symbol:
            return child
    child = Node()
    branch.append((symbol, child))
    return child


#: First word or class → the words and classes that can stand second; None among them where the
#: first may stand alone.
Openings = dict[str, set[str | None]]


def find_openings(trees: dict[str, Node], name: str) -> Openings:
    """With which two words or classes a pattern can begin.

    >>> from sayso.stages.times.patterns import read_rows
    >>> tree = plant(read_rows("the DAY [of MONTH]", "x"), frozenset())
    >>> find_openings({"DATE": tree}, "DATE")
    {'the': {'DAY'}}
    """
    return _openings(trees, name, {})


def _openings(trees: dict[str, Node], name: str, known: dict[str, Openings]) -> Openings:
    if name in known:
        return known[name]
    found: Openings = {}
    known[name] = found  # a pattern that begins with itself adds nothing
    for first, children in trees[name].steps.items():
        for _, child in children:
            found.setdefault(first, set()).update(_next(trees, child))
    for symbol, child in trees[name].patterns:
        for first, seconds in tuple(_openings(trees, symbol.name, known).items()):
            ended = set(_next(trees, child)) if None in seconds else set()
            found.setdefault(first, set()).update((seconds - {None}) | ended)
    return found


def _next(trees: dict[str, Node], node: Node) -> Iterator[str | None]:
    """What can stand at a node; None where a row ends there."""
    if node.ends:
        yield None
    yield from node.steps
    for symbol, _ in node.patterns:
        yield from find_firsts(trees, symbol.name)


def find_firsts(trees: dict[str, Node], name: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """Words and classes with which a pattern can begin; `seen` are those that it stands in."""
    node = trees[name]
    found = set(node.steps)
    for symbol, _ in node.patterns:
        if symbol.name not in seen:
            found |= find_firsts(trees, symbol.name, seen | {name})
    return found


def lay_routes(trees: dict[str, Node]) -> None:
    """Note at every place of the trees which named patterns a word or class can begin there."""
    firsts = {name: find_firsts(trees, name) for name in trees}
    for tree in trees.values():
        for node in _nodes(tree):
            for number, (symbol, _) in enumerate(node.patterns):
                for first in firsts[symbol.name]:
                    node.routes[first] = (*node.routes.get(first, ()), number)


def _nodes(node: Node) -> Iterator[Node]:
    """A place and all behind it."""
    yield node
    for branch in (*node.steps.values(), node.patterns):
        for _, child in branch:
            yield from _nodes(child)
