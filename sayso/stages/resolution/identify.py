"""Whom a noun phrase means by itself: a person, a body, an office, a country."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.gazetteer.fold import fold
from sayso.gazetteer.grammar import is_abstract
from sayso.gazetteer.lookup import Form
from sayso.model import Entity, EntityKind, SourceKind
from sayso.packs.shape import RoleEntry
from sayso.stages.resolution.atoms import Atom, AtomKind
from sayso.stages.resolution.bearing import is_plural
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.people import Person
from sayso.stages.resolution.phrases import Phrase

#: The role of what is written and speaks: "the report says".
DOCUMENT = "document"


_BEST = (Form.MEDIUM, Form.BODY, Form.SEAT, Form.NAME, Form.CAPITAL, Form.DEMONYM, Form.BLOC)


def identify(page: Page, phrase: Phrase) -> None:
    """Set whom a phrase means, as far as it says so itself."""
    person = phrase.person
    body = phrase.body
    if body and person is None:
        phrase.entity, phrase.kind = named_body(page, phrase, body), SourceKind.NAMED
    elif known := find_known(page, phrase):
        take_person(page, phrase, known)
    elif person and person.kind is AtomKind.PERSON:
        found = page.people.find(page.people.words(phrase), phrase.first, phrase.genders)
        if found:
            take_person(page, phrase, found)
    elif person and person.kind is AtomKind.ORGANISATION:
        phrase.entity, phrase.kind = organisation(page, phrase, person), SourceKind.NAMED
    elif person:
        words = page.people.words(phrase)
        shouted = phrase.sentence in page.words.title_cased
        find = page.people.find_start if shouted else page.people.find
        meant = find(words, phrase.first)
        if meant:
            page.people.learn(meant, phrase)
            take_person(page, phrase, meant)
    elif phrase.role:
        identify_role(page, phrase, phrase.role)
    elif phrase.places:
        take_place(phrase)


def find_known(page: Page, phrase: Phrase) -> Person | None:
    """Somebody whose surname is also a place, a medium or a role ("Mr Singer", "Guardian")."""
    if phrase.of or phrase.definite is not None:
        return None
    if len(phrase.atoms) == 1 and phrase.person:
        return None
    nouns = [atom for atom in phrase.atoms if atom.kind is not AtomKind.TITLE]
    titled = len(nouns) < len(phrase.atoms)
    atom = nouns[0]
    if len(nouns) > 1 or atom.kind not in (AtomKind.ROLE, AtomKind.PLACE):
        return None
    token = page.tokens[atom.first]
    common = page.nouns_capitalised and atom.kind is AtomKind.ROLE
    if atom.last - atom.first != 1 or not token.capital:
        return None
    if not titled and (common or (token.opening and atom.kind is AtomKind.ROLE)):
        return None
    surname = (token.folded,)
    found = page.people.find(surname, phrase.first)
    full = found is not None and len(found.words) > 1 and found.words[-1:] == surname
    return found if full else None


def take_person(page: Page, phrase: Phrase, found: Person) -> None:
    """The phrase means a person of the register: the first of that id."""
    person = page.people.known[found.id]
    phrase.key, phrase.kind = person.id, SourceKind.NAMED
    phrase.entity = person.entity()
    phrase.genders = person.genders or phrase.genders or "mf"


def organisation(page: Page, phrase: Phrase, atom: Atom) -> Entity:
    """An organisation that only its name tells."""
    name = page.words.passage(atom.first, atom.last)
    owner = find_owner(phrase)
    return Entity(
        id=f"body:{fold(name)}",
        name=name,
        kind=EntityKind.ORGANISATION,
        country=owner.country if owner else None,
    )


def named_body(page: Page, phrase: Phrase, body: tuple[int, int]) -> Entity:
    """ "the company Nordwind", "Lindau police": a body that a name and a role tell together."""
    first, last = body
    leading = first > phrase.first and not page.nouns_capitalised
    while leading and first > phrase.first and page.tokens[first - 1].capital:
        first -= 1
    made = organisation(page, phrase, Atom(AtomKind.ORGANISATION, first, last))
    role = phrase.role
    return replace(made, kind=role.kind, sector=role.sector) if role else made


def take_place(phrase: Phrase) -> None:
    """The phrase is a name of the gazetteer; a body's name counts more than its country's."""
    entries = [atom.entry for atom in phrase.places if atom.entry]
    best = min(entries, key=lambda entry: _BEST.index(entry.form))
    phrase.entity = best.entity
    phrase.kind = SourceKind.ROLE if best.form is Form.BLOC else SourceKind.NAMED


def find_owner(phrase: Phrase) -> Entity | None:
    """The country or body that a role belongs to: the adjective's before the one after "of"."""
    for atom in phrase.places:
        if atom.entry:
            return atom.entry.entity
    return None


def identify_role(page: Page, phrase: Phrase, role: RoleEntry) -> None:
    """A role with its country or body: an organisation, an office, a group of people."""
    impersonal = is_impersonal(phrase, role, page)
    named = find_named(phrase) if len(phrase.atoms) > 1 else None
    if named and role.kind is not EntityKind.PERSON and role.role != DOCUMENT:
        phrase.entity, phrase.kind = named, SourceKind.NAMED
        return
    owner = find_owner(phrase)
    body = impersonal and bool(owner and owner.country) and role.role != DOCUMENT
    prefix = f"{owner_slug(owner)}-" if owner else ""
    kind = role.kind
    if kind is EntityKind.PERSON:
        kind = EntityKind.ORGANISATION if impersonal else kind
        kind = EntityKind.GROUP if role.group or is_plural(phrase, page.tokens) else kind
    phrase.kind = SourceKind.NAMED if body else SourceKind.ROLE
    phrase.entity = Entity(
        id=f"{'body' if body else 'role'}:{prefix}{fold(role.role)}",
        name=page.words.passage(phrase.first, phrase.last),
        kind=kind,
        country=owner.country if owner else None,
        sector=role.sector or (owner.sector if owner else None),
        role=None if body else role.role,
    )


def find_named(phrase: Phrase) -> Entity | None:
    """ "the agency KCNA", "the aid group Oxfam": the body that a role only describes."""
    for before, after in zip(phrase.atoms, phrase.atoms[1:], strict=False):
        entry = after.entry or before.entry
        if entry is None or before.last != after.first:
            continue
        if entry.form is Form.MEDIUM or (entry.form is Form.BODY and before.role):
            return entry.entity
    return None


def is_impersonal(phrase: Phrase, role: RoleEntry, page: Page) -> bool:
    """The role is a body's: by its entry, or by a noun in -schaft, -ung …"""
    if role.group or role.kind is not EntityKind.PERSON:
        return not role.group
    last = next(atom.last for atom in reversed(phrase.atoms) if atom.role)
    noun = page.tokens[min(last, phrase.last) - 1].low
    return is_abstract(noun, page.grammar)


def owner_slug(owner: Entity) -> str:
    """ "rus" for Russia, "nato" for NATO: what an office of theirs is called in ids."""
    return fold(owner.id.partition(":")[2])
