"""What the archive knows around a slide: its case, its table rows, its blocks, and whose eyes it is for."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, written
from tests.two_councils import OPPDIKT, OPPDIKT_DECK

from radsassistent.archive import Archive
from radsassistent.archive.around import Around, around, known_cases
from radsassistent.archive.holdings import DATABASE
from radsassistent.archive.kept_slides import kept_slide


@pytest.fixture(scope="module")
def database(councils):
    return councils.directory / DATABASE


@pytest.fixture(scope="module")
def deck(councils):
    """The SHA-256 of the first council's deck."""
    passages = councils.snapshot().passages.values()
    return next(passage.sha256 for passage in passages if passage.document == OPPDIKT_DECK)


def test_a_slide_comes_with_its_case_and_its_place_in_the_document(database, deck):
    kept = kept_slide(database, deck, 6)
    assert (kept.case, kept.slide.number, kept.of) == ("5/31", 6, 10)
    assert any("Traktorkjøp" in block.text for block in kept.slide.blocks)


def test_around_a_table_its_rows_and_its_case_are_known(database, deck):
    known = around(database, deck, 6, "5/31")
    assert (known.presenter, known.time, known.has_proposal) == ("Tuva Oppdiktsdatter", "09:00", True)
    row = next(row for row in known.rows if row.label == "Traktorkjøp")
    assert list(row.values.values()) == ["120", "131"]


def test_of_a_slide_that_is_not_kept_nothing_is_known(database, deck, tmp_path):
    assert kept_slide(database, deck, 99) is None
    assert kept_slide(tmp_path / "borte.db", deck, 1) is None
    assert around(database, "f" * 64, 1, "5/31") == around(tmp_path / "borte.db", deck, 1, None) == Around()


def test_the_cases_of_all_meetings_are_listed_the_newest_meeting_first(database):
    cases = known_cases(database, internal=True)
    assert [case.meeting for case in cases] == sorted((case.meeting for case in cases), reverse=True)
    assert ("5/31", "Innkjøp av traktorer") in {(c.number, c.title) for c in cases if c.body == OPPDIKT}


def test_cases_of_an_internal_meeting_are_for_those_alone_who_may_see_it(tmp_path, embedding):
    archive = Archive.open(tmp_path / "arkiv", embedding)
    made, path = written(tmp_path, slide("Møte i Oppdiktrådet 5. mars 2031"), slide("Sak 3/31: Traktorer"))
    archive.put(made, path, overrides='klassifisering = "intern"')
    database = archive.directory / DATABASE
    assert [case.number for case in known_cases(database, internal=True)] == ["3/31"]
    assert known_cases(database, internal=False) == []
