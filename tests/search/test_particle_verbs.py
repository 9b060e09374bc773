"""Verbs with a particle after them are found as the nouns that documents have for them."""

from __future__ import annotations

import pytest

from radsassistent.search.lexical import LexicalIndex

TEXTS = (
    "Utrykninger med troll i 2031",
    "Utbetaling til huldrene",
    "Innkjøp av garn",
    "Avdelingen for nøkker",
    "Oppdrag fra kongen",
)


@pytest.fixture(scope="module")
def lexical() -> LexicalIndex:
    return LexicalIndex(TEXTS)


@pytest.mark.parametrize(
    ("question", "verb", "found"),
    [
        ("hvor mange ganger rykket de ut i fjor", "rykket", ("utrykning",)),
        ("hva ble betalt ut til huldrene", "betalt", ("utbetaling",)),
        ("hvor mye garn kjøpte vi inn", "kjøpte", ("innkjøp",)),
    ],
)
def test_a_verb_and_its_particle_are_found_as_one_word(
    lexical: LexicalIndex, question: str, verb: str, found: tuple[str, ...]
) -> None:
    assert lexical.with_particles(question.split())[verb] == found


@pytest.mark.parametrize("question", ["hvor stor del av dem kom", "ut rykket de", "hvem drar det gjelder opp over"])
def test_words_that_are_no_verb_with_its_particle_are_no_compound(lexical: LexicalIndex, question: str) -> None:
    assert not lexical.with_particles(question.split())
