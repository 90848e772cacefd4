"""Which encoding bytes are in when nobody says so: the one in which they speak a language."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from sayso.intake.language import detect, guess, pieces

#: How much of a page is looked at, in bytes and in pieces.
SAMPLE, MAX_PIECES = 200_000, 40
#: Mean confidence (of 1) with which the text must speak a language, and by how much more than in
#: the next encoding that reads it otherwise. Tried on ten languages in fourteen encodings.
MIN_CONFIDENCE, MIN_LEAD = 0.5, 0.1
#: Share of the letters beyond ASCII that the language's alphabet must hold: names bring others.
MIN_FITTING = 0.97
MARKUP = re.compile(r"(?s)<(script|style)\b.*?</\1\s*>|<[^<>]{0,2000}>")
#: Controls, and the lines and blocks that old screens drew boxes with: never in a news page.
UNLIKELY = re.compile("[\x80-\x9f\u2500-\u259f]")


def find_encoding(data: bytes) -> str | None:
    """The one encoding in which the bytes are text of a language we know, or None in doubt.

    >>> find_encoding("Le ministère a démenti l'arrêt du trafic à la gare.".encode("cp1252"))
    'cp1252'
    """
    read: dict[str, tuple[float, str]] = {}
    for encoding in load_alphabets()["encodings"]["all"]:
        text = _decoded(data, encoding)
        if text and text not in read and (score := speaks(text)) >= MIN_CONFIDENCE:
            read[text] = (score, encoding)
    ranked = sorted(read.values(), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MIN_LEAD):
        return None
    return ranked[0][1]


def speaks(text: str) -> float:
    """How surely a text speaks a language, 0 to 1; 0 where its letters are not that language's.

    Only the pieces with letters beyond ASCII are judged: the others read alike in all encodings.
    """
    telling = [piece for piece in pieces(text) if not piece.isascii()][:MAX_PIECES]
    language, _ = detect("\n".join(telling))
    if language is None or not fits(telling, language):
        return 0.0
    guesses = [guess(piece) for piece in telling]
    return sum(sure for name, sure in guesses if name == language) / len(guesses)


def fits(telling: list[str], language: str) -> bool:
    """True where nearly all letters beyond ASCII are of the language's alphabet."""
    alphabet = _alphabet(language)
    letters = [c for piece in telling for c in piece.lower() if c > "\x7f" and c.isalpha()]
    if alphabet is None:
        return False
    return sum(bool(alphabet.match(letter)) for letter in letters) >= MIN_FITTING * len(letters)


@functools.cache
def load_alphabets() -> dict[str, dict[str, str]]:
    """alphabets.toml."""
    data = resources.files("sayso.intake").joinpath("alphabets.toml").read_bytes()
    return tomllib.loads(data.decode())


@functools.cache
def _alphabet(language: str) -> re.Pattern[str] | None:
    data = load_alphabets()
    letters = data["latin"].get(language) or data["script"].get(language)
    return re.compile(f"[{letters}]") if letters else None


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text without markup; None where these bytes are not of that encoding."""
    try:
        # A sample may end inside a character of two bytes.
        text = data[:SAMPLE].decode(encoding)
    except UnicodeDecodeError as error:
        if len(data) <= SAMPLE or error.start < SAMPLE - 4:
            return None
        text = data[: error.start].decode(encoding)
    return None if UNLIKELY.search(text) else MARKUP.sub("\n", text)
