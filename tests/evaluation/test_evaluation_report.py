import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from radsassistent.archive.gold_fields import KIND_NAMES, KINDS, LANGUAGES
from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.labels import LANGUAGE_NAMES, share
from radsassistent.evaluation.metrics import METRICS, by_kind, figures, judge
from radsassistent.evaluation.paired import Comparison, Pairs
from radsassistent.evaluation.report import table, write
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


@pytest.fixture
def blind(question: Callable[..., Question], record: Callable[..., dict[str, Any]]) -> Report:
    """A wrong answer to a question of the test split."""
    outcomes = (judge(question("blind-1", split="test"), record("Svaret er oppdiktet.", cited=[8])),)
    return Report(outcomes=outcomes, overall=figures(outcomes), kinds=by_kind(outcomes))


def test_the_json_holds_figures_and_every_question_with_what_failed(report: Report, tmp_path: Path) -> None:
    as_json, *_ = write(report, tmp_path / "new" / "folder")
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
    _, as_markdown, _ = write(report, tmp_path)
    text = as_markdown.read_text(encoding="utf-8")
    failed = text.split("## Det som sviktet (1 av 3)")[1].split("## Alle spørsmål")[0]
    assert "### bad: Spørsmål bad?" in failed
    assert "> 41 | ja men nei" in failed
    assert "- Viste til: 8. Fant: 8, 7." in failed
    assert "good" not in failed
    assert "| none | ikke i dokumentene | Spørsmål none? | ja | – | – | 10 |" in text


def test_of_the_test_split_no_file_has_a_question_or_an_answer(blind: Report, tmp_path: Path) -> None:
    comparison = Comparison("den lagrede målingen", Pairs(("blind-1",), (), 1))
    for path in write(blind, tmp_path, [comparison]):
        text = path.read_text(encoding="utf-8")
        for hidden in ("blind-1", "Spørsmål", "oppdiktet", "Mangler"):
            assert hidden not in text, (path.name, hidden)
        assert "100" in text or "0.0" in text


def test_the_page_fetches_nothing_and_shows_what_failed_by_kind(report: Report, tmp_path: Path) -> None:
    page = write(report, tmp_path).html.read_text(encoding="utf-8")
    assert not re.findall(r"https?:|//[a-z]|<link|<img|\bsrc=|@import|url\(", page)
    cards = re.findall(r'<article data-kind="([\w-]+)"><h3>(.*?)</h3>', page)
    assert cards == [("table", "Spørsmål bad?")]
    assert '<option value="table">tabell</option>' in page
    for told in ("41 | ja\nmen nei", "«42» (lysbilde 7)", "Mangler «42».", "Viste til: 8. Fant: 8, 7."):
        assert told in page


def test_the_page_is_light_and_dark_and_norwegian(report: Report, tmp_path: Path) -> None:
    page = write(report, tmp_path).html.read_text(encoding="utf-8")
    assert "color-scheme: light dark" in page
    assert '<html lang="nb">' in page


def test_the_page_tells_how_the_run_compares(report: Report, tmp_path: Path) -> None:
    comparison = Comparison("den lagrede målingen", Pairs(("good",), ("bad",), 3))
    page = write(report, tmp_path, [comparison]).html.read_text(encoding="utf-8")
    assert "Mot den lagrede målingen (3 spørsmål): 1 bedre, 1 dårligere (McNemar p = 1,000)" in page
    assert "Dårligere: bad" in page


def test_markup_in_an_answer_is_text_on_the_page(
    question: Callable[..., Question], record: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    outcomes = (judge(question("<b>"), record("<script>alert(1)</script>")),)
    report = Report(outcomes=outcomes, overall=figures(outcomes), kinds=by_kind(outcomes))
    page = write(report, tmp_path).html.read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_figures_are_told_by_language_and_over_follow_ups(
    question: Callable[..., Question], record: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    outcomes = (
        judge(question("nb"), record()),
        judge(question("nn", language="nn", chat="c"), record("41"), follow_up=True),
    )
    report = Report(outcomes=outcomes, overall=figures(outcomes), kinds=by_kind(outcomes))
    as_json, as_markdown, page = write(report, tmp_path)
    data = json.loads(as_json.read_text(encoding="utf-8"))
    assert {name: each["right_and_cited"] for name, each in data["languages"].items()} == {"nb": 1.0, "nn": 0.0}
    assert (data["follow_ups"]["questions"], data["follow_ups"]["right_and_cited"]) == (1, 0.0)
    for path in (as_markdown, page):
        text = path.read_text(encoding="utf-8")
        assert "nynorsk" in text
        assert "oppfølging" in text


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


def test_every_kind_and_language_has_a_norwegian_name() -> None:
    assert set(KIND_NAMES) == set(KINDS)
    assert set(LANGUAGE_NAMES) == set(LANGUAGES)


def test_a_share_has_a_decimal_comma_and_nothing_measured_is_a_dash() -> None:
    assert share(0.9537) == "95,4 %"
    assert share(None) == "–"
