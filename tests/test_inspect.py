"""The operator's lens: `radsassistent inspect`, run as an operator runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.pdf_builder import Page, pdf

from radsassistent.cli import run

DECK = Path(__file__).parents[1] / "ingest/2026-02-12-portefoljeradet/2026-02-12_portefoljeradet.pdf"


@pytest.fixture(scope="module")
def inspected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    import contextlib
    import io

    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        assert run(["inspect", str(DECK), "--json"]) == 0
    found: dict[str, Any] = json.loads(told.getvalue())
    return found


def test_json_tells_the_meeting_the_agenda_and_every_slide(inspected: dict[str, Any]) -> None:
    assert inspected["meeting"]["body"] == "Porteføljerådet"
    assert inspected["meeting"]["date"] == "2026-02-12"
    assert [item["case"] for item in inspected["agenda"] if item["case"]] == [f"{n}/26" for n in range(1, 12)]
    assert inspected["agenda"][0].keys() == {"case", "title", "presenter", "organisation", "time", "type"}
    assert [slide["slide"] for slide in inspected["slides"]] == list(range(1, 175))


def test_the_cases_of_the_slides_and_the_proposals_are_those_of_the_deck(
    inspected: dict[str, Any], truth: dict[str, Any]
) -> None:
    assert [slide["case"] for slide in inspected["slides"]] == [slide["case"] for slide in truth["slides"]]
    told = {(found["case"], found["slide"]) for found in inspected["proposals"]}
    assert told == {(found["case"], found["slide"]) for found in truth["decisions"]}
    assert inspected["decisions"] == []


def test_a_table_has_its_numbers_beside_their_text(inspected: dict[str, Any]) -> None:
    (table,) = inspected["slides"][70]["tables"]
    total = table["rows"][-1]
    assert table["unit"] == "millioner kroner"
    assert total["values"][:2] == ["1 059", "1 143"]
    assert total["numbers"][:2] == [1059, 1143]


def test_one_slide_is_shown_with_its_table_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["inspect", str(DECK), "--slide", "71", "--slide", "62"]) == 0
    told = capsys.readouterr().out
    assert "Lysbilde 71 · sak 5/26 · innhold · tekst" in told
    assert "│ 1 059 │" in told
    assert "→ forslag til vedtak i sak 4/26" in told
    assert "Lysbilde 72" not in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["finnes-ikke.pdf"], "finnes-ikke.pdf: finnes ikke som fil"),
        (["oppdiktet.pdf", "--slide", "500"], "har 2 lysbilder; 500 finnes ikke"),
        (["oppdiktet.pdf", "--slide", "0"], "Feil bruk"),
        ([], "mangler"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "oppdiktet.pdf").write_bytes(pdf(Page().text("En", 40, 60), Page().text("To", 40, 60)))
    monkeypatch.chdir(tmp_path)
    assert run(["inspect", *arguments]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert not told.out


def test_a_file_that_cannot_be_read_is_told_of_with_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "tom.pdf"
    empty.touch()
    assert run(["inspect", str(empty)]) == 1
    assert "tom.pdf: filen er tom" in capsys.readouterr().err
