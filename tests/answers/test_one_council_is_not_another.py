"""What one council's documents say is not told of another's, though they meet in the same spring and number their cases alike."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

HUGE = (
    slide("Møte i Haugrådet 5. mars 2031", "Haugstua, Trollbygda"),
    slide(
        "Medlemmer i Haugrådet",
        table(("Navn", "Rolle", "Virksomhet"), ("Gro Steinset", "Leder", "Haugfolket"), ("Per Skog", "", "Skoglaget")),
    ),
)
TARN = (
    slide("Møte i Tjernutvalget 9. april 2031", "Tjernet, Trollbygda"),
    slide("Nytt siden sist", "• Ola Myr er ny vara for Nils Steinset", "• Per Vann er inhabil i fiskesaken"),
    slide("Ánne Nøkkdatter eier not i tjernet", "• Ánne Nøkkdatter er ugild når notene drøftes"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("raad")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    for name, slides in (("haug.pdf", HUGE), ("tjern.pdf", TARN)):
        archive.put(*written(folder / "ingest" / name, *slides, name=name))
    return Assistant(archive)


def test_a_newer_line_of_another_council_does_not_tell_who_stands_in(assistant: Assistant) -> None:
    assert "Ola Myr" not in assistant.ask("Hvem er vara for Gro Steinset?").text


def test_who_has_letters_of_sami_in_the_name_is_told_to_be_disqualified(assistant: Assistant) -> None:
    assert "Ánne Nøkkdatter er ugild" in assistant.ask("Hvem er ugild?").text
