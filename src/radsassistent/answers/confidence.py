"""How likely it is that what is about to be told is right: the last look at a draft that no rule settled.

A logistic regression on what the draft has of the question and on the ranker's chances, whose weights are in confidence.json,
made by `python -m radsassistent.evaluation.train_confidence`, which tells its gain. To answer only where it is likely to be
right is called selective classification (El-Yaniv & Wiener 2010).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from radsassistent.answers.draft import Draft
from radsassistent.answers.named_things import new_names
from radsassistent.search.asked import Asked
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.other_words import lacking
from radsassistent.search.passage_facts import facts
from radsassistent.search.query import Query
from radsassistent.search.rank import chances_of_slides, nothing, sigmoid
from radsassistent.search.tells import FEWEST

FEATURES = (
    "bias",
    # Of the ranker: log-odds that nothing answers; logarithms of the chances of the slides told, of the likeliest slide, and of
    # the passages told.
    "nothing",
    "told",
    "likeliest",
    "passages",
    # Of the weight of what the question is about: the shares that the passages told have with their context, and their slides;
    # what the slides lack; how many words it is.
    "covered",
    "on_slides",
    "missing",
    "topic",
    # How little the passages come near to the word that they lack most, in other words either.
    "most_lacking",
    # What they have that the question has not: names, figures; how long they are.
    "new_names",
    "new_figures",
    "words",
    "computed",
    "goes_on",
)
# Less likely than this, nothing is told: see docs/measurements.md, "Confidence".
LEAST = 0.3
# More of them tell no more.
MOST_NEW = 3

_recorded: ContextVar[list[NDArray[np.float64]] | None] = ContextVar("recorded", default=None)


@contextmanager
def recording() -> Iterator[list[NDArray[np.float64]]]:
    """Inside it every draft is told, and its features are added to the list: what the weights are fitted to."""
    drafts: list[NDArray[np.float64]] = []
    token = _recorded.set(drafts)
    try:
        yield drafts
    finally:
        _recorded.reset(token)


def is_unlikely(query: Query, draft: Draft, hits: Sequence[Hit], corpus: Corpus) -> bool:
    """Whether a draft is too unlikely to be right to be told. In archives smaller than those measured nothing is."""
    if len(corpus.passages) < FEWEST:
        return False
    row = draft_features(query, draft, hits, corpus)
    recorded = _recorded.get()
    if recorded is not None:
        recorded.append(row)
        return False
    return sigmoid(float(row @ _weights())) < LEAST


@lru_cache(maxsize=1)
def _weights() -> NDArray[np.float64]:
    """The weights that ship with the program, (FEATURES,)."""
    raw = json.loads((resources.files("radsassistent.answers") / "confidence.json").read_text(encoding="utf-8"))
    return np.array([raw[name] for name in FEATURES], dtype=np.float64)


def draft_features(query: Query, draft: Draft, hits: Sequence[Hit], corpus: Corpus) -> NDArray[np.float64]:
    """What is seen of a draft, (FEATURES,)."""
    told = list({s.passage.id: s.passage for said in draft.statements for s in said.support}.values())
    chances = chances_of_slides(hits)
    ids = {passage.id for passage in told}
    none = min(max(nothing(hits), 0.001), 0.999)
    topic = Asked.of(query, corpus).topic
    weight = sum(topic.values()) or 1.0
    near = set().union(*(corpus.term_sets(passage)[0] for passage in told))
    on_slides = set().union(*(corpus.slide_terms(passage) for passage in told))
    texts = [facts(passage, corpus).headed for passage in told]
    figures = {figure for passage in told for figure in facts(passage, corpus).numbers}
    return np.array(
        [
            1.0,
            math.log(none / (1.0 - none)),
            math.log(0.02 + sum(chances.get(slide, 0.0) for slide in {(p.sha256, p.slide) for p in told})),
            math.log(0.02 + max(chances.values(), default=0.0)),
            math.log(0.02 + sum(hit.chance for hit in hits if hit.passage.id in ids)),
            sum(topic[term] for term in topic if term in near) / weight,
            sum(topic[term] for term in topic if term in on_slides) / weight,
            sum(topic[term] for term in topic if term not in on_slides),
            len(topic),
            float(lacking(query, told, corpus).max(initial=0.0)) if told else 0.0,
            min(len({name for text in texts for name in new_names(query, text, corpus)}), MOST_NEW),
            min(len([figure for figure in figures if figure not in query.text]), MOST_NEW),
            math.log(1 + sum(len(text.split()) for text in texts)),
            float(any(said.computed for said in draft.statements)),
            float(query.context is not None),
        ],
        dtype=np.float64,
    )
