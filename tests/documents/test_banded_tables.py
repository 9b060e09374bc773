"""Tables whose rows are drawn and whose columns are not: on bands of colour, or between rules across."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.documents import Slide, Table

GREY, DARK = (0.9, 0.9, 0.95), (0.1, 0.2, 0.4)
COLUMNS = (44, 330, 450, 560)
ROWS = (
    ("Båt", "Lengde 2031", "Lengde 2032", "Kaptein"),
    ("Oppdiktet skonnert", "14", "15", "Oppdiktet Ás"),
    ("Skøyta", "9", "11", "Oppdiktet Bø"),
    ("Kajakken med det lange navnet", "4", "4", "Ingen"),
    ("Sum", "27", "30", ""),
)


def written(
    page: Page, rows: Sequence[Sequence[str]], tops: Sequence[float], columns: Sequence[float] = COLUMNS
) -> Page:
    for number, (row, top) in enumerate(zip(rows, tops, strict=True)):
        for left, text in zip(columns, row, strict=True):
            page.text(text, left, top + 19, 12, bold=number == 0)
    return page


def banded(rows: Sequence[Sequence[str]] = ROWS, *, every: int = 1) -> Page:
    """Rows 28 points high on bands, of which only each `every` one is drawn."""
    page = Page().text("Båtene våre", 40, 60, 28)
    tops = [100.0 + 28 * number for number in range(len(rows))]
    for number, top in enumerate(tops):
        if number % every == 0:
            page.box(40, top, 700, top + 28, fill=DARK if number == 0 else GREY)
    return written(page, rows, tops)


def ruled(rows: Sequence[Sequence[str]] = ROWS, *, first: int = 0, last: int = 0) -> Page:
    """Rows between rules, without those above the `first` rows and below the `last` ones; one more over the footer."""
    page = Page().text("Båtene våre", 40, 60, 28)
    tops = [100.0 + 28 * number for number in range(len(rows))]
    for top in [*tops, tops[-1] + 28][first : len(rows) + 1 - last]:
        page.box(40, top, 700, top + 0.8, fill=DARK)
    page.box(40, 490, 700, 490.8, fill=DARK)
    return written(page, rows, tops)


def read(folder: Path, page: Page) -> Slide:
    path = folder / "oppdiktet.pdf"
    path.write_bytes(pdf(page))
    (slide,) = documents.read(path).slides
    return slide


def table_of(slide: Slide) -> Table:
    (table,) = [block.table for block in slide.body if block.table is not None]
    return table


@pytest.mark.parametrize(
    "page",
    [banded(), banded(every=2), ruled(), ruled(first=1), ruled(last=1), ruled(first=1, last=1)],
    ids=["bands", "every other band", "rules", "no rule on top", "no rule below", "rules between rows only"],
)
def test_a_table_without_lines_between_its_columns_is_read_by_row_and_column(tmp_path: Path, page: Page) -> None:
    table = table_of(read(tmp_path, page))
    assert (table.label_header, *table.columns) == ROWS[0]
    assert [(row.label, *(value or "" for value in row.values)) for row in table.rows] == list(ROWS[1:])


@pytest.mark.parametrize("drawn", [banded, ruled])
def test_a_table_by_years_with_an_empty_corner_is_read(tmp_path: Path, drawn: Callable[..., Page]) -> None:
    rows = (("", "2031", "2032", "2033"), ("Skonnert", "14", "15", "16"), ("Skøyta", "9", "11", "12"))
    table = table_of(read(tmp_path, drawn(rows)))
    assert table.columns == ("2031", "2032", "2033")
    assert [(row.label, row.values) for row in table.rows] == [
        ("Skonnert", ("14", "15", "16")),
        ("Skøyta", ("9", "11", "12")),
    ]


def test_text_below_the_last_row_stays_text(tmp_path: Path) -> None:
    below = "Kapteinene velges av rådet hvert år, og de som vil melde seg, gjør det til havnekontoret innen påske."
    slide = read(tmp_path, ruled().text(below, 40, 270, 12))
    assert len(table_of(slide).rows) == len(ROWS) - 1
    assert below in [block.text for block in slide.body]


def test_points_below_a_table_and_the_footer_under_its_rule_are_none_of_its_rows(tmp_path: Path) -> None:
    page = banded(every=2).text("• Kajakken selges i høst", 45, 266, 12).text("• Skøyta blir på land", 45, 286, 12)
    page.box(40, 500, 700, 500.8, fill=DARK).text("Havnerådet, 12. mai 2031", 44, 515, 9).text("7", 690, 515, 9)
    slide = read(tmp_path, page)
    assert [row.label for row in table_of(slide).rows] == [row[0] for row in ROWS[1:]]
    assert [block.text for block in slide.body if not block.table] == ["Kajakken selges i høst", "Skøyta blir på land"]


def test_names_under_each_other_in_one_cell_are_a_list(tmp_path: Path) -> None:
    page = Page().text("Mannskap", 40, 60, 28)
    tops = (100, 128, 176, 224)
    for top, bottom in zip(tops, (128, 176, 224, 272), strict=True):
        page.box(40, top, 700, bottom, fill=GREY)
    rows = (("Båt", "Mannskap", "Antall"), ("Skonnerten", "", "2"), ("Skøyta", "", "2"), ("Kajakken", "", "1"))
    written(page, rows, tops, (44, 330, 600))
    for text, top in (
        ("Ola Oppdiktet, Ås", 145),
        ("Kari Oppdiktet, Bø", 161),
        ("Pål Oppdiktet, Os", 193),
        ("uten noen Å", 209),
    ):
        page.text(text, 330, top, 12)
    table = table_of(read(tmp_path, page.text("Ása Oppdiktet", 330, 241, 12)))
    assert [row.values[0] for row in table.rows] == [
        "Ola Oppdiktet, Ås; Kari Oppdiktet, Bø",
        "Pål Oppdiktet, Os uten noen Å",
        "Ása Oppdiktet",
    ]


def test_bands_that_hold_one_text_each_are_no_table(tmp_path: Path) -> None:
    page = Page().text("Råd om båter", 40, 60, 28)
    for number, text in enumerate(("Vask den", "Tjær den i april hvert år", "Sett den på land om høsten")):
        page.box(40, 100 + 40 * number, 700, 140 + 40 * number, fill=GREY).text(text, 44, 125 + 40 * number, 12)
    slide = read(tmp_path, page)
    assert not any(block.table for block in slide.body)


def test_cards_under_each_other_with_room_between_are_no_table(tmp_path: Path) -> None:
    page = Page().text("Tre løfter", 40, 60, 28)
    for number, text in enumerate(("Flere naust på øya", "Bedre lys på kaia om vinteren", "Ny brygge ved sundet")):
        top = 100 + 70 * number
        page.box(40, top, 700, top + 50, fill=GREY).text(f"Løfte {number + 1}", 44, top + 30, 12)
        page.text(text, 330, top + 30, 12)
    slide = read(tmp_path, page)
    assert not any(block.table for block in slide.body)


def test_labels_that_begin_within_a_step_of_each_other_stand_at_one_depth(tmp_path: Path) -> None:
    page = Page().text("Satser", 40, 60, 28)
    rows = (("Sats", "2031", "2032"), ("Tapt lønn", "10", "11"), ("Reise", "20", "21"), ("Kost", "30", "31"))
    for number, (row, left) in enumerate(zip(rows, (44, 45.9, 46.1, 44.4), strict=True)):
        top = 100 + 28 * number
        page.box(40, top, 700, top + 28, fill=GREY)
        for text, at in zip(row, (left, 330, 450), strict=True):
            page.text(text, at, top + 19, 12, bold=number == 0)
    assert [row.under for row in table_of(read(tmp_path, page)).rows] == [(), (), ()]


def test_cards_with_titles_over_smaller_type_are_no_rows(tmp_path: Path) -> None:
    page = Page().text("Dagen på kaia", 40, 60, 28)
    for number, (title, who) in enumerate(
        [("Skonnerten", "Oppdiktet Ás"), ("Skøyta", "Oppdiktet Bø"), ("Kajakken", "Ingen")]
    ):
        top = 100.0 + 56 * number
        page.box(40, top, 700, top + 48, fill=GREY)
        page.text(title, 44, top + 18, 14, bold=True).text(who, 44, top + 36, 10).text(
            f"{20 + number} min", 600, top + 24, 11
        )
    slide = read(tmp_path, page)
    assert all(block.table is None for block in slide.body)
    assert {"Skonnerten", "Skøyta", "Kajakken"} <= {block.text for block in slide.body}


def test_headings_in_bold_stand_above_the_first_row_where_every_other_has_a_band(tmp_path: Path) -> None:
    page = Page().text("Hva eierne skal betale", 40, 60, 28)
    for text, left in (("Areal", 55), ("2031", 600), ("2032", 740)):
        page.text(text, left, 133, 15, bold=True)
    for n, (name, first, then) in enumerate(
        (("Naust", "420", "480"), ("Fyrlykt", "690", "760"), ("Brygge", "310", "345"), ("Låve", "240", "250"))
    ):
        top = 150 + 32 * n
        if n % 2:
            page.box(48, top - 6, 912, top + 26, fill=(0.9, 0.95, 0.95))
        page.text(name, 55, top + 15, 15).text(first, 600, top + 15, 15).text(then, 740, top + 15, 15)
    file = tmp_path / "troll.pdf"
    file.write_bytes(pdf(page))
    (table,) = (block.table for block in documents.read(file).slides[0].blocks if block.table is not None)
    assert (table.label_header, table.columns) == ("Areal", ("2031", "2032"))
    assert [row.label for row in table.rows] == ["Naust", "Fyrlykt", "Brygge", "Låve"]
