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
    slide("Sak 4/31 Nye huldrer", "• Fjellet har 38 huldrer."),
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
