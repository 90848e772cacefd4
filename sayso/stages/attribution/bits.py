"""Bits: what a word may be, one bit a class, and the classes that are asked for together."""

from __future__ import annotations

from sayso.packs.load import BIT, FINITE
from sayso.packs.shape import WordClass

NAME = 1 << 70  # capitalised where nothing but a name (or a German noun) would be
NUMBER = 1 << 71
PUNCTUATION = 1 << 72
OPEN = 1 << 73  # a word of no closed class: noun, adjective, adverb or verb
# what the shape of a word tells (pack.toml, endings)
LOOKS_FINITE = 1 << 74
LOOKS_PAST = 1 << 75
LOOKS_INFINITIVE = 1 << 76
MARKER_INSIDE = 1 << 77
LOOKS_PARTICIPLE = 1 << 78
LOOKS_WEAK = 1 << 79
LOOKS_GENITIVE = 1 << 80

DET = BIT[WordClass.DETERMINER]
POSS = BIT[WordClass.POSSESSIVE]
PREP = BIT[WordClass.PREPOSITION]
ADV = BIT[WordClass.ADVERB]
NEG = BIT[WordClass.NEGATION]
NEG_DET = BIT[WordClass.NEGATIVE_DETERMINER]
HAVE = BIT[WordClass.HAVE]
HAVE_NF = BIT[WordClass.HAVE_NONFINITE]
BE = BIT[WordClass.BE]
BE_NF = BIT[WordClass.BE_NONFINITE]
DO = BIT[WordClass.DO]
MODAL = BIT[WordClass.MODAL]
MARKER = BIT[WordClass.INFINITIVE_MARKER]
SUBJ = BIT[WordClass.SUBJECT_PRONOUN]
OBJ = BIT[WordClass.OBJECT_PRONOUN]
REFL = BIT[WordClass.REFLEXIVE]
IMPERS = BIT[WordClass.IMPERSONAL]
INDEF = BIT[WordClass.INDEFINITE]
COMP = BIT[WordClass.COMPLEMENTISER]
QUEST = BIT[WordClass.QUESTION]
SUB = BIT[WordClass.SUBORDINATOR]
REL = BIT[WordClass.RELATIVE]
COORD = BIT[WordClass.COORDINATOR]
ADVERS = BIT[WordClass.ADVERSATIVE]
TIME = BIT[WordClass.TIME]
MONTH = BIT[WordClass.MONTH]
NUMERAL = BIT[WordClass.NUMERAL]
COND = BIT[WordClass.CONDITIONAL]
MOOD = BIT[WordClass.REPORTED_MOOD]
NOM = BIT[WordClass.NOMINATIVE]
OBL = BIT[WordClass.OBLIQUE]
AGENT = BIT[WordClass.AGENT]
GEN = BIT[WordClass.GENITIVE]
NOT_VERB = BIT[WordClass.NOT_A_VERB]
NOT_SOURCE = BIT[WordClass.NOT_A_SOURCE]
TITLE = BIT[WordClass.TITLE]
AS = BIT[WordClass.AS]
PAST_PERFECT = BIT[WordClass.PAST_PERFECT]

#: Pronouns of the third person, which can have an antecedent on the page.
THIRD = (
    BIT[WordClass.ANAPHOR_FEMALE]
    | BIT[WordClass.ANAPHOR_MALE]
    | BIT[WordClass.ANAPHOR_PLURAL]
    | IMPERS
    | INDEF
)
#: Classes that tell what a noun means, and leave open that it is one.
SEMANTIC = NOT_SOURCE | TITLE | MONTH | NOT_VERB
for _name in (
    WordClass.SPOKESPERSON,
    WordClass.FEMALE_NAME,
    WordClass.MALE_NAME,
    WordClass.FIRST_TIME,
    WordClass.EARLIER,
    WordClass.ON_BEHALF,
):
    SEMANTIC |= BIT[_name]

AUX = HAVE | BE | DO | MODAL | COND
AUX_NF = BE_NF | HAVE_NF
FINITE_ANY = FINITE | AUX
GROUP = AUX | AUX_NF | NEG | ADV
CLOSED = (
    DET | POSS | PREP | AUX | AUX_NF | NEG | MARKER | SUBJ | OBJ | REFL | COMP | SUB | REL | COORD
    | ADVERS | QUEST | INDEF | IMPERS
)  # fmt: skip
NOMINAL_BEFORE = DET | POSS | NUMERAL | NEG_DET
