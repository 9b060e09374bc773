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
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from radsassistent.answers.draft import Draft
from radsassistent.answers.named_things import new_names
from radsassistent.search.asked import Asked
from radsassistent.search.corpus import Corpus
from radsassistent.search.cross_encoder import cross_encoder
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
# What the cross-encoder says of the best of the passages told is added to that, by weights in together.json that are fitted to
# drafts of questions that it has not learnt from (`python -m radsassistent.evaluation.train_together`). Less likely than this by
# both, nothing is told; same place.
OF_BOTH = ("bias", "known", "read")
LEAST_OF_BOTH = 0.37
# Likelier than this without it, in log-odds, a draft is told unread: of 1,139 drafts 32 in 100 lie above (43 of those about
# February), and it would have kept back none of them.
SURE = 2.5
# More passages of a draft are not read with the question.
MOST_READ = 2
# Where the ranker doubts that anything answers, but holds it for at least so likely, the likeliest passage is told all the same
# if the cross-encoder says so much for it, in log-odds. Of 326 questions so doubted that it has not learnt from, about February
# and eight councils, 11 had such a passage: it answered 10. From 2 on it would be 23, with 16 right and 5 about what no document
# tells.
LEAST_CHANCE, SURELY = 0.25, 3.0
# More of them tell no more.
MOST_NEW = 3

_recorded: ContextVar[list[Seen] | None] = ContextVar("recorded", default=None)


class Seen(NamedTuple):
    """What is seen of a draft: its features, (FEATURES,), and what the cross-encoder says of it in log-odds, None without it."""

    row: NDArray[np.float64]
    read: float | None


@contextmanager
def recording() -> Iterator[list[Seen]]:
    """Inside it every draft is told, and what is seen of it added to the list: what the weights are fitted to."""
    drafts: list[Seen] = []
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
        recorded.append(Seen(row, said_of(query, draft)))
        return False
    known = known_of(row)
    read = said_of(query, draft) if known <= SURE else None
    if read is None:
        return sigmoid(known) < LEAST
    bias, of_known, of_read = _weights_of("together.json", OF_BOTH)
    return sigmoid(bias + of_known * known + of_read * read) < LEAST_OF_BOTH


def answers_surely(query: Query, hits: Sequence[Hit], corpus: Corpus) -> bool:
    """Whether the likeliest passage surely answers when it is read with the question, though the ranker doubts that any does."""
    encoder = cross_encoder() if len(corpus.passages) >= FEWEST else None
    if encoder is None or not hits or 1.0 - nothing(hits) < LEAST_CHANCE:
        return False
    likeliest = max(hits, key=lambda hit: hit.chance)
    return bool(encoder.log_odds(query.text, [likeliest.passage])[0] > SURELY)


def known_of(row: NDArray[np.float64]) -> float:
    """How likely a draft with such features, (FEATURES,), is to be right, in log-odds, without the cross-encoder."""
    return float(row @ _weights_of("confidence.json", FEATURES))


def said_of(query: Query, draft: Draft) -> float | None:
    """What the cross-encoder says of the best of the passages that a draft tells, in log-odds; None without it."""
    encoder = cross_encoder()
    told = list({said.passage.id: said.passage for each in draft.statements for said in each.support}.values())
    if encoder is None or not told:
        return None
    return float(encoder.log_odds(query.text, told[:MOST_READ]).max())


@lru_cache
def _weights_of(file: str, names: tuple[str, ...]) -> NDArray[np.float64]:
    """The weights that ship with the program, (names,)."""
    raw = json.loads((resources.files("radsassistent.answers") / file).read_text(encoding="utf-8"))
    return np.array([raw[name] for name in names], dtype=np.float64)


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
