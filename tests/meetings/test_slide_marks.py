"""Slides whose margin names their case: tags, ways, headers, footers and lists of cases along an edge; all fictional."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.deck_builder import document, slide, table

from radsassistent.documents import Block, BlockKind, Box, Slide
from radsassistent.meetings import Meeting, understand
from radsassistent.meetings.flow import DocumentKind, kind_of

COVER = slide("Møte i Trollrådet 12. mars 2031")
AGENDA = slide("Saksliste", "Sak 7/31 Nye varder på holmene", "Sak 8/31 Tau og taljer", "Sak 9/31 Kart over gruvene")


def marked(title: str, text: str, box: Box, *, footer: bool = False, bold: bool = False) -> Slide:
    kind = BlockKind.FOOTER if footer else BlockKind.PARAGRAPH
    plain = slide(title, "• De er mange", "• De er gamle")
    return replace(plain, blocks=(*plain.blocks, Block(kind, text, box, size=11, bold=bold)))


def cases(*slides: Slide) -> list[str | None]:
    understood: Meeting = understand([document(COVER, AGENDA, *slides)])
    return [each.case for each in understood.slides[2:]]


OVER, CORNER, FOOT = Box(40, 10, 500, 30), Box(800, 490, 920, 510), Box(40, 510, 700, 525)


@pytest.mark.parametrize(
    ("mark", "box", "footer"),
    [
        ("Saksliste \u203a Sak {}/31 \u203a Mer om den", OVER, False),
        ("{0}/31 {0}/31", OVER, False),
        ("Styresak {}/31", OVER, False),
        ("{}/31", CORNER, False),
        ("Trollrådet – T-sak {}/31", FOOT, True),
        ("Sak {}/2031", CORNER, True),
        ("2031/{}", CORNER, False),
        ("Trollrådet | Sak {}/31 | side 4", FOOT, True),
        ("Sak {}/31 side 4", FOOT, True),
    ],
)
def test_a_slide_is_of_the_case_that_its_margin_names(mark: str, box: Box, footer: bool) -> None:
    numbers = (7, 7, 8, 9, 9)
    slides = [marked(f"Slik er det {place}", mark.format(n), box, footer=footer) for place, n in enumerate(numbers)]
    closing = slide("Slik var det", "• Takk")
    assert cases(*slides, closing) == ["7/31", "7/31", "8/31", "9/31", "9/31", None]


@pytest.mark.parametrize("behind", ["", " (sak {}/31)", ", sak {}/31", " – {}/31"])
def test_a_margin_may_name_the_case_by_the_agendas_title_for_it(behind: str) -> None:
    named = ("Nye varder på holmene", "Tau og taljer", "Kart over gruvene")
    titles = [f"{title}{behind.format(number)}" for number, title in enumerate(named, 7)]
    slides = [marked(f"Slik er det {title[:2]}", title, FOOT, footer=True) for title in titles]
    assert cases(*slides) == ["7/31", "8/31", "9/31"]


def test_a_number_in_brackets_behind_a_title_names_the_slides_case() -> None:
    first = slide("Varder (7/31)", "• De er av stein")
    assert cases(first, slide("Flere", "• Ja"), slide("Hamp (8/31)", "• God"), slide("Mål (5/12)", "• Nei")) == [
        "7/31", "7/31", "8/31", "8/31",
    ]  # fmt: skip


def agenda_again(current: int) -> Slide:
    """The list of cases shown once more, the one that comes now in bold type."""
    blocks = [Block(BlockKind.TITLE, "Saksliste", Box(40, 40, 900, 60), size=28)]
    for place, text in enumerate(("Sak 7/31 Nye varder", "Sak 8/31 Tau og taljer", "Sak 9/31 Kart over gruvene")):
        box = Box(40, 150.0 + 40 * place, 600, 170.0 + 40 * place)
        blocks.append(Block(BlockKind.PARAGRAPH, text, box, size=18, bold=place == current))
    return replace(slide("Saksliste"), blocks=tuple(blocks))


def test_the_agenda_shown_again_opens_the_case_that_is_set_apart_in_it() -> None:
    slides = (agenda_again(0), slide("Stein", "• Mye"), agenda_again(1), slide("Hamp", "• Lite"), agenda_again(2))
    assert cases(*slides) == ["7/31", "7/31", "8/31", "8/31", "9/31"]


def rail(title: str, current: int) -> Slide:
    """A slide with all cases along its left edge, one of them in bold type."""
    plain = slide(title, "• De er mange")
    shifted = [replace(b, box=replace(b.box, left=260)) for b in plain.blocks]
    along = []
    for number in (7, 8, 9):
        top = 60.0 * (number - 5)
        for text, high in ((f"{number}/31", 0.0), ("En sak", 14.0)):
            box = Box(0, top + high, 238, top + high + 12)
            bold = number == current or high == 0
            along.append(Block(BlockKind.PARAGRAPH, text, box, size=11, bold=bold, group=number))
    return replace(plain, blocks=(*shifted, *along))


def test_of_the_cases_along_an_edge_the_one_set_apart_is_the_slides() -> None:
    assert cases(rail("Hvem er med?", 0), rail("Mange", 7), rail("Tynne", 8), rail("Tykke", 8), rail("Små", 9)) == [
        None, "7/31", "8/31", "8/31", "9/31",
    ]  # fmt: skip


def test_of_the_points_along_the_foot_the_one_set_apart_is_the_slides() -> None:
    agenda = slide("Dagsorden", "1. Nye varder på holmene", "2. Tau og taljer", "3. Kart over gruvene")

    def footed(title: str, current: int) -> Slide:
        plain = slide(title, "• De er mange")
        foot = [
            Block(
                BlockKind.FOOTER, text, Box(100.0 * place, 510, 100.0 * place + 90, 522), size=9, bold=place == current
            )
            for place, text in enumerate(("1 Varder", "2 Tau", "3 Kart"), 1)
        ]
        return replace(plain, blocks=(*plain.blocks, *foot))

    understood = understand([document(COVER, agenda, footed("Små", 1), footed("Store", 1), footed("Sterke", 3))])
    assert [each.case for each in understood.slides[2:]] == ["Punkt 1", "Punkt 1", "Punkt 3"]


def test_what_a_meeting_is_called_by_in_every_footer_is_no_case() -> None:
    slides = [
        marked(title, "TR 2/31", FOOT, footer=True)
        for title in ("Sak 7/31 Nye varder på holmene", "Om vardene", "Sak 8/31 Tau og taljer", "Om tauene")
    ]
    assert cases(*slides) == ["7/31", "7/31", "8/31", "8/31"]


def test_a_case_mentioned_along_the_foot_of_a_slide_marks_it_not() -> None:
    slides = [
        slide("Sak 7/31 Nye varder på holmene"),
        marked("Om vardene", "Sak 8/31 ble utsatt i fjor.", FOOT),
        marked("Mer om vardene", "Kilde: sak 9/31", FOOT),
    ]
    assert cases(*slides) == ["7/31", "7/31", "7/31"]


@pytest.mark.parametrize(
    "title",
    [
        "Møtekalender",
        "Vi ses igjen",
        "Styremøter framover",
        "Datoer å sette av",
        "Møta framover",
        "Skjer framover",
        "Verdt å huske",
        "Hugs!",
    ],
)
def test_a_slide_with_the_days_of_the_meetings_to_come_is_of_no_case(title: str) -> None:
    days = slide(title, "• 9. juni 2031 – Trollheim", "• 22.9.2031 på nett")
    assert cases(slide("Sak 8/31 Tau og taljer", "• Hamp"), days) == ["8/31", None]


def test_the_days_of_a_case_about_the_meetings_are_the_cases() -> None:
    agenda = slide("Saksliste", "Sak 7/31 Nye varder på holmene", "Sak 8/31 Møteplan for 2032")
    days = slide("Møter neste år", "• 9. juni 2032", "• 22. september 2032")
    understood = understand([document(COVER, agenda, slide("Sak 8/31 Møteplan for 2032", "• Utkast"), days)])
    assert [each.case for each in understood.slides[2:]] == ["8/31", "8/31"]


@pytest.mark.parametrize("title", ["Dag 2", "Dag to – Trollheim"])
def test_what_parts_the_days_of_a_meeting_is_of_no_case(title: str) -> None:
    slides = [slide("Sak 7/31 Nye varder på holmene", "• De er mange"), slide(title, "onsdag 13. mars")]
    assert cases(*slides, slide("Sak 8/31 Tau og taljer", "• Hamp")) == ["7/31", None, "8/31"]


def test_slides_that_mostly_propose_are_no_minutes_whatever_their_cover_says() -> None:
    legend = slide("Kjøreplan", "Vedtak", "Drøfting", table(("Sak", "Tid"), ("7/31", "09.00")))
    proposing = [slide(f"Sak {n}/31 – forslag til vedtak", "1. Rådet bygger.", "2. Rådet maler.") for n in (7, 8)]
    deck = document(slide("Møtebok for rådsmøte 2/2031", "Trollrådet, 12. mars 2031"), legend, *proposing)
    assert kind_of(deck) is DocumentKind.DECK
    assert not understand([deck]).decisions


@pytest.mark.parametrize("left", [10, 760])
def test_a_band_along_an_edge_of_a_slide_without_a_title_names_its_case(left: float) -> None:
    def banded(number: int, title: str) -> Slide:
        band = [
            Block(BlockKind.PARAGRAPH, text, Box(left, 30 * row, left + 180, 30 * row + 20), size=14, group=0)
            for row, text in enumerate(("T-sak", f"{number}/31", title), 3)
        ]
        told = [
            Block(BlockKind.BULLET, text, Box(250, 30 * row, 700, 30 * row + 20), size=14)
            for row, text in enumerate(("Den er 4 meter lang", "Den er rød"), 2)
        ]
        return Slide(1, 960, 540, (*band, *told), slide("X", "• y").status)

    slides = [banded(7, "Nye varder på holmene"), banded(8, "Tau og taljer"), banded(9, "Kart over gruvene")]
    assert cases(*slides) == ["7/31", "8/31", "9/31"]
