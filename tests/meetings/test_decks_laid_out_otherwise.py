"""Decks whose agendas, lists of people and proposals are laid out in ways of their own; all fictional."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.deck_builder import document, slide, table

from radsassistent.documents import Block, BlockKind, Box, Slide, SlideStatus
from radsassistent.meetings import Meeting, SlideKind, understand
from radsassistent.meetings.people import is_person_name, titled_name

COVER = slide("Fabelrådet", "Møte 5. mars 2031", "Møterom Eika, 2. etasje i Fabelhuset")
SIGNPOST = slide("Saksliste", "1/31 Taubroen over elva", "2/31 Budsjettet for året")

Row = tuple[str | None, str, str | None, str | None, int | None, str | None]


def meeting(*slides: Slide) -> Meeting:
    return understand([document(COVER, *slides)])


def rows(*slides: Slide) -> list[Row]:
    """Case, title, presenter, time, minutes and type of each item of the agenda."""
    items = meeting(*slides).agenda
    return [(i.case, i.title, i.presenter, i.time, i.minutes, i.case_type) for i in items]


def people(*slides: Slide) -> list[tuple[str, str | None, str | None, str | None]]:
    found = meeting(*slides, slide("Sak 1/31 Taubroen over elva", "• Den er lang")).members
    return [(m.name, m.title, m.organisation, m.role) for m in found]


def placed(title: str, *boxes: tuple[str, float, float]) -> Slide:
    """A slide with texts at given places (left, top), each as wide as a column."""
    blocks = [Block(BlockKind.TITLE, title, Box(40, 20, 700, 50), size=28)]
    for text, left, top in boxes:
        blocks.append(Block(BlockKind.PARAGRAPH, text, Box(left, top, left + 150, top + 18), size=14))
    return Slide(1, 960, 540, tuple(blocks), SlideStatus.TEXT)


def test_a_table_that_counts_its_items_tells_for_how_long_and_to_what_end() -> None:
    told = table(
        ["Nr", "Tema", "Hvem", "Varighet", "Mål"],
        ["1", "Åpning", "Tora Fabelvik", "10 min", "Orientere"],
        ["2", "Taubroen", "Odd Eventyrnes", "30 min", "Beslutte"],
        ["", "Pause", "", "15 min", ""],
        ["3", "Budsjett", "Tora Fabelvik", "20 min", "Diskutere"],
    )
    assert rows(slide("Agenda", told)) == [
        ("Punkt 1", "Åpning", "Tora Fabelvik", None, 10, "Orientere"),
        ("Punkt 2", "Taubroen", "Odd Eventyrnes", None, 30, "Beslutte"),
        (None, "Pause", None, None, 15, None),
        ("Punkt 3", "Budsjett", "Tora Fabelvik", None, 20, "Diskutere"),
    ]


def test_the_facts_behind_a_title_are_taken_apart_one_after_the_other() -> None:
    assert rows(
        slide(
            "Dagsorden",
            "• Sak 14/31 – Taubroen over elva – 20 min – Tora Fabelvik (orientering)",
            "• Pause – 10 min",
            "• Sak 15/31 – Budsjett (30 min, Odd Eventyrnes)",
            "• Sak 16/31: Tauene (beslutning), Tora Fabelvik",
        )
    ) == [
        ("14/31", "Taubroen over elva", "Tora Fabelvik", None, 20, "orientering"),
        (None, "Pause", None, None, 10, None),
        ("15/31", "Budsjett", "Odd Eventyrnes", None, 30, None),
        ("16/31", "Tauene", "Tora Fabelvik", None, None, "beslutning"),
    ]


def test_a_title_with_a_dash_and_a_type_keeps_what_is_no_person() -> None:
    first, _ = rows(
        slide("Dagsorden", "Sak 14/31 Eika – Nye Bruer (drøfting)", "Sak 15/31 Fabelbyen – Indre Havn – del 2")
    )
    assert first[5] == "drøfting"
    assert _[:3] == ("15/31", "Fabelbyen – Indre Havn – del 2", None)


def test_each_card_is_an_item_also_the_one_without_a_number() -> None:
    assert rows(
        slide(
            "Sakliste",
            ("Sak 1", "Taubroen", "Odd Eventyrnes, Fyretaten", "Beslutning | 20 min"),
            ("Pause", "10 min"),
            ("Sak 2", "Budsjett", "Tora Fabelvik", "Orientering | 15 min"),
        )
    ) == [
        ("1/31", "Taubroen", "Odd Eventyrnes", None, 20, "Beslutning"),
        (None, "Pause", None, None, 10, None),
        ("2/31", "Budsjett", "Tora Fabelvik", None, 15, "Orientering"),
    ]


def test_boxes_on_one_height_are_a_row_whatever_order_they_were_drawn_in() -> None:
    boxes = [("7/31", 40.0, 100.0), ("8/31", 40.0, 150.0), ("9/31", 40.0, 200.0)]
    boxes += [("Taubroen", 200.0, 100.0), ("Budsjett", 200.0, 150.0), ("Tauene", 200.0, 200.0)]
    boxes += [("kl. 0915", 400.0, 100.0), ("kl. 1000", 400.0, 150.0), ("kl. 11", 400.0, 200.0)]
    boxes += [("Runde rundt bordet", 600.0, 200.0), ("Tora Fabelvik", 600.0, 100.0), ("Odd Eventyrnes", 600.0, 150.0)]
    assert rows(placed("Dagens saker", *boxes)) == [
        ("7/31", "Taubroen", "Tora Fabelvik", "09:15", None, None),
        ("8/31", "Budsjett", "Odd Eventyrnes", "10:00", None, None),
        ("9/31", "Tauene", "Runde rundt bordet", "11:00", None, None),
    ]


def test_hours_without_a_point_are_hours_and_years_are_none() -> None:
    assert rows(
        slide(
            "Dagens saker",
            "1. Taubroen, kl. 1000",
            "Tora Fabelvik",
            "2. Budsjettet 2031–2034, kl. 1015–1100",
            "Lunsj, kl 11",
            "3. Tauene, kl. 1145",
        )
    ) == [
        ("Punkt 1", "Taubroen", "Tora Fabelvik", "10:00", None, None),
        ("Punkt 2", "Budsjettet 2031–2034", None, "10:15", None, None),
        (None, "Lunsj", None, "11:00", None, None),
        ("Punkt 3", "Tauene", None, "11:45", None, None),
    ]


def test_an_agenda_goes_on_after_lunch_under_another_title() -> None:
    head = ["Kl.", "Sak", "Tema"]
    found = rows(
        slide(
            "Fram til lunsj",
            table(head, ["09.00", "7/31", "Taubroen"], ["09.30", "8/31", "Budsjett"], ["11.00", "", "Lunsj"]),
        ),
        slide("Etter lunsj", table(head, ["12.00", "9/31", "Tauene"], ["12.30", "10/31", "Eventuelt"])),
    )
    assert [(row[0], row[1], row[3]) for row in found] == [
        ("7/31", "Taubroen", "09:00"),
        ("8/31", "Budsjett", "09:30"),
        (None, "Lunsj", "11:00"),
        ("9/31", "Tauene", "12:00"),
        ("10/31", "Eventuelt", "12:30"),
    ]


def test_a_later_table_of_cases_at_earlier_hours_is_not_the_same_agenda() -> None:
    head = ["Kl.", "Sak", "Tema"]
    found = rows(
        slide("Saksliste", table(head, ["09.00", "7/31", "Taubroen"], ["09.30", "8/31", "Budsjett"])),
        slide("Forrige møte", table(head, ["08.00", "1/31", "Tjære"], ["08.30", "2/31", "Hamp"])),
    )
    assert [row[0] for row in found] == ["7/31", "8/31"]


def test_names_at_the_end_of_most_titles_are_those_who_present() -> None:
    told = table(
        ["09:00", "Kaffe"],
        ["09:15", "Sak 7/31: Taubroen over elva Tora Fabelvik"],
        ["09:30", "Sak 8/31: Budsjett og planer Odd Eventyrnes og Tora Fabelvik"],
        ["10:30", "Sak 9/31: Tjære til tauene Gro Anne Trollstad"],
    )
    found = rows(slide("Program for dagen", told))
    assert [(row[1], row[2]) for row in found] == [
        ("Kaffe", None),
        ("Taubroen over elva", "Tora Fabelvik"),
        ("Budsjett og planer", "Odd Eventyrnes og Tora Fabelvik"),
        ("Tjære til tauene", "Gro Anne Trollstad"),
    ]


def test_a_year_before_a_number_with_zeros_is_the_same_case_everywhere() -> None:
    understood = understand(
        [
            document(
                slide("Fabelrådet", "Møte 5. mars 2026"),
                slide("Agenda", ("26/012", "Taubroen over elva"), ("26/013", "Budsjett"), ("26/014", "Tauene")),
                slide("26/012 Taubroen", "• Lang"),
                slide("Tilstanden", "• God"),
                slide("26/013 Budsjett", "• Stramt"),
            )
        ]
    )
    assert [item.case for item in understood.agenda] == ["12/26", "13/26", "14/26"]
    assert [each.case for each in understood.slides[2:]] == ["12/26", "12/26", "13/26"]


def test_a_slide_after_the_last_case_on_the_next_meeting_is_of_no_case() -> None:
    understood = meeting(SIGNPOST, slide("Sak 1/31 Taubroen", "• Lang"), slide("Neste møte", "7. mai 2031"))
    assert [each.case for each in understood.slides[2:]] == ["1/31", None]


def test_a_case_opens_under_a_title_that_says_most_of_the_agendas() -> None:
    understood = meeting(
        slide("Saksliste", "1/31 Taubroen over Fabelelva", "2/31 Budsjett for tauverket", "3/31 Eventuelt"),
        slide("Taubroen over elva", "• Lang"),
        slide("Hva den koster", "• Mye"),
        slide("Sak 2/31", "• Stramt"),
        slide("Eventuelt"),
    )
    assert [each.case for each in understood.slides[2:]] == ["1/31", "1/31", "2/31", "3/31"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Brukerrådet for Fabelbanen", "Brukerrådet for Fabelbanen"),
        ("Nasjonalt forum for trolldata", "Nasjonalt forum for trolldata"),
        ("Ytre Fabel trollråd", "Ytre Fabel trollråd"),
        ("Styringsråd for digital trollkartlegging (STK)", "Styringsråd for digital trollkartlegging"),
        ("Fagråd for trolldata i bruvesenet", "Fagråd for trolldata i bruvesenet"),
    ],
)
def test_a_cover_tells_the_bodys_whole_name(title: str, body: str) -> None:
    assert understand([document(slide(title, "Torsdag 5/3-2031"), slide("Mer", "• Tekst"))]).body == body


def test_a_day_with_strokes_and_a_room_on_a_floor_are_understood() -> None:
    understood = understand([document(slide("Fabelrådet", "Torsdag 5/3-2031", "Møterom Eika, 2. etasje i Fabelhuset"))])
    assert (understood.date, understood.venue) == (date(2031, 3, 5), "Møterom Eika, 2. etasje i Fabelhuset")


def test_people_are_members_in_front_of_the_cases_whatever_the_slide_is_called() -> None:
    assert people(
        slide(
            "Rådet 2031",
            "Tora Fabelvik (leder) – ordfører – Fabel kommune",
            "Odd Eventyrnes | fyrmester | Fyretaten",
            "Prof. Gro Trollstad, Huldreforbundet (vara)",
        )
    ) == [
        ("Tora Fabelvik", "ordfører", "Fabel kommune", "leder"),
        ("Odd Eventyrnes", "fyrmester", "Fyretaten", None),
        ("Gro Trollstad", "Prof.", "Huldreforbundet", "vara"),
    ]


def test_a_slide_that_says_more_than_people_lists_none() -> None:
    assert (
        people(
            slide(
                "Siden sist", "• Tora Fabelvik, ordfører", "• Broen er malt", "• Tauene er byttet ut", "• Tjæra er kokt"
            )
        )
        == []
    )


def test_a_table_without_headings_is_read_by_its_cells() -> None:
    told = table(
        ["Tora Fabelvik (leder)", "Fabel kommune"],
        ["Fagsjef Odd Eventyrnes", "Fyretaten"],
        ["Gro Trollstad", "Huldreforbundet"],
        ["Per Askeladd (sekretær)", "Trollhøgskolen"],
    )
    assert people(slide("Hvem er vi?", told)) == [
        ("Tora Fabelvik", None, "Fabel kommune", "leder"),
        ("Odd Eventyrnes", "Fagsjef", "Fyretaten", None),
        ("Gro Trollstad", None, "Huldreforbundet", None),
        ("Per Askeladd", None, "Trollhøgskolen", "sekretær"),
    ]


def test_columns_called_by_where_people_come_from_and_their_seat_are_read() -> None:
    told = table(
        ["Plass", "Hvem", "Kommer fra"],
        ["Leder", "Tora Fabelvik", "Fabel kommune"],
        ["Medlem", "Odd Eventyrnes", "Fyretaten"],
        ["Medlem", "Gro Trollstad", "Huldreforbundet"],
    )
    assert people(slide("Sammensetning", told)) == [
        ("Tora Fabelvik", None, "Fabel kommune", "Leder"),
        ("Odd Eventyrnes", None, "Fyretaten", None),
        ("Gro Trollstad", None, "Huldreforbundet", None),
    ]


def test_people_under_organisations_sit_for_them() -> None:
    assert people(
        slide(
            "Hvem sitter i rådet?",
            "Fabel kommune",
            "• Tora Fabelvik, ordfører (leder)",
            "• Odd Eventyrnes, fyrmester",
            "Huldreforbundet",
            "• Gro Trollstad, daglig leder",
        )
    ) == [
        ("Tora Fabelvik", "ordfører", "Fabel kommune", "leder"),
        ("Odd Eventyrnes", "fyrmester", "Fabel kommune", None),
        ("Gro Trollstad", "daglig leder", "Huldreforbundet", None),
    ]


def test_a_line_of_a_card_may_hold_title_and_organisation_or_title_and_role() -> None:
    assert people(
        slide(
            "Rådet",
            ("Tora Fabelvik", "Ordfører, Fabel kommune", "(leder)"),
            ("Odd Eventyrnes", "Fagsjef · nestleder", "Fyretaten"),
            ("Gro Trollstad", "Daglig leder", "Huldreforbundet"),
        )
    ) == [
        ("Tora Fabelvik", "Ordfører", "Fabel kommune", "leder"),
        ("Odd Eventyrnes", "Fagsjef", "Fyretaten", "nestleder"),
        ("Gro Trollstad", "Daglig leder", "Huldreforbundet", None),
    ]


def test_those_who_are_away_and_who_comes_instead_are_no_entries() -> None:
    found = people(
        slide(
            "Medlemmer og sekretariat",
            "Meldt forfall",
            "• Tora Fabelvik – nestleder Odd Eventyrnes møter i hennes sted",
            "Sekretariat",
            "• Gro Trollstad, rådgiver – sekretær for rådet",
            "• Per Askeladd, konsulent",
            "• Ola Trollmann, konsulent",
        )
    )
    assert found == [
        ("Gro Trollstad", "rådgiver", None, "sekretær for rådet"),
        ("Per Askeladd", "konsulent", None, None),
        ("Ola Trollmann", "konsulent", None, None),
    ]


PROPOSED = "Rådet godkjenner planen.\nDet settes av 3 mill. kroner."


@pytest.mark.parametrize(
    "title",
    [
        "Foreslått vedtak",
        "Vedtak (forslag)",
        "Vedtakspunkter",
        "Forslag til konklusjon",
        "Utkast til uttalelse",
        "Taubroen – forslag til vedtak",
        "Sak 1/31: Forslag til rådets beslutning",
        "Sekretariatets anbefaling",
        "Anbefaling – 1/31",
        "Direktørens innstilling",
        "Hva skal rådet bestemme?",
        "Det vi ber rådet om",
        "Rådet bes om å …",
        "Rådet inviteres til å fatte følgende vedtak",
        "Slik kan rådet konkludere",
    ],
)
def test_a_title_may_say_in_many_words_that_it_proposes(title: str) -> None:
    understood = meeting(
        SIGNPOST,
        slide("Sak 1/31 Taubroen over elva", "• Lang"),
        slide(title, "• Rådet godkjenner planen.", "• Det settes av 3 mill. kroner."),
    )
    assert [(p.case, p.text) for p in understood.proposals] == [("1/31", PROPOSED)]


@pytest.mark.parametrize(
    "title", ["Anbefaling", "Konklusjon", "Rådet bes om innspill", "Rådet bes drøfte", "Tilrådinger fra i fjor"]
)
def test_words_that_stand_over_other_things_too_propose_nothing_alone(title: str) -> None:
    understood = meeting(
        SIGNPOST,
        slide("Sak 1/31 Taubroen over elva", "• Lang"),
        slide(title, "• Broen er for lang", "• Hva gjør vi nå?"),
    )
    assert understood.proposals == ()


def _boxed(*texts: str, left: float = 500.0, group: int | None = 0) -> list[Block]:
    kinds = [BlockKind.HEADING, *[BlockKind.PARAGRAPH] * (len(texts) - 1)]
    return [
        Block(kind, text, Box(left, 100 + 20 * place, left + 300, 118 + 20 * place), size=14, group=group)
        for place, (kind, text) in enumerate(zip(kinds, texts, strict=True))
    ]


@pytest.mark.parametrize(
    "label", ["Forslag til beslutning", "Forslag:", "Forslag til oppsummering", "Utvalget foreslås å vedta:"]
)
def test_a_proposal_in_a_box_beside_other_things_is_only_what_the_box_says(label: str) -> None:
    beside = slide("Økonomien", "• Tauet koster mye", "• Tjære er dyrt")
    box = _boxed(label, "Utvalget godkjenner regnskapet.")
    mixed = replace(beside, blocks=(*beside.blocks, *box))
    understood = meeting(SIGNPOST, slide("Sak 1/31 Taubroen over elva", "• Lang"), mixed)
    (proposal,) = understood.proposals
    assert proposal.text.splitlines()[-1] == "Utvalget godkjenner regnskapet."
    assert "Tauet" not in proposal.text
    assert understood.slides[3].kind is SlideKind.CONTENT


def test_a_remark_in_another_box_below_the_points_is_not_proposed() -> None:
    points = _boxed("Rådet tilrår:", "a) at broen rives", "b) at tauet spares", left=60, group=None)
    remark = Block(BlockKind.PARAGRAPH, "Fyrmesteren inviterer til kaffe.", Box(60, 400, 400, 420), size=12, group=3)
    proposing = replace(
        slide("Forslag til tilråding"), blocks=(slide("Forslag til tilråding").blocks[0], *points, remark)
    )
    understood = meeting(SIGNPOST, slide("Sak 1/31 Taubroen over elva", "• Lang"), proposing)
    assert [p.text for p in understood.proposals] == ["Rådet tilrår:\na) at broen rives\nb) at tauet spares"]


def test_what_a_body_is_only_asked_for_gives_way_to_the_cases_proposal() -> None:
    understood = meeting(
        SIGNPOST,
        slide("Sak 1/31 Taubroen over elva", "• Lang"),
        slide("Sekretariatets anbefaling", "• Rådet støtter alternativ B."),
        slide("Forslag til vedtak", "• Rådet velger alternativ A."),
    )
    assert [p.text for p in understood.proposals] == ["Rådet velger alternativ A."]


def test_the_points_of_a_proposal_may_be_rows_of_a_table() -> None:
    told = table(["Nr.", "Vedtakspunkt"], ["1", "Rådet godkjenner planen."], ["2", "Det settes av 3 mill. kroner."])
    understood = meeting(SIGNPOST, slide("Sak 1/31 Taubroen over elva", "• Lang"), slide("Forslag til vedtak", told))
    assert [p.text for p in understood.proposals] == [PROPOSED]


def test_the_day_that_a_cover_gives_the_meeting_outweighs_one_in_the_title_of_a_case() -> None:
    titled = [slide(f"Sak 2/31 Regnskap per 30. juni 2031, del {n}", "• Tall") for n in range(6)]
    cover = slide("Fabelrådet", "Møte torsdag 27. august 2031 kl. 09.00–14.30", "Fabelhuset")
    listed = slide("Saksliste", "1/31 Taubroen", "2/31 Regnskap per 30. juni 2031")
    assert understand([document(cover, listed, *titled)]).date == date(2031, 8, 27)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("Møtedato: 27/8-2031", date(2031, 8, 27)),
        ("2031-08-27 · 09:30–14:30 · Fabelhuset og på skjerm", date(2031, 8, 27)),
        ("veke 35, onsdag 27. august 2031", date(2031, 8, 27)),
        ("Fabelvik, den 27. august 2031", date(2031, 8, 27)),
        ("Møte #4 · 27.08.2031", date(2031, 8, 27)),
    ],
)
def test_the_day_on_a_cover_is_the_meetings_however_it_is_written(day: str, told: date) -> None:
    titled = [slide(f"Sak {n}/31 Regnskap per 30. juni 2031", "• Tall fra 30. juni 2031") for n in range(1, 7)]
    cover = slide(
        "Fabelrådet", "Innkalling sendt 1. august 2031. Forrige møte: 3. juni 2031", day, "Versjon 2, 20. august 2031"
    )
    assert understand([document(cover, *titled)]).date == told


def test_a_day_and_a_bodys_name_set_in_several_texts_of_a_cover_are_read_together() -> None:
    cover = Slide(
        1,
        960,
        540,
        tuple(
            Block(kind, text, Box(40, 20 + 60 * n, 700, 70 + 60 * n), size=size)
            for n, (kind, text, size) in enumerate(
                [
                    (BlockKind.TITLE, "Nasjonalt råd", 48),
                    (BlockKind.HEADING, "for bruvern", 48),
                    (BlockKind.PARAGRAPH, "Rådsmøte nr. 3", 18),
                    (BlockKind.HEADING, "27", 120),
                    (BlockKind.HEADING, "AUG.", 40),
                    (BlockKind.PARAGRAPH, "2031", 24),
                ]
            )
        ),
        SlideStatus.TEXT,
    )
    understood = understand(
        [document(cover, slide("Regnskap", "• Fra 30. juni 2031"), slide("Mer", "• Bruen fra 3. mai 2030"))]
    )
    assert (understood.body, understood.date) == ("Nasjonalt råd for bruvern", date(2031, 8, 27))


def test_a_number_with_its_type_in_brackets_stands_between_the_hour_and_the_title() -> None:
    entries = [
        (hour, left, top + drop)
        for top, *texts in (
            (120, "12.20", "12/31 (V)", "Tau og bruer", "Odd Eventyrnes, Fyretaten"),
            (190, "12.50", "13/31 (D)", "Leting med drage", "Gro Trollstad, prosjektleder"),
            (260, "13.20", "14/31", "Eventuelt", "Tora Fabelvik"),
        )
        for hour, left, drop in zip(texts, (50, 150, 280, 280), (0, 2, -11, 13), strict=True)
    ]
    assert [
        (number, title, presenter, hour, type_)
        for number, title, presenter, hour, _, type_ in rows(placed("Dagsorden", *entries))
    ] == [
        ("12/31", "Tau og bruer", "Odd Eventyrnes", "12:20", "V"),
        ("13/31", "Leting med drage", "Gro Trollstad", "12:50", "D"),
        ("14/31", "Eventuelt", "Tora Fabelvik", "13:20", None),
    ]


def test_a_legend_of_letters_holds_on_each_slide_that_the_agenda_goes_over() -> None:
    first = slide(
        "Saksliste før lunsj",
        "09.00 Sak 1/31 Taubroen (B)",
        "10.00 Sak 2/31 Budsjettet (O)",
        "B = beslutning, O = orientering",
    )
    second = slide("Saksliste etter lunsj", "12.00 Sak 3/31 Tauene (O)", "13.00 Sak 4/31 Dragene (B)")
    assert [row[5] for row in rows(first, second)] == ["Beslutning", "Orientering", "Orientering", "Beslutning"]


def test_what_is_done_of_something_is_no_name_and_a_place_behind_a_title_is_none() -> None:
    assert not is_person_name("Mudring av Fabelrenna")
    assert titled_name("Ordfører i Ytre Fabel") is None
    assert titled_name("Ordfører Tora Fabelvik") == ("Ordfører", "Tora Fabelvik")
