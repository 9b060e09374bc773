"""A small deterministic embedder: hashed Norwegian word stems, so that texts that share words are near each other."""

from __future__ import annotations

import hashlib
import re

import numpy as np
import snowballstemmer
from pydantic import PrivateAttr

from radsassistent.archive import CouncilEmbedding

_STEMMER = snowballstemmer.stemmer("norwegian")


class EmbedderBrokeDownError(Exception):
    """What a `StemEmbedding` raises when it is told to break down."""


class StemEmbedding(CouncilEmbedding):
    """Unit vectors of hashed stems. `embedded` is every text that it was asked to embed, in order.

    With `breaks_at` it raises EmbedderBrokeDownError at the first text that holds these words.
    """

    identity: str = "oppdiktet:stammer-128"
    dimensions: int = 128
    breaks_at: str | None = None
    _embedded: list[str] = PrivateAttr(default_factory=list)

    @property
    def embedded(self) -> list[str]:
        return self._embedded

    def _get_text_embedding(self, text: str) -> list[float]:
        if self.breaks_at is not None and self.breaks_at in text:
            raise EmbedderBrokeDownError(text)
        self._embedded.append(text)
        return self._vector(text)

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._vector(query)

    def _vector(self, text: str) -> list[float]:
        vector = np.zeros(self.dimensions, dtype=np.float32)
        for stem in _STEMMER.stemWords(re.findall(r"\w+", text.lower())) or ["."]:
            digest = hashlib.sha256(stem.encode()).digest()
            vector[int.from_bytes(digest[:4], "little") % self.dimensions] += 1.0
        return [float(value) for value in vector / np.linalg.norm(vector)]
