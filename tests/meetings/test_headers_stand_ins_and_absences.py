"""Decks whose cases stand in running headers or counted lists, and slides of those who cannot come; all fictional."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.deck_builder import document, pages, slide, table

from radsassistent.documents import Block, BlockKind, Box, Slide
from radsassistent.meetings import Meeting, Presence, SlideKind, understand

COVER = slide("Møte i Trollhagerådet 12. mars 2031")


def meeting(*slides: Slide) -> Meeting:
    return understand([document(COVER, *slides)])


def headed(header: str, title: str, *body: str) -> Slide:
    """A slide with a header of its case, as the reader has it: with the footers."""
    made = slide(title, *body)
    return replace(made, blocks=(*made.blocks, Block(BlockKind.FOOTER, header, Box(40, 10, 400, 30), size=12)))


def test_a_list_that_counts_its_cases_besides_is_of_those_cases() -> None:
    understood = meeting(
        slide(
            "Saksliste",
            "1. Sak 7/31 Nye bruer (Tora Fabelvik, kl. 09.00–09.40)",
            "2. Sak 8/31 Mer tåke (Odd Huldermo, kl. 09.40–10.20)",
            "Lunsj (grotta, kl. 10.20–11.00)",
            "3. Sak 9/31 Eventuelt (Tora Fabelvik, kl. 11.00–11.20)",
        ),
        slide("Sak 7/31: Nye bruer", "• Bruene er av tau"),
        slide("Sak 8/31: Mer tåke", "• Tåka er grå"),
    )
    assert [(item.case, item.title, item.time) for item in understood.agenda] == [
        ("7/31", "Nye bruer", "09:00"),
        ("8/31", "Mer tåke", "09:40"),
        (None, "Lunsj", "10:20"),
        ("9/31", "Eventuelt", "11:00"),
    ]
    assert [case.number for case in understood.cases] == ["7/31", "8/31", "9/31"]


def test_a_point_of_a_proposal_that_speaks_of_a_case_is_no_entry_of_a_list() -> None:
    understood = meeting(
        slide("Sak 7/31: Nye bruer", "• Bruene er av tau"),
        slide("Forslag til vedtak", "1. Sak 8/31 utsettes.", "2. Sak 9/31 utsettes."),
    )
    assert [(p.case, p.text) for p in understood.proposals] == [
        ("7/31", "1. Sak 8/31 utsettes.\n2. Sak 9/31 utsettes.")
    ]


def test_a_header_with_a_cases_number_and_title_tells_the_case_of_each_slide() -> None:
    agenda = table(("Nr", "Sak", "Tid"), ("1", "Bruer av tau", "09.00"), ("2", "Tåke og skodde", "10.00"))
    understood = meeting(
        slide("Saksliste", agenda),
        headed("Sak 1 – Bruer av tau", "Bakgrunn", "• Tauet er av hamp"),
        headed("Sak 1 – Bruer av tau", "Forslag til vedtak", "1. Rådet bygger en bru."),
        headed("Sak 2 – Tåke og skodde", "Målinger", "Målt hver natt"),
        headed("Sak 2 – Tåke og skodde", "Forslag til vedtak", "1. Rådet måler tåka."),
        slide("Takk for i dag", "• Vel hjem"),
    )
    assert [each.case for each in understood.slides[2:6]] == ["Punkt 1", "Punkt 1", "Punkt 2", "Punkt 2"]
    assert understood.slides[4].kind is SlideKind.CONTENT
    assert "Sak 2 – Tåke og skodde" in understood.slides[4].evidence
    assert [(p.case, p.text) for p in understood.proposals] == [
        ("Punkt 1", "1. Rådet bygger en bru."),
        ("Punkt 2", "1. Rådet måler tåka."),
    ]


def test_a_header_with_another_title_than_the_agendas_tells_no_case() -> None:
    agenda = table(("Nr", "Sak", "Tid"), ("1", "Bruer av tau", "09.00"), ("2", "Tåke og skodde", "10.00"))
    understood = meeting(slide("Saksliste", agenda), headed("Sak 4 – Noe helt annet", "Bakgrunn", "• Tauet er av hamp"))
    assert understood.slides[2].case is None


def test_options_by_letter_are_no_people() -> None:
    understood = meeting(
        slide("Tre alternativ", *((f"Alternativ {letter}", "Delt løsning", "Pris: 3 kr") for letter in "ABC"))
    )
    assert not understood.members


def test_who_leads_the_council_behind_a_dash_has_that_role() -> None:
    found = meeting(
        slide(
            "Medlemmene i rådet",
            "Tora Fabelvik, ordfører – leder av rådet",
            "Odd Huldermo, rådgiver",
            "Siv Sagn, lærer",
        )
    ).members
    assert [(m.name, m.title, m.role) for m in found] == [
        ("Tora Fabelvik", "ordfører", "leder av rådet"),
        ("Odd Huldermo", "rådgiver", None),
        ("Siv Sagn", "lærer", None),
    ]


def test_a_table_of_the_secretariat_tells_what_each_of_them_is() -> None:
    found = meeting(
        slide(
            "Vara og sekretariat",
            table(
                ("Sekretariat og saksførarar", "Rolle"),
                ("Tora Fabelvik", "Sekretariatsleiar, fører protokollen"),
                ("Odd Huldermo", "Trollvakt"),
                ("Siv Sagn", "Økonomirådgjevar"),
            ),
        )
    ).members
    assert [(m.name, m.title, m.organisation) for m in found][1] == ("Odd Huldermo", "Trollvakt", None)
    assert {m.group for m in found} == {"Sekretariat og saksførarar"}


def test_those_on_a_list_of_stand_ins_stay_on_it_whatever_they_stand_under() -> None:
    found = meeting(
        slide(
            "Varamedlemmer og stedfortredere",
            "Trollsiden:",
            "• Tora Fabelvik (vara for Steinset)",
            "• Odd Huldermo (1. vara for Bergtatt)",
            "Observatører:",
            "• Siv Sagn (for Nøkk)",
            "• Per Eventyr, rektor ved Tåke skole (for Tusseladd)",
        )
    ).members
    assert {m.group for m in found} == {"Varamedlemmer og stedfortredere"}
    assert [m.role for m in found] == ["vara for Steinset", "1. vara for Bergtatt", "for Nøkk", "for Tusseladd"]


AWAY = slide(
    "Meldte forfall per 1. mars",
    table(
        ("Fraværende", "Organisasjon", "Årsak", "Møter i stedet"),
        ("Grim Steinset", "Trollforbundet", "Landsmøte", "Tora Fabelvik"),
        ("Ylva Bergtatt", "Jutullaget", "Syk", "–"),
    ),
)


def test_a_table_of_those_who_cannot_come_tells_why_and_who_comes_and_lists_no_members() -> None:
    understood = meeting(AWAY)
    assert not understood.members
    assert understood.slides[1].kind is SlideKind.CONTENT
    assert [(a.name, a.presence, a.substitutes_for, a.reason) for a in understood.attendance] == [
        ("Grim Steinset", Presence.ABSENT, None, "Landsmøte"),
        ("Tora Fabelvik", Presence.SUBSTITUTE, "Grim Steinset", None),
        ("Ylva Bergtatt", Presence.ABSENT, None, "Syk"),
    ]
    assert all(a.announced for a in understood.attendance)


def test_sentences_tell_who_cannot_come_and_the_stand_in() -> None:
    understood = meeting(
        slide("Forfall", "Grim Steinset har meldt forfall (tjenestereise). Vara: Tora Fabelvik, varaordfører.")
    )
    assert [(a.name, a.title, a.substitutes_for, a.reason) for a in understood.attendance] == [
        ("Grim Steinset", None, None, "tjenestereise"),
        ("Tora Fabelvik", "varaordfører", "Grim Steinset", None),
    ]


@pytest.mark.parametrize("label", ["Rådet innstiller på følgende:", "Styret tilrår:"])
def test_words_over_whole_points_are_no_part_of_a_proposal(label: str) -> None:
    understood = meeting(
        slide("Sak 7/31: Nye bruer", "• Bruene er av tau"),
        slide("Innstilling – bruer", label, "1. Rådet bygger en bru.", "2. Brua males."),
    )
    assert [p.text for p in understood.proposals] == ["1. Rådet bygger en bru.\n2. Brua males."]


def test_a_slide_of_stand_ins_and_others_tells_them_apart() -> None:
    found = meeting(
        slide(
            "Varamedlemmer, sekretariat og møteplan",
            "Varamedlemmer:",
            "• Tora Fabelvik, rådgiver, Tåkeheim kommune",
            "• Odd Huldermo, lærer, Skodde kommune",
            "Sekretariat:",
            "• Siv Sagn, rådgiver, Tåkeheim kommune",
        )
    ).members
    assert [m.group for m in found] == ["Varamedlemmer", "Varamedlemmer", "Sekretariat"]


def test_of_a_list_with_one_a_line_what_follows_the_name_is_no_other_person() -> None:
    found = understand(
        [
            document(
                *pages(
                    """
                    # Referat fra møte i Trollhagerådet 12. mars 2031
                    # Til stede med stemmerett
                    • Tora Fabelvik, Trollforvaltningen Sør (leder)
                    • Odd Huldermo, Tåkeheim kommune (nestleder), til kl. 13.00
                    • Siv Ellingsdatter Sagn, Institutt for trollforskning
                    • Grim Steinset, Skodde havn KF (inhabil i sak 3/31)
                    • Ylva Bergtatt, Frivillig Tåkevakt
                    • Per Eventyr, Jutullaget (vara for Anne Nøkk)
                    # Forfall
                    • Anne Nøkk, Jutullaget
                    • Jon Tusse, Hulderetaten (ingen vara møtte)
                    # Observatører og sekretariat
                    • Nora Grøn, Trolldepartementet. Pål Stein, Vaktkommandoen Nord, møtte ikke.
                    • Hege Ram, Mikkel Aune Dal og Tuva Brekk
                    """
                )
            )
        ]
    ).attendance
    assert [(a.name, a.title, a.organisation, a.presence, a.substitutes_for, a.reason) for a in found] == [
        ("Tora Fabelvik", "leder", "Trollforvaltningen Sør", Presence.PRESENT, None, None),
        ("Odd Huldermo", "nestleder", "Tåkeheim kommune", Presence.PRESENT, None, None),
        ("Siv Ellingsdatter Sagn", None, "Institutt for trollforskning", Presence.PRESENT, None, None),
        ("Grim Steinset", None, "Skodde havn KF", Presence.PRESENT, None, None),
        ("Ylva Bergtatt", None, "Frivillig Tåkevakt", Presence.PRESENT, None, None),
        ("Per Eventyr", None, "Jutullaget", Presence.SUBSTITUTE, "Anne Nøkk", None),
        ("Anne Nøkk", None, "Jutullaget", Presence.ABSENT, None, None),
        ("Jon Tusse", None, "Hulderetaten", Presence.ABSENT, None, None),
        ("Nora Grøn", None, "Trolldepartementet", Presence.PRESENT, None, None),
        ("Pål Stein", None, "Vaktkommandoen Nord", Presence.ABSENT, None, None),
        ("Hege Ram", None, None, Presence.PRESENT, None, None),
        ("Mikkel Aune Dal", None, None, Presence.PRESENT, None, None),
        ("Tuva Brekk", None, None, Presence.PRESENT, None, None),
    ]


@pytest.mark.parametrize("line", ["Torsdag 12. mars 2031, kl. 09.00–14.35, Tåkeheim konferansesenter, Skodde", ""])
def test_minutes_are_from_the_place_beside_their_day_and_from_no_member(line: str) -> None:
    told = understand(
        [
            document(
                *pages(
                    f"""
                    # Referat – Trollhagerådet, møte 5/2031
                    {line or "Torsdag 12. mars 2031"}
                    # Til stede
                    • Tora Fabelvik, Trolletaten
                    • Ylva Bergtatt, Frivillig Tåkevakt
                    """
                )
            )
        ]
    )
    assert told.venue == ("Tåkeheim konferansesenter, Skodde" if line else None)


def test_a_list_of_those_who_cannot_come_tells_who_comes_instead() -> None:
    understood = meeting(
        slide(
            "Observatører, sekretariat og forfall",
            table(("Rolle", "Navn"), ("Observatør", "Nora Grøn"), ("Sekretariat", "Pål Stein")),
            ("Meldt forfall:", "• Grim Steinset – vara: seksjonsleder Tora Fabelvik", "• Ylva Bergtatt – ingen vara"),
            ("Endringer:", "• Jon Tusse avløste Siv Sagn 1. mars 2031"),
        )
    )
    assert [(a.name, a.title, a.presence, a.substitutes_for, a.reason) for a in understood.attendance] == [
        ("Grim Steinset", None, Presence.ABSENT, None, None),
        ("Tora Fabelvik", "seksjonsleder", Presence.SUBSTITUTE, "Grim Steinset", None),
        ("Ylva Bergtatt", None, Presence.ABSENT, None, None),
    ]


def test_a_sentence_of_two_parts_tells_who_cannot_come_and_who_does() -> None:
    understood = meeting(
        slide(
            "Forfall og endringer", "• Grim Steinset har meldt forfall; vara Tora Fabelvik møter", "• Nora må gå tidlig"
        )
    )
    assert [(a.name, a.substitutes_for) for a in understood.attendance] == [
        ("Grim Steinset", None),
        ("Tora Fabelvik", "Grim Steinset"),
    ]


def test_who_comes_instead_may_be_told_in_words_and_the_next_point_of_the_list_is_of_others() -> None:
    def point(level: int, text: str, place: int) -> Block:
        return Block(BlockKind.BULLET, text, Box(60, 100 + 30 * place, 900, 120 + 30 * place), level=level, group=0)

    told = (
        (0, "Meldt forfall"),
        (1, "Grim Steinset – avdelingssjef Tora Fabelvik (Trolletaten) møter i hans sted"),
        (1, "Ylva Bergtatt – ingen møter for Jutullaget"),
        (0, "Deltar digitalt"),
        (1, "Siv Sagn, Tåkelaget (fram til lunsj)"),
    )
    title = Block(BlockKind.TITLE, "Hvem møter i dag?", Box(40, 40, 900, 70), size=32)
    blocks = (title, *(point(level, text, place) for place, (level, text) in enumerate(told)))
    understood = meeting(replace(COVER, number=2, blocks=blocks))
    away = [a for a in understood.attendance if a.presence is not Presence.PRESENT]
    assert [(a.name, a.title, a.organisation, a.substitutes_for, a.reason) for a in away] == [
        ("Grim Steinset", None, None, None, None),
        ("Tora Fabelvik", "avdelingssjef", "Trolletaten", "Grim Steinset", None),
        ("Ylva Bergtatt", None, None, None, None),
    ]


def test_what_is_said_of_a_deputy_behind_a_name_is_no_organisation_and_a_reason_may_have_a_day() -> None:
    told = "• Grim Steinset, Tåkeheim kommune. Vara møtte ikke.\n• Ylva Bergtatt (sykdom, meldt 9. mars)"
    found = understand([document(*pages(f"# Referat fra møte i Trollhagerådet 12. mars 2031\n# Forfall\n{told}"))])
    assert [(a.name, a.organisation, a.presence, a.reason) for a in found.attendance] == [
        ("Grim Steinset", "Tåkeheim kommune", Presence.ABSENT, None),
        ("Ylva Bergtatt", None, Presence.ABSENT, "sykdom, meldt 9. mars"),
    ]
