"""The stations of a line: hours or days along it, and what happens then above or below them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.office_builder import Deck, text_box

from radsassistent import documents
from radsassistent.documents import Block, BlockKind

STATIONS = (("16.30", "Opning og opprop"), ("16.40", "Trollskulen"), ("17.10", "Bruene"), ("18.00", "Pause"))


def read(path: Path, deck: Deck) -> list[Block]:
    path.write_bytes(deck.content())
    (slide,) = documents.read(path).slides
    return [block for block in slide.blocks if block.kind is not BlockKind.TITLE]


def line(stations: Sequence[tuple[str, str]], *, above: bool) -> Deck:
    """A deck of one slide with stations on a line; what happens stands by turns above and below, or always below."""
    deck = Deck()
    shapes = deck.slide("Title Only", "Tidsplan for kvelden").shapes
    for number, (moment, happens) in enumerate(stations):
        left, over = 40 + 160 * number, above and number % 2 == 0
        text_box(shapes, moment, left, 213 if over else 283, 14, 88).text_frame.paragraphs[0].font.bold = True
        text_box(shapes, happens, left, 130 if over else 317, 12, 88)
    return deck


@pytest.mark.parametrize("above", [True, False])
def test_what_happens_is_read_with_its_own_moment_on_whichever_side_of_the_line_it_stands(
    tmp_path: Path, above: bool
) -> None:
    blocks = read(tmp_path / "oppdiktet.pptx", line(STATIONS, above=above))
    assert [block.text for block in blocks] == [text for station in STATIONS for text in station]
    assert [block.kind for block in blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH] * len(STATIONS)
    assert len({block.group for block in blocks}) == len(STATIONS)


def test_days_and_quarters_are_moments_as_hours_are(tmp_path: Path) -> None:
    stations = (("Januar 2031", "Start"), ("1. kvartal 2032", "Midtveis"), ("15. juni 2033", "Slutt"))
    blocks = read(tmp_path / "oppdiktet.pptx", line(stations, above=True))
    assert [block.text for block in blocks] == [text for station in stations for text in station]


def test_figures_beside_each_other_are_no_line_of_moments(tmp_path: Path) -> None:
    figures = (("16,3", "Bruer"), ("63 %", "Troll"), ("1 200", "Geiter"))
    blocks = read(tmp_path / "oppdiktet.pptx", line(figures, above=True))
    assert all(block.group is None for block in blocks)
