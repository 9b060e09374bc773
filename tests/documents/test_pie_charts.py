"""Pies and rings of a PDF page: which printed value is whose, by the legend's colours."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from tests.pdf_builder import Colour, Page, pdf

from radsassistent.documents import Table, read

MIDDLE, RADIUS = (300.0, 300.0), 120.0
NAVY, GREY, RED = (0.2, 0.2, 0.4), (0.8, 0.85, 0.9), (0.8, 0.2, 0.2)
Slice = tuple[str, int, Colour]
TROLLS: tuple[Slice, ...] = (("Troll under bru", 11, NAVY), ("Troll i fjell", 59, GREY), ("Uten bosted", 30, RED))


def at(share: float, radius: float) -> tuple[float, float]:
    """A place on a circle, clockwise from its top."""
    turn = 2 * math.pi * share
    return MIDDLE[0] + radius * math.sin(turn), MIDDLE[1] - radius * math.cos(turn)


def pie(slices: tuple[Slice, ...], *, inner: float = 0.0, label_at: float = 0.75, legend: int = 9) -> Page:
    """A page with a pie whose values stand `label_at` radii from the middle, and a legend of the first `legend` slices."""
    page = Page().text("Trollene våre", 40, 60, 28).text("Hvor trollene bor, 2031", 200, 140, 14)
    begun = 0.0
    for number, (name, percent, colour) in enumerate(slices):
        steps = [begun + percent / 100 * step / 20 for step in range(21)]
        page.path(
            [*(at(share, RADIUS) for share in steps), *(at(share, inner * RADIUS) for share in reversed(steps))],
            fill=colour,
        )
        x, y = at(begun + percent / 200, label_at * RADIUS)
        page.text(f"{percent} %", x - 10, y + 5, 12)
        if number < legend:
            page.box(520, 200 + 30 * number, 531, 211 + 30 * number, fill=colour)
            page.text(name, 536, 210 + 30 * number, 12)
        begun += percent / 100
    return page


def tables(folder: Path, page: Page) -> list[Table]:
    file = folder / "troll.pdf"
    file.write_bytes(pdf(page))
    return [block.table for block in read(file).slides[0].blocks if block.table is not None]


@pytest.mark.parametrize("inner", [0.0, 0.6], ids=["pie", "ring"])
@pytest.mark.parametrize("label_at", [0.75, 1.2], ids=["values in it", "values around it"])
def test_a_value_goes_with_the_name_whose_colour_its_sector_has(tmp_path: Path, inner: float, label_at: float) -> None:
    (table,) = tables(tmp_path, pie(TROLLS, inner=inner, label_at=label_at))
    assert table.caption == "Hvor trollene bor, 2031"
    assert [(row.label, row.values) for row in table.rows] == [
        ("Troll under bru", ("11 %",)),
        ("Troll i fjell", ("59 %",)),
        ("Uten bosted", ("30 %",)),
    ]


def test_what_stands_in_the_hole_of_a_ring_heads_its_values(tmp_path: Path) -> None:
    (table,) = tables(tmp_path, pie(TROLLS, inner=0.6).text("2031", 286, 305, 14))
    assert table.columns == ("2031",)


def test_a_pie_with_a_sector_that_nothing_names_is_not_guessed_at(tmp_path: Path) -> None:
    assert tables(tmp_path, pie(TROLLS, legend=2)) == []


def test_a_pie_with_a_sector_without_a_value_is_not_guessed_at(tmp_path: Path) -> None:
    assert tables(tmp_path, pie(TROLLS, label_at=3.0)) == []


def test_the_year_in_the_title_over_a_pie_is_no_value(tmp_path: Path) -> None:
    page = pie(TROLLS).text("Troll 2031, prosent", 250, 175, 12)
    (table,) = tables(tmp_path, page)
    assert table.caption == "Troll 2031, prosent"
    assert [row.values for row in table.rows] == [("11 %",), ("59 %",), ("30 %",)]


def test_a_pie_beside_a_table_is_read_too(tmp_path: Path) -> None:
    page = pie(TROLLS).grid([["Bru", "Troll"], ["Steinbrua", "3"]], 600, 420)
    assert [len(table.rows) for table in tables(tmp_path, page)] == [3, 1]
