"""The measurement of reading: what a person sees in a deck, held against what is understood of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.office_builder import Deck

from radsassistent.evaluation.reading import TRUTH, facts, main, shares, too_few

SEEN = {
    "agenda": [
        {"case": "1/31", "title": "Taubroen over elva", "time": "09:00", "presenter": "Tora Fabelvik", "type": None},
        {"case": "2/31", "title": "Budsjettet", "time": "10:00", "presenter": None, "type": None},
    ],
    "members": [{"name": "Tora Fabelvik", "role": "leder", "organisation": "Fabel kommune"}],
    "proposals": [{"case": "1/31", "slide": 5, "text": "Taubroen bygges i eik."}],
    "decisions": [],
    "cases": {"1": None, "4": "1/31", "5": "1/31"},
}


def meeting(folder: Path, **changed: object) -> Path:
    """A folder with one small deck and what a person sees in it, but for what is `changed`."""
    deck = Deck()
    for title, *lines in (
        ("Fabelrådet", "Møte 5. mars 2031"),
        ("Saksliste", "09.00 Sak 1/31 Taubroen over elva v/ Tora Fabelvik", "10.00 Sak 2/31 Budsjettet"),
        ("Rådets medlemmer", "Tora Fabelvik, Fabel kommune (leder)", "Odd Eventyrnes, Fyretaten"),
        ("Sak 1/31 Taubroen over elva", "Den er lang"),
        ("Sak 1/31 Forslag til vedtak", "Taubroen bygges i eik."),
    ):
        slide = deck.slide("Title and Content", title)
        slide.placeholders[1].text_frame.text = "\n".join(lines)
    home = folder / "fabelrådet"
    home.mkdir()
    (home / "fabelrådet.pptx").write_bytes(deck.content())
    truth = {"body": "Fabelrådet", "date": "2031-03-05", "files": {"fabelrådet.pptx": {**SEEN, **changed}}}
    (home / TRUTH).write_text(json.dumps(truth), encoding="utf-8")
    return home


def test_what_is_understood_as_a_person_sees_it_is_right_and_someone_not_seen_is_too_much(tmp_path: Path) -> None:
    missed = [fact.kind for fact in facts(meeting(tmp_path)) if not fact.right]
    assert missed == ["ingen andre personer"]


def test_another_hour_a_missing_item_and_a_wrong_case_are_each_missed_once(tmp_path: Path) -> None:
    items = [
        {**SEEN["agenda"][0], "time": "09:30"},
        SEEN["agenda"][1],
        {**SEEN["agenda"][1], "case": "3/31", "title": "Tau"},
    ]  # type: ignore[index, dict-item]
    folder = meeting(tmp_path, agenda=items, cases={"4": "2/31"})
    missed = [fact.kind for fact in facts(folder) if not fact.right]
    assert sorted(missed) == ["ingen andre personer", "klokkeslett", "lysbildets sak", "punkt på dagsordenen"]


def test_less_than_what_must_be_understood_is_told_in_words() -> None:
    assert too_few({"navn": (8, 10)}, {"navn": 0.8}) == []
    assert too_few({"navn": (7, 10)}, {"navn": 0.8}) == ["navn: 7 av 10 er forstått; minst 80,0% må være det."]
    assert too_few({}, {"rolle": 0.5}) == ["rolle: 0 av 0 er forstått; minst 50,0% må være det."]


@pytest.mark.parametrize(("least", "status"), [(0.5, 0), (1.0, 1)])
def test_the_gate_fails_where_too_little_is_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], least: float, status: int
) -> None:
    meeting(tmp_path)
    (tmp_path / "thresholds.toml").write_text(f'"alt" = {least}\n', encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["reading", str(tmp_path), "--gate", "--misses"])
    assert main() == status
    told = capsys.readouterr().out
    assert "Odd Eventyrnes" in told
    assert ("må være det" in told) is (status == 1)


def test_all_facts_are_counted_together_too(tmp_path: Path) -> None:
    measured = shares(facts(meeting(tmp_path)))
    assert measured["alt"][1] == sum(total for kind, (_, total) in measured.items() if kind != "alt")
