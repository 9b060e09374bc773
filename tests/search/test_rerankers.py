"""Where there is a reranker, what was found is read once more before it is answered from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.council_embedding import StemEmbedding

from radsassistent.answers import Assistant
from radsassistent.archive import Archive
from radsassistent.search import Corpus, Hit, find, understand
from radsassistent.search.query import Query
from radsassistent.search.rank import nothing, ranked
from radsassistent.search.rerankers import READ, RerankerUnavailableError, reranker, reread

QUESTION = "Hva koster traktorkjøp i 2032?"


class Likes:
    """Says `odds` of texts that have a word, 0 of others; keeps what it was asked."""

    def __init__(self, word: str, odds: float) -> None:
        self._word, self._odds = word, odds
        self.asked: list[tuple[str, int]] = []

    def log_odds(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.append((question, len(texts)))
        return np.array([self._odds if self._word in text else 0.0 for text in texts], dtype=np.float32)


@pytest.fixture
def found(councils: Archive, embedding: StemEmbedding) -> tuple[Query, list[Hit]]:
    corpus = Corpus.of(councils.snapshot())
    query = understand(QUESTION, corpus)
    return query, ranked(query, find(query, embedding.get_query_embedding(query.text), corpus), corpus)


def test_what_the_reranker_prefers_comes_first(found: tuple[Query, list[Hit]]) -> None:
    query, hits = found
    other = max((hit for hit in hits if hit.passage.slide != hits[0].passage.slide), key=lambda hit: hit.chance)
    again = reread(query, hits, Likes(other.passage.text, 20.0))
    assert again[0].passage == other.passage
    assert again[0].chance > other.chance


def test_a_reranker_that_is_indifferent_changes_nothing(found: tuple[Query, list[Hit]]) -> None:
    query, hits = found
    again = reread(query, hits, Likes("", 7.0))
    assert [hit.passage for hit in again] == [hit.passage for hit in hits]
    assert [hit.chance for hit in again] == pytest.approx([hit.chance for hit in hits])


@pytest.mark.parametrize("odds", [-500.0, -2.0, 3.0, 500.0])
def test_nothing_is_lost_and_that_nothing_answers_is_as_likely_as_before(
    found: tuple[Query, list[Hit]], odds: float
) -> None:
    query, hits = found
    again = reread(query, hits, Likes("traktor", odds))
    assert {hit.passage.id for hit in again} == {hit.passage.id for hit in hits}
    assert len(again) == len(hits)
    assert nothing(again) == pytest.approx(nothing(hits))


def test_the_likeliest_alone_are_read_and_with_the_question(found: tuple[Query, list[Hit]]) -> None:
    query, hits = found
    reader = Likes("", 0.0)
    reread(query, hits, reader)
    assert reader.asked == [(query.text, min(READ, sum(hit.chance > 0.0 for hit in hits)))]


def test_nothing_is_read_where_there_is_no_choice(found: tuple[Query, list[Hit]]) -> None:
    query, hits = found
    reader = Likes("", 0.0)
    assert reread(query, hits[:1], reader) == hits[:1]
    assert reread(query, [], reader) == []
    assert not reader.asked


def test_the_assistant_searches_and_answers_in_the_order_that_the_reranker_agrees_to(councils: Archive) -> None:
    question = "Hva koster traktorkjøp?"
    before = Assistant(councils).find(question, limit=2).slides
    reader = Likes(before[1].excerpt.split()[-1], 30.0)
    assistant = Assistant(councils, reranker=reader)
    after = assistant.find(question, limit=1).slides
    assert after[0].slide == before[1].slide != before[0].slide
    searched = len(reader.asked)
    assistant.ask(question)
    assert len(reader.asked) > searched


def test_a_name_that_is_no_model_says_what_to_give() -> None:
    with pytest.raises(RerankerUnavailableError, match="Ukjent reranker: «tryllestav»"):
        reranker("tryllestav")


def test_without_the_setting_there_is_none() -> None:
    assert reranker(None) is None


def test_without_sentence_transformers_it_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "sentence_transformers", None)
    named = reranker(str(tmp_path))
    assert named is not None
    with pytest.raises(RerankerUnavailableError, match="Installer «radsassistent"):
        named.log_odds("Hva?", ["Det."])
