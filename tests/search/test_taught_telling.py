"""Which sort of question is rarely answered, learnt from invented ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide
from tests.one_deck_council import assistant_over

from radsassistent.evaluation.train_telling import Lesson, fit_telling
from radsassistent.search.corpus import Corpus
from radsassistent.search.find import find
from radsassistent.search.query import Query
from radsassistent.search.rank import nothing, ranked
from radsassistent.search.taught_telling import TaughtTelling, on_trial
from radsassistent.search.tells import FEWEST
from radsassistent.search.understand import understand

ANSWERED = ("Når begynner {}?", "Hvem legger frem {}?", "Hva foreslås om {}?")
UNTOLD = ("Hvilken leverandør solgte {}?", "Hvilken leverandør malte {}?", "Hvilken leverandør flyttet {}?")
THINGS = ("gravhaugen", "tømmerfløyta", "kullovnen", "vindusglasset")


@pytest.fixture
def corpus(tmp_path: Path, embedding: StemEmbedding) -> Corpus:
    """A deck of enough slides that the sort of a question counts."""
    slides = [
        slide(f"Bauta {n}", f"• Bauta nummer {n} skal vaskes", f"• Den står i skog {n}") for n in range(FEWEST // 2)
    ]
    return assistant_over((slide("Møte i Bautarådet 5. mai 2034"), *slides), tmp_path, embedding).corpus()


@pytest.fixture
def taught(embedding: StemEmbedding) -> TaughtTelling:
    def lesson(text: str, *, told: bool) -> Lesson:
        return Lesson(np.array(embedding.get_query_embedding(text), dtype=np.float32), 0.0, told)

    lessons = [lesson(form.format(thing), told=True) for form in ANSWERED for thing in THINGS]
    lessons += [lesson(form.format(thing), told=False) for form in UNTOLD for thing in THINGS]
    return fit_telling(lessons * 3, embedding.identity)


def untold(question: str, corpus: Corpus, embedding: StemEmbedding, query: Query | None = None) -> float:
    """How likely the documents do not tell."""
    query = query or understand(question, corpus)
    vector = embedding.get_query_embedding(query.text)
    return nothing(ranked(query, find(query, vector, corpus), corpus, vector))


def test_a_new_question_of_a_sort_that_was_not_answered_is_likelier_untold(
    taught: TaughtTelling, corpus: Corpus, embedding: StemEmbedding
) -> None:
    of_supplier, of_time = "Hvilken leverandør vasket bautaen?", "Når begynner bautaen?"
    before = untold(of_supplier, corpus, embedding), untold(of_time, corpus, embedding)
    with on_trial(taught):
        after = untold(of_supplier, corpus, embedding), untold(of_time, corpus, embedding)
    assert after[0] > before[0]
    assert after[1] - before[1] < after[0] - before[0]


def test_of_a_slide_that_is_named_the_sort_of_question_says_nothing(
    taught: TaughtTelling, corpus: Corpus, embedding: StemEmbedding
) -> None:
    question = "Hvilken leverandør vasket bautaen på lysbilde 7?"
    before = untold(question, corpus, embedding)
    with on_trial(taught):
        assert untold(question, corpus, embedding) == before


def test_vectors_of_another_embedder_are_of_no_sort(
    taught: TaughtTelling, corpus: Corpus, embedding: StemEmbedding
) -> None:
    other = TaughtTelling("oppdiktet:en annen", taught.weights, taught.centre)
    assert other.of(embedding.get_query_embedding("Hvilken leverandør?"), corpus) == 0.0
    assert taught.of(embedding.get_query_embedding("Hvilken leverandør?"), corpus) < 0.0


def test_what_is_saved_is_read_as_it_was(taught: TaughtTelling, tmp_path: Path) -> None:
    taught.save(tmp_path / "telling.npz")
    read = TaughtTelling.read(tmp_path / "telling.npz")
    assert read.embedder == taught.embedder
    assert np.allclose(read.weights, taught.weights, atol=0.01)
    assert read.centre == pytest.approx(taught.centre)
