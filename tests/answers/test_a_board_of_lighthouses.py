"""What members of an invented board of lighthouses ask of a deck with remarks beside names, a plan of meetings and lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

SLIDES = (
    slide("Fyrstyret – styret for kommunale fyr", "Møte nr. 3/2031", "Torsdag 12. juni 2031 kl. 10.00–14.00", "Fyrbua"),
    slide(
        "Saksliste",
        table(
            ("Tid", "Sak", "Tema", "Type", "Innleder"),
            ("10.00–10.10", "21/31", "Godkjenning av innkalling", "Godkjenning", "Styreleder Tora Fabelvik"),
            ("10.10–10.40", "22/31", "Lykter og linser: tildeling for 2032", "Beslutning", "Rådgiver Siv Sagn"),
            ("10.40–11.10", "23/31", "Vaktordning på fyrene", "Drøfting", "Fyrmester Grim Steinset"),
            ("11.10–11.50", "", "Lunsj i naustet", "", ""),
            ("11.50–12.10", "24/31", "Risiko ved fyrene", "Drøfting", "Fyrmester Grim Steinset"),
            ("12.10–12.20", "25/31", "Møteplan for 2032", "Godkjenning", "Siv Sagn"),
        ),
    ),
    slide(
        "Medlemmer i styret",
        table(
            ("Navn", "Tittel", "Virksomhet", "Merknad"),
            ("Tora Fabelvik", "Kommunedirektør", "Tåkeheim kommune", "Styreleder"),
            ("Odd Huldermo", "Kommunalsjef", "Skodde kommune", "Nestleder, vertskap"),
            ("Ylva Bergtatt", "IKT-sjef", "Bølgevik kommune", None),
            ("Per Eventyr", "Økonomisjef", "Måkeby kommune", "Nytt medlem fra 1. mai"),
            ("Grim Steinset", "Fyrmester", "Jutullaget", "Innleder i sak 23/31"),
        ),
    ),
    slide(
        "Observatører og sekretariat",
        "Observatører (talerett, ikke stemmerett)",
        table(
            ("Navn", "Tittel", "Virksomhet"),
            ("Nils Nøkk", "Seniorrådgiver", "Tjernvokterne"),
            ("Runa Ravn", "Leder", "Brukerrådet for fyr"),
        ),
        "Sekretariatet",
        table(
            ("Navn", "Rolle", "Ansvar", "Telefon"),
            ("Siv Sagn", "Fyrrådgiver", "Lykter og linser", "900 00 201"),
            ("Bo Brenning", "Økonomirådgiver", "Budsjett", "900 00 202"),
        ),
    ),
)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("fyr")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="fyrstyret.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem er nestleder?", "Odd Huldermo"),
        ("Kven er nestleiar i styret?", "Odd Huldermo"),
        ("Hvem leder styret?", "Tora Fabelvik"),
        ("Hvilken kommune kommer styrelederen fra?", "Tåkeheim"),
    ],
)
def test_a_role_in_a_column_of_remarks_is_a_role(board: Assistant, question: str, said: str) -> None:
    answer = board.ask(question)
    assert said in answer.text and "Bergtatt" not in answer.text, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvem er ny i styret?",
        "Hvilken kommune kommer det nye styremedlemmet fra?",
        "Kva kommune kjem den ferske medlemen frå?",
        "Which municipality is the new member from?",
    ],
)
def test_who_is_new_is_told_by_a_remark_beside_the_name(board: Assistant, question: str) -> None:
    answer = board.ask(question)
    assert "Per Eventyr" in answer.text and "Måkeby" in answer.text, answer.text
    assert "Huldermo" not in answer.text


@pytest.mark.parametrize(
    "question", ["Får observatørene være med og stemme?", "Har observatørane røysterett?", "May the observers vote?"]
)
def test_a_heading_over_the_observers_tells_whether_they_may_vote(board: Assistant, question: str) -> None:
    assert "ikke stemmerett" in board.ask(question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvilket nummer ringer jeg til økonomirådgiveren?", "900 00 202"),
        ("Kva nummer ringjer eg til økonomirådgjevaren?", "900 00 202"),
        ("Hva er telefonnummeret til Siv Sagn?", "900 00 201"),
        ("What is Bo Brenning's phone number?", "900 00 202"),
    ],
)
def test_a_number_to_call_is_no_number_of_a_case(board: Assistant, question: str, said: str) -> None:
    assert said in board.ask(question).text


def test_a_telephone_that_the_list_does_not_have_is_not_told(board: Assistant) -> None:
    assert board.ask("Hvilket nummer ringer jeg til Tora Fabelvik?").abstained


def test_the_one_word_asked_of_who_has_a_role_is_the_organisation(board: Assistant) -> None:
    assert board.ask("Svar med ett ord: Hvilken kommune kommer styrelederen fra?").text.startswith("Tåkeheim")


def test_a_title_in_nynorsk_is_that_of_a_list_in_bokmål(board: Assistant) -> None:
    assert "Bo Brenning" in board.ask("Kven er økonomirådgjevar?").text
