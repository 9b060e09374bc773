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
        table(
            ("Navn", "Rolle", "Tittel", "Virksomhet"),
            ("Gro Steinset", "Leder", "Haugvokter", "Haugfolket"),
            ("Per Skog", "", "Fylkestannlege", "Skoglaget"),
            ("Siv Sagn", "", "Rådgiver", "Helse Hauger"),
        ),
    ),
    slide("Praktisk", "• Forfall meldes til Gro Steinset innen mandag", "• Steingruppa ledes av Per Skog"),
)
TARN = (
    slide("Møte i Tjernutvalget 9. april 2031", "Tjernet, Trollbygda"),
    slide("Nytt siden sist", "• Ola Myr er ny vara for Nils Steinset", "• Per Vann er inhabil i fiskesaken"),
    slide("Praktisk", "• Forfall meldes til Ola Myr innen onsdag"),
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


@pytest.mark.parametrize("question", ["Hvem melder jeg forfall til?", "Kven skal eg melde fråfall til?"])
def test_whom_to_tell_of_ones_absence_is_told_of_each_council(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert "Haugrådet: Forfall meldes til Gro Steinset" in text
    assert "Tjernutvalget: Forfall meldes til Ola Myr" in text


def test_whom_to_tell_of_ones_absence_is_told_of_the_council_asked_about(assistant: Assistant) -> None:
    text = assistant.ask("Hvem melder jeg forfall til i Haugrådet?").text
    assert "Gro Steinset" in text and "Ola Myr" not in text


def test_who_leads_a_group_is_told_by_the_council_that_has_it(assistant: Assistant) -> None:
    assert "Per Skog" in assistant.ask("Hvem leder steingruppa?").text
