"""Who cannot come and who comes for them, what remarks beside lists tell, and columns of one year; an invented council."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant

DECK = (
    slide("Møte i Trollhagerådet 12. mars 2031", "Grotta på Tåkeheim, rom Steinsalen"),
    slide(
        "Rådets medlemmer",
        "• Grim Steinset, Trollforbundet (leder)",
        "• Ylva Bergtatt, Jutullaget",
        "• Nils Nøkk, Tjernvokterne",
        "Rådet har 3 medlemmer med stemmerett og er vedtaksført når minst to medlemmer er til stede.",
    ),
    slide(
        "Varamedlemmer",
        "• Tora Fabelvik (vara for Steinset)",
        "• Odd Huldermo (vara for Bergtatt)",
        "• Siv Sagn (vara for Nøkk)",
        "• Per Eventyr (2. vara for Nøkk)",
    ),
    slide(
        "Meldte forfall",
        table(
            ("Fraværende", "Organisasjon", "Årsak", "Møter i stedet"),
            ("Nils Nøkk", "Tjernvokterne", "Flom", "Per Eventyr"),
            ("Ylva Bergtatt", "Jutullaget", "Syk", "Odd Huldermo"),
        ),
    ),
    slide(
        "Sekretariatet",
        table(
            ("Sekretariat", "Rolle"),
            *((f"{n} Hage", "Trollvakt") for n in ("Ivar", "Jon")),
            ("Ida Elv", "Rådgiver, fører protokollen"),
        ),
    ),
    slide(
        "Bruer i dalene",
        table(
            ("Dal", "2030 Bruer", "2030 Andel (%)", "2031 Bruer", "2031 Andel (%)"),
            ("Tåkedalen", "12", "40,0", "15", "50,0"),
            ("Huldredalen", "18", "60,0", "15", "50,0"),
        ),
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("arkiv"), StemEmbedding())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hvem kommer i stedet for Nils Nøkk denne gangen?", "Per Eventyr møter for Nils Nøkk."),
        ("Hvem er reserve for Grim Steinset?", "Tora Fabelvik (vara for Steinset)."),
        (
            "Hvem fra Jutullaget kan ikke komme?",
            "Forfall i Trollhagerådet 12. mars 2031: Ylva Bergtatt (Jutullaget, Syk).",
        ),
        ("Hvem har Jutullaget i rådet?", "Ylva Bergtatt: Jutullaget."),
        ("Hvem skriver møtereferatet?", "Ida Elv: Rådgiver, fører protokollen."),
        (
            "Hvor mange av oss må møte for at rådet kan fatte vedtak?",
            "Rådet har 3 medlemmer med stemmerett og er vedtaksført når minst to medlemmer er til stede.",
        ),
        (
            "Hvor mange av oss kan stemme?",
            "Rådet har 3 medlemmer med stemmerett og er vedtaksført når minst to medlemmer er til stede.",
        ),
    ],
)
def test_lists_and_remarks_tell_who_comes_for_whom_and_who_may_decide(
    assistant: Assistant, question: str, answer: str
) -> None:
    assert last(assistant, question).text == answer


def test_who_will_be_away_is_told_as_what_is_to_come(assistant: Assistant) -> None:
    told = last(assistant, "Hvem er med nå som Nils Nøkk har forfall?").text
    assert "Nils Nøkk har meldt forfall (Flom)" in told
    assert "Per Eventyr møter for Nils Nøkk" in told


def test_that_some_cannot_come_does_not_tell_who_met(assistant: Assistant) -> None:
    assert "Til stede" not in last(assistant, "Hvem var til stede på møtet?").text


def test_a_unit_in_the_name_of_a_years_column_is_of_that_column_alone(assistant: Assistant) -> None:
    told = last(assistant, "Hvor mange bruer hadde Tåkedalen i 2031?").text
    assert "15" in told
    assert "15 %" not in told


@pytest.mark.parametrize(
    "question",
    [
        "Hvem stiller hvis noen av de faste ikke kan?",
        "Hvem møter hvis en av medlemmene er syk?",
        "Kven steppar inn om nokon er sjuk?",
        "Who steps in if a member cannot come?",
    ],
)
def test_when_whoever_it_may_be_cannot_all_stand_ins_are_told(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert [name for name in ("Fabelvik", "Huldermo", "Sagn", "Eventyr") if name not in text] == []


COLUMN = (
    slide("Møte i Trollhagerådet 12. mars 2031"),
    slide(
        "Rådets medlemmer",
        table(
            ("Navn", "Stilling", "Organisasjon", "Vara"),
            ("Ylva Bergtatt", "Brusjef", "Jutullaget", "Odd Huldermo"),
            ("Grim Steinset", "Fjellvokter", "Trollforbundet", "Tora Fabelvik"),
        ),
    ),
)


@pytest.mark.parametrize("self_said", ["Hvilken jobb har hun selv?", "Kva stilling har ho sjølv?"])
def test_who_a_stand_in_comes_for_is_meant_by_the_one_asked_about_herself(self_said: str, tmp_path: Path) -> None:
    asked = assistant_over(COLUMN, tmp_path, StemEmbedding())
    assert "Brusjef" in last(asked, "Hvem er vara for Ylva Bergtatt?", self_said).text
