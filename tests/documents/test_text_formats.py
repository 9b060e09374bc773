"""How Markdown, HTML and plain text are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from radsassistent import documents
from radsassistent.documents import BlockKind, Document, Format, Slide, SlideStatus, UnreadableDocumentError
from radsassistent.documents.plain_text import goes_on

Read = Callable[[str, str | bytes], Document]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def made(name: str, content: str | bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return documents.read(path)

    return made


def blocks(slide: Slide) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in slide.blocks]


MARKDOWN = """---
dato: 12. mars 2031
---
# Møte i Oppdiktrådet

## Saksliste

1. Godkjenning av *innkalling*
   - under første
2. Budsjett med [lenke](https://oppdiktet.example/) og ~~strøket~~ tekst

**Vedtak**

Rådet tar saken
til orientering.

| Tiltak | 2031 | 2032 |
|---|---:|---:|
| Oppdiktet | 1 059 | |
| Sum | 3 | 4 |
"""


def test_a_label_after_a_full_line_of_plain_text_is_no_part_of_the_sentence(read: Read) -> None:
    document = read(
        "referat.txt", "Referat\n\nForvaltningen foreslår at rådet gir 450 000 kr.\nBeslutning\nGodkjent.\n"
    )
    assert [text for _, text in blocks(document.slides[0])][-3:] == [
        "Forvaltningen foreslår at rådet gir 450 000 kr.",
        "Beslutning",
        "Godkjent.",
    ]


def test_markdown_has_headings_lists_tables_and_what_stands_before_them(read: Read) -> None:
    document = read("protokoll.md", MARKDOWN)
    (slide,) = document.slides
    assert (document.format, slide.title) == (Format.MARKDOWN, "Møte i Oppdiktrådet")
    assert [entry for entry in blocks(slide) if entry[0] is not BlockKind.TABLE] == [
        (BlockKind.TITLE, "Møte i Oppdiktrådet"),
        (BlockKind.HEADING, "Saksliste"),
        (BlockKind.BULLET, "1. Godkjenning av innkalling"),
        (BlockKind.BULLET, "under første"),
        (BlockKind.BULLET, "2. Budsjett med lenke og tekst"),
        (BlockKind.HEADING, "Vedtak"),
        (BlockKind.PARAGRAPH, "Rådet tar saken til orientering."),
        (BlockKind.PARAGRAPH, "dato: 12. mars 2031"),
    ]
    assert [b.level for b in slide.body if b.kind is BlockKind.BULLET] == [0, 1, 0]
    (table,) = [b.table for b in slide.body if b.table is not None]
    assert [(row.label, row.values) for row in table.rows] == [("Oppdiktet", ("1 059", None)), ("Sum", ("3", "4"))]
    assert slide.links == ("https://oppdiktet.example/",)


def test_html_inside_markdown_is_read_as_html(read: Read) -> None:
    (slide,) = read("side.md", "Før\n\n<div><script>ond()</script><p>Inni</p></div>\n\nEtter").slides
    assert [text for _, text in blocks(slide)] == ["Før", "Inni", "Etter"]


HTML = """<!DOCTYPE html><html><head><title>Fane</title><style>p {color: red}</style></head><body>
<nav><a href="https://oppdiktet.example/meny">Meny</a></nav>
<h1>Saksliste</h1><p>Møte 12.&nbsp;mars
 2031<br>kl. 10</p><p hidden>skjult</p><p style="display: none">også skjult</p><script>ond()</script>
<ol start="3"><li>Godkjenning<ul><li>av innkalling</li></ul></li><li><p>Budsjett</p></li></ol>
<div>Løs <del>slettet</del> tekst <b>med fete</b> ord<p>og et avsnitt</p>til slutt</div><p><strong>Vedtak</strong></p>
<table><caption>Kostnader</caption><tr><th rowspan="2">År</th><th colspan="2">Kostnad</th></tr><tr><th>fra</th><th>til</th></tr>
<tr><td>2031</td><td>1,5</td><td></td></tr></table>
<p><a href="https://oppdiktet.example/sak">Saken</a> og <a href="javascript:ond()">mer</a></p>
</body></html>"""


def test_html_shows_what_a_browser_shows(read: Read) -> None:
    document = read("saksliste.html", HTML)
    (slide,) = document.slides
    assert document.format is Format.HTML
    assert [entry for entry in blocks(slide) if entry[0] is not BlockKind.TABLE] == [
        (BlockKind.TITLE, "Saksliste"),
        (BlockKind.PARAGRAPH, "Møte 12. mars 2031 kl. 10"),
        (BlockKind.BULLET, "3. Godkjenning"),
        (BlockKind.BULLET, "av innkalling"),
        (BlockKind.BULLET, "4. Budsjett"),
        (BlockKind.PARAGRAPH, "Løs tekst med fete ord"),
        (BlockKind.PARAGRAPH, "og et avsnitt"),
        (BlockKind.PARAGRAPH, "til slutt"),
        (BlockKind.HEADING, "Vedtak"),
        (BlockKind.HEADING, "Kostnader"),
        (BlockKind.PARAGRAPH, "Saken og mer"),
        (BlockKind.FOOTER, "Meny"),
    ]
    (table,) = [b.table for b in slide.body if b.table is not None]
    assert table.columns == ("Kostnad fra", "Kostnad til")
    assert [(row.label, row.values) for row in table.rows] == [("2031", ("1,5", None))]
    assert slide.links == ("https://oppdiktet.example/sak",)


def test_a_table_that_lays_out_a_page_is_read_as_its_content(read: Read) -> None:
    page = (
        "<html><body><table><tr><td><h1>Protokoll</h1><table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>"
    )
    (slide,) = read("side.htm", page + "</table></td></tr></table></body></html>").slides
    assert slide.title == "Protokoll"
    assert [block.table.rows[0].label for block in slide.body if block.table] == ["B"]


def test_html_is_known_by_its_content_whatever_it_is_called(read: Read) -> None:
    assert read("side.txt", "\n<!-- x --><!doctype HTML><p>Innhold</p>").format is Format.HTML
    assert read("bit.html", "<p>Bare et avsnitt</p>").format is Format.HTML


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_html_is_read_in_the_encoding_that_it_declares(encoding: str, read: Read) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><body><p>Blåbær på øya</p></body></html>'
    assert read("side.html", page.encode(encoding)).slides[0].text == "Blåbær på øya"


TEXT = """Referat fra Oppdiktrådet

Rådet hadde møte i dag og drøftet mange ting, og denne setningen går
over flere linjer.
Til stede:
- Kari Oppdiktet
- Ola Oppdiktet

1. Godkjenning
2. Budsjett
\fAndre side

Mer tekst.
"""


def test_plain_text_has_pages_paragraphs_and_lists(read: Read) -> None:
    document = read("referat.txt", TEXT)
    assert document.format is Format.TEXT
    assert [slide.title for slide in document.slides] == ["Referat fra Oppdiktrådet", "Andre side"]
    assert blocks(document.slides[0])[1:] == [
        (
            BlockKind.PARAGRAPH,
            "Rådet hadde møte i dag og drøftet mange ting, og denne setningen går over flere linjer.",
        ),
        (BlockKind.PARAGRAPH, "Til stede:"),
        (BlockKind.BULLET, "Kari Oppdiktet"),
        (BlockKind.BULLET, "Ola Oppdiktet"),
        (BlockKind.PARAGRAPH, "1. Godkjenning"),
        (BlockKind.PARAGRAPH, "2. Budsjett"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_plain_text_is_read_in_each_encoding_that_editors_write(encoding: str, read: Read) -> None:
    assert read("notat.txt", "Blåbær på øya – «godt»".encode(encoding)).slides[0].text == "Blåbær på øya – «godt»"


def test_lines_of_any_length_are_paragraphs_and_not_joined() -> None:
    assert goes_on("x" * 60, "ord", wrapped_at=62)
    assert not goes_on("x" * 40, "ord", wrapped_at=62)
    assert not goes_on("x" * 300, "ord", wrapped_at=300)


@pytest.mark.parametrize("name", ["tomt.md", "tomt.html", "tomt.txt"])
def test_a_file_of_white_space_is_one_blank_page(name: str, read: Read) -> None:
    (slide,) = read(name, "<html> </html>" if name.endswith("html") else " \n\n ").slides
    assert slide.status is SlideStatus.BLANK


def test_a_text_of_twenty_thousand_words_is_read(read: Read) -> None:
    (slide,) = read("lang.txt", "ord " * 20_000).slides
    assert len(slide.text.split()) == 20_000


def test_what_is_nested_too_deep_or_too_long_to_be_read_is_told(read: Read) -> None:
    told = ("Noe av innholdet er nestet for dypt eller er for stort, og er ikke lest.",)
    assert read("dyp.html", "<html>" + "<div>" * 3000 + "innerst").warnings == told
    assert read("lang.md", "|a|b|\n|---|---|\n" + "|1|2|\n" * 5001).warnings == told
    assert read("kort.md", "|a|b|\n|---|---|\n" + "|1|2|\n" * 50).warnings == ()


def test_a_text_that_speaks_of_the_mark_of_a_pdf_is_a_text(read: Read) -> None:
    assert read("om-pdf.txt", "En PDF begynner med %PDF-1.7.\n").format is Format.TEXT


def test_a_text_of_more_than_any_document_is_refused(read: Read) -> None:
    with pytest.raises(UnreadableDocumentError, match=r"^logg\.txt: filen har mer enn 10 MB ren tekst og leses ikke\."):
        read("logg.txt", b"x" * 10_000_001)
