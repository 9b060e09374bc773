"""Cases that an invented meeting calls by codes of its own: how they are read, kept and proposed."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, slide, table

from radsassistent.documents import Slide
from radsassistent.meetings import Meeting, understand
from radsassistent.meetings.case_numbers import named_case

OPENING = slide("Møte i Trollhagerådet 12. mars 2031")


def of(*slides: Slide) -> Meeting:
    return understand([document(OPENING, *slides)])


@pytest.mark.parametrize(
    "codes",
    [
        ("R-14", "R-15", "R-16"),
        ("TRO-09", "TRO-10", "TRO-11"),
        ("K1", "K2", "K3"),
        ("TRO 61", "TRO 62", "TRO 63"),
        ("31/A", "31/B", "31/C"),
        ("3-1", "3-2", "3-3"),
        ("3.1", "3.2", "3.3"),
        ("Punkt A", "Punkt B", "Punkt C"),
        ("Tema 1", "Tema 2", "Tema 3"),
    ],
)
def test_what_opens_the_entries_and_the_titles_again_is_the_cases_code(codes: tuple[str, str, str]) -> None:
    first, second, third = codes
    told = of(
        slide(
            "Sakliste",
            table(
                ("Nr.", "Punkt", "Start", "Ved", "Hva"),
                (first, "Trollkvote", "12.00", "Berit Haug", "drøfting"),
                (second, "Hulderår", "12.30", "Odd Li", "tilslutning"),
                (third, "Jutulleie", "13.00", "Kari Moe", "orientering"),
            ),
        ),
        slide(f"{first} Trollkvote: bakgrunn", "• Kvoten er 14 troll."),
        slide(f"{first} Trollkvote: tall", "• Fem troll er skutt."),
        slide(f"{second} Hulderår", "• Hulderne øker."),
        slide(f"{second} Forslag til tilslutning", "• Rådet slutter seg til hulderåret."),
        slide(f"{third} Jutulleie", "• Leien er uendret."),
        slide(f"{third} Jutulleie: kart", "• Kartet viser fjellet."),
        slide("Neste møte", "• 9. april"),
    )
    assert [(i.case, i.title, i.time, i.presenter, i.case_type) for i in told.agenda] == [
        (first, "Trollkvote", "12:00", "Berit Haug", "drøfting"),
        (second, "Hulderår", "12:30", "Odd Li", "tilslutning"),
        (third, "Jutulleie", "13:00", "Kari Moe", "orientering"),
    ]
    assert [s.case for s in told.slides] == [None, None, first, first, second, second, third, third, None]
    assert [(p.case, p.text) for p in told.proposals] == [(second, "Rådet slutter seg til hulderåret.")]


def test_entries_of_a_list_open_with_codes_with_and_without_hours() -> None:
    told = of(
        slide(
            "Program for dagen",
            "• 09.00 Punkt A: Trollkvote (orientering, Haug)",
            "• 09.40 Punkt B: Hulderår (til beslutning, skogvokter Odd Li)",
            "• 10.15 Lunsj",
            "• 11.00 Punkt C: Jutulleie (til drøfting, Moe)",
        ),
        slide("Punkt A – Trollkvote", "• Kvoten er 14 troll."),
        slide("Punkt B – Hulderår", "• Hulderne øker."),
    )
    assert [(i.case, i.title, i.time, i.presenter, i.case_type) for i in told.agenda] == [
        ("Punkt A", "Trollkvote", "09:00", "Haug", "orientering"),
        ("Punkt B", "Hulderår", "09:40", "skogvokter Odd Li", "til beslutning"),
        (None, "Lunsj", "10:15", None, None),
        ("Punkt C", "Jutulleie", "11:00", "Moe", "til drøfting"),
    ]


def test_codes_that_no_later_title_has_are_no_cases() -> None:
    rooms = table(("Rom", "Bruk"), ("R-14", "Trollmøter"), ("R-15", "Hulderkor"), ("R-16", "Lager"))
    assert of(slide("Saker", rooms), slide("Trollkvote"), slide("R-14 Trollmøter")).cases == ()


def test_an_agenda_with_case_numbers_goes_before_a_list_of_codes() -> None:
    told = of(
        slide("Saksliste", table(("Sak", "Tittel"), ("1/31", "Trollkvote"), ("2/31", "Hulderår"))),
        slide("Sak 1/31 Trollkvote"),
        slide("Tiltak", "• T1 Telle troll", "• T2 Merke troll", "• T3 Fôre troll"),
        slide("T1 Telle troll", "• Fra mars"),
        slide("T2 Merke troll", "• Fra april"),
        slide("Sak 2/31 Hulderår"),
    )
    assert [case.number for case in told.cases] == ["1/31", "2/31"]


def test_a_number_of_letters_without_a_year_is_kept_as_it_is_printed() -> None:
    told = of(
        slide("Sakliste", "• Sak TN-07: Trollkvote", "• Sak TN-08: Hulderår", "• Sak TN-09: Jutulleie"),
        slide("TN-07 Trollkvote"),
        slide("TN-08 Hulderår"),
        slide("TN-09 Jutulleie"),
    )
    assert [case.number for case in told.cases] == ["TN-07", "TN-08", "TN-09"]


@pytest.mark.parametrize(
    ("title", "line", "text"),
    [
        (
            "R-14 Hulderår og framlegg til konklusjon",
            "Konklusjon: Modell Fjell gjeld ut året.",
            "Modell Fjell gjeld ut året.",
        ),
        ("R-14 Hulderår", "Forslag: Huldrene gis fri i mai.", "Huldrene gis fri i mai."),
        ("R-14 Hulderår", "Konklusjon foreslås slik: Rådet ber om flere huldrer.", "Rådet ber om flere huldrer."),
        ("R-14 Hulderår: forslag til vedtak", "Huldrene flyttes.", "Huldrene flyttes."),
    ],
)
def test_a_proposal_is_read_on_a_slide_with_a_code(title: str, line: str, text: str) -> None:
    told = of(
        slide("Saker", table(("Nr.", "Sak"), ("R-14", "Hulderår"), ("R-15", "Trollkvote"), ("R-16", "Jutulleie"))),
        slide(title, f"• {line}"),
        slide("R-15 Trollkvote", "• Kvoten er 14."),
    )
    assert [(p.case, p.text) for p in told.proposals] == [("R-14", text)]


@pytest.mark.parametrize(
    ("case", "named"),
    [("R-14", "sak R-14"), ("5/B", "sak 5/B"), ("Punkt A", "punkt A"), ("Punkt 3", "punkt 3"), ("4.1", "sak 4.1")],
)
def test_a_code_is_named_as_a_case_and_a_word_by_itself(case: str, named: str) -> None:
    assert named_case(case) == named
