"""Fold names: one plain spelling for look-up and for ids."""

from __future__ import annotations

import functools
import unicodedata

#: Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


#: Of ASCII what is neither letter nor digit is a space, and marks inside a word are nothing.
_PLAIN = {c: chr(c).lower() if chr(c).isalnum() else " " for c in range(128)} | {
    ord(mark): "" for mark in "'."
}


@functools.lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """The name in small letters, marks left out, its words joined by hyphens.

    Letters of other scripts stay as they are: nothing is transliterated here.

    >>> fold("Évariste  Ndayishimiye"), fold("Kim Jong-un"), fold("Łukasz O’Neill")
    ('evariste-ndayishimiye', 'kim-jong-un', 'lukasz-oneill')
    >>> fold("Володимир")
    'володимир'
    """
    if name.isascii():
        return "-".join(name.translate(_PLAIN).split())
    lowered = name.casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", lowered).casefold()  # a letter in a circle is one too
    kept = (c for c in plain if not unicodedata.combining(c) and c not in "'’ʼ.")
    joined = "".join(c if c.isalnum() else " " for c in kept)
    return unicodedata.normalize("NFC", "-".join(joined.split()))
