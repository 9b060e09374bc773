"""Who sits for whom in other words than the list's, and those of whom only a line of a slide tells."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

SLIDES = (
    slide("Møte i Hulderutvalget 12. mars 2031"),
    slide(
        "Utvalgets medlemmer",
        table(
            ("Navn", "Tittel", "Organisasjon", "Rolle"),
            ("Tora Fabelvik", "Overlege", "Trollheim sykehus", "Leder"),
            ("Odd Huldermo", "Brukerrepresentant", "Brukerforumet", ""),
            ("Siv Sagn", "Rådgiver", "Vervetaten", ""),
            ("Nils Nøkk", "Fagsjef", "Vannetaten", "Observatør"),
        ),
    ),
    slide("Nytt siden sist", "• Siv Sagn gikk inn 1. februar etter Grim Steinset, som er pensjonert."),
    slide(
        "Dagsorden",
        table(
            ("Tid", "Sak", "Tittel"),
            ("10:00", "4/31", "Nye huldrer"),
            ("11:00", "5/31", "Orienteringer"),
            ("12:00", "", "Møtet slutter"),
        ),
    ),
    slide("Sak 4/31 Nye huldrer", "• Fjellet har 38 huldrer."),
    slide("Hvem kom sist", "Tora Fabelvik møtte i salen. Odd Huldermo deltok på nett. Siv Sagn var borte uten vara."),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder = tmp_path_factory.mktemp("huldrer")
    archive = Archive.open(folder / "archive", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="deck.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvem representerer pasientene hos oss?", "Odd Huldermo"),
        ("Kven representerer pasientane?", "Odd Huldermo"),
        ("Hvem har vervet som leder av utvalget?", "Tora Fabelvik"),
        ("Sitter Grim Steinset fortsatt her?", "pensjonert"),
    ],
)
def test_who_has_a_seat_is_told_by_whatever_word(assistant: Assistant, question: str, name: str) -> None:
    assert name in assistant.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "Hvem kan være med og snakke, men ikke stemme?",
        "Who may attend and speak but not vote?",
        "Hvem er det som bare ser på?",
        "Kven høyrer berre på?",
        "Hvem møter uten stemmerett?",
    ],
)
def test_observers_are_known_by_what_they_may_do(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).text == "Nils Nøkk (Observatør): Fagsjef, Vannetaten."


def test_a_line_that_says_of_somebody_else_that_no_stand_in_came_names_none(assistant: Assistant) -> None:
    assert assistant.ask("Hvem er vara for Odd Huldermo?").text == "Dokumentene oppgir ingen vara."


def test_that_the_meeting_ends_is_no_item_of_the_agenda(assistant: Assistant) -> None:
    assert "5/31" in assistant.ask("Hva er det siste punktet på dagsordenen?").text
    assert "12:00" in assistant.ask("Når slutter møtet?").text


def test_how_many_live_somewhere_is_not_how_many_sit_for_it(assistant: Assistant) -> None:
    assert assistant.ask("Hvor mange bor det i Vervetaten?").abstained
