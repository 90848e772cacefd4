"""PLOVER rows in the columns of the POLECAT data, and ours behind them (docs/events.md)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.codebook.plover import Quad, read_plover
from sayso.export.plover import Row

#: POLECAT's columns, in its order.
POLECAT = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors"),
    *("Actor Title", "Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector"),
    *("Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude"),
    *("GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
#: Ours: what POLECAT does not have.
OURS = (
    *("Narrated", "Said By", "Said By Country", "Said By Sector", "Said By Raw", "Act", "Hedge"),
    *("Said CAMEO", "Statement", "Concept", "CAMEO", "Deed Type", "Deed Mode", "Polarity"),
    *("Reality", "Background", "Date From", "Dead", "Injured", "Arrested", "Quantities"),
    *("Event Text", "Text", "Start", "End", "URL", "Title", "Document", "Missing", "Rule"),
)
COLUMNS = (*POLECAT, *OURS)
#: What POLECAT calls our types where it has another name.
TYPES = {"DEMAND": "REQUEST"}
#: Resolution of a place → what it is, and the column that repeats its name.
FEATURE = {1: "country", 2: "province", 4: "city", 5: "point"}
LEVEL_COLUMN = {2: "Province", 4: "City"}


def polecat_columns(row: Row) -> dict[str, object]:
    """A row of `plover_rows` as flat columns; several values with semicolons.

    What POLECAT has and sayso does not know stays empty: COW codes, districts, the people,
    organizations and places of the whole story.
    """
    columns = {
        **event_columns(row),
        **party_columns("Actor", row["actor"]),
        **party_columns("Recipient", row["recipient"]),
        **place_columns(row["event_loc"]),
        **document_columns(row),
        **saying_columns(row["said"]),
        **own_columns(row),
    }
    return {name: columns.get(name) for name in COLUMNS}


def event_columns(row: Row) -> dict[str, object]:
    """What happened; how it is told has columns of its own, and is no context here."""
    telling = read_plover().telling
    return {
        "Event ID": row["id"],
        "Event Date": row["date"],
        "Event Type": join(TYPES.get(name, name) for name in row["event"]),
        "Event Mode": join(row["mode"]),
        "Intensity": row["event_scale"],
        "Quad Code": list(Quad)[row["quad_code"] - 1].value.replace("_", " ").upper(),
        "Contexts": join(name for name in row["context"] if name not in telling),
    }


def party_columns(side: str, entities: list[Row]) -> dict[str, object]:
    """The columns of actors or recipients: one place an entity in each, empty where unknown."""
    names = [one["identifier_text"] or one["entity_text"] for one in entities]
    return {
        f"{side} Name": align(names),
        f"{side} Country": align(one["code"] for one in entities),
        f"Primary {side} Sector": next((one["sector"] for one in entities), None),
        f"{side} Sectors": align(one["sector"] for one in entities),
        f"{side} Title": align(one["office"] for one in entities),
        f"{side} Name Raw": align(one["entity_text"] for one in entities),
        f"Wikipedia {side} ID": align(one["identifier_id"] for one in entities),
    }


def place_columns(place: Row | None) -> dict[str, object]:
    """Where it happened; the name of a city or a province stands in its own column too."""
    if place is None:
        return {}
    resolution = place["resolution"]
    name = place["resolved_place"]
    level = {LEVEL_COLUMN[resolution]: name} if resolution in LEVEL_COLUMN else {}
    return {
        **level,
        "Placename": name,
        "Country": place["country_code"],
        "Latitude": place["lat"],
        "Longitude": place["lon"],
        "GeoNames ID": place["geonameid"],
        "Raw Placename": place["extracted_place"],
        "Feature Type": FEATURE.get(resolution),
    }


def document_columns(row: Row) -> dict[str, object]:
    """The page, and what read it."""
    cited = row["cite_info"]
    return {
        "Source": cited["publication"],
        "Publication Date": cited["published"],
        "Language": cited["language"],
        "Version": row["coder"],
        "URL": cited["url"],
        "Title": cited["title"],
        "Document": row["document"],
    }


def saying_columns(said: Row | None) -> dict[str, object]:
    """Who said so; empty where the outlet tells it itself."""
    if said is None:
        return {}
    source = said["source"]
    return {
        "Said By": source["identifier_text"] or source["entity_text"],
        "Said By Country": source["code"],
        "Said By Sector": source["sector"],
        "Said By Raw": source["entity_text"],
        "Act": said["act"],
        "Hedge": said["hedge"],
        "Said CAMEO": said["cameo"],
        "Statement": said["statement"],
    }


def own_columns(row: Row) -> dict[str, object]:
    """What else sayso knows of the event."""
    where = row["text_info"] or {}
    deed = row["deed"]
    return {
        "Narrated": "true" if row["narrated"] else "false",
        "Concept": row["concept"],
        "CAMEO": row["cameo"],
        "Deed Type": TYPES.get(deed["event"], deed["event"]),
        "Deed Mode": deed["mode"],
        "Polarity": row["polarity"],
        "Reality": row["reality"],
        "Background": "true" if row["background"] else "false",
        "Date From": row["date_from"],
        "Dead": row["size"]["dead"],
        "Injured": row["size"]["injured"],
        "Arrested": row["size"]["arrested"],
        "Quantities": join(quantity["text"] for quantity in row["quantities"]),
        "Event Text": join(row["event_text"]),
        "Text": row["text"],
        "Start": where.get("start"),
        "End": where.get("end"),
        "Missing": join(row["missing"]),
        "Rule": row["rule"],
    }


def join(values: Iterable[Any]) -> str:
    """Values with semicolons between them, nothing where there is none.

    >>> join(["Estmark", None, "Norland"])
    'Estmark; Norland'
    """
    return "; ".join(str(value) for value in values if value is not None)


def align(values: Iterable[str | None]) -> str:
    """Values with semicolons between them, their places kept where one is unknown.

    >>> align(["Estmark", None, "Norland"]), align([None, None])
    ('Estmark; ; Norland', '')
    """
    kept = [value or "" for value in values]
    return "; ".join(kept) if any(kept) else ""
