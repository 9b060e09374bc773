"""A bare follow-up, "Fra hvilken dato?", after one point of a proposal was told."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

RENT = "2. Leieprisen for reir økes til 410 kroner per år fra 1. juli 2032."
SLIDES = (
    slide("Møte i Dragerådet 12. mars 2031"),
    slide(
        "Dagsorden",
        table(
            ("Tid", "Sak", "Tittel"),
            ("10:00", "4/31", "Fjellet i nord"),
            ("11:00", "5/31", "Nye horn"),
            ("12:00", "6/31", "Vaktlister"),
        ),
    ),
    slide("Sak 4/31 Fjellet i nord", "• Fjellet har 38 reir.", "• Reirene leies ut til drager i nord."),
    slide(
        "Sak 4/31 Forslag til vedtak",
        "1. Reirene pusses opp med en ramme på 690 000 kroner.",
        RENT,
        "3. Lagring av egg utredes; saken legges frem våren 2033.",
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder = tmp_path_factory.mktemp("drager")
    archive = Archive.open(folder / "archive", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="drager.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    "bare", ["Når?", "Fra når?", "Hvilken dato?", "Når gjelder det fra?", "Frå kva dato?", "From what date?"]
)
def test_a_bare_question_of_the_day_is_of_the_point_just_told_and_of_no_other(assistant: Assistant, bare: str) -> None:
    talk = Conversation()
    assert assistant.ask("Hva vil de at leieprisen skal være?", talk).text == f"Forslag til vedtak i sak 4/31: {RENT}"
    answer = assistant.ask(bare, talk)
    assert answer.text == f"Forslag til vedtak i sak 4/31: {RENT}"
    assert [(c.case, c.slide) for s in answer.sentences for c in s.citations] == [("4/31", 4)]


def test_from_when_is_asked_of_the_point_that_holds_from_a_day(assistant: Assistant) -> None:
    talk = Conversation()
    assert "våren 2033" in assistant.ask("Hva er forslaget i sak 4/31?", talk).text
    assert assistant.ask("Fra når gjelder det?", talk).text == f"Forslag til vedtak i sak 4/31: {RENT}"
