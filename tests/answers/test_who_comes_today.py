"""Who comes today for somebody who cannot, and what is no organisation though its name is like one: an invented council."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

LIGHTHOUSE = (
    slide("Møte i Fyrlyktrådet", "Møte 2/2033", "11. mars 2033, kl. 10.00–13.00", "Fyrhuset, Skumvik"),
    slide(
        "Saksliste",
        *("4/2033 Ulykker ved skjærene i 2032", "Torkil Clausdis · 20 min · til vedtak"),
        *("5/2033 Nye lykter", "Ruth Schäfgrå · 10 min · til orientering"),
    ),
    slide(
        "Medlemmer i Fyrlyktrådet",
        table(
            ("Navn", "Virksomhet", "Rolle", "Personlig vara"),
            ("Torkil Clausdis", "Skjærdirektoratet", "Leder", "Mona Skodd"),
            ("Ruth Schäfgrå", "Skumvik kommune", "Nestleder", "Ola Disen"),
            ("Bente Eim", "Losforeningen", "Medlem", "Per Kvalm"),
        ),
        "Ruth Schäfgrå (Skumvik) er forhindret; Ola Disen møter.",
    ),
    slide("Ulykker ved skjærene i 2032", "4/2033", "• Tolv skuter gikk på grunn i fjor, fire flere enn i 2031."),
    slide("Nye lykter", "5/2033", "• Skjærprisen for 2032 gikk til fyrvokterne på Ytterskjær."),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("fyr")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest" / "møte", *LIGHTHOUSE, name="møte.pdf"))
    return Assistant(archive)


def test_who_comes_today_is_told_by_what_is_said_of_today_and_who_may_come_by_the_list(assistant: Assistant) -> None:
    assert assistant.ask("Hvem kommer i stedet for Schäfgrå denne gangen?").text == (
        "Ruth Schäfgrå (Skumvik) er forhindret; Ola Disen møter."
    )
    for question in ("Hvem er vara for Schäfgrå?", "Hvem stiller hvis Schäfgrå ikke kan?"):
        assert "vara: Ola Disen" in assistant.ask(question).text


def test_what_the_documents_speak_of_is_no_organisation_with_a_name_like_it(assistant: Assistant) -> None:
    assert "Skjærdirektoratet" not in assistant.ask("Hvem fikk skjærprisen sist?").text
