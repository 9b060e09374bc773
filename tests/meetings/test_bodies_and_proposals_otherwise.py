"""Bodies over two lines or of enterprises, places on covers, and proposals in tables and by those who prepare a case."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, slide, table

from radsassistent.documents import Block, BlockKind, Box, Slide, SlideStatus
from radsassistent.meetings import Proposal, same_body, understand
from radsassistent.meetings.bodies import names_body

DAY = "Torsdag 12. mars 2031"


@pytest.mark.parametrize(
    ("cover", "body"),
    [
        (slide("Styremøte", "Styret i Trollheim sykehus HF", DAY), "Styret i Trollheim sykehus HF"),
        (slide("Trollrådet", "i Hulder fylkeskommune", DAY), "Trollrådet i Hulder fylkeskommune"),
        (slide("Eldrerådet i Indre Troll kommune", DAY), "Eldrerådet i Indre Troll kommune"),
        (slide("Styret for Stiftelsen Hulderhagen Kystmuseum", DAY), "Styret for Stiftelsen Hulderhagen Kystmuseum"),
        (slide("Brukerutvalget ved Trollheim sykehus HF", DAY), "Brukerutvalget ved Trollheim sykehus HF"),
        (slide("Programrådet for broer og IKT (oppdiktet)", DAY), "Programrådet for broer og IKT"),
        (slide("Råd for KI og trolldata", DAY), "Råd for KI og trolldata"),
        (slide("Huldredal formannskap", "Saker til drøfting", DAY), "Huldredal formannskap"),
    ],
)
def test_a_body_is_named_in_full_as_its_cover_does(cover: Slide, body: str) -> None:
    other = slide("Observatører", "• Odd Huldermo møter for Brukerutvalget", "• Siv Sagn møter for Brukerutvalget")
    assert understand([document(cover, other)]).body == body


def test_a_place_stands_on_a_cover_whose_title_has_the_day() -> None:
    assert (
        understand([document(slide("Møte i Trollrådet 12. mars 2031", "Auditorium 2, Campus Tåke"))]).venue
        == "Auditorium 2, Campus Tåke"
    )


def proposals(*slides: Slide) -> list[Proposal]:
    return list(understand([document(slide("Møte i Trollrådet 12. mars 2031"), *slides)]).proposals)


def test_a_row_headed_by_the_words_for_a_proposal_is_one_a_point_a_line() -> None:
    found = proposals(
        slide(
            "Sak 3/31 Ny låve",
            table(
                ("Saken gjelder", "Låven er fra 1994."),
                ("Pris", "4 mill. kroner"),
                ("Innstilling fra daglig leder", "1. Rådet bygger låven. 2. Leder søker om midler."),
            ),
        )
    )
    assert [(p.case, p.text) for p in found] == [("3/31", "1. Rådet bygger låven.\n2. Leder søker om midler.")]


@pytest.mark.parametrize(
    "label",
    [
        "Arbeidsutvalet føreslår:",
        "Sekretariatet tilrår:",
        "Kommunedirektøren innstiller på følgende vedtak:",
        "AU foreslår:",
    ],
)
def test_what_those_propose_who_prepare_a_case_is_its_proposal(label: str) -> None:
    found = proposals(
        slide("Sak 3/31 Val av utsending", "• Ein kan reise", label, "Tora Fabelvik reiser til trolltinget.")
    )
    assert [(p.case, p.text) for p in found] == [("3/31", "Tora Fabelvik reiser til trolltinget.")]


def test_a_label_under_a_title_that_says_the_same_is_no_part_of_the_proposal() -> None:
    found = proposals(slide("Sak 3/31 Innstilling", "Innstilling fra daglig leder", "Rådet bygger låven."))
    assert [p.text for p in found] == ["Rådet bygger låven."]


def test_a_place_stands_on_a_cover_that_leaves_the_year_out() -> None:
    cover = slide("Trollrådet", "Møte nr. 5/2031 – torsdag 12. mars", "Tåkeheim kulturhus, Salong 2")
    told = understand([document(cover, slide("Dagsorden 12. mars 2031", "Sak 3/31 Troll", "Sak 4/31 Hulder"))])
    assert told.venue == "Tåkeheim kulturhus, Salong 2"


def banded(title: str, label: str) -> Slide:
    """A slide with a label in a band over a frame with two points, a text of its own beside them."""

    def block(text: str, left: float, top: float, group: int | None, *, bold: bool = False) -> Block:
        return Block(BlockKind.PARAGRAPH, text, Box(left, top, left + 200, top + 16), group=group, size=16, bold=bold)

    blocks = (
        Block(BlockKind.TITLE, title, Box(40, 30, 400, 60), size=32),
        block("Rådets rolle", 40, 100, None, bold=True),
        block("Rådet har ingen makt over haugen, men gir råd.", 40, 130, None),
        block(label, 400, 104, 1, bold=True),
        block("1. Rådet bygger brua.", 400, 150, 0),
        block("2. Trollene bes flytte innen 1. juni.", 400, 190, 0),
    )
    return Slide(1, 960, 540, blocks, SlideStatus.TEXT)


def test_a_band_and_a_box_that_say_the_same_have_the_proposal_below_both() -> None:
    blocks = (
        Block(BlockKind.HEADING, "Sak 9/2031 – innstilling", Box(40, 25, 334, 48), group=1, size=24, bold=True),
        Block(BlockKind.HEADING, "Innstilling til vedtak", Box(62, 117, 267, 136), group=0, size=19, bold=True),
        Block(BlockKind.PARAGRAPH, "1. Rådet bygger brua.", Box(62, 154, 880, 170), group=0, size=17),
        Block(BlockKind.PARAGRAPH, "2. Rådet hegner inn haugen.", Box(62, 215, 880, 231), group=0, size=17),
    )
    (found,) = proposals(Slide(1, 960, 540, blocks, SlideStatus.TEXT))
    assert found.text == "1. Rådet bygger brua.\n2. Rådet hegner inn haugen."


@pytest.mark.parametrize("title", ["Brua: forslag", "Brua: anbefaling", "Brua"])
@pytest.mark.parametrize("label", ["Forslag til vedtak", "Anbefaling til rådet"])
def test_a_band_with_the_words_for_a_proposal_has_all_points_of_the_frame_under_it(title: str, label: str) -> None:
    found = proposals(banded(title, label))
    assert [proposal.text for proposal in found] == ["1. Rådet bygger brua.\n2. Trollene bes flytte innen 1. juni."]


def points(title: str, *texts: tuple[int, str]) -> Slide:
    """A slide of points, each of its level."""
    blocks = [Block(BlockKind.TITLE, title, Box(40, 40, 900, 70), size=32)]
    for number, (level, text) in enumerate(texts):
        box = Box(60, 100 + 30 * number, 900, 120 + 30 * number)
        blocks.append(Block(BlockKind.BULLET, text, box, level=level, group=0, size=18))
    return Slide(1, 960, 540, tuple(blocks), SlideStatus.TEXT)


def test_points_a_level_below_the_words_for_a_proposal_are_the_proposal() -> None:
    found = proposals(
        points(
            "Sak 3/31: Ny låve",
            (0, "Låven er fra 1994"),
            (0, "Forslag til vedtak"),
            (1, "1. Rådet bygger låven."),
            (1, "2. Taket males rødt."),
            (0, "Tegningene ligger i arkivet"),
        )
    )
    assert [(p.case, p.text) for p in found] == [("3/31", "1. Rådet bygger låven.\n2. Taket males rødt.")]


def test_a_single_point_below_the_words_needs_no_verb_of_decisions() -> None:
    found = proposals(points("Sak 3/31: Ny låve", (0, "Framlegg til vedtak"), (1, "Låven kan rivast."), (0, "Kart")))
    assert [(p.case, p.text) for p in found] == [("3/31", "Låven kan rivast.")]


def test_counted_points_after_the_words_for_a_proposal_are_the_proposal_whatever_their_level() -> None:
    found = proposals(
        points("Sak 3/31: Ny låve", (0, "Låven er fra 1994"), (0, "Forslag til vedtak"), (0, "1. Låven rives.")),
    )
    assert [(p.case, p.text) for p in found] == [("3/31", "1. Låven rives.")]


def test_lines_after_the_words_for_a_proposal_in_plain_type_are_the_proposal() -> None:
    found = proposals(
        slide(
            "Sak 3/31: Ny låve",
            table(("Låve", "Areal"), ("Nord", "40"), ("Sør", "60")),
            ("Forslag til vedtak", "1. Rådet tar saken til orientering.", "2. Tora Fabelvik bes lage en tegning."),
        )
    )
    assert [(p.case, p.text) for p in found] == [
        ("3/31", "1. Rådet tar saken til orientering.\n2. Tora Fabelvik bes lage en tegning.")
    ]


def test_words_for_a_proposal_among_contents_propose_nothing() -> None:
    found = proposals(
        points("Sak 3/31: Ny låve", (0, "Bakgrunn"), (0, "Forslag til vedtak"), (0, "Videre arbeid"), (1, "Neste vår"))
    )
    assert found == []


def big(text: str, top: float, size: float = 44) -> Block:
    return Block(BlockKind.HEADING, text, Box(58, top, 900, top + size), size=size)


@pytest.mark.parametrize(
    ("cover", "body", "called"),
    [
        (slide("Regionalt trollråd for Indre Hulder", DAY), "Regionalt trollråd for Indre Hulder", "trollrådet"),
        (slide("Nasjonalt register for huldrer – fagråd", DAY), "Nasjonalt register for huldrer – fagråd", "fagrådet"),
        (slide("Faggruppe trollgull Midtre Hulder", DAY), "Faggruppe trollgull Midtre Hulder", "faggruppa"),
        (
            Slide(
                1,
                960,
                540,
                (
                    Block(BlockKind.TITLE, "Kommunestyrets utvalg for", Box(58, 187, 900, 231), size=44),
                    big("Hulder kommune", 50, 18),
                    big("troll og tåke", 231),
                    big(DAY, 400, 18),
                ),
                SlideStatus.TEXT,
            ),
            "Kommunestyrets utvalg for troll og tåke",
            None,
        ),
    ],
)
def test_a_body_is_named_as_a_cover_sets_it_and_by_its_one_word(cover: Slide, body: str, called: str | None) -> None:
    other = slide("Høring", "• Partnerrådet for huldrer samles", "• Siv Sagn møter for Partnerrådet")
    assert understand([document(cover, other)]).body == body
    if called is not None:
        assert names_body(f"Hva sa {called} om saken?", body)
        assert same_body(body, called.capitalize())
        assert not names_body("Hva sa Søndre trollråd om saken?", body)


def test_a_day_without_its_year_has_that_of_the_only_year_on_the_cover() -> None:
    told = understand([document(slide("Trollrådet", "Møte 5 / 2031", "Onsdag 12. mars kl. 08.30"), slide("Saker"))])
    assert str(told.date) == "2031-03-12"
    wrong = understand([document(slide("Trollrådet", "Møte 5 / 2031", "Fredag 12. mars kl. 08.30"), slide("Saker"))])
    assert wrong.date is None


def test_the_days_of_the_papers_are_none_of_the_meeting() -> None:
    cover = slide(
        "Trollstyret", "Grunnlag til møtet 3/3-2031", "Utkast 2 av 27/2-2031", "Rådet behandlet utkastet 26/2-2031"
    )
    assert str(understand([document(cover)]).date) == "2031-03-03"


def test_the_name_behind_a_dash_with_a_capital_is_the_bodys_own() -> None:
    cover = slide("Det nasjonale rådet for huldrer og tåke – Hulderrådet", "Møte i Hulderrådet", DAY)
    assert understand([document(cover)]).body == "Hulderrådet"
