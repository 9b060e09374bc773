"""Text in pictures of pages. Skipped where Tesseract or the [ocr] extra is not installed."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader, PdfWriter
from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.documents import ReadingLimits, Slide, SlideStatus
from radsassistent.documents.recognition import installed_languages

installed = pytest.mark.skipif("nor" not in installed_languages(), reason="Tesseract with Norwegian is not installed")


def scanned(page: Page) -> bytes:
    """A page as a scanner sees it: one picture, no text."""
    image = pdfium.PdfDocument(pdf(page))[0].render(scale=2.5).to_pil().convert("L")
    out = io.BytesIO()
    image.save(out, format="PDF", resolution=180)
    return out.getvalue()


def read(folder: Path, content: bytes, **limits: object) -> tuple[Slide, ...]:
    path = folder / "skannet.pdf"
    path.write_bytes(content)
    return documents.read(path, limits=ReadingLimits(**limits)).slides  # type: ignore[arg-type]


MINUTES = Page().text("Møtebok for Oppdiktet utvalg", 60, 80, 32)
MINUTES.lines(
    ["Rådet ber om en samlet oversikt over kostnadene, og", "at saken legges frem på nytt i neste møte."], 60, 180
)


@installed
def test_a_scanned_page_is_recognised_into_title_and_paragraphs_and_says_so(tmp_path: Path) -> None:
    (slide,) = read(tmp_path, scanned(MINUTES))
    assert slide.status is SlideStatus.OCR
    assert slide.reason == "siden er et bilde; teksten er gjenkjent i det"
    assert slide.title == "Møtebok for Oppdiktet utvalg"
    assert [block.text for block in slide.body] == [
        "Rådet ber om en samlet oversikt over kostnadene, og at saken legges frem på nytt i neste møte."
    ]


@installed
def test_the_picture_of_a_page_is_read_where_its_text_layer_is_wrong_beyond_repair(tmp_path: Path) -> None:
    (slide,) = read(tmp_path, pdf(Page().text("Innstilling fra rådet", 60, 100, 32, font="F3")), ocr=True)
    assert (slide.status, slide.text) == (SlideStatus.OCR, "Innstilling fra rådet")
    assert slide.reason.startswith("teksten er kodet feil (")
    assert slide.reason.endswith("; teksten er gjenkjent i bildet av siden")


@installed
def test_a_drawing_without_text_stays_a_picture(tmp_path: Path) -> None:
    drawing = Page()
    for number in range(6):
        drawing.box(80 + 130 * number, 100 + 40 * number, 180 + 130 * number, 200 + 40 * number, fill=(0.2, 0.4, 0.6))
        drawing.line(80, 500 - 60 * number, 900, 100 + 30 * number)
    (slide,) = read(tmp_path, scanned(drawing))
    assert slide.status is SlideStatus.PICTURE
    assert slide.blocks == ()


@installed
def test_no_more_pages_than_the_limit_are_recognised(tmp_path: Path) -> None:
    writer, out = PdfWriter(), io.BytesIO()
    for _ in range(3):
        writer.append(PdfReader(io.BytesIO(scanned(MINUTES))))
    writer.write(out)
    slides = read(tmp_path, out.getvalue(), ocr_pages=1)
    assert [slide.status for slide in slides] == [SlideStatus.OCR, SlideStatus.PICTURE, SlideStatus.PICTURE]
    assert slides[2].reason == "siden er bare et bilde, og grensen på 1 sider med tekstgjenkjenning er nådd"


@installed
def test_recognising_gives_up_when_its_time_is_up(tmp_path: Path) -> None:
    (slide,) = read(tmp_path, scanned(MINUTES), ocr_seconds=0.01)
    assert slide.status is SlideStatus.PICTURE
    assert slide.reason.startswith("siden er bare et bilde, og tekstgjenkjenning ble avbrutt etter")


@installed
def test_the_same_scan_is_recognised_alike_each_time(tmp_path: Path) -> None:
    assert read(tmp_path, scanned(MINUTES)) == read(tmp_path, scanned(MINUTES))


def test_recognition_can_be_turned_off(tmp_path: Path) -> None:
    (slide,) = read(tmp_path, scanned(MINUTES), ocr=False)
    assert (slide.status, slide.blocks) == (SlideStatus.PICTURE, ())
    assert slide.reason == "siden er bare et bilde, og tekstgjenkjenning er slått av"


def test_a_scan_without_tesseract_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("radsassistent.documents.recognition.installed_languages", lambda: ())
    (slide,) = read(tmp_path, scanned(MINUTES))
    assert slide.status is SlideStatus.PICTURE
    assert slide.reason.endswith("tekstgjenkjenning (Tesseract og tillegget [ocr]) er ikke installert")
