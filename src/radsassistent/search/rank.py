"""The learned order of what was found, and how likely it is that the documents do not tell.

Two models whose weights are in ranker.json, made by `python -m radsassistent.evaluation.train`: a conditional logit
(McFadden 1974) tells which candidate answers if one does, a logistic regression whether one does. What taught_nearness.py knows
of the candidates, and in a conversation context.py, is added to the first one's log-odds. The cross-validated figures are in
docs/measurements.md, "Ranker".
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive import PassageKind
from radsassistent.search import features, tells
from radsassistent.search.context import leaning
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

# The passages that are ranked anew: the best by fused score, and the best of each structured kind.
CANDIDATES = 60
CANDIDATES_OF_KIND = 12
# Rules of their own answer from these.
_OF_RULES = (PassageKind.MEETING, PassageKind.ATTENDANCE)


@dataclass(frozen=True)
class Weights:
    """The weights of the two models, by features.FEATURES and by tells.FEATURES."""

    candidate: NDArray[np.float32]
    tells: NDArray[np.float64]


_trial: ContextVar[Weights | None] = ContextVar("trial", default=None)


@contextmanager
def on_trial(held: Weights) -> Iterator[None]:
    """Inside it these weights rank, instead of those that ship; for measuring weights that are not shipped."""
    before = _trial.set(held)
    try:
        yield
    finally:
        _trial.reset(before)


def weights() -> Weights:
    """The weights that rank."""
    return _trial.get() or _shipped()


@lru_cache(maxsize=1)
def _shipped() -> Weights:
    """The weights that ship with the program; features without a weight count nothing."""
    raw = json.loads((resources.files("radsassistent.search") / "ranker.json").read_text(encoding="utf-8"))
    return Weights(
        np.array([raw["candidate"].get(name, 0.0) for name in features.FEATURES], dtype=np.float32),
        np.array([raw["tells"].get(name, 0.0) for name in tells.FEATURES], dtype=np.float64),
    )


def candidates(hits: Sequence[Hit], told: Collection[SlideKey] = ()) -> list[Hit]:
    """The hits that are ranked anew: the best of all, the best of each structured kind, and those of the slides just told."""
    seen: dict[PassageKind, int] = defaultdict(int)
    kept: list[Hit] = []
    for rank, hit in enumerate(hits):
        is_kept = rank < CANDIDATES or (hit.passage.sha256, hit.passage.slide) in told
        if not (is_kept or hit.passage.is_structured):
            continue
        kind = hit.passage.kind
        if kind in _OF_RULES:
            continue
        seen[kind] += 1
        if is_kept or seen[kind] <= CANDIDATES_OF_KIND:
            kept.append(hit)
    return kept


def ranked(query: Query, hits: Sequence[Hit], corpus: Corpus, embedding: Sequence[float] | None = None) -> list[Hit]:
    """The candidates in the ranker's order, each with its chance; the other hits after them, without any.

    With the question's `embedding`, its sort counts when it is decided whether the documents tell.
    """
    chosen = candidates(hits, query.context.slides if query.context is not None else ())
    if not chosen:
        return list(hits)
    learned = weights()
    rows = features.candidate_features(query, chosen, corpus)
    leans = leaning(query.context, chosen, corpus)
    scores = rows @ learned.candidate + np.array([hit.taught for hit in chosen], dtype=np.float32) + leans
    order = np.argsort(-scores, kind="stable")
    best, scores = [chosen[i] for i in order.tolist()], scores[order]
    told = sigmoid(
        float(tells.tells_features(query, best, rows[order], scores, corpus) @ learned.tells)
        + tells.by_nearness(best[0], hits)
        + (tells.by_sort(query, hits, embedding, corpus) if embedding is not None else 0.0)
        + (tells.by_context(float(leans[order[0]])) if query.context is not None else 0.0)
    )
    odds = np.exp(scores - scores[0])
    chances = (told * odds / odds.sum()).tolist()
    taken = {hit.passage.id for hit in chosen}
    first = by_slide([hit._replace(chance=chance) for hit, chance in zip(best, chances, strict=True)])
    return [*first, *(hit for hit in hits if hit.passage.id not in taken)]


def by_slide(hits: Sequence[Hit]) -> list[Hit]:
    """The hits by their slides, those whose passages answer likeliest together first; within a slide by chance.

    Cross-validated over the training questions, the first slide of open questions is right for 81 % so, for 75 % by the
    best single passage.
    """
    together = chances_of_slides(hits)
    return sorted(hits, key=lambda hit: -together[hit.passage.sha256, hit.passage.slide])


def chances_of_slides(hits: Sequence[Hit]) -> Mapping[SlideKey, float]:
    """The chance of each slide, that of all its passages together."""
    together: dict[SlideKey, float] = defaultdict(float)
    for hit in hits:
        together[hit.passage.sha256, hit.passage.slide] += hit.chance
    return together


def likeliest_slide(hits: Sequence[Hit]) -> float:
    """The probability (0 to 1) that the likeliest slide answers."""
    return max(chances_of_slides(hits).values(), default=0.0)


def sigmoid(value: float) -> float:
    """The probability of log-odds."""
    return 1.0 / (1.0 + math.exp(-max(min(value, 50.0), -50.0)))


def nothing(hits: Sequence[Hit]) -> float:
    """The probability (0 to 1) that none of the hits answers."""
    return 1.0 - sum(hit.chance for hit in hits)
