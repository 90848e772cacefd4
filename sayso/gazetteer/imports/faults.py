"""Faults in words: the lines that share one are named together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from sayso.gazetteer.imports.row import Fault


def line_words(lines: Iterable[int]) -> str:
    """Numbers of lines as one reads them.

    >>> line_words([3]), line_words([9, 3, 4, 5])
    ('line 3', 'lines 3–5, 9')
    """
    found = sorted(set(lines))
    runs = []
    for _, run in groupby(enumerate(found), lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        first, last = numbers[0], numbers[-1]
        runs.append(f"{first}" if first == last else f"{first}–{last}")
    return f"{'line' if len(found) == 1 else 'lines'} {', '.join(runs)}"


def group_faults(faults: Sequence[Fault]) -> list[tuple[str, Fault]]:
    """The lines of every fault in words, with the fault, in the order of the first line.

    >>> said = [Fault(n, "country", "'QX' is no country", "RUS") for n in (2, 3, 7)]
    >>> [(lines, fault.what) for lines, fault in group_faults(said)]
    [('lines 2–3, 7', "'QX' is no country")]
    """
    lines: dict[tuple[str, str, str], list[Fault]] = {}
    for fault in faults:
        lines.setdefault((fault.column, fault.what, fault.expected), []).append(fault)
    grouped = [(line_words(one.line for one in alike), alike[0]) for alike in lines.values()]
    return sorted(grouped, key=lambda pair: pair[1].line)
