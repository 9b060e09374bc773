"""The FAISS index is derived: missing, corrupt or stale, it is built again from the kept embeddings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import faiss
import numpy as np
import pytest
from llama_index.core.vector_stores.types import VectorStoreQuery
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written

from radsassistent.archive import Archive, index_file
from radsassistent.archive.index_file import IndexStamp

IDENTITY = StemEmbedding().identity


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    bullets = [f"• Oppdiktet {what} koster {n} kroner" for n, what in enumerate(("traktor", "gravemaskin", "kran"))]
    archive.put(*written(tmp_path, slide("Møte i Oppdiktrådet 5. mars 2031"), slide("Maskiner", *bullets)))
    return archive


def nearest(archive: Archive, question: str) -> list[tuple[str, float]]:
    query = VectorStoreQuery(query_embedding=archive.embedder.get_query_embedding(question), similarity_top_k=3)
    found = archive.snapshot().vectors.query(query)
    return list(zip(found.ids or [], found.similarities or [], strict=True))


def other_index(ids: list[int], dimensions: int = 512) -> faiss.IndexIDMap2:
    return index_file.build(np.array(ids, dtype=np.int64), np.ones((len(ids), dimensions), dtype=np.float32))


def stale(path: Path, archive: Archive) -> None:
    index_file.save(
        path, other_index(list(archive.snapshot().passages)), IndexStamp(archive.generation() - 1, IDENTITY)
    )


def of_another_embedder(path: Path, archive: Archive) -> None:
    index_file.save(path, other_index(list(archive.snapshot().passages)), IndexStamp(archive.generation(), "annen"))


def short(path: Path, archive: Archive) -> None:
    index_file.save(path, other_index([1]), IndexStamp(archive.generation(), IDENTITY))


def with_other_ids(path: Path, archive: Archive) -> None:
    ids = [number + 1000 for number in archive.snapshot().passages]
    index_file.save(path, other_index(ids), IndexStamp(archive.generation(), IDENTITY))


def of_another_kind(path: Path, archive: Archive) -> None:
    flat = faiss.IndexFlatIP(128)
    flat.add(np.ones((len(archive.snapshot().passages), 128), dtype=np.float32))
    index_file.save(path, flat, IndexStamp(archive.generation(), IDENTITY))


def truncated(path: Path, archive: Archive) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def cut_in_its_header(path: Path, archive: Archive) -> None:
    path.write_bytes(path.read_bytes()[:30])


def something_else(path: Path, archive: Archive) -> None:
    path.write_bytes(b"ikke en indeks")


def missing(path: Path, archive: Archive) -> None:
    path.unlink()


@pytest.mark.parametrize(
    "spoil",
    [
        missing,
        something_else,
        cut_in_its_header,
        truncated,
        stale,
        of_another_embedder,
        short,
        with_other_ids,
        of_another_kind,
    ],
)
def test_a_spoilt_index_is_built_again_without_embedding(
    spoil: Callable[[Path, Archive], None], filled: Archive, directory: Path
) -> None:
    path = directory / "index.faiss"
    right, expected = path.read_bytes(), nearest(filled, "Hva koster kran?")
    spoil(path, filled)
    embedding = StemEmbedding()
    again = Archive.open(directory, embedding)
    assert nearest(again, "Hva koster kran?") == expected
    assert embedding.embedded == []
    assert path.read_bytes() == right


def test_a_good_index_is_used_as_it_is(filled: Archive, directory: Path) -> None:
    path = directory / "index.faiss"
    before = path.stat().st_mtime_ns
    assert nearest(Archive.open(directory, StemEmbedding()), "kran") == nearest(filled, "kran")
    assert path.stat().st_mtime_ns == before


def test_nothing_temporary_is_left_beside_the_index(filled: Archive, directory: Path) -> None:
    assert list(directory.glob("*.new")) == list((directory / "files").glob("*.new")) == []


def test_an_index_that_cannot_be_saved_still_answers(filled: Archive, directory: Path) -> None:
    path = directory / "index.faiss"
    expected = nearest(filled, "kran")
    path.unlink()
    path.mkdir()
    (path / "i veien").touch()
    assert nearest(Archive.open(directory, StemEmbedding()), "kran") == expected
