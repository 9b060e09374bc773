"""A Query to ranked passages: BM25 and dense similarity, fused; exact filters before ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from llama_index.core.vector_stores.types import (
    FilterCondition,
    FilterOperator,
    MetadataFilter,
    MetadataFilters,
)
from numpy.typing import NDArray

from radsassistent.archive import Passage
from radsassistent.archive.passage import BODY, CASE, MEETING, SLIDE
from radsassistent.search import taught_nearness
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.word_space import products

# Weights of the two standardised scores. Measured: docs/measurements.md, "Fusion".
LEXICAL_WEIGHT = 0.5
DENSE_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class SlideHit:
    """A slide that was found, by the best of its passages."""

    passage: Passage
    slide: int
    score: float


def filters(query: Query) -> MetadataFilters:
    """The exact filters that a query's named cases, slides and meetings make."""
    parts: list[MetadataFilter | MetadataFilters] = []
    if query.cases:
        parts.append(MetadataFilter(key=CASE, operator=FilterOperator.IN, value=list(query.cases)))
    if query.slides:
        parts.append(MetadataFilter(key=SLIDE, operator=FilterOperator.IN, value=list(query.slides)))
    if query.meetings:
        wanted: list[MetadataFilter | MetadataFilters] = [
            MetadataFilters(filters=[MetadataFilter(key=BODY, value=m.body), MetadataFilter(key=MEETING, value=m.date)])
            for m in query.meetings
        ]
        parts.append(MetadataFilters(filters=wanted, condition=FilterCondition.OR))
    return MetadataFilters(filters=parts, condition=FilterCondition.AND)


def find(query: Query, embedding: Sequence[float], corpus: Corpus) -> list[Hit]:
    """All passages that the query's filters admit, best first.

    Both scores are standardised over the admitted passages before they are added, so that neither's scale decides
    (Lee 1997, "Analyses of Multiple Evidence Combination"; z-scores: Montague and Aslam 2001).
    """
    vectors = corpus.snapshot.vectors
    wanted = filters(query)
    allowed = vectors.matching(wanted) if wanted.filters else None
    numbers, dense = vectors.nearest(embedding, len(corpus.passages), allowed)
    if not len(numbers):
        return []
    places = corpus.places_of(numbers)
    lexical = corpus.scores(query.terms)[places]
    dense_z, lexical_z = standardised(dense), standardised(lexical)
    fused = LEXICAL_WEIGHT * lexical_z + DENSE_WEIGHT * dense_z
    asked = np.array([embedding], dtype=np.float32)
    # Where all are searched, their vectors need not be copied first.
    own = (
        products(corpus.own_vectors, asked)[places] if allowed is None else products(corpus.own_vectors[places], asked)
    )
    taught = taught_nearness.current().over(embedding, corpus)[places]
    order = np.argsort(-fused, kind="stable")
    columns = (each[order].tolist() for each in (fused, dense, dense_z, lexical_z, own[:, 0], taught))
    return list(map(Hit, map(corpus.passages.__getitem__, places[order].tolist()), *columns))


def standardised(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores as distances from their mean in standard deviations; all 0 when they are equal."""
    spread = float(scores.std())
    return (scores - scores.mean()) / spread if spread > 0 else np.zeros_like(scores)


def slides(hits: Sequence[Hit], limit: int) -> list[SlideHit]:
    """The slides of the hits, each by its best passage, best first."""
    found: dict[SlideKey, SlideHit] = {}
    for hit in hits:
        key = (hit.passage.sha256, hit.passage.slide)
        if key not in found:
            found[key] = SlideHit(hit.passage, hit.passage.slide, hit.score)
            if len(found) == limit:
                break
    return list(found.values())
