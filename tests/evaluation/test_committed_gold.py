from collections import Counter
from pathlib import Path

import pytest

from radsassistent.evaluation.gold import KINDS, LANGUAGES, SPLITS, Question, load, load_folder

GOLD = Path(__file__).parents[2] / "eval"
FEBRUARY = GOLD / "2026-02-12-portefoljeradet.jsonl"
SLIDES = 174


@pytest.fixture(scope="module")
def february() -> list[Question]:
    return load(FEBRUARY)


def test_all_committed_gold_loads_with_unique_ids() -> None:
    questions = load_folder(GOLD)
    assert len({question.id for question in questions}) == len(questions)


def test_there_are_at_least_eighty_questions_about_the_february_meeting(february: list[Question]) -> None:
    assert len(february) >= 80


def test_no_question_of_the_test_split_is_asked_anywhere_else(february: list[Question]) -> None:
    asked = Counter(question.question.casefold() for question in (*february, *load_folder(GOLD / "training")))
    assert [q.id for q in february if q.split == "test" and asked[q.question.casefold()] > 1] == []


def test_every_split_has_near_misses_and_questions_far_away(february: list[Question]) -> None:
    for split in SPLITS:
        unanswerable = [q.near_miss for q in february if q.split == split and not q.answerable]
        assert set(unanswerable) == {True, False}


def test_every_language_is_in_both_splits(february: list[Question]) -> None:
    for split in SPLITS:
        assert {q.language for q in february if q.split == split} == set(LANGUAGES)


def test_every_kind_is_in_both_splits(february: list[Question]) -> None:
    for split in SPLITS:
        assert {question.kind for question in february if question.split == split} == set(KINDS)


def test_gold_slides_are_slides_of_the_deck(february: list[Question]) -> None:
    assert all(1 <= slide <= SLIDES for question in february for slide in question.gold_slides)


def test_only_the_newest_round_of_questions_is_the_test_split(february: list[Question]) -> None:
    of_split = {split: [question.id for question in february if question.split == split] for split in SPLITS}
    assert max(of_split["dev"]) < min(of_split["test"])


def test_no_training_question_is_in_the_test_split() -> None:
    assert {question.split for question in load_folder(GOLD / "training")} == {"dev"}


def test_the_readme_counts_every_kind(february: list[Question]) -> None:
    readme = (GOLD / "README.md").read_text(encoding="utf-8")
    for kind in KINDS:
        count = sum(question.kind == kind for question in february)
        row = next(line for line in readme.splitlines() if line.startswith(f"| `{kind}` "))
        assert row.endswith(f"| {count} |")
