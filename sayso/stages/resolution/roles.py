"""Bare roles: "the minister" taken to the one who was introduced as one."""

from __future__ import annotations

import functools
from bisect import bisect_left

from sayso.model import Entity, EntityKind
from sayso.packs.shape import RoleEntry
from sayso.stages.resolution.identify import DOCUMENT
from sayso.stages.resolution.page import Page
from sayso.stages.resolution.phrases import Phrase


def find_role(page: Page, phrase: Phrase) -> Phrase | None:
    """Who was introduced with the role that a bare "the minister" names."""
    role = phrase.role
    if role is None or role.group or phrase.places or phrase.person or phrase.definite is False:
        return None
    houses = house_words(page, phrase)
    best: tuple[int, int] = (0, 0)
    found: Phrase | None = None
    for other in page.phrases[: bisect_left(page.begins, phrase.first)]:
        if other.entity is None or other.last > phrase.first:
            continue
        score = fit_role(role, other)
        if houses and not houses & house_words(page, other):
            continue  # "der FDP-Chef" is not the head of another party
        if not score or not is_known(other.entity) or not fits_one(phrase.genders, other.genders):
            continue
        if (score, other.first) >= best:
            best, found = (score, other.first), other
    return found or find_only_person(page, phrase, role)


def house_words(page: Page, phrase: Phrase) -> frozenset[str]:
    """The houses that a phrase's compounds name: `FDP` of "FDP-Chef", "Unions-Fraktionschef"."""
    words = page.words.passage(phrase.first, phrase.last).split()
    heads = (word.rpartition("-")[0] for word in words if "-" in word)
    return frozenset(head for head in heads if head[:1].isupper())


def find_only_person(page: Page, phrase: Phrase, role: RoleEntry) -> Phrase | None:
    """The one person named so far, for "the senator" who was not introduced as one."""
    if role.kind is not EntityKind.PERSON or not phrase.definite or "p" in phrase.genders:
        return None
    before = [p for p in page.phrases[: bisect_left(page.begins, phrase.first)] if p.key]
    one = len({p.key for p in before}) == 1
    agree = one and fits_one(phrase.genders, before[-1].genders)
    return before[-1] if agree else None


def fits_one(a: str, b: str) -> bool:
    """Two sets of genders share one, or one of them tells nothing.

    >>> fits_one("mf", "f"), fits_one("m", "f"), fits_one("", "f")
    (True, False, True)
    """
    return not a or not b or any(g in b for g in a)


def is_known(entity: Entity) -> bool:
    """Somebody in particular: a name, or an office with a country."""
    office = entity.kind is EntityKind.GROUP or entity.id.startswith("role:")
    return entity.country is not None or not office


def fit_role(role: RoleEntry, other: Phrase) -> int:
    """2 for the same role, 1 for one that ends alike ("minister", "foreign minister").

    "The paper", "the agency" takes up a medium named before.
    """
    entity = other.entity
    living = entity is not None and entity.kind in (EntityKind.PERSON, EntityKind.GROUP)
    if role.role == DOCUMENT or living is not (role.kind is EntityKind.PERSON):
        return 0
    if entity and role.kind is EntityKind.MEDIUM:
        return int(entity.kind is EntityKind.MEDIUM and entity.id.startswith("body:"))
    return fit_title(role.role, entity, other)


def fit_title(role: str, entity: Entity | None, other: Phrase) -> int:
    """How well a role's English name fits the roles that a party is known by."""
    roles = (entity.role if entity else None, other.role.role if other.role else None)
    if role in roles:
        return 2
    head = head_noun(role)
    return int(any(r and head_noun(r) == head and head in (r, role) for r in roles))


@functools.lru_cache(maxsize=1024)
def head_noun(role: str) -> str:
    """The noun of a role's English name.

    >>> head_noun("foreign minister"), head_noun("member of parliament")
    ('minister', 'member')
    """
    return role.partition(" of ")[0].split()[-1]
