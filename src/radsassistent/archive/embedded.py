"""Passages with their embeddings: what the archive has is taken from it, what is new is embedded."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Sequence

import numpy as np

from radsassistent.archive.embedders import CouncilEmbedding
from radsassistent.archive.passage import Passage

# Texts embedded at a time: enough for the embedder to use both cores, few enough for the progress bar to move.
BATCH = 16

Progress = Callable[[int, int], None]
# A passage, the SHA-256 (hex) of what was embedded, and its embedding (float32, little-endian).
Embedded = tuple[Passage, str, bytes]


def embedded_passages(
    db: sqlite3.Connection, embedder: CouncilEmbedding, found: Sequence[Passage], progress: Progress | None
) -> tuple[list[Embedded], float]:
    """Embed what the archive has no embedding of yet; equal texts once, the shortest first, so that batches are even.

    Returns the passages in their order and the seconds that it took.
    """
    started = time.perf_counter()
    texts = {_hash(passage.embedded_text): passage.embedded_text for passage in found}
    known: dict[str, bytes] = {}
    for text_hash in texts:
        row = db.execute("SELECT embedding FROM passages WHERE text_hash = ? LIMIT 1", (text_hash,)).fetchone()
        if row is not None:
            known[text_hash] = row["embedding"]
    missing = sorted((h for h in texts if h not in known), key=lambda h: len(texts[h]))
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        vectors = np.array(embedder.get_text_embedding_batch([texts[h] for h in batch]), dtype="<f4")
        known.update((h, vector.tobytes()) for h, vector in zip(batch, vectors, strict=True))
        if progress is not None:
            progress(min(start + BATCH, len(missing)), len(missing))
    rows = [
        (passage, text_hash, known[text_hash]) for passage in found for text_hash in (_hash(passage.embedded_text),)
    ]
    return rows, time.perf_counter() - started


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
