"""What agendas say under headings of their own, and cases spoken of in other words than theirs: an invented council without
hours, and one whose programme stands in cards.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

HEADED = (
    slide("Moloutvalget", "Onsdag 7. mai 2031 kl. 10.00–13.00", "Naustsalen, Oppdiktvåg"),
    slide(
        "Sakene i dag",
        table(
            ("Saksnr.", "Sak", "Tilråding frå", "Endeleg avgjerd", "Sakshandsamar", "Tidsbruk"),
            ("31/31", "Ny bølgjebrytar ved innseglinga", "Hamnesjefen", "Hamnestyret", "Siv Tangen", "40 min"),
            ("32/31", "Leige av naust for småbåtlaget", "Eigedomssjefen", "Moloutvalget", "Ola Berget", "15 min"),
            ("33/31", "Straum til kaikanten", "Hamnesjefen", "Hamnestyret", "Siv Tangen", "25 min"),
        ),
    ),
    slide("Sak 31/31 Ny bølgjebrytar ved innseglinga", "Ordførar for saka: Tor Vågen"),
    slide("Tre vegar vidare", "• Steinen kjem frå bruddet i Fjellvik", "• Skjelra ved moloen må vernast"),
    slide("Sak 32/31 Leige av naust for småbåtlaget", "Ordførar for saka: Eli Strand"),
    slide("Framlegg til vedtak", "Moloutvalget leiger ut nausta for 4000 kroner året."),
    slide("Sak 33/31 Straum til kaikanten", "Ordførar for saka: Tor Vågen"),
)
CARDS = (
    slide("Råd for fyr i skjærgården", "Rådsmøte torsdag 8. mai 2031 kl. 09.00–12.00", "Lyktesalen, Oppdiktholmen"),
    slide(
        "Dagens program",
        "09.00",
        "1. Innkalling og referat (11/31)",
        "Tora Lykt",
        "09.10",
        "2. Lampeglass: tilskudd til fyrvoktere (12/31) – vedtak",
        "Jens Skjær",
        "10.00",
        "Pause",
        "10.15",
        "3. Tåkevarsling på mobil (13/31) – orientering",
        "Mona Vind",
        "11.30",
        "4. Nye stillinger i losvesenet (14/31) – drøfting og vedtak",
        "Jens Skjær",
        "12.00",
        "Slutt",
    ),
    slide("Sak 12/31 Lampeglass: tilskudd til fyrvoktere", "• Glassene slites av saltet"),
    slide("Sak 13/31 Tåkevarsling på mobil", "• Varselet kommer på en app"),
)


def council(folder: Path, embedder: CouncilEmbedding, *slides, name: str) -> Assistant:
    archive = Archive.open(folder / "arkiv", embedder)
    archive.put(*written(folder / "ingest", *slides, name=name))
    return Assistant(archive)


@pytest.fixture(scope="module")
def headed(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    return council(tmp_path_factory.mktemp("molo"), built_in_embedder, *HEADED, name="moloutvalget.pdf")


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    return council(tmp_path_factory.mktemp("fyr"), built_in_embedder, *CARDS, name="fyrraadet.pdf")


def told(assistant: Assistant, question: str) -> tuple[str, set[int]]:
    answer = assistant.ask(question)
    assert not answer.abstained, answer.text
    return answer.text, {citation.slide for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "said", "slide_number"),
    [
        ("Kven har tilrådinga i sak 32/31?", "Eigedomssjefen", 2),
        ("Hvem står bak tilrådingen om bølgebryteren?", "Hamnesjefen", 2),
        ("Straumen på kaikanten, hvem avgjør den til slutt?", "Hamnestyret", 2),
        ("Hvem har jobbet med saken om naustene?", "Ola Berget", 2),
        ("Kven er ordførar for saka om naust?", "Eli Strand", 5),
        ("Kor lang tid er sett av til straumen?", "25 minutter", 2),
        ("Hvilken sak er det satt av mest tid til?", "Sak 31/31 har 40 minutter", 2),
        ("Hvor lang tid tar alle sakene til sammen?", "80 minutter", 2),
        ("How many items are on the agenda?", "3 saker", 2),
        ("Hva er klokka når møtet starter, når begynner vi?", "10.00", 1),
    ],
)
def test_what_an_agenda_says_under_its_own_headings_is_told(
    headed, question: str, said: str, slide_number: int
) -> None:
    text, slides = told(headed, question)
    assert said in text
    assert slides == {slide_number}


def test_the_cases_are_told_of_which_an_agenda_says_something(headed) -> None:
    text, _ = told(headed, "Hvilke saker har tilråding fra hamnesjefen?")
    assert "31/31" in text
    assert "33/31" in text
    assert "32/31" not in text


def test_whose_a_proposal_is_does_not_answer_what_it_says(headed) -> None:
    text, slides = told(headed, "Kva er framlegget i sak 32/31?")
    assert "4000 kroner" in text
    assert slides == {6}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Når kommer vi til tåkevarselet?", "10:15"),
        ("Hvem innleder om lampeglassene?", "Jens Skjær"),
        ("Er 13/31 noe vi skal bestemme noe i eller bare høre på?", "orientering"),
        ("Skal vi vedta noe i saken om tåkevarsling, eller bare høre på?", "orientering"),
        ("Hva er siste sak på lista?", "14/31"),
        ("Når er møtet slutt, jeg må rekke en båt?", "12"),
        ("Jeg kan bare være med etter ti. Hvilke saker tas da?", "13/31"),
        ("Er det noen sak der vi bare skal høre på og ikke vedta noe?", "13/31"),
        ("Hvem har ansvaret for saken om losvesenet, og når starter den?", "11:30"),
    ],
)
def test_a_programme_in_cards_is_an_agenda_and_its_cases_are_found_by_other_words(
    cards, question: str, said: str
) -> None:
    text, slides = told(cards, question)
    assert said in text
    assert slides <= {1, 2}


@pytest.mark.parametrize("question", ["Hvem innleder om kaffemaskinen?", "Når kommer vi til budsjettet for 2040?"])
def test_a_subject_of_no_case_is_none_of_the_agenda(cards, question: str) -> None:
    assert cards.ask(question).abstained
