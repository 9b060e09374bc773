"""Fits the taught nearness of radsassistent.search to gold questions, on top of the ranker that ships, and tells its gain.

    python -m radsassistent.evaluation.train_nearness --set ARCHIVE QUESTIONS [--set …] [--write]

The sets are those of radsassistent.evaluation.train; the ranker and the context (train_context) should have learnt from them
first. Questions that stand alone and later turns of conversations teach it.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radsassistent.evaluation import train_context
from radsassistent.evaluation.parting import parted
from radsassistent.evaluation.train import Example, arguments, found_at, gathered, unsettled
from radsassistent.search.context import context_weights
from radsassistent.search.corpus import Corpus
from radsassistent.search.rank import weights
from radsassistent.search.taught_nearness import FILE, TaughtNearness, vectors_of

logger = logging.getLogger(__name__)

# Ranks 64, 128 and 256 find the first passage for 0.72 to 0.75, 0.74 to 0.77 and 0.76 of 600 questions by four writers that were
# not learnt from, and for 0.62 to 0.64, 0.64 to 0.65 and 0.64 of 490 about four such councils (12 to 30 rounds; more is flat).
RANK = 128
PULL = 1e-4
ROUNDS = 20
BATCH = 32
STEP = 3e-3
# Adam (Kingma and Ba 2015).
_DECAY, _DECAY_OF_SQUARES, _TINY = 0.9, 0.99, 1e-8
# For the cross-validation: so many parts, each learnt without.
PARTS = 5


@dataclass(frozen=True)
class Lesson:
    """One answerable question: its vector (dimensions,), the places of its candidates among the corpus' passages, (n,), what the
    ranker gives them without the taught nearness, (n,), and which of them answer and which stand on a slide that does.
    """

    vector: NDArray[np.float32]
    corpus: Corpus
    places: NDArray[np.intp]
    scores: NDArray[np.float32]
    right: NDArray[np.bool_]
    on_slide: NDArray[np.bool_]


def lessons(made: Sequence[Example], candidate: NDArray[np.float32]) -> list[Lesson]:
    """What the answerable ones of the examples teach, on top of the ranker's weights of the candidates."""
    return [_lesson(example, candidate) for example in made if example.told]


def _lesson(example: Example, candidate: NDArray[np.float32]) -> Lesson:
    scores = (example.rows @ candidate).astype(np.float32)
    return Lesson(example.vector, example.corpus, _places(example), scores, example.right, example.on_slide)


def lessons_of_turns(made: Sequence[train_context.Example]) -> list[Lesson]:
    """What the later turns of conversations teach, in full, on top of the ranker and of what the conversation leans to."""
    leaning = context_weights()
    return [
        Lesson(
            turn.vector,
            turn.corpus,
            turn.places,
            (turn.ranks + turn.rows @ leaning).astype(np.float32),
            turn.right,
            turn.right | turn.on_slide,
        )
        for turn in made
    ]


def _places(example: Example) -> NDArray[np.intp]:
    return np.array([example.corpus.places[hit.passage.id] for hit in example.hits], dtype=np.intp)


def fit_nearness(lessons: Sequence[Lesson], seed: int = 0) -> TaughtNearness:
    """The form that, added to the ranker's scores, makes right candidates, and all of a right slide together, likeliest.

    ValueError where the lessons' vectors are of more than one embedder.
    """
    corpora = {id(lesson.corpus): lesson.corpus for lesson in lessons}
    embedders = {corpus.snapshot.embedder for corpus in corpora.values()}
    if len(embedders) != 1:
        raise ValueError(f"vectors of several embedders: {sorted(embedders)}")
    known = {key: vectors_of(corpus) for key, corpus in corpora.items()}
    question_mean = np.mean([lesson.vector for lesson in lessons], axis=0)
    passage_mean = np.concatenate(list(known.values())).mean(axis=0)
    centred = {key: vectors - passage_mean for key, vectors in known.items()}
    random = np.random.default_rng(seed)
    question = random.normal(0, 0.3, (len(question_mean), RANK)).astype(np.float32)
    passage = random.normal(0, 0.01, (len(passage_mean), RANK)).astype(np.float32)
    steps = _Adam(question), _Adam(passage)
    for turn in range(ROUNDS):
        order = random.permutation(len(lessons))
        for start in range(0, len(order), BATCH):
            of_question, of_passage = np.zeros_like(question), np.zeros_like(passage)
            for number in order[start : start + BATCH].tolist():
                lesson = lessons[number]
                asked = lesson.vector - question_mean
                texts = centred[id(lesson.corpus)][lesson.places]
                seen = asked @ question
                pulled = texts.T @ _slope(lesson, lesson.scores + (texts @ passage) @ seen)
                of_passage += np.outer(pulled, seen)
                of_question += np.outer(asked, pulled @ passage)
            rate = STEP * (1 - turn / ROUNDS)
            steps[0].down(of_question / BATCH + PULL * question, rate)
            steps[1].down(of_passage / BATCH + PULL * passage, rate)
    return TaughtNearness(embedders.pop(), question, passage, question_mean @ question, passage_mean @ passage)


def _slope(lesson: Lesson, scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The slope of the ranker's loss by the scores, (n,)."""
    odds = np.exp(scores - scores.max())
    of_right, of_slide = np.where(lesson.right, odds, 0), np.where(lesson.on_slide, odds, 0)
    slope = 2 * odds / odds.sum() - of_right / of_right.sum() - of_slide / of_slide.sum()
    return np.asarray(slope, dtype=np.float32)


class _Adam:
    """Steps down a slope, in place."""

    def __init__(self, weights: NDArray[np.float32]) -> None:
        self._weights = weights
        self._mean, self._squares = np.zeros_like(weights), np.zeros_like(weights)
        self._steps = 0

    def down(self, slope: NDArray[np.float32], rate: float) -> None:
        self._steps += 1
        self._mean += (1 - _DECAY) * (slope - self._mean)
        self._squares += (1 - _DECAY_OF_SQUARES) * (slope**2 - self._squares)
        mean = self._mean / (1 - _DECAY**self._steps)
        squares = self._squares / (1 - _DECAY_OF_SQUARES**self._steps)
        self._weights -= rate * mean / (np.sqrt(squares) + _TINY)


def gain(made: Sequence[Example], turns: Sequence[Lesson], candidate: NDArray[np.float32]) -> str:
    """How often the first passage and the first slide are right, of the answerable questions that are left to the ranker: without
    a nearness, and with one that was taught by the others and by `turns` of conversations.
    """
    parts = parted([id(example.corpus) for example in made], PARTS)
    found = []
    for part in range(PARTS):
        learnt = lessons([e for e, own in zip(made, parts, strict=True) if own != part], candidate)
        nearness = fit_nearness([*learnt, *turns])
        for example in unsettled([e for e, own in zip(made, parts, strict=True) if own == part and e.told]):
            before = example.rows @ candidate
            near = nearness.over(example.vector.tolist(), example.corpus)[_places(example)]
            found.append([*_first_right(example, before), *_first_right(example, before + near)])
    share = np.mean(found, axis=0)
    return f"passage@1 {share[0]:.3f} -> {share[2]:.3f}  slide@1 {share[1]:.3f} -> {share[3]:.3f}"


def _first_right(example: Example, scores: NDArray[np.float32]) -> tuple[bool, bool]:
    passage, slides = found_at(example, np.argsort(-scores, kind="stable"))
    return passage, slides[0]


def main() -> None:
    """Tell the gain, and with --write fit it to all and replace the one that ships with the program."""
    given = arguments(str(__doc__), FILE).parse_args()
    made = gathered(given.sets)
    candidate = weights().candidate
    turns = lessons_of_turns(train_context.played(given.sets))
    logger.info("%d turns of conversations", len(turns))
    logger.info("%s", gain(made, turns, candidate))
    if given.write:
        target = Path(str(resources.files("radsassistent.search") / FILE))
        fit_nearness([*lessons(made, candidate), *turns]).save(target)
        logger.info("written: %s", target)


if __name__ == "__main__":
    main()
