"""Columns whose headings stand in frames of their own: timelines, rows of cards, and frames that only mark what is under."""

from __future__ import annotations

from pathlib import Path

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt
from tests.office_builder import Deck, text_box
from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.archive.passages import passages
from radsassistent.documents import Block, BlockKind, Slide
from radsassistent.meetings import understand

GREY = (0.8, 0.8, 0.8)
LEFT = (40, 264, 488)
PHASES = ("Forstå oppdraget", "Avklare rammene", "Ta løsningen i bruk")
YEARS = (("2024",), ("2025", "2026"), ("2027 - 2029",))
TASKS = (
    ("Kartlegge behov", "Lage planen"),
    ("Skrive avtale", "Velge leverandør"),
    ("Lære opp ansatte", "Slå av det gamle"),
)


def timeline(*, years: bool = True, gap: float = 4, shift: float = 0) -> Page:
    """Three phases 4 points apart, so that no gutter parts them, over their tasks; `shift` moves the phases aside."""
    page = Page().text("Plan for innføring", 40, 60, 32)
    for left, phase, periods, tasks in zip(LEFT, PHASES, YEARS, TASKS, strict=True):
        width = 220 / len(periods)
        for number, period in enumerate(periods if years else ()):
            start = left + number * width
            page.box(start, 110, start + width - 4, 140, fill=GREY).text(period, start + 10, 130, 12)
        page.pointed_box(left + shift, 150, left + shift + 220, 190, fill=GREY)
        page.text(phase, left + shift + 30, 175, 12, bold=True)
        page.box(left, 190 + gap, left + 216, 400, fill=GREY)
        for number, task in enumerate(tasks):
            page.text(f"• {task}", left + 8, 215 + gap + 20 * number, 12)
    return page


def read(folder: Path, page: Page) -> Slide:
    path = folder / "oppdiktet.pdf"
    path.write_bytes(pdf(page))
    (slide,) = documents.read(path).slides
    return slide


def told(blocks: tuple[Block, ...]) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in blocks]


def test_a_timeline_is_read_phase_by_phase_with_its_years_before_it_and_its_tasks_after(tmp_path: Path) -> None:
    expected: list[tuple[BlockKind, str]] = []
    for phase, periods, tasks in zip(PHASES, YEARS, TASKS, strict=True):
        expected += [(BlockKind.HEADING, text) for text in (*periods, phase)]
        expected += [(BlockKind.BULLET, task) for task in tasks]
    slide = read(tmp_path, timeline())
    assert told(slide.body) == expected
    assert not any(block.unstructured for block in slide.body)


def test_columns_without_years_stand_under_their_headings(tmp_path: Path) -> None:
    body = told(read(tmp_path, timeline(years=False)).body)
    assert [text for _, text in body[:4]] == [PHASES[0], *TASKS[0], PHASES[1]]


def test_headings_that_are_not_in_line_with_a_column_are_not_tied_to_it(tmp_path: Path) -> None:
    texts = [text for _, text in told(read(tmp_path, timeline(years=False, shift=100)).body)]
    assert texts[:3] == list(PHASES)


def test_headings_far_above_a_row_of_frames_are_not_tied_to_it(tmp_path: Path) -> None:
    texts = [text for _, text in told(read(tmp_path, timeline(years=False, gap=60)).body)]
    assert texts[:3] == list(PHASES)


def test_a_task_is_found_with_its_phase_and_its_years(tmp_path: Path) -> None:
    path = tmp_path / "oppdiktet.pdf"
    path.write_bytes(pdf(timeline()))
    document = documents.read(path)
    contexts = {p.text: p.context for p in passages(understand([document]), [document]) if p.kind == "unit"}
    assert contexts["Velge leverandør"] == "Plan for innføring. 2025. 2026. Avklare rammene"
    assert contexts["Slå av det gamle"] == "Plan for innføring. 2027 - 2029. Ta løsningen i bruk"


def test_an_outline_drawn_over_the_middle_of_a_text_does_not_part_it(tmp_path: Path) -> None:
    page = Page().text("Marker", 40, 60, 32).box(40, 100, 400, 300, fill=GREY)
    page.lines(["Etatene kartlegger organisatoriske forhold", "og ber om utsettelse"], 50, 140, 14)
    page.box(190, 90, 330, 320)
    assert [text for _, text in told(read(tmp_path, page).body)] == [
        "Etatene kartlegger organisatoriske forhold og ber om utsettelse"
    ]


def test_a_day_on_a_timeline_heads_what_stands_on_the_other_side_of_its_line(tmp_path: Path) -> None:
    deck = Deck()
    shown = deck.slide("Title Only", title="Framdrift")
    shown.shapes.title.top, shown.shapes.title.height = Pt(20), Pt(60)
    for number, (day, what) in enumerate((("3. mars", "Trollet spør"), ("1. juni 2031", "Rådet svarer"))):
        text_box(shown.shapes, day, 60 + 300 * number, 170, 16, 200).text_frame.paragraphs[0].font.bold = True
        text_box(shown.shapes, what, 60 + 300 * number, 252, 14, 200)
    text_box(shown.shapes, "Fristene er de samme som før.", 60, 400, 14, 800)
    path = tmp_path / "oppdiktet.pptx"
    path.write_bytes(deck.content())
    read_document = documents.read(path)
    texts = [block.text for block in read_document.slides[0].body]
    assert texts == ["3. mars", "Trollet spør", "1. juni 2031", "Rådet svarer", "Fristene er de samme som før."]
    found = passages(understand([read_document]), [read_document])
    assert {p.text: p.data["under"] for p in found if p.kind == "unit" and p.text in texts[1::2] + texts[-1:]} == {
        "Trollet spør": ["3. mars"],
        "Rådet svarer": ["1. juni 2031"],
        "Fristene er de samme som før.": [],
    }


def test_days_in_arrows_head_the_texts_below_them(tmp_path: Path) -> None:
    deck = Deck()
    shown = deck.slide("Title Only", title="Framdrift")
    shown.shapes.title.top, shown.shapes.title.height = Pt(20), Pt(60)
    for number, (day, what) in enumerate((("Mars 2031", "Trollet spør"), ("31. juni 2031", "Rådet svarer"))):
        arrow = shown.shapes.add_shape(MSO_SHAPE.PENTAGON, Pt(60 + 300 * number), Pt(160), Pt(200), Pt(50))
        arrow.text_frame.text = day
        text_box(shown.shapes, what, 60 + 300 * number, 252, 14, 200)
    path = tmp_path / "oppdiktet.pptx"
    path.write_bytes(deck.content())
    texts = [block.text for block in documents.read(path).slides[0].body]
    assert texts == ["Mars 2031", "Trollet spør", "31. juni 2031", "Rådet svarer"]


def test_days_over_headings_over_texts_all_centred_are_read_one_column_after_the_other(tmp_path: Path) -> None:
    deck = Deck()
    shown = deck.slide("Title Only", title="Framdrift")
    shown.shapes.title.top, shown.shapes.title.height = Pt(20), Pt(60)
    rows = (("Juni 2031", "Kart", "Trollet spør"), ("Mai 2032", "Bru", "Rådet svarer"), ("2033", "Vei", "Alle går"))
    for number, (day, heading, text) in enumerate(rows):
        for said, aside, top, size in ((day, 40, 170, 16), (heading, 60, 234, 15), (text, 0, 262, 12)):
            box = text_box(shown.shapes, said, 40 + 300 * number + aside, top, size, 200 - 2 * aside)
            box.height = Pt(20)
            box.text_frame.paragraphs[0].font.bold = top < 262
    path = tmp_path / "oppdiktet.pptx"
    path.write_bytes(deck.content())
    texts = [block.text for block in documents.read(path).slides[0].body]
    assert texts == [text for row in rows for text in row]
