"""What is suggested after an answer can be answered, in each language."""

from __future__ import annotations

import pytest

from radsassistent.answers import Assistant
from radsassistent.answers.answer import Sentence
from radsassistent.archive.holdings import DATABASE
from radsassistent.web.follow_ups import MOST_FOLLOW_UPS, follow_ups
from radsassistent.web.language import Language, Translator

TRACTORS = "Hva er kostnadene til traktorkjøp i 2031?"
PRESENTER = "Hvem legger frem sak 5/31 i Oppdiktrådet?"
ASKED = [
    TRACTORS,
    PRESENTER,
    "Når begynner sak 5/31 i Oppdiktrådet?",
    "Hvor mye koster forvaltning av traktorer i 2031?",
]


@pytest.fixture(scope="module")
def assistant(councils):
    return Assistant(councils)


@pytest.fixture(scope="module")
def database(councils):
    return councils.directory / DATABASE


def test_of_a_cell_the_other_years_of_its_row_are_suggested(assistant, database, t):
    assert follow_ups(assistant.ask(TRACTORS), database, t)[0].question == "Hva er kostnadene til traktorkjøp i 2032?"


def test_of_a_case_what_was_not_told_is_suggested(assistant, database, t):
    answer = assistant.ask(PRESENTER)
    assert "Tuva Oppdiktsdatter" in answer.text
    suggested = [each.question for each in follow_ups(answer, database, t)]
    assert "Hva er forslaget til vedtak i sak 5/31?" in suggested
    assert not any("Hvem legger frem" in question for question in suggested)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("question", ASKED)
def test_every_suggestion_is_answered_where_the_answer_was_found(assistant, database, question, language):
    answer = assistant.ask(question)
    assert not answer.abstained
    suggested = follow_ups(answer, database, Translator(language))
    assert 0 < len(suggested) <= MOST_FOLLOW_UPS
    cited = {citation.body for citation in answer.citations}
    for follow_up in suggested:
        told = assistant.ask(follow_up.question, scope=follow_up.scope)
        assert not told.abstained, follow_up
        assert {citation.body for citation in told.citations} == cited, follow_up


def test_nothing_is_suggested_where_nothing_was_found(assistant, database, t):
    assert follow_ups(assistant.ask("Hva er forslaget til vedtak i sak 99/31?"), database, t) == ()


def test_nothing_is_suggested_after_an_answer_about_many_cases(said, database, t):
    answer = said.answered("Hva?", *(Sentence("Svar.", (said.cited(5, f"{n}/31"),)) for n in range(3)))
    assert follow_ups(answer, database, t) == ()
