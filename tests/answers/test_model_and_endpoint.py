"""What is sent to a language model, what of its answer is kept, and what happens when its endpoint fails."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pydantic import SecretStr
from tests.answers.faulty_endpoint import FaultyEndpoint
from tests.answers.scripted_model import ScriptedModel

from radsassistent.answers import Answer, Assistant
from radsassistent.answers.model.mode import FELL_BACK
from radsassistent.answers.model.prompts import NO_ANSWER
from radsassistent.archive import Archive
from radsassistent.cli import _model
from radsassistent.settings import Settings

QUESTION = "Hvem leverer traktorene?"
TRUE = "Leverandøren er Oppdiktet Landbruksmaskin."


def code(prompt: str, words: str) -> str:
    """The code of the first passage in a prompt that has these words."""
    passages = re.split(r"\n\n(?=\[)", prompt.split("Utdrag:", 1)[1])
    return next(match[1] for text in passages if words in text and (match := re.match(r"\s*\[(\w+)\]", text)))


def saying(text: str) -> Callable[[str], str]:
    """A reply in which {words} stands for the code of the passage with these words."""
    return lambda prompt: re.sub(r"\{(.+?)\}", lambda match: f"[{code(prompt, match[1])}]", text)


@pytest.fixture
def ask(councils: Archive):
    def asking(url: str, question: str = QUESTION, **given) -> Answer:
        settings = Settings(model="oppdiktet-modell", model_url=url, **given)
        return Assistant(councils, _model(settings)).ask(question)

    return asking


def test_each_sentence_gets_the_citations_of_its_own_codes(ask) -> None:
    said = saying(f"{TRUE} {{Landbruksmaskin}} Traktorene skal være grønne {{være grønne}}.")
    with ScriptedModel(said) as model:
        answer = ask(model.url)
    assert [sentence.text for sentence in answer.sentences] == [TRUE, "Traktorene skal være grønne."]
    assert all([(c.case, c.slide) for c in sentence.citations] == [("5/31", 5)] for sentence in answer.sentences)
    assert not answer.abstained


def test_the_second_request_tells_what_was_wrong_with_the_first_answer(ask) -> None:
    with ScriptedModel(f"{TRUE} [qqqqq]", saying(f"{TRUE} {{Landbruksmaskin}}")) as model:
        assert ask(model.url).text == TRUE
    first, second = model.asked
    assert second[: len(first)] == first
    refused, reason = second[len(first) :]
    assert (refused["role"], refused["content"]) == ("assistant", f"{TRUE} [qqqqq]")
    assert "qqqqq" in reason["content"]
    assert NO_ANSWER in reason["content"]


@pytest.mark.parametrize(
    "said",
    [
        "Traktorene leveres i sak 6/31. {Landbruksmaskin}",
        "Leverandøren får 999 millioner kroner. {Landbruksmaskin}",
        "De leveres 17. mai 2044. {Landbruksmaskin}",
        "{Landbruksmaskin}",
        "Det vet jeg ikke.",
        "",
    ],
)
def test_an_answer_that_cannot_be_checked_gives_way_to_quotes_after_two_tries(ask, said: str) -> None:
    with ScriptedModel(saying(said)) as model:
        answer = ask(model.url)
    assert len(model.asked) == 2
    assert answer.text.startswith(FELL_BACK)
    assert "999" not in answer.text
    assert "2044" not in answer.text
    assert "sak 6/31" not in answer.text


def test_nothing_in_the_question_or_on_a_slide_is_taken_for_a_place_in_the_prompt(ask) -> None:
    question = "Hva med {passages} og {question} og %s om traktorene?"
    with ScriptedModel(NO_ANSWER) as model:
        ask(model.url, question)
    assert model.prompt.count(question) == 1
    assert model.prompt.rstrip().endswith(question)


def test_every_passage_is_given_with_council_meeting_case_and_slide(ask) -> None:
    with ScriptedModel(NO_ANSWER) as model:
        ask(model.url, "Hva er sak 5/31?")
    passages = re.split(r"\n\n(?=\[)", model.prompt.split("Utdrag:", 1)[1].split("Spørsmål:")[0].strip())
    assert len(passages) > 3
    for passage in passages:
        assert re.match(r"\[[a-z]{5}\]", passage)
        assert "sak 5/31" in passage
        assert re.search(r"lysbilde \d", passage)
        assert ("Oppdiktrådet" in passage) != ("Fantasiutvalget" in passage)


def test_the_codes_are_the_same_for_the_same_question_and_differ_for_each_passage(ask) -> None:
    prompts = []
    for _ in range(2):
        with ScriptedModel(NO_ANSWER) as model:
            ask(model.url)
        prompts.append(model.prompt)
    assert prompts[0] == prompts[1]
    codes = re.findall(r"^\[(\w+)\]", prompts[0], re.MULTILINE)
    assert len(codes) == len(set(codes)) > 1


@pytest.mark.parametrize(
    "question", ["Hva foreslås i sak 55/31?", "Hva sier Xerxes Quimby?", "Hva skjedde i junimøtet?"]
)
def test_what_the_archive_cannot_know_is_told_without_asking_the_model(ask, question: str) -> None:
    with ScriptedModel("Jo da.") as model:
        answer = ask(model.url, question)
    assert (answer.abstained, model.asked) == (True, [])


def test_two_questions_in_one_are_asked_one_by_one(ask) -> None:
    with ScriptedModel(saying(f"{TRUE} {{Landbruksmaskin}}"), NO_ANSWER) as model:
        answer = ask(model.url, "Hvem leverer traktorene, og hva steker vaffeljernet?")
    assert len(model.asked) == 2
    assert answer.sentences[0].text == TRUE
    assert not answer.abstained


def test_the_endpoint_is_sent_the_model_the_key_and_no_randomness(ask) -> None:
    with FaultyEndpoint(400, "{}") as endpoint:
        ask(endpoint.url, model_key=SecretStr("oppdiktet-nøkkel".replace("ø", "o")))
    (body,) = endpoint.bodies
    assert (body["model"], body["temperature"]) == ("oppdiktet-modell", 0.0)
    assert endpoint.keys == ["Bearer oppdiktet-nokkel"]


@pytest.mark.parametrize(
    ("status", "body"),
    [(400, '{"error": {"message": "nei"}}'), (401, "ikke slipp inn"), (404, "{}"), (200, "ikke JSON"), (200, "{}")],
)
def test_an_endpoint_that_answers_nonsense_gives_way_to_quotes(ask, caplog, status: int, body: str) -> None:
    with FaultyEndpoint(status, body) as endpoint:
        answer = ask(endpoint.url)
    assert answer.text.startswith(FELL_BACK)
    assert "Språkmodellen svarte ikke" in caplog.text


def test_an_endpoint_that_is_too_slow_gives_way_to_quotes(ask) -> None:
    with FaultyEndpoint(200, "{}", seconds=0.4) as endpoint:
        answer = ask(endpoint.url, model_timeout=0.1)
        assert answer.text.startswith(FELL_BACK)
