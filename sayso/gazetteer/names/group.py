"""Put the spellings of one unknown name together across pages: one id each, whatever the order.

A pure function of the names that were seen, so that shards can be grouped in any order. It merges
full names that `compare` finds the same, never a family name alone, and never two names that it
finds different, not even through a third. What fits two groups equally well stays alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from sayso.gazetteer.fold import fold
from sayso.gazetteer.names.keys import list_pair_keys, readings
from sayso.gazetteer.names.korean import fold_korean, is_korean
from sayso.gazetteer.names.match import Comparison, Verdict, compare
from sayso.gazetteer.names.parts import is_initial, split_name
from sayso.gazetteer.names.romanise import find_script, is_cyrillic, is_hangul, romanise
from sayso.gazetteer.particles import list_bare

#: Two groups whose best scores lie closer fit a name equally well.
_CLOSE = 0.02
Seen = tuple[str, str]  # a name as written, and the language of its page


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The spellings that mean one person.

    Attributes:
        id: "person:" and the folded Latin spelling.
        name: the spelling shown: an English page's, else another in Latin letters, else romanised.
        seen: each spelling with its language, sorted.
        reasons: why they are one, in words, a line a pair that joined two parts.
        doubts: why something that looks alike is not in it.
    """

    id: str
    name: str
    seen: tuple[Seen, ...]
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


def group_names(names: Iterable[Seen]) -> tuple[NameGroup, ...]:
    """One group a person, in the order of their ids; the same for any order of the names.

    Args:
        names: full names as pages write them, with the language of the page ("" where unknown).

    >>> seen = [("Wadim Tschernyschow", "de"), ("Вадима Чернышова", "ru"), ("Tschernyschow", "de")]
    >>> [(one.id, len(one.seen)) for one in group_names(seen)]
    [('person:tschernyschow', 1), ('person:wadim-tschernyschow', 2)]
    """
    seen = sorted(set(names))
    known = _compare_near(seen)
    parts = _join({one: frozenset((one,)) for one in seen}, known)
    parts = _part_doubtful(parts, known)
    groups = [_build(part, known) for part in sorted(set(parts.values()), key=sorted)]
    return tuple(sorted(_tell_apart(groups), key=lambda group: group.id))


Known = Mapping[tuple[Seen, Seen], Comparison]
Parts = dict[Seen, frozenset[Seen]]


def _compare_near(seen: list[Seen]) -> Known:
    """Every two names that share the sounds of two words, compared."""
    filed: dict[str, list[Seen]] = {}
    for one in seen:
        for key in _list_keys(*one):
            filed.setdefault(key, []).append(one)
    pairs = {
        pair
        for key, some in filed.items()
        for pair in combinations(some, 2)
        if key[0] != "-" or _abbreviates(*pair)
    }
    return {pair: _compare(*pair) for pair in sorted(pairs)}


def _list_keys(name: str, language: str) -> set[str]:
    """What a full name is filed under; a single word under nothing, so that it stays alone."""
    parts = split_name(name)
    if len(parts.part_hyphens().words) < 2:
        return set()
    keys = {*list_pair_keys(parts, language), *list_pair_keys(parts.part_hyphens(), language)}
    if is_korean(name):
        keys |= {"*" + fold_korean(form) for form in list_bare(name, language)}
    # "W. Weller" shares no two words with "Walter Weller": for names with initials
    return keys | {f"-{sound}" for sound in readings(parts.words[-1], language)}


def _compare(a: Seen, b: Seen) -> Comparison:
    """The best comparison of the two, particles left on or off."""
    found = [compare(x, y, languages=(a[1], b[1])) for x in list_bare(*a) for y in list_bare(*b)]
    return max(found, key=lambda one: (one.verdict is Verdict.SAME, one.score))


def _join(parts: Parts, known: Known) -> Parts:
    """Names that are the same put together, the surest first; initials after whole names."""
    same = [(pair, found) for pair, found in known.items() if found.verdict is Verdict.SAME]
    order = sorted(same, key=lambda one: (_abbreviates(*one[0]), -one[1].score, one[0]))
    for (a, b), _ in order:
        if parts[a] is not parts[b] and not _excludes(parts[a], parts[b], known):
            made = parts[a] | parts[b]
            parts.update(dict.fromkeys(made, made))
    return parts


def _abbreviates(a: Seen, b: Seen) -> bool:
    return any(is_initial(word) for name, _ in (a, b) for word in split_name(name).words)


def _excludes(a: frozenset[Seen], b: frozenset[Seen], known: Known) -> bool:
    """True where a name of one part and a name of the other are two people's.

    Within one script, where spellings lie closer, every two have to be surely the same.
    """
    for x in a:
        for y in b:
            verdict = _find(x, y, known).verdict
            within = find_script(x[0]) == find_script(y[0])
            if verdict is Verdict.DIFFERENT or (within and verdict is not Verdict.SAME):
                return True
    return False


def _find(a: Seen, b: Seen, known: Known) -> Comparison:
    pair = (a, b) if a <= b else (b, a)
    return known.get(pair) or _compare(*pair)


def _part_doubtful(parts: Parts, known: Known) -> Parts:
    """A name that fits another part as well as its own, where these are two people, stays alone."""
    lonely = [one for one in parts if _rivals(one, parts, known)]
    for one in lonely:
        rest = parts[one] - {one}
        parts.update(dict.fromkeys(rest, rest))
        parts[one] = frozenset((one,))
    return parts


def _rivals(one: Seen, parts: Parts, known: Known) -> list[Seen]:
    """Names of other parts that fit a name as well as the best of its own part does."""
    own = parts[one] - {one}
    if not own:
        return []
    best = max(_find(one, other, known).score for other in own)
    return [
        other
        for pair, found in known.items()
        if found.verdict is Verdict.SAME and one in pair
        for other in pair
        if other != one and other not in own and best - found.score <= _CLOSE
    ]


def _build(part: frozenset[Seen], known: Known) -> NameGroup:
    """The group of a part, with what speaks for it and what stayed out."""
    name = _show(part)
    seen = tuple(sorted(part))
    reasons = [
        f"{a[0]} is {b[0]}: {'; '.join(found.reasons)}"
        for (a, b), found in known.items()
        if a in part and b in part and found.verdict is Verdict.SAME
    ]
    doubts = [
        f"{a[0]} looks like {b[0]}, but may be somebody else"
        for (a, b), found in known.items()
        if (a in part) is not (b in part) and found.verdict is not Verdict.DIFFERENT
    ]
    return NameGroup(f"person:{fold(name)}", name, seen, tuple(reasons), tuple(doubts))


def _show(part: frozenset[Seen]) -> str:
    """The spelling that a group is called by: the plainest of those that most readers can read."""

    def rank(one: Seen) -> tuple[int, bool, int, str]:
        name, language = one
        script = 2 if is_cyrillic(name) or is_hangul(name) else 1
        short = any(is_initial(word) for word in split_name(name).words)
        return (0 if language == "en" else script, short, len(name), name)  # a bare form is shorter

    name, language = min(part, key=rank)
    words = split_name(name)
    spelled = " ".join(words.words) if is_hangul(name) else name
    return " ".join(romanise(word, language).replace(" ", "") for word in spelled.split())


def _tell_apart(groups: list[NameGroup]) -> list[NameGroup]:
    """Groups that come to one id get the number of their place among them."""
    taken: dict[str, int] = {}
    out = []
    for group in groups:
        taken[group.id] = number = taken.get(group.id, 0) + 1
        key = group.id if number == 1 else f"{group.id}-{number}"
        out.append(NameGroup(key, group.name, group.seen, group.reasons, group.doubts))
    return out
