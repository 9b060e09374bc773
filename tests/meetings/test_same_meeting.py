"""Which documents are of one meeting; all of them fictional."""

from __future__ import annotations

from datetime import date

import pytest
from tests.deck_builder import document, pages, slide
from tests.fictional_minutes import AGENDA, ALL, BOKMAL, BOKMAL_DECK, NYNORSK

from radsassistent.meetings import by_meeting, understand
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


@pytest.mark.parametrize(
    "body", ["Kultur- og forskningsutvalget", "Plan-, fjord- og trollutvalget", "Hytte- og friluftsnemnda"]
)
def test_a_body_for_two_things_that_only_a_title_names_joins_its_deck_and_its_minutes(body: str) -> None:
    deck = document(
        slide(body, "12. mars 2031"),
        slide("Sak 4/31: Trollsamlingen"),
        slide("Samlingen", "• Tolv troll"),
        name="a.pptx",
    )
    minutes = document(
        *pages(
            f"# Referat fra møte i {body} 12. mars 2031\n# Sak 4/31 Trollsamlingen\nVedtak: Utvalget kjøper trollet."
        ),
        name="b.pdf",
    )
    assert by_meeting([deck, minutes]) == ((deck, minutes),)
    assert [understand([each]).body for each in (deck, minutes)] == [body, body]


def test_two_bodies_in_one_title_are_not_one_body_for_two_things() -> None:
    assert understand([document(slide("Trollutvalget og nissenemnda", "12. mars 2031"))]).body == "Trollutvalget"


def test_a_deck_that_bears_its_bodys_name_joins_minutes_that_say_their_day_in_a_sentence() -> None:
    deck = document(
        slide(
            "Nasjonalt råd for fyr og tåke",
            "Rådsmøte torsdag 8. mai 2031 kl. 09.00–12.00",
            "Lyktefellesutvalget er invitert",
        ),
        slide("Saker", "Sak 11/31 Innkalling", "Sak 12/31 Lampeglass", "Sak 13/31 Tåkevarsling"),
        name="fyr.pdf",
    )
    text = (
        "# Referat fra møte i Nasjonalt råd for fyr og tåke\n"
        "Oppdiktet for prøve. Torsdag 8. mai 2031 kl. 09.00–11.50, Lyktesalen. Neste møte er 9. september 2031.\n"
        "# Sak 11/31 Innkalling\nGodkjent.\n# Sak 12/31 Lampeglass\nSaken utsettes til 9. september 2031.\n"
        "# Sak 13/31 Tåkevarsling\nNeste møte i Fyrutvalget er 9. september 2031."
    )
    minutes = document(*pages(text), name="referat.pdf")
    assert by_meeting([deck, minutes]) == ((deck, minutes),)
    assert understand([deck, minutes]).date == date(2031, 5, 8)


def test_documents_of_one_day_with_the_same_cases_are_of_one_meeting_whatever_they_call_the_body() -> None:
    cases = ("Sak 11/31 Innkalling", "Sak 12/31 Lampeglass til fyrene", "Sak 13/31 Tåkevarsling på mobil")
    one = document(slide("Møte i Fyrrådet 8. mai 2031"), slide("Saker", *cases), name="en.pdf")
    two = document(slide("Møte i Lykteutvalget 8. mai 2031"), slide("Saker", *cases), name="to.pdf")
    other = document(
        slide("Møte i Lykteutvalget 8. mai 2031"),
        slide("Saker", "Sak 11/31 Innkalling", "Sak 12/31 Trapper", "Sak 13/31 Maling"),
        name="tre.pdf",
    )
    assert by_meeting([one, two]) == ((one, two),)
    assert by_meeting([one, other]) == ((one,), (other,))
