"""Who took the minutes, where a sentence of the minutes tells it and no label."""

from __future__ import annotations

import pytest
from tests.deck_builder import page, slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

MINUTES = page(
    "# Protokoll frå møte i Trollutvalet 5. mars 2031",
    "Til stades var Kari Berg (leiar), Ola Dal og Liv Vik. Forfall hadde Siv Sagn. For Sagn møtte Else Ur.",
    "Frå administrasjonen møtte trollsjef Per Fabel og rådgjevar Tor Lien, som førte protokollen.",
    "# Sak 3/31 Bruer",
    "Samrøystes vedtak:",
    "Utvalet byggjer ei bru.",
)


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder = tmp_path_factory.mktemp("trolls")
    archive = Archive.open(folder / "archive", built_in_embedder)
    archive.put(*written(folder / "ingest", MINUTES, name="protokoll.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvem førte protokollen?", "Tor Lien"),
        ("Kven skreiv referatet?", "Tor Lien"),
        ("Hvem møtte for Siv Sagn?", "Else Ur"),
    ],
)
def test_what_sentences_of_minutes_tell_of_people_is_told(minutes: Assistant, question: str, name: str) -> None:
    answer = minutes.ask(question)
    assert not answer.abstained
    assert name in answer.text


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder = tmp_path_factory.mktemp("towers")
    archive = Archive.open(folder / "archive", built_in_embedder)
    slides = (
        slide("Møte i Tårnrådet 12. mars 2031"),
        slide(
            "Dagsorden",
            table(
                ("Sak", "Tittel", "Legger frem"),
                ("4/31", "Referat fra 11. juni og oppfølging", "Odd Huldermo"),
                ("5/31", "Nye klokker", "Tora Fabelvik"),
            ),
        ),
        slide(
            "Rådets medlemmer",
            "• Tora Fabelvik, klokker",
            "• Odd Huldermo, foretakstillitsvalgt, sykepleierne",
            "• Grim Steinset, foretakstillitsvalgt, legene",
            "Sekretariat: Siv Sagn, porteføljeleder, og Nora Grøn, rådgiver (referent).",
        ),
        slide("Sak 4/31 Referat fra 11. juni", "• Referatet ble sendt på høring 18. juni. Én merknad er innarbeidet."),
        slide("Sak 5/31 Nye klokker", "• Personvernombudet, Ylva Bergtatt, har vurdert klokkene."),
    )
    archive.put(*written(folder / "ingest", *slides, name="deck.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    "question", ["Hvem skriver referat?", "Who is taking the minutes?", "Hvem skal føre referatet?"]
)
def test_who_takes_the_minutes_is_told_though_minutes_are_an_item_of_the_agenda(deck: Assistant, question: str) -> None:
    assert deck.ask(question).text == "Nora Grøn: rådgiver (referent)."


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Kven er personvernombod?", "Ylva Bergtatt"),
        ("Kven er tillitsvald for sjukepleiarane?", "Odd Huldermo"),
        ("Kven er tillitsvald for legane?", "Grim Steinset"),
    ],
)
def test_a_title_asked_in_nynorsk_is_known_in_bokmål(deck: Assistant, question: str, name: str) -> None:
    answer = deck.ask(question)
    assert not answer.abstained
    assert name in answer.text
