"""What training questions taught of which wordings ask for which texts, on invented decks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written

from radsassistent.archive import Archive
from radsassistent.evaluation.train_nearness import Lesson, fit_nearness
from radsassistent.search import Corpus, find, understand
from radsassistent.search.rank import ranked
from radsassistent.search.taught_nearness import TaughtNearness, current, on_trial

# What members call it, and what the slides do.
WORDS = {"bikkja": "hundehold", "karre": "kjøretøyregister", "poser": "kildesortering", "skole": "opplæringstilbud"}
FILLERS = ("hvordan går det med", "hva sies om", "når kommer", "er noe sagt om", "hvem har ansvar for", "hva koster")


@pytest.fixture
def taught_corpus(tmp_path: Path, embedding: StemEmbedding) -> Corpus:
    archive = Archive.open(tmp_path / "arkiv", embedding)
    slides = [slide(f"Tema {n}", f"• Rådet drøfter {text} i Oppdiktvik") for n, text in enumerate(WORDS.values())]
    made, path = written(tmp_path / "inn", slide("Møte i Ordrådet 5. mars 2031"), *slides, name="ordraadet.pdf")
    archive.put(made, path)
    return Corpus.of(archive.snapshot())


def lesson(corpus: Corpus, embedding: StemEmbedding, question: str, text: str) -> Lesson:
    right = np.array([text in passage.text for passage in corpus.passages])
    vector = np.array(embedding.get_query_embedding(question), dtype=np.float32)
    return Lesson(vector, corpus, np.arange(len(right)), np.zeros(len(right), dtype=np.float32), right, right)


@pytest.fixture
def taught(taught_corpus: Corpus, embedding: StemEmbedding) -> TaughtNearness:
    """From all fillers but the last."""
    asked = [(f"{filler} {word}", text) for filler in FILLERS[:-1] for word, text in WORDS.items()]
    return fit_nearness([lesson(taught_corpus, embedding, *each) for each in asked * 3])


def test_a_new_question_in_a_word_that_was_taught_is_nearest_to_the_text_that_has_another(
    taught: TaughtNearness, taught_corpus: Corpus, embedding: StemEmbedding
) -> None:
    for word, text in WORDS.items():
        near = taught.over(embedding.get_query_embedding(f"{FILLERS[-1]} {word}"), taught_corpus)
        assert text in taught_corpus.passages[int(near.argmax())].text


def test_what_is_found_carries_what_was_taught_while_it_is_on_trial(
    taught: TaughtNearness, taught_corpus: Corpus, embedding: StemEmbedding
) -> None:
    question = f"{FILLERS[-1]} bikkja"
    query, asked = understand(question, taught_corpus), embedding.get_query_embedding(question)
    with on_trial(taught):
        inside = find(query, asked, taught_corpus)
    assert "hundehold" in max(inside, key=lambda hit: hit.taught).passage.text
    assert {hit.taught for hit in find(query, asked, taught_corpus)} == {0.0}


def test_the_text_that_a_taught_word_asks_for_is_told_first(
    taught: TaughtNearness, taught_corpus: Corpus, embedding: StemEmbedding
) -> None:
    def first(word: str) -> str:
        question = f"{FILLERS[-1]} {word}"
        query, asked = understand(question, taught_corpus), embedding.get_query_embedding(question)
        return ranked(query, find(query, asked, taught_corpus), taught_corpus)[0].passage.text

    untaught = [text in first(word) for word, text in WORDS.items()]
    with on_trial(taught):
        assert all(text in first(word) for word, text in WORDS.items())
    assert not all(untaught)


def test_nothing_is_taught_of_another_embedders_vectors(taught_corpus: Corpus, embedding: StemEmbedding) -> None:
    assert current().embedder != taught_corpus.snapshot.embedder
    near = current().over(embedding.get_query_embedding("Hva koster bikkja?"), taught_corpus)
    assert near.tolist() == [0.0] * len(taught_corpus.passages)


def test_what_was_taught_is_the_same_when_it_was_saved_and_read(
    taught: TaughtNearness, taught_corpus: Corpus, embedding: StemEmbedding, tmp_path: Path
) -> None:
    taught.save(tmp_path / "nearness.npz")
    read = TaughtNearness.read(tmp_path / "nearness.npz")
    asked = embedding.get_query_embedding("hva koster bikkja")
    assert read.over(asked, taught_corpus) == pytest.approx(taught.over(asked, taught_corpus), abs=0.02)
    assert np.abs(taught.over(asked, taught_corpus)).max() > 0.5


def test_vectors_of_two_embedders_are_not_learnt_from_together(
    taught_corpus: Corpus, embedding: StemEmbedding, tmp_path: Path
) -> None:
    other = Archive.open(tmp_path / "annet", StemEmbedding(identity="oppdiktet:annen"))
    made, path = written(tmp_path / "mer", slide("Møte i Ordrådet 5. mars 2031"), name="mer.pdf")
    other.put(made, path)
    elsewhere = Corpus.of(other.snapshot())
    lessons = [lesson(each, embedding, "hva koster bikkja", "rådet") for each in (taught_corpus, elsewhere)]
    with pytest.raises(ValueError, match="several embedders"):
        fit_nearness(lessons)
