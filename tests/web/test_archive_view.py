"""What the page says of the archive, and the examples made of its agenda."""

from __future__ import annotations

from dataclasses import replace

from radsassistent.archive import MeetingSummary
from radsassistent.errors import RadsassistentError
from radsassistent.web.archive_view import NAMED_MEETINGS, archive_html, overview
from radsassistent.web.examples import MOST_EXAMPLES, example_questions


def test_meetings_are_named_by_body_and_norwegian_date(small_archive, t):
    html = archive_html(small_archive.meetings(), t)
    assert "Porteføljerådet 12. februar 2026" in html
    assert "3 saker, 2 lysbilder" in html


def test_one_case_and_one_slide_are_counted_in_the_singular(t):
    assert "1 sak, 1 lysbilde<" in archive_html([MeetingSummary("Fagrådet", "2026-02-12", None, (), 1, 1)], t)


def test_a_meeting_without_a_date_is_named_by_its_body(t):
    assert "<strong>Fagrådet</strong>" in archive_html([MeetingSummary("Fagrådet", "", None, (), 1, 0)], t)


def test_older_meetings_are_folded_away(small_archive, t):
    newest = small_archive.meetings()[0]
    meetings = [replace(newest, date=f"2026-0{month}-01") for month in range(6, 0, -1)]
    before, after = archive_html(meetings, t).split("<details>")
    assert before.count("<li>") == NAMED_MEETINGS
    assert after.count("<li>") == len(meetings) - NAMED_MEETINGS
    assert "3 eldre møter" in after


def test_an_empty_archive_says_what_to_do(t):
    assert "radsassistent ingest" in archive_html([], t)


def test_the_body_of_a_meeting_is_escaped(t):
    html = archive_html([MeetingSummary("<b>Råd</b>", "2026-02-12", None, (), 1, 1)], t)
    assert "<b>" not in html


def test_an_archive_that_cannot_be_read_is_told_of_kindly(small_archive, t, caplog):
    def broken():
        raise OSError("disk")

    small_archive.meetings = broken
    html = overview(small_archive, t)
    assert "Beklager, noe gikk galt hos oss." in html
    assert "example" not in html
    assert "disk" in caplog.text
    assert "disk" not in html


def test_an_expected_error_of_the_archive_is_shown_as_it_is(small_archive, t):
    def locked():
        raise RadsassistentError("Arkivet er låst av en annen prosess.")

    small_archive.meetings = locked
    assert "Arkivet er låst av en annen prosess." in overview(small_archive, t)


def test_examples_ask_about_different_cases_of_the_agenda(said, t):
    items = [said.agenda_item(f"{number}/26") for number in range(1, 9)]
    questions = example_questions(items, t)
    assert len(questions) == MOST_EXAMPLES
    cases = [word.strip("?") for question in questions for word in question.split() if "/26" in word]
    assert len(cases) == len(set(cases)) == 3


def test_examples_ask_only_what_the_agenda_can_answer(said, t):
    items = [said.agenda_item(f"{n}/26", presenter=None, time=None, case_type="Orientering") for n in range(1, 4)]
    assert example_questions(items, t) == ["Hvilke saker er på dagsordenen?"]


def test_examples_are_of_the_newest_meeting_alone(said, t):
    items = [said.agenda_item("20/26"), said.agenda_item("1/25", sha256="b" * 64)]
    assert not any("1/25" in question for question in example_questions(items, t))


def test_there_are_no_examples_without_numbered_cases(said, t):
    assert example_questions([], t) == []
    assert example_questions([said.agenda_item(None)], t) == []
