"""PLOVER and CAMEO as data: closed lists, rules of rows, and what is refused."""

from __future__ import annotations

from importlib import resources

import pytest

from sayso.codebook.cameo import cameo_of, parse_cameo, read_cameo
from sayso.codebook.plover import (
    Quad,
    RecipientRule,
    check_codes,
    parse_plover,
    read_plover,
)
from sayso.codebook.telling import plover_type, score_of
from sayso.errors import PackError
from sayso.model import Act, Polarity, Reality

TEXT = resources.files("sayso.codebook").joinpath("plover.toml").read_text("utf-8")
POSITIVE, NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE
ACTUAL, PLANNED, POSSIBLE = Reality.ACTUAL, Reality.PLANNED, Reality.POSSIBLE


def test_sixteen_types_in_four_classes() -> None:
    quads = {quad: [n for n, t in read_plover().type.items() if t.quad is quad] for quad in Quad}
    assert quads == {
        Quad.VERBAL_COOPERATION: ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
        Quad.MATERIAL_COOPERATION: ["COOPERATE", "AID", "RETREAT"],
        Quad.VERBAL_CONFLICT: ["DEMAND", "ACCUSE", "REJECT", "THREATEN"],
        Quad.MATERIAL_CONFLICT: ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
    }


def test_recipients_are_required_where_the_manual_says() -> None:
    types = read_plover().type
    required = {name for name, t in types.items() if t.recipient is RecipientRule.REQUIRED}
    assert required == {"COOPERATE", "AID", "SANCTION"}


def test_cooperation_scores_above_conflict() -> None:
    plover = read_plover()
    for name, type_ in plover.type.items():
        assert (type_.score > 0) is type_.quad.cooperative, name
        for mode in plover.mode.get(name, {}):
            score = score_of(name, mode)
            assert -10 <= score <= 10
            assert score > 0.5 if type_.quad.cooperative else score <= 0.5, (name, mode)


def test_scores_are_of_modes_that_there_are() -> None:
    plover = read_plover()
    for name, scores in plover.score.items():
        joined = plover.mode_joined.get(name, {})
        assert set(joined) <= set(plover.mode[name])
        assert set(scores) <= {*plover.mode[name], *joined.values()}, name


def test_every_type_says_where_it_stands_in_a_known_source() -> None:
    plover = read_plover()
    for type_ in plover.type.values():
        source, _, section = type_.section.partition(" ")
        assert source in plover.source and section


def test_other_names_are_not_names_of_ours() -> None:
    plover = read_plover()
    assert not set(plover.alias) & set(plover.type)
    assert not set(plover.context_alias) & set(plover.context)
    assert {name for name in plover.context_alias.values() if name} <= set(plover.context)
    for type_, names in plover.mode_alias.items():
        modes = plover.mode.get(type_, {})
        assert not set(names) & set(modes)
        assert {mode for mode in names.values() if mode} <= set(modes)


@pytest.mark.parametrize(
    ("deed", "polarity", "reality", "row"),
    [
        (("AID", None), POSITIVE, ACTUAL, ("AID", None)),
        (("AID", None), POSITIVE, PLANNED, ("AGREE", None)),
        (("CONSULT", "visit"), POSITIVE, PLANNED, ("AGREE", None)),
        (("CONSULT", "visit"), NEGATIVE, ACTUAL, ("REJECT", "meet")),
        (("RETREAT", "resign"), NEGATIVE, ACTUAL, ("REJECT", "change")),
        (("RETREAT", "withdraw"), NEGATIVE, PLANNED, ("REJECT", "yield")),
        (("AGREE", None), POSITIVE, PLANNED, ("AGREE", None)),
        (("ASSAULT", "aerial"), POSITIVE, PLANNED, ("THREATEN", "violence")),
        (("COERCE", "deport"), POSITIVE, PLANNED, ("THREATEN", "expel")),
        (("COERCE", "curfew"), POSITIVE, PLANNED, ("THREATEN", "restrict")),
        (("SANCTION", "convict"), POSITIVE, PLANNED, ("THREATEN", "arrest")),
        (("ASSAULT", "aerial"), POSITIVE, POSSIBLE, ("ASSAULT", "aerial")),
        (("AID", None), POSITIVE, POSSIBLE, ("AID", None)),
        (("ASSAULT", "aerial"), NEGATIVE, ACTUAL, ("ASSAULT", "aerial")),
        (("DEMAND", "meet"), POSITIVE, PLANNED, ("DEMAND", "meet")),
    ],
)
def test_the_type_of_a_row(
    deed: tuple[str, str | None],
    polarity: Polarity,
    reality: Reality,
    row: tuple[str, str | None],
) -> None:
    assert plover_type(*deed, polarity, reality) == row


def test_every_deed_has_a_row_however_it_is_told() -> None:
    plover = read_plover()
    deeds = [(type_, mode) for type_ in plover.type for mode in (None, *plover.mode.get(type_, {}))]
    for deed in deeds:
        for polarity in Polarity:
            for reality in Reality:
                check_codes(*plover_type(*deed, polarity, reality), (), f"{deed}")


@pytest.mark.parametrize(
    ("codes", "message"),
    [
        (("FIGHT", None, ()), "no type 'FIGHT'; expected one of AGREE, .*PLOVER calls it ASSAULT"),
        (("YIELD", None, ()), "PLOVER calls it CONCEDE or RETREAT"),
        (("AID", "loan", ()), "AID has no mode 'loan'; expected no mode"),
        (("COERCE", "confiscate", ()), "one of seize, .*here it is called 'seize'"),
        (("COERCE", "ban", ("sport",)), "no context 'sport'; expected one of military, "),
        (("COERCE", "ban", ("disease",)), "here it is called 'health'"),
    ],
)
def test_unknown_codes_are_refused_with_what_is_allowed(
    codes: tuple[str, str | None, tuple[str, ...]], message: str
) -> None:
    with pytest.raises(PackError, match=f"^xx: .*{message}"):
        check_codes(*codes, "xx")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('quad = "verbal_conflict"', 'quad = "verbal"', "Invalid enum value 'verbal'"),
        ("[mode.CONSULT]", "[mode.MEET]", r"\[mode.MEET\]: no type 'MEET'"),
        ('conflict = "THREATEN"', 'conflict = "HURT"', r"\[unreal\]: no type 'HURT'"),
        ('CONSULT = "meet"', 'CONSULT = "eat"', r"CONSULT: REJECT has no mode 'eat'"),
        ('["RETREAT resign"]', '["RETREAT run"]', r"\[forbids\]: RETREAT has no mode 'run'"),
        ('FIGHT = ["ASSAULT"]', 'FIGHT = ["WAR"]', r"\[alias\]: no type 'WAR'"),
    ],
)
def test_a_wrong_file_is_refused(old: str, new: str, message: str) -> None:
    changed = TEXT.replace(old, new)
    assert changed != TEXT
    with pytest.raises(PackError, match=message):
        parse_plover(changed)


def test_acknowledgement_and_denial_are_taken_from_the_act() -> None:
    assert {act: cameo_of("195", act) for act in Act if cameo_of("195", act) != "195"} == {
        Act.ADMIT: "015",
        Act.DENY: "016",
        Act.DECLINE: "011",
    }
    assert cameo_of(None, Act.ADMIT) == "015"
    assert cameo_of("195") == "195"
    assert cameo_of(None, Act.ASSERT) is None


def test_cameo_codes_are_a_tree_under_twenty_roots() -> None:
    codes = read_cameo()
    assert {code[:2] for code in codes} == {f"{root:02}" for root in range(1, 21)}
    for code in codes:
        assert code.isdigit() and len(code) in (3, 4)
        assert len(code) == 3 or code[:3] in codes
    assert all(not codes[code].plover for code in codes if code[:2] in ("01", "02"))
    assert all(codes[code].plover for code in codes if code[:2] not in ("01", "02"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[act]\n[code]\n030 = { name = "x", plover = ["AGREED"] }', "030: no type 'AGREED'"),
        ('[act]\ndeny = "016"\n[code]', r"\[act\] deny: no code '016'"),
        ('[act]\nrefute = "016"\n[code]', "Invalid enum value 'refute'"),
        ("[act", "codebook/cameo.toml: "),
    ],
)
def test_a_wrong_table_of_codes_is_refused(text: str, message: str) -> None:
    with pytest.raises(PackError, match=message):
        parse_cameo(text)
