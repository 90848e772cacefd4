"""What a language pack holds: the shape of its files, checked key by key when it is loaded.

A pack is a folder of TOML files (docs/languages.md walks through one):

    pack.toml    the language, its word order, quotation marks, abbreviations, verb paradigms
    words.toml   closed word classes: determiners, prepositions, pronouns, auxiliaries, weekdays …
    verbs.txt    optional: the finite forms, participles … of ordinary verbs, a form a line
    cues.toml    the words that hand statements over, each with the sentence that proves it
    roles.toml   nouns that name sources by role: "minister", "experts"
    scores.toml  optional: how often each construction is right, written by `python -m eval scores`
    cases.toml   small stories with what is to be found in them; read by `sayso pack check` only
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

from sayso.model import Act, EntityKind, Hedge


class WordClass(StrEnum):
    """Closed word classes. A word may be in several; the tagger decides in context."""

    DETERMINER = "determiner"  # the, a, this, his; German: every case form
    NOMINATIVE = (
        "nominative"  # determiners and pronouns that can only head a subject (German der*, er)
    )
    OBLIQUE = (
        "oblique"  # determiners and pronouns that can never head a subject (dem, den, des, ihm)
    )
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"  # and, or
    ADVERSATIVE = "adversative"  # but, sondern: a new clause begins
    COMPLEMENTISER = "complementiser"  # that, que, dass
    QUESTION = "question"  # whether, if, why, how, what, who
    SUBORDINATOR = "subordinator"  # because, while, although, after (+ clause)
    RELATIVE = "relative"  # who, which, qui, die
    SUBJECT_PRONOUN = "subject_pronoun"  # he, she, they, it, I, we
    OBJECT_PRONOUN = "object_pronoun"  # him, her, them, us
    IMPERSONAL = "impersonal"  # it, there, es, il: may be nobody
    INDEFINITE = "indefinite"  # one, man, on: somebody, never named
    POSSESSIVE = "possessive"  # his, her, their, sein-
    REFLEXIVE = "reflexive"  # himself, sich, se
    HAVE = "have"  # perfect auxiliaries, finite
    BE = "be"  # passive auxiliaries, finite (is, was, wird, wurde)
    BE_NONFINITE = "be_nonfinite"  # be, been, being, worden
    HAVE_NONFINITE = "have_nonfinite"  # having, to have
    DO = "do"  # did, does
    MODAL = "modal"  # may, will, must, kann: finite
    REPORTED_MOOD = (
        "reported_mood"  # finite forms that mark reported speech (sei, habe, werde, könne)
    )
    CONDITIONAL = "conditional"  # aurait, serait, hätte, würde
    NEGATION = "negation"  # not, n't, ne, pas, nicht, never
    NEGATIVE_DETERMINER = "negative_determiner"  # no, kein-, aucun
    INFINITIVE_MARKER = "infinitive_marker"  # to, zu, um
    ADVERB = "adverb"  # also, already, officially: may stand inside a verb group
    TIME = "time"  # Monday, yesterday, heute, mardi: a day or a relative date in one word
    MONTH = "month"
    NUMERAL = "numeral"  # two, dozens
    AGENT = "agent"  # by, par, von, durch: the one who did it, in a passive
    GENITIVE = "genitive"  # of, de, du, des, von: whose
    FIRST_TIME = "first_time"  # phrases: "for the first time"
    EARLIER = "earlier"  # phrases: "previously", "zuvor", "had earlier"
    PAST_PERFECT = "past_perfect"  # auxiliaries that put a saying before another: had, avait, hatte
    AS = "as"  # opens a parenthetical saying: as, comme, wie
    HEDGE_PROBABLE = "hedge_probable"  # probably, likely
    HEDGE_POSSIBLE = "hedge_possible"  # possibly, may, might, perhaps
    HEDGE_HEARSAY = "hedge_hearsay"  # reportedly, angeblich
    TITLE = "title"  # Mr, Dr, General, President: stands before a name
    NOT_A_VERB = "not_a_verb"  # forms that look like verbs and hardly ever are
    NOT_A_SOURCE = "not_a_source"  # nouns that never speak (case, result, way)
    ANAPHOR_FEMALE = "anaphor_female"  # she, elle: pronouns that can mean a woman
    ANAPHOR_MALE = "anaphor_male"  # he, il
    ANAPHOR_PLURAL = "anaphor_plural"  # they, ils
    SPOKESPERSON = "spokesperson"  # spokesman, porte-parole: speaks for another
    ON_BEHALF = "on_behalf"  # for, of, on behalf of: joins a spokesperson with the one spoken for
    FEMALE_NAME = "female_name"  # given names and titles that tell a woman
    MALE_NAME = "male_name"


class CueKind(StrEnum):
    """How a cue stands in its sentence."""

    VERB = "verb"  # said; "räumte … ein"
    NOUN = "noun"  # the admission that; Vorwurf
    PREPOSITION = "preposition"  # according to, selon, laut: the source follows
    POSTPOSITION = "postposition"  # zufolge: the source stands before
    ADVERB = "adverb"  # reportedly, angeblich: nobody says it
    MODAL = "modal"  # soll, aurait: the verb form says that somebody says it
    ADJECTIVE = "adjective"  # "is aware that", "is convinced": after a form of to be


class Marks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an example proves: passages of it, each there exactly once. `...` inside `cue` or
    `content` separates the pieces of a discontinuous passage."""

    cue: str
    source: str | None = None
    content: str | None = None
    addressee: str | None = None
    act: Act | None = None


class CueEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of cues.toml.

    Attributes:
        lemma: dictionary form. A verb's first word is the one that is inflected ("call for",
            "make clear"); `|` divides a separable particle from its verb (German "ein|räumen").
        act: what the cue says the saying is (closed list).
        kind: how it stands in a sentence.
        frames: the complements it takes, best first: names of frame sets of pack.toml, or
            complement patterns. In a pattern THAT is a clause with a complementiser or question
            word, CLAUSE a bare clause, INF an infinitive clause, NP a noun phrase, REST all that
            follows up to the end of the clause, QUOTE a quotation, ADDR the addressee (not part
            of the content); a word in small letters is that word ("of REST").
        forms: irregular forms, by name of form; the paradigm gives the others.
        paradigm: name of a paradigm of pack.toml, where the lemma's ending does not tell it.
        with_: phrases, one of which must stand in the same clause for the cue to be one.
        negated: the act when the cue is negated, where codebook/acts.toml's default is wrong.
        passive: whether the passive makes a statement, and of whom: "agent" needs a named agent,
            "unnamed" also makes one of nobody ("is considered"), "subject" one of the subject ("is
            quoted"), "no" none.
        hedge: doubt that lies in the cue itself ("suspects": probable).
        personal: False where the subject may be a thing ("the report shows").
        example, marks: the sentence that proves the entry.
        why: a remark for the reader.
    """

    lemma: str
    act: Act
    example: str
    marks: Marks
    kind: CueKind = CueKind.VERB
    frames: tuple[str, ...] = ()
    forms: dict[str, tuple[str, ...]] = {}
    paradigm: str | None = None
    with_: tuple[str, ...] = msgspec.field(default=(), name="with")
    negated: Act | None = None
    passive: Literal["no", "agent", "unnamed", "subject"] = "agent"
    hedge: Hedge = Hedge.NONE
    personal: bool = True
    why: str | None = None


class RoleEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of roles.toml: a noun that names a source by what it is or does.

    `forms` are all its forms as one word or phrase each; `role` is its name in English for the
    record; `sector` a PLOVER sector; `group` True for people without a name ("experts").
    """

    role: str
    forms: tuple[str, ...]
    example: str
    kind: EntityKind = EntityKind.PERSON
    sector: str | None = None
    group: bool = False


class CaseStatement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one statement of a case must be. Only the fields given are compared; `source = ""`
    asks for nobody; `entity` compares the id of the entity that the source means."""

    cue: str
    source: str | None = None
    content: str | None = None
    act: Act | None = None
    addressee: str | None = None
    entity: str | None = None
    hedge: Hedge | None = None
    first: bool | None = None
    earlier: bool | None = None
    direct: bool | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A small story and every statement in it; none means that nothing is to be found."""

    id: str
    why: str
    text: str
    statements: tuple[CaseStatement, ...] = ()


class Paradigm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How regular verbs are inflected: what is cut off the lemma, and the endings put on.

    An ending may hold `=` (the stem's last letter doubled: admit, admitted) and `~` (the stem
    itself, for what stands before it: German "ge~t").
    """

    cut: str
    forms: dict[str, tuple[str, ...]]


class Endings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the shape of a word tells where no list knows it; only verb-second languages need it.

    Attributes:
        finite: endings of finite verbs; `past` those of past tenses alone.
        infinitive: endings of infinitives; `marker` what stands inside one (abZUziehen).
        participle: what a participle begins with.
        weak: endings of adjectives after a determiner in an oblique case.
        genitive: endings of names that own ("Moskaus").
    """

    finite: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    marker: str = ""
    participle: str = ""
    weak: tuple[str, ...] = ()
    genitive: tuple[str, ...] = ()


class PackHead(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """pack.toml.

    Attributes:
        language: BCP 47 tag.
        name: the language's own name.
        english: its name in English.
        order: "svo" where the subject stands before the verb, "v2" where the finite verb is
            second and others close the clause.
        nouns_capitalised: German.
        quotes: pairs of quotation marks, opening and closing.
        abbreviations: words with a full stop that does not end a sentence.
        elisions: words cut short by an apostrophe that are words of their own (l', qu').
        enclitics: hyphened pronouns that are words of their own (-t-il, -elle).
        headline_colon: "Kyiv: troops withdraw" names a source before the colon.
        frames: named sets of complement patterns.
        paradigms: by name.
        endings: what the shape of unknown words tells.
    """

    language: str
    name: str
    english: str
    order: Literal["svo", "v2"]
    quotes: tuple[tuple[str, str], ...]
    abbreviations: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    nouns_capitalised: bool = False
    headline_colon: bool = True
    adjectives_follow: bool = False
    inversion: bool = False
    zero_complementiser: bool = False
    frames: dict[str, tuple[str, ...]] = {}
    paradigms: dict[str, Paradigm] = {}
    endings: Endings = Endings()


#: Names of verb forms that a paradigm or an entry's `forms` may give.
FORM_NAMES = frozenset(
    {
        "infinitive",
        "present",
        "past",
        "future",
        "conditional",
        "subjunctive",  # German Konjunktiv I and II, French subjonctif
        "participle",
        "gerund",  # saying; accusant; German "sagend"
        "noun",  # forms of a noun cue
    }
)
FINITE_FORMS = frozenset({"present", "past", "future", "conditional", "subjunctive"})
