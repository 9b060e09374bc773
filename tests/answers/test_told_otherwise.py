"""What two slides give differently is told with both: how a name is spelt, how many there are of something."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

pytestmark = pytest.mark.embedder

SLIDES = (
    slide("Møte i Skjærgårdsrådet 3. juni 2032"),
    slide(
        "Medlemmer i Skjærgårdsrådet",
        ("Hedda Fabelnes", "Rådgiver (leder)", "Holmen kommune"),
        ("Jonas Eventyrsen", "Fagsjef", "Skjærgårdsetaten"),
        ("Jonas Eventyrsand", "Sekretær", "Skjærgårdsetaten"),
    ),
    slide(
        "Dagsorden",
        table(
            ("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype"),
            ("1/32", "Merking av skjær", "Hedda Fabelnæs, Holmen kommune", "10:00", "Drøfting"),
            ("2/32", "Eventuelt", "Jonas Eventyrsen, Skjærgårdsetaten", "11:00", "Orientering"),
        ),
    ),
    slide("Sak 1/32 Merking av skjær", "• Drøfting"),
    slide("Søknader til skjærordningen 2032", "• Antall søknader: 12", "• Ramme: 3,5 mill kr"),
    slide("Skjærordningen – søknader", "• 14 søknader 2032", "• Merkene er grønne"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("skjaer")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES))
    return Assistant(archive)


@pytest.mark.parametrize("question", ["Hvem legger frem sak 1/32?", "Hvem leder Skjærgårdsrådet?"])
def test_a_person_whose_name_is_spelt_in_two_ways_is_named_in_both_each_with_its_slide(
    assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert "Hedda Fabelnes" in answer.text
    assert "Hedda Fabelnæs" in answer.text
    assert {citation.slide for citation in answer.citations} == {2, 3}


def test_how_a_name_is_written_is_told_with_every_spelling(assistant) -> None:
    answer = assistant.ask("Hvordan skrives navnet til Hedda Fabelnes?")
    assert "«Hedda Fabelnes»" in answer.text
    assert "«Hedda Fabelnæs»" in answer.text


def test_two_people_on_one_list_are_not_taken_for_one(assistant) -> None:
    assert "Eventyrsand" not in assistant.ask("Hvem legger frem sak 2/32?").text


def test_when_a_case_begins_says_nothing_of_names(assistant) -> None:
    assert "skriver navnet" not in assistant.ask("Når begynner sak 1/32?").text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange søknader kom til skjærordningen i 2032?",
        "Jeg finner to tall for antall søknader til skjærordningen i 2032, hvilke er det?",
        "Det står to ulike tall for hvor mange søknader som kom til skjærordningen i 2032. Hvilke?",
        "Eg ser to ulike tal for talet på søknader til skjærordninga i 2032. Kva er dei?",
        "I see two different figures for the number of søknader to skjærordningen in 2032, which are they?",
    ],
)
def test_a_count_of_which_there_are_two_is_told_with_both_however_it_is_asked(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "12" in answer.text
    assert "14" in answer.text
    assert {citation.slide for citation in answer.citations} == {5, 6}
