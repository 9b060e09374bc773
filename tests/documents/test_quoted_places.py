"""Where quoted words stand on a page, found in real PDF files."""

from __future__ import annotations

import pytest
from tests.deck_builder import page as written_page
from tests.pdf_builder import Page, pdf

from radsassistent.documents import Box, Slide
from radsassistent.documents.quoted_places import block_places, quoted_places


@pytest.fixture
def drawn(tmp_path):
    def drawing(*pages):
        path = tmp_path / "oppdiktet.pdf"
        path.write_bytes(pdf(*pages))
        return path

    return drawing


def middle(box):
    return round(box.centre[0] * 960), round(box.centre[1] * 540)


def test_a_word_is_found_where_it_was_drawn(drawn):
    path = drawn(Page().text("Traktorer", 96, 270, 20))
    (box,) = quoted_places(path, 1, "Traktorer")
    assert box.left == pytest.approx(96 / 960, abs=0.005)
    assert box.top < 270 / 540 < box.bottom + 0.01
    assert box.height < 0.06


def test_a_quote_over_two_lines_is_two_rectangles(drawn):
    path = drawn(Page().lines(["Rådet tar saken om", "traktorer til orientering."], 50, 100))
    boxes = quoted_places(path, 1, "Rådet tar saken om traktorer til orientering.")
    assert len(boxes) == 2
    assert boxes[0].bottom <= boxes[1].top + 0.01


def test_a_word_that_is_broken_at_the_end_of_a_line_is_found_whole(drawn):
    path = drawn(Page().lines(["Utvikling i kost-", "nader for drift"], 50, 100))
    assert len(quoted_places(path, 1, "kostnader for drift")) == 2


def test_a_number_is_not_found_inside_another(drawn):
    path = drawn(Page().text("143 og 1143 og 2143", 50, 100))
    assert len(quoted_places(path, 1, "143")) == 1


def test_a_figure_that_stands_twice_is_marked_in_the_row_and_column_that_are_spoken_of(drawn):
    cells = [["Post", "2031", "2032"], ["Traktorkjop", "120", "131"], ["Vaffeljern", "120", "120"]]
    path = drawn(Page().grid(cells, 100, 100))
    (first,) = quoted_places(path, 1, "120", "Traktorkjop, 2031: 120 millioner kroner")
    (second,) = quoted_places(path, 1, "120", "Vaffeljern, 2032: 120 millioner kroner")
    assert first.bottom < second.top
    assert first.right < second.left


def test_all_places_are_marked_where_nothing_tells_which_is_meant(drawn):
    path = drawn(Page().text("Kari", 50, 100).text("Kari", 600, 400))
    assert len(quoted_places(path, 1, "Kari")) == 2


def test_a_quote_that_the_page_has_in_pieces_is_marked_piece_by_piece(drawn):
    path = drawn(
        Page().text("Traktorer er fine å ha", 50, 100).text("noe annet", 50, 200).text("i store rå fjell", 50, 300)
    )
    boxes = quoted_places(path, 1, "Traktorer er fine å ha i store rå fjell")
    assert len(boxes) == 2


@pytest.mark.parametrize("quote", ["", "   ", "står ikke her", "–"])
def test_what_is_no_text_on_the_page_is_marked_nowhere(drawn, quote):
    assert quoted_places(drawn(Page().text("Traktorer", 50, 100)), 1, quote) == []


def test_a_page_or_a_file_that_is_not_there_has_no_marks(drawn, tmp_path):
    path = drawn(Page().text("Traktorer", 50, 100))
    assert quoted_places(path, 2, "Traktorer") == []
    assert quoted_places(tmp_path / "borte.pdf", 1, "Traktorer") == []


def test_a_page_without_letters_is_marked_by_its_blocks():
    slide = written_page("# Vedtak", "Rådet godkjenner innkjøpet av traktorer.", "Noe annet")
    (box,) = block_places(slide, "godkjenner innkjøpet")
    assert box == Box(40 / 595, 70 / 842, 1.0, 90 / 842)


def test_a_slide_without_a_size_has_no_places():
    empty = Slide(1, 0, 0, (), written_page("x").status)
    assert block_places(empty, "x") == []
