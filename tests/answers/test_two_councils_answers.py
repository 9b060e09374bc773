"""Two councils with a case of the same number: no answer gives one what the other said."""

from __future__ import annotations

import pytest
from tests.two_councils import FANTASI, FANTASI_DECK, OPPDIKT, two_councils

from radsassistent.answers import Assistant

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(two_councils(tmp_path_factory.mktemp("raad"), built_in_embedder))


@pytest.mark.parametrize(
    ("meeting", "said", "unsaid", "body"),
    [("marsmøtet", "traktorer", "seilbåtene", OPPDIKT), ("møtet 9. april 2031", "seilbåtene", "traktorer", FANTASI)],
)
def test_a_named_meeting_is_answered_from_alone(assistant, meeting: str, said: str, unsaid: str, body: str) -> None:
    answer = assistant.ask(f"Hva foreslås i sak 5/31 i {meeting}?")
    assert said in answer.text
    assert unsaid not in answer.text
    assert {citation.body for citation in answer.citations} == {body}
    assert body in answer.understood


def test_a_case_number_that_both_have_is_answered_for_both_each_with_its_own_citation(assistant) -> None:
    answer = assistant.ask("Hva foreslås i sak 5/31?")
    by_body = {c.body: sentence.text for sentence in answer.sentences for c in sentence.citations}
    assert set(by_body) == {OPPDIKT, FANTASI}
    assert "traktorer" in by_body[OPPDIKT]
    assert "seilbåtene" in by_body[FANTASI]


def test_a_fact_of_one_council_is_cited_to_it(assistant) -> None:
    answer = assistant.ask("Hvem legger frem sak 8/31?")
    (citation,) = answer.citations
    assert "Storm Bryggevoll" in answer.text
    assert (citation.body, citation.meeting, citation.document) == (FANTASI, "2031-04-09", FANTASI_DECK)
    assert citation.label == "sak 8/31, lysbilde 2"
    assert citation.meeting_label == "Fantasiutvalget 09.04.2031"


def test_each_part_of_a_question_is_answered_from_its_own_case(assistant) -> None:
    answer = assistant.ask("Hvem legger frem sak 8/31, og hvem legger frem sak 6/31?")
    first, second = answer.sentences
    assert ("Storm Bryggevoll" in first.text, "Sindre Fantasivik" in second.text) == (True, True)
    assert [c.body for sentence in answer.sentences for c in sentence.citations] == [FANTASI, OPPDIKT]
