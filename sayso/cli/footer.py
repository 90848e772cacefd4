"""What stands under a table: the events, what contradicts itself, what stayed undecided."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from sayso.cli.cells import SHORTEST
from sayso.cli.told import counted_words, narrated_lines
from sayso.cli.words import clean, shorten
from sayso.model import Document, Undecided


def render_footer(document: Document, explain: bool = False) -> Text | None:
    """How many events, which rows cannot both hold, what stayed undecided; to explain, each one."""
    counted = counted_words(document)
    lines = [counted] if counted else []
    if explain:
        lines += narrated_lines(document)
    numbers = {s.id: n for n, s in enumerate(document.statements, start=1)}
    for conflict in document.conflicts:
        a, b = numbers.get(conflict.a, "?"), numbers.get(conflict.b, "?")
        lines.append(f"conflict: #{a} and #{b}: {clean(conflict.why)}")
    if document.undecided:
        reasons = Counter(item.reason.value for item in document.undecided)
        why = " · ".join(f"{r.replace('_', ' ')} {n}" for r, n in reasons.most_common())
        lines.append(f"undecided {len(document.undecided)}: {why}")
        if explain:
            lines += [undecided_words(item) for item in document.undecided]
    return Text("\n".join(lines), style="dim") if lines else None


def undecided_words(item: Undecided) -> str:
    """Something seen but not understood: where, why, the words, the entry that saw it."""
    reason = item.reason.value.replace("_", " ")
    words = shorten(clean(item.span.text), SHORTEST)
    return f"  {item.span.start}–{item.span.end} {reason}: “{words}” ({item.rule})"
