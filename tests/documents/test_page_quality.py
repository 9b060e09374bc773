"""Text and what only looks like it: wrong codes, missing letters, missing spaces; and what of it can be put right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.documents import BlockKind, Document, Slide, SlideStatus
from radsassistent.documents.page_quality import fault
from radsassistent.documents.repair import ligatures_undone, repair

BOKMAAL = (
    "Porteføljerådet ber om en samlet oversikt over kostnadene for de oppdiktede tiltakene, og at saken legges frem på nytt "
    "i neste møte. Rådet slutter seg til innstillingen med de merknadene som kom frem i møtet."
)
NYNORSK = (
    "Rådmannen rår til at utvalet vedtek den oppdikta økonomiplanen slik han ligg føre. Vedtaket vart gjort med fjorten mot "
    "ti røyster. Eit framlegg frå mindretalet fekk ikkje fleirtal, og saka vert send attende til kommunestyret."
)
DANSK = (
    "Udvalget godkendte indstillingen og besluttede at udsætte behandlingen af det opdigtede forslag til næste møde, idet "
    "forvaltningen anmodes om at undersøge mulighederne for yderligere besparelser."
)
SVENSK = (
    "Nämnden beslutar att godkänna den påhittade årsredovisningen och att överlämna ärendet till kommunstyrelsen för vidare "
    "handläggning. Ledamöterna reserverar sig mot beslutet till förmån för eget yrkande."
)
ENGELSK = (
    "The board took note of the invented report and asked the secretariat to return with an updated estimate of the costs "
    "before the next meeting, including the risks that were raised during the discussion."
)
GOOD = [BOKMAAL, NYNORSK, DANSK, SVENSK, ENGELSK]


def moved(text: str, step: int) -> str:
    return "".join(letter if letter == " " else chr(ord(letter) + step) for letter in text)


@pytest.mark.parametrize("text", GOOD, ids=["nb", "nn", "da", "sv", "en"])
def test_minutes_in_the_languages_of_the_north_and_in_english_are_text(text: str) -> None:
    assert fault(text.split()) == ""


@pytest.mark.parametrize("step", [-13, -3, -2, -1, 1, 2, 3, 13])
@pytest.mark.parametrize("text", GOOD, ids=["nb", "nn", "da", "sv", "en"])
def test_letters_moved_by_a_constant_are_no_text_and_are_moved_back_exactly(text: str, step: int) -> None:
    wrong = moved(text, step).split(" ")
    assert fault(wrong).startswith("teksten er kodet feil (")
    back = repair(wrong)
    assert back is not None
    assert " ".join(back.texts) == text
    assert back.reason == f"teksten var kodet feil (alle tegn forskjøvet med {abs(step)}) og er rettet"


@given(st.permutations("abcdefghijklmnopqrstuvwxyzæøå"))
def test_letters_swapped_in_any_order_are_never_put_right_into_something_else(order: list[str]) -> None:
    letters = "abcdefghijklmnopqrstuvwxyzæøå"
    swapped = BOKMAAL.lower().translate(str.maketrans(letters, "".join(order)))
    back = repair(swapped.split(" "))
    assert back is None or " ".join(back.texts) == BOKMAAL.lower()


def test_too_short_a_text_is_not_put_right_even_where_one_shift_gives_words() -> None:
    assert repair(moved("Saker til møtet", -2).split(" ")) is None


def test_bytes_taken_for_another_encoding_are_put_right() -> None:
    wrong = BOKMAAL.encode("utf-8").decode("cp1252")
    back = repair(wrong.split(" "))
    assert back is not None
    assert " ".join(back.texts) == BOKMAAL


def test_the_reason_counts_what_is_wrong() -> None:
    assert (
        fault(["\ufffd\ufffdret", "\ufffdm", "\ufffd\ufffd"]) == "teksten er kodet feil (5 av 9 tegn er ikke bokstaver)"
    )
    glued = fault(
        ["Rådetberomensamletoversiktoverallekostnadene", "forallesomskaldeltaimøtet", "ogomhvasomskjervidere"]
    )
    assert glued == "teksten mangler mellomrom (3 ord med 30 bokstaver i snitt)"


@pytest.mark.parametrize(
    "text",
    [
        "KPI HOD FHI KS NHN SSB",
        "2031 1 059 23,3 -3,7 63 %",
        "https://example.org/en/lang/adresse/som/ikke/har/mellomrom/men/er/en/adresse se lenken",
        "\uf0b7 Første punkt \uf0b7 andre punkt \uf0b7 tredje punkt",
        "Forvaltningskostnader personopplysningssikkerhetsbestemmelser virksomhetsarkitekturprinsipper",
        "",
    ],
)
def test_acronyms_numbers_addresses_bullets_and_compounds_are_not_called_wrong(text: str) -> None:
    assert fault(text.split()) == ""


def test_no_slide_of_a_real_deck_is_called_wrong(february: Document) -> None:
    assert [slide.number for slide in february.slides if fault(slide.text.split())] == []


def test_ligatures_that_a_font_names_by_unrelated_letters_become_their_letters() -> None:
    assert ligatures_undone("innsƟlling om oppreƩelse, Ɵltak") == "innstilling om opprettelse, tiltak"
    assert ligatures_undone("Ɵ = 0,5") == "Ɵ = 0,5"


def read(folder: Path, *pages: Page, limits: documents.ReadingLimits | None = None) -> tuple[Slide, ...]:
    path = folder / "oppdiktet.pdf"
    path.write_bytes(pdf(*pages))
    return documents.read(path, limits=limits or documents.ReadingLimits(ocr=False)).slides


LINES = [
    "Porteføljerådet ber om en samlet oversikt over kostnadene",
    "for de oppdiktede tiltakene, og at saken legges frem på nytt.",
    "Næringen får svar før møtet.",
]


@pytest.mark.parametrize(("font", "step"), [("F3", 2), ("F4", 29)], ids=["wrong table", "glyph numbers"])
def test_a_page_in_a_font_that_names_its_letters_wrongly_is_read_and_says_so(
    font: str, step: int, tmp_path: Path
) -> None:
    page = Page()
    for number, line in enumerate(LINES):
        page.text(line, 40, 100 + 60 * number, 20, font=font)
    (slide,) = read(tmp_path, page)
    assert [block.text for block in slide.body] == LINES
    assert slide.status is SlideStatus.TEXT
    assert slide.reason == f"teksten var kodet feil (alle tegn forskjøvet med {step}) og er rettet"


def test_a_page_whose_text_no_reader_gets_right_is_listed_with_its_reason_and_gives_no_text(tmp_path: Path) -> None:
    shuffled = str.maketrans("abdefghiklmnoprstuvyå", "xqzwkcvjqxzwkcvjqxzwk")
    page = Page()
    for number, line in enumerate(LINES):
        page.text(line.lower().translate(shuffled), 40, 100 + 40 * number, 20)
    wrong, right = read(tmp_path, page, Page().text("Tittel", 40, 60, 32))
    assert wrong.status is SlideStatus.UNREADABLE
    assert wrong.blocks == ()
    assert wrong.reason.startswith("teksten er kodet feil (") and wrong.reason.endswith("tekstgjenkjenning er slått av")
    assert right.status is SlideStatus.TEXT
    assert right.reason == ""


def test_a_page_with_more_words_than_the_limit_is_listed_with_its_reason(tmp_path: Path) -> None:
    page = Page().lines(["ett to tre fire"] * 5, 40, 100)
    (slide,) = read(tmp_path, page, limits=documents.ReadingLimits(words_per_page=19, ocr=False))
    assert (slide.status, slide.reason) == (SlideStatus.UNREADABLE, "siden har 20 ord, og grensen er 19")


def test_invisible_text_over_a_scan_is_read_as_recognised_text(tmp_path: Path) -> None:
    (slide,) = read(tmp_path, Page().picture(0, 0, 960, 540).invisible().lines(LINES, 40, 100))
    assert slide.status is SlideStatus.OCR
    assert slide.text.startswith("Porteføljerådet ber om")
    assert slide.reason == "siden er et bilde med et usynlig, gjenkjent tekstlag i filen"


def test_visible_text_over_a_background_picture_is_ordinary_text(tmp_path: Path) -> None:
    (slide,) = read(tmp_path, Page().picture(0, 0, 960, 540).lines(LINES, 40, 100))
    assert slide.status is SlideStatus.TEXT


def test_a_page_with_a_title_and_a_table_is_a_table_and_one_with_more_text_is_not(tmp_path: Path) -> None:
    cells = [["Tiltak", "2031"], ["Oppdiktet tiltak", "12"]]
    table, text = read(
        tmp_path,
        Page().text("Kostnader", 40, 60, 32).grid(cells, 40, 100).text("3", 900, 530, 9),
        Page().text("Kostnader", 40, 60, 32).grid(cells, 40, 100).lines(LINES, 40, 300),
    )
    assert (table.status, text.status) == (SlideStatus.TABLE, SlideStatus.TEXT)
    assert table.title == "Kostnader"
    assert [block.kind for block in table.body] == [BlockKind.TABLE]


def test_a_small_picture_on_a_page_without_text_is_not_looked_through_for_text(tmp_path: Path) -> None:
    (slide,) = read(tmp_path, Page().picture(20, 20, 120, 80), limits=documents.ReadingLimits())
    assert (slide.status, slide.reason) == (SlideStatus.PICTURE, "siden har bare et lite bilde, uten tekst")
