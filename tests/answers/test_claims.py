"""What a sentence claims: amounts with units, numbers in words, where something stands, and its opposite."""

from __future__ import annotations

from decimal import Decimal

import pytest

from radsassistent.answers.verification.claims import (
    Amount,
    amounts,
    flipped,
    misplaced,
    negates,
    numbers_in_words,
    places,
)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1 168 kroner", "1168", None),
        ("1.168", "1168", None),
        ("14,5 mill. kr", "14.5", "millioner"),
        ("4,2mnok", "4.2", "millioner"),
        ("63 %", "63", "prosent"),
        ("63 prosent", "63", "prosent"),
        ("2 milliarder", "2", "milliarder"),
    ],
)
def test_an_amount_is_its_value_and_the_unit_after_it(text: str, value: str, unit: str | None) -> None:
    assert amounts(text) == (Amount(Decimal(value), unit),)


def test_a_case_number_is_no_amount() -> None:
    assert amounts("sak 5/26") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De tre rådene", [3]),
        ("Tjuefem og tolv", [25, 12]),
        ("Sju og syv", [7, 7]),
        ("En av dem skal til Bergen", []),
        ("The council has seven members and is going to meet", [7]),
        ("Rådet har to medlemmer", [2]),
    ],
)
def test_numbers_that_are_written_out_are_read(text: str, found: list[int]) -> None:
    assert numbers_in_words(text) == found


def test_a_case_or_slide_named_by_its_number_alone_is_a_place() -> None:
    assert places("På lysbilde 40, om sak 5 og sak 6/26") == [("lysbilde", 40), ("sak", 5)]


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("Rådet skal ikke kjøpe", True),
        ("The council will not buy", True),
        ("Rådet har aldri møtt", True),
        ("Dette er et forslag og ikke et vedtak", False),
        ("Rådet skal kjøpe", False),
        ("Inga Oppdiktet legger frem sak 3/31", False),
        ("Inga Oppdiktet legger ikke frem sak 3/31", True),
        ("Det er inga sak om båtar", True),
    ],
)
def test_a_denial_is_told_from_the_standing_of_a_proposal(text: str, denies: bool) -> None:
    assert negates(text) is denies


LINES = [
    "Rådet skal ikke kjøpe røde båter i 2031",
    "Båtene koster 14 millioner kroner",
    "Lønningene koster 9 millioner",
]


@pytest.mark.parametrize(
    ("said", "is_flipped"),
    [
        ("Rådet skal kjøpe røde båter i 2031.", True),
        ("Rådet skal ikke kjøpe røde båter i 2031.", False),
        ("Båtene koster ikke 14 millioner kroner.", True),
        ("Båtene koster 14 millioner kroner.", False),
        ("Traktorene er ikke grønne.", False),
    ],
)
def test_a_sentence_that_says_the_opposite_of_the_line_most_like_it_is_found(said: str, is_flipped: bool) -> None:
    assert (flipped(said, LINES, 0.6) is not None) is is_flipped


def test_figures_beside_a_name_that_denies_say_nothing_of_the_opposite() -> None:
    assert flipped(": 3, : 5, : 1", ["Jeg har ingen innspill | 3 | 5 | 1"], 0.6) is None


def test_a_row_whose_name_denies_is_no_denial_of_its_cells() -> None:
    name = "Folk finner ikke fram til naustet"
    lines = [name, f"{name} | Høy | Båtvakt i røde vester hele sommeren"]
    assert flipped(f"{name} – Fare: Høy, Tiltak: Båtvakt i røde vester hele sommeren.", lines, 0.6) is None
    assert flipped(
        f"{name}: Båtvakt i røde vester hele sommeren.", [name, "Båtvakt ikke i røde vester hele sommeren"], 0.6
    )


@pytest.mark.parametrize(
    ("said", "value"),
    [("Båtene koster 9 millioner kroner.", Decimal(9)), ("Båtene koster 14 millioner kroner.", None)],
)
def test_a_number_that_its_slide_gives_for_something_else_is_found(said: str, value: Decimal | None) -> None:
    assert misplaced(said, ["Båtene koster 14 millioner kroner", "Lønn: 9"], 0.6, 0.4) == value
