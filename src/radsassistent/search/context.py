"""What a question that goes on from another makes likelier to be meant: the slides, the case and the subject just spoken of.

Log-odds that are added to the ranker's, linear in FEATURES, with the weights of context.json, made by
`python -m radsassistent.evaluation.train_context`, which tells their cross-validated gain.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive import Passage
from radsassistent.search import taught_nearness
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.hit import Hit

FEATURES = (
    # How much nearer the passage is to both questions together than to the later one alone, by what training questions taught.
    "nearer_with_before",
    "told_slide",
    # So few slides from one that was told: decks speak of a thing on slides beside each other.
    "near_told",
    "same_case",
    "told_already",
)
NEAR = 4


@dataclass(frozen=True, slots=True)
class Context:
    """What a question goes on from: the slides, the cases and the passages (their ids) of the answer before, and the embedding of
    both questions together, (dimensions,).
    """

    slides: tuple[SlideKey, ...]
    cases: frozenset[str]
    told: frozenset[int]
    embedding: tuple[float, ...]

    @classmethod
    def of(
        cls,
        before: str,
        asked: str,
        slides: Sequence[SlideKey],
        told: Sequence[Passage],
        case: str | None,
        embedded: Callable[[str], Sequence[float]],
    ) -> Context | None:
        """The context of a question `asked` after the question `before`, whose answer cites some slides; None where it cites
        none. `case` is the one spoken of, if there is one.
        """
        if not slides:
            return None
        cases = {case, *(passage.case for passage in told)} - {None, ""}
        together = f"{before.rstrip(' ?')}. {asked}"
        return cls(
            tuple(slides),
            frozenset(map(str, cases)),
            frozenset(passage.id for passage in told),
            tuple(embedded(together)),
        )


def context_features(context: Context, hits: Sequence[Hit], corpus: Corpus) -> NDArray[np.float32]:
    """One row a hit, one column a name of FEATURES."""
    places = [corpus.places[hit.passage.id] for hit in hits]
    together = taught_nearness.current().over(context.embedding, corpus)[places]
    told = defaultdict[str, list[int]](list)
    for sha256, slide in context.slides:
        told[sha256].append(slide)
    rows = [
        [
            float(near) - hit.taught,
            float(_apart(hit.passage, told[hit.passage.sha256]) == 0),
            float(_apart(hit.passage, told[hit.passage.sha256]) <= NEAR),
            float(hit.passage.case in context.cases),
            float(hit.passage.id in context.told),
        ]
        for hit, near in zip(hits, together.tolist(), strict=True)
    ]
    return np.array(rows, dtype=np.float32).reshape(len(hits), len(FEATURES))


def _apart(passage: Passage, slides: Collection[int]) -> int:
    """How many slides a passage is from the nearest of some slides of its document."""
    return min((abs(passage.slide - slide) for slide in slides), default=NEAR + 1)


def leaning(context: Context | None, hits: Sequence[Hit], corpus: Corpus) -> NDArray[np.float32]:
    """How much likelier, in log-odds, each hit is meant after what was spoken of, (hits,); all 0 without a context."""
    if context is None:
        return np.zeros(len(hits), dtype=np.float32)
    return np.asarray(context_features(context, hits, corpus) @ context_weights())


_trial: ContextVar[NDArray[np.float32] | None] = ContextVar("context_on_trial", default=None)


@contextmanager
def on_trial(held: NDArray[np.float32]) -> Iterator[None]:
    """Inside it these weights are used instead of those that ship."""
    before = _trial.set(held)
    try:
        yield
    finally:
        _trial.reset(before)


def context_weights() -> NDArray[np.float32]:
    """The weights that are used, (FEATURES,)."""
    held = _trial.get()
    return _shipped() if held is None else held


@lru_cache(maxsize=1)
def _shipped() -> NDArray[np.float32]:
    raw = json.loads((resources.files("radsassistent.search") / "context.json").read_text(encoding="utf-8"))
    return np.array([raw.get(name, 0.0) for name in FEATURES], dtype=np.float32)
