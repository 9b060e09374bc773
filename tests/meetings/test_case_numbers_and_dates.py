"""Case numbers and dates in the spellings of Norwegian documents."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radsassistent.meetings.case_numbers import case_numbers, normal, numbered_line, only_case_number
from radsassistent.meetings.dates import dates_in, norwegian, typed_day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sak 5/26 og sak 12 / 2027", ["5/26", "12/27"]),
        ("Saksnr. 05/26.", ["5/26"]),
        ("i perioden 12/13/2026", []),
        ("versjon 1.5/26", []),
        ("5/26,5 prosent", []),
        ("side 1/174", []),
        ("", []),
    ],
)
def test_case_numbers_are_found_and_other_fractions_are_not(text: str, found: list[str]) -> None:
    assert case_numbers(text) == found


@pytest.mark.parametrize("text", ["5/26", "Sak 5/26", "sak nr. 05/2026:", "PS 5/26"])
def test_a_cell_with_a_case_number_alone_is_one(text: str) -> None:
    assert only_case_number(text) == "5/26"


@pytest.mark.parametrize("text", ["", "Pause", "5/26 Oppdiktet sak", "se 5/26"])
def test_a_cell_with_more_than_a_case_number_is_none(text: str) -> None:
    assert only_case_number(text) is None


@given(st.integers(1, 999), st.integers(0, 99))
def test_a_case_number_is_the_same_in_every_spelling(number: int, year: int) -> None:
    spellings = {normal(str(number), f"{year:02d}"), normal(f"{number:03d}", f"20{year:02d}")}
    assert spellings == {f"{number}/{year:02d}"}
    assert case_numbers(f"Sak {number}/{year:02d}") == [f"{number}/{year:02d}"]


@pytest.mark.parametrize("text", ["12. februar 2026", "12 FEBRUAR 2026", "12.02.26", "12. 2. 2026", "2026-02-12"])
def test_a_date_is_read_in_every_spelling(text: str) -> None:
    assert dates_in(f"Møtet er {text}, kl. 10.00.") == [date(2026, 2, 12)]


def test_dates_come_in_the_order_of_the_text_and_impossible_ones_not_at_all() -> None:
    assert dates_in("31.02.2026, 2026-03-01 og 1. januar 2025") == [date(2026, 3, 1), date(2025, 1, 1)]


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_a_date_that_is_written_in_words_is_read_back(day: date) -> None:
    assert dates_in(norwegian(day)) == [day]


@pytest.mark.parametrize(
    "typed",
    [
        "12.02.2026", "12.2.2026", "12.02.26", " 12. 2. 2026 ", "12/2/2026", "12-02-2026", "12022026", "120226",
        "2026-02-12", "2026-2-12", "20260212", "12. februar 2026", "12 Februar 2026", "12. feb. 2026.",
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_type_it(typed):
    assert typed_day(typed) == date(2026, 2, 12)


@pytest.mark.parametrize(
    "typed",
    ["", "i fjor", "31.02.2026", "12.13.2026", "12.02", "2026", "12.02.2026 eller 13.02.2026", "12.–13. februar 2026",
     "møtet 12.02.2026", "12.02.1826", "kl. 12.02.26"],
)  # fmt: skip
def test_what_is_no_day_or_more_than_one_is_none(typed):
    assert typed_day(typed) is None


def test_the_number_of_a_meeting_before_a_dash_is_no_day() -> None:
    assert dates_in("Fabelrådet, møte nr. 3 – 18. september 2031") == [date(2031, 9, 18)]
    assert dates_in("3.–4. mars 2031, 5-6. mai 2031") == [
        date(2031, 3, 3),
        date(2031, 3, 4),
        date(2031, 5, 5),
        date(2031, 5, 6),
    ]


def test_the_number_of_a_meeting_in_capitals_is_no_cases() -> None:
    assert numbered_line("MØTE 5/2026") is None
