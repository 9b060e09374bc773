"""The FAISS index on disk: one file that carries the generation that it was built from, replaced atomically."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

logger = logging.getLogger(__name__)

_MAGIC = b"radsassistent-index-1\n"


@dataclass(frozen=True, slots=True)
class IndexStamp:
    """What an index was built from: the database's generation and the embedder."""

    generation: int
    embedder: str


def build(ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> faiss.IndexIDMap2:
    """An exact inner-product index. `vectors` (n, d), normalised; `ids` (n,)."""
    index = faiss.IndexIDMap2(faiss.IndexFlatIP(vectors.shape[1]))
    if len(ids):
        index.add_with_ids(np.ascontiguousarray(vectors), ids)
    return index


def save(path: Path, index: faiss.IndexIDMap2, stamp: IndexStamp) -> None:
    """Write to a temporary file beside, flush it to disk, and put it in place in one step."""
    header = json.dumps({"generation": stamp.generation, "embedder": stamp.embedder}).encode() + b"\n"
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_MAGIC)
            file.write(header)
            file.write(faiss.serialize_index(index).tobytes())
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def load(path: Path, stamp: IndexStamp, ids: NDArray[np.int64]) -> faiss.IndexIDMap2 | None:
    """The index, or None when the file is missing, corrupt, or built from another state (the caller rebuilds it).

    `ids` (n,) are those that it must hold: a database brought back from a backup may reach a generation a second time.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        logger.warning("%s kan ikke åpnes og bygges på nytt: %s", path.name, error.strerror)
        return None
    if not content.startswith(_MAGIC):
        logger.warning("%s er ikke en indeks som kan brukes; den bygges på nytt.", path.name)
        return None
    header, _, rest = content[len(_MAGIC) :].partition(b"\n")
    try:
        found = json.loads(header)
        if (found["generation"], found["embedder"]) != (stamp.generation, stamp.embedder):
            return None
        index = faiss.deserialize_index(np.frombuffer(rest, dtype=np.uint8))
    except (ValueError, KeyError, TypeError, RuntimeError) as error:
        logger.warning("%s er skadet og bygges på nytt: %s", path.name, error)
        return None
    if not isinstance(index, faiss.IndexIDMap2):
        return None
    return index if np.array_equal(faiss.vector_to_array(index.id_map), ids) else None
