"""The cases of slides as somebody says they are: in the folder's møte.toml, or by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.deck_builder import document, page, slide

from radsassistent.meetings import (
    CaseRange,
    CaseTitle,
    Classification,
    Overrides,
    OverridesError,
    as_toml,
    case_name,
    understand,
)

DECK = document(
    slide("Møte i Oppdiktrådet 13. februar 2026"),
    slide("Sak 3/26: Troll"),
    slide("Om trollet", "Det er grønt."),
    slide("Sak 4/26: Nisser"),
    slide("Forslag til vedtak", "Oppdiktrådet tar nissen til orientering."),
    name="innkalling.pdf",
)
MINUTES = document(
    page("# Protokoll fra Oppdiktrådet 13. februar 2026", "# Sak 3/26 Troll", "Trollet ble drøftet."),
    page("# Vedtak", "Trollet fredes."),
    page("# Sak 4/26 Nisser", "# Vedtak", "Nissen får grøt."),
    name="protokoll.docx",
)


def cases_of(meeting):
    return [slide.case for slide in meeting.slides]


def test_slides_are_of_the_case_that_is_said_and_their_proposals_follow():
    meeting = understand([DECK], Overrides(cases=(CaseRange(4, 5, "3/26"),)))
    assert cases_of(meeting) == [None, "3/26", "3/26", "3/26", "3/26"]
    assert [proposal.case for proposal in meeting.proposals] == ["3/26"]
    assert meeting.slides[3].evidence == "møte.toml"
    assert [case.number for case in meeting.cases] == ["3/26"], "a case without slides and agenda row is none"


def test_slides_can_be_said_to_be_of_no_case_or_of_a_new_one_with_a_title():
    said = Overrides(cases=(CaseRange(3, 3, None), CaseRange(5, 5, "5/26")), titles=(CaseTitle("5/26", "Huldra"),))
    meeting = understand([DECK], said)
    assert cases_of(meeting) == [None, "3/26", None, "4/26", "5/26"]
    assert [(case.number, case.title) for case in meeting.cases] == [
        ("3/26", "Troll"),
        ("4/26", "Nisser"),
        ("5/26", "Huldra"),
    ]


def test_what_is_said_of_one_document_leaves_the_others_as_they_are():
    said = Overrides(cases=(CaseRange(1, 3, None, "protokoll.docx"),))
    meeting = understand([DECK, MINUTES], said)
    assert cases_of(meeting) == [None, "3/26", "3/26", "4/26", "4/26", None, None, None]


def test_decisions_on_a_page_of_minutes_move_to_the_case_that_the_page_is_said_to_be_of():
    before = understand([MINUTES])
    assert [(d.case, d.text) for d in before.decisions] == [("3/26", "Trollet fredes."), ("4/26", "Nissen får grøt.")]
    after = understand([MINUTES], Overrides(cases=(CaseRange(3, 3, "9/26"),)))
    assert [(d.case, d.text) for d in after.decisions] == [("3/26", "Trollet fredes."), ("9/26", "Nissen får grøt.")]
    assert cases_of(after) == ["3/26", "3/26", "9/26"]


def test_saying_nothing_or_what_is_so_already_changes_nothing_but_the_evidence():
    assert understand([DECK, MINUTES], Overrides()) == understand([DECK, MINUTES])
    same = understand([DECK], Overrides(cases=(CaseRange(2, 3, "3/26"),)))
    without = understand([DECK])
    assert [replace(slide, evidence="") for slide in same.slides] == [
        replace(slide, evidence="") for slide in without.slides
    ]
    assert same.cases == without.cases


def test_what_is_said_of_slides_that_are_gone_is_told():
    meeting = understand([DECK], Overrides(cases=(CaseRange(5, 9, "3/26", "innkalling.pdf"),)))
    assert meeting.slides[4].case == "3/26"
    assert meeting.warnings == (
        "innkalling.pdf har 5 lysbilder; det som er sagt om lysbilde 6–9, gjelder ikke lenger.",
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("5/26", "5/26"),
        ("05/2026", "5/26"),
        ("sak 5/26", "5/26"),
        ("5", "5/26"),
        ("Sak 5", "5/26"),
        ("PS 5/26", "PS 5/26"),
        ("§ 188", "§ 188"),
        ("Punkt 3", "Punkt 3"),
        ("  ", None),
        ("Eventuelt", "Eventuelt"),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_case_number_is_kept_in_one_form_however_it_is_typed(typed, kept):
    assert case_name(typed, 2026) == kept


def test_the_folder_says_cases_in_norwegian_and_in_english():
    norwegian = 'dato = 2026-02-13\n[[saker]]\nfil = "a.pdf"\nfra = 4\ntil = 5\nsak = "3"\ntittel = "Troll"\n'
    english = (
        'date = 2026-02-13\n[[cases]]\nfile = "a.pdf"\nfirst = 4\nlast = 5\ncase = "sak 3/2026"\ntitle = "Troll"\n'
    )
    said = Overrides.parse(norwegian)
    assert said == Overrides.parse(english)
    assert said.cases == (CaseRange(4, 5, "3/26", "a.pdf"),)
    assert said.titles == (CaseTitle("3/26", "Troll"),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("saker = 5", "[[saker]] på en egen linje"),
        ("[[saker]]\nfra = 1", "mangler saken"),
        ('[[saker]]\nsak = "3/26"\nfra = 0', "må være lysbilder"),
        ('[[saker]]\nsak = "3/26"\ntil = 4', "må være lysbilder"),
        ('[[saker]]\nsak = "3/26"\nfra = 5\ntil = 4', "«til» (4) er før «fra» (5)"),
        ('[[saker]]\nsak = "3/26"\nside = 5', "nøkkelen «side» er ukjent under [[saker]]"),
    ],
)
def test_what_cannot_be_understood_of_cases_is_told_with_a_way_out(text, says):
    with pytest.raises(OverridesError) as caught:
        Overrides.parse(text)
    assert says in str(caught.value) and "\n" not in str(caught.value)


def test_a_written_file_says_what_it_was_written_from_whatever_the_texts_hold():
    said = Overrides(
        body='Rådet "for" \\ alt',
        date=date(2026, 2, 13),
        title="[[saker]] # ikke",
        classification=Classification.INTERNAL,
        cases=(CaseRange(4, 5, "3/26", 'a"b.pdf'), CaseRange(6, 6, None, "b.pdf")),
        titles=(CaseTitle("3/26", "Troll\n[[x]]"),),
    )
    read = Overrides.parse(as_toml(said, "rettet av Kari\nog Ola"))
    assert read == replace(said, titles=(CaseTitle("3/26", "Troll[[x]]"),))
    assert as_toml(Overrides()) == ""
