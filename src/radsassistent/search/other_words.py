"""What the ranker sees of passages that say what is asked in other words: nearness without the context, and word by word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from radsassistent.archive import Passage
from radsassistent.archive.parts import telling_words
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import topic
from radsassistent.search.find import standardised
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem
from radsassistent.search.word_space import MOST_WORDS

# `own`: of the passage's own text; `new`: of the question's words that no document has; `z`: in standard deviations over the
# mean of the candidates.
FEATURES = (
    "own_dense",
    "own_dense_z",
    "own_slide_z",
    "near_own",
    "near_own_z",
    "near_new_own",
    "near_new_own_z",
    "near",
    "near_z",
    "near_new",
    "near_new_z",
)
# The weight of a word that one passage in 400 has; rarer ones, above all those that no document has, count no more.
MOST_WEIGHT = 6.0


def other_words(query: Query, hits: Sequence[Hit], corpus: Corpus) -> NDArray[np.float32]:
    """One row a hit, one column a name of FEATURES."""
    return np.column_stack([*_own_text(hits, corpus), *_words(query, hits, corpus)]).astype(np.float32)


def _own_text(hits: Sequence[Hit], corpus: Corpus) -> list[NDArray[np.float32]]:
    """The cosine with the own text, over the background and standardised, and the best of each one's slide, standardised."""
    own = np.array([hit.own_dense for hit in hits], dtype=np.float32)
    best: dict[tuple[str, int], float] = {}
    for hit in hits:
        key = (hit.passage.sha256, hit.passage.slide)
        best[key] = max(best.get(key, -1.0), hit.own_dense)
    slides = np.array([best[hit.passage.sha256, hit.passage.slide] for hit in hits], dtype=np.float32)
    return [corpus.background.over(own), standardised(own), standardised(slides)]


def lacking(query: Query, passages: Sequence[Passage], corpus: Corpus) -> NDArray[np.float32]:
    """How much of each word of what is asked about none of the passages comes near to, (words,): 0 to MOST_WEIGHT."""
    asked, weights = _asked(query, corpus)
    _, whole = corpus.word_space.nearest(asked, passages)
    return np.asarray(weights * (1 - whole.max(axis=0)), dtype=np.float32)


def _asked(query: Query, corpus: Corpus) -> tuple[list[str], NDArray[np.float32]]:
    """The words of what is asked about, and how telling each is."""
    asked = telling_words(topic(query.text) or query.text)[:MOST_WORDS]
    weights = [min(corpus.lexical.weight(stem(word)), MOST_WEIGHT) for word in asked]
    return asked, np.array(weights, dtype=np.float32)


def _words(query: Query, hits: Sequence[Hit], corpus: Corpus) -> list[NDArray[np.float32]]:
    """How near passages come to the words of what is asked about, by how telling the words are."""
    asked, weights = _asked(query, corpus)
    new = weights * np.array([not corpus.lexical.has(stem(word)) for word in asked], dtype=np.float32)
    found = []
    for near in corpus.word_space.nearest(asked, [hit.passage for hit in hits]):
        for weight in (weights, new):
            share = near @ weight / weight.sum() if weight.any() else np.zeros(len(hits), dtype=np.float32)
            found += [share, standardised(share)]
    return found
