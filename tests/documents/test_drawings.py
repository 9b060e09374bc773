"""Numbers and words of a drawing that nothing ties together are kept, and marked so that nobody combines them."""

from __future__ import annotations

from pathlib import Path

from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.documents import Slide


def read(folder: Path, page: Page) -> Slide:
    path = folder / "oppdiktet.pdf"
    path.write_bytes(pdf(page))
    return documents.read(path).slides[0]


def unstructured(slide: Slide) -> list[str]:
    return [block.text for block in slide.body if block.unstructured]


def test_values_without_names_are_kept_and_marked(tmp_path: Path) -> None:
    page = (
        Page().text("Oppdiktet utvikling", 40, 60, 32).text("Alle tall er oppdiktede og gjelder hele landet.", 40, 120)
    )
    for number, value in enumerate(["12", "40 %", "7", "23,3"]):
        page.text(value, 100 + 180 * number, 300 - 30 * (number % 2), 16)
    page.text("Nord", 370, 330, 16)
    slide = read(tmp_path, page)
    assert sorted(unstructured(slide)) == ["12", "23,3", "40 %", "7", "Nord"]
    assert slide.reason == ""


def test_a_slide_with_nothing_but_loose_numbers_says_so(tmp_path: Path) -> None:
    page = Page().text("Oppdiktet utvikling", 40, 60, 32)
    for number, value in enumerate(["12", "40", "7"]):
        page.text(value, 100 + 250 * number, 200 + 90 * number, 16)
    assert read(tmp_path, page).reason == "siden er en figur der det ikke går frem hva tall og ord hører til"


def test_a_number_in_a_card_with_its_label_is_not_loose(tmp_path: Path) -> None:
    page = Page().text("Nøkkeltall", 40, 60, 32)
    for number, value in enumerate(["12", "40", "7"]):
        left = 40 + 300 * number
        page.box(left, 120, left + 240, 260).text(value, left + 20, 160, 20).text("søknader", left + 20, 220, 14)
    assert unstructured(read(tmp_path, page)) == []


def test_two_numbers_and_the_values_of_a_table_or_a_chart_are_not_loose(tmp_path: Path) -> None:
    pair = Page().text("Møte", 40, 60, 32).text("12", 40, 200).text("2031", 400, 300)
    table = Page().text("Kostnader", 40, 60, 32).grid([["Tiltak", "2031"], ["A", "1"], ["B", "2"]], 40, 100)
    assert unstructured(read(tmp_path, pair)) == []
    assert unstructured(read(tmp_path, table)) == []
