"""What minutes and a deck tell around a decision: who put what forward, how it differs from the proposal, who cannot come."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import pages, slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

DECK = (
    slide("Møte i Tåkerådet", "Torsdag 6. mai 2032, kl. 10.00–13.30", "Fyrhuset, Skumvik"),
    slide(
        "Saksliste",
        "Sak 4/32 Regnskap for tåkelurene (Torkil Clausdis, kl. 10.00–10.40)",
        "Sak 5/32 Plassering av ny lykt i sør (Ruth Schäfgrå, kl. 10.40–11.20)",
        "Sak 6/32 Nøkkeltall for hver lykt (drøfting) – Bente Stavnes, kl. 11.20–12.00",
    ),
    slide(
        "Rådets medlemmer",
        table(
            ("Navn", "Stilling", "Virksomhet"),
            ("Torkil Clausdis", "Etatssjef", "Skjæretaten"),
            ("Ruth Schäfgrå", "Rådgiver", "Skumvik kommune"),
            ("Bente Stavnes", "Losformann", "Losforeningen"),
        ),
        "• Bente Stavnes deltar digitalt fram til lunsj",
        "• Ruth Schäfgrå må gå kl. 13.00",
    ),
    slide(
        "Sak 4/32: Regnskap for tåkelurene",
        "• Habilitet: Bente Stavnes har meldt at Losforeningen er part i sak 5/32",
        "• Kobberet må pusses innen åtte år, anslått til 6,5 mill. kr",
        "Forslag til vedtak:",
        "1. Rådet tar regnskapet til etterretning.",
        "2. Underskuddet på 34 000 kr dekkes av tåkefondet.",
    ),
    slide("Sak 5/32: Plassering av ny lykt i sør", "Forslag til vedtak:", "1. Lykta settes på Skarvholmen."),
)
MINUTES = pages(
    """
    # Referat – Tåkerådet 6. mai 2032
    Torsdag 6. mai 2032, kl. 10.00–13.35, Fyrhuset, Skumvik
    # Til stede
    • Torkil Clausdis, Skjæretaten
    • Ruth Schäfgrå, Skumvik kommune
    # Forfall
    • Odd Disen, Båtfolket
    # Sak 4/32: Regnskap for tåkelurene
    Ruth Schäfgrå la frem et endringsforslag til punkt 2.
    Votering: Forslaget med Schäfgrås endringer ble vedtatt med 5 mot 1 stemme.
    Vedtak (endret i møtet):
    1. Rådet tar regnskapet til etterretning.
    2. Underskuddet på 34 000 kr dekkes ved å spare på pussemiddel.
    # Sak 5/32: Plassering av ny lykt i sør
    Torkil Clausdis foreslo å utsette saken fordi målingene ikke er ferdige.
    Votering: Utsettelsesforslaget ble vedtatt med 4 mot 2 stemmer.
    Saken ble utsatt til møtet i juni. Det ble ikke tatt stilling til Skarvholmen.
    # Eventuelt
    Neste møte holdes 9. juni 2032 i Skumvik. Møtet ble hevet kl. 13.35.
    """
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("taake")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    for name, slides in (("taake.pdf", DECK), ("taake-referat.docx", MINUTES)):
        archive.put(*written(folder / "ingest" / name, *slides, name=name))
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kven kom med endringsforslaget i sak 4/32?", "Ruth Schäfgrå la frem et endringsforslag til punkt 2."),
        ("Hvem stod bak utsettelsesforslaget?", "Torkil Clausdis foreslo å utsette saken"),
        ("Hvem har meldt fra om mulig inhabilitet?", "Bente Stavnes har meldt"),
        ("Hvem kan ikke komme i dag?", "Odd Disen"),
        ("Når skal vi være ferdige etter planen?", "10.00–13.30"),
        ("Når blir vi ferdige ifølge programmet?", "10.00–13.30"),
        ("Har vi fått ja til å sette lykta på Skarvholmen?", "utsatt til møtet i juni"),
        ("Når er neste møte?", "9. juni 2032"),
        ("Hvem er med oss bare på skjerm?", "Bente Stavnes deltar digitalt"),
        ("Who joins online?", "Bente Stavnes deltar digitalt"),
        ("Hva slags stilling har Bente Stavnes?", "Losformann"),
        ("Hvilken sak er lagt opp som ren diskusjon?", "Sak 6/32"),
        ("Hvem legger frem saken om den nye lykta?", "Ruth Schäfgrå"),
    ],
)
def test_what_minutes_and_decks_tell_around_a_decision(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text


def test_how_a_point_was_changed_is_told_by_that_point_of_both(assistant: Assistant) -> None:
    text = assistant.ask("Hva er forskjellen på forslaget og vedtaket om hvordan underskuddet skal dekkes?").text
    assert "dekkes ved å spare på pussemiddel" in text
    assert "Forslaget var: 2. Underskuddet på 34 000 kr dekkes av tåkefondet." in text
    assert "etterretning" not in text


def test_what_stands_clearly_beside_a_proposal_is_told_and_not_the_proposal(assistant: Assistant) -> None:
    text = assistant.ask("Hva må gjøres med kobberet innen åtte år?").text
    assert "pusses" in text
    assert "Vedtak" not in text


def test_the_last_meeting_is_the_one_that_has_minutes(tmp_path: Path, built_in_embedder: CouncilEmbedding) -> None:
    archive = Archive.open(tmp_path / "arkiv", built_in_embedder)
    later = (
        slide("Møte i Tåkerådet", "Torsdag 9. september 2032, kl. 10.00–12.00", "Skumvik"),
        slide("Saksliste", "Sak 9/32 Budsjett 2033", "Sak 10/32 Ny lykt i sør"),
        slide("Sak 9/32: Budsjett 2033", "Forslag til vedtak:", "1. Rammen for 2033 settes til 90 000 kr."),
    )
    for name, slides in (("taake.pdf", DECK), ("taake-referat.docx", MINUTES), ("senere.pdf", later)):
        archive.put(*written(tmp_path / "ingest" / name, *slides, name=name))
    asked = Assistant(archive)
    assert "utsatt til møtet i juni" in asked.ask("Hva skjedde med lykta på forrige møte?").text
    assert "utsatt" not in asked.ask("Er pengene for 2033 vedtatt?").text
