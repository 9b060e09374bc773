"""Two runs against each other, the saved baseline, and the plain pipeline that the same questions are put to."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.archive import Archive
from radsassistent.errors import UsageError
from radsassistent.evaluation.paired import Pairs, compare, load_baseline, save_baseline
from radsassistent.evaluation.peer import peer


def test_the_questions_that_differ_are_named_and_only_those_of_both_runs_compared() -> None:
    pairs = compare({"a": True, "b": False, "c": True, "ny": True}, {"a": False, "b": True, "c": True, "gammel": True})
    assert (pairs.better, pairs.worse, pairs.compared) == (("a",), ("b",), 3)


@pytest.mark.parametrize(
    ("better", "worse", "p_value"),
    # By the exact binomial test; 1 against 9: 2 · (1 + 10) / 1024.
    [(0, 0, 1.0), (1, 1, 1.0), (9, 1, 22 / 1024), (1, 9, 22 / 1024), (5, 0, 2 / 32)],
)
def test_the_chance_of_such_a_difference_is_mcnemars(better: int, worse: int, p_value: float) -> None:
    pairs = Pairs(tuple("b" * better), tuple("w" * worse), 100)
    assert pairs.p_value == pytest.approx(p_value)


def test_a_baseline_is_kept_for_each_split(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert load_baseline(path, "dev") is None
    save_baseline(path, "dev", {"b": True, "a": False})
    save_baseline(path, "test", {"c": True})
    assert load_baseline(path, "dev") == {"a": False, "b": True}
    assert load_baseline(path, "test") == {"c": True}


@pytest.mark.parametrize("content", ["[]", "ikke json", '{"dev": [1]}'])
def test_a_broken_baseline_is_named_with_the_way_out(tmp_path: Path, content: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"baseline\.json.*--save-baseline"):
        load_baseline(path, "dev")


def test_the_plain_pipeline_answers_with_its_first_source_and_cites_the_page(tmp_path, embedding) -> None:
    archive = Archive.open(tmp_path / "arkiv", embedding)
    path = tmp_path / "oppdiktet.pdf"
    first = Page().text("Møte i Oppdiktrådet 5. mars 2031", 40, 60, 32)
    path.write_bytes(pdf(first, Page().text("Kostnader", 40, 60, 32).text("Traktorene kostet 14", 40, 150)))
    archive.put(documents.read(path), path)
    record = peer(archive)("Kostnader Traktorene kostet", None)
    assert "Traktorene kostet 14" in record["answer"]
    assert "Source 1" not in record["answer"]
    assert [citation["slide"] for citation in record["citations"]] == [2]
    assert {found["slide"] for found in record["retrieved"]} == {1, 2}
    assert not record["abstained"]
