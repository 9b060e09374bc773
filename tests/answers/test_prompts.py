"""The texts that a language model is sent: one file each, with what the code puts in and looks for."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from radsassistent.answers.model.prompts import NO_ANSWER, prompt

PROMPTS = Path(__file__).parents[2] / "prompts"


@pytest.mark.parametrize(("name", "places"), [("answer", {"passages", "question"}), ("retry", {"fault"})])
def test_a_prompt_has_a_place_for_each_thing_that_is_put_in(name: str, places: set[str]) -> None:
    assert {place for _, place, _, _ in Formatter().parse(prompt(name)) if place is not None} == places


@pytest.mark.parametrize("name", ["answer", "retry"])
def test_a_prompt_tells_the_model_how_to_say_that_there_is_no_answer(name: str) -> None:
    assert NO_ANSWER in prompt(name)


def test_every_prompt_file_can_be_loaded_by_its_name() -> None:
    files = [path for path in PROMPTS.glob("*.md") if path.name != "README.md"]
    assert files
    assert all(prompt(path.stem) == path.read_text(encoding="utf-8") for path in files)


def test_the_rules_come_before_the_passages_and_the_question_last() -> None:
    asked = prompt("answer").format(passages="<utdrag>", question="<spørsmål>")
    assert asked.index("instrukser") < asked.index("<utdrag>") < asked.index("<spørsmål>")


def test_a_prompt_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        prompt("oppdiktet")
