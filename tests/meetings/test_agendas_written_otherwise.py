"""Agendas of invented councils whose lines and tables part number, hour, title and presenter in ways of their own."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, laid_out, slide, table

from radsassistent.documents import Slide
from radsassistent.meetings import Meeting, understand

OPENING = slide("Møte i Trollhagerådet 12. mars 2031")
Row = tuple[str | None, str, str | None, str | None]


def meeting(*slides: Slide) -> Meeting:
    return understand([document(OPENING, *slides)])


def rows(*slides: Slide) -> list[Row]:
    return [(i.case, i.title, i.presenter, i.time) for i in meeting(*slides).agenda]


@pytest.mark.parametrize(
    "lines",
    [
        ("TR 3/31 Nytt naust – kl. 9.00 v/ Kari Berg", "Lunsj – kl. 10.30", "TR 4/31 Tyttebær – kl. 11.15 v/ Ola Dal"),
        ("★ kl. 9.00 TR 3/31 Nytt naust – Kari Berg", "★ kl. 10.30 Lunsj", "★ kl. 11.15 TR 4/31 Tyttebær – Ola Dal"),
        ("Sak 3/31 kl. 09:00", "Nytt naust", "Kari Berg", "kl. 10:30", "Lunsj", "Sak 4/31 kl. 11:15", "Tyttebær", "Ola Dal"),
    ],
    ids=["presenter behind the hour", "a sign before each line", "number and hour over the title"],
)  # fmt: skip
def test_an_entry_has_its_hour_and_presenter_wherever_its_line_sets_them(lines: tuple[str, ...]) -> None:
    assert rows(slide("Dagsorden", *lines)) == [
        ("3/31", "Nytt naust", "Kari Berg", "09:00"),
        (None, "Lunsj", None, "10:30"),
        ("4/31", "Tyttebær", "Ola Dal", "11:15"),
    ]


@pytest.mark.parametrize("by", ["(ved {})", "(v/ {})", "v/ {}"])
def test_whoever_most_titles_name_behind_by_presents(by: str) -> None:
    lines = (f"Sak 3/31 Nytt naust {by.format('skogvokteren')}", f"Sak 4/31 Tyttebær {by.format('trollmora')}")
    assert rows(slide("Saksliste", *lines, "Sak 5/31 Eventuelt")) == [
        ("3/31", "Nytt naust", "skogvokteren", None),
        ("4/31", "Tyttebær", "trollmora", None),
        ("5/31", "Eventuelt", None, None),
    ]


def test_a_place_that_one_title_names_is_no_presenter() -> None:
    listed = slide("Saksliste", "Sak 3/31 Nytt naust (ved sjøen)", "Sak 4/31 Tyttebær", "Sak 5/31 Eventuelt")
    assert rows(listed)[0] == ("3/31", "Nytt naust (ved sjøen)", None, None)


def test_the_first_row_of_a_table_without_headings_is_an_entry() -> None:
    listed = table(
        ("3/31 Nytt naust", "v/ Kari Berg", "5 min"),
        ("4/31 Tyttebær", "v/ Ola Dal og Eva Lie", "25 min"),
        ("Kaffe", "", "15 min"),
        ("5/31 Multer", "v/ Eva Lie", "9 min"),
    )
    assert rows(slide("Program", listed)) == [
        ("3/31", "Nytt naust", "Kari Berg", None),
        ("4/31", "Tyttebær", "Ola Dal og Eva Lie", None),
        (None, "Kaffe", None, None),
        ("5/31", "Multer", "Eva Lie", None),
    ]


@pytest.mark.parametrize("heading", ["Legges fram av", "Legges frem av", "Legg fram", "Legger frem"])
def test_a_column_of_those_who_put_a_case_forward_has_the_presenters(heading: str) -> None:
    cells = [("16.30", "3/31 Nytt naust", "Skogvokteren"), ("16.40", "4/31 Tyttebær", "Prosjektleder Kari Berg")]
    assert rows(slide("Program", table(("Kl.", "Sak", heading), *cells))) == [
        ("3/31", "Nytt naust", "Skogvokteren", "16:30"),
        ("4/31", "Tyttebær", "Prosjektleder Kari Berg", "16:40"),
    ]


def test_what_is_told_of_the_whole_day_is_no_entry() -> None:
    told = slide(
        "Saker i kveld", "Møtet startar kl. 17:00 og sluttar seinast kl. 20:00", "Sak 3/31 Naust", "Sak 4/31 Bær"
    )
    assert [row[:2] for row in rows(told)] == [("3/31", "Naust"), ("4/31", "Bær")]


def test_a_number_in_a_card_beside_the_content_opens_its_case_on_a_slide_without_a_title() -> None:
    listed = slide("Saksliste", "Sak 3/31 Nytt naust", "Sak 4/31 Tyttebær")
    cards = [
        laid_out("", ("TR-sak", 18, 29), (number, 18, 74), (title, 18, 122), ("* Målt i uke 7", 238, 160))
        for number, title in (("3/31", "Nytt naust"), ("4/31", "Tyttebær"))
    ]
    assert [each.case for each in meeting(listed, *cards).slides] == [None, None, "3/31", "4/31"]


def test_the_name_below_an_entry_presents_where_its_line_says_no_more_than_the_office() -> None:
    lines = ("1. Åpning ved lederen, kl. 10.00", "Kari Berg", "2. Tyttebær, kl. 10.15", "Ola Dal")
    listed = slide("Saksliste", *lines, "3. Multer, kl. 11.00", "Siv Sagn")
    assert [row[2] for row in rows(listed)] == ["Kari Berg", "Ola Dal", "Siv Sagn"]


def test_what_was_measured_by_whom_where_a_case_opens_is_no_presenter() -> None:
    listed = slide("Saker", "Sak 3/31 Nytt naust", "Sak 4/31 Tyttebær")
    opening = slide("Sak 3/31 Nytt naust", "• Målt 12.–16. oktober av Tåke AS v/ Kari Berg")
    assert [row[2] for row in rows(listed, opening, slide("Sak 4/31 Tyttebær", "Tåkelaget v/ Ola Dal"))] == [
        None,
        "Ola Dal",
    ]


@pytest.mark.parametrize("rest", ["kl. 10.30 (suppe i tårnet)", "kl. 10.30–10.45 (suppe i tårnet)"])
def test_a_break_told_below_all_cases_comes_at_its_hour_and_a_type_names_nobody(rest: str) -> None:
    understood = meeting(
        slide(
            "Saksliste",
            *("kl. 10.00 FYR-sak 7/31", "Nye varder", "Vedtak"),
            *("kl. 11.00 FYR-sak 8/31", "Tau og taljer", "Orientering"),
            f"Pause {rest}",
        )
    )
    assert [(item.title, item.time, item.presenter, item.case_type) for item in understood.agenda] == [
        ("Nye varder", "10:00", None, "Vedtak"),
        ("Pause", "10:30", None, None),
        ("Tau og taljer", "11:00", None, "Orientering"),
    ]
