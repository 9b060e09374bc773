"""Bodies over two lines or of enterprises, places on covers, and proposals in tables and by those who prepare a case."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, slide, table

from radsassistent.documents import Slide
from radsassistent.meetings import Proposal, understand

DAY = "Torsdag 12. mars 2031"


@pytest.mark.parametrize(
    ("cover", "body"),
    [
        (slide("Styremøte", "Styret i Trollheim sykehus HF", DAY), "Styret i Trollheim sykehus HF"),
        (slide("Trollrådet", "i Hulder fylkeskommune", DAY), "Trollrådet i Hulder fylkeskommune"),
        (slide("Eldrerådet i Indre Troll kommune", DAY), "Eldrerådet i Indre Troll kommune"),
        (slide("Styret for Stiftelsen Hulderhagen Kystmuseum", DAY), "Styret for Stiftelsen Hulderhagen Kystmuseum"),
        (slide("Brukerutvalget ved Trollheim sykehus HF", DAY), "Brukerutvalget ved Trollheim sykehus HF"),
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
