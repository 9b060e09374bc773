"""Who comes for whom, who misses a part of the meeting and who is on a screen, asked of a deck that announces it."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant

DECK = (
    slide("Møte i Trollhagerådet 12. mars 2031", "Grotta på Tåkeheim, rom Steinsalen"),
    slide(
        "Saksliste",
        table(
            ("Kl.", "Sak", "Tittel", "Innleder"),
            ("09.00–09.30", "1/31", "Godkjenning av innkalling", "Grim Steinset"),
            ("09.45–11.30", "2/31", "Bruer i dalene", "Ylva Bergtatt"),
            ("12.00–13.00", "3/31", "Gull og kroner til huldrene", "Nils Nøkk"),
        ),
    ),
    slide(
        "Medlemmer i Trollhagerådet",
        table(
            ("Navn", "Stilling", "Organisasjon", "Rolle"),
            ("Grim Steinset", "Fjellvokter", "Trollforbundet", "Leder"),
            ("Ylva Bergtatt", "Brusjef", "Jutullaget", "Medlem"),
            ("Nils Nøkk", "Tjernmester", "Huldreverket", "Medlem"),
            ("Jon Jutul", "Steinhogger", "Fjellaget", "Medlem"),
            ("Siv Sagn", "Forteller", "Sagalaget", "Medlem"),
            ("Per Eventyr", "Skogvokter", "Skogvesenet", "Medlem"),
        ),
    ),
    slide(
        "Forfall, vara og observatører i dag",
        table(
            ("Navn", "Rolle", "Merknad"),
            ("Ylva Bergtatt", "Medlem", "Forfall – vara Tora Fabelvik møter"),
            ("Nils Nøkk", "Medlem", "Deltar digitalt"),
            ("Jon Jutul", "Medlem", "Går kl. 13.30"),
            ("Siv Sagn", "Medlem", "Inhabil i sak 3/31. Vara i saken: Odd Huldermo"),
            ("Nora Grøn", "Observatør", "Ekspedisjonssjef, Trolldepartementet"),
            ("Ida Elv", "Sekretariatsleder", "Sekretariatet"),
            ("Pål Stein", "Rådgiver", "Sekretariatet – referent"),
        ),
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("arkiv"), StemEmbedding())


@pytest.mark.parametrize(
    "question",
    [
        "Hvem møter for Ylva Bergtatt i dag?",
        "Hvem stiller i stedet for Ylva Bergtatt?",
        "Hvem stiller i stedet for Bergtatt?",
        "Hvem er vara for Ylva Bergtatt i dag?",
        "Kven kjem i staden for Ylva Bergtatt?",
        "Hvem kommer i stedet for brusjefen?",
        "Hvem stiller for Jutullaget i stedet for Bergtatt?",
        "Hvem tar plassen til Ylva Bergtatt?",
        "Hvem stiller i stedet for Jutullagets brusjef?",
        "Hvem erstatter Bergtatt?",
    ],
)
def test_who_comes_for_somebody_is_told_by_the_slide_that_announces_it(assistant: Assistant, question: str) -> None:
    answer = last(assistant, question)
    assert "Tora Fabelvik" in answer.text
    assert {c.slide for s in answer.sentences for c in s.citations} == {4}


@pytest.mark.parametrize(
    "question",
    [
        "Hvem stiller i stedet for Per Eventyr?",
        "Hvem møter for Per Eventyr i dag?",
        "Kven kjem i staden for Per Eventyr?",
        "Hvem stiller i stedet for Skogvesenets skogvokter?",
        "Hvem er vara for Per Eventyr?",
        "Hvem erstatter Per Eventyr?",
        "Hvem stiller i stedet for Nils Nøkk?",
    ],
)
def test_nobody_is_told_to_come_for_themselves(assistant: Assistant, question: str) -> None:
    assert last(assistant, question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvem er med på skjerm i dag?", "Nils Nøkk: Deltar digitalt."),
        ("Hvem deltar digitalt?", "Nils Nøkk: Deltar digitalt."),
        ("Kven er med digitalt i dag?", "Nils Nøkk: Deltar digitalt."),
        ("Når går Jon Jutul?", "Jon Jutul: Går kl. 13.30."),
        ("Når må Jutul gå?", "Jon Jutul: Går kl. 13.30."),
        ("Hvem går før møtet er slutt?", "Jon Jutul: Går kl. 13.30."),
        ("Hvem er Nora Grøn?", "Ekspedisjonssjef, Trolldepartementet"),
        ("Hvem må gå tidlig?", "Jon Jutul: Går kl. 13.30."),
        ("Hvem skriver referat?", "Pål Stein"),
        ("Kven i sekretariatet skriv referat?", "Pål Stein"),
        ("Hvem er inhabil i sak 3/31?", "Siv Sagn: Inhabil i sak 3/31."),
        ("Hvem har meldt forfall?", "Forfall i Trollhagerådet 12. mars 2031: Ylva Bergtatt."),
        ("Hvem kan ikke komme i dag?", "Forfall i Trollhagerådet 12. mars 2031: Ylva Bergtatt."),
    ],
)
def test_how_somebody_takes_part_is_told_by_the_remark(assistant: Assistant, question: str, told: str) -> None:
    answer = last(assistant, question)
    assert told in answer.text
    assert {c.slide for s in answer.sentences for c in s.citations} == {4}


def test_who_is_away_is_told_with_who_comes_where_both_are_asked(assistant: Assistant) -> None:
    told = last(assistant, "Hvem har meldt forfall, og hvem møter i stedet?").text
    assert "Forfall i Trollhagerådet 12. mars 2031: Ylva Bergtatt." in told
    assert "Tora Fabelvik møter for Ylva Bergtatt." in told


@pytest.mark.parametrize(
    "question",
    [
        "Hvem er vara for Siv Sagn i sak 3/31?",
        "Hvem er inhabil, og hvem tar plassen da?",
        "Kven er ugild, og kven møter i staden?",
        "Hvem møter for Siv Sagn i sak 3/31?",
    ],
)
def test_who_leaves_for_a_case_is_told_with_who_takes_the_seat(assistant: Assistant, question: str) -> None:
    answer = last(assistant, question)
    assert "Odd Huldermo møter for Siv Sagn" in answer.text
    assert "Tora" not in answer.text


@pytest.mark.parametrize(
    "question",
    ["Og hvem tar plassen hennes da?", "Hvem møter for henne?", "Kven møter då?", "Hvem stiller i stedet?"],
)
def test_whom_the_turn_before_told_to_be_disqualified_is_meant(assistant: Assistant, question: str) -> None:
    told = last(assistant, "Hvem er inhabil i sak 3/31?", question).text
    assert "Odd Huldermo møter for Siv Sagn" in told


def test_the_line_of_the_one_who_is_named_tells_that_nobody_comes(tmp_path_factory: pytest.TempPathFactory) -> None:
    lines = (
        "• Grim Steinset – fjelltur ut april. Vara: Odd Huldermo",
        "• Per Eventyr – møter fra kl. 11.20. Ingen vara innkalt",
    )
    assistant = assistant_over((*DECK[:3], slide("Forfall", *lines)), tmp_path_factory.mktemp("arkiv"), StemEmbedding())
    told = last(assistant, "Hvem møter for Per Eventyr?").text
    assert "Ingen vara innkalt" in told
    assert "Steinset" not in told
    assert "Per Eventyr: møter fra kl. 11.20." in last(assistant, "Når kommer Per Eventyr?").text
    assert "Per Eventyr: møter fra kl. 11.20." in last(assistant, "Kjem nokon for seint?").text
