"""A programme set as loose texts: an hour, what is on then, who leads it."""

from __future__ import annotations

from pathlib import Path

from tests.pdf_builder import Page, pdf

from radsassistent import documents
from radsassistent.meetings import understand

PROGRAMME = (
    ("10.00", "1. Godkjenning av innkalling (4/31)", "Ola Oppdiktet"),
    ("10.15", "2. Nye naust (5/31) – vedtak", "Kari Oppdiktet"),
    ("11.00", "Lunsj", ""),
    ("11.45", "3. Lys på kaia (6/31) – drøfting", "Pål Oppdiktet"),
)


def programme(*, count: int = len(PROGRAMME)) -> Page:
    page = Page().text("Dagens program", 40, 60, 28)
    for number, (hour, title, who) in enumerate(PROGRAMME[:count]):
        baseline = 120 + 34 * number
        page.text(hour, 40, baseline, 14, bold=True).text(title, 130, baseline, 14)
        if who:
            page.text(who, 520, baseline, 14)
    return page


def read(folder: Path, *pages: Page) -> documents.Document:
    path = folder / "2031-02-03_oppdiktet.pdf"
    path.write_bytes(pdf(*pages))
    return documents.read(path)


def test_each_hour_is_followed_by_what_stands_beside_it(tmp_path: Path) -> None:
    (slide,) = read(tmp_path, programme()).slides
    assert [block.text for block in slide.body] == [text for row in PROGRAMME for text in row if text]
    assert not any(block.unstructured for block in slide.body)


def test_the_agenda_has_the_hour_and_the_presenter_of_each_case(tmp_path: Path) -> None:
    cover = Page().text("Møte i Naustrådet 3. februar 2031", 40, 200, 30)
    agenda = understand([read(tmp_path, cover, programme())]).agenda
    assert [(item.case, item.presenter) for item in agenda if item.case] == [
        ("4/31", "Ola Oppdiktet"),
        ("5/31", "Kari Oppdiktet"),
        ("6/31", "Pål Oppdiktet"),
    ]
    assert [str(item.time) for item in agenda] == ["10:00", "10:15", "11:00", "11:45"]


def test_two_hours_are_no_programme(tmp_path: Path) -> None:
    (slide,) = read(tmp_path, programme(count=2)).slides
    assert {block.group for block in slide.body} == {None}


def test_a_label_in_the_middle_of_its_frame_heads_the_proposal_below_it(tmp_path: Path) -> None:
    page = Page().text("Sak 4/31 Nye naust", 40, 60, 28).text("Naustene er gamle og lekker om vinteren.", 40, 110, 14)
    page.box(40, 300, 920, 380, fill=(0.9, 0.9, 0.9)).text("Forslag til vedtak", 420, 325, 14, bold=True)
    told = "Rådet bygger to nye naust ved sundet, og river det gamle naustet så snart de nye er tatt i bruk."
    page.text(told, 48, 350, 14)
    cover = Page().text("Møte i Naustrådet 3. februar 2031", 40, 200, 30)
    (proposal,) = understand([read(tmp_path, cover, page)]).proposals
    assert proposal.text == told


def test_the_days_of_cards_are_no_values_of_a_chart(tmp_path: Path) -> None:
    page = Page().text("Høringer", 40, 60, 28)
    for number, (day, month) in enumerate((("29.", "mai"), ("12.", "juni"), ("1.", "september"))):
        left = 40 + 300 * number
        page.box(left, 140, left + 260, 300, fill=(0.2, 0.4, 0.8))
        page.text(f"Frist {day} {month}", left + 90, 132, 14, bold=True)
    (slide,) = read(tmp_path, page).slides
    assert not any(block.table for block in slide.body)
