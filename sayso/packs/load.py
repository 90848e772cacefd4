"""Load a language pack: read its files, check them, and index them for the stages."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import tomli as tomllib  # compiled: five times as fast on a pack's long files

from sayso.errors import PackError
from sayso.ids import sha256
from sayso.packs.forms import verb_forms
from sayso.packs.shape import (
    FINITE_FORMS,
    Case,
    CueEntry,
    CueKind,
    PackHead,
    RoleEntry,
    WordClass,
)

#: One bit a word class, then the open classes that verbs.txt and the paradigms give.
BIT = {name: 1 << index for index, name in enumerate(WordClass)}
assert len(BIT) < 58, "the open classes begin at bit 60"
FINITE = 1 << 60
PARTICIPLE = 1 << 61
INFINITIVE = 1 << 62
GERUND = 1 << 63
NOUNISH = 1 << 64
CUE_FORM = 1 << 65
VERB = FINITE | PARTICIPLE | INFINITIVE | GERUND
VERB_LETTERS = {"F": FINITE, "P": PARTICIPLE, "I": INFINITIVE, "G": GERUND, "N": NOUNISH}
VERB_LETTERS["M"] = BIT[WordClass.REPORTED_MOOD]


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of one cue, as it can stand in a text.

    Attributes:
        words: the words that must follow one another, in small letters.
        entry: the entry it belongs to.
        form: name of the verb form, or "word" for what is not inflected.
        particle: separable particle that must close the clause, or None.
        frames: the entry's complement patterns with frame sets resolved, each a tuple of symbols.
        rule: `fr/cues/démentir#2`, the pack entry.
    """

    words: tuple[str, ...]
    entry: CueEntry
    form: str
    particle: str | None
    frames: tuple[tuple[str, ...], ...]
    rule: str

    @property
    def finite(self) -> bool:
        """True for a form that can be a clause's finite verb."""
        return self.form in FINITE_FORMS


@dataclass(frozen=True, slots=True)
class Pack:
    """A language pack, indexed.

    Attributes:
        classes: word in small letters → bits of its word classes.
        phrases: class → first word → phrases of several words in it, longest first.
        cues: first word of a form → the forms that begin with it, longest first.
        roles: first word → (words, entry), longest first.
        scores: construction → how often it is right on a development set (scores.toml).
        possible: what words may be by themselves, kept by the tagger as it meets them.
        phrase_index: first word → (words, class bit) of phrases that act as one word, the
            longest first.
        digest: SHA-256 over the files that shape a reading (cases.toml is not one).
    """

    head: PackHead
    classes: dict[str, int]
    phrases: dict[WordClass, dict[str, tuple[tuple[str, ...], ...]]]
    cues: dict[str, tuple[CueForm, ...]]
    roles: dict[str, tuple[tuple[tuple[str, ...], RoleEntry], ...]]
    entries: tuple[CueEntry, ...]
    digest: str
    words: dict[WordClass, frozenset[str]] = field(default_factory=dict)
    phrase_index: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = field(default_factory=dict)
    possible: dict[tuple[str, bool], int] = field(default_factory=dict)
    scores: dict[str, float] = field(default_factory=dict)

    def has(self, word: str, word_class: WordClass) -> bool:
        """True when the word (in small letters) may be of the class."""
        return bool(self.classes.get(word, 0) & BIT[word_class])


def pack_folder(language: str) -> Traversable:
    """The folder of a language's pack inside the package."""
    return resources.files("sayso.packs").joinpath(language)


def list_packs() -> list[str]:
    """Tags of the installed packs, sorted; `_blank` is none.

    >>> "fr" in list_packs()
    True
    """
    return list(_tags())


@functools.cache
def _tags() -> tuple[str, ...]:
    """Looked up once a process: every page asks."""
    root = resources.files("sayso.packs")
    found = [d.name for d in root.iterdir() if d.is_dir() and d.joinpath("pack.toml").is_file()]
    return tuple(sorted(name for name in found if not name.startswith("_")))


def find_pack(language: str | None) -> Pack | None:
    """The pack that reads a language (`pt-BR` falls back on `pt`), or None."""
    base = (language or "").split("-")[0]
    return load_pack(base) if base in _tags() else None


def read_toml(folder: Traversable, name: str) -> dict[str, Any]:
    """One TOML file of a pack; a missing file is an empty table, a broken one a `PackError`."""
    path = folder.joinpath(name)
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(
            f"not TOML: {error}", where=f"{folder.name}/{name}", todo="mend the line"
        ) from error


def convert(raw: Any, to: Any, where: str) -> Any:
    """`raw` as a checked struct; what does not fit is named with file and entry."""
    try:
        return msgspec.convert(raw, to)
    except msgspec.ValidationError as error:
        raise PackError(
            str(error), where=where, todo="see docs/languages.md for the keys of a pack"
        ) from error


@functools.cache
def load_pack(language: str) -> Pack:
    """The pack of a language, checked and indexed; loaded once a process.

    Raises:
        PackError: a file is missing, is not TOML, or has a key or value that packs do not know.
    """
    return read_pack(pack_folder(language))


def read_pack(folder: Traversable) -> Pack:
    """A pack from any folder that has the files."""
    if not folder.joinpath("pack.toml").is_file():
        raise PackError(
            "no pack.toml", where=str(folder), expected="a pack folder", todo="copy packs/_blank"
        )
    head: PackHead = convert(read_toml(folder, "pack.toml"), PackHead, f"{folder.name}/pack.toml")
    words = read_words(folder)
    entries = tuple(read_cues(folder))
    cues = index_cues(entries, head)
    return Pack(
        head=head,
        classes=index_classes(words, folder, cues),
        phrases={name: by_first_word(given) for name, given in words.items()},
        cues=cues,
        roles=index_roles(read_roles(folder)),
        entries=entries,
        digest=digest(folder),
        words=words,
        phrase_index=index_phrases(words),
        scores=convert(
            read_toml(folder, "scores.toml"), dict[str, float], f"{folder.name}/scores.toml"
        ),
    )


def by_first_word(given: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of several words by their first word, longest first.

    >>> by_first_word(["for the first time", "never"])
    {'for': (('for', 'the', 'first', 'time'),)}
    """
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in given:
        words = tuple(phrase.split())
        if len(words) > 1:
            index.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(found, key=lambda p: (-len(p), p))) for word, found in index.items()}


#: Classes whose phrases stand for one word in a clause ("alors que", "d'abord").
PHRASAL = (
    WordClass.ADVERB,
    WordClass.TIME,
    WordClass.SUBORDINATOR,
    WordClass.EARLIER,
    WordClass.FIRST_TIME,
)


def index_phrases(
    words: dict[WordClass, frozenset[str]],
) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """First word → phrases of several words that act as one adverb, time or subordinator."""
    index: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for name in PHRASAL:
        saying = name in (WordClass.EARLIER, WordClass.FIRST_TIME)
        bit = BIT[WordClass.ADVERB if saying else name]
        for phrase in words.get(name, ()):
            if " " in phrase:
                parts = tuple(phrase.replace("'", "' ").split())
                index.setdefault(parts[0], []).append((parts, bit))
    return {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in index.items()}


def read_words(folder: Traversable) -> dict[WordClass, frozenset[str]]:
    """words.toml: word classes, each a list of words or phrases."""
    where = f"{folder.name}/words.toml"
    raw = read_toml(folder, "words.toml")
    checked = convert(raw, dict[WordClass, tuple[str, ...]], where)
    return {name: frozenset(w.lower() for w in given) for name, given in checked.items()}


def read_cues(folder: Traversable) -> Iterator[CueEntry]:
    """The entries of cues.toml, each checked."""
    for number, raw in enumerate(read_toml(folder, "cues.toml").get("cue", ()), start=1):
        where = f"{folder.name}/cues.toml entry {number} ({raw.get('lemma', 'no lemma')})"
        yield convert(raw, CueEntry, where)


def read_roles(folder: Traversable) -> Iterator[RoleEntry]:
    """The entries of roles.toml, each checked."""
    for number, raw in enumerate(read_toml(folder, "roles.toml").get("role", ()), start=1):
        where = f"{folder.name}/roles.toml entry {number} ({raw.get('role', 'no role')})"
        yield convert(raw, RoleEntry, where)


def read_cases(folder: Traversable) -> tuple[Case, ...]:
    """The stories of cases.toml; only `sayso pack check` and the tests read them."""
    raw = read_toml(folder, "cases.toml").get("case", [])
    cases: tuple[Case, ...] = convert(raw, tuple[Case, ...], f"{folder.name}/cases.toml")
    return cases


def resolve_frames(entry: CueEntry, head: PackHead) -> tuple[tuple[str, ...], ...]:
    """The entry's complement patterns, names of frame sets replaced by the sets."""
    patterns: list[tuple[str, ...]] = []
    for frame in entry.frames:
        patterns += [tuple(p.split()) for p in head.frames.get(frame, (frame,))]
    return tuple(dict.fromkeys(patterns))


def cue_forms(entry: CueEntry, number: int, head: PackHead) -> Iterator[CueForm]:
    """Every form in which an entry can stand in a text."""
    frames = resolve_frames(entry, head)
    rule = f"{head.language}/cues/{entry.lemma}#{number}"
    rest = tuple(entry.lemma.partition("|")[2].split()[1:] or entry.lemma.split()[1:])
    particle = entry.lemma.partition("|")[0] if "|" in entry.lemma else None
    if entry.kind in (CueKind.VERB, CueKind.MODAL):
        for name, forms in verb_forms(entry, head.paradigms).items():
            for form in dict.fromkeys(forms):
                whole = (*form.lower().split(), *(word.lower() for word in rest))
                joined = particle and (name not in FINITE_FORMS)
                if joined:
                    whole = (particle + whole[0], *whole[1:]) if particle else whole
                    yield CueForm(whole, entry, name, None, frames, rule)
                    if name == "infinitive" and particle:
                        apart = (whole[0].replace(particle, particle + "zu", 1), *whole[1:])
                        yield CueForm(apart, entry, name, None, frames, rule)
                elif particle:
                    yield CueForm(whole, entry, name, particle, frames, rule)
                    both = (particle + whole[0], *whole[1:])
                    yield CueForm(both, entry, name, None, frames, rule)
                else:
                    yield CueForm(whole, entry, name, None, frames, rule)
        return
    for form in dict.fromkeys((entry.lemma, *entry.forms.get("noun", ()))):
        yield CueForm(tuple(form.lower().split()), entry, "word", None, frames, rule)


def index_cues(entries: tuple[CueEntry, ...], head: PackHead) -> dict[str, tuple[CueForm, ...]]:
    """First word of a form → the forms that begin with it, longest first."""
    index: dict[str, list[CueForm]] = {}
    numbers: dict[str, int] = {}
    for entry in entries:
        numbers[entry.lemma] = numbers.get(entry.lemma, 0) + 1
        for form in cue_forms(entry, numbers[entry.lemma], head):
            index.setdefault(form.words[0], []).append(form)
    return {word: tuple(sorted(f, key=lambda c: -len(c.words))) for word, f in index.items()}


def read_verbs(folder: Traversable) -> dict[str, int]:
    """Form → bits, from verbs.txt; nothing where a pack has none."""
    path = folder.joinpath("verbs.txt")
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    bits: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        word, _, letters = line.partition("\t")
        try:
            bits[word] = sum(VERB_LETTERS[letter] for letter in letters)
        except KeyError as error:
            raise PackError(
                f"{error} is no letter of a verb form",
                where=f"{folder.name}/verbs.txt:{number}",
                expected="letters of " + "".join(VERB_LETTERS),
            ) from error
    return bits


def index_classes(
    words: dict[WordClass, frozenset[str]],
    folder: Traversable,
    cues: dict[str, tuple[CueForm, ...]],
) -> dict[str, int]:
    """Word → bits of its classes, from words.toml, verbs.txt and the cues' own forms."""
    classes = read_verbs(folder)
    kinds = {"participle": PARTICIPLE, "infinitive": INFINITIVE, "gerund": GERUND}
    for forms in cues.values():
        for form in forms:
            if form.entry.kind is CueKind.VERB:
                bit = FINITE if form.finite else kinds.get(form.form, 0)
                classes[form.words[0]] = classes.get(form.words[0], 0) | bit | CUE_FORM
            elif form.entry.kind is CueKind.NOUN and len(form.words) == 1:
                classes[form.words[0]] = classes.get(form.words[0], 0) | NOUNISH
    for name, given in words.items():
        for word in given:
            if " " not in word:
                classes[word] = classes.get(word, 0) | BIT[name]
    return classes


def index_roles(
    entries: Iterator[RoleEntry],
) -> dict[str, tuple[tuple[tuple[str, ...], RoleEntry], ...]]:
    """First word → role phrases that begin with it, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], RoleEntry]]] = {}
    for entry in entries:
        for form in entry.forms:
            words = tuple(form.lower().split())
            index.setdefault(words[0], []).append((words, entry))
    return {word: tuple(sorted(f, key=lambda r: -len(r[0]))) for word, f in index.items()}


def digest(folder: Traversable) -> str:
    """SHA-256 over the files that shape a reading."""
    names = ("pack.toml", "words.toml", "verbs.txt", "cues.toml", "roles.toml", "scores.toml")
    paths = [folder.joinpath(name) for name in names]
    return sha256(b"\x00".join(p.read_bytes() if p.is_file() else b"" for p in paths))
