"""PLOVER rows: names of the manual, codes of rows, who said so; POLECAT's columns."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso.export.plover import plover_rows
from sayso.export.polecat import COLUMNS, OURS, POLECAT, polecat_columns
from sayso.export.sizes import number_code
from sayso.model import Act, Polarity, Quantity, Reality, Role


def load_maker() -> ModuleType:
    """The records that these tests build; tests are no package."""
    path = Path(__file__).with_name("make.py")
    spec = importlib.util.spec_from_file_location("export_make", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["export_make"] = module
    spec.loader.exec_module(module)
    return module


MAKE = load_maker()


def one_row(**changed: Any) -> dict[str, Any]:
    """The row of one narrated event."""
    return plover_rows(MAKE.document(narrated=(MAKE.event(**changed),)))[0]


def codes(row: dict[str, Any]) -> tuple[str, str | None]:
    """Type and mode of a row."""
    return row["event"][0], row["mode"][0] if row["mode"] else None


def test_a_said_event_has_the_manuals_names_and_who_said_so() -> None:
    rows = plover_rows(MAKE.document(MAKE.statement(MAKE.event())))
    assert len(rows) == 1
    row = json.loads(json.dumps(rows[0]))
    assert row["actor"] == [
        {
            "entity_text": "its army",
            "code": "EST",
            "sector": "MIL",
            "identifier_id": None,
            "identifier_text": "army of Estmark",
            "office": None,
            "entity": "armed_force:army of estmark",
        }
    ]
    assert [one["code"] for one in row["recipient"]] == ["NOR"]
    assert (row["event"], row["mode"], row["context"]) == (
        ["ASSAULT"],
        ["heavy-weapons"],
        ["military"],
    )
    assert (row["quad_code"], row["event_scale"]) == (4, -9.5)
    assert (row["date"], row["date_from"]) == ("2024-03-02", "event")
    assert row["event_loc"]["resolved_place"] == "Ilmar"
    assert row["event_loc"]["resolution"] == 4
    assert row["event_text"] == ["shelled"]
    assert row["size"] == {"dead": 12, "injured": None, "arrested": None}
    assert MAKE.TEXT[row["text_info"]["start"] : row["text_info"]["end"]] == row["text"]
    assert row["cite_info"]["publication"] == "The Tidal Post"
    assert row["narrated"] is False
    assert row["missing"] == []
    said = row["said"]
    assert (said["source"]["code"], said["source"]["sector"]) == ("EST", "GOV")
    assert (said["act"], said["hedge"], said["statement"]) == ("admit", "probable", "st_1")
    assert (row["cameo"], said["cameo"]) == ("194", "015")


@pytest.mark.parametrize(
    ("act", "code"), [(Act.DENY, "016"), (Act.ADMIT, "015"), (Act.ACCUSE, None)]
)
def test_the_saying_has_cameos_code_beside_the_events_own(act: Act, code: str | None) -> None:
    row = plover_rows(MAKE.document(MAKE.statement(MAKE.event(), act=act)))[0]
    assert (row["cameo"], row["said"]["cameo"]) == ("194", code)


def test_a_narrated_event_is_said_by_nobody() -> None:
    row = one_row()
    assert (row["narrated"], row["said"]) == (True, None)


def test_an_event_in_two_statements_and_narrated_has_three_rows_with_three_ids() -> None:
    event = MAKE.event()
    page = MAKE.document(
        MAKE.statement(event), MAKE.statement(event, act=Act.DENY), narrated=(event,)
    )
    rows = plover_rows(page)
    assert [row["said"] and row["said"]["act"] for row in rows] == ["admit", "deny", None]
    assert len({row["id"] for row in rows}) == 2, "statements of the same id share the row's"
    assert rows == plover_rows(page)


@pytest.mark.parametrize(
    ("changed", "row"),
    [
        ({}, (("ASSAULT", "heavy-weapons"), ["military"])),
        ({"reality": Reality.PLANNED}, (("THREATEN", "violence"), ["military"])),
        (
            {"reality": Reality.POSSIBLE},
            (("ASSAULT", "heavy-weapons"), ["military", "hypothetical"]),
        ),
        (
            {"polarity": Polarity.NEGATIVE},
            (("ASSAULT", "heavy-weapons"), ["military", "negation"]),
        ),
        (
            {"type": "AID", "mode": None, "reality": Reality.PLANNED},
            (("AGREE", None), ["military"]),
        ),
        (
            {"type": "AID", "mode": None, "polarity": Polarity.NEGATIVE},
            (("REJECT", "assist"), ["military"]),
        ),
        (
            {"type": "DEMAND", "mode": "meet", "reality": Reality.PLANNED},
            (("DEMAND", "meet"), ["military", "future"]),
        ),
    ],
)
def test_how_it_is_told_decides_the_rows_type_and_the_deed_stays(
    changed: dict[str, Any], row: tuple[tuple[str, str | None], list[str]]
) -> None:
    made = one_row(**changed)
    assert (codes(made), made["context"]) == row
    event = MAKE.event(**changed)
    assert made["deed"] == {"event": event.type, "mode": event.mode}
    assert (made["polarity"], made["reality"]) == (event.polarity.value, event.reality.value)


def test_all_who_consult_are_actors_but_of_a_visit() -> None:
    met = one_row(concept="meet", type="CONSULT", mode=None)
    assert [one["code"] for one in met["actor"]] == ["EST", "NOR"]
    assert met["recipient"] == []
    visited = one_row(concept="visit", type="CONSULT", mode="visit")
    assert [one["code"] for one in visited["recipient"]] == ["NOR"]


def test_the_visitor_is_the_actor_where_the_host_is_the_subject() -> None:
    hosted = one_row(concept="host", type="CONSULT", mode="visit")
    assert [one["code"] for one in hosted["actor"]] == ["NOR"]
    assert [one["code"] for one in hosted["recipient"]] == ["EST"]


def test_what_plover_asks_for_and_is_missing_is_said_and_can_be_left_out() -> None:
    events = (
        MAKE.event(actor=()),
        MAKE.event(recipient=()),
        MAKE.event(type="AID", mode=None, recipient=()),
        MAKE.event(type="AID", mode=None, recipient=(), actor=()),
    )
    page = MAKE.document(narrated=events)
    assert [row["missing"] for row in plover_rows(page)] == [
        ["actor"],
        [],
        ["recipient"],
        ["actor", "recipient"],
    ]
    assert [row["missing"] for row in plover_rows(page, complete=True)] == [[]]


def test_a_row_without_a_date_of_its_own_says_that_it_has_the_pages() -> None:
    assert (one_row(date=None)["date"], one_row(date=None)["date_from"]) == (
        "2024-03-05",
        "published",
    )


def test_nothing_known_is_null_and_nothing_is_invented() -> None:
    nobody = Role(entity=None, span=MAKE.passage("people"))
    row = one_row(actor=(nobody,), recipient=(), place=None, quantities=(), sentence=None)
    assert set(row["actor"][0].values()) == {"people", None}
    assert row["event_loc"] is row["text"] is row["text_info"] is None
    assert set(row["size"].values()) == {None}


def test_rows_stand_in_the_order_of_the_text() -> None:
    late = MAKE.event(trigger=MAKE.passage("killing"), concept="kill")
    page = MAKE.document(MAKE.statement(late), narrated=(MAKE.event(),))
    assert [row["concept"] for row in plover_rows(page)] == ["shell", "kill"]


@pytest.mark.parametrize(
    ("low", "high", "about", "code"),
    [
        (12, 12, False, 12),
        (12, 12, True, "~12"),
        (10, None, False, ">=10"),
        (None, 10, False, "<=10"),
        (10, 12, False, "10-12"),
        (2.5, 2.5, False, 2.5),
        (None, None, False, None),
    ],
)
def test_a_number_or_a_code(
    low: float | None, high: float | None, about: bool, code: float | str | None
) -> None:
    quantity = Quantity(low=low, high=high, unit="people", of="killed", text="x", about=about)
    assert number_code(quantity) == code


def test_polecats_columns_come_first_and_ours_are_none_of_them() -> None:
    assert len(POLECAT) == 40
    assert COLUMNS[:40] == POLECAT
    assert not set(POLECAT) & set(OURS)
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_a_flat_row_holds_what_the_row_holds() -> None:
    row = plover_rows(MAKE.document(MAKE.statement(MAKE.event())))[0]
    flat = polecat_columns(row)
    assert tuple(flat) == COLUMNS
    shown = {name: value for name, value in flat.items() if value not in (None, "")}
    assert shown == {
        "Event ID": row["id"],
        "Event Date": "2024-03-02",
        "Event Type": "ASSAULT",
        "Event Mode": "heavy-weapons",
        "Intensity": -9.5,
        "Quad Code": "MATERIAL CONFLICT",
        "Contexts": "military",
        "Actor Name": "army of Estmark",
        "Actor Country": "EST",
        "Primary Actor Sector": "MIL",
        "Actor Sectors": "MIL",
        "Actor Name Raw": "its army",
        "Recipient Name": "Norland",
        "Recipient Country": "NOR",
        "Recipient Name Raw": "Norland",
        "Placename": "Ilmar",
        "City": "Ilmar",
        "Country": "NOR",
        "Latitude": 1.5,
        "Longitude": 2.5,
        "Raw Placename": "Ilmar",
        "Feature Type": "city",
        "Source": "The Tidal Post",
        "Publication Date": "2024-03-05",
        "Language": "en",
        "Version": row["coder"],
        "Narrated": "false",
        "Said By": "Estmark",
        "Said By Country": "EST",
        "Said By Sector": "GOV",
        "Said By Raw": "Estmark",
        "Act": "admit",
        "Hedge": "probable",
        "Said CAMEO": "015",
        "Statement": "st_1",
        "Concept": "shell",
        "CAMEO": "194",
        "Deed Type": "ASSAULT",
        "Deed Mode": "heavy-weapons",
        "Polarity": "positive",
        "Reality": "actual",
        "Background": "false",
        "Date From": "event",
        "Dead": 12,
        "Quantities": "twelve people",
        "Event Text": "shelled",
        "Text": MAKE.TEXT,
        "Start": 0,
        "End": len(MAKE.TEXT),
        "URL": "https://tidal.example/ilmar",
        "Title": "Estmark admits",
        "Document": "doc_1",
        "Rule": "en/events/shell#1",
    }


def test_a_flat_row_speaks_as_polecat_does() -> None:
    demand = polecat_columns(one_row(type="DEMAND", mode="meet", reality=Reality.POSSIBLE))
    assert (demand["Event Type"], demand["Deed Type"]) == ("REQUEST", "REQUEST")
    assert demand["Contexts"] == "military", "how it is told is no context in that data"
    assert demand["Reality"] == "possible"


def test_several_actors_keep_their_places_in_every_column() -> None:
    nobody = Role(entity=None, span=MAKE.passage("people"))
    flat = polecat_columns(one_row(actor=(nobody, MAKE.ARMY, MAKE.NORLAND)))
    assert flat["Actor Name"] == "people; army of Estmark; Norland"
    assert flat["Actor Country"] == "; EST; NOR"
    assert flat["Actor Sectors"] == "; MIL; "


def test_every_name_and_every_column_of_ours_is_documented() -> None:
    text = (Path(__file__).parent.parent.parent / "docs/events.md").read_text("utf-8")
    row = plover_rows(MAKE.document(MAKE.statement(MAKE.event())))[0]
    inner = (row["actor"][0], row["event_loc"], row["cite_info"], row["said"])
    for name in (*row, *(name for data in inner for name in data), *OURS):
        assert f"`{name}`" in text, name
    empty = [name for name in POLECAT if "COW" in name or "Story" in name or name == "District"]
    for name in empty:
        assert f"`{name}`" in text, name
