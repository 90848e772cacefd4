"""Triggers: the words of a language that show events, from the files in a pack's folder events/.

Every file may hold any of these tables; they are read as one:

    [[trigger]]  a verb, noun or adjective with the concept it shows and where its roles stand
    [[light]]    verbs that only carry a noun ("launch an attack", "hold talks")
    [[happen]]   verbs whose subject is the event ("clashes broke out")
    [[operator]] verbs that tell an event as planned, possible or not done ("plan to", "fail to")
    [sets]       named lists of words that an argument can be asked to hold
    [slots]      where roles stand unless an entry says otherwise: verb, noun, adjective
    contracted   preposition and article in one word → the preposition ("au" → "à")
    planned, possible, hypothetic
                 auxiliaries that tell an event as planned or as possible; what opens an if-clause
    active       participles that make a perfect, no passive, with "to be" (French "est entré")
    not_compounds
                 ends of words that are no compound of a trigger (German "Ausschuss": no "Schuss")
    articles     words that open a noun phrase right behind a verb, though they look like "of"
                 (French "livre de l'eau")
    half_negations
                 negations that deny only with another ("craint qu'il ne parte" denies nothing)
    obliged      those of them with which one says what another is to do ("must")
    adverbs, not_adverbs
                 endings of adverbs, and the words that have them and are none
    [meanings]   sets whose words mean a party or a place too, though nobody is named
    genitive     the slot that a genitive without a preposition stands for (German "von")
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from importlib.resources.abc import Traversable

import msgspec

from sayso.codebook.concepts import Concept, check_roles, load_concepts
from sayso.codebook.plover import check_codes
from sayso.errors import PackError
from sayso.model import Reality
from sayso.packs.forms import verb_forms
from sayso.packs.load import convert, load_pack, pack_folder, read_toml
from sayso.packs.shape import FINITE_FORMS, PackHead, WordClass

#: Slots that are no preposition of the language.
SLOTS = frozenset({"subject", "object", "indirect", "owner", "part"})
#: Restrictions that ask for what a word means, not for a list.
MEANINGS = frozenset({"@party", "@place"})


class TriggerKind(StrEnum):
    """How a trigger stands in its sentence."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"  # "is ready to", "is under siege": after a form of to be


class Marks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an example proves: passages of it; None where a role is not compared, "" for nobody."""

    trigger: str
    actor: str | None = None
    recipient: str | None = None


class TriggerEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of events.toml.

    Attributes:
        concept: id of codebook/concepts.toml.
        lemma: dictionary form, inflected as cues are; `|` divides a separable particle.
        kind: verb, noun or adjective.
        forms, paradigm: as in cues.toml; a noun's other forms stand under "noun".
        object, subject: names of sets, or `@party`, `@place`, one of which the argument must hold
            (the logical object and subject: a passive is turned first; a noun's object is what it
            is "of", or the first part of a compound).
        with_, without: phrases, one of which must, or none of which may, stand in the clause, or in
            that of the verb that carries a noun.
        reflexive: True where the verb must have a reflexive pronoun (French "se rendre"), False
            where it may have none.
        actor, recipient: where they stand, best first: `subject`, `object`, `indirect` (gave
            THEM aid), `owner` (possessive or adjective before a noun), `part` (first part of a
            compound), or a preposition; empty: nowhere.
        mode, context: PLOVER's, where the word tells more than its concept.
        example, marks: the sentence that proves the entry.
    """

    concept: str
    lemma: str
    example: str
    marks: Marks
    kind: TriggerKind = TriggerKind.VERB
    forms: dict[str, tuple[str, ...]] = {}
    paradigm: str | None = None
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    without: tuple[str, ...] = ()
    reflexive: bool | None = None
    actor: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None
    mode: str | None = None
    context: tuple[str, ...] = ()
    why: str | None = None


class VerbEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb that shows no event by itself: light, happening, or an operator.

    Attributes:
        through: prepositions behind which a light verb carries a noun ("took part IN the attack").
        reality, negative: what an operator tells its complement as.
    """

    lemma: str
    through: tuple[str, ...] = ()
    forms: dict[str, tuple[str, ...]] = {}
    paradigm: str | None = None
    reality: Reality | None = None
    negative: bool = False


class Slots(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where actor and recipient stand unless an entry says otherwise."""

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()


class EventsFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All files of a pack's events/, as one."""

    trigger: tuple[TriggerEntry, ...] = ()
    light: tuple[VerbEntry, ...] = ()
    happen: tuple[VerbEntry, ...] = ()
    operator: tuple[VerbEntry, ...] = ()
    sets: dict[str, tuple[str, ...]] = {}
    slots: dict[TriggerKind, Slots] = {}
    contracted: dict[str, str] = {}
    planned: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    hypothetic: tuple[str, ...] = ()
    obliged: tuple[str, ...] = ()
    active: tuple[str, ...] = ()
    half_negations: tuple[str, ...] = ()
    not_compounds: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    not_adverbs: tuple[str, ...] = ()
    genitive: str = ""
    meanings: dict[str, tuple[str, ...]] = {}


class Purpose(StrEnum):
    """What a form of events.toml is for."""

    TRIGGER = "trigger"
    LIGHT = "light"
    HAPPEN = "happen"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """One form of one entry, as it can stand in a text.

    Attributes:
        words: the words that must follow one another, in small letters.
        entry: the trigger, or None for a light, happening or operator verb.
        verb: that verb's entry, or None.
        form: name of the verb form; "word" for what is not inflected.
        particle: separable particle that must close the clause, or None.
        rule: `en/events/attack#2`.
    """

    words: tuple[str, ...]
    purpose: Purpose
    kind: TriggerKind
    form: str
    rule: str
    entry: TriggerEntry | None = None
    verb: VerbEntry | None = None
    concept: Concept | None = None
    particle: str | None = None

    @property
    def finite(self) -> bool:
        """True for a form that can be a clause's finite verb."""
        return self.form in FINITE_FORMS


@dataclass(frozen=True, slots=True)
class Triggers:
    """A language's triggers, indexed.

    Attributes:
        forms: first word → forms that begin with it, longest first.
        endings: last part of a compound → noun forms; only where nouns are compounded.
        lengths: lengths of those endings, longest first.
        determiners: phrases that open a noun phrase ("more than"), by their first word.
        contracted, planned, possible, hypothetic, active, articles, obliged, adverbs,
            not_adverbs, genitive, meanings: as in the files.
    """

    language: str
    forms: dict[str, tuple[TriggerForm, ...]]
    endings: dict[str, tuple[TriggerForm, ...]]
    lengths: tuple[int, ...]
    sets: dict[str, frozenset[str]]
    slots: dict[TriggerKind, Slots]
    entries: tuple[TriggerEntry, ...]
    contracted: dict[str, str] = field(default_factory=dict)
    planned: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    hypothetic: frozenset[str] = frozenset()
    active: frozenset[str] = frozenset()
    half_negations: frozenset[str] = frozenset()
    not_compounds: tuple[str, ...] = ()
    articles: tuple[tuple[str, ...], ...] = ()
    obliged: frozenset[str] = frozenset()
    adverbs: tuple[str, ...] = ()
    not_adverbs: frozenset[str] = frozenset()
    genitive: str = ""
    determiners: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    meanings: dict[str, frozenset[str]] = field(default_factory=dict)


#: The shortest word that may be the last part of a compound.
LEAST_ENDING = 4


def find_triggers(language: str) -> Triggers | None:
    """The triggers of a language, or None where its pack has none."""
    return load_triggers(language) if event_files(pack_folder(language)) else None


def event_files(folder: Traversable) -> list[Traversable]:
    """The files of a pack's events/, by name."""
    inside = folder.joinpath("events")
    if not inside.is_dir():
        return []
    return sorted((f for f in inside.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


@functools.cache
def load_triggers(language: str) -> Triggers:
    """The triggers of a language's pack, checked and indexed; loaded once a process.

    Raises:
        PackError: an unknown key, concept, set or slot; an entry without its proof.

    >>> load_triggers("en").forms["attacked"][0].entry.lemma
    'attack'
    """
    pack = load_pack(language)
    made = read_triggers(pack_folder(language), pack.head)
    return replace(made, determiners=pack.phrases.get(WordClass.DETERMINER, {}))


def read_triggers(folder: Traversable, head: PackHead) -> Triggers:
    """The triggers of any pack folder."""
    concepts = load_concepts()
    parts = list(read_parts(folder))
    file = functools.reduce(lambda one, two: join_files(one, *two), parts, EventsFile())
    for where, part in parts:
        for number, entry in enumerate(part.trigger, start=1):
            check_entry(entry, file, concepts, f"{where} entry {number} ({entry.lemma})")
    forms = list(every_form(file, head, concepts))
    nouns = [f for f in forms if f.kind is TriggerKind.NOUN and len(f.words) == 1]
    endings = group((f.words[0], f) for f in nouns if len(f.words[0]) >= LEAST_ENDING)
    compounding = endings if head.nouns_capitalised else {}
    return Triggers(
        language=head.language,
        forms=group((f.words[0], f) for f in forms),
        endings=compounding,
        lengths=tuple(sorted({len(e) for e in compounding}, reverse=True)),
        sets={name: frozenset(w.lower() for w in words) for name, words in file.sets.items()},
        slots={kind: file.slots.get(kind, Slots()) for kind in TriggerKind},
        entries=file.trigger,
        contracted=file.contracted,
        planned=frozenset(file.planned),
        possible=frozenset(file.possible),
        hypothetic=frozenset(file.hypothetic),
        active=frozenset(file.active),
        half_negations=frozenset(file.half_negations),
        not_compounds=file.not_compounds,
        articles=tuple(tuple(a.lower().split()) for a in file.articles),
        obliged=frozenset(file.obliged),
        adverbs=file.adverbs,
        not_adverbs=frozenset(file.not_adverbs),
        genitive=file.genitive,
        meanings={name: words_of(file, sets) for name, sets in file.meanings.items()},
    )


def words_of(file: EventsFile, names: tuple[str, ...]) -> frozenset[str]:
    """The words of some sets together."""
    return frozenset(word.lower() for name in names for word in file.sets.get(name, ()))


def read_parts(folder: Traversable) -> Iterator[tuple[str, EventsFile]]:
    """Every file of events/ with its name, its entries checked for their keys."""
    for path in event_files(folder):
        where = f"{folder.name}/events/{path.name}"
        raw = read_toml(folder, f"events/{path.name}")
        try:
            yield where, msgspec.convert(raw, EventsFile)
        except msgspec.ValidationError:
            for number, entry in enumerate(raw.get("trigger", ()), start=1):
                name = entry.get("lemma", "no lemma")
                convert(entry, TriggerEntry, f"{where} entry {number} ({name})")
            convert(raw, EventsFile, where)


def join_files(one: EventsFile, where: str, two: EventsFile) -> EventsFile:
    """Two files as one; a set or slot that both have is refused."""
    twice = (one.sets.keys() & two.sets.keys()) | (one.slots.keys() & two.slots.keys())
    if twice:
        raise PackError(
            f"given twice: {', '.join(sorted(twice))}",
            where=where,
            expected="a set or slot in one file",
            todo="join the two",
        )
    return EventsFile(
        trigger=one.trigger + two.trigger,
        light=one.light + two.light,
        happen=one.happen + two.happen,
        operator=one.operator + two.operator,
        sets=one.sets | two.sets,
        slots=one.slots | two.slots,
        contracted=one.contracted | two.contracted,
        planned=one.planned + two.planned,
        possible=one.possible + two.possible,
        hypothetic=one.hypothetic + two.hypothetic,
        active=one.active + two.active,
        half_negations=one.half_negations + two.half_negations,
        not_compounds=one.not_compounds + two.not_compounds,
        articles=one.articles + two.articles,
        obliged=one.obliged + two.obliged,
        adverbs=one.adverbs + two.adverbs,
        not_adverbs=one.not_adverbs + two.not_adverbs,
        genitive=one.genitive or two.genitive,
        meanings=one.meanings | two.meanings,
    )


def placed(folder: Traversable) -> Iterator[tuple[str, TriggerEntry]]:
    """Every trigger with its file and number, for messages."""
    for where, part in read_parts(folder):
        for number, entry in enumerate(part.trigger, start=1):
            yield f"{where} entry {number} ({entry.lemma})", entry


def check_entry(
    entry: TriggerEntry, file: EventsFile, concepts: dict[str, Concept], where: str
) -> None:
    """Refuse an entry that names what does not exist, or that its own example does not hold."""
    if entry.concept not in concepts:
        near = sorted(c for c in concepts if c.split("_")[0] == entry.concept.split("_")[0])
        raise PackError(
            f"no concept {entry.concept!r}",
            where=where,
            expected=", ".join(near) or "an id of codebook/concepts.toml",
            todo="see `sayso concepts`",
        )
    for name in (*entry.object, *entry.subject):
        if name not in file.sets and name not in MEANINGS:
            raise PackError(
                f"no set {name!r}",
                where=where,
                expected=", ".join(sorted((*file.sets, *MEANINGS))),
                todo="add it under [sets], or mend the name",
            )
    concept = concepts[entry.concept]
    check_roles(concept, entry.actor, entry.recipient, where)
    if entry.mode or entry.context:
        check_codes(concept.type, entry.mode, entry.context, where)
    for passage in (entry.marks.trigger, entry.marks.actor, entry.marks.recipient):
        for piece in (passage or "").split(" ... "):
            if piece and entry.example.count(piece) == 0:
                raise PackError(
                    f"the example does not hold {piece!r}",
                    where=where,
                    expected="a passage of the example",
                    todo="mend the marks or the example",
                )


def every_form(
    file: EventsFile, head: PackHead, concepts: dict[str, Concept]
) -> Iterator[TriggerForm]:
    """Every form of every entry of the file."""
    numbers: dict[str, int] = {}
    for entry in file.trigger:
        numbers[entry.lemma] = numbers.get(entry.lemma, 0) + 1
        rule = f"{head.language}/events/{entry.lemma}#{numbers[entry.lemma]}"
        for words, form, particle in inflected(entry, entry.kind, head):
            yield TriggerForm(
                words, Purpose.TRIGGER, entry.kind, form, rule, entry, None,
                concepts[entry.concept], particle,
            )  # fmt: skip
    verbs = {
        Purpose.LIGHT: file.light,
        Purpose.HAPPEN: file.happen,
        Purpose.OPERATOR: file.operator,
    }
    for purpose, entries in verbs.items():
        for verb in entries:
            rule = f"{head.language}/events/{purpose}/{verb.lemma}"
            for words, form, particle in inflected(verb, TriggerKind.VERB, head):
                yield TriggerForm(
                    words, purpose, TriggerKind.VERB, form, rule, None, verb, None, particle
                )


def inflected(
    entry: TriggerEntry | VerbEntry, kind: TriggerKind, head: PackHead
) -> Iterator[tuple[tuple[str, ...], str, str | None]]:
    """Words, name of the form and open particle of every form of an entry."""
    if kind is not TriggerKind.VERB:
        for form in dict.fromkeys((entry.lemma, *entry.forms.get("noun", ()))):
            yield tuple(form.lower().split()), "word", None
        return
    before, bar, after = entry.lemma.partition("|")
    particle = before if bar else None
    rest = tuple(word.lower() for word in (after or before).split()[1:])
    for name, forms in verb_forms(entry, head.paradigms).items():
        for form in dict.fromkeys(forms):
            words = (*form.lower().split(), *rest)
            if particle is None:
                yield words, name, None
                continue
            joined = (particle + words[0], *words[1:])
            if name in FINITE_FORMS:
                yield words, name, particle
            yield joined, name, None
            if name == "infinitive":
                yield (particle + "zu" + words[0], *words[1:]), name, None


def group(
    pairs: Iterable[tuple[str, TriggerForm]],
) -> dict[str, tuple[TriggerForm, ...]]:
    """Key → forms, the longest first."""
    index: dict[str, list[TriggerForm]] = {}
    for key, form in pairs:
        index.setdefault(key, []).append(form)
    return {key: tuple(sorted(f, key=lambda form: -len(form.words))) for key, f in index.items()}
