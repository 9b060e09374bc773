"""Decks whose cases open under their titles, whose agenda is a list, and whose lists tell more of members; all fictional."""

from __future__ import annotations

from datetime import date

import pytest
from tests.deck_builder import document, slide, table
from tests.lighthouse_council import JUNE, MARCH

from radsassistent.documents import Slide
from radsassistent.meetings import Meeting, SlideKind, understand
from radsassistent.meetings.people import each_person, whole_list


def meeting(*slides: Slide) -> Meeting:
    return understand([document(*slides)])


@pytest.fixture(scope="module")
def march() -> Meeting:
    return meeting(*MARCH)


def test_a_case_opens_where_its_number_stands_alone_under_its_title(march: Meeting) -> None:
    assert [each.case for each in march.slides[4:]] == ["1/31", *["2/31"] * 5, "3/31", "3/31", "4/31"]
    assert march.slides[5].kind is SlideKind.DIVIDER


def test_a_case_opens_where_a_slide_has_the_agendas_title_for_it_and_no_number() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide("Dagsorden", "Sak 7/31 Nye varder på holmene", "Sak 8/31 Tau og taljer"),
        slide("Nye varder på holmene"),
        slide("Om vardene", "• De er av stein"),
        slide("Tau og taljer"),
        slide("Om tauene", "• De er av hamp"),
    )
    assert [each.case for each in understood.slides[2:]] == ["7/31", "7/31", "8/31", "8/31"]


def test_a_title_of_one_word_or_another_title_opens_no_case() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide("Dagsorden", "Sak 7/31 Varder", "Sak 8/31 Tau og taljer"),
        slide("Varder"),
        slide("Tau og taljer i andre land"),
    )
    assert [each.case for each in understood.slides[2:]] == [None, None]


@pytest.mark.parametrize(
    "title", ["Forslag til vedtak – sak 8/31", "Forslag til vedtak i sak 8/31", "Kostnader (sak 8/31)"]
)
def test_a_slide_whose_title_ends_with_another_case_is_of_that_case(title: str) -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide("Dagsorden", "Sak 7/31 Nye varder på holmene", "Sak 8/31 Tau og taljer"),
        slide("Sak 7/31: Nye varder på holmene"),
        slide(title, "Oppdiktrådet tar saken til orientering."),
    )
    assert understood.slides[-1].case == "8/31"
    assert "sak 8/31" in understood.slides[-1].evidence


def test_a_case_that_the_agenda_does_not_have_takes_no_slide_by_its_title() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide("Dagsorden", "Sak 7/31 Nye varder på holmene", "Sak 8/31 Tau og taljer"),
        slide("Sak 7/31: Nye varder på holmene"),
        slide("Bakgrunn (sak 99/30)", "• Den saken er av et tidligere år"),
    )
    assert understood.slides[-1].case == "7/31"


def test_an_agenda_goes_on_over_slides_with_the_same_title(march: Meeting) -> None:
    assert [item.case for item in march.agenda] == ["1/31", "2/31", "3/31", "4/31"]
    assert {item.place.slide for item in march.agenda} == {3, 4}
    assert [each.kind for each in march.slides[2:4]] == [SlideKind.AGENDA] * 2


def test_the_facts_of_an_entry_stand_on_one_line_parted_by_signs(march: Meeting) -> None:
    told = {item.case: (item.presenter, item.time, item.case_type) for item in march.agenda}
    assert told == {
        "1/31": ("Tora Fyrlykt", "09:30", "Godkjenning"),
        "2/31": ("Jens Skjærgård og Mona Vindfelle", "10:00", "Drøfting"),
        "3/31": ("Mona Vindfelle", "11:15", "Beslutning"),
        "4/31": ("Tora Fyrlykt", "14:30", None),
    }


def test_the_day_of_the_cover_is_the_meetings_though_an_earlier_one_is_named_more_often() -> None:
    understood = meeting(
        *JUNE,
        slide("Hva skjedde 11. mars 2031?", "• Møtet 11. mars 2031 var langt", "• Siden 11. mars 2031 er luren prøvd"),
    )
    assert (understood.date, understood.venue) == (date(2031, 6, 17), "Naustet, Oppdiktvågen")


def test_a_day_of_printing_on_the_cover_is_not_the_meetings() -> None:
    understood = meeting(slide("Møte i Oppdiktrådet 5. mars 2031", "Utskriftsdato 2. februar 2031"))
    assert understood.date == date(2031, 3, 5)


def test_a_proposal_on_one_line_of_an_opening_slide_is_the_cases(march: Meeting) -> None:
    assert [(p.case, p.text, p.place.slide) for p in march.proposals] == [
        ("1/31", "Innkalling og saksliste godkjennes.", 5),
        ("3/31", "Fyrvokterrådet ber Losringen om en plan for moloen.", 12),
    ]


def test_proposals_of_two_cases_on_one_slide_are_each_of_their_own() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide("Dagsorden", "Sak 7/31 Innkalling", "Sak 8/31 Referat fra sist", "Sak 9/31 Tau og taljer"),
        slide(
            "Sak 7/31 og 8/31: Godkjenninger",
            "Sak 7/31 Innkalling",
            "Forslag til vedtak: Innkallingen godkjennes.",
            "Sak 8/31 Referat fra sist",
            "Forslag til vedtak: Referatet godkjennes.",
        ),
    )
    assert [(p.case, p.text) for p in understood.proposals] == [
        ("7/31", "Innkallingen godkjennes."),
        ("8/31", "Referatet godkjennes."),
    ]


def test_what_a_table_of_members_tells_besides_is_kept_by_its_column(march: Meeting) -> None:
    details = {member.name: dict(member.details) for member in march.members}
    assert details["Tora Fyrlykt"] == {"Oppnevnt til": "2032", "Personlig vara": "Ivar Tåkelur"}
    assert details["Mona Vindfelle"] == {"Oppnevnt til": "2031", "Personlig vara": "Ikke oppnevnt"}
    assert details["Peder Glimt"] == {}


def test_a_stand_in_on_a_card_is_no_organisation() -> None:
    cards = [
        (f"Person {letter}", "Kystdirektør", f"Etat {letter}", f"Vara: Vara {letter}")
        for letter in ("Aberg", "Bekk", "Dal")
    ]
    understood = meeting(slide("Møte i Oppdiktrådet 5. mars 2031"), slide("Medlemmer", *cards))
    assert [(m.organisation, m.details) for m in understood.members] == [
        (f"Etat {letter}", (("Vara", f"Vara {letter}"),)) for letter in ("Aberg", "Bekk", "Dal")
    ]


def test_a_role_behind_a_name_in_a_table_is_the_members_and_the_table_still_a_list() -> None:
    listed = table(
        ("Navn", "Tittel", "Organisasjon"),
        ("Kari Oppdikt (leder)", "Direktør", "Etaten"),
        ("Ola Fabel (observatør)", "Rådgiver", "Verket"),
    )
    understood = meeting(slide("Møte i Oppdiktrådet 5. mars 2031"), slide("Medlemmer 2029–2032", listed))
    assert [(m.name, m.role) for m in understood.members] == [("Kari Oppdikt", "leder"), ("Ola Fabel", "observatør")]
    assert understood.slides[1].kind is SlideKind.MEMBERS


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("Rådets medlemmer (1 av 2)", "Rådets medlemmer"),
        ("Saksliste 2/2", "Saksliste"),
        ("Medlemmer, del 2", "Medlemmer"),
        ("Saksliste (forts.)", "Saksliste"),
        ("Medlemmer 2029–2032", "Medlemmer 2029–2032"),
        ("Innkjøp i fem deler", "Innkjøp i fem deler"),
    ],
)
def test_a_list_over_several_slides_is_called_by_its_title_without_the_part(title: str, called: str) -> None:
    assert whole_list(title) == called


@pytest.mark.parametrize(
    ("names", "each"),
    [
        ("Kari Oppdikt og Ola Fabel", ("Kari Oppdikt", "Ola Fabel")),
        ("Kari Oppdikt, Ola Fabel og Siv Eventyr", ("Kari Oppdikt", "Ola Fabel", "Siv Eventyr")),
        ("Kari Oppdikt", ("Kari Oppdikt",)),
        ("sekretariatet og Kari Oppdikt", ("sekretariatet og Kari Oppdikt",)),
        (None, ()),
    ],
)
def test_people_who_are_named_together_are_known_each(names: str | None, each: tuple[str, ...]) -> None:
    assert each_person(names) == each


def test_a_case_opens_where_lines_at_the_edge_go_over_to_its_number_before_other_facts() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2031"),
        slide("Dagsorden", "Sak 7/31 Nye varder på holmene", "Sak 8/31 Tau og taljer"),
        slide("Nye varder på holmene", "Sak 7/31 · Til drøfting", "• De er av stein"),
        slide("Hva koster de?", "Sak 7/31 · Tall i kroner", "• Fire kroner"),
        slide("Hamp eller hår", "Sak 8/31 · Til beslutning", "• Hår er dyrere"),
        slide("Sakene i korthet", "Sak 7/31 · Varder", "Sak 8/31 · Tau"),
    )
    assert [each.case for each in understood.slides[2:]] == ["7/31", "7/31", "8/31", "8/31"]
