"""The February deck, slide by slide against what stands on it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from radsassistent.documents import BlockKind, Document, SlideStatus, Table

WITHOUT_TEXT = {6, 7, 61, 97, 98}


def tables_on(document: Document, slide: int) -> list[Table]:
    return [block.table for block in document.slides[slide - 1].blocks if block.table is not None]


def rows(table: Table) -> list[tuple[str, tuple[str | None, ...]]]:
    return [(row.label, row.values) for row in table.rows]


def true_tables(truth: dict[str, Any], slide: int) -> list[dict[str, Any]]:
    return list(truth["slides"][slide - 1]["tables"])


def true_rows(table: dict[str, Any]) -> list[tuple[str, tuple[str | None, ...]]]:
    return [(row["label"] or "", tuple(row["values"])) for row in table["rows"]]


def test_every_page_is_a_slide_with_the_number_that_a_viewer_prints(february: Document) -> None:
    assert [slide.number for slide in february.slides] == list(range(1, 175))


def test_every_slide_has_the_title_that_a_reader_sees(february: Document, truth: dict[str, Any]) -> None:
    assert {s.number: s.title for s in february.slides} == {s["slide"]: s["title"] for s in truth["slides"]}


def test_no_letter_or_digit_of_the_deck_is_lost(february: Document, february_path: Path) -> None:
    lost = {}
    for slide, page in zip(february.slides, PdfReader(february_path).pages, strict=True):
        # The letter o alone is a bullet in this template.
        words = [word for word in page.extract_text().split() if word != "o"]
        printed = Counter(filter(str.isalnum, "".join(words)))
        read = Counter(filter(str.isalnum, " ".join(block.text for block in slide.blocks)))
        if printed - read:
            lost[slide.number] = printed - read
    assert lost == {}


def test_slides_with_only_a_picture_are_listed_as_such_and_no_others(february: Document) -> None:
    by_status = {status: {s.number for s in february.slides if s.status is status} for status in SlideStatus}
    assert by_status[SlideStatus.PICTURE] == WITHOUT_TEXT
    assert by_status[SlideStatus.TEXT] | by_status[SlideStatus.TABLE] == set(range(1, 175)) - WITHOUT_TEXT
    assert all(slide.reason for slide in february.slides if slide.number in WITHOUT_TEXT)


def test_the_slide_with_only_the_agenda_table_is_told_as_a_table(february: Document) -> None:
    assert february.slides[4].status is SlideStatus.TABLE


def test_the_agenda_table_is_read_cell_for_cell(february: Document, truth: dict[str, Any]) -> None:
    (table,) = tables_on(february, 5)
    (true,) = true_tables(truth, 5)
    assert rows(table) == true_rows(true)
    assert (table.label_header, *table.columns) == (
        "Saksnr",
        "Agenda Porteføljerådet 12. februar 2026",
        "Presenterer saken",
        "Tid",
        "Sakstype",
    )


@pytest.mark.parametrize("slide", [71, 72, 74, 75, 76, 77, 78])
def test_a_table_of_costs_by_year_is_read_cell_for_cell(slide: int, february: Document, truth: dict[str, Any]) -> None:
    tables, true = tables_on(february, slide), true_tables(truth, slide)
    assert [table.columns for table in tables] == [tuple(table["columns"]) for table in true]
    assert [rows(table) for table in tables] == [true_rows(table) for table in true]
    assert [table.caption for table in tables] == [table["caption"] for table in true]


def test_a_header_over_two_columns_names_both_and_a_comment_column_is_kept(
    february: Document, truth: dict[str, Any]
) -> None:
    (table,) = tables_on(february, 80)
    (true,) = true_tables(truth, 80)
    assert table.columns == (*true["columns"], "Kommentar")
    assert [(label, values[:4]) for label, values in rows(table)] == true_rows(true)
    assert [f"Kommentar: {values[4]}" for _, values in rows(table) if values[4]] == [true["note"]]


def test_a_row_set_in_under_another_names_it(february: Document) -> None:
    (table,) = tables_on(february, 74)
    under = {row.label: row.under for row in table.rows}
    assert under["Vekst - Helsekort for gravide"] == ("Vekst som følge av investeringer",)
    assert under["Vekst som følge av investeringer"] == ()


def test_a_chart_with_three_series_is_read_value_for_value(february: Document, truth: dict[str, Any]) -> None:
    (table,) = tables_on(february, 108)
    (true,) = true_tables(truth, 108)
    assert rows(table) == true_rows(true)
    assert table.columns == tuple(true["columns"])
    assert table.caption == true["caption"]


def test_a_chart_without_category_names_counts_its_bars_instead_of_inventing_years(
    february: Document, truth: dict[str, Any]
) -> None:
    (table,) = tables_on(february, 141)
    (true,) = true_tables(truth, 141)
    assert table.columns == tuple(true["columns"])
    assert [row.values for row in table.rows] == [values for _, values in true_rows(true)]
    assert [row.label for row in table.rows] == ["nr. 1 fra venstre", "nr. 2 fra venstre", "nr. 3 fra venstre"]


def test_a_chart_with_one_series_is_read_value_for_value(february: Document, truth: dict[str, Any]) -> None:
    (table,) = tables_on(february, 146)
    (true,) = true_tables(truth, 146)
    assert rows(table) == true_rows(true)
    assert table.caption == true["caption"]


def test_a_missing_bar_in_a_group_is_no_value_and_moves_no_other(february: Document, truth: dict[str, Any]) -> None:
    (table,) = tables_on(february, 171)
    true = next(table for table in true_tables(truth, 171) if table["caption"] == "Utvikling antall søknader")
    by_year = {row["label"]: dict(zip(true["columns"], row["values"], strict=True)) for row in true["rows"]}
    assert table.caption == true["caption"]
    assert {
        (row.label, year): value for row in table.rows for year, value in zip(table.columns, row.values, strict=True)
    } == {(kind, year): value for year, values in by_year.items() for kind, value in values.items()}


def test_a_printed_slide_number_is_a_footer_and_not_part_of_the_content(february: Document) -> None:
    for number in (10, 16, 18, 29, 33, 62, 107, 110, 113, 114):
        slide = february.slides[number - 1]
        assert str(number) in [b.text for b in slide.blocks if b.kind is BlockKind.FOOTER]
        assert str(number) not in [b.text for b in slide.body]
