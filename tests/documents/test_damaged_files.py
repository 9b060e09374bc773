"""Damaged files of every format are read or refused, in bounded time: never a crash, never a hang."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from docx.document import Document as DocxDocument
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt
from tests.damage import damaged
from tests.documents.test_odt import LIST_STYLE
from tests.documents.test_text_formats import HTML, MARKDOWN, TEXT
from tests.office_builder import (
    Deck,
    docx,
    native_chart,
    native_table,
    numbered,
    odt,
    paragraph_xml,
    smart_art,
    text_box,
)

from radsassistent import documents
from radsassistent.documents import UnreadableDocumentError

# Seconds that a damaged small file may take; sound ones take hundredths.
LONGEST = 3.0


def a_deck() -> bytes:
    deck = Deck()
    slide = deck.slide(title="Oppdiktet")
    slide.placeholders[1].text_frame.text = "Punkt en\nPunkt to"
    slide.notes_slide.notes_text_frame.text = "Notat"
    native_table(slide, [["Tiltak", "2031"], ["A", "1"], ["Sum", "2"]])
    other = deck.slide("Title Only", "Diagram")
    native_chart(other, ["2030", "2031"], {"A": [1, 2], "B": [3, None]}, title="Søknader", number_format="0.0%")
    smart_art(other, [("Først", ["Så"]), ("Sist", [])])
    group = other.shapes.add_group_shape()
    text_box(group.shapes, "I en gruppe", 10, 300)
    card = other.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(40), Pt(150), Pt(320), Pt(150))
    card.fill.solid()
    card.fill.fore_color.rgb = RGBColor(230, 230, 230)
    # The template's other layouts are not needed, and are most of the file.
    used = {slide.slide_layout.name for slide in deck.file.slides}
    for layout in list(deck.file.slide_layouts):
        if layout.name not in used:
            deck.file.slide_layouts.remove(layout)
    return deck.content()


def a_protocol() -> bytes:
    def fill(file: DocxDocument) -> None:
        file.add_heading("Protokoll", 0)
        numbered(file, "Godkjenning", "Sak %1/31")
        numbered(file, "under", level=1)
        paragraph_xml(
            file,
            '<w:ins w:id="1"><w:r><w:t>ny</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>gammel</w:delText></w:r></w:del>'
            "<w:r><w:lastRenderedPageBreak/><w:t>neste</w:t></w:r>",
        )
        table = file.add_table(3, 3)
        table.cell(0, 0).text, table.cell(1, 0).text, table.cell(2, 2).text = "Navn", "Kari", "3"
        table.cell(0, 1).merge(table.cell(1, 2))
        file.sections[0].header.paragraphs[0].text = "Oppdiktet kommune"

    return docx(fill)


def an_odt() -> bytes:
    cell = '<table:table-cell table:number-columns-spanned="1"><text:p>1</text:p></table:table-cell>'
    return odt(
        '<text:h text:outline-level="1">Protokoll</text:h><text:list text:style-name="L1"><text:list-item><text:p>Punkt'
        "</text:p><text:list><text:list-item><text:p>Under</text:p></text:list-item></text:list></text:list-item></text:list>"
        f"<table:table><table:table-row>{cell}{cell}</table:table-row><table:table-row>{cell}{cell}</table:table-row>"
        "</table:table><text:p>Side<text:soft-page-break/><text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Note</text:p></text:note-body></text:note></text:p>",
        LIST_STYLE,
        "<style:header><text:p>Topp</text:p></style:header>",
    )


# The number of damaged files of each format; those that are slow to open get fewer.
@pytest.mark.parametrize(
    ("name", "make", "times"),
    [
        ("oppdiktet.pptx", a_deck, 200),
        ("oppdiktet.docx", a_protocol, 200),
        ("oppdiktet.odt", an_odt, 300),
        ("oppdiktet.html", HTML.encode, 250),
        ("oppdiktet.md", MARKDOWN.encode, 250),
        ("oppdiktet.txt", TEXT.encode, 250),
    ],
)
def test_a_damaged_file_is_read_or_refused_and_takes_no_time(name: str, make, times: int, tmp_path: Path) -> None:
    content = make()
    path = tmp_path / name
    path.write_bytes(content)
    assert documents.read(path).slides
    read = 0
    for seed in range(times):
        path.write_bytes(damaged(content, random.Random(seed)))
        started = time.perf_counter()
        try:
            read += bool(documents.read(path).slides)
        except UnreadableDocumentError as error:
            assert str(error).startswith(f"{name}: "), seed
            assert "\n" not in str(error), seed
        assert time.perf_counter() - started < LONGEST, seed
    # Were all refused, the damage would never reach the readers.
    assert read > times // 20
