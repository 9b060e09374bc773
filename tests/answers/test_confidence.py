"""What is unlikely to be right is not told, and all that is told while the weights are fitted."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, written

from radsassistent.answers import Assistant
from radsassistent.answers.confidence import FEATURES, is_unlikely, recording
from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import Archive
from radsassistent.search import find, understand
from radsassistent.search.rank import ranked

pytestmark = pytest.mark.embedder


def unlikely(archive: Archive, question: str, words: str) -> bool:
    """Whether the passage with some words is an unlikely answer to a question."""
    corpus = Assistant(archive).corpus()
    query = understand(question, corpus)
    hits = ranked(query, find(query, archive.embedder.get_query_embedding(query.text), corpus), corpus)
    passage = next(passage for passage in corpus.passages if words in passage.text)
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
    with recording() as rows:
        Assistant(february_archive).ask("Hva deler private laboratorier i kjernejournal?")
    assert rows and all(row.shape == (len(FEATURES),) for row in rows)
    with recording() as rows:
        assert unlikely(february_archive, "Hvem betaler for ny kantine?", "Private laboratorier deler") is False
