"""How an ODT is read: headings, lists, tables, pages, notes, and what its writer hid or deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.office_builder import odt

from radsassistent import documents
from radsassistent.documents import BlockKind, Document, Format, SlideStatus


@pytest.fixture
def read(tmp_path: Path):
    def made(body: str, styles: str = "", master: str = "") -> Document:
        path = tmp_path / "oppdiktet.odt"
        path.write_bytes(odt(body, styles, master))
        return documents.read(path)

    return made


def texts(document: Document, slide: int = 1) -> list[str]:
    return [block.text for block in document.slides[slide - 1].body]


def test_headings_paragraphs_and_white_space_are_read(read) -> None:
    document = read(
        '<text:h text:outline-level="1">Protokoll</text:h><text:p>To<text:s text:c="3"/>ord<text:line-break/>og mer</text:p>'
        '<text:h text:outline-level="2">Sak 1/31</text:h>'
    )
    assert (document.format, document.slides[0].status) == (Format.ODT, SlideStatus.TEXT)
    assert [(b.kind, b.text) for b in document.slides[0].blocks] == [
        (BlockKind.TITLE, "Protokoll"),
        (BlockKind.PARAGRAPH, "To ord og mer"),
        (BlockKind.HEADING, "Sak 1/31"),
    ]


LIST_STYLE = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-prefix="Sak " style:num-suffix="/31"/><text:list-level-style-number text:level="2" style:num-format="a" '
    'style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
)


def test_lists_keep_their_printed_numbers_and_levels(read) -> None:
    document = read(
        '<text:list text:style-name="L1"><text:list-item><text:p>Godkjenning</text:p><text:list><text:list-item>'
        "<text:p>av innkalling</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>Budsjett</text:p><text:p>Mer om budsjettet</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>Eventuelt</text:p>'
        "</text:list-item></text:list>"
        '<text:list text:style-name="L2"><text:list-item><text:p>Kule</text:p></text:list-item></text:list>',
        LIST_STYLE,
    )
    assert [(b.kind, b.text, b.level) for b in document.slides[0].body] == [
        (BlockKind.BULLET, "Sak 1/31 Godkjenning", 0),
        (BlockKind.BULLET, "a) av innkalling", 1),
        (BlockKind.BULLET, "Sak 2/31 Budsjett", 0),
        (BlockKind.PARAGRAPH, "Mer om budsjettet", 0),
        (BlockKind.BULLET, "Sak 3/31 Eventuelt", 0),
        (BlockKind.BULLET, "Kule", 0),
    ]


def test_soft_page_breaks_and_breaks_of_styles_are_pages(read) -> None:
    document = read(
        "<text:p>Side <text:soft-page-break/>to</text:p><text:soft-page-break/><text:p>Side tre</text:p>"
        '<text:p text:style-name="P1">Side fire</text:p>',
        '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
        "</style:style>",
    )
    assert [slide.text for slide in document.slides] == ["Side", "to", "Side tre", "Side fire"]


def test_a_list_item_that_begins_a_page_is_still_one(read) -> None:
    document = read(
        '<text:list text:style-name="L1"><text:list-item><text:p>En</text:p></text:list-item><text:list-item><text:p>'
        "<text:soft-page-break/>To</text:p></text:list-item></text:list>",
        LIST_STYLE,
    )
    assert [(b.kind, b.text) for s in document.slides for b in s.body] == [
        (BlockKind.BULLET, "Sak 1/31 En"),
        (BlockKind.BULLET, "Sak 2/31 To"),
    ]


def test_a_table_has_its_merged_and_its_repeated_cells(read) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    document = read(
        "<table:table><table:table-header-rows><table:table-row>"
        + cell.format("År")
        + '<table:table-cell table:number-columns-spanned="2"><text:p>Kostnad</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        + cell.format("2031")
        + '<table:table-cell table:number-columns-repeated="2"><text:p>1,5</text:p></table:table-cell>'
        '</table:table-row><table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="1000000"/></table:table-row></table:table>'
    )
    (table,) = [b.table for b in document.slides[0].body if b.table is not None]
    assert (table.label_header, [(row.label, row.values) for row in table.rows]) == ("År", [("2031", ("1,5", "1,5"))])


def test_deleted_hidden_and_commented_text_is_not_read(read) -> None:
    document = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Slettet</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Synlig<office:annotation><text:p>Merknad</text:p></office:annotation><text:span text:style-name="T1"> '
        "skjult</text:span> tekst</text:p>",
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>',
    )
    assert texts(document) == ["Synlig tekst"]


def test_footnotes_stand_at_the_end_and_headers_are_footers(read) -> None:
    document = read(
        "<text:p>Se noten<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Fra tilsynet.</text:p>"
        "</text:note-body></text:note>.</text:p>",
        master="<style:header><text:p>Oppdiktet kommune</text:p></style:header>"
        "<style:footer><text:p>Side <text:page-number>1</text:page-number></text:p></style:footer>",
    )
    assert [(b.kind, b.text) for b in document.slides[0].blocks] == [
        (BlockKind.PARAGRAPH, "Se noten."),
        (BlockKind.PARAGRAPH, "Fotnote 1: Fra tilsynet."),
        (BlockKind.FOOTER, "Oppdiktet kommune"),
    ]


def test_links_frames_and_pictures_are_kept(read) -> None:
    document = read(
        '<text:p><text:a xlink:href="https://oppdiktet.example/">Les mer</text:a><draw:frame><draw:text-box><text:p>I en ramme'
        "</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert texts(document) == ["Les mer", "I en ramme"]
    assert document.slides[0].links == ("https://oppdiktet.example/",)
    pictured = read("<text:p><draw:frame><draw:image/></draw:frame></text:p>")
    assert pictured.slides[0].status is SlideStatus.PICTURE


def test_a_bold_paragraph_is_a_heading(read) -> None:
    document = read(
        '<text:p text:style-name="P1">Vedtak</text:p><text:p>Rådet godkjenner <text:span text:style-name="P1">saken'
        "</text:span>.</text:p>",
        '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>',
    )
    assert [b.kind for b in document.slides[0].blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
