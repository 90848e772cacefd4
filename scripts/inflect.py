"""Inflect names and adjectives by tables: no ending of a language stands here.

scripts/gazetteer/declensions.csv: language; kind; endings; forms. The longest ending that a word
has decides. A form replaces the ending; `~` keeps it, a digit keeps it without so many of its last
letters. Kinds: `adjective` and `people` list every form; `noun` and `modifier` list the cases in
one order (`/` parts two forms of one case), so that the words of a name agree: "Северная Корея",
"Северной Кореи". A `joiner` begins a new noun phrase inside a name ("Босния и Герцеговина").
"""

from __future__ import annotations

import csv
import functools
from itertools import product
from pathlib import Path

TABLE = Path(__file__).parent / "gazetteer" / "declensions.csv"
CASES = 6
Rows = dict[tuple[str, str], dict[str, list[str]]]


@functools.cache
def load() -> Rows:
    """Language and kind → ending → forms as the table has them."""
    rows: Rows = {}
    with TABLE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            forms = row["forms"].split(",")
            for ending in row["endings"].split("|"):
                rows.setdefault((row["language"], row["kind"]), {})[ending] = forms
    return rows


def find(word: str, language: str, kind: str) -> tuple[str, list[str]] | None:
    """The longest ending of the word that the table has, with its forms."""
    table = load().get((language, kind), {})
    low = word.lower()
    for length in range(len(low), 0, -1):
        if low[-length:] in table:
            return word[-length:], table[low[-length:]]
    return None


def put(word: str, ending: str, form: str) -> str:
    """The word with a form in the place of its ending."""
    stem = word[: len(word) - len(ending)]
    if form.startswith("~"):
        return word + form[1:]
    if form[:1].isdigit():
        return stem + ending[: len(ending) - int(form[0])] + form[1:]
    return _cased(stem + form, word)


def _cased(made: str, word: str) -> str:
    """A form that replaces the whole word keeps its capital."""
    return made[:1].upper() + made[1:] if word[:1].isupper() else made


def inflect(word: str, language: str, kind: str) -> list[str]:
    """Every form of an adjective or of a word for people; the word alone where no ending fits.

    >>> inflect("кореец", "ru", "people")[:3]
    ['кореец', 'корейца', 'корейцу']
    >>> inflect("alemán", "es", "adjective")
    ['alemán', 'alemana', 'alemanes', 'alemanas']
    """
    found = find(word, language, kind)
    if found is None:
        return [word]
    ending, forms = found
    return list(dict.fromkeys(put(word, ending, form) for form in forms))


def decline(name: str, language: str) -> list[str]:
    """A name in every case; itself first, and alone in a language without cases.

    >>> decline("Северная Корея", "ru")[1:5]
    ['Северной Кореи', 'Северной Корее', 'Северную Корею', 'Северной Кореей']
    >>> decline("Лига арабских государств", "ru")[1]
    'Лиги арабских государств'
    >>> decline("США", "ru"), decline("Portugal", "es")
    (['США'], ['Portugal'])
    """
    if (language, "noun") not in load():
        return [name]
    columns = _columns(name.split(), language)
    made = [name]
    for case in range(CASES):
        made += [" ".join(way) for way in product(*(column[case] for column in columns))]
    return list(dict.fromkeys(made))


def _columns(words: list[str], language: str) -> list[list[list[str]]]:
    """Each word's forms by case: of modifiers and the noun that they lead to; others stay."""
    columns = []
    seeking = True
    for number, word in enumerate(words):
        kind = _kind(word, language, seeking, last=number == len(words) - 1)
        columns.append(_cases(word, language, kind))
        if kind == "joiner":
            seeking = True
        elif kind != "modifier":
            seeking = False
    return columns


def _kind(word: str, language: str, seeking: bool, *, last: bool) -> str:
    if word in load().get((language, "joiner"), {}):
        return "joiner"
    if not seeking or (word.isupper() and len(word) > 1) or not word.replace("-", "").isalpha():
        return ""
    if not last and find(word, language, "modifier"):
        return "modifier"
    return "noun"


def _cases(word: str, language: str, kind: str) -> list[list[str]]:
    found = find(word, language, kind) if kind in ("noun", "modifier") else None
    if found is None:
        return [[word]] * CASES
    ending, forms = found
    return [[put(word, ending, one) for one in form.split("/")] for form in forms]
