"""A passage that was found, with its scores."""

from __future__ import annotations

from typing import NamedTuple

from radsassistent.archive import Passage


class Hit(NamedTuple):
    """A passage that was found.

    `dense` is the cosine similarity; `dense_z` and `lexical_z` are the scores in standard deviations over the mean of
    what was searched, `score` their weighted sum. `own_dense` is the cosine similarity with the passage's own text, without its
    context. `taught` is how near it is by what training questions taught, in log-odds. `chance` is the ranker's probability
    (0 to 1) that this passage answers; what the chances of all hits lack of 1 is the probability that the documents do not tell.
    It is a tuple, because every passage of the archive becomes one for each question.
    """

    passage: Passage
    score: float
    dense: float
    dense_z: float
    lexical_z: float
    own_dense: float = 0.0
    taught: float = 0.0
    chance: float = 0.0
