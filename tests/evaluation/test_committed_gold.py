import re
from collections import Counter
from pathlib import Path

import pytest

from radsassistent.archive.gold_fields import KINDS, LANGUAGES, SPLITS
from radsassistent.evaluation.gold import Question, load, load_folder

GOLD = Path(__file__).parents[2] / "eval"
FEBRUARY = GOLD / "2026-02-12-portefoljeradet.jsonl"
SLIDES = 174


@pytest.fixture(scope="module")
def february() -> list[Question]:
    return load(FEBRUARY)


def test_all_committed_gold_loads_with_unique_ids() -> None:
    questions = load_folder(GOLD)
    assert len({question.id for question in questions}) == len(questions)


def test_the_gold_set_is_as_large_and_as_mixed_as_its_figures_need(february: list[Question]) -> None:
    begun: set[str] = set()
    later_turns = 0
    for question in february:
        later_turns += question.chat in begun
        begun |= {question.chat} if question.chat else set()
    assert len(february) >= 240
    assert sum(not question.answerable for question in february) >= 60
    assert sum(question.near_miss for question in february) >= 40
    assert sum(question.language == "nn" for question in february) >= 25
    assert sum(question.language == "en" for question in february) >= 15
    assert sum(question.kind in ("table", "chart") for question in february) >= 40
    assert later_turns >= 30


def test_there_are_questions_about_invented_councils_in_both_splits() -> None:
    invented = load_folder(GOLD / "fictional")
    assert {question.split for question in invented} == set(SPLITS)
    assert len(invented) >= 60


def test_every_invented_council_that_is_trained_on_has_its_documents_and_no_test_question() -> None:
    training = GOLD / "fictional" / "training"
    questions = {folder.name: load_folder(folder) for folder in (training / "questions").iterdir()}
    assert set(questions) == {folder.name for folder in (training / "meetings").iterdir()}
    assert {question.split for asked in questions.values() for question in asked} == {"dev"}


def test_no_question_of_the_test_split_is_asked_anywhere_else(february: list[Question]) -> None:
    # What is said within a conversation ("Og året etter?") is said in many.
    alone = [q for q in (*february, *load_folder(GOLD / "training")) if q.chat is None]
    asked = Counter(question.question.casefold() for question in alone)
    assert [q.id for q in alone if q.split == "test" and asked[q.question.casefold()] > 1] == []


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


def test_every_round_of_questions_is_of_the_split_that_the_readme_says(february: list[Question]) -> None:
    readme = (GOLD / "README.md").read_text(encoding="utf-8")
    rounds = re.findall(r"^\| `(feb-\d+)` to `(feb-\d+)` \| (dev|test)\b", readme, re.MULTILINE)
    assert {split for *_, split in rounds} == set(SPLITS)
    for question in february:
        number = int(question.id.removeprefix("feb-"))
        of_round = [split for first, last, split in rounds if int(first[4:]) <= number <= int(last[4:])]
        assert of_round == [question.split], question.id


def test_no_training_question_is_in_the_test_split() -> None:
    assert {question.split for question in load_folder(GOLD / "training")} == {"dev"}


def test_the_readme_counts_every_kind(february: list[Question]) -> None:
    readme = (GOLD / "README.md").read_text(encoding="utf-8")
    for kind in KINDS:
        count = sum(question.kind == kind for question in february)
        row = next(line for line in readme.splitlines() if line.startswith(f"| `{kind}` "))
        assert row.endswith(f"| {count} |")
