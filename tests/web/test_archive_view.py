"""What the page says of the archive, and the examples made of its agenda."""

from __future__ import annotations

from dataclasses import replace

from radsassistent.archive import MeetingSummary
from radsassistent.errors import RadsassistentError
from radsassistent.web import texts
from radsassistent.web.archive_view import NAMED_MEETINGS, archive_html, meeting_label, overview
from radsassistent.web.examples import MOST_EXAMPLES, example_questions


def test_meetings_are_named_by_body_and_norwegian_date(small_archive):
    html = archive_html(small_archive.meetings())
    assert "Porteføljerådet 12.02.2026" in html
    assert "3 saker, 2 lysbilder" in html


def test_one_case_and_one_slide_are_counted_in_the_singular():
    assert "1 sak, 1 lysbilde<" in archive_html([MeetingSummary("Fagrådet", "2026-02-12", None, (), 1, 1)])


def test_a_meeting_without_a_date_is_named_by_its_body():
    assert meeting_label(MeetingSummary("Fagrådet", "", None, (), 1, 0)) == "Fagrådet"


def test_older_meetings_are_folded_away(small_archive):
    newest = small_archive.meetings()[0]
    meetings = [replace(newest, date=f"2026-0{month}-01") for month in range(6, 0, -1)]
    before, after = archive_html(meetings).split("<details>")
    assert before.count("<li>") == NAMED_MEETINGS
    assert after.count("<li>") == len(meetings) - NAMED_MEETINGS
    assert "3 eldre møter" in after


def test_an_empty_archive_says_what_to_do():
    assert "radsassistent ingest" in archive_html([])


def test_the_body_of_a_meeting_is_escaped():
    html = archive_html([MeetingSummary("<b>Råd</b>", "2026-02-12", None, (), 1, 1)])
    assert "<b>" not in html


def test_an_archive_that_cannot_be_read_is_told_of_kindly(small_archive, caplog):
    def broken(*, internal):
        raise OSError("disk")

    small_archive.meetings = broken
    html, questions = overview(small_archive)
    assert texts.UNEXPECTED in html
    assert questions == []
    assert "disk" in caplog.text
    assert "disk" not in html


def test_an_expected_error_of_the_archive_is_shown_as_it_is(small_archive):
    def locked(*, internal):
        raise RadsassistentError("Arkivet er låst av en annen prosess.")

    small_archive.meetings = locked
    assert "Arkivet er låst av en annen prosess." in overview(small_archive)[0]


def test_examples_ask_about_different_cases_of_the_agenda(said):
    items = [said.agenda_item(f"{number}/26") for number in range(1, 9)]
    questions = example_questions(items)
    assert len(questions) == MOST_EXAMPLES
    cases = [word.strip("?") for question in questions for word in question.split() if "/26" in word]
    assert len(cases) == len(set(cases)) == 3


def test_examples_ask_only_what_the_agenda_can_answer(said):
    items = [said.agenda_item(f"{n}/26", presenter=None, time=None, case_type="Orientering") for n in range(1, 4)]
    assert example_questions(items) == [texts.EXAMPLE_AGENDA]


def test_examples_are_of_the_newest_meeting_alone(said):
    items = [said.agenda_item("20/26"), said.agenda_item("1/25", sha256="b" * 64)]
    assert not any("1/25" in question for question in example_questions(items))


def test_there_are_no_examples_without_numbered_cases(said):
    assert example_questions([]) == []
    assert example_questions([said.agenda_item(None)]) == []
