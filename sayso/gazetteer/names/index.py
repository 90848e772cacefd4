"""Look names up, in any spelling and script, among names that were filed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.gazetteer.fold import fold
from sayso.gazetteer.names.keys import (
    list_filing_keys,
    list_pair_keys,
    readings,
)
from sayso.gazetteer.names.korean import fold_korean, is_korean
from sayso.gazetteer.names.match import POSSIBLE, Comparison, Verdict, compare
from sayso.gazetteer.names.parts import Name, split_name
from sayso.gazetteer.names.romanise import is_cyrillic, is_hangul
from sayso.gazetteer.names.sound import fold_spelling
from sayso.gazetteer.names.words import get_word, match_words
from sayso.gazetteer.particles import list_bare

#: More namesakes than this are not compared one by one.
_MOST = 60
#: From this score on, one word is another spelling of a family name.
ONE_WORD = 0.7
#: Names in Latin letters less alike than this (of 100) are not compared word by word.
_FAR = 60
#: Two entries whose scores lie closer fit equally well.
_CLOSE = 0.02
#: What a word that is only a part of a filed name counts less.
_PART = 0.02


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that a name may mean.

    Attributes:
        key: what the entry was filed as.
        name: the filed name that fits best.
        comparison: score, verdict and reasons.
    """

    key: str
    name: str
    comparison: Comparison

    @property
    def score(self) -> float:
        """The comparison's score."""
        return self.comparison.score


Names = Callable[[str], tuple[str, ...]]


def search(
    name: str, language: str, keys: Mapping[str, Iterable[str]], names_of: Names
) -> list[Hit]:
    """Entries that the name may mean, best first: exact ones, else those that sound alike.

    Args:
        keys: filing key → entries; names_of: entry → its names.
    """
    hits = _search(name, language, keys, names_of)
    if is_hangul(name) and not _is_sure(hits):  # "김정은이": a particle hangs on it
        bare = (_search(form, language, keys, names_of) for form in list_bare(name, "ko")[1:])
        hits = next((found for found in bare if _is_sure(found)), hits)
    return hits


def _is_sure(hits: list[Hit]) -> bool:
    return bool(hits) and hits[0].comparison.verdict is Verdict.SAME


def _search(
    name: str, language: str, keys: Mapping[str, Iterable[str]], names_of: Names
) -> list[Hit]:
    exact = keys.get(fold(name))
    parts = split_name(name)
    if exact is None and parts.words and not parts.mark:
        exact = keys.get(fold(" ".join(parts.words)))
    if exact is not None:
        return [Hit(key, name, _exact(name, parts)) for key in exact]
    if len(parts.part_hyphens().words) < 2:
        return _search_word(parts, language, keys, names_of)
    found = dict.fromkeys(
        entry for key in list_pair_keys(parts, language) for entry in keys.get(key, ())
    )
    if is_korean(name):
        found.update(dict.fromkeys(keys.get("*" + fold_korean(name), ())))
    hits = _compare_all(name, language, list(found)[: 2 * _MOST], names_of)
    if _is_sure(hits):
        return hits
    family = [one for one in _by_family(parts, language, keys) if one not in found]
    more = _compare_all(name, language, family, names_of)
    return sorted([*hits, *more], key=_rank)


def _exact(name: str, parts: Name) -> Comparison:
    """A filed name as it stands; of one word it does not tell for sure."""
    if parts.single and not parts.mark:
        return Comparison(1.0, Verdict.POSSIBLE, (f"{name} is one of the names; one word alone",))
    return Comparison(1.0, Verdict.SAME, (f"{name} is one of the names",))


def _by_family(parts: Name, language: str, keys: Mapping[str, Iterable[str]]) -> list[str]:
    """Entries with a family name that sounds like a word of the name, few at a time."""
    out: dict[str, None] = {}
    words = parts.part_hyphens().words
    for word in dict.fromkeys((parts.words[-1], words[-1], words[0])):
        for sound in readings(word, language)[:4]:
            out.update(dict.fromkeys(keys.get(f"-{sound}", ())))
        if out:
            break
    return list(out)[:_MOST]


def _compare_all(name: str, language: str, entries: list[str], names_of: Names) -> list[Hit]:
    """The entries with what `compare` says, best first; those that differ left out."""
    hits = []
    choose = _chooser(name)
    for entry in dict.fromkeys(entries):
        best: Comparison | None = None
        written = ""
        for one in choose(names_of(entry)):
            found = compare(name, one, languages=(language, "en"))
            if best is None or found.score > best.score:
                best, written = found, one
        if best is not None and best.score >= POSSIBLE and best.verdict is not Verdict.DIFFERENT:
            hits.append(Hit(entry, written, best))
    return sorted(hits, key=_rank)


def _rank(hit: Hit) -> tuple[float, str]:
    return -hit.score, hit.key


def _chooser(name: str) -> Callable[[tuple[str, ...]], Sequence[str]]:
    """Which of an entry's names are compared word by word: those in the same script first."""
    if is_korean(name):  # a Korean name in Latin letters or Hangul tells more than one in Cyrillic
        near = _cyrillic_first if is_cyrillic(name) else _near(name)
        return lambda names: near(tuple(one for one in names if is_korean(one)) or names)
    if is_hangul(name):
        return lambda names: names
    return _cyrillic_first if is_cyrillic(name) else _near(name)


def _cyrillic_first(names: tuple[str, ...]) -> Sequence[str]:
    return [one for one in names if is_cyrillic(one)] or names


def _near(name: str) -> Callable[[tuple[str, ...]], Sequence[str]]:
    """Names in Latin letters not far from this one: beside them a Cyrillic one would be vaguer."""
    asked, alike = _plain(name), _load_likeness()

    def choose(names: tuple[str, ...]) -> Sequence[str]:
        latin = _sketch(names)
        near = [one for one, plain in latin if alike(asked, plain, score_cutoff=_FAR)]
        return near if latin else names

    return choose


@functools.cache
def _load_likeness() -> Callable[..., float]:
    """A first, cheap look at two names in Latin letters, 0 to 100."""
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio


@functools.lru_cache(maxsize=65536)
def _sketch(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """An entry's names in Latin letters, each with its folded spelling."""
    return tuple((one, _plain(one)) for one in names if not is_cyrillic(one))


@functools.lru_cache(maxsize=65536)
def _plain(name: str) -> str:
    return " ".join(fold_spelling(word) for word in split_name(name).part_hyphens().words)


def _search_word(
    parts: Name, language: str, keys: Mapping[str, Iterable[str]], names_of: Names
) -> list[Hit]:
    """Entries whose family name (or only name) is the word, in another spelling."""
    if not parts.words:
        return []
    word = get_word(parts.words[0], language)
    found: dict[str, None] = dict.fromkeys(
        entry for sound in readings(parts.words[0], language) for entry in keys.get(f"-{sound}", ())
    )
    hits = []
    for entry in list(found)[: 4 * _MOST]:
        score, found_as, one = max(
            (
                (found_as.score - (0.0 if len(words) == 1 else _PART), found_as, one)
                for one in names_of(entry)
                for words in [split_name(one).part_hyphens().words]
                for found_as in [match_words(word, get_word(other, "en")) for other in words]
            ),
            key=lambda triple: triple[0],
        )
        if found_as.score >= ONE_WORD:
            reasons = (found_as.reason, "one word alone does not tell who it is")
            hits.append(Hit(entry, one, Comparison(round(score, 3), Verdict.POSSIBLE, reasons)))
    return sorted(hits, key=_rank)


@dataclass(slots=True)
class NameIndex:
    """Names filed under ids, to be found in other spellings.

    >>> book = NameIndex()
    >>> book.add("person:pjotr-welski", "Pjotr Welski")
    >>> [hit.key for hit in book.find("Петра Вельского", "ru")]
    ['person:pjotr-welski']
    """

    keys: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)

    def add(self, key: str, name: str) -> None:
        """File one more name of an entry."""
        names = self.names.setdefault(key, [])
        if name in names:
            return
        names.append(name)
        for filed in list_filing_keys(name, korean=is_korean(name), given=True):
            self.file(key, filed)

    def file(self, key: str, filed: str) -> None:
        """Put an entry under one more key."""
        entries = self.keys.setdefault(filed, [])
        if key not in entries:
            entries.append(key)

    def find(self, name: str, language: str = "") -> list[Hit]:
        """Entries that the name may mean, best first."""
        return search(name, language, self.keys, lambda key: tuple(self.names[key]))

    def assign(self, name: str, language: str = "") -> Hit:
        """The entry that the name surely means, or a new one under the folded name.

        The name is filed with it, so that pages after this one find it. A family name alone, and a
        name that fits two entries equally well, gets an entry of its own.

        >>> book = NameIndex()
        >>> book.assign("Pjotr Welski", "de").key, book.assign("Пётр Вельский", "ru").key
        ('person:pjotr-welski', 'person:pjotr-welski')
        >>> book.assign("Welski", "de").key
        'person:welski'
        """
        hits = part_namesakes(self.find(name, language))
        hits = [hit for hit in hits if hit.comparison.verdict is Verdict.SAME]
        if hits:
            self.add(hits[0].key, name)
            return hits[0]
        key = f"person:{fold(name)}"
        self.add(key, name)
        return Hit(key, name, Comparison(1.0, Verdict.SAME, ("first seen here",)))


def part_namesakes(hits: list[Hit]) -> list[Hit]:
    """The hits, where two that fit equally well are possible only: the name does not tell which.

    >>> book = NameIndex()
    >>> book.add("a", "Jan Weller")
    >>> book.add("b", "Jan Weller")
    >>> [hit.comparison.verdict.value for hit in part_namesakes(book.find("Jan Weller"))]
    ['possible', 'possible']
    """
    sure = [hit for hit in hits if hit.comparison.verdict is Verdict.SAME]
    if len(sure) < 2:
        return hits
    top = max(hit.score for hit in sure)
    close = {hit.key for hit in sure if top - hit.score <= _CLOSE}
    out = []
    for hit in hits:
        known = hit.comparison
        doubt = len(close) > 1 if hit.key in close else True
        if known.verdict is Verdict.SAME and doubt:
            why = "somebody else fits as well" if hit.key in close else "somebody else fits better"
            doubted = replace(known, verdict=Verdict.POSSIBLE, reasons=(*known.reasons, why))
            hit = replace(hit, comparison=doubted)
        out.append(hit)
    return out
