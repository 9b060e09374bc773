from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from radsassistent.evaluation.gate import GateError, failures, load_thresholds
from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.labels import LABELS
from radsassistent.evaluation.metrics import METRICS, by_kind, figures, judge
from radsassistent.evaluation.run import Report

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def measured(question: Callable[..., Question], record: Callable[..., dict[str, Any]]) -> Report:
    """Half of two answers right and cited, one of them a false abstention."""
    outcomes = (
        judge(question(kind="table"), record()),
        judge(question(language="nn", chat="c"), record(abstained=True), follow_up=True),
    )
    return Report(outcomes, figures(outcomes), by_kind(outcomes))


def thresholds_file(folder: Path, text: str) -> Path:
    path = folder / "thresholds.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_figures_on_the_bound_pass(tmp_path: Path, measured: Report) -> None:
    path = thresholds_file(
        tmp_path, "[test]\nright_and_cited = { min = 0.5, max = 0.5 }\nfalse_abstention = { max = 0.5 }\n"
    )
    assert failures(measured, load_thresholds(path), "test") == []


def test_each_figure_outside_its_bounds_is_one_norwegian_sentence(tmp_path: Path, measured: Report) -> None:
    path = thresholds_file(tmp_path, "[test]\nright_and_cited = { min = 0.75 }\nfalse_abstention = { max = 0.08 }\n")
    assert failures(measured, load_thresholds(path), "test") == [
        "riktig m/kilde (right_and_cited) er 50,0 %; kravet er minst 75,0 %.",
        "avsto feil (false_abstention) er 50,0 %; kravet er høyst 8,0 %.",
    ]


def test_a_figure_that_was_not_measured_fails(tmp_path: Path, measured: Report) -> None:
    path = thresholds_file(tmp_path, "[test]\nabstention_recall = { min = 0.8 }\n")
    assert failures(measured, load_thresholds(path), "test") == ["avsto rett (abstention_recall) ble ikke målt."]


def test_a_kind_a_language_and_follow_ups_have_thresholds_of_their_own(tmp_path: Path, measured: Report) -> None:
    demands = "\nright_and_cited = { min = 0.75 }\n"
    path = thresholds_file(
        tmp_path,
        f"[test.kinds.table]{demands}[test.kinds.fact]{demands}[test.languages.nn]{demands}[test.follow_ups]{demands}",
    )
    assert failures(measured, load_thresholds(path), "test") == [
        f"{group}: riktig m/kilde (right_and_cited) er 0,0 %; kravet er minst 75,0 %."
        for group in ("fakta", "nynorsk", "oppfølging")
    ]


def test_older_questions_keep_the_thresholds_that_they_had(
    tmp_path: Path, question: Callable[..., Question], record: Callable[..., dict[str, Any]]
) -> None:
    outcomes = (
        judge(question(id="m-009"), record()),
        judge(question(id="m-010"), record(abstained=True)),
        judge(question(id="n-001"), record(abstained=True)),
    )
    report = Report(outcomes, figures(outcomes), by_kind(outcomes))
    demand = "\nright_and_cited = { min = 0.75 }\n"
    path = thresholds_file(tmp_path, f"[test.up_to.m-009]{demand}[test.up_to.m-010]{demand}[test.up_to.o-001]{demand}")
    assert failures(report, load_thresholds(path), "test") == [
        "til og med m-010: riktig m/kilde (right_and_cited) er 50,0 %; kravet er minst 75,0 %.",
        "til og med o-001: riktig m/kilde (right_and_cited) ble ikke målt.",
    ]


def test_a_kind_that_was_not_asked_fails(tmp_path: Path, measured: Report) -> None:
    path = thresholds_file(tmp_path, "[test.kinds.chart]\nright_and_cited = { min = 0.1 }\n")
    assert failures(measured, load_thresholds(path), "test") == [
        "diagram: riktig m/kilde (right_and_cited) ble ikke målt."
    ]


def test_a_split_without_thresholds_cannot_be_gated(tmp_path: Path, measured: Report) -> None:
    path = thresholds_file(tmp_path, "[test]\nrecall_at_5 = { min = 0.5 }\n")
    with pytest.raises(GateError, match="«dev»"):
        failures(measured, load_thresholds(path), "dev")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[test]\nrecal_at_5 = { min = 0.5 }\n", "ukjent mål «recal_at_5»"),
        ("[prod]\nrecall_at_5 = { min = 0.5 }\n", "«prod»"),
        ("[test]\nrecall_at_5 = { least = 0.5 }\n", "ukjente grensen «least»"),
        ("[test]\nrecall_at_5 = { min = '0.5' }\n", "må være et tall"),
        ("[test]\nrecall_at_5 = {}\n", "min, max eller begge"),
        ("[test]\nrecall_at_5 = 0.5\n", "min, max eller begge"),
        ("[test.kinds]\ntables = { recall_at_5 = { min = 0.5 } }\n", "«tables» i «kinds» er ukjent"),
        ("[test.kinds.table]\nrecal = { min = 0.5 }\n", "ukjent mål «recal»"),
        ("[test.kinds.table]\n", "«table» må ha mål"),
        ("[test]\nkinds = 1\n", "i «kinds» er ukjent"),
        ("[test.languages.da]\nrecall_at_5 = { min = 0.5 }\n", "«da» i «languages» er ukjent"),
        ("[test]\nfollow_ups = { min = 0.5 }\n", "ukjent mål «min»"),
        ("[test\n", "kan ikke leses"),
    ],
)
def test_thresholds_that_cannot_be_meant_are_an_error(tmp_path: Path, text: str, complaint: str) -> None:
    path = thresholds_file(tmp_path, text)
    with pytest.raises(GateError, match=complaint) as error:
        load_thresholds(path)
    assert str(path) in str(error.value)


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(GateError, match="kan ikke leses"):
        load_thresholds(tmp_path / "thresholds.toml")


def test_the_committed_thresholds_gate_the_test_split() -> None:
    thresholds = load_thresholds(REPOSITORY / "eval" / "thresholds.toml")
    assert {threshold.metric for threshold in thresholds["test"]} >= {
        "recall_at_5",
        "right_and_cited",
        "abstention_recall",
    }


def test_every_metric_has_a_norwegian_label() -> None:
    assert set(LABELS) == set(METRICS)
