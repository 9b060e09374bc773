"""Minutes whose cases, or whose decisions alone, stand in tables."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.deck_builder import document, page, table

from radsassistent.documents import Box, Slide, Table
from radsassistent.meetings import DecisionStatus, Meeting, understand

ADOPTED, CHANGED, _, POSTPONED = DecisionStatus
FRONT = ("# Referat fra møte i Trollrådet", "Møte fredag 19. juni 2026 kl. 19–21", "Til stede: Ola Fabel, Kari Sagn")


def minutes(*pages: Slide) -> Meeting:
    return understand([document(*pages, name="referat.docx")])


def told(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(made.case, made.text) for made in meeting.decisions]


CASES = table(
    ("Sak", "Drøfting", "Vedtak", "Ansvar / frist"),
    (
        "15-26 Innkalling",
        "Referatet fra 14. april ble lest. En feil i sak 12-26 er rettet.",
        "Innkallingen er godkjent.",
        "–",
    ),
    (
        "16-26 Taket på fyret",
        "Tre tilbud. Forslag fra rådmannen: Rådet tar imot tilbudet fra Hulder AS. Trollet rådet til det laveste.",
        "Rådet tar imot tilbudet fra Nisse AS. Tre stemmer for, en mot.",
        "Kari 1. juni",
    ),
    ("17-26 Spelet", "Rådet ønsket flere troll. Billettsalg fra 10. juni.", "Ikke noe vedtak i denne saken.", "Ola"),
    ("18-26 Nettsted", "Ola viste et utkast.", "Saken utsettes til møtet 25. august.", "Ola"),
    ("19-26 Diverse", "Dugnad lørdag.", None, "Alle"),
)


def test_each_row_of_a_table_of_cases_is_the_case_whose_number_and_title_share_a_cell() -> None:
    meeting = minutes(page(*FRONT, CASES))
    assert told(meeting) == [
        ("15/26", "Innkallingen er godkjent."),
        ("16/26", "Rådet tar imot tilbudet fra Nisse AS. Tre stemmer for, en mot."),
        ("18/26", "Saken utsettes til møtet 25. august."),
    ]
    assert [made.status for made in meeting.decisions] == [ADOPTED, CHANGED, POSTPONED]
    assert {case.number: case.title for case in meeting.cases}["16/26"] == "Taket på fyret"


def test_what_is_proposed_within_the_discussion_of_a_row_is_the_proposal_of_its_case_to_the_end_of_its_sentence() -> (
    None
):
    assert [(each.case, each.text) for each in minutes(page(*FRONT, CASES)).proposals] == [
        ("16/26", "Rådet tar imot tilbudet fra Hulder AS.")
    ]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (("Saksnr", "Tittel", "Vedtak"), ("7/26", "Varden", "Varden bygges.")),
        (("Sak", "Beslutning", "Frist", "Ansvarlig"), ("Sak 7/26: Varden", "Varden bygges.", "1. mai", "Kari")),
        (("Sak", "Styrets vedtak", "Ansvar"), ("PS 7/26 – Varden", "Varden bygges.", "Kari")),
        (("Sak", "Referat", "Avgjerd"), ("7-26 Varden", "Trollet las opp.", "Varden bygges.")),
        (("Vedtak", "Sak"), ("Varden bygges.", "7/26 Varden")),
    ],
)
def test_the_columns_of_a_table_of_cases_are_found_by_their_headings(
    header: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    other = tuple(cell.replace("7/26", "8/26").replace("7-26", "8-26").replace("bygges", "rives") for cell in cells)
    rows = table(header, cells, other)
    assert told(minutes(page(*FRONT, rows))) == [("7/26", "Varden bygges."), ("8/26", "Varden rives.")]


def with_headings(*after: str | Table) -> Meeting:
    return minutes(
        page(
            *FRONT,
            "# 1 Åpning",
            "Kari åpnet.",
            "# 2 Status",
            "Tre fyr er malt.",
            "# 3 Budsjettet for fyrene",
            "Sekretariatets anbefaling: Budsjettet settes til 4 mill. kroner.",
            "# 4 Fase to",
            "Trollet viste kart.",
        ),
        page(*after),
    )


LOG = table(
    ("Punkt", "Beslutning", "Ansvarlig", "Frist"),
    ("2", "Rådet tar statusen til etterretning.", "Kari Sagn", "–"),
    ("3", "Budsjettsaken utsettes til møte 8.", "Ola Fabel", "12.08.26"),
    ("4", "Fase to godkjennes.", "–", "–"),
)


def test_a_log_of_decisions_after_the_cases_is_of_the_cases_that_it_counts() -> None:
    actions = table(
        ("Nr.", "Aksjon", "Hvem", "Når"), ("A-31", "Male fyret", "Kari", "1. mai"), ("2", "Rydde", "Ola", "–")
    )
    meeting = with_headings("# Beslutninger i møtet", LOG, "# Aksjoner", actions)
    assert told(meeting) == [
        ("Punkt 2", "Rådet tar statusen til etterretning."),
        ("Punkt 3", "Budsjettsaken utsettes til møte 8."),
        ("Punkt 4", "Fase to godkjennes."),
    ]
    assert [made.status for made in meeting.decisions] == [ADOPTED, POSTPONED, ADOPTED]


def test_a_log_that_counts_its_decisions_does_not_tell_of_which_cases_they_are() -> None:
    log = table(("Nr.", "Beslutning", "Ansvarlig"), ("1", "Fyret males.", "Kari"), ("2", "Fase to godkjennes.", "Ola"))
    assert [case for case, _ in told(with_headings("# Beslutninger", log))] == [None, None]


def test_a_log_without_numbers_tells_decisions_of_no_case() -> None:
    log = table(
        ("Beslutning", "Ansvarlig", "Frist"), ("Fyret males.", "Kari", "1. mai"), ("Trollet flytter.", "Ola", "–")
    )
    assert told(with_headings("# Beslutninger", log)) == [(None, "Fyret males."), (None, "Trollet flytter.")]


def test_what_was_decided_in_an_earlier_meeting_and_is_followed_up_is_no_decision() -> None:
    rows = (("2", "Fyret males.", "Utført"), ("3", "Trollet flytter.", "Pågår"))
    followed_up = table(("Punkt", "Vedtak", "Status"), *rows)
    assert told(with_headings("# Oppfølging av tidligere vedtak", followed_up)) == []
    dated = table(("Punkt", "Vedtak", "Dato"), ("2", "Fyret males.", "12. mars 2026"), ("3", "Ny sag.", "19.06.2026"))
    assert told(with_headings("# Beslutningslogg", dated)) == [("Punkt 3", "Ny sag.")]


@pytest.mark.parametrize("header", ["Forslag til vedtak", "Vedtak (forslag)", "Foreslått vedtak", "Tidligere vedtak"])
def test_a_column_of_what_is_proposed_or_was_decided_before_decides_nothing(header: str) -> None:
    rows = table(("Sak", "Tittel", header), ("7/26", "Varden", "Varden bygges."), ("8/26", "Tau", "Tauet kjøpes."))
    assert told(minutes(page(*FRONT, rows))) == []


@pytest.mark.parametrize(
    "cell",
    [
        "–",
        "Ingen",
        "Ingen vedtak",
        "Inga avgjerd.",
        "Intet vedtak i saken",
        "Ikke aktuelt",
        "Se sak 8/26",
        "X",
        "Ja",
        "Neste møte er 4. mai.",
    ],
)
def test_a_cell_that_says_that_nothing_was_decided_is_no_decision(cell: str) -> None:
    rows = table(
        ("Sak", "Drøfting", "Vedtak"), ("7/26 Varden", "Rådet ber om kart.", cell), ("8/26 Tau", "–", "Kjøpes.")
    )
    assert told(minutes(page(*FRONT, rows))) == [("8/26", "Kjøpes.")]


def test_a_column_for_the_outcome_or_the_votes_tells_what_became_of_the_decision() -> None:
    rows = table(
        ("Sak", "Forslag til vedtak", "Vedtak", "Votering", "Utfall"),
        ("7/26 Varden", "Varden bygges.", "Varden bygges.", "5 mot 2 stemmer", "Vedtatt"),
        ("8/26 Tau", "Tauet kjøpes.", "Tauet leies.", "Enstemmig", "Endret"),
        ("9/26 Kart", "Kartet trykkes.", "Kart drøftes i august.", "–", "Utsatt"),
    )
    made = minutes(page(*FRONT, rows)).decisions
    assert [(each.status, each.votes) for each in made] == [
        (ADOPTED, "5 mot 2 stemmer"),
        (CHANGED, "Enstemmig"),
        (POSTPONED, None),
    ]
    assert [each.proposal.text for each in made if each.proposal] == [
        "Varden bygges.",
        "Tauet kjøpes.",
        "Kartet trykkes.",
    ]


def test_a_table_of_one_case_has_a_row_for_each_label() -> None:
    first = table(
        ("Sak 7/26", "Varden"),
        ("Saksopplysning", "Rådet ber om kart."),
        ("Forslag til vedtak", "Varden males."),
        ("Vedtak", "Varden bygges."),
        ("Ansvar", "Kari"),
    )
    other = table(
        ("Sak", "8/26 Tau"), ("Drøfting:", "Tau er dyrt."), ("Vedtak:", "Saken utsettes."), ("Frist:", "1. mai")
    )
    meeting = minutes(page(*FRONT, first, other))
    assert told(meeting) == [("7/26", "Varden bygges."), ("8/26", "Saken utsettes.")]
    assert [(each.case, each.text) for each in meeting.proposals] == [("7/26", "Varden males.")]


def test_a_table_under_the_heading_of_a_case_is_of_that_case() -> None:
    beside = table(("Drøfting", "Vedtak", "Ansvar"), ("Trollet viste kart.", "Varden bygges.", "Kari"))
    below = table(("Drøfting", "Tau er dyrt."), ("Vedtak", "Tauet leies."), ("Ansvar", "Ola"))
    meeting = minutes(page(*FRONT, "# Sak 7/26 Varden", beside, "# Sak 8/26 Tau", below))
    assert told(meeting) == [("7/26", "Varden bygges."), ("8/26", "Tauet leies.")]


def test_rows_that_a_merged_cell_reaches_over_are_of_one_case() -> None:
    rows = table(
        ("Sak", "Drøfting", "Vedtak"),
        ("7/26 Varden", "Kart.", "Varden bygges."),
        ("7/26 Varden", "Tak.", "Taket males."),
        ("8/26 Tau", None, None),
        ("", "Pris.", "Tauet leies."),
    )
    assert told(minutes(page(*FRONT, rows))) == [("7/26", "Varden bygges.\nTaket males."), ("8/26", "Tauet leies.")]


def test_a_table_of_cases_goes_on_over_the_page_without_its_headings() -> None:
    first = table(("Sak", "Drøfting", "Vedtak"), ("7/26 Varden", "Kart.", "Varden bygges."))
    rest = table(("8/26 Tau", "Pris.", "Tauet leies."), ("9/26 Kart", "–", "Kartet trykkes."))
    assert told(minutes(page(*FRONT, first), page(rest))) == [
        ("7/26", "Varden bygges."),
        ("8/26", "Tauet leies."),
        ("9/26", "Kartet trykkes."),
    ]


def test_rows_may_be_counted_with_letters() -> None:
    rows = table(
        ("", "Sak", "Beslutning"),
        ("A", "Status. Ola viste kart.", "Rådet tok statusen til orientering."),
        ("B", "Tau", "Punktet flyttes til møte 8."),
    )
    assert told(minutes(page(*FRONT, rows))) == [
        ("Punkt A", "Rådet tok statusen til orientering."),
        ("Punkt B", "Punktet flyttes til møte 8."),
    ]


def test_what_a_cell_of_decisions_labels_as_something_else_is_left_out() -> None:
    rows = table(
        ("Sak", "Vedtak"),
        ("7/26 Varden", "Varden bygges. Ansvar: Kari. Frist: 1. mai."),
        ("8/26 Tau", "Forslag til vedtak: Tauet kjøpes."),
    )
    meeting = minutes(page(*FRONT, rows))
    assert told(meeting) == [("7/26", "Varden bygges.")]


def test_an_additional_sum_is_no_addition_to_what_was_proposed() -> None:
    rows = table(
        ("Sak", "Beslutning"), ("7/26 Varden", "Rådet godkjenner varden med en tilleggsramme på 6 mill. kroner.")
    )
    assert [made.status for made in minutes(page(*FRONT, rows)).decisions] == [ADOPTED]


def test_the_cases_of_a_table_are_listed_where_each_has_a_title() -> None:
    rows = (("7/26 Varden", "Varden bygges."), ("8/26 Tau", "Tauet leies."))
    assert [item.title for item in minutes(page(*FRONT, table(("Sak", "Vedtak"), *rows))).agenda] == ["Varden", "Tau"]
    untitled = ("9/26 Kartet ble vist av trollet.", "Kartet trykkes.")
    assert minutes(page(*FRONT, table(("Sak", "Vedtak"), *rows, untitled))).agenda == ()


def test_the_labels_of_a_case_may_stand_beside_the_cell_with_its_number() -> None:
    before = table(("Sak", "Drøfting", "Vedtak"), ("7/26 Varden", "Kart.", "Varden bygges."))
    rows = table(
        ("Sak 8/26 Tau", "", ""),
        ("8/26", "Drøfting", "Tau er dyrt."),
        ("8/26", "Vedtak", "Tauet leies."),
        ("8/26", "Ansvar", "Kari"),
    )
    meeting = minutes(page(*FRONT, before, rows))
    assert told(meeting) == [("7/26", "Varden bygges."), ("8/26", "Tauet leies.")]
    assert [item.title for item in meeting.agenda] == ["Varden", "Tau"]


@pytest.mark.parametrize(
    "header",
    [
        "Hva ble besluttet",
        "Kva vart vedteke",
        "Vedtatt",
        "Vedtakstekst",
        "Vedtak/beslutning/konklusjon",
        "Vedtak / ansvar",
    ],
)
def test_what_was_decided_has_many_headings(header: str) -> None:
    rows = table(
        ("Sak", "Drøfting", header), ("7/26 Varden", "Kart.", "Varden bygges."), ("8/26 Tau", "–", "Tauet leies.")
    )
    assert told(minutes(page(*FRONT, rows))) == [("7/26", "Varden bygges."), ("8/26", "Tauet leies.")]


def test_the_day_on_which_it_was_decided_is_not_what_was_decided() -> None:
    rows = table(("Sak", "Vedtatt", "Vedtak"), ("7/26 Varden", "19. juni 2026", "Varden bygges."))
    assert told(minutes(page(*FRONT, rows))) == [("7/26", "Varden bygges.")]


def test_the_number_of_a_decision_is_not_that_of_its_case() -> None:
    rows = table(
        ("Vedtaksnr.", "Sak", "Vedtak"),
        ("101/26", "7/26 Varden", "Varden bygges."),
        ("102/26", "8/26 Tau", "Tauet leies."),
    )
    assert [case for case, _ in told(minutes(page(*FRONT, rows)))] == ["7/26", "8/26"]


def test_themes_without_numbers_have_decisions_of_no_case() -> None:
    rows = table(
        ("Tema", "Diskusjon", "Konklusjon", "Ansvar"),
        ("Varden", "Trollet viste kart.", "Varden bygges.", "Kari"),
        ("Tau", "Dyrt.", "Ingen konklusjon", "Ola"),
    )
    assert told(minutes(page(*FRONT, rows))) == [(None, "Varden bygges.")]


def test_what_others_decided_is_no_decision_of_the_meeting() -> None:
    rows = table(("Kommune", "Vedtak"), ("Trollvik", "Fyret selges."), ("Huldernes", "Fyret rives."))
    assert told(minutes(page(*FRONT, rows))) == []


def test_a_row_that_is_called_by_the_word_for_a_case_and_a_count_is_the_case_of_that_year() -> None:
    rows = table(("", "Vedtak"), ("Sak 7 Varden", "Varden bygges."), ("Sak 8 Tau", "Tauet leies."))
    assert told(minutes(page(*FRONT, rows))) == [("7/26", "Varden bygges."), ("8/26", "Tauet leies.")]


def test_rows_of_cases_before_those_of_the_meeting_are_of_earlier_meetings() -> None:
    rows = table(("Sak", "Beslutning"), ("3/26", "Fyret males."), ("7/26", "Varden bygges."), ("9/26", "Kart trykkes."))
    meeting = minutes(page(*FRONT, "# Sak 7/26 Varden", "Kart.", "# Sak 8/26 Tau", "Dyrt.", "# Beslutninger", rows))
    assert told(meeting) == [("7/26", "Varden bygges."), ("9/26", "Kart trykkes.")]


@pytest.mark.parametrize(
    "heading", ["Oppfølgingsliste", "Oppfølging", "Restanser", "Saker fra forrige møte", "Vedtak frå sist"]
)
def test_a_list_of_what_is_left_to_do_decides_nothing(heading: str) -> None:
    rows = table(("Sak", "Vedtak", "Ansvar"), ("7/26", "Fyret males.", "Kari"), ("8/26", "Tauet leies.", "Ola"))
    assert told(minutes(page(*FRONT, f"# {heading}", rows))) == []


def test_each_point_of_a_decision_in_a_cell_is_a_line_of_it() -> None:
    rows = table(("Sak", "Vedtak"), ("7/26 Varden", "1. Varden bygges. 2. Trollet får nøkkelen."))
    assert told(minutes(page(*FRONT, rows))) == [("7/26", "1. Varden bygges.\n2. Trollet får nøkkelen.")]


def test_a_decision_may_be_labelled_within_the_cell_on_its_case() -> None:
    rows = table(
        ("Sak", "Referat", "Ansvar"),
        ("7/26 Varden", "Trollet viste kart. Vedtak: Varden bygges. Enstemmig.", "Kari"),
        ("8/26 Tau", "Beslutning: Tauet leies. Aksjon: Kari ringer.", "Ola"),
        ("9/26 Kart", "Forslag til vedtak: Kartet trykkes.", "Ola"),
    )
    meeting = minutes(page(*FRONT, rows))
    assert told(meeting) == [("7/26", "Varden bygges. Enstemmig."), ("8/26", "Tauet leies.")]
    assert [(each.case, each.text) for each in meeting.proposals] == [("9/26", "Kartet trykkes.")]


def test_what_stands_over_a_table_without_headings_may_say_that_it_tells_decisions() -> None:
    rows = table(("7/26 Varden", "Varden bygges."), ("8/26 Tau", "Tauet leies."), ("9/26 Kart", "–"))
    assert told(minutes(page(*FRONT, "# Beslutninger i møtet", rows))) == [
        ("7/26", "Varden bygges."),
        ("8/26", "Tauet leies."),
    ]


def test_of_a_log_through_several_meetings_only_the_decisions_of_this_day_are_its() -> None:
    header = ("ID", "Dato", "Beslutning", "Besluttet av")
    rows = table(header, ("B-01", "12.03.2026", "Fyret males.", "Kari"), ("B-02", "19.06.2026", "Tauet leies.", "Kari"))
    assert told(minutes(page(*FRONT, "# Beslutningslogg", rows))) == [(None, "Tauet leies.")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Budsjettsaken utsettes til høsten.", POSTPONED),
        ("Varden bygges; årsaken til at tårnet ble utsatt, er vinden.", ADOPTED),
    ],
)
def test_a_case_by_its_own_word_is_put_off_as_any_other_but_a_cause_is_none(text: str, status: DecisionStatus) -> None:
    rows = table(("Sak", "Vedtak"), ("7/26 Varden", text))
    assert [made.status for made in minutes(page(*FRONT, rows)).decisions] == [status]


def test_a_heading_below_a_table_that_goes_on_from_the_page_before_does_not_end_it() -> None:
    first = table(("Sak", "Drøfting", "Vedtak"), ("7/26 Varden", "Kart.", "Varden bygges."))
    rest = table(("8/26 Tau", "Pris.", "Tauet leies."), ("9/26 Kart", "–", "Kartet trykkes."))
    below = page("# Aksjoner", rest)
    heading, goes_on = below.blocks
    lower = replace(heading, box=Box(40, 400, 900, 420))
    meeting = minutes(page(*FRONT, first), replace(below, blocks=(lower, goes_on)))
    assert [case for case, _ in told(meeting)] == ["7/26", "8/26", "9/26"]
