"""Who took the minutes, where a sentence of the minutes tells it and no label."""

from __future__ import annotations

import pytest
from tests.deck_builder import page, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

MINUTES = page(
    "# Protokoll frå møte i Trollutvalet 5. mars 2031",
    "Til stades var Kari Berg (leiar), Ola Dal og Liv Vik. Forfall hadde Siv Sagn. For Sagn møtte Else Ur.",
    "Frå administrasjonen møtte trollsjef Per Fabel og rådgjevar Tor Lien, som førte protokollen.",
    "# Sak 3/31 Bruer",
    "Samrøystes vedtak:",
    "Utvalet byggjer ei bru.",
)


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder = tmp_path_factory.mktemp("trolls")
    archive = Archive.open(folder / "archive", built_in_embedder)
    archive.put(*written(folder / "ingest", MINUTES, name="protokoll.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvem førte protokollen?", "Tor Lien"),
        ("Kven skreiv referatet?", "Tor Lien"),
        ("Hvem møtte for Siv Sagn?", "Else Ur"),
    ],
)
def test_what_sentences_of_minutes_tell_of_people_is_told(minutes: Assistant, question: str, name: str) -> None:
    answer = minutes.ask(question)
    assert not answer.abstained
    assert name in answer.text
