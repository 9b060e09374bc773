import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from radsassistent.evaluation.gold import KINDS, Question
from radsassistent.evaluation.metrics import METRICS, by_kind, figures, judge
from radsassistent.evaluation.report import KIND_NAMES, share, table, write
from radsassistent.evaluation.run import Report


@pytest.fixture
def report(question: Callable[..., Question], record: Callable[..., dict[str, Any]]) -> Report:
    """One good answer, one wrong answer that cites a stranger, and one rightful abstention."""
    outcomes = (
        judge(question("good"), record()),
        judge(question("bad", kind="table"), record("41 | ja\nmen nei", cited=[8], retrieved=[8, 7])),
        judge(question("none", kind="not-in-documents"), record(abstained=True, retrieved=[])),
    )
    return Report(outcomes=outcomes, overall=figures(outcomes), kinds=by_kind(outcomes))


def test_the_json_holds_figures_and_every_question_with_what_failed(report: Report, tmp_path: Path) -> None:
    as_json, _ = write(report, tmp_path / "new" / "folder")
    data = json.loads(as_json.read_text(encoding="utf-8"))
    assert set(data["overall"]) == {"questions", *METRICS}
    assert data["overall"]["right_and_cited"] == 0.5
    assert list(data["kinds"]) == ["fact", "table", "not-in-documents"]
    assert [one["id"] for one in data["questions"]] == ["good", "bad", "none"]
    assert data["questions"][1]["failures"] == [
        "Mangler «42».",
        "Viser ikke til lysbilde 7.",
        "Viser til noe som ikke støtter svaret: 8.",
    ]


def test_the_markdown_lists_what_failed_and_nothing_else_under_its_heading(report: Report, tmp_path: Path) -> None:
    _, as_markdown = write(report, tmp_path)
    text = as_markdown.read_text(encoding="utf-8")
    failed = text.split("## Det som sviktet (1 av 3)")[1].split("## Alle spørsmål")[0]
    assert "### bad: Spørsmål bad?" in failed
    assert "> 41 | ja men nei" in failed
    assert "- Viste til: 8. Fant: 8, 7." in failed
    assert "good" not in failed
    assert "| none | ikke i dokumentene | Spørsmål none? | ja | – | – | 10 |" in text


def test_writing_twice_gives_the_same_bytes(report: Report, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write(report, tmp_path)]
    assert [path.read_bytes() for path in write(report, tmp_path)] == first


def test_the_terminal_shows_the_whole_set_and_each_kind_in_eighty_columns(report: Report) -> None:
    output = io.StringIO()
    Console(file=output, width=80).print(table(report))
    shown = output.getvalue()
    for word in (
        "Evaluering: 3 spørsmål",
        "fakta",
        "tabell",
        "ikke i dokumentene",
        "riktig m/kilde",
        "50,0 %",
    ):
        assert word in shown
    assert "…" not in shown


def test_every_kind_has_a_norwegian_name() -> None:
    assert set(KIND_NAMES) == set(KINDS)


def test_a_share_has_a_decimal_comma_and_nothing_measured_is_a_dash() -> None:
    assert share(0.9537) == "95,4 %"
    assert share(None) == "–"
