"""Statements become rows as the sets annotate them."""

from __future__ import annotations

import doctest
import importlib
import json
from pathlib import Path

import pytest

from eval import __main__ as command
from eval import predict
from eval.attribution import as_json, score_set
from eval.cases import CasesResult, check_case
from eval.predict import Prediction, quote_rows, statement_rows
from eval.report import differences, errors, gather, scores
from eval.rows import GoldText, Row, read_set
from sayso.model import Act, Cue, Hedge, Source, SourceKind, Statement
from sayso.packs.shape import Case, CaseStatement
from sayso.spans import span

TEXT = "Brandt and Okoye said the mayor “was wrong” to leave."


def make(
    source: str,
    cue: str,
    content: str,
    *,
    rule: str = "en/cues/say#1",
    quotes: tuple[str, ...] = (),
) -> Statement:
    def at(passage: str):  # type: ignore[no-untyped-def]
        start = TEXT.index(passage)
        return span(TEXT, start, start + len(passage))

    return Statement(
        id="st_1", document="doc_1", via=(), addressee=None, sentence=at(TEXT), act=Act.ASSERT,
        source=Source(span=at(source) if source else None, kind=SourceKind.NAMED),
        cue=Cue(span=at(cue) if cue else span(TEXT, 0, 0), lemma="say"), content=(at(content),),
        first=False, earlier=False, direct=False, hedge=Hedge.NONE, answers=None, said=None,
        events=(), language="en", quotes=tuple(at(q) for q in quotes), rule=rule, score=1.0,
    )  # fmt: skip


CONTENT = "the mayor “was wrong” to leave"


def test_coordinated_sources_are_one_row() -> None:
    rows = statement_rows([make("Brandt", "said", CONTENT), make("Okoye", "said", CONTENT)])
    assert [row.source for row in rows] == [((0, 6), (11, 16))]


def test_a_statement_without_a_cue_word_has_no_cue() -> None:
    rows = statement_rows(
        [
            make("", "", CONTENT),
            make("Okoye", "said", "the mayor", rule="de/mood/1"),
            make("Okoye", "said", "was", rule="mood/continued"),
        ]
    )
    assert [row.cue for row in rows] == [(), (), ()]


def test_a_quotation_in_a_content_becomes_a_row_of_its_own_when_asked() -> None:
    statement = make("Okoye", "said", CONTENT, quotes=("“was wrong”",))
    assert [TEXT[a:b] for row in quote_rows([statement]) for a, b in row.content] == ["“was wrong”"]


def test_rows_without_a_cue_are_left_out_and_counted() -> None:
    gold = GoldText(
        "a", "en", TEXT, (Row(((0, 6),), ((17, 21),), ((22, 31),)), Row((), (), ((0, 6),)))
    )
    said = Prediction((Row((), (), ((0, 6),)),), (), (), 0.1)
    result = score_set([gold], [said], with_cue=True)
    assert result.left_out == (1, 1)
    assert result.counts()["whole"]["attribution"].gold == 1
    assert score_set([gold], [said], with_cue=False).counts()["whole"]["exact"].right == 1


def scored(rows: tuple[Row, ...]):  # type: ignore[no-untyped-def]
    gold = GoldText("a", "en", TEXT, (Row(((0, 16),), ((17, 21),), ((22, 52),)),))
    return score_set([gold], [Prediction(rows, (), (), 0.1)], with_cue=False)


def test_error_classes_name_what_is_wrong() -> None:
    extra = Row((), ((32, 36),), ((0, 6),), "say", "en/x")
    result = scored((Row(((11, 16),), ((17, 21),), ((22, 31),), "say", "en/y"), extra))
    counts = gather(result).counts
    assert counts["source wrong: too short"] == 1
    assert counts["content wrong: too short"] == 1
    assert counts["extra: no gold cue there"] == 1
    printed = "\n".join(errors(gather(result), 1))
    assert "en/x" in printed and "«Okoye»" in printed
    missed = gather(scored(())).counts
    assert sum(missed.values()) == 1 and next(iter(missed)).startswith("missed")


def test_two_runs_differ_by_what_was_gained_and_lost() -> None:
    better = scored((Row(((0, 16),), ((17, 21),), ((22, 52),), "say", "en/y"),))
    old = json.loads(json.dumps(as_json(scored(()))))
    lines = list(differences(better, old, 0))
    assert lines[0].split("  ")[:2] == ["gained 3", "lost 0"]
    assert "F1   0.00 → 100.00" in "\n".join(lines)
    assert TEXT not in json.dumps(as_json(better))


def test_a_core_report_has_no_token_scores() -> None:
    assert "token" not in list(scores(scored(()), core_only=True))


def test_a_crash_is_counted_and_does_not_stop_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    import sayso.pipeline

    def crash(*_: object) -> None:
        raise ValueError("the stage broke")

    monkeypatch.setattr(sayso.pipeline, "read_text", crash)
    said = predict.predict_text(GoldText("a", "en", TEXT, ()))
    assert said.rows == () and said.error is not None and "the stage broke" in said.error


def test_the_command_scores_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    gold = {"source": [[0, 16]], "cue": [[17, 21]], "content": [[22, 52]]}
    line = {"id": "a", "language": "en", "text": TEXT, "attributions": [gold]}
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(line) + "\n", "utf-8")
    assert [text.id for text in read_set(path)] == ["a"]
    monkeypatch.setattr("sys.argv", ["eval", "attribution", "--set", str(path), "--json"])
    assert command.main() == 0
    assert json.loads(capsys.readouterr().out)["scores"]["whole"]["attribution"]["gold"] == 1
    monkeypatch.setattr("sys.argv", ["eval", "attribution", "--set", str(tmp_path / "none")])
    assert command.main() == 2


def test_cases_count_false_denials_and_wrong_speakers() -> None:
    result = CasesResult("en")
    wanted = CaseStatement(cue="said", source="Okoye", content=CONTENT)
    check_case(Case(id="a", why="", text=TEXT, statements=(wanted,)),
               [make("Brandt", "said", CONTENT)], result)  # fmt: skip
    denial = make("Brandt", "said", CONTENT)
    import msgspec

    denial = msgspec.structs.replace(denial, act=Act.DENY)
    check_case(Case(id="b", why="", text=TEXT), [denial], result)
    assert (result.wrong_speakers, result.false_denials, result.false_alarms) == (1, 1, 1)
    assert (result.rows.right, result.rows.predicted, result.rows.gold) == (0, 2, 1)
    right = CasesResult("en")
    check_case(Case(id="c", why="", text=TEXT, statements=(wanted,)),
               [make("Okoye", "said", CONTENT)], right)  # fmt: skip
    assert right.rows.f1 == 1.0 and not right.problems


@pytest.mark.parametrize(
    "name", ["eval.tokens", "eval.core", "eval.score", "eval.cases", "eval.floors", "bench.pages"]
)
def test_the_examples_in_docstrings_run(name: str) -> None:
    done = doctest.testmod(importlib.import_module(name))
    assert done.attempted > 0 and done.failed == 0
