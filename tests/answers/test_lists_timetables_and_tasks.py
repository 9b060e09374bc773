"""Questions about an invented board whose cases stand on two slides, whose members have terms, and whose minutes list tasks."""

from __future__ import annotations

import pytest
from tests.board_of_a_museum import museum

from radsassistent.answers import Assistant, Conversation
from radsassistent.answers.decisions.outcomes import unanimous

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(museum(tmp_path_factory.mktemp("museum"), built_in_embedder))


@pytest.mark.parametrize(
    ("question", "said", "document", "slides"),
    [
        ("Hvem legger frem sak 13/32?", "Siv Sagn", "styremote.pptx", {2}),
        ("Hva slags sak er 14/32?", "Orientering", "styremote.pptx", {2}),
        ("Når begynner sak 13/32?", "12:10", "styremote.pptx", {2, 3}),
        ("Når er det lunsj?", "11:30", "styremote.pptx", {3}),
    ],
)
def test_what_a_list_of_cases_and_a_timetable_tell_is_cited_where_it_stands(
    assistant, question, said, document, slides
) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert {citation.document for citation in answer.citations} == {document}
    assert {citation.slide for citation in answer.citations} <= slides
    assert answer.rejected == 0


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Hvem har oppnevnt Grim Steinset?", "Jutul kommune", "2030"),
        ("Hvor lenge varer vervet til Grim Steinset?", "2030–2033", "oppnevnt av"),
        ("Hvem er de ansattes representant i styret?", "Ylva Bergtatt", "Tora Fabelvik"),
        ("Hvem er vara for Grim Steinset?", "Aud Alv", "Jon Jutul"),
        ("Hvem sitter i arbeidsutvalget?", "Fabelvik og Eventyr", "Grim"),
        ("Når må saker til eventuelt meldes?", "3. mai", "13:50"),
    ],
)
def test_the_lists_tell_who_chose_for_how_long_and_what_stands_beside_them(assistant, question, told, left_out) -> None:
    answer = assistant.ask(question)
    assert told in answer.text
    assert left_out not in answer.text


@pytest.mark.parametrize(
    ("question", "said", "case"),
    [
        ("Hvem skal lage tiltaksplan for fraværet?", "Odd Huldermo", "14/32"),
        ("Hva er fristen for å bestille nytt glass?", "22. mai 2032", "13/32"),
    ],
)
def test_a_task_is_told_of_the_case_that_it_follows_from(assistant, question, said, case) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert {citation.case for citation in answer.citations} == {case}


def test_how_the_votes_fell_is_asked_of_the_case_just_told_of(assistant) -> None:
    conversation = Conversation()
    assistant.ask("Hva ble vedtatt i sak 13/32?", conversation)
    assert "2 mot 1 stemme (Bergtatt)" in assistant.ask("Hva ble stemmetallet?", conversation).text


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Hvilke oppgaver har Siv Sagn fått?", "Bestille nytt glass til linsa", "Tiltaksplan"),
        ("Hva skal Odd Huldermo gjøre etter møtet?", "Tiltaksplan for fravær på verkstedet", "glass"),
        ("Hva skal følges opp etter møtet?", "18. juni 2032", "vedtatt"),
    ],
)
def test_the_tasks_that_minutes_list_are_told_by_who_is_to_do_them(assistant, question, told, left_out) -> None:
    answer = assistant.ask(question)
    assert told in answer.text
    assert left_out not in answer.text


def test_what_was_voted_on_by_points_was_not_unanimous() -> None:
    assert not unanimous("Punkt 1 og 3: enstemmig. Punkt 2: vedtatt med 2 mot 1 stemme (Bergtatt).")
    assert unanimous("enstemmig")
