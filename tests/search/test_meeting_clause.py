"""Clauses that only say at which meeting: what is asked without them, and what they belong to instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.archive import Archive
from radsassistent.search import Corpus, understand
from radsassistent.search.meeting_clause import at_meeting

SEPTEMBER, NOVEMBER = "2031-09-17", "2031-11-12"


@pytest.fixture(scope="module")
def foghorns(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Two meetings of Lurrådet."""
    folder = tmp_path_factory.mktemp("lurer")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    for day, number in (("17. september 2031", 1), ("12. november 2031", 4)):
        agenda = table(("Sak", "Tittel", "Tid"), (f"{number}/31", "Tåkeluren på Skvalpeskjær", "10:00"))
        deck = (
            slide(f"Møte i Lurrådet {day}"),
            slide("Dagsorden", agenda),
            slide(f"Sak {number}/31: Tåkeluren på Skvalpeskjær", "• Tåkeluren koster 14 millioner kroner"),
        )
        archive.put(*written(Path(folder / str(number)), *deck, name=f"lur-{number}.pdf"))
    return Corpus.of(archive.snapshot())


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("Hva koster tåkeluren på møtet i september 2031?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren på møtet i september?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren i møtet 17. september 2031?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren på møtet den 17.9.2031?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren på møtet 17/9?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren på møtet 2031-09-17?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren på møtet i september i 2031?", "Hva koster tåkeluren?"),
        ("Kva kostar tåkeluren på møtet i Lurrådet i september 2031?", "Kva kostar tåkeluren?"),
        ("Hva koster tåkeluren på rådsmøtet 17. september?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren fra septembermøtet?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren, i septembermøtet 2031?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren (på september-møtet)?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren i papirene til møtet i september 2031?", "Hva koster tåkeluren?"),
        ("Er dagsordenen godkjent, ifølge papirene fra møtet i september?", "Er dagsordenen godkjent?"),
        ("Hva sa vi på møtet i september om tåkeluren?", "Hva sa vi om tåkeluren?"),
        ("På møtet i september 2031: hva koster tåkeluren?", "Hva koster tåkeluren?"),
        ("I septembermøtet, hvor mye koster tåkeluren?", "Hvor mye koster tåkeluren?"),
        ("På møtet 17. september hva koster tåkeluren?", "Hva koster tåkeluren?"),
        ("Hva koster tåkeluren? På møtet i september 2031.", "Hva koster tåkeluren?"),
        ("What does the foghorn cost at the September 2031 meeting?", "What does the foghorn cost?"),
        ("What does the foghorn cost at the meeting on 17 September 2031?", "What does the foghorn cost?"),
        ("At the September meeting, what does the foghorn cost?", "What does the foghorn cost?"),
        ("Hva foreslås i sak 1/31 på møtet i september 2031?", "Hva foreslås i sak 1/31?"),
        ("Når er det lunsj på møtet i september 2031?", "Når er det lunsj?"),
    ],
)
def test_a_clause_that_says_at_which_meeting_chooses_it_and_leaves_the_question(
    foghorns: Corpus, question: str, bare: str
) -> None:
    query = understand(question, foghorns)
    assert [meeting.date for meeting in query.meetings] == [SEPTEMBER]
    plain = understand(bare, foghorns)
    assert (query.text, query.asked, query.cues, query.terms) == (plain.text, plain.asked, plain.cues, plain.terms)
    assert query.years == ()


def test_the_meeting_that_was_held_last_is_chosen_by_a_clause(foghorns: Corpus) -> None:
    query = understand("Hva ble sagt om tåkeluren på forrige møte?", foghorns)
    assert [meeting.date for meeting in query.meetings] == [NOVEMBER]
    assert query.asked == "Hva ble sagt om tåkeluren?"


@pytest.mark.parametrize("clause", ["på møtet", "i dagens møte", "på møtet i dag"])
def test_a_clause_that_names_no_meeting_chooses_none_and_leaves_the_question(foghorns: Corpus, clause: str) -> None:
    query = understand(f"Hva ble sagt om tåkeluren {clause}?", foghorns)
    assert (query.asked, query.meetings) == ("Hva ble sagt om tåkeluren?", ())


def test_a_month_that_is_asked_about_at_a_meeting_chooses_no_other_meeting(foghorns: Corpus) -> None:
    query = understand("Hva skal være ferdig på tåkeluren i november, på møtet i september 2031?", foghorns)
    assert [meeting.date for meeting in query.meetings] == [SEPTEMBER]
    assert query.asked == "Hva skal være ferdig på tåkeluren i november?"


@pytest.mark.parametrize(
    "question",
    [
        "Når er møtet i september 2031?",
        "Hvor er møtet i september?",
        "Hvem møter på møtet i september 2031?",
        "Hvem møtte for Skvalpeskjær på møtet i september 2031?",
        "Hvem fra Skvalpeskjær kommer på møtet i september 2031?",
        "Var Kari Lurblåser på møtet i september 2031?",
        "Hvem var observatør på møtet i september 2031?",
        "Hva skjer på møtet i september 2031?",
        "Hva kom fram på møtet i september 2031?",
        "Hva ble vedtatt på møtet i september 2031?",
        "Hva skal vi snakke om på møtet i september 2031?",
        "Who was present at the September 2031 meeting?",
    ],
)
def test_what_is_asked_of_the_meeting_itself_keeps_it(foghorns: Corpus, question: str) -> None:
    assert at_meeting(question, foghorns) is None


@pytest.mark.parametrize(
    "question",
    [
        "Hva skiller tåkeluren på møtet i september og møtet i november?",
        "Hva skiller tåkeluren på møtet i september og på møtet i november?",
        "Hva ble sagt om tåkeluren på møtet i september, der vi var enige?",
        "Jeg var ikke på møtet i september. Hva koster tåkeluren?",
        "Hva står i referatet fra møtet i september om tåkeluren?",
        "Når må saker om tåkeluren være sendt inn til møtet i november?",
        "Hva har skjedd med tåkeluren siden møtet i september?",
        "Hva ble sagt om tåkeluren på det møtet?",
        "Hva sa departementet om tåkeluren på foretaksmøtet i september?",
    ],
)
def test_a_meeting_that_is_no_clause_of_the_question_stays_in_it(foghorns: Corpus, question: str) -> None:
    assert at_meeting(question, foghorns) is None


@pytest.mark.parametrize("called", ["møtet i oktober 2031", "møtet i september 2030", "møtet 18. september"])
def test_a_meeting_that_the_archive_does_not_have_is_still_told_to_be_missing(foghorns: Corpus, called: str) -> None:
    query = understand(f"Hva koster tåkeluren på {called}?", foghorns)
    assert query.meetings == ()
    assert query.unknown_meeting is not None
