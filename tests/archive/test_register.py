"""The register: every proposal and decision once, with what became of it, and never a proposal as a decision."""

from __future__ import annotations

import pytest
from tests import fictional_minutes
from tests.council_embedding import StemEmbedding
from tests.decided_council import COUNCIL, LATER, MEETING, decided_council
from tests.deck_builder import slide, written

from radsassistent.archive.register import CaseNumber, Status, entries


@pytest.fixture(scope="module")
def decided(tmp_path_factory):
    return decided_council(tmp_path_factory.mktemp("vedtak"), StemEmbedding())


def test_a_proposal_and_the_decision_that_answers_it_are_one_row_with_its_history(decided):
    rows = {row.case: row for row in entries(decided.directory, internal=False) if row.body == COUNCIL}
    assert [(row.case, row.status) for row in rows.values()] == [
        ("1/31", Status.ADOPTED),
        ("2/31", Status.CHANGED),
        ("3/31", Status.POSTPONED),
        ("4/31", Status.REJECTED),
    ]
    changed = rows["2/31"]
    assert [(step.status, step.text) for step in changed.steps] == [
        (Status.PROPOSED, "Oppdiktrådet kjøper ett vaffeljern i 2031."),
        (Status.CHANGED, "Oppdiktrådet kjøper to vaffeljern i 2032."),
    ]
    assert changed.now.votes == "7 mot 2 stemmer"
    assert (changed.steps[0].document, changed.steps[0].place.slide) == ("oppdikt.pdf", 7)
    assert (changed.now.document, changed.now.place.slide) == ("referat-oppdikt.pdf", 1)
    assert changed.title == "Vaffeljern til kantina"


def test_a_proposal_that_no_minutes_answer_stays_a_proposal(decided):
    (row,) = (row for row in entries(decided.directory, internal=False) if row.meeting == LATER)
    assert row.status is Status.PROPOSED
    assert row.proposed is row.now


def test_the_newest_meeting_comes_first_and_its_cases_in_their_order(decided):
    rows = entries(decided.directory, internal=False)
    assert [row.meeting for row in rows] == [LATER, *[MEETING] * 4]


def test_rows_of_internal_documents_are_there_for_those_who_may_see_them_only(decided):
    assert {row.body for row in entries(decided.directory, internal=True)} - {
        row.body for row in entries(decided.directory, internal=False)
    } == {"Hemmeligrådet"}


def test_a_row_keeps_its_name_when_its_documents_are_taken_in_anew(tmp_path):
    first, second = (decided_council(tmp_path / name, StemEmbedding()) for name in ("en", "to"))
    keys = [row.key for row in entries(first.directory, internal=True)]
    assert keys == [row.key for row in entries(second.directory, internal=True)]
    assert len(set(keys)) == len(keys)


@pytest.fixture
def proposing(archive, tmp_path):
    """Takes a deck in with these proposals in case 1/31, each by its slide's title and its text; gives the rows."""

    def taking(*proposals):
        slides = [slide("Møte i Oppdiktrådet 5. mars 2031"), slide("Sak 1/31: Traktorer")]
        slides += [slide(title, text) for title, text in proposals]
        archive.put(*written(tmp_path / "inn", *slides))
        return entries(archive.directory, internal=True)

    return taking


def test_an_updated_proposal_takes_over_the_row_of_the_one_before(proposing):
    (row,) = proposing(
        ("Forslag til vedtak", "Oppdiktrådet kjøper én traktor."),
        ("Forslag til vedtak - oppdatert", "Oppdiktrådet kjøper to traktorer."),
    )
    assert [(step.text, step.updated) for step in row.steps] == [
        ("Oppdiktrådet kjøper én traktor.", False),
        ("Oppdiktrådet kjøper to traktorer.", True),
    ]


def test_a_proposal_that_stands_on_two_slides_is_one_row(proposing):
    (row,) = proposing(*[("Forslag til vedtak", "Oppdiktrådet kjøper én traktor.")] * 2)
    assert (len(row.steps), row.now.place.slide) == (1, 3)


def test_two_proposals_of_which_none_is_updated_are_two_rows(proposing):
    rows = proposing(
        ("Forslag til vedtak", "Oppdiktrådet kjøper én traktor."),
        ("Forslag til vedtak", "Oppdiktrådet selger låven til høystbydende."),
    )
    assert [row.now.text[:21] for row in rows] == ["Oppdiktrådet kjøper é", "Oppdiktrådet selger l"]


def test_the_outcomes_of_minutes_alone_are_rows_too(archive, tmp_path):
    document = fictional_minutes.PS
    archive.put(*written(tmp_path, *document.slides, name=document.name))
    rows = {row.case: row for row in entries(archive.directory, internal=True)}
    assert {case: row.status for case, row in rows.items()} == {
        "11/26": Status.ADOPTED,
        "PS 12/26": Status.ADOPTED,
        "13/26": Status.POSTPONED,
        "14/26": Status.REJECTED,
    }


def test_once_a_case_is_decided_none_of_its_proposals_stands(archive, tmp_path):
    for document in (fictional_minutes.BOKMAL_DECK, fictional_minutes.BOKMAL):
        archive.put(*written(tmp_path, *document.slides, name=document.name))
    rows = entries(archive.directory, internal=True)
    assert [row.case for row in rows] == ["1/27", "2/27", "3/27"]
    assert Status.PROPOSED not in {row.status for row in rows}


def test_an_empty_archive_has_an_empty_register(archive):
    assert entries(archive.directory, internal=True) == []


@pytest.mark.parametrize(
    ("typed", "case", "named"),
    [
        ("5/26", "5/26", True),
        ("sak 05/2026", "5/26", True),
        ("5/26", "PS 5/26", True),
        ("PS 5/26", "PS 5/26", True),
        ("PS 5/26", "RS 5/26", False),
        ("5/26", "15/26", False),
        ("§ 188", "§ 188", True),
        ("Punkt 3", "Punkt 3", True),
        ("5/26", None, False),
    ],
)
def test_a_case_number_is_known_in_the_spellings_that_people_use(typed, case, named):
    assert CaseNumber.read(typed).names(case) is named


@pytest.mark.parametrize("text", ["", "traktorer", "5", "5/26 kostnader", "sak"])
def test_what_is_more_or_less_than_a_case_number_is_none(text):
    assert CaseNumber.read(text) is None
