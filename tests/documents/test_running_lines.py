"""Lines that repeat in the margins of most pages are footers; what says something where it stands is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt
from tests.office_builder import Deck, text_box
from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.documents import BlockKind, Document, Slide


def read(folder: Path, *pages: Page) -> tuple[Slide, ...]:
    path = folder / "oppdiktet.pdf"
    path.write_bytes(pdf(*pages))
    return documents.read(path).slides


def minutes(number: int, header: str, body: str) -> Page:
    page = Page(595, 842).text(header, 60, 40, 11).text(f"Side {number} av 4", 60, 775, 11)
    return page.lines([f"{body} {number}, og noe mer om det.", "Enda en linje om det samme."], 60, 200, 11)


def test_a_header_and_a_page_number_on_every_page_are_kept_apart_from_the_content(tmp_path: Path) -> None:
    slides = read(tmp_path, *(minutes(number, "Oppdiktet kommune", "Om tema") for number in range(1, 5)))
    for number, slide in enumerate(slides, start=1):
        assert [block.text for block in slide.body] == [
            f"Om tema {number}, og noe mer om det. Enda en linje om det samme."
        ]
        footers = [block.text for block in slide.blocks if block.kind is BlockKind.FOOTER]
        assert footers == ["Oppdiktet kommune", f"Side {number} av 4"]


def test_a_repeated_line_that_names_a_case_stays_where_it_is(tmp_path: Path) -> None:
    slides = read(tmp_path, *(minutes(number, "Sak 5/31 Oppdiktet sak", "Om tema") for number in range(1, 5)))
    assert all(slide.body[0].text == "Sak 5/31 Oppdiktet sak" for slide in slides)


def test_the_number_of_the_meeting_in_a_repeated_line_is_no_case(tmp_path: Path) -> None:
    line = "Trollrådet | Møte 3/2031 | 21. mai 2031"
    slides = read(tmp_path, *(minutes(number, line, "Om tema") for number in range(1, 5)))
    assert all(line not in [block.text for block in slide.body] for slide in slides)


def test_a_line_on_a_minority_of_the_pages_stays_where_it_is(tmp_path: Path) -> None:
    headers = ["Fellesdel", "Fellesdel", "Fellesdel", "Eget", "Annet", "Tredje", "Fjerde"]
    slides = read(tmp_path, *(minutes(number, header, "Om tema") for number, header in enumerate(headers)))
    assert [slide.body[0].text for slide in slides] == headers


def test_the_same_words_in_the_middle_of_every_page_are_content(tmp_path: Path) -> None:
    pages = (Page(595, 842).text("Tittel", 60, 100, 24).text("Forslag til vedtak:", 60, 300, 11) for _ in range(4))
    assert all([block.text for block in slide.body] == ["Forslag til vedtak:"] for slide in read(tmp_path, *pages))


def test_nothing_on_a_deck_without_running_lines_becomes_one(february: Document) -> None:
    footers = [(b, slide) for slide in february.slides for b in slide.blocks if b.kind is BlockKind.FOOTER]
    assert footers
    assert all(block.box.top > 0.92 * slide.height for block, slide in footers)


def presented(folder: Path, *notes: str) -> tuple[Slide, ...]:
    """The slides of a PPTX with a bullet each, and a text box at the foot of each that has one."""
    deck = Deck()
    for number, note in enumerate(notes):
        slide = deck.slide(title=f"Tema {number}")
        slide.placeholders[1].text_frame.text = f"Trollet nummer {number} får mat."
        if note:
            text_box(slide.shapes, note, 60, 495, 18)
    path = folder / "oppdiktet.pptx"
    path.write_bytes(deck.content())
    return documents.read(path).slides


def test_a_line_at_the_foot_of_most_slides_of_a_presentation_is_no_content(tmp_path: Path) -> None:
    slides = presented(tmp_path, *(f"Trollhageutvalget – til møtet – {number}" for number in range(1, 5)), "")
    for number, slide in enumerate(slides):
        assert [block.text for block in slide.body] == [f"Trollet nummer {number} får mat."]
    footers = [[block.text for block in slide.blocks if block.kind is BlockKind.FOOTER] for slide in slides]
    assert footers == [*([f"Trollhageutvalget – til møtet – {number}"] for number in range(1, 5)), []]


def test_a_line_at_the_foot_of_few_slides_of_a_presentation_is_content(tmp_path: Path) -> None:
    slides = presented(tmp_path, "Kilde: Trolltellingen", "Kilde: Trolltellingen", "", "", "")
    assert [slide.body[-1].text for slide in slides[:2]] == ["Kilde: Trolltellingen"] * 2


def of_cases(folder: Path, *headers: str) -> tuple[Slide, ...]:
    """The slides of a PPTX with a line above each title."""
    deck = Deck()
    for number, header in enumerate(headers):
        slide = deck.slide(title=f"Tema {number}")
        slide.shapes.title.top, slide.shapes.title.height = Pt(60), Pt(50)
        slide.placeholders[1].text_frame.text = f"Trollet nummer {number} får mat."
        text_box(slide.shapes, header, 60 + 300 * (number % 2), 8, 12)
    path = folder / "oppdiktet.pptx"
    path.write_bytes(deck.content())
    return documents.read(path).slides


def test_a_line_that_names_a_case_above_the_titles_of_several_slides_is_their_header(tmp_path: Path) -> None:
    headers = ("Sak 1 – Bruer", "Sak 1 – Bruer", "Sak 2 – Tåke")
    slides = of_cases(tmp_path, *headers)
    assert [[block.text for block in slide.body] for slide in slides] == [
        [f"Trollet nummer {number} får mat."] for number in range(3)
    ]
    assert [slide.blocks[-1].text for slide in slides] == list(headers)


def test_a_line_that_names_a_case_above_the_title_of_one_slide_is_content(tmp_path: Path) -> None:
    slides = of_cases(tmp_path, "Sak 1 – Bruer", "Til info", "Til info")
    assert "Sak 1 – Bruer" in [block.text for block in slides[0].body]


def with_a_column_at_the_edge(folder: Path, *below: str) -> tuple[Slide, ...]:
    """The slides of a PPTX with a coloured column at the right, the same words at its top and something below them."""
    deck = Deck()
    for number, text in enumerate(below):
        slide = deck.slide(title=f"Tema {number}")
        slide.shapes.title.left, slide.shapes.title.top = Pt(20), Pt(20)
        slide.shapes.title.width, slide.shapes.title.height = Pt(600), Pt(50)
        body = slide.placeholders[1]
        body.left, body.top, body.width, body.height = Pt(20), Pt(120), Pt(600), Pt(200)
        body.text_frame.text = f"Trollet nummer {number} får mat."
        slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(690), Pt(0), Pt(270), Pt(540))
        text_box(slide.shapes, "Det fyret skal velge", 710, 14, 16, 230)
        text_box(slide.shapes, text, 710, 90, 14, 230)
    path = folder / "oppdiktet.pptx"
    path.write_bytes(deck.content())
    return documents.read(path).slides


def test_the_same_words_over_what_each_slide_says_in_a_column_of_its_own_are_its_heading(tmp_path: Path) -> None:
    said = ["Fyret males.", "Tåken ventes ut.", "Båten kjøpes.", "Lyset slukkes."]
    for slide, text in zip(with_a_column_at_the_edge(tmp_path, *said), said, strict=True):
        assert [block.text for block in slide.body][-2:] == ["Det fyret skal velge", text]


def test_the_same_words_over_a_column_that_is_the_same_on_every_slide_are_no_content(tmp_path: Path) -> None:
    for slide in with_a_column_at_the_edge(tmp_path, *["Tåke og lys"] * 4):
        assert "Det fyret skal velge" not in [block.text for block in slide.body]


def with_entries_beside_the_title(folder: Path, left: float, *entries: list[str]) -> tuple[Slide, ...]:
    """The slides of a PPTX with lines in a column at an edge; the title and the text stand between 200 and 700 points."""
    deck = Deck()
    for number, lines in enumerate(entries):
        slide = deck.slide(title=f"Tema {number}")
        slide.shapes.title.left, slide.shapes.title.top = Pt(200), Pt(20)
        slide.shapes.title.width, slide.shapes.title.height = Pt(500), Pt(50)
        body = slide.placeholders[1]
        body.left, body.top, body.width, body.height = Pt(200), Pt(120), Pt(500), Pt(200)
        body.text_frame.text = f"Trollet nummer {number} får mat."
        for place, line in enumerate(lines):
            text_box(slide.shapes, line, left, 100 + 60 * place, 11, 150)
    path = folder / "oppdiktet.pptx"
    path.write_bytes(deck.content())
    return documents.read(path).slides


@pytest.mark.parametrize("left", [20, 740])
def test_a_list_of_contents_beside_the_titles_of_most_slides_is_no_content(left: float, tmp_path: Path) -> None:
    contents = ["Sak 1/31 Bruer", "Sak 2/31 Tåke", "Sak 3/31 Fest"]
    for number, slide in enumerate(with_entries_beside_the_title(tmp_path, left, contents, contents, contents)):
        assert [block.text for block in slide.body] == [f"Trollet nummer {number} får mat."]
        assert [block.text for block in slide.blocks if block.kind is BlockKind.FOOTER] == contents


def test_a_column_of_facts_with_the_same_labels_on_every_slide_is_content(tmp_path: Path) -> None:
    facts = [
        ["Frist", day, "Ansvar", name, "Sted"] for day, name in (("1. mai", "Tora"), ("3. juni", "Odd"), ("Nå", "Liv"))
    ]
    for slide, told in zip(with_entries_beside_the_title(tmp_path, 20, *facts), facts, strict=True):
        assert {block.text for block in slide.body} >= set(told)


def test_the_name_in_a_band_at_the_top_is_no_heading_of_the_case_in_the_band(tmp_path: Path) -> None:
    deck = Deck()
    for number in range(1, 5):
        slide = deck.slide(title=f"Tema {number}")
        slide.shapes.title.top, slide.shapes.title.height = Pt(70), Pt(50)
        slide.placeholders[1].text_frame.text = f"Trollet nummer {number} får mat."
        slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(0), Pt(0), Pt(960), Pt(52))
        text_box(slide.shapes, "Trollhageutvalget", 20, 2, 9).height = Pt(14)
        text_box(slide.shapes, f"Sak {number}/31 {'ABCD'[number - 1]}-broa", 20, 20, 9).height = Pt(14)
    path = tmp_path / "oppdiktet.pptx"
    path.write_bytes(deck.content())
    for read_slide in documents.read(path).slides:
        assert "Trollhageutvalget" not in [block.text for block in read_slide.body]
