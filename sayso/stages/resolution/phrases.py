"""Phrases: atoms joined into noun phrases for parties, with a head and what qualifies it.

"Russia's chief of staff, Valery Weller" is one phrase: a person with a role and a country.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.gazetteer.grammar import Grammar, find_ending_gender, load_grammar
from sayso.gazetteer.lookup import Form
from sayso.model import Entity, EntityKind, SourceKind
from sayso.packs.load import Pack
from sayso.packs.shape import RoleEntry
from sayso.stages.resolution import tokens as t
from sayso.stages.resolution.atoms import Atom, AtomKind
from sayso.stages.resolution.tokens import Token

_GAP = 2  # ordinary words that may stand between an adjective and its role ("deputy", "former")
NAMES = (AtomKind.PERSON, AtomKind.NAME, AtomKind.ORGANISATION)


@dataclass(slots=True)
class Phrase:
    """A noun phrase that names a party.

    Attributes:
        first, last: words of the token list, last exclusive; determiners before it are outside.
        atoms: its pieces.
        of: atoms after "of" or "for": whom the head belongs to.
        definite: its determiner points back; None without a determiner that we know.
        genders: of `m f n p`; "" where nothing tells. `told`: those that its determiner allows.
        oblique: a preposition stands before it.
        entity, kind: whom it means; set when it is resolved.
        key: person's key in the register of people.
    """

    first: int
    last: int
    sentence: int
    atoms: list[Atom]
    of: list[Atom] = field(default_factory=list)
    definite: bool | None = None
    genders: str = ""
    told: str = ""
    oblique: bool = False
    opens: bool = False
    entity: Entity | None = None
    kind: SourceKind = SourceKind.ROLE
    key: str | None = None

    @property
    def person(self) -> Atom | None:
        """The name that is the head, a person's as a rule."""
        names = [atom for atom in self.atoms if atom.kind in NAMES]
        if names and (body := self.body):
            names = [atom for atom in names if not body[0] <= atom.first < body[1]]
        sure = next((atom for atom in names if atom.kind is AtomKind.PERSON), None)
        return sure or (names[0] if names else None)

    @property
    def body(self) -> tuple[int, int] | None:
        """Words of a body's name that stands right beside its role ("the agency Nordpresse")."""
        if len(self.atoms) < 2:
            return None
        for name, role in ((1, 0), (0, 1)):
            for pair in zip(self.atoms, self.atoms[1:], strict=False):
                entry = pair[role].role
                if entry is None or entry.group or entry.kind is EntityKind.PERSON:
                    continue
                if pair[name].kind in NAMES and pair[0].last == pair[1].first:
                    return pair[name].first, pair[1].last if name == 0 else pair[name].last
        return None

    @property
    def role(self) -> RoleEntry | None:
        """The head's role: the last one before an "of"."""
        roles = [atom.role for atom in self.atoms if atom.role]
        return roles[-1] if roles else None

    @property
    def places(self) -> list[Atom]:
        """Entries of the gazetteer that are the head or qualify it, the closest last."""
        return [atom for atom in (*self.atoms, *self.of) if atom.entry]


def join_atoms(atoms: list[Atom], tokens: list[Token], pack: Pack) -> list[Phrase]:
    """Every noun phrase of a text, from its atoms."""
    phrases: list[Phrase] = []
    current: Phrase | None = None
    for atom in atoms:
        if current and extend(current, atom, tokens):
            continue
        current = Phrase(atom.first, atom.last, tokens[atom.first].sentence, [atom])
        phrases.append(current)
    kept = [p for p in phrases if any(a.kind is not AtomKind.TITLE for a in p.atoms)]
    for number, phrase in enumerate(kept):
        look_before(phrase, tokens, pack)
        if number:
            follow(phrase, kept[number - 1], tokens)
    return join_appositions(kept, tokens, pack)


def extend(phrase: Phrase, atom: Atom, tokens: list[Token]) -> bool:
    """Put an atom on a phrase if only words that join stand between; False if it starts anew."""
    between = tokens[phrase.last : atom.first]
    if tokens[atom.first].sentence != phrase.sentence:
        return False
    if all(token.clitic for token in between):
        side = _side_directly(phrase, atom, bool(between))
    elif _sits_in(phrase, atom, between):
        side = phrase.of
    elif all(token.bits & (t.LINK | t.DETERMINER) for token in between):
        side = _side_of(phrase, atom, between)
    else:
        side = phrase.atoms if _joins_over_words(phrase, atom, between) else None
    if side is None:
        return False
    side.append(atom)
    phrase.last = max(phrase.last, atom.last)
    return True


def _side_directly(phrase: Phrase, atom: Atom, possessive: bool) -> list[Atom] | None:
    """Where an atom belongs that stands right after the phrase, or after a clitic."""
    named = atom.kind in (*NAMES, AtomKind.TITLE)
    if phrase.of:
        office = phrase.of[-1].role
        owned = possessive or (office is not None and office.kind is EntityKind.PERSON)
        noun = atom.kind is AtomKind.NAME and phrase.of[-1].adjective
        return phrase.atoms if named and not owned and not noun else phrase.of
    last = phrase.atoms[-1]
    if last.kind in NAMES:
        return _side_after_name(phrase, last, atom, possessive)
    if last.entry and atom.entry:
        country = last.adjective or last.entry.form in (Form.NAME, Form.CAPITAL)
        return phrase.atoms if country else None
    return phrase.atoms


def _side_after_name(phrase: Phrase, name: Atom, atom: Atom, possessive: bool) -> list[Atom] | None:
    """ "Weller's lawyer", "the Weller lawyer": the name tells whose; "Lindau police" is a body."""
    if atom.role is None:
        return None
    personal = atom.role.group or atom.role.kind is EntityKind.PERSON
    if possessive or personal:
        name.kind = AtomKind.OWNER
    return phrase.atoms


def _side_of(phrase: Phrase, atom: Atom, between: list[Token]) -> list[Atom] | None:
    """ "of the Kremlin", "du ministère", "des Kreml": the atom tells whose the head is."""
    if phrase.role is None or phrase.person:
        return None
    if not any(token.bits & t.LINK for token in between):
        return None
    owners = (AtomKind.PLACE, AtomKind.ROLE, AtomKind.ORGANISATION, AtomKind.NAME)
    return phrase.of if atom.kind in owners else None


def _sits_in(phrase: Phrase, atom: Atom, between: list[Token]) -> bool:
    """ "the government in Kyiv": a capital tells which government it is."""
    capital = atom.entry is not None and atom.entry.form is Form.CAPITAL
    role = phrase.role
    government = role is not None and role.kind is EntityKind.GOVERNMENT
    return capital and government and len(between) == 1 and bool(between[0].bits & t.PREPOSITION)


def _joins_over_words(phrase: Phrase, atom: Atom, between: list[Token]) -> bool:
    """ "the Russian deputy minister", "services secrets sud-coréens": ordinary words between."""
    if len(between) > _GAP or phrase.of:
        return False
    if any(token.bits & t.BREAKING or not token.word[0].isalpha() for token in between):
        return False
    last = phrase.atoms[-1]
    if last.kind is AtomKind.ROLE:
        return atom.adjective or atom.kind in (AtomKind.PERSON, AtomKind.ROLE)
    if last.kind is AtomKind.NAME and atom.role and last.last - last.first == 1:
        last.kind = AtomKind.OWNER
        return True
    return last.adjective and atom.kind in (AtomKind.ROLE, AtomKind.PERSON)


def look_before(phrase: Phrase, tokens: list[Token], pack: Pack) -> None:
    """Read the words before a phrase: its determiner, its gender, a preposition."""
    grammar = load_grammar(pack.head.language.split("-")[0])
    i = phrase.first - 1
    steps = 0
    while i >= 0 and steps < 3 and tokens[i].sentence == phrase.sentence:
        token = tokens[i]
        if token.bits & (t.DETERMINER | t.POSSESSIVE):
            _determine(phrase, token, grammar)
            i -= 1
            break
        if token.bits & t.BREAKING or not token.word[0].isalnum():
            break
        i, steps = i - 1, steps + 1
    inside = i >= 0 and tokens[i].sentence == phrase.sentence
    fused = phrase.definite is not None and bool(tokens[i + 1].bits & t.PREPOSITION)
    phrase.oblique = fused or (inside and bool(tokens[i].bits & (t.PREPOSITION | t.AGENT)))
    phrase.opens = i < 0 or tokens[i].sentence != phrase.sentence
    phrase.genders = phrase_genders(phrase, tokens, pack, grammar)


def follow(phrase: Phrase, before: Phrase, tokens: list[Token]) -> None:
    """What "and" joins to a phrase stands in the sentence as that phrase does."""
    between = tokens[before.last : phrase.first]
    joined = any(token.bits & t.COORDINATOR for token in between)
    if joined and all(token.bits & (t.COORDINATOR | t.DETERMINER) for token in between):
        phrase.oblique = phrase.oblique or before.oblique
        phrase.opens = phrase.opens or before.opens


def _determine(phrase: Phrase, token: Token, grammar: Grammar) -> None:
    if token.low in grammar.definite:
        phrase.definite = grammar.definite[token.low]
    stripped = token.low.rstrip("'")
    phrase.definite = grammar.definite.get(stripped, phrase.definite)
    phrase.told = grammar.genders.get(stripped, "")


def phrase_genders(phrase: Phrase, tokens: list[Token], pack: Pack, grammar: Grammar) -> str:
    """The genders that a pronoun for this phrase may have."""
    told = phrase.told
    titles = "".join(a.genders for a in phrase.atoms if a.kind is AtomKind.TITLE)
    if person := phrase.person:
        office = told if phrase.role and told in ("m", "f") else ""
        return titles or office or person.genders or _role_gender(phrase, tokens, pack) or told
    if phrase.role:
        ending = _role_gender(phrase, tokens, pack)
        if phrase.role.group or is_plural(phrase, tokens):
            return "p"
        return narrow(told, ending) or _animate(phrase.role.kind, grammar)
    genders = phrase.atoms[-1].genders
    return narrow(told, genders) or ("mf" if grammar.gendered else "np")


def narrow(a: str, b: str) -> str:
    """What two sets of genders have in common, or the one that tells something."""
    common = "".join(c for c in a if c in b)
    return common or b or a


def _animate(kind: EntityKind, grammar: Grammar) -> str:
    if kind is EntityKind.PERSON:
        return "mf"
    return "" if grammar.gendered else "np"


def _role_gender(phrase: Phrase, tokens: list[Token], pack: Pack) -> str:
    roles = [atom for atom in phrase.atoms if atom.kind is AtomKind.ROLE]
    if not roles:
        return ""
    noun = tokens[roles[-1].last - 1]
    named = ("m" if noun.bits & t.MALE else "") + ("f" if noun.bits & t.FEMALE else "")
    return named or find_ending_gender(noun.word, pack.head.language.split("-")[0])


def is_plural(phrase: Phrase, tokens: list[Token]) -> bool:
    """A role's form in -s beside the same form without it."""
    roles = [atom for atom in phrase.atoms if atom.role]
    if not roles or roles[-1].role is None:
        return False
    words = " ".join(token.low for token in tokens[roles[-1].first : roles[-1].last])
    forms = {form.lower() for form in roles[-1].role.forms}
    return words.endswith("s") and words[:-1] in forms


def join_appositions(phrases: list[Phrase], tokens: list[Token], pack: Pack) -> list[Phrase]:
    """ "Russia's chief of staff, V. Weller," and "V. Weller, the chief of staff," are one each."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if before and is_apposition(before, phrase, tokens):
            before.atoms += phrase.atoms
            before.of += phrase.of
            before.last = phrase.last
            before.genders = phrase_genders(
                before, tokens, pack, load_grammar(pack.head.language.split("-")[0])
            )
        else:
            joined.append(phrase)
    return joined


def is_apposition(before: Phrase, after: Phrase, tokens: list[Token]) -> bool:
    """One has a role and no name, the other is a name; commas stand between and after."""
    between = tokens[before.last : after.first]
    if before.sentence != after.sentence or not between or between[0].word != ",":
        return False
    if any(not token.bits & t.DETERMINER for token in between[1:]):
        return False
    closes = after.last >= len(tokens) or not tokens[after.last].word[0].isalnum()
    named, plain = (before, after) if before.person else (after, before)
    person = named.person
    if person is None or plain.person or not plain.role or not closes:
        return False
    fits = person.kind is AtomKind.PERSON or plain.role.kind is EntityKind.PERSON
    return fits and (named is before or len(between) == 1)
