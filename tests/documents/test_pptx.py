"""How a PPTX is read: placeholders, bullets, numbers, tables, charts, groups, SmartArt, notes, hidden slides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt
from tests.office_builder import Deck, native_chart, native_table, picture, smart_art, text_box, with_part

from radsassistent import documents
from radsassistent.documents import BlockKind, Document, Slide, SlideStatus, Table
from radsassistent.documents.pptx_charts import printed_number


@pytest.fixture
def deck() -> Deck:
    return Deck()


def read(deck: Deck, folder: Path) -> Document:
    path = folder / "oppdiktet.pptx"
    path.write_bytes(deck.content())
    return documents.read(path)


def only(deck: Deck, folder: Path) -> Slide:
    (slide,) = read(deck, folder).slides
    return slide


def tables(slide: Slide) -> list[Table]:
    return [block.table for block in slide.blocks if block.table is not None]


def fill(frame: Any, *lines: tuple[str, int]) -> None:
    for number, (text, level) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.text, paragraph.level = text, level


def test_the_title_and_the_bullets_of_placeholders_are_known_from_the_master(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide(title="Oppdiktet tittel")
    fill(slide.placeholders[1].text_frame, ("Ytterst", 0), ("Innenfor", 1), ("Innerst", 2))
    read_slide = only(deck, tmp_path)
    assert read_slide.title == "Oppdiktet tittel"
    assert [(b.kind, b.text, b.level) for b in read_slide.body] == [
        (BlockKind.BULLET, "Ytterst", 0),
        (BlockKind.BULLET, "Innenfor", 1),
        (BlockKind.BULLET, "Innerst", 2),
    ]


def test_a_numbered_list_keeps_its_printed_numbers_and_starts_its_levels_anew(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide(title="Saksliste")
    frame = slide.placeholders[1].text_frame
    fill(frame, ("Første", 0), ("Under første", 1), ("Andre", 0), ("Under andre", 1))
    for paragraph in frame.paragraphs:
        kind = "arabicPeriod" if paragraph.level == 0 else "alphaLcParenR"
        mark = paragraph._p.get_or_add_pPr().makeelement(
            "{http://schemas.openxmlformats.org/drawingml/2006/main}buAutoNum", {"type": kind}
        )
        paragraph._p.get_or_add_pPr().append(mark)
    assert [b.text for b in only(deck, tmp_path).body] == [
        "1. Første",
        "a) Under første",
        "2. Andre",
        "a) Under andre",
    ]


def test_a_slide_without_a_title_placeholder_takes_its_largest_text_at_the_top(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Blank")
    text_box(slide.shapes, "Brødtekst under tittelen", 60, 200)
    text_box(slide.shapes, "Tittel i en tekstboks", 60, 40, size=36)
    read_slide = only(deck, tmp_path)
    assert read_slide.title == "Tittel i en tekstboks"
    assert [b.text for b in read_slide.body] == ["Brødtekst under tittelen"]


def test_a_title_may_stand_in_a_band_across_the_top(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Blank")
    band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, deck.file.slide_width, Pt(70))
    band.fill.solid()
    band.fill.fore_color.rgb = RGBColor(20, 40, 90)
    text_box(slide.shapes, "Brødtekst under tittelen", 60, 200)
    text_box(slide.shapes, "Tittel i et bånd", 60, 20, size=26)
    read_slide = only(deck, tmp_path)
    assert read_slide.title == "Tittel i et bånd"
    assert [b.text for b in read_slide.body] == ["Brødtekst under tittelen"]


def test_two_columns_of_text_boxes_are_read_one_after_the_other(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "To spalter")
    for number in range(3):
        text_box(slide.shapes, f"Høyre {number}", 500, 150 + 90 * number)
        text_box(slide.shapes, f"Venstre {number}", 40, 150 + 90 * number)
    assert [b.text for b in only(deck, tmp_path).body] == [
        *(f"Venstre {number}" for number in range(3)),
        *(f"Høyre {number}" for number in range(3)),
    ]


def test_text_in_a_drawn_card_is_kept_together_and_apart_from_other_cards(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Medlemmer")
    for number, left in enumerate((40, 400)):
        card = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, Pt(left), Pt(150), Pt(320), Pt(150))
        card.fill.solid()
        card.fill.fore_color.rgb = RGBColor(230, 230, 230)
        text_box(slide.shapes, f"Kari Oppdiktet {number}", left + 10, 160, width=280)
        text_box(slide.shapes, "Rådgiver", left + 10, 200, width=280)
    body = only(deck, tmp_path).body
    groups = [block.group for block in body]
    assert [b.text for b in body] == ["Kari Oppdiktet 0", "Rådgiver", "Kari Oppdiktet 1", "Rådgiver"]
    assert None not in groups
    assert groups[0] == groups[1] != groups[2] == groups[3]


def test_shapes_grouped_into_a_card_are_kept_together_at_their_place_on_the_slide(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Medlemmer")
    for left in (500, 40):
        group = slide.shapes.add_group_shape()
        text_box(group.shapes, f"Ola Oppdiktet {left}", left, 150, width=200)
        text_box(group.shapes, "Direktør", left, 190, width=200)
    body = only(deck, tmp_path).body
    assert [b.text for b in body] == ["Ola Oppdiktet 40", "Direktør", "Ola Oppdiktet 500", "Direktør"]
    assert body[0].group == body[1].group != body[2].group == body[3].group
    assert body[0].box.left == pytest.approx(40, abs=1)


def test_a_group_that_is_scaled_places_its_shapes_where_they_are_seen(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Skalert")
    group = slide.shapes.add_group_shape()
    text_box(group.shapes, "Til venstre", 0, 0, width=100)
    text_box(group.shapes, "Til høyre", 200, 0, width=100)
    group.left, group.top, group.width, group.height = Pt(100), Pt(300), Pt(600), Pt(60)
    boxes = {b.text: b.box for b in only(deck, tmp_path).body}
    assert boxes["Til venstre"].left == pytest.approx(100, abs=1)
    assert boxes["Til høyre"].left == pytest.approx(500, abs=1)


def test_a_native_table_has_its_label_column_and_its_empty_cells(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Budsjett")
    native_table(slide, [["Millioner kroner", "2031", "2032"], ["Oppdiktet tiltak", "1 059", ""], ["Sum", "", "-3,7"]])
    (table,) = tables(only(deck, tmp_path))
    assert (table.caption, table.columns, table.unit) == ("Millioner kroner", ("2031", "2032"), "millioner kroner")
    assert [(row.label, row.values) for row in table.rows] == [
        ("Oppdiktet tiltak", ("1 059", None)),
        ("Sum", (None, "-3,7")),
    ]


def test_merged_header_cells_name_every_column_that_they_cover(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Anslag")
    table = native_table(slide, [["År", "Kostnad", "", "Merknad"], ["", "fra", "til", ""], ["2031", "1,5", "2,9", "x"]])
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 3).merge(table.cell(1, 3))
    (found,) = tables(only(deck, tmp_path))
    assert found.columns == ("Kostnad fra", "Kostnad til", "Merknad")
    assert [(row.label, row.values) for row in found.rows] == [("2031", ("1,5", "2,9", "x"))]


def test_a_value_merged_over_rows_is_each_rows_and_a_long_remark_is_not(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Vakter")
    remark = "Alle fyr må ha to voktere hver natt hele vinteren igjennom"
    rows = [["Fyr", "Vokter", "Merknad"], ["Ytre", "Tora Fabelvik", remark], ["Indre", "", ""]]
    table = native_table(slide, rows)
    table.cell(1, 1).merge(table.cell(2, 1))
    table.cell(1, 2).merge(table.cell(2, 2))
    (found,) = tables(only(deck, tmp_path))
    assert [row.values for row in found.rows] == [("Tora Fabelvik", remark), ("Tora Fabelvik", None)]


def test_a_slide_that_is_all_table_says_so(deck: Deck, tmp_path: Path) -> None:
    native_table(deck.slide("Blank"), [["Navn", "Rolle"], ["Oppdiktet Person", "leder"]])
    assert only(deck, tmp_path).status is SlideStatus.TABLE


def test_the_data_of_a_chart_is_a_table_of_categories_and_series(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Bruk")
    native_chart(slide, ["2030", "2031"], {"Menn": [63, None], "Kvinner": [7.5, 1059]}, title="Antall brukere")
    (table,) = tables(only(deck, tmp_path))
    assert (table.caption, table.columns) == ("Antall brukere", ("Menn", "Kvinner"))
    assert [(row.label, row.values) for row in table.rows] == [("2030", ("63", "7,5")), ("2031", (None, "1059"))]


def test_a_chart_without_a_title_is_called_by_the_text_above_it(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Utvikling")
    text_box(slide.shapes, "Søknader per år", 80, 150)
    text_box(slide.shapes, "128", 80, 180)
    native_chart(slide, ["2031"], {"Søknader": [438]})
    assert tables(only(deck, tmp_path))[0].caption == "Søknader per år"


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("63", "General", "63"),
        ("0.10000000000000001", "General", "0,1"),
        ("0.634", "0%", "63%"),
        ("0.634", "0.0 %", "63,4 %"),
        ("1059.5", "#,##0", "1 060"),
        ("1059.5", "# ##0.0", "1 059,5"),
        ("50", "0.0", "50,0"),
        ("12500000", "#,##0.0,,", "12,5"),
        ("-3.7", '0.0" mill."', "-3,7"),
        ("45658", "dd.mm.yyyy", "01.01.2025"),
        ("#N/A", "General", None),
        ("NaN", "General", None),
        ("1E+400", "0", None),
    ],
)
def test_a_number_is_printed_as_its_format_says(value: str, code: str, printed: str | None) -> None:
    assert printed_number(value, code) == printed


def test_the_text_of_smart_art_follows_the_drawing(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Prosess")
    smart_art(slide, [("Kartlegge", ["Behov", "Kostnad"]), ("Beslutte", [])])
    assert [(b.kind, b.text, b.level) for b in only(deck, tmp_path).body] == [
        (BlockKind.PARAGRAPH, "Kartlegge", 0),
        (BlockKind.BULLET, "Behov", 0),
        (BlockKind.BULLET, "Kostnad", 0),
        (BlockKind.PARAGRAPH, "Beslutte", 0),
    ]


def test_speakers_notes_are_notes_and_not_content(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Status")
    slide.notes_slide.notes_text_frame.text = "Husk å nevne forsinkelsen."
    read_slide = only(deck, tmp_path)
    assert [note.text for note in read_slide.notes] == ["Husk å nevne forsinkelsen."]
    assert read_slide.body == ()


def test_a_hidden_slide_is_read_and_flagged(deck: Deck, tmp_path: Path) -> None:
    deck.slide("Title Only", "Vises")
    deck.slide("Title Only", "Skjult").element.set("show", "0")
    assert [(s.title, s.hidden) for s in read(deck, tmp_path).slides] == [("Vises", False), ("Skjult", True)]


def test_slides_with_only_a_picture_and_with_nothing_are_told_apart(deck: Deck, tmp_path: Path) -> None:
    deck.slide("Blank").shapes.add_picture(picture(), Pt(0), Pt(0), Pt(960), Pt(540))
    deck.slide("Blank")
    deck.slide("Title and Content")
    statuses = [slide.status for slide in read(deck, tmp_path).slides]
    assert statuses == [SlideStatus.PICTURE, SlideStatus.BLANK, SlideStatus.BLANK]


def test_links_are_kept_once_and_only_to_the_web(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Lenker")
    for address in ("https://oppdiktet.example/sak", "https://oppdiktet.example/sak", "file:///etc/passwd"):
        run = text_box(slide.shapes, "Les mer", 60, 200).text_frame.paragraphs[0].runs[0]
        run.hyperlink.address = address
    assert only(deck, tmp_path).links == ("https://oppdiktet.example/sak",)


def test_labelled_lines_typed_into_one_paragraph_are_lines_and_a_broken_word_is_whole(
    deck: Deck, tmp_path: Path
) -> None:
    slide = deck.slide("Title Only", "Kort")
    text_box(slide.shapes, "Navn: Kari Oppdiktet\vTittel: leder", 60, 150)
    text_box(slide.shapes, "Kommune-\voverlegen møter", 60, 300)
    assert [b.text for b in only(deck, tmp_path).body] == [
        "Navn: Kari Oppdiktet",
        "Tittel: leder",
        "Kommuneoverlegen møter",
    ]


def test_a_chart_whose_data_is_gone_is_told(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Uten tall")
    chart = native_chart(slide, ["2031"], {"Søknader": [438]})
    for series in chart._chartSpace.xpath(".//c:ser"):
        series.getparent().remove(series)
    assert read(deck, tmp_path).warnings == ("Lysbilde 1: 1 diagram eller objekt har innhold som ikke kan leses.",)


def test_a_slide_show_is_read_as_the_presentation_that_it_is(deck: Deck, tmp_path: Path) -> None:
    deck.slide("Title Only", "Vises av seg selv")
    content = with_part(
        deck.content(),
        "[Content_Types].xml",
        lambda part: part.replace(b"presentation.main+xml", b"slideshow.main+xml"),
    )
    path = tmp_path / "visning.ppsx"
    path.write_bytes(content)
    assert documents.read(path).slides[0].title == "Vises av seg selv"


def test_a_slide_of_hundreds_of_shapes_is_read(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Mange bokser")
    for number in range(400):
        text_box(slide.shapes, f"Boks {number}", 10 + number, 150 + number / 3, width=10)
    assert len(only(deck, tmp_path).body) == 400


def test_lines_parted_by_tabs_are_a_table(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide(title="Saksliste")
    lines = ["09.00\tPS 3/27\tTroll\tKari Fabelvik", "10.00\t\tPause\t", "10.15\tPS 4/27\tHulder\tOdd Huldermo"]
    text_box(slide.shapes, "\n".join(lines), 60, 150)
    (block,) = only(deck, tmp_path).body
    assert block.table is not None
    assert [row.values for row in block.table.rows] == [(None, "Pause", None), ("PS 4/27", "Hulder", "Odd Huldermo")]


def test_a_few_tabs_in_text_make_no_table(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide(title="Pris")
    text_box(slide.shapes, "Sum:\t10 kroner\nMer:\t20 kroner", 60, 150)
    assert [block.text for block in only(deck, tmp_path).body] == ["Sum: 10 kroner", "Mer: 20 kroner"]


def test_a_text_turned_on_its_side_stands_where_it_is_seen(deck: Deck, tmp_path: Path) -> None:
    slide = deck.slide("Title Only", "Lys i tunnelen")
    text_box(slide.shapes, "Sak 05/31", 700, 250, width=400)
    box = slide.shapes[-1]
    box.rotation = 90
    (turned,) = only(deck, tmp_path).body
    middle = box.left.pt + box.width.pt / 2
    assert turned.box.left > middle - box.height.pt
    assert turned.box.right < middle + box.height.pt
