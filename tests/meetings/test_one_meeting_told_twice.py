"""A meeting of an invented board that its documents tell in parts: by two names, on two slides, in other words."""

from __future__ import annotations

import pytest
from tests.board_of_a_museum import DECK, MINUTES
from tests.deck_builder import document, page, pages, slide

from radsassistent.meetings import DecisionStatus, Meeting, SlideKind, by_meeting, understand
from radsassistent.meetings.bodies import same_body
from radsassistent.meetings.in_other_words import says_alike

THE_DECK = document(*DECK, name="styremote.pptx")
THE_MINUTES = document(*MINUTES, name="protokoll.docx")


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    return understand([THE_DECK, THE_MINUTES])


def test_a_board_is_one_whether_its_enterprise_is_named_in_full_or_not() -> None:
    assert by_meeting([THE_DECK, THE_MINUTES]) == ((THE_DECK, THE_MINUTES),)
    assert understand([THE_DECK]).body == "Styret i Stiftelsen Fabelvik troll- og fyrmuseum"
    assert understand([THE_MINUTES]).body == "Styret i Stiftelsen Fabelvik"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Styret i Stiftelsen Fabelvik", "Styret i Stiftelsen Fabelvik fyrmuseum", True),
        ("Styret i Fabelvik sykehus", "Styret i Fabelvik", True),
        ("Styret i Fabelvik", "Styret i Fabelvik Nord", False),
        ("Utvalget for troll", "Utvalget for troll og fyr", False),
    ],
)
def test_what_sort_of_enterprise_it_is_may_be_left_out_of_a_boards_name(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same


def test_the_day_that_papers_were_sent_is_no_day_of_the_meeting(meeting: Meeting) -> None:
    assert meeting.warnings == ()


def test_one_sentence_tells_when_a_meeting_was_opened_and_closed(meeting: Meeting) -> None:
    assert (meeting.start, meeting.end) == ("10:05", "14:50")


def test_a_timetable_gives_the_hours_and_the_list_of_cases_their_titles(meeting: Meeting) -> None:
    assert [(i.case, i.title, i.presenter, i.time, i.place.slide, [p.slide for p in i.also]) for i in meeting.agenda] == [
        ("11/32", "Godkjenning av innkalling og saksliste", "Liv Regle", "10:00", 2, [3]),
        ("12/32", "Årsregnskap og årsmelding 2031", "Nils Nøkk", "10:10", 2, [3]),
        (None, "Lunsj i Lyktestova", None, "11:30", 3, []),
        ("13/32", "Restaurering av linsa i Fabelvik fyr", "Siv Sagn", "12:10", 2, [3]),
        ("14/32", "Arbeidsmiljø og fravær – status", "Odd Huldermo", "13:50", 2, [3]),
    ]  # fmt: skip
    assert [known.kind for known in meeting.slides[1:3]] == [SlideKind.AGENDA, SlideKind.AGENDA]


def test_who_chose_a_member_and_for_how_long_are_read_from_cards_without_colons(meeting: Meeting) -> None:
    told = {m.name: (m.title, m.organisation, m.role, m.details) for m in meeting.members}
    assert told["Grim Steinset"] == (
        "fyrvokter",
        "Jutul kommune",
        None,
        (("Oppnevnt av", "Jutul kommune"), ("Periode", "2030–2033")),
    )
    assert told["Ylva Bergtatt"][3] == (("Valgt av og blant", "de ansatte"), ("Periode", "2032–2033"))


def test_a_deputy_listed_for_somebody_is_that_ones_stand_in(meeting: Meeting) -> None:
    roles = {m.name: m.role for m in meeting.members if m.group == "Varamedlemmer"}
    assert roles == {
        "Jon Jutul": "vara for Tora Fabelvik",
        "Aud Alv": "vara for Grim Steinset",
        "Mari Mare": "vara for Per Eventyr",
    }


def test_whose_a_proposal_is_is_no_line_of_it(meeting: Meeting) -> None:
    proposal = next(p for p in meeting.proposals if p.case == "13/32")
    assert proposal.text.splitlines()[0] == "1. Linsa restaureres for 900 000 kr."


def test_votes_on_points_are_told_point_by_point(meeting: Meeting) -> None:
    made = next(d for d in meeting.decisions if d.case == "13/32")
    assert made.votes == "Punkt 1 og 3: enstemmig. Punkt 2: vedtatt med 2 mot 1 stemme (Bergtatt)."


def test_a_decision_in_the_passive_is_as_proposed_in_the_active(meeting: Meeting) -> None:
    made = next(d for d in meeting.decisions if d.case == "14/32")
    assert (made.status, made.as_proposed) == (DecisionStatus.ADOPTED, True)


@pytest.mark.parametrize(
    ("proposed", "decided", "alike"),
    [
        ("Styret tar rapporten til orientering.", "Saken ble tatt til orientering.", True),
        ("Innkallingen godkjennes.", "Innkallingen ble enstemmig godkjent uten merknader.", True),
        ("Styret tar saken til etterretning.", "Saken ble tatt til orientering.", False),
        ("Saken tas til orientering.", "Saken tas ikke til orientering.", False),
        ("Innkalling og saksliste godkjennes.", "Innkallingen ble godkjent.", False),
        ("Styret tar saken til orientering og ber om en plan.", "Saken ble tatt til orientering.", False),
        ("Linsa males rød.", "Linsa males rød.", False),
    ],
)
def test_only_what_says_the_same_in_another_form_is_alike(proposed: str, decided: str, alike: bool) -> None:
    assert says_alike(proposed, decided) is alike


def test_a_list_of_tasks_at_the_end_of_minutes_is_of_no_case() -> None:
    text = "# Sak 14/32 Fravær\nVedtak: Saken ble tatt til orientering."
    said = page(*(line for line in text.splitlines()), "# Oppfølging", "Direktøren følger opp.")
    made = understand([document(*pages("# Protokoll fra møte i Fyrrådet 6. mai 2032"), said)])
    assert made.slides[1].case == "14/32"
    spans = understand([THE_MINUTES]).slides[0].cases
    assert [span.case for span in spans][-1] is None


def test_bullets_beside_the_one_that_heads_a_list_are_not_in_it() -> None:
    found = understand(
        [document(slide("Møte i Fyrrådet 6. mai 2032"), slide("Medlemmer og vara", "• Varamedlemmer", "• Jon Jutul, troll",
        "• Aud Alv, alv", "• Mari Mare, mare"))]
    ).members  # fmt: skip
    assert {m.group for m in found} == {"Varamedlemmer"}
