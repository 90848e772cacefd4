"""The scorer of events, on records of our own; and the packs' examples, which keep their share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval import examples
from eval.events import (
    Gold,
    Row,
    Scored,
    fold_types,
    matching,
    our_types,
    overlaps,
    read_golds,
    roles_right,
    rows_of,
    told,
)
from eval.examples import pin_share, read_shares, share_right
from sayso.model import Entity, EntityKind, Event, Role
from sayso.pipeline import read_text
from sayso.spans import Span

ATTACK = "Portugal attacked Andorra."
MEETING = "Iceland met with Portugal in Brussels."
CALM = "Rain fell on the harbour for two days."


def make_role(words: str, country: str | None = None) -> Role:
    entity = Entity(id=f"x:{words}", name=words, kind=EntityKind.GROUP, country=country)
    return Role(entity=entity, span=Span(0, len(words), words))


def make_row(type_: str, actor: tuple[Role, ...], recipient: tuple[Role, ...] = ()) -> Row:
    trigger = Span(0, 2, "it")
    event = Event(
        concept="x", type=type_, mode=None, context=(), trigger=trigger, actor=actor,
        recipient=recipient, rule="xx",
    )  # fmt: skip
    return Row(type_, event)


def make_gold(text: str, *types: str, actor: str = "", recipient: str = "") -> Gold:
    return Gold(text, "en", frozenset(types), actor, recipient)


def test_every_form_of_record_is_read(tmp_path: Path) -> None:
    records = [
        {"sentence": ATTACK, "gold_root": "ASSAULT", "source": "Portugal", "target": "Andorra"},
        {
            "text": "{ " + ATTACK + " }",
            "event": "ASSAULT",
            "eventText": "attacked",
            "source": [{"actorText": "Portugal", "code": "PRT"}],
            "target": [{"actorText": "Andorra", "code": "AND"}],
        },
        {
            "text": ATTACK,
            "language": "en",
            "events": [
                {
                    "type": "ASSAULT",
                    "actor": "Portugal",
                    "recipient": "Andorra",
                    "trigger": "attacked",
                }
            ],
        },
    ]
    path = tmp_path / "set.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
    golds = list(read_golds(path))
    assert {(g.text, g.language, g.types) for g in golds} == {
        (ATTACK, "en", frozenset({"ASSAULT"}))
    }
    assert {(g.actor, g.recipient) for g in golds} == {("Portugal", "Andorra")}
    assert [g.by_cameo for g in golds] == [True, False, False]
    assert golds[1].actor_countries == {"PRT"} and golds[1].recipient_countries == {"AND"}


def test_a_type_of_another_list_is_taken_as_ours() -> None:
    assert our_types("REQUEST") == {"DEMAND"}
    assert our_types("ASSAULT") == {"ASSAULT"}


def test_what_is_found_counts_once_a_text_and_type() -> None:
    golds = [
        make_gold(ATTACK, "ASSAULT", actor="Portugal", recipient="Andorra"),
        make_gold(MEETING, "CONSULT", actor="Iceland", recipient="Portugal"),
        make_gold(CALM, "AID", actor="nobody", recipient="nobody"),
    ]
    scored = Scored.of(golds)
    figures = scored.by_type(lambda rows: rows)
    assert figures == {"ASSAULT": (1, 1, 1), "CONSULT": (1, 1, 1), "AID": (0, 0, 1)}
    assert [scored.both_right(g, rows) for g, rows in scored.pairs] == [True, True, False]
    lines = scored.lines("own.jsonl", 1, "")
    assert lines[0] == "own.jsonl: 3 events"
    assert "right 2, extra 0 (0 % of the right ones)" in lines
    assert "type, actor and recipient right: 2 (67 %)" in lines
    assert any(line.startswith("  macro-F1 0.667 over 3 types") for line in lines)
    assert "missed AID: 1" in lines


def test_a_wrong_type_is_missed_and_extra() -> None:
    scored = Scored.of([make_gold(ATTACK, "AID", actor="Portugal", recipient="Andorra")])
    assert scored.by_type(lambda rows: rows) == {"AID": (0, 0, 1)}
    assert "right 0, extra 1 (– of the right ones)" in scored.lines("x", 0, "")
    assert {"missed AID: 1", "extra ASSAULT: 1"} <= set(scored.lines("x", 2, ""))


def test_two_of_our_types_that_are_one_in_the_set_count_once() -> None:
    both = frozenset({"AGREE", "SUPPORT"})
    assert fold_types({"AGREE", "SUPPORT", "AID"}, both) == {"AGREE", "AID"}
    rows = [make_row("AGREE", ()), make_row("AID", ())]
    assert [r.type for r in matching(make_gold("x", *both), rows)] == ["AGREE"]


def test_rows_are_what_has_an_actor_and_is_not_told_aside() -> None:
    assert [r.type for r in rows_of(read_text(ATTACK, "en"))] == ["ASSAULT"]
    assert rows_of(read_text("Portugal was attacked.", "en")) == []
    aside = read_text("After its attack on Andorra, Portugal expelled two diplomats.", "en")
    assert [r.type for r in rows_of(aside)] == ["SANCTION"]


def test_what_a_source_says_counts_and_what_it_demands_or_denies_does_not() -> None:
    said, denied, wanted = (
        read_text(text, "en").statements[0]
        for text in (
            "Iceland said that Portugal had attacked Andorra.",
            "Portugal denied that it had attacked Andorra.",
            "Iceland demanded that Portugal release the sailors.",
        )
    )
    assert len(told(said)) == 1
    assert denied.events and told(denied) == ()
    assert wanted.events and told(wanted) == ()


@pytest.mark.parametrize(
    ("actor", "recipient", "right"),
    [
        ((make_role("Lisbon", "PRT"),), (make_role("Andorra", "AND"),), True),
        ((make_role("Portugal"),), (make_role("Andorra", "AND"),), False),
        ((make_role("Lisbon", "PRT"),), (make_role("Iceland", "ISL"),), False),
        ((make_role("Lisbon", "PRT"),), (), False),
    ],
)
def test_roles_are_compared_by_country_where_the_set_gives_it(actor, recipient, right) -> None:
    gold = Gold(
        "x", "en", frozenset({"AID"}), "Portugal", "Andorra", frozenset({"PRT"}), frozenset({"AND"})
    )
    assert roles_right(gold, make_row("AID", actor, recipient)) is right


def test_of_a_mutual_event_all_sides_may_be_actors() -> None:
    sides = (make_role("Lisbon", "PRT"), make_role("Iceland", "ISL"))
    gold = Gold("x", "en", frozenset({"CONSULT"}), "", "", frozenset({"PRT", "ISL"}), frozenset())
    assert roles_right(gold, make_row("CONSULT", sides))
    other = (*sides, make_role("Andorra", "AND"))
    assert not roles_right(gold, make_row("CONSULT", other))


def test_words_are_compared_where_the_set_gives_no_country() -> None:
    assert overlaps("the Portuguese army", (make_role("Portuguese soldiers"),))
    assert not overlaps("the Portuguese army", (make_role("a mayor"),))
    assert not overlaps("the Portuguese army", ())
    assert overlaps("", ())


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_the_examples_of_a_pack_keep_their_share(language: str) -> None:
    floor = read_shares().get(language)
    assert floor is not None, f"no share pinned: python -m eval events --pack {language} --pin"
    share = share_right(language)
    assert share >= floor - examples.SLACK, f"python -m eval events --pack {language}"


def test_pinning_raises_a_share_and_never_lowers_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"en": {"f1": 0.9}}', "utf-8")
    monkeypatch.setattr(examples, "FLOORS", path)
    assert pin_share("en", 0.8) == "en: pinned 0.8"
    assert pin_share("en", 0.9) == "en: pinned 0.9"
    assert pin_share("en", 0.85) == "en: 0.85 is under its floor 0.9; not lowered"
    assert read_shares() == {"en": 0.9}
    assert json.loads(path.read_text("utf-8"))["en"] == {"f1": 0.9}
