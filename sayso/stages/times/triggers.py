"""Triggers: the words of which a sentence must hold one, or a digit, to hold a date."""

from __future__ import annotations

from sayso.stages.times.patterns import NUMERIC, Row

#: Classes of which nearly every date has one, unless a literal tells it ("yesterday").
STRONG = frozenset(
    {"WEEKDAY", "WEDNESDAY", "MONTH", "UNIT", "LONG", "SEASON", "SEASONAL", "DECADE"}
)
#: A literal shorter than this tells nothing where there is a class beside it.
SHORT = 4


def find_triggers(
    rows: dict[str, list[Row]], classes: dict[str, dict[str, int | str]]
) -> frozenset[str]:
    """Words without which, or a digit, no row of DATE can match.

    Args:
        rows: pattern name → its rows.
        classes: word → the classes that it belongs to.
    """
    found = {word for word, given in classes.items() if STRONG & set(given)}
    worded = {name for given in classes.values() for name in given}
    _cover("DATE", rows, classes, NUMERIC - {"ROMAN"} - worded, found, set())
    return frozenset(found)


def _cover(
    name: str,
    rows: dict[str, list[Row]],
    classes: dict[str, dict[str, int | str]],
    digits: frozenset[str],
    found: set[str],
    done: set[str],
) -> None:
    """Add words until each row of a pattern holds one, or digits, or a pattern that does."""
    if name in done:
        return
    done.add(name)
    for row in rows[name]:
        literals = {s.name for s in row.symbols if s.literal}
        names = {s.name for s in row.symbols if not s.literal}
        if names & (STRONG | digits) or literals & found:
            continue
        nested = sorted(names & set(rows))
        if nested:
            for inner in nested:
                _cover(inner, rows, classes, digits, found, done)
            continue
        longest = max(literals, key=lambda word: (len(word), word), default="")
        if names and len(longest) < SHORT:
            found |= {word for word, given in classes.items() if names & set(given)}
        else:
            found.add(longest)
