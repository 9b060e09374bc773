"""What a deck tells of what was done before and of who has announced that he disagrees; of an invented council."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over

from radsassistent.answers import Assistant

DECK = (
    slide("Møte i Fyrrådet 5. mai 2038", "Lampesalen, Oppdiktnes"),
    slide(
        "Dagsorden",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("1/38", "Standard for fyrlykter (FL 2.0)", "Oppdiktet Olsen", "10:50", "Tilråding"),
            ("2/38", "Tåkelur på Skvalpeskjær", "Oppdiktet Nilsen", "11:30", "Drøfting"),
        ),
    ),
    slide("Sak 1/38 Standard for fyrlykter", "• Lyktestandarden FL 1.0 ble fastsatt i 2029 og gjelder ikke bøyer"),
    slide(
        "Sak 1/38 Forslag til vedtak",
        "1. Fyrrådet tilrår at standarden for fyrlykter fastsettes fra 1. juni 2038.",
        "2. Lyktene pusses hver dag.",
        "• Dissens varslet: Tåke Nilsen ønsker unntak for eldre lykter.",
    ),
    slide("Sak 2/38 Tåkelur på Skvalpeskjær", "• Luren er rusten"),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("lykter")
    return assistant_over(DECK, folder, StemEmbedding())


def test_when_the_old_one_was_adopted_is_told_by_the_text_that_says_so(assistant: Assistant) -> None:
    answer = assistant.ask("Når ble den gamle lyktestandarden fastsatt?")
    assert "2029" in answer.text
    assert "1. juni 2038" not in answer.text


def test_who_has_announced_a_dissent_is_told_before_any_minutes(assistant: Assistant) -> None:
    assert "Tåke Nilsen" in assistant.ask("Var det noen som varslet dissens i saken om standard for fyrlykter?").text
