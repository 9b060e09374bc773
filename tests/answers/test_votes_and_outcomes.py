"""How a case was voted on, what became of what members put forward, and outcomes asked for in loose words."""

from __future__ import annotations

import pytest
from tests.council_that_votes import council_before_its_meeting, council_that_votes

from radsassistent.answers import Assistant

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(council_that_votes(tmp_path_factory.mktemp("kyst"), built_in_embedder))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(council_before_its_meeting(tmp_path_factory.mktemp("foer"), built_in_embedder))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Fikk Båtfolket gjennomslag for limtre?", "falt"),
        ("Korleis gjekk det med ideen om limtre?", "falt"),
        ("Hvor mange stemte for forslaget om limtre?", "1 stemme (Båtfolket 1)"),
        ("Hvilke partier stemte for stålbrua over Fabelsundet?", "Laget 2, Ringen 1"),
        ("Hvem foreslo å prøve varslingen på to kaier?", "Jens Holme"),
    ],
)
def test_votes_and_what_became_of_members_proposals_are_told_by_the_minutes(assistant, question, said) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert {citation.document for citation in answer.citations} == {"kyst-referat.docx"}


@pytest.mark.parametrize(
    "question",
    [
        "Hvem stemte mot bølgevarslingen?",
        "Hva stemte Mona Skar i saken om bølgevarsling?",
        "Hvilken ene var det som stemte mot vedtaket om bølgevarsling?",
    ],
)
def test_who_voted_how_is_not_told_where_the_minutes_only_count(assistant, question) -> None:
    assert assistant.ask(question).text == "Referatet sier ikke hvem som stemte hva i sak 8/32."


def test_nobody_voted_against_what_all_were_for(assistant) -> None:
    answer = assistant.ask("Var det dissens om fyrlykta?")
    assert "(enstemmig)" in answer.text
    assert "endret" not in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hva ble det til med brusaken?", "Brua bygges i stål innenfor 90 mill. kr"),
        ("Fikk bølgevarslingen klarsignal?", "prøves på to kaier"),
        ("Hvem fikk jobben med å måle nytten av bølgevarslingen?", "Nils Lanterne"),
    ],
)
def test_an_outcome_asked_for_loosely_is_the_decision_of_the_case_meant(assistant, question, said) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert "kyst-referat.docx" in {citation.document for citation in answer.citations}


@pytest.mark.parametrize(
    "question", ["Ble noen bøtelagt for å krysse Fabelsundet?", "Fikk noen bot for å krysse Fabelsundet?"]
)
def test_what_may_have_happened_besides_is_no_decision(assistant, question) -> None:
    assert "Vedtak i sak" not in assistant.ask(question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kva seier framlegget om bølgevarslinga?", "Varslingen kjøpes fra Havdata."),
        ("Hvor mye får brua lov til å koste hvis forslaget går gjennom?", "Rammen settes til 90 mill. kr."),
        ("Hva vil de at Havdata skal levere?", "Varslingen kjøpes fra Havdata."),
    ],
)
def test_one_point_of_a_proposal_is_told_as_a_proposal(before, question, said) -> None:
    answer = before.ask(question)
    assert said in answer.text
    assert answer.text.startswith("Forslag til vedtak")


def test_before_the_minutes_an_outcome_is_a_proposal_with_that_said(before) -> None:
    text = before.ask("Ble det stål i brua over Fabelsundet?").text
    assert text.startswith("Arkivet har bare forslag til vedtak")
    assert "Brua bygges i stål." in text
