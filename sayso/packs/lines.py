"""Where an entry stands in a TOML file: tomllib gives values, a reader wants the line."""

from __future__ import annotations

import re


def entry_lines(text: str, table: str) -> list[int]:
    """Lines (from 1) on which the entries `[[table]]` begin.

    >>> entry_lines('[[cue]]\\nlemma = "say"\\n\\n[[cue]]', "cue")
    [1, 4]
    """
    header = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]\s*(#.*)?")
    return [n for n, line in enumerate(text.splitlines(), start=1) if header.fullmatch(line)]


def find_key_line(text: str, key: str, start: int = 1, end: int | None = None) -> int | None:
    """The first line from `start` up to (not with) `end` on which a key is set.

    A key inside `{ … }` is found on its line as well.

    >>> find_key_line('[[cue]]\\nlemma = "say"\\nmarks = { cu = "said" }\\n', "cu")
    3
    """
    setting = re.compile(rf'(?:^|[{{,.\s])"?{re.escape(key)}"?\s*=')
    lines = text.splitlines()
    for number in range(start, (end or len(lines) + 1)):
        if setting.search(lines[number - 1]):
            return number
    return None
