"""Answers about the February deck against what was read off its slides by hand."""

from __future__ import annotations

import re
from typing import Any

import pytest

from radsassistent.answers import Answer, Assistant, Conversation
from radsassistent.archive import Archive
from radsassistent.search import Corpus

pytestmark = pytest.mark.embedder

AGENDA_SLIDE, COSTS_SLIDE = 5, 71


@pytest.fixture(scope="module")
def assistant(february_archive: Archive) -> Assistant:
    return Assistant(february_archive)


@pytest.fixture(scope="module")
def corpus(february_archive: Archive) -> Corpus:
    return Corpus.of(february_archive.snapshot())


@pytest.fixture(scope="module")
def costs(truth: dict[str, Any]) -> dict[tuple[str, str], str]:
    """The cells of the table of costs by row and year."""
    (table,) = truth["slides"][COSTS_SLIDE - 1]["tables"]
    return {
        (row["label"], year): value
        for row in table["rows"]
        for year, value in zip(table["columns"], row["values"], strict=True)
    }


@pytest.fixture(scope="module")
def agenda(truth: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Each case's row of the agenda."""
    (table,) = truth["slides"][AGENDA_SLIDE - 1]["tables"]
    columns = ("title", "presenter", "time", "type")
    return {row["label"]: dict(zip(columns, row["values"], strict=True)) for row in table["rows"] if row["label"]}


def plain(text: str) -> str:
    return " ".join(text.split())


def slides(answer: Answer) -> set[int]:
    return {citation.slide for citation in answer.citations}


def assert_rests_on_its_slides(answer: Answer, corpus: Corpus, truth: dict[str, Any]) -> None:
    """Every quote stands on its slide, which belongs to the case named; every number stands on a cited slide."""
    for sentence in answer.sentences:
        stands = ""
        for citation in sentence.citations:
            said = plain(corpus.slide_text(citation.sha256, citation.slide))
            assert citation.quote.strip()
            assert plain(citation.quote) in said
            known = truth["slides"][citation.slide - 1]
            on_agenda = known["kind"] == "agenda" and str(citation.case) in said
            assert citation.case == known["case"] or on_agenda
            place = f"lysbilde {citation.slide}"
            assert citation.label == (f"sak {citation.case}, {place}" if citation.case else place)
            stands += f" {said} {citation.case}"
        if sentence.citations:
            assert set(re.findall(r"\d+", sentence.text)) <= set(re.findall(r"\d+", stands))


@pytest.mark.parametrize(
    "wording",
    ["Hvem legger frem sak {}?", "Hvem presenterer sak {}?", "Kven legg fram sak {}?", "Who presents case {}?"],
)
@pytest.mark.parametrize("case", ["3/26", "5/26", "9/26"])
def test_who_presents_a_case_is_told_in_any_wording(
    assistant, corpus, truth, agenda: dict[str, Any], wording: str, case: str
) -> None:
    answer = assistant.ask(wording.format(case))
    presents = answer.sentences[0]
    assert agenda[case]["presenter"].split(",")[0] in presents.text
    assert {citation.slide for citation in presents.citations} == {AGENDA_SLIDE}
    assert_rests_on_its_slides(answer, corpus, truth)


@pytest.mark.parametrize("wording", ["Når starter sak {}?", "Hva klokka begynner sak {}?", "Kva tid startar sak {}?"])
@pytest.mark.parametrize("case", ["5/26", "8/26"])
def test_when_a_case_begins_is_told_in_any_wording(
    assistant, corpus, truth, agenda: dict[str, Any], wording: str, case: str
) -> None:
    answer = assistant.ask(wording.format(case))
    assert agenda[case]["time"] in answer.text
    assert slides(answer) == {AGENDA_SLIDE}
    assert_rests_on_its_slides(answer, corpus, truth)


@pytest.mark.parametrize(
    ("case", "wording"),
    [
        ("1/26", "Hva er forslaget til vedtak i sak {}?"),
        ("3/26", "Kva er forslaget til vedtak i sak {}?"),
        ("5/26", "Hva er forslaget til vedtak i sak {}?"),
        ("6/26", "Hva foreslås i sak {}?"),
        ("8/26", "Hva er forslaget til vedtak i sak {}?"),
        ("9/26", "Hva foreslås i sak {}?"),
        ("9/26", "What is the proposed decision in case {}?"),
    ],
)
def test_a_proposal_is_given_word_for_word_and_called_a_proposal(assistant, corpus, truth, case, wording) -> None:
    (known,) = [proposal for proposal in truth["decisions"] if proposal["case"] == case]
    answer = assistant.ask(wording.format(case))
    assert plain(known["text"]) in plain(answer.text)
    assert "forslag til vedtak" in answer.text.lower()
    assert slides(answer) == {known["slide"]}
    assert_rests_on_its_slides(answer, corpus, truth)


@pytest.mark.parametrize(
    "wording", ["Hva ble vedtatt i sak {}?", "Er det bestemt noe i sak {}?", "Hva ble besluttet i sak {}?"]
)
@pytest.mark.parametrize("case", ["2/26", "9/26"])
def test_asked_for_a_decision_the_answer_says_that_there_are_only_proposals(assistant, wording: str, case: str) -> None:
    first, *_ = assistant.ask(wording.format(case)).text.splitlines()
    assert "bare forslag" in first


@pytest.mark.parametrize(
    ("row", "year", "wording"),
    [
        ("Helsenorge", "2025", "Hvor mye koster {row} i {year}?"),
        ("Helsenorge", "2030", "Hva er estimert kostnadsnivå for {row} i {year}?"),
        ("Kjernejournal", "2027", "Hva er estimert kostnadsnivå for {row} i {year}?"),
        ("E-resept", "2026", "Kva kostar {row} i {year}?"),
        ("Velferdsteknologisk knutepunkt", "2025", "Hvor mye koster {row} i {year}?"),
        ("Grunndata og HelseID", "2025", "Hvor mye koster {row} i {year}?"),
        ("Sum estimert kostnadsnivå", "2030", "Hva er {row} i {year}?"),
    ],
)
def test_a_cost_is_the_tables_cell_for_the_row_and_the_year(
    assistant, corpus, truth, costs, row: str, year: str, wording: str
) -> None:
    answer = assistant.ask(wording.format(row=row, year=year))
    assert re.search(rf"(?<!\d){costs[row, year]}(?![\d,]*\d)", plain(answer.text))
    assert "millioner" in answer.text
    assert slides(answer) == {COSTS_SLIDE}
    assert_rests_on_its_slides(answer, corpus, truth)


def test_a_bullet_is_quoted_with_its_slide(assistant, corpus, truth) -> None:
    answer = assistant.ask("Hva foregår med forskrivningsmodulen?")
    assert "Avvikling av Forskrivningsmodulen" in answer.text
    assert slides(answer) == {76}
    assert_rests_on_its_slides(answer, corpus, truth)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Hvem legger frem sak 57/26?", "57/26"),
        ("Hva foreslås i sak 5/25?", "5/25"),
        ("Når starter sak 14?", "14/26"),
        ("Hvem er Xerxes Quimby?", "Xerxes Quimby"),
        ("Hvor jobber Ulrikke Oppdiktsen?", "Ulrikke Oppdiktsen"),
        ("Hva ble sagt i junimøtet?", "junimøtet"),
    ],
)
def test_what_does_not_exist_is_named_and_not_answered(assistant, question: str, named: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert named in answer.text
    assert answer.citations == ()


@pytest.mark.parametrize(
    "question",
    [
        "Hvordan koker jeg poteter?",
        "Hvem vant Tour de France?",
        "Hvor langt er det til månen?",
        "Hva koster E-resept i 2050?",
    ],
)
def test_what_is_far_from_the_meeting_is_not_answered(assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert answer.citations == ()
    assert all(sentence.citations == () for sentence in answer.sentences)


def test_the_turns_of_two_chats_do_not_mix(assistant) -> None:
    first, second = Conversation(), Conversation()
    assistant.ask("Hvem legger frem sak 5/26?", first)
    assistant.ask("Hvem legger frem sak 9/26?", second)
    assert "12:10" in assistant.ask("Når begynner den?", first).text
    assert "14:50" in assistant.ask("Når begynner den?", second).text


def test_the_same_question_gets_the_same_answer(assistant) -> None:
    def told() -> dict[str, Any]:
        return {**assistant.ask("Hva er bakgrunnen for veikartet?").record("q"), "ms": None}

    assert told() == told()


def test_a_record_holds_exactly_what_programs_read_and_the_slides_come_best_first(assistant) -> None:
    record = assistant.ask("Hvor mye koster Helsenorge i 2025?").record("q7")
    assert set(record) == {"id", "question", "answer", "abstained", "citations", "retrieved", "ms", "rejected"}
    (citation,) = record["citations"]
    assert citation == {
        "body": "Porteføljerådet",
        "meeting": "2026-02-12",
        "case": "5/26",
        "document": "2026-02-12_portefoljeradet.pdf",
        "slide": COSTS_SLIDE,
        "quote": citation["quote"],
    }
    assert (record["id"], record["question"]) == ("q7", "Hvor mye koster Helsenorge i 2025?")
    places = [(found["document"], found["slide"]) for found in record["retrieved"]]
    assert len(places) == len(set(places)) == 10
    assert COSTS_SLIDE in [slide for _, slide in places]
    assert all(set(found) == {"document", "case", "slide", "score"} for found in record["retrieved"])
