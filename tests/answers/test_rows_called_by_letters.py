"""Rows whose names are letters that a question's word is made of ("vedfyringsteknologi" for «VFT»), and a sum that is not told of
what it is not of.
"""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over

from radsassistent.answers import Assistant

pytestmark = pytest.mark.embedder

DECK = (
    slide("Varmerådet", "Møte torsdag 4. mars 2032 kl. 09.00–14.00", "Peissalen, Oppdiktlia"),
    slide("Dagsorden", table(("Tid", "Sak", "Tittel"), ("09.00", "1/32", "Tilskudd til oppvarming"))),
    slide(
        "Varmetilskuddet - søknader",
        table(
            ("", "2030", "2031"),
            ("VFT", "31", "44"),
            ("DVM", "25", "24"),
            ("SUM", "56", "68"),
            caption="Utvikling antall søknader",
        ),
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return assistant_over(DECK, tmp_path_factory.mktemp("bokstaver"), built_in_embedder)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvor mange søknader om vedfyringsteknologi kom det i 2031?", "44"),
        ("Hvor mange søknader gjaldt vedfyringsteknologi i 2030?", "31"),
        ("Hvor mange søknader om digital varmemåling kom det i 2031?", "24"),
        ("Hvor mange flere søknader om vedfyringsteknologi kom det i 2031 enn i 2030?", "13"),
    ],
)
def test_a_row_is_meant_by_the_word_that_its_letters_are_short_for(
    assistant: Assistant, question: str, told: str
) -> None:
    assert told in assistant.ask(question).text


@pytest.mark.parametrize("thing", ["skolerutemat", "solpanel", "vannkraft"])
def test_a_sum_is_not_told_of_something_that_the_documents_have_no_word_of(assistant: Assistant, thing: str) -> None:
    assert assistant.ask(f"Hvor mange søknader gjaldt {thing} i 2031?").abstained


def test_a_sum_is_told_of_all_that_it_is_of(assistant: Assistant) -> None:
    assert "68" in assistant.ask("Hvor mange søknader om tilskudd kom det i 2031?").text
