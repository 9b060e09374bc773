"""A programme of hours is an agenda; minutes tell outcomes in headings, votes point by point, and why somebody was away."""

from __future__ import annotations

import pytest
from tests.deck_builder import document, pages, slide, table
from tests.meeting_of_the_tide import DECK, MINUTES

from radsassistent.meetings import DecisionStatus, Meeting, Presence, SlideKind, understand

ADOPTED, CHANGED, REJECTED, POSTPONED = DecisionStatus


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    return understand([DECK, MINUTES])


def minutes(text: str) -> Meeting:
    return understand([document(*pages(f"# Møteprotokoll for Oppdiktrådet 5. mars 2027\n{text}"))])


def test_a_programme_of_hours_with_numbers_in_its_cells_is_the_agenda(meeting: Meeting) -> None:
    assert [(i.case, i.title, i.time, i.end, i.case_type) for i in meeting.agenda] == [
        (None, "Åpning og navneopprop", "08:30", "08:45", None),
        ("11/32", "Molovakter – ordningen videre", "08:45", "09:30", None),
        (None, "Strekk på beina og kaffe (pause)", "09:30", "09:45", None),
        ("12/32", "Ferge til Ytre Fabel", "09:45", "10:30", None),
        (None, "Lunsj i kantina", "10:30", "11:15", None),
        ("13/32", "Tangkurs for barn", "11:15", "12:00", None),
        ("14/32", "Felles naust", "12:00", "12:20", None),
        ("15/32", "Kalender for neste år", "12:20", "12:30", "orientering"),
    ]
    assert meeting.agenda[5].presenter == "Ola Strandvik"
    assert meeting.slides[1].kind is SlideKind.AGENDA


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (("Når", "Sak"), (("kl. 9.00", "Sak 7/31 Troll"), ("kl. 9.30", "Sak 8/31 Hulder"))),
        (("Fra", "Til", "Tema"), (("09:00", "09:30", "7/31: Troll"), ("09:30", "10:00", "8/31: Hulder"))),
        (
            ("Tid", "Punkt", "Innleder"),
            (("09.00 - 09.30", "FS 7/31 Troll", "Kari Berg"), ("09.30 - 10.00", "FS 8/31 Hulder", "Ola Dal")),
        ),
    ],
)
def test_the_columns_of_a_programme_are_known_by_what_stands_in_them(header, rows) -> None:
    deck = document(slide("Møte i Oppdiktrådet", "5. mars 2031"), slide("Program", table(header, *rows)))
    agenda = understand([deck]).agenda
    assert [(item.case, item.title, item.time) for item in agenda] == [
        ("7/31", "Troll", "09:00"),
        ("8/31", "Hulder", "09:30"),
    ]


def test_a_list_of_hours_has_its_breaks_as_rows_too() -> None:
    deck = document(
        slide("Møte i Oppdiktrådet", "5. mars 2031"),
        slide("Program", "• 09.00–09.30 PS 7/31 Troll", "• 09.30–09.45 Pause", "• 09.45–10.15 PS 8/31 Hulder"),
    )
    assert [(i.case, i.title, i.time, i.end) for i in understand([deck]).agenda] == [
        ("7/31", "Troll", "09:00", "09:30"),
        (None, "Pause", "09:30", "09:45"),
        ("8/31", "Hulder", "09:45", "10:15"),
    ]


def test_a_table_of_what_happened_at_which_hour_without_cases_is_no_agenda() -> None:
    deck = document(
        slide("Møte i Oppdiktrådet", "5. mars 2031"),
        slide("Ruteplan", table(("Tid", "Stopp"), ("09.00", "Kaia"), ("09.30", "Holmen"))),
    )
    assert understand([deck]).agenda == ()


def test_a_heading_that_tells_the_outcome_opens_the_decision(meeting: Meeting) -> None:
    assert [(d.case, d.status, d.votes, d.as_proposed) for d in meeting.decisions] == [
        ("11/32", CHANGED, "4 mot 1 stemmer", False),
        ("12/32", POSTPONED, "3 mot 2 stemmer", False),
        ("13/32", CHANGED, None, False),
        ("14/32", REJECTED, "3 mot 2 stemmer", False),
        ("15/32", ADOPTED, None, None),
    ]
    # What stands under the words that a proposal was turned down is no proposal.
    assert [proposal.case for proposal in meeting.proposals] == ["11/32", "12/32", "13/32", "14/32"]


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Saka vart utsett", POSTPONED),
        ("Utsatt enstemmig", POSTPONED),
        ("Framlegget fall (4 mot 5 røyster)", REJECTED),
        ("Nedstemt", REJECTED),
        ("Tatt til orientering", ADOPTED),
    ],
)
def test_outcomes_are_known_in_other_words(heading: str, status: DecisionStatus) -> None:
    told = minutes(f"# Sak 3/27 Troll\nDet ble ordskifte.\n# {heading}\n• Trollet bes om å vente til høsten.")
    assert [(d.case, d.status, d.text) for d in told.decisions] == [
        ("3/27", status, "Trollet bes om å vente til høsten.")
    ]


def test_the_minutes_tell_who_was_away_and_why_before_what_else_they_say(meeting: Meeting) -> None:
    away = [(a.name, a.reason) for a in meeting.attendance if a.presence is Presence.ABSENT]
    assert away == [("Per Bølgeby", "bryllup i slekta"), ("Anne Dypvik", "tannlegetime")]


def test_an_absence_is_read_from_a_sentence() -> None:
    told = minutes("Kari Trollvik hadde meldt forfall på grunn av sykdom.\n# Sak 3/27 Troll\nTrollet ble drøftet.")
    assert [(a.name, a.presence, a.reason) for a in told.attendance] == [("Kari Trollvik", Presence.ABSENT, "sykdom")]


def test_an_organisation_in_brackets_is_no_reason() -> None:
    told = minutes("Forfall: Kari Trollvik (AP), Ola Huldren (H)\n# Sak 3/27 Troll\nTrollet ble drøftet.")
    assert [(a.organisation, a.reason) for a in told.attendance] == [("AP", None), ("H", None)]


def test_a_sentence_behind_a_list_of_stand_ins_is_none_of_them() -> None:
    told = minutes(
        "Vara: Siri Hulderbakk for Kari Trollvik. Ingen vara møtte for Ola Huldren.\n# Sak 3/27 Troll\nTrollet ble drøftet."
    )
    assert [(a.name, a.substitutes_for) for a in told.attendance] == [("Siri Hulderbakk", "Kari Trollvik")]


@pytest.mark.parametrize(
    "said",
    [
        "Forfall: Kari Trollvik. Vara for henne: Siri Hulderbakk.",
        "Forfall: Kari Trollvik\nVara for Kari Trollvik var Siri Hulderbakk.",
        "Kari Trollvik hadde meldt forfall. Siri Hulderbakk møtte som vara for Kari Trollvik.",
    ],
)
def test_who_sat_in_whose_seat_is_read_from_sentences(said: str) -> None:
    told = minutes(f"{said}\n# Sak 3/27 Troll\nTrollet ble drøftet.")
    assert [(a.name, a.presence, a.substitutes_for) for a in told.attendance] == [
        ("Kari Trollvik", Presence.ABSENT, None),
        ("Siri Hulderbakk", Presence.SUBSTITUTE, "Kari Trollvik"),
    ]


def test_the_hours_of_a_meeting_are_read_from_sentences(meeting: Meeting) -> None:
    assert (meeting.start, meeting.end) == ("08:30", "12:50")


def test_an_agenda_in_cards_has_its_hours_over_the_titles_and_its_numbers_behind_them() -> None:
    cards = slide(
        "Dagens program",
        *(
            "09.00",
            "1. Innkalling (11/31)",
            "Tora Lykt",
            "09.10–10.00",
            "2. Lampeglass (12/31) – drøfting og vedtak",
            "Jens Skjær",
        ),
        *("10.00", "Pause", "10.15", "3. Tåkevarsling (13/31)", "12.00", "Slutt"),
    )
    agenda = understand([document(slide("Møte i Fyrrådet 8. mai 2031"), cards)]).agenda
    assert [(i.case, i.title, i.presenter, i.time, i.end, i.case_type) for i in agenda] == [
        ("11/31", "Innkalling", "Tora Lykt", "09:00", None, None),
        ("12/31", "Lampeglass", "Jens Skjær", "09:10", "10:00", "drøfting og vedtak"),
        (None, "Pause", None, "10:00", None, None),
        ("13/31", "Tåkevarsling", None, "10:15", None, None),
        (None, "Slutt", None, "12:00", None, None),
    ]


def test_lines_that_end_with_earlier_cases_are_no_agenda() -> None:
    followed_up = slide("Oppfølging", "Brevet er sendt (3/30)", "Rapporten er levert (4/30)")
    assert understand([document(slide("Møte i Fyrrådet 8. mai 2031"), followed_up)]).agenda == ()


def test_a_row_keeps_all_that_the_agenda_says_under_its_headings() -> None:
    rows = (
        ("31/31", "Bølgjebrytar", "Hamnesjefen", "Hamnestyret (endeleg)", "40 min"),
        ("32/31", "Naust", "Eigedomssjefen", "Moloutvalget", "1 t 15 min"),
    )
    headers = ("Saksnr.", "Sak", "Tilråding frå", "Vedtak i (type)", "Tid")
    agenda = understand(
        [document(slide("Møte i Moloutvalget 7. mai 2031"), slide("Saker", table(headers, *rows)))]
    ).agenda
    assert [item.minutes for item in agenda] == [40, 75]
    assert [item.case_type for item in agenda] == [None, None]
    assert agenda[0].details == (
        ("Tilråding frå", "Hamnesjefen"),
        ("Vedtak i (type)", "Hamnestyret (endeleg)"),
        ("Tid", "40 min"),
    )


@pytest.mark.parametrize(
    "body",
    [
        (
            table(
                ("#", "Sak", "Innleder", "Varighet", "Type"),
                ("1", "Lampeglass (12/31)", "Jens Skjær", "20 min", "Vedtak"),
                ("2", "Tåkevarsling (13/31)", "Mona Vind", "20 min", "Vedtak"),
            ),
        ),
        (
            table(
                ("Sak", "Ansvarlig", "Min.", "Type"),
                ("12/31 Lampeglass", "Jens Skjær", "20", "Vedtak"),
                ("13/31 Tåkevarsling", "Mona Vind", "20", "Vedtak"),
            ),
        ),
        ("12/31 Lampeglass – Jens Skjær – 20 min – Vedtak", "13/31 Tåkevarsling – Mona Vind – 20 min – Vedtak"),
        ("12/31", "Lampeglass", "Jens Skjær · 20 min · Vedtak", "13/31", "Tåkevarsling", "Mona Vind · 20 min · Vedtak"),
        (
            "Sak 12/31: Lampeglass",
            "Ansvarlig: Jens Skjær",
            "Tid: 20 minutter",
            "Type: Vedtak",
            "Sak 13/31: Tåkevarsling",
            "Ansvarlig: Mona Vind",
            "Varighet: 20 min",
            "Type: Vedtak",
        ),
    ],
)
def test_agendas_without_hours_tell_presenters_lengths_and_types_in_any_layout(body) -> None:
    agenda = understand([document(slide("Møte i Fyrrådet 8. mai 2031"), slide("Saksliste", *body))]).agenda
    assert [(i.case, i.title, i.presenter, i.minutes, i.case_type) for i in agenda] == [
        ("12/31", "Lampeglass", "Jens Skjær", 20, "Vedtak"),
        ("13/31", "Tåkevarsling", "Mona Vind", 20, "Vedtak"),
    ]
