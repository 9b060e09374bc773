"""Agendas and case numbers of invented bodies in the layouts that they come in."""

from __future__ import annotations

from datetime import date

import pytest
from tests.deck_builder import document, laid_out, page, pages, slide, table
from tests.fictional_minutes import AGENDA, BOKMAL, BOKMAL_DECK

from radsassistent.meetings import Meeting, SlideKind, understand
from radsassistent.meetings.case_numbers import case_numbers, only_case_number


def summons(text: str) -> Meeting:
    return understand([document(*pages(f"# Innkalling til møte i Oppdiktrådet 5. mars 2026\n{text}"))])


def listed(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(item.case, item.title) for item in meeting.agenda]


def test_an_agenda_of_its_own_tells_titles_presenters_organisations_times_and_types() -> None:
    meeting = understand([AGENDA])
    assert [(i.case, i.title, i.presenter, i.organisation, i.time, i.case_type) for i in meeting.agenda] == [
        ("1/27", "Godkjenning av innkalling og dagsorden", None, None, "09:00", None),
        (
            "2/27",
            "Status for drømmeregisteret og veien videre",
            "Sindre Fantasivik",
            "Fantasibyen kommune",
            "09:10",
            None,
        ),
        ("3/27", "Felles eventyrplattform", "Oddny Kvikkmyr", "Oppdiktet HF", None, "drøfting"),
        ("4/27", "Eventuelt", "Tuva Oppdiktsdatter", None, None, None),
    ]
    assert (meeting.body, meeting.date, meeting.start, meeting.end) == (
        "Fantasirådet",
        date(2027, 2, 12),
        "09:00",
        "15:30",
    )
    assert meeting.slides[0].kind is SlideKind.AGENDA


def test_what_one_agenda_leaves_out_is_taken_from_another_of_the_meeting() -> None:
    bare = document(
        *pages(
            "# Innkalling til møte i Fantasirådet 12. februar 2027\n# Saksliste\n1/27 En\n2/27 To\n3/27 Tre\n4/27 Fire"
        )
    )
    agenda = understand([bare, BOKMAL_DECK, BOKMAL]).agenda
    assert [(i.case, i.title, i.presenter, i.time) for i in agenda][1] == ("2/27", "To", "Sindre Fantasivik", "09:10")


@pytest.mark.parametrize("over", ["Saksliste", "Sakliste:", "Dagsorden", "Agenda", "Saker til behandling", "Sakskart"])
def test_a_list_under_any_word_for_an_agenda_is_one(over: str) -> None:
    assert listed(summons(f"# {over}\n3/26 Troll\n4/26 Hulder")) == [("3/26", "Troll"), ("4/26", "Hulder")]


@pytest.mark.parametrize(
    ("first", "second", "cases"),
    [
        ("Sak 56/21 Troll", "Sak 57/21 Hulder", ["56/21", "57/21"]),
        ("PS 12/26 Troll", "PS 13/26 Hulder", ["12/26", "13/26"]),
        ("FS 3/26: Troll", "FS 4/26: Hulder", ["3/26", "4/26"]),
        ("K-112/12 Troll", "K-113/12 Hulder", ["112/12", "113/12"]),
        ("Sak nr. 5/2026 – Troll", "Sak nr. 6/2026 – Hulder", ["5/26", "6/26"]),
        ("Saksnr. 05/26 Troll", "Saksnr. 06/26 Hulder", ["5/26", "6/26"]),
        ("Sak 2026/14 Troll", "Sak 2026/15 Hulder", ["14/26", "15/26"]),
        ("Sak 045-2026 Troll", "Sak 046-2026 Hulder", ["45/26", "46/26"]),
        ("Styresak 45/26 Troll", "Styresak 46/26 Hulder", ["45/26", "46/26"]),
        ("045/26 B Troll", "046/26 O Hulder", ["45/26", "46/26"]),
        ("KST-sak 4/26 Troll", "KST-sak 5/26 Hulder", ["4/26", "5/26"]),
        ("Punkt 3 Troll", "Punkt 4 Hulder", ["Punkt 3", "Punkt 4"]),
        ("§ 188 Troll", "§ 189 Hulder", ["§ 188", "§ 189"]),
        ("1. Troll", "2. Hulder", ["Punkt 1", "Punkt 2"]),
        ("Sak 1: Troll", "Sak 2: Hulder", ["1/26", "2/26"]),
        ("10.15 Sak 1/26 Troll ........ 4", "10.30 Sak 2/26 Hulder ........ 17", ["1/26", "2/26"]),
    ],
)
def test_a_case_is_listed_and_headed_by_its_number_in_every_spelling(first: str, second: str, cases: list[str]) -> None:
    meeting = summons(f"# Saksliste\n{first}\n{second}")
    assert listed(meeting) == list(zip(cases, ("Troll", "Hulder"), strict=True))
    assert [case.number for case in meeting.cases] == cases


@pytest.mark.parametrize(
    "line",
    [
        "21/00345-7 Brev fra nissen",
        "2026/1234 Brev fra nissen",
        "5/2-26 Møte om troll",
        "5/12-26 Møte om troll",
        "1/2 stilling som nøkk",
        "4/5 av trollene er grønne",
        "Arkivsak 26/123 Brev",
        "Arkivsaksnr.: 26/12",
        "Sak 21/00345-7 Brev fra nissen",
        "Sak 5/26 ble utsatt i forrige møte.",
        "Sagsnr.: 330-2026-3619",
        "Side 3/26",
    ],
)
def test_archive_numbers_dates_fractions_and_sentences_head_no_case(line: str) -> None:
    meeting = summons(f"# Sak 3/26 Troll\nTekst.\n{line}\nMer tekst.\n# Sak 4/26 Hulder\nTekst.")
    assert [case.number for case in meeting.cases] == ["3/26", "4/26"]


@pytest.mark.parametrize("text", ["5/2-26", "5/12-26", "21/00345-7", "2026/1234", "1/2", "24/7"])
def test_no_case_number_is_read_into_other_numbers(text: str) -> None:
    assert case_numbers(f"Dette er {text} her.") == []
    assert only_case_number(text) is None


def test_a_range_of_cases_has_both_ends() -> None:
    assert case_numbers("Behandlede saker: 39/13-53/13") == ["39/13", "53/13"]


def test_a_table_of_where_a_case_was_handled_is_no_agenda() -> None:
    handled = table(
        ("Utvalg", "Møtedato", "Saksnr"),
        ("Formannskapet", "03.03.2026", "12/26"),
        ("Kommunestyret", "20.03.2026", "15/26"),
    )
    meeting = understand([document(page("# Møte i Oppdiktrådet 5. mars 2026", handled))])
    assert meeting.agenda == ()


def test_a_table_without_a_header_and_with_counts_under_a_header_is_an_agenda() -> None:
    headless = table(("PS 1/26", "Troll"), ("PS 2/26", "Hulder"), ("PS 3/26", "Nøkk"))
    counted = table(
        ("Saksnr", "Sak", "Organisasjon", "Legger frem"),
        ("1", "Troll", "Trolletaten", "Kari Fabel"),
        ("2", "Hulder", None, "Ola Sagn"),
    )
    head = slide("Møte i Oppdiktrådet 5. mars 2026")
    assert [c for c, _ in listed(understand([document(head, slide("Agenda", headless))]))] == ["1/26", "2/26", "3/26"]
    items = understand([document(head, slide("Agenda", counted))]).agenda
    assert [(i.case, i.title, i.presenter, i.organisation) for i in items] == [
        ("1/26", "Troll", "Kari Fabel", "Trolletaten"),
        ("2/26", "Hulder", "Ola Sagn", None),
    ]


def test_cases_that_follow_the_word_for_a_list_directly_are_no_list() -> None:
    meeting = summons(
        "# Saker\nSak 3/26 Troll\nForslag til vedtak: Rådet hilser trollet.\nSak 4/26 Hulder\nForslag til vedtak: Rådet danser."
    )
    assert [(p.case, p.text) for p in meeting.proposals] == [
        ("3/26", "Rådet hilser trollet."),
        ("4/26", "Rådet danser."),
    ]


def test_slides_kept_in_reserve_are_an_appendix_of_their_case_until_the_next_heading() -> None:
    meeting = understand(
        [
            document(
                slide("Møte i Oppdiktrådet 5. mars 2026"),
                slide("Sak 3/26: Troll"),
                slide("Om trollet", "Det er grønt."),
                slide("Ekstra"),
                slide("Flere tall", "Noe"),
                slide("Sak 4/26: Hulder"),
                slide("Om hulderen", "Hun danser."),
                slide("Vedlegg 1: Halens lengde", "Lang"),
                slide("Ekstra penger til hulderen", "Noe"),
            )
        ]
    )
    assert [(s.case, s.kind) for s in meeting.slides][2:] == [
        ("3/26", SlideKind.CONTENT),
        ("3/26", SlideKind.APPENDIX),
        ("3/26", SlideKind.APPENDIX),
        ("4/26", SlideKind.DIVIDER),
        ("4/26", SlideKind.CONTENT),
        ("4/26", SlideKind.APPENDIX),
        ("4/26", SlideKind.APPENDIX),
    ]


def test_the_meetings_day_is_not_the_day_of_printing() -> None:
    meeting = understand(
        [
            document(
                *pages(
                    "Dato: 03.03.2026\n# Innkalling til møte i Oppdiktrådet\nMøtedato: 12.02.2026\nUtskriftsdato: 04.03.2026"
                )
            )
        ]
    )
    assert (meeting.date, meeting.warnings) == (date(2026, 2, 12), ())


def test_the_bare_day_beside_time_and_place_is_the_meetings() -> None:
    meeting = understand(
        [
            document(
                *pages(
                    "# Referat fra Oppdiktrådet\nDato: 3. mars 2026\nTid: 09.00\nSted: Salen\nFrist for innspill: 1. mai 2026"
                )
            )
        ]
    )
    assert (meeting.date, meeting.venue, meeting.start) == (date(2026, 3, 3), "Salen", "09:00")


def test_a_meeting_over_two_days_is_on_the_first() -> None:
    meeting = understand([document(slide("Møte i Oppdiktrådet 12.–13. februar 2026"))])
    assert (meeting.date, meeting.warnings) == (date(2026, 2, 12), ())


def test_two_days_stated_for_the_meeting_are_told() -> None:
    meeting = understand(
        [document(*pages("# Referat fra møte i Oppdiktrådet 12. februar 2026\nMøtedato: 13.02.2026", "Mer"))]
    )
    (warning,) = meeting.warnings
    assert "12.02.2026 (side 1) og 13.02.2026 (side 1)" in warning


def test_earlier_minutes_on_the_agenda_are_no_second_day() -> None:
    meeting = summons("# Saksliste\nReferat fra møte i Oppdiktrådet 3. desember 2025\nSak 1/26 Troll\nSak 2/26 Hulder")
    assert (meeting.date, meeting.warnings) == (date(2026, 3, 5), ())


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("3/26 Havneplan (drøfting) – Kari Fabel", ("Havneplan", "Kari Fabel", None, "drøfting")),
        ("3/26 Havneplan (vedtak) – leder Kari Fabel", ("Havneplan", "Kari Fabel", None, "vedtak")),
        ("3/26 Havneplan - Kari Fabel, Oppdiktet etat", ("Havneplan", "Kari Fabel", "Oppdiktet etat", None)),
        ("3/26 Ny kai – Nordre Havn", ("Ny kai – Nordre Havn", None, None, None)),
        ("3/26 Havneplan – drøfting av kostnader", ("Havneplan – drøfting av kostnader", None, None, None)),
    ],
)
def test_who_presents_behind_a_dash_is_parted_from_the_title_where_something_says_that_it_is_a_person(
    entry: str, found: tuple[str | None, ...]
) -> None:
    item = summons(f"# Saksliste\n{entry}\n4/26 Hulder").agenda[0]
    assert (item.title, item.presenter, item.organisation, item.case_type) == found


def test_a_list_with_times_has_its_breaks_and_who_presents_behind_a_dash() -> None:
    understood = understand(
        [
            document(
                slide("Bygdeutvalet i Oppdikt", "Møte i Bygdeutvalet 21. april 2031"),
                slide(
                    "Saksliste",
                    "• Opning – Tuva Oppdiktsdatter, kl. 09.00",
                    "• PS 14/31 Vegen: rassikring og vedlikehald – Sindre Fantasivik, kl. 09.15",
                    "• Lunsj i peisestova, kl. 11.30",
                    "• PS 15/31 Flaumvern – Oddny Kvikkmyr, kl. 12.10",
                ),
            )
        ]
    )
    assert [(item.case, item.title, item.presenter, item.time) for item in understood.agenda] == [
        (None, "Opning", "Tuva Oppdiktsdatter", "09:00"),
        ("14/31", "Vegen: rassikring og vedlikehald", "Sindre Fantasivik", "09:15"),
        (None, "Lunsj i peisestova", None, "11:30"),
        ("15/31", "Flaumvern", "Oddny Kvikkmyr", "12:10"),
    ]


TITLES = ("Sak 1/31 Nye fyrlykter", "Sak 2/31 Hulderkoret", "Sak 3/31 Eventuelt")


def told(*agenda: str, opening: tuple[str, ...]) -> list[tuple[str | None, ...]]:
    """Presenter, organisation, time and type of the first two cases, of an agenda and of what stands where the first opens."""
    deck = document(
        slide("Møte i Tåkerådet 12. mars 2031"),
        slide("Saksliste", *agenda),
        slide("Sak 1/31: Nye fyrlykter", *opening),
        slide("Om fyrlyktene", "Innleder: Per Fabel", "Kl. 13.00", "Drøftingssak"),
        slide("Sak 2/31: Hulderkoret"),
        slide("Sak 3/31: Eventuelt"),
    )
    return [(i.presenter, i.organisation, i.time, i.case_type) for i in understand([deck]).agenda[:2]]


def test_what_an_agenda_of_titles_leaves_out_is_told_by_the_slides_that_open_the_cases() -> None:
    opening = ("Legges fram av: Tora Fabelvik, Fyretaten", "Kl. 09.15–10.00", "Orienteringssak")
    assert told(*TITLES, opening=opening) == [
        ("Tora Fabelvik", "Fyretaten", "09:15", "Orienteringssak"),
        (None, None, None, None),
    ]


def test_a_row_that_an_opening_slide_completes_is_cited_there_and_the_others_on_the_agenda() -> None:
    deck = document(
        slide("Møte i Tåkerådet 12. mars 2031"),
        slide("Saksliste", *TITLES),
        slide("Sak 1/31: Nye fyrlykter", "Innleder: Tora Fabelvik"),
        slide("Sak 2/31: Hulderkoret"),
        slide("Sak 3/31: Eventuelt"),
    )
    assert [item.place.slide for item in understand([deck]).agenda] == [3, 2, 2]


def test_an_agenda_that_tells_any_time_presenter_or_type_is_followed_as_it_is() -> None:
    told_otherwise = told(f"09.00 {TITLES[0]}", *TITLES[1:], opening=("Innleder: Tora Fabelvik", "Kl. 10.15"))
    assert told_otherwise[0] == (None, None, "09:00", None)


def test_a_long_sentence_on_an_opening_slide_tells_nothing_of_the_case() -> None:
    long = "Ansvarlig for fyret er den som til enhver tid har vakt, og " + "den som ikke har vakt, skal sove, " * 3
    assert told(*TITLES, opening=(long,))[0] == (None, None, None, None)


@pytest.mark.parametrize(
    ("line", "title", "case_type"),
    [
        ("1/31 Drakter til koret, til orientering", "Drakter til koret", "til orientering"),
        ("1/31 Turlag, til vedtak", "Turlag", "til vedtak"),
        ("1/31 Brev fra nissen, orientering", "Brev fra nissen, orientering", None),
        ("1/31 Gaver, til Orientering AS", "Gaver, til Orientering AS", None),
        ("1/31 Ost og til orientering", "Ost og til orientering", None),
    ],
)
def test_a_type_after_a_comma_is_one_where_it_says_what_the_case_is_up_to(
    line: str, title: str, case_type: str | None
) -> None:
    first, _ = summons(f"# Saksliste\n{line}\n2/31 Hulder").agenda
    assert (first.title, first.case_type) == (title, case_type)


@pytest.mark.parametrize(
    ("line", "case_type"),
    [
        ("Beslutningssak", "Beslutningssak"),
        ("Orienteringssak og beslutningssak", "Orienteringssak og beslutningssak"),
        ("Drøfting og vedtak", "Drøfting og vedtak"),
        ("Beslutningssak for nissene", None),
        ("Vedtak og etterlevelse", None),
    ],
)
def test_a_line_that_is_nothing_but_types_is_the_type_of_the_case_above(line: str, case_type: str | None) -> None:
    assert told(*TITLES, opening=(line,))[0][3] == case_type
    first, _ = summons(f"# Saksliste\nSak 1/31 Nye fyrlykter\n{line}\nSak 2/31 Hulder").agenda
    assert first.case_type == case_type


def test_a_list_may_count_its_entries_before_their_hours() -> None:
    understood = understand(
        [
            document(
                slide("Møte i Oppdiktrådet 5. mars 2031"),
                slide(
                    "Dagsorden",
                    "1. 09.00 Velkommen (rådsleder Kari Fabel)",
                    "2. 09.10 Sak 7/31 Nye varder – til godkjenning (jurist Odd Huldermo)",
                    "3. 10.00 Pause med frukt",
                    "4. 10.15 Sak 8/31 Tau og taljer – til drøfting (Siv Sagn)",
                ),
            )
        ]
    )
    assert [(i.case, i.title, i.presenter, i.time, i.case_type) for i in understood.agenda] == [
        (None, "Velkommen", "rådsleder Kari Fabel", "09:00", None),
        ("7/31", "Nye varder", "jurist Odd Huldermo", "09:10", "til godkjenning"),
        (None, "Pause med frukt", None, "10:00", None),
        ("8/31", "Tau og taljer", "Siv Sagn", "10:15", "til drøfting"),
    ]


def test_a_sentence_behind_the_words_for_an_entry_without_a_case_is_none_of_its_title() -> None:
    understood = understand(
        [
            document(
                slide("Møte i Oppdiktrådet 5. mars 2031"),
                slide(
                    "Dagsorden",
                    "09.00 Sak 7/31 Nye varder",
                    "10.00 Sak 8/31 Tau og taljer",
                    "15.05 Eventuelt. Saker meldes rådsleder før lunsj",
                ),
            )
        ]
    )
    assert [item.title for item in understood.agenda] == ["Nye varder", "Tau og taljer", "Eventuelt"]


def test_what_only_counts_the_entries_beside_their_hours_is_not_the_number_of_their_cases() -> None:
    entries = (
        ("09.00", "1.", "Åpning – Kari Fabel"),
        ("09.10", "2.", "Sak 7/31 Nye varder (beslutning) – Odd Huldermo"),
        ("10.00", "3.", "Sak 8/31 Tau og taljer (drøfting) – Siv Sagn"),
        ("11.00", "4.", "Sak 9/31 Fyrvokterens ferie (orientering) – Tora Fabelvik"),
    )
    rows = [
        (text, left, 100.0 + 30 * n)
        for n, row in enumerate(entries)
        for text, left in zip(row, (50, 120, 152), strict=True)
    ]
    understood = understand([document(slide("Møte i Oppdiktrådet 5. mars 2031"), laid_out("Dagsorden", *rows))])
    assert [(i.case, i.title, i.presenter, i.time) for i in understood.agenda[1:]] == [
        ("7/31", "Nye varder", "Odd Huldermo", "09:10"),
        ("8/31", "Tau og taljer", "Siv Sagn", "10:00"),
        ("9/31", "Fyrvokterens ferie", "Tora Fabelvik", "11:00"),
    ]


def test_a_break_with_its_hour_inside_is_called_as_it_stands_before_the_hour() -> None:
    entries = (
        "Sak 7/31 Nye varder – kl. 9.00",
        "Sak 8/31 Tau og taljer – kl. 10.00",
        "Lunsj 11.50–12.30 i peisestova",
        "Pause 13.00",
    )
    understood = understand([document(slide("Møte i Oppdiktrådet 5. mars 2031"), slide("Dagsorden", *entries))])
    assert [(i.title, i.time, i.end) for i in understood.agenda if i.case is None] == [
        ("Lunsj", "11:50", "12:30"),
        ("Pause", "13:00", None),
    ]
