"""An archive of two meetings, with the minutes of one: which meeting is meant, what was decided, what is only proposed."""

from __future__ import annotations

import pytest
from tests.one_deck_council import last
from tests.two_meetings_of_trolls import two_meetings_of_trolls

from radsassistent.answers import Assistant

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(two_meetings_of_trolls(tmp_path_factory.mktemp("troll"), built_in_embedder))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Når må saker til septembermøtet senest være sendt inn?", "21. august"),
        ("Når var fristen for å melde saker til junimøtet?", "8. mai"),
        ("Når er fristen for saker til neste møte?", "21. august"),
        ("What is the deadline for the next meeting?", "21. august"),
        ("Når er årets siste møte?", "2. desember, Digitalt."),
        ("Kva tid er det siste møtet før jul?", "2. desember, Digitalt."),
    ],
)
def test_the_plan_of_an_earlier_deck_tells_of_meetings_to_come(assistant, question, said) -> None:
    assert said in assistant.ask(question).text


@pytest.mark.parametrize("question", ["hvor skal vi møtes da?", "og hvor er det?", "kvar er det då?"])
def test_a_follow_up_may_ask_where_the_planned_meeting_just_told_is(assistant, question) -> None:
    assert "Tindhaug" in last(assistant, "Når er fristen for saker til septembermøtet?", question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem hadde meldt forfall i mars?", "Ragna Bergtatt"),
        ("Kven møtte i staden for Ragna Bergtatt i mars?", "Ulv Mørk"),
        ("Who attended instead of Ragna Bergtatt in March?", "Ulv Mørk"),
        ("Who is the secretary, according to the March papers?", "Vigdis Blekk"),
    ],
)
def test_who_met_is_told_by_the_minutes_however_it_is_asked(assistant, question, said) -> None:
    assert said in assistant.ask(question).text


def test_a_name_that_begins_like_a_word_for_spelling_asks_for_no_spelling(assistant) -> None:
    answer = assistant.ask("Hva ba Odd Stavkvist om at lyktene skulle ha plass til?")
    assert "to veker" in answer.text
    assert "Navnet er skrevet" not in answer.text
