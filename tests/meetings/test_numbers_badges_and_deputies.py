"""Agendas and members of invented boards: dashed numbers, signs and letters for types, badges, deputies and lists in one line."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, slide, table

from radsassistent.documents import Slide
from radsassistent.meetings import Meeting, understand
from radsassistent.meetings.case_numbers import only_case_number

OPENING = slide("Møte i Trollhagerådet 12. mars 2031")


def of(*slides: Slide) -> Meeting:
    return understand([document(OPENING, *slides)])


def people(*slides: Slide) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(m.name, m.title, m.organisation, m.role) for m in of(*slides).members]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("TRO 5-26", "5/26"),
        ("Sak TRO 5-26", "5/26"),
        ("Sak 5-26", "5/26"),
        ("SFO 19-24 barn", None),
        ("KL 10-24", None),
    ],
)
def test_a_number_and_a_year_of_two_digits_may_have_a_dash_between(text: str, case: str | None) -> None:
    assert only_case_number(text) == case


def test_a_sign_before_a_type_is_left_out() -> None:
    rows = table(
        ("12.00", "1/31", "Trollkvote", "✔ Vedtak"),
        ("12.30", "2/31", "Hulderår", "\u2139 Orientering"),
        ("13.00", "3/31", "Jutulleie", "💬 Drøfting"),
    )
    assert [item.case_type for item in of(slide("Saksliste", rows)).agenda] == ["Vedtak", "Orientering", "Drøfting"]


def test_a_letter_behind_a_title_is_its_type_and_a_row_with_a_length_is_an_entry() -> None:
    told = of(
        slide(
            "Saker",
            "Godkjenning av innkalling 5 min",
            "TR-sak 1/2031 Trollkvote V 20 min",
            "TR-sak 2/2031 Hulderår O 15 min",
            "Ymse 10 min",
            "V = vedtak, O = orientering",
        )
    )
    assert [(i.case, i.title, i.case_type, i.minutes) for i in told.agenda] == [
        (None, "Godkjenning av innkalling", None, 5),
        ("1/31", "Trollkvote", "Vedtak", 20),
        ("2/31", "Hulderår", "Orientering", 15),
        (None, "Ymse", None, 10),
    ]


def test_deputies_in_brackets_are_listed_and_attendance_is_not_kept() -> None:
    assert people(
        slide(
            "Styrets medlemmer",
            "Tora Fabelvik, styreleder (vara: Odd Huldermo)",
            "Siv Sagn – forfall (vara: Nils Nøkk, møter)",
            "Jon Jutul, smed (forfall)",
        )
    ) == [
        ("Tora Fabelvik", None, None, "styreleder"),
        ("Odd Huldermo", None, None, "vara"),
        ("Siv Sagn", None, None, None),
        ("Nils Nøkk", None, None, "vara"),
        ("Jon Jutul", "smed", None, None),
    ]


def test_a_list_in_one_line_names_everyone_between_semicolons() -> None:
    assert people(
        slide(
            "Rådets medlemmer",
            "Til stede: Tora Fabelvik (Trollaget), leder; Odd Huldermo (Hulderlaget); Siv Sagn (Rådet for eventyr).",
            "Forfall: Jon Jutul (Jutullaget). Vara: Nils Nøkk (Jutullaget).",
            "Møter også: daglig leder Per Smed (referent)",
        )
    ) == [
        ("Tora Fabelvik", None, "Trollaget", "leder"),
        ("Odd Huldermo", None, "Hulderlaget", None),
        ("Siv Sagn", None, "Rådet for eventyr", None),
        ("Jon Jutul", None, "Jutullaget", None),
        ("Nils Nøkk", None, "Jutullaget", "Vara"),
    ]


def test_a_board_without_a_name_of_its_own_is_called_by_the_title_of_its_cover() -> None:
    told = understand([document(slide("Stiftelsen Trollheim eventyrfond", "Styremøte torsdag 13. mars 2031"))])
    assert told.body == "Stiftelsen Trollheim eventyrfond"


def test_a_number_alone_in_a_corner_says_which_case_a_slide_belongs_to() -> None:
    agenda = slide("Saksliste", "3/2031 Trollkvote", "4/2031 Hulderår", "5/2031 Jutulleie")
    told = of(
        agenda, slide("Kvoten i tall", "3/2031", "Tolv troll."), slide("Hulder", "4/2031"), slide("Mer", "4/2031")
    )
    assert [each.case for each in told.slides[2:]] == ["3/31", "4/31", "4/31"]


def test_a_slide_with_the_numbers_of_several_cases_belongs_to_none_of_them() -> None:
    agenda = slide("Saksliste", "3/2031 Trollkvote", "4/2031 Hulderår", "5/2031 Jutulleie")
    told = of(agenda, slide("Slik henger det sammen", "3/2031", "4/2031"), slide("Trollkvote", "3/2031", "Tolv troll."))
    assert [each.case for each in told.slides[2:]] == [None, "3/31"]


def test_a_line_that_tells_of_a_case_is_no_entry_though_brackets_come_first() -> None:
    agenda = slide(
        *(
            "Saksliste",
            "3/2031 Trollkvote",
            "4/2031 Hulderår",
            "Sak 5/2031 (taubanen i Huldervik) er trukket fra sakslisten.",
        )
    )
    assert [item.case for item in of(agenda).agenda] == ["3/31", "4/31"]


def test_a_case_may_be_up_for_advice() -> None:
    agenda = slide(
        *("Saksliste", "3/2031", "Trollkvote", "Tora Fabelvik", "35 min · til anbefaling"),
        *("4/2031", "Hulderår", "Odd Huldermo", "10 min · til vedtak"),
    )
    assert [(i.title, i.minutes, i.case_type) for i in of(agenda).agenda] == [
        ("Trollkvote", 35, "til anbefaling"),
        ("Hulderår", 10, "til vedtak"),
    ]
