"""How fast names are looked up: `python -m bench.names`.

Prints look-ups a second of CPU time on one core, and beside them, in the same run, what a search
through the raw list of names costs (`rapidfuzz.process.extractOne`, which knows no scripts).
Exact: every name of the gazetteer as it is filed. Fuzzy: other spellings of them (German letters
for a Cyrillic form, or a consonant doubled and a vowel changed), each asked once: no cache helps.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable

from rapidfuzz import fuzz, process

from sayso.gazetteer.names.officeholders import (
    find_exact,
    find_person,
    list_people,
    load_keys,
    load_lines,
)

_SWAPS = (("v", "w"), ("sh", "sch"), ("ch", "tsch"), ("u", "ou"), ("y", "ij"), ("k", "ck"),
          ("i", "ie"), ("s", "ss"), ("e", "é"), ("l", "ll"), ("o", "ö"))  # fmt: skip


def respell(name: str, draw: random.Random) -> str:
    """The name in another habit: one or two of its letters as another language writes them."""
    swaps = [swap for swap in _SWAPS if swap[0] in name]
    for old, new in draw.sample(swaps, min(2, len(swaps))):
        name = name.replace(old, new, 1)
    return name


def rate(ask: Callable[[str], object], names: Iterable[str]) -> float:
    """Look-ups a second."""
    asked = list(names)
    start = time.process_time()
    for name in asked:
        ask(name)
    return len(asked) / (time.process_time() - start)


def main() -> None:
    """Measure and print."""
    start = time.process_time()
    load_keys()
    load_lines()
    print(f"loading: {1000 * (time.process_time() - start):.0f} ms")
    draw = random.Random(5)
    names = [name for person in list_people() for name in person.names]
    draw.shuffle(names)
    raw = list(dict.fromkeys(names))
    latin = [name for name in raw if name.isascii() and " " in name]
    spelled = [respell(name, draw) for name in latin[:5000]]
    cold = rate(lambda name: find_person(name, "en"), spelled[:1500])
    exact = rate(find_exact, names)
    fuzzy = rate(lambda name: find_person(name, "en"), spelled[1500:])
    base = rate(lambda name: process.extractOne(name, raw, scorer=fuzz.ratio), spelled[:150])
    right = sum(
        bool(found) and name in found[0].person.names
        for name, found in ((n, find_person(s, "en")) for n, s in zip(latin, spelled, strict=False))
    )
    print(f"exact:   {exact:9,.0f} names/s   {exact / base:7.1f} times extractOne")
    print(f"fuzzy:   {fuzzy:9,.0f} names/s   {fuzzy / base:7.1f} times extractOne")
    print(f"fuzzy, the first 1,500: {cold:,.0f} names/s")
    print(f"extractOne over {len(raw):,} names: {base:,.0f} names/s")
    print(f"fuzzy look-ups to the right person: {right / len(spelled):.3f}")


if __name__ == "__main__":
    main()
