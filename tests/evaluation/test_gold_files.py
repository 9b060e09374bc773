import json
from pathlib import Path
from typing import Any, cast

import pytest

from radsassistent.answers import Assistant
from radsassistent.errors import RadsassistentError, UsageError
from radsassistent.evaluation.command import Wanted, run
from radsassistent.evaluation.gold import GoldError, load, load_folder

LINE: dict[str, Any] = {
    "id": "feb-001",
    "question": "Når er møtet?",
    "language": "nb",
    "chat": None,
    "kind": "agenda",
    "near_miss": False,
    "split": "dev",
    "answers": [["12. februar"]],
    "slides": [[1, 5]],
    "forbidden": [],
    "max_words": None,
}
NO_ANSWER = {"kind": "not-in-documents", "answers": [], "slides": []}


def gold_file(folder: Path, *lines: dict[str, Any], name: str = "2026-02-12-portefoljeradet") -> Path:
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_line_becomes_a_question_of_the_meeting_that_the_file_is_named_after(tmp_path: Path) -> None:
    (question,) = load(gold_file(tmp_path, LINE))
    assert question.answers == (("12. februar",),)
    assert question.slides == ((1, 5),)
    assert question.gold_slides == {1, 5}
    assert question.meeting == "2026-02-12-portefoljeradet"
    assert question.answerable


def test_a_question_that_the_documents_nearly_answer_says_so(tmp_path: Path) -> None:
    (question,) = load(gold_file(tmp_path, {**LINE, **NO_ANSWER, "near_miss": True, "language": "nn"}))
    assert (question.answerable, question.near_miss, question.language) == (False, True, "nn")


def test_blank_lines_are_skipped_and_the_order_is_kept(tmp_path: Path) -> None:
    path = gold_file(tmp_path, {**LINE, "id": "b"}, {**LINE, "id": "a"})
    path.write_text(path.read_text(encoding="utf-8").replace("\n", "\n\n"), encoding="utf-8")
    assert [question.id for question in load(path)] == ["b", "a"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"answer": "x"}, "ukjent felt «answer»"),
        ({"kind": "agendas"}, "ingen kjent verdi for «kind»"),
        ({"split": "train"}, "ingen kjent verdi for «split»"),
        ({"language": "no"}, "ingen kjent verdi for «language»"),
        ({"near_miss": "nei"}, "«near_miss» må være true eller false"),
        ({"near_miss": True}, "kan være near_miss"),
        ({"id": " "}, "«id» må være en tekst"),
        ({"question": 3}, "«question» må være en tekst"),
        ({"chat": ""}, "«chat» må være en tekst"),
        ({"answers": "12"}, "«answers» må være en liste"),
        ({"answers": [[]]}, "«answers» har en tom gruppe"),
        ({"answers": [["–"]]}, "minst én bokstav"),
        ({"answers": []}, "må ha både answers og slides"),
        ({"slides": [[0]]}, "ikke et lysbildenummer"),
        ({"slides": [["5"]]}, "ikke et lysbildenummer"),
        ({"slides": [5]}, "«slides» må være en liste"),
        ({"forbidden": "nei"}, "«forbidden» må være en liste"),
        ({"max_words": 0}, "positivt heltall"),
        ({**NO_ANSWER, "slides": [[1]]}, "kan ikke ha answers eller slides"),
    ],
)
def test_a_bad_field_is_an_error_that_names_file_and_line(
    tmp_path: Path, change: dict[str, Any], complaint: str
) -> None:
    path = gold_file(tmp_path, {**LINE, "id": "first"}, {**LINE, **change})
    with pytest.raises(GoldError, match=complaint) as error:
        load(path)
    assert f"{path}, linje 2" in str(error.value)


@pytest.mark.parametrize("field", ["forbidden", "language", "near_miss"])
def test_a_missing_field_is_an_error(tmp_path: Path, field: str) -> None:
    line = {key: value for key, value in LINE.items() if key != field}
    with pytest.raises(GoldError, match=f"linje 1: feltet «{field}» mangler"):
        load(gold_file(tmp_path, line))


def test_an_id_used_twice_is_an_error_that_names_both_lines(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"linje 2: id «feb-001» er alt brukt på linje 1"):
        load(gold_file(tmp_path, LINE, LINE))


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_file_is_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match="er tom"):
        load(path)


@pytest.mark.parametrize("text", ["{", "[1]", '"tekst"'])
def test_a_line_that_is_no_json_object_is_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match="linje 1"):
        load(path)


def test_a_file_that_is_not_there_is_an_error_the_user_can_read(tmp_path: Path) -> None:
    with pytest.raises(RadsassistentError, match="kan ikke leses"):
        load(tmp_path / "none.jsonl")


def test_a_chat_may_not_be_spread_over_both_splits(tmp_path: Path) -> None:
    first, second = {**LINE, "chat": "c1"}, {**LINE, "id": "feb-002", "chat": "c1", "split": "test"}
    with pytest.raises(GoldError, match="samtalen «c1»"):
        load(gold_file(tmp_path, first, second))


def test_a_folder_gives_the_questions_of_all_its_files(tmp_path: Path) -> None:
    gold_file(tmp_path, {**LINE, "id": "may-001"}, name="2026-05-13-portefoljeradet")
    gold_file(tmp_path, LINE)
    assert [question.id for question in load_folder(tmp_path)] == ["feb-001", "may-001"]


def test_an_id_in_two_files_is_an_error(tmp_path: Path) -> None:
    gold_file(tmp_path, LINE)
    gold_file(tmp_path, LINE, name="2026-05-13-portefoljeradet")
    with pytest.raises(GoldError, match="er alt brukt i"):
        load_folder(tmp_path)


def test_a_folder_without_gold_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="Fant ingen fasitfiler"):
        load_folder(tmp_path)


def test_two_meetings_with_a_file_of_one_name_cannot_be_told_apart(tmp_path: Path) -> None:
    gold_file(tmp_path, {**LINE, "id": "may-001"}, name="2026-05-13-portefoljeradet")
    gold_file(tmp_path, LINE)
    wanted = Wanted(tmp_path, "dev", False, None, tmp_path / "report")
    documents = {name: {"referat.md"} for name in ("2026-02-12-portefoljeradet", "2026-05-13-portefoljeradet")}
    with pytest.raises(UsageError, match=r"referat\.md finnes både i"):
        run(wanted, cast(Assistant, None), documents)
