"""Minutes of invented bodies in the layouts that they have: cases on a page, who met, what was proposed and decided."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.deck_builder import document, page, pages, slide, table
from tests.fictional_minutes import ALL, BOKMAL, BOKMAL_DECK, DANISH, NYNORSK, PS, SWEDISH
from tests.pdf_builder import Page, pdf

from radsassistent.documents import BlockKind, Document, read
from radsassistent.meetings import Decision, DecisionStatus, Meeting, Place, Presence, SlideKind, understand

ADOPTED, CHANGED, REJECTED, POSTPONED = DecisionStatus


def minutes(text: str, heading: str = "# Møteprotokoll for Oppdiktrådet 5. mars 2027") -> Meeting:
    return understand([document(*pages(f"{heading}\n{text}"))])


def decided(meeting: Meeting) -> list[tuple[str | None, DecisionStatus, str | None, str]]:
    return [(d.case, d.status, d.votes, d.text) for d in meeting.decisions]


def decision(meeting: Meeting, case: str) -> Decision:
    return next(d for d in meeting.decisions if d.case == case)


def test_nynorsk_minutes_tell_what_was_adopted_changed_and_put_off_with_the_votes() -> None:
    gangveg = (
        "1. Kommunestyret vedtek å byggja gangvegen i 2027.\n2. Utgiftene, 5,1 mill. kroner, vert dekte av fondet."
    )
    assert decided(understand([NYNORSK])) == [
        ("56/27", ADOPTED, "Samrøystes", "Innkallinga og sakslista vert godkjende."),
        ("57/27", CHANGED, "14 mot 10 røyster (H, FRP)", gangveg),
        ("58/27", ADOPTED, "21 mot 3 røyster", "Budsjettet for hamna vert auka med 300 000 kroner."),
        ("59/27", POSTPONED, None, "Saka vert utsett til neste møte."),
    ]


def test_a_changed_decision_keeps_the_proposal_that_it_answers_and_what_members_put_forward() -> None:
    meeting = understand([NYNORSK])
    changed = decision(meeting, "57/27")
    assert changed.proposal is not None
    assert changed.proposal.text.startswith("1. Kommunestyret vedtek å byggja gangvegen i 2028.")
    assert changed.proposal in meeting.proposals
    assert changed.as_proposed is False
    assert [(a.case, a.text.splitlines()[0]) for a in meeting.amendments] == [
        ("57/27", "1. Kommunestyret vedtek å byggja gangvegen i 2027."),
        ("58/27", "Budsjettet for hamna vert ikkje endra."),
    ]


def test_minutes_with_conclusions_turn_the_decks_proposals_into_decisions() -> None:
    meeting = understand([BOKMAL_DECK, BOKMAL])
    assert [(d.case, d.status, d.as_proposed, d.place.slide) for d in meeting.decisions] == [
        ("1/27", ADOPTED, True, 1),
        ("2/27", CHANGED, False, 1),
        ("3/27", ADOPTED, True, 1),
    ]
    answered = [d.proposal for d in meeting.decisions if d.proposal is not None]
    assert [(p.place.sha256, p.place.slide) for p in answered] == [(BOKMAL_DECK.sha256, n) for n in (4, 6, 9)]
    assert decision(meeting, "2/27").text.splitlines()[1].startswith("Fantasirådet ber om en ny vurdering")


def test_a_heading_called_decision_in_a_deck_decides_nothing() -> None:
    meeting = understand([BOKMAL_DECK])
    assert meeting.decisions == ()
    assert len(meeting.proposals) == 3


def test_minutes_with_series_tell_colliding_numbers_apart_and_leave_another_bodys_handling_out() -> None:
    meeting = understand([PS])
    assert [case.number for case in meeting.cases] == ["11/26", "PS 12/26", "13/26", "RS 12/26", "14/26"]
    assert [case.series for case in meeting.cases] == ["PS", "PS", "PS", "RS", "PS"]
    bevilling = "Trollstua gis skjenkebevilling til 30.09.2029, jf. alkoholloven § 1-7."
    assert decided(meeting) == [
        ("11/26", ADOPTED, "Enstemmig", "Protokollen fra 10.02.2026 godkjennes. Enstemmig."),
        ("PS 12/26", ADOPTED, "7 mot 2 stemmer (H)", bevilling),
        ("13/26", POSTPONED, "enstemmig", "Saken sendes tilbake til kommunedirektøren for ny behandling."),
        ("14/26", REJECTED, "4 mot 5 stemmer", "Innstillingen falt med 4 mot 5 stemmer."),
    ]


def test_an_agenda_over_two_pages_is_read_without_archive_numbers() -> None:
    agenda = understand([PS]).agenda
    assert [(item.case, item.title, item.place.slide) for item in agenda] == [
        ("11/26", "Godkjenning av protokoll", 2),
        ("PS 12/26", "Skjenkebevilling for Trollstua", 2),
        ("13/26", "Høring om hulderbruer", 2),
        ("RS 12/26", "Brev fra Statsfabelforvalteren", 3),
        ("14/26", "Forslag om gratis ferge", 3),
    ]


def test_danish_minutes_are_split_by_point() -> None:
    meeting = understand([DANISH])
    assert (meeting.body, meeting.date) == ("Byrådet", date(2027, 3, 6))
    assert [(case.number, case.title) for case in meeting.cases] == [
        ("Punkt 1", "Godkendelse af dagsorden"),
        ("Punkt 2", "Ny drageplads"),
        ("Punkt 3", "Eventuelt"),
    ]
    assert decided(meeting) == [
        ("Punkt 1", ADOPTED, None, "Godkendt."),
        ("Punkt 2", ADOPTED, "For stemte 12, imod stemte 9", "Byrådet vedtog at udskyde pladsen til 2028."),
    ]


def test_swedish_minutes_are_split_by_paragraph_with_the_title_below_the_number() -> None:
    meeting = understand([SWEDISH])
    assert (meeting.date, meeting.venue) == (date(2027, 3, 4), "Sagosalen")
    assert [(case.number, case.title) for case in meeting.cases] == [
        ("§ 188", "Budget för trollparken"),
        ("§ 189", "Cykelväg till älvdalen"),
    ]
    assert [(d.case, d.status, d.text) for d in meeting.decisions] == [
        ("§ 188", ADOPTED, "Kommunstyrelsen beslutar att anta budgeten."),
        ("§ 189", CHANGED, "Kommunstyrelsen avslår motionen."),
    ]


def test_body_day_place_and_times_are_read_from_the_head() -> None:
    meeting = understand([NYNORSK])
    assert (meeting.body, meeting.date) == ("Kommunestyret i Oppdiktvik", date(2027, 4, 14))
    # The head says until 14:30, the minutes that the meeting was over before that.
    assert (meeting.venue, meeting.start, meeting.end) == ("Eventyrsalen, Oppdiktvik rådhus", "10:00", "14:25")
    assert meeting.warnings == ()


def test_who_met_who_did_not_and_who_sat_for_whom_are_read_from_lines() -> None:
    found = [(a.name, a.title, a.organisation, a.presence, a.substitutes_for) for a in understand([NYNORSK]).attendance]
    assert found == [
        ("Astrid Oppdiktnes", "ordførar", "AP", Presence.PRESENT, None),
        ("Bjarne Fabelheim", None, "H", Presence.PRESENT, None),
        ("Cecilie Eventyrvik", None, "SP", Presence.PRESENT, None),
        ("Dagny Sagnfjord", None, "V", Presence.ABSENT, None),
        ("Einar Trollhaug", None, "SV", Presence.ABSENT, None),
        ("Frida Huldrebakk", None, "V", Presence.SUBSTITUTE, "Dagny Sagnfjord"),
        ("Gunnar Ramsvik", "kommunedirektør", "administrasjonen", Presence.PRESENT, None),
    ]


def test_who_met_is_read_from_tables_with_roles() -> None:
    found = [(a.name, a.title, a.organisation, a.presence, a.substitutes_for) for a in understand([PS]).attendance]
    assert found == [
        ("Astrid Oppdiktnes", "Leder", "AP", Presence.PRESENT, None),
        ("Bjarne Fabelheim", "Nestleder", "H", Presence.PRESENT, None),
        ("Cecilie Eventyrvik", "MEDL", "SP", Presence.ABSENT, None),
        ("Dagny Sagnfjord", None, "SP", Presence.SUBSTITUTE, "Cecilie Eventyrvik"),
        ("Gunnar Ramsvik", "Kommunedirektør", None, Presence.PRESENT, None),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Til stede: Kari Fabel, Ola Sagn og Liv Eventyr",
            [("Kari Fabel", None, "present"), ("Ola Sagn", None, "present"), ("Liv Eventyr", None, "present")],
        ),
        ("Til stede: Kari Fabel (H), Ola Sagn (V).", [("Kari Fabel", "H", "present"), ("Ola Sagn", "V", "present")]),
        ("Til stede: Kari B. (H), Ola Sagn (V)", [("Kari B.", "H", "present"), ("Ola Sagn", "V", "present")]),
        ("Til stede: Kari Fabel. – Oppdiktetaten", [("Kari Fabel", "Oppdiktetaten", "present")]),
        ("Forfall: Ingen", []),
        ("Frafall: Kari Fabel", [("Kari Fabel", None, "absent")]),
        ("Meldt forfall: Kari Fabel (H); Ola Sagn (V)", [("Kari Fabel", "H", "absent"), ("Ola Sagn", "V", "absent")]),
        ("Varamedlem som møtte: Ola Sagn møtte for Kari Fabel", [("Ola Sagn", None, "substitute")]),
        ("Andre: seniorrådgiver Kari Fabel, Oppdiktetaten", [("Kari Fabel", "Oppdiktetaten", "present")]),
        ("Fra sekretariatet: Kari Fabel (referent)", [("Kari Fabel", "sekretariatet", "present")]),
        ("Til stede: Kari Fabel pva. Ola Sagn, Oppdiktetaten", [("Kari Fabel", "Oppdiktetaten", "substitute")]),
    ],
)
def test_a_line_of_names_is_read_as_its_people(line: str, found: list[tuple[str, str | None, str]]) -> None:
    meeting = minutes(line)
    assert [(a.name, a.organisation, a.presence.value) for a in meeting.attendance] == found


def test_rows_of_a_table_that_have_run_together_are_read_as_people() -> None:
    meeting = minutes(
        "Til stede:\nNavn Funksjon Representerer\nKari Fabel Leder AP\n"
        "Frafall:\nOla Sagn MEDL H\nMøtt for:\nLiv Eventyr for Ola Sagn (H)"
    )
    assert [(a.name, a.title, a.organisation, a.presence, a.substitutes_for) for a in meeting.attendance] == [
        ("Kari Fabel", "Leder", "AP", Presence.PRESENT, None),
        ("Ola Sagn", "MEDL", "H", Presence.ABSENT, None),
        ("Liv Eventyr", None, "H", Presence.SUBSTITUTE, "Ola Sagn"),
    ]


def test_a_decision_to_recommend_something_is_adopted_when_the_recommendation_was_proposed() -> None:
    meeting = minutes(
        "# Sak 3/27 Drage\n# Innstilling:\nTinget kjøper en drage.\n# Vedtak (med 4 mot 1 stemmer):\n"
        "Oppdiktrådet avgir slik innstilling til tinget:\nTinget kjøper en drage."
    )
    said = "Oppdiktrådet avgir slik innstilling til tinget:\nTinget kjøper en drage."
    assert decided(meeting) == [("3/27", ADOPTED, "4 mot 1 stemmer", said)]


def test_a_block_belongs_to_the_case_that_begins_above_it_on_the_page() -> None:
    meeting = understand([NYNORSK])
    blocks = NYNORSK.slides[1].blocks
    case_of = {b.text: meeting.case_of(Place(NYNORSK.sha256, 2), number) for number, b in enumerate(blocks)}
    assert case_of["Samrøystes vedteke:"] == "56/27"
    assert case_of["Fellesforslag frå AP og SP:"] == "57/27"
    assert case_of["Budsjettet for hamna vert auka med 300 000 kroner."] == "58/27"
    # The case goes on over the page, and the signatures are of no case.
    assert meeting.case_of(Place(NYNORSK.sha256, 3), 0) == "58/27"
    assert meeting.case_of(Place(NYNORSK.sha256, 3), len(NYNORSK.slides[2].blocks) - 1) is None
    assert meeting.case_of(Place(NYNORSK.sha256, 1), 0) is None


def test_a_page_is_of_the_case_with_most_on_it_and_says_what_tells() -> None:
    pages_found = understand([NYNORSK]).slides
    assert [(p.case, p.kind) for p in pages_found] == [
        (None, SlideKind.TITLE),
        ("57/27", SlideKind.DECISION),
        ("58/27", SlideKind.DECISION),
    ]
    assert pages_found[1].evidence == "overskriften «57/27 Ny gangveg til naustet»"
    assert all(p.evidence for p in pages_found)


@pytest.mark.parametrize(
    ("text", "status", "votes", "said"),
    [
        ("# Vedtak:\nVedtak som innstilling.", ADOPTED, None, "Rådet kjøper en drage."),
        ("# Vedtak:\nRådet kjøper en drage.", ADOPTED, None, "Rådet kjøper en drage."),
        ("# Votering:\nInnstillingen enstemmig vedtatt.", ADOPTED, "enstemmig", "Rådet kjøper en drage."),
        (
            "# Votering:\nInnstillingen ble vedtatt med 7 mot 2 stemmer.",
            ADOPTED,
            "7 mot 2 stemmer",
            "Rådet kjøper en drage.",
        ),
        ("Enstemmig vedtatt som innstillingen.", ADOPTED, "Enstemmig", "Rådet kjøper en drage."),
        ("Samrøystes vedteke:\nRådet kjøper en drage.", ADOPTED, "Samrøystes", "Rådet kjøper en drage."),
        ("# Vedtak\nRådet kjøper to drager.\nEnstemmig vedtatt.", CHANGED, "Enstemmig", "Rådet kjøper to drager."),
        (
            "Vedtak: Rådet kjøper to drager.\nVedtaket ble fattet mot 3 stemmer (V).",
            CHANGED,
            "mot 3 stemmer (V)",
            "Rådet kjøper to drager.",
        ),
        (
            "Rådet vedtok med 5 mot 1 stemme (Sagn):\nRådet kjøper to drager.",
            CHANGED,
            "5 mot 1 stemme (Sagn)",
            "Rådet kjøper to drager.",
        ),
        ("Styret vedtok samrøystes:\nRådet kjøper en drage.", ADOPTED, "samrøystes", "Rådet kjøper en drage."),
        ("Rådet fattet følgende vedtak:\nRådet kjøper ingen drage.", CHANGED, None, "Rådet kjøper ingen drage."),
        ("# Vedtak\nSaken utsettes.", POSTPONED, None, "Saken utsettes."),
        (
            "# Konklusjon\nSaka vert send tilbake til administrasjonen.",
            POSTPONED,
            None,
            "Saka vert send tilbake til administrasjonen.",
        ),
        ("# Vedtak\nRådet vedtar å utsette saken til mai.", POSTPONED, None, "Rådet vedtar å utsette saken til mai."),
        (
            "# Votering\nInnstillingen falt med 2 mot 7 stemmer.",
            REJECTED,
            "2 mot 7 stemmer",
            "Innstillingen falt med 2 mot 7 stemmer.",
        ),
        (
            "# Vedtak\nRådet kjøper en drage. Enstemmig vedtatt.",
            ADOPTED,
            "Enstemmig",
            "Rådet kjøper en drage. Enstemmig vedtatt.",
        ),
        ("Vedtak: Rådet vedtok saken i tråd med innstillingen.", ADOPTED, None, "Rådet kjøper en drage."),
        (
            "Vedtak: Innstillingen ble vedtatt med følgende tillegg: Dragen skal hete Ask.",
            CHANGED,
            None,
            "Innstillingen ble vedtatt med følgende tillegg: Dragen skal hete Ask.",
        ),
        ("# Beslutning\nFraværende: Kari Fabel\nRådet kjøper en drage.", ADOPTED, None, "Rådet kjøper en drage."),
        ("Oppdiktrådets innstilling til tinget:\nTinget kjøper en drage.", CHANGED, None, "Tinget kjøper en drage."),
        ("# Beslutning\nForslaget avvises.", REJECTED, None, "Forslaget avvises."),
    ],
)
def test_what_became_of_a_proposal(text: str, status: DecisionStatus, votes: str | None, said: str) -> None:
    meeting = minutes(f"# Sak 3/27 Drage\n# Innstilling:\nRådet kjøper en drage.\n{text}")
    assert decided(meeting) == [("3/27", status, votes, said)]
    assert [p.text for p in meeting.proposals] == ["Rådet kjøper en drage."]


@pytest.mark.parametrize(
    "label",
    [
        "Forslag til vedtak:",
        "Rådmannens innstilling:",
        "Kommunedirektøren si tilråding:",
        "Administrasjonens forslag til vedtak:",
        "Tilråding frå formannskapet:",
        "Rådmannen tilrår:",
        "Forslag til konklusjon:",
        "Revidert forslag til vedtak:",
        "Rådmannen sitt framlegg til vedtak:",
        "Kommunedirektøren tilrår kommunestyret å gjera slikt vedtak:",
        "Förslag till beslut:",
    ],
)
def test_what_is_put_to_the_meeting_is_a_proposal_however_it_is_called(label: str) -> None:
    meeting = minutes(f"# Sak 3/27 Drage\n{label}\nRådet kjøper en drage.\nBehandling:\nDet ble diskutert.")
    assert [(p.case, p.text, p.updated) for p in meeting.proposals] == [
        ("3/27", "Rådet kjøper en drage.", label.startswith("Revidert"))
    ]
    assert meeting.decisions == ()


@pytest.mark.parametrize(
    "label",
    [
        "Fellesforslag fra AP og SP:",
        "Endringsforslag fra Kari Fabel (H):",
        "Ola Sagn (V) fremmet følgende forslag:",
        "Alternativt forslag:",
        "Forslag frå SV:",
        "Tilleggsforslag 2:",
        "Utsettelsesforslag fra MDG:",
        "Kari Fabel sette fram slikt framlegg:",
    ],
)
def test_what_a_member_put_forward_and_lost_becomes_neither_proposal_nor_decision(label: str) -> None:
    meeting = minutes(
        f"# Sak 3/27 Drage\n# Innstilling:\nRådet kjøper en drage.\n# Behandling:\n{label}\nRådet kjøper et troll.\n"
        "# Votering:\nForslaget fra SV falt med 2 mot 7 stemmer. Innstillingen ble vedtatt med 7 mot 2 stemmer.\n"
        "# Vedtak:\nRådet kjøper en drage."
    )
    assert [p.text for p in meeting.proposals] == ["Rådet kjøper en drage."]
    assert [a.text for a in meeting.amendments] == ["Rådet kjøper et troll."]
    assert decided(meeting) == [("3/27", ADOPTED, "7 mot 2 stemmer", "Rådet kjøper en drage.")]


def test_a_decision_to_put_off_something_else_than_the_case_is_no_postponement() -> None:
    meeting = minutes("# Sak 3/27 Drage\n# Vedtak:\nRådet ber om at innkjøpet utsettes til 2029.")
    assert decided(meeting)[0][1] is ADOPTED


def test_an_election_of_the_one_proposed_is_as_proposed() -> None:
    meeting = minutes("# Sak 3/27 Valg av nestleder\nForslag: Ola Sagn\nVedtak: Ola Sagn ble valgt enstemmig.")
    assert decided(meeting) == [("3/27", ADOPTED, "enstemmig", "Ola Sagn ble valgt enstemmig.")]


def test_minutes_set_without_any_type_for_headings_are_read_by_their_words() -> None:
    meeting = understand(
        [
            document(
                *pages(
                    """
                    OPPDIKT KOMMUNE
                    MØTEBOK
                    Formannskapet
                    Møtedato: 02.06.2026 Møtestad: Tinghuset Tid: 13.00
                    Saksliste
                    FS 32/26 Økonomiplan
                    FS 33/26 Søknad om skjenkeløyve
                    FS 32/26 ØKONOMIPLAN
                    Rådmannen si tilråding
                    Kommunestyret vedtek økonomiplanen.
                    Handsaming i møtet
                    Framlegg frå Cecilie Eik (H):
                    Eigedomsskatten vert fjerna.
                    Røysting
                    Framlegget frå Høgre fekk 1 røyst og fall.
                    Rådmannen si tilråding vart vedteken med 4 mot 1 røyst.
                    Formannskapet si tilråding til kommunestyret
                    Kommunestyret vedtek økonomiplanen.
                    FS 33/26 SØKNAD OM SKJENKELØYVE
                    Rådmannen rår til at søknaden vert avslått.
                    Vedtak
                    Saka vart trekt frå sakslista.
                    Møtet slutt kl. 15.10
                    """
                )
            )
        ]
    )
    assert (meeting.body, meeting.venue, meeting.start, meeting.end) == ("Formannskapet", "Tinghuset", "13:00", "15:10")
    assert decided(meeting) == [
        ("32/26", ADOPTED, "4 mot 1 røyst", "Kommunestyret vedtek økonomiplanen."),
        ("33/26", POSTPONED, None, "Saka vart trekt frå sakslista."),
    ]
    assert [p.text for p in meeting.proposals][1] == "Rådmannen rår til at søknaden vert avslått."


def test_lines_that_stand_as_close_as_those_of_a_paragraph_are_parted_by_their_words(tmp_path: Path) -> None:
    """As a PDF with its lines under each other: the reader takes those that no heading parts for one paragraph."""
    printed = []
    for made in NYNORSK.slides:
        sheet, y = Page(595, 842), 60.0
        for block in made.blocks:
            heading = block.kind is BlockKind.HEADING
            sheet.text(block.text, 60, y := y + (24 if heading else 14), 13 if heading else 11, bold=heading)
        printed.append(sheet)
    path = tmp_path / "protokoll.pdf"
    path.write_bytes(pdf(*printed))
    meeting, wanted = understand([read(path)]), understand([NYNORSK])
    assert (meeting.body, meeting.date, meeting.venue) == (wanted.body, wanted.date, wanted.venue)
    assert (meeting.start, meeting.end) == (wanted.start, wanted.end)
    assert [(i.case, i.title) for i in meeting.agenda] == [(i.case, i.title) for i in wanted.agenda]
    assert [(d.case, d.status, d.votes, d.text.split()) for d in meeting.decisions] == [
        (d.case, d.status, d.votes, d.text.split()) for d in wanted.decisions
    ]
    assert [(a.name, a.organisation, a.presence) for a in meeting.attendance] == [
        (a.name, a.organisation, a.presence) for a in wanted.attendance
    ]
    places = [Place(meeting.slides[2].place.sha256, 3)]
    assert [meeting.case_of(place, number) for place in places for number in (0, 5)] == ["58/27", "58/27"]


@pytest.mark.parametrize("heading", ["Konklusjon", "Beslutning / konklusjon", "Vedtak og konklusjon"])
def test_minutes_set_as_a_table_have_a_decision_in_each_row(heading: str) -> None:
    rows = table(
        ("Sak", "Tema", heading, "Ansvarlig"),
        ("1/26", "Referat", "Godkjent", "Kari Fabel"),
        ("2/26", "Ny plan", "Fagrådet slutter seg til planen. Enstemmig.", "Ola Sagn"),
        ("3/26", "Eventuelt", None, None),
    )
    meeting = understand([document(page("# Referat fra møte i Fagrådet 3. juni 2026", rows))])
    assert decided(meeting) == [
        ("1/26", ADOPTED, None, "Godkjent"),
        ("2/26", ADOPTED, "Enstemmig", "Fagrådet slutter seg til planen. Enstemmig."),
    ]


def test_a_row_of_minutes_in_a_table_is_of_the_case_that_its_title_or_its_count_tells() -> None:
    rows = table(
        ("Nr.", "Tema", "Konklusjon"),
        ("1", "Ny varde. Ugla viste kart.", "Varden bygges."),
        ("2", "Eventuelt", "Ugla synger."),
    )
    minutes_of_it = document(page("# Referat fra møte i Fagrådet 3. juni 2026", rows))
    assert [(made.case, made.text) for made in understand([minutes_of_it]).decisions] == [
        ("Punkt 1", "Varden bygges."),
        ("Punkt 2", "Ugla synger."),
    ]
    deck = document(
        slide("Fagrådet", "Møte 3. juni 2026"), slide("Saksliste", "Sak 7/26 Ny varde", "Sak 8/26 Kart", "Sak 9/26 Tau")
    )
    assert [(made.case, made.text) for made in understand([deck, minutes_of_it]).decisions] == [
        ("7/26", "Varden bygges.")
    ]


def test_a_counted_table_of_results_decides_nothing() -> None:
    rows = table(("Nr.", "Måling", "Resultat"), ("1", "Varden", "4 meter"), ("2", "Tauet", "9 meter"))
    assert understand([document(page("# Referat fra møte i Fagrådet 3. juni 2026", rows))]).decisions == ()


def test_the_board_of_a_health_authority_decides_under_numbers_with_a_dash() -> None:
    meeting = minutes(
        """
        Møtedato: Torsdag 5. mars 2026 kl. 09:00 – 15:45
        # Tilstede
        Kari Oppdiktnes Styreleder
        # Fra administrasjonen
        Administrerende direktør Liv Eventyrvik
        # Saker som ble behandlet
        # Sak 016-2026 Godkjenning av innkalling
        Kommentarer i møtet
        Ingen.
        Styrets enstemmige vedtak:
        Innkalling og saksliste godkjennes.
        # Sak 017-2026 Virksomhetsrapport
        Styret ba om mer om bemanning.
        Styrets
        enstemmige
        vedtak
        1. Styret tar rapporten til etterretning.
        """,
        "# Protokoll fra styremøte i Oppdiktet HF",
    )
    assert (meeting.body, meeting.date, meeting.end) == ("Styret i Oppdiktet HF", date(2026, 3, 5), "15:45")
    assert decided(meeting) == [
        ("16/26", ADOPTED, "enstemmige", "Innkalling og saksliste godkjennes."),
        ("17/26", ADOPTED, "enstemmige", "1. Styret tar rapporten til etterretning."),
    ]
    assert [(a.name, a.title) for a in meeting.attendance] == [
        ("Kari Oppdiktnes", "Styreleder"),
        ("Liv Eventyrvik", "Administrerende direktør"),
    ]


def test_a_decision_ends_where_the_next_label_begins() -> None:
    meeting = minutes("# Sak 3/27 Drage\n# Vedtak:\nRådet kjøper en drage.\nOppfølging: Sekretariatet\nFrist: 1. mai")
    assert decided(meeting)[0][3] == "Rådet kjøper en drage."


def test_a_decision_goes_on_over_the_page_without_the_running_header() -> None:
    header = "Oppdiktrådet – møteprotokoll 05.03.2027"
    made = document(
        page(
            header, "# Møteprotokoll", "Møtedato: 05.03.2027", "# Sak 3/27 Drage", "# Vedtak:", "Rådet kjøper en drage."
        ),
        page(header, "Rådet ber om en hule til den.", "# Sak 4/27 Troll"),
        page(header, "# Vedtak:", "Rådet takker trollet."),
        page(header, "# Sak 5/27 Hulder", "Ingen merknader."),
    )
    assert [(d.case, d.text) for d in understand([made]).decisions][:2] == [
        ("3/27", "Rådet kjøper en drage.\nRådet ber om en hule til den."),
        ("4/27", "Rådet takker trollet."),
    ]


def test_an_updated_proposal_of_a_deck_is_the_one_that_the_minutes_answer() -> None:
    deck = document(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Sak 3/27: Drage"),
        slide("Oppdatert forslag til vedtak", "Oppdiktrådet kjøper en liten drage."),
        slide("Forslag til vedtak", "Oppdiktrådet kjøper en drage."),
    )
    said = document(*pages("# Referat fra møte i Oppdiktrådet 5. mars 2027\n# Sak 3/27 Drage\nVedtak: Som foreslått."))
    (found,) = understand([deck, said]).decisions
    assert (found.text, found.status) == ("Oppdiktrådet kjøper en liten drage.", ADOPTED)
    assert found.proposal is not None and found.proposal.place == Place(deck.sha256, 3)


def test_a_case_paper_proposes_and_decides_nothing() -> None:
    paper = document(
        *pages(
            """
            # Saksframlegg
            Utvalg: Levekårsutvalget
            Møtedato: 12.05.2027
            Saksnr.: 12/27
            Arkivsak: 2027/123
            # Sak 12/27 Ny svømmehall for nøkken
            # Forslag til vedtak
            Levekårsutvalget anbefaler svømmehall.
            # Tidligere vedtak
            Vedtak: Nei til hall.
            """
        )
    )
    meeting = understand([paper])
    assert [(p.case, p.text) for p in meeting.proposals] == [("12/27", "Levekårsutvalget anbefaler svømmehall.")]
    assert meeting.decisions == ()
    assert [(case.number, case.title) for case in meeting.cases] == [("12/27", "Ny svømmehall for nøkken")]


@pytest.mark.parametrize("made", ALL, ids=lambda made: made.name)
def test_every_page_of_every_layout_has_a_kind_and_evidence(made: Document) -> None:
    meeting = understand([made])
    assert [p.place.slide for p in meeting.slides] == [s.number for s in made.slides]
    assert all(p.evidence for p in meeting.slides)
    assert meeting.body != "Ukjent organ" and meeting.date is not None


def test_two_hundred_pages_of_minutes_are_understood_within_a_second() -> None:
    slides = [
        replace(s, blocks=tuple(replace(b, text=b.text.replace("/27", f"/{n % 90 + 10}")) for b in s.blocks))
        for n in range(67)
        for s in NYNORSK.slides
    ]
    made = document(*slides)
    started = time.process_time()
    meeting = understand([made])
    # Twice the wanted time, as the machine may be busy with other things.
    assert time.process_time() - started < 2.0
    assert len(meeting.slides) == 201
    assert len(meeting.decisions) > 200


_WORDS = st.sampled_from(
    "# Vedtak:|# Innstilling|# Sak 3/27 Troll|Sak 3/27|§ 12|Punkt 4|Forfall:|Til stede:|Kari Fabel|enstemmig|"
    "falt med 2 mot 7 stemmer.|"
    "Dato: 31.02.2027|Saksliste|12/27 Drage|(|)|:|v/|Fellesforslag fra|, |0/00|Møtet hevet kl. 25.99|Saken utsettes.".split(
        "|"
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_WORDS | st.text(max_size=20), max_size=6).map(" ".join), max_size=25))
def test_whatever_minutes_say_every_page_is_accounted_for(texts: list[str]) -> None:
    made = document(page("# Møteprotokoll", *texts), page(*texts))
    meeting = understand([made])
    assert len(meeting.slides) == 2
    for number, shown in enumerate(made.slides, start=1):
        for block in range(len(shown.blocks)):
            meeting.case_of(Place(made.sha256, number), block)


def test_minutes_without_a_list_of_cases_have_the_items_that_they_go_through() -> None:
    meeting = minutes("Sak 4/27 Havneplan\nVedtak:\nHavneplanen godkjennes.\nSak 5/27 Eventuelt\nIngen saker.")
    assert [(item.case, item.title, item.place.slide) for item in meeting.agenda] == [
        ("4/27", "Havneplan", 1),
        ("5/27", "Eventuelt", 1),
    ]


def test_the_board_of_an_enterprise_is_called_by_the_whole_name_of_the_enterprise() -> None:
    meeting = minutes("Sak 4/27 Drift", heading="# Protokoll fra styremøte i Oppdikt sykehus HF 5. mars 2027")
    assert meeting.body == "Styret i Oppdikt sykehus HF"


def test_a_substitute_in_a_row_that_has_run_together_is_told_from_the_one_who_was_away() -> None:
    meeting = minutes(
        "Forfall:\nAnne Vik Medlem SV\nFølgende varamedlemmer møtte:\nNavn Møtte for Representerer\nTor Lien Anne Vik SV\n"
        "Sak 4/27 Drift\nVedtak:\nTatt til orientering."
    )
    assert [(a.name, a.presence, a.substitutes_for) for a in meeting.attendance] == [
        ("Anne Vik", Presence.ABSENT, None),
        ("Tor Lien", Presence.SUBSTITUTE, "Anne Vik"),
    ]


def test_votes_are_told_without_the_quotation_before_them() -> None:
    meeting = minutes(
        "Sak 4/27 Skule\nTilråding:\nSkulen blir lagd ned.\nHandsaming:\n"
        'Nes sette fram slikt framlegg: "Skulen blir vidareført." Ved røysting fekk framlegget frå Nes 14 røyster og '
        "tilrådinga 10 røyster.\nVedtak:\nSkulen blir vidareført."
    )
    assert (
        decision(meeting, "4/27").votes == "Ved røysting fekk framlegget frå Nes 14 røyster og tilrådinga 10 røyster."
    )


def test_a_decision_of_two_words_is_no_label() -> None:
    meeting = minutes("Sak 4/27 Upphandling\nBeslut\nÄrendet återremitteras.")
    assert decided(meeting) == [("4/27", POSTPONED, None, "Ärendet återremitteras.")]


BOLD_DECISIONS = (
    "# Referat fra møte i Oppdiktrådet",
    "Dato: 18. mars 2031",
    "# Sak 2/31 Nye båter",
    "Oppdiktet Person la fram saken.",
    "Vedtak:",
    "# Rådet tilrår alternativ B.",
    "# Kostnadene fordeles likt.",
    "Vedtaket var enstemmig og likt forslaget.",
    "# Sak 3/31 Nye brygger",
    "Vedtak:",
    "# Saken utsettes til møtet 10. juni 2031.",
    "# Sekretariatet innhenter en vurdering.",
    "# Sak 4/31 Ny kai",
    "Vedtak:",
    "# Forslaget ble avvist med 7 mot 3 stemmer.",
    "# Oppdiktet havn bes legge fram et nytt budsjett.",
    "Oppdiktet Leder stemte for forslaget.",
)


def test_decisions_set_in_bold_are_whole_and_what_was_turned_down_is_not_adopted() -> None:
    deck = document(
        slide("Møte i Oppdiktrådet 18. mars 2031"),
        slide("Sak 2/31 Nye båter"),
        slide("Forslag til vedtak i sak 2/31", "• Rådet tilrår alternativ B.", "• Kostnadene fordeles likt."),
        slide("Sak 4/31 Ny kai"),
        slide("Forslag til vedtak i sak 4/31", "• Rådet tilrår en ramme på 34 mill. kroner."),
        name="lysbilder.pdf",
    )
    minutes = document(page(*BOLD_DECISIONS), name="referat.pdf")
    told = {decision.case: decision for decision in understand([deck, minutes]).decisions}
    assert (told["2/31"].text, told["2/31"].status) == (
        "Rådet tilrår alternativ B.\nKostnadene fordeles likt.",
        DecisionStatus.ADOPTED,
    )
    assert told["3/31"].status is DecisionStatus.POSTPONED
    assert told["4/31"].status is DecisionStatus.REJECTED
    assert "34 mill" not in told["4/31"].text
    assert told["4/31"].votes == "7 mot 3 stemmer"


def test_a_decision_of_several_points_is_not_turned_down_by_one_of_them() -> None:
    deck = document(
        slide("Møte i Oppdiktrådet 18. mars 2031"),
        slide("Sak 5/31 Tilskudd"),
        slide("Forslag til vedtak i sak 5/31", "Tilskuddene fordeles som vist."),
        name="lysbilder.pdf",
    )
    lines = (
        "# Referat fra møte i Oppdiktrådet",
        "Dato: 18. mars 2031",
        "# Sak 5/31 Tilskudd",
        "Vedtak, 7 mot 2 stemmer:",
        "• 1. Innstillingen ble vedtatt med én endring: Fjellfesten får 10 kroner.",
        "• 2. Forslaget om en pott for båter falt med 8 mot 1 stemme.",
    )
    (told,) = understand([deck, document(page(*lines), name="referat.pdf")]).decisions
    assert (told.status, told.votes) == (DecisionStatus.CHANGED, "7 mot 2 stemmer")


def test_a_members_proposal_that_won_over_the_administrations_is_told_with_who_voted_left_out() -> None:
    lines = (
        "# Referat frå møte i Oppdiktrådet",
        "Dato: 18. mars 2031",
        "# Sak 6/31 Høyring",
        "Vedtak: Framlegget frå administrasjonen fall med 3 mot 4 røyster. Framlegget frå Berg vart vedteke med 4 mot 3 røyster.",
        "• For Berg sitt framlegg: Berg, Lien, Vik og Moe.",
        "• Imot: Dal, Haug og Li.",
    )
    (told,) = understand([document(page(*lines), name="referat.pdf")]).decisions
    assert told.status is DecisionStatus.REJECTED
    assert "Berg vart vedteke" in told.text
    assert "Lien" not in told.text


def test_the_day_of_minutes_is_the_one_above_the_cases_not_that_of_the_next_meeting() -> None:
    lines = (
        "# Referat: Oppdiktrådet",
        "Torsdag 18. mars 2031 kl. 09.30–14.40, Gamle Tollbod",
        "# Sak 6/31 Høyring",
        "Vedtak: Saken utsettes til møtet 17. september 2031.",
        "# Eventuelt",
        "Neste møte i Oppdiktrådet er møtet 17. september 2031.",
    )
    assert understand([document(page(*lines), name="referat.pdf")]).date == date(2031, 3, 18)


def test_what_a_body_recommends_to_another_after_its_votes_is_what_it_decided() -> None:
    meeting = minutes(
        "# Sak 4/27 Kai på Storvær\nBerit Voll la fram saken.\nTilbakesendingsforslag fra Lokallista: Saken sendes tilbake.\n"
        "Votering: Forslaget fra Lokallista fikk 2 stemmer mot 7 og falt. Tilrådingen ble vedtatt med 7 mot 2 stemmer.\n"
        "# Innstilling til kommunestyret: Kaia bygges i 2028, slik havnesjefen foreslo.\n"
    )
    made = decision(meeting, "4/27")
    assert (made.text, made.votes) == ("Kaia bygges i 2028, slik havnesjefen foreslo.", "7 mot 2 stemmer")
    assert not meeting.proposals
    assert [a.text for a in meeting.amendments] == ["Saken sendes tilbake."]


@pytest.mark.parametrize(
    ("label", "status"),
    [("Vedtak (som foreslått, enstemmig):", ADOPTED), ("Vedtak (endret, enstemmig):", CHANGED)],
)
def test_a_decisions_label_says_whether_the_proposal_was_followed(label: str, status: DecisionStatus) -> None:
    meeting = minutes(
        f"# Sak 4/27 Kai på Storvær\nForslag til vedtak:\nKaia bygges i 2028 av kommunen.\n{label}\nKaia bygges i 2028."
    )
    made = decision(meeting, "4/27")
    assert (made.status, made.votes, made.text) == (status, "enstemmig", "Kaia bygges i 2028.")


def test_a_decision_that_follows_the_proposal_but_for_one_thing_is_changed() -> None:
    meeting = minutes(
        "# Sak 4/27 Kai på Storvær\nForslag til vedtak:\nKaia bygges i 2028.\n"
        "Vedtak: Kaia bygges som foreslått, men først i 2029. Den males rød."
    )
    assert decision(meeting, "4/27").status is CHANGED


def test_of_several_votes_in_a_case_each_is_told_with_what_was_voted_on() -> None:
    meeting = minutes(
        "# Sak 4/27 Kai på Storvær\nVotering: Punkt 1 ble enstemmig vedtatt. Forslaget fra Voll fikk åtte stemmer mot tre.\n"
        "Vedtak: Kaia bygges i 2028. Den males rød."
    )
    assert (
        decision(meeting, "4/27").votes
        == "Punkt 1 ble enstemmig vedtatt. Forslaget fra Voll fikk åtte stemmer mot tre."
    )


def test_the_votes_by_which_a_proposal_fell_are_those_of_the_decision_that_says_so() -> None:
    meeting = minutes(
        "# Sak 4/27 Kai på Storvær\nForslag til vedtak:\nKaia bygges i 2028.\n"
        "Votering: Forslaget om kai fikk 5 stemmer mot 9 og falt.\nVedtak: Forslaget er forkastet."
    )
    made = decision(meeting, "4/27")
    assert (made.status, made.votes) == (REJECTED, "5 stemmer mot 9")


def test_a_paragraph_after_the_points_of_a_decision_does_not_belong_to_it() -> None:
    meeting = minutes(
        "# Sak 4/27 Kai på Storvær\n# Vedtak\n• Kaia bygges i 2028.\n• Den males rød.\nTil slutt: Voll takket for laget.\n"
    )
    assert decision(meeting, "4/27").text == "Kaia bygges i 2028.\nDen males rød."


def test_votes_told_in_a_sentence_after_the_points_of_a_decision_are_its_votes() -> None:
    meeting = minutes(
        """
        # Sak 3/27 Nattergaler
        # Vedtak:
        1. Rådet fraråder flere nattergaler.
        2. De som er her, telles.
        Vedtatt med 7 mot 4 stemmer. Mindretallet besto av Fabelvik, Kvikkmyr, Huldermo og Sagn.
        # Sak 4/27 Ugler
        Vedtak: Midlene fordeles likt.
        Vedtatt med 8 mot 0 stemmer. Uglene skal telles innen 1. mai 2027.
        """
    )
    assert [(d.case, d.votes) for d in meeting.decisions] == [
        ("3/27", "7 mot 4 stemmer"),
        ("4/27", "8 mot 0 stemmer"),
    ]


def test_a_last_sentence_that_says_that_it_is_what_was_proposed_is_no_part_of_the_decision() -> None:
    deck = document(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Sak 3/27: Møteplan", "Forslag til vedtak:", "Møteplanen godkjennes."),
        name="deck.pdf",
    )
    told = "Votering: Enstemmig.\nVedtak: Møteplanen godkjennes. Sakens forslag ble vedtatt uendret."
    protocol = document(*pages(f"# Møteprotokoll for Oppdiktrådet 5. mars 2027\n# Sak 3/27 Møteplan\n{told}"))
    made = decision(understand([deck, protocol]), "3/27")
    assert (made.text, made.status, made.as_proposed) == ("Møteplanen godkjennes.", ADOPTED, True)


def test_a_case_put_off_is_told_by_what_was_done_and_not_by_who_wanted_it() -> None:
    meeting = minutes(
        """
        # Sak 3/27 Nattergaler
        Tora Fabelvik foreslo å utsette saken fordi tellingen ikke er ferdig.
        Votering: Utsettelsesforslaget ble vedtatt med 8 mot 1 stemme. Odd Huldermo stemte imot.
        Saken ble utsatt til møte 6/2027. Det ble ikke tatt stilling til forslaget om nye kasser.
        """
    )
    assert decided(meeting) == [
        (
            "3/27",
            POSTPONED,
            "8 mot 1 stemme",
            "Saken ble utsatt til møte 6/2027. Det ble ikke tatt stilling til forslaget om nye kasser.",
        )
    ]


def test_a_case_is_not_put_off_where_the_proposal_to_do_so_fell() -> None:
    meeting = minutes(
        """
        # Sak 3/27 Nattergaler
        Tora Fabelvik foreslo å utsette saken.
        Votering: Utsettelsesforslaget falt med 8 mot 1 stemme.
        """
    )
    assert decided(meeting) == []


def test_a_last_sentence_on_some_points_of_the_proposal_belongs_to_the_decision() -> None:
    meeting = minutes("# Sak 3/27 Ugler\nVedtak: Uglene telles ikke. Punkt 2 og 3 i forslaget vedtas uendret.")
    assert decision(meeting, "3/27").text == "Uglene telles ikke. Punkt 2 og 3 i forslaget vedtas uendret."


def test_minutes_whose_head_has_the_body_with_an_abbreviation_and_its_municipality_are_that_bodys() -> None:
    head = page(
        "# Møteprotokoll",
        "Utvalg for bruer, tau og vett (BTV), Fabel kommune",
        "Møtedato: 27. august 2031 kl. 09.00. Sted: Fabelhuset",
        "# Til stede",
        "• Tora Fabelvik (Tp), leder",
        "# Sak 1/31 Taubroen over elva",
        "Vedtak: Taubroen bygges.",
    )
    assert understand([document(head)]).body == "Utvalg for bruer, tau og vett"


def test_minutes_headed_by_an_enterprise_and_its_boards_meeting_are_of_that_board() -> None:
    head = page(
        "# Styreprotokoll",
        "# Fabel Havn KF, styremøte nr. 4/2031",
        "Avholdt onsdag 3. juni 2031 kl. 12.00",
        "Sak 1: Taubroen",
        "Vedtak: Bygges.",
    )
    assert understand([document(head)]).body == "Styret i Fabel Havn KF"


def decided_of_the_feast(decided: str) -> Decision:
    """What minutes decide in these words of a deck's proposal to hold a feast on the square."""
    deck = document(
        slide("Fabelrådet", "Møte 5. mars 2031"),
        slide("Sak 2/31 Trollfesten", "• Om festen"),
        slide("Sak 2/31 Forslag til vedtak", "1. Festen holdes på torget.", "2. Den koster 70 000 kr."),
    )
    minutes = document(
        page(
            "# Referat fra møte i Fabelrådet 5. mars 2031",
            "# Sak 2/31 Trollfesten",
            "Behandling: Vakten har meldt om graving på torget.",
            f"Vedtak: {decided}",
        )
    )
    (told,) = understand([deck, minutes]).decisions
    return told


@pytest.mark.parametrize(
    "decided",
    [
        "Som framlegget, men festen vert flytt til Fabelkaia.",
        "Som innstillinga, med nytt punkt 3: Festen har ei gruppe for troll.",
        "Som foreslått, med tillegg: Troll skal ikke betale.",
        "I tråd med innstillingen, bortsett fra punkt 2, som strykes.",
        "Vedtatt som foreslått, men beløpet settes til 95 000 kr.",
        "Innstillingen ble vedtatt med den endring at festen holdes på Fabelkaia.",
        "Festen vert halden på Fabelkaia. For øvrig som føreslege.",
        "Festen holdes på Fabelkaia, ellers slik sekretariatet foreslo.",
        "Festen flyttes til Fabelkaia; de øvrige punktene ble vedtatt slik de var innstilt.",
    ],
)
def test_what_is_decided_as_proposed_but_for_a_change_is_told_as_changed_and_in_its_own_words(decided: str) -> None:
    told = decided_of_the_feast(decided)
    assert (told.status, told.as_proposed, told.text) == (DecisionStatus.CHANGED, False, decided)


def test_a_decision_whose_rest_is_as_proposed_is_not_as_proposed_itself() -> None:
    told = decided_of_the_feast("Festen holdes på Fabelkaia. Resten ble vedtatt som foreslått.")
    assert (told.status, told.as_proposed) == (DecisionStatus.CHANGED, False)


@pytest.mark.parametrize(
    "decided",
    ["Som framlegget.", "Vedtatt som foreslått, 6 mot 2 stemmer.", "Innstillingen ble vedtatt med 6 mot 2 stemmer."],
)
def test_what_is_decided_as_proposed_has_the_words_of_the_proposal(decided: str) -> None:
    told = decided_of_the_feast(decided)
    assert (told.status, told.as_proposed) == (DecisionStatus.ADOPTED, True)
    assert told.text.startswith("1. Festen holdes på torget.")


def test_minutes_that_count_their_cases_otherwise_than_the_deck_are_of_the_same_cases() -> None:
    deck = document(
        slide("Fagrådet", "Møte 3. juni 2026"),
        slide("Dagsorden", "1. Godkjenning av dagsorden", "2. Taubroen over elva", "3. Nye varder"),
        slide("2. Taubroen over elva", "• Lang"),
        slide("Forslag til vedtak", "Fagrådet bygger broen."),
        name="saker.pdf",
    )
    minutes_of_it = document(
        page(
            "# Referat fra møte i Fagrådet 3. juni 2026",
            "# Sak 2: Taubroen over elva",
            "Vedtak:",
            "Fagrådet bygger broen.",
        )
    )
    (made,) = understand([deck, minutes_of_it]).decisions
    assert (made.case, made.as_proposed) == ("Punkt 2", True)


def test_a_day_in_a_decision_on_the_first_page_is_not_the_meetings() -> None:
    head = page(
        "# Referat – Fabelrådet",
        "Møtet ble holdt torsdag 6. mai 2032 i Fabelhuset, fra kl. 08.30 til kl. 12.50.",
        "# Sak 1/32 Taubroen",
        "# Vedtak",
        "• Broen står til 1. mars 2034.",
    )
    assert understand([document(head)]).date == date(2032, 5, 6)


@pytest.mark.parametrize(
    "label",
    [
        "TMU konkluderte:",
        "TMU konkluderte enstemmig slik:",
        "TMU beslutta med 5 mot 2 røyster:",
        "TMUs vedtak:",
        "Vi vedtok:",
        "Rådet for troll konkluderte med:",
    ],
)
def test_a_body_called_by_its_letters_or_by_what_it_is_for_decides_what_stands_behind_its_conclusion(
    label: str,
) -> None:
    meeting = minutes(
        f"""
        # Sak 3/27 Nattergaler
        Innstilling: Nattergalene telles i juni. Dette gjøres ikke på dagtid.
        Votering: Forslaget fra Fabelvik fikk 3 stemmer og innstillingen 4 stemmer. Innstillingen ble vedtatt.
        {label} Nattergalene telles i juni. Dette gjøres verken på dagtid eller på søndager.
        """
    )
    (told,) = meeting.decisions
    assert (told.status, told.as_proposed) == (CHANGED, False)
    assert told.text == "Nattergalene telles i juni. Dette gjøres verken på dagtid eller på søndager."


def test_a_decision_whose_label_ends_a_page_stands_on_the_next_below_the_header_of_both() -> None:
    first = page("Trollrådet", "# Protokoll fra møte i Trollrådet 5. mars 2027", "# Sak 3/27 Nattergaler", "# Vedtak")
    second = page("Trollrådet", "1. Nattergalene telles.", "2. Ugla teller.", "# Sak 4/27 Varder", "Vedtak: Bygges.")
    told = understand([document(first, second)]).decisions
    assert [(made.case, made.text, made.place.slide) for made in told] == [
        ("3/27", "1. Nattergalene telles.\n2. Ugla teller.", 2),
        ("4/27", "Bygges.", 2),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Saken utsettes til møtet 2. juni.",
        "Punktet flyttes til møte 8.",
        "Saka vert flytt til neste møte.",
        "Saken tas opp igjen i mai.",
        "Vi rakk ikke saken og tar den 16. mars.",
        "Saken settes opp på nytt 7. desember.",
        "Utvalet rakk ikkje saka.",
    ],
)
def test_a_case_that_is_moved_to_a_later_meeting_is_put_off_whoever_proposed_it(said: str) -> None:
    meeting = minutes(f"# Sak 3/27 Nattergaler\nForslag til vedtak: {said}\nVedtak: {said}")
    assert [made.status for made in meeting.decisions] == [POSTPONED]


@pytest.mark.parametrize(
    "said", ["Saken tas til orientering.", "Rådet tar saken til orientering. Ugla flyttes til 2. etasje."]
)
def test_a_case_in_which_something_is_moved_is_not_put_off(said: str) -> None:
    assert [made.status for made in minutes(f"# Sak 3/27 Nattergaler\nVedtak: {said}").decisions] == [ADOPTED]


@pytest.mark.parametrize(
    "label", ["Ugla gjorde framlegg om utsetjing:", "Ugla kom med slikt forslag:", "Forslag om å utsette saken:"]
)
def test_what_somebody_puts_forward_while_a_case_is_handled_is_not_what_was_proposed(label: str) -> None:
    meeting = minutes(
        f"""
        # Sak 3/27 Nattergaler
        # Forslag til vedtak
        Nattergalene telles i juni.
        # Behandling
        {label}
        Saken utsettes til ugla har svart.
        # Vedtak
        Saken utsettes til ugla har svart.
        """
    )
    assert [(each.text) for each in meeting.proposals] == ["Nattergalene telles i juni."]
    (told,) = meeting.decisions
    assert (told.status, told.as_proposed) == (POSTPONED, False)


def test_who_voted_how_is_told_of_the_vote_and_is_nobodys_proposal() -> None:
    meeting = minutes(
        """
        # Sak 3/27 Nattergaler
        # Rådmannens innstilling
        Nattergalene telles i juni.
        # Handsaming
        Ugla gjorde framlegg om utsetjing:
        Saka vert utsett til møtet 2. juni.
        # Røysting
        Utsetjingsframlegget vart vedteke med 4 mot 3 røyster. For: Brekke, Hjelle. Mot: Kinn, Eik.
        # Vedtak
        Saka vert utsett til møtet 2. juni.
        # Sak 4/27 Varder
        # Rådmannens innstilling
        Varden bygges.
        # Votering
        Alternativ votering mellom innstillingen og forslaget fra Ugla: Innstillingen ble vedtatt med 5 mot 2 stemmer.
        # Vedtak
        Varden bygges.
        """
    )
    assert [each.text for each in meeting.amendments] == ["Saka vert utsett til møtet 2. juni."]
    assert [(each.status, each.votes) for each in meeting.decisions] == [
        (POSTPONED, "4 mot 3 røyster"),
        (ADOPTED, "5 mot 2 stemmer"),
    ]


def test_the_casting_vote_is_told_with_the_votes() -> None:
    meeting = minutes(
        """
        # Sak 3/27 Nattergaler
        Innstilling: Nattergalene telles i juni.
        Votering: Forslaget fra Ugla fikk 3 stemmer og innstillingen 3 stemmer. Innstillingen ble vedtatt med dobbeltstemme.
        Vedtak: Nattergalene telles i juni.
        """
    )
    assert decision(meeting, "3/27").votes == (
        "Forslaget fra Ugla fikk 3 stemmer og innstillingen 3 stemmer. Innstillingen ble vedtatt med dobbeltstemme."
    )


def test_minutes_are_of_the_day_that_they_tell_above_the_cases_and_not_of_the_day_they_were_signed() -> None:
    read = page(
        "# Møtebok – Trollrådet",
        "Møte 2/2031, onsdag 5. mars 2031, møterom Hulen. Møtet vart sett kl. 16.33 og heva kl. 20.08, og ope for alle "
        "som vil høyra på.",
        "# Sak 11/31 Godkjenning av innkalling",
        "Vedtak: Innkallinga vert godkjend.",
        "Oppdikt, 6. mars 2031",
    )
    assert understand([document(read)]).date == date(2031, 3, 5)


@pytest.mark.parametrize("label", ["Avgjerd", "Avgjørelse", "Konklusjon", "Vedtak"])
def test_minutes_may_call_a_decision_otherwise_over_it_before_it_and_over_a_column(label: str) -> None:
    head = "# Møtebok frå møte i Trollrådet 5. mars 2031"
    labelled = page(
        head,
        "# Sak 2/31 Trollfesten",
        f"{label}: Festen vert halden på torget.",
        "# Sak 3/31 Bruer",
        f"# {label}",
        "Brua vert bygd.",
    )
    columns = page(
        head,
        table(
            ["Sak", "Referat", label, "Ansvar"],
            ["2/31", "Alle var samde.", "Festen vert halden på torget.", "Tora"],
            ["3/31", "Lang debatt.", "Brua vert bygd.", "Odd"],
        ),
    )
    for minutes_page in (labelled, columns):
        told = understand([document(minutes_page)]).decisions
        assert [(made.case, made.text) for made in told] == [
            ("2/31", "Festen vert halden på torget."),
            ("3/31", "Brua vert bygd."),
        ]


@pytest.mark.parametrize("label", ["Framlegg til avgjerd:", "Forslag til avgjerd", "Forslag til avgjørelse:"])
def test_what_is_put_to_be_decided_is_a_proposal_and_no_decision(label: str) -> None:
    deck = document(
        slide("Trollrådet", "Møte 5. mars 2031"),
        slide("Sak 2/31 Trollfesten", "• Om festen"),
        slide("Sak 2/31 Trollfesten", label, "Festen vert halden på torget."),
    )
    minutes = document(
        page(
            "# Møtebok frå møte i Trollrådet 5. mars 2031",
            "# Sak 2/31 Trollfesten",
            f"{label.strip(':')}: Festen vert halden på torget.",
            "Avgjerd: Saka vert utsett.",
        )
    )
    (proposal,) = understand([deck]).proposals
    assert (proposal.case, proposal.text, understand([deck]).decisions) == ("2/31", "Festen vert halden på torget.", ())
    (made,) = understand([minutes]).decisions
    assert (made.status, made.text) == (DecisionStatus.POSTPONED, "Saka vert utsett.")


@pytest.mark.parametrize("word", ["TROLLRÅDETS VEDTAK", "Vedtak", "Konklusjon:", "Rådets avgjerd"])
def test_a_document_without_a_name_that_tells_who_met_and_what_was_decided_is_minutes(word: str) -> None:
    who = table(("Navn", "Virksomhet", "Møtte"), ("Kari Berg", "Huldrelaget", "Ja"), ("Ola Dal", "Nisselaget", "Nei"))
    field = table(("Møte i", "Trollrådet"), ("Møtedato", "5. mars 2031"))
    case = ("# Sak 2/31: Trollfesten", "Sekretariatets innstilling: Festen avlyses.")
    (made,) = understand([document(page(field, who, *case, f"# {word}", "Festen holdes på torget."))]).decisions
    assert (made.case, made.text) == ("2/31", "Festen holdes på torget.")
    summons = page(field, "Forfall meldes til sekretariatet.", *case, f"# {word}", "Festen holdes på torget.")
    assert not understand([document(summons)]).decisions
