"""Pages of running text: rows set with tabs, lists in columns without rules, and where a paragraph ends."""

from __future__ import annotations

from pathlib import Path

from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.documents import Slide, Table
from radsassistent.meetings import Presence, understand

LEFT, TAB, SECOND_TAB = 70, 170, 330


def paper() -> Page:
    return Page(595, 842)


def read(folder: Path, page: Page) -> Slide:
    path = folder / "oppdiktet.pdf"
    path.write_bytes(pdf(page))
    (slide,) = documents.read(path).slides
    return slide


def texts(slide: Slide) -> list[str]:
    return [block.text for block in slide.blocks]


def rows(table: Table) -> list[tuple[str, ...]]:
    return [(row.label, *(value or "" for value in row.values)) for row in table.rows]


def columns(
    page: Page, cells: list[tuple[str, ...]], top: float, *, tabs: tuple[float, ...] = (LEFT, TAB, SECOND_TAB)
) -> Page:
    for number, row in enumerate(cells):
        for x, text in zip(tabs, row, strict=False):
            if text:
                page.text(text, x, top + 14 * number, 11)
    return page


def test_labels_with_a_tab_are_read_with_their_values(tmp_path: Path) -> None:
    head = [("Utvalg:", "Oppdiktutvalget"), ("Møtested:", "Salen"), ("Dato:", "5. mars 2027"), ("Tid:", "09:00")]
    slide = read(tmp_path, columns(paper(), head, 100))
    assert texts(slide) == [f"{label} {value}" for label, value in head]


def test_a_list_of_cases_with_a_tab_keeps_number_and_title_together_over_two_lines(tmp_path: Path) -> None:
    page = columns(
        paper(),
        [
            ("PS 12/27", "Godkjenning av innkalling"),
            ("PS 13/27", "En tittel som er så lang at den"),
            ("", "går over på neste linje"),
            ("PS 14/27", "Eventuelt"),
        ],
        100,
    )
    assert texts(read(tmp_path, page)) == [
        "PS 12/27 Godkjenning av innkalling",
        "PS 13/27 En tittel som er så lang at den går over på neste linje",
        "PS 14/27 Eventuelt",
    ]


def test_names_in_three_columns_without_rules_are_a_table_and_tell_who_met(tmp_path: Path) -> None:
    page = paper().text("Møteprotokoll for Oppdiktutvalget 5. mars 2027", LEFT, 60, 16)
    page.text("Følgende medlemmer møtte:", LEFT, 100, 11)
    columns(
        page, [("Navn", "Funksjon", "Representerer"), ("Kari Oppdiktet", "Leder", "AP"), ("Ola Fabel", "", "H")], 120
    )
    page.text("Følgende varamedlemmer møtte:", LEFT, 200, 11)
    columns(page, [("Navn", "Møtte for", "Representerer"), ("Tor Påfunn", "Anne Diktet", "SV")], 220)
    page.text("Sak 1/27 Godkjenning av innkalling", LEFT, 300, 11, bold=True)
    path = tmp_path / "oppdiktet.pdf"
    path.write_bytes(pdf(page))
    document = documents.read(path)
    found = [block.table for block in document.slides[0].blocks if block.table is not None]
    assert [rows(table) for table in found] == [
        [("Kari Oppdiktet", "Leder", "AP"), ("Ola Fabel", "", "H")],
        [("Tor Påfunn", "Anne Diktet", "SV")],
    ]
    met = [(a.name, a.presence, a.substitutes_for) for a in understand([document]).attendance]
    assert met == [
        ("Kari Oppdiktet", Presence.PRESENT, None),
        ("Ola Fabel", Presence.PRESENT, None),
        ("Tor Påfunn", Presence.SUBSTITUTE, "Anne Diktet"),
    ]


def test_figures_set_in_columns_without_rules_are_a_table_whose_values_end_in_line(tmp_path: Path) -> None:
    page = paper()
    for number, (label, first, second) in enumerate(
        [("Sektor", "2026", "2027"), ("Skole og barnehage", "402,1", "1 410,0"), ("Helse", "50,7", "61,3")]
    ):
        page.text(label, LEFT, 100 + 16 * number, 11)
        page.text(first, 330 - 6.1 * len(first), 100 + 16 * number, 11)
        page.text(second, 450 - 6.1 * len(second), 100 + 16 * number, 11)
    (table,) = [block.table for block in read(tmp_path, page).blocks if block.table is not None]
    assert table.columns == ("2026", "2027")
    assert rows(table) == [("Skole og barnehage", "402,1", "1 410,0"), ("Helse", "50,7", "61,3")]


def test_two_columns_of_prose_on_paper_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = paper()
    for number in range(4):
        page.text(f"Venstre spalte har en ganske lang linje nummer {number}", 50, 100 + 14 * number, 9)
        page.text(f"Høyre spalte har også en ganske lang linje nummer {number}", 320, 100 + 14 * number, 9)
    read_as = " ".join(texts(read(tmp_path, page)))
    assert read_as.index("Venstre spalte har en ganske lang linje nummer 3") < read_as.index("Høyre spalte")


def test_a_line_that_ends_before_it_must_ends_its_paragraph(tmp_path: Path) -> None:
    page = paper().lines(
        [
            "Oppdiktutvalget behandlet saken i møtet og ba administrasjonen om å",
            "komme tilbake med en ny vurdering av kostnadene.",
            "Vedtak",
            "Saken utsettes.",
            "Oppdiktutvalget ber om en ny sak.",
        ],
        LEFT,
        100,
        11,
    )
    assert texts(read(tmp_path, page)) == [
        "Oppdiktutvalget behandlet saken i møtet og ba administrasjonen om å komme tilbake med en ny vurdering av kostnadene.",
        "Vedtak",
        "Saken utsettes.",
        "Oppdiktutvalget ber om en ny sak.",
    ]


def test_on_a_slide_a_line_broken_by_hand_goes_on(tmp_path: Path) -> None:
    page = Page().text("Tittelen på lysbildet", 40, 60, 32)
    page.lines(["Et langt avsnitt som sier hvor bred spalten er på dette", "lysbildet"], 40, 150)
    page.lines(["Felles", "plattform"], 40, 300)
    assert texts(read(tmp_path, page))[1:] == [
        "Et langt avsnitt som sier hvor bred spalten er på dette lysbildet",
        "Felles plattform",
    ]


def test_text_that_goes_on_above_the_first_heading_of_a_page_stands_before_it(tmp_path: Path) -> None:
    page = paper().text("2. Kongen får ei bro.", LEFT, 60, 10)
    page = page.text("Sak 4/27 Nattergaler", LEFT, 100, 14, bold=True)
    page = page.text("Vedtak: Nattergalene telles.", LEFT, 130, 10)
    slide = read(tmp_path, page)
    assert texts(slide) == ["2. Kongen får ei bro.", "Sak 4/27 Nattergaler", "Vedtak: Nattergalene telles."]
    assert slide.title == "Sak 4/27 Nattergaler"


def test_a_letterhead_stands_after_the_title(tmp_path: Path) -> None:
    page = paper().text("Trollheim kommune", LEFT, 60, 10)
    page = page.text("Møteprotokoll", LEFT, 100, 16, bold=True)
    page = page.text("Trollrådet møttes på torget.", LEFT, 130, 10)
    assert texts(read(tmp_path, page))[0] == "Møteprotokoll"
