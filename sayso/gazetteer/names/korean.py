"""Korean names: Hangul into Latin letters, and one folded spelling for all romanisations."""

from __future__ import annotations

import functools
import re

from sayso.gazetteer.tables import read_rows

#: Revised Romanisation of a syllable's three parts, in Unicode's order.
_PARTS = ("head", "vowel", "tail")


@functools.cache
def load_letters() -> tuple[tuple[str, ...], ...]:
    """names/korean_letters.tsv: what each head, vowel and tail is in Latin letters."""
    rows = list(read_rows("names/korean_letters.tsv"))
    return tuple(tuple(latin for part, latin in rows if part == wanted) for wanted in _PARTS)


@functools.cache
def load_same() -> tuple[tuple[str, str], ...]:
    """names/korean_habits.tsv: letters that romanisations swap → one for all, in this order."""
    return tuple((old, new) for old, new in read_rows("names/korean_habits.tsv"))


def romanise_syllable(syllable: str) -> str:
    """One syllable by Revised Romanisation, without sound changes between syllables.

    >>> romanise_syllable("정"), romanise_syllable("은"), romanise_syllable("힣")
    ('jeong', 'eun', 'hit')
    """
    number = ord(syllable) - 0xAC00
    head, rest = divmod(number, 588)
    vowel, tail = divmod(rest, 28)
    heads, vowels, tails = load_letters()
    return heads[head] + vowels[vowel] + tails[tail]


@functools.cache
def load_korean() -> tuple[dict[str, str], dict[str, str]]:
    """names/korean.tsv: family names and given syllables → how the press writes them."""
    families: dict[str, str] = {}
    syllables: dict[str, str] = {}
    for kind, hangul, latin in read_rows("names/korean.tsv"):
        (families if kind == "family" else syllables)[hangul] = latin
    return families, syllables


def romanise_korean(name: str) -> str:
    """A Korean personal name as the press writes it: family name first, given name joined.

    >>> romanise_korean("김정은"), romanise_korean("박은혜"), romanise_korean("남궁 민수")
    ('Kim Jeong-eun', 'Park Eun-hye', 'Namgung Min-su')
    """
    families, syllables = load_korean()
    joined = name.replace(" ", "")
    size = 2 if joined[:2] in families and len(joined) > 2 else 1
    family, given = joined[:size], joined[size:]
    first = families.get(family) or "".join(map(_spell, family)).capitalize()
    rest = "-".join(syllables.get(letter) or _spell(letter) for letter in given)
    return f"{first} {rest[:1].upper()}{rest[1:]}".strip()


def _spell(letter: str) -> str:
    return romanise_syllable(letter) if "가" <= letter <= "힣" else letter


_DOUBLE = re.compile(r"(.)\1+")


def fold_korean(name: str) -> str:
    """One spelling for every romanisation of a Korean name, its syllables joined.

    Vowels that romanisations swap (o, u, eo, eu) are one letter there; so this key decides only
    together with the rest: that the name is Korean, and that a family name leads it.

    >>> fold_korean("Kim Jong-un") == fold_korean("Gim Jeong-eun") == fold_korean("김정은")
    True
    >>> fold_korean("Lee Jae-myung") == fold_korean("Yi Chaemyŏng") == fold_korean("이재명")
    True
    """
    from sayso.gazetteer.fold import fold
    from sayso.gazetteer.names.romanise import is_hangul

    plain = fold(romanise_korean(name) if is_hangul(name) else name)
    family, _, rest = plain.partition("-")
    family = _family_keys().get(family, family)
    text = f"{family}-{rest.replace('-', '')}" if rest else family
    for old, new in load_same():
        text = text.replace(old, new)
    return _DOUBLE.sub(r"\1", text)


@functools.cache
def _family_keys() -> dict[str, str]:
    """Every press form of a family name → its Revised Romanisation ("lee" → "i")."""
    keys: dict[str, str] = {}
    for kind, latin, forms in read_rows("names/korean_forms.tsv"):
        if kind == "family":
            keys.update(dict.fromkeys(forms.split("|"), latin))
    return keys


#: Syllables of the longest Korean name; a name in Hangul that has more is from elsewhere.
_LONGEST = 4


def is_foreign(name: str) -> bool:
    """True for a name in Hangul that is no Korean one: several words, and more syllables.

    >>> is_foreign("도널드 트럼프"), is_foreign("김정은"), is_foreign("체르니쇼프")
    (True, False, False)
    """
    syllables = sum("가" <= letter <= "힣" for letter in name)
    return " " in name.strip() and syllables > _LONGEST


@functools.lru_cache(maxsize=32768)
def is_korean(name: str) -> bool:
    """True for a name in Hangul, or one that a Korean family name leads.

    >>> is_korean("이재명"), is_korean("Ri Yong-ho"), is_korean("John Park")
    (True, True, False)
    >>> is_korean("바딤 체르니쇼프")
    False
    """
    from sayso.gazetteer.fold import fold
    from sayso.gazetteer.names.romanise import is_hangul

    if is_hangul(name):
        return not is_foreign(name)
    family, _, given = fold(name).partition("-")
    return family in _family_keys() and 3 <= len(given) <= 14
