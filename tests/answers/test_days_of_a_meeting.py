"""A meeting that goes on over two days: what is asked of one of them is told by its rows alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over

from radsassistent.answers import Assistant

HEAD = ("Kl.", "Sak", "Tema", "Innleder", "Type")
ROWS = (
    ("To 5.6 kl. 11.00", "–", "Åpning", "Gro Hulder", "Godkjenning"),
    ("11.30", "7/31", "Nye lykter i fyrtårnet", "Ole Nisse", "Vedtak"),
    ("12.30", "–", "Lunsj i naustet", "", ""),
    ("13.30", "8/31", "Tåkelur for nordholmen", "Siv Strand", "Orientering"),
    ("19.00", "–", "Middag på svaberget", "", ""),
    ("Fr 6.6 kl. 09.00", "9/31", "Måkene på taket", "Per Skogrå", "Drøfting"),
    ("10.00", "10/31", "Båtrute til holmen", "Ole Nisse", "Vedtak"),
    ("12.00", "–", "Lunsj og avreise", "", ""),
)
DECK = (
    slide("Møte i Fyrrådet 5. juni 2031", "Fyrvokterboligen, Ytterholmen"),
    slide("Saksliste", table(HEAD, *ROWS)),
    *(slide(f"Sak {row[1]} {row[2]}", "• Saken legges fram på møtet") for row in ROWS if row[1] != "–"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("fyr")
    return assistant_over(DECK, folder, StemEmbedding())


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Når begynner vi på torsdag?", "11:00", "09:00"),
        ("Når starter møtet fredag morgen?", "09:00", "11:00"),
        ("When do we start on the second day?", "09:00", "11:00"),
        ("Når er vi ferdige på fredag?", "12:00", "19:00"),
        ("Hvilken sak åpner vi med fredag morgen?", "9/31", "7/31"),
        ("Kva saker tek vi på fredag?", "10/31", "8/31"),
        ("Hvilke saker tas opp den første dagen?", "8/31", "9/31"),
        ("Når er det lunsj første dagen?", "12:30", "19:00"),
        ("When is lunch on the second day?", "12:00", "12:30"),
        ("Hvilke saker er til vedtak på torsdag?", "7/31", "10/31"),
        ("Hva skjer torsdag kveld?", "Middag", "Lunsj"),
        ("Hva er siste sak på torsdag?", "8/31", "10/31"),
    ],
)
def test_what_is_asked_of_one_day_is_told_by_its_rows(
    assistant: Assistant, question: str, told: str, not_told: str
) -> None:
    text = assistant.ask(question).text
    assert told in text
    assert not_told not in text


def test_a_day_on_which_the_council_does_not_meet_has_no_cases(assistant: Assistant) -> None:
    assert "7/31" not in assistant.ask("Hvilken sak åpner vi med på mandag morgen?").text
