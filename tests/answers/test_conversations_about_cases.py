"""Turns that go on with the case, the row or the person just told of: an invented council."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant

DECK = (
    slide("Møte i Draugrådet 4. april 2037", "Naustet, Oppdiktvær"),
    slide(
        "Dagsorden",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("1/37", "Tareskogen", "Draug Oppdiktet, Oppdikt havlag", "10:00", "Drøfting"),
            ("2/37", "Fyrlykta", "Sjø Oppdiktet, Oppdikt fyrlag", "10:30", "Orientering"),
            ("", "Lunsj", "", "11:00", ""),
            ("3/37", "Hummerteinene", "Hummer Oppdiktet, Oppdikt teinelag", "11:45", "Drøfting"),
        ),
    ),
    slide("Sak 1/37: Tareskogen", "• Tareskogen vokser"),
    slide("Forslag til vedtak i sak 1/37", "Draugrådet freder tareskogen."),
    slide("Sak 2/37: Fyrlykta", "• Lykta blinker"),
    slide("Forslag til vedtak i sak 2/37", "Draugrådet tar fyrlykta til orientering."),
    slide("Sak 3/37: Hummerteinene", "• Teinene settes ut"),
    slide("Forslag til vedtak i sak 3/37", "Draugrådet forbyr doble teiner."),
    slide(
        "Kostnader (mill. kr)",
        table(
            ("Post", "2037", "2038"),
            ("Garn og line", "14", "15"),
            ("Krabber", "21", "23"),
            ("Sum", "35", "38"),
        ),
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("arkiv"), StemEmbedding())


@pytest.mark.parametrize(
    "question", ["og hva foreslås der?", "hva er forslaget til vedtak da?", "Og hva er forslaget der?"]
)
def test_what_is_proposed_there_is_of_the_case_just_told(assistant: Assistant, question: str) -> None:
    assert "forbyr doble teiner" in last(assistant, "Hvem legger frem hummerteinene?", question).text
    assert "tar fyrlykta" in last(assistant, "Hvem legger frem fyrlykta?", question).text


def test_another_case_that_is_named_first_is_asked_of(assistant: Assistant) -> None:
    text = last(
        assistant, "Hva foreslås i saken om tareskogen?", "Er det vedtatt?", "og fyrlykta, hva foreslås der?"
    ).text
    assert "tar fyrlykta" in text
    assert "freder" not in text


def test_which_case_comes_first_at_the_time_just_told_is_the_one_then(assistant: Assistant) -> None:
    text = last(assistant, "Når er vi i gang igjen etter lunsj?", "hvilken sak er først ut da?").text
    assert "3/37" in text


def test_which_case_what_was_told_belongs_to_is_asked_by_a_pronoun(assistant: Assistant) -> None:
    assert "1/37" in last(assistant, "Hvem legger frem tareskogen?", "hvilken sak hører dette til?").text


def test_a_row_called_without_capitals_is_asked_of_in_the_place_of_two_words_joined(assistant: Assistant) -> None:
    text = last(assistant, "hva koster garn og line i 2038?", "og krabber?").text
    assert "23" in text
    assert "Krabber" in text


def test_an_expletive_points_to_no_row(assistant: Assistant) -> None:
    text = last(assistant, "Hva koster garn og line i 2037?", "og hvor mye er det brukt i alt i 2037?").text
    assert "Garn" not in text


@pytest.mark.parametrize(
    "question",
    ["hvem er satt opp på den posten?", "Kven har det punktet?", "hvem har det innslaget?", "who has that slot?"],
)
def test_that_item_is_the_case_just_told(assistant: Assistant, question: str) -> None:
    assert "Sjø Oppdiktet" in last(assistant, "Når begynner saken om fyrlykta?", question).text


def test_that_item_may_be_a_break(assistant: Assistant) -> None:
    assert "45 minutter" in last(assistant, "Når er lunsj?", "hvor lenge varer den bolken?").text


def test_that_item_of_a_budget_is_no_case(assistant: Assistant) -> None:
    assert "15" in last(assistant, "Hva koster garn og line i 2037?", "og den posten i 2038?").text
