"""Searching the register: exact where a number, a body or a date is given, else by words and by meaning."""

from __future__ import annotations

from datetime import date

import pytest
from tests.council_embedding import StemEmbedding
from tests.decided_council import COMMITTEE, COUNCIL, LATER, decided_council

from radsassistent.answers import Assistant
from radsassistent.answers.register import Register, Sought
from radsassistent.archive.register import Status


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    archive = decided_council(tmp_path_factory.mktemp("vedtak"), StemEmbedding())
    return Register(archive, Assistant(archive))


@pytest.fixture
def found(register):
    def finding(text="", *, internal=False, **narrowed):
        rows = register.find(Sought(text, **narrowed), internal=internal)
        return [(row.body, row.case) for row in rows]

    return finding


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("traktorer", [(COUNCIL, "1/31")]),
        ("brygga", [(COUNCIL, "3/31")]),
        ("vaffeljernet", [(COUNCIL, "2/31")]),
        ("seilbåter", [(COMMITTEE, "1/31")]),
        ("romfart", []),
    ],
)
def test_words_in_any_form_find_the_row_by_its_title_or_text(found, text, cases):
    assert found(text) == cases


def test_a_decided_row_is_found_by_what_was_proposed_too(found):
    assert found("drivtømmer") == [(COUNCIL, "3/31")]


def test_a_case_number_gives_the_cases_of_that_number_whatever_they_say(found):
    assert found("1/31") == found("sak 01/2031") == [(COMMITTEE, "1/31"), (COUNCIL, "1/31")]
    assert found("99/31") == []


def test_a_case_number_with_words_asks_for_both(found):
    assert found("sak 1/31") == [(COMMITTEE, "1/31"), (COUNCIL, "1/31")]
    assert found("sak 1/31 seilbåter") == [(COMMITTEE, "1/31")]


@pytest.mark.parametrize(
    ("narrowed", "cases"),
    [
        ({"body": COMMITTEE}, ["1/31"]),
        ({"meeting": LATER}, ["1/31"]),
        ({"case": "3/31"}, ["3/31"]),
        ({"case": "tull"}, []),
        ({"statuses": (Status.REJECTED, Status.POSTPONED)}, ["3/31", "4/31"]),
        ({"since": date(2031, 3, 6)}, ["1/31"]),
        ({"until": date(2031, 3, 5), "statuses": (Status.ADOPTED,)}, ["1/31"]),
    ],
)
def test_filters_are_exact_and_hold_together(found, narrowed, cases):
    assert [case for _, case in found(**narrowed)] == cases


def test_what_is_internal_cannot_be_found_by_those_who_may_not_see_it(found):
    assert found("drager", internal=True) == [("Hemmeligrådet", "9/31")]
    assert ("Hemmeligrådet", "9/31") not in found("drager")
    assert found("9/31") == found(body="Hemmeligrådet") == []


def test_nothing_but_signs_narrows_nothing_down(found):
    assert found(" ?! ") == found()


@pytest.mark.embedder
def test_a_word_that_no_slide_has_finds_what_it_means(february_archive):
    register = Register(february_archive, Assistant(february_archive))
    assert [row.case for row in register.find(Sought("ehelse"), internal=True)] == ["7/26"]
    assert register.find(Sought("traktor"), internal=True) == []
