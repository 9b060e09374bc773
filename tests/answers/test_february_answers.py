"""Plain questions about the February deck, with the built-in embedder, in more than one wording."""

from __future__ import annotations

import pytest
from llama_index.core.query_engine import RetrieverQueryEngine

from radsassistent.answers import Assistant, Conversation, EmptyArchiveError
from radsassistent.answers.engine import query_engine
from radsassistent.archive import Archive
from radsassistent.errors import UsageError
from radsassistent.search import Corpus

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(february_archive):
    return Assistant(february_archive)


@pytest.mark.parametrize(
    ("question", "said", "slides"),
    [
        ("Hvem legger frem sak 5/26?", "Rita Midthaug", {5}),
        ("Kven presenterer sak 05/26?", "Rita Midthaug", {5}),
        ("Når begynner sak 7?", "13:20", {5}),
        ("Hvor lenge varer lunsjen?", "30 minutter", {5}),
        ("Hva er forslaget til vedtak i sak 9/26?", "ICD-11", {167}),
        ("Hva koster Helsenorge i 2028?", "423", {71, 74}),
        ("Hvor mye øker Kjernejournal fra 2026 til 2027?", "+16", {71, 75}),
        ("Hvem leder Porteføljerådet?", "Lucie Aunan", {2, 3}),
        ("Hvor mange sitter i styringsgruppen for digital samhandling?", "12", {32}),
        ("Hvor stort var underforbruket i digital samhandling i 2025?", "13,2", {22}),
    ],
)
def test_plain_questions_are_answered_from_the_right_slide(assistant, question, said, slides):
    answer = assistant.ask(question)
    assert said in answer.text
    assert slides & {citation.slide for citation in answer.citations}


@pytest.mark.parametrize(
    "question",
    [
        "Hva foreslås i sak 14/26?",
        "Hva sa Xerxes Quimby om saken?",
        "Hva koster Helsenorge i 2035?",
        "Hvor mange stemte mot forslaget i sak 5/26?",
        "Hva ble vedtatt i sak 11/26?",
        "Hvem legger frem sak 5/26 i møtet 20. mars 2026?",
        "Hvilket lag vant fotballkampen i går?",
    ],
)
def test_what_the_deck_does_not_say_is_not_answered(assistant, question):
    answer = assistant.ask(question)
    assert answer.abstained
    assert answer.citations == ()
    assert answer.text


@pytest.mark.parametrize(
    "question", ["Hva ble vedtatt i sak 6/26?", "Ble forslaget i sak 6/26 vedtatt?", "Kva vart vedteke i sak 6/26?"]
)
def test_a_proposal_is_never_reported_as_a_decision(assistant, question):
    answer = assistant.ask(question)
    assert "bare forslag" in answer.text
    assert "Forslag til vedtak i sak 6/26" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Når begynner vi igjen etter den siste pausen?",
        "Når er pausen før sak 9 ferdig?",
        "Når er siste pause over?",
        "Når starter møtet igjen etter pausen som kommer før saken om ICD-11?",
        "When do we resume after the last break?",
    ],
)
def test_a_break_that_ends_at_two_times_is_shown_with_both(assistant, question):
    answer = assistant.ask(question)
    assert "14:50" in answer.text
    assert "14.40" in answer.text
    assert {citation.slide for citation in answer.citations} == {5, 156}


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange søknader har kommet til helseteknologiordningen for 2026? Jeg synes tallene spriker.",
        "Hvor mange søknader er det til helseteknologiordningen i 2026?",
    ],
)
def test_a_count_that_two_slides_give_differently_is_shown_with_both(assistant, question):
    answer = assistant.ask(question)
    assert "128" in answer.text
    assert "107" in answer.text
    assert {citation.slide for citation in answer.citations} == {170, 171}


def test_two_questions_in_one_get_two_answers(assistant):
    answer = assistant.ask("Hvem legger frem sak 6/26, og når begynner den?")
    assert "Nina Linn Ulsetin" in answer.text
    assert "12:40" in answer.text


def test_every_quotation_stands_on_its_slide_and_every_case_is_the_slides(assistant, february_archive):
    corpus = Corpus.of(february_archive.snapshot())
    for question in ("Hva er status for EHDS?", "Hvem sitter i rådet?", "Hva koster E-resept i 2026?", "Lunsj?"):
        for citation in assistant.ask(question).citations:
            slide = corpus.slide_text(citation.sha256, citation.slide)
            assert " ".join(citation.quote.split()) in " ".join(slide.split())
            assert citation.case in {p.case for p in corpus.passages if p.slide == citation.slide}


def test_the_record_has_the_fields_that_programs_read(assistant):
    record = assistant.ask("Hvem legger frem sak 5/26?").record("q1")
    assert list(record) == ["id", "question", "answer", "abstained", "citations", "retrieved", "ms", "rejected"]
    assert list(record["citations"][0]) == ["body", "meeting", "case", "document", "slide", "quote"]
    assert list(record["retrieved"][0]) == ["document", "case", "slide", "score"]
    assert len(record["retrieved"]) <= 10
    assert record["ms"]["total"] > 0


def test_a_citation_is_labelled_by_case_and_slide(assistant):
    (citation,) = assistant.ask("Hva er forslaget til vedtak i sak 9/26?").citations[:1]
    assert citation.label == "sak 9/26, lysbilde 167"
    assert citation.meeting_label == "Porteføljerådet 12.02.2026"


def test_a_follow_up_is_about_what_was_asked_before(assistant):
    talk = Conversation()
    assistant.ask("Hva koster Helsenorge i 2027?", talk)
    assert "423" in assistant.ask("Og i 2028?", talk).text


def test_a_chat_keeps_to_what_it_is_about(assistant):
    talk = Conversation()
    said = [
        assistant.ask(question, talk).text
        for question in (
            "Hva koster Helsenorge i 2026?",
            "Hva med året etter?",
            "Hvem legger frem saken?",
            "Når begynner den?",
            "Hvem er medlem fra Bergen kommune?",
            "Og fra KS?",
        )
    ]
    for answer, words in zip(
        said, ("408", "409", "Rita Midthaug", "12:10", "Kristin Brekke", "Terje Wistner"), strict=True
    ):
        assert words in answer


def test_what_stands_beside_the_answer_before_is_found_there(assistant):
    talk = Conversation()
    assistant.ask("Hva var underforbruket i digital samhandling i 2025?", talk)
    answer = assistant.ask("Hvor stor var rammen?", talk)
    assert "170,2" in answer.text
    assert [citation.slide for citation in answer.citations] == [22]


@pytest.mark.parametrize("question", ["", "   ", "hva " * 1000])
def test_an_empty_or_endless_question_is_refused_in_words(assistant, question):
    with pytest.raises(UsageError, match="Spørsmålet er"):
        assistant.ask(question)


def test_an_empty_archive_says_how_to_fill_it(tmp_path, embedding):
    with pytest.raises(EmptyArchiveError, match="radsassistent ingest"):
        Assistant(Archive.open(tmp_path, embedding)).ask("Hvem leder rådet?")


def test_the_whole_path_is_a_llamaindex_query_engine(february_archive):
    assert isinstance(query_engine(Corpus.of(february_archive.snapshot())), RetrieverQueryEngine)


@pytest.mark.parametrize(
    "question",
    [
        "Hvilken dato i høst skal rådet samles?",
        "Når er møtet i høst?",
        "Kvar skal rådet møtast i haust?",
        "Hvor holdes møtet i høst?",
    ],
)
def test_a_meeting_of_another_season_is_none_of_those_that_are_known(assistant, question):
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "day"), [("Når er møtet til våren?", "13. mai"), ("Når møtes vi i vinter?", "12. februar")]
)
def test_a_meeting_of_a_season_is_the_one_that_is_in_it(assistant, question, day):
    assert day in assistant.ask(question).text
