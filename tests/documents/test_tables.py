"""What the cells of a grid mean: header rows, captions, labels and rows under other rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radsassistent.documents import Box
from radsassistent.documents.paragraphs import join_lines
from radsassistent.documents.reading_order import reading_order
from radsassistent.documents.tables import is_number, table_from_cells


def test_the_corner_of_a_table_by_years_is_its_caption() -> None:
    table = table_from_cells([["Millioner kroner", "2031", "2032"], ["Oppdiktet tiltak", "1", "2"]])
    assert table.caption == "Millioner kroner"
    assert table.columns == ("2031", "2032")


def test_the_corner_of_any_other_table_names_its_first_column() -> None:
    table = table_from_cells([["Navn", "Rolle"], ["Oppdiktet Person", "leder"]])
    assert (table.caption, table.label_header) == ("", "Navn")


def test_a_header_cell_over_two_columns_stands_before_the_name_of_each() -> None:
    cells = [["År", "Kostnad", None, "Merknad"], [None, "fra", "til", None], ["2031", "1,5", "2,9", "x"]]
    table = table_from_cells(cells)
    assert table.columns == ("Kostnad fra", "Kostnad til", "Merknad")
    assert [row.label for row in table.rows] == ["2031"]


def test_an_empty_row_says_nothing_and_an_empty_cell_is_no_value() -> None:
    table = table_from_cells([["Navn", "Rolle"], ["", ""], ["Oppdiktet Person", ""]])
    assert [(row.label, row.values) for row in table.rows] == [("Oppdiktet Person", (None,))]


def test_rows_set_in_stand_under_the_nearest_row_that_is_set_in_less() -> None:
    cells = [["Tiltak", "Sum"], ["A", "1"], ["B", "2"], ["C", "3"], ["D", "4"], ["E", "5"]]
    table = table_from_cells(cells, [0, 0, 1, 2, 1, 0])
    assert {row.label: row.under for row in table.rows} == {
        "A": (),
        "B": ("A",),
        "C": ("A", "B"),
        "D": ("A",),
        "E": (),
    }


@pytest.mark.parametrize("text", ["1 059", "23,3", "-3,7", "63 %", "2031", "–4"])
def test_numbers_are_known_as_tables_print_them(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "5/26", "nr. 5", "12 mill", "-", "%"])
def test_what_is_not_a_number_alone_is_none(text: str) -> None:
    assert not is_number(text)


_PLACES = st.integers(0, 500)


@given(
    st.lists(
        st.builds(
            lambda x, y, width, height: Box(x, y, x + width, y + height),
            _PLACES,
            _PLACES,
            st.integers(1, 300),
            st.integers(1, 300),
        ),
        max_size=12,
    )
)
def test_reading_order_takes_in_every_block_once(boxes: list[Box]) -> None:
    assert sorted(reading_order(boxes)) == list(range(len(boxes)))


@given(st.text("abcæøå -", min_size=1), st.text("abcæøåA1", min_size=1))
def test_joining_lines_loses_nothing_but_one_hyphen(above: str, below: str) -> None:
    joined = join_lines(above, below)
    assert joined.replace(" ", "").replace("-", "") == (above + below).replace(" ", "").replace("-", "")
    assert (above + below).count("-") - joined.count("-") in (0, 1)


def test_rows_without_a_label_have_that_of_the_part_of_the_table_that_they_are_in() -> None:
    table = table_from_cells(
        [["", "År", "Vår"], ["Bruer", "2030", "1"], ["", "2031", "2"], ["Tunneler", "2030", "3"], ["", "2031", "4"]]
    )
    assert [(row.label, row.values[0]) for row in table.rows] == [
        ("Bruer", "2030"), ("Bruer", "2031"), ("Tunneler", "2030"), ("Tunneler", "2031"),
    ]  # fmt: skip


def test_a_row_without_a_label_that_no_part_repeats_stays_without() -> None:
    table = table_from_cells([["", "Sak", "Tid"], ["1", "Bruer", "09.00"], ["", "Pause", "10.00"]])
    assert [row.label for row in table.rows] == ["1", ""]


def test_nothing_stands_under_a_sum_in_bold() -> None:
    cells = [["Post", "2031"], ["Tau", "1"], ["Delsum tau", "1"], ["Tjære", "2"]]
    assert [row.under for row in table_from_cells(cells, [0, 1, 0, 1]).rows] == [(), (), ()]
