"""Which sort of question documents of councils rarely answer, by what training questions taught: shop prices, suppliers.

Log-odds that are linear in the embedder's vector of the question, fitted to what the rest of the ranker does not know of whether
the documents tell, and kept in telling.npz by `python -m radsassistent.evaluation.train_telling`. What that is worth is in
docs/decisions/0014-taught-telling.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radsassistent.search.corpus import Corpus

FILE = "telling.npz"


@dataclass(frozen=True, eq=False)
class TaughtTelling:
    """For the vectors of one embedder: `weights` (dimensions,), and what they come to for the mean question, the `centre`, in
    log-odds.
    """

    embedder: str
    weights: NDArray[np.float32]
    centre: float

    def of(self, embedding: Sequence[float], corpus: Corpus) -> float:
        """How much likelier documents tell what is asked than what is asked as a rule, in log-odds; 0 for the vectors of another
        embedder.
        """
        if corpus.snapshot.embedder != self.embedder:
            return 0.0
        return float(np.array(embedding, dtype=np.float32) @ self.weights) - self.centre

    def save(self, path: Path) -> None:
        """Half precision: the log-odds differ by less than 0.01."""
        np.savez_compressed(
            path,
            embedder=np.array(self.embedder),
            weights=self.weights.astype(np.float16),
            centre=np.array(self.centre),
        )

    @classmethod
    def read(cls, path: Path) -> TaughtTelling:
        """What `save` wrote."""
        with np.load(path) as kept:
            return cls(str(kept["embedder"]), kept["weights"].astype(np.float32), float(kept["centre"]))


_trial: ContextVar[TaughtTelling | None] = ContextVar("telling_on_trial", default=None)


@contextmanager
def on_trial(held: TaughtTelling | None) -> Iterator[None]:
    """Inside it this one is used instead of the one that ships; for measuring what is not shipped."""
    before = _trial.set(held)
    try:
        yield
    finally:
        _trial.reset(before)


def current() -> TaughtTelling:
    """The one that is used."""
    return _trial.get() or shipped()


@lru_cache(maxsize=1)
def shipped() -> TaughtTelling:
    """The one that ships with the program."""
    with resources.as_file(resources.files("radsassistent.search") / FILE) as path:
        return TaughtTelling.read(path)
