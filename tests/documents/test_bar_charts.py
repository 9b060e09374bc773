"""Bar charts of a PDF page: units behind the values, and ticks of the axis that stand beside the categories."""

from __future__ import annotations

from pathlib import Path

from tests.pdf_builder import Page, pdf

from radsassistent.documents import Table, read

GREEN = (0.2, 0.6, 0.3)
FLOOR = 400.0


def chart(folder: Path, page: Page) -> Table:
    file = folder / "troll.pdf"
    file.write_bytes(pdf(page))
    (table,) = (block.table for block in read(file).slides[0].blocks if block.table is not None)
    return table


def told(table: Table) -> list[tuple[str, tuple[str | None, ...]]]:
    return [(row.label, row.values) for row in table.rows]


def upright(unit: str = "") -> Page:
    """Three bars over their places, an axis at their left with a tick at its foot."""
    page = Page().text("Bruer i Trollheimen", 40, 60, 28).text("0", 80, FLOOR + 4, 11)
    for n, (value, name) in enumerate(((40, "Nord"), (25, "Midt"), (31, "Sør"))):
        left = 100 + 90 * n
        page.box(left, FLOOR - 4 * value, left + 50, FLOOR, fill=GREEN)
        page.text(f"{value}{unit}", left + 14, FLOOR - 4 * value - 6, 12).text(name, left + 12, FLOOR + 17, 12)
    return page


def test_a_tick_at_the_foot_of_the_axis_is_no_part_of_a_category(tmp_path: Path) -> None:
    assert told(chart(tmp_path, upright())) == [("Nord", ("40",)), ("Midt", ("25",)), ("Sør", ("31",))]


def test_a_value_keeps_the_sign_of_percent_behind_it(tmp_path: Path) -> None:
    assert told(chart(tmp_path, upright(unit=" %"))) == [("Nord", ("40 %",)), ("Midt", ("25 %",)), ("Sør", ("31 %",))]


def test_a_lying_bar_keeps_the_sign_of_percent_behind_its_value(tmp_path: Path) -> None:
    page = Page().text("Bruer i Trollheimen", 40, 60, 28)
    for n, (value, name) in enumerate(((64, "Kjenner brua"), (21, "Har gått over"))):
        top = 200 + 60 * n
        page.text(name, 150, top + 24, 12).box(230, top, 230 + 3 * value, top + 40, fill=GREEN)
        page.text(f"{value} %", 232 + 3 * value, top + 24, 12)
    assert told(chart(tmp_path, page)) == [("Kjenner brua", ("64 %",)), ("Har gått over", ("21 %",))]


def test_cards_as_high_as_each_other_with_a_figure_over_each_are_no_chart(tmp_path: Path) -> None:
    page = Page().text("Bruer i fire tall", 40, 60, 28)
    for n, (value, name) in enumerate(((612, "bruer"), (26, "raste"), (540, "troll"))):
        left = 100 + 140 * n
        page.box(left, 200, left + 110, 300, fill=GREEN)
        page.text(str(value), left + 30, 196, 24).text(name, left + 30, 280, 12)
    file = tmp_path / "troll.pdf"
    file.write_bytes(pdf(page))
    (slide,) = read(file).slides
    assert not any(block.table for block in slide.blocks)
    assert {"612", "26", "540"} <= {block.text for block in slide.blocks}


def test_bars_set_off_by_colours_that_stand_for_nothing_are_one_series(tmp_path: Path) -> None:
    page = Page().text("Innhold etter type", 40, 60, 28)
    for n, (value, name) in enumerate(((38, "Rav"), (24, "Tjære"), (17, "Malm"), (12, "Vev"))):
        top = 200 + 36 * n
        page.text(name, 190, top + 16, 12)
        page.box(230, top, 230 + 3 * value, top + 23, fill=GREEN if n % 2 else (0.8, 0.6, 0.2))
        page.text(f"{value}", 234 + 3 * value, top + 16, 12)
    assert told(chart(tmp_path, page)) == [("Rav", ("38",)), ("Tjære", ("24",)), ("Malm", ("17",)), ("Vev", ("12",))]


def test_bars_of_two_series_whose_colours_are_not_told_are_no_table(tmp_path: Path) -> None:
    page = Page().text("Bruer i Trollheimen", 40, 60, 28)
    for n, name in enumerate(("Nord", "Midt", "Sør")):
        for place, value in enumerate((40 - n, 25 + n)):
            left = 100 + 120 * n + 30 * place
            page.box(left, FLOOR - 4 * value, left + 28, FLOOR, fill=GREEN if place else (0.8, 0.6, 0.2))
            page.text(str(value), left + 8, FLOOR - 4 * value - 6, 12)
        page.text(name, 118 + 120 * n, FLOOR + 17, 12)
    file = tmp_path / "troll.pdf"
    file.write_bytes(pdf(page))
    assert not any(block.table for block in read(file).slides[0].blocks)


def test_a_value_of_thousands_at_a_bar_keeps_the_figures_behind_its_space(tmp_path: Path) -> None:
    page = Page().text("Kontingent per bygd", 40, 60, 28)
    for n, (first, then, name) in enumerate((("2", "047", "Trollheim"), ("1", "115", "Hulderlia"))):
        top = 200 + 60 * n
        value = int(first + then)
        right = 230 + value / 8
        page.text(name, 165, top + 24, 12).box(230, top, right, top + 40, fill=GREEN)
        page.text(first, right + 6, top + 24, 13).text(then, right + 16.2, top + 24, 13)
    assert told(chart(tmp_path, page)) == [("Trollheim", ("2 047",)), ("Hulderlia", ("1 115",))]
