"""What is unlikely to be right is not told, and all that is told while the weights are fitted."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, written

from radsassistent.answers import Assistant, confidence
from radsassistent.answers.confidence import FEATURES, answers_surely, is_unlikely, recording
from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import Archive
from radsassistent.search import Hit, find, understand
from radsassistent.search.rank import ranked

pytestmark = pytest.mark.embedder


def unlikely(archive: Archive, question: str, words: str) -> bool:
    """Whether the shortest passage with some words is an unlikely answer to a question."""
    corpus = Assistant(archive).corpus()
    query = understand(question, corpus)
    hits = ranked(query, find(query, archive.embedder.get_query_embedding(query.text), corpus), corpus)
    passage = min((each for each in corpus.passages if words in each.text), key=lambda each: len(each.text))
    return is_unlikely(query, Draft((statement(passage.text, passage),)), hits, corpus)


def test_a_text_about_something_else_is_an_unlikely_answer(february_archive: Archive) -> None:
    assert unlikely(february_archive, "Hvem betaler for ny kantine i tredje etasje?", "Private laboratorier deler")


def test_a_text_with_the_words_of_the_question_is_a_likely_answer(february_archive: Archive) -> None:
    assert not unlikely(
        february_archive, "Hva deler private laboratorier i kjernejournal?", "Private laboratorier deler"
    )


def test_in_an_archive_too_small_to_tell_nothing_is_unlikely(tmp_path, built_in_embedder) -> None:
    made, path = written(
        tmp_path, slide("Møte i Blårådet 4. mars 2031"), slide("Skiftet", "• Private lag deler drakter")
    )
    archive = Archive.open(tmp_path / "arkiv", built_in_embedder)
    archive.put(made, path)
    assert not unlikely(archive, "Hvem betaler for ny kantine?", "Private lag")


def test_while_drafts_are_recorded_each_is_told_with_all_that_is_seen_of_it(february_archive: Archive) -> None:
    with recording() as drafts:
        Assistant(february_archive).ask("Hva deler private laboratorier i kjernejournal?")
    assert drafts and all(seen.row.shape == (len(FEATURES),) and seen.read is not None for seen in drafts)
    with recording():
        assert unlikely(february_archive, "Hvem betaler for ny kantine?", "Private laboratorier deler") is False


def test_what_is_about_the_same_but_does_not_tell_what_is_asked_is_read_as_no_answer(february_archive: Archive) -> None:
    assert not unlikely(february_archive, "Hvem deler prøvesvar i kjernejournal?", "Private laboratorier deler")
    assert unlikely(february_archive, "Hvor mye får laboratoriene betalt for å dele prøvesvar?", "Private laboratorier")


def test_what_is_sure_anyhow_is_not_read(february_archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> None:
        raise AssertionError("read")

    monkeypatch.setattr(confidence, "SURE", -100.0)
    monkeypatch.setattr(confidence, "cross_encoder", never)
    assert not unlikely(february_archive, "Hva deler private laboratorier?", "Private laboratorier deler")


def test_without_the_cross_encoder_the_rest_decides(february_archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "cross_encoder", lambda: None)
    assert not unlikely(
        february_archive, "Hva deler private laboratorier i kjernejournal?", "Private laboratorier deler"
    )
    assert unlikely(february_archive, "Hvem betaler for ny kantine i tredje etasje?", "Private laboratorier deler")


def test_a_passage_that_surely_answers_is_told_though_the_ranker_doubts_it(february_archive: Archive) -> None:
    corpus = Assistant(february_archive).corpus()
    words = "Problemer med test rapportert fra"
    passage = min((each for each in corpus.passages if words in each.text), key=lambda each: len(each.text))

    def surely(question: str, chance: float) -> bool:
        hit = Hit(passage, 1.0, 0.9, 1.0, 1.0, chance=chance)
        return answers_surely(understand(question, corpus), [hit], corpus)

    asked = "Hvem har rapportert problemer med test?"
    assert surely(asked, 0.4)
    assert not surely(asked, 0.1)
    assert not surely("Hva koster testen i Helse Sør-Øst?", 0.4)
    assert not answers_surely(understand(asked, corpus), [], corpus)
