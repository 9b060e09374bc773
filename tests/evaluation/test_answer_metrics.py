from collections.abc import Callable
from typing import Any

import pytest

from radsassistent.evaluation.gold import Question
from radsassistent.evaluation.metrics import by_kind, by_language, figures, judge, percentile
from radsassistent.evaluation.run import evaluate, of_split

MakeQuestion = Callable[..., Question]
MakeRecord = Callable[..., dict[str, Any]]


def test_an_answer_with_every_group_and_its_slide_is_right_and_cited(
    question: MakeQuestion, record: MakeRecord
) -> None:
    outcome = judge(question(), record())
    assert outcome.right
    assert outcome.slide_cited
    assert outcome.right_and_cited
    assert outcome.failures == ()


def test_an_answer_that_misses_a_group_is_wrong_and_says_which(question: MakeQuestion, record: MakeRecord) -> None:
    outcome = judge(question(answers=[["42"], ["43", "førtitre"]]), record())
    assert not outcome.right
    assert outcome.failures == ("Mangler «43» eller «førtitre».",)


def test_a_forbidden_string_makes_the_answer_wrong(question: MakeQuestion, record: MakeRecord) -> None:
    outcome = judge(question(forbidden=["ble vedtatt"]), record("Det ble vedtatt 42."))
    assert not outcome.right
    assert outcome.failures == ("Inneholder «ble vedtatt».",)


def test_an_answer_that_is_too_long_is_wrong(question: MakeQuestion, record: MakeRecord) -> None:
    outcome = judge(question(max_words=2), record("Det er 42."))
    assert outcome.failures == ("Svaret er på 3 ord; grensen er 2.",)
    assert judge(question(max_words=3), record("Det er 42.")).right


def test_every_group_of_slides_needs_a_citation(question: MakeQuestion, record: MakeRecord) -> None:
    two_groups = question(slides=[[7], [8, 9]])
    assert judge(two_groups, record(cited=[7])).failures == ("Viser ikke til lysbilde 8 eller 9.",)
    assert judge(two_groups, record(cited=[9, 7])).slide_cited


def test_a_slide_that_is_cited_for_two_cases_counts_as_one_slide(question: MakeQuestion, record: MakeRecord) -> None:
    assert judge(question(slides=[[7]]), record(cited=[7, 7])).citations == (7,)


def test_an_abstention_is_never_right_for_an_answerable_question(question: MakeQuestion, record: MakeRecord) -> None:
    outcome = judge(question(), record("Fant ikke svaret; nærmest er 42.", abstained=True))
    assert not outcome.right
    assert outcome.slide_cited is False
    assert outcome.citations == ()


def test_only_an_abstention_is_right_when_the_documents_hold_no_answer(
    question: MakeQuestion, record: MakeRecord
) -> None:
    unanswerable = question(kind="not-in-documents")
    assert judge(unanswerable, record(abstained=True)).right
    answered = judge(unanswerable, record())
    assert not answered.right
    assert answered.slide_cited is None
    assert answered.recall_at_5 is None


def test_recall_counts_groups_among_distinct_slides_in_rank_order(question: MakeQuestion, record: MakeRecord) -> None:
    two_groups = question(slides=[[7], [8, 9]])
    outcome = judge(two_groups, record(retrieved=[1, 1, 7, 2, 3, 7, 9]))
    assert outcome.retrieved == (1, 7, 2, 3, 9)
    assert outcome.recall_at_1 == 0.0
    assert outcome.recall_at_5 == 1.0
    assert outcome.reciprocal_rank == 0.5


def test_a_gold_slide_after_the_tenth_has_no_reciprocal_rank(question: MakeQuestion, record: MakeRecord) -> None:
    outcome = judge(question(), record(retrieved=[*range(10, 20), 7]))
    assert outcome.reciprocal_rank == 0.0


def test_a_slide_of_another_meeting_does_not_count_but_keeps_its_rank(
    question: MakeQuestion, record: MakeRecord
) -> None:
    elsewhere = record(document="another.pdf")
    assert judge(question(), elsewhere, documents=["another.pdf"]).slide_cited
    outcome = judge(question(), elsewhere, documents=["deck.pdf"])
    assert not outcome.slide_cited
    assert outcome.reciprocal_rank == 0.0
    assert "Viser til noe som ikke støtter svaret: et annet dokument." in outcome.failures


def test_the_figures_agree_with_a_count_by_hand(question: MakeQuestion, record: MakeRecord) -> None:
    missing = question(kind="not-in-documents")
    outcomes = [
        judge(question(), record(ms=10)),
        judge(question(), record("Det er 41.", cited=[7, 8], retrieved=[8, 7], ms=20)),
        judge(question(), record(cited=[9], retrieved=[9], ms=30)),
        judge(question(), record(abstained=True, retrieved=[1, 2, 3, 7], ms=40)),
        judge(missing, record(abstained=True, ms=50)),
        judge(missing, record(cited=[3], ms=60)),
    ]
    result = figures(outcomes)
    assert result.questions == 6
    assert result.answer_right == pytest.approx(3 / 6)
    assert result.slide_cited == pytest.approx(2 / 4)
    assert result.right_and_cited == pytest.approx(1 / 4)
    assert result.citation_precision == pytest.approx(2 / 5)
    assert result.recall_at_1 == pytest.approx(1 / 4)
    assert result.recall_at_5 == pytest.approx(3 / 4)
    assert result.mrr_at_10 == pytest.approx((1 + 1 / 2 + 0 + 1 / 4) / 4)
    assert result.abstention_recall == pytest.approx(1 / 2)
    assert result.abstention_precision == pytest.approx(1 / 2)
    assert result.false_abstention == pytest.approx(1 / 4)
    assert (result.p50_ms, result.p95_ms) == (30, 60)


def test_a_sentence_is_borne_out_by_one_gold_slide_and_sound_when_it_cites_no_other(
    question: MakeQuestion, record: MakeRecord
) -> None:
    outcome = judge(question(), record(cited=[7, 8], sentences=[[7], [7, 8], [8], []]))
    assert outcome.sentences == ((7,), (7, 8), (8,))
    result = figures([outcome])
    assert result.citation_recall == pytest.approx(2 / 3)
    assert result.sentence_precision == pytest.approx(1 / 3)


def test_without_its_sentences_an_answer_is_one(question: MakeQuestion, record: MakeRecord) -> None:
    result = figures([judge(question(), record(cited=[7, 8]))])
    assert (result.citation_recall, result.sentence_precision) == (1.0, 0.0)


def test_near_misses_are_told_from_what_is_far_away(question: MakeQuestion, record: MakeRecord) -> None:
    near, far = question(kind="not-in-documents", near_miss=True), question(kind="not-in-documents")
    result = figures([judge(near, record()), judge(near, record(abstained=True)), judge(far, record(abstained=True))])
    assert (result.near_miss_recall, result.far_recall) == (0.5, 1.0)


def test_a_wrong_answer_is_told_from_none(question: MakeQuestion, record: MakeRecord) -> None:
    result = figures(
        [judge(question(), record("41")), judge(question(), record(abstained=True)), judge(question(), record())]
    )
    assert result.answered_wrong == pytest.approx(1 / 3)


def test_what_is_forbidden_counts_over_the_answered_questions_that_forbid(
    question: MakeQuestion, record: MakeRecord
) -> None:
    forbids = question(forbidden=["vedtatt"])
    said = [record("42 er vedtatt"), record(), record("vedtatt", abstained=True)]
    result = figures([*(judge(forbids, each) for each in said), judge(question(), record("42 er vedtatt"))])
    assert result.forbidden_said == 0.5


def test_where_slides_differ_all_must_be_told_with_their_slides(question: MakeQuestion, record: MakeRecord) -> None:
    both = question(answers=[["128"], ["107"]], slides=[[170], [171]])
    result = figures(
        [
            judge(both, record("128 og 107", cited=[170, 171])),
            judge(both, record("128", cited=[170])),
            judge(question(), record()),
        ]
    )
    assert result.several_told == 0.5


def test_what_verification_removed_is_counted_over_all(question: MakeQuestion, record: MakeRecord) -> None:
    assert figures([judge(question(), record(rejected=2)), judge(question(), record(rejected=1))]).rejected == 3.0


def test_later_questions_of_a_conversation_are_follow_ups(question: MakeQuestion, record: MakeRecord) -> None:
    records = iter([record(), record(), record("41"), record()])
    questions = [question("a"), *(question(name, chat="c1") for name in "bcd")]
    report = evaluate(questions, lambda *_: next(records))
    assert [outcome.follow_up for outcome in report.outcomes] == [False, False, True, True]
    assert report.overall.follow_up_right == 0.5
    assert report.follow_ups.questions == 2


def test_figures_are_given_for_each_language_that_was_asked_in(question: MakeQuestion, record: MakeRecord) -> None:
    languages = by_language([judge(question(language="en"), record()), judge(question(), record("41"))])
    assert [(name, figures.answer_right) for name, figures in languages.items()] == [("nb", 0.0), ("en", 1.0)]


def test_what_was_not_measured_is_none_and_not_zero(question: MakeQuestion, record: MakeRecord) -> None:
    result = figures([judge(question(kind="not-in-documents"), record(abstained=True))])
    assert result.right_and_cited is None
    assert result.citation_precision is None
    assert result.false_abstention is None
    assert figures([]).p95_ms is None


def test_percentiles_are_values_that_were_measured() -> None:
    assert percentile([4, 1, 3, 2], 50) == 2
    assert percentile([4, 1, 3, 2], 95) == 4
    assert percentile([5], 50) == 5


def test_figures_are_given_for_each_kind_that_was_asked(question: MakeQuestion, record: MakeRecord) -> None:
    kinds = by_kind([judge(question(kind="table"), record()), judge(question(kind="agenda"), record("41"))])
    assert list(kinds) == ["agenda", "table"]
    assert kinds["table"].answer_right == 1.0
    assert kinds["agenda"].answer_right == 0.0


def test_questions_are_asked_in_order_with_a_chat_of_their_meeting(question: MakeQuestion, record: MakeRecord) -> None:
    asked: list[tuple[str, str | None]] = []

    def ask(text: str, chat: str | None) -> dict[str, Any]:
        asked.append((text, chat))
        return record()

    questions = [question("a"), question("b", chat="c1"), question("c", chat="c1", meeting="2026-05-13-x")]
    report = evaluate(questions, ask, {"2026-02-12-portefoljeradet": ["deck.pdf"], "2026-05-13-x": ["x.pdf"]})
    assert asked == [
        ("Spørsmål a?", None),
        ("Spørsmål b?", "2026-02-12-portefoljeradet:c1"),
        ("Spørsmål c?", "2026-05-13-x:c1"),
    ]
    assert [outcome.slide_cited for outcome in report.outcomes] == [True, True, False]
    assert report.overall.questions == 3


def test_a_split_can_be_picked(question: MakeQuestion) -> None:
    questions = [question()]
    assert of_split(questions, "dev") == questions
    assert of_split(questions, "test") == []
    assert of_split(questions, None) == questions
