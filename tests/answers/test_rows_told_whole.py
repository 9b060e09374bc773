"""A row is told whole where it is not certain which of its columns is asked for: a wrong value is worse than a longer answer."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("drager")
    made, path = written(
        folder,
        slide("Dragerådet", "Møte torsdag 4. mars 2032 kl. 09.00–14.00", "Vindsalen, Oppdikthaugen"),
        slide(
            "Dagsorden",
            table(
                ("Tid", "Sak", "Tittel", "Type", "Ansvarlig"),
                ("09.00–10.00", "4/32", "Tilskudd til drager", "Orientering", "Tuva Svev"),
                ("10.00–11.00", "5/32", "Beredskap i uvær", "Drøfting", "Odd Lufting"),
            ),
        ),
        slide("Sak 4/32 Tilskudd til drager", "• Drøfting"),
        slide(
            "Dragetilskuddet i fjor, etter bygd",
            table(
                ("Bygd", "Søknader", "Innvilget", "Utbetalt (tusen kroner)"),
                ("Nordbygda", "40", "11", "310"),
                ("Sørbygda", "25", "20", "515"),
                ("Fjellgrenda", "12", "9", "95"),
            ),
        ),
        slide("Sak 5/32 Beredskap i uvær", "• Drøfting"),
        slide(
            "Hvem gjør hva når det blåser",
            table(
                ("Rolle", "Hvem", "Stedfortreder"),
                ("Vindvakt", "Siv Gass", "Nils Hempe"),
                ("Snorvakt", "Odd Lufting", "Tuva Svev"),
            ),
        ),
        slide(
            "Sammenligning av avgiftene på drager",
            table(
                ("", "Avgift A", "Avgift B", "Avgift C"),
                ("Særregel for små lag", "Ingen avgift", "Fritak under 25 drager", "Minstepris kr 18 000"),
                ("Innkreving", "Hvert år", "Hvert kvartal", "Hver måned"),
            ),
        ),
    )
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(made, path)
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange i Nordbygda fikk ja på søknaden sin?", ("Søknader: 40", "Innvilget: 11")),
        ("Hvor mange av søknadene fra Sørbygda ble godtatt?", ("Søknader: 25", "Innvilget: 20")),
        (
            "Hvem er det som tar over for Siv Gass som vindvakt om hun er bortreist?",
            ("Hvem: Siv Gass", "Stedfortreder: Nils Hempe"),
        ),
    ],
)
def test_a_row_is_told_whole_where_a_word_of_the_question_names_no_column(assistant, question, said) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert all(each in answer.text for each in said)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hvor mange søknader kom fra Nordbygda?", "40", "11"),
        ("Hvor mye ble utbetalt i Fjellgrenda?", "95", "12"),
    ],
)
def test_one_cell_is_told_where_every_word_is_accounted_for(assistant, question, said, unsaid) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert unsaid not in answer.text


def test_a_row_one_of_whose_cells_denies_is_told_whole(assistant: Assistant) -> None:
    answer = assistant.ask("Hva er særregelen for små lag i de tre avgiftene?")
    for cell in ("Ingen avgift", "Fritak under 25 drager", "Minstepris kr 18 000"):
        assert cell in answer.text
    assert not answer.rejected
