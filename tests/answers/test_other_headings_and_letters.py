"""An invented utval whose agenda and list have other headings than most: times under "Klokka", dashes, parties by letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

DECK = (
    slide("Møte i Fjellutvalet", "Onsdag 3. september 2031", "Snøhytta, Oppdiktås"),
    slide(
        "Sakliste",
        table(
            ("Legg fram", "Tittel på saka", "Slag", "Klokka", "Saksnummer"),
            ("Åsa Tinden", "Referat frå møtet i juni", "Godkjenning", "09.45", "31/31"),
            ("Ola Varde", "Merking av stiar", "Vedtak", "10.30", "32/31"),
            ("–", "Lunsj", "Pause", "11.15", "–"),
            ("Ola Varde", "Snøskred i Vestdalen", "Vedtak", "12.00", "33/31"),
            ("–", "Kaffi", "Pause", "13.00", "–"),
            ("Kari Brattli", "Hytter på fjellet", "Orientering", "13.15", "34/31"),
        ),
    ),
    slide(
        "Kven sit i utvalet",
        table(
            ("Kommune", "Parti", "Namn", "Verv"),
            ("Vestdal", "Sp", "Gunn Maurstad", "Leiar"),
            ("Austdal", "Ap", "Terje Lind", "Nestleiar"),
            ("Vestdal", "FrP", "Carl Brustad", "Medlem"),
            ("Norddal", "Sp", "Odd Skreid", "Medlem"),
        ),
    ),
    slide("Sak 31/31: Referat frå møtet i juni"),
    slide("Forslag til vedtak", "Fjellutvalet godkjenner referatet frå møtet i juni."),
    slide("Sak 32/31: Merking av stiar", "• Stiane skal merkast med varder"),
    slide("Sak 33/31: Snøskred i Vestdalen", "• Skreda går om våren"),
    slide("Sak 34/31: Hytter på fjellet", "• Det er 40 hytter på fjellet"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("fjell")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *DECK, name="fjellutvalet.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Når begynner saken om merking av stier?", "10:30"),
        ("Kva tid er det lunsj?", "11:15"),
        ("Hva kommer rett etter kaffipausen?", "34/31"),
        ("Kven er nestleiar i utvalet?", "Terje Lind"),
        ("Hvem er nestleder i utvalget?", "Terje Lind"),
        ("Hvem sitter i utvalget for Arbeiderpartiet?", "Terje Lind"),
    ],
)
def test_what_stands_under_other_headings_and_letters_is_told(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert not answer.abstained, answer.text
    assert said in answer.text


def test_everybody_of_a_party_is_told_by_its_letters(assistant: Assistant) -> None:
    text = assistant.ask("Hvem representerer Senterpartiet i utvalget?").text
    assert "Gunn Maurstad" in text
    assert "Odd Skreid" in text
    assert "Carl Brustad" not in text


def test_a_dash_presents_nothing(assistant: Assistant) -> None:
    text = assistant.ask("Vis hele saklisten").text
    assert "34/31" in text
    assert "–," not in text
    assert "frem av –" not in text


@pytest.mark.parametrize(
    "question",
    ["Ble referatet fra juni godkjent?", "Vart referatet frå junimøtet godkjent?", "Er referatet fra juni godkjent?"],
)
def test_what_is_on_the_agenda_for_approval_is_not_told_as_approved(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.text.startswith("Ja")
    assert answer.abstained or "forslag" in answer.text.lower()
