"""Line charts of a PDF page: which printed value is at which mark, and what stands below it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pdf_builder import Colour, Page, pdf

from radsassistent.documents import Table, read

BLUE, RED = (0.1, 0.2, 0.3), (0.8, 0.2, 0.2)
YEARS = ("2031", "2032", "2033", "2034")
FLOOR, STEP = 400.0, 70.0


def line(page: Page, values: tuple[str, ...], colour: Colour, name: str, *, stroke: bool = True) -> Page:
    """A line of marks with their values above them, a stroke drawn through, and its name below the chart."""
    places = [(600 + STEP * n, FLOOR - 5 * float(value.replace(",", "."))) for n, value in enumerate(values)]
    for (x, y), value in zip(places, values, strict=True):
        page.box(x - 3, y - 3, x + 3, y + 3, fill=colour)
        page.text(value, x - 8, y - 8, 12)
    if stroke:
        page.bent_line(places)
    x = 600.0 if colour is BLUE else 750.0
    return page.box(x, 440, x + 8, 448, fill=colour).text(name, x + 12, 448, 12)


def chart(categories: tuple[str, ...] = YEARS) -> Page:
    page = Page().text("Trollene våre", 40, 60, 28)
    for tick in range(0, 60, 10):
        page.text(str(tick), 550, FLOOR - 5 * tick, 12)
    for number, category in enumerate(categories):
        for row, words in enumerate(category.splitlines()):
            page.text(words, 588 + STEP * number, FLOOR + 16 + 14 * row, 12)
    return page


def tables(folder: Path, page: Page) -> list[Table]:
    file = folder / "troll.pdf"
    file.write_bytes(pdf(page))
    return [block.table for block in read(file).slides[0].blocks if block.table is not None]


def told(table: Table) -> list[tuple[str, tuple[str | None, ...]]]:
    return [(row.label, row.values) for row in table.rows]


def test_a_value_goes_with_what_stands_below_its_mark(tmp_path: Path) -> None:
    (table,) = tables(tmp_path, line(chart(), ("17,5", "16,0", "14,2", "15,3"), BLUE, "Ventetid ved bruene"))
    assert table.columns == ("Ventetid ved bruene",)
    assert told(table) == [("2031", ("17,5",)), ("2032", ("16,0",)), ("2033", ("14,2",)), ("2034", ("15,3",))]


def test_two_lines_over_the_same_years_are_two_columns(tmp_path: Path) -> None:
    page = line(line(chart(), ("10", "12", "9", "14"), BLUE, "Troll"), ("40", "42", "38", "44"), RED, "Huldrer")
    (table,) = tables(tmp_path, page)
    assert table.columns == ("Troll", "Huldrer")
    assert told(table)[1] == ("2032", ("12", "42"))


def test_a_category_over_two_lines_is_read_whole(tmp_path: Path) -> None:
    page = chart(("1. kv.\n2031", "2. kv.\n2031", "1. kv.\n2032", "2. kv.\n2032"))
    (table,) = tables(tmp_path, line(page, ("10", "12", "9", "14"), BLUE, "Troll"))
    assert [row.label for row in table.rows] == ["1. kv. 2031", "2. kv. 2031", "1. kv. 2032", "2. kv. 2032"]


def bare(page: Page, values: tuple[str, ...], *, unit: str = "") -> Page:
    """A line without marks, with its values a little above it."""
    places = [(600 + STEP * n, FLOOR - 5 * float(value)) for n, value in enumerate(values)]
    for (x, y), value in zip(places, values, strict=True):
        page.text(f"{value}{unit}", x - 8, y - 14, 12)
    return page.bent_line(places)


def test_a_line_without_marks_has_the_values_above_the_years_that_it_spans(tmp_path: Path) -> None:
    (table,) = tables(tmp_path, bare(chart(), ("11", "16", "22", "41"), unit=" %"))
    assert told(table) == [("2031", ("11 %",)), ("2032", ("16 %",)), ("2033", ("22 %",)), ("2034", ("41 %",))]


@pytest.mark.parametrize("beside", ["a second line", "values that do not rise and fall with the line"])
def test_values_that_need_not_be_those_of_a_line_without_marks_are_not_guessed_at(beside: str, tmp_path: Path) -> None:
    page = bare(chart(), ("11", "16", "22", "41"))
    if beside == "a second line":
        page.bent_line([(600 + STEP * n, FLOOR - 150 - 5 * n) for n in range(4)])
    else:
        page = chart()
        for n, (value, height) in enumerate((("11", 41), ("16", 22), ("22", 16), ("41", 11))):
            page.text(value, 592 + STEP * n, FLOOR - 5 * height - 14, 12)
        page.bent_line([(600 + STEP * n, FLOOR - 5 * height) for n, height in enumerate((41, 22, 16, 11))])
    assert tables(tmp_path, page) == []


@pytest.mark.parametrize("beside", ["a mark has no year", "nothing is drawn through the marks"])
def test_what_is_no_line_over_years_is_not_guessed_at(beside: str, tmp_path: Path) -> None:
    page = chart(YEARS[:3] if beside == "a mark has no year" else YEARS)
    page = line(page, ("10", "12", "9", "14"), BLUE, "Troll", stroke=beside == "a mark has no year")
    assert tables(tmp_path, page) == []


def test_a_chart_beside_a_table_is_read_too(tmp_path: Path) -> None:
    page = line(chart(), ("10", "12", "9", "14"), BLUE, "Troll").grid([["Bru", "Troll"], ["Steinbrua", "3"]], 40, 120)
    ruled, drawn = tables(tmp_path, page)
    assert told(ruled) == [("Steinbrua", ("3",))]
    assert told(drawn)[3] == ("2034", ("14",))
