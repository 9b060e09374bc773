"""What is asked in other words than the slide's is found by the meaning of the words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written

from radsassistent.archive import Archive, Passage
from radsassistent.archive.database import connected
from radsassistent.archive.holdings import DATABASE
from radsassistent.search import Corpus, understand
from radsassistent.search.features import FEATURES, candidate_features
from radsassistent.search.find import find
from radsassistent.search.other_words import lacking
from radsassistent.search.word_space import MOST_WORDS

SAME = {"båten": "ferja", "brygga": "kaia"}
DECK = (
    slide("Møte i Oppdiktrådet 5. mars 2031"),
    slide("Ferja", "• Ferja går hver time", "• Billetten er gratis"),
    slide("Kaia", "• Kaia skal males i mai", "• Malingen er kjøpt inn"),
)


class Synonyms(StemEmbedding):
    """A `StemEmbedding` to which the words of SAME mean the same as their other word."""

    identity: str = "oppdiktet:synonymer-512"

    def _vector(self, text: str) -> list[float]:
        return super()._vector(SAME.get(text, text))


def archive(folder: Path) -> Archive:
    made = Archive.open(folder / "arkiv", Synonyms())
    made.put(*written(folder, *DECK))
    return made


def passage(corpus: Corpus, text: str) -> Passage:
    return next(each for each in corpus.passages if each.text == text)


def test_a_word_is_near_what_means_the_same_and_the_same_as_its_other_forms(tmp_path: Path) -> None:
    corpus = Corpus.of(archive(tmp_path).snapshot())
    ferry, pier = (
        next(p for p in corpus.passages if p.text == text) for text in ("Ferja går hver time", "Kaia skal males i mai")
    )
    own, whole = corpus.word_space.nearest(["båten", "timene", "kaia"], [ferry, pier])
    assert own.shape == whole.shape == (2, 3)
    assert own[0, 0] > 0.9
    assert own[1, 0] < 0.5
    assert own[0, 1] == 1.0
    assert own[1, 2] == 1.0
    assert own[0, 2] < 0.5


def test_a_title_is_near_with_the_whole_passage_only(tmp_path: Path) -> None:
    corpus = Corpus.of(archive(tmp_path).snapshot())
    ticket = passage(corpus, "Billetten er gratis")
    own, whole = corpus.word_space.nearest(["ferja"], [ticket])
    assert own[0, 0] < 0.5
    assert whole[0, 0] == 1.0


def test_the_ranker_sees_that_a_passage_has_a_word_of_the_question_in_another_word(tmp_path: Path) -> None:
    held = archive(tmp_path)
    corpus = Corpus.of(held.snapshot())
    query = understand("Når går båten?", corpus)
    hits = find(query, held.embedder.get_query_embedding(query.text), corpus)
    rows = candidate_features(query, hits, corpus)
    near = dict(zip((hit.passage.text for hit in hits), rows[:, FEATURES.index("near_new_own")], strict=True))
    assert near["Ferja går hver time"] > near["Kaia skal males i mai"]


def test_what_no_passage_comes_near_to_is_lacking(tmp_path: Path) -> None:
    corpus = Corpus.of(archive(tmp_path).snapshot())
    about_ferry = [p for p in corpus.passages if p.slide == 2]
    assert lacking(understand("Når går båten?", corpus), about_ferry, corpus).max() < 1
    assert lacking(understand("Når går traktoren?", corpus), about_ferry, corpus).max() > 1


def test_of_a_question_that_goes_on_and_on_only_the_first_words_are_embedded(tmp_path: Path) -> None:
    held = archive(tmp_path)
    corpus = Corpus.of(held.snapshot())
    embedder = held.embedder
    assert isinstance(embedder, Synonyms)
    embedder.embedded.clear()
    unheard = [a + b + "ogl" for a in "bdfgklmnprst" for b in ("ei", "oi", "ui", "yi", "ai", "ou", "eu", "au")]
    query = understand(f"Når går {' '.join(unheard)}?", corpus)
    hits = find(query, embedder.get_query_embedding(query.text), corpus)
    candidate_features(query, hits, corpus)
    assert 0 < len(embedder.embedded) <= MOST_WORDS < len(unheard)


def test_an_archive_without_embedded_words_is_searched_by_their_stems_alone(tmp_path: Path) -> None:
    held = archive(tmp_path)
    with connected(held.directory / DATABASE) as db:
        db.execute("DELETE FROM parts")
    snapshot = Archive.open(held.directory, Synonyms()).snapshot()
    assert snapshot.parts.kept == {}
    corpus = Corpus.of(snapshot)
    ferry = passage(corpus, "Ferja går hver time")
    own, _ = corpus.word_space.nearest(["båten", "timen"], [ferry])
    assert own.tolist() == [[0.0, 1.0]]
    assert np.allclose(corpus.own_vectors[0], snapshot.vectors.vector(corpus.passages[0].id))
