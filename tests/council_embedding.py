"""A small deterministic embedder of Norwegian word stems, so that texts that share words are near each other."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

import numpy as np
import snowballstemmer
from numpy.typing import NDArray
from pydantic import PrivateAttr

from radsassistent.archive import CouncilEmbedding

# The cosine of texts that share nothing, as the built-in embedder has it: the ranker knows no others.
COMMON = 0.75
_STEMMER = snowballstemmer.stemmer("norwegian")


class EmbedderBrokeDownError(Exception):
    """What a `StemEmbedding` raises when it is told to break down."""


class StemEmbedding(CouncilEmbedding):
    """Sums of one random direction for each stem, so that no two words are near by chance.

    `embedded` is every text that it was asked to embed, in order.
    With `breaks_at` it raises EmbedderBrokeDownError at the first text that holds these words.
    """

    identity: str = "oppdiktet:stammer-512"
    dimensions: int = 512
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
        stems = _STEMMER.stemWords(re.findall(r"\w+", text.lower())) or ["."]
        vector = np.sum([_direction(stem, self.dimensions - 1) for stem in stems], axis=0)
        own = vector / np.linalg.norm(vector) * (1 - COMMON) ** 0.5
        return [COMMON**0.5, *(float(value) for value in own)]


@lru_cache(maxsize=10_000)
def _direction(stem: str, dimensions: int) -> NDArray[np.float64]:
    seed = int.from_bytes(hashlib.sha256(stem.encode()).digest()[:8], "little")
    return np.random.default_rng(seed).standard_normal(dimensions)
