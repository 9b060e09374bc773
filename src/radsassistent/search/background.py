"""How near to each other the texts of an archive are that have nothing to do with each other: what cosines are held against."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radsassistent.search.word_space import products

# So many texts tell what is usual; 125,000 pairs, 0.1 s.
MOST_TEXTS = 500


@dataclass(frozen=True, slots=True)
class Background:
    """The mean and the standard deviation of the cosines between the texts of an archive."""

    mean: float
    spread: float

    @classmethod
    def of(cls, vectors: NDArray[np.float32]) -> Background:
        """Of normalised vectors, (n, dimensions), of which MOST_TEXTS at most are compared."""
        some = vectors[:: max(1, math.ceil(len(vectors) / MOST_TEXTS))]
        pairs = products(some, some)[np.triu_indices(len(some), k=1)]
        return cls(float(pairs.mean()), float(pairs.std())) if len(pairs) else cls(0.0, 0.0)

    def over(self, cosines: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosines in standard deviations over what is usual; 0 where all texts are the same.

        So that nearness means the same for every embedder: of two texts that have nothing to do with each other E5's cosine
        is 0.85, that of others 0.1.
        """
        return (cosines - self.mean) / self.spread if self.spread > 0 else np.zeros_like(cosines)
