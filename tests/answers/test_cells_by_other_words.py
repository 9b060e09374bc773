"""Cells of tables and charts asked for by letter, place, time, most or least and other words for their measures; and what a
table that comes near does not tell.
"""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("celler")
    made, path = written(
        folder,
        slide("Snøballrådet", "Møte torsdag 4. mars 2032 kl. 09.00–14.00", "Issalen, Oppdikthaugen"),
        slide(
            "Dagsorden",
            table(
                ("Tid", "Sak", "Tittel", "Type", "Ansvarlig"),
                ("09.00–10.00", "4/32", "Kurs i snøballkasting", "Orientering", "Tuva Kramsnø"),
                ("10.00–11.00", "5/32", "Slede mellom Fonnøya og Skavlen", "Drøfting", "Odd Slaps"),
                ("11.00–12.00", "6/32", "Vokterne ved skavlene", "Orientering", "Siv Hålke"),
            ),
        ),
        slide("Sak 4/32 Kurs i snøballkasting", "• Kastekurset varer i to år.", "• Prøven holdes i kulda."),
        slide(
            "Deltakere i kurset",
            table(
                ("Bygd", "Grupper", "Startet", "Bestått", "Avbrutt"),
                ("Nordbygda", "2", "48", "21", "14"),
                ("Sørbygda", "3", "51", "36", "9"),
                ("Fjellgrenda", "1", "17", "12", "2"),
                ("Sum", "6", "116", "69", "25"),
            ),
        ),
        slide(
            "Snøballer kastet per kvartal",
            table(("Kvartal", "Snøballer"), ("3. kv. 2031", "310"), ("4. kv. 2031", "455"), ("1. kv. 2032", "620")),
        ),
        slide("Sak 5/32 Slede mellom Fonnøya og Skavlen", "• Drøfting"),
        slide(
            "Tre sledepakker",
            table(
                ("Pakke", "Område", "Sleder", "Krav til trekkdyr"),
                ("A", "Bykjernen på Fonnøya", "14", "Hund"),
                ("B", "Grendene", "11", "Reinsdyr eller hund"),
                ("C", "Skavlruta", "9", "Ingen krav"),
            ),
        ),
        slide("Sak 6/32 Vokterne ved skavlene", "• Vokterne går vakt hver natt."),
        slide(
            "Skavler som voktes",
            table(
                ("Skavl", "Høyde (m)", "Skred siste ti år", "Kostnad (mill. kr)", "Farge"),
                ("Kvitskavlen", "40", "12", "3,4", "Rød"),
                ("Blåskavlen", "25", "7", "1,9", "Gul"),
                ("Gråskavlen", "31", "3", "2,2", "Grønn"),
            ),
        ),
        slide(
            "Dager med måling i 2031, etter måned",
            table(("Måned", "Målinger"), ("Januar", "12"), ("Februar", "17"), ("Mars", "9")),
        ),
    )
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(made, path)
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hvor mange i Sørbygda har fullført kurset så langt?", "36", "51"),
        ("Kor mange byrja på kurset i Fjellgrenda?", "17", "12"),
        ("How many dropped out of the course in Nordbygda?", "14", "48"),
        ("Hvilken bygd har størst frafall i kurset, og hvor mange er det?", "Nordbygda", "Sørbygda"),
        ("Kva bygd hadde færrast som fullførte kurset?", "Fjellgrenda", "Nordbygda"),
        ("Hva slags trekkdyr må til i pakke B?", "Reinsdyr", "Ingen krav"),
        ("Hvor mange sleder er det i pakke A?", "14", "11"),
        ("Hvor mange snøballer ble kastet i fjerde kvartal 2031?", "455", "310"),
        ("Kor mange snøballar vart kasta i 1. kvartal 2032?", "620", "455"),
        ("Hva er prislappen på å vokte Blåskavlen?", "1,9", "25"),
        ("Hvor mange ras har gått ved Kvitskavlen?", "12", "40"),
        ("Hvilken farge har Gråskavlen?", "Grønn", "Rød"),
        ("Hvor mange målinger var det i februar 2031?", "17", "12"),
    ],
)
def test_a_cell_is_told_by_letter_place_time_and_other_words_for_its_measure(assistant, question, said, unsaid) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained
    assert said in answer.text
    assert unsaid not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange snøballer ble kastet i 2. kvartal 2031?",
        "Hvor mange målinger var det i april 2031?",
        "Hvor mange reinsdyr døde i Nordbygda?",
        "Hvor mange turister ble tatt av skred ved Kvitskavlen?",
        "Kor mange skred gjekk det ved Gråskavlen i 2029?",
        "Hvor mye is var det på Blåskavlen i 2031?",
        "Hvor bred er Kvitskavlen?",
    ],
)
def test_what_a_table_neither_counts_nor_has_a_time_for_is_not_answered_by_its_cells(assistant, question) -> None:
    answer = assistant.ask(question)
    assert answer.abstained or not any(character.isdigit() for character in answer.text)


@pytest.mark.parametrize(
    ("question", "named"),
    [("Hvilken skavl er dyrest å vokte?", {"Kvitskavlen"}), ("Hvilken skavl har gult lys?", {"Blåskavlen"})],
)
def test_the_dearest_row_is_that_of_the_most_money_and_a_row_is_found_by_its_colour(assistant, question, named) -> None:
    answer = assistant.ask(question)
    assert {name for name in ("Kvitskavlen", "Blåskavlen", "Gråskavlen") if name in answer.text} == named
