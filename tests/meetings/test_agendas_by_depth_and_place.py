"""Agendas of invented councils whose entries are told apart by depth, by frames and by counts, with numbers or without."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.deck_builder import document, laid_out, slide, table

from radsassistent.documents import Block, BlockKind, Box, Slide, Table
from radsassistent.meetings import Meeting, understand
from radsassistent.meetings.case_numbers import sections_named
from radsassistent.meetings.flow import DocumentKind, kind_of
from radsassistent.meetings.hours import with_points

OPENING = slide("Møte i Fyrvokterrådet 12. mars 2031")
Row = tuple[str | None, str, str | None, str | None, str | None]

SKERRY, LAMP, LUNCH = ("3/31", "Nye skjær"), ("4/31", "Lykteolje"), (None, "Lunsj")
NUMBERED: list[Row] = [
    (*SKERRY, "Tora Fabelvik", "09:00", "Vedtak"),
    (*LAMP, "Odd Huldermo", "09:30", "Drøfting"),
    (*LUNCH, None, "11:00", None),
]
WITHOUT_NUMBERS: list[Row] = [(None, *row[1:]) for row in NUMBERED]


def meeting(*slides: Slide) -> Meeting:
    return understand([document(OPENING, *slides)])


def rows(*slides: Slide) -> list[Row]:
    return [(i.case, i.title, i.presenter, i.time, i.case_type) for i in meeting(*slides).agenda]


@pytest.mark.parametrize(
    "lines",
    [
        ("kl. 09.00 – Tora Fabelvik – Vedtak", "kl. 09.30 – Odd Huldermo – Drøfting", "Kl. 11.00"),
        ("Vedtak ved Tora Fabelvik, kl. 09.00", "Drøfting ved Odd Huldermo, kl. 09.30", "kl. 11.00"),
        ("09.00 | Vedtak | Tora Fabelvik", "09.30 | Drøfting | Odd Huldermo", "11.00"),
        ("Tora Fabelvik (vedtak), kl. 0900", "Odd Huldermo (drøfting), kl. 0930", "kl. 1100"),
    ],
)
@pytest.mark.parametrize("numbers", [("3/31 ", "4/31 "), ("Sak 3/31: ", "Sak 4/31: "), ("", "")])
def test_what_stands_below_an_entry_is_told_of_it(lines: tuple[str, str, str], numbers: tuple[str, str]) -> None:
    titles = (f"• {numbers[0]}Nye skjær", f"• {numbers[1]}Lykteolje", "• Lunsj")
    told = rows(
        slide("Saksliste", *(each for pair in zip(titles, lines, strict=True) for each in (pair[0], f"  • {pair[1]}")))
    )
    lowered = [(*row[:4], row[4].capitalize() if row[4] else None) for row in told]
    assert lowered == (NUMBERED if numbers[0] else WITHOUT_NUMBERS)


def test_headings_over_entries_say_their_types_and_lines_below_all_else() -> None:
    listed = slide(
        "Sakskart",
        *("• Beslutningssaker", "  • 3/31 Nye skjær", "    • Tora Fabelvik, kl. 09.00"),
        *("• Orienteringssaker", "  • 4/31 Lykteolje", "    • Odd Huldermo, kl. 09.30"),
    )
    assert rows(listed) == [
        (*SKERRY, "Tora Fabelvik", "09:00", "Beslutningssak"),
        (*LAMP, "Odd Huldermo", "09:30", "Orienteringssak"),
    ]


@pytest.mark.parametrize(
    "entry",
    ["Sak 3/31 Nye skjær, kl. 09.00 – Tora Fabelvik", "Sak 3/31 Nye skjær // Tora Fabelvik // kl. 09.00",
     "kl. 09.00 Sak 3/31 Nye skjær – Tora Fabelvik"],
)  # fmt: skip
def test_hour_and_presenter_end_an_entry_in_any_order(entry: str) -> None:
    other = entry.replace("3/31 Nye skjær", "4/31 Lykteolje").replace("09.00", "09.30")
    assert rows(slide("Dagsorden", f"• {entry}", f"• {other}")) == [
        (*SKERRY, "Tora Fabelvik", "09:00", None),
        (*LAMP, "Tora Fabelvik", "09:30", None),
    ]


def test_a_programme_without_numbers_goes_on_after_lunch() -> None:
    before = slide("Program før lunsj", "• 09.00 Åpning (Siv Sagn)", "• 09.10 Nye skjær (Tora Fabelvik)", "• 10.00 Te")
    after = slide("Program etter lunsj", "• 12.00 Lykteolje (Odd Huldermo)", "• 13.00 Slutt")
    assert [(title, who, time) for _, title, who, time, _ in rows(before, after)] == [
        ("Åpning", "Siv Sagn", "09:00"),
        ("Nye skjær", "Tora Fabelvik", "09:10"),
        ("Te", None, "10:00"),
        ("Lykteolje", "Odd Huldermo", "12:00"),
        ("Slutt", None, "13:00"),
    ]


def test_an_agenda_of_titles_alone_stands_at_the_front_under_the_bare_word_for_it() -> None:
    titles = ("• Velkommen", "• Nye skjær (Tora Fabelvik)", "• Eventuelt")
    assert [row[1:3] for row in rows(slide("Dagsorden", *titles))] == [
        ("Velkommen", None),
        ("Nye skjær", "Tora Fabelvik"),
        ("Eventuelt", None),
    ]
    assert rows(slide("Dagens fangst", *titles)) == []
    assert rows(*[slide("Om fyret", "• Det lyser")] * 4, slide("Agenda", *titles)) == []


@pytest.mark.parametrize(
    "rows_of_table",
    [
        (("A", "Nye skjær", "Tora Fabelvik"), ("B", "Lykteolje", "Odd Huldermo"), ("C", "Eventuelt", None)),
        (("09.00", "Nye skjær", "Tora Fabelvik"), ("09.30", "Lykteolje", "Odd Huldermo"), ("11.00", "Lunsj", None)),
    ],
)
def test_a_table_of_letters_or_hours_is_an_agenda_under_the_word_for_it(
    rows_of_table: tuple[tuple[str, ...], ...],
) -> None:
    told = [
        (title, who)
        for _, title, who, _, _ in rows(slide("Saker i møtet", table(("", "Tema", "Innleder"), *rows_of_table)))
    ]
    assert told[:2] == [("Nye skjær", "Tora Fabelvik"), ("Lykteolje", "Odd Huldermo")]
    assert len(told) == 3
    assert rows(slide("Lykter på lager", table(("", "Slag", "Kjøpt av"), *rows_of_table))) == []


def test_a_break_in_one_cell_over_all_columns_has_its_hour_and_a_cell_may_tell_two_things() -> None:
    listed = table(
        ("Saksnr", "Tittel", "Saksbehandler og tid"),
        ("3/31", "Nye skjær", "Tora Fabelvik, kl. 09.00"),
        ("Lunsj i fyret 1130–1215", None, None),
        ("4/31", "Lykteolje", "Odd Huldermo, kl. 12.15"),
    )
    assert [(i.title, i.presenter, i.time, i.end) for i in meeting(slide("Saker", listed)).agenda] == [
        ("Nye skjær", "Tora Fabelvik", "09:00", None),
        ("Lunsj i fyret", None, "11:30", "12:15"),
        ("Lykteolje", "Odd Huldermo", "12:15", None),
    ]


# Badges with counts, the number below the title, the presenters in a column of their own.
COUNTS = [
    *(("* 1", 40, 100), ("* Nye skjær", 120, 100), ("PS 3/31", 120, 130), ("Tora Fabelvik", 640, 106)),
    *(("* 2", 40, 200), ("* Lykteolje", 120, 200), ("PS 4/31", 120, 230), ("Odd Huldermo", 640, 206)),
    *(("* 3", 40, 300), ("* Tåkelur", 120, 300), ("PS 5/31", 120, 330), ("Siv Sagn", 640, 306)),
]


def test_counts_in_boxes_part_the_entries_and_the_cases_numbers_name_them() -> None:
    assert [row[:3] for row in rows(laid_out("Det skal vi gjennom", *COUNTS))] == [
        (*SKERRY, "Tora Fabelvik"),
        (*LAMP, "Odd Huldermo"),
        ("5/31", "Tåkelur", "Siv Sagn"),
    ]


# Letters before the titles, the hours right of them.
LETTERS = [
    *(
        ("* A", 40, 100),
        ("* Nye skjær", 120, 100),
        ("09.00", 500, 100),
        ("Tora Fabelvik", 600, 100),
        ("Vedtak", 800, 100),
    ),
    *(
        ("* B", 40, 160),
        ("* Lykteolje", 120, 160),
        ("09.30", 500, 160),
        ("Odd Huldermo", 600, 160),
        ("Drøfting", 800, 160),
    ),
    *(("* –", 40, 220), ("* Lunsj", 120, 220), ("11.00", 500, 220)),
    *(("* C", 40, 280), ("* Tåkelur", 120, 280), ("11.30", 500, 280), ("Siv Sagn", 600, 280), ("Drøfting", 800, 280)),
]


def test_letters_that_count_the_entries_are_no_types() -> None:
    assert rows(laid_out("Agenda", *LETTERS)) == [
        *WITHOUT_NUMBERS,
        (None, "Tåkelur", "Siv Sagn", "11:30", "Drøfting"),
    ]


# The number left of the title, its letter right of it, a break of its own row, and what the letters stand for.
CARDS = [
    ("09.00 Kaffe og registrering", 40, 100),
    *(("3/31", 40, 140), ("* Nye skjær", 110, 138), ("09.15–10.00 · Tora Fabelvik", 110, 158), ("V", 430, 148)),
    ("10.00 Pause (15 min.)", 40, 190),
    *(("4/31", 40, 230), ("* Lykteolje", 110, 228), ("10.15–11.00 · Odd Huldermo", 110, 248), ("D", 430, 238)),
    *(("* V", 40, 480), ("Vedtak", 64, 480), ("* D", 160, 480), ("Drøfting", 184, 480)),
]


def test_breaks_between_numbered_entries_are_rows_and_the_legend_says_the_types() -> None:
    assert rows(laid_out("Kjøreplan i fyret", *CARDS)) == [
        (None, "Kaffe og registrering", None, "09:00", None),
        (*SKERRY, "Tora Fabelvik", "09:15", "Vedtak"),
        (None, "Pause", None, "10:00", None),
        (*LAMP, "Odd Huldermo", "10:15", "Drøfting"),
    ]


def test_a_word_that_explains_a_letter_makes_a_deck_of_proposals_no_minutes() -> None:
    deck = document(
        slide("Møtebok for rådsmøte 12. mars 2031"),
        laid_out("Kjøreplan i fyret", *CARDS),
        slide("Sak 3/31 – forslag til vedtak", "• Rådet ber om nye skjær."),
    )
    assert kind_of(deck) is DocumentKind.DECK


def test_a_list_of_the_cases_beside_every_slide_is_no_agenda_and_one_of_earlier_cases_none_either() -> None:
    beside = [("3/31", 0, 100), ("Nye skjær", 0, 116), ("4/31", 0, 160), ("Lykteolje", 0, 176)]
    agenda = [
        *(("* 09.00", 260, 100), ("* Åpning", 360, 100), ("* 09.10", 260, 150), ("* Nye skjær", 360, 150)),
        *(("Sak 3/31 · Tora Fabelvik", 360, 170), ("* 10.00", 260, 200), ("* Lykteolje", 360, 200)),
        ("Sak 4/31 · Odd Huldermo", 360, 220),
    ]
    earlier = slide("Vedtak i forrige møte", "• 1/31 Tau: godkjent", "• 2/31 Maling: utsatt", "• 30/30 Bru: avvist")
    others = [laid_out(title, *beside, ("Det lyser", 260, 100)) for title in ("Nye skjær", "Lykteolje")]
    assert [row[:4] for row in rows(earlier, laid_out("Dagsorden", *beside, *agenda), *others)] == [
        (None, "Åpning", None, "09:00"),
        (*SKERRY, "Tora Fabelvik", "09:10"),
        (*LAMP, "Odd Huldermo", "10:00"),
    ]


def test_names_behind_dashes_present_where_most_entries_have_one() -> None:
    named = slide("Agenda", "• 09.00 Velkommen – Siv Sagn", "• 09.15 Sak 3/31 Nye skjær (vedtak) – Tora Fabelvik",
                  "• 09.40 Sak 4/31 Lykteolje (drøfting) – Odd Huldermo")  # fmt: skip
    assert [row[1:3] for row in rows(named)] == [
        ("Velkommen", "Siv Sagn"),
        ("Nye skjær", "Tora Fabelvik"),
        ("Lykteolje", "Odd Huldermo"),
    ]
    one = slide("Agenda", "• Sak 3/31 Skjær – Store Tåkeholmen", "• Sak 4/31 Lykteolje", "• Sak 5/31 Tåkelur")
    assert rows(one)[0][1:3] == ("Skjær – Store Tåkeholmen", None)


def test_numbers_under_the_year_are_cases_where_they_count_on() -> None:
    assert sections_named(["2031/10 Skjær", "2031/11 Olje"]) == ["Sak 2031/10 Skjær", "Sak 2031/11 Olje"]
    assert sections_named(["2031/32 skoleåret", "2032/33 skoleåret"]) == ["2031/32 skoleåret", "2032/33 skoleåret"]
    assert [row[0] for row in rows(slide("Saksliste", "• 2031/10 Skjær", "• 2031/11 Olje"))] == ["10/31", "11/31"]


def test_four_digits_on_each_side_of_a_dash_behind_words_are_hours_and_years_are_not() -> None:
    assert with_points("Lunsj 1130–1215") == "Lunsj 11.30–12.15"
    assert with_points("perioden 2019–2020") == "perioden 2019–2020"


# Numbers centred over what they are of, hours below the titles.
CENTRED = [
    *(
        ("* 3/31", 150, 120),
        ("* Nye skjær", 40, 180),
        ("Tora Fabelvik", 40, 220),
        ("kl. 09.00", 40, 260),
        ("Vedtak", 40, 300),
    ),
    *(("* 4/31", 450, 120), ("* Lykteolje", 340, 180), ("Odd Huldermo", 340, 220), ("kl. 09.30", 340, 260)),
    *(
        ("Drøfting", 340, 300),
        ("* 5/31", 750, 120),
        ("* Tåkelur", 640, 180),
        ("Siv Sagn", 640, 220),
        ("kl. 10.00", 640, 260),
    ),
]


def test_numbers_centred_over_columns_are_of_what_stands_below() -> None:
    assert rows(laid_out("Agenda", *CENTRED)) == [*NUMBERED[:2], ("5/31", "Tåkelur", "Siv Sagn", "10:00", None)]


def test_headings_over_columns_of_cards_say_their_types() -> None:
    cards = [("Til vedtak", 40, 90, None), ("Til drøfting", 340, 90, None)]
    for number, (case, title, left, top) in enumerate(
        [("3/31", "Nye skjær", 40, 130), ("4/31", "Lykteolje", 40, 230), ("5/31", "Tåkelur", 340, 130)]
    ):
        cards += [(title, left, top, number), (f"Sak {case}", left + 20, top + 16, number)]
    blocks = [
        Block(BlockKind.PARAGRAPH, text, Box(left, top, left + 160, top + 15), group=group, size=14)
        for text, left, top, group in cards
    ]
    assert [(row[0], row[4]) for row in rows(replace(slide("Saker i møtet"), blocks=tuple(blocks)))] == [
        ("3/31", "vedtak"),
        ("4/31", "vedtak"),
        ("5/31", "drøfting"),
    ]


def test_a_frame_is_of_the_hour_left_of_it_however_high_its_title_stands() -> None:
    texts = [
        *(("09.00", 40, 130, 1), ("3/31 Nye skjær", 120, 110, 2), ("Tora Fabelvik", 120, 150, 2)),
        *(("09.30", 40, 190, 3), ("4/31 Lykteolje", 120, 170, 4), ("Odd Huldermo", 120, 210, 4)),
        *(("11.00", 40, 250, 5), ("Lunsj", 120, 250, None)),
    ]
    blocks = [
        Block(BlockKind.PARAGRAPH, text, Box(left, top, left + 60, top + 14), group=group, size=12)
        for text, left, top, group in texts
    ]
    assert [row[:4] for row in rows(replace(slide("Dagsplan"), blocks=tuple(blocks)))] == [row[:4] for row in NUMBERED]


PLAN = table(("Møte", "Når", "Tema"), ("1/32", "februar", "Skjær"), ("2/32", "mars", "Olje"), ("3/32", "juni", "Tau"))
DAYS = table(
    ("Møte", "Når", "Tema"), ("5/31", "4. juni", "Skjær"), ("6/31", "2. juli", "Olje"), ("7/31", "6. aug.", "Tau")
)
BEFORE = table(("Sak", "Gjaldt"), ("28/30", "Skjær"), ("29/30", "Olje"), ("30/30", "Tau"))


@pytest.mark.parametrize("other", [PLAN, DAYS, BEFORE])
@pytest.mark.parametrize(
    "lines",
    [("• Sak 3/31 Nye skjær", "• Sak 4/31 Lykteolje"), ("• 09.00 Nye skjær", "• 09.30 Lykteolje", "• 11.00 Slutt")],
)
def test_a_plan_of_coming_meetings_or_what_was_decided_last_year_is_no_agenda(
    other: Table, lines: tuple[str, ...]
) -> None:
    assert [row[1] for row in rows(slide("Saksliste", *lines), slide("Oversikt", other))][:2] == [
        "Nye skjær",
        "Lykteolje",
    ]
