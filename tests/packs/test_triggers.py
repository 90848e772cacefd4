"""The loader of events/: what it refuses, how it joins files, and how a word finds its entries."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sayso.errors import PackError
from sayso.packs.check import find_file_problems
from sayso.packs.load import list_packs, load_pack, pack_folder, read_pack
from sayso.packs.shape import PackHead
from sayso.packs.triggers import Purpose, TriggerKind, Triggers, load_triggers, read_triggers

BLANK = Path(__file__).parent.parent.parent / "sayso" / "packs" / "_blank"
GOOD = """\
[[trigger]]
concept = "attack"
lemma = "attack"
forms = { present = ["attacks"], past = ["attacked"] }
object = ["places"]
example = "Norland attacked the harbour."
marks = { trigger = "attacked", actor = "Norland", recipient = "the harbour" }

[sets]
places = ["harbour", "Quay"]

[slots.verb]
actor = ["subject"]
recipient = ["object"]
"""
NOUN = """\
[[trigger]]
concept = "supply_arms"
kind = "noun"
lemma = "Lieferung"
forms = { noun = ["Lieferungen"] }
example = "Die Lieferung nach Estmark begann."
marks = { trigger = "Lieferung" }
"""


def read_files(folder: Path, head: PackHead | None = None, **files: str) -> Triggers:
    """Read a folder whose events/ hold these files."""
    events = folder / "events"
    events.mkdir(exist_ok=True)
    for name, text in files.items():
        (events / f"{name}.toml").write_text(text, "utf-8")
    return read_triggers(folder, head or load_pack("en").head)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('concept = "attack"', 'concept = "attac"', r"no concept 'attac'"),
        ('object = ["places"]', 'object = ["harbours"]', r"no set 'harbours'; expected .*places"),
        ('object = ["places"]', 'subject = ["@person"]', r"no set '@person'; expected @party"),
        ('object = ["places"]', 'objects = ["places"]', r"unknown field `objects`"),
        ('object = ["places"]', 'kind = "adverb"', r"Invalid enum value 'adverb'"),
        ('object = ["places"]', 'mode = "shouting"', r"ASSAULT has no mode 'shouting'; expected"),
        ('object = ["places"]', 'mode = "resign"', r"ASSAULT has no mode 'resign'; expected"),
        ('object = ["places"]', 'context = ["sport"]', r"no context 'sport'; expected one of"),
        ('trigger = "attacked"', 'trigger = "attacks"', r"the example does not hold 'attacks'"),
        ('actor = "Norland"', 'actor = "Estmark"', r"the example does not hold 'Estmark'"),
        ('actor = "Norland"', 'actor = "Norland ... quay"', r"does not hold 'quay'"),
        ('"the harbour" }', '"the quay" }', r"the example does not hold 'the quay'"),
        ("marks = {", "mark = {", r"unknown field `mark`|missing required field `marks`"),
        ('lemma = "attack"\n', "", r"missing required field `lemma`"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_file_and_number(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in GOOD
    read_files(tmp_path, words=GOOD)
    with pytest.raises(PackError, match=rf"events/words\.toml entry 1 \(.*\): .*(?:{message})"):
        read_files(tmp_path, words=GOOD.replace(old, new, 1))


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("[[operator]]\nlemma = 'plan'\nreality = 'hoped'\n", "Invalid enum value 'hoped'"),
        ("[[light]]\nlemma = 'launch'\nconcept = 'attack'\n", "unknown field `concept`"),
        ("[slots.adverb]\nactor = ['subject']\n", "adverb"),
        ("[[triggers]]\nlemma = 'attack'\n", "unknown field `triggers`"),
        ("lemma = \n", "Invalid value|not TOML"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, more: str, message: str) -> None:
    read_files(tmp_path, words=GOOD)
    with pytest.raises(PackError, match=rf"events/more\.toml.*(?:{message})"):
        read_files(tmp_path, words=GOOD, more=more)


def test_a_set_of_two_files_is_refused_and_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"events/words\.toml: given twice: places; expected"):
        read_files(tmp_path, more='[sets]\nplaces = ["port"]\n', words=GOOD)


def test_slots_of_two_files_are_refused_and_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"given twice: verb"):
        read_files(tmp_path, more="[slots.verb]\nactor = []\n", words=GOOD)


def test_files_are_read_as_one(tmp_path: Path) -> None:
    sets, rest = GOOD[GOOD.index("[sets]") : GOOD.index("[slots")], GOOD.split("[sets]")[0]
    triggers = read_files(tmp_path, a=rest, b=sets, c='planned = ["will"]\n', d=NOUN)
    assert triggers.sets == {"places": frozenset({"harbour", "quay"})}
    assert [e.lemma for e in triggers.entries] == ["attack", "Lieferung"]
    assert triggers.planned == {"will"}
    assert triggers.slots[TriggerKind.VERB].actor == ()


def test_a_word_finds_the_forms_that_begin_with_it_the_longest_first(tmp_path: Path) -> None:
    two = GOOD.replace('"attack"\nforms', '"attack back"\nforms').split("[sets]")[0]
    triggers = read_files(tmp_path, a=GOOD, b=two)
    forms = triggers.forms["attacked"]
    lengths = [len(f.words) for f in forms]
    assert lengths == sorted(lengths, reverse=True)
    assert {f.words for f in forms} == {("attacked", "back"), ("attacked",)}
    assert {f.purpose for f in forms} == {Purpose.TRIGGER}
    assert {f.rule for f in forms} == {"en/events/attack back#1", "en/events/attack#1"}
    assert all(f.concept is not None and f.concept.type == "ASSAULT" for f in forms)


def test_entries_of_one_lemma_are_numbered_in_their_order(tmp_path: Path) -> None:
    second = GOOD.split("[sets]")[0].replace('"attack"\nlemma', '"seize_territory"\nlemma')
    triggers = read_files(tmp_path, a=GOOD, b=second)
    rules = {f.rule: f.concept.id for f in triggers.forms["attacks"] if f.concept}
    assert rules == {"en/events/attack#1": "attack", "en/events/attack#2": "seize_territory"}


def test_the_last_part_of_a_compound_is_known_where_nouns_are_compounded(tmp_path: Path) -> None:
    german = read_files(tmp_path, load_pack("de").head, words=NOUN)
    assert set(german.endings) == {"lieferung", "lieferungen"}
    assert german.lengths == (11, 9)
    assert read_files(tmp_path, load_pack("en").head, words=NOUN).endings == {}


def test_a_separable_verb_has_its_particle_apart_together_and_around_zu(tmp_path: Path) -> None:
    entry = (
        '[[trigger]]\nconcept = "attack"\nlemma = "an|greifen"\n'
        'forms = { past = ["griff"], participle = ["gegriffen"], infinitive = ["greifen"] }\n'
        'example = "Norland griff Estmark an."\nmarks = { trigger = "griff ... an" }\n'
    )
    forms = read_files(tmp_path, load_pack("de").head, words=entry).forms
    assert {f.particle for f in forms["griff"] if f.finite} == {"an"}
    for joined in ("angegriffen", "anzugreifen", "angriff", "angreifen"):
        assert {f.particle for f in forms[joined]} == {None}
    assert "gegriffen" not in forms


def test_light_happening_and_operator_verbs_are_in_the_index(tmp_path: Path) -> None:
    more = (
        "[[light]]\nlemma = 'launch'\nforms = { past = ['launched'] }\n"
        "[[happen]]\nlemma = 'break out'\nforms = { past = ['broke'] }\n"
        "[[operator]]\nlemma = 'fail'\nforms = { past = ['failed'] }\nnegative = true\n"
    )
    forms = read_files(tmp_path, words=more).forms
    assert forms["launched"][0].purpose is Purpose.LIGHT
    assert forms["broke"][0].words == ("broke", "out")
    assert all(f.verb and f.verb.negative and f.entry is None for f in forms["failed"])


@pytest.mark.parametrize(
    "language", [t for t in list_packs() if (pack_folder(t) / "events").is_dir()]
)
def test_every_trigger_of_a_pack_can_be_found_by_its_marked_words(language: str) -> None:
    triggers = load_triggers(language)
    lost = []
    for entry in triggers.entries:
        first = re.findall(r"[\w-]+['’]?", entry.marks.trigger.lower())
        known = any(word in triggers.forms for word in first)
        if not known and not any(w.endswith(e) for w in first for e in triggers.endings):
            lost.append(f"{entry.lemma}: {entry.marks.trigger}")
    assert lost == []


def test_the_events_of_the_blank_pack_load_and_its_comments_are_entries(tmp_path: Path) -> None:
    folder = tmp_path / "xx"
    shutil.copytree(BLANK, folder)
    head = read_pack(BLANK).head
    assert read_triggers(BLANK, head).entries == ()
    path = folder / "events" / "words.toml"
    text = re.sub(r"^# (?=\[\[\w+\]\]|\w+ = )", "", path.read_text("utf-8"), flags=re.M)
    path.write_text(text, "utf-8")
    triggers = read_triggers(folder, head)
    assert [e.kind for e in triggers.entries] == [TriggerKind.VERB, TriggerKind.NOUN]
    assert {f.purpose for forms in triggers.forms.values() for f in forms} == set(Purpose)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("object =", "objects =", 1, "attack: unknown key `objects`"),
        ('concept = "attack"', 'concept = "attac"', 1, "attack: no concept 'attac'"),
        ('"the harbour" }', '"the quay" }', 1, "attack: the example does not hold 'the quay'"),
        ("[slots.verb]", "[slots.verbs]", 0, "verbs"),
        ('["harbour", "Quay"]', '["harbour"', 0, "not TOML"),
    ],
)
def test_faults_are_listed_with_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    folder = tmp_path / "xx"
    shutil.copytree(BLANK, folder)
    path = folder / "events" / "words.toml"
    path.write_text(GOOD, "utf-8")
    assert find_file_problems(folder) == ()
    path.write_text(GOOD.replace(old, new, 1), "utf-8")
    (problem,) = find_file_problems(folder)
    assert str(problem).startswith(f"xx/events/words.toml:{line or ''}")
    assert said in problem.what


def test_all_faults_of_all_files_are_listed(tmp_path: Path) -> None:
    folder = tmp_path / "xx"
    shutil.copytree(BLANK, folder)
    one = GOOD.replace('concept = "attack"', 'concept = "attac"')
    (folder / "events" / "words.toml").write_text(one, "utf-8")
    two = NOUN.replace('trigger = "Lieferung"', 'trigger = "Abgabe"')
    (folder / "events" / "more.toml").write_text(two, "utf-8")
    assert [str(p).partition(":")[0] for p in find_file_problems(folder)] == [
        "xx/events/more.toml",
        "xx/events/words.toml",
    ]
