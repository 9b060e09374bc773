"""How a DOCX is read: headings, printed numbers, tables, pages, tracked changes, headers, footnotes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as DocxDocument
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Pt
from tests.office_builder import W, docx, numbered, paragraph_xml, picture, with_part

from radsassistent import documents
from radsassistent.documents import BlockKind, Document, Format, Slide, SlideStatus

Fill = Callable[[DocxDocument], None]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Fill], Document]:
    def made(fill: Fill) -> Document:
        path = tmp_path / "oppdiktet.docx"
        path.write_bytes(docx(fill))
        return documents.read(path)

    return made


def texts(slide: Slide) -> list[str]:
    return [block.text for block in slide.body]


def test_the_first_heading_is_the_title_and_the_others_are_headings(read) -> None:
    def fill(file: DocxDocument) -> None:
        file.add_heading("Møteprotokoll", 0)
        file.add_heading("Sak 1/31 Godkjenning av innkalling", 1)
        file.add_paragraph("Innkallingen ble godkjent.")
        file.add_paragraph().add_run("Vedtak").bold = True
        file.add_paragraph("Rådet godkjenner innkallingen.")

    document = read(fill)
    (slide,) = document.slides
    assert (document.format, slide.status, slide.number) == (Format.DOCX, SlideStatus.TEXT, 1)
    assert [(b.kind, b.text) for b in slide.blocks] == [
        (BlockKind.TITLE, "Møteprotokoll"),
        (BlockKind.HEADING, "Sak 1/31 Godkjenning av innkalling"),
        (BlockKind.PARAGRAPH, "Innkallingen ble godkjent."),
        (BlockKind.HEADING, "Vedtak"),
        (BlockKind.PARAGRAPH, "Rådet godkjenner innkallingen."),
    ]
    tops = [block.box.top for block in slide.blocks]
    assert tops == sorted(tops)


def test_lists_keep_their_printed_numbers_and_levels(read) -> None:
    def fill(file: DocxDocument) -> None:
        numbered(file, "Godkjenning", "Sak %1/31")
        numbered(file, "av innkalling", "Sak %1/31")
        numbered(file, "Første punkt")
        numbered(file, "Under første punkt", level=1)
        numbered(file, "Andre punkt")
        file.add_paragraph("Kulepunkt", style="List Bullet")

    (slide,) = read(fill).slides
    assert [(b.kind, b.text, b.level) for b in slide.body] == [
        (BlockKind.BULLET, "Sak 1/31 Godkjenning", 0),
        (BlockKind.BULLET, "Sak 2/31 av innkalling", 0),
        (BlockKind.BULLET, "1. Første punkt", 0),
        (BlockKind.BULLET, "a) Under første punkt", 1),
        (BlockKind.BULLET, "2. Andre punkt", 0),
        (BlockKind.BULLET, "Kulepunkt", 0),
    ]


@pytest.mark.parametrize(
    ("form", "marks"), [("upperRoman", ["I.", "II."]), ("lowerLetter", ["a.", "b."]), ("decimalZero", ["01.", "02."])]
)
def test_lists_count_as_their_format_says(form: str, marks: list[str], read) -> None:
    def fill(file: DocxDocument) -> None:
        for _ in marks:
            numbered(file, "Punkt", form=form)

    assert texts(read(fill).slides[0]) == [f"{mark} Punkt" for mark in marks]


def test_tracked_changes_are_read_as_final(read) -> None:
    def fill(file: DocxDocument) -> None:
        paragraph_xml(
            file,
            '<w:r><w:t xml:space="preserve">Rådet </w:t></w:r>'
            '<w:del w:id="1" w:author="x"><w:r><w:delText>avviser</w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="x"><w:r><w:t>godkjenner</w:t></w:r></w:ins>'
            '<w:moveFrom w:id="3" w:author="x"><w:r><w:t> flyttet bort</w:t></w:r></w:moveFrom>'
            '<w:r><w:t xml:space="preserve"> saken.</w:t></w:r>',
        )
        joined = paragraph_xml(file, '<w:r><w:t xml:space="preserve">Første halvdel </w:t></w:r>')
        joined._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {W}><w:del w:id="4" w:author="x"/></w:rPr>'))
        file.add_paragraph("og andre halvdel.")
        table = file.add_table(3, 2)
        for row, label in zip(table.rows, ("Navn", "Slettet", "Kari"), strict=True):
            row.cells[0].text, row.cells[1].text = label, "x"
        table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="5" w:author="x"/>'))

    (slide,) = read(fill).slides
    assert texts(slide)[:2] == ["Rådet godkjenner saken.", "Første halvdel og andre halvdel."]
    (table,) = [b.table for b in slide.body if b.table is not None]
    assert [row.label for row in table.rows] == ["Kari"]


def test_pages_are_those_that_word_last_drew_and_those_that_are_asked_for(read) -> None:
    def fill(file: DocxDocument) -> None:
        paragraph_xml(file, "<w:r><w:t>Side en.</w:t><w:lastRenderedPageBreak/><w:t>Side to.</w:t></w:r>")
        file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        # Word notes the same page's end once more where the new page begins.
        paragraph_xml(file, "<w:r><w:lastRenderedPageBreak/><w:t>Side tre.</w:t></w:r>")
        file.add_heading("Side fire", 1).paragraph_format.page_break_before = True

    slides = read(fill).slides
    assert [slide.text for slide in slides] == ["Side en.", "Side to.", "Side tre.", "Side fire"]
    assert [slide.number for slide in slides] == [1, 2, 3, 4]
    assert slides[3].title == "Side fire"


def test_a_table_over_two_pages_has_its_header_on_both(read) -> None:
    def fill(file: DocxDocument) -> None:
        table = file.add_table(3, 2)
        for row, cells in zip(table.rows, (("Tiltak", "Sum"), ("A", "1"), ("B", "2")), strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        run = table.rows[2].cells[0].paragraphs[0].runs[0]._r
        run.insert(0, parse_xml(f"<w:lastRenderedPageBreak {W}/>"))

    slides = read(fill).slides
    assert [[row.label for block in slide.body if block.table for row in block.table.rows] for slide in slides] == [
        ["A"],
        ["B"],
    ]
    assert [block.table.columns for slide in slides for block in slide.body if block.table] == [("Sum",), ("Sum",)]


def test_merged_cells_are_laid_out_as_they_are_seen(read) -> None:
    def fill(file: DocxDocument) -> None:
        table = file.add_table(3, 3)
        for row, cells in zip(
            table.rows, (("År", "Kostnad", ""), ("", "fra", "til"), ("2031", "1,5", "2,9")), strict=True
        ):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(0, 0).merge(table.cell(1, 0))

    (table,) = [b.table for b in read(fill).slides[0].body if b.table is not None]
    assert (table.label_header, table.columns) == ("År", ("Kostnad fra", "Kostnad til"))
    assert [(row.label, row.values) for row in table.rows] == [("2031", ("1,5", "2,9"))]


def test_headers_and_footers_are_footers_and_a_page_number_is_none(read) -> None:
    def fill(file: DocxDocument) -> None:
        file.add_paragraph("Innhold")
        file.sections[0].header.paragraphs[0].text = "Oppdiktet kommune"
        footer = file.sections[0].footer.paragraphs[0]
        footer.text = "Side 1"
        footer._p.append(parse_xml(f'<w:fldSimple {W} w:instr=" PAGE "/>'))

    (slide,) = read(fill).slides
    assert [(b.kind, b.text) for b in slide.blocks] == [
        (BlockKind.PARAGRAPH, "Innhold"),
        (BlockKind.FOOTER, "Oppdiktet kommune"),
    ]


def test_a_letterhead_may_stand_over_the_title_but_running_text_may_not(read) -> None:
    def fill(file: DocxDocument) -> None:
        file.add_paragraph("Oppdiktet kommune")
        file.add_heading("Protokoll", 1)
        file.add_page_break()
        file.add_paragraph("Dette er en lang fortsettelse av den forrige saken som står øverst på den nye siden her.")
        file.add_heading("Sak 2/31", 1)

    slides = read(fill).slides
    assert [slide.title for slide in slides] == ["Protokoll", None]
    assert slides[1].blocks[1].kind is BlockKind.HEADING


def test_hidden_text_and_field_codes_are_not_shown_and_hyphens_are(read) -> None:
    def fill(file: DocxDocument) -> None:
        paragraph_xml(
            file,
            "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>helse</w:t></w:r>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t> skjult</w:t></w:r>"
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> REF x </w:instrText></w:r>'
            "<w:r><w:t> og så</w:t><w:softHyphen/><w:t>videre</w:t></w:r>",
        )

    assert texts(read(fill).slides[0]) == ["e-helse og såvidere"]


def test_fields_that_nobody_filled_in_are_not_read_and_tabs_part_words(read) -> None:
    field = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"

    def fill(file: DocxDocument) -> None:
        paragraph_xml(
            file,
            "<w:r><w:t>Møteleder:</w:t><w:tab/></w:r>"
            + field.format("", "Kari Oppdiktet")
            + "<w:r><w:ptab/></w:r>"
            + field.format("<w:showingPlcHdr/>", "Skriv inn tekst"),
        )

    assert texts(read(fill).slides[0]) == ["Møteleder: Kari Oppdiktet"]


def test_text_boxes_and_tables_of_one_cell_are_read_as_text(read) -> None:
    def fill(file: DocxDocument) -> None:
        box = "<w:txbxContent><w:p><w:r><w:t>I en tekstboks</w:t></w:r></w:p></w:txbxContent>"
        paragraph_xml(
            file,
            '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:Choice><w:pict>{box}</w:pict></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
            "</mc:AlternateContent><w:t>Utenfor</w:t></w:r>",
        )
        file.add_table(1, 1).cell(0, 0).text = "I en ramme"

    assert texts(read(fill).slides[0]) == ["Utenfor", "I en tekstboks", "I en ramme"]


def test_a_footnote_stands_at_the_end_of_its_page(tmp_path: Path) -> None:
    def fill(file: DocxDocument) -> None:
        paragraph_xml(file, '<w:r><w:t>Se noten.</w:t><w:footnoteReference w:id="2"/></w:r>')
        file.add_page_break()
        file.add_paragraph("Neste side.")

    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    label = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    note = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Fra tilsynet.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    content = with_part(docx(fill), "word/footnotes.xml", lambda part: note.encode())
    content = with_part(
        content,
        "word/_rels/document.xml.rels",
        lambda part: part.replace(
            b"</Relationships>",
            f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
        ),
    )
    content = with_part(
        content,
        "[Content_Types].xml",
        lambda part: part.replace(
            b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{label}"/></Types>'.encode()
        ),
    )
    path = tmp_path / "note.docx"
    path.write_bytes(content)
    assert [texts(slide) for slide in documents.read(path).slides] == [
        ["Se noten.", "Fotnote 2: Fra tilsynet."],
        ["Neste side."],
    ]


def test_a_document_of_pictures_and_one_of_nothing_are_told_apart(read) -> None:
    assert read(lambda file: file.add_picture(picture(), Pt(100))).slides[0].status is SlideStatus.PICTURE
    assert read(lambda file: None).slides[0].status is SlideStatus.BLANK


def test_a_document_with_macros_is_read_as_the_document_that_it_is(tmp_path: Path) -> None:
    content = with_part(
        docx(lambda file: file.add_heading("Med makroer", 1)),
        "[Content_Types].xml",
        lambda part: part.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
    )
    path = tmp_path / "makro.docm"
    path.write_bytes(content)
    assert documents.read(path).slides[0].title == "Med makroer"


def test_a_line_that_somebody_ended_by_hand_is_a_line_of_its_own_with_its_own_type(read) -> None:
    def fill(file: DocxDocument) -> None:
        file.add_paragraph("Trollrådet\nDato: 3. mai 2031\nSted: Fyret")
        labelled = file.add_paragraph()
        labelled.add_run("VEDTAK").bold = True
        labelled.add_run().add_break()
        labelled.add_run("Fyret males hvitt.")
        file.add_paragraph("Fyret males hvitt\nnår været tillater det.")
        file.add_paragraph("Etter en lang drøfting av farge og av kostnad kom rådet til at\nHvitt er best.")
        file.add_heading("Sak 1/31\nMaling av fyret", 1)

    assert [(b.kind, b.text) for b in read(fill).slides[0].body] == [
        (BlockKind.PARAGRAPH, "Trollrådet"),
        (BlockKind.PARAGRAPH, "Dato: 3. mai 2031"),
        (BlockKind.PARAGRAPH, "Sted: Fyret"),
        (BlockKind.HEADING, "VEDTAK"),
        (BlockKind.PARAGRAPH, "Fyret males hvitt."),
        (BlockKind.PARAGRAPH, "Fyret males hvitt når været tillater det."),
        (BlockKind.PARAGRAPH, "Etter en lang drøfting av farge og av kostnad kom rådet til at Hvitt er best."),
        (BlockKind.HEADING, "Sak 1/31 Maling av fyret"),
    ]
