"""What the builders of all languages share: a store of forms, and readers of word lists."""

from __future__ import annotations

from pathlib import Path

LETTERS = "FPIGNM"


class Forms:
    """Forms and the letters that say what they can be.

    F finite, P participle, I infinitive, G gerund; N at least as often a noun or an adjective,
    M a finite form of reported speech (German Konjunktiv I).
    """

    def __init__(self) -> None:
        self.letters: dict[str, set[str]] = {}

    def add(self, form: str, letters: str) -> None:
        """Note that a form can be all of these."""
        self.letters.setdefault(form, set()).update(letters)

    def mark(self, words: set[str], letters: str = "N") -> None:
        """Add letters to forms that are there already."""
        for word in words & set(self.letters):
            self.letters[word].update(letters)

    def unmark(self, words: set[str]) -> None:
        """Take the N from forms that have it."""
        for word in words & set(self.letters):
            self.letters[word].discard("N")

    def drop(self, words: set[str]) -> None:
        """Take forms out."""
        for word in words:
            self.letters.pop(word, None)

    def words(self) -> list[str]:
        """All forms, sorted."""
        return sorted(self.letters)

    def text(self) -> str:
        """The lines of verbs.txt."""
        rows = []
        for word in self.words():
            letters = "".join(c for c in LETTERS if c in self.letters[word])
            rows.append(f"{word}\t{letters}\n")
        return "".join(rows)


def read_lines(path: Path) -> list[list[str]]:
    """The lines of a list, each split at white space; `#` begins a remark."""
    lines = (line.partition("#")[0].split() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line]


def words_of(path: Path) -> set[str]:
    """All words of a list."""
    return {word for line in read_lines(path) for word in line} if path.is_file() else set()
