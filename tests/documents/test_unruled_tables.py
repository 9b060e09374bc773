"""Tables without lines and fills, and what stands in columns without being one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pdfminer.fontmetrics import FONT_METRICS
from tests.pdf_builder import Colour, Page, pdf

from radsassistent import documents
from radsassistent.documents import Slide, Table
from radsassistent.meetings import understand

BLACK, GREEN, GREY = (0.0, 0.0, 0.0), (0.0, 0.45, 0.4), (0.9, 0.9, 0.95)
BOATS = (
    ("Båt", "Lengde 2031", "Lengde 2032", "Kaptein"),
    ("Oppdiktet skonnert", "14", "15", "Oppdiktet Ås"),
    ("Skøyta", "9", "11", "Oppdiktet Bø"),
    ("Kajakken med det lange navnet", "4", "4", "Ingen"),
)
TASKS = (
    ("Tiltak", "Ansvarlig", "Status"),
    ("Tjære skroget", "Ola Oppdiktet", "Pågår"),
    ("Bytte seil", "Kari Oppdiktet", "Ferdig"),
    ("Male naustet", "Pål Oppdiktet", "Pågår"),
)
LEFTS = (44, 330, 450, 560)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    widths = FONT_METRICS["Helvetica-Bold" if bold else "Helvetica"][1]
    return sum(widths.get(letter, 556) for letter in text) * size / 1000


def table(
    rows: Sequence[Sequence[str]],
    *,
    page: Page | None = None,
    lefts: Sequence[float] = LEFTS,
    align: str = "",
    top: float = 130,
    size: float = 12,
    step: float = 24,
    bold: bool = True,
    colour: Colour = BLACK,
) -> Page:
    """A table of texts alone. `align` has a letter for each column: l, r (ends 80 points on) or c (centred there). A cell's lines
    are parted by line breaks, which move the rows below down."""
    page = page or Page().text("Båtene våre", 40, 60, 28)
    y = top
    for number, row in enumerate(rows):
        head = number == 0
        page.ink(colour if head else BLACK)
        for column, cell in enumerate(row):
            for at, line in enumerate(cell.split("\n")):
                wide = width_of(line, size, bold=head and bold)
                way = align[column : column + 1]
                x = lefts[column] + (80 - wide if way == "r" else 40 - wide / 2 if way == "c" else 0)
                if line:
                    page.text(line, x, y + 1.2 * size * at, size, bold=head and bold)
        y += step + 1.2 * size * (max(cell.count("\n") for cell in row))
    return page.ink(BLACK)


def read(folder: Path, page: Page) -> Slide:
    path = folder / "oppdiktet.pdf"
    path.write_bytes(pdf(page))
    (slide,) = documents.read(path).slides
    return slide


def tables_of(slide: Slide) -> list[Table]:
    return [block.table for block in slide.body if block.table is not None]


def told(table: Table) -> list[tuple[str, ...]]:
    rows = [(row.label, *(value or "" for value in row.values)) for row in table.rows]
    return [(table.label_header, *table.columns), *rows]


def flat(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    return [tuple(cell.replace("\n", " ") for cell in row) for row in rows]


@pytest.mark.parametrize(
    "page",
    [
        table(BOATS),
        table(BOATS, size=18, step=30, lefts=(44, 400, 560, 720)),
        table(BOATS, size=9, step=15),
        table(BOATS, align="lrrl"),
        table(BOATS, align="lccc"),
        table(BOATS, bold=False, colour=GREEN),
        table(BOATS, bold=False),
        table(BOATS, step=15),
    ],
    ids=["plain", "large", "small", "right", "centred", "coloured head", "head like the rest", "rows close together"],
)
def test_a_table_of_texts_alone_is_read_by_row_and_column(tmp_path: Path, page: Page) -> None:
    (found,) = tables_of(read(tmp_path, page))
    assert told(found) == list(BOATS)


def test_figures_set_right_under_headings_set_left_are_of_them(tmp_path: Path) -> None:
    rows = (("Båt", "Pris", "Sum"), ("Skonnert", "120", "1 240"), ("Skøyte", "90", "980"), ("Kajakk", "4", "45"))
    page = Page().text("Prisene", 40, 60, 28)
    for number, row in enumerate(rows):
        for column, (left, text) in enumerate(zip((44, 330, 500), row, strict=True)):
            right = left + 110 - width_of(text, 12)
            page.text(text, right if number and column else left, 130 + 24 * number, 12, bold=number == 0)
    (found,) = tables_of(read(tmp_path, page))
    assert told(found) == list(rows)


def test_cells_of_two_lines_are_one_text_and_an_empty_cell_is_empty(tmp_path: Path) -> None:
    rows = (
        ("Sak", "Hva som ble vedtatt", "Ansvarlig", "Frist"),
        ("12/31", "Skonnerten settes på land\nog tjæres", "Ola Oppdiktet", "31. august"),
        ("14/31", "Kajakken selges", "", "15. september"),
        ("15/31", "Havna mudres", "Kari Oppdiktet\nog Pål Ås", "1. november"),
    )
    (found,) = tables_of(read(tmp_path, table(rows, lefts=(44, 130, 400, 560))))
    assert told(found) == flat(rows)


def test_texts_centred_beside_cells_of_two_lines_are_of_their_row(tmp_path: Path) -> None:
    page = Page().text("Båtene våre", 40, 60, 28)
    for left, text in zip((44, 330, 450), ("Båt", "Antall", "Byggeår"), strict=True):
        page.text(text, left, 130, 12, bold=True)
    for number, (lines, count, year) in enumerate(
        (
            (("Skonnerten som", "aldri seilte"), "14", "1931"),
            (("Skøyta",), "9", "1945"),
            (("Kajakken fra", "i fjor"), "4", "2030"),
        )
    ):
        middle = 165 + 40 * number
        for at, line in enumerate(lines):
            page.text(line, 44, middle + 14.4 * (at - (len(lines) - 1) / 2), 12)
        page.text(count, 330, middle, 12).text(year, 450, middle, 12)
    (found,) = tables_of(read(tmp_path, page))
    assert told(found) == [
        ("Båt", "Antall", "Byggeår"),
        ("Skonnerten som aldri seilte", "14", "1931"),
        ("Skøyta", "9", "1945"),
        ("Kajakken fra i fjor", "4", "2030"),
    ]


@pytest.mark.parametrize("bold", [True, False], ids=["unit in bold", "unit in plain type"])
def test_headings_of_two_lines_are_one_text(tmp_path: Path, bold: bool) -> None:
    rows = (("Alt.", "Løsning", "Pris"), ("A", "Ny båt", "74"), ("B", "Gammel båt", "52"), ("C", "Ingen båt", "–"))
    page = table(rows, step=30, lefts=(44, 100, 330)).text("(mill. kr)", 330, 144.4, 12, bold=bold)
    (found,) = tables_of(read(tmp_path, page))
    assert told(found) == [("Alt.", "Løsning", "Pris (mill. kr)"), *rows[1:3], ("C", "Ingen båt", "–")]


def test_a_sum_and_labels_over_rows_are_of_the_table(tmp_path: Path) -> None:
    rows = (
        ("Post", "2031", "2032"),
        ("Utgifter", "", ""),
        ("Tjære", "120", "130"),
        ("Seil", "90", "95"),
        ("Sum", "210", "225"),
    )
    page = table(rows[:1], lefts=(44, 330, 450), align="lrr")
    for number, row in enumerate(rows[1:], start=1):
        bold = row[0] in ("Utgifter", "Sum")
        for column, text in enumerate(row):
            left = (44, 330, 450)[column] + (80 - width_of(text, 12, bold=bold) if column else 0)
            if text:
                page.text(text, left, 130 + 24 * number, 12, bold=bold)
    (found,) = tables_of(read(tmp_path, page))
    assert [(row.label, row.values, row.under) for row in found.rows] == [
        ("Utgifter", (None, None), ()),
        ("Tjære", ("120", "130"), ("Utgifter",)),
        ("Seil", ("90", "95"), ("Utgifter",)),
        ("Sum", ("210", "225"), ()),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("Båt", "Mannskap"), ("Skonnert", "14"), ("Skøyte", "9"), ("Kajakk", "1")),
        (("Dato", "Sted"), ("10. februar", "Naustet"), ("14. april", "Brygga"), ("9. juni", "Digitalt")),
    ],
    ids=["figures", "days"],
)
def test_two_columns_are_a_table_where_one_tells_figures_or_days(tmp_path: Path, rows: Sequence[Sequence[str]]) -> None:
    (found,) = tables_of(read(tmp_path, table(rows)))
    assert told(found) == list(rows)


def test_years_over_figures_need_no_word_in_the_corner(tmp_path: Path) -> None:
    rows = (
        ("", "2031", "2032", "2033"),
        ("Skonnert", "14", "15", "16"),
        ("Skøyta", "9", "11", "12"),
        ("Kajakk", "1", "2", "3"),
    )
    (found,) = tables_of(read(tmp_path, table(rows, bold=False)))
    assert told(found) == list(rows)


def test_tasks_whose_states_come_again_are_a_table_without_figures(tmp_path: Path) -> None:
    (found,) = tables_of(read(tmp_path, table(TASKS)))
    assert told(found) == list(TASKS)


def test_rows_that_wait_for_their_longest_cell_are_a_table_without_figures(tmp_path: Path) -> None:
    rows = (
        ("Risiko", "Tiltak"),
        ("Tjæra tar slutt", "Kjøpe mer før påske og\nlagre den tørt"),
        ("Seilet revner i\nhøststormen", "Sy et nytt"),
        ("Naustet raser", "Flytte båtene"),
    )
    (found,) = tables_of(read(tmp_path, table(rows)))
    assert told(found) == flat(rows)


def test_headings_on_a_band_over_rows_without_any_are_a_table(tmp_path: Path) -> None:
    page = Page().text("Båtene våre", 40, 60, 28).box(40, 110, 700, 140, fill=GREY)
    (found,) = tables_of(read(tmp_path, table(BOATS, page=page, bold=False, step=30)))
    assert told(found) == list(BOATS)


def test_a_table_in_a_card_is_read_and_what_the_card_says_besides_stays(tmp_path: Path) -> None:
    page = Page().text("Båtene våre", 40, 60, 28).box(30, 80, 700, 300, fill=GREY)
    page.text("Lengden måles på land om våren, før noen har satt dem ut.", 44, 100, 12)
    slide = read(tmp_path, table(BOATS, page=page, top=140))
    assert [told(found) for found in tables_of(slide)] == [list(BOATS)]
    assert "Lengden måles på land om våren, før noen har satt dem ut." in [block.text for block in slide.body]


@pytest.mark.parametrize("side", [44, 620], ids=["left", "right"])
@pytest.mark.parametrize("bulleted", [True, False])
def test_a_text_beside_a_table_is_no_column_of_it(tmp_path: Path, side: float, bulleted: bool) -> None:
    rows = (("Båt", "2031", "2032"), ("Skonnert", "14", "15"), ("Skøyta", "9", "11"), ("Kajakk", "1", "2"))
    lefts = (330, 430, 500) if side < 100 else (44, 300, 400)
    page = table(rows, lefts=lefts).text("Hva betyr det?", side, 130, 12, bold=True)
    mark = "• " if bulleted else ""
    texts = [
        f"{mark}Skonnerten er blitt lengre,",
        "og kajakken er dobbelt så",
        "lang som den var i fjor, da",
        "ingen målte den nøye.",
    ]
    slide = read(tmp_path, page.lines(texts, side, 150, 12))
    assert [told(found) for found in tables_of(slide)] == [list(rows)]
    texts_left = " ".join(block.text for block in slide.body if block.table is None)
    assert "Hva betyr det?" in texts_left
    assert "ingen målte den nøye" in texts_left


def test_two_tables_side_by_side_are_two(tmp_path: Path) -> None:
    one = (("Båt", "Pris"), ("Skonnert", "140"), ("Skøyta", "90"), ("Kajakk", "10"))
    other = (("Havn", "Dybde"), ("Ås", "4 m"), ("Bø", "12 m"), ("Os", "7 m"))
    page = table(one, lefts=(44, 200))
    # Half a step further down, so that their rows are not of one line.
    slide = read(tmp_path, table(other, page=page, lefts=(500, 700), top=142))
    assert [told(found) for found in tables_of(slide)] == [list(one), list(other)]


def test_what_stands_below_the_last_row_stays_text(tmp_path: Path) -> None:
    page = table(BOATS).text("Kilde: havnefogden", 44, 240, 9).text("• Båtene telles om våren", 44, 270, 12)
    slide = read(tmp_path, page)
    assert [told(found) for found in tables_of(slide)] == [list(BOATS)]
    assert [block.text for block in slide.body if block.table is None] == [
        "Kilde: havnefogden",
        "Båtene telles om våren",
    ]


def test_the_parts_of_a_deck_shown_over_a_table_are_not_its_headings(tmp_path: Path) -> None:
    page = Page().text("Båtene våre", 40, 60, 28)
    for left, text in zip(LEFTS, ("Bakgrunn", "Tall", "Vurdering", "Vedtak"), strict=True):
        page.text(text, left, 100, 12)
    (found,) = tables_of(read(tmp_path, table(BOATS, page=page)))
    assert told(found) == list(BOATS)


def test_years_that_each_stand_over_two_columns_are_not_tied_to_one(tmp_path: Path) -> None:
    page = (
        Page().text("Budsjett", 40, 60, 28).text("2031", 370, 106, 12, bold=True).text("2032", 620, 106, 12, bold=True)
    )
    rows = (
        ("Post", "Budsjett", "Regnskap", "Budsjett", "Regnskap"),
        ("Tjære", "1", "2", "3", "4"),
        ("Seil", "5", "6", "7", "8"),
    )
    slide = read(tmp_path, table(rows, page=page, lefts=(44, 330, 410, 580, 660)))
    assert not any("2031" in column for found in tables_of(slide) for column in found.columns)
    assert not tables_of(slide)


def listed(*lists: Sequence[str], lefts: Sequence[float] = (44, 340, 640), mark: str = "", step: float = 24) -> Page:
    """Lists under headings in bold type side by side."""
    page = Page().text("Hva vi mener", 40, 60, 28)
    for left, (head, *texts) in zip(lefts, lists, strict=False):
        page.text(head, left, 130, 12, bold=True)
        for number, text in enumerate(texts, start=1):
            page.text(f"{mark}{text}", left, 130 + step * number, 12)
    return page


FOR = ("Fordeler", "Skonnerten er rask", "Den tåler vind", "Mannskapet er godt", "12 køyer")
AGAINST = ("Ulemper", "Den lekker", "Seilet er gammelt", "Ingen vil tjære den", "3 manglende årer")
COSTS = ("Kostnader", "Tjære hver vår", "Nye seil hvert femte år", "Leie av naust", "Lønn til kapteinen")


@pytest.mark.parametrize(
    "page",
    [
        listed(FOR, AGAINST, mark="• "),
        listed(FOR, AGAINST, mark="– "),
        listed(FOR, AGAINST),
        listed(FOR, AGAINST, COSTS),
        listed(FOR, AGAINST, COSTS, lefts=(44, 240, 640)),
        listed(FOR[:4], AGAINST, COSTS[:3], step=15),
        listed(
            ("Møter i vår", "12. januar", "8. mars", "9. juni"),
            ("Møter i høst", "1. september", "5. oktober", "7. desember"),
        ),
        listed(
            ("Arbeiderlista", "Ola Oppdiktet", "Kari Oppdiktet", "Pål Ås"),
            ("Båtlista", "Eli Bø", "Ida Os", "Per Bø"),
            ("Havnelista", "Ås Ås", "Bo Ås", "Li Os"),
        ),
    ],
    ids=["bullets", "dashes", "two lists", "three lists", "uneven lists", "lists of several lengths", "days", "people"],
)
def test_lists_side_by_side_are_no_table(tmp_path: Path, page: Page) -> None:
    assert not tables_of(read(tmp_path, page))


@pytest.mark.parametrize(
    "rows",
    [
        (
            ("Ola Oppdiktet", "Kari Bø", "Pål Ås"),
            ("Leder", "Nestleder", "Medlem"),
            ("Båtlista", "Havnelista", "Båtlista"),
            ("2031–2035", "2031–2035", "2033–2035"),
        ),
        (
            ("Brygga", "Naustet", "Moloen"),
            ("12 mill. kr", "3 mill. kr", "40 mill. kr"),
            ("2031", "2032", "2035"),
            ("Pågår", "Planlagt", "Planlagt"),
        ),
        (
            ("Brygga", "Naustet", "Moloen"),
            ("Frist: 1. mai", "Frist: 1. juni", "Frist: 1. juli"),
            ("Ansvar: Ola", "Ansvar: Kari", "Ansvar: Ola"),
            ("Pris: 1", "Pris: 2", "Pris: 1"),
        ),
        (("12", "34", "56"), ("skonnerter", "skøyter", "kajakker"), ("i havn", "til sjøs", "på land")),
        (
            ("Mars 2031", "Juni 2031", "Mai 2032"),
            ("Rådet spør", "Trollet svarer", "Alle går"),
            ("i Ås", "i Bø", "hjem"),
        ),
    ],
    ids=["people", "projects", "fields", "figures", "moments"],
)
def test_cards_without_frames_are_no_table(tmp_path: Path, rows: Sequence[Sequence[str]]) -> None:
    assert not tables_of(read(tmp_path, table(rows, lefts=(44, 340, 640))))


def test_large_figures_over_what_they_count_are_no_headings(tmp_path: Path) -> None:
    page = Page().text("I tall", 40, 60, 28)
    for left, figure, what in ((44, "2031", "12 båter"), (300, "2032", "14 båter"), (560, "2033", "19 båter")):
        page.text(figure, left, 150, 30, bold=True).text(what, left, 180, 12).text("3 naust", left, 200, 12)
    assert not tables_of(read(tmp_path, page))


@pytest.mark.parametrize("headings", [("Bakgrunn", "Vurdering", "Veien videre"), ()], ids=["headed", "bare"])
def test_running_text_in_columns_is_no_table(tmp_path: Path, headings: Sequence[str]) -> None:
    page = Page().text("Om båtene", 40, 60, 28)
    for number, left in enumerate((44, 340, 640)):
        if headings:
            page.text(headings[number], left, 120, 12, bold=True)
        lines = [
            "Rådet har i 2031 drøftet båtene",
            "og kommet til at de trenger",
            "stell hver vår og høst, men",
            "at ingen vil gjøre det.",
            "Derfor settes det ut.",
        ]
        page.lines(lines[number:] + lines[:number], left, 140, 12)
    assert not tables_of(read(tmp_path, page))


def test_addresses_side_by_side_are_no_table(tmp_path: Path) -> None:
    rows = (
        ("Postadresse", "Besøksadresse", "Kontakt"),
        ("Havnerådet", "Naustet", "Ola Oppdiktet"),
        ("Boks 12", "Brygga 4", "00 00 12 31"),
        ("0012 Oppdiktvik", "Åpent 10–14", "post@naust.example"),
    )
    assert not tables_of(read(tmp_path, table(rows, lefts=(44, 340, 640), step=15)))


def test_an_agenda_without_headings_stays_an_agenda(tmp_path: Path) -> None:
    page = Page().text("Dagsorden", 40, 60, 28)
    rows = (
        ("09.00", "Sak 1/31 Åpning", "Ola Oppdiktet"),
        ("09.30", "Sak 2/31 Tjære", "Kari Oppdiktet"),
        ("10.15", "Sak 3/31 Seil", "Pål Ås"),
        ("11.00", "Sak 4/31 Eventuelt", "Ola Oppdiktet"),
    )
    for number, row in enumerate(rows):
        for left, text in zip((44, 140, 560), row, strict=True):
            page.text(text, left, 130 + 26 * number, 12, bold=left == 44)
    path = tmp_path / "oppdiktet.pdf"
    path.write_bytes(pdf(page))
    document = documents.read(path)
    assert not tables_of(document.slides[0])
    agenda = understand([document]).agenda
    assert [(item.case, item.presenter) for item in agenda] == [
        ("1/31", "Ola Oppdiktet"),
        ("2/31", "Kari Oppdiktet"),
        ("3/31", "Pål Ås"),
        ("4/31", "Ola Oppdiktet"),
    ]


def test_the_labels_and_the_axis_of_a_chart_are_no_table(tmp_path: Path) -> None:
    page = Page().text("Båter", 40, 60, 28)
    for number, text in enumerate(("Antall", "30", "20", "10", "0")):
        page.text(text, 44, 120 + 30 * number, 10)
    for column, left in enumerate((120, 240, 360)):
        page.text(("Skonnert", "Skøyte", "Kajakk")[column], left, 120, 10)
        for part in range(3):
            top = 135 + 30 * part
            page.box(left, top, left + 60, top + 24, fill=GREY).text(
                str(11 + 3 * part + column), left + 20, top + 15, 10
            )
    assert not tables_of(read(tmp_path, page))


def test_bars_drawn_among_names_and_figures_are_no_table(tmp_path: Path) -> None:
    page = table(
        (("Båt", "Antall", "Andel"), ("Skonnert", "14", "20 %"), ("Skøyte", "9", "30 %"), ("Kajakk", "1", "50 %"))
    )
    page.drawn.insert(0, Page().path([(150, 140), (320, 150), (300, 190), (160, 200)], fill=GREY).drawn[0])
    assert not tables_of(read(tmp_path, page))
