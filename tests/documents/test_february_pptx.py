"""The February deck as PPTX: the same agenda, cases, proposals and table cells as its PDF, against the same truth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from radsassistent import documents
from radsassistent.documents import BlockKind, Document, Format, SlideStatus, Table
from radsassistent.documents.numbers import number
from radsassistent.meetings import Meeting, understand

DECK = Path(__file__).parents[1] / "data" / "2026-02-12-portefoljeradet.pptx"
TABLES = [71, 72, 74, 75, 76, 77, 78]


@pytest.fixture(scope="module")
def deck() -> Document:
    return documents.read(DECK)


@pytest.fixture(scope="module")
def meeting(deck: Document) -> Meeting:
    return understand([deck])


def tables_on(document: Document, slide: int) -> list[Table]:
    return [block.table for block in document.slides[slide - 1].blocks if block.table is not None]


def rows(table: Table) -> list[tuple[str, tuple[str | None, ...]]]:
    return [(row.label, row.values) for row in table.rows]


def true_rows(table: dict[str, Any]) -> list[tuple[str, tuple[str | None, ...]]]:
    return [(row["label"] or "", tuple(row["values"])) for row in table["rows"]]


def test_every_slide_is_there_with_its_title(deck: Document, truth: dict[str, Any]) -> None:
    assert deck.format is Format.PPTX
    assert deck.warnings == ()
    assert {s.number: s.title for s in deck.slides} == {s["slide"]: s["title"] for s in truth["slides"]}


def test_every_slide_is_text_a_table_or_a_picture(deck: Document) -> None:
    by_status = {status: {s.number for s in deck.slides if s.status is status} for status in SlideStatus}
    assert by_status[SlideStatus.PICTURE] == {6, 7, 61, 97, 98}
    assert by_status[SlideStatus.TABLE] == {5}
    assert len(by_status[SlideStatus.TEXT]) == 174 - 6


def test_the_agenda_is_the_true_one_in_every_field(meeting: Meeting, truth: dict[str, Any]) -> None:
    assert [(i.case, i.title, i.presenter, i.organisation, i.time, i.case_type) for i in meeting.agenda] == [
        (row["case"], row["title"], row["presenter"], row["organisation"], row["time"], row["type"])
        for row in truth["agenda"]
    ]


def test_every_slide_belongs_to_its_true_case(meeting: Meeting, truth: dict[str, Any]) -> None:
    assert {s.place.slide: s.case for s in meeting.slides} == {s["slide"]: s["case"] for s in truth["slides"]}


def test_every_proposal_is_found_word_for_word(meeting: Meeting, truth: dict[str, Any]) -> None:
    assert [(p.case, p.place.slide, p.text) for p in meeting.proposals] == [
        (row["case"], row["slide"], row["text"]) for row in truth["decisions"]
    ]


def test_the_meeting_and_its_members_are_those_of_the_pdf(meeting: Meeting, february_meeting: Meeting) -> None:
    assert (meeting.body, meeting.date, meeting.venue) == (
        february_meeting.body,
        february_meeting.date,
        february_meeting.venue,
    )
    assert {(m.name, m.title, m.organisation, m.role) for m in meeting.members} == {
        (m.name, m.title, m.organisation, m.role) for m in february_meeting.members
    }


@pytest.mark.parametrize("slide", TABLES)
def test_a_native_table_is_the_true_one_cell_for_cell(slide: int, deck: Document, truth: dict[str, Any]) -> None:
    true = truth["slides"][slide - 1]["tables"]
    found = tables_on(deck, slide)
    assert [table.columns for table in found] == [tuple(table["columns"]) for table in true]
    assert [rows(table) for table in found] == [true_rows(table) for table in true]
    assert [table.caption for table in found] == [table["caption"] for table in true]


@pytest.mark.parametrize("slide", [5, 71, 72, 74, 75, 76, 77, 78, 80, 108, 146])
def test_a_native_table_or_chart_has_the_form_that_the_pdf_reader_gives_it(
    slide: int, deck: Document, february: Document
) -> None:
    assert tables_on(deck, slide) == tables_on(february, slide)


def test_a_chart_with_category_numbers_has_the_true_values(deck: Document, truth: dict[str, Any]) -> None:
    (table,) = tables_on(deck, 141)
    (true,) = truth["slides"][140]["tables"]
    assert (table.caption, table.columns) == (true["caption"], tuple(true["columns"]))
    assert rows(table) == true_rows(true)


def test_every_value_of_the_charts_on_one_slide_is_true(deck: Document, truth: dict[str, Any]) -> None:
    found = {
        (column, row.label): number(value)
        for table in tables_on(deck, 171)
        for row in table.rows
        for column, value in zip(table.columns, row.values, strict=True)
        if value is not None
    }
    doughnuts = {
        (str(2024 + place), row["label"]): number(row["values"][0])
        for place, table in enumerate(truth["slides"][170]["tables"][:3])
        for row in table["rows"]
        if row["label"] != "Totalt nytt"
    }
    bars = truth["slides"][170]["tables"][3]
    columns = {
        (row["label"], kind): number(value)
        for row in bars["rows"]
        for kind, value in zip(bars["columns"], row["values"], strict=True)
        if value is not None
    }
    assert found == doughnuts | columns


def test_a_printed_slide_number_is_a_footer(deck: Document) -> None:
    for place in (10, 16, 18, 29, 33, 62, 107, 110, 113, 114):
        slide = deck.slides[place - 1]
        assert str(place) in [b.text for b in slide.blocks if b.kind is BlockKind.FOOTER]
        assert str(place) not in [b.text for b in slide.body]
