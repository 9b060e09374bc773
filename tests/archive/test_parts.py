"""What is embedded of passages besides the whole: kept once, and gone with what it was a part of."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written

from radsassistent.archive import Archive, Parts
from radsassistent.archive.parts import telling_words

BUOYS = (
    slide("Møte i Oppdiktrådet 5. mars 2031"),
    slide("Bøyer", "• Bøyene i leia kostet 14 millioner", "• Leia er trang"),
)
PIERS = (slide("Møte i Fantasirådet 9. april 2031"), slide("Kaier", "• Kaiene kostet 9 millioner", "• Leia er trang"))


def test_words_that_can_be_asked_for_otherwise_are_neither_numbers_nor_function_words() -> None:
    assert telling_words("Hva koster bøyene i sak 5/31, de 14 bøyene?") == ["koster", "bøyene", "sak"]


def test_a_bullet_is_kept_alone_and_its_words_too(archive: Archive, tmp_path: Path) -> None:
    archive.put(*written(tmp_path, *BUOYS))
    parts = archive.snapshot().parts
    for text in ("Leia er trang", "leia", "bøyene"):
        vector = parts.known(text)
        assert vector is not None
        assert np.isclose(np.linalg.norm(vector), 1, atol=1e-3)
    assert parts.known("er") is None
    assert parts.known("14") is None


def test_what_two_documents_share_is_embedded_once(archive: Archive, embedding: StemEmbedding, tmp_path: Path) -> None:
    archive.put(*written(tmp_path / "a", *BUOYS))
    embedding.embedded.clear()
    archive.put(*written(tmp_path / "b", *PIERS))
    assert "kaiene" in embedding.embedded
    assert not {"Leia er trang", "trang", "kostet"} & set(embedding.embedded)


def test_a_removed_document_takes_the_words_that_only_it_had(archive: Archive, tmp_path: Path) -> None:
    archive.put(*written(tmp_path / "a", *BUOYS, name="boyer.pdf"))
    archive.put(*written(tmp_path / "b", *PIERS, name="kaier.pdf"))
    archive.remove("boyer.pdf")
    parts = archive.snapshot().parts
    assert parts.known("bøyene") is None
    assert parts.known("trang") is not None


def test_a_new_version_takes_the_words_that_only_the_old_one_had(archive: Archive, tmp_path: Path) -> None:
    archive.put(*written(tmp_path, *BUOYS))
    archive.put(*written(tmp_path, BUOYS[0], slide("Bøyer", "• Fyret i leia kostet 14 millioner")))
    parts = archive.snapshot().parts
    assert parts.known("trang") is None
    assert parts.known("fyret") is not None


def test_words_are_told_though_more_were_asked_than_are_remembered(
    embedding: StemEmbedding, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("radsassistent.archive.parts.MOST_ASKED", 1)
    parts = Parts({}, embedding)
    first = parts.asked(["brygga", "fyret"])
    again = parts.asked(["fyret", "leia", "brygga"])
    assert np.array_equal(first[0], again[2])
    assert np.array_equal(first[1], again[0])
    parts.asked(["fyret"])
    assert embedding.embedded == ["brygga", "fyret", "leia", "fyret"]


def test_a_word_that_the_archive_lacks_is_embedded_when_it_is_first_asked(embedding: StemEmbedding) -> None:
    parts = Parts({}, embedding)
    first = parts.asked(["brygga", "fyret"])
    assert embedding.embedded == ["brygga", "fyret"]
    again = parts.asked(["fyret", "brygga"])
    assert embedding.embedded == ["brygga", "fyret"]
    assert np.array_equal(first[0], again[1])


def test_a_word_asked_before_is_not_embedded_again_when_the_archive_has_a_new_meeting(
    archive: Archive, embedding: StemEmbedding, tmp_path: Path
) -> None:
    archive.put(*written(tmp_path, *BUOYS))
    first = archive.snapshot().parts.asked(["lanterne"])
    archive.put(*written(tmp_path, slide("Fyr", "• Fyret i leia kostet 14 millioner"), name="annen.pdf"))
    embedding.embedded.clear()
    again = archive.snapshot().parts.asked(["lanterne"])
    assert embedding.embedded == []
    assert np.array_equal(first[0], again[0])
