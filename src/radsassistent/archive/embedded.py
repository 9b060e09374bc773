"""Passages with their embeddings: what the archive has is taken from it, what is new is embedded."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from radsassistent.archive.embedders import CouncilEmbedding
from radsassistent.archive.parts import parts_of, text_hash
from radsassistent.archive.passage import Passage

# Texts embedded at a time: enough for the embedder to use both cores, few enough for the progress bar to move.
BATCH = 16

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Embedded:
    """Passages in their order, each with the SHA-256 (hex) of what was embedded and its embedding (float32, little-endian);
    the embeddings of their parts (float16, little-endian) by such hashes; and the seconds that it took.
    """

    passages: Sequence[tuple[Passage, str, bytes]]
    parts: dict[str, bytes]
    seconds: float


def embedded(
    db: sqlite3.Connection, embedder: CouncilEmbedding, found: Sequence[Passage], progress: Progress | None
) -> Embedded:
    """Embed what the archive has no embedding of yet; equal texts once, the shortest first, so that batches are even.

    `progress(done, total)` counts the texts that are embedded, passages and parts.
    """
    started = time.perf_counter()
    wholes = {text_hash(passage.embedded_text): passage.embedded_text for passage in found}
    parts = {text_hash(text): text for text in parts_of(found)}
    of_wholes = _kept(db, "SELECT embedding FROM passages WHERE text_hash = ? LIMIT 1", wholes)
    of_parts = _kept(db, "SELECT embedding FROM parts WHERE text_hash = ?", parts)
    texts = {each: text for each, text in wholes.items() if each not in of_wholes}
    texts |= {each: text for each, text in parts.items() if each not in of_parts}
    missing = sorted(texts, key=lambda each: len(texts[each]))
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        vectors = np.array(embedder.get_text_embedding_batch([texts[each] for each in batch]), dtype="<f4")
        for each, vector in zip(batch, vectors, strict=True):
            if each in wholes:
                of_wholes.setdefault(each, vector.tobytes())
            if each in parts:
                of_parts.setdefault(each, vector.astype("<f2").tobytes())
        if progress is not None:
            progress(min(start + BATCH, len(missing)), len(missing))
    hashes = [text_hash(passage.embedded_text) for passage in found]
    rows = [(passage, each, of_wholes[each]) for passage, each in zip(found, hashes, strict=True)]
    return Embedded(rows, of_parts, time.perf_counter() - started)


def _kept(db: sqlite3.Connection, select: str, hashes: Iterable[str]) -> dict[str, bytes]:
    rows = ((each, db.execute(select, (each,)).fetchone()) for each in hashes)
    return {each: row["embedding"] for each, row in rows if row is not None}
