"""The concepts: what each must have, how they hang together, and what is refused."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import resources

import pytest

from sayso.codebook.cameo import read_cameo
from sayso.codebook.concepts import (
    Concept,
    PlaceNeed,
    check_roles,
    load_concepts,
    parse_concepts,
    read_counted,
)
from sayso.codebook.plover import RecipientRule, read_plover
from sayso.errors import PackError

TEXT = resources.files("sayso.codebook").joinpath("concepts.toml").read_text("utf-8")
TWO = """\
[deploy]
gloss = "sends forces"
type = "MOBILIZE"
mode = "troops"
opposite = "withdraw"

[withdraw]
gloss = "takes forces away"
type = "RETREAT"
mode = "withdraw"
opposite = "deploy"
"""


def test_there_are_many_and_every_type_has_some() -> None:
    concepts = load_concepts()
    assert len(concepts) >= 150
    assert {concept.type for concept in concepts.values()} == set(read_plover().type)


def test_two_concepts_do_not_say_the_same() -> None:
    glosses = [concept.gloss for concept in load_concepts().values()]
    assert len(glosses) == len(set(glosses))
    assert all(gloss and not gloss.endswith(".") for gloss in glosses)


def test_type_and_cameo_code_agree() -> None:
    codes = read_cameo()
    for concept in load_concepts().values():
        if concept.cameo is not None:
            assert concept.type in codes[concept.cameo].types, concept.id


def test_only_what_cameo_lacks_has_no_code() -> None:
    without = {c.id for c in load_concepts().values() if c.cameo is None}
    assert without == {"hold_referendum"}


def test_opposites_are_of_the_other_side() -> None:
    """What undoes cooperation is conflict, and the other way round."""
    concepts = load_concepts()
    quads = {name: type_.quad for name, type_ in read_plover().type.items()}
    for concept in concepts.values():
        if concept.opposite:
            other = concepts[concept.opposite]
            assert other.id != concept.id
            sides = {quads[concept.type].cooperative, quads[other.type].cooperative}
            assert sides == {True, False}, concept.id


@pytest.mark.parametrize(
    ("id_", "codes"),
    [
        ("deploy_troops", ("MOBILIZE", "troops", "soldiers", PlaceNeed.TO)),
        ("withdraw_troops", ("RETREAT", "withdraw", "soldiers", PlaceNeed.FROM)),
        ("retake", ("ASSAULT", None, None, PlaceNeed.OF)),
        ("shell", ("ASSAULT", "heavy-weapons", None, PlaceNeed.OF)),
        ("arrest", ("COERCE", "arrest", "arrested", PlaceNeed.AT)),
        ("supply_arms", ("AID", None, "weapons", PlaceNeed.TO)),
    ],
)
def test_some_are_as_one_expects(
    id_: str, codes: tuple[str, str | None, str | None, PlaceNeed]
) -> None:
    concept = load_concepts()[id_]
    assert (concept.type, concept.mode, concept.counts, concept.place) == codes


def test_the_recipient_rule_is_the_types_unless_told() -> None:
    concepts = load_concepts()
    assert concepts["supply_arms"].recipient is RecipientRule.REQUIRED
    assert concepts["attack"].recipient is RecipientRule.OPTIONAL
    assert concepts["resign"].recipient is RecipientRule.NONE


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'type = "MOBILIZE"\n',
            "",
            r"\[deploy\]: a concept without a type; expected type = one of ",
        ),
        ('"MOBILIZE"', '"MOBILISE"', r"\[deploy\]: no type 'MOBILISE'; expected one of AGREE, "),
        (
            '"troops"',
            '"army"',
            r"\[deploy\]: MOBILIZE has no mode 'army'; expected one of troops, ",
        ),
        ('"troops"', '"troops"\ncontext = ["war"]', "no context 'war'; expected one of military, "),
        ('"troops"', '"troops"\ncameo = "999"', "no CAMEO code '999'; expected a code of "),
        ('"troops"', '"troops"\ncounts = "cows"', "counts 'cows'; expected one of aircraft, "),
        ('"troops"', '"troops"\ninner = "sure"', "Invalid enum value 'sure'"),
        ('"troops"', '"troops"\nplace = "under"', "Invalid enum value 'under'"),
        ('"troops"', '"troops"\nrecipient = "two"', "Invalid enum value 'two'"),
        ('"troops"', '"troops"\nroles = ["owner"]', "unknown field `roles`; expected keys gloss"),
        ('gloss = "sends forces"\n', "", "missing required field `gloss`"),
        ('"withdraw"\n\n', '"retire"\n\n', r"\[deploy\]: no concept 'retire'; expected an id"),
        (
            'opposite = "deploy"',
            'opposite = "withdraw"',
            r"is its opposite, but has withdraw itself",
        ),
        ('opposite = "deploy"\n', "", r"but has none itself; expected \[withdraw\] opposite = one"),
        ("[withdraw]", "[withdraw", "concepts.toml: "),
        ('mode = "withdraw"', 'mode = "resign"\nrecipient = "optional"', "resign has no recipient"),
    ],
)
def test_what_is_wrong_is_refused_with_file_entry_and_what_is_allowed(
    old: str, new: str, message: str
) -> None:
    assert parse_concepts(TWO)["deploy"].opposite == "withdraw"
    changed = TWO.replace(old, new, 1) if old != "[withdraw]" else TWO.replace(old, new)
    assert changed != TWO
    with pytest.raises(PackError, match=message) as caught:
        parse_concepts(changed)
    assert caught.value.where.startswith("codebook/concepts.toml")


def test_one_opposite_may_serve_several() -> None:
    invade = '\n[invade]\ngloss = "goes in"\ntype = "ASSAULT"\nopposite = "withdraw"\n'
    concepts = parse_concepts(TWO + invade)
    assert concepts["invade"].opposite == "withdraw"


def test_a_role_that_the_type_forbids_is_refused() -> None:
    resign = load_concepts()["resign"]
    check_roles(resign, ("subject",), None, "here")
    check_roles(resign, ("subject",), (), "here")
    with pytest.raises(
        PackError, match=r"en/events entry 3: .*no recipient; .*allowed roles: actor"
    ):
        check_roles(resign, ("subject",), ("object",), "en/events entry 3")


def test_a_role_that_is_allowed_passes() -> None:
    concept = Concept(id="x", gloss="x", type="ASSAULT")
    check_roles(concept, None, ("object", "against"), "here")


def test_what_can_be_counted_is_what_units_know() -> None:
    units = resources.files("sayso.codebook").joinpath("units.toml").read_text("utf-8")
    states = set(re.findall(r"^\[state\.(\w+)\]", units, re.MULTILINE))
    assert states and states < read_counted()


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys, sayso.cli.main\n"
        "print([m for m in sys.modules if m.startswith('sayso.codebook')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
