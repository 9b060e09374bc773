"""Which documents are of one meeting; all of them fictional."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, pages, slide
from tests.fictional_minutes import AGENDA, ALL, BOKMAL, BOKMAL_DECK, NYNORSK

from radsassistent.meetings import by_meeting
from radsassistent.meetings.bodies import same_body


def test_a_deck_its_summons_and_its_minutes_are_of_one_meeting() -> None:
    assert by_meeting([BOKMAL_DECK, NYNORSK, AGENDA, BOKMAL]) == ((BOKMAL_DECK, AGENDA, BOKMAL), (NYNORSK,))


def test_every_document_is_in_one_meeting() -> None:
    parted = by_meeting(ALL)
    assert sorted(d.name for group in parted for d in group) == sorted(d.name for d in ALL)
    assert len(parted) == len(ALL) - 1


def test_bodies_and_days_whose_cases_collide_stay_apart() -> None:
    decks = [
        document(slide(f"Møte i {body} {day}"), slide("Sak 5/26: Godkjenning av innkalling"), name=f"{body}-{day}.pdf")
        for body in ("Oppdiktrådet", "Fantasiutvalget")
        for day in ("12. februar 2026", "13. mai 2026")
    ]
    assert by_meeting(decks) == tuple((deck,) for deck in decks)


def test_a_document_without_a_day_joins_the_one_meeting_whose_cases_it_has() -> None:
    cases = "# Sak 2/27 Status for drømmeregisteret\nTekst.\n# Sak 3/27 Felles eventyrplattform\nTekst."
    undated = document(*pages(cases), name="sakspapirer.pdf")
    other = document(
        *pages(cases.replace("drømmeregisteret", "kantina").replace("eventyrplattform", "sykkel")), name="andre.pdf"
    )
    assert by_meeting([undated, BOKMAL_DECK, other]) == ((undated, BOKMAL_DECK), (other,))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Porteføljerådet", "porteføljeråd", True),
        ("Formannskap", "Formannskapet", True),
        ("Oppdikt kommunestyre", "Kommunestyret", True),
        ("Kommunestyret i Oppdikt", "Kommunestyret", True),
        ("Kommunestyret i Oppdikt", "Kommunestyret i Fabel", False),
        ("Fagrådet", "Strategirådet", False),
        ("Utvalg for helse", "Utvalg for kultur", False),
    ],
)
def test_one_body_has_several_names(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same
