"""Meetings of other bodies in other layouts; all of them fictional."""

from __future__ import annotations

from datetime import date

import pytest
from tests.deck_builder import document, pages, picture, slide, table

from radsassistent.documents import Slide
from radsassistent.meetings import Meeting, SlideKind, understand
from radsassistent.meetings.bodies import names_body

HEADER = ("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype")
AGENDA = table(
    HEADER,
    ("11/27", "Godkjenning av dagsorden", "Oppdiktet Person, Oppdiktet etat", "09:00", "Godkjenning"),
    ("12/27", "Oppdiktet satsing", "Annen Oppdiktet", "9.15", "Drøfting"),
    (None, "Lunsj", None, "11:30", None),
    ("13/27", "Eventuelt", None, "12:00", None),
)


def meeting(*slides: Slide) -> Meeting:
    return understand([document(*slides)])


def cases(understood: Meeting) -> list[str | None]:
    return [each.case for each in understood.slides]


def kinds(understood: Meeting) -> list[SlideKind]:
    return [each.kind for each in understood.slides]


def test_another_body_and_another_month_are_understood() -> None:
    understood = meeting(
        slide("Møte i Oppdiktutvalget 3. september 2027", "Møterommet, Oppdiktet etat, Fantasibyen"),
        slide("Dagsorden", AGENDA),
        slide("Sak 11/27: Godkjenning av dagsorden"),
        slide("Forslag til vedtak", "Oppdiktutvalget godkjenner dagsorden."),
        slide("Sak 12/27: Oppdiktet satsing"),
        slide("Om satsingen", "• Et punkt"),
        slide("Lunsj"),
        slide("Etter lunsj", "Noe utenfor sakene."),
        slide("Sak 13/27: Eventuelt"),
    )
    assert (understood.body, understood.date) == ("Oppdiktutvalget", date(2027, 9, 3))
    assert understood.venue == "Møterommet, Oppdiktet etat, Fantasibyen"
    assert cases(understood) == [None, None, "11/27", "11/27", "12/27", "12/27", None, None, "13/27"]
    assert [(i.case, i.presenter, i.organisation, i.time) for i in understood.agenda] == [
        ("11/27", "Oppdiktet Person", "Oppdiktet etat", "09:00"),
        ("12/27", "Annen Oppdiktet", None, "09:15"),
        (None, None, None, "11:30"),
        ("13/27", None, None, "12:00"),
    ]
    assert [(p.case, p.text) for p in understood.proposals] == [("11/27", "Oppdiktutvalget godkjenner dagsorden.")]


@pytest.mark.parametrize(
    ("announced", "body", "day"),
    [
        ("Møte i Strategirådet 5. mars 2027", "Strategirådet", date(2027, 3, 5)),
        ("Møte i Fagrådet 05.03.2027", "Fagrådet", date(2027, 3, 5)),
        ("Referat fra møte i Oppdiktstyret 5.3.27", "Oppdiktstyret", date(2027, 3, 5)),
        ("Saksliste for Oppdiktnemnda, 2027-03-05", "Oppdiktnemnda", date(2027, 3, 5)),
        ("Innkalling til møte i formannskapet 5. MARS 2027", "Formannskapet", date(2027, 3, 5)),
    ],
)
def test_body_and_day_are_read_in_the_ways_that_they_are_written(announced: str, body: str, day: date) -> None:
    understood = meeting(slide(announced), slide("Innhold", "Noe"))
    assert (understood.body, understood.date) == (body, day)


def test_a_day_and_a_body_mentioned_in_passing_do_not_outweigh_the_announcement() -> None:
    passing = [slide(f"Side {n}", "Fagrådet behandlet dette 1. juni 2025. Fagrådet ventet.") for n in range(30)]
    understood = meeting(slide("Møte i Strategirådet 5. mars 2027"), *passing)
    assert (understood.body, understood.date) == ("Strategirådet", date(2027, 3, 5))


def test_a_deck_that_names_neither_body_nor_day_is_taken_in_with_warnings() -> None:
    understood = meeting(slide("Velkommen"), slide("Innhold", "• Noe om ingenting"))
    assert (understood.body, understood.date) == ("Ukjent organ", None)
    assert understood.warnings == ("Fant ikke hvilket organ møtet gjelder.", "Fant ikke møtets dato.")


def test_a_day_that_is_not_in_the_calendar_is_no_date() -> None:
    assert meeting(slide("Møte i Fagrådet 31. februar 2027")).date is None


def test_without_an_agenda_the_headings_tell_the_cases() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Sak 3/27: Første oppdiktede sak"),
        slide("Innhold", "Noe"),
        slide("SAK NR. 04/2027 – Andre oppdiktede sak"),
        slide("Mer innhold", "Noe mer"),
    )
    assert understood.agenda == ()
    assert [(case.number, case.title) for case in understood.cases] == [
        ("3/27", "Første oppdiktede sak"),
        ("4/27", "Andre oppdiktede sak"),
    ]
    assert cases(understood) == [None, "3/27", "3/27", "4/27", "4/27"]


def test_a_heading_without_a_year_takes_the_agendas_case_of_that_number() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. januar 2028"),
        slide("Dagsorden", AGENDA),
        slide("Sak 12: Oppdiktet satsing"),
        slide("Innhold", "Noe"),
    )
    assert cases(understood) == [None, None, "12/27", "12/27"]


def test_a_heading_without_year_and_agenda_takes_the_year_of_the_meeting() -> None:
    understood = meeting(slide("Møte i Oppdiktrådet 5. mars 2027"), slide("Sak 7: Noe nytt"), slide("Mer", "Tekst"))
    assert cases(understood) == [None, "7/27", "7/27"]


def test_the_title_of_the_deck_is_no_section_and_a_heading_alone_on_a_slide_is_one() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Innledning", "Noe"),
        slide("Sak 3/27: Oppdiktet sak"),
        slide("Før delen", "Noe"),
        slide("Kostnader"),
        slide("Tall", "Noe"),
        slide("Sak 4/27: Neste sak"),
        slide("Innhold", "Noe"),
    )
    assert [each.section for each in understood.slides] == [
        None,
        None,
        None,
        None,
        "Kostnader",
        "Kostnader",
        None,
        None,
    ]
    assert kinds(understood)[4] is SlideKind.SECTION


def test_a_slide_with_nothing_but_a_case_number_opens_its_case() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"), slide("Sak 3/27"), slide("Innhold", "Noe"), picture()
    )
    assert cases(understood) == [None, "3/27", "3/27", "3/27"]
    assert kinds(understood)[1:] == [SlideKind.DIVIDER, SlideKind.CONTENT, SlideKind.PICTURE]


def test_a_sentence_about_a_case_does_not_open_it() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Sak 3/27: Oppdiktet sak"),
        slide("Bakgrunn", "Se også sak 9/26 fra forrige møte."),
        slide("Saken fortsetter", "Sakene henger sammen."),
    )
    assert cases(understood) == [None, "3/27", "3/27", "3/27"]
    assert [case.number for case in understood.cases] == ["3/27"]


def test_a_case_number_in_a_running_header_keeps_the_case_open() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Sak 3/27: Oppdiktet sak"),
        slide("Sak 3/27: Oppdiktet sak", "Bakgrunn"),
        slide("Sak 3/27: Oppdiktet sak", "Vurdering"),
        slide("Sak 4/27: Neste sak"),
        slide("Innhold", "Noe"),
    )
    assert cases(understood) == [None, "3/27", "3/27", "3/27", "4/27", "4/27"]


@pytest.mark.parametrize(
    "heading",
    [
        "Forslag til vedtak",
        "FORSLAG TIL VEDTAK:",
        "Oppdatert forslag til vedtak",
        "Forslag til innstilling",
        "Innstilling",
    ],
)
def test_a_proposal_is_known_by_its_heading_however_it_is_spelt(heading: str) -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Sak 3/27: Oppdiktet sak"),
        slide(heading, "Oppdiktrådet tar saken til orientering.", "• Etaten følger opp."),
    )
    (proposal,) = understood.proposals
    assert proposal.text == "Oppdiktrådet tar saken til orientering.\nEtaten følger opp."
    assert (proposal.case, proposal.place.slide) == ("3/27", 3)
    assert proposal.updated is heading.startswith("Oppdatert")
    assert kinds(understood)[2] is SlideKind.PROPOSAL


def test_a_proposal_under_a_label_on_a_slide_with_more_is_only_what_follows_the_label() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Sak 3/27: Oppdiktet sak"),
        slide("Oppsummering", "Saken er utredet.", "Forslag til vedtak:", "Oppdiktrådet ber om en plan."),
    )
    assert [proposal.text for proposal in understood.proposals] == ["Oppdiktrådet ber om en plan."]


def test_a_slide_on_which_the_body_speaks_without_a_heading_is_a_proposal() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Sak 3/27: Oppdiktet sak"),
        slide(None, "Oppdiktrådet tar saken til orientering."),
        slide(None, "Etaten tar saken til orientering."),
    )
    assert [(p.place.slide, p.text) for p in understood.proposals] == [(3, "Oppdiktrådet tar saken til orientering.")]


def test_a_mention_of_the_proposal_in_a_list_of_contents_is_none() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Sak 3/27: Oppdiktet sak"),
        slide("Innhold", "• Bakgrunn", "• Forslag til vedtak", "• Neste steg"),
    )
    assert understood.proposals == ()


def test_an_agenda_set_as_a_list_is_read() -> None:
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"),
        slide("Saksliste", "3/27 Godkjenning av dagsorden", "Sak 4/27: Oppdiktet satsing", "Pause"),
        slide("Sak 3/27: Godkjenning av dagsorden"),
    )
    assert [(item.case, item.title) for item in understood.agenda] == [
        ("3/27", "Godkjenning av dagsorden"),
        ("4/27", "Oppdiktet satsing"),
    ]
    assert kinds(understood)[1] is SlideKind.AGENDA


@pytest.mark.parametrize(
    ("cell", "person", "organisation"),
    [
        ("Oppdiktet Person, Oppdiktet etat", "Oppdiktet Person", "Oppdiktet etat"),
        ("Oppdiktet Person (Oppdiktet etat)", "Oppdiktet Person", "Oppdiktet etat"),
        ("Oppdiktet etat v/ Oppdiktet Person", "Oppdiktet Person", "Oppdiktet etat"),
        ("Alle", "Alle", None),
    ],
)
def test_presenter_and_organisation_are_parted_however_they_are_written(
    cell: str, person: str, organisation: str | None
) -> None:
    agenda = table(HEADER, ("1/27", "Sak en", cell, "", ""), ("2/27", "Sak to", None, None, None))
    first = meeting(slide("Møte i Oppdiktrådet 5. mars 2027"), slide("Agenda", agenda)).agenda[0]
    assert (first.presenter, first.organisation) == (person, organisation)


def test_a_table_with_one_case_number_is_no_agenda() -> None:
    other = table(("Sak", "Tittel"), ("1/27", "Oppdiktet sak"), ("Status", "Grønn"))
    assert meeting(slide("Møte i Oppdiktrådet 5. mars 2027"), slide("Status", other)).agenda == ()


def test_members_are_read_from_cards_with_and_without_labels() -> None:
    labelled = [(f"Navn: Oppdiktet Person{c}", "Tittel: Direktør (leder)", "Aktør: Etat") for c in "ABC"]
    plain = [(f"Oppdiktet Person{c}", "Seniorrådgiver", "Etat") for c in "DEF"]
    understood = meeting(
        slide("Møte i Oppdiktrådet 5. mars 2027"), slide("Medlemmer", *labelled), slide("Arbeidsgruppen", *plain)
    )
    assert [(m.name, m.title, m.organisation, m.role, m.group) for m in understood.members] == [
        *((f"Oppdiktet Person{c}", "Direktør", "Etat", "leder", "Medlemmer") for c in "ABC"),
        *((f"Oppdiktet Person{c}", "Seniorrådgiver", "Etat", None, "Arbeidsgruppen") for c in "DEF"),
    ]
    assert kinds(understood)[1:] == [SlideKind.MEMBERS, SlideKind.MEMBERS]


def test_a_role_in_brackets_after_a_name_is_read_as_the_role() -> None:
    cards = [(f"Oppdiktet Person{letter}", "Rådgiver", "Oppdiktet etat") for letter in "ABC"]
    leader = ("Tuva Oppdiktsdatter (leder)", "Avdelingsdirektør", "Oppdiktet etat")
    members = meeting(slide("Møte i Oppdiktrådet 5. mars 2027"), slide("Medlemmer", *cards, leader)).members
    assert [(each.name, each.role) for each in members if each.role] == [("Tuva Oppdiktsdatter", "leder")]


def test_cards_that_are_not_people_are_no_members() -> None:
    cards = [(f"Oppdiktet tiltak {n}", "Går som planlagt", "Ferdig i 2027") for n in range(4)]
    assert meeting(slide("Møte i Oppdiktrådet 5. mars 2027"), slide("Tiltak", *cards)).members == ()


def test_several_documents_of_a_meeting_are_understood_together() -> None:
    deck = document(
        slide("Møte i Oppdiktrådet 5. mars 2027"), slide("Sak 12: Oppdiktet satsing"), slide("Innhold", "Noe")
    )
    summons = document(slide("Innkalling til møte i Oppdiktrådet 5. mars 2027"), slide("Saker", AGENDA), name="inn.pdf")
    understood = understand([deck, summons])
    assert len(understood.slides) == 5
    assert [each.case for each in understood.slides if each.place.sha256 == deck.sha256] == [None, "12/27", "12/27"]
    assert {item.place.sha256 for item in understood.agenda} == {summons.sha256}


def test_a_room_that_stands_with_the_date_is_the_place_of_the_meeting() -> None:
    understood = meeting(slide("Møte i Oppdiktutvalget", "Onsdag 10. september 2025 Møterom Glitre, Fantasibyen"))
    assert understood.venue == "Møterom Glitre, Fantasibyen"


def test_the_members_of_a_table_have_their_title_role_and_organisation() -> None:
    understood = meeting(
        slide("Oppdiktrådet for fjellhelse", "Innkalling til møte 3. september 2027"),
        slide(
            "Rådets medlemmer",
            table(
                ("Navn", "Rolle", "Virksomhet", "Stilling"),
                ("Tuva Oppdiktsdatter", "Leder", "Fantasibyen kommune", "Kommuneoverlege"),
                ("Sindre Fantasivik", "Medlem", "Oppdiktet havn", "Havnesjef"),
            ),
        ),
        slide("Tall", table(("Post", "2026", "2027"), ("Drift", "3", "4"))),
    )
    assert [(m.name, m.role, m.organisation, m.title, m.place.slide) for m in understood.members] == [
        ("Tuva Oppdiktsdatter", "Leder", "Fantasibyen kommune", "Kommuneoverlege", 2),
        ("Sindre Fantasivik", None, "Oppdiktet havn", "Havnesjef", 2),
    ]


def test_a_table_of_tasks_with_names_in_other_columns_lists_no_members() -> None:
    tasks = table(("Tiltak", "Ansvarlig", "Virksomhet"), ("Ny brygge", "Tuva Oppdiktsdatter", "Oppdiktet havn"))
    assert meeting(slide("Møte i Oppdiktutvalget 3. september 2027"), slide("Oppfølging", tasks)).members == ()


@pytest.mark.parametrize("opening", ["Oppdiktrådet for fjellhelse", "Referat fra møte i Oppdiktrådet for fjellhelse"])
def test_a_body_is_called_by_its_whole_name(opening: str) -> None:
    understood = meeting(
        slide(opening, "Møte i Oppdiktrådet 3. september 2027"), slide("Om rådet for fjellet", "• Ett")
    )
    assert understood.body == "Oppdiktrådet for fjellhelse"


@pytest.mark.parametrize("named", ["fjellhelserådet", "Oppdiktrådet", "Oppdiktrådet for fjellhelse", "fjellhelsemøtet"])
def test_a_body_is_known_by_its_head_and_by_what_it_is_for(named: str) -> None:
    assert names_body(f"Hva sa {named} om saken?", "Oppdiktrådet for fjellhelse")
    assert not names_body("Hva sa sjøhelserådet om saken?", "Oppdiktrådet for fjellhelse")


@pytest.mark.parametrize(
    "title", ["Sak 12/27: Forslag til vedtak", "PS 12/27 – Framlegg til vedtak", "12/27 Innstilling"]
)
def test_a_proposal_is_known_under_a_title_that_names_its_case(title: str) -> None:
    understood = meeting(
        slide("Møte i Oppdiktutvalget 3. september 2027"),
        slide("Sak 12/27: Oppdiktet satsing"),
        slide(title, "1", "Utvalget støtter satsingen.", "2", "Utvalget ber om et budsjett."),
    )
    (proposal,) = understood.proposals
    assert (proposal.case, proposal.text) == ("12/27", "Utvalget støtter satsingen.\nUtvalget ber om et budsjett.")


def test_the_members_of_a_list_have_their_title_role_and_organisation() -> None:
    understood = meeting(
        slide("Kultur- og fjellutvalget", "Møte i Kultur- og fjellutvalget 3. september 2027"),
        slide(
            "Utvalgets medlemmer",
            "• Tuva Oppdiktsdatter, rektor, Fantasibyen skole (leder)",
            "• Sindre Fantasivik, havnesjef, Oppdiktet havn",
            "• Varamedlemmer",
            "• Oddny Kvikkmyr, fiskehandler",
        ),
    )
    assert understood.body == "Kultur- og fjellutvalget"
    assert [(m.name, m.role, m.organisation, m.title, m.group) for m in understood.members] == [
        ("Tuva Oppdiktsdatter", "leder", "Fantasibyen skole", "rektor", "Utvalgets medlemmer"),
        ("Sindre Fantasivik", None, "Oppdiktet havn", "havnesjef", "Utvalgets medlemmer"),
        ("Oddny Kvikkmyr", None, None, "fiskehandler", "Varamedlemmer"),
    ]


def test_a_column_of_title_and_organisation_is_parted() -> None:
    rows = table(("Navn", "Stilling og virksomhet"), ("Tuva Oppdiktsdatter", "Rektor, Fantasibyen skole"))
    understood = meeting(slide("Møte i Oppdiktutvalget 3. september 2027"), slide("Sammensetning", rows))
    assert [(m.title, m.organisation) for m in understood.members] == [("Rektor", "Fantasibyen skole")]


@pytest.mark.parametrize(
    "line",
    [
        "Gamle Trollfjøs, Tåkeheim",
        "Grendehuset Fabelhaug, loftet",
        "Fabelhuset, Tåkeheim",
        "Fabelhuset, lille sal",
        "Gamle Trollfjøs, møterom Hulder, Tåkeheim",
    ],
)
def test_a_house_and_a_town_or_a_room_under_the_day_on_a_cover_is_the_venue(line: str) -> None:
    understood = meeting(slide("Trollhageutvalget", "Møte 12. mars 2031", line), slide("Mer", "Tekst"))
    assert understood.venue == line
    assert (understood.announced, understood.title) == (understood.slides[0].place, "Møte 12. mars 2031")


@pytest.mark.parametrize(
    ("said", "venue"),
    [
        ("Grendehuset på Fabelhaug", "Grendehuset på Fabelhaug"),
        ("Kontoret til fyret i Trollgata 4", None),
        ("Fyrkontoret i Trollgata 4", "Fyrkontoret i Trollgata 4"),
        ("i kantina på Fabelheim", "kantina på Fabelheim"),
        ("Fabel fjellstue", "Fabel fjellstue"),
        ("kl. 10–14, møterom Hulder, Fabelhuset", "møterom Hulder, Fabelhuset"),
        ("Klokka 11 på Fabelheimen, kjellarstova", "Fabelheimen, kjellarstova"),
        ("Kl. 16:30 på Låven ungdomshus", "Låven ungdomshus"),
        ("10.00 · Grendahuset på Nedre Fabel", "Grendahuset på Nedre Fabel"),
        ("Fabelhuset, Tåkeheim, kl. 10–13", "Fabelhuset, Tåkeheim"),
        ("Fabel kommune, rådhuset", "Fabel kommune, rådhuset"),
        ("Sykehuset i Fabel", None),
        ("Huldredal kommune", None),
    ],
)
def test_the_place_by_the_day_of_a_cover_is_the_venue_without_its_hours(said: str, venue: str | None) -> None:
    assert meeting(slide("Trollhageutvalget", "Møte 12. mars 2031", said), slide("Mer", "Tekst")).venue == venue
    on_its_line = slide("Trollhageutvalget", f"Torsdag 12. mars 2031 | {said}")
    assert venue is None or meeting(on_its_line, slide("Mer", "Tekst")).venue == venue


def test_a_table_of_labels_on_a_cover_tells_place_and_hours() -> None:
    labels = table(("Dato:", "12.03.31"), ("Tid:", "09.00–12.00"), ("Sted:", "Fabel rådhus, 3. etasje"))
    told = meeting(slide("Trollhageutvalget", "FABEL KOMMUNE", labels), slide("Mer", "Tekst"))
    assert (told.venue, told.start, told.end) == ("Fabel rådhus, 3. etasje", "09:00", "12:00")


@pytest.mark.parametrize(
    "line",
    [
        "Tora Fabelvik, leder",
        "Rådgiver Tora Fabelvik, Fyretaten",
        "Tora Fabelvik, Odd Eventyrnes",
        "Sammen om skog, hav og fjell",
        "Velkommen, alle sammen",
        "Grendehuset",
        "Vi møtes for å snakke om troll, huldre",
    ],
)
def test_a_line_of_people_or_of_a_motto_under_the_day_is_no_venue(line: str) -> None:
    assert meeting(slide("Trollhageutvalget", "Møte 12. mars 2031", line), slide("Mer", "Tekst")).venue is None


def test_a_house_and_a_town_on_a_cover_without_a_day_are_no_venue() -> None:
    assert meeting(slide("Trollhageutvalget", "Gamle Trollfjøs, Tåkeheim"), slide("Mer", "Tekst")).venue is None


def test_a_house_under_another_day_than_the_meetings_is_no_venue_and_leaves_the_announcement() -> None:
    understood = meeting(
        slide("Trollhageutvalget", "Sendt ut 1. mars 2031", "Gamle Trollfjøs, Tåkeheim"),
        slide("Møte i Trollhageutvalget 12. mars 2031", "Tekst"),
    )
    assert (understood.venue, understood.title) == (None, "Møte i Trollhageutvalget 12. mars 2031")


@pytest.mark.parametrize(
    ("said", "venue"),
    [
        ("Grendehuset. Møtet vart sett kl. 09.05.", "Grendehuset"),
        ("Tåkeheim grendehus kl. 10.00. Møtet var åpent.", "Tåkeheim grendehus"),
        ("Møterom St. Olav, Tåkeheim", "Møterom St. Olav, Tåkeheim"),
        ("Fabelhuset, 2. etasje", "Fabelhuset, 2. etasje"),
    ],
)
def test_a_venue_ends_with_its_sentence(said: str, venue: str) -> None:
    protocol = document(
        *pages(f"# Møteprotokoll\nUtval: Trollhagerådet\nDato: 5. mars 2031\nStad: {said}\n# Sak 1/31 Troll")
    )
    assert understand([protocol]).venue == venue


@pytest.mark.parametrize(
    ("lines", "role", "title", "organisation"),
    [
        (("Leiar, pensjonert lærar",), "Leiar", "pensjonert lærar", None),
        (("Medlem, symjetrenar",), None, "symjetrenar", None),
        (("1. vara, kokk",), "1. vara", "kokk", None),
        (("Nestleder", "Rådgiver", "Fyretaten"), "Nestleder", "Rådgiver", "Fyretaten"),
        (("Leder, Tåkeheim kommune",), "Leder", None, "Tåkeheim kommune"),
        (("Leder, Fagsjef",), "Leder", "Fagsjef", None),
        (("Observatør fra elevrådet",), "Observatør fra elevrådet", None, None),
        (("Leder for drift", "Fyretaten"), None, "Leder for drift", "Fyretaten"),
        (("Lederskolen", "Rådgiver"), None, "Rådgiver", "Lederskolen"),
        (("Varamedlemsordningen", "Rådgiver"), None, "Rådgiver", "Varamedlemsordningen"),
    ],
)
def test_a_line_of_a_card_that_opens_with_a_role_tells_it(
    lines: tuple[str, ...], role: str | None, title: str | None, organisation: str | None
) -> None:
    others = [(f"Oppdiktet Person{letter}", "Rådgiver", "Fyretaten") for letter in "AB"]
    cards = meeting(
        slide("Møte i Trollhagerådet 12. mars 2031"), slide("Medlemmer", ("Tora Fabelvik", *lines), *others)
    ).members
    assert [(each.name, each.role, each.title, each.organisation) for each in cards[:1]] == [
        ("Tora Fabelvik", role, title, organisation)
    ]


def test_types_given_by_letters_are_the_words_that_the_slide_explains_them_by() -> None:
    lettered = table(
        HEADER,
        ("11/27", "Oppdiktet budsjett", "Oppdiktet Person", "09:00", "B"),
        ("12/27", "Oppdiktet satsing", "Annen Oppdiktet", "09:15", "D"),
        ("13/27", "Oppdiktet rapport", "Tredje Oppdiktet", "10:00", "X"),
    )
    understood = meeting(
        slide("Møte i Oppdiktutvalget 3. september 2027", "Møterommet"),
        slide("Kjøreplan", lettered, "B = beslutning D = drøfting O = orientering"),
    )
    assert [item.case_type for item in understood.agenda] == ["Beslutning", "Drøfting", "X"]


def test_slides_that_put_proposals_and_tell_no_decision_are_no_minutes_whatever_they_call_themselves() -> None:
    understood = meeting(
        slide("Oppdiktutvalget", "Møtebok", "med saker og bilag", "3. september 2027"),
        slide("Dagsorden", AGENDA),
        slide("Sak 12/27: Oppdiktet satsing", "• Satsingen er oppdiktet"),
        slide("Forslag til vedtak", "Oppdiktutvalget tar saken til orientering."),
    )
    assert [(each.case, each.text) for each in understood.proposals] == [
        ("12/27", "Oppdiktutvalget tar saken til orientering.")
    ]
