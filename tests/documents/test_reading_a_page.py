"""How a page is read: order, titles, bullets, broken words, frames, tables, charts, pictures, links."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.documents import BlockKind, Slide, SlideStatus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def read(folder: Path, *pages: Page) -> tuple[Slide, ...]:
    path = folder / "oppdiktet.pdf"
    path.write_bytes(pdf(*pages))
    return documents.read(path).slides


def texts(slide: Slide) -> list[str]:
    return [block.text for block in slide.body]


def test_two_columns_are_read_one_after_the_other(folder: Path) -> None:
    page = Page().text("To spalter", 40, 60, 32)
    for number in range(3):
        # Drawn row by row, as exports do.
        page.text(f"Venstre avsnitt {number}", 40, 150 + 80 * number)
        page.text(f"Høyre avsnitt {number}", 500, 150 + 80 * number)
    (slide,) = read(folder, page)
    assert slide.title == "To spalter"
    assert texts(slide) == [
        *(f"Venstre avsnitt {number}" for number in range(3)),
        *(f"Høyre avsnitt {number}" for number in range(3)),
    ]


def test_a_title_that_is_drawn_last_still_opens_the_slide(folder: Path) -> None:
    page = Page().text("Brødtekst under", 40, 200).text("Tittelen", 40, 60, 32)
    (slide,) = read(folder, page)
    assert [(b.kind, b.text) for b in slide.blocks] == [
        (BlockKind.TITLE, "Tittelen"),
        (BlockKind.PARAGRAPH, "Brødtekst under"),
    ]


def test_the_largest_text_in_a_band_across_the_top_is_the_title_and_in_a_card_it_is_none(folder: Path) -> None:
    band = Page().box(0, 0, 960, 78, fill=(0.1, 0.2, 0.4)).text("Plan for bruene", 40, 48, 24)
    band.text("Bygging begynner i mai", 40, 200).text("Åpning i juni", 40, 300)
    card = Page().box(40, 100, 400, 180, fill=(0.9, 0.9, 0.9)).text("612", 60, 150, 32)
    card.text("Bygging begynner i mai", 40, 300).text("Åpning i juni", 40, 400)
    (banded,), (carded,) = read(folder, band), read(folder, card)
    assert (banded.title, carded.title) == ("Plan for bruene", None)
    assert next(block for block in banded.blocks if block.kind is BlockKind.TITLE).group is None


def test_a_page_of_running_text_in_one_size_has_no_title(folder: Path) -> None:
    page = Page().text("Første avsnitt om noe.", 40, 60).text("Andre avsnitt om noe annet.", 40, 160)
    assert read(folder, page)[0].title is None


def test_lines_of_a_paragraph_are_joined_and_a_broken_word_is_made_whole(folder: Path) -> None:
    page = Page().text("Tittel", 40, 60, 32)
    page.lines(["Rådet ber om en samlet oversikt over kostna-", "dene og om helse- og omsorgs-", "data."], 40, 150)
    assert texts(read(folder, page)[0]) == [
        "Rådet ber om en samlet oversikt over kostnadene og om helse- og omsorgsdata."
    ]


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("ny Kommune-", "overlege i rådet", "ny Kommuneoverlege i rådet"),
        ("ny e-", "helsestrategi", "ny e-helsestrategi"),
        ("ny samhandlings\u00ad", "reform", "ny samhandlingsreform"),
        ("satsing på e-", "helse i rådet", "satsing på e-helse i rådet"),
        ("overgang til ICD-", "11 fra 2027", "overgang til ICD-11 fra 2027"),
        ("bruk av FHI-", "data", "bruk av FHI-data"),
        ("ikke-", "medlemmer", "ikke-medlemmer"),
        ("helse-", "og omsorgstjenesten", "helse- og omsorgstjenesten"),
        ("drift-", "eller forvaltning", "drift- eller forvaltning"),
        ("forvalt-", "ning av løsningen", "forvaltning av løsningen"),
        ("Mål -", "alle får svar", "Mål - alle får svar"),
        ("to vanlige", "linjer", "to vanlige linjer"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_when_it_broke_the_word(
    above: str, below: str, joined: str, folder: Path
) -> None:
    page = Page().text("Tittel", 40, 60, 32).lines([above, below], 40, 150)
    assert texts(read(folder, page)[0]) == [joined]


def test_bullets_have_levels_and_lose_their_glyphs(folder: Path) -> None:
    page = Page().text("Punkter", 40, 60, 32)
    page.text("• Første punkt", 40, 150).text("• Under første", 70, 190).text("• Andre punkt", 40, 230)
    page.text("som går over to linjer", 52, 252)
    (slide,) = read(folder, page)
    assert [(b.kind, b.level, b.text) for b in slide.body] == [
        (BlockKind.BULLET, 0, "Første punkt"),
        (BlockKind.BULLET, 1, "Under første"),
        (BlockKind.BULLET, 0, "Andre punkt som går over to linjer"),
    ]


def test_a_dash_inside_a_sentence_is_no_bullet(folder: Path) -> None:
    page = Page().text("Tittel", 40, 60, 32).text("Tiltaket – som er nytt – fortsetter", 40, 150)
    (slide,) = read(folder, page)
    assert [(b.kind, b.text) for b in slide.body] == [(BlockKind.PARAGRAPH, "Tiltaket – som er nytt – fortsetter")]


def test_what_stands_in_one_frame_stays_together(folder: Path) -> None:
    page = Page().text("Kort", 40, 60, 32)
    for number, left in enumerate((40, 340, 640)):
        page.box(left, 120, left + 260, 260)
        page.text(f"Navn: Oppdiktet Person{number}", left + 10, 150, 14)
        page.text(f"Tittel: Oppdiktet rolle {number}", left + 10, 190, 14)
    (slide,) = read(folder, page)
    assert texts(slide) == [
        line for number in range(3) for line in (f"Navn: Oppdiktet Person{number}", f"Tittel: Oppdiktet rolle {number}")
    ]
    groups = [block.group for block in slide.body]
    assert groups[0::2] == groups[1::2]
    assert len(set(groups)) == 3
    assert None not in groups


@pytest.mark.parametrize("lines", [False, True], ids=["boxes", "lines"])
@pytest.mark.parametrize("stroke", [0, 0.5, 1, 2])
def test_a_ruled_table_is_read_with_its_header_and_empty_cells(stroke: float, lines: bool, folder: Path) -> None:
    cells = [["Tiltak", "2031", "2032"], ["Oppdiktet tiltak", "1 059", "23,3"], ["Annet tiltak", "", "-3,7"]]
    page = Page().text("Kostnader", 40, 60, 32).stroke(stroke).grid(cells, 40, 150, lines=lines)
    (slide,) = read(folder, page)
    (block,) = slide.body
    assert block.table is not None
    assert block.table.caption == "Tiltak"
    assert block.table.columns == ("2031", "2032")
    assert [(row.label, row.values) for row in block.table.rows] == [
        ("Oppdiktet tiltak", ("1 059", "23,3")),
        ("Annet tiltak", (None, "-3,7")),
    ]
    assert block.text == "Tiltak\n2031 | 2032\nOppdiktet tiltak | 1 059 | 23,3\nAnnet tiltak |  | -3,7"


def test_a_table_and_the_text_around_it_are_read_from_top_to_bottom(folder: Path) -> None:
    page = Page().text("Kostnader", 40, 60, 32).text("Alle tall er oppdiktede.", 40, 130)
    page.grid([["Tiltak", "Sum"], ["Ett", "1"]], 40, 200).text("Merknad under tabellen.", 40, 330)
    assert texts(read(folder, page)[0]) == [
        "Alle tall er oppdiktede.",
        "Tiltak | Sum\nEtt | 1",
        "Merknad under tabellen.",
    ]


def chart(values: list[tuple[str, int, str | None]]) -> Page:
    """Upright bars on one baseline, each with its name under it and perhaps its value above it."""
    page = Page().text("Oppdiktede tall", 40, 60, 32).text("Antall saker per år", 100, 130, 16)
    for number, (name, height, label) in enumerate(values):
        left = 120 + 120 * number
        page.box(left, 420 - height, left + 60, 420, fill=(0.1, 0.3, 0.6))
        page.text(name, left + 14, 440, 12)
        if label:
            page.text(label, left + 20, 420 - height - 4, 12)
    return page


def test_a_bar_chart_with_printed_values_becomes_a_table(folder: Path) -> None:
    (slide,) = read(folder, chart([("2031", 120, "12"), ("2032", 180, "18"), ("2033", 90, "9")]))
    (table,) = [block.table for block in slide.body if block.table]
    assert table.caption == "Antall saker per år"
    assert [(row.label, row.values) for row in table.rows] == [("2031", ("12",)), ("2032", ("18",)), ("2033", ("9",))]


def test_a_bar_without_a_printed_value_has_none(folder: Path) -> None:
    (slide,) = read(folder, chart([("2031", 120, "12"), ("2032", 180, None), ("2033", 90, "9")]))
    (table,) = [block.table for block in slide.body if block.table]
    assert [(row.label, row.values) for row in table.rows] == [("2031", ("12",)), ("2032", (None,)), ("2033", ("9",))]


def test_a_bar_chart_without_printed_values_becomes_no_table_and_keeps_its_words(folder: Path) -> None:
    (slide,) = read(folder, chart([("2031", 120, None), ("2032", 180, None)]))
    assert all(block.table is None for block in slide.body)
    assert "2031" in slide.text
    assert "2032" in slide.text


def test_pages_without_text_say_whether_they_hold_a_picture(folder: Path) -> None:
    picture, blank, decorated = read(folder, Page().picture(100, 100, 500, 400), Page(), Page().text("• – •", 40, 100))
    assert picture.status is SlideStatus.PICTURE
    assert blank.status is SlideStatus.BLANK
    assert decorated.status is SlideStatus.BLANK
    assert picture.blocks == blank.blocks == ()


def test_small_type_at_the_foot_of_a_page_is_a_footer_and_comes_last(folder: Path) -> None:
    page = Page().text("17", 900, 530, 10).text("Tittel", 40, 60, 32).text("Innholdet på siden.", 40, 200)
    (slide,) = read(folder, page)
    assert slide.blocks[-1].kind is BlockKind.FOOTER
    assert slide.blocks[-1].text == "17"
    assert slide.text == "Tittel\nInnholdet på siden."


def test_the_addresses_that_a_page_links_to_are_kept_once_each(folder: Path) -> None:
    page = Page().text("Tittel", 40, 60, 32)
    page.link("https://example.org/sak").link("https://example.org/sak").link("mailto:ingen@example.org")
    linked, unlinked = read(folder, page, Page().text("Uten", 40, 60))
    assert linked.links == ("https://example.org/sak",)
    assert unlinked.links == ()


def test_places_are_given_in_points_from_the_top_left_corner(folder: Path) -> None:
    (slide,) = read(folder, Page(width=720, height=405).text("Øverst", 100, 60, 32).text("Nederst", 40, 300))
    assert (slide.width, slide.height) == (720, 405)
    top, bottom = slide.blocks
    assert top.box.left == pytest.approx(100, abs=3)
    assert top.box.top < 60 < bottom.box.top < 300 <= bottom.box.bottom


def test_progress_is_told_after_each_page(folder: Path) -> None:
    path = folder / "tre.pdf"
    path.write_bytes(pdf(*(Page().text(f"Side {number}", 40, 60) for number in range(3))))
    told: list[tuple[int, int]] = []
    documents.read(path, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_same_bytes_are_read_alike_and_have_one_hash_whatever_the_name(folder: Path) -> None:
    content = pdf(Page().text("Tittel", 40, 60, 32).text("• Punkt", 40, 200))
    one, other = folder / "en.pdf", folder / "to.pdf"
    one.write_bytes(content)
    other.write_bytes(content)
    first, second = documents.read(one), documents.read(other)
    assert first.slides == second.slides
    assert first.sha256 == second.sha256
    assert (first.name, second.name) == ("en.pdf", "to.pdf")


def test_lines_in_one_type_are_of_one_size_whichever_letters_they_have(folder: Path) -> None:
    page = Page(595, 842)
    said = [
        "Møtet er satt.",
        "Gjelder også (jf. vedlegg) oppfølging og prøving",
        "Vedtas som vist.",
        "Innkallingen godkjennes",
    ]
    for number, text in enumerate(said):
        page.text(text, 60, 100 + 60 * number, 12, font="F5")
    (slide,) = read(folder, page)
    assert [(b.kind, b.text) for b in slide.blocks] == [(BlockKind.PARAGRAPH, text) for text in said]
    assert len({round(block.size, 1) for block in slide.blocks}) == 1


def test_numbered_points_and_the_lines_of_a_form_stay_apart_however_close_they_stand(folder: Path) -> None:
    page = Page(595, 842)
    page.lines(["Møtested: Salen", "Dato: 5. mars 2027"], 60, 60, 12)
    page.lines(["1. Rammen økes til 84 mill. kroner.", "2. Rådet ber om en rapport innen", "3. april."], 60, 200, 12)
    page.lines(["a) Første del", "b) Andre del som går", "over to linjer"], 60, 400, 12)
    assert texts(read(folder, page)[0]) == [
        "Møtested: Salen",
        "Dato: 5. mars 2027",
        "1. Rammen økes til 84 mill. kroner.",
        "2. Rådet ber om en rapport innen 3. april.",
        "a) Første del",
        "b) Andre del som går over to linjer",
    ]


def test_a_glyph_that_stands_for_two_letters_does_not_part_its_word(folder: Path) -> None:
    page = Page().text("Tittel", 40, 60, 32).text("Utredningen er ikke deWnert i notatet.", 40, 150, font="F6")
    assert texts(read(folder, page)[0]) == ["Utredningen er ikke definert i notatet."]


def test_a_label_that_runs_up_the_page_is_one_text(folder: Path) -> None:
    page = Page().text("Tittel", 40, 60, 32).text("Vanlig tekst", 200, 300)
    page.upwards("Et rikt tilbud", 60, 400, 14)
    assert sorted(texts(read(folder, page)[0])) == ["Et rikt tilbud", "Vanlig tekst"]


def test_the_large_type_of_a_divider_is_its_title_wherever_it_stands(folder: Path) -> None:
    page = Page().text("Kari Fabel", 40, 280, 18).text("Sak 5/27 Havneplan", 40, 380, 40)
    assert read(folder, page)[0].title == "Sak 5/27 Havneplan"


def test_entries_of_a_list_that_stand_closely_line_under_line_stay_apart(folder: Path) -> None:
    page = Page().text("Program", 40, 60, 32)
    page.lines(["09.00", "09.10", "10.00"], 40, 140)
    page.lines(["PS 3/27 Troll som ingen kjenner igjen", "PS 4/27 Hulder", "Lunsj"], 140, 140)
    page.lines(["Kari Fabelvik, Tåkeheim", "Odd Huldermo, Skodde kommune"], 40, 300)
    (slide,) = read(folder, page)
    hours, cases = ["09.00", "09.10", "10.00"], ["PS 3/27 Troll som ingen kjenner igjen", "PS 4/27 Hulder", "Lunsj"]
    people = ["Kari Fabelvik, Tåkeheim", "Odd Huldermo, Skodde kommune"]
    assert sorted(texts(slide)) == sorted([*hours, *cases, *people])


def test_lines_of_a_cover_that_end_early_are_paragraphs_and_a_wrapped_sentence_is_one(folder: Path) -> None:
    page = Page().text("Trollrådet", 40, 80, 44)
    page.lines(["Torsdag 12. mars 2027", "Grendehuset, Solhaug"], 40, 200)
    page.lines(["Rådet ser at trollene i Fabelvik og Tåkeheim har det trangt når snøen", "Ligger lenge"], 40, 400)
    (slide,) = read(folder, page)
    assert texts(slide)[:2] == ["Torsdag 12. mars 2027", "Grendehuset, Solhaug"]
    assert texts(slide)[2].endswith("når snøen Ligger lenge")


def test_a_span_of_years_that_a_line_broke_in_is_whole(folder: Path) -> None:
    page = Page().text("Plan", 40, 60, 32)
    page.lines(["Strategi for troll og annet folk i fjellet i årene 2027–", "2031 skal vedtas"], 40, 200)
    assert "2027–2031" in texts(read(folder, page)[0])[0]


def test_a_shaded_box_is_one_frame(folder: Path) -> None:
    page = Page().text("Kort", 40, 60, 32)
    for step in range(20):
        page.box(40, 120, 400, 320 - 8 * step, fill=(0.2 + step / 40, 0.5, 0.8))
    page.lines(["Tora Fabelvik", "Leder", "Tåkeheim kommune"], 60, 160, 14, leading=1.8)
    (slide,) = read(folder, page)
    assert len({block.group for block in slide.body}) == 1


def test_the_lines_of_a_bullet_without_an_indent_go_on_with_it(folder: Path) -> None:
    page = Page().text("Trollene våre", 40, 60, 32)
    page.lines(["• Trollene under brua telte tolv i fjor, og fem av dem ble", "sendt til fjells."], 40, 150, 14)
    page.lines(["• Satsen heves fra 1 450 til 1", "600 kroner for hvert troll. Kongen"], 40, 200, 14)
    page.text("svarer siden.", 40, 233.6, 14)
    page.text("• Ingen ba om unntak", 40, 260, 14).text("Kilde: Trollregisteret.", 40, 276, 14)
    (slide,) = read(folder, page)
    assert [block.text for block in slide.body if block.kind is BlockKind.BULLET] == [
        "Trollene under brua telte tolv i fjor, og fem av dem ble sendt til fjells.",
        "Satsen heves fra 1 450 til 1 600 kroner for hvert troll. Kongen svarer siden.",
        "Ingen ba om unntak",
    ]


def test_a_dash_that_a_bold_title_broke_before_is_part_of_it(folder: Path) -> None:
    page = Page().text("Saker", 40, 60, 32).box(40, 120, 340, 220)
    page.text("Uhell med troll på veg", 50, 145, 14, bold=True).text("– årsrapport 2030", 50, 162, 14, bold=True)
    page.text("Tora Fabelvik", 50, 200, 10)
    assert texts(read(folder, page)[0])[0] == "Uhell med troll på veg – årsrapport 2030"


def test_a_frame_is_read_with_the_band_or_the_tab_drawn_in_it(folder: Path) -> None:
    page = Page().text("Trollene våre", 40, 60, 32)
    page.box(600, 100, 900, 300, fill=(0.9, 0.9, 0.9)).box(600, 100, 900, 140, fill=(0.1, 0.2, 0.3))
    page.text("1. Rådet bygger brua.", 610, 170).text("2. Rådet hegner inn haugen.", 610, 210)
    page.text("Forslag til vedtak", 610, 126, bold=True)
    page.box(40, 100, 500, 200, fill=(0.9, 0.9, 0.9)).box(40, 100, 130, 200, fill=(0.1, 0.2, 0.3))
    page.text("Ny bru", 150, 120, bold=True).text("Tora Fabelvik", 150, 190, 10).text("3/2031", 60, 155)
    assert texts(read(folder, page)[0]) == [
        *("3/2031", "Ny bru", "Tora Fabelvik"),
        *("Forslag til vedtak", "1. Rådet bygger brua.", "2. Rådet hegner inn haugen."),
    ]


def test_sentences_in_large_type_are_no_headings(folder: Path) -> None:
    page = Page().text("Trollene våre", 40, 60, 32).box(600, 100, 900, 300)
    page.text("1. Rådet bygger brua.", 610, 140, 20).text("2. Rådet hegner inn haugen.", 610, 200, 20)
    page.lines([f"Liten skrift, linje {number} om noe annet." for number in range(6)], 40, 150, 10, leading=2.5)
    kinds = {block.text: block.kind for block in read(folder, page)[0].body}
    assert kinds["1. Rådet bygger brua."] is BlockKind.PARAGRAPH


def test_bars_named_alike_are_told_apart_by_the_line_below(folder: Path) -> None:
    page = Page().text("Troll ved brua", 40, 60, 28)
    for number, (quarter, year) in enumerate([("1. kv.", "2031"), ("2. kv.", "2031"), ("1. kv.", "2032")]):
        x = 100 + 90 * number
        page.box(x, 380 - 40 * (number + 1), x + 50, 400, fill=(0.1, 0.2, 0.3)).text(
            f"1{number}", x + 18, 372 - 40 * (number + 1), 12
        )
        page.text(quarter, x + 8, 418, 12).text(year, x + 10, 433, 12)
    (table,) = [block.table for block in read(folder, page)[0].blocks if block.table is not None]
    assert [row.label for row in table.rows] == ["1. kv. 2031", "2. kv. 2031", "1. kv. 2032"]


def test_a_bullet_goes_on_with_the_end_of_what_an_organisation_is_called(folder: Path) -> None:
    page = Page().text("Rådets medlemmer", 40, 60, 32)
    page.text("• Ole Huldermo – teknisk direktør, Nordfjell", 40, 150, 14).text("Troll AS", 49, 167, 14)
    page.text("• Siv Sagn – generalsekretær, Tåkelaget", 40, 200, 14)
    page.lines(["Habilitet: De som kan være inhabile, sier fra til Tora", "Fabelvik før saken tas opp."], 40, 300, 14)
    (slide,) = read(folder, page)
    assert texts(slide) == [
        "Ole Huldermo – teknisk direktør, Nordfjell Troll AS",
        "Siv Sagn – generalsekretær, Tåkelaget",
        "Habilitet: De som kan være inhabile, sier fra til Tora Fabelvik før saken tas opp.",
    ]


def test_a_line_that_reaches_the_edge_of_the_slide_goes_on_with_a_name_that_it_broke_in(folder: Path) -> None:
    page = Page().text("Medlemmer", 40, 60, 30)
    broken = ["Odd Huldremo Fabelvik (Trolløy kommune), møter for Torgeir", "Eventyrnes"]
    early = ["Odd Huldremo (Trolløy kommune), møter", "Eventyrnes kommune"]
    page.lines(broken, 570, 130, 13, leading=1.3).lines(early, 570, 300, 13, leading=1.3)
    (slide,) = read(folder, page)
    assert texts(slide)[-3:] == [" ".join(broken), *early]


def test_a_card_with_a_tab_keeps_its_text_together_beside_initials_in_a_box(folder: Path) -> None:
    page = (
        Page().text("Rådets medlemmer", 40, 60, 28).box(40, 100, 340, 300).box(40, 100, 340, 130, fill=(0.2, 0.3, 0.6))
    )
    page.text("LEDER", 52, 120, 11, bold=True).box(60, 145, 110, 195, fill=(0.8, 0.8, 0.9)).text("TF", 74, 176, 15)
    page.text("Tora Fabelvik", 130, 176, 16, bold=True).text("Trollheim, ordfører", 60, 230, 13)
    page.text("Medlem siden 2019", 60, 260, 12)
    (slide,) = read(folder, page)
    by_group = {block.text: block.group for block in slide.body}
    assert by_group["LEDER"] == by_group["Tora Fabelvik"] == by_group["Medlem siden 2019"] is not None
    assert by_group["TF"] != by_group["LEDER"]
