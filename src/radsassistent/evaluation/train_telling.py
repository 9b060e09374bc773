"""Fits which sort of question documents rarely answer, on top of all else that decides it, and tells its gain.

    python -m radsassistent.evaluation.train_telling --set ARCHIVE QUESTIONS [--set …] [--write]

The sets are those of radsassistent.evaluation.train; ranker and nearness should have learnt from them first. Needs scipy (the dev
lock has it).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.stats import rankdata

from radsassistent.evaluation.parting import parted
from radsassistent.evaluation.train import Example, arguments, gathered, unsettled
from radsassistent.search.find import find
from radsassistent.search.rank import nothing, ranked
from radsassistent.search.taught_telling import FILE, TaughtTelling
from radsassistent.search.tells import OF_TELLING

logger = logging.getLogger(__name__)

# Vectors of questions differ little from each other, by a tenth in a direction; so many times that they are about 1.
SCALE = 10.0
# Strength of the pull of the weights, of vectors so scaled, to 0 (L2); from 3 to 30 the gain is the same.
PENALTY = 10.0
PARTS = 5
# The shares of the answerable that are not answered, at which the gain is told.
FALSE = (0.05, 0.1, 0.15)


@dataclass(frozen=True)
class Lesson:
    """A question that is left to the ranker: its vector (dimensions,), the log-odds that the documents tell without what is
    taught here, and whether they do.
    """

    vector: NDArray[np.float32]
    odds: float
    told: bool


def lesson(example: Example) -> Lesson:
    """What an example teaches."""
    hits = ranked(example.query, find(example.query, example.vector.tolist(), example.corpus), example.corpus)
    none = min(max(nothing(hits), 1e-6), 1 - 1e-6)
    return Lesson(example.vector, float(np.log((1 - none) / none)), example.told)


def fit_telling(lessons: Sequence[Lesson], embedder: str) -> TaughtTelling:
    """Logistic regression on the questions' vectors, beside the log-odds that are known."""
    vectors = np.array([lesson.vector for lesson in lessons], dtype=np.float64)
    mean = vectors.mean(axis=0)
    rows = SCALE * (vectors - mean)
    odds, told = np.array([lesson.odds for lesson in lessons]), np.array([lesson.told for lesson in lessons])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = odds + weights[0] + rows @ weights[1:]
        wrong = 1 / (1 + np.exp(-logits)) - told
        pulled = PENALTY * weights[1:]
        total = np.logaddexp(0, np.where(told, -logits, logits)).sum() + 0.5 * weights[1:] @ pulled
        return float(total), np.concatenate([[wrong.sum()], rows.T @ wrong + pulled])

    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B").x
    weights = SCALE * np.asarray(found[1:])
    return TaughtTelling(embedder, weights.astype(np.float32), float(mean @ weights))


def gain(made: Sequence[Example], lessons: Sequence[Lesson]) -> str:
    """How well the unanswerable are told from the answerable, without and with what the other parts teach."""
    parts = np.array(parted([id(example.corpus) for example in made], PARTS))
    before = np.array([lesson.odds for lesson in lessons])
    after, told = before.copy(), np.array([lesson.told for lesson in lessons])
    for part in range(PARTS):
        learnt = [lesson for lesson, own in zip(lessons, parts, strict=True) if own != part]
        taught = fit_telling(learnt, "")
        for number in np.flatnonzero(parts == part).tolist():
            after[number] += OF_TELLING * (float(lessons[number].vector @ taught.weights) - taught.centre)
    return f"{len(made)} questions: {_described(before, told)} -> {_described(after, told)}"


def _described(odds: NDArray[np.float64], told: NDArray[np.bool_]) -> str:
    ranks = rankdata(odds)
    answerable, others = int(told.sum()), int((~told).sum())
    under = (ranks[told].sum() - answerable * (answerable + 1) / 2) / (answerable * others)
    shares = "/".join(f"{(odds[~told] < np.quantile(odds[told], share)).mean():.2f}" for share in FALSE)
    return f"area {under:.3f}, abstention at {'/'.join(map(str, FALSE))} false {shares}"


def main() -> None:
    """Tell the gain, and with --write fit it to all and replace the one that ships with the program."""
    given = arguments(str(__doc__), FILE).parse_args()
    made = unsettled(gathered(given.sets))
    lessons = [lesson(example) for example in made]
    logger.info("%s", gain(made, lessons))
    if given.write:
        target = Path(str(resources.files("radsassistent.search") / FILE))
        fit_telling(lessons, made[0].corpus.snapshot.embedder).save(target)
        logger.info("written: %s", target)


if __name__ == "__main__":
    main()
