"""Agendas of invented councils whose entries are told apart by where they stand, by letters, by headings and by days."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.deck_builder import document, laid_out, slide, table

from radsassistent.documents import Block, BlockKind, Box, Slide
from radsassistent.meetings import Meeting, understand
from radsassistent.meetings.case_numbers import named_case, only_case_number

OPENING = slide("Møte i Trollhagerådet 12. mars 2031")
Row = tuple[str | None, str, str | None, str | None, int | None]


def meeting(*slides: Slide) -> Meeting:
    return understand([document(OPENING, *slides)])


def rows(*slides: Slide) -> list[Row]:
    return [(i.case, i.title, i.presenter, i.time, i.minutes) for i in meeting(*slides).agenda]


# A row for each entry, the presenter below the title.
ROWS = [
    *(("09.00", 40, 100), ("* Sak 3/31", 160, 100), ("Hulderskogen", 280, 100), ("20 min", 700, 100)),
    *(("Daglig leder Tora Fabelvik", 280, 116), ("Styreleder", 280, 196)),
    *(("09.20", 40, 180), ("* Sak 4/31", 160, 180), ("Jutulgarden", 280, 180), ("45 min", 700, 180)),
    *(("10.05", 40, 260), ("Pause", 280, 260), ("15 min", 700, 260)),
]
# Hours over cards without frames, in the order of columns.
TIMELINE = [
    *(("09.00", 40, 100), ("* Sak 3/31", 46, 150), ("Hulderskogen", 46, 166)),
    ("Daglig leder Tora Fabelvik · 20 min", 46, 182),
    *(("10.05", 440, 100), ("Pause", 446, 150), ("15 min", 446, 166)),
    *(("09.20", 240, 100), ("* Sak 4/31", 246, 150), ("Jutulgarden", 246, 166), ("Styreleder · 45 min", 246, 182)),
]
# Two columns of cards, each with its hour and length first.
CARDS = [
    *(("kl. 9.00 (20 min)", 40, 100), ("* Sak 3/31", 40, 116), ("Hulderskogen", 40, 132)),
    ("Innleder: Daglig leder Tora Fabelvik", 40, 148),
    *(("kl. 10.05 (15 min)", 40, 240), ("Pause", 40, 256)),
    *(("kl. 9.20 (45 min)", 500, 100), ("* Sak 4/31", 500, 116), ("Jutulgarden", 500, 132)),
    ("Innleder: Styreleder", 500, 148),
]


@pytest.mark.parametrize("layout", [ROWS, TIMELINE, CARDS])
def test_an_entry_is_what_stands_by_its_hour_whatever_the_layout(layout: list[tuple[str, float, float]]) -> None:
    assert rows(laid_out("Slik blir dagen", *layout)) == [
        ("3/31", "Hulderskogen", "Daglig leder Tora Fabelvik", "09:00", 20),
        ("4/31", "Jutulgarden", "Styreleder", "09:20", 45),
        (None, "Pause", None, "10:05", 15),
    ]


def test_the_letter_before_a_number_is_its_type_by_the_legend_and_keeps_the_series_apart() -> None:
    listed = slide(
        "Program",
        "• 10.00 Velkommen (5 min)",
        "• 10.05 V-sak 1/31 Trollkvote (Tora Fabelvik, 10 min)",
        "• 10.15 O-sak 1/31 Hulderår (Odd Huldermo, 15 min)",
        "• 10.30 V-sak 2/31 Jutulleie (Siv Sagn, 30 min)",
        "V = vedtak, O = orientering",
    )
    told = meeting(
        listed, slide("O-sak 1/31: Hulderår", "• Året var godt"), slide("V-sak 1/31: Trollkvote", "• Kvoten er ny")
    )
    assert [(i.case, i.title, i.case_type, i.minutes) for i in told.agenda] == [
        (None, "Velkommen", None, 5),
        ("V 1/31", "Trollkvote", "Vedtak", 10),
        ("O 1/31", "Hulderår", "Orientering", 15),
        ("2/31", "Jutulleie", "Vedtak", 30),
    ]
    assert [s.case for s in told.slides[2:]] == ["O 1/31", "V 1/31"]


def test_cases_counted_under_the_meetings_number_are_cases() -> None:
    agenda = slide(
        "Saksliste",
        table(
            ("12.00", "", "Lunsj: graut", "", "30 min."),
            ("12.30", "4.1", "Protokoll Styreleder", "B", "5 min."),
            ("12.35", "4.2", "Regnskap for hulderhagen Regnskapsfører Tora Fabelvik", "O", "25 min."),
            ("13.00", "4.3", "Ny låve Håndverker Odd Huldermo", "B", "45 min."),
        ),
        "B: beslutningssak O: orienteringssak",
    )
    told = meeting(agenda, slide("Sak 4.2 Regnskap for hulderhagen", "• Overskudd"), slide("Besøkstall", "• 14 troll"))
    assert [(i.case, i.title, i.presenter, i.time, i.case_type, i.minutes) for i in told.agenda] == [
        (None, "Lunsj: graut", None, "12:00", None, 30),
        ("4.1", "Protokoll", "Styreleder", "12:30", "Beslutningssak", 5),
        ("4.2", "Regnskap for hulderhagen", "Regnskapsfører Tora Fabelvik", "12:35", "Orienteringssak", 25),
        ("4.3", "Ny låve", "Håndverker Odd Huldermo", "13:00", "Beslutningssak", 45),
    ]
    assert [s.case for s in told.slides[2:]] == ["4.2", "4.2"]
    assert named_case("4.2") == "sak 4.2"


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("021-2026", "21/26"),
        ("2026/014", "14/26"),
        ("Sak 4.1", "4.1"),
        ("V-sak 1/26", "1/26"),
        ("2026/27", None),
        ("4.1", None),
    ],
)
def test_numbers_of_cases_are_known_in_more_spellings_and_years_of_budgets_are_none(
    text: str, case: str | None
) -> None:
    assert only_case_number(text) == case


def test_hours_that_count_on_are_no_case_numbers() -> None:
    assert rows(slide("Program", table(("Kl.", "Hva"), ("9.1", "Troll"), ("9.3", "Hulder"), ("11.1", "Jutul")))) == []


@pytest.mark.parametrize(
    ("over", "kind"),
    [
        ("Beslutningssaker", "Beslutningssak"),
        ("Saker til drøfting", "drøfting"),
        ("Til orientering:", "orientering"),
        ("Vedtakssaker:", "Vedtakssak"),
    ],
)
def test_a_heading_over_entries_is_the_type_of_those_below_it(over: str, kind: str) -> None:
    lines = meeting(slide("Saker i dag", "Sak 3/31 Troll", over, "Sak 4/31 Hulder", "Sak 5/31 Jutul")).agenda
    in_table = meeting(
        slide(
            "Saker",
            table(("Saksnr.", "Tittel"), ("3/31", "Troll"), (None, over), ("4/31", "Hulder"), ("5/31", "Jutul")),
        )
    ).agenda
    for agenda in (lines, in_table):
        assert [(i.case, i.case_type) for i in agenda] == [("3/31", None), ("4/31", kind), ("5/31", kind)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Program dag 1", "Program dag 2"),
        ("Program onsdag", "Program torsdag"),
        ("Program dag 1 – onsdag 12. mars", "Program dag 2 – torsdag 13. mars"),
    ],
)
def test_an_agenda_over_two_days_is_one(first: str, second: str) -> None:
    headings = ("Kl.", "Sak", "Tittel")
    told = rows(
        slide(first, table(headings, ("12.00", "3/31", "Troll"), ("13.00", "4/31", "Hulder"))),
        slide(second, table(headings, ("09.00", "5/31", "Jutul"), ("10.00", "6/31", "Nøkk"))),
    )
    assert [(case, time) for case, _, _, time, _ in told] == [
        ("3/31", "12:00"), ("4/31", "13:00"), ("5/31", "09:00"), ("6/31", "10:00"),
    ]  # fmt: skip


def test_a_table_that_goes_on_without_headings_has_those_of_the_first() -> None:
    headings = ("Saksnr.", "Tittel", "Sakstype", "Foredragsholder")
    told = meeting(
        slide(
            "Saksliste",
            table(
                headings, ("3/31", "Troll", "Beslutning", "Tora Fabelvik"), ("4/31", "Hulder", "Drøfting", "Siv Sagn")
            ),
        ),
        slide(
            "Saksliste (forts.)",
            table(("5/31", "Jutul", "Orientering", "Direktør Odd Huldermo"), ("6/31", "Nøkk", None, None)),
        ),
    ).agenda
    assert [(i.case, i.case_type, i.presenter) for i in told] == [
        ("3/31", "Beslutning", "Tora Fabelvik"),
        ("4/31", "Drøfting", "Siv Sagn"),
        ("5/31", "Orientering", "Direktør Odd Huldermo"),
        ("6/31", None, None),
    ]


@pytest.mark.parametrize(
    ("line", "presenter"),
    [
        ("Sak 3/31 Trollkvote v/ Ingeniør Tora Fabelvik", "Ingeniør Tora Fabelvik"),
        ("Sak 3/31 Trollkvote v/rådmannen", "rådmannen"),
        ("Sak 3/31 Trollkvote – Klinikksjef Tora Fabelvik, 40 min", "Klinikksjef Tora Fabelvik"),
        ("Sak 3/31 Trollkvote (Tora Fabelvik og Odd Huldermo)", "Tora Fabelvik og Odd Huldermo"),
    ],
)
def test_who_presents_may_be_told_with_title_or_by_office(line: str, presenter: str) -> None:
    item = meeting(slide("Saksliste", line, "Sak 4/31 Eventuelt")).agenda[0]
    assert (item.title, item.presenter) == ("Trollkvote", presenter)


def test_a_title_that_says_who_opens_keeps_it() -> None:
    assert (
        meeting(slide("Saksliste", "Sak 3/31 Åpning ved lederen", "Sak 4/31 Eventuelt")).agenda[0].title
        == "Åpning ved lederen"
    )


def test_the_case_number_in_the_footer_of_its_slides_opens_the_case() -> None:
    def footed(title: str, case: str) -> Slide:
        made = slide(title, "• Et punkt")
        return replace(
            made, blocks=(*made.blocks, Block(BlockKind.FOOTER, f"Sak {case}", Box(40, 510, 200, 520), size=9))
        )

    told = meeting(footed("Om trollene", "3/31"), footed("Hva de koster", "3/31"), footed("Om hulderen", "4/31"))
    assert [s.case for s in told.slides[1:]] == ["3/31", "3/31", "4/31"]


def test_a_letter_in_brackets_behind_a_title_is_its_type() -> None:
    listed = slide(
        "Dagsorden",
        "kl. 10.00 51/31 Referat (V) – Leder",
        "kl. 10.10 52/31 Hulderpakke (D) – Trollrådgiver Tora Fabelvik",
        "(V) Vedtak (D) Drøfting",
    )
    assert [(i.case, i.title, i.presenter, i.case_type) for i in meeting(listed).agenda] == [
        ("51/31", "Referat", "Leder", "Vedtak"),
        ("52/31", "Hulderpakke", "Trollrådgiver Tora Fabelvik", "Drøfting"),
    ]
