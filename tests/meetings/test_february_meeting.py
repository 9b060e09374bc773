"""The February meeting, against what its deck says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from radsassistent.documents import Document
from radsassistent.meetings import Meeting, SlideKind, understand


def test_the_meeting_has_its_body_day_and_venue(february_meeting: Meeting) -> None:
    assert february_meeting.body == "Porteføljerådet"
    assert february_meeting.date == date(2026, 2, 12)
    assert february_meeting.venue == "Ytringsrommet, Helsedirektoratet, Storo"
    assert february_meeting.announced is not None
    assert february_meeting.announced.slide == 1
    assert february_meeting.title == "Møte i Porteføljerådet 12. februar 2026"
    assert february_meeting.warnings == ()


def test_every_row_of_the_agenda_is_there_in_order(february_meeting: Meeting, truth: dict[str, Any]) -> None:
    assert [(i.case, i.title, i.presenter, i.organisation, i.time, i.case_type) for i in february_meeting.agenda] == [
        (row["case"], row["title"], row["presenter"], row["organisation"], row["time"], row["type"])
        for row in truth["agenda"]
    ]
    assert {item.place.slide for item in february_meeting.agenda} == {5}


def test_the_cases_are_the_numbered_rows_of_the_agenda(february_meeting: Meeting, truth: dict[str, Any]) -> None:
    assert {case.number: case.title for case in february_meeting.cases} == {
        row["case"]: row["title"] for row in truth["agenda"] if row["case"]
    }
    assert len(february_meeting.cases) == 11


def test_every_slide_belongs_to_the_case_that_it_is_shown_under(
    february_meeting: Meeting, truth: dict[str, Any]
) -> None:
    assert {s.place.slide: s.case for s in february_meeting.slides} == {s["slide"]: s["case"] for s in truth["slides"]}


def test_previews_name_their_case_without_belonging_to_it(february_meeting: Meeting, truth: dict[str, Any]) -> None:
    true = {s["slide"]: s["previews_case"] for s in truth["slides"] if s["kind"] == "preview"}
    previews = {s.place.slide: s.previews for s in february_meeting.slides if s.kind is SlideKind.PREVIEW}
    assert previews == true
    assert sorted(previews) == list(range(8, 15))


def test_every_proposal_is_found_word_for_word_on_its_slide(february_meeting: Meeting, truth: dict[str, Any]) -> None:
    assert [(p.case, p.place.slide, p.text) for p in february_meeting.proposals] == [
        (row["case"], row["slide"], row["text"]) for row in truth["decisions"]
    ]


def test_only_the_proposal_that_says_so_is_updated(february_meeting: Meeting) -> None:
    assert [p.place.slide for p in february_meeting.proposals if p.updated] == [81]


@pytest.mark.parametrize("slide", [3, 32])
def test_everyone_on_a_list_of_members_is_found_with_title_and_organisation(
    slide: int, february_meeting: Meeting, truth: dict[str, Any]
) -> None:
    (table,) = truth["slides"][slide - 1]["tables"]

    def said(*parts: str | None) -> str:
        return " ".join(sorted(" ".join(part for part in parts if part).replace("(", " ").replace(")", " ").split()))

    found = [said(m.name, m.role, m.title, m.organisation) for m in february_meeting.members if m.place.slide == slide]
    assert sorted(found) == sorted(said(row["label"], *row["values"]) for row in table["rows"])


def test_the_leader_of_the_body_is_known_by_role_and_not_by_name(february_meeting: Meeting) -> None:
    (leader,) = [m for m in february_meeting.members if m.place.slide == 3 and m.role]
    assert (leader.name, leader.role) == ("Lucie Aunan", "leder")


def test_the_two_spellings_of_one_name_are_both_kept(february_meeting: Meeting) -> None:
    assert "Gunn Signe Jacobsen" in {item.presenter for item in february_meeting.agenda}
    assert "Gunn Signe Jakobsen" in {member.name for member in february_meeting.members}


def test_slides_of_a_part_of_a_case_carry_its_heading(february_meeting: Meeting) -> None:
    sections = {s.place.slide: s.section for s in february_meeting.slides}
    assert sections[39] == "Topp 5 hos NHN akkurat nå"
    assert sections[45] == "Oppdragsdokument"
    assert sections[64] is None


def test_every_slide_says_what_its_case_is_known_from(february_meeting: Meeting) -> None:
    evidence = {s.place.slide: s.evidence for s in february_meeting.slides}
    assert evidence[64] == "overskriften «Sak 5/26: Samlet oversikt over utvikling i drift- og forvaltningskostnader»"
    assert evidence[71] == "følger overskriften på lysbilde 64"
    assert evidence[104] == "avbrekket «Pause – oppstart igjen kl. 13.20»"
    assert all(evidence.values())


def test_the_meeting_is_understood_from_the_deck_whatever_the_file_is_called(
    february: Document, february_meeting: Meeting
) -> None:
    renamed = Document("1999-12-31_oppdiktet_raad.pdf", february.sha256, february.slides)
    assert understand([renamed]) == february_meeting
