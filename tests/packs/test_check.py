"""`check_pack`: faults with file and line; proofs beside what came out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import msgspec
import pytest

from sayso.errors import PackError
from sayso.model import Act, Cue, Document, Outlet, Source, SourceKind, Statement
from sayso.packs.check import Checked, check_pack
from sayso.packs.load import list_packs, read_pack
from sayso.packs.problems import find_problems
from sayso.packs.shape import WordClass
from sayso.spans import Span

ROOT = Path(__file__).parent.parent.parent
BLANK = ROOT / "sayso" / "packs" / "_blank"
CUE = """\
[[cue]]
lemma = "deny"
act = "deny"
forms = { past = ["denied"] }
frames = ["THAT"]
example = "The mayor denied that the quay was shut."
marks = { source = "The mayor", cue = "denied", content = "that the quay was shut" }
"""
CASE = """\
[[case]]
id = "xx-one"
why = "the simplest story"
text = "The mayor denied that the quay was shut. The quay is long."
statements = [{ source = "The mayor", cue = "denied", content = "that the quay was shut" }]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "xx"
    shutil.copytree(BLANK, folder)
    (folder / "cues.toml").write_text(CUE, "utf-8")
    (folder / "cases.toml").write_text(CASE, "utf-8")
    return folder


def fake_read(text: str, language: str) -> Document:
    """A reading that knows "X denied Y." and nothing else."""
    found = []
    for m in re.finditer(r"(?P<source>[A-Z][\w ]*?) (?P<cue>denied) (?P<content>[^.]*)", text):
        part = {name: Span(m.start(name), m.end(name), m[name]) for name in m.groupdict()}
        found.append(make_statement(part, m))
    return Document(
        id="doc_1",
        url=None,
        outlet=Outlet(name=None, domain=None),
        title=None,
        language=language,
        languages_seen={},
        published=None,
        dateline=None,
        credits=(),
        details={},
        listed_sources=(),
        text=text,
        sha256="",
        statements=tuple(found),
    )


def make_statement(part: dict[str, Span], match: re.Match[str]) -> Statement:
    return msgspec.convert(
        {
            "id": f"st_{match.start()}",
            "document": "doc_1",
            "source": Source(span=part["source"], kind=SourceKind.ROLE),
            "via": (),
            "addressee": None,
            "cue": Cue(span=part["cue"], lemma="deny"),
            "content": (part["content"],),
            "sentence": Span(match.start(), match.end(), match[0]),
            "act": Act.DENY,
            "first": False,
            "earlier": False,
            "direct": False,
            "hedge": "none",
            "answers": None,
            "said": None,
            "events": (),
            "language": "xx",
            "rule": "xx/cues/deny#1",
            "score": 1.0,
        },
        Statement,
    )


def check(folder: Path) -> Checked:
    return check_pack(folder, fake_read)


def test_a_good_pack_has_nothing_to_say(pack: Path) -> None:
    checked = check(pack)
    assert not checked.problems and not checked.differing
    assert (len(checked.examples), len(checked.cases)) == (1, 1)
    assert checked.examples[0].where == "xx/cues.toml:1"


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "said"),
    [
        ("cues.toml", "frames =", "frame =", 5, "unknown key `frame`"),
        ("cues.toml", 'act = "deny"', 'act = "shout"', 3, "Invalid enum value 'shout'"),
        ("cues.toml", 'example = "The mayor', '# "The mayor', 1, "`example` is missing"),
        ("cues.toml", "cue = ", "cu = ", 7, "unknown key `cu`"),
        ("cues.toml", 'content = "that the quay', 'content = "that a quay', 7, "not stand in"),
        ("cues.toml", 'was shut."', 'was shut, denied."', 7, "stands 2 times"),
        ("cues.toml", "past =", "pasts =", 4, "unknown form `pasts`"),
        ("cues.toml", '"THAT"]', '"THAT"', 6, "not TOML"),
        ("cues.toml", "[[cue]]", "[[cues]]", 1, "unknown table `cues`"),
        ("cases.toml", "why =", "because =", 3, "unknown key `because`"),
        ("cases.toml", 'source = "The mayor"', 'source = "A mayor"', 5, "does not stand in"),
        ("pack.toml", "inversion =", "inverted =", 0, "unknown key `inverted`"),
        ("words.toml", "oblique =", "obliques =", 0, "unknown word class `obliques`"),
    ],
)
def test_a_fault_is_named_with_file_and_line(
    pack: Path, file: str, old: str, new: str, line: int, said: str
) -> None:
    path = pack / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    line = line or path.read_text("utf-8")[: text.index(old)].count("\n") + 1
    problems = check(pack).problems
    first = next(p for p in problems if said in p.what)
    assert str(first).startswith(f"xx/{file}:{line}: ")


def test_an_entry_that_stands_twice_is_a_fault(pack: Path) -> None:
    (pack / "cues.toml").write_text(f"{CUE}\n{CUE}", "utf-8")
    (problem,) = check(pack).problems
    assert str(problem) == "xx/cues.toml:9: deny: the same stands on line 1"


def test_a_folder_without_pack_is_a_fault(tmp_path: Path) -> None:
    (problem,) = find_problems(tmp_path)
    assert "copy packs/_blank" in str(problem)


def test_an_example_that_comes_out_otherwise_differs(pack: Path) -> None:
    path = pack / "cues.toml"
    changed = path.read_text("utf-8").replace('source = "The mayor"', 'source = "mayor"')
    path.write_text(changed.replace('act = "deny"', 'act = "admit"'), "utf-8")
    (proof,) = check(pack).differing
    assert proof.differences == (
        "source: 'The mayor', expected 'mayor'",
        "act: deny, expected admit",
    )


def test_a_case_asks_for_all_statements_and_no_others(pack: Path) -> None:
    two = CASE.replace("The quay is long.", "The pilot denied a delay.")
    lost = CASE.replace("The mayor denied", "The mayor denies").replace('"denied"', '"denies"')
    none = two.replace("statements =", "#").replace("xx-one", "xx-none")
    for text, said in (
        (two, ["not asked for: [The pilot] · {denied} · ‹a delay› · act deny"]),
        (lost, ["not found: [The mayor] · {denies} · ‹that the quay was shut›"]),
    ):
        (pack / "cases.toml").write_text(text, "utf-8")
        (proof,) = check(pack).differing
        assert list(proof.differences) == said
    (pack / "cases.toml").write_text(none, "utf-8")
    (proof,) = check(pack).differing
    assert len(proof.differences) == 2


def test_the_blank_pack_loads_and_has_every_class() -> None:
    assert find_problems(BLANK) == []
    assert set(read_pack(BLANK).words) == set(WordClass)
    assert not any(tag.startswith(("_", "xx")) for tag in list_packs())


def test_the_command_prints_both_sides_and_counts(
    sayso: Callable[..., CompletedProcess[str]], pack: Path
) -> None:
    path = pack / "cues.toml"
    path.write_text(path.read_text("utf-8").replace("frames =", "frame ="), "utf-8")
    ran = sayso("pack", "check", pack)
    assert ran.returncode == 1
    assert "xx/cues.toml:5: deny: unknown key `frame`" in ran.stdout


def test_a_folder_that_is_not_installed_is_checked_and_not_read(
    sayso: Callable[..., CompletedProcess[str]], pack: Path
) -> None:
    ran = sayso("pack", "check", pack)
    assert ran.returncode == 0
    assert ran.stdout == f"{pack}: its files are in order; no example or case was read\n"


@pytest.mark.parametrize("language", list_packs())
def test_the_files_of_every_pack_are_in_order(language: str) -> None:
    assert [str(p) for p in find_problems(ROOT / "sayso" / "packs" / language)] == []


def test_a_wrong_line_of_verbs_and_a_wrong_score_are_faults(pack: Path) -> None:
    (pack / "verbs.txt").write_text("goes\tF\nwent F\nrun\tQ\n", "utf-8")
    (pack / "scores.toml").write_text('"subject-that" = 0.9\ncolon = 90\n', "utf-8")
    told = [str(problem) for problem in find_problems(pack)]
    with pytest.raises(PackError, match=r"verbs\.txt:3"):
        read_pack(pack)
    assert [line.partition(",")[0] for line in told] == [
        "xx/scores.toml:2: `colon` must be a share of 0.0 to 1.0",
        "xx/verbs.txt:2: 'went F'",
        "xx/verbs.txt:3: 'run\\tQ'",
    ]
