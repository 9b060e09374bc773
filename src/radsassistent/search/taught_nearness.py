"""How near a question is to a passage by what training questions taught: which everyday words ask for which officialese.

A bilinear form of low rank on the embedder's vectors, (q - q̄) A Bᵀ (p - p̄) (Bai et al. 2009, "Supervised Semantic Indexing"),
where p is the vector of a passage's own text beside that of the whole passage. It is fitted to what the rest of the ranker does
not know, and kept in nearness.npz by `python -m radsassistent.evaluation.train`. docs/decisions/0013-taught-nearness.md has what
it is worth.
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
from radsassistent.search.word_space import products

FILE = "nearness.npz"
_MATRICES = ("question", "passage", "question_centre", "passage_centre")


@dataclass(frozen=True, eq=False)
class TaughtNearness:
    """The form, for the vectors of one embedder: `question` is (dimensions, rank), `passage` (2 x dimensions, rank), and the
    centres are what the mean question and the mean passage come to, (rank,).
    """

    embedder: str
    question: NDArray[np.float32]
    passage: NDArray[np.float32]
    question_centre: NDArray[np.float32]
    passage_centre: NDArray[np.float32]

    def is_of(self, corpus: Corpus) -> bool:
        """Whether it knows the vectors of an archive: those of its own embedder."""
        return corpus.snapshot.embedder == self.embedder

    def over(self, embedding: Sequence[float], corpus: Corpus) -> NDArray[np.float32]:
        """How near a question is to every passage, (passages,), in log-odds; all 0 where another embedder made the vectors."""
        if not self.is_of(corpus):
            return np.zeros(len(corpus.passages), dtype=np.float32)
        asked = np.array([embedding], dtype=np.float32)
        seen = np.einsum("nd,dr->nr", asked, self.question) - self.question_centre
        return products(self._seen(corpus), seen)[:, 0]

    def _seen(self, corpus: Corpus) -> NDArray[np.float32]:
        """What the form sees of each passage, (passages, rank)."""
        known: NDArray[np.float32] | None = corpus.kept.get(self)
        if known is None:
            known = corpus.kept[self] = vectors_of(corpus) @ self.passage - self.passage_centre
        return known

    def save(self, path: Path) -> None:
        """Half precision: the scores differ by less than 0.01."""
        matrices = {name: getattr(self, name).astype(np.float16) for name in _MATRICES}
        np.savez_compressed(path, embedder=np.array(self.embedder), **matrices)

    @classmethod
    def read(cls, path: Path) -> TaughtNearness:
        """What `save` wrote."""
        with np.load(path) as kept:
            return cls(str(kept["embedder"]), *(kept[name].astype(np.float32) for name in _MATRICES))


def vectors_of(corpus: Corpus) -> NDArray[np.float32]:
    """The vector of each passage's own text beside that of the whole passage, (passages, 2 x dimensions)."""
    stored = corpus.snapshot.vectors
    whole = np.array([stored.vector(passage.id) for passage in corpus.passages], dtype=np.float32)
    return np.concatenate([corpus.own_vectors, whole.reshape(len(corpus.passages), -1)], axis=1)


_trial: ContextVar[TaughtNearness | None] = ContextVar("nearness_on_trial", default=None)


@contextmanager
def on_trial(held: TaughtNearness | None) -> Iterator[None]:
    """Inside it this one is used instead of the one that ships; for measuring what is not shipped."""
    before = _trial.set(held)
    try:
        yield
    finally:
        _trial.reset(before)


def current() -> TaughtNearness:
    """The one that is used."""
    return _trial.get() or shipped()


@lru_cache(maxsize=1)
def shipped() -> TaughtNearness:
    """The one that ships with the program."""
    with resources.as_file(resources.files("radsassistent.search") / FILE) as path:
        return TaughtNearness.read(path)
