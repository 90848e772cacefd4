"""`sayso read`: places, dates and quantities of what was said, and no place from a speaker."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Sayso = Callable[..., subprocess.CompletedProcess[str]]

#: Language, a page, where its speakers stood, and the only places that what they said is about.
SPEAKERS = [
    ("en", "Speaking in Geneva, envoy Nora Weller said that a mill had burned in Lublin.",
     ["Geneva"], ["Lublin"]),
    ("en", "The minister said in Paris on Monday that troops had entered Goma.",
     ["Paris"], ["Goma"]),
    ("en", "“It is over in Aleppo,” the general told reporters in Vienna.", ["Vienna"], ["Aleppo"]),
    ("en", "LONDON, May 6 (Meridian Wire) - In Brussels, the commissioner said that the dam near"
     " Odesa had burst.", ["London", "LONDON", "Brussels"], ["Odesa"]),
    ("en", "“We saw nothing,” Pia Lund said from her office in Oslo.", ["Oslo"], []),
    ("fr", "Le ministre a déclaré à Paris que des soldats étaient entrés à Goma.",
     ["Paris"], ["Goma"]),
    ("fr", "S'exprimant à Genève, Claire Morel a affirmé qu'un pont avait cédé près d'Alep.",
     ["Genève"], ["Alep"]),
    ("fr", "« Rien n'a brûlé à Vicence », a assuré la maire à Lyon.", ["Lyon"], ["Vicence"]),
    ("de", "Die Ministerin sagte in Berlin, in Charkiw brenne ein Lager.", ["Berlin"], ["Charkiw"]),
    ("de", "In Genf erklärte der Gesandte, dass der Damm bei Mykolajiw halte.",
     ["Genf"], ["Mykolajiw"]),
    ("de", "„In Goma wird gekämpft“, sagte der General in Wien.", ["Wien"], ["Goma"]),
]  # fmt: skip


def places_in(value: Any, inside: str = "") -> Iterator[str]:
    """The words of every place of a document's statements and events, as JSON has them."""
    if isinstance(value, list):
        for one in value:
            yield from places_in(one, inside)
    elif isinstance(value, dict):
        if inside == "place" and value.get("name"):
            yield value["text"] or value["name"]
        for name, one in value.items():
            if name not in ("dateline", "details"):
                yield from places_in(one, name)


@pytest.mark.parametrize(("language", "text", "stood", "wanted"), SPEAKERS)
def test_no_place_is_taken_from_a_speaker(
    sayso: Sayso, language: str, text: str, stood: list[str], wanted: list[str]
) -> None:
    ran = sayso("read", "-", "-l", language, "-f", "json", stdin=text)
    document = json.loads(ran.stdout)
    assert document["statements"], ran.stderr
    found = set(places_in(document["statements"])) | set(places_in(document["narrated"]))
    assert not found & set(stood)
    assert found == set(wanted)


PAGE = """url: https://phare.example/pont
published: 2024-05-08
language: en

Bridge stays closed

Harbour master Pia Lund said on Monday that at least 40 boats had waited near Odesa since 2 May.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def test_json_holds_what_a_statement_speaks_of(sayso: Sayso, page: Path) -> None:
    [statement] = json.loads(sayso("read", page, "-f", "json").stdout)["statements"]
    boats, odesa, since = statement["mentions"]
    assert boats["quantity"]["low"] == 40 and boats["quantity"]["high"] is None
    assert odesa["place"]["country"] == "UKR" and odesa["place"]["geonames"]
    assert since["date"]["value"] == "2024-05-02/.." and since["date"]["anchor"] == "publication"
    assert statement["said"]["value"] == "2024-05-06"
    [line] = sayso("read", page, "-f", "jsonl").stdout.splitlines()
    assert json.loads(line)["mentions"] == statement["mentions"]


def test_mentions_are_shown_where_explained_only(sayso: Sayso, page: Path) -> None:
    shown = sayso("read", page, "--explain", columns=160).stdout
    line = next(one.strip() for one in shown.splitlines() if "speaks of" in one)
    assert line == (
        "speaks of at least 40 boats (40 or more) · Odesa (UKR, city) · since 2 May (2024-05-02/..)"
    )
    assert "speaks of" not in sayso("read", page).stdout
