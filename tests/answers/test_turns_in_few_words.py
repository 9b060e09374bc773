"""Turns of few words that go on with the cases, the text or the list just told: an invented council."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant

DECK = (
    slide("Møte i Trollrådet 4. april 2037", "Hula, Oppdiktfjell"),
    slide(
        "Dagsorden",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("1/37", "Innkalling", "Dovre Oppdiktet, Oppdikt berglag", "10:00", "Godkjenning"),
            ("2/37", "Bruene", "Rusk Oppdiktet, Oppdikt brulag", "10:30", "Drøfting"),
            ("", "Lunsj", "", "11:00", ""),
            ("3/37", "Hulemaling", "Snerk Oppdiktet, Oppdikt malerlag", "11:45", "Drøfting"),
            ("4/37", "Nye haler", "Dovre Oppdiktet, Oppdikt berglag", "12:30", "Orientering"),
            ("5/37", "Eventuelt", "Dovre Oppdiktet, Oppdikt berglag", "13:15", "Orientering"),
        ),
    ),
    slide("Sak 2/37: Bruene", "• Bruene knaker"),
    slide(
        "Fjellradioen",
        "• Trollradioen sender til alle huler",
        "• Antallet lyttere er gått fra 40 i uka til 170 i uka",
        "• Sendt siden mars 2035",
    ),
    slide("Sak 3/37: Hulemaling", "• Grottene males"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("troll"), StemEmbedding())


@pytest.mark.parametrize("which", ["Hvilke er det?", "Kva for nokre er det?", "Og hvilke?", "Which ones?"])
def test_the_cases_just_counted_are_told_when_it_is_asked_which_they_are(assistant: Assistant, which: str) -> None:
    text = last(assistant, "Hvor mange saker legger Dovre Oppdiktet frem?", which).text
    assert all(case in text for case in ("1/37", "4/37", "5/37")) and "2/37" not in text


@pytest.mark.parametrize(
    ("turn", "time"),
    [
        ("Når begynner den siste av dem?", "13:15"),
        ("Når starter den første?", "10:00"),
        ("Når byrjar den siste saka?", "13:15"),
        ("When does the last one start?", "13:15"),
    ],
)
def test_one_of_the_cases_just_told_is_meant_by_its_place_among_them(
    assistant: Assistant, turn: str, time: str
) -> None:
    assert time in last(assistant, "Hvilke saker legger Dovre Oppdiktet frem?", turn).text
    again = ("Hvor mange saker legger Dovre Oppdiktet frem?", "Hvilke er det?")
    assert time in last(assistant, *again, turn).text


def test_another_of_the_cases_told_before_is_meant_by_its_place_too(assistant: Assistant) -> None:
    turns = ("Hvilke saker legger Dovre Oppdiktet frem?", "Når begynner den siste av dem?", "og den første?")
    assert "10:00" in last(assistant, *turns).text


def test_when_the_last_case_is_over_is_not_told_by_when_it_begins(assistant: Assistant) -> None:
    turns = ("Hvilke saker legger Dovre Oppdiktet frem?", "Når begynner den siste?", "Og når skal den være ferdig?")
    answer = last(assistant, *turns)
    assert answer.abstained


@pytest.mark.parametrize(
    "turn",
    ["Når begynner den ifølge agendaen?", "Når byrjar ho ifølgje programmet?", "When does it start according to the agenda?"],
)
def test_a_case_is_asked_of_by_what_the_agenda_says(assistant: Assistant, turn: str) -> None:
    assert "11:45" in last(assistant, "Hvilken sak handler om hulemaling?", turn).text


@pytest.mark.parametrize("turn", ["Who's up first then?", "Hvem er først ut da?", "Kven er fyrst ut då?"])
def test_who_comes_first_when_the_meeting_goes_on_is_who_presents_the_case_then(
    assistant: Assistant, turn: str
) -> None:
    turns = ("Når er det lunsj?", "Når fortsetter vi?", turn)
    assert "Snerk Oppdiktet" in last(assistant, *turns).text
    assert "malerlag" in last(assistant, *turns, "Which organisation is he from?").text


@pytest.mark.parametrize("turn", ["Siden når?", "Sidan når? Berre månad og år.", "Since when?", "Og siden når da?"])
def test_since_when_is_asked_of_what_was_just_told(assistant: Assistant, turn: str) -> None:
    assert "mars 2035" in last(assistant, "Hvem sender Trollradioen til?", turn).text


def test_what_follows_a_year_is_no_case_that_comes_after(assistant: Assistant) -> None:
    # The turn names the year after, not what is on the agenda after the case.
    turns = ("Hvilken sak handler om bruene?", "Hvorfor knaker de mer året etter?")
    assert "3/37" not in last(assistant, *turns).text
